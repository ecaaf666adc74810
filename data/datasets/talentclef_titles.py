"""TalentCLEF 2025 Task A to a test collection: job titles, and titles that mean the same.

A folder of one language holds three tables: ``queries`` (q_id, jobtitle), ``corpus_elements``
(c_id, jobtitle) and ``qrels.tsv`` (query, 0, document, 1). Layout and measures: Gasco et al.,
Overview of TalentCLEF 2025. Must not know what a title is.
"""

from __future__ import annotations

from pathlib import Path

from data.datasets.collection import Collection
from data.datasets.lines import read_qrels, rows

CORPUS = "corpus_elements"


def is_titles(folder: Path) -> bool:
    """Return whether a folder has this layout."""
    return (folder / CORPUS).is_file()


def read_titles(folder: Path) -> Collection:
    """Return the collection in a folder.

    Raises:
        DatasetError: A table is missing or malformed.
    """
    queries = _titles(folder / "queries", "q_id")
    corpus = _titles(folder / CORPUS, "c_id")
    qrels = read_qrels(folder / "qrels.tsv")
    return Collection(folder.resolve().name, queries, corpus, qrels, titles=True)


def _titles(path: Path, name: str) -> dict[str, str]:
    return dict(sorted(cells for _, (*cells,) in rows(path, (name, "jobtitle"))))
