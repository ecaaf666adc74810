"""Invented roles and CVs that ship with the project, and who suits what.

For a first run, for the documentation and for tests that need whole documents.
Knows where the files are; must not know how to read them.
"""

from importlib.resources import files
from pathlib import Path

__all__ = ["cvs", "judgements", "qrels", "roles"]


def roles() -> list[Path]:
    """Return the six sample roles, sorted by file name."""
    return sorted(path for path in (_home() / "roles").iterdir() if path.is_file())


def cvs() -> Path:
    """Return the folder of the forty sample CVs."""
    return _home() / "cvs"


def qrels() -> Path:
    """Return the TREC qrels file grading every CV for every role, 0 to 3.

    Ids are file names without their ending; the README beside the file says
    what each grade means.
    """
    return _home() / "qrels.tsv"


def judgements() -> Path:
    """Return the JSONL file of labelled cases: one requirement against one CV text each."""
    return _home() / "judgements.jsonl"


def _home() -> Path:
    # Callers open these as ordinary files, so the package is installed unzipped.
    return Path(str(files(__package__)))
