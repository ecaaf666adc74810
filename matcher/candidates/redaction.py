"""Who somebody is, kept away from the encoder and, in blind mode, from the reader.

Must not know what the text is used for. Two views of the same finding:

- ``prepared`` leaves out what identifies a person or a protected characteristic, and makes pronouns
  and titles neutral; two CVs that differ in nothing else give the same prepared text.
- ``blind`` masks the same words with blocks of the same length, so that offsets stay valid.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from matcher.candidates.entry import is_employer, is_title
from matcher.candidates.personal import ABSENCE, DETAILS, PRONOUN, REACHED, TITLE, neutral
from matcher.candidates.sections import sections
from matcher.text import lines
from matcher.types import Outline

BLOCK = "█"
_AWAY = re.compile(r"\b(?:break|leave|gap|time\s+(?:out|off|away))\b", re.IGNORECASE)
_SPACE = re.compile(r"[ \t]{2,}")

_NAME_WORD = re.compile(r"^[A-Z][A-Za-zÀ-ÿ'’-]+\.?$|^[A-Z]\.?$")
_NOT_NAMES = frozenset(
    (
        *("about", "career", "confidential", "contact", "curriculum", "cv", "details"),
        *("education", "experience", "objective", "page", "personal", "professional", "profile"),
        *("resume", "skills", "statement", "summary", "vitae"),
    )
)
_TOP_LINES = 30
_MOST_NAME_WORDS = 4
_MOST_PLACE_PARTS = 3
_MOST_PLACE_WORDS = 5


@dataclass(frozen=True, slots=True)
class Identity:
    """What identifies the person of one CV.

    Attributes:
        names: The words of the name, in lower case.
        spans: What to leave out, sorted, not overlapping.
    """

    names: frozenset[str]
    spans: tuple[tuple[int, int], ...]


def identity(outline: Outline) -> Identity:
    """Find who a CV is about and where it says so."""
    text = outline.text
    names = _names(text)
    found = [match.span() for match in DETAILS.finditer(text) if match.group().strip()]
    found += [match.span() for match in _name_pattern(names).finditer(text)] if names else []
    for section in outline.sections:
        if section.kind == "career_break":
            found.append((section.start + len(section.heading), section.end))
        elif section.kind == "personal":
            found += _header_places(text, section.start, section.end, names)
    found += _header_places(text, 0, _header_end(outline), names)
    found += [
        match.span()
        for sentence in outline.sentences
        if _AWAY.search(sentence.text)
        for match in ABSENCE.finditer(text, sentence.start, sentence.end)
    ]
    return Identity(names, _merged(found))


def prepared(text: str, start: int, end: int, identity: Identity) -> str:
    """Return ``text[start:end]`` without identity, pronouns made neutral, spaces folded."""
    parts = []
    at = start
    for first, last in identity.spans:
        if last <= start or first >= end:
            continue
        parts.append(text[at : max(at, first)])
        at = min(end, last)
    parts.append(text[at:end])
    joined = PRONOUN.sub(
        lambda match: neutral(match.group()),
        " ".join(part.strip(" \t") for part in parts if part.strip()),
    )
    return _SPACE.sub(" ", re.sub(r"\s*\n\s*", "\n", joined)).strip(" \t\n,;|/•·-–—")


def blind(text: str) -> str:
    """Return the text with everything that identifies a person masked, length unchanged."""
    found = identity(Outline(text, sections(text), (), ())).spans
    pronouns = [match.span() for match in PRONOUN.finditer(text)]
    out = list(text)
    for start, end in (*found, *pronouns):
        for at in range(start, end):
            if not out[at].isspace():
                out[at] = BLOCK
    return "".join(out)


def _names(text: str) -> frozenset[str]:
    """The words of the name: the first line of the top that is nothing but a name."""
    for line in lines(text)[:_TOP_LINES]:
        printed = text[line.start : line.end]
        labelled = re.match(r"(?i)(?:full\s+)?name\s*[:|\t]\s*(.+)", printed)
        head = re.split(r"\s*[|•·,\t/]\s*|\s{3,}|\s[–—-]\s", labelled[1] if labelled else printed)[
            0
        ]
        words = TITLE.sub("", head).split()
        if _is_name(words):
            return frozenset(word.strip(".").lower() for word in words if len(word.strip(".")) > 1)
    return frozenset()


def _is_name(words: list[str]) -> bool:
    joined = " ".join(words)
    return (
        2 <= len(words) <= _MOST_NAME_WORDS
        and all(_NAME_WORD.match(word) for word in words)
        and not any(word.lower().strip(".") in _NOT_NAMES for word in words)
        and not is_title(joined)
        and not is_employer(joined)
        and _section_words(joined)
    )


def _section_words(joined: str) -> bool:
    return len(sections(joined)) == 1 and sections(joined)[0].heading == ""


@lru_cache(maxsize=256)
def _name_pattern(names: frozenset[str]) -> re.Pattern[str]:
    words = "|".join(sorted((re.escape(name) for name in names), key=len, reverse=True))
    # With a capital: "Grant" the person, not "grant" the money.
    return re.compile(rf"\b(?=[A-Z])(?i:{words})(?:['’]s)?\b")


def _header_end(outline: Outline) -> int:
    """Where the lines about the person end: at the first section, or the first blank line."""
    first = next((section.start for section in outline.sections if section.heading), None)
    top = lines(outline.text)[:6]
    limit = top[-1].end if top else 0
    return min(limit, first) if first is not None else limit


def _header_places(text: str, start: int, end: int, names: frozenset[str]) -> list[tuple[int, int]]:
    """Lines of the header that are no more than a place, a number or a mixture of both."""
    found = []
    for line in lines(text[start:end]):
        first, last = line.start + start, line.end + start
        words = text[first:last]
        parts = [part for part in re.split(r"[|•·\t/,]|\s{3,}", words) if part.strip()]
        short = len(words) <= 90 and all(len(part.split()) <= 5 for part in parts)
        if not short or is_title(words):
            continue
        reaches = not words.endswith(".") and REACHED.search(words) is not None
        if reaches or (names and not line.bullet and _is_place_line(words, len(parts))):
            found.append((first, last))
    return found


def _is_place_line(words: str, parts: int) -> bool:
    """Whether a line is no more than a few words with capitals, as a town and county are."""
    each = words.split()
    capitals = all(word[0].isupper() or not word[0].isalpha() for word in each)
    return parts <= _MOST_PLACE_PARTS and len(each) <= _MOST_PLACE_WORDS and capitals


def _merged(spans: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif end > start:
            merged.append((start, end))
    return tuple(merged)
