"""Which reading stands where several kinds read the same words, and what is said twice."""

import pytest

from matcher.criteria import (
    CertificationHeld,
    ClearanceHeld,
    Criterion,
    ExperienceYears,
    LanguageSpoken,
    MoneyScope,
    SectorWorked,
    TeamSize,
    ToolUsed,
)
from matcher.roles.draft import Draft
from matcher.roles.overlaps import resolved
from matcher.roles.repeats import without_pitches, without_repeats
from matcher.types import Asked, Importance


def asked(text: str, words: str, criterion: Criterion) -> Asked:
    start = text.index(words)
    return Asked(criterion, start, start + len(words))


def kinds(text: str, *readings: tuple[str, Criterion]) -> list[str]:
    return [a.criterion.kind for a in resolved(text, [asked(text, w, c) for w, c in readings])]


def experience(of: str, years: float | None = None) -> ExperienceYears:
    return ExperienceYears(years, of)


@pytest.mark.parametrize(
    ("text", "readings", "wanted"),
    [
        (
            "Experience of leading a team of over 40",
            [
                ("Experience of leading a team of over 40", experience("leading a team")),
                ("leading a team of over 40", TeamSize(40)),
            ],
            ["team_size"],
        ),
        (
            "Experience of glazing in a supervisory role",
            [
                (
                    "Experience of glazing in a supervisory role",
                    ExperienceYears(None, "glazing in a supervisory role", True),
                ),
                ("supervisory role", TeamSize(None)),
            ],
            ["experience_years"],
        ),
        (
            "Experience in a supervisory role",
            [
                (
                    "Experience in a supervisory role",
                    ExperienceYears(None, "supervisory role", True),
                ),
                ("supervisory role", TeamSize(None)),
            ],
            ["team_size"],
        ),
        (
            "Six years' Oracle administration",
            [
                ("Six years' Oracle administration", experience("Oracle administration", 6)),
                ("Oracle", ToolUsed(("Oracle",))),
            ],
            ["experience_years"],
        ),
        (
            "Experience of using Oracle",
            [
                ("Experience of using Oracle", experience("using Oracle")),
                ("Oracle", ToolUsed(("Oracle",))),
            ],
            ["tool"],
        ),
        (
            "Experience of replacing ledgers with Oracle",
            [
                (
                    "Experience of replacing ledgers with Oracle",
                    experience("replacing ledgers with Oracle"),
                ),
                ("Oracle", ToolUsed(("Oracle",))),
            ],
            ["experience_years", "tool"],
        ),
        (
            "Ledger software experience (e.g. Oracle)",
            [
                ("Ledger software experience", experience("Ledger software")),
                ("Oracle", ToolUsed(("Oracle",))),
            ],
            ["tool"],
        ),
        (
            "Oracle Certified Professional",
            [
                (
                    "Oracle Certified Professional",
                    CertificationHeld(("Oracle Certified Professional",)),
                ),
                ("Oracle", ToolUsed(("Oracle",))),
            ],
            ["certification"],
        ),
        (
            "A budget of £3m and a team of 50",
            [
                ("A budget of £3m", MoneyScope(3_000_000)),
                ("a team of 50", TeamSize(50)),
            ],
            ["money_scope", "team_size"],
        ),
        (
            "Five years of mortgage advice in banking",
            [
                ("Five years of mortgage advice in banking", experience("mortgage advice", 5)),
                ("banking", SectorWorked(("banking",))),
            ],
            ["experience_years"],
        ),
        (
            "Greek and Turkish",
            [("Greek", LanguageSpoken(("Greek",))), ("Turkish", LanguageSpoken(("Turkish",)))],
            ["language", "language"],
        ),
    ],
)
def test_which_reading_stands(
    text: str, readings: list[tuple[str, Criterion]], wanted: list[str]
) -> None:
    assert kinds(text, *readings) == wanted


def test_two_lengths_in_one_sentence_both_stand() -> None:
    text = "Nine years in rail, with four leading crews"
    assert kinds(
        text,
        ("Nine years in rail", experience("rail", 9)),
        ("four leading crews", ExperienceYears(4, "leading crews", leading=True)),
    ) == ["experience_years", "experience_years"]


def test_said_twice_the_fuller_stays_with_the_importance_that_words_state() -> None:
    text = "Signalling experience. Desirable: 5 years of railway signalling."
    brief = Draft(experience("signalling"), 0, 21, unit=0)
    full = Draft(
        experience("railway signalling", 5), 34, 63, Importance.DESIRABLE, unit=1, marked=True
    )
    assert without_repeats([brief, full], text) == [full]


def test_a_check_named_with_its_level_and_without_is_one_check() -> None:
    text = "criminal record check; enhanced DBS check; SC clearance"
    whole = Draft(ClearanceHeld(("criminal record check",)), 0, 21, unit=0)
    level = Draft(ClearanceHeld(("Enhanced DBS",)), 23, 41, unit=1)
    other = Draft(ClearanceHeld(("SC",)), 43, 55, unit=2)
    assert without_repeats([whole, level, other], text) == [level, other]


def test_different_sizes_are_different_requirements() -> None:
    text = "a team of 5, then a team of 50"
    drafts = [Draft(TeamSize(5), 0, 11, unit=0), Draft(TeamSize(50), 18, 30, unit=1)]
    assert without_repeats(drafts, text) == drafts


def test_an_experienced_somebody_is_dropped_where_the_role_says_what_experience_it_means() -> None:
    text = "We need an experienced signaller. Experience of level crossings."
    pitch = Draft(experience("signaller"), 11, 32, unit=0)
    named = Draft(experience("level crossings"), 34, 63, unit=1)
    assert without_pitches([pitch, named], text) == [named]
    assert without_pitches([pitch], text) == [pitch]


def test_experience_of_a_sector_is_the_sector_and_beside_it_on_request() -> None:
    text = "Experience in the brewing industry"
    readings = [
        asked(text, text, experience("brewing industry")),
        asked(text, "brewing industry", SectorWorked(("brewing",))),
    ]
    assert [a.criterion.kind for a in resolved(text, readings)] == ["sector"]
    both = resolved(text, readings, settings=True)
    assert [a.criterion.kind for a in both] == ["experience_years", "sector"]
