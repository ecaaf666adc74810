"""Tables of CVs, .csv and .jsonl with the columns id and text, to rows and to what is wrong.

Must not know what a CV is. A bad row costs only itself, and all bad rows are named at once.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from service.errors import InputError
from service.lengths import LONGEST

TABLES = frozenset({".csv", ".jsonl"})
COLUMNS = ("id", "text")
# A line or a cell beyond this is no CV, whatever signs it is written with; `service.lengths` says
# what is wrong with a text below it.
_LONGEST_LINE = 12 * LONGEST
csv.field_size_limit(_LONGEST_LINE)


@dataclass(frozen=True, slots=True)
class Row:
    """One good row."""

    line: int
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot be used, and why."""

    line: int
    fault: str


@dataclass(frozen=True, slots=True)
class Table:
    """The good rows of a table, and one message for all the others."""

    rows: tuple[Row, ...]
    faults: tuple[str, ...]


def read_table(path: Path) -> Table:
    """Return what is in a table.

    Raises:
        InputError: The file cannot be read, is not UTF-8, or lacks a column.
    """
    text = read_utf8(path)
    if path.suffix.lower() == ".csv":
        found = list(csv_rows(io.StringIO(text, newline=""), str(path)))
    else:
        found = list(jsonl_rows(io.StringIO(text, newline="\n")))
    rows = [each for each in found if isinstance(each, Row)]
    bad = [each for each in found if isinstance(each, BadRow)]
    if not bad:
        return Table(tuple(rows), ())
    listed = "; ".join(f"line {each.line}: {each.fault}" for each in bad)
    count = f"{len(bad)} row{'s' if len(bad) > 1 else ''}"
    return Table(tuple(rows), (f"{path}: {count} left out: {listed}",))


def read_utf8(path: Path) -> str:
    """Return a file's text.

    Raises:
        InputError: The file cannot be read, or is not UTF-8.
    """
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError(f"{path}: not UTF-8; save it as UTF-8 ('CSV UTF-8' in Excel)") from None
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror or error}") from None


def whole(text: str) -> bool:
    """Whether a text can be written as UTF-8; JSON can spell halves of characters."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def csv_rows(lines: TextIO, name: str) -> Iterator[Row | BadRow]:
    """Yield the rows of a CSV table as they are read; each id is good once.

    Args:
        lines: The table, opened with ``newline=""``.
        name: What to call it in messages.

    Raises:
        InputError: It lacks a column.
    """
    reader = csv.DictReader(_bounded(lines), strict=True)
    try:
        there = reader.fieldnames or ()
    except (csv.Error, _TooLong) as error:
        raise InputError(f"{name}: not a CSV table: {error}") from None
    missing = [column for column in COLUMNS if column not in there]
    if missing:
        raise InputError(
            f"{name}: no column {' and no column '.join(missing)}; "
            f"the columns are: {', '.join(there) or 'none'}"
        )
    return _once_each(_csv_rows(reader))


def jsonl_rows(lines: TextIO) -> Iterator[Row | BadRow]:
    r"""Yield the rows of a JSONL table as they are read; each id is good once.

    Args:
        lines: The table, opened with ``newline="\n"``.
    """
    return _once_each(_jsonl_rows(lines))


def _once_each(found: Iterable[Row | BadRow]) -> Iterator[Row | BadRow]:
    seen: dict[str, int] = {}
    for each in found:
        if isinstance(each, Row) and seen.setdefault(each.id, each.line) != each.line:
            yield BadRow(each.line, f"the id {each.id} was used in line {seen[each.id]}")
        else:
            yield each


class _TooLong(Exception):
    """A line that goes on and on."""


def _bounded(lines: TextIO) -> Iterator[str]:
    while line := lines.readline(_LONGEST_LINE + 1):
        if len(line) > _LONGEST_LINE:
            raise _TooLong(f"a line is longer than {_LONGEST_LINE:,} characters")
        yield line


def _csv_rows(reader: csv.DictReader[str]) -> Iterator[Row | BadRow]:
    line = 2
    try:
        for cells in reader:
            if None in cells:
                yield BadRow(line, "more cells than columns")
            else:
                yield _row(line, cells["id"], cells["text"])
            line = reader.line_num + 1
    except (csv.Error, _TooLong) as error:
        yield BadRow(line, f"not valid CSV ({error}), and nothing below it was read")


def _jsonl_rows(lines: TextIO) -> Iterator[Row | BadRow]:
    number = 0
    while words := lines.readline(_LONGEST_LINE):
        number += 1
        if len(words) == _LONGEST_LINE and not words.endswith("\n"):
            _skip_line(lines)
            yield BadRow(number, f"longer than {_LONGEST_LINE:,} characters")
        elif words.strip():
            yield _json_row(number, words)


def _skip_line(lines: TextIO) -> None:
    while (rest := lines.readline(_LONGEST_LINE)) and not rest.endswith("\n"):
        pass


def _json_row(line: int, words: str) -> Row | BadRow:
    if not whole(words):
        return BadRow(line, "not UTF-8")
    try:
        record = json.loads(words)
    except json.JSONDecodeError as error:
        return BadRow(line, f"not valid JSON: {error.msg}")
    except (RecursionError, ValueError):
        return BadRow(line, "not valid JSON: nested too deeply, or a number too long")
    if not isinstance(record, dict):
        return BadRow(line, "not an object with 'id' and 'text'")
    return _row(line, record.get("id"), record.get("text"))


def _row(line: int, name: Any, text: Any) -> Row | BadRow:
    candidate = "" if name is None else str(name).strip()
    missing = [
        column
        for column, value in zip(COLUMNS, (candidate, text), strict=True)
        if value is None or not str(value).strip()
    ]
    if missing:
        return BadRow(line, f"no {' and no '.join(missing)}")
    if not isinstance(text, str):
        return BadRow(line, "'text' is not text")
    if not candidate.isprintable() or not whole(text):
        return BadRow(line, "it holds what is no character")
    return Row(line, candidate, text)
