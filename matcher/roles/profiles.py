"""Professional role profiles: tables of skills, depths, levels and qualifications, read as text.

Must not know about ordinary ads. Profiles of the Role Model Plus kind are printed from a table
whose lines come out of a PDF in one of two ways: a line for each cell, or a line for each row. Some
titles are lost. What closes an entry (its type, its level, its awarding body) is more reliable than
what opens it, so entries are found from their ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from data.knowledge.asking import alternation
from data.knowledge.proficiency import Framework, frameworks, profile_layout
from data.patterns import regex
from matcher.criteria import CertificationHeld, Duty, General, Skill
from matcher.roles.draft import Draft
from matcher.text import lines, sentences
from matcher.types import Section

_MIN_PARTS = 2
_LEVEL_LINE = regex(r"^\s*(\d)\s*[–—-]\s*([A-Z][A-Za-z ]+?)\s*$", re.MULTILINE)
_FAMILY = regex(r"^\s*(?P<framework>[\w &]+?)\s*»\s*(?P<rest>.+?)\s*$", re.MULTILINE)
_TITLE_WORDS = regex(r"[A-Z][\w’'/&()-]*,?|and|of|for|the|in|to|with|on|by|&|/|-|–")
_LONGEST_TITLE = 8


@dataclass(frozen=True, slots=True)
class Profile:
    """What a professional profile holds: its parts, its opening, and what it asks."""

    opening_end: int
    sections: tuple[Section, ...]
    drafts: tuple[Draft, ...]


def read_profile(text: str) -> Profile | None:
    """Read a professional profile; None where the text is none."""
    parts = _parts(text)
    if len({part.kind for part in parts}) < _MIN_PARTS:
        return None
    readers = {
        "background": _background,
        "duties": _activities,
        "skills": _skills,
        "qualifications": _qualifications,
        "levels": _levelled,
    }
    drafts: list[Draft] = []
    for part in parts:
        reader = readers.get(part.kind)
        if reader:
            drafts += reader(text, part.start + len(part.heading), part.end)
    return Profile(parts[0].start, parts, tuple(drafts))


def _parts(text: str) -> tuple[Section, ...]:
    kinds = profile_layout().parts
    marks = [
        (line.start, text[line.start : line.end], kinds[text[line.start : line.end].lower()])
        for line in lines(text)
        if text[line.start : line.end].lower() in kinds
    ]
    ends = [start for start, _, _ in [*marks[1:], (len(text), "", "")]][: len(marks)]
    return tuple(
        Section(heading, kind, start, end)
        for (start, heading, kind), end in zip(marks, ends, strict=True)
    )


def _rows(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Lines that carry something: column headings and footers left out."""
    ignored = profile_layout().ignored
    for line in lines(text[start:end]):
        span = start + line.start, start + line.end
        if text[span[0] : span[1]].lower() not in ignored:
            yield span


@cache
def _closing_type() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{alternation(profile_layout().types)})\s*$", re.IGNORECASE)


def _background(text: str, start: int, end: int) -> Iterator[Draft]:
    for first, last in _rows(text, start, end):
        closing = _closing_type().search(text, first, last)
        for a, b in sentences(text, first, closing.start() if closing else last):
            yield Draft(General(), a, b)


def _activities(text: str, start: int, end: int) -> Iterator[Draft]:
    """One duty for each description; a short line without a full stop is its title."""
    for first, last in _rows(text, start, end):
        if len(text[first:last].split()) > _LONGEST_TITLE or text[last - 1] == ".":
            yield Draft(Duty(), first, last)


def _skills(text: str, start: int, end: int) -> Iterator[Draft]:
    """Entries end with their type; where the type was lost, a title line opens the next one."""
    depths = frameworks()["Role Model Plus"]
    entry: list[tuple[int, int]] = []
    for first, last in _rows(text, start, end):
        if _closing_type().fullmatch(text, first, last):
            yield from _skill(text, entry, depths)
            entry = []
            continue
        if _has_details(text, entry) and (
            text[last - 1] == "." or _is_title(text, first, last, depths)
        ):
            yield from _skill(text, entry, depths)
            entry = []
        entry.append((first, last))
        if _closing_type().search(text, first, last):
            yield from _skill(text, entry, depths)
            entry = []
    yield from _skill(text, entry, depths)


def _is_title(text: str, start: int, end: int, depths: Framework) -> bool:
    words = text[start:end]
    return len(words.split()) <= _LONGEST_TITLE and words[-1] != "." and depths.level(words) is None


def _has_details(text: str, entry: list[tuple[int, int]]) -> bool:
    return any(text[end - 1] == "." for _, end in entry)


def _skill(text: str, entry: list[tuple[int, int]], depths: Framework) -> Iterator[Draft]:
    if not entry:
        return
    start, end = entry[0][0], entry[-1][1]
    closing = _closing_type().search(text, start, end)
    end = closing.start() if closing else end
    words = "|".join(re.escape(alias) for level in depths.levels for alias in level.aliases)
    depth = re.search(rf"(?:(?<=\s)|^)(?:{words})(?=\s|$)", text[start:end], re.IGNORECASE)
    if depth is None:
        titled = len(entry) > 1
        span_end = entry[0][1] if titled else start + _title_length(text[start:end])
        name, level = text[start:span_end].rstrip("."), None
        span_end = start + len(name)
    else:
        found = depths.level(depth.group())
        level = found.name if found else None
        name, span_end = text[start : start + depth.start()].strip(), start + depth.end()
    if not name:
        name, span_end = _from_details(text, span_end, end)
    if name.strip():
        yield Draft(Skill(name.strip(), level, depths.name), start, span_end)


def _title_length(row: str) -> int:
    """Length of the title that opens a row: capitals up to the capital that opens the details."""
    title_end = 0
    position = 0
    for word in re.finditer(r"\S+", row):
        if not _TITLE_WORDS.fullmatch(word.group()):
            return title_end
        if word.group()[0].isupper():
            title_end = position
        position = word.end()
    return title_end or len(row)


def _from_details(text: str, start: int, end: int) -> tuple[str, int]:
    """Name a skill whose title was lost by the opening clause of its details."""
    while start < end and text[start].isspace():
        start += 1
    stop = re.compile(r"[.;(]|,\s+(?=including)").search(text, start, end)
    last = stop.start() if stop else end
    return text[start:last], last


def _qualifications(text: str, start: int, end: int) -> Iterator[Draft]:
    """Each qualification by itself; together they are alternatives."""
    for first, last in _rows(text, start, end):
        last = _without_body(text, first, last)
        if last > first:
            name = text[first:last]
            yield Draft(CertificationHeld(any_of=(name,)), first, last, group="qualifications")


def _without_body(text: str, start: int, end: int) -> int:
    """Where the name of a qualification ends: before its awarding body and strays."""
    layout = profile_layout()
    at = end
    for tail in (*layout.stray, *layout.awarding_bodies):
        shown = text[start:at].rstrip()
        if shown.lower().endswith(tail.lower()) and (
            len(shown) == len(tail) or shown[-len(tail) - 1].isspace()
        ):
            at = start + len(shown) - len(tail)
            while at > start and text[at - 1].isspace():
                at -= 1
    return at


def _levelled(text: str, start: int, end: int) -> Iterator[Draft]:
    """Skills with a level: the name stands behind its family, the level on a line of its own."""
    families = list(_FAMILY.finditer(text, start, end))
    families = [f for f in families if f.group().strip().lower() not in profile_layout().ignored]
    stops = [f.start() for f in families[1:]] + [end]
    # Without a family there is a stop and nothing to end.
    for family, stop in zip(families, stops, strict=False):
        level_line = _LEVEL_LINE.search(text, family.end(), stop)
        if level_line is None:
            continue
        first, last = _skill_name(text, family, level_line.start())
        printed = family["framework"].strip()
        framework = next((f for f in frameworks().values() if printed in f.names), None)
        named = framework.level(level_line.group(2)) if framework else None
        level = named.name if named else level_line.group(2)
        name = _without_prefix(text[first:last])
        yield Draft(Skill(name, level, framework.name if framework else printed), first, last)


def _skill_name(text: str, family: re.Match[str], stop: int) -> tuple[int, int]:
    """Span of a skill's name: on the family's line behind 'Job Family', or the next line."""
    tail = re.search(r"Job Family\s+(?=\S)", text[family.start("rest") : family.end("rest")])
    if tail:
        return family.start("rest") + tail.end(), family.end("rest")
    for line in lines(text[family.end() : stop]):
        return family.end() + line.start, family.end() + line.end
    return family.start("rest"), family.end("rest")


def _without_prefix(name: str) -> str:
    prefix = alternation(profile_layout().prefixes)
    return re.sub(rf"^{prefix}\s*[–—-]\s*", "", name, flags=re.IGNORECASE)
