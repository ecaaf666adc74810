"""Roles and CVs to measure on: the shipped samples, or folders of a caller's own.

Must not know what is measured.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from data import samples
from data.documents import Reader
from matcher.candidates.names import name_of
from matcher.engine import Matcher
from matcher.types import Role

__all__ = [
    "People",
    "add_folders",
    "chosen",
    "people_in",
    "roles_in",
    "sample_people",
    "sample_roles",
]


@dataclass(frozen=True, slots=True)
class People:
    """CVs and whose they are.

    Attributes:
        texts: The text of each CV by id.
        names: The name of each person by id, as the CV prints it; accents do not matter.
    """

    texts: Mapping[str, str]
    names: Mapping[str, str]

    def first(self, count: int) -> People:
        """Return the first people by id."""
        ids = sorted(self.texts)[:count]
        return People({i: self.texts[i] for i in ids}, {i: self.names[i] for i in ids})


def sample_people() -> People:
    """Return the shipped CVs; their files are called after their people."""
    texts = _texts(sorted(samples.cvs().iterdir()))
    return People(texts, {each: each.replace("-", " ").title() for each in texts})


def people_in(folder: Path) -> People:
    """Return the CVs of a folder, with the names that are found in them.

    Where none is found, the name is the file's; what swaps names then leaves that CV as it is.

    Raises:
        DocumentError: A file cannot be read.
    """
    texts = _texts(sorted(path for path in folder.iterdir() if path.is_file()))
    found = {each: name_of(text) for each, text in texts.items()}
    return People(texts, {i: " ".join(n.words) if n else i for i, n in found.items()})


def sample_roles(matcher: Matcher) -> list[Role]:
    """Return the shipped roles as a matcher reads them."""
    return [matcher.read_role(name, text) for name, text in _texts(samples.roles()).items()]


def roles_in(matcher: Matcher, folder: Path) -> list[Role]:
    """Return the roles of a folder as a matcher reads them.

    Raises:
        DocumentError: A file cannot be read.
    """
    texts = _texts(sorted(path for path in folder.iterdir() if path.is_file()))
    return [matcher.read_role(name, text) for name, text in texts.items()]


def add_folders(parser: ArgumentParser) -> None:
    """Have a command take folders in the place of the samples."""
    parser.add_argument("--roles", type=Path, help="a folder of roles; the samples without it")
    parser.add_argument("--cvs", type=Path, help="a folder of CVs; the samples without it")


def chosen(matcher: Matcher, asked: Namespace) -> tuple[list[Role], People]:
    """Return the roles and CVs that a command with `add_folders` was asked to take.

    Raises:
        DocumentError: A file cannot be read.
    """
    people = people_in(asked.cvs) if asked.cvs else sample_people()
    roles = roles_in(matcher, asked.roles) if asked.roles else sample_roles(matcher)
    return roles, people


def _texts(paths: list[Path]) -> dict[str, str]:
    with Reader() as reader:
        return {path.stem: reader.read(path).text for path in paths}
