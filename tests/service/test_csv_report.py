"""CSV: one line a candidate, and nothing that a spreadsheet would run."""

import csv
import io
from dataclasses import replace

import pytest

from matcher.types import Notice
from service.reports import RENDERERS
from tests.service.rankings import ANNA, RANKING, named


def table(ranking=RANKING) -> list[list[str]]:
    content = RENDERERS["csv"](ranking)
    assert isinstance(content, str)
    return list(csv.reader(io.StringIO(content, newline="")))


def test_there_is_a_column_for_each_requirement_and_a_line_for_each_candidate() -> None:
    assert table() == [
        [
            *("rank", "candidate", "band", "score"),
            *("R1 Lead the desk", "R2 A budget of £2m", "R3 A team of 20"),
            *("R4 ITIL Expert", "R5 CITP", "questions", "warnings"),
        ],
        [
            *("1", "anna", "strong", "80.0", "met", "met", "partly met", "met"),
            *("not stated in the CV", "How many? Do you hold CITP?", ""),
        ],
        [
            *("2", "ben", "unlikely", "12.5", "not stated in the CV", "not stated in the CV"),
            *("not met", "not stated in the CV", "not stated in the CV"),
            "Which budgets? Do you hold ITIL Expert? Do you hold CITP?",
            "White text was left out.",
        ],
    ]


@pytest.mark.parametrize("name", ["=HYPERLINK(1)", "+44", "-1", "@SUM(A1)", "\tx", "\rx"])
def test_a_name_that_is_a_formula_is_quoted_out(name: str) -> None:
    assert table(named(name))[1][1] == f"'{name}"


def test_so_is_a_formula_in_any_other_cell() -> None:
    match = replace(ANNA, questions=("=1+1",), warnings=(Notice("code", "@now"),))
    assert table(replace(RANKING, matches=(match,)))[1][-2:] == ["'=1+1", "'@now"]
