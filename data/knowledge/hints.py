"""A quick look whether a text can hold any name of a table, before the names are searched in full.

Must not know what the names mean. A text that lacks a word of every name holds none of them; each
name is looked up by its longest word, which few other texts have.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Set
from functools import lru_cache

from data.patterns import regex

_WORD = regex(r"[a-z0-9]+")


def plural(name: str) -> str:
    """Return the plural of a name: "pharmacies", "churches", "buses"."""
    if re.search(r"[^aeiou]y$", name):
        return f"{name[:-1]}ies"
    return f"{name}es" if name.endswith(("ch", "sh", "x", "ss", "us")) else f"{name}s"


@lru_cache(maxsize=256)
def words_of(text: str) -> frozenset[str]:
    """Return the words of a text in lower case; whatever is no letter or digit parts them.

    Kept, because each table that a text is looked up in asks for them again.
    """
    return frozenset(_WORD.findall(text.lower()))


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
            words = words_of(name)
            words = words - optional or words
            longest = max(words, key=lambda word: (len(word), word))
            self._names.setdefault(longest, set()).add(words)

    def any_in(self, words: Set[str]) -> bool:
        """Return whether all words of any name are among ``words``."""
        return any(
            name <= words for word in words & self._names.keys() for name in self._names[word]
        )


class Owners:
    """Which of several owners of names a text can name; a name may be printed in the plural.

    Owners are tables of their own, each with a pattern for its names: a text is tried against the
    patterns of those alone whose names it can hold.
    """

    def __init__(self, names: Mapping[str, Iterable[str]]) -> None:
        """Take the names of each owner."""
        worded = {
            owner: [_WORD.findall(name.lower()) for name in own] for owner, own in names.items()
        }
        # By the word of a name that fewest owners share: "management" would try them all.
        shared = Counter(
            word for own in worded.values() for word in {word for words in own for word in words}
        )
        owners: dict[str, set[str]] = {}
        for owner, own in worded.items():
            for words in own:
                rarest = min(words, key=lambda word: (shared[word], -len(word), word))
                owners.setdefault(rarest, set()).add(owner)
                if rarest == words[-1]:
                    owners.setdefault(plural(rarest), set()).add(owner)
        self._order = {owner: place for place, owner in enumerate(names)}
        self._owners = owners

    def in_text(self, text: str) -> list[str]:
        """Return the owners that ``text`` can name, in the order they were given."""
        words = words_of(text) & self._owners.keys()
        found = {owner for word in words for owner in self._owners[word]}
        return sorted(found, key=self._order.__getitem__)
