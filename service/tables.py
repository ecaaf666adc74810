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
from typing import Any

from service.errors import InputError

TABLES = frozenset({".csv", ".jsonl"})
COLUMNS = ("id", "text")


@dataclass(frozen=True, slots=True)
class Row:
    """One good row."""

    line: int
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """The good rows of a table, and one message for all the others."""

    rows: tuple[Row, ...]
    faults: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Bad:
    """A row that cannot be used, and why."""

    line: int
    fault: str


def read_table(path: Path) -> Table:
    """Return what is in a table.

    Raises:
        InputError: The file cannot be read, is not UTF-8, or lacks a column.
    """
    text = read_utf8(path)
    found = _csv(path, text) if path.suffix.lower() == ".csv" else _jsonl(text)
    rows, bad = _once_each(found)
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


def _once_each(found: Iterable[Row | _Bad]) -> tuple[list[Row], list[_Bad]]:
    rows: dict[str, Row] = {}
    bad: list[_Bad] = []
    for each in found:
        if isinstance(each, _Bad):
            bad.append(each)
        elif each.id in rows:
            bad.append(_Bad(each.line, f"the id {each.id} was used in line {rows[each.id].line}"))
        else:
            rows[each.id] = each
    return list(rows.values()), bad


def _csv(path: Path, text: str) -> Iterator[Row | _Bad]:
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        there = reader.fieldnames or ()
    except csv.Error as error:
        raise InputError(f"{path}: not a CSV table: {error}") from None
    missing = [name for name in COLUMNS if name not in there]
    if missing:
        raise InputError(
            f"{path}: no column {' and no column '.join(missing)}; "
            f"the columns are: {', '.join(there) or 'none'}"
        )
    line = 2
    try:
        for cells in reader:
            if None in cells:
                yield _Bad(line, "more cells than columns")
            else:
                yield _row(line, cells["id"], cells["text"])
            line = reader.line_num + 1
    except csv.Error as error:
        yield _Bad(line, f"not valid CSV ({error}), and nothing below it was read")


def _jsonl(text: str) -> Iterator[Row | _Bad]:
    for line, words in enumerate(text.split("\n"), 1):
        if not words.strip():
            continue
        try:
            record = json.loads(words)
        except json.JSONDecodeError as error:
            yield _Bad(line, f"not valid JSON: {error.msg}")
            continue
        if isinstance(record, dict):
            yield _row(line, record.get("id"), record.get("text"))
        else:
            yield _Bad(line, "not an object with 'id' and 'text'")


def _row(line: int, name: Any, text: Any) -> Row | _Bad:
    candidate = "" if name is None else str(name).strip()
    missing = [
        column
        for column, value in zip(COLUMNS, (candidate, text), strict=True)
        if value is None or not str(value).strip()
    ]
    if missing:
        return _Bad(line, f"no {' and no '.join(missing)}")
    if not isinstance(text, str):
        return _Bad(line, "'text' is not text")
    if not candidate.isprintable() or not whole(text):
        return _Bad(line, "it holds what is no character")
    return Row(line, candidate, text)
