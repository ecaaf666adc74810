"""Tables of a person specification, whose rows come as 'Degree in law | Essential | Certificate'.

Must not know what a cell asks. Three layouts are told apart: a column that says how strongly each
row is asked, a column of essentials beside one of desirables, and a column of levels. Rows of any
other table stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from data.knowledge.asking import asking
from data.knowledge.headings import normalised
from data.knowledge.proficiency import frameworks
from data.patterns import regex

_BAR = regex(r"[ \t\xa0]*(?:\||\t)[ \t\xa0|]*")
_HEAD_WORDS = 6
_IMPORTANCE = {
    "essential": "essential",
    "e": "essential",
    "required": "essential",
    "desirable": "desirable",
    "d": "desirable",
    "desired": "desirable",
    "preferred": "desirable",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text to be read under a kind of section.

    Attributes:
        start: Where it starts.
        end: Where it ends.
        kind: The kind of section it is read under.
        cell: Whether it is a cell, which may hold several sentences.
        whole: Whether it is a row that is read as one.
    """

    start: int
    end: int
    kind: str
    cell: bool = False
    whole: bool = False


def pieces(text: str, spans: Iterable[tuple[int, int]], kind: str) -> Iterator[Piece]:
    """Return the sentences of a section in order, with the rows of its tables taken apart."""
    columns: list[str] = []
    for start, end in _with_whole_rows(text, spans):
        row = cells(text, start, end)
        if len(row) < 2:
            columns = []
            yield Piece(start, end, kind)
        elif _is_head(text, row):
            columns = [_IMPORTANCE.get(normalised(text[a:b]), "") for a, b in row]
        else:
            yield from _row(text, row, columns, kind)


def cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the spans of the cells of a row; one where the text is no row."""
    found = []
    at = start
    for bar in _BAR.finditer(text, start, end):
        found.append((at, bar.start()))
        at = bar.end()
    return [*found, (at, end)]


def level_cell(text: str, row: list[tuple[int, int]]) -> str:
    """Return the level of proficiency that the last cell of a row names, or ""."""
    start, end = row[-1]
    printed = text[start:end].strip()
    for framework in frameworks().values():
        level = framework.level(printed)
        if level and not printed.isdigit():
            return level.name
    return ""


def _row(text: str, row: list[tuple[int, int]], columns: list[str], kind: str) -> Iterator[Piece]:
    if len([c for c in columns if c]) > 1 and len(row) == len(columns):
        for (start, end), column in zip(row, columns, strict=True):
            if column and end > start:
                yield Piece(start, end, column, cell=True)
        return
    said = next((n for n, (a, b) in enumerate(row) if n and normalised(text[a:b]) in _marks()), 0)
    if said:
        importance = _IMPORTANCE[normalised(text[slice(*row[said])])]
        yield Piece(row[0][0], row[said - 1][1], importance, cell=True)
        return
    whole = bool(level_cell(text, row))
    yield Piece(row[0][0], row[-1][1], kind, cell=not whole, whole=whole)


def _with_whole_rows(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Join the sentences that one row was parted into."""
    held: tuple[int, int] | None = None
    for start, end in spans:
        if held and "\n" not in text[held[1] : start] and _in_row(text, held[0], end):
            held = (held[0], end)
            continue
        if held:
            yield held
        held = (start, end)
    if held:
        yield held


def _in_row(text: str, start: int, end: int) -> bool:
    """Whether a line holds bars: a row drawn in text, at least two cells wide."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    return " | " in text[first : last if last >= 0 else len(text)]


def _is_head(text: str, row: list[tuple[int, int]]) -> bool:
    printed = [normalised(text[a:b]) for a, b in row]
    known = [words for words in printed if words in _heads()]
    return len(known) > 1 and all(len(words.split()) <= _HEAD_WORDS for words in printed)


@cache
def _heads() -> frozenset[str]:
    return frozenset(normalised(words) for words in asking().phrases["rows.heads"])


@cache
def _marks() -> frozenset[str]:
    return frozenset(_IMPORTANCE)
