"""The words shown beside a name: the sentence of a CV that speaks best for it.

Must not know a report's format. Evidence is cut as short as it can be ('78 people'); who reads a
shortlist wants the sentence around it.
"""

from __future__ import annotations

from matcher.explain import best_quote
from matcher.types import Match
from service.result import Ranking

_CUT = "…"


def best_words(ranking: Ranking, match: Match, width: int) -> str | None:
    """Return the sentence around the best evidence, on one line of at most ``width`` characters.

    A sentence too long for the line is cut at its ends, never within the evidence while that fits.
    """
    evidence = best_quote(ranking.role, match)
    if evidence is None:
        return None
    candidate = ranking.candidates[match.candidate_id]
    start, end = evidence.start, evidence.end
    for each in candidate.sentences:
        if each.start <= start and end <= each.end:
            start, end = each.start, each.end
            break
    before, after = candidate.text[start : evidence.start], candidate.text[evidence.end : end]
    return cut(_line(before, evidence.quote, after), width).strip(" ;,")


def _line(before: str, quote: str, after: str) -> tuple[str, str, str]:
    """Put the three on one line, keeping apart what was apart."""
    words = [" ".join(part.split()) for part in (before, quote, after)]
    gaps = (
        " " if before[-1:].isspace() or quote[:1].isspace() else "",
        " " if after[:1].isspace() or quote[-1:].isspace() else "",
    )
    return words[0] + gaps[0], words[1], gaps[1] + words[2]


def cut(parts: tuple[str, str, str], width: int) -> str:
    """Join what stands before, in and after a quote, and take off what exceeds ``width``."""
    before, quote, after = parts
    if len(before + quote + after) <= width:
        return before + quote + after
    room = width - len(quote) - len(_CUT)
    if before and len(before) > room:
        # The start goes: at most half of what room there is, at a whole word.
        kept = before[len(before) - max(0, (room - len(_CUT)) // 2) :] if room > 4 else ""
        before = _CUT + (kept.partition(" ")[2] if " " in kept else "")
    line = before + quote + after
    if len(line) <= width:
        return line
    kept = line[: width - len(_CUT)]
    space = kept.rfind(" ")
    # Between words; within the quote only where the quote itself is too long for the line.
    whole = kept[:space] if space >= len(before + quote) or not before + after else kept
    return whole.rstrip() + _CUT
