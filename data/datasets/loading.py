"""A folder to a test collection, whichever layout it has.

Must not know what is in a file.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from data.datasets.collection import Collection, DatasetError
from data.datasets.ferr import is_ferr, read_ferr
from data.datasets.folders import read_folders
from data.datasets.talentclef_titles import is_titles, read_titles


def load(folder: Path) -> Collection:
    """Return the test collection in ``folder``, less the judgements on queries it lacks.

    Raises:
        DatasetError: A part is missing, a line is malformed, or the parts do not belong together.
    """
    if not folder.is_dir():
        raise DatasetError(f"{folder}: no such folder")
    if is_titles(folder):
        found = read_titles(folder)
    elif is_ferr(folder):
        found = read_ferr(folder)
    else:
        found = read_folders(folder)
    known = {query: grades for query, grades in found.qrels.items() if query in found.queries}
    if not known:
        raise DatasetError(f"{folder}: no query of the qrels is among the queries")
    return replace(found, qrels=known)
