"""Posts in rows that each end on a number of people: '2019-24 Depot Manager, Perth: 41'.

Must not know what else a CV says of people. A bare number may be anything, so two rows at least
must be of one make, under titles whose holders lead people or a heading that says that people are
counted. Posts are held one after another, so nothing is added up.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby

from data.patterns import regex
from matcher.facts.people import counts as head_counts
from matcher.facts.people import holders
from matcher.facts.people.lists import Listed
from matcher.types import Outline, Sentence

_ROW = regex(
    r"^[ \t•*-]*(?P<words>[^\n]*?[A-Za-z)\d])[ \t]*(?:[:|=(–—])[ \t]*(?P<count>[1-9]\d{0,3})"
    r"(?P<tail>[ \t]*(?:people|staff|ftes?|heads|reports|reportees|strong)?"
    r"(?:[ \t]+(?:on|over|across|in)[ \t]+[^\n\d:;|]{2,30})?)[ \t).]*$",
    re.IGNORECASE | re.MULTILINE,
)
_YEARS = regex(r"(?:19|20)\d\d")
# Whoever holds one of these has people: those who lead a shift, a crew, or a place of work.
_LEADS_PEOPLE = regex(
    r"\b(?:(?:shift|team|line|crew|section|floor|site|depot|ward|store|shop|branch|centre|center"
    r"|duty|kitchen|production|plant|warehouse|factory|yard|works|mill|bakery|hotel|pub|restaurant"
    r"|general|operations?|ops|night|day|service)\s+"
    r"(?:leader|manager|supervisor|lead|head|director|superintendent)|foreman|forewoman|chargehand"
    r"|supervisor|matron|sergeant|head\s+chef|overseer|ganger)\b",
    re.IGNORECASE,
)
_OF_PEOPLE = regex(
    r"\b(?:people|staff|ftes?|heads|reports|reportees|strong|shifts?|teams?|crews?|watches)\b", re.I
)
_HEADING = regex(
    r"[ \t]*(?:(?:my|the|largest)[ \t]+)?"
    r"(?:head[ \t]?counts?|team[ \t]+sizes?|staff(?:[ \t]+numbers)?|people|teams?|reports|crews?)"
    r"(?:[ \t]+(?:led|managed|run|under[ \t]+me|by|in|of|for|per|at|and|each|post|job|role|employer"
    r"|year|site|the))*[ \t]*[:.]?[ \t]*",
    re.IGNORECASE,
)
# Something else is counted: 'seats in section, floor manager: 60'.
_OTHER_COUNT = regex(
    r"\b(?:per|used\s+by|by|covers|seats?|spaces|pallets|incidents|hours|applied|applications|orders|calls|tickets"
    r"|sales|shifts\s+a|rooms|tables|beds|visits|visitors|complaints|units)\b",
    re.IGNORECASE,
)
_PARTS = regex(r"[,;|(–—:/]|\s-\s|\bat\b")
_LEAST_ROWS = 2
_MOST_WORDS = 10
_APPLIED = regex(r"\b(?:appl(?:ied|ications?|ying)|vacanc\w+|interviews?|recruited|placed)\b", re.I)


def told(cv: Outline) -> Iterator[tuple[Sentence, Listed]]:
    """Yield the people of each post in such rows, with the sentence that the row begins in."""
    if not cv.sentences or "\n" not in cv.text:
        return
    starts = [sentence.start for sentence in cv.sentences]
    for rows in _blocks(cv.text):
        if not _count_people(cv.text, rows):
            continue
        for row in rows:
            sentence = cv.sentences[max(0, bisect_right(starts, row.start("count")) - 1)]
            at = row.span("count")
            yield sentence, Listed(float(row["count"]), None, False, False, *at)


def leads_people(words: str) -> bool:
    """Return whether ``words`` hold a title that nobody without people has."""
    return _LEADS_PEOPLE.search(words) is not None


def _blocks(text: str) -> Iterator[list[re.Match[str]]]:
    """Rows of one make that follow each other line by line."""
    rows = [row for row in _ROW.finditer(text) if _is_post(row)]
    numbered = [(text.count("\n", 0, row.start()) - n, row) for n, row in enumerate(rows)]
    for _, block in groupby(numbered, key=lambda each: each[0]):
        found = [row for _, row in block]
        if len(found) >= _LEAST_ROWS:
            yield found


def _is_post(row: re.Match[str]) -> bool:
    words = row["words"]
    if len(words.split()) > _MOST_WORDS or _YEARS.fullmatch(row["count"]):
        return False
    if _OTHER_COUNT.search(words):
        return False
    parts = _PARTS.split(_YEARS.sub("", words))
    opening = next((part for part in parts if re.search(r"[A-Za-z]{3}", part)), "")
    return holders.has_title(opening) and not head_counts.head_counts(_YEARS.sub("", words))


def _count_people(text: str, rows: list[re.Match[str]]) -> bool:
    above = text[: rows[0].start()].rstrip("\n").rpartition("\n")[2]
    if _APPLIED.search(above):
        return False
    if _HEADING.fullmatch(above) or any(_OF_PEOPLE.search(row["tail"]) for row in rows):
        return True
    return all(leads_people(row["words"]) for row in rows)
