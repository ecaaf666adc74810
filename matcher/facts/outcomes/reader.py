"""Measured results: which measure moved, which way, how far, or where it stood.

Must not know how a shortfall is judged. A result needs a measure and either a figure or a word of
change in the same clause: 'worked tickets from the backlog' is none. The words are in
``data/knowledge/outcomes.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from data.knowledge.outcomes import outcome_words
from data.patterns import regex
from matcher.facts.layout.clauses import clause_between
from matcher.facts.layout.phrases import Hit
from matcher.facts.layout.quoting import fact_at
from matcher.facts.numbers.numbers import amounts
from matcher.facts.outcomes import of_others as results_of_others
from matcher.facts.outcomes import told_again, year_rows, yearly_changes
from matcher.facts.outcomes.asks import ask
from matcher.facts.outcomes.before_after import is_before_me
from matcher.facts.outcomes.figures import Figure
from matcher.facts.outcomes.grades import UNIT, name
from matcher.facts.outcomes.hoped_for import is_wish
from matcher.facts.outcomes.measures import (
    BY,
    CHANGE_OF,
    CHANGES,
    METRICS,
    direction_of,
    figures_in,
    is_growth,
    promoter_points,
    way_of,
)
from matcher.facts.outcomes.savings import savings_in
from matcher.facts.people import nouns as head_nouns
from matcher.facts.states import actors
from matcher.facts.states.not_own import is_not_own
from matcher.facts.states.wishes import wished
from matcher.types import Fact, Outline, Sentence
from matcher.values import Result

__all__ = ["ask", "read"]
_WORDS = outcome_words()
# 'Nearly 25%' is short of 25%, by how little is not said.
_NOT_QUITE = 0.99
_NEUTRAL = ("held", "wished")
_CLAUSE = regex(
    r"[;|•]|\bwithout\b|\bwith\s+no\b|\.\s|,\s+(?:and|but|while|which)\s|(?<!\b(?:19|20)\d\d)\s[-–—]\s(?!\d[\d.]*\s?(?:%|per\s?cent))|\b(?:but|while)\b",
    re.I,
)
_TO = regex(r"\b(?:to|at|of|reaching|above|below|under|over)\s+(?:just\s+)?$", re.IGNORECASE)
# 'Our best score was +12', 'raised to +30': where a score stood, which has no unit of its own.
_STOOD = regex(r"\b(?:was|is|were|stood\s+at|at|to|reach\w*)\s+(?:just\s+)?\+?$", re.IGNORECASE)
# 'The improvement was 45', 'measured at 45 sites': no score that was reached.
_GAINED = regex(
    r"\b(?:improvement|rise|increase|gain|uplift|growth|jump|fall|drop|decline|change|difference|swing)\b[^.;]*$",
    re.IGNORECASE,
)
_OF_THINGS = regex(
    r"\s+(?!(?:points?|was|is|this|has|across|as|versus|vs|thus)\b)(?:[a-z-]+\s+)?[a-z]{3,}s\b(?=\s*(?:$|[.,;]|in\b|and\b|by\b))"
)
# 'No fall in quality': nothing moved. 'Know what they cost': no cost of the business.
_NO = regex(r"\b(?:no|not\s+an?|without(?:\s+an?y?)?)\s+$", re.IGNORECASE)
_COST_VERB = regex(r"\b(?:they|it|that|this|which|would|will|could)\s+$", re.IGNORECASE)
_LONG = ("days", "weeks", "months")
_THING = regex(
    r"\s+(?:dashboards?|reports?|reporting|surveys?|clauses?|penalt\w+|templates?|definitions?|"
    r"calculations?|documents?|workshops?|training|tax(?:es)?|ledgers?|invoices?)\b",
    re.IGNORECASE,
)
_LEAVING = regex(
    r"(?:left|leave|leaving|quit|resigned|walked\s+out)\s+(?:each|every|a|within)\b", re.IGNORECASE
)
_DONE = regex(
    r"(?:ed|cut|brought(?: down)?|grew|grown|rose|risen|fell|fallen|drove|shrank|shrunk|took out|"
    r"down|up)$",
    re.I,
)


# From here on the general format of a number would print a power of ten.
_LARGE = 1_000_000


def read(cv: Outline) -> list[Fact]:
    """Return every measured result."""
    found: list[Fact] = []
    for at, alone in enumerate(cv.sentences):
        sentence = year_rows.with_name(cv, at) or told_again.with_next(cv, at) or alone
        text = sentence.text
        metrics = [
            hit
            for hit in METRICS.find(text)
            if not (
                _observed(text, hit)
                or results_of_others.of_everybody(text, hit, *_clause(text, hit.start, hit.end))
                or _of_no_staff(text, hit)
            )
        ]
        money = amounts(text)
        if not (metrics or money) or actors.before_my_time(text) or actors.others_did(text):
            continue
        if results_of_others.of_nobody(text):
            continue
        if metrics:
            found += _results(sentence, metrics, figures_in(text))
        found += savings_in(sentence, money)
    return found


def _observed(text: str, metric: Hit) -> bool:
    """Whether a measure was only reported on or watched, and nothing moved it before that."""
    if _THING.match(text, metric.end):
        return True  # 'the SLA dashboard'
    if text[metric.start : metric.end].lower() == "cost" and _COST_VERB.search(
        text, 0, metric.start
    ):
        return True
    start, last = _clause(text, metric.start, metric.end)
    if results_of_others.nothing_settled(text, metric, start, last):
        return True
    told = [hit for hit in CHANGES.find(text, start, metric.start) if hit.name not in _NEUTRAL]
    return bool(told) and told[-1].name == "observed"


def _of_no_staff(text: str, metric: Hit) -> bool:
    """Whether those who 'left each year' are not said to have worked there."""
    if not _LEAVING.match(text, metric.start):
        return False
    told = text[max(0, metric.start - 40) : metric.start]
    named = [hit.name for hit in head_nouns.nouns(told, in_list=True)]
    return not named or named[-1] not in ("people", "managers")


def _results(sentence: Sentence, metrics: list[Hit], figures: list[Figure]) -> Iterator[Fact]:
    text = sentence.text
    for metric in metrics:
        start, end = _clause(text, metric.start, metric.end)
        rivals = [other for other in metrics if other is not metric]
        changes = [c for c in CHANGES.find(text, start, end) if _is_change(text, c, figures)]
        if any(results_of_others.moved_by_another(text, change) for change in changes):
            continue
        direction = direction_of(metric, changes, rivals) or (
            "up" if is_growth(text, metric) else ""
        )
        twins = [m for m in metrics if m.name == metric.name and m.start < metric.start]
        near = [f for f in figures if start <= f.number.start < end and _nearest(metric, f, rivals)]
        near = [f for f in near if not any(_nearest(twin, f, metrics) for twin in twins)]
        usable = [promoter_points(metric, f) for f in near]
        usable = [
            f
            for f in usable
            if (f.unit or f.number.growth)
            and not (f.unit == "wpm" and _typed_by_nobody(text, start, f))
            and not (is_wish(text, metric, f, changes) or is_before_me(text, f))
        ]
        known = _WORDS.metrics[metric.name]
        usable = [f for f in usable if bool(known.grades) == (f.unit == UNIT)]
        if not known.timed:  # '11-month rollout with no outage'
            usable = [f for f in usable if f.number.growth or f.unit not in _LONG]
        yearly = yearly_changes.told(text, metric.end, end) if known.counted else None
        if yearly is not None and not twins:
            yield from _yearly(sentence, metric, yearly)
            continue
        if known.name == "cost":
            usable = [f for f in usable if f.unit in ("%", "points") or f.number.growth]
        for figure in usable:
            way = way_of(text, figure) or direction
            yield _fact(sentence, _sized(text, metric, figure, way), metric, figure)
            if figure.number.growth and figure.unit != UNIT:
                for value in _differences(metric, figure):
                    yield _fact(sentence, value, metric, figure)
        verb = None if usable or twins else _moved(text, metric, changes)
        if verb is not None and direction:
            value = Result(metric=metric.name, change=direction, direction=direction)
            first, last = min(verb.start, metric.start), max(verb.end, metric.end)
            yield fact_at(sentence, value, first, last)


def _typed_by_nobody(text: str, start: int, figure: Figure) -> bool:
    """'My sister types 70 wpm', 'want to get to 70 wpm'."""
    at, end = figure.number.start, figure.end
    can = re.search(r"\b(?:can|able)\b", text[start:at], re.IGNORECASE)
    return is_not_own(text, start, at, end) or (not can and wished(text, at, end))


def _yearly(
    sentence: Sentence, metric: Hit, changes: list[yearly_changes.Change]
) -> Iterator[Fact]:
    for each in changes:
        sign = "+" if each.direction == "up" else "-"
        value = Result(metric.name, f"{sign}{each.size:g}%", each.direction, each.size, "%")
        yield fact_at(sentence, value, min(metric.start, each.start), each.end)


def _is_change(text: str, change: Hit, figures: list[Figure]) -> bool:
    """'No fall in quality' is none, nor is the improvement that a grade says is required."""
    graded = any(f.unit == UNIT and f.number.start <= change.start < f.number.end for f in figures)
    return not graded and not _NO.search(text, 0, change.start)


def _moved(text: str, metric: Hit, changes: list[Hit]) -> Hit | None:
    """The verb that says a measure moved, where no figure does: told as done, and close by."""
    for hit in changes:
        done = _DONE.search(text[hit.start : hit.end])
        if hit.name not in ("up", "down", "better") or not done:
            continue
        if hit.start < metric.end and metric.start < hit.end:
            continue  # 'saved' alone names no cost
        first, last = sorted([(hit.start, hit.end), (metric.start, metric.end)])
        between = text[first[1] : last[0]]
        if len(between.split()) <= 5 and not re.search(r"[,/|•*]", between):
            return hit
    return None


def _differences(metric: Hit, figure: Figure) -> Iterator[Result]:
    """The change between two levels: in the unit itself (of per cent in points), and as a share."""
    first, last = figure.number.low, figure.number.high or 0.0
    size = round(abs(last - first), 6)
    way, sign = ("up", "+") if last > first else ("down", "-")
    unit = "points" if figure.unit == "%" else figure.unit
    yield Result(metric.name, f"{sign}{_printed(size)}{_suffix(unit)}", way, size, unit)
    if first > 0:
        share = round(100 * size / first, 1)
        yield Result(metric.name, f"{sign}{share:g}%", way, share, "%")


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    return clause_between(text, start, end, _CLAUSE)


def _nearest(metric: Hit, figure: Figure, rivals: list[Hit]) -> bool:
    """Whether a figure stands nearer to this measure than to another."""

    def gap(hit: Hit) -> int:
        return min(abs(figure.number.start - hit.end), abs(hit.start - figure.end))

    return all(gap(metric) <= gap(rival) for rival in rivals)


def _sized(text: str, metric: Hit, figure: Figure, direction: str) -> Result:
    number = figure.number
    if number.growth and number.high is not None:
        way = "up" if number.high > number.low else "down"
        return Result(
            metric=metric.name,
            change=_from_to(number.low, number.high, figure.unit),
            direction=way,
            amount=number.high,
            unit=figure.unit,
            level=True,
        )
    before = text[max(0, number.start - 24) : number.start]
    told_as_change = is_growth(text, metric) or bool(direction and CHANGE_OF.search(before))
    bare = _is_score(text, metric, figure)
    stood = bare and _STOOD.search(before) is not None
    skill = figure.unit == "wpm"  # how fast somebody types, whatever becomes of it
    level = skill or (
        not figure.change
        and not told_as_change
        and not BY.search(before)
        and (not direction or stood or _TO.search(before) is not None)
    )
    stands = bare and (not direction or stood) and not figure.change
    if (figure.unit == "points" and not stands) or (
        metric.end <= number.start and direction and not (skill or stood) and not _TO.search(before)
    ):
        level = False
    sign = {"up": "+", "down": "-"}.get(direction, "") if not level else "at "
    low = f"{_printed(number.low)}{_suffix(figure.unit)}"
    size = name(number.low) if figure.unit == UNIT else low
    return Result(
        metric=metric.name,
        change=f"{sign}{size}",
        direction=direction,
        amount=number.low * (_NOT_QUITE if number.bound == "nearly" else 1.0),
        unit=figure.unit,
        level=level,
    )


def _is_score(text: str, metric: Hit, figure: Figure) -> bool:
    """Whether a figure is a net promoter score, neither a number of points nor of anything else."""
    alone = metric.name == "NPS" and figure.end == figure.number.end
    other = _GAINED.search(text, 0, figure.number.start) or _OF_THINGS.match(text, figure.end)
    return alone and other is None


def _from_to(low: float, high: float, unit: str) -> str:
    """'57 to 76%', '9m 40s to 7m 05s', 'Requires Improvement to Good'."""
    if unit == UNIT:
        return f"{name(low)} to {name(high)}"
    if unit == "minutes" and not (low.is_integer() and high.is_integer()):
        shown = [f"{int(value)}m {round(60 * (value % 1)):02}s" for value in (low, high)]
        return " to ".join(shown)
    return f"{_printed(low)} to {_printed(high)}{_suffix(unit)}"


def _printed(value: float) -> str:
    """Return a figure as people write it: '5,000,000', not '5e+06'."""
    return f"{value:,.0f}" if abs(value) >= _LARGE else f"{value:g}"


def _suffix(unit: str) -> str:
    return unit if unit == "%" else f" {unit}" if unit else ""


def _fact(sentence: Sentence, value: Result, metric: Hit, figure: Figure) -> Fact:
    start = min(metric.start, figure.number.start)
    return fact_at(sentence, value, start, max(metric.end, figure.end))
