"""Text of a CV that repeats a role word for word.

Must not know what a role asks, nor what becomes of the repeated text. Twelve words in a row are no
coincidence: shorter runs are job titles and set phrases.
"""

from __future__ import annotations

from array import array
from zlib import crc32

from data.patterns import regex

WORD = regex(r"[^\W\d_][\w'’&+#.-]*[\w+#]|\w")
_RUN = 12
# Any run holds a whole block of half its length, wherever the blocks begin.
_BLOCK = _RUN // 2


def words(text: str) -> list[str]:
    """Return the words of a text in lower case."""
    return [word.lower() for word in WORD.findall(text)]


def blocks(text: str) -> array[int]:
    """Return what a text is looked up by: a checksum of each six words, one block after another."""
    found = words(text)
    return array("I", (_checksum(found, at) for at in range(0, len(found) - _BLOCK + 1, _BLOCK)))


def _checksum(found: list[str], at: int) -> int:
    return crc32(" ".join(found[at : at + _BLOCK]).encode("utf-8", "surrogatepass"))


class Runs:
    """Every twelve words in a row of a role's text, to look for in any number of CVs."""

    def __init__(self, role_text: str) -> None:
        """Take the runs of ``role_text``."""
        found = words(role_text)
        self._runs = {tuple(found[at : at + _RUN]) for at in range(len(found) - _RUN + 1)}
        self._blocks = {_checksum(found, at) for at in range(len(found) - _BLOCK + 1)}

    def may_be_in(self, copy: array[int]) -> bool:
        """Return whether a text of these `blocks` may repeat a run; False is certain."""
        return not self._blocks.isdisjoint(copy)

    def spans_in(self, text: str) -> list[tuple[int, int]]:
        """Return the spans of ``text`` that repeat the role, merged, in order."""
        said = words(text)
        runs = zip(*(said[at:] for at in range(_RUN)), strict=False)
        begins = [at for at, run in enumerate(runs) if run in self._runs]
        if not begins:
            return []
        places = [match.span() for match in WORD.finditer(text)]
        found: list[tuple[int, int]] = []
        for at in begins:
            start, end = places[at][0], places[at + _RUN - 1][1]
            if found and start <= found[-1][1]:
                found[-1] = (found[-1][0], end)
            else:
                found.append((start, end))
        return found
