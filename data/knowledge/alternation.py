"""Many words as one pattern that a regular expression engine tries quickly.

Must not know what the words are. `re` tries the branches of an alternation one after the other; a
prefix tree needs one step for each letter, whatever the number of words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_Tree = dict[str, "_Tree"]
_END = ""


def any_of(words: Iterable[str]) -> str:
    """Return a pattern that matches any of the words, the longest where one begins another."""
    tree: _Tree = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[_END] = {}
    return _pattern(tree)


def _pattern(tree: _Tree) -> str:
    branches = [
        re.escape(letter) + _pattern(tree[letter]) for letter in sorted(tree) if letter != _END
    ]
    if not branches:
        return ""
    if len(branches) == 1 and _END not in tree:
        return branches[0]
    return f"(?:{'|'.join(branches)}){'?' if _END in tree else ''}"
