"""Figures with their units, measures, and which way a measure is said to move.

Must not know whether a CV states it or a role asks it. The words are in
``data/knowledge/outcomes.toml``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from data.knowledge.outcomes import outcome_words
from matcher.facts.numbers import Number, numbers
from matcher.facts.phrases import Hit, Phrases

_WORDS = outcome_words()
METRICS = Phrases({name: metric.phrases for name, metric in _WORDS.metrics.items()})
CHANGES = Phrases(_WORDS.changes)
_UNIT = re.compile(
    r"\s?-?(?P<unit>%|per\s?cent\b|percent\b|(?:percentage\s+)?points?\b|pts?\b|pp\b|wpm\b|words\s+(?:per|a)\s+minute\b|"
    r"seconds?\b|secs?\b|minutes?\b|mins?\b|hours?\b|hrs?\b|days?\b|weeks?\b|months?\b)",
    re.IGNORECASE,
)
BY = re.compile(
    r"\bby\s+(?:over\s+|about\s+|around\s+|some\s+|almost\s+|nearly\s+|c\.?\s*)?$", re.I
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure beside a measure."""

    number: Number
    unit: str
    end: int


def figures_in(text: str) -> list[Figure]:
    """Return the figures of ``text`` with their units, in order; '61% to 79%' is one."""
    found = []
    for number in numbers(text):
        if number.looks_like_year or number.vague:
            continue
        unit = _UNIT.match(text, number.end)
        name = _unit_name(unit["unit"]) if unit else number.currency or ""
        found.append(Figure(number, name, unit.end() if unit else number.end))
    return _shared_units(text, found)


def _shared_units(text: str, figures: list[Figure]) -> list[Figure]:
    """'From 61% to 79%': two figures of which the later is the level reached."""
    joined: list[Figure] = []
    for figure in figures:
        last = joined[-1] if joined else None
        between = text[last.end : figure.number.start].strip().lower() if last else ""
        if last and between in ("to", "-", "–", "->", "→") and last.unit == figure.unit:
            number = Number(
                low=last.number.low,
                high=figure.number.low,
                start=last.number.start,
                end=figure.number.end,
                growth=True,
            )
            joined[-1] = Figure(number, figure.unit, figure.end)
        else:
            joined.append(figure)
    return joined


def _unit_name(printed: str) -> str:
    lowered = printed.lower()
    if lowered == "%" or lowered.startswith("per"):
        return "points" if "point" in lowered else "%"
    if lowered.startswith(("point", "pt", "pp")):
        return "points"
    if lowered.startswith("w") and "m" in lowered:
        return "wpm"
    for unit in ("second", "minute", "hour", "day", "week", "month"):
        if lowered.startswith(unit[:3]) or (unit == "hour" and lowered.startswith("hr")):
            return unit + "s"
    return lowered


def direction_of(metric: Hit, changes: list[Hit], rivals: list[Hit]) -> str:
    """Which way the nearest word of change says the measure moved, or ""."""
    moved = [h for h in changes if h.name in ("up", "down", "better")]
    moved = [h for h in moved if not any(h.start < r.start < metric.start for r in rivals)] or moved
    if not moved:
        return ""
    nearest = min(moved, key=lambda h: min(abs(h.end - metric.start), abs(h.start - metric.end)))
    return _WORDS.metrics[metric.name].better if nearest.name == "better" else nearest.name
