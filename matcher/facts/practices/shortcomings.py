"""What people own to be bad at, to dislike, to avoid or not to have met yet.

'I struggle with X', 'X is no strength of mine' and 'I find X hard' speak of the person, of now and
of X: not of a customer who struggles with it, nor of what once was hard. Must not know what X is:
the caller asks whether a name, or whether all words of a skill, stand in what is spoken of.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from data.knowledge.asking import plain
from data.knowledge.hints import any_part
from data.knowledge.shortcomings import shortcomings
from data.patterns import regex
from matcher.facts.people.nouns import nouns
from matcher.facts.states.actors import names_another

_CLAUSE = regex(r"[.;|](?=\s|$)|\s(?:but|although|though|whereas|while|because)\s")
# Who speaks: 'I still', 'I am', or nobody where a clause opens with the cue.
_SOMEWHAT = (
    r"(?:(?:am|do|have|feel|remain|still|really|also|rather|very|quite|so|simply|just|now|mostly|usually"
    r"|would|will|a\sbit|a\slittle)\s+){0,4}"
)
_SPEAKER = (
    r"(?:^(?:am\s+)?|(?:(?P<joined>[,:(—]\s*|\b(?:and|or|so)\s+)(?P<am>am\s+)?)"
    rf"|\b(?:i|i'm|i've)\s+){_SOMEWHAT}"
)
# A state needs its object: 'poor at X', 'nervous speaking'.
_OBJECT = r"(?=\s+(?:at|with|in|on|of|about|when|to|for|around|by|\w+ing)\b)"
# Words such as 'work' or 'skills' between the thing and what is said behind it.
MOST_BEHIND = 2
# 'X I avoid' is told of X where no other thing follows: 'with X I avoid errors' is not.
_NO_OBJECT = regex(
    r"\s*(?:$|[,:()]|(?:where|when|whenever|wherever|if|as|and|or|so|at|most|the\smost)\b)"
)
_NOT_TO = r"(?!\s+to\s+(?:beat|fault|match|resist|put)\b)"


@dataclass(frozen=True, slots=True)
class Shortcoming:
    """What is spoken of at ``[start, end)``.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        ahead: Whether the cue stands before it, so that the thing must come first.
        behind: Whether the cue stands behind it, so that the thing must come last.
    """

    start: int
    end: int
    ahead: bool
    behind: bool


@cache
def _before() -> re.Pattern[str]:
    table = shortcomings()
    return re.compile(rf"{_SPEAKER}(?:{table.verbs}|{table.states}{_OBJECT})\b(?P<of>[^.;|]*)")


@cache
def _found() -> re.Pattern[str]:
    hard = rf"(?:(?:very|really|too|quite|rather|so|still)\s)*{shortcomings().found}"
    return re.compile(rf"\bi\s(?:\w+\s)?find\s(?P<of>[^.;|,]{{2,60}}?)\s{hard}\b{_NOT_TO}")


def shortcomings_in(text: str) -> tuple[Shortcoming, ...]:
    """Return what each clause of a text owns to be a shortcoming; offsets are into the text."""
    if not any_part(shortcomings().parts, text):
        return ()
    return _read(text)


@lru_cache(maxsize=512)
def _read(text: str) -> tuple[Shortcoming, ...]:
    low = plain(text)
    found: list[Shortcoming] = []
    start = 0
    breaks = [mark.span() for mark in _CLAUSE.finditer(low)]
    for end, behind in [*breaks, (len(low), len(low))]:
        clause = low[start:end].lstrip(" .;|")
        offset = end - len(clause)
        if clause and not shortcomings().over.search(clause):
            found += [
                Shortcoming(offset + a, offset + b, ahead, after)
                for a, b, ahead, after in _in_clause(clause)
            ]
        start = behind
    return tuple(found)


def _in_clause(clause: str) -> list[tuple[int, int, bool, bool]]:
    found = [(*match.span("of"), True, True) for match in _found().finditer(clause)]
    before = _before().search(clause)
    while before is not None and _is_of_others(clause, before):
        before = _before().search(clause, before.start("of"))
    if before is not None:
        found.append((*before.span("of"), True, False))
    behind = shortcomings().behind.search(clause)
    if behind is None or (
        behind[0].startswith("i ") and not _NO_OBJECT.match(clause, behind.end())
    ):
        return found
    told = len(clause[: behind.start()].rstrip(" ,:(—"))
    opening = max(clause.rfind(mark, 0, told) + 1 for mark in ",:(—")
    if opening < told:
        found.append((opening, behind.start(), False, True))
    return found


def _is_of_others(clause: str, cue: re.Match[str]) -> bool:
    """Whether what is joined on is of people named before: 'trained starters, new to X, to ...'."""
    if cue["joined"] is None or cue["am"]:
        return False
    named = clause[: cue.start()]
    return bool(nouns(named, in_list=True)) or names_another(named)


def falls_short(text: str, start: int, end: int) -> bool:
    """Return whether words say that the person falls short in what ``text[start:end]`` names."""
    for each in shortcomings_in(text):
        if not each.start <= start < end <= each.end:
            continue
        first = not each.ahead or _between(text[each.start : start])
        last = not each.behind or len(text[end : each.end].split()) <= MOST_BEHIND
        if first and last:
            return True
    return False


def _between(gap: str) -> bool:
    words = re.findall(r"[a-z']+", gap.lower())
    return "," not in gap and set(words) <= shortcomings().between
