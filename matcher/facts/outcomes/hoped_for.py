"""Whether a figure was aimed at, agreed or worked to, not reached: 'a target of 95%'.

Must not know how a result is judged. Between a word of wishing and its figure stands the name of
the measure, however long, and next to nothing else.
"""

from __future__ import annotations

import re

from data.patterns import regex
from matcher.facts.layout.phrases import Hit
from matcher.facts.outcomes.figures import Figure

_WORKED_TO = regex(
    r"\b(?:work\w*|operat\w+|contract\w*|commit\w*)\s+(?:to|with)\s+(?:an?\s+|the\s+|our\s+)?(?:of\s+)?$",
    re.IGNORECASE,
)
# '91% in May (goal 90%)': the goal is another figure.
_PARTED = regex(r"[,;(]")


def is_wish(text: str, metric: Hit | None, figure: Figure, changes: list[Hit]) -> bool:
    """Return whether a figure beside a measure was only wished for.

    Args:
        text: The sentence.
        metric: The measure, if one is named.
        figure: The figure.
        changes: Words of change and of wishing in its clause.
    """
    if _WORKED_TO.search(_without(text, metric, 0, figure.number.start)):
        return True
    for hit in changes:
        if hit.name != "wished":
            continue
        aimed = [other for other in changes if _aims_at(text, hit, other)]
        if any(not _moved_since(other, figure, changes) for other in aimed):
            return True
        before = None
        if hit.end <= figure.number.start:
            before = _without(text, metric, hit.end, figure.number.start)
        against = text[hit.start : hit.end].lower() == "against"
        after = text[figure.end : hit.start] if hit.start >= figure.end and not against else None
        if (before is not None and len(before.split()) <= 2) or (
            after is not None and len(after.split()) <= 1 and not _PARTED.search(after)
        ):
            return True
    return False


def _without(text: str, metric: Hit | None, start: int, end: int) -> str:
    """What stands at ``[start, end)`` besides the name of the measure."""
    if metric is None or not start <= metric.start <= metric.end <= end:
        return text[start:end]
    return f"{text[start : metric.start].rstrip()} {text[metric.end : end].lstrip()}"


def _moved_since(aimed: Hit, figure: Figure, changes: list[Hit]) -> bool:
    """Whether another change is told between one that was aimed at and a figure."""
    return any(
        aimed.end <= other.start < figure.number.start
        for other in changes
        if other.name in ("up", "down", "better")
    )


def _aims_at(text: str, wish: Hit, change: Hit) -> bool:
    """'Aimed to raise', 'a target of raising': the change itself was only wished for."""
    between = text[wish.end : change.start]
    moves = change.name in ("up", "down", "better") and change.start >= wish.end
    return (
        moves and len(between.split()) <= 2 and not re.search(r"[,;.]|\bby\b|\band\b|\d", between)
    )
