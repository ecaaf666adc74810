"""Figures with their units, measures, and which way a measure is said to move.

Must not know whether a CV states it or a role asks it. The words are in
``data/knowledge/outcomes.toml``.
"""

from __future__ import annotations

import re
from dataclasses import replace

from data.knowledge.outcomes import outcome_words
from data.patterns import regex
from matcher.facts.layout.phrases import Hit, Phrases
from matcher.facts.numbers.numbers import Number, numbers
from matcher.facts.outcomes import before_after, shares_told, year_rows
from matcher.facts.outcomes.figures import Figure
from matcher.facts.outcomes.grades import grades

_WORDS = outcome_words()
METRICS = Phrases({name: metric.phrases for name, metric in _WORDS.metrics.items()})
CHANGES = Phrases(_WORDS.changes)
_UNIT = regex(
    r"\s?-?(?P<unit>%|(?:times\s+)?(?:in|out\s+of)\s+(?:every\s+)?(?:a\s+|one\s+)?(?:hundred|100)\b|"
    r"per\s?cent\b|percent\b|(?:percentage\s+)?points?\b|pts?\b|pp\b|wpm\b|words\s+(?:per|a)\s+minute\b|"
    r"seconds?\b|secs?\b|minutes?\b|mins?\b|hours?\b|hrs?\b|h\b|days?\b|weeks?\b|months?\b)",
    re.IGNORECASE,
)
_GLUED = regex(
    r"(?<![\w.,])(?P<digits>\d+(?:\.\d+)?)(?P<unit>wpm|pts?|pp|secs?|mins?|hrs?|(?<=\d\d)s)\b",
    re.IGNORECASE,
)
# '60 a week', '12 complaints/month': how often does not part a figure from what it became.
_RATE = regex(r"\s*(?:/|\b(?:a|per|each|every)\s+)\s*(?:day|week|month|quarter|year|shift)\b", re.I)
BY = regex(
    r"\bby\s+(?:(?:a|an|at|least|over|about|around|some|almost|nearly|more|than|up|to|further|"
    r"minimum|of|well|just|c\.?)\s+)*$",
    re.IGNORECASE,
)
# 'A rise of 5%': the figure is the change, not where the measure came to stand.
CHANGE_OF = regex(
    r"\b(?:reductions?|improvements?|increases?|rises?|falls?|savings?|gains?|cuts?|growth)\s+"
    r"(?:in\s+(?:[\w'’-]+\s+){1,4})?of\s+"
    r"(?:(?:at\s+least|over|more\s+than|around|about|nearly|almost|some|up\s+to)\s+)?$",
    re.IGNORECASE,
)
# 'Sales growth', 'growth in sales' name a change by themselves.
_GROWTH_OF = regex(r"\bgrowth\s+(?:in|of)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
# Shares told in words: 'by a third', 'halved', 'doubled'.
_SHARES = {"half": 50.0, "third": 100 / 3, "quarter": 25.0, "fifth": 20.0, "tenth": 10.0}
_TIMES = {
    "eliminat": 100.0,
    "doubl": 100.0,
    "trebl": 200.0,
    "tripl": 200.0,
    "quadrupl": 300.0,
    "halv": 50.0,
}
_IN_WORDS = regex(
    rf"\b(?P<times>{'|'.join(_TIMES)})(?:ed|ing|es|e)\b"
    r"|\b(?P<cleared>clear(?:ed|ing)\s+(?=(?:the|an?|our|its|my|all)\b))"
    r"|\b(?:by|up|down|in|cut|took|taken|taking|take)\s+(?:(?:over|more|than|about|around|nearly|almost|at|least|some)\s+)*"
    r"(?:(?P<n>an?|one|two|three|four)\s+)?(?P<share>half|third|quarter|fifth|tenth)s?\b",
    re.IGNORECASE,
)
# 'Complaints -22%', 'sales (+8%)': a mark that stands right before a figure and behind no other.
_SIGN = regex(r"(?:^|(?<=[\s(:/,]))(?:[+−–-]|[↑↓▲▼]\s?)$")
_TAKEN = regex(
    r"\b(?:t(?:ook|aken?|aking)|knock\w*|shav\w+|(?P<up>add(?:ed|s|ing)?|put(?:ting)?))\s+"
    r"(?:(?:over|about|around|nearly|almost|more|than|another|some|a|further)\s+)*$",
    re.IGNORECASE,
)
_ONTO = regex(r"\s+(?:off|from|out\s+of|on|onto|to)\b", re.IGNORECASE)
_HIGHER = regex(r"\s+(?:(?P<up>higher)|lower)\b", re.IGNORECASE)
_COUNT = {"two": 2.0, "three": 3.0, "four": 4.0}
# 'From 900 cases to 200': what is counted stands between.
_FROM = regex(r"\bfrom\s+(?:over\s+|about\s+|around\s+|nearly\s+|some\s+|a\s+)*$", re.IGNORECASE)
_TO_LATER = regex(
    r"(?:[a-z-]+\s+){0,4}(?:down\s+|up\s+)?to(?:\s+(?:under|below|just|over|about|around))*"
)
_STEP = regex(r"to|-|–|—|->|→|>|down to|up to|,? ?then|and then")


def figures_in(text: str) -> list[Figure]:
    """Return the figures of ``text`` with their units, in order; '61% to 79%' is one."""
    found: list[Figure] = []
    for number in numbers(text):
        if number.looks_like_year or number.vague or (found and number.start < found[-1].end):
            continue  # the hundred of 'six in a hundred' is a unit
        unit = _UNIT.match(text, number.end)
        name = _unit_name(unit["unit"]) if unit else number.currency or ""
        found.append(Figure(number, name, unit.end() if unit else number.end))
    whole = before_after.signed(text) + before_after.clock_times(text)
    whole += [each for each in _glued(text) if not any(_overlap(each, other) for other in whole)]
    found = [figure for figure in found if not any(_overlap(figure, other) for other in whole)]
    whole += grades(text)
    found = sorted(found + whole, key=lambda figure: figure.number.start)
    ratios = shares_told.told(text)
    found = [each for each in found if not any(_overlap(each, other) for other in ratios)]
    found = sorted(found + ratios, key=lambda figure: figure.number.start)
    found = before_after.paired(
        text, _shared_units(text, _series(text, year_rows.spanned(text, found)))
    )
    return sorted(found + _in_words(text), key=lambda figure: figure.number.start)


def _overlap(first: Figure, second: Figure) -> bool:
    return first.number.start < second.end and second.number.start < first.end


def _glued(text: str) -> list[Figure]:
    """'70wpm': a unit written onto its figure."""
    found = []
    for match in _GLUED.finditer(text):
        number = Number(low=float(match["digits"]), start=match.start(), end=match.end("digits"))
        found.append(Figure(number, _unit_name(match["unit"]), match.end()))
    return found


def _in_words(text: str) -> list[Figure]:
    """'Halved', 'by a third', 'doubled': changes in per cent."""
    found = []
    for match in _IN_WORDS.finditer(text):
        if match["times"]:
            size = _TIMES[match["times"].lower()]
        elif match["cleared"]:
            size = 100.0
        else:
            size = _SHARES[match["share"].lower()] * _COUNT.get((match["n"] or "").lower(), 1.0)
        number = Number(low=round(size, 1), start=match.start(), end=match.end())
        found.append(Figure(number, "%", match.end(), change=True))
    return found


def _series(text: str, figures: list[Figure]) -> list[Figure]:
    """Three or more figures in a row that only rise or only fall: '14, 9, 3' went from 14 to 3."""
    kept: list[Figure] = []
    run: list[Figure] = []
    for figure in [*figures, None]:
        if figure and run and _goes_on(text, run, figure):
            run.append(figure)
            continue
        kept += [_spanning(run[0], run[-1])] if len(run) > 2 else run
        run = [figure] if figure else []
    return kept


def _goes_on(text: str, run: list[Figure], figure: Figure) -> bool:
    between = text[run[-1].end : figure.number.start].strip().lower()
    if between not in (",", "then", ", then", "and", ", and", "->", "→") or figure.number.currency:
        return False
    values = [each.number.low for each in [*run, figure]]
    return values in (sorted(values), sorted(values, reverse=True)) and run[-1].unit == figure.unit


def _spanning(first: Figure, last: Figure) -> Figure:
    """One figure that went from the first to the last."""
    number = Number(
        low=first.number.low,
        high=last.number.low,
        start=first.number.start,
        end=last.number.end,
        currency=last.number.currency,
        growth=True,
    )
    return Figure(number, last.unit or first.unit, last.end)


def _shared_units(text: str, figures: list[Figure]) -> list[Figure]:
    """'From 61% to 79%': two figures of which the later is the level reached."""
    joined: list[Figure] = []
    for figure in figures:
        last = joined[-1] if joined else None
        if last and _became(text, last, figure):
            joined[-1] = _spanning(last, figure)
        else:
            joined.append(figure)
    return joined


def _became(text: str, first: Figure, second: Figure) -> bool:
    """Whether the first figure turned into the second: 'from 61% to 79%', '60 a week -> 12'."""
    if first.number.high is not None or second.number.high is not None:
        return False
    rate = _RATE.match(text, first.end)
    between = text[rate.end() if rate else first.end : second.number.start].strip().lower()
    same = first.unit == second.unit or "" in (first.unit, second.unit)
    told_from = _FROM.search(text, 0, first.number.start) and _TO_LATER.fullmatch(between)
    return same and bool(_STEP.fullmatch(between) or told_from)


def _unit_name(printed: str) -> str:
    lowered = printed.lower()
    if lowered == "s":
        return "seconds"
    if lowered.endswith(("hundred", "100")):
        return "%"
    if lowered == "%" or lowered.startswith("per"):
        return "points" if "point" in lowered else "%"
    if lowered.startswith(("point", "pt", "pp")):
        return "points"
    if lowered.startswith("w") and "m" in lowered:
        return "wpm"
    for unit in ("second", "minute", "hour", "day", "week", "month"):
        if lowered.startswith(unit[:3]) or (unit == "hour" and lowered in ("h", "hr", "hrs")):
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


def way_of(text: str, figure: Figure) -> str:
    """Which way a percentage moved by its sign or by what stands beside it, or "".

    '+22%', '↓ 22%', 'took 22% off the bill', 'put 22% on sales', '22% higher': no such figure is
    where a measure stood.
    """
    number = figure.number
    if figure.unit != "%" or number.growth:
        return ""
    sign = _SIGN.search(text, 0, number.start)
    if sign is not None:
        return "up" if sign.group()[0] in "+↑" else "down"
    moved = _TAKEN.search(text, 0, number.start)
    if moved is not None and _ONTO.match(text, figure.end):
        return "up" if moved["up"] else "down"
    beside = _HIGHER.match(text, figure.end)
    return ("up" if beside["up"] else "down") if beside is not None else ""


def is_growth(text: str, metric: Hit) -> bool:
    """Whether a measure is printed as its own growth: 'sales growth', 'growth in sales'."""
    printed = text[metric.start : metric.end].lower()
    return printed.endswith("growth") or bool(_GROWTH_OF.search(text, 0, metric.start))


def promoter_points(metric: Hit, figure: Figure) -> Figure:
    """A promoter score has no unit of its own: 'NPS from 20 to 35' rose fifteen points."""
    bare = metric.name == "NPS" and not figure.unit and abs(figure.number.low) <= 100
    return replace(figure, unit="points") if bare else figure
