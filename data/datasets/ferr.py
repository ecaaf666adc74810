"""FERR's human labels to a test collection: terms of a job advert against résumés.

``queries.jsonl`` holds {"jd_id", "terms"}, ``corpus.jsonl`` {"id", "text"} and ``qrels.tsv`` the
columns jd_id, resume_id, score, hr_id, where a score is what one HR rater gave, 1 to 7. Each advert
has some nine résumés, all of which two recommenders had put forward: whoever is not listed is not
judged. The adverts' texts were not published, so that a query is a list of what is asked.
Must not know how a text is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from data.datasets.collection import Collection, DatasetError
from data.datasets.lines import records, rows, whole

COLUMNS = ("jd_id", "resume_id", "score", "hr_id")
# The lowest score is no gain; above the middle of the scale a résumé counts as relevant.
LOWEST, RELEVANT = 1, 5


def is_ferr(folder: Path) -> bool:
    """Return whether a folder has this layout."""
    path = folder / "qrels.tsv"
    if not path.is_file():
        return False
    with path.open(encoding="utf-8", errors="replace") as stream:
        return stream.readline().split() == list(COLUMNS)


def read_ferr(folder: Path) -> Collection:
    """Return the collection in a folder.

    Raises:
        DatasetError: A file is missing or malformed.
    """
    return Collection(
        folder.resolve().name,
        dict(sorted(_texts(folder / "queries.jsonl", "jd_id", "terms"))),
        dict(sorted(_texts(folder / "corpus.jsonl", "id", "text"))),
        _grades(folder / "qrels.tsv"),
        relevant=RELEVANT - LOWEST,
        judged_only=True,
    )


def _texts(path: Path, name: str, field: str) -> Iterator[tuple[str, str]]:
    for number, record in records(path):
        told = record.get(field)
        if name not in record or not isinstance(told, str | list):
            raise DatasetError(f"{path}, line {number}: not an object with '{name}' and '{field}'")
        yield str(record[name]), told if isinstance(told, str) else _asked(told)


def _asked(terms: list[str]) -> str:
    """Put terms as an advert puts them: a heading, and a line for each."""
    return "\n".join(["Requirements", *(f"- {term}" for term in terms)])


def _grades(path: Path) -> dict[str, dict[str, int]]:
    qrels: dict[str, dict[str, int]] = {}
    for number, (query, document, score, _rater) in rows(path, COLUMNS):
        if not whole(score):
            raise DatasetError(f"{path}, line {number}: {score} is no whole score")
        qrels.setdefault(query, {})[document] = int(score) - LOWEST
    return qrels
