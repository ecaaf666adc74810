"""What the pages say is said as people say it."""

from datetime import UTC, date, datetime

import pytest

from matcher.criteria import CRITERION_TYPES
from service.api.models.roles import ChangeOut
from service.web import words
from service.web.asking import criterion_from, fields_of, in_words
from service.web.views.roles import change_in_words
from service.web.views.wanted import Wanted, wanted_from

AT = datetime(2026, 11, 26, 14, 5, tzinfo=UTC)


def test_dates_and_numbers_are_british() -> None:
    assert words.day(date(2026, 3, 1)) == "1 March 2026"
    assert words.moment(AT).startswith("26 November 2026, ")
    assert words.number(2500000) == "2,500,000"
    assert words.number(0.5) == "0.5"
    assert words.counted(1, "person", "people") == "1 person"
    assert words.counted(2000, "file") == "2,000 files"


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("", "Untitled role"),
        ("HEAD OF IT SERVICE DESK", "Head of IT Service Desk"),
        ("SENIOR SERVICE MANAGER (HR)", "Senior Service Manager (HR)"),
        ("CIO", "CIO"),
        ("Head of ITSM", "Head of ITSM"),
    ],
)
def test_a_shouted_title_is_said_quietly(title: str, told: str) -> None:
    assert words.titled(title) == told


@pytest.mark.parametrize(
    ("criterion", "told"),
    [
        (
            {"kind": "money_scope", "min_amount": 2.5e6, "currency": "GBP", "scope": "p_and_l"},
            "a P&L of £2.5m or more a year",
        ),
        (
            {"kind": "money_scope", "min_amount": None, "currency": "GBP", "scope": "budget"},
            "a budget, of any size",
        ),
        (
            {"kind": "money_scope", "min_amount": 35e4, "currency": "EUR", "scope": "budget"},
            "a budget of €350,000 or more a year",
        ),
        (
            {"kind": "experience_years", "min_years": 5.0, "of": "service desks", "leading": True},
            "5 or more years leading people in service desks",
        ),
        (
            {"kind": "team_size", "min_people": 50.0, "managers_of_managers": True},
            "leading 50 or more people, managers among them",
        ),
        (
            {"kind": "certification", "any_of": ["MSP", "PRINCE2"], "all_of": ["ITIL Expert"]},
            "ITIL Expert, and MSP or PRINCE2",
        ),
        (
            {
                "kind": "education",
                "level": "degree",
                "subject": "computing",
                "min_grade": "2:1",
                "or_equivalent_experience": True,
            },
            "degree in computing, 2:1 or better, or equivalent experience",
        ),
        ({"kind": "location", "place": "Leeds", "miles": 20.0}, "within 20 miles of Leeds"),
        ({"kind": "language", "any_of": ["French"], "level": "C1"}, "French at level C1"),
        ({"kind": "notice_period", "max_weeks": 4.0}, "free within 4 weeks"),
        ({"kind": "duty"}, ""),
    ],
)
def test_what_is_asked_is_told_in_a_few_words(criterion: dict[str, object], told: str) -> None:
    assert in_words(criterion) == told


@pytest.mark.parametrize("kind", sorted(CRITERION_TYPES))
def test_a_form_sent_back_as_it_was_changes_nothing(kind: str) -> None:
    values = {
        "min_years": 5.0,
        "of": "IT",
        "min_amount": 1e6,
        "currency": "GBP",
        "scope": "budget",
        "min_people": 3.0,
        "any_of": ["A", "B"],
        "all_of": [],
        "level": "degree",
        "place": "Leeds",
        "miles": None,
        "max_weeks": 4.0,
        "name": "SQL",
        "at_least": 1,
        "leading": True,
    }
    fields = fields_of({"kind": kind, **values})
    form = {each.name: str(each.value) for each in fields if each.kind != "yes" or each.value}
    sent = criterion_from(kind, form)
    assert {name: value for name, value in sent.items() if name in values} == {
        each.name: values[each.name] for each in fields if each.name in values
    }


def test_what_people_set_is_told_in_plain_words() -> None:
    body = {
        "requirement_id": "R2",
        "importance": "desirable",
        "weight": 1.5,
        "criterion": {"min_amount": 2.5e6, "scope": "p_and_l", "strict": True, "any_of": []},
    }
    change = ChangeOut(kind="edit", body=body, by="Priya", at=AT)
    assert change_in_words(change) == (
        "R2: nice to have; counts ×1.5; amount a year, at least: 2,500,000; what was held: a P&L; "
        "nothing else will do: yes; any one of: none"
    )


def test_what_is_wanted_stands_in_the_address_and_is_read_back() -> None:
    query = [
        ("show", "one"),
        ("band", "good"),
        ("band", "strong"),
        ("q", "an"),
        ("set", "R2:struck"),
        ("at.R3.min_people", "12.5"),
    ]
    wanted = wanted_from(query)
    assert wanted.query() == (
        "show=one&band=good&band=strong&q=an&set=R2%3Astruck&at.R3.min_people=12.5"
    )
    assert wanted.query(page=3, show="") == (
        "band=good&band=strong&q=an&set=R2%3Astruck&at.R3.min_people=12.5&page=3"
    )
    assert wanted.tried == "set=R2%3Astruck&at.R3.min_people=12.5"
    assert "set" not in wanted.untried
    assert wanted_from([("page", "-1"), ("set", "R2:nonsense"), ("at.R1.of", "3")]) == Wanted()
