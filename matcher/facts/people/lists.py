"""Head counts listed under words that say who leads them: 'Both depots under me: Hull 12, Ely 9'.

Must not know what else a CV says of people. What is under the person is there at once, so the
entries of such a list add up; entries with years, or under words that look back on a career, are
teams one after another and stay apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from data.knowledge.people import people_words
from data.patterns import regex
from matcher.facts.layout.phrases import Hit, Phrases
from matcher.facts.numbers.bounds import past_bound
from matcher.facts.numbers.numbers import Number, numbers
from matcher.facts.people import answering, leading
from matcher.facts.people import counts as head_counts
from matcher.types import Outline, Sentence

_WORDS = people_words().nouns
_NAMES = Phrases({name: _WORDS[name] for name in ("people", "managers", "groups", "sites")})
_THINGS = Phrases({"things": _WORDS["others"]})
_HEADING = regex(r"\W*(?P<heading>[^:;\n\d|]{6,80}|[^:;\n|]{0,3}[^:;\n\d|]{6,80})\s*:(?!\d)")
# Words by which somebody is said to lead, or to have people: the cheap test.
_MAY_LEAD = regex(r"\b(?:me|my|manag\w+|led|run|ran|overs\w+|head\w*|reports)\b", re.IGNORECASE)
_LOOKS_BACK = regex(
    r"\b(?:have|has|had|ever|so\s+far|to\s+date|over\s+the|career|successive\w*|in\s+turn|past|previous\w*|"
    r"after\s+(?:another|the\s+other)|in\s+succession|each\s+(?:post|job|role)|years)\b",
    re.IGNORECASE,
)
# 'Direct reports at any one time', 'team at its largest'.
_REPORTS_THEN = regex(
    r"(?:my\s+)?(?:direct\s+|line\s+)?(?:reports|reportees|team|crew|span)\s+"
    r"(?:at|on|in|under)\s+(?:any|one|its|their|the|peak|most|me)\b",
    re.IGNORECASE,
)
# Entries at different times are teams one after another, or one team that grew.
_TIMES = regex(
    r"\b(?:(?:19|20)\d\d|then|later|first|initial\w*|final\w*|last|years?|peaks?|peaked|usual\w*|otherwise|normal\w*|now|"
    r"today|current\w*|end|ended|start\w*|earlier|previous\w*|before|after|until|till|since|by|when|seasons?|"
    r"winter|summer|christmas|ris\w+|rose|gr[eo]w\w*|max\w*|most|least|average|typical\w*)\b",
    re.IGNORECASE,
)
_AT_ONCE = regex(r"\b(?:under|beneath|below|(?:in)?to|for|in)\s+(?:me|my)\b", re.IGNORECASE)
# Everybody, whose kinds may follow: '14 staff, nine of them permanent'.
_EVERYBODY = regex(
    r"\s*(?:people|staff|employees|colleagues|heads|ftes?|reports|direct\s+reports|persons|in\s+(?:all|total))?\s*[,;:(–-]",
    re.I,
)
_OF_THEM = regex(r"\s*(?:of\s+(?:which|whom|them|these)|are|were)\b", re.IGNORECASE)
_COUNTED_BEFORE = regex(r"\b(?:of\s+(?:which|whom|them|these)|includ\w+|total\w*)\b", re.I)
_PART = regex(r"(?:[,;+]|\band\b|&)\s*(?![^()]*\))", re.IGNORECASE)
# 'Hull 12', 'nights: 40', 'Hull (12)': a name and a number, and no more.
_NAMED = regex(r"\W*(?:[\w'’.&/-]+\s+){0,4}[\w'’.&/-]*\W*$")
_ENDED = regex(
    r"(?:\s+[a-z]{3,}(?:ists|ians|men|women))?"
    r"(?:\s+(?:in|at|on)\s+(?:the\s+)?[A-Za-z][\w'’ -]{0,30})?"
    r"(?:\s*\([^()]*\b(?:19|20)\d\d\b[^()]*\))?[\s).,;]*$"
)
# Places whose bare figures may be beds, guests or pupils.
_COUNTED_OTHERWISE = frozenset(_WORDS["counted_otherwise"])
# The line a list begins on, and those below it for as long as commas go on.
_OF_THE_LIST = regex(r"\s*(?:[^\n]*(?:[,;&+]|\band)[ \t]*\n)*[^\n]*", re.IGNORECASE)
_ROW_WORDS = 8
_MOST_ROWS = 12


@dataclass(frozen=True, slots=True)
class Listed:
    """People of one list, or of one entry: how many, and where the text says so."""

    low: float
    high: float | None
    managers: bool
    direct: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Heading:
    """What stands before a colon: whether it is of people, all of them there at once."""

    people: bool
    places: bool
    at_once: bool
    groups: float | None
    direct: bool
    end: int


def told(cv: Outline) -> Iterator[tuple[Sentence, Listed]]:
    """Yield what the lists of people led come to, each with the sentence that heads it.

    Offsets are those of the document.
    """
    for index, sentence in enumerate(cv.sentences):
        if ":" not in sentence.text or not _MAY_LEAD.search(sentence.text):
            continue
        heading = _heading(sentence.text)
        if heading is None:
            continue
        entries = _entries(cv, index, heading)
        apart = bool(entries) and _is_apart(cv.text, sentence.start + heading.end, entries)
        for listed in _listed(entries, heading, apart=apart):
            yield sentence, listed


def _heading(text: str) -> _Heading | None:
    found = _HEADING.match(text)
    if found is None:
        return None
    words = text[found.start("heading") : found.end("heading")]
    bare = answering.answers_at_once(words, 0)
    hits = _NAMES.find(words)
    led = [hit for hit in hits if leading.stance(words, hit.start, hit.end) == "led"]
    if not (bare or led or _REPORTS_THEN.match(words)):
        return None
    return _Heading(
        people=bare or _REPORTS_THEN.match(words) is not None or _of_people(words, led),
        places=any(_is_of_workers(words, hit) for hit in led),
        at_once=_AT_ONCE.search(words) is not None and not _LOOKS_BACK.search(words),
        groups=next((n.low for n in numbers(words)), None),
        direct=re.search(r"\bdirect", words, re.IGNORECASE) is not None,
        end=found.end(),
    )


def _is_of_workers(words: str, hit: Hit) -> bool:
    """Whether a place or a group is told by the people who work in it."""
    if hit.name not in ("groups", "sites"):
        return False
    return words[hit.start : hit.end].lower() not in _COUNTED_OTHERWISE


def _of_people(words: str, led: list[Hit]) -> bool:
    """Whether people are led, or a group that is of people whatever is told of it."""
    return any(
        hit.name in ("people", "managers") or head_counts.is_of_people(words, hit) for hit in led
    )


def _entries(cv: Outline, index: int, heading: _Heading) -> list[Listed]:
    """The entries behind a colon, or in the rows below it; none where one of them counts things."""
    sentence = cv.sentences[index]
    behind = _OF_THE_LIST.match(sentence.text, heading.end)
    rest = behind.group() if behind else ""
    rows = [(rest, sentence.start + heading.end)] if rest.strip() else []
    if not rows or rest.rstrip().endswith(";"):
        rows += _rows_below(cv, index)
    parts = [
        (part, at + offset)
        for row, at in rows
        for part, offset in _parts(row, inline=bool(rest.strip()))
    ]
    entries = []
    for part, at in parts:
        figure = next(iter(numbers(part)), None)
        if figure is None or _COUNTED_BEFORE.search(part, 0, figure.start):
            continue
        if _OF_THEM.match(part, figure.end):
            continue
        entry = _entry(part, at, heading)
        if entry is None:
            return []
        entries.append(entry)
    return entries


def _rows_below(cv: Outline, index: int) -> list[tuple[str, int]]:
    """The short rows with a figure that follow a line, up to the first without one."""
    rows = []
    end = cv.sentences[index].end
    for below in cv.sentences[index + 1 : index + 1 + _MOST_ROWS]:
        counts = numbers(below.text)
        gap = cv.text[end : below.start].count("\n")
        if not counts or len(below.text.split()) > _ROW_WORDS or gap > 1:
            break
        rows.append((below.text, below.start))
        end = below.end
    return rows


def _parts(row: str, *, inline: bool) -> Iterator[tuple[str, int]]:
    """The entries of a row with their offsets: several only where they stand behind the colon."""
    at = 0
    first = numbers(row)[:1]
    between = bool(first and first[0].high is not None)
    for gap in _PART.finditer(row) if inline and not between else ():
        if numbers(row[at : gap.start()]):
            yield row[at : gap.start()], at
            at = gap.end()
    if row[at:].strip(" ."):
        yield row[at:], at


def _entry(part: str, at: int, heading: _Heading) -> Listed | None:
    """The people of an entry: a head count, or a name and a number under a heading of people."""
    counts = head_counts.head_counts(part)
    if counts:
        first = counts[0]
        managers = first.noun == "managers"
        return Listed(
            first.low, first.high, managers, heading.direct, at + first.start, at + first.end
        )
    figures = [n for n in numbers(part) if n.currency is None and not n.looks_like_year]
    if (
        len(figures) != 1
        or not (heading.people or heading.places)
        or _THINGS.find(part, figures[0].end)
    ):
        return None
    number = figures[0]
    if not _stands_alone(part, number):
        return None
    return Listed(
        number.low, number.high, False, heading.direct, at + number.start, at + number.end
    )


def _stands_alone(part: str, number: Number) -> bool:
    named = _NAMED.match(part[: number.start]) or "between" in part[: number.start].lower()
    rest = part[past_bound(part, number.end) :]
    return bool(named) and _ENDED.match(rest) is not None


def _is_apart(text: str, start: int, entries: list[Listed]) -> bool:
    """Whether entries are told at different times, or the first holds the others."""
    line_end = text.find("\n", entries[-1].end)
    if _TIMES.search(text, start, line_end if line_end >= 0 else len(text)):
        return True
    first, others = entries[0], sum(entry.low for entry in entries[1:])
    named = re.search(r"\w", text[start : first.start]) is not None
    number = next((n for n in numbers(text[first.start : first.end + 30])), None)
    whole = number is not None and _EVERYBODY.match(text, first.start + number.end) is not None
    return first.low == others or (whole and not named)


def _listed(entries: list[Listed], heading: _Heading, *, apart: bool) -> Iterator[Listed]:
    """The sum of entries that are there at once; else each of them."""
    if len(entries) == 1 and not heading.people:
        return
    at_once = (heading.at_once or heading.groups == len(entries)) and not apart
    if len(entries) < 2 or not at_once:
        yield from entries
        return
    yield Listed(
        low=sum(entry.low for entry in entries),
        high=None,
        managers=any(entry.managers for entry in entries),
        direct=heading.direct,
        start=entries[0].start,
        end=entries[-1].end,
    )
