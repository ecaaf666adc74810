"""Gendered pronouns to neutral ones, with their verbs, so that everybody's sentence is the same.

Must not know where the words stand. 'She runs', 'he runs' and 'they run' come out alike; so do
'ask her' and 'ask him', 'her team' and 'his team'.
"""

from __future__ import annotations

import re

from data.knowledge.identity import identity_words
from data.patterns import regex

_TABLE = identity_words()
PRONOUN = regex(
    rf"\b(?:{'|'.join(sorted(_TABLE.pronouns, key=len, reverse=True))})\b", re.IGNORECASE
)
_OBJECT = regex(rf"\s*(?:[^\w\s]|$)|\s+(?:{_TABLE.after_object})\b", re.IGNORECASE)
_SUBJECT = regex(
    r"\b(?:s?he)(?:['’]|\s+(?:(?:\w+ly|also|always|never|now|often|still|then)\s+)?)"
    r"(?P<verb>[a-z]*s)\b",
    re.IGNORECASE,
)
_ENDS_ES = ("ches", "shes", "sses", "xes", "zzes", "oes")


def neutral(words: str) -> str:
    """Return words with every gendered pronoun neutral, in its case."""
    agreed = _SUBJECT.sub(_agreed, words)
    return PRONOUN.sub(lambda match: _neutral(match[0], agreed[match.end() :]), agreed)


def _neutral(pronoun: str, behind: str) -> str:
    word = pronoun.lower()
    them = word == "her" and _OBJECT.match(behind)
    found = "them" if them else _TABLE.pronouns[word]
    return found.capitalize() if pronoun[0].isupper() else found


def _agreed(found: re.Match[str]) -> str:
    verb = found["verb"]
    plural = _TABLE.verbs.get(verb) or _without_s(verb)
    return found[0][: found.start("verb") - found.start()] + plural


def _without_s(verb: str) -> str:
    """The plural of a regular verb; what ends in 'ss' or is too short to be one stays."""
    if verb.endswith("ss") or len(verb) < 4:
        return verb
    if verb.endswith("ies"):
        return f"{verb[:-3]}y"
    return verb[:-2] if verb.endswith(_ENDS_ES) else verb[:-1]
