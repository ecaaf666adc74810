"""Whole roles through every reader of facts: an ad with lists, and one endless paragraph."""

from matcher.criteria import (
    CertificationHeld,
    EducationHeld,
    ExperienceYears,
    LanguageSpoken,
    LicenceHeld,
    MayWork,
    MoneyScope,
    TeamSize,
    ToolUsed,
)
from matcher.roles.reader import read_role
from matcher.types import Importance, Requirement

LISTED = """Regional Operations Manager
Harbour Leisure Trust

The role
You will run nine swimming pools and the people who keep them open.

Your responsibilities
- Keep the pools safe, warm and open
- Answer for a budget of £4m

Essential
- A minimum of six years in leisure management
- Has held a budget of at least £2m
- Led teams of 40 or more
- NEBOSH General Certificate
- Right to work in the UK
- Calm under pressure

Desirable
- A degree in sports science
- Conversational French
- Full driving licence

Benefits
- Free swimming and a pension scheme

Closing date: 3 March. The successful candidate will be told by 10 March.
"""

ENDLESS = (
    "Payroll Lead Dundee Our client has paid weavers since 1802 and is a family run firm. The Role "
    "You will be responsible for paying 900 weavers each week. Requirements: Experience of using "
    "Sage and Microsoft Excel Good eye for detail A NEBOSH General Certificate would be an "
    "advantage Benefits: a pension and free cloth. To apply please email your CV to the mill."
)


def of(role_text: str, kind: type) -> list[Requirement]:
    return [r for r in read_role("r", role_text).requirements if isinstance(r.criterion, kind)]


def test_the_listed_ad_asks_each_thing_once_with_its_size() -> None:
    (years,) = of(LISTED, ExperienceYears)
    (money,) = of(LISTED, MoneyScope)
    (team,) = of(LISTED, TeamSize)
    assert getattr(years.criterion, "min_years", None) == 6
    assert getattr(money.criterion, "min_amount", None) == 2_000_000
    assert getattr(team.criterion, "min_people", None) == 40
    assert len(of(LISTED, CertificationHeld)) == 1
    assert len(of(LISTED, MayWork)) == 1


def test_the_listed_ad_tells_essential_from_desirable() -> None:
    desirable = {
        r.kind for r in read_role("r", LISTED).requirements if r.importance is Importance.DESIRABLE
    }
    assert desirable == {"education", "language", "licence"}
    assert len(of(LISTED, EducationHeld)) == 1
    assert len(of(LISTED, LanguageSpoken)) == 1
    assert len(of(LISTED, LicenceHeld)) == 1


def test_the_listed_ad_keeps_duties_and_soft_skills_apart() -> None:
    shown = [(r.kind, r.text) for r in read_role("r", LISTED).requirements]
    assert ("duty", "Answer for a budget of £4m") in shown
    assert ("general", "Calm under pressure") in shown
    assert not any("pension" in text or "10 March" in text for _, text in shown)


def test_the_endless_paragraph() -> None:
    assert [r.text for r in of(ENDLESS, ToolUsed)] == [
        "Experience of using Sage",
        "Microsoft Excel",
    ]
    (certificate,) = of(ENDLESS, CertificationHeld)
    assert certificate.importance is Importance.DESIRABLE
    shown = [(r.kind, r.text) for r in read_role("r", ENDLESS).requirements]
    assert ("duty", "You will be responsible for paying 900 weavers each week.") in shown
    assert ("general", "Good eye for detail") in shown
    assert not any("cloth" in text or "email" in text for _, text in shown)
