"""A quick look whether a text can hold any name of a table, before the names are searched in full.

Must not know what the names mean. A text that lacks a word of every name holds none of them; each
name is looked up by its longest word, which few other texts have.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Set

_WORD = re.compile(r"[a-z0-9]+")


def words_of(text: str) -> set[str]:
    """Return the words of a text in lower case; whatever is no letter or digit parts them."""
    return set(_WORD.findall(text.lower()))


def any_part(parts: tuple[str, ...], text: str) -> bool:
    """Return whether a text holds any of the parts, which are in lower case, in any case.

    Plain searches are quicker than one pattern of many branches that ignores case.
    """
    small = text.lower()
    return any(part in small for part in parts)


class Hints:
    """The words of all names of a table."""

    def __init__(self, names: Iterable[str], *, optional: Set[str] = frozenset()) -> None:
        """Take the names, and the words that a text may print otherwise or leave out."""
        self._names: dict[str, set[frozenset[str]]] = {}
        for name in names:
            words = frozenset(words_of(name))
            words = words - optional or words
            longest = max(words, key=lambda word: (len(word), word))
            self._names.setdefault(longest, set()).add(words)

    def any_in(self, words: Set[str]) -> bool:
        """Return whether all words of any name are among ``words``."""
        return any(
            name <= words for word in words & self._names.keys() for name in self._names[word]
        )
