"""A job advertisement pasted into a CV is nobody's record; answers to one are."""

from datetime import date

import pytest

from matcher.candidates.adverts import ADVERT
from matcher.candidates.outline import outline
from matcher.candidates.reader import read_candidate

_POST = "EXPERIENCE\n\nDepot Manager, Hollin Freight, 2019 to present\n- Ran a fleet of 40 vans\n\n"


def _adverts(text: str) -> list[str]:
    return [
        text[each.start : each.end].strip()
        for each in outline(text).sections
        if each.kind == ADVERT
    ]


@pytest.mark.parametrize(
    "pasted",
    [
        "Essential\n- At least nine years running a depot\n- A budget of £3m or more",
        "Person specification\n- Fleet of over 60 vehicles\n- Transport manager CPC",
        "What you'll do\n- Lead 55 drivers\n- Own a budget of £3m",
        "Nice to have\n\n- Ideally a transport manager CPC",
        "The successful candidate will hold a transport manager CPC and lead 55 drivers.",
        "We are looking for a leader of 55 drivers with a budget of £3m.",
        "You will lead 55 drivers. You must hold a transport manager CPC.",
        "Essential:\n- A CPC, or equivalent\nDesirable:\n- Arabic",
    ],
)
def test_an_advert_is_told_by_its_headings_and_its_voice(pasted: str) -> None:
    assert _adverts(_POST + "OTHER\n\n" + pasted) == [pasted]


@pytest.mark.parametrize(
    "own",
    [
        "Essential criteria\n- At least nine years: I have run depots for twelve.",
        "Desirable\n\nI hold the CPC, which should help.",
        "Essential\n- Transport manager CPC\n- A fleet of 40 vans",
        "You will find me at the gate at six. You will see it in my record.",
        "Responsibilities\n- Led 55 drivers\n- Experience with unions",
        "REFERENCES\n\n'You will not find a better manager. You are lucky.' Ada Firth",
    ],
)
def test_ones_own_words_are_no_advert(own: str) -> None:
    assert _adverts(_POST + "OTHER\n\n" + own) == []


def test_nothing_is_read_from_an_advert_and_the_recruiter_is_told() -> None:
    advert = "What you will bring\n- Leadership of 75 people\n- Fluent Portuguese\n"
    text = _POST + "WHY ME\n\n" + advert
    read = read_candidate("c", text, lambda _, spans: list(spans), date(2026, 11, 23))
    at = text.index("What you will bring")
    assert all(each.end <= at for each in (*read.facts, *read.passages, *read.sentences))
    assert "pasted_advert" in [each.code for each in read.warnings]


def test_a_section_goes_on_behind_an_advert() -> None:
    text = "SUMMARY\nDriver.\n\nYou are\n- A leader\n\nI have driven since 2010.\n\n" + _POST
    kinds = [each.kind for each in outline(text).sections]
    assert kinds == ["profile", ADVERT, "profile", "experience"]
    assert [each.title for each in outline(text).positions] == ["Depot Manager"]
