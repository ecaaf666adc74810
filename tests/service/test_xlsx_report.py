"""The workbook, opened by another library than the one that wrote it."""

import io
from dataclasses import replace

import openpyxl
import pytest

from service.reports import RENDERERS
from tests.service.rankings import ANNA, RANKING, named


@pytest.fixture
def book() -> openpyxl.Workbook:
    content = RENDERERS["xlsx"](RANKING)
    assert isinstance(content, bytes)
    return openpyxl.load_workbook(io.BytesIO(content))


def cells(sheet) -> list[tuple[object, ...]]:
    return list(sheet.iter_rows(values_only=True))


def test_it_has_four_sheets(book: openpyxl.Workbook) -> None:
    assert book.sheetnames == ["Shortlist", "Requirements", "Evidence", "Score"]


def test_the_shortlist_is_in_order(book: openpyxl.Workbook) -> None:
    rows = cells(book["Shortlist"])
    assert [row[:4] for row in rows[1:]] == [
        (1, "anna", "strong", 80.0),
        (2, "ben", "unlikely", 12.5),
    ]


def test_outcomes_are_coloured(book: openpyxl.Workbook) -> None:
    fills = {
        cell.value: cell.fill.fgColor.rgb
        for row in book["Shortlist"].iter_rows(min_row=2, min_col=5, max_col=9)
        for cell in row
    }
    assert len(fills) == len(set(fills.values())) == 4


def test_evidence_is_quoted_with_its_reason(book: openpyxl.Workbook) -> None:
    assert ("anna", "R2", "met", "£3m was held.", "a budget of £3m") in cells(book["Evidence"])


def test_the_points_of_the_sheet_add_up_to_the_score(book: openpyxl.Workbook) -> None:
    rows = [row for row in cells(book["Score"]) if row[0] == "anna"]
    assert sum(row[2] for row in rows) == rows[-1][4] == ANNA.score


def test_text_is_never_a_formula() -> None:
    content = RENDERERS["xlsx"](named("=1+1"))
    assert isinstance(content, bytes)
    cell = openpyxl.load_workbook(io.BytesIO(content))["Shortlist"]["B2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_the_clock_is_not_in_it(book: openpyxl.Workbook) -> None:
    assert book.properties.created.year == RANKING.as_of.year
    assert RENDERERS["xlsx"](RANKING) == RENDERERS["xlsx"](RANKING)


def test_a_pool_of_none_shown_is_still_a_workbook() -> None:
    content = RENDERERS["xlsx"](replace(RANKING, matches=()))
    assert isinstance(content, bytes)
    assert len(cells(openpyxl.load_workbook(io.BytesIO(content))["Shortlist"])) == 1
