"""Professional profiles: tables of skills, levels and qualifications that came out of a PDF."""

import pytest

from matcher.criteria import CertificationHeld, Skill
from matcher.roles.profiles import Profile, read_profile

ONE_CELL_A_LINE = """Orchard Keeper

An orchard keeper looks after trees.

Work Activity Components

Title Details

Pruning

Prunes apple and pear trees in winter, and keeps the tools sharp.

Knowledge/Skills Components

Title Depth Details Type

Patience

Waiting for fruit to ripen without picking it.

Behavioural Skills


Explaining to visitors why fruit may not be picked.

Behavioural Skills

Grafting

Proficient in

Methods of joining scion and rootstock.

Technical Knowledge and Skills


Expert in

Ways to keep wasps from fruit (including traps).

Other Knowledge and Skills

Training Components

Title Details

Ladders

How to climb ladders.

Qualification Components

Title Awarding Body

PRINCE2 7 Practitioner


Chartered IT Professional (CITP)

BCS – The Chartered Institute for IT

Organisation Skills

Framework » Organisation
Category » Subcategory
Skill Name and Description Level

DDaT » IT Operations Job Family

IT Ops – Orchard thinking

You can think about orchards.

4 – Expert

You can think about them for others.

DDaT » IT Operations Job Family

IT Ops – Fruit focus

You can focus on fruit.

2 – Working

Give Feedback
"""

ONE_ROW_A_LINE = """Head of Cider

Background Components

Description Background
Has a nose for cider. Knows the law on cider. Prior Knowledge and Skills

Knowledge/Skills Components

Title Depth Details Type
Tasting with Others Comparing ciders without quarrel. Behavioural Skills
Fermentation Familiar with The ways of yeast. Technical Knowledge and Skills

Qualification Components

Title Awarding Body
ITIL 4 Strategic Leader PeopleCert
Service Desk Manager Service Desk Institute experience

Organisation Skills

DDaT » IT Operations Job Family IT Ops – Cider focus

You can focus on cider.

3 – Practitioner
"""


def profile(text: str) -> Profile:
    found = read_profile(text)
    assert found is not None
    return found


def skills(text: str) -> list[tuple[str, str | None, str | None]]:
    criteria = [draft.criterion for draft in profile(text).drafts]
    return [(c.name, c.level, c.framework) for c in criteria if isinstance(c, Skill)]


def test_skills_from_a_line_for_each_cell() -> None:
    assert skills(ONE_CELL_A_LINE) == [
        ("Patience", None, "Role Model Plus"),
        ("Explaining to visitors why fruit may not be picked", None, "Role Model Plus"),
        ("Grafting", "Proficient", "Role Model Plus"),
        ("Ways to keep wasps from fruit", "Expert", "Role Model Plus"),
        ("Orchard thinking", "Expert", "DDaT"),
        ("Fruit focus", "Working", "DDaT"),
    ]


def test_skills_from_a_line_for_each_row() -> None:
    assert skills(ONE_ROW_A_LINE) == [
        ("Tasting with Others", None, "Role Model Plus"),
        ("Fermentation", "Familiar", "Role Model Plus"),
        ("Cider focus", "Practitioner", "DDaT"),
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (ONE_CELL_A_LINE, ["PRINCE2 7 Practitioner", "Chartered IT Professional (CITP)"]),
        (ONE_ROW_A_LINE, ["ITIL 4 Strategic Leader", "Service Desk Manager"]),
    ],
)
def test_each_qualification_is_an_alternative_without_its_awarding_body(
    text: str, names: list[str]
) -> None:
    found = [d for d in profile(text).drafts if isinstance(d.criterion, CertificationHeld)]
    assert [text[d.start : d.end] for d in found] == names
    assert len({d.group for d in found}) == 1


def test_duties_and_background_are_read_and_training_is_not() -> None:
    words = [ONE_CELL_A_LINE[d.start : d.end] for d in profile(ONE_CELL_A_LINE).drafts]
    assert "Prunes apple and pear trees in winter, and keeps the tools sharp." in words
    assert not any("ladders" in each for each in words)
    background = [d for d in profile(ONE_ROW_A_LINE).drafts if d.criterion.kind == "general"]
    assert [ONE_ROW_A_LINE[d.start : d.end] for d in background] == [
        "Has a nose for cider.",
        "Knows the law on cider.",
    ]


def test_an_ad_is_no_profile() -> None:
    assert read_profile("Cider Maker\n\nEssential\n- A press\n\nDesirable\n- A cellar\n") is None


def test_headings_of_a_profile_with_nothing_below_ask_nothing() -> None:
    assert profile("Work Activity Components\nOrganisation Skills").drafts == ()
