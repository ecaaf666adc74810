"""Folders in TREC or BEIR style, and TalentCLEF 2026 Task A's, to a test collection.

``queries/`` and ``corpus/`` (or ``roles/`` and ``cvs/``) hold one document a file, of any readable
type, whose name without its ending is the id; or ``queries.jsonl`` and ``corpus.jsonl`` hold
{"id", "text"}, or BEIR's {"_id", "title", "text"}. ``qrels.tsv`` (or BEIR's ``qrels/test.tsv``) has
the four columns of TREC (query, iteration, document, grade) or the three of BEIR (query, document,
grade). Must not know what a role or a candidate is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from data.datasets.collection import Collection, DatasetError
from data.datasets.lines import read_qrels, records
from data.documents import DocumentError, Reader

QUERIES = ("queries", "roles")
CORPUS = ("corpus", "cvs")


def read_folders(folder: Path) -> Collection:
    """Return the collection in a folder.

    Raises:
        DatasetError: A part is missing, a line is malformed, or two documents have one id.
    """
    failed: list[str] = []
    queries = _texts(folder, QUERIES, failed)
    corpus = _texts(folder, CORPUS, failed)
    qrels = read_qrels(_qrels_of(folder))
    return Collection(folder.resolve().name, queries, corpus, qrels, tuple(failed))


def _qrels_of(folder: Path) -> Path:
    nested = folder / "qrels" / "test.tsv"
    return nested if nested.is_file() else folder / "qrels.tsv"


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
    for number, record in records(path):
        try:
            name = str(record["_id"] if "_id" in record else record["id"])
            text = "\n".join(filter(None, (record.get("title"), record["text"])))
        except (KeyError, TypeError):
            raise DatasetError(
                f"{path}, line {number}: not an object with 'id' and 'text'"
            ) from None
        if name in seen:
            raise DatasetError(f"{path}, line {number}: the id {name} was used before")
        seen.add(name)
        yield name, text
