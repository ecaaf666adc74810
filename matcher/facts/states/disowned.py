"""What people deny to have had to do with: 'I do not code in X', 'X came in, I never opened it'.

A denial stands before the thing, or behind it with 'it', 'no part' or 'not me', there in the next
sentence too. An employer that never had a thing denies nothing of the person, but shows nothing.
Must not know what the thing is: the caller gives its place, and those of other names beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from functools import cache

from data.knowledge.asking import lowered
from data.knowledge.hints import any_part
from data.knowledge.shortcomings import shortcomings
from data.patterns import regex
from matcher.types import Sentence

_SAME = str.maketrans({"’": "'", "‑": " ", "\n": " ", "\t": " ", "\xa0": " "})
_PARTS = ("not ", "n't", "never", "no ", "none", "yet to", "cannot", "zero", "outside", "beyond")
_REACH = 170
_MOST_WORDS = 16
_MOST_BETWEEN = 3
_CLAUSE = regex(r"[.;|](?=\s|$)|\s[-–—]\s|\s(?:but|although|though|whereas|while|because)\s")
_NOT = (
    r"(?:(?:have|had)\s(?:not|never)|(?:'ve)\s(?:not|never)|haven't|hadn't|(?:have|had|'ve)\syet\sto|(?:do|did|can|could)\snot"
    r"|don't|didn't|cannot|can't|couldn't|never)\s"
)
# Who speaks: 'I', 'we', or nobody where a clause opens with the denial.
_AND = r"\b(?:and|or|but|so|though|which|yet|as|because|that)\s"
_SPEAKER = (
    rf"(?:(?:^|[.;,:(–—-]\s?|{_AND})(?:(?:which|that)\s)?|\b)(?:i|we)\s?|(?:^|[.;,:(–—-]\s|{_AND})"
)
_IT = r"(?:any\sof\s)?(?:it|them|this|that|one|these|those|either|any)"
_TAIL = (
    r"(?=\s*(?:$|[.,;:!)–—-]|(?:and|or|but|myself|elsewhere|anywhere|yet|so\sfar|at\sall|at\swork|to\sdate|personally|there|either|as\syet)\b"
    r"|(?:in|at)\s(?:any|my|another|other|a)\s))"
)
# 'In 2012 I had never used X', 'though I had no experience of X': it is told of a time before.
_EARLIER = regex(
    r"\b(?:until|till|though|although|when|on\sjoining|in\s(?:19|20)\d\d|at\s(?:school|first)|before|said|says|if|not\sthat)\b"
)
_OF_THE_PAST = regex(r"\b(?:had\s(?:not|never|no)|hadn't)\b")
# What may stand behind a thing that is denied as a whole.
_WHOLE = regex(
    r"(?:'s|[a-z]+(?<=s)(?<!\s))?(?:\s(?:experience|work|duties|software|systems?|tools?|platforms?|package|itself|before|directly|professionally|commercially))?"
    + _TAIL
)
# Words that speak of several things, never of one.
_MANY = regex(r"\b(?:them|these|those)$")
# The first words of a sentence that leans back on the one before: a quick look.
_OPENS = regex(
    r"\W*(?:and|or|but|so|though|which|yet|as|because|that|i|we|never|not|no|have|had|haven|hadn|do|did|don"
    r"|didn|can|cannot|could|couldn|take|took|taken|play|played|am|was|were)\b",
    re.IGNORECASE,
)
# 'Until 2021, when I took it on': it is over, or there is more to it.
_OVER = regex(
    r"\b(?:until|till|at\sfirst|initially|at\sthat\stime|back\sthen|used\sto|now\si|i\snow|then\si"
    r"|since\sthen|then|no\slonger|once|not\sonly|before\s(?:i|my|that|then|joining|\d))\b"
)
# 'X is not my job, yet I do it each week'.
_STILL = regex(r"\b(?:but|yet|though|although|however|still|i|i've|myself|description)\b")
# Who did a thing is not the one who never did it: 'built a model in X; I have no part in it'.
_DID = regex(
    r"\b(?:used|using|built|ran|configured|managed|created|wrote|designed|developed|administered|supported|implemented|kept|made|set\sup"
    r"|handled|led|took|completed|carried\sout|resolved|logged|trained|worked|taught|run|manage|handle|use|lead)\b"
)
_DONE_BY_ME = regex(
    r"\W{0,2}\s?(?:\w+ly\s)?(?:handled|taken|run|led|managed|resolved|used|built|written|completed|carried\sout|kept|balanced|daily|weekly|expert|advanced)\b(?!\s(?:\w+\s){0,2}by\b)"
)
_FOR_GOOD = regex(r"\bnever\b|\b(?:have|'ve)\s(?:not|no|none|yet)\b|\bhaven't\b")
# 'X logged daily, appeals go to the board': behind the comma something else is spoken of.
_NEW_SUBJECT = regex(
    r",\s(?!(?:it|they|this|that|which|these|those|and|but|so)\b)(?:[\w'-]+\s){1,3}"
    r"(?:goes|go|sits?|is|are|was|were|belongs?|passes|pass)\b"
)
_BETWEEN = frozenset(
    {
        *("a", "about", "all", "an", "and", "any", "as", "at", "by", "for", "from", "in", "into"),
        *("it", "my", "of", "on", "or", "our", "over", "own", "the", "their", "this", "these"),
        *("those", "through", "to", "up", "using", "via", "with", "other", "language", "languages"),
        *("new", "complex", "customers", "clients"),
    }
)


class Stance(Enum):
    """What words say of a thing: denied, denied in depth alone, or lacking at an employer's."""

    DENIED = "denied"
    SHALLOW = "shallow"
    ABSENT = "absent"


@cache
def _own() -> re.Pattern[str]:
    """A denial that leans on what was named before it."""
    words = shortcomings().denied
    some = (
        r"(?:(?:absolutely|really|any|direct|personal|real|hands\son|practical)\s)?"
        rf"{words['shares']}"
    )
    return re.compile(
        rf"(?:{_SPEAKER})(?:"
        rf"{_NOT}(?:{words['adverbs']}\s)*(?:{words['verbs']})\s{_IT}\b{_TAIL}"
        rf"|(?:take|took|taken|have|had|have\shad|have\staken|'ve\shad|play|played)\sno\s{some}(?:\s(?:in|of|with|to|on|for|over)\s{_IT})?\b{_TAIL}"
        rf"|no\s{some}\s(?:in|of|with|to|on|for|over)\s{_IT}\b{_TAIL}"
        rf"|(?:am|'m|was|have\sbeen|were)\s(?:not|never)\s(?:\w+ly\s)?(?:involved|trained|allowed|permitted)(?:\s(?:in|with|on|by)\s{_IT})?\b{_TAIL}"
        rf"|(?:not|never)\s(?:by|with|to|for)?\s?(?:me|mine|us)\b{_TAIL}"
        rf"|(?:have|had|did)\snone\b{_TAIL})"
    )


@cache
def _duty() -> re.Pattern[str]:
    """'X is outside my remit': directly behind the thing."""
    duties = rf"(?:my|our)\s(?:\w+\s)?{shortcomings().denied['duties']}"
    is_ = r"(?:is|are|was|were|has\sbeen|have\sbeen)"
    return re.compile(
        rf"\s?(?:{is_}\s|[:,–—-]\s)(?:\w+ly\s)?(?:(?:not|never|no)\s(?:a\s)?(?:part\sof|within|in|among|one\sof)\s{duties}"
        rf"|(?:outside|beyond)\s(?:of\s)?{duties}|(?:not|never)\s(?:my|our)\s(?:job|responsibility|duty|task|department)"
        rf"|(?:not|never)\ssomething\s(?:that\s)?i\s(?:do|did|have\sdone|handle|handled|was\sasked)"
        r"|something\s(?:that\s)?i(?:\shave|'ve)?\s(?:never|not|yet\sto))\b"
        r"|\s?[:–—-]\s(?:never(?:\s(?:done|used|tried|had))?|no|none|nil)(?=\s*(?:$|[.,;]))"
    )


@cache
def _ahead() -> re.Pattern[str]:
    words = shortcomings().denied
    return re.compile(
        rf"(?:{_SPEAKER})(?:{_NOT}(?:{words['adverbs']}\s)*(?:{words['makes']}\s(?:\w+\s)?{words['made']}\s(?:in|with|using|on)|{words['verbs']})"
        rf"|(?:my|the|any)\s(?:jobs?|roles?|posts?|duties|work)\s(?:(?:has|have|had|did)\s(?:not|never)|never)\s(?:ever\s)?(?:includ|involv|entail|requir|cover)\w*"
        rf"|(?:am|was|were)\s(?:not|never)\s(?:allowed|permitted|asked|trained)\sto\s(?:{words['verbs']})"
        rf"|(?:(?:have|had|do|did)\s)?(?:no|zero)\s{words['work']}\s(?:in|of|with|on)"
        rf"|(?:(?:take|took|taken|have|had|play|played)\s)?(?:no|zero)\s{words['shares']}\s(?:in|of|with|to|on|for|over))\s"
    )


@cache
def _deep() -> re.Pattern[str]:
    """'I do not administer X': who says so may use it all the same."""
    words = shortcomings().denied
    return re.compile(rf"(?:{_SPEAKER}){_NOT}(?:{words['adverbs']}\s)*{words['deep']}\s")


@cache
def _employer() -> re.Pattern[str]:
    words = shortcomings().denied
    return re.compile(
        rf"(?:^|[.;,:(]\s|\b(?:and|but|as|because|since)\s)(?:my|our|the|this|that)\s(?:[\w'-]+\s){{0,2}}?{words['employers']}\s"
        rf"(?:(?:has|have|had|does|do|did)\s(?:not|never)|hasn't|haven't|hadn't|doesn't|don't|didn't|never)\s(?:yet\s|ever\s)?"
        rf"(?:{words['verbs']}|provide|provided|have|had|sell|sold|buy|bought)\s"
    )


def may_deny(text: str) -> bool:
    """Return whether a text holds any word of denial: a quick look before ``stance``."""
    return any_part(_PARTS, text)


def with_following(sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, str]]:
    """Yield each sentence with the next one where that opens by denying what it names, or ""."""
    for here, sentence in enumerate(sentences):
        behind = sentences[here + 1].text if here + 1 < len(sentences) else ""
        yield sentence, behind if behind and _leans_back(behind) else ""


def _leans_back(text: str) -> bool:
    if not may_deny(text) or _OPENS.match(text) is None:
        return False
    found = _own().search(_plain(text))
    return found is not None and not re.search(r"\w", text[: found.start()])


def is_for_good(text: str) -> bool:
    """Return whether a denial is of a whole working life, and not of one post: 'never'."""
    return _FOR_GOOD.search(_plain(text)) is not None


def stance(
    text: str, start: int, end: int, others: Sequence[tuple[int, int]] = ()
) -> Stance | None:
    """Return how the person stands to what ``text[start:end]`` names, None where nothing is denied.

    Args:
        text: The sentence, with the next one where that leans back on it.
        start: Offset of the name.
        end: Offset behind the name.
        others: Spans of other names: what stands behind one of them speaks of that.
    """
    if not may_deny(text):
        return None
    low = _plain(text)
    whole = _is_whole(low, end, others)
    if _is_behind(low, start, end, others) or (whole and _is_ahead(_ahead(), low, start, others)):
        return Stance.DENIED
    if whole and _is_ahead(_deep(), low, start, others):
        return Stance.SHALLOW
    return Stance.ABSENT if _is_ahead(_employer(), low, start, others) else None


def _plain(text: str) -> str:
    return lowered(text).translate(_SAME)


def _is_behind(low: str, start: int, end: int, others: Sequence[tuple[int, int]]) -> bool:
    if duty := _duty().match(low, end):
        return not (_OVER.search(low, duty.end()) or _STILL.search(low, duty.end()))
    own = _own().search(low, end, min(len(low), end + _REACH))
    if own is None or _OVER.search(low, own.start()):
        return False
    if _MANY.search(own.group()) and not re.search(r"s\b", low[start:end]):
        return False
    gap = low[end : own.start()]
    if len(gap.split()) > _MOST_WORDS or re.search(r"[.;]\s+\w", gap) or _NEW_SUBJECT.search(gap):
        return False
    if any(end <= a < own.start() and not _joins(low[end:a]) for a, _ in others):
        return False
    first = max((mark.end() for mark in _CLAUSE.finditer(low, 0, start)), default=0)
    absent = _is_ahead(_employer(), low, start, others)
    return absent or not (_DID.search(low, first, start) or _DONE_BY_ME.match(gap))


def _is_whole(low: str, end: int, others: Sequence[tuple[int, int]]) -> bool:
    """Whether nothing behind a thing narrows the denial: 'late', 'alone', 'without a plan'."""
    at = end
    for a, b in sorted(others):
        if a >= at and _joins(low[at:a]):
            at = b
    return _WHOLE.match(low, at) is not None


def _joins(gap: str) -> bool:
    return re.fullmatch(r"\s*(?:,|/|&|,?\s*and|,?\s*or)\s*", gap) is not None


def _is_ahead(
    pattern: re.Pattern[str], low: str, start: int, others: Sequence[tuple[int, int]]
) -> bool:
    """Whether a denial stands before the thing with nothing but little words and names between."""
    first = max((mark.end() for mark in _CLAUSE.finditer(low, 0, start)), default=0)
    for found in pattern.finditer(low, first, start):
        if _EARLIER.search(low, first, found.start() + 1) or _OF_THE_PAST.search(found.group()):
            continue
        gap = low[found.end() : start]
        for a, b in others:
            if found.end() <= a and b <= start:
                gap = gap.replace(low[a:b], " ")
        words = re.findall(r"[a-z']+", gap)
        if len(words) <= _MOST_BETWEEN and set(words) <= _BETWEEN and not _OVER.search(low, start):
            return True
    return False
