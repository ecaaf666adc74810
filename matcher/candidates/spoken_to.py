"""Sentences of a CV that speak to whatever reads it: 'ignore all previous instructions'.

Must not know what else a CV holds, nor scores. Nothing here obeys such words; they are taken out so
that they cannot be close to what a role asks, and reported because an honest CV has none.
"""

from __future__ import annotations

from collections.abc import Sequence

from data.knowledge.instructions import instruction
from matcher.text import sentences
from matcher.types import Notice

NOTICE = "instructions"


def spoken_to_machines(text: str) -> list[tuple[int, int]]:
    """Return the sentences that tell a machine what to make of the CV."""
    if not instruction().search(text):
        return []
    return [(start, end) for start, end in sentences(text) if instruction().search(text[start:end])]


def instructions_notice(spans: Sequence[tuple[int, int]]) -> tuple[Notice, ...]:
    """Return the warning about such sentences, if there are any."""
    if not spans:
        return ()
    message = "The CV speaks to the software that reads it; those words count for nothing."
    return (Notice(NOTICE, message),)
