"""A role's text to sections: by heading lines, and by headings lost in running text.

Must not know what a section asks. Job boards flatten ads: 'Requirements: A chef who ...', 'The
Candidate You will ...' stand in one endless line, so a heading is known by the table of headings,
its capitals and what stands around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from data.knowledge.alternation import shared_prefixes
from data.knowledge.asking import lowered
from data.knowledge.headings import Headings, headings
from data.patterns import regex
from matcher.text import BULLET, Line, lines
from matcher.types import Section

# Kinds whose heading may go on to say how strongly it asks.
_OF_PERSON = frozenset({"essential", "desirable", "requirements", "person"})
# Kinds that label one line or sentence rather than open a section.
_LABELS = frozenset({"details", "conditions", "application"})
_LONGEST = 9
_LONGEST_MARKED = 12
_SHORTEST = 3
_COLON = regex(r"\s?:(?=\s|$)|(?<=[A-Za-z]{3}):(?=[A-Z])")
_BREAK = regex(r"[.!?;:](?=\s|$)|[ \t\xa0]{2,}|[•·▪*|]")
_PARTED = regex(r"(?P<first>[^:(–—]+?)\s*(?:[:(–—]|\s-\s)\s*(?P<last>[^:()–—]+?)\)?\s*:?$")
# A short line that opens with one of these is a heading, though nothing marks it as one.
_HEADS = regex(r"(?:we|what|why|who|how|about|our|your|key|main|in return)\b", re.IGNORECASE)
_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "at",
        "for",
        "from",
        "in",
        "of",
        "on",
        "or",
        "our",
        "the",
        "to",
        "with",
        "you",
    ]
)
# A heading of one word that needs no colon in running text.
_ALONE = frozenset(
    {"essential", "desirable", "requirements", "duties", "benefits", "person", "keywords"}
)


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    kind: str
    until: int | None = None


def role_sections(text: str) -> tuple[Section, ...]:
    """Return the sections of a role, in order, covering the text.

    A label such as 'Salary: ...' makes a section of its line alone; the text behind it belongs to
    the section that it interrupted.
    """
    marks = _without_overlaps(_marks(text))
    found: list[Section] = []
    heading, kind, start = "", "other", 0
    for mark in marks:
        if mark.start > start:
            found.append(Section(heading, kind, start, mark.start))
        printed = text[mark.start : mark.end].strip(" :\t")
        if mark.until is not None:
            found.append(Section(printed, mark.kind, mark.start, mark.until))
            heading, start = "", mark.until
        else:
            heading, kind, start = printed, mark.kind, mark.start
    if start < len(text) or not found:
        found.append(Section(heading, kind, start, len(text)))
    return tuple(found)


def body_start(section: Section, text: str) -> int:
    """Return where the words behind a section's heading start."""
    at = section.start
    if section.heading:
        at = text.index(section.heading, section.start) + len(section.heading)
        while at < section.end and text[at] in " :\t?":
            at += 1
    return at


def _marks(text: str) -> Iterator[_Mark]:
    table = headings("role")
    low = lowered(text)
    for line in lines(text):
        whole = _whole_line(text, line, table)
        if whole:
            yield whole
            continue
        yield from _before_colons(text, line, table)
        if line.end - line.start > 60:
            yield from _bare(text, low, line)


def _whole_line(text: str, line: Line, table: Headings) -> _Mark | None:
    start = line.start
    if line.bullet:
        bullet = BULLET.match(text[start : line.end])
        start += bullet.end() if bullet else 0
    printed = text[start : line.end].strip("*_ ")
    if printed.endswith("..."):
        printed = printed.rstrip(".")
    longest = _LONGEST_MARKED if printed.endswith(("?", ":")) else _LONGEST
    if not printed or len(printed.split()) > longest or printed.endswith((".", ",", ";")):
        return None
    if "|" in printed:
        return None
    kind = table.exact(printed) or _last_part(printed, table)
    if kind is None and (_HEADS.match(printed) or printed.endswith(":") or printed.isupper()):
        kind = table.kind(printed)
    if kind is None or (line.bullet and not printed.endswith(":")):
        return None
    return _Mark(line.start, line.end, kind)


def _last_part(printed: str, table: Headings) -> str | None:
    """'Person specification: desirable' opens what its last part names."""
    parted = _PARTED.match(printed)
    if parted is None or table.kind(parted["first"]) not in _OF_PERSON:
        return None
    kind = table.exact(parted["last"])
    return kind if kind in ("essential", "desirable") else None


def _before_colons(text: str, line: Line, table: Headings) -> Iterator[_Mark]:
    """Headings that a colon parts from what follows on the same line."""
    floor = line.start
    for colon in _COLON.finditer(text, line.start, line.end):
        start = max(floor, colon.start() - 90)
        for stop in _BREAK.finditer(text, start, colon.start()):
            start = stop.end()
        mark = _longest_suffix(text, start, colon.start(), table)
        floor = colon.end()
        if mark is None:
            continue
        until = None
        if mark.kind in _LABELS and text[colon.end() : line.end].strip():
            until = _label_end(text, colon.end(), line.end)
        yield _Mark(mark.start, colon.end(), mark.kind, until)


def _longest_suffix(text: str, start: int, end: int, table: Headings) -> _Mark | None:
    """The heading that the words before a colon end with: the longest that the table knows.

    Patterns are for whole headings: 'Essential Job Requirements', but not the sentence that the
    heading 'Benefits' was glued to.
    """
    words = list(re.finditer(r"\S+", text[start:end]))[-_LONGEST:]
    for position, word in enumerate(words):
        first = start + word.start()
        phrase = text[first:end]
        kind = table.exact(phrase)
        if kind is None and _capitalised(phrase.split()):
            kind = table.kind(phrase)
        if kind and (position == 0 or word.group()[0].isupper() or " " in phrase):
            return _Mark(first, end, kind)
    whole = start + words[0].start() if words else end
    kind = table.kind(text[whole:end])
    return _Mark(whole, end, kind) if kind else None


def _label_end(text: str, start: int, end: int) -> int:
    """Where a label's value ends: at the full stop, or where a new sentence opens."""
    stop = re.search(
        r"[.!?](?=\s+[A-Z])|(?<=[a-z)*\d])\s(?=(?:We|This|Our|The|You|My|An?)\s)", text[start:end]
    )
    return start + stop.end() if stop else end


@cache
def _bare_pattern() -> re.Pattern[str]:
    """The table's headings as they stand in running text, longest first."""
    gap = r"[\s&/,]+(?:and\s+)?"
    sequences = []
    for phrase in headings("role").plain:
        if len(phrase) <= _SHORTEST:
            continue
        atoms: list[str] = []
        for word in phrase.split():
            if word != "and":
                atoms += [*([gap] if atoms else []), *(re.escape(letter) for letter in word)]
        sequences.append(atoms)
    return re.compile(rf"(?<![\w-]){shared_prefixes(sequences)}(?![\w'’-])")


def _bare(text: str, low: str, line: Line) -> Iterator[_Mark]:
    """Headings in running text that only their capitals tell from the words around them."""
    table = headings("role")
    for match in _bare_pattern().finditer(low, line.start, line.end):
        words = text[match.start() : match.end()].split()
        kind = table.exact(match.group())
        if kind is None or not _capitalised(words) or kind in _LABELS:
            continue
        if kind != "keywords" and not re.match(r"\s+[A-Z*•-]", text[match.end() : match.end() + 4]):
            continue
        if _stands_apart(text, line.start, match.start(), words, kind):
            yield _Mark(match.start(), match.end(), kind)


def _capitalised(words: list[str]) -> bool:
    if len(words) > 1 and words[-1].lower().startswith("includ"):
        words = words[:-1]
    return words[0][0].isupper() and all(
        w[0].isupper() or w in _SMALL or not w[0].isalpha() for w in words
    )


def _stands_apart(text: str, floor: int, start: int, words: list[str], kind: str) -> bool:
    before = text[max(floor, start - 25) : start]
    if not before.strip():
        return start == floor or before.endswith("  ")
    if before.endswith("  ") or before.rstrip().endswith((".", "!", "?", ":")):
        return len(words) > 1 or kind in _ALONE - {"benefits"}
    last = before.split()[-1]
    if last.lower() in _SMALL or not (last[-1].islower() or last[-1] in ")*%"):
        return False
    if last[0].isupper() and len(words) > 1 and all(word.isupper() for word in words):
        return not last.isupper()
    if last[0].isupper():
        return len(words) > 1 and words[0] in ("The", "Key", "Main", "What", "Who")
    return len(words) > 1 or kind in _ALONE


def _without_overlaps(marks: Iterator[_Mark]) -> list[_Mark]:
    kept: list[_Mark] = []
    for mark in sorted(marks, key=lambda m: (m.start, -m.end)):
        if not kept or mark.start >= (kept[-1].until or kept[-1].end):
            kept.append(mark)
        elif kept[-1].until is not None and mark.start >= kept[-1].end:
            kept[-1] = _Mark(kept[-1].start, kept[-1].end, kept[-1].kind, mark.start)
            kept.append(mark)
    return kept
