"""A role's text to the units that are classified and read: sentences, bullets and run-on items.

Must not know what a unit asks. Flattened ads lose full stops and line breaks, so an item is also
opened by a double space, by an inline bullet, and by a capital after a small letter where the word
is one that list items open with ('... in a hospital Experience of wound care ...').
"""

from __future__ import annotations

import re
from functools import cache

from data.knowledge.asking import asking, lowered
from data.patterns import regex
from matcher.roles.debris import clear_spans
from matcher.roles.rows import Piece, pieces
from matcher.roles.sections import body_start
from matcher.text import BULLET, sentences
from matcher.types import Section, Sentence

_INLINE_BULLET = regex(r"[ \t\xa0]+(?:[•·▪●]+|[*>])[ \t\xa0]+(?=\S)")
_WIDE_SPACE = regex(r"(?<=\S)[ \t\xa0]{2,}(?=[A-Z0-9£(])")
# A full stop that lost the space behind it.
_GLUED = regex(r"(?<=[a-z*)]{2})\.(?=[A-Z][a-z'’]*\s)")
_LABEL = regex(r"([A-Z][^:|.]{1,38}?)\s*(?::\s|\||\t)")
_ACRONYM = 3
# 'The diverse Patient Experience Agenda' is one name, not an item of experience behind another.
_THEIRS = regex(r"(?:Client|Customer|Employee|Guest|Learner|Patient|Student|User|Work)$")
_BACK = 30
_AHEAD = 24
_EDGES = " \t\xa0\n•·▪●*|_"


def units(
    text: str, sections: tuple[Section, ...], unwanted: list[tuple[int, int]]
) -> list[Sentence]:
    """Return the units of a role in order, each with the kind of the section it stands in."""
    found = []
    for section in sections:
        for start, end in clear_spans(body_start(section, text), section.end, unwanted):
            for piece in pieces(text, sentences(text, start, end), section.kind):
                found += [_unit(text, a, b, piece.kind) for a, b in _items(text, piece)]
    return [unit for unit in found if re.search(r"\w\w", unit.text)]


def _items(text: str, piece: Piece) -> list[tuple[int, int]]:
    if piece.whole:
        return [(piece.start, piece.end)]
    spans = [(piece.start, piece.end)]
    if piece.cell:
        spans = sentences(text, piece.start, piece.end)
    return [item for first, last in spans for item in split_run_on(text, first, last)]


def _unit(text: str, start: int, end: int, kind: str) -> Sentence:
    words = unwrapped(text[start:end])
    label = _LABEL.match(words)
    return Sentence(words, start, end, section=kind, label=label.group(1).strip() if label else "")


def is_listed(text: str, unit: Sentence) -> bool:
    """Return whether a unit is all of an item of a list, behind a bullet of its own."""
    first = text.rfind("\n", 0, unit.start) + 1
    bullet = BULLET.match(text[first : unit.start])
    end = text.find("\n", unit.end)
    rest = text[unit.end : end if end >= 0 else len(text)]
    return bullet is not None and first + bullet.end() == unit.start and not rest.strip(" .;,")


def unwrapped(words: str) -> str:
    """Return words with their soft line breaks as spaces; every offset stays."""
    return words.replace("\n", " ")


def split_run_on(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Split a stretch of running text into its items; one span where it holds no more."""
    cuts = [
        m.start()
        for m in _WIDE_SPACE.finditer(text, start, end)
        if _may_stop(text[max(start, m.start() - _BACK) : m.start()])
    ]
    cuts += [m.start() for m in _INLINE_BULLET.finditer(text, start, end)]
    cuts += [m.end() for m in _GLUED.finditer(text, start, end)]
    for match in _openers().finditer(text, start, end):
        words = text[max(start, match.start() - _BACK) : match.start()].split()
        if words and _may_close(words[-1], text[match.end() : match.end() + _AHEAD]):
            cuts.append(match.start())
    spans = []
    at = start
    for cut in [*sorted(set(cuts)), end]:
        span = _trimmed(text, at, cut)
        if span:
            spans.append(span)
        at = cut
    return spans or [(start, end)]


def _may_stop(before: str) -> bool:
    """Whether a wide space ends an item: not within 'for a  Ward Clerk', however it is set."""
    last = before.split()[-1:]
    return not last or last[0].lower() not in asking().phrases["asking.never_last"]


def _may_close(word: str, rest: str) -> bool:
    """Whether a word may end an item: names go on in capitals ('Managing Professional')."""
    if word.lower() in asking().phrases["asking.never_last"] or not word.strip("&/-"):
        return False
    if _THEIRS.match(word) and rest.startswith("Experience"):
        return False
    return not word[0].isupper() or asking()["asking.sure_openers"].match(lowered(rest)) is not None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return (start, end) if end - start > 1 else None


@cache
def _openers() -> re.Pattern[str]:
    """A space behind a small letter, then a capitalised word that opens items or sentences."""
    table = asking()
    items = "|".join(_capital(p) for p in table.phrases["asking.openers"])
    nouns = "|".join(_capital(p) for p in table.phrases["asking.noun_openers"])
    starts = "|".join(_capital(p) for p in table.phrases["asking.sentence_openers"])
    return re.compile(
        rf"(?<=[A-Za-z0-9)*%+]) (?=(?:(?:{items})\s+[a-z0-9*(]|(?:{starts})\s+[A-Za-z]"
        rf"|(?:{nouns})\s))"
    )


def _capital(phrase: str) -> str:
    """The phrase as an item opens with it: 'Nvq' and 'NVQ' both."""
    printed = re.escape(phrase[0].upper() + phrase[1:]).replace("'", "['’]")
    acronym = len(phrase) <= _ACRONYM and phrase in asking().phrases["asking.noun_openers"]
    return f"{printed}|{phrase.upper()}" if acronym else printed
