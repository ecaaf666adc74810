"""The cells of a sentence that each count people: 'Fitters 12', 'Ayr: 37 people', '71 below them'.

Must not know whose the people are, nor what they add up to. A cell is what stands between commas,
bars, semicolons, line ends and 'and'; it counts people by a noun, by their kind ('direct',
'agency') or by where they are ('in Perth', 'on nights').
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from data.knowledge.people import people_words
from data.patterns import regex
from matcher.facts.layout.phrases import Phrases
from matcher.facts.numbers.bounds import past_bound
from matcher.facts.numbers.numbers import Number
from matcher.facts.people import holders
from matcher.facts.people import kinds as head_kinds
from matcher.facts.people.nouns import nouns
from matcher.facts.people.sums import same_again
from matcher.facts.people.undated import undated

_WORDS = people_words().nouns
_GROUPS = Phrases({"groups": _WORDS["groups"]})
_AREAS = Phrases({"areas": _WORDS["areas"]})
_GAP = regex(
    r"[\n|;•]|,(?!\d{3}\b)|\.\s|\s\+\s|\s/\s|\s=\s|\)|(?P<tells>[:(])"
    r"|(?<=\s)(?:and|plus|&|as\s+well\s+as)(?=\s)",
    re.IGNORECASE,
)
_ASIDE = regex(r"\([^()\n]*\)")
_LABEL = regex(
    r"\W*(?:(?:\d{4}\s*[-–—:=]+)|(?:[A-Za-z][\w'’.&-]*\s+){0,3}[A-Za-z][\w'’.&-]*\s*[:(=–—-]*)\s*"
)
_MORE = regex(
    r"\W*(?:(?:an?\s+)?(?:another|further|additional)|also|plus|and|with|[~>]|c\.|about|around|some|over|roughly|"
    r"nearly|almost|just\s+(?:over|under)|up\s+to|at\s+least|\s)*\W*",
    re.IGNORECASE,
)
# A sentence of its own stands here, or those told of are others', or among those told of before.
_NO_LABEL = regex(
    r"\b(?:supporting|serving|helping|advising|assisting|training|my|our|his|her|their|was|were|is|are|am|had|have|has|of\s+(?:which|whom|them)|includ\w+|incl|who|whose|whom|"
    r"reports?\s+to|reporting\s+to|under|from|to|in|for|between|across|over|at|on|with|by|of\s+an?|firm|company|employer|total|grew|then|worked|joined|"
    r"\w+ed|led|ran|run|lead|leading|managing|supervising|running|through|via|age[ds]?|page|phase|level|grade|band|year|week|day|version|budget|turnover)\b",
    re.IGNORECASE,
)
_NO_TAIL = regex(
    r"\b(?:my|his|her|their|is|are|was|were|of\s+(?:which|whom|them|these|those)|includ\w+|who|whose|whom|"
    r"(?:report|answer)\w*\s+(?:in)?to\s+(?!me\b)|per|an?\s+(?:week|month|day|year|night))\b|%",
    re.IGNORECASE,
)
_AT_A_PLACE = regex(
    r"\s+(?:(?:more|others?)\s+)?(?:in|at|on|across|over|below|beneath|further\s+down|further\s+below|down\s+the\s+line|via|through)\s+(?!me\b|time\b|budget\b|average\b)\w",
    re.IGNORECASE,
)
_SIGMA = regex(r"\s+sigma\b", re.IGNORECASE)
_EVERYBODY = regex(
    r"\W*(?:people|staff|employees|colleagues|heads|ftes?|persons|personnel|headcount)\W*", re.I
)
# 'A two-site trust', but '12-strong'.
_COMPOUND = regex(r"-(?!(?:strong|person|people|man|woman|head)\b)[a-z]", re.IGNORECASE)
_MANY = 7
_LABEL_WORDS = 4


@dataclass(frozen=True, slots=True)
class Item:
    """People counted in one cell.

    Attributes:
        low: How many; of a range the lower end.
        sort: "people", "kind" (certainly of people), "perhaps", "place", "name" (of a place or
            a group, it may be), "year" or "other": what the cell says of them.
        direct: Whether it says that they report directly.
        managers: Whether those counted lead people.
        whole: Whether everybody is counted, without a word on which of them.
        start: Offset of the cell's words, of the number if nothing before it belongs to it.
        end: Offset behind them.
        opened: Whether words stand before the number that are no part of the cell.
        total: Whether a colon or a bracket behind it opens what it is made up of.
        label: The words before the number that name those counted, or "".
        by_noun: Whether a noun for people stands behind the number.
        again: Whether it tells of those counted before, at another time: '75 at Easter'.
    """

    low: float
    sort: str
    direct: bool
    managers: bool
    whole: bool
    start: int
    end: int
    opened: bool
    total: bool
    again: bool
    label: str
    by_noun: bool


def items(text: str) -> list[Item | None]:
    """Return what each cell of ``text`` counts, in order; None for a cell that counts nobody."""
    figures = [n for n in undated(text) if n.currency is None and not n.vague]
    if not figures:
        return [None]
    masked = _ASIDE.sub(lambda aside: _hidden(text, aside), text)
    found: list[Item | None] = []
    at = 0
    for gap in [*_GAP.finditer(masked), None]:
        first, last = at, gap.start() if gap else len(masked)
        inside = [n for n in figures if first <= n.start and n.end <= last]
        tells = gap is not None and gap["tells"] is not None
        if tells and not inside and _names_cell(masked[first:last]):
            continue  # 'Hull: 12', 'the late shift (13)': the words name what is counted behind
        at = gap.end() if gap else at
        if inside:
            found.append(_item(masked, first, last, inside, total=tells))
        elif masked[first:last].strip(" .:-–—"):
            found.append(None)
    return found


def _names_cell(words: str) -> bool:
    return len(words.split()) <= _LABEL_WORDS and not holders.has_title(words)


def _hidden(text: str, aside: re.Match[str]) -> str:
    """An aside blanked out, where it stands behind a number and tells of that alone."""
    before = text[max(0, aside.start() - 40) : aside.start()]
    counts = re.search(r"\d|teams?\b|staff\b|people\b", before) and not re.search(
        r"\d", aside.group()
    )
    return " " * len(aside.group()) if counts else aside.group()


def _item(text: str, first: int, last: int, inside: list[Number], *, total: bool) -> Item | None:
    number = inside[0]
    years = number.looks_like_year
    if years and len(inside) > 1:
        number = inside[1]
    whole = number.low.is_integer() or (number.low * 2).is_integer()
    if not whole or number.low < 1 or number.looks_like_year or _SIGMA.match(text, number.end):
        return None
    before, tail = text[first : number.start], text[past_bound(text, number.end) : last]
    if _NO_TAIL.search(tail) or _COMPOUND.match(tail) or len(tail.split()) > _MANY:
        return None
    labelled = _is_label(before)
    plain = _MORE.fullmatch(before) is not None
    label = before if labelled and not plain else ""
    sort, managers = _sort(label, tail)
    if years and labelled:
        sort = "year"
    if not sort:
        return None
    start = first + len(before) - len(before.lstrip()) if labelled else number.start
    return Item(
        low=number.low,
        sort=sort,
        direct=head_kinds.DIRECT.search(f"{label} {tail}") is not None,
        managers=managers,
        whole=(not label and _EVERYBODY.fullmatch(tail) is not None)
        or (_is_group(label) and not tail.strip(" .")),
        label=label.strip(" :(=-–—"),
        by_noun=sort == "people" and bool(nouns(tail, in_list=True)),
        start=start,
        end=last - (len(tail) - len(tail.rstrip(" ."))),
        opened=not (labelled or plain),
        total=total,
        again=same_again(text, past_bound(text, number.end)),
    )


def _is_group(label: str) -> bool:
    """Whether a label names a group alone, 'Team', and not which of several."""
    found = _GROUPS.find(label)
    return bool(found) and found[0].end - found[0].start == len(label.strip(" :(=-–—"))


def _is_label(before: str) -> bool:
    """Whether the words before a number only name those counted: no sentence, no post's title."""
    if _LABEL.fullmatch(before) is None or _NO_LABEL.search(before):
        return False
    return not holders.has_title(before)


def _sort(label: str, tail: str) -> tuple[str, bool]:
    """What a cell says of those counted, and whether they lead people; "" where no people are."""
    named = nouns(tail, in_list=True)
    first = named[0] if named else None
    near = first is not None and len(tail[: first.start].split()) <= 3
    if near and first is not None and not re.match(r"\s+(?:in|at|on|for|from|of)\b", tail):
        noun = first
        for further in named[1:]:  # of a compound the last noun counts
            if tail[noun.end : further.start].strip():
                break
            noun = further
        return ("", False) if noun.name == "others" else ("people", noun.name == "managers")
    kind = head_kinds.kind_of(tail, label)
    if kind:
        return kind, False
    if label:
        of_label = nouns(label, in_list=True)
        if of_label and of_label[-1].name != "others":
            return "people", of_label[-1].name == "managers"
        if _AREAS.find(label):
            return "place", False
        if of_label:
            return "", False
        if _GROUPS.find(label):
            return "people", False
    if _AT_A_PLACE.match(tail) or any(not tail[: hit.start].strip() for hit in _AREAS.find(tail)):
        return "place", False
    return ("name" if label.strip()[:1].isupper() and not tail.strip(" .") else "other"), False
