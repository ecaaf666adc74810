"""A shortlist judges no more people than it takes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import pytest

from embeddings.passages import windows
from matcher import appraisal
from matcher.engine import WIDER, Matcher
from matcher.pool import Pool
from matcher.types import Outcome
from matcher.weights import default_weights
from tests.api.serving import cv
from tests.fakes import FirstLetterEncoder

ROLE = """\
Head of Service Desk

Essential
- ITIL Expert
- Accountability for a budget of at least £2 million
"""
MATCHER = Matcher(FirstLetterEncoder(), windows, default_weights(), date(2026, 11, 23))
READ = MATCHER.read_role("role", ROLE)
STRANGERS = 40


@pytest.fixture
def pool() -> Pool:
    """One who meets everything, and many whose posts are nothing like it."""
    texts = {"anna": cv("Anna Example", budget="£5 million")}
    texts |= {
        f"x{n:02}": f"Xaver\n\nZoo keeper, 2019 - 2021\nHeld the feed budget of £{n},000."
        for n in range(STRANGERS)
    }
    return MATCHER.prepare([MATCHER.read_candidate(*each) for each in texts.items()])


@dataclass
class Judged:
    """Who was judged, in order, and by what kinds of requirements each time."""

    names: list[str] = field(default_factory=list)
    kinds: list[set[str]] = field(default_factory=list)


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> Judged:
    told = Judged()
    decide = appraisal.decide_all

    def count(asked, candidate, context):  # type: ignore[no-untyped-def]
        told.names.append(candidate.id)
        told.kinds.append({each.kind for each in asked})
        return decide(asked, candidate, context)

    monkeypatch.setattr(appraisal, "decide_all", count)
    return told


def test_who_cannot_be_among_the_best_is_not_judged(pool: Pool, judged: Judged) -> None:
    (best,) = MATCHER.shortlist(READ, pool, 1)
    assert best.candidate_id == "anna"
    assert len(judged.names) < STRANGERS
    assert MATCHER.standings(READ, pool)[0].candidate_id == "anna"
    assert sorted(judged.names) == sorted(pool.names), "each is judged once"


def test_who_states_nothing_of_a_kind_is_judged_as_an_empty_cv_is() -> None:
    """What facts alone decide needs no judge where there are none (`registry.facts_for`)."""
    texts = {"silent": "Xaver\n\nZoo keeper\nFed yaks.", "telling": cv("Anna", budget="£1 million")}
    pool = MATCHER.prepare([MATCHER.read_candidate(*each) for each in texts.items()])
    told = {one.candidate_id: dict(one.verdicts) for one in MATCHER.explain(READ, list(pool))}
    for standing in MATCHER.standings(READ, pool):
        verdicts = told[standing.candidate_id]
        assert all(verdicts[name].outcome is outcome for name, outcome in standing.outcomes)
    assert {each.outcome for each in told["silent"].values()} == {Outcome.NOT_STATED}


def test_the_same_asked_again_judges_nobody(pool: Pool, judged: Judged) -> None:
    first = MATCHER.shortlist(READ, pool, 3)
    count = len(judged.names)
    assert MATCHER.shortlist(READ, pool, 3) == first
    assert len(judged.names) == count


DUTY = "You will run the desk for nine hundred colleagues in four offices, day and night"
LONG = f"{ROLE}- At least five years as a service desk manager\n\nDuties\n- {DUTY}\n"


def test_copied_words_and_late_verdicts_change_no_order(judged: Judged) -> None:
    texts = {
        f"c{n:02}": cv(f"Person {n:02}", budget=f"£{n % 4} million")
        + (f"\n\n{DUTY}" if n % 3 == 0 else f"\n\nRan a desk of {n} people.")
        for n in range(24)
    }
    read = [MATCHER.read_candidate(*each) for each in texts.items()]
    role = MATCHER.read_role("role", LONG)
    whole = [
        (each.candidate_id, each.score) for each in MATCHER.standings(role, MATCHER.prepare(read))
    ]
    notices = [m.warnings for m in MATCHER.explain(role, MATCHER.prepare(read))]
    assert any(one.code == "pasted_role_text" for each in notices for one in each)
    before = len(judged.kinds)
    for most in (1, 5, 24):
        found = MATCHER.shortlist(role, MATCHER.prepare(read), most)
        assert [(each.candidate_id, each.score) for each in found] == whole[:most]
    late = [kinds for kinds in judged.kinds[before:] if "experience_years" in kinds]
    assert len(late) < 3 * len(read)


def test_nobody_stands_higher_than_their_prospect(judged: Judged) -> None:
    texts = {f"c{n:02}": cv(f"Person {n:02}", budget=f"£{n % 5} million") for n in range(20)}
    texts["xaver"] = "Xaver\n\nZoo keeper, 2019 - 2021\nFed yaks."
    role = MATCHER.read_role("role", LONG)
    pool = MATCHER.prepare([MATCHER.read_candidate(*each) for each in texts.items()])
    highest = {each.candidate_id: each.score for each in MATCHER.prospects(role, pool)}
    assert all("experience_years" not in kinds for kinds in judged.kinds), "that takes long"
    stand = MATCHER.standings(role, pool)
    assert sorted(highest) == sorted(texts)
    assert all(each.score <= highest[each.candidate_id] for each in stand)
    assert stand[-1].candidate_id == "xaver"
    assert stand[-1].score < highest["xaver"]


def test_of_a_pool_too_large_the_most_promising_are_judged() -> None:
    texts = {f"c{n:02}": cv(f"Person {n:02}", budget=f"£{n} million") for n in range(4)}
    texts |= {f"x{n:02}": f"Xaver\n\nZoo keeper\nFed {n} yaks." for n in range(STRANGERS)}
    read = [MATCHER.read_candidate(*each) for each in texts.items()]
    whole = [(each.candidate_id, each.score) for each in MATCHER.rank(READ, read)]
    few = replace(MATCHER, judge_at_most=2).rank(READ, read)
    assert [(each.candidate_id, each.score) for each in few] == whole[:2]


def test_of_very_many_those_are_looked_at_who_come_close() -> None:
    texts = {f"c{n:02}": cv(f"Person {n:02}", budget=f"£{n} million") for n in range(4)}
    read = [MATCHER.read_candidate(*each) for each in texts.items()]
    asked: list[int] = []

    def recall(documents: Mapping[str, Sequence[str]], queries: Sequence[str], k: int) -> list[str]:
        asked.append(k)
        assert READ.title in queries
        return sorted(documents)[:k]

    some = replace(MATCHER, recall=recall, judge_at_most=1)
    matches = some.rank(READ, read)
    assert (asked, len(matches)) == ([], 1), "four are no more than ten times one"
    many = read + [replace(read[0], id=f"d{n:02}") for n in range(WIDER)]
    (only,) = some.rank(READ, many)
    assert asked == [WIDER]
    assert only.candidate_id in sorted(each.id for each in many)[:WIDER]


def test_a_pool_forgets_what_was_asked_longest_ago() -> None:
    pool, made = Pool([]), []
    for question in [*range(65), 0]:
        pool.answer(str(question), lambda question=question: made.append(question))
    assert made == [*range(65), 0]
    pool.answer("64", lambda: made.append(64))
    assert made == [*range(65), 0]
