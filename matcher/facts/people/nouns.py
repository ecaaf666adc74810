"""The nouns of a sentence that a head count may carry: people, leaders, and what is no people.

Must not know numbers. What the table lists is certain; besides it, any plural of an occupation and
any plural that names people by what they do ('befrienders', 'signallers') is people, unless the
table says that the word names things or those served ('containers', 'passengers').
"""

from __future__ import annotations

import re

from data.knowledge.people import people_words
from data.knowledge.title_tables import table
from data.patterns import regex
from matcher.facts.layout.phrases import Hit, Phrases

_WORDS = people_words()
_NOUNS = Phrases(
    {name: _WORDS.nouns[name] for name in ("people", "managers", "managers_of_things", "others")}
)
_NOT_PEOPLE = frozenset(_WORDS.nouns["not_people"])
# Those who work a machine are often called as it is: beside machines, machines are meant.
_EITHER = frozenset(_WORDS.nouns["people_or_machines"])
# Between a number and its noun stand adjectives, not prepositions, verbs or stops.
BREAK = regex(
    r"[.;:|()%]|\b(?:of|(?<!-)in(?!-)|at|for|to|with|from|by|who|which|that|the|a|an|per|over|on|under|was|were|is|are|"
    r"has|had|years?|months?|across|plus|or|into|onto|via|through|between|can|will|as|no|not|never|without)\b",
    re.IGNORECASE,
)
# 'Handovers' and 'cutovers' are no people, though 'movers' are; nor are 'estimates'.
_MATES = r"(?:bed|class|crew|flat|house|play|room|school|ship|stable|team|work)mates"
_DOES = regex(
    r"\b(?!\w{3,}overs\b)[A-Za-z]{2,}(?:ers|ors|ists|ants|ians|men|women|ees|hands|smiths|wrights)\b"
    rf"|\b{_MATES}\b"
)
_SURELY = regex(rf"(?:men|women|smiths|wrights|hands|{_MATES})$")
_PLURAL = regex(r"\b[A-Za-z]{3,}s\b")
_PLURAL_OF_PEOPLE = regex(rf"{_DOES.pattern}|{_PLURAL.pattern}")
# Only beside these a word is people by its form alone: somebody may manage tippers and fryers, too.
_OF_PEOPLE = regex(
    r"\b(?:teams?|crews?|staff|people|led|lead|leads|leading|supervis\w+|command\w*|report\w*|answer\w*"
    r"|line|charge|under|mine|employees|recruit\w*|hired|rotas?|roster\w*|workforce|headcount|squad|shifts?"
    r"|home[\s-]?(?:based|working)|field[\s-]based|work\w*\s+(?:remotely|from\s+home)|freelance|part[\s-]time|full[\s-]time|seasonal"
    r"|casual|trainee|newly\s+qualified|agency|direct|indirect|matrix|volunteers?|head\s+of|supervisor|foreman|apprentices?)\b",
    re.IGNORECASE,
)


def _occupations() -> frozenset[str]:
    plain = (word for word in table()["words"]["occupations"] if " " not in word)
    return frozenset(_plural(word) for word in plain)


def _plural(word: str) -> str:
    return f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"


_OCCUPATIONS = _occupations()


def nouns(text: str, *, in_list: bool = False) -> list[Hit]:
    """Return the nouns of ``text``, in order: "people", "managers", "others" and the like.

    Args:
        text: A sentence, or a cell of a list.
        in_list: Whether it is a cell: what stands above the list says that people are counted.
    """
    listed = _NOUNS.find(text)
    taken = {place for hit in listed for place in range(hit.start, hit.end)}
    of_people = _OF_PEOPLE.search(text) is not None
    plurals = list(_PLURAL_OF_PEOPLE.finditer(text))
    machines = not of_people and any(word.group().lower() in _NOT_PEOPLE for word in plurals)
    more = [
        Hit("people", word.start(), word.end())
        for word in plurals
        if word.start() not in taken
        and _is_of_people(word.group(), told=in_list or of_people)
        and not (machines and word.group().lower() in _EITHER)
    ]
    return sorted([*listed, *more], key=lambda hit: hit.start) if more else listed


def is_listed_as_none(word: str) -> bool:
    """Return whether the table says that ``word`` is no people, though it ends as if it were."""
    return word.lower() in _NOT_PEOPLE


def _is_of_people(word: str, *, told: bool) -> bool:
    lower = word.lower()
    if lower in _NOT_PEOPLE:
        return False
    if lower in _OCCUPATIONS or _SURELY.search(lower):
        return True
    return told and _DOES.fullmatch(word) is not None
