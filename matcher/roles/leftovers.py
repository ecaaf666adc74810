"""What a sentence asks besides its typed requirements: the soft rest, judged by meaning.

Must not know how typed requirements are read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from data.knowledge.asking import alternation, asking, lowered
from data.knowledge.practices import practices
from data.patterns import regex
from matcher.facts.practices.asked import named
from matcher.roles.importance import unneeded
from matcher.roles.intent import ASKING_SECTIONS
from matcher.roles.ties import one_post, window
from matcher.types import Asked, Sentence

_MIN_WORDS = 2
_FIRST_WORDS = 5
_OPENS_LIST = regex(
    r"(?::\s*-?|\b(?:following|have|include|including|of|to|who|will|with|you)\s*[;-]+)\s*$"
)
# Left in a list of what is asked, so many words ask for something, soft or not.
_TELLING_WORDS = 4
# Words that open something new behind what was read; others go on about it.
_JOINS = regex(r"\s*(?:[,;.:)]|and\b|plus\b|as well as\b|with\b|together with\b)")
# What parts a whole phrase from what was read behind it ('calm nerves and' + 'a degree').
_PARTED = regex(r"(?:[,;.:(–—]|\band|\bor|\bplus|\bas well as|\bwith)\s*$")
_PARTS = regex(r"[,;(]|\band\b|\bor\b")
_JOINED_BEFORE = regex(
    r"\b(?:and|plus|as well as)\s+(?:(?:also|an?|the)\s+)?$"
    r"|\b(?:with|having)\s+(?:(?:an?|the|some|good|solid|strong|proven|demonstrable|practical|previous)\s+)*"
    r"(?:experience|evidence|knowledge|understanding|track record)\s+(?:of|in)\s+$"
)
_JOINED_BEHIND = regex(r"[\s,]*(?:and|plus|as well as)\b")
_DEED = regex(
    r"\b(?:with|and|plus)\s+(?:\w+\s+){0,2}?(?:experience|evidence|knowledge|understanding)\s+(?:of|in)\s+"
    r"(?P<topic>(?:[a-z-]{2,}\s+){0,4}[a-z]{4,})(?=\s*(?:$|[.,;]))|"
    r"\b(?:with|and|plus)\s+(?P<own>(?:(?:your|their|his|her|have|has|having|an?)\s+)*own\s+(?:car|transport|vehicle|van))\b|"
    r"\b(?:together|along|combined|coupled)\s+with\s+(?P<noun>(?:[a-z-]{3,}\s+){1,4}[a-z]{4,})(?=\s*(?:$|[.,;]))|"
    r"\b(?:and|plus|as\s+well\s+as|who\s+(?:has|have))\s+(?:(?:also|has|have|been)\s+)*"
    r"(?P<deed>(?:able\s+to|willing\s+to|prepared\s+to|led|ran|run|built|held|chaired|[a-z]{3,}ed)\s+"
    r"(?!by\b|to\b|or\b|and\b|in\b|at\b)[^.,;()]*[a-z]{4,}[^.,;()]*)|"
    # '... and chairing a safety committee'; what is done with everybody led asks nothing more.
    r"\b(?:and|plus|as\s+well\s+as)\s+(?:(?:also|of|in|for)\s+)*"
    r"(?P<doing>(?!(?:develop|motivat|coach|mentor|support|inspir|engag|train|lead|manag|supervis|direct|oversee|work|be|hav|us"
    r"|includ|report|tak|mak|grow|improv|driv|ensur|provid|deliver|maintain|cover|exceed|span|rang|meet|accord|follow|increas"
    r"|reduc|understand|hold|control|own|sett|remain|liv|learn|gett|giv)\w*ing\b)(?-i:[a-z]{3,}ing)\s+"
    r"(?!and\b|or\b|of\b|to\b|in\b|up\b|on\b)[^.,;()]*[a-z]{4,}[^.,;()]*)",
    re.IGNORECASE,
)
_ARTICLE = regex(r"(?:an?|the)\s+$")
# 'Based in Leeds, able to work nights', 'a Polish speaker with weekend availability'.
_READY = regex(
    r"\s*(?:available|availability|able|free|flexible|flexibility|happy|open|prepared|ready|willing\w*)\b"
)
_COMMA_BEFORE = regex(r"[,;]\s*$")
_WITH_BEFORE = regex(r"\bwith\s+(?:(?:some|full|good)\s+)?$")
_JOINTS = frozenset({"and", "with"})


def leftovers(
    sentence: Sentence,
    asked: Sequence[Asked],
    shown: Sequence[tuple[int, int]],
    *,
    listed: bool = False,
) -> list[tuple[int, int]]:
    """Return spans of the document that ask for qualities which ``asked`` does not cover.

    Without typed requirements that is the whole sentence, unless it says that nothing is asked.

    Args:
        sentence: The sentence that asks.
        asked: What was read in it.
        shown: The whole phrase of each, at least as wide as what was read.
        listed: Whether the sentence is an item of a list, where one word is enough to ask.
    """
    waived = unneeded(sentence)
    if not asked:
        nothing = waived or _says_nothing(sentence, listed=listed)
        return [] if nothing else [(sentence.start, sentence.end)]
    spans: list[tuple[int, int]] = []
    at = sentence.start
    for start, end in [*sorted(shown), (sentence.end, sentence.end)]:
        if start > at:
            spans += _worth_keeping(sentence, at, start)
        at = max(at, end)
    return [
        (start, end)
        for start, end in spans
        if not any(first < end and start < last for first, last in waived)
    ]


def unread(
    sentence: Sentence, asked: Sequence[Asked], shown: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Return what a statement joins with 'and' to what was read of it, and no kind has read.

    All of a statement is asked, so that one half must not stand for the whole.
    """
    if not asked:
        return []
    text = lowered(sentence.text)
    found = [
        (start, end)
        for start, end in leftovers(sentence, asked, shown)
        if _JOINED_BEFORE.search(text[: start - sentence.start])
        or _JOINED_BEHIND.match(text[end - sentence.start :])
    ]
    return found or _deeds(sentence, asked) or _practices(sentence, asked)


def _practices(sentence: Sentence, asked: Sequence[Asked]) -> list[tuple[int, int]]:
    """What the table of practices names beside what was read: 'an HNC and an apprenticeship'."""
    text = lowered(sentence.text)
    spans = []
    for start, end, _ in named(sentence.text):
        first = _readiness(text, start)
        ready = _READY.match(text, end)
        joined = _JOINED_BEFORE.search(text, 0, first) or _JOINED_BEHIND.match(text, end)
        listed = _READY.match(text, first) and _COMMA_BEFORE.search(text, 0, first)
        told = ready and _WITH_BEFORE.search(text, 0, first)
        if joined or listed or told:
            last = ready.end() if ready and told else end
            spans.append((sentence.start + first, sentence.start + last))
    return _apart(spans, asked)


def _readiness(text: str, at: int) -> int:
    """Where the words begin that lead into a practice and ask no more: 'available for weekends'."""
    words = practices().beside | set(asking().phrases["asking.empty"]) - _JOINTS
    first = at
    for word in reversed(list(re.finditer(r"[\w'’-]+\s+", text[:at]))):
        if word.end() != first or word.group().strip() not in words:
            break
        first = word.start()
    return first


def _deeds(sentence: Sentence, asked: Sequence[Asked]) -> list[tuple[int, int]]:
    """What was or can be done besides, of which nothing was read: '... and chaired a board'."""
    spans = [
        (sentence.start + match.start(part), sentence.start + match.end(part))
        for match in _DEED.finditer(sentence.text)
        for part in ("deed", "doing", "noun", "topic", "own")
        if match[part]
    ]
    return _apart(spans, asked)


def _apart(spans: Sequence[tuple[int, int]], asked: Sequence[Asked]) -> list[tuple[int, int]]:
    """Return the spans of which nothing was read."""
    return [
        (start, end)
        for start, end in spans
        if not any(each.start < end and start < each.end for each in asked)
    ]


def _says_nothing(sentence: Sentence, *, listed: bool) -> bool:
    """Whether a sentence only opens a list ('You will have:'), or is a word without a quality."""
    text = lowered(sentence.text)
    if _OPENS_LIST.search(text):
        return True
    words = re.findall(r"\w[\w'’-]*", text)
    if len(words) >= _MIN_WORDS or asking()["asking.soft"].search(text) is not None:
        return False
    return not listed or set(words) <= set(asking().phrases["asking.empty"])


def _worth_keeping(sentence: Sentence, start: int, end: int) -> list[tuple[int, int]]:
    text = lowered(sentence.text)[start - sentence.start : end - sentence.start]
    if end < sentence.end and not _PARTED.search(text):
        text = text[: max((stop.start() for stop in _PARTS.finditer(text)), default=0)]
    apart = start == sentence.start or _JOINS.match(text) is not None
    opening, closing = _edges()
    first = match.end() if (match := opening.match(text, _fresh(text, apart=apart))) else 0
    if article := _ARTICLE.search(text, 0, first):
        first = article.start()
    last = match.start() if (match := closing.search(text, first)) else len(text)
    kept = text[first:last]
    if one_post(kept) or window(kept) is not None:
        return []
    if start > sentence.start and not _opens(kept):
        return []
    words = set(re.findall(r"\w[\w'’-]*", kept)).difference(asking().phrases["asking.empty"])
    tells = apart and len(words) >= _TELLING_WORDS and sentence.section in ASKING_SECTIONS
    if not tells and (len(words) < _MIN_WORDS or not asking()["asking.soft"].search(kept)):
        return []
    return [(start + first, start + last)]


def _opens(kept: str) -> bool:
    """Whether what follows a requirement opens as another one does."""
    start = " ".join(kept.split()[:_FIRST_WORDS])
    soft = asking()["asking.soft"].search(start)
    return soft is not None or _openers().match(start) is not None


@cache
def _openers() -> re.Pattern[str]:
    return re.compile(rf"(?:(?:an?|the)\s+)?{alternation(asking().phrases['asking.openers'])}")


def _fresh(text: str, *, apart: bool) -> int:
    """Where something new begins behind what was read; the words before go on about that."""
    if apart:
        return 0
    joint = _PARTS.search(text)
    return joint.start() if joint else len(text)


@cache
def _edges() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = rf"(?:[\s,;:.()–—-]|{alternation(asking().phrases['asking.edges'])})+"
    return re.compile(words), re.compile(rf"{words}$")
