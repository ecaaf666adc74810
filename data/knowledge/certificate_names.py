"""Names of certificates in a text, found all at once whatever their spelling.

Must not know whether the text is a role or a CV, nor what a name's finding means. Text and names
are brought to the same form: words in lower case, "&" as "and", "Level 5" as "l5", hyphens,
brackets, colons and trade-mark signs left out, "mgmt" as "management"; commas, semicolons, bars
and slashes stay, so that no name reaches across them. The names of all tables sit in one
Aho-Corasick automaton.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

import ahocorasick

from data.knowledge.certifications import Certificate, CertificateTableError, certificates
from data.knowledge.hints import Hints, words_of
from data.knowledge.tables import toml_table
from data.patterns import regex

_TOKEN = regex(
    r"(?P<level>\b(?:level|lvl)\s*(?P<digit>[1-8]|iv|i{1,3})\b|\bl(?P<short>[1-8])\b)"
    r"|(?P<skip>\b(?:the|level)\b|\*+|[®™])"
    r"|(?P<plus>\b(?:cloud|linux|network|project|security|server)\s\+(?!\s*(?!ce\b)\w)|\bA\s\+(?!\s*\w))"
    r"|(?P<word>[a-z0-9_]+(?:['’][a-z]+)?\+{0,2})|(?P<and>&)|(?P<bar>\||\t| {3,}|\n\s*\n)"
    # "Foundation, v4" and "hygiene, level 3" are one name: such a comma is left out.
    r"|(?P<mark>(?<!edition),(?!\s*(?:(?:v(?:ersion\s)?[2-5]|level\s[1-8])\b\s*(?:[),.;]|$)|\d\d?th\sedition))"
    r"|[;/]|[.!?](?=\s))",
    re.IGNORECASE,
)
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_ABBREVIATIONS = "certificates/abbreviations.toml"
_AWARD_WORD = frozenset({"certificate", "certification", "certificates"})
# Which edition of a scheme was examined: "AgilePM v2 Practitioner", "MSP (5th edition)".
_EDITION = regex(r"v\d+|version|edition|ed|edn|\d{1,2}(?:st|nd|rd|th)?|(?:19|20)\d\d")
# From so many letters on an abbreviation is no everyday word.
_LONG = 4
_CAPITALS = regex(r"[A-Z][A-Za-z0-9]{0,4}")
_LIST_JOINT = (
    r"(?:\s*\([^()]{0,40}\)|(?:\s+(?:achieved|awarded|completed|gained|in|obtained|passed|taken))*"
    r"(?:\s+(?:19|20)\d\d)?)\s*(?:,\s*(?:and|or|then)\s+|,|/|&|\+|;|\b(?:and/or|and|or|plus|to"
    r"|then|through to)\b)"
    r"\s*(?:\b(?:the|a|an|level|at)\b\s*)*"
)
# "ITIL: Foundation", "the highest ITIL level that I hold is Foundation".
_SCHEME_JOINT = (
    r"(?:\s+(?:certificate|exam|examination|level|module|qualification)\s+(?:(?:that|which|i|have"
    r"|hold|held|got|passed|taken|so|far|to|date)\s+)*(?:is|was)\s+(?:the\s+|at\s+)?"
    r"|\s+(?:accredited|accreditation|certificates?|certification|certified|qualified|qualification)\s+"
    r"(?:to|at|up to|of)\s+(?:at\s+least\s+)?(?:the\s+)?"
    r"|\s+(?:awards?|belts?|certificates|certifications|credentials|exams|levels|papers|qualifications)\s*[,:(–-]\s*"
    r"|\s*[:,(–-]\s*(?:I\s+)?(?:(?:got|went|reached|passed|stopped|finished|ended|only|just|as|far|up|at|to|the)\s+){1,4}"
    r"|\s*\)?\s*(?:[|:(–-]|\b(?:level|at|to)\b|\s)\s*)"
)
# "PRINCE2 Foundation 2019. Practitioner exam in May": a further level in a sentence of its own.
_SENTENCE_JOINT = r"[^.;:\n]{0,40}[.;]\s+(?:(?:the|my)\s+)?"
_EXAM_BEHIND = (
    r"(?=\s+(?:\w+\s+)?(?:exam|examination|paper|sitting|resit|retake|assessment|certificate)\b"
    r"|\s+(?:booked|failed|passed|pending|not\s+(?:yet\s+)?(?:taken|passed|sat|attempted|held))\b)"
)
# "Foundation level in ITIL", "Expert (ITIL)", "Level 5 Diploma in X, with the CMI": the level
# before the scheme or body.
_LEVEL_BEFORE = (
    r"\s+(?:(?:certificat\w+|credential|designation|exam|level|qualification|standard|status)\s+)?"
    r"(?:\(|(?:in|of|for)\s+(?:the\s+)?)$"
    r"|\s+(?:(?:advanced|intermediate|associate|foundation|professional|extended|higher)\s+)?"
    r"(?:diploma|certificate|award|qualification)(?P<subject>\s+in(?:\s+(?!with|from|by|through|via)[\w&-]+){1,5}?)?\s*"
    r"(?:,?\s*\(|,?\s(?:[–—-]\s)?(?:(?:with|from|by|of|through|via|awarded\s+by|accredited\s+by)\s+)?)(?:the\s+)?$"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A certificate named at ``[start, end)``.

    Attributes:
        id: The certificate's id.
        start: Offset of the name.
        end: Offset behind the name.
        loose: Whether the name alone may mean something else.
    """

    id: str
    start: int
    end: int
    loose: bool = False


@dataclass(frozen=True, slots=True)
class _Token:
    word: str
    start: int
    end: int


def find(text: str) -> list[Mention]:
    """Return the certificates that a text names, in order, none overlapping another."""
    if not _may_name_one(text):
        return []
    tokens = _tokens(text)
    found = _search(text, tokens)
    if any(token.word in _AWARD_WORD for token in tokens):
        found += _search(text, [token for token in tokens if token.word not in _AWARD_WORD])
    found += _whatever_edition(text, tokens, found)
    chosen = _less_bare(text, _longest(found))
    return _with_short_forms(text, chosen) if chosen else []


def _less_bare(text: str, mentions: list[Mention]) -> list[Mention]:
    """Drop a name that only repeats how a fuller one of its ladder opens: 'AAT' beside 'AAT 2'."""
    table = certificates()

    def is_bare(one: Mention) -> bool:
        printed = text[one.start : one.end].lower() + " "
        return any(
            table[one.id].ladder == table[other.id].ladder
            and text[other.start : other.end].lower().startswith(printed)
            for other in mentions
            if other.id != one.id
        )

    return [each for each in mentions if table[each.id].generic or not is_bare(each)]


def _whatever_edition(text: str, tokens: list[_Token], found: list[Mention]) -> list[Mention]:
    """The names with an edition inside that no table lists; a listed one says more."""
    if not any(_EDITION.fullmatch(token.word) for token in tokens):
        return []
    known = {(mention.start, mention.end) for mention in found}
    undated = [
        token
        for before, token, behind in zip([None, *tokens], tokens, [*tokens[1:], None], strict=False)
        if not _EDITION.fullmatch(token.word)
        and not _parts_editions(before, token, behind)
        and not (token.word == "." and before is not None and before.word in {"ed", "edn"})
    ]
    return [each for each in _search(text, undated) if (each.start, each.end) not in known]


def _parts_editions(before: _Token | None, token: _Token, behind: _Token | None) -> bool:
    """Whether a word only joins two editions: 'ITIL 3 or 4 Foundation'."""
    if before is None or behind is None or token.word not in {"or", "and", "/"}:
        return False
    return all(_EDITION.fullmatch(each.word) is not None for each in (before, behind))


@cache
def named(name: str) -> str | None:
    """Return the id of the certificate that a name stands for as a whole, or None."""
    mentions = find(name)
    if len(mentions) != 1:
        return None
    mention = mentions[0]
    rest = name[: mention.start] + " " + name[mention.end :]
    left = re.sub(
        r"(?i)\b(?:an?|the|certificat\w+|certified|qualified|qualification|level|exam)\b", "", rest
    )
    return mention.id if not re.search(r"\w", left) else None


def _tokens(text: str) -> list[_Token]:
    found = []
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        if match.group("level"):
            digit = (match.group("digit") or match.group("short")).lower()
            word = "l" + _ROMAN.get(digit, digit)
        elif kind == "skip":
            continue
        elif kind == "plus":
            word = match.group().lower().replace(" ", "")
        elif kind == "and":
            word = "and"
        elif kind == "bar":
            word = "|"
        else:
            word = match.group().lower().replace("’", "'")
            word = _abbreviations().get(word, word)
            if match.group()[0].isupper():
                word = _abbreviations("with_a_capital").get(word, word)
        found.append(_Token(word, match.start(), match.end()))
    return found


@cache
def _abbreviations(sort: str = "abbreviations") -> dict[str, str]:
    table: dict[str, str] = toml_table(_ABBREVIATIONS)[sort]
    return table


def _search(text: str, tokens: list[_Token]) -> list[Mention]:
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    parts = [" "]
    at = 1
    for token in tokens:
        starts[at - 1] = token.start
        at += len(token.word)
        ends[at] = token.end
        parts += [token.word, " "]
        at += 1
    found = []
    for last, (length, entries) in _automaton().iter("".join(parts)):
        first = last - length + 1
        if first in starts and last in ends:
            start, end = starts[first], ends[last]
            if _ends_in_open_bracket(text, start, end):
                continue
            for identifier, loose, capitals in entries:
                if not capitals or _is_printed_so(text, start, end, capitals):
                    found.append(Mention(identifier, start, end, loose))
                    break
    return found


def _is_printed_so(text: str, start: int, end: int, capitals: str) -> bool:
    """Whether an abbreviation is in capitals, or nothing in the text is and it is a long one."""
    if text.islower() and len(capitals) >= _LONG:
        return True
    return text[start:end].startswith(capitals)


def _ends_in_open_bracket(text: str, start: int, end: int) -> bool:
    """Whether a name would end amid a bracket that holds more ("Foundation (v3 or 4)")."""
    inside = text.rfind("(", start, end) > text.rfind(")", start, end)
    return inside and not text.startswith(")", end)


def _longest(mentions: list[Mention]) -> list[Mention]:
    """Keep the leftmost, of these the longest, of these the one that is not loose."""
    chosen: list[Mention] = []
    at = -1
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end, m.loose, m.id)):
        if mention.start >= at:
            chosen.append(mention)
            at = mention.end
    return chosen


def _with_short_forms(text: str, mentions: list[Mention]) -> list[Mention]:
    """Add the short forms in lists behind a name, and codes in capitals beside their scheme."""
    table = certificates()
    found = list(mentions)
    for mention in mentions:
        family = table[mention.id].family
        here: Mention | None = mention
        while here is not None and family in _short_forms():
            here = _next_short(text, here, family, found)
            if here is not None:
                found.append(here)
    found += _levels_before(text, mentions)
    for family in sorted({table[mention.id].family for mention in mentions}):
        if family in _codes():
            pattern, ids = _codes()[family]
            found += [Mention(ids[m.group()], *m.span()) for m in pattern.finditer(text)]
    return _longest(found)


def _levels_before(text: str, mentions: list[Mention]) -> list[Mention]:
    """The levels that stand before the bare names of their schemes."""
    found = []
    for mention in mentions:
        entry = certificates()[mention.id]
        if not entry.generic or entry.family not in _short_forms():
            continue
        ids = _short_forms()[entry.family]
        match = _short_before(entry.family).search(text, 0, mention.start)
        if match and match["short"][0].isupper() and _is_of_body(match["subject"], entry):
            found.append(Mention(ids[match["short"].lower()], match.start(), mention.end))
    return found


def _is_of_body(subject: str | None, scheme: Certificate) -> bool:
    """Whether a diploma is in what the body examines: one 'in leadership' is none of the CIPD's."""
    words = (subject or "").lower().split()
    return not words or any(word.startswith(scheme.subjects) for word in words)


def _next_short(text: str, here: Mention, family: str, found: list[Mention]) -> Mention | None:
    ids = _short_forms()[family]
    scheme = certificates()[here.id].generic
    second = (_SCHEME_JOINT, "") if scheme else (_SENTENCE_JOINT, _EXAM_BEHIND)
    for joint, behind in ((_LIST_JOINT, ""), second):
        match = _short_behind(family, joint, behind).match(text, here.end)
        if match:
            start, end = match.span("short")
            if any(m.start < end and start < m.end for m in found):
                return None
            return Mention(ids[match.group("short").lower()], start, end)
    return None


@cache
def _hints() -> Hints:
    # "And" and levels are printed in too many ways ("&", "L3", "Level III") to be looked for.
    return Hints(_entries(), optional={"and", *(f"l{digit}" for digit in range(1, 9))})


def _may_name_one(text: str) -> bool:
    words = words_of(text)
    for table in (_abbreviations(), _abbreviations("with_a_capital")):
        words |= {table[word] for word in words & table.keys()}
    return _hints().any_in(words)


@cache
def _automaton() -> Any:
    """Every spelling in one automaton: " words " -> (length, [(id, loose, capitals)])."""
    automaton = ahocorasick.Automaton()
    for key, values in _entries().items():
        automaton.add_word(f" {key} ", (len(key) + 2, values))
    automaton.make_automaton()
    return automaton


@cache
def _entries() -> dict[str, list[tuple[str, bool, str]]]:
    """The certificates that each spelling stands for: its key -> [(id, loose, capitals)]."""
    entries: dict[str, list[tuple[str, bool, str]]] = {}
    for certificate in certificates().values():
        for loose, spellings in ((False, certificate.aliases), (True, certificate.loose)):
            for spelling in spellings:
                for key in _keys(spelling, certificate):
                    _enter(entries, key, (certificate.id, loose, _capitals(spelling)))
    return entries


def _enter(
    entries: dict[str, list[tuple[str, bool, str]]], key: str, value: tuple[str, bool, str]
) -> None:
    known = entries.setdefault(key, [])
    for identifier, loose, _ in known:
        if identifier == value[0]:
            return
        if loose == value[1]:
            raise CertificateTableError(
                f"certificates: {key!r} is a name of both {identifier} and {value[0]}; keep one"
            )
    known.append(value)
    known.sort(key=lambda item: item[1])


def _keys(spelling: str, certificate: Certificate) -> list[str]:
    """The forms of a spelling: a digit may be printed with or without the word 'level'."""
    words = [token.word for token in _tokens(spelling)]
    keys: list[list[str]] = [[]] if words else []
    has_level = any(character.isdigit() for character in certificate.level)
    for index, word in enumerate(words):
        if len(word) == 1 and word in "12345678" and (index > 0 or has_level):
            options = [f"l{word}"] if index == 0 else [word, f"l{word}"]
        else:
            options = [word]
        keys = [[*key, option] for key in keys for option in options]
    return [" ".join(key) for key in keys]


def _capitals(spelling: str) -> str:
    """The spelling itself where it is a short abbreviation, which must be printed as it is."""
    return spelling if _CAPITALS.fullmatch(spelling) and sum(map(str.isupper, spelling)) > 1 else ""


@cache
def _short_forms() -> dict[str, dict[str, str]]:
    """Per scheme its short forms in lower case, and the ids they stand for."""
    ids: dict[str, dict[str, str]] = {}
    for certificate in certificates().values():
        for form in certificate.short:
            ids.setdefault(certificate.family, {})[form.lower()] = certificate.id
    return ids


@cache
def _any_short(family: str) -> str:
    forms = sorted(_short_forms()[family], key=len, reverse=True)
    return "|".join(re.escape(form) for form in forms)


@cache
def _short_before(family: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w-])(?P<short>{_any_short(family)})(?:{_LEVEL_BEFORE})", re.IGNORECASE
    )


@cache
def _short_behind(family: str, joint: str, behind: str) -> re.Pattern[str]:
    return re.compile(
        rf"{joint}(?:(?:advanced|registered|certified)\s+)?(?P<short>{_any_short(family)})"
        rf"(?![\w-]){behind}",
        re.IGNORECASE,
    )


@cache
def _codes() -> dict[str, tuple[re.Pattern[str], dict[str, str]]]:
    """Per scheme the short forms in capitals ("DSV"), which count anywhere beside its name."""
    ids: dict[str, dict[str, str]] = {}
    for certificate in certificates().values():
        for form in certificate.short:
            if form.isupper() and form.isalpha():
                ids.setdefault(certificate.family, {})[form] = certificate.id
    return {
        family: (regex(rf"\b(?:{'|'.join(sorted(forms))})\b"), forms)
        for family, forms in ids.items()
    }
