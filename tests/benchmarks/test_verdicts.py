"""Verdicts measured: counts made by hand, and baselines that learn from other cases alone."""

import pytest

from benchmarks.verdict_baselines import BASELINES
from benchmarks.verdicts import Judged, accuracy, confusion, false_met, figures, report
from matcher.types import Outcome
from tests.fakes import FirstLetterEncoder

MET, PARTLY, NOT_MET, SILENT = Outcome


def case(number: int, label: Outcome, outcome: Outcome, kind: str = "tool") -> Judged:
    return Judged(str(number), kind, label, outcome)


CASES = [
    case(1, MET, MET),
    case(2, MET, SILENT),
    case(3, NOT_MET, MET),
    case(4, NOT_MET, NOT_MET),
    case(5, SILENT, SILENT, "licence"),
]


def test_accuracy_is_the_share_that_is_as_labelled() -> None:
    assert accuracy(CASES) == 3 / 5


def test_a_false_met_is_counted_among_what_is_not_met() -> None:
    assert false_met(CASES) == 1 / 3
    assert false_met(CASES[:2]) == 0.0


def test_each_label_and_outcome_is_counted() -> None:
    found = confusion(CASES)
    assert found["met"] == {"met": 1, "partly": 0, "not_met": 0, "not_stated": 1}
    assert found["not_met"] == {"met": 1, "partly": 0, "not_met": 1, "not_stated": 0}
    assert sum(count for row in found.values() for count in row.values()) == len(CASES)


def test_figures_have_intervals_and_kinds() -> None:
    found = figures(CASES)
    assert found["accuracy"]["mean"] == pytest.approx(3 / 5)
    assert found["accuracy"]["low"] < 3 / 5 < found["accuracy"]["high"]
    assert found["false_met"]["mean"] == pytest.approx(1 / 3)
    assert {kind: row["cases"] for kind, row in found["kinds"].items()} == {"licence": 1, "tool": 4}
    assert found["kinds"]["licence"]["accuracy"] == 1.0


def test_the_report_shows_every_kind() -> None:
    lines = report(CASES).splitlines()
    assert lines[0] == "5 cases: accuracy 0.600, false met 0.333, misquoted 0"
    assert "tool: 4 cases, accuracy 0.500, false met 0.500" in lines


def labelled(count: int) -> list[dict[str, str]]:
    """Cases whose label is told by the words: alike words are met, others are not stated."""
    pairs = [("anvils and axes", "met"), ("barrels and boats", "not_stated")]
    return [
        {"id": f"{n}", "requirement": "anvils and axes", "cv": pairs[n % 2][0], "label": label}
        for n in range(count)
        for label in [pairs[n % 2][1]]
    ]


@pytest.mark.parametrize("name", ["classifier", "similarity"])
def test_a_baseline_learns_what_can_be_learnt(name: str) -> None:
    cases = labelled(60)
    found = BASELINES[name](cases, FirstLetterEncoder())
    assert found == [case["label"] for case in cases]
    assert BASELINES[name](cases, FirstLetterEncoder()) == found


def test_a_baseline_never_learns_from_the_case_it_judges() -> None:
    # A label that no other case has cannot be known.
    cases = labelled(40)
    lonely = {**cases[0], "label": "partly", "requirement": "quiet", "cv": "quiet"}
    with pytest.warns(UserWarning, match="least populated class"):
        found = BASELINES["similarity"]([*cases, lonely], FirstLetterEncoder())
    assert found[-1] != "partly"


def test_knowing_nothing_gives_the_commonest_label() -> None:
    cases = [*labelled(40), *({**labelled(1)[0], "id": f"more {n}"} for n in range(10))]
    assert set(BASELINES["commonest"](cases, FirstLetterEncoder())) == {"met"}
