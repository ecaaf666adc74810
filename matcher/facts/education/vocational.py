"""Vocational awards with a number for a level: NVQ, SVQ, BTEC, QCF diplomas, apprenticeships.

Must not know whether the text is a role or a CV, nor what an award is worth there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from data.knowledge import subjects
from data.patterns import regex
from matcher.facts.states import highest

_DIGIT = r"(?:[1-8]|one|two|three|four|five|six|seven)"
_SCHEME = r"(?:S/?NVQ|NVQ|SVQ|GNVQ|QCF|RQF|BTEC|City (?:and|&) Guilds|C&G)s?"
_AWARD = (
    r"(?:(?:extended |national |subsidiary |advanced )?(?:award|certificate|diploma)"
    r"|qualification|apprenticeship)s?"
)
# A masked or second level of the same award: "Level 2/3", "Level 2 or 3".
_MORE = r"(?:\s*(?:/|or|and|&|-)\s*(?:level\s*|lvl\s*|l)?(?:[1-8]\b|\*{2,4}))?"
_BY_SCHEME = (
    rf"(?:City (?:and|&) Guilds\s+|C&G\s+|Edexcel\s+|Pearson\s+)?"
    rf"(?P<scheme>{_SCHEME})\**(?:\s*/\s*[SN]?VQs?\**)?(?:\s+{_AWARD})?"
    rf"(?:\s*[-–:(,]?\s*(?:(?:levels?|lvl"
    rf"|l)\s*)?(?P<level1>{_DIGIT})\b\)?{_MORE})?(?:\s+(?:{_SCHEME}|{_AWARD}))?"
)
_BY_LEVEL = (
    rf"(?:level|lvl)\s+(?P<level2>{_DIGIT})\b{_MORE}\s+(?P<middle>(?:[A-Za-z&][\w&'’/-]*\s+){{0,4}}?)"
    rf"(?:(?P<scheme2>{_SCHEME})(?:\s+{_AWARD})?|{_AWARD})"
)
# "NVQ Plumbing: Level 3", "BTEC in Sport (level 2)".
_BY_SUBJECT = (
    rf"(?P<scheme3>{_SCHEME})\s+(?:{_AWARD}\s+)?(?:in\s+)?(?P<middle3>(?!level|lvl)[A-Za-z&][\w&'’/-]*"
    r"(?:\s+(?!level|lvl|or\b)[\w&'’/-]+){0,4})"
    rf"\s*[:,(–-]\s*(?:at\s+)?(?:levels?|lvl)\s*(?:{_DIGIT}\s*(?:&|\+|,|and)\s*)*(?P<level3>{_DIGIT})\b\)?"
)
# "Leadership qualification at level 5".
_BY_PLACE = (
    r"(?P<middle4>[A-Za-z&][\w'’-]*(?:\s+(?:(?:and|&)\s+)?[a-z][\w'’-]*){0,2})\s+qualifications?"
    rf"\s*[,(:–-]?\s*(?:(?:at|to|of)\s+)?(?:levels?|lvl)\s+(?P<level4>{_DIGIT})\b{_MORE}\)?"
)
_BY_NAME = r"(?P<named>(?:intermediate|advanced|higher|degree|modern)\s+apprenticeship)"
_PATTERN = regex(
    rf"(?<![\w-])(?:{_BY_SUBJECT}|{_BY_SCHEME}|{_BY_LEVEL}|{_BY_NAME}|{_BY_PLACE})(?![\w-])",
    re.IGNORECASE,
)
# "NVQ Levels 2 and 3": the higher of the two.
_AND_HIGHER = regex(r"[1-8]\s*(?:and|&)\s*(?:level\s*|lvl\s*|l)?(?P<level>[1-8])\b", re.IGNORECASE)
_SUBJECT = regex(
    r"(?:\s*\(?or\s+(?:above|higher|better|equivalent)\)?)?"
    r"\s*[,:–-]?\s*(?:(?:in|of|for)\s+(?:the\s+)?(?P<any>[a-z]+(?: [a-z]+){0,2}(?=[\s,.;)]|$))?)?"
    r"(?P<capitals>[A-Z][\w'’&/-]*(?:\s+(?:(?:and|&|of|for|in|or)\s+)?[A-Z][\w'’&/-]*)*)?"
)
# "nvq 3 health & social care": in lower case the subject follows at once.
_BARE_SUBJECT = regex(
    r"\s+(?P<subject>(?!or\b|and\b|in\b|of\b|for\b|at\b|equivalent\b|qualifi|award|cert|dipl|done\b|pass)"
    r"[a-z]{3,}(?:\s+(?:(?:and|&)\s+)?(?!done\b|not\b|exam|pass|compl|gain|achiev|held\b|from\b|with\b|and\b|at\b"
    r"|in\b|or\b)[a-z]+){0,3})(?=\s*(?:$|[\d,.;:()]|done\b|pass|compl|gain|achiev|held\b|from\b|with\b|at\b"
    r"|in\b|and\b|not\b|exam|under\b))"
)
_LABEL = regex(
    r"(?P<subject>[A-Z][\w'’&]*(?:\s[\w'’&]+){0,3})\s+(?:qualification|award|certificate)s?\s*:",
    re.I,
)
_NO_SUBJECT = regex(
    r"\b(?:or|and|equivalent|essential|desirable|above|with|is|are|preferred|required|previous"
    r"|skills|no|further)\b",
    re.I,
)
# "Degree apprenticeship manager" is a post.
_POST_BEHIND = regex(
    r"\s+(?:assessors?|co-?ordinators?|leads?|managers?|officers?|providers?|schemes?|teams?|trainers?"
    r"|tutors?)\b",
    re.IGNORECASE,
)
_BARE_LEVEL = regex(rf"\b(?:level|lvl)\s+(?P<level>{_DIGIT})\b(?!\s+\w+ed\b)", re.IGNORECASE)
_IN_SUBJECT = regex(
    r"\s+(?:in\s+)?(?P<subject>(?:[A-Z][\w&]*|and|in|&)(?:\s+(?:[A-Z][\w&]*|and|&)){0,4})"
)
_IN_SUBJECT_LATER = regex(r"\bin\s+(?P<subject>[A-Za-z][\w&]*(?:\s+(?:and|&|[A-Za-z][\w&]*)){0,4})")
# Levels of something else than an award.
_OTHER_LEVELS = regex(
    r"\b(?:support|escalat\w*|incidents?|tickets?|security|clearance|BSL|sign\s+language|leaf|charg\w+|tier|NPPV"
    r"|CIPD|CIPS|AAT|ACCA|CFA|CMI|ILM|CISI|CIM|food|hygiene|safeguarding|UKA|swim\w*|coach\w*"
    r"|maths|GCSEs?|A[- ]levels?)\b",
    re.IGNORECASE,
)
_HINTS = ("vq", "btec", "qcf", "rqf", "guilds", "c&g", "level", "lvl", "apprentice")
_LEVELS = ("level1", "level2", "level3", "level4")
_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_APPRENTICESHIPS = {"intermediate": 2, "modern": 2, "advanced": 3, "higher": 4, "degree": 6}


@dataclass(frozen=True, slots=True)
class Vocational:
    """An award: ``level`` 1 to 8, None where unsaid; ``subject`` as printed or ""."""

    scheme: str
    level: int | None
    subject: str
    start: int
    end: int


def find(text: str) -> list[Vocational]:
    """Return the vocational awards that a text names, in order."""
    lowered = text.lower()
    if not any(hint in lowered for hint in _HINTS):
        return []
    found = [award for match in _PATTERN.finditer(text) if (award := _award(text, match))]
    return found or list(_highest(text))


def _highest(text: str) -> Iterator[Vocational]:
    """A level without an award's name, said to be the highest: 'Level 2 is as far as I went'."""
    if not highest.may_tell(text) or _OTHER_LEVELS.search(text):
        return
    for match in _BARE_LEVEL.finditer(text):
        behind = _IN_SUBJECT.match(text, match.end())
        end = behind.end() if behind else match.end()
        if highest.told(text, match.start(), match.end()):
            subject = behind or _IN_SUBJECT_LATER.search(text, match.end())
            name = subject["subject"] if subject else ""
            yield Vocational("RQF", _number(match["level"]), name, match.start(), end)


def _award(text: str, match: re.Match[str]) -> Vocational | None:
    scheme = (
        (match.group("scheme") or match.group("scheme2") or match.group("scheme3") or "")
        .upper()
        .removesuffix("S")
    )
    level = next((_number(match[name]) for name in _LEVELS if match[name]), None)
    if higher := _AND_HIGHER.search(match.group()):
        level = int(higher["level"])
    if match.group("named"):
        scheme, level = "APPRENTICESHIP", _APPRENTICESHIPS[match.group().split()[0].lower()]
        if _POST_BEHIND.match(text, match.end()):
            return None
    end = match.end()
    printed = match.group("middle") or match.group("middle3") or match.group("middle4") or ""
    subject = re.sub(r"(?i)\bin\b", "", printed).strip()
    if not subject:
        subject, end = _subject_behind(text, end)
    if not subject and (label := _LABEL.search(text, 0, match.start())):
        subject = label.group("subject")
    if not scheme and not subject:
        return None
    return Vocational(scheme, level, subject, match.start(), end)


def _subject_behind(text: str, end: int) -> tuple[str, int]:
    match = _SUBJECT.match(text, end)
    bare = _BARE_SUBJECT.match(text, end)
    if bare and subjects.is_known(bare["subject"]):
        return bare["subject"], bare.end()
    if match is None:
        return "", end
    name = "capitals" if match.group("capitals") else "any"
    words = match.group(name) or ""
    stop = _NO_SUBJECT.search(words) if name == "any" else None
    words = (words[: stop.start()] if stop else words).strip()
    if len(words) < 2:
        return "", end
    return words, match.start(name) + len(words)


def _number(printed: str) -> int:
    return int(printed) if printed.isdigit() else _WORDS[printed.lower()]
