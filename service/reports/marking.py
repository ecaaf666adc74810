"""A CV's text cut where evidence starts and ends, so that a page can mark it.

Must not know how a mark looks. The pieces, joined, are the text.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from matcher.types import Outcome, Verdict

# What a reader wants to see of a stretch that several verdicts quote: the hardest news first.
_STRONGEST = (Outcome.NOT_MET, Outcome.MET, Outcome.PARTLY, Outcome.NOT_STATED)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text and the requirements whose evidence covers it, in reading order."""

    text: str
    requirements: tuple[str, ...] = ()
    outcome: Outcome | None = None


def pieces(text: str, verdicts: Iterable[tuple[str, Verdict]]) -> list[Piece]:
    """Cut ``text`` at every edge of a verdict's evidence."""
    spans = [
        (each.start, each.end, requirement_id, verdict.outcome)
        for requirement_id, verdict in verdicts
        for each in verdict.evidence
    ]
    edges = sorted({0, len(text), *(s for s, *_ in spans), *(e for _, e, *_ in spans)})
    found = []
    for start, end in pairwise(edges):
        over = [(name, outcome) for s, e, name, outcome in spans if s <= start and end <= e]
        strongest = min((outcome for _, outcome in over), key=_STRONGEST.index, default=None)
        names = tuple(dict.fromkeys(name for name, _ in over))
        found.append(Piece(text[start:end], names, strongest))
    return found
