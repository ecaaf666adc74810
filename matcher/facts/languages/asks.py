"""Reads the languages that a role asks for.

Must not know which level is enough.
"""

from __future__ import annotations

import re
from itertools import groupby

from data.patterns import regex
from matcher.criteria import LanguageSpoken
from matcher.facts.languages.names import (
    Spoken,
    lists_languages,
    spoken_in,
    words_around,
)
from matcher.facts.languages.sorts import asked_sort
from matcher.facts.layout.clauses import holds_names_alone
from matcher.facts.layout.quoting import asked_in
from matcher.types import Asked, Sentence

_LOOSE_ENGLISH = frozenset(
    {
        "excellent",
        "good",
        "strong",
        "very good",
        "competent",
        "professional",
        "confident",
        "advanced",
        "business",
    }
)
_ENGLISH_SKILL = regex(
    r"\b(?:GCSE|O[- ]level|grade|maths|mathematics|communicat\w*|literature|educat\w*|degree|"
    r"teacher|"
    r"qualification)\b",
    re.I,
)
_BESIDE_MATHS = regex(r"\b(?:maths|mathematics|numeracy)\b[\w\s,]{0,12}$", re.IGNORECASE)
# Beside names of languages these words say nothing else: 'Urdu or Bengali an advantage'.
_ABOUT = regex(
    r"\b(?:essential|desirable|required|preferred|useful|helpful|advantage\w*|ideally|plus|bonus|"
    r"an|a|would|be|is|are|or|and|both|either)\b|[^\w]",
    re.IGNORECASE,
)
_WELCOME = regex(
    r"\bequally welcome|\bwelcome (?:applications|to apply)|\bcorrespond", re.IGNORECASE
)


def ask(sentence: Sentence) -> list[Asked]:
    """Return the languages that a sentence of a role asks for; alternatives are one ask."""
    text = sentence.text
    if _WELCOME.search(text):
        return []
    listed = lists_languages(sentence) or _names_alone(text)
    every = spoken_in(text, listed=listed)
    # What is said behind the last of a list is said of all ('Hindi, Gujarati or Urdu speaker').
    asked = {one.group for one in every if _is_asked(sentence, one, listed)}
    spoken = [one for one in every if one.group in asked]
    found = []
    for members in _alternatives(text, spoken):
        names = tuple(dict.fromkeys(one.name for one in members))
        level = next((one.level for one in members if one.level), None)
        start = min(one.from_start for one in members)
        end = max(one.to_end for one in members)
        found.append(asked_in(sentence, LanguageSpoken(names, level), start, end))
    return found if any(one.name != "English" for one in spoken) else found + asked_sort(sentence)


def _names_alone(text: str) -> bool:
    """Whether a demand is made of names alone ('Mandarin or Cantonese')."""
    names = [(one.from_start, one.to_end) for one in spoken_in(text)]
    return holds_names_alone(text, names, _ABOUT)


def _is_asked(sentence: Sentence, one: Spoken, listed: bool) -> bool:
    text = sentence.text
    if one.name == "English" and (
        one.words in _LOOSE_ENGLISH
        or _ENGLISH_SKILL.search(text, one.end, one.end + 30)
        or _BESIDE_MATHS.search(text, 0, one.start)
    ):
        return bool(
            re.search(r"\b(?:command|fluen\w*|speak\w*|spoken|verbal|oral)\b", text, re.I)
        ) and not (_ENGLISH_SKILL.search(text))
    if one.level or listed:
        return True
    before, behind = words_around()
    if any(hit.start - one.end <= 1 and hit.name == "shows" for hit in behind.find(text, one.end)):
        return True
    return any(
        hit.name == "shows" and one.start - hit.end <= 30 for hit in before.find(text, 0, one.start)
    )


def _alternatives(text: str, spoken: list[Spoken]) -> list[list[Spoken]]:
    """Split into asks: a list closed by 'or' is one, one closed by 'and' is one for each."""
    found: list[list[Spoken]] = []
    for _, members in groupby(spoken, key=lambda one: one.group):
        group = list(members)
        gap = text[group[0].end : group[-1].start]
        if re.search(r"\bor\b|/|\bsuch as\b", gap) or re.search(
            r"such as|e\.g", text[: group[0].start]
        ):
            chunks = [group]
        else:
            chunks = [[one] for one in group]
        joined = found and re.search(r"\bor\b", text[found[-1][-1].end : group[0].start])
        if joined and len(chunks) == 1:
            found[-1] += chunks[0]
        else:
            found += chunks
    return found
