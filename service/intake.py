"""What a user names on the command line to candidates' sources, in a fixed order, with ids.

Must not parse a document or know what is in one. Files, folders and tables (.csv, .jsonl) may be
mixed; whatever cannot be used is listed with its reason, never dropped in silence.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TypeVar

from service.errors import InputError
from service.tables import TABLES, read_table

# What operating systems and editors leave in folders, beside names that start with a dot.
DEBRIS = frozenset({"thumbs.db", "desktop.ini"})


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
_AnyPath = TypeVar("_AnyPath", bound=PurePath)


def collect(paths: Sequence[Path], role: Path | None = None) -> tuple[list[Source], list[Failure]]:
    """Return the sources that ``paths`` name, and what among them can be none.

    Ids are file names without their ending; where two files share one, each keeps its ending,
    and where that is not enough, its folder.

    Args:
        paths: Files, folders and tables.
        role: A file that is no candidate, should it lie in one of the folders.

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
            inside = [each for each in _inside(path) if not _same(each, role)]
            files.extend(each for each in inside if not is_table(each))
            failures.extend(_refused(each) for each in inside if is_table(each))
        elif is_table(path):
            table = read_table(path)
            rows += [RowSource(r.id, r.text, f"{path}, line {r.line}") for r in table.rows]
            failures += [Failure(str(path), fault) for fault in table.faults]
        else:
            files.append(path)
    named = [FileSource(name, path) for name, path in named_apart(dict.fromkeys(files))]
    sources: list[Source] = [*named, *rows]
    _refuse_clashes(sources)
    if not sources and not failures:
        asked = ", ".join(str(path) for path in paths)
        raise InputError(f"{asked}: no CV found; give .pdf, .docx, .odt, .rtf, .html or .txt files")
    return sources, failures


def origin(source: Source) -> str:
    """Return where a source is, for people: a path, or a table's path and line."""
    if isinstance(source, RowSource):
        return source.origin
    return os.fsencode(source.path).decode("utf-8", "replace")


def is_table(path: PurePath) -> bool:
    """Whether a file's ending says that it is a table of CVs."""
    return path.suffix.lower() in TABLES


def is_debris(path: PurePath) -> bool:
    """Whether a file, named from the folder that was given, is not meant for people."""
    hidden = any(part.startswith((".", "~$")) for part in path.parts)
    return hidden or path.name.lower() in DEBRIS


def _same(path: Path, role: Path | None) -> bool:
    return role is not None and role.exists() and path.samefile(role)


def _refused(table: Path) -> Failure:
    return Failure(
        str(table), f"{table}: a table among CVs is left out; name it itself after --candidates"
    )


def _inside(folder: Path) -> list[Path]:
    """Return the files below a folder that are meant for people, sorted."""
    return sorted(
        path
        for path in folder.rglob("*")
        if path.is_file() and not is_debris(path.relative_to(folder))
    )


def named_apart(files: Iterable[_AnyPath]) -> list[tuple[str, _AnyPath]]:
    """Return each file with its id: its name without the ending, as long as that tells it apart."""
    listed = list(files)
    stems = Counter(path.stem for path in listed)
    names = Counter(path.name for path in listed)
    named = []
    for path in listed:
        if stems[path.stem] == 1:
            name = path.stem
        elif names[path.name] == 1:
            name = path.name
        else:
            name = path.as_posix()
        named.append((printable(name), path))
    return named


def printable(name: str) -> str:
    """Return a file's name without what could move a terminal's cursor or is no character."""
    decoded = os.fsencode(name).decode("utf-8", "replace")
    return "".join(sign if sign.isprintable() else "?" for sign in decoded)


def _refuse_clashes(sources: Sequence[Source]) -> None:
    counts = Counter(source.id for source in sources)
    twice = sorted(name for name, count in counts.items() if count > 1)
    if twice:
        raise InputError(f"two candidates share an id: {', '.join(twice)}; give each its own")
