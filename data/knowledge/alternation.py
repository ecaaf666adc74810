"""Many words as one pattern that a regular expression engine tries quickly.

Must not know what the words are. `re` tries the branches of an alternation one after the other; a
tree of common beginnings needs one step for each letter, whatever the number of words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any one of the words, the longest where one begins another."""
    return shared_prefixes([[re.escape(letter) for letter in word] for word in words])


def shared_prefixes(sequences: Sequence[Sequence[str]]) -> str:
    """Return a pattern for any one of several sequences of atoms, common beginnings said once."""
    ends = any(not sequence for sequence in sequences)
    branches: dict[str, list[Sequence[str]]] = {}
    for sequence in sequences:
        if sequence:
            branches.setdefault(sequence[0], []).append(sequence[1:])
    if not branches:
        return ""
    inner = "|".join(first + shared_prefixes(rest) for first, rest in branches.items())
    return f"(?:{inner})?" if ends else f"(?:{inner})"
