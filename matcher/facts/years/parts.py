"""Reads the parts of a length: 'twelve years at work: ten in kitchens, the last two as head chef'.

Must not know how a length itself is read. The unit of a part stands with the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from data.knowledge.titles import named_in
from data.patterns import regex
from matcher.candidates.entry import is_title
from matcher.facts.layout.quoting import fact_in
from matcher.facts.numbers.durations import NUMBER, Length, lengths, number
from matcher.facts.years.experience_words import SECOND, SHARE, content, phrase_end, trimmed
from matcher.facts.years.of_others import is_of_others
from matcher.types import Fact, Sentence
from matcher.values import Years

_SECOND = regex(SECOND, re.IGNORECASE)
_SHARE = regex(SHARE, re.IGNORECASE)
_SHARES = {
    "half": 1 / 2,
    "a third": 1 / 3,
    "one third": 1 / 3,
    "two thirds": 2 / 3,
    "a quarter": 1 / 4,
    "one quarter": 1 / 4,
    "three quarters": 3 / 4,
}
_UNPAID = regex(
    r"\b(?:hobby|spare\s+time|student|college|school|universit\w+|volunteer\w*)\b", re.I
)
_OF_THE_WHOLE = regex(
    rf"\b(?P<part>\d{{1,2}}|{NUMBER})\s+of\s+(?:my|the|those|these)\s+$", re.IGNORECASE
)
_SPENT = regex(
    r"[^.;:()]{0,60}?\b(?:was|were|have\s+been|spent)\s+(?:spent\s+)?(?:all\s+)?"
    r"(?P<of>(?:in|on|as|within|with|leading|managing|running|supervising|heading)\b[^.;:|()\n,]*)",
    re.IGNORECASE,
)
# 'Nurse for nine years; ward manager for the last two'.
_FOR_THE_LAST = regex(
    rf"(?P<of>[A-Za-z][\w &/-]{{2,40}}?)\s+for\s+the\s+(?:last|past|latest|final|other)\s+"
    rf"(?P<part>\d{{1,2}}|{NUMBER})(?:\s+(?:years?|of\s+(?:them|these|those)))?\s*(?:$|[.;,)])",
    re.IGNORECASE,
)
# What says of a whole only that it was work.
_BARE = regex(
    r"\s*(?:(?:at|of|in)\s+(?:paid\s+|full-time\s+)?(?:work|employment|all|total|uniform)"
    r"|overall|altogether|all\s+told)\b",
    re.IGNORECASE,
)
# Leading what was named before: 'the last four as its manager', 'nine as head of one'.
_SELF = regex(
    r"^(?:as\s+(?:(?:its|their|an?|the)\s+)?(?:head|manager|leader|lead|director)"
    r"(?:\s+of\s+(?:it|one|them|several|such|two|three))?\s*$"
    r"|as\s+(?:its|their)\b|at\s+the\s+(?:head|helm)|in\s+charge"
    r"|leading\s*$|managing\s*$|running\s*$|supervising\s*$|heading\s*$)",
    re.IGNORECASE,
)


def parts_of(length: Length, whole: Fact | None, sentence: Sentence) -> Iterator[Fact]:
    """Yield the parts of a stated length that are said behind it, one after the other.

    Args:
        length: The whole.
        whole: What was read of it; None where it is of no field ('twelve years at work: ...').
        sentence: Where it stands.
    """
    text = sentence.text
    bare = _BARE.match(text, length.end)
    of = whole.value.of if whole is not None and isinstance(whole.value, Years) else ""
    start = whole.start - sentence.start if whole is not None else length.start
    yield from _part_before(length, sentence)
    at = phrase_end(text, length.end)  # 'In nine years at Ashby Stores I spent ...'
    if whole is not None:
        at = whole.end - sentence.start
    elif bare:
        at = bare.end()
    if share := _SHARE.match(text, at):
        part = _SHARES[" ".join(share["share"].lower().replace("-", " ").split())] * length.years
        value = Years(part, trimmed(_narrowed(share["shared"], of)))
        yield fact_in(sentence, value, start, share.end())
    while second := _SECOND.match(text, at):
        at = second.end()
        if number(second["part"]) > length.years or _UNPAID.search(second["of"]):
            continue
        value = Years(number(second["part"]), trimmed(_narrowed(second["of"], of)))
        yield fact_in(sentence, value, start, at)


def parts_behind(before: Sentence, sentence: Sentence) -> Iterator[Fact]:
    """Yield the parts of a length that stand behind a semicolon: '...; only the last two in audit'.

    Args:
        before: The sentence before, which a semicolon ends where the two are one.
        sentence: Where the parts stand.
    """
    told = lengths(before.text) if before.text.endswith(";") else []
    own = told and not is_of_others(before.text, told[-1])
    last = _FOR_THE_LAST.match(sentence.text) if own else None
    if last and number(last["part"]) <= told[-1].years and is_title(last["of"]):
        yield fact_in(sentence, Years(number(last["part"]), last["of"]), 0, last.end())
    text = f";{sentence.text}"
    at = 0
    while told and (second := _SECOND.match(text, at)):
        # 'The previous eight were at sea' are none of those that are told of before.
        fits = number(second["part"]) <= told[-1].years or second["latest"] == "previous"
        if fits and not _UNPAID.search(second["of"]):
            value = Years(number(second["part"]), trimmed(second["of"]))
            yield fact_in(sentence, value, max(0, at - 1), second.end() - 1)
        at = second.end()


def _part_before(length: Length, sentence: Sentence) -> Iterator[Fact]:
    """Yield the part that a length is the whole of: 'six of my ten years were in kitchens'."""
    text = sentence.text
    part = _OF_THE_WHOLE.search(text, 0, length.start)
    spent = _SPENT.match(text, length.end) if part else None
    if part is None or spent is None or number(part["part"]) > length.years:
        return
    value = Years(number(part["part"]), trimmed(spent["of"]))
    yield fact_in(sentence, value, part.start(), spent.end())


def _narrowed(of: str, whole: str) -> str:
    """Return what the part is of; 'as its manager' is leading what the whole is of."""
    rest = _SELF.sub("", of).strip()
    if content(rest) and (named_in(rest) or is_title(rest)):
        return of
    of = f"leading {whole}" if _SELF.search(of) or not content(of) else of
    return of if named_in(of) else f"{of} {whole}".strip()
