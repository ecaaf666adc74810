"""People as their pages show them: one with all the evidence, or some side by side.

Must not know HTTP or HTML, and computes no score.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from matcher.asks import Ask
from matcher.types import BEST_FIRST, Outcome, Position, Requirement, Verdict
from service.blinding import unnaming
from service.reports.entries import Entry, entry
from service.result import Ranking
from service.store.overrides import StoredOverride
from service.work.shortlist import Line, Shortlist

COMPARED_AT_MOST = 4


@dataclass(frozen=True, slots=True)
class Judged:
    """A requirement as it was judged.

    Attributes:
        asked: The requirement.
        verdict: As people decided it.
        machine: The machine's outcome where that was another.
        said: What people said of it, oldest first.
    """

    asked: Requirement
    verdict: Verdict
    machine: Outcome | None
    said: tuple[StoredOverride, ...]


@dataclass(frozen=True, slots=True)
class Answered:
    """A thing asked with its answer: that on the requirement, or the best of its alternatives'."""

    ask: Ask
    best: Judged
    others: tuple[Judged, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """Somebody in a comparison."""

    line: Line
    name: str
    entry: Entry
    latest: Position | None
    months: int


def name_of(line: Line, *, hidden: bool) -> str:
    """Return what somebody is called: where names are hidden, by the rank the machine gave."""
    return f"Candidate {line.machine_rank}" if hidden else line.label


def comparison(
    of: Shortlist, chosen: Sequence[Line], report: Ranking, *, hidden: bool
) -> dict[str, Any]:
    """Return some people side by side.

    Args:
        of: The shortlist they stand in.
        chosen: Their lines.
        report: Their matches, in the same order.
        hidden: Whether who they are is hidden.
    """
    shown = report.blinded() if hidden else report
    columns = []
    for line, match in zip(chosen, shown.matches, strict=True):
        read = shown.candidates[match.candidate_id]
        columns.append(
            Column(
                line=line,
                name=name_of(line, hidden=hidden),
                entry=entry(shown, of.asks, line.rank, match),
                latest=read.positions[0] if read.positions and not hidden else None,
                months=read.experience_months,
            )
        )
    rows = [
        (ask, [column.entry.answers[n][1] for column in columns]) for n, ask in enumerate(of.asks)
    ]
    return {"columns": columns, "rows": rows}


def person_page(
    of: Shortlist,
    line: Line,
    report: Ranking,
    machine: Mapping[str, Outcome],
    said: Sequence[StoredOverride],
    *,
    hidden: bool,
) -> dict[str, Any]:
    """Return somebody with all the evidence.

    Args:
        of: The shortlist they stand in.
        line: Their line.
        report: Their match alone.
        machine: The machine's outcomes where people decided otherwise, by requirement.
        said: What people said of their verdicts, oldest first.
        hidden: Whether who they are is hidden.
    """
    shown = report.blinded() if hidden else report
    (match,) = shown.matches
    told = entry(shown, of.asks, line.rank, match)
    verdicts = dict(match.verdicts)
    words = _unnamed(said, report, shown) if hidden else said

    def judged(requirement: Requirement) -> Judged:
        return Judged(
            requirement,
            verdicts[requirement.id],
            machine.get(requirement.id),
            tuple(each for each in words if each.requirement_id == requirement.id),
        )

    place = next(n for n, each in enumerate(of.lines) if each.key == line.key)
    return {
        "line": line,
        "name": name_of(line, hidden=hidden),
        "entry": told,
        "hard": [_answered(ask, [judged(each) for each in ask.members]) for ask in of.asks],
        "soft": [judged(asked) for asked, _ in told.closest],
        "previous": of.lines[place - 1] if place else None,
        "next": of.lines[place + 1] if place + 1 < len(of.lines) else None,
        "candidate": shown.candidates[match.candidate_id],
        "number_of": len(of.lines),
    }


def _unnamed(
    said: Sequence[StoredOverride], report: Ranking, blinded: Ranking
) -> list[StoredOverride]:
    """What people said, without the words that name whom they spoke of."""
    (whole,), (masked,) = (
        [each.candidates[match.candidate_id].text for match in each.matches]
        for each in (report, blinded)
    )
    unnamed = unnaming(whole, masked)
    return [replace(each, reason=unnamed(each.reason)) for each in said]


def _answered(ask: Ask, members: Sequence[Judged]) -> Answered:
    best = min(members, key=lambda each: BEST_FIRST.index(each.verdict.outcome))
    return Answered(ask, best, tuple(each for each in members if each is not best))


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of a CV, and the facts that were read from it, by their numbers."""

    text: str
    facts: tuple[int, ...]


def pieces_of(text: str, facts: Sequence[Mapping[str, Any]]) -> list[Marked]:
    """Cut a CV's text at every edge of a fact's quote; the pieces, joined, are the text."""
    edges = {0, len(text), *(e["start"] for e in facts), *(e["end"] for e in facts)}
    return [
        Marked(
            text[start:end],
            tuple(n for n, e in enumerate(facts) if e["start"] <= start and end <= e["end"]),
        )
        for start, end in pairwise(sorted(edges))
    ]
