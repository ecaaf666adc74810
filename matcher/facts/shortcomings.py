"""What people own to be bad at, to dislike, to avoid or not to have met yet.

'I struggle with X', 'X is no strength of mine' and 'I find X hard' speak of the person, of now and
of X: not of a customer who struggles with it, nor of what once was hard. Must not know what X is:
the caller asks whether a name, or whether all words of a skill, stand in what is spoken of.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from data.knowledge.asking import lowered
from data.knowledge.hints import any_part
from data.knowledge.shortcomings import shortcomings

_SAME = str.maketrans({"’": "'", "‑": " ", "–": " ", "-": " ", "\n": " ", "\t": " ", "\xa0": " "})
_CLAUSE = re.compile(r"[.;|](?=\s|$)|\s[–—]\s|\s(?:but|although|though|whereas|while|because)\s")
# A part of every cue of the table, in small letters.
_PARTS = (
    *("avoid", "detest", "dislik", "dread", "hate", "loath", "refus", "struggl", "shy ", "away "),
    *(" clear", "stand", "bear", "abide", "face", "not ", "n't", "find", "yet to", "lack", "leave"),
    *("new to", "strange", "no good", "never", "bad ", "poor ", "weak", "hopeless", "terribl"),
    *("useless", "lousy", "clums", "nervous", "anxious", "afraid", "scare", "frighten", "terrif"),
    *("uneas", "uncomf", "unconf", "ill at", "depth", "no fan", "no head", "little", "aptitude"),
    *("gift", "flair", "no feel", "talent", "taste", "unfamil", "at sea", "forte", "mystery"),
    *(
        "beyond me",
        "s me",
        "least",
        "for me",
        "unnerve",
        "bore",
        "closed book",
        "prefer",
        "no liking",
    ),
)
# Who speaks: 'I still', 'I am', or nobody where a clause opens with the cue.
_SPEAKER = (
    r"(?:(?:^|[,:(]\s*|\b(?:and|or|so)\s+)(?:am\s+)?|\b(?:i|i'm|i've)\s+)"
    r"(?:(?:am|do|have|feel|remain|still|really|also|rather|very|quite|so|simply|just|now|mostly|usually"
    r"|would|will|a\sbit|a\slittle)\s+){0,4}"
)
# A state needs its object: 'poor at X', 'nervous speaking'.
_OBJECT = r"(?=\s+(?:at|with|in|on|of|about|when|to|for|around|by|\w+ing)\b)"
# Words such as 'work' or 'skills' between the thing and what is said behind it.
_MOST_BEHIND = 2
_NOT_TO = r"(?!\s+to\s+(?:beat|fault|match|resist|put)\b)"


@dataclass(frozen=True, slots=True)
class Shortcoming:
    """What is spoken of at ``[start, end)``; ``ahead`` where the cue stands before it."""

    start: int
    end: int
    ahead: bool


@cache
def _before() -> re.Pattern[str]:
    table = shortcomings()
    return re.compile(rf"{_SPEAKER}(?P<cue>{table.verbs}|{table.states}{_OBJECT})\b(?P<of>[^.;|]*)")


@cache
def _found() -> re.Pattern[str]:
    hard = rf"(?:(?:very|really|too|quite|rather|so|still)\s)*{shortcomings().found}"
    return re.compile(rf"\bi\s(?:\w+\s)?find\s(?P<of>[^.;|,]{{2,60}}?)\s{hard}\b{_NOT_TO}")


def shortcomings_in(text: str) -> tuple[Shortcoming, ...]:
    """Return what each clause of a text owns to be a shortcoming; offsets are into the text."""
    if not any_part(_PARTS, text):
        return ()
    return _read(text)


@lru_cache(maxsize=512)
def _read(text: str) -> tuple[Shortcoming, ...]:
    low = lowered(text).translate(_SAME)
    found: list[Shortcoming] = []
    start = 0
    breaks = [mark.span() for mark in _CLAUSE.finditer(low)]
    for end, behind in [*breaks, (len(low), len(low))]:
        clause = low[start:end].lstrip(" .;|")
        offset = end - len(clause)
        if clause and not shortcomings().over.search(clause):
            found += [
                Shortcoming(offset + a, offset + b, ahead) for a, b, ahead in _in_clause(clause)
            ]
        start = behind
    return tuple(found)


def _in_clause(clause: str) -> list[tuple[int, int, bool]]:
    found = [(*match.span("of"), True) for match in _found().finditer(clause)]
    before = _before().search(clause)
    if before is not None:
        found.append((*before.span("of"), True))
    behind = shortcomings().behind.search(clause)
    if behind is not None:
        told = len(clause[: behind.start()].rstrip(" ,:("))
        opening = max(clause.rfind(mark, 0, told) + 1 for mark in ",:(")
        found.append((opening, behind.start(), False))
    return found


def falls_short(text: str, start: int, end: int) -> bool:
    """Return whether words say that the person falls short in what ``text[start:end]`` names."""
    for each in shortcomings_in(text):
        if not each.start <= start < end <= each.end:
            continue
        gap = text[each.start : start] if each.ahead else text[end : each.end]
        if each.ahead and _between(gap):
            return True
        if not each.ahead and len(gap.split()) <= _MOST_BEHIND:
            return True
    return False


def _between(gap: str) -> bool:
    words = re.findall(r"[a-z']+", gap.lower())
    return "," not in gap and set(words) <= shortcomings().between
