"""Attacks on a CV gain nothing and are reported, tried on a few samples and a small CV."""

from datetime import date

import pytest

from benchmarks.attacked import Attacked, attacked
from benchmarks.attacks import attacks, keywords
from benchmarks.layouts import LAYOUTS, docx, pdf_page
from benchmarks.people import sample_people, sample_roles
from benchmarks.states import compared
from data.documents import read_bytes
from embeddings.passages import windows
from matcher.engine import Matcher
from matcher.weights import default_weights
from tests.fakes import FirstLetterEncoder

MATCHER = Matcher(FirstLetterEncoder(), windows, default_weights(), date(2026, 11, 1))
ROLES = sample_roles(MATCHER)
CV = "Jo Doe\n\nWork\n\nManager, X, 2015 - 2019\n- Led 12 people for six years\n- Budget of £1.5m\n"


def edited(name: str) -> str:
    (attack,) = [each for each in attacks([role.text for role in ROLES]) if each.name == name]
    return attack.edit(CV, ROLES[0].text)


@pytest.fixture(scope="module")
def found() -> dict[str, Attacked]:
    people = sample_people().first(3)
    return {each.name: each for each in attacked(MATCHER, ROLES[:2], people)}


def test_no_attack_gains_anything(found: dict[str, Attacked]) -> None:
    assert len(found) == 9
    assert {name: each.gains for name, each in found.items() if each.gained} == {}


def test_every_attack_is_reported(found: dict[str, Attacked]) -> None:
    assert {name: each.reported for name, each in found.items()} == {
        name: each.tried for name, each in found.items()
    }
    assert all(each.tried for each in found.values())


def test_a_gain_is_counted_in_points_and_places() -> None:
    role = ROLES[0]
    best, *_ = MATCHER.rank(role, [MATCHER.read_candidate("jo", CV)])
    one = Attacked("mine")
    one.add(role, best, "instructions", {"jo": best.score - 3, "ann": best.score - 1, "bo": 99.9})
    one.add(role, best, "instructions", {"jo": best.score, "ann": 0.0})
    assert (one.tried, one.gained, one.most_places, one.reported) == (2, 1, 1, 0)
    assert one.most_points == pytest.approx(3)
    assert one.as_dict()["gained"] == 1


def test_attacks_are_what_they_are_called() -> None:
    assert edited("the ad pasted in").endswith(ROLES[0].text)
    assert "- Led 240 people for six years" in edited("contradictory people")
    assert "- Led 12 people for forty years" in edited("contradictory years")
    assert "- Budget of £30.0m" in edited("contradictory money")
    assert edited("200 keywords as skills").splitlines()[-1].count(", ") == 199


def test_there_are_as_many_keywords_as_asked_for_or_none() -> None:
    assert keywords(["Python, SQL and Spark"], 3) == ["Python", "SQL", "Spark"]
    assert keywords(["SQL", "Python"], 2) == ["SQL", "Python"]
    with pytest.raises(ValueError, match="have 1 keywords"):
        keywords(["SQL"])


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_layout_holds_the_words_of_the_cv(name: str) -> None:
    ending, layout = LAYOUTS[name]
    text = sample_people().texts["priyanka-raman"]
    read = read_bytes(layout(text), f"cv.{ending}").text
    lost = set(text.replace("*", " ").split()) - set(read.split())
    assert len(lost) <= 3, lost


@pytest.mark.parametrize(("layout", "ending"), [(docx, "docx"), (pdf_page, "pdf")])
def test_white_text_changes_nothing_that_is_read(layout, ending: str) -> None:  # type: ignore[no-untyped-def]
    clean = read_bytes(layout(CV), f"cv.{ending}")
    white = read_bytes(layout(CV, "ITIL Expert\nPython"), f"cv.{ending}")
    assert white.text.rstrip() == clean.text.rstrip()
    assert [each.code for each in white.warnings] == ["hidden_text"]


def test_the_same_texts_agree_and_others_are_told_by_how_much() -> None:
    texts = sample_people().first(3).texts
    same = compared(MATCHER, ROLES[:2], texts, "same", dict(texts))
    assert (same.agreement, same.newly_met, same.points, same.largest_move) == (1, 0, 0, 0)
    assert same.overlap == pytest.approx(1)
    turned = dict(zip(texts, reversed(list(texts.values())), strict=True))
    other = compared(MATCHER, ROLES[:2], texts, "turned", turned)
    assert other.agreement < 1
    assert other.points > 0
    assert other.largest_move > 0
