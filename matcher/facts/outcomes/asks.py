"""What a sentence of a role asks to have been brought about: a measure moved, or held at a level.

Must not know how a CV answers it, nor whether the sentence asks anything of the person at all.
"""

from __future__ import annotations

import re

from data.knowledge.currencies import currencies
from data.knowledge.outcomes import outcome_words
from data.patterns import regex
from matcher.criteria import ResultShown
from matcher.facts.layout.phrases import Hit
from matcher.facts.money.asks import SALES_TARGET, is_of_costs
from matcher.facts.money.sense import Reading
from matcher.facts.outcomes.figures import Figure
from matcher.facts.outcomes.grades import UNIT, grades
from matcher.facts.outcomes.measures import (
    BY,
    CHANGE_OF,
    CHANGES,
    METRICS,
    direction_of,
    figures_in,
    is_growth,
    promoter_points,
)
from matcher.types import Asked, Sentence

_ASKING = regex(
    r"\b(?:achiev\w*|improv\w*|reduc\w*|increas\w*|deliver\w*|meet(?:ing)?|met|exceed\w*|mov(?:ed|ing)|cut(?:ting)?|"
    r"rais\w*|driv(?:e|en|ing)|drove|lift\w*|lower\w*|sav(?:ed|ing|ings|es)\b|hit(?:ting)?|maintain\w*|record\s+of|kept|minimum|at\s+least|"
    r"evidence|demonstrabl\w*|proven)\b",
    re.IGNORECASE,
)
_NOT_RESULT = regex(
    r"\b(?:knowledge|understanding|awareness|familiar\w*)\s+(?:of|with)\b"
    # A form is saved, a mover's costs are paid.
    r"|\bsav(?:e|ed|ing)\s+(?:it|them|your|the\s+(?:document|file|form))\b"
    r"|\bcosts?\s+(?:associated|of\s+moving|of\s+relocat)|\b(?:moving\s+house|relocation)\b",
    re.IGNORECASE,
)
_LEVEL_OF = regex(
    r"\b(?:of|to|at|above|over|under|below|than|exceeding|least|minimum|within|:)\s+(?:\w+\s+){0,2}\+?$",
    re.I,
)
_RESULT_ASKED = regex(
    r"\b(?:meet(?:ing)?|met|achiev\w*|exceed\w*|deliver(?:ing|ed)?|hit(?:ting)?)\s+(?:\w+\s+){0,4}"
    r"(?:slas?|service\s+levels?|kpis?|targets?)\b",
    re.IGNORECASE,
)

_SAVING = regex(r"\b(?:sav|efficien|reduc|avoid|cut|out\s+of|improv)\w*", re.IGNORECASE)
_AND = regex(r"\s+(?:and|as\s+well\s+as|while|&)\s+", re.IGNORECASE)
_OR = regex(r"\bor\b", re.IGNORECASE)
_RATING = regex(
    r"['’s]*\s+(?:\w+\s+)?(?:ratings?|grad(?:es?|ings?)|judge?ments?|scores?|outcomes?)\b",
    re.IGNORECASE,
)
# How far before a figure 'a reduction in unplanned staff turnover of over' may begin.
_BEFORE = 70
# So short a line that names a measure and a figure asks for it without a verb.
_SHORT = 9


def ask(sentence: Sentence) -> list[Asked]:
    """Return the results that a sentence of a role asks to have been brought about.

    Alternatives ('CSAT, NPS or FCR') come back as one criterion whose metric is 'CSAT|NPS|FCR';
    measures that must each be moved ('cut costs and raised output') as one each.
    """
    text = sentence.text
    metrics = [hit for hit in METRICS.find(text) if _may_be_asked(text, hit)]
    if not metrics or _NOT_RESULT.search(text):
        return []
    found = []
    for part, start, end in _each_moved(text, metrics):
        asked = _asked_in(text, part, start, end)
        if asked is not None:
            criterion, first, last = asked
            found.append(Asked(criterion, sentence.start + first, sentence.start + last))
    return found


def _may_be_asked(text: str, metric: Hit) -> bool:
    """'Experience with CQC' asks for no grade; 'better CQC ratings' and 'CQC Good' do."""
    if not outcome_words().metrics[metric.name].grades:
        return True
    return bool(grades(text) or _RATING.match(text, metric.end))


def _each_moved(text: str, metrics: list[Hit]) -> list[tuple[list[Hit], int, int]]:
    """Part a text at 'and' where both sides have a measure and a word of change of their own."""
    joint = [m for m in _AND.finditer(text) if not _OR.search(text)]
    for mark in joint:
        sides = [(0, mark.start()), (mark.end(), len(text))]
        parts = [
            ([m for m in metrics if first <= m.start and m.end <= last], first, last)
            for first, last in sides
        ]
        if all(part and _moves(text, first, last) for part, first, last in parts):
            return parts
    return [(metrics, 0, len(text))]


def _moves(text: str, start: int, end: int) -> list[Hit]:
    moves = [h for h in CHANGES.find(text, start, end) if h.name in ("up", "down", "better")]
    return [h for h in moves if not _OR.search(text, max(0, h.start - 3), h.start)]  # 'or better'


def _asked_in(
    text: str, metrics: list[Hit], first: int, last: int
) -> tuple[ResultShown, int, int] | None:
    names = list(dict.fromkeys(hit.name for hit in metrics))
    figures = [
        f
        for f in (promoter_points(metrics[0], each) for each in figures_in(text))
        if f.unit not in ("", "days", "weeks", "months") and first <= f.number.start < last
        if f.unit not in currencies() or any(outcome_words().metrics[n].money for n in names)
    ]
    changes = _moves(text, first, last)
    if not _ASKING.search(text) and not changes and not (figures and len(text.split()) <= _SHORT):
        return None
    direction = direction_of(metrics[0], changes, []) if changes else ""
    if not direction and is_growth(text, metrics[0]):
        direction = "up"
    if "cost" in names and not direction and _SAVING.search(text, first, last):
        direction = "down"
    if any(figure.unit == UNIT for figure in figures):
        direction = ""  # a grade is asked, whichever way it was reached
    if any(direction not in ("", outcome_words().metrics[name].better) for name in names):
        return None  # nobody asks for dearer or slower: 'costs of taking up the post'
    if not figures and not direction and not _RESULT_ASKED.search(text):
        return None
    figure = figures[0] if figures else None
    if figure is not None and _is_money_scope(text, figure):
        return None
    if figure is not None and "cost" not in names and _is_level(text, figure):
        direction = ""  # a level is asked, whichever way it was reached
    spans = [(hit.start, hit.end) for hit in [*metrics, *changes]]
    spans += [(f.number.start, f.end) for f in figures[:1]]
    criterion = ResultShown(
        metric="|".join(names),
        target=text[figure.number.start : figure.end] if figure else None,
        direction=direction,
        amount=figure.number.low if figure else None,
        unit=figure.unit if figure else "",
    )
    return criterion, min(start for start, _ in spans), max(end for _, end in spans)


def _is_money_scope(text: str, figure: Figure) -> bool:
    """'Managing a cost base of £5m' asks for a budget held, not for costs brought down."""
    if figure.unit not in currencies():
        return False
    if SALES_TARGET.search(text) or is_of_costs(text, figure.number):
        return True
    return Reading(text).sense(figure.number, [figure.number]).scope in ("budget", "p_and_l")


def _is_level(text: str, figure: Figure) -> bool:
    """'SLA of 95%' and 'raised to 95%' ask for a level; 'by 5%' and 'a rise of 5%' for a change."""
    before = text[max(0, figure.number.start - _BEFORE) : figure.number.start]
    changed = (
        figure.change
        or BY.search(before)
        or CHANGE_OF.search(before)
        or (figure.unit == "points" and figure.end > figure.number.end)
    )
    return not changed and _LEVEL_OF.search(before) is not None
