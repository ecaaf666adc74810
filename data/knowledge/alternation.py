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


def shared_prefixes(sequences: Sequence[list[str]]) -> str:
    """Return a pattern for any one of several sequences of atoms, common beginnings said once."""
    branches: dict[str, list[list[str]]] = {}
    for sequence in sequences:
        if sequence:
            branches.setdefault(sequence[0], []).append(sequence)
    if not branches:
        return ""
    inner = "|".join(map(_branch, branches.values()))
    return f"(?:{inner})?" if any(not sequence for sequence in sequences) else f"(?:{inner})"


def _branch(sequences: Sequence[list[str]]) -> str:
    """Return the pattern of sequences that begin with the same atom."""
    # What least and most share all of them share. A group for each atom would match the same, and
    # take three times as long to compile.
    least, most = min(sequences), max(sequences)
    differ = (n for n, (one, other) in enumerate(zip(least, most, strict=False)) if one != other)
    shared = next(differ, min(len(least), len(most)))
    return "".join(least[:shared]) + shared_prefixes([one[shared:] for one in sequences])
