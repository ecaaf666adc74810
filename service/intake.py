"""What a user names on the command line to candidates' sources, in a fixed order, with ids.

Must not parse a document or know what is in one. Files, folders and tables (.csv, .jsonl) may be
mixed; whatever cannot be used is listed with its reason, never dropped in silence.
"""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from service.errors import InputError

TABLES = frozenset({".csv", ".jsonl"})


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be processed, and why."""

    path: str
    error: str


@dataclass(frozen=True, slots=True)
class FileSource:
    """A CV in a file of its own."""

    id: str
    path: Path


@dataclass(frozen=True, slots=True)
class RowSource:
    """A CV in a row of a table; ``origin`` names the file and the line."""

    id: str
    text: str
    origin: str


Source = FileSource | RowSource


def collect(paths: Sequence[Path]) -> tuple[list[Source], list[Failure]]:
    """Return the sources that ``paths`` name, and the rows of tables that hold none.

    Ids are file names without their ending; where two files share one, each keeps its ending,
    and where that is not enough, its folder.

    Raises:
        InputError: A path does not exist, a table lacks a column, or there is no CV at all.
    """
    files: list[Path] = []
    rows: list[RowSource] = []
    failures: list[Failure] = []
    for path in paths:
        if not path.exists():
            raise InputError(f"{path}: no such file or folder; check --candidates")
        if path.is_dir():
            files.extend(_inside(path))
        elif path.suffix.lower() in TABLES:
            found, bad = _rows(path)
            rows.extend(found)
            failures.extend(bad)
        else:
            files.append(path)
    sources: list[Source] = [*_with_ids(dict.fromkeys(files)), *rows]
    _refuse_clashes(sources)
    if not sources and not failures:
        named = ", ".join(str(path) for path in paths)
        raise InputError(f"{named}: no CV found; give .pdf, .docx, .odt, .rtf, .html or .txt files")
    return sources, failures


def _inside(folder: Path) -> list[Path]:
    """Return the files below a folder, sorted; names that start with a dot are not for people."""
    return sorted(
        path
        for path in folder.rglob("*")
        if path.is_file()
        and not any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)
    )


def _with_ids(files: Iterable[Path]) -> list[FileSource]:
    listed = list(files)
    stems = Counter(path.stem for path in listed)
    names = Counter(path.name for path in listed)
    sources = []
    for path in listed:
        if stems[path.stem] == 1:
            name = path.stem
        elif names[path.name] == 1:
            name = path.name
        else:
            name = path.as_posix()
        sources.append(FileSource(name, path))
    return sources


def _refuse_clashes(sources: Sequence[Source]) -> None:
    counts = Counter(source.id for source in sources)
    twice = sorted(name for name, count in counts.items() if count > 1)
    if twice:
        raise InputError(f"two candidates share an id: {', '.join(twice)}; give each its own")


def _rows(path: Path) -> tuple[list[RowSource], list[Failure]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise InputError(f"{path}: not UTF-8; save the table as 'CSV UTF-8'") from None
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from None
    rows = _csv_rows(path, text) if path.suffix.lower() == ".csv" else _jsonl_rows(text)
    found: list[RowSource] = []
    faults: list[tuple[int, str]] = []
    for line, candidate, words, fault in rows:
        if fault:
            faults.append((line, fault))
        else:
            found.append(RowSource(candidate, words, f"{path}, line {line}"))
    if not faults:
        return found, []
    listed = "; ".join(f"line {line}: {fault}" for line, fault in faults)
    return found, [Failure(str(path), f"{path}: {len(faults)} rows left out: {listed}")]


_Row = tuple[int, str, str, str]


def _csv_rows(path: Path, text: str) -> list[_Row]:
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    missing = [name for name in ("id", "text") if name not in (reader.fieldnames or ())]
    if missing:
        there = ", ".join(reader.fieldnames or ()) or "none"
        raise InputError(
            f"{path}: no column {' and no column '.join(missing)}; the columns are: {there}"
        )
    rows = []
    try:
        for row in reader:
            candidate, words = (row["id"] or "").strip(), row["text"] or ""
            fault = "more cells than columns" if None in row else _fault(candidate, words)
            rows.append((reader.line_num, candidate, words, fault))
    except csv.Error as error:
        raise InputError(f"{path}, line {reader.line_num}: not valid CSV: {error}") from None
    return rows


def _jsonl_rows(text: str) -> list[_Row]:
    rows = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except json.JSONDecodeError as error:
            rows.append((number, "", "", f"not valid JSON: {error.msg}"))
            continue
        if not isinstance(record, dict) or not {"id", "text"} <= record.keys():
            rows.append((number, "", "", "not an object with 'id' and 'text'"))
            continue
        candidate, words = str(record["id"]).strip(), record["text"]
        fault = _fault(candidate, words) if isinstance(words, str) else "'text' is not text"
        rows.append((number, candidate, words if isinstance(words, str) else "", fault))
    return rows


def _fault(candidate: str, text: str) -> str:
    missing = [name for name, value in (("id", candidate), ("text", text.strip())) if not value]
    return f"no {' and no '.join(missing)}" if missing else ""
