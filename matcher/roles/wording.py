"""The words in which a requirement is shown: whole phrases, not the bare name that was read.

Must not know what a requirement asks. A reader of facts marks 'DBS check' in 'an enhanced DBS
check' and 'Excel' in 'advanced Excel skills'; who reads the requirement wants the whole phrase. The
words that a phrase takes in before and behind it, and those it sheds, are in the table of asking.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from data.knowledge.asking import alternation, asking, lowered
from data.patterns import regex
from matcher.facts.years.experience_words import phrase_end
from matcher.types import Asked, Sentence

# A phrase never ends with a number alone ('line management of 20') or with a word that leads on.
_UNFINISHED = regex(
    r"(?:(?<![\w£$€.,])(?<!level )(?<!grade )(?<!band )\d[\d,]*\+?"
    r"|\b(?:of|in|with|within|for|to|a|an|the|and|or|last|past"
    r"|large|complex|busy|similar))$"
)
# Not the full stop of 'etc.' or of 'p.a.'.
_STOP = regex(r"(?<![.\s]\w)(?<!\betc)[\s,;:./]+$")


def whole_phrases(sentence: Sentence, asked: Sequence[Asked]) -> list[tuple[int, int]]:
    """Return the span of the document to show for each of ``asked``, in the same order.

    A phrase grows no further than what its neighbours were read from.
    """
    text = lowered(sentence.text)
    spans = [(each.start - sentence.start, each.end - sentence.start) for each in asked]
    shown = []
    for start, end in spans:
        floor = max((last for _, last in spans if last <= start), default=0)
        ceiling = min((first for first, _ in spans if first >= end), default=len(text))
        first, last = _grown(text, *_shed(text, start, end), floor, ceiling)
        shown.append((sentence.start + first, sentence.start + last))
    return shown


def _shed(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out the words that lead into a phrase: 'who has experience of ...'."""
    opening = _shedding().match(text, start, end)
    return (opening.end() if opening and opening.end() < end else start), end


def _grown(text: str, start: int, end: int, floor: int, ceiling: int) -> tuple[int, int]:
    before = _leading().search(text, floor, start)
    first = before.start() if before else start
    behind = _trailing().match(text, end, ceiling)
    last = behind.end() if behind else end
    if _UNFINISHED.search(text, first, last):
        last = max(last, min(phrase_end(text, last), ceiling))
    last = _closed(text, first, last, ceiling)
    words = text[first:last].split()
    while len(words) > 1 and words[-1] in asking().phrases["asking.never_last"]:
        last = first + text[first:last].rstrip().rfind(words.pop())
    return first, first + len(_STOP.sub("", text[first:last].rstrip()))


def _closed(text: str, start: int, end: int, ceiling: int) -> int:
    """Take in the end of a bracket that the phrase opens."""
    if text.count("(", start, end) <= text.count(")", start, end):
        return end
    closing = text.find(")", end, ceiling)
    return closing + 1 if closing >= 0 else end


@cache
def _leading() -> re.Pattern[str]:
    words = alternation(asking().phrases["phrase.before"])
    return re.compile(rf"(?<![\w'’-])(?:{words}[ \xa0]+)+$")


@cache
def _trailing() -> re.Pattern[str]:
    words = alternation(asking().phrases["phrase.behind"])
    return re.compile(rf"(?:[ \xa0]+(?:level(?:[ \xa0]\d)?|{words}))+(?![\w-])")


@cache
def _shedding() -> re.Pattern[str]:
    words = alternation(asking().phrases["phrase.shed"])
    return re.compile(rf"(?:{words}\s+)+")
