"""Whose CV it is: the name, found by where and how it stands, and every place that repeats it.

Must not know what is done with it. There is no list of names: many are words of work, too (Cook,
Head, Mark, Page), and a list would treat people differently. A name that is found leaves the words
of work alone: whole, it is a name anywhere; a single word of it is one only where the words around
it speak of a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from data.knowledge import certificate_names
from data.knowledge.identity import identity_words
from data.knowledge.titles import named_in, occupation, rank
from data.patterns import regex
from matcher.candidates.entry import is_employer, is_title
from matcher.candidates.personal import EMAIL, REACHED, TITLE
from matcher.candidates.sections import sections
from matcher.facts.education.school_grades import opens_results
from matcher.text import Line, lines

_WORDS = identity_words()
_NAME_WORD = regex(
    rf"(?:[^\W\d_][\w'’.]*(?:[-–][\w'’]+)*|(?:{_WORDS.particles})(?:[-'’][\w'’-]+)?)$"
)
_PARTICLE = regex(rf"(?:{_WORDS.particles})(?:[-'’]|$)")
_PAGE = r"(?:[ \t]*[|,–—-]?[ \t]*(?i:page)[ \t]+\d+(?:[ \t]+of[ \t]+\d+)?)?"
_VITAE = (
    r"(?:[ \t]*(?:\((?i:he/him(?:/his)?|she/her(?:/hers)?|they/them(?:/theirs)?)\))?"
    r"[ \t]*[|,–—:-]?[ \t]*(?i:curriculum[ \t]+vitae|cv|résumé|resume)(?![\w’']))?"
)
_OPENS = regex(rf"(?=[^\W\d_a-zß-ÿ]|(?:{_WORDS.particles})[\s'’-])")
_TAIL = regex(_VITAE + _PAGE)
_LABELLED = regex(r"(?i)(?:full\s+)?name\s*[:|\t]\s*(.+)")
_OF_A_CV = regex(
    r"^[\W_]*(?:(?:the\s+)?(?:curriculum\s+vitae|cv|résumé|resume)\b(?:\s+(?:of|for)\b)?[\W_]*)?",
    re.IGNORECASE,
)
_BEHIND = regex(
    r"\s*[|•·,\t(]\s*|\s{3,}|\s[–—/-]\s|\s+(?:curriculum\s+vitae|cv|résumé|resume)\b.*$",
    re.IGNORECASE,
)
_SURNAME_FIRST = regex(r"[\W_]*([A-ZÀ-Þ][\w'’-]+),\s+([A-ZÀ-Þ][\w'’-]+)\s*$")
_DATED = regex(r"\b\d{4}\b.*\b(?:\d{4}|present|current|date|now)\b", re.IGNORECASE)
_LETTERS = regex(
    r"(?:[A-Z][A-Za-z]{0,6}[A-Z]|[A-Z]{1,2}(?:Eng|Sci|Mgr|Phys|Chem|Env|Build|Tech|Ed|Phil|Pharm))$"
)
_MOST_WORDS = 5
_SURE = 2
_HEADER = 8
_SHORTEST_MAIL_WORD = 3
_LABEL_LINES = 30
_BENEATH = 3


@dataclass(frozen=True, slots=True)
class Printed:
    """A line that prints the name.

    Attributes:
        words: The words of the name, in order.
        sure: How much speaks for it; from 2 on every repeat of it is a name, too.
        start: Offset of the line.
        end: Offset behind it.
    """

    words: tuple[str, ...]
    sure: int
    start: int = 0
    end: int = 0


@lru_cache(maxsize=4)
def name_of(text: str) -> Printed | None:
    """Return the line that prints whose CV it is, or None."""
    found = lines(text)
    for line in found[:_LABEL_LINES]:
        labelled = _LABELLED.match(text[line.start : line.end])
        if labelled and _shaped(words := _cut(labelled[1])):
            return Printed(tuple(words), 4)
    printed = [
        Printed(tuple(words), _sure(text, found, number, words), line.start, line.end)
        for number, line in enumerate(found)
        if _shaped(words := _cut(text[line.start : line.end]))
    ]
    best = max(printed, key=lambda one: (one.sure, -one.start), default=None)
    if best is not None and best.sure > 0:
        return best
    mailed = _mail_words(text)
    return Printed(mailed, 2) if len(mailed) > 1 else None


def name_spans(text: str) -> list[tuple[int, int]]:
    """Return where a CV prints its person's name, whole or in parts."""
    name = name_of(text)
    if name is None:
        return []
    if name.sure < _SURE:
        first = next(_printed(text, name.words, name.start, name.end), None)
        return [first or (name.start, name.end)]
    return list(_printed(text, name.words, 0, len(text)))


def _printed(text: str, words: tuple[str, ...], at: int, end: int) -> Iterator[tuple[int, int]]:
    """Find a name, with what the heading of a page prints behind it: "curriculum vitae", "page 2".

    What is the same for every name is compiled once, and tried where the name stands.
    """
    pattern = _pattern(words)
    while found := pattern.search(text, at, end):
        start, at = found.span()
        if _OPENS.match(text, start, end) is None:
            at = start + 1
        elif tail := _TAIL.match(text, at, end):
            at = tail.end()
            yield start, at


def _cut(printed: str) -> list[str]:
    """The words of a line up to what may stand behind a name: its letters, a title, a number."""
    turned = _SURNAME_FIRST.match(printed)
    if turned and not is_title(printed):
        return [turned[2], turned[1]]
    head = _BEHIND.split(_OF_A_CV.sub("", printed), maxsplit=1)[0]
    words = TITLE.sub("", head).strip(" *#_").split()
    # 'Ada Firth RGN MBA': letters behind a name are no part of it; where all of it is in capitals,
    # only those of a known award are not.
    while (
        len(words) > 2
        and _LETTERS.match(words[-1])
        and (
            not words[0].isupper() or not words[-1].isupper() or certificate_names.named(words[-1])
        )
    ):
        words.pop()
    return words


def _shaped(words: list[str]) -> bool:
    """Whether words are printed as a name is."""
    joined = " ".join(words)
    return (
        2 <= len(words) <= _MOST_WORDS
        and all(_NAME_WORD.match(word) for word in words)
        and all(word[0].isupper() or _PARTICLE.match(word) for word in words)
        and not any(sign.isdigit() for sign in joined)
        and words[0][0].isupper()
        and not words[-1].islower()
        and (not joined.endswith(".") or len(words[-1]) == 2)
        and not is_employer(joined)
        and not opens_results(joined)
        and [each.heading for each in sections(joined)] == [""]
        and not _is_work(words)
    )


def _is_work(words: list[str]) -> bool:
    """Whether words are a title: 'Jane Cook' is a person, 'Head Cook' and 'Staff Nurse' are not."""
    joined, first = " ".join(words), words[0]
    return bool(named_in(joined)) or (
        is_title(joined)
        and (
            rank(first) > 0
            or bool(named_in(first))
            or occupation().search(f"{first} ") is not None
            or first.lower() in _WORDS.title_openings
        )
    )


def _sure(text: str, found: list[Line], number: int, words: list[str]) -> int:
    """How much speaks for a line that is shaped as a name: an e-mail, what follows, its place."""
    line = found[number]
    near = [text[one.start : one.end] for one in found[number : number + 1 + _BENEATH]]
    header = number < _HEADER or all(len(one.split()) <= _MOST_WORDS for one in near)
    contact = header and any(REACHED.search(one) for one in near)
    if any(word.lower() in _mail_words(text) for word in words):
        return 4
    if contact:
        return 3
    alone = _BEHIND.search(text, line.start, line.end) is None
    opens = not any(_says_more(text, one) for one in found[:number])
    if is_title(" ".join(words)):
        # 'Jane Cook' where a CV begins that prints a telephone number or an e-mail somewhere.
        return int(alone and opens and REACHED.search(text) is not None)
    return int(alone and opens and len(near) > 1 and not _DATED.search(near[1]))


def _says_more(text: str, line: Line) -> bool:
    """Whether a line says more than that this is a CV."""
    return _OF_A_CV.sub("", text[line.start : line.end]) != ""


@lru_cache(maxsize=8)
def _mail_words(text: str) -> tuple[str, ...]:
    """The words of the first e-mail address before its @ sign."""
    mail = re.search(EMAIL, text)
    parts = re.findall(r"[^\W\d_]+", mail.group().split("@")[0].lower()) if mail else []
    return tuple(part for part in parts if len(part) >= _SHORTEST_MAIL_WORD)


@lru_cache(maxsize=64)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """The name in full, with initials, the other way round, and its parts where a person is meant.

    With a capital: "Grant" the person, not "grant" the money.
    """
    each = [re.escape(word.strip(".")) for word in words]
    first, last, initial = each[0], each[-1], re.escape(words[0][0])
    between = r"(?:[(\"“]?[A-ZÀ-Þ][\w'’.-]*[)\"”]?\s+){1,3}?"
    spelt = r"[\s-]+".join(rf"{one}\.?" for one in each)
    whole = (
        rf"(?:(?i:{_WORDS.titles})\.?\s+)?(?i:{spelt})|(?i:{first})\s+{between}(?i:{last})|(?i:{last}),\s*(?i:{first})"
        rf"|{initial}\.?\s*(?:[A-Z]\.?\s*)?(?i:{last})"
    )
    parts = "|".join(sorted((one for one in each if len(one) > 1), key=len, reverse=True))
    person = (
        rf"(?i:{parts})(?=['’]s\s+[a-z]"
        rf"|\s+(?:(?:{_WORDS.person_adverbs})\s+)?(?:{_WORDS.person_verbs})\b)"
        rf"|(?:(?<=\bMr\s)|(?<=\bMs\s)|(?<=\bMrs\s)|(?<=\bDr\s))(?i:{last})"
        rf"|^(?i:{parts})(?=[ \t]*(?:[|–—-][ \t]*)?(?i:page\b.*|cv)?$)"
    )
    return re.compile(
        rf"(?<![\w@])(?:{whole}|{person})(?:['’]s)?(?![\w@])",
        re.MULTILINE,
    )
