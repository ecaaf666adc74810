"""A ranking as an Excel workbook: shortlist, requirements, evidence, score."""

from __future__ import annotations

import io
from datetime import datetime

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from matcher.asks import KIND_WORDS
from matcher.explain import OUTCOME_WORDS, waterfall
from matcher.types import Outcome
from service.reports import csv
from service.result import Ranking

FILLS = {
    Outcome.MET: "#D7F0DD",
    Outcome.PARTLY: "#FDEBC4",
    Outcome.NOT_MET: "#FBDCDC",
    Outcome.NOT_STATED: "#E3E9F1",
}


def render(ranking: Ranking) -> bytes:
    """Return the workbook. Text is written as text: no cell of a CV is ever a formula."""
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        # The time of writing would make two runs differ.
        book.set_properties({"created": datetime(ranking.as_of.year, 1, 1)})
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        wrap = book.add_format({"text_wrap": True, "valign": "top"})
        _shortlist(book, ranking, bold, wrap)
        _sheet(book, "Requirements", _requirements(ranking), [8, 80, 18, 12, 10], bold, wrap)
        _sheet(book, "Evidence", _evidence(ranking), [26, 8, 18, 60, 80], bold, wrap)
        _sheet(book, "Score", _score(ranking), [26, 70, 10, 10, 10], bold, wrap)
    return buffer.getvalue()


Rows = list[list[str | float]]


def _sheet(
    book: Workbook, name: str, rows: Rows, widths: list[int], bold: Format, wrap: Format
) -> None:
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 0)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row, wrap if number else bold)
    sheet.autofilter(0, 0, max(1, len(rows) - 1), len(rows[0]) - 1)


def _shortlist(book: Workbook, ranking: Ranking, bold: Format, wrap: Format) -> None:
    rows = csv.rows(ranking)
    fills = {
        OUTCOME_WORDS[outcome]: book.add_format({"bg_color": colour, "valign": "top"})
        for outcome, colour in FILLS.items()
    }
    sheet = book.add_worksheet("Shortlist")
    sheet.freeze_panes(1, 2)
    sheet.set_column(1, 1, 26)
    sheet.set_column(len(rows[0]) - 2, len(rows[0]) - 1, 60)
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            style = bold if number == 0 else fills.get(str(cell), wrap)
            sheet.write(number, column, cell, style)
    sheet.autofilter(0, 0, max(1, len(rows) - 1), len(rows[0]) - 1)


def _requirements(ranking: Ranking) -> Rows:
    rows: Rows = [["id", "words of the role", "about", "importance", "one of"]]
    for each in ranking.role.requirements:
        about = KIND_WORDS[each.kind]
        rows.append([each.id, each.text, about, each.importance.value, each.group or ""])
    return rows


def _evidence(ranking: Ranking) -> Rows:
    rows: Rows = [["candidate", "id", "outcome", "reason", "quote"]]
    for match in ranking.matches:
        for requirement_id, verdict in match.verdicts:
            quotes = "\n".join(each.quote for each in verdict.evidence)
            words = OUTCOME_WORDS[verdict.outcome]
            rows.append([match.candidate_id, requirement_id, words, verdict.reason, quotes])
    return rows


def _score(ranking: Ranking) -> Rows:
    rows: Rows = [["candidate", "earned by", "points", "of", "total"]]
    for match in ranking.matches:
        for step in waterfall(match):
            line = step.contribution
            rows.append([match.candidate_id, line.name, line.points, line.possible, step.total])
    return rows
