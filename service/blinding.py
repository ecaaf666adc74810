"""A match as somebody may see it who is not to know whose it is.

Must not know who may see what. Masks have the length of what they hide: every offset still holds.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from data.patterns import regex
from matcher.candidates.redaction import BLOCK, blind


def masked(match: dict[str, Any], text: str) -> dict[str, Any]:
    """Return a match (`matcher.wire.match_record`) whose quotes name nobody.

    Args:
        match: The match.
        text: The text of the candidate's CV.
    """
    hidden = blind(text)
    verdicts = [
        {**verdict, "evidence": [_masked(each, hidden) for each in verdict["evidence"]]}
        for verdict in match["verdicts"]
    ]
    return {**match, "verdicts": verdicts}


def _masked(evidence: dict[str, Any], hidden: str) -> dict[str, Any]:
    return {**evidence, "quote": hidden[evidence["start"] : evidence["end"]]}


_WORD = regex(r"\w+")


def unnamed(words: str, text: str) -> str:
    """Return somebody's words about a candidate without the words that name the candidate.

    Those are the words of the CV that are hidden wherever they stand in it.

    Args:
        words: What was said.
        text: The text of the candidate's CV.
    """
    return unnaming(text, blind(text))(words)


def unnaming(text: str, hidden: str) -> Callable[[str], str]:
    """Return what does as ``unnamed`` for any words about one candidate.

    Args:
        text: The text of the candidate's CV.
        hidden: The same, blind.
    """
    told = {each.casefold() for each in _WORD.findall(hidden)}
    own = {each.casefold() for each in _WORD.findall(text)} - told

    def without(words: str) -> str:
        return _WORD.sub(
            lambda word: BLOCK * len(word[0]) if word[0].casefold() in own else word[0], words
        )

    return without
