"""Measured results: which measure moved, which way, how far, or where it stood.

Must not know how a shortfall is judged. A result needs a measure and either a figure or a word of
change in the same clause: 'worked tickets from the backlog' is none. The words are in
``data/knowledge/outcomes.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from data.knowledge.outcomes import outcome_words
from matcher.criteria import ResultShown
from matcher.facts.money_sense import Reading
from matcher.facts.numbers import Number, numbers
from matcher.facts.phrases import Hit, Phrases
from matcher.types import Asked, Fact, Outline, Sentence, Status
from matcher.values import Result

_WORDS = outcome_words()
_METRICS = Phrases({name: metric.phrases for name, metric in _WORDS.metrics.items()})
_CHANGES = Phrases(_WORDS.changes)
_CLAUSE = re.compile(r"[;|•]|\.\s|,\s+(?:and|but|while|which)\s|\s[-–—]\s|\b(?:but|while)\b", re.I)
_UNIT = re.compile(
    r"\s?-?(?P<unit>%|per\s?cent\b|percent\b|(?:percentage\s+)?points?\b|pts?\b|pp\b|wpm\b|words\s+(?:per|a)\s+minute\b|"
    r"seconds?\b|secs?\b|minutes?\b|mins?\b|hours?\b|hrs?\b|days?\b|weeks?\b|months?\b)",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\bby\s+(?:over\s+|about\s+|around\s+|some\s+|almost\s+|nearly\s+|c\.?\s*)?$", re.I
)
_TO = re.compile(r"\b(?:to|at|of|reaching|above|below|under|over)\s+(?:just\s+)?$", re.IGNORECASE)
_AMONG = re.compile(r"\b(?:or|and/or)\b|/", re.IGNORECASE)
_ASKING = re.compile(
    r"\b(?:achiev\w*|improv\w*|reduc\w*|increas\w*|deliver\w*|meet(?:ing)?|met|exceed\w*|mov(?:ed|ing)|cut(?:ting)?|"
    r"rais\w*|driv(?:e|en|ing)|drove|lift\w*|lower\w*|sav(?:ed|ing|ings|es)\b|hit(?:ting)?|maintain\w*|record\s+of|kept|minimum|at\s+least|"
    r"evidence|demonstrabl\w*|proven)\b",
    re.IGNORECASE,
)
_NOT_RESULT = re.compile(
    r"\b(?:knowledge|understanding|awareness|familiar\w*)\s+(?:of|with)\b", re.IGNORECASE
)
_CLEARED = re.compile(r"\b(?:cleared|eliminat\w*|to\s+(?:zero|nil))\b", re.IGNORECASE)


_DONE = re.compile(
    r"(?:ed|cut|brought(?: down)?|grew|grown|rose|risen|fell|fallen|drove|shrank|shrunk|took out|down|up)$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure beside a measure."""

    number: Number
    unit: str
    end: int


def read(cv: Outline) -> list[Fact]:
    """Return every measured result."""
    found: list[Fact] = []
    for sentence in cv.sentences:
        text = sentence.text
        metrics = _METRICS.find(text)
        figures = _figures(text)
        if metrics:
            found += _results(sentence, metrics, figures)
        if any(figure.number.currency for figure in figures):
            found += _savings(sentence, [figure.number for figure in figures])
    return found


def _figures(text: str) -> list[_Figure]:
    found = []
    for number in numbers(text):
        if number.looks_like_year or number.vague:
            continue
        unit = _UNIT.match(text, number.end)
        name = _unit_name(unit["unit"]) if unit else number.currency or ""
        found.append(_Figure(number, name, unit.end() if unit else number.end))
    return _shared_units(text, found)


def _shared_units(text: str, figures: list[_Figure]) -> list[_Figure]:
    """'From 61% to 79%': two figures of which the later is the level reached."""
    joined: list[_Figure] = []
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
            joined[-1] = _Figure(number, figure.unit, figure.end)
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


def _results(sentence: Sentence, metrics: list[Hit], figures: list[_Figure]) -> Iterator[Fact]:
    text = sentence.text
    for metric in metrics:
        start, end = _clause(text, metric.start, metric.end)
        rivals = [other for other in metrics if other is not metric]
        changes = _CHANGES.find(text, start, end)
        direction = _direction(metric, changes, rivals)
        near = [f for f in figures if start <= f.number.start < end and _nearest(metric, f, rivals)]
        usable = [_in_points(metric, f) for f in near]
        usable = [f for f in usable if f.unit and not _is_wish(text, f, changes)]
        if _WORDS.metrics[metric.name].name == "cost":
            usable = [f for f in usable if f.unit in ("%", "points")]
        for figure in usable:
            yield _fact(sentence, _sized(text, metric, figure, direction), metric, figure)
            if figure.number.growth:
                yield _fact(sentence, _difference(metric, figure), metric, figure)
        verb = None if usable else _moved(text, metric, changes)
        if verb is not None and direction:
            value = Result(metric=metric.name, change=direction, direction=direction)
            first, last = min(verb.start, metric.start), max(verb.end, metric.end)
            yield _span_fact(sentence, value, first, last)


def _moved(text: str, metric: Hit, changes: list[Hit]) -> Hit | None:
    """The verb that says a measure moved, where no figure does: told as done, and close by."""
    for hit in changes:
        done = _DONE.search(text[hit.start : hit.end])
        if hit.name not in ("up", "down", "better") or not done:
            continue
        first, last = sorted([(hit.start, hit.end), (metric.start, metric.end)])
        between = text[first[1] : last[0]]
        if len(between.split()) <= 5 and not re.search(r"[,/|•*]", between):
            return hit
    return None


def _in_points(metric: Hit, figure: _Figure) -> _Figure:
    """A promoter score has no unit of its own: 'NPS from 20 to 35' rose fifteen points."""
    bare = metric.name == "NPS" and not figure.unit and abs(figure.number.low) <= 100
    return replace(figure, unit="points") if bare else figure


def _difference(metric: Hit, figure: _Figure) -> Result:
    """The change between two levels: of per cent in points, else in the unit itself."""
    number = figure.number
    size = round(abs((number.high or 0.0) - number.low), 6)
    way = "up" if (number.high or 0.0) > number.low else "down"
    unit = "points" if figure.unit == "%" else figure.unit
    change = f"{'+' if way == 'up' else '-'}{size:g}{_suffix(unit)}"
    return Result(metric.name, change, direction=way, amount=size, unit=unit)


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    left = max((m.end() for m in _CLAUSE.finditer(text, 0, start)), default=0)
    right = _CLAUSE.search(text, end)
    return left, right.start() if right else len(text)


def _direction(metric: Hit, changes: list[Hit], rivals: list[Hit]) -> str:
    """Which way the nearest word of change says the measure moved, or ""."""
    moved = [h for h in changes if h.name in ("up", "down", "better")]
    moved = [h for h in moved if not any(h.start < r.start < metric.start for r in rivals)] or moved
    if not moved:
        return ""
    nearest = min(moved, key=lambda h: min(abs(h.end - metric.start), abs(h.start - metric.end)))
    return _WORDS.metrics[metric.name].better if nearest.name == "better" else nearest.name


def _nearest(metric: Hit, figure: _Figure, rivals: list[Hit]) -> bool:
    """Whether a figure stands nearer to this measure than to another."""

    def gap(hit: Hit) -> int:
        return min(abs(figure.number.start - hit.end), abs(hit.start - figure.end))

    return all(gap(metric) <= gap(rival) for rival in rivals)


def _is_wish(text: str, figure: _Figure, changes: list[Hit]) -> bool:
    for hit in changes:
        if hit.name != "wished":
            continue
        before = text[hit.end : figure.number.start] if hit.end <= figure.number.start else None
        after = text[figure.end : hit.start] if hit.start >= figure.end else None
        if (before is not None and len(before.split()) <= 2) or (
            after is not None and len(after.split()) <= 1
        ):
            return True
    return False


def _sized(text: str, metric: Hit, figure: _Figure, direction: str) -> Result:
    number = figure.number
    if number.growth and number.high is not None:
        way = "up" if number.high > number.low else "down"
        return Result(
            metric=metric.name,
            change=f"{number.low:g} to {number.high:g}{_suffix(figure.unit)}",
            direction=way,
            amount=number.high,
            unit=figure.unit,
            level=True,
        )
    before = text[max(0, number.start - 24) : number.start]
    level = not _BY.search(before) and (not direction or _TO.search(before) is not None)
    if figure.unit == "points" or (
        metric.end <= number.start and direction and not _TO.search(before)
    ):
        level = False
    sign = {"up": "+", "down": "-"}.get(direction, "") if not level else "at "
    return Result(
        metric=metric.name,
        change=f"{sign}{number.low:g}{_suffix(figure.unit)}",
        direction=direction,
        amount=number.low,
        unit=figure.unit,
        level=level,
    )


def _suffix(unit: str) -> str:
    return unit if unit == "%" else f" {unit}" if unit else ""


def _savings(sentence: Sentence, figures: list[Number]) -> Iterator[Fact]:
    """Amounts of money saved or taken out of a cost."""
    reading = Reading(sentence.text)
    money = [number for number in figures if number.currency]
    for number in money:
        sense = reading.sense(number, money)
        if sense.scope != "saving":
            continue
        size = number.high if number.growth and number.high else number.low
        value = Result(
            metric="cost",
            change=f"-{number.currency} {size:,.0f}",
            direction="down",
            amount=size,
            unit=number.currency or "",
        )
        yield _span_fact(sentence, value, sense.start, sense.end)


def _fact(sentence: Sentence, value: Result, metric: Hit, figure: _Figure) -> Fact:
    start = min(metric.start, figure.number.start)
    return _span_fact(sentence, value, start, max(metric.end, figure.end))


def _span_fact(sentence: Sentence, value: Result, start: int, end: int) -> Fact:
    return Fact(
        value=value,
        status=Status.HELD,
        start=sentence.start + start,
        end=sentence.start + end,
        quote=sentence.text[start:end],
        position=sentence.position,
        section=sentence.section,
    )


def ask(sentence: Sentence) -> list[Asked]:
    """Return the result that a sentence of a role asks to have been brought about.

    Alternatives ('CSAT, NPS or FCR') come back as one criterion whose metric is 'CSAT|NPS|FCR'.
    """
    text = sentence.text
    metrics = _METRICS.find(text)
    if not metrics or not _ASKING.search(text) or _NOT_RESULT.search(text):
        return []
    names = list(dict.fromkeys(hit.name for hit in metrics))
    figures = [f for f in _figures(text) if f.unit not in ("", "days", "weeks", "months")]
    changes = [h for h in _CHANGES.find(text) if h.name in ("up", "down", "better")]
    direction = _direction(metrics[0], changes, []) if changes else ""
    if "cost" in names and not direction:
        direction = "down"
    if not figures and not direction and not _RESULT_ASKED.search(text):
        return []
    figure = figures[0] if figures else None
    if figure is not None and "cost" not in names and _is_level(text, figure):
        direction = ""  # a level is asked, whichever way it was reached
    start = min([metrics[0].start] + [f.number.start for f in figures[:1]])
    end = max([metrics[-1].end] + [f.end for f in figures[:1]])
    criterion = ResultShown(
        metric="|".join(names),
        target=text[figure.number.start : figure.end] if figure else None,
        direction=direction,
        amount=figure.number.low if figure else None,
        unit=figure.unit if figure else "",
    )
    return [Asked(criterion, sentence.start + start, sentence.start + end)]


def _is_level(text: str, figure: _Figure) -> bool:
    """'SLA of 95%' and 'raised to 95%' ask for a level; 'by 5%' and 'a rise of 5%' for a change."""
    before = text[max(0, figure.number.start - 40) : figure.number.start]
    changed = _BY.search(before) or _CHANGE_OF.search(before) or figure.unit == "points"
    return not changed and _LEVEL_OF.search(before) is not None


_CHANGE_OF = re.compile(
    r"\b(?:reductions?|improvements?|increases?|rises?|falls?|savings?|gains?|cuts?|growth)\s+of\s+"
    r"(?:(?:at\s+least|over|more\s+than|around|about)\s+)?$",
    re.IGNORECASE,
)
_LEVEL_OF = re.compile(
    r"\b(?:of|to|at|above|over|under|below|than|exceeding|least|minimum|within|:)\s+(?:\w+\s+){0,2}$",
    re.I,
)
_RESULT_ASKED = re.compile(
    r"\b(?:meet(?:ing)?|met|achiev\w*|exceed\w*|deliver(?:ing|ed)?|hit(?:ting)?)\s+(?:\w+\s+){0,4}"
    r"(?:slas?|service\s+levels?|kpis?|targets?)\b",
    re.IGNORECASE,
)
