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
    """A stretch of a text.

    Attributes:
        text: The words.
        start: Offset of the first character.
        requirements: The requirements whose evidence covers it, in reading order.
        ends: Those of them whose evidence ends with it: where a label belongs.
        outcome: What is decided on it; None where no evidence covers it.
    """

    text: str
    start: int
    requirements: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
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
        over = [span for span in spans if span[0] <= start and end <= span[1]]
        strongest = min((outcome for *_, outcome in over), key=_STRONGEST.index, default=None)
        names = tuple(dict.fromkeys(name for _, _, name, _ in over))
        ends = tuple(dict.fromkeys(name for _, last, name, _ in over if last == end))
        found.append(Piece(text[start:end], start, names, ends, strongest))
    return found
