"""A folder in TREC or BEIR style to queries, corpus and qrels.

Knows layouts and files; must not know what a role or a candidate is. Layouts: ``queries/`` and
``corpus/`` (or ``roles/`` and ``cvs/``) with one document a file, of any readable type; or
``queries.jsonl`` and ``corpus.jsonl`` with {"id", "text"}, or BEIR's {"_id", "title", "text"}; and
``qrels.tsv`` (or BEIR's ``qrels/test.tsv``) with the four columns of TREC (query, iteration,
document, grade) or the three of BEIR (query, document, grade).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from data.documents import DocumentError, Reader

QUERIES = ("queries", "roles")
CORPUS = ("corpus", "cvs")
# Of a line of qrels: TREC's with the iteration, BEIR's without.
_COLUMNS = (4, 3)


class DatasetError(Exception):
    """A folder that is no test collection; the message says what is missing or wrong."""


@dataclass(frozen=True, slots=True)
class Collection:
    """A test collection.

    Attributes:
        name: The folder's name.
        queries: Text by query id, in order of id.
        corpus: Text by document id, in order of id.
        qrels: Grade by document id, by query id; what is not listed was not judged relevant.
        failed: Documents that could not be read, each as one message.
    """

    name: str
    queries: Mapping[str, str]
    corpus: Mapping[str, str]
    qrels: Mapping[str, Mapping[str, int]]
    failed: tuple[str, ...] = ()


def load(folder: Path) -> Collection:
    """Return the test collection in ``folder``.

    Raises:
        DatasetError: A part is missing, a line is malformed, or the parts do not belong together.
    """
    if not folder.is_dir():
        raise DatasetError(f"{folder}: no such folder")
    failed: list[str] = []
    queries = _texts(folder, QUERIES, failed)
    corpus = _texts(folder, CORPUS, failed)
    qrels = read_qrels(_qrels_of(folder))
    known = {query: grades for query, grades in qrels.items() if query in queries}
    if not known:
        raise DatasetError(f"{folder}: no query of the qrels is among the queries")
    return Collection(folder.resolve().name, queries, corpus, known, tuple(failed))


def _qrels_of(folder: Path) -> Path:
    nested = folder / "qrels" / "test.tsv"
    return nested if nested.is_file() else folder / "qrels.tsv"


def read_qrels(path: Path) -> dict[str, dict[str, int]]:
    """Return grades by document by query from a TREC or BEIR qrels file (tabs or spaces)."""
    qrels: dict[str, dict[str, int]] = {}
    for number, line in _lines(path):
        cells = [cell.strip() for cell in (line.split("\t") if "\t" in line else line.split())]
        if len(cells) not in _COLUMNS or not _whole(cells[-1]):
            if number == 1:  # a header
                continue
            raise DatasetError(
                f"{path}, line {number}: not 'query 0 document grade', nor 'query document grade'"
            )
        qrels.setdefault(cells[0], {})[cells[-2]] = int(cells[-1])
    return qrels


def _whole(cell: str) -> bool:
    return cell.strip().lstrip("-").isdigit()


def _texts(folder: Path, names: tuple[str, ...], failed: list[str]) -> dict[str, str]:
    for name in names:
        if (folder / name).is_dir():
            return dict(sorted(_from_files(folder / name, failed)))
        table = folder / f"{name}.jsonl"
        if table.is_file():
            return dict(sorted(_from_lines(table)))
    raise DatasetError(f"{folder}: no folder {names[0]}/ and no {names[0]}.jsonl")


def _from_files(folder: Path, failed: list[str]) -> Iterator[tuple[str, str]]:
    paths = sorted(path for path in folder.iterdir() if path.is_file() and path.name[0] != ".")
    ids = Counter(path.stem for path in paths)
    twice = sorted(name for name, count in ids.items() if count > 1)
    if twice:
        raise DatasetError(f"{folder}: more than one file has the id {', '.join(twice)}")
    with Reader() as reader:
        for path, document in reader.read_many(paths):
            if isinstance(document, DocumentError):
                failed.append(str(document))
            else:
                yield path.stem, document.text


def _from_lines(path: Path) -> Iterator[tuple[str, str]]:
    seen = set()
    for number, line in _lines(path):
        try:
            record = json.loads(line)
            name = str(record["_id"] if "_id" in record else record["id"])
            text = "\n".join(filter(None, (record.get("title"), record["text"])))
        except (json.JSONDecodeError, KeyError, TypeError, AttributeError):
            raise DatasetError(
                f"{path}, line {number}: not an object with 'id' and 'text'"
            ) from None
        if name in seen:
            raise DatasetError(f"{path}, line {number}: the id {name} was used before")
        seen.add(name)
        yield name, text


def _lines(path: Path) -> list[tuple[int, str]]:
    """Return the lines that hold something, numbered from 1."""
    try:
        # Not splitlines: JSON may hold U+2028, which is no end of a line here.
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise DatasetError(f"{path}: cannot be read: {reason}") from None
    return [(number, line) for number, line in enumerate(lines, 1) if line.strip()]
