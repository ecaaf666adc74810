"""A shortlist as its page shows it: the funnel with its switches, and one page of the table.

Must not know HTTP or HTML, and computes no score.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from matcher.asks import Ask
from matcher.funnel import Gate
from matcher.types import Outcome
from service.web.asking import money
from service.web.views.wanted import (
    SHOWS,
    SIZES,
    SORTS,
    SWITCHES,
    Wanted,
    size_label,
    sizes_of,
    state_of,
)
from service.web.words import BANDS, number
from service.work.shortlist import Shortlist, viewed

PEOPLE_A_PAGE = 25


@dataclass(frozen=True, slots=True)
class Switch:
    """A thing asked, what it does to the pool, and what it may be tried as.

    Attributes:
        ask: As the ranking was made.
        gate: What it does now; None where it takes nobody away.
        bars: Each outcome with how many it has and from where to where its bar goes, in percent.
        state: What it is set to.
        base: What it was.
        sizes: Of each size asked the form's field, its label, the size tried, the size asked, and
            the size asked in words.
    """

    ask: Ask
    gate: Gate | None
    bars: tuple[tuple[Outcome, int, float, float], ...]
    state: str
    base: str
    sizes: tuple[tuple[str, str, str, str, str], ...]


def shortlist_page(before: Shortlist, now: Shortlist, wanted: Wanted) -> dict[str, Any]:
    """Return what the page shows.

    Args:
        before: The shortlist as it is.
        now: As it is tried out, or the same.
        wanted: What is to be seen of it.
    """
    lines = viewed(now, wanted.view)
    pages = max(1, -(-len(lines) // PEOPLE_A_PAGE))
    at = min(wanted.page, pages)
    shown = lines[(at - 1) * PEOPLE_A_PAGE : at * PEOPLE_A_PAGE]
    sizes = Counter(line.band for line in now.lines)
    return {
        "before": before,
        "list": now,
        "wanted": wanted,
        "found": len(lines),
        "page": at,
        "pages": pages,
        "shown": shown,
        "bands": [(name, sizes[name]) for name in _bands(now)],
        "switches": [_switch(ask, now, wanted) for ask in before.asks],
        "shows": SHOWS.items(),
        "sorts": SORTS.items(),
        "switch_words": [(name, words) for name, (words, _) in SWITCHES.items()],
        "moved": sum(line.rank != line.rank_before for line in now.lines),
    }


def _bands(now: Shortlist) -> list[str]:
    """Return the bands that anybody is in, best first; those of no name of ours come last."""
    there = dict.fromkeys(line.band for line in sorted(now.lines, key=lambda each: each.rank))
    order = {name: place for place, name in enumerate(BANDS)}
    return sorted(there, key=lambda name: order.get(name, len(order)))


def _switch(ask: Ask, now: Shortlist, wanted: Wanted) -> Switch:
    gates = {gate.requirement_ids: gate for gate in now.funnel.gates}
    gate = gates.get(tuple(each.id for each in ask.members))
    return Switch(
        ask=ask,
        gate=gate,
        bars=_bars(gate, now.funnel.pool) if gate is not None else (),
        state=wanted.switches.get(ask.id, state_of(ask)),
        base=state_of(ask),
        sizes=tuple(
            (
                f"at.{each.id}.{what}",
                size_label(what),
                number(wanted.sizes.get((each.id, what), size)),
                number(size),
                money(size, each.criterion.currency) if what == SIZES[0] else number(size),
            )
            for each, what, size in sizes_of(ask)
        ),
    )


def _bars(gate: Gate, pool: int) -> tuple[tuple[Outcome, int, float, float], ...]:
    counts = (
        (Outcome.MET, gate.met),
        (Outcome.PARTLY, gate.partly),
        (Outcome.NOT_STATED, gate.not_stated),
        (Outcome.NOT_MET, gate.not_met),
    )
    bars = []
    start = 0.0
    for outcome, count in counts:
        width = 100 * count / pool if pool else 0.0
        bars.append((outcome, count, round(start, 3), round(width, 3)))
        start += width
    return tuple(bars)
