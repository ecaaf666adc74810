"""A ranking as CSV: one line per candidate, one column per requirement."""

from __future__ import annotations

import csv
import io

from matcher.explain import OUTCOME_WORDS, short
from matcher.types import Match
from service.result import Ranking

# Characters of a requirement's words in the head of its column.
HEADER = 60
# Spreadsheets run a cell that starts with one of these as a formula (OWASP, 'CSV injection').
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def rows(ranking: Ranking) -> list[list[str | float]]:
    """Return the header and one row per match, cells in the order of the columns."""
    asked = [f"{each.id} {short(each.text, HEADER)}" for each in ranking.role.requirements]
    header: list[str | float] = [
        "rank",
        "candidate",
        "band",
        "score",
        *asked,
        "questions",
        "warnings",
    ]
    return [header, *(_row(rank, each) for rank, each in enumerate(ranking.matches, 1))]


def _row(rank: int, match: Match) -> list[str | float]:
    outcomes = [OUTCOME_WORDS[verdict.outcome] for _, verdict in match.verdicts]
    questions = " ".join(match.questions)
    warnings = " ".join(each.message for each in match.warnings)
    return [rank, match.candidate_id, match.band, match.score, *outcomes, questions, warnings]


def render(ranking: Ranking) -> str:
    """Return the rows as CSV (RFC 4180); text that a spreadsheet would run is quoted out."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows([[safe(cell) for cell in row] for row in rows(ranking)])
    return out.getvalue()


def safe(cell: str | float) -> str | float:
    """Return a cell that no spreadsheet runs."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
