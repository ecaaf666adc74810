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
from matcher.candidates.sections import sections
from matcher.text import lines
from matcher.types import Outline

BLOCK = "█"
_SPACE = re.compile(r"[ \t]{2,}")

_EMAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_LINK = r"(?:https?://|www\.)\S+|\b(?:linkedin|github|facebook|twitter)\.com\S*"
_PHONE = r"(?<![\w£$€.,])(?:\+\d{1,3}[\s-]?)?(?:\(\d{2,6}\)[\s-]?)?\d(?:[\s-]?\d){8,12}(?![\w%,]|\.\d)"
_POSTCODE = r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b"
_STREET = (
    r"\b(?:flat\s+\w+,?\s*)?\d{1,4}[a-z]?,?\s+(?:[A-Z][\w'’-]+\s+){1,4}"
    r"(?i:street|st|road|rd|lane|avenue|ave|close|drive|court|row|way|crescent|terrace|place|gardens|grove|hill|square|mews|park)\b\.?"
)
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?[\s/.-]+(?:of\s+)?(?:(?:{_MONTHS})[a-z]*|\d{{1,2}})[\s,/.-]+\d{{2,4}}"
    rf"|(?:{_MONTHS})[a-z]*\s+\d{{1,2}},?\s+\d{{4}}|\d{{4}}-\d\d-\d\d|(?:19|20)\d\d)"
)
_NATION = (
    r"(?:british|english|scottish|welsh|irish|northern irish|french|german|polish|italian|spanish|portuguese|romanian"
    r"|bulgarian|indian|pakistani|bangladeshi|chinese|nigerian|ghanaian|kenyan|somali|jamaican|american|canadian"
    r"|australian|south african|new zealand|turkish|greek|cypriot|hungarian|czech|slovak|lithuanian|latvian|ukrainian"
    r"|russian|iranian|iraqi|syrian|afghan|sri lankan|filipino|brazilian|zimbabwean|egyptian|dutch|swedish|danish)"
)
# A label and what stands behind it, to the end of the line or sentence.
_LABELLED = (
    r"(?im:^|(?<=[|•·;.,\t/(])[ \t]*)[ \t]*(?:[-*•]\s*)?"
    r"(?i:(?:full\s+|first\s+|last\s+|middle\s+|maiden\s+)?name|(?:home\s+)?address|town|date\s+of\s+birth|d\.?o\.?b\.?|born|place\s+of\s+birth"
    r"|age|gender|sex|pronouns?|marital\s+status|civil\s+status|nationality|citizenship|ethnicity|ethnic\s+origin|race"
    r"|religion|faith|disability|photo(?:graph)?|children|dependants|dependents|passport|national\s+insurance(?:\s+number)?"
    r"|ni\s+number|tel(?:ephone)?|mobile|phone|e-?mail|contact)"
    r"[ \t]*(?::|\||\t| - )[ \t|]*[^\n|;]*"
)
_SAID = (
    rf"(?i:\b(?:date\s+of\s+birth|d\.?o\.?b\.?|born(?:\s+(?:on|in))?)\b[\s:,]*(?:{_DATE})?(?:\s+in\s+[A-Z]\w+)?"
    r"|\b(?:i\s+am\s+|i'm\s+|aged?\s+)(?:\d\d|[a-z]+ty(?:-[a-z]+)?)(?:\s+years?\s+old|\s+years?\s+of\s+age)?(?=[\s,.;)]|$)(?!\s*(?:%|years?\s+of\s+(?!age)))"
    r"|\b\d\d\s+years?\s+old\b|\b\d\d-year-old\b"
    r"|\b(?:married|single|divorced|widowed|cohabiting|in\s+a\s+civil\s+partnership)\b(?=\s*(?:[,.;|)]|$|with\b|and\b|to\b|no\b))"
    r"(?:[\s,]+(?:with\s+|and\s+)?(?:a\s+)?(?:no|one|two|three|four|five|\d)\s+(?:\w+\s+)?(?:child(?:ren)?|kids?|sons?|daughters?))?"
    r"|\b(?:father|mother|mum|dad|parent)\s+of\s+\w+\b|\b(?:one|two|three|four|five|\d)\s+(?:young\s+|small\s+|grown-up\s+)?(?:child(?:ren)?|daughters|sons)\b"
    r"|\b(?:my\s+)?(?:wife|husband)\b"
    rf"|\b{_NATION}[\s-]+(?:citizen(?:ship)?|national(?:ity)?|passport(?:\s+holder)?|born|by\s+birth)\b"
    r"|\b(?:practising|devout|committed|active)\s+(?:christian|muslim|catholic|jew|hindu|sikh|buddhist)\b"
    r"|\b(?:church|mosque|synagogue|temple|gurdwara)\s+(?:warden|choir|elder|volunteer|treasurer)\b"
    r"|\b(?:maternity|paternity|parental|adoption|shared\s+parental)\s+(?:leave|break|cover\s+for\s+myself)\b"
    r"|\bphoto(?:graph)?\s+(?:attached|enclosed|above|available|on\s+request)\b"
    r"|\b(?:disabled|wheelchair\s+user|registered\s+disabled|dyslexic|autistic|gay|lesbian|transgender)\b)"
)
_TITLES = r"\b(?:Mr|Mrs|Ms|Miss|Mx)\b\.?\s*"
_SCHOOL = r"\b(?:[A-Z][\w'’&.-]*\s+){1,4}(?:(?:Grammar|High|Comprehensive|Primary|Secondary|Girls['’]?|Boys['’]?|Sixth\s+Form)\s+)+(?:School|College|Academy)\b|\b(?:[A-Z][\w'’&.-]*\s+){1,3}Sixth\s+Form\b"
_PERSONAL = re.compile(
    "|".join((_EMAIL, _LINK, _LABELLED, _STREET, _POSTCODE, _SAID, _TITLES, _SCHOOL, _PHONE)), re.MULTILINE
)
# Neutral words of the same function, so that a sentence still reads.
_PRONOUNS = {
    "he": "they", "she": "they", "him": "them", "her": "their", "his": "their", "hers": "theirs",
    "himself": "themselves", "herself": "themselves", "he/him": "", "she/her": "", "they/them": "",
}
_PRONOUN = re.compile(
    r"\(?\b(?:he/him(?:/his)?|she/her(?:/hers)?|they/them(?:/theirs)?)\b\)?"
    r"|\b(?:he|she|him|his|hers|her|himself|herself)\b",
    re.IGNORECASE,
)
_GAP_REASON = re.compile(
    r"[^.\n;|]*\b(?:maternity|paternity|parental leave|raise|raising|caring|care for|carer for|looking after"
    r"|illness|pregnan\w+|bereavement)\b[^.\n;|]*",
    re.IGNORECASE,
)
_NAME_WORD = re.compile(r"^[A-Z][A-Za-zÀ-ÿ'’-]+\.?$|^[A-Z]\.?$")
_NOT_NAMES = frozenset(
    "curriculum vitae resume cv profile summary contact personal details page professional experience"
    " objective statement about skills career education confidential".split()
)
_TOP_LINES = 30
_MOST_NAME_WORDS = 4


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
    found = [match.span() for match in _PERSONAL.finditer(text) if match.group().strip()]
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
        if "break" in sentence.text.lower() or "leave" in sentence.text.lower() or sentence.label.lower() in {"gap", "break"}
        for match in _GAP_REASON.finditer(text, sentence.start, sentence.end)
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
    joined = _PRONOUN.sub(_neutral, " ".join(part.strip(" \t") for part in parts if part.strip()))
    return _SPACE.sub(" ", re.sub(r"\s*\n\s*", "\n", joined)).strip(" \t\n,;|/•·-–—")


def blind(text: str) -> str:
    """Return the text with everything that identifies a person masked, length unchanged."""
    found = identity(Outline(text, sections(text), (), ())).spans
    pronouns = [match.span() for match in _PRONOUN.finditer(text)]
    out = list(text)
    for start, end in (*found, *pronouns):
        for at in range(start, end):
            if not out[at].isspace():
                out[at] = BLOCK
    return "".join(out)


def _neutral(match: re.Match[str]) -> str:
    return _PRONOUNS.get(match.group().lower().strip("()"), "")


def _names(text: str) -> frozenset[str]:
    """The words of the name: the first line of the top that is nothing but a name."""
    for line in lines(text)[:_TOP_LINES]:
        printed = text[line.start : line.end]
        labelled = re.match(r"(?i)(?:full\s+)?name\s*[:|\t]\s*(.+)", printed)
        head = re.split(r"\s*[|•·,\t/]\s*|\s{3,}|\s[–—-]\s", labelled[1] if labelled else printed)[0]
        words = re.sub(_TITLES, "", head).split()
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
    top = [line for line in lines(outline.text)[:6]]
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
        if short and not words.endswith(".") and not is_title(words) and any(
            re.search(rf"{_EMAIL}|{_PHONE}", other) for other in (words,)
        ):
            found.append((first, last))
        elif names and short and len(parts) <= 3 and len(words.split()) <= 5 and not is_title(words) and not line.bullet:
            if all(word[0].isupper() or not word[0].isalpha() for word in words.split()):
                found.append((first, last))
    return found


def _merged(spans: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif end > start:
            merged.append((start, end))
    return tuple(merged)
