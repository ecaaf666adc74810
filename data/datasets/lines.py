"""Files of lines that test collections are made of: JSON, a table with a header, qrels.

Must not know how a folder is laid out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from data.datasets.collection import DatasetError

# Of a line of qrels: TREC's with the iteration, BEIR's without.
_COLUMNS = (4, 3)


def numbered(path: Path) -> list[tuple[int, str]]:
    """Return the lines that hold something, numbered from 1.

    Raises:
        DatasetError: The file cannot be read.
    """
    try:
        # Not splitlines: JSON may hold U+2028, which is no end of a line here.
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise DatasetError(f"{path}: cannot be read: {reason}") from None
    return [(number, line) for number, line in enumerate(lines, 1) if line.strip()]


def records(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the objects of a file of JSON lines, each with the number of its line.

    Raises:
        DatasetError: A line holds no JSON object.
    """
    for number, line in numbered(path):
        try:
            record = json.loads(line)
        except json.JSONDecodeError:
            record = None
        if not isinstance(record, dict):
            raise DatasetError(f"{path}, line {number}: not an object with 'id' and 'text'")
        yield number, record


def rows(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows of a table parted by tabs, below a header that must be ``columns``.

    Raises:
        DatasetError: The header is another, or a row has more or fewer cells.
    """
    lines = iter(numbered(path))
    header = next(lines, (1, ""))[1].strip().split("\t")
    if header != list(columns):
        raise DatasetError(f"{path}: the header is not {' '.join(columns)}, parted by tabs")
    for number, line in lines:
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) != len(columns):
            raise DatasetError(f"{path}, line {number}: not {len(columns)} cells")
        yield number, cells


def read_qrels(path: Path) -> dict[str, dict[str, int]]:
    """Return grades by document by query from a TREC or BEIR qrels file (tabs or spaces).

    Raises:
        DatasetError: A line below the first is neither.
    """
    qrels: dict[str, dict[str, int]] = {}
    for number, line in numbered(path):
        cells = [cell.strip() for cell in (line.split("\t") if "\t" in line else line.split())]
        if len(cells) not in _COLUMNS or not whole(cells[-1]):
            if number == 1:  # a header
                continue
            raise DatasetError(
                f"{path}, line {number}: not 'query 0 document grade', nor 'query document grade'"
            )
        qrels.setdefault(cells[0], {})[cells[-2]] = int(cells[-1])
    return qrels


def whole(cell: str) -> bool:
    """Return whether a cell holds a whole number."""
    return cell.removeprefix("-").isdigit()
