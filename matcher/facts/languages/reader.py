"""Reads spoken and signed languages.

Must not know which level is enough. A language is read where a level, a row of languages or a
word such as 'speak' shows that the person speaks it; the language of a country, a customer, a
colleague or an office is none of theirs.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from data.knowledge.languages import language_words
from data.patterns import regex
from matcher.facts.languages.asks import ask as ask
from matcher.facts.languages.names import (
    Spoken,
    level_words,
    lists_languages,
    spoken_in,
    words_around,
)
from matcher.facts.layout.phrases import Phrases
from matcher.facts.layout.quoting import fact_in
from matcher.facts.states.cues import clause_of
from matcher.facts.states.dates import DATE
from matcher.facts.states.hoped_for import is_wished
from matcher.facts.states.people import is_of_people_before
from matcher.facts.states.whose import somebody_elses
from matcher.types import Fact, Outline, Sentence, Status
from matcher.values import Language

# Stands for every language but those that a CV names: 'I speak English only'.
ANY_OTHER = "any other language"

_DENIED = regex(
    r"\b(?:no|not|never|without|nor|neither|none|unable|cannot|can['’]t|do not|don['’]t|did not|"
    r"didn['’]t)\b(?:\s+(?:yet|any|know|speak|learn(?:ed|t)?|"
    r"studied|knowledge|of|in|or|a|word|fluent|read|write|understand|have|much|good|"
    r"conversational|basic|able|to|enough|at|all|foreign))*\s*(?:\w+\s+or\s+)?$",
    re.IGNORECASE,
)
_DENIED_BEHIND = regex(
    r"\s*(?:[:(–-]\s*)(?:none|nil|no\b|not spoken|not at all)"
    r"|\s*(?:[:(–-]\s*)?(?:at\s+)?(?:level|lefel)\s+(?:0|zero)\b",
    re.IGNORECASE,
)
_MONOLINGUAL = regex(
    r"\b(?:English only|only English|monolingual|no (?:foreign|other|second|additional) "
    r"languages?|only (?:speak|language is) English)\b"
    r"|^\W*no other(?:s| languages?)\W*$",
    re.IGNORECASE,
)
# An exam to come: 'B2 exam on 3 May', 'C1 booked for June', 'sitting the C1 in June'.
_BOOKED = regex(
    r"[^.;]{0,20}\b(?:exam|test|assessment|paper|oral)\b(?:[^.;]{0,25}\b(?:booked|on|in|due|set|for)\b|:?\s+\d{1,2}\s)"
    r"|[\s,(–-]*(?:is |now )?(?:booked|due|scheduled|planned|registered|expected)\b"
    r"|[^.;]{0,40}\bworking towards\b",
    re.IGNORECASE,
)
_SITTING = regex(
    r"\b(?:sit|sitting|take|taking|booked|registered for|due to take|preparing for|"
    r"working towards)\b[^.;,\d]{0,25}$",
    re.IGNORECASE,
)
# 'BSL Level 1 passed; Level 2 exam in May': a further level in a sentence of its own.
_FURTHER_LEVEL = regex(
    r"\W*(?:the\s+)?(?:level\s+\w+|[ABC][12])\s+(?:exam|test|assessment|paper|oral|is|now|due|booked)\b",
    re.IGNORECASE,
)
_CUT = regex(r"\b(?:Ital|Span|Port|Germ|Engl|Russ|Bulg|Arab|Portug|Fr|Ger|Pol|Lang)\.$")
_NATIONALITY = regex(r"national|citizen|born|passport|heritage|descent", re.IGNORECASE)
_RECRUITS = regex(
    r"\b(?:team of|recruit\w*|hired?|hiring|supervis\w*|(?:man|coach|mentor|train)\w*ed "
    r"(?:\w+\s)?(?:\d|a team)|colleagues? who|customers? who)\b"
    r"|\b(?:us(?:ed|ing)|book(?:ed|ing)|via|through|by|from)\s+(?:an?|the|our)\s+$",
    re.I,
)


@cache
def _setting() -> Phrases:
    return Phrases({"setting": language_words().setting})


def read(cv: Outline) -> list[Fact]:
    """Return the languages that a CV shows, with the level where one is printed."""
    found = []
    for sentence in _rejoined(cv):
        listed = lists_languages(sentence)
        spoken = spoken_in(sentence.text, listed=listed)
        for one in spoken:
            fact = _fact(sentence, one, spoken, listed=listed)
            coming = _coming(sentence, one, spoken)
            found += [each for each in (fact, coming) if each is not None]
        alone = _MONOLINGUAL.search(sentence.text)
        if alone:
            value = Language(ANY_OTHER)
            found.append(fact_in(sentence, value, *alone.span(), status=Status.DENIED))
    return found


def _rejoined(cv: Outline) -> list[Sentence]:
    """Return the sentences, those cut at an abbreviated name or before a further level whole."""
    found: list[Sentence] = []
    for sentence in cv.sentences:
        before = found[-1] if found else None
        if (
            before is not None
            and (
                _CUT.search(before.text)
                or (_FURTHER_LEVEL.match(sentence.text) and spoken_in(before.text))
            )
            and "\n" not in cv.text[before.end : sentence.start]
        ):
            text = cv.text[before.start : sentence.end]
            found[-1] = replace(before, text=text, end=sentence.end)
        else:
            found.append(sentence)
    return found


def _fact(sentence: Sentence, one: Spoken, spoken: list[Spoken], *, listed: bool) -> Fact | None:
    text = sentence.text
    value = Language(one.name, one.level)
    if _DENIED.search(text, 0, one.from_start) or _DENIED_BEHIND.match(text, one.end):
        low, high = clause_of(text, one.start, one.end)
        return fact_in(sentence, Language(one.name), low, high, status=Status.DENIED)
    group = [other for other in spoken if other.group == one.group]
    if not listed and not _is_own(sentence, one, group):
        return None
    start, end = min(one.from_start, one.start), max(one.to_end, one.end)
    if one.level and (_is_booked(text, end) or _SITTING.search(text, 0, one.start)):
        date = DATE.search(text, end)
        if date:
            return fact_in(
                sentence, value, start, date.end(), status=Status.IN_PROGRESS, when=date.group()
            )
    return fact_in(sentence, value, start, end)


def _is_booked(text: str, end: int) -> bool:
    """Whether an exam for the level that ends at ``end`` is to come, and not one for another."""
    booked = _BOOKED.match(text, end)
    return booked is not None and not level_words(text[end : booked.end()])


def _coming(sentence: Sentence, one: Spoken, spoken: list[Spoken]) -> Fact | None:
    """Return a higher level that is booked behind the one held: 'B1, B2 exam on 3 May 2027'."""
    text = sentence.text
    end = min((other.from_start for other in spoken if other.start > one.end), default=len(text))
    for level in level_words(text, language=one.name):
        if not one.to_end <= level.start < end:
            continue
        ahead = _is_booked(text, level.end) or _SITTING.search(text, one.to_end, level.start)
        date = DATE.search(text, level.end, end) if ahead else None
        if date:
            value, when = Language(one.name, level.name), date.group()
            return fact_in(
                sentence, value, one.start, date.end(), status=Status.IN_PROGRESS, when=when
            )
    return None


def _is_own(sentence: Sentence, one: Spoken, group: list[Spoken]) -> bool:
    """Whether the person speaks it, by the words before and behind the list it stands in."""
    text = sentence.text
    first = min(other.from_start for other in group)
    last = max(other.to_end for other in group)
    low, high = clause_of(text, min(one.start, first), max(one.end, last))
    if _setting().find(text, low, high) or _NATIONALITY.search(sentence.label):
        return False
    before, behind = words_around()
    behind_hits = [
        hit
        for end in {one.end, max(other.end for other in group), last}
        for hit in behind.find(text, end, end + 40)
        if hit.start - end <= 1 or text[end : hit.start] == " ("
    ]
    if any(hit.name == "others" for hit in behind_hits):
        return False
    if _RECRUITS.search(text, low, first) or somebody_elses(text, low, first):
        return False
    if is_of_people_before(text, first) or is_wished(text, first):
        return False
    if one.level and one.words not in (
        "business",
        "professional",
        "good",
        "strong",
        "school",
        "working",
    ):
        return True
    if one.level and re.match(r"[\s)]*(?:$|[,;.|/)]|and\b|only\b|speaker)", text[last:]):
        return True
    if any(hit.name == "shows" for hit in behind_hits):
        return True
    hits = [hit for hit in before.find(text, low, first) if _reaches(text, hit.end, first)]
    return bool(hits) and hits[-1].name == "shows"


def _reaches(text: str, end: int, first: int) -> bool:
    return (
        re.fullmatch(
            r"\s*(?:(?:some|both|fluent|daily|either|good|mainly|their|in)\s+)*", text[end:first]
        )
        is not None
    )
