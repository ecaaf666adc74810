"""The table of headings: what kind of section a heading of a CV or a role opens.

Must not know where in a document the heading stood, nor what is read from the section.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fnmatch import translate
from functools import cache

from data.knowledge.tables import toml_table
from data.patterns import regex

_FILE = "headings.toml"
_NOT_WORDS = regex(r"[^\w?*]+")


class HeadingsError(ValueError):
    """The table of headings cannot be used; the message says which entry and why."""


@dataclass(frozen=True, slots=True)
class Headings:
    """The headings of one sort of document.

    Attributes:
        plain: Normalised heading to kind.
        patterns: Compiled pattern and kind, in the order of the table.
    """

    plain: dict[str, str]
    patterns: tuple[tuple[re.Pattern[str], str], ...]

    def exact(self, heading: str) -> str | None:
        """Return the kind of a heading that the table lists word for word, or None."""
        return self.plain.get(normalised(heading))

    def kind(self, heading: str) -> str | None:
        """Return the kind of a heading, by word or by pattern, or None where nothing fits."""
        words = normalised(heading)
        if words in self.plain:
            return self.plain[words]
        return next((kind for pattern, kind in self.patterns if pattern.match(words)), None)


def normalised(heading: str) -> str:
    """Return a heading in lower case, "&" as "and", everything but words left out."""
    return " ".join(_NOT_WORDS.sub(" ", heading.lower().replace("&", " and ")).split())


@cache
def headings(document: str) -> Headings:
    """Return the headings of ``document``: "cv" or "role".

    Raises:
        HeadingsError: where the table lacks the document or lists a heading twice.
    """
    table = toml_table(_FILE)
    if document not in table:
        raise HeadingsError(f"{_FILE}: there is no table [{document}]; add one with its kinds")
    plain: dict[str, str] = {}
    patterns: list[tuple[re.Pattern[str], str]] = []
    for kind, entries in table[document].items():
        for entry in entries:
            words = normalised(entry)
            if "*" in words or "?" in words:
                patterns.append((regex(translate(_glob(entry))), kind))
            elif plain.setdefault(words, kind) != kind:
                raise HeadingsError(
                    f"{_FILE}: [{document}] lists {entry!r} under {plain[words]} and {kind}; "
                    "keep one of them"
                )
    return Headings(plain, tuple(patterns))


def _glob(entry: str) -> str:
    return " ".join(entry.lower().replace("&", " and ").split())


@cache
def post_columns() -> frozenset[str]:
    """Return the names of columns that open a table of posts, normalised."""
    table = toml_table(_FILE)
    return frozenset(normalised(name) for name in table["columns"]["posts"])


@cache
def post_labels() -> dict[str, str]:
    """Return what a label in the heading of a post announces: "title", "employer" or "dates".

    Raises:
        HeadingsError: where one label is listed twice.
    """
    table = toml_table(_FILE)
    found: dict[str, str] = {}
    for announced, labels in table["labels"].items():
        for label in labels:
            if found.setdefault(normalised(label), announced) != announced:
                raise HeadingsError(f"{_FILE}: [labels] lists {label!r} twice; keep one of them")
    return found
