"""Who somebody is never reaches the encoder, and blind mode masks it in place."""

from __future__ import annotations

from datetime import date

import pytest

from embeddings.passages import windows
from matcher.candidates.reader import read_candidate
from matcher.candidates.redaction import BLOCK, blind

CV = """{name}
{address}
{phone} | {email}

PROFILE
Depot manager with nine years in haulage. {pronoun} runs a depot of forty drivers.

EXPERIENCE
Depot Manager, Fell Haulage, 2015 - 2024
- Cut late deliveries by a third
- "{first} never raises a voice", says a driver

PERSONAL DETAILS
Date of birth: {birth}
Nationality: {nation}
{family}
"""

ANNE = {
    "name": "Anne Thwaite",
    "first": "Anne",
    "address": "12 Mill Lane, Kendal",
    "phone": "07700 900123",
    "email": "anne.thwaite@example.com",
    "pronoun": "She",
    "birth": "4 May 1980",
    "nation": "British",
    "family": "Married, two children",
}
OTHERS = {
    "name": {"name": "Kwabena Adjei", "first": "Kwabena", "email": "k.adjei@example.com"},
    "pronoun": {"pronoun": "He"},
    "birth": {"birth": "30/11/1961"},
    "address": {"address": "Flat 3, 88 Canal Street, Leeds"},
    "phone": {"phone": "+44 7700 900456"},
    "nationality": {"nation": "Ghanaian"},
    "family": {"family": "Single"},
}


TODAY = date(2026, 11, 23)


def reading(text: str) -> tuple[object, ...]:
    """All of a reading that a score may rest on."""
    found = read_candidate("c", text, windows, TODAY)
    return (
        [(one.value, one.status, one.position, one.section) for one in found.facts],
        [(one.title, one.employer, one.start, one.end) for one in found.positions],
        [one.text for one in found.passages],
    )


def seen(text: str) -> str:
    """What the encoder sees of a CV."""
    return "\n".join(one.text for one in read_candidate("c", text, windows, TODAY).passages)


@pytest.mark.parametrize("change", OTHERS)
def test_swapping_identity_changes_nothing_the_encoder_sees(change: str) -> None:
    assert seen(CV.format(**(ANNE | OTHERS[change]))) == seen(CV.format(**ANNE))


@pytest.mark.parametrize(
    "name",
    [
        *("Grace Head", "Guy Porter", "Jane Cook", "Mark Page", "Will Young", "Peter Manager"),
        *("Tom Jenkins", "Dawn French", "Jack London", "Ruby Oracle", "Frank Banks"),
        *("Ludwig van der Berg", "Yusuf al-Hassan", "Maria de la Cruz", "Zoë O’Connor-Lane"),
        *("J. P. Sharma", "Li Na", "Łukasz Żak", "MARGARET FIRTH", "Dr Ada Marsh"),
    ],
)
@pytest.mark.parametrize("header", ["{}", "CV of {}", "Curriculum Vitae - {}", "# {}", "{}, MBA"])
def test_any_name_is_read_alike(name: str, header: str) -> None:
    other = CV.format(**(ANNE | {"name": header.format(name), "first": name.split()[-1]}))
    same = CV.format(**(ANNE | {"name": header.format("Anne Thwaite")}))
    assert reading(other) == reading(same)


def test_a_name_repeated_on_every_page_is_no_part_of_what_is_read() -> None:
    def paged(name: str) -> str:
        whole = CV.format(**(ANNE | {"name": name, "first": name.split()[0]}))
        return whole.replace("- Cut", f"{name} | Page 2\n\n- Cut")

    assert reading(paged("Guy Porter")) == reading(paged("Anne Thwaite"))


def test_a_word_of_work_that_is_part_of_the_name_stays() -> None:
    text = CV.format(**(ANNE | {"name": "Guy Porter", "first": "Guy"}))
    more = text.replace("- Cut", "- Led the Head Porter of Guy Hall\n- Cut")
    assert "Led the Head Porter of Guy Hall" in seen(more)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Date of birth: 3 May 1961", "Date of birth: 30 Nov 1999"),
        ("Age: 62", "Gender: female"),
        ("Marital status: divorced", "Religion: Sikh"),
        ("Photograph: attached", "Pronouns: they/them"),
        ("www.example.com/anne", "linkedin.com/in/another-name"),
    ],
)
def test_details_that_no_requirement_turns_on_are_not_read(one: str, other: str) -> None:
    with_one, with_other = (
        CV.format(**ANNE).replace("12 Mill Lane, Kendal\n", f"12 Mill Lane, Kendal\n{line}\n")
        for line in (one, other)
    )
    assert reading(with_one) == reading(with_other) == reading(CV.format(**ANNE))


def test_nationality_heads_no_section() -> None:
    text = "Nationality: Irish\nDepot Manager, Fell Haulage, 2015 - 2024\nCut late deliveries"
    found = read_candidate("c", text, windows, TODAY)
    assert [one.title for one in found.positions] == ["Depot Manager"]


def test_the_reason_for_a_gap_is_not_seen() -> None:
    told = "\nCareer break, 2012 - 2013: {}\n\nPorter, Moorside, 2010 - 2012\n"
    one, other = (
        CV.format(**ANNE) + told.format(reason)
        for reason in ("maternity leave", "caring for my father")
    )
    assert seen(one) == seen(other)


BREAKS = (
    "Career break, March 2013 to March 2014",
    "Maternity leave, March 2013 to March 2014",
    "Sabbatical (travel in Asia), March 2013 to March 2014",
    "March 2013 to March 2014: caring for my mother",
    "I was away from work from March 2013 to March 2014: illness.",
    "I took a year off in 2013.",
    "MATERNITY LEAVE",
    "SABBATICAL",
)


@pytest.mark.parametrize("line", BREAKS)
def test_time_away_leaves_nothing_behind_whatever_the_reason(line: str) -> None:
    told = CV.format(**ANNE).replace("PERSONAL DETAILS", f"{line}\n\nPERSONAL DETAILS")
    assert reading(told) == reading(CV.format(**ANNE))


@pytest.mark.parametrize(
    "line",
    [
        "- Wrote the policy on maternity leave and career breaks",
        "- Covered the rota during my manager's sabbatical",
        "- Looked after residents and their families",
    ],
)
def test_other_peoples_time_away_is_work(line: str) -> None:
    told = CV.format(**ANNE).replace("- Cut", f"{line}\n- Cut")
    assert line.split()[1] in seen(told)


def test_a_post_that_covers_for_somebody_is_a_post() -> None:
    post = "Depot Clerk (maternity cover), Fell Haulage, 2013 - 2014\n- Kept the books\n"
    told = CV.format(**ANNE).replace("PERSONAL DETAILS", f"{post}\nPERSONAL DETAILS")
    found = read_candidate("c", told, windows, TODAY)
    assert [one.start for one in found.positions] == ["2015", "2013"]


@pytest.mark.parametrize(
    "line",
    [
        "EDUCATION\n{}, 1990 to 1997, three A levels",
        "I went to {} and left with three A levels.",
        "EDUCATION\nBA History, {}, 1999",
    ],
)
def test_no_school_is_read_otherwise_than_another(line: str) -> None:
    def told(school: str) -> str:
        words = f"{line.format(school)}\n\nPERSONAL DETAILS"
        return CV.format(**ANNE).replace("PERSONAL DETAILS", words)

    read = [
        reading(told(school))
        for school in ("Harrow School", "Moss Side High School", "University of Oxford")
    ]
    assert read[0] == read[1] == read[2]
    assert "three A levels" in seen(told("Eton College")) or "History" in seen(told("Eton College"))


def test_a_school_that_employs_is_kept() -> None:
    text = CV.format(**ANNE).replace("Fell Haulage", "Clee Hill School")
    assert "Clee Hill School" in seen(text)


def test_pronouns_leave_the_same_words() -> None:
    told = "{} moved the office; {} team thanked {} and still ask {} for help with {} plans."
    read = [
        seen(f"{CV.format(**ANNE)}\n{told.format(*words)}\n")
        for words in (
            ("He", "his", "him", "him", "his"),
            ("She", "her", "her", "her", "her"),
            ("They", "their", "them", "them", "their"),
        )
    ]
    assert read[0] == read[1] == read[2]


def test_verbs_follow_the_neutral_pronoun() -> None:
    read = [
        seen(f"{CV.format(**ANNE)}\n{words}\n").splitlines()[-2:]
        for words in (
            "She always carries keys and is calm. She watches.\nShe's kind. She also has a van.",
            "They always carry keys and are calm. They watch.\nThey're kind. They also have a van.",
        )
    ]
    assert read[0] == read[1]


def test_whose_years_they_are_is_still_read() -> None:
    text = "Anne Thwaite\nanne.thwaite@example.com\nMy husband has nine years in haulage.\n"
    assert "nine years" not in str(reading(text)[0])


def test_what_the_person_did_is_kept() -> None:
    words = seen(CV.format(**ANNE))
    assert "Depot manager with nine years in haulage." in words
    assert "Cut late deliveries by a third" in words
    assert "Thwaite" not in words


@pytest.mark.parametrize(
    "detail",
    [
        "jo.doe@example.org",
        "(01632) 960123",
        "https://example.org/jo",
        "LA9 4QD",
        "maternity leave",
        "Irish citizen",
        "aged 47",
        "Harrowdale Grammar School",
        "registered disabled",
    ],
)
def test_detail_is_masked_in_place(detail: str) -> None:
    text = f"Worked on trams. {detail}. Then on trains."
    masked = blind(text)
    assert len(masked) == len(text)
    assert detail not in masked
    assert BLOCK in masked
    assert masked.startswith("Worked on trams.")
    assert masked.endswith("Then on trains.")


def test_word_that_is_also_a_name_stays_in_lower_case() -> None:
    text = "Mark Grant\n\nProfile\nI mark exams and won a grant for Mark Grant Ltd."
    assert "I mark exams and won a grant" in blind(text)


def test_absence_is_no_reason() -> None:
    text = (
        "Jo Doe\n\nExperience\n\nPorter, Moorside, 2015 - 2019\n"
        "- Career break caring for my mother\n- Moved beds"
    )
    words = seen(text)
    assert "mother" not in words
    assert "Moved beds" in words


@pytest.mark.parametrize("line", ["£2,000,000 budget", "ISO 27001 and ISO 20000", "98.5% of calls"])
def test_numbers_of_work_are_no_phone_numbers(line: str) -> None:
    assert blind(line) == line
