"""What holds for every role, whatever its text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.roles.reader import read_role, read_statement
from matcher.roles.sections import role_sections
from matcher.roles.units import units
from matcher.types import Asked, Sentence

HEADINGS = [
    "Essential",
    "Desirable:",
    "What you will do",
    "Benefits",
    "Requirements:",
    "The Candidate",
]
PARTS = [
    "Work Activity Components",
    "Qualification Components",
    "Organisation Skills",
    "4 – Expert",
]
WORDS = [
    "You must have a licence",
    "You will run the desk",
    "Experience of",
    "a degree",
    "We offer a pension",
]
MARKS = ["would be an advantage", "(DV an advantage)", "ideally", "not essential", "or equivalent"]
OTHERS = [
    "Please apply",
    "Band 5",
    "£5m",
    "5 years",
    "in the same role",
    "****",
    "mso-font: x;",
    "<p>",
]
STOPS = ["• ", "- ", ".", ",", ";", ":", "\n", "\n\n", "  ", " ", "İ", "é", "’", "|"]
PIECES = st.sampled_from(HEADINGS + PARTS + WORDS + MARKS + OTHERS + STOPS)
TEXTS = st.lists(PIECES, max_size=40).map("".join)


def nothing(_: Sentence) -> list[Asked]:
    return []


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_every_requirement_quotes_the_role_and_ids_count_up(text: str) -> None:
    role = read_role("law", text, nothing)
    for requirement in role.requirements:
        assert text[requirement.start : requirement.end] == requirement.text
        assert requirement.text.strip()
    assert [r.id for r in role.requirements] == [
        f"R{n}" for n in range(1, len(role.requirements) + 1)
    ]


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_sections_cover_the_text_and_units_stand_within_them(text: str) -> None:
    sections = role_sections(text)
    assert sections[0].start == 0
    assert sections[-1].end == len(text)
    at = 0
    for unit in units(text, sections, []):
        assert text[unit.start : unit.end].replace("\n", " ") == unit.text
        assert unit.start >= at
        at = unit.end


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_reading_is_the_same_every_time(text: str) -> None:
    assert read_role("law", text, nothing) == read_role("law", text, nothing)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_a_statement_always_asks_something(text: str) -> None:
    assert read_statement(text, nothing)
