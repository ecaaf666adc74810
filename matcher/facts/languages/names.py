"""Names of languages in a text, each with the level printed beside it.

Must not know whose language it is, nor whether a CV or a role is read. A level before a list
speaks of all of it ("fluent in French and Dutch"), one behind a name of that name ("Dutch (B2)").
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from data.knowledge.languages import language_words, languages
from data.patterns import regex
from matcher.facts.layout.phrases import Hit, Phrases
from matcher.types import Sentence

_JOIN = regex(
    r"\s*(?:,\s*(?:and|or|&)?|/|\band/or\b|\band\b|\bor\b|&|\+)\s*(?:also\s|both\s)?", re.IGNORECASE
)
_AND = regex(r"\band\b|&|/|\bor\b")
_BEFORE_FILLER = regex(
    r"(?:[\s-]|\b(?:in|of|both|written|spoken|speaker|level|knowledge|command|oral|verbal|user|"
    r"to|standard|and|or|speak|"
    r"conversation|speaking|a|an|at|is|the|with|language|skills|proficiency|verbally|writing)\b|"
    r"[,&/(:])*",
    re.IGNORECASE,
)
_BEHIND_FILLER = regex(
    r"\s*(?:[:(–—\-,|=\t/*•●○◉★☆■□▪▫]\s*|\d/\d\s*)*"
    r"(?:(?:at|to|is|as|can|could|least|minimum|min|a minimum of|my|which|i|speak|spoken|written|"
    r"speaker|learner|level|language|languages|and|both|all|am|a|an|very|quite|cefr|currently|now|"
    r"read|skills|proficiency|listening|verbal|oral|equivalent|studied|of|grade|each)"
    r"\b[\s:,(–-]*){0,5}",
    re.IGNORECASE,
)
_TOGETHER = regex(r"\b(?:both|all|each)\b", re.IGNORECASE)
_SOFT = frozenset(
    {
        "good",
        "strong",
        "business",
        "professional",
        "some",
        "little",
        "working",
        "school",
        "fair",
        "simple",
    }
)
_CODE = regex(r"\b[A-Z]{2}\b")
# How far a level on a language's own scale may stand from its name, and what else has levels.
_SCALE_BEFORE, _SCALE_BEHIND = 12, 30
_OTHER_SCALE = regex(
    r"\b(?:S?NVQ|QCF|GCSE|AS|A|diploma|certificate|degree|government|assembly|council|office|grade|band|key)\b"
    r"|[.;\n]",
    re.IGNORECASE,
)
_CODE_AND_GRADE = regex(r"^\W*(?:languages?\W+)?[A-Z]{2}\W+[ABC][12]\W*$", re.IGNORECASE)
_CODE_GAP = regex(r"[\s:=(|–-]*")
_IELTS = regex(r"\bIELTS\b[^.\d]{0,25}(\d(?:\.\d)?)", re.IGNORECASE)
_LABEL = regex(r"\s*([A-Za-z][\w. /&]{2,30}?)\s*[:|]")


@dataclass(frozen=True, slots=True)
class Spoken:
    """A language named at ``[start, end)``.

    Attributes:
        name: Its name in the table.
        start: Offset of the name, or of the certificate that shows it.
        end: Offset behind it.
        level: "A1" to "C2", "native", or None where none is printed beside it.
        words: The level as printed, in lower case, "" where there is none.
        group: Number of the list it stands in; names joined by 'and', 'or' and commas share it.
        from_start: Offset of the first word the reading rests on.
        to_end: Offset behind the last.
    """

    name: str
    start: int
    end: int
    level: str | None
    words: str
    group: int
    from_start: int
    to_end: int


@cache
def _names() -> tuple[re.Pattern[str], dict[str, str]]:
    spelt = {alias: name for name, aliases in languages().items() for alias in aliases}
    body = "|".join(re.escape(s) for s in sorted(spelt, key=len, reverse=True))
    lowered = {spelling.lower(): name for spelling, name in spelt.items()}
    return re.compile(rf"(?<![\w@-])(?:{body})(?!\w)", re.IGNORECASE), lowered


@cache
def _levels() -> Phrases:
    return Phrases(language_words().levels)


@cache
def _scales() -> dict[str, Phrases]:
    """The levels of languages that count them on a scale of their own, by language."""
    return {name: Phrases(scale) for name, scale in language_words().scales.items()}


@cache
def _codes() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w&-])(?:{'|'.join(language_words().codes)})(?![\w-])")


def _coded(text: str, *, listed: bool) -> list[Hit]:
    """Return the codes in a row of languages ("EN C2 / ES B1"), each with a level beside it.

    One code alone is too little, unless the row is known to list languages: IT is a trade.
    """
    if _CODE.search(text) is None:
        return []
    levels = level_words(text)
    found = [
        Hit(language_words().codes[match.group()], *match.span())
        for match in _codes().finditer(text)
        if any(_CODE_GAP.fullmatch(text, match.end(), level.start) for level in levels)
    ]
    sure = listed or len(found) > 1 or _CODE_AND_GRADE.search(text)
    return found if sure else []


def level_words(text: str, *, language: str = "") -> list[Hit]:
    """Return the words for levels in ``text``, in order, by the language's own scale if any."""
    return _scales().get(language, _levels()).find(text)


def spoken_in(text: str, *, listed: bool = False) -> list[Spoken]:
    """Return the languages named in ``text`` with the level printed beside each.

    Args:
        text: A sentence, bullet or table row.
        listed: Whether it is known to list languages, so that lower-case names count.
    """
    hits = _find(text, listed=listed)
    if not hits:
        return _certificates(text)
    levels = [hit for hit in level_words(text) if not any(_overlap(hit, other) for other in hits)]
    groups = _grouped(text, hits)
    found: list[Spoken] = []
    for number, group in enumerate(groups):
        found += _with_levels(text, group, number, levels, hits)
    return [*found, *_certificates(text)]


def _find(text: str, *, listed: bool) -> list[Hit]:
    pattern, spelt = _names()
    found = []
    for match in pattern.finditer(text):
        printed = match.group()
        if not (printed[0].isupper() or listed):
            continue
        if printed.endswith(".") and len(printed) <= 4 and not listed and printed != "Engl.":
            continue
        found.append(Hit(spelt[printed.lower()], *match.span()))
    coded = [hit for hit in _coded(text, listed=listed) if not any(_overlap(hit, o) for o in found)]
    return sorted([*found, *coded], key=lambda hit: hit.start) if coded else found


def _overlap(a: Hit, b: Hit) -> bool:
    return a.start < b.end and b.start < a.end


def _grouped(text: str, hits: list[Hit]) -> list[list[Hit]]:
    groups = [[hits[0]]]
    for before, hit in pairwise(hits):
        if _JOIN.fullmatch(text, before.end, hit.start):
            groups[-1].append(hit)
        else:
            groups.append([hit])
    return groups


def _with_levels(
    text: str, group: list[Hit], number: int, levels: list[Hit], hits: list[Hit]
) -> list[Spoken]:
    before = _before(text, group[0], levels, hits)
    if scale := _scales().get(group[0].name):
        counted = scale.find(text, max(0, group[0].start - _SCALE_BEFORE), group[0].start)
        before = counted[-1] if counted else before
    found = []
    for hit in group:
        behind = _behind(text, hit, levels, hits)
        chosen = behind or before
        if behind is None and before is not None and hit is not group[0]:
            chosen = before if _carries(text, before, group, hit) else None
        found.append(_spoken(text, hit, chosen, number))
    last = found[-1]
    if last.level and last.to_end > group[-1].end and len(group) > 1 and not before:
        shared = _TOGETHER.search(text, group[-1].end, last.to_end + 12) or _all_and(text, group)
        if shared:
            found = [
                one
                if one.level
                else replace(one, level=last.level, words=last.words, to_end=last.to_end)
                for one in found
            ]
    return found


def _all_and(text: str, group: list[Hit]) -> bool:
    return all(_AND.search(text, a.end, b.start) for a, b in pairwise(group))


def _before(text: str, first: Hit, levels: list[Hit], hits: list[Hit]) -> Hit | None:
    """Return the level before a list, unless it stands behind the language before that."""
    candidates = [hit for hit in levels if hit.end <= first.start]
    if not candidates:
        return None
    nearest = candidates[-1]
    if not _BEFORE_FILLER.fullmatch(text, nearest.end, first.start):
        return None
    gap = text[nearest.end : first.start]
    owner = [hit for hit in hits if hit.end <= nearest.start]
    if owner and re.search(r"[,/;:(]|\band\b|\bor\b", gap):
        # 'German fluent, French': the level belongs to the name it follows.
        return None
    return nearest


def _carries(text: str, before: Hit, group: list[Hit], hit: Hit) -> bool:
    """Whether the level before a list reaches one of its later members."""
    words = text[before.start : before.end].lower()
    if before.name != "native" or "lingual" in words:
        return True
    return bool(_AND.search(text, group[0].end, hit.start)) and len(group) == 2


def _behind(text: str, hit: Hit, levels: list[Hit], hits: list[Hit]) -> Hit | None:
    if scale := _scales().get(hit.name):
        counted = scale.find(text, hit.end, hit.end + _SCALE_BEHIND)
        if counted and not _OTHER_SCALE.search(text, hit.end, counted[0].start):
            return counted[0]
    for level in levels:
        if level.start < hit.end:
            continue
        if not _BEHIND_FILLER.fullmatch(text, hit.end, level.start):
            return None
        gap = text[hit.end : level.start]
        following = next((other for other in hits if other.start >= level.end), None)
        parted = re.search(r"[,/]|\band\b", gap) is not None and "(" not in gap
        if parted and following and _BEFORE_FILLER.fullmatch(text, level.end, following.start):
            direct = text[level.end : following.start]
            if not re.search(r"[,;/|)]|\band\b", direct):
                return None
        soft = text[level.start : level.end].lower() in _SOFT
        return None if soft and "," in gap else level
    return None


def _spoken(text: str, hit: Hit, level: Hit | None, group: int) -> Spoken:
    if level is None:
        return Spoken(hit.name, hit.start, hit.end, None, "", group, hit.start, hit.end)
    words = text[level.start : level.end].lower()
    name: str | None = level.name
    if hit.name == "English" and words in language_words().school_subject:
        name = None
    return Spoken(
        hit.name,
        hit.start,
        hit.end,
        name,
        words if name else "",
        group,
        min(hit.start, level.start),
        max(hit.end, level.end),
    )


def _certificates(text: str) -> list[Spoken]:
    """Return languages shown by a certificate with its grade ('DELF B2', 'IELTS 7.5')."""
    table, found = language_words(), []
    for certificate, name in table.certificates.items():
        pattern = rf"\b{certificate}\b[^.;,\d]{{0,20}}?\b([ABC][12]|N?[1-6])\b"
        for match in re.finditer(pattern, text) if certificate in text else ():
            grade = match.group(1)
            level = table.grades.get(certificate, {}).get(grade, grade)
            if level in ("A1", "A2", "B1", "B2", "C1", "C2"):
                found.append(_certified(name, match, level))
    for match in _IELTS.finditer(text):
        score = float(match.group(1))
        level = next((each for each, least in table.ielts.items() if score >= least), "A1")
        found.append(_certified("English", match, level))
    return found


def _certified(name: str, match: re.Match[str], level: str) -> Spoken:
    start, end = match.span()
    return Spoken(name, start, end, level, match.group().lower(), -1, start, end)


@cache
def words_around() -> tuple[Phrases, Phrases]:
    """Return the words before and behind a language that show whose it is."""
    words = language_words()
    before = Phrases({"shows": words.shows_before, "others": words.others_before})
    return before, Phrases({"others": words.others_behind, "shows": words.shows_behind})


def lists_languages(sentence: Sentence) -> bool:
    """Return whether a row or section is known to list languages by its label or heading."""
    printed = _LABEL.match(sentence.text)
    label = (sentence.label or (printed.group(1) if printed else "")).strip(" .:").lower()
    parts = [part.strip() for part in re.split(r"[/&]", label)]
    return sentence.section == "languages" or not language_words().labels.isdisjoint(parts)
