"""Finds the names of clearances in a text: levels, ladders, and abbreviations where words allow.

Must not know whose clearance it is, nor its state. An abbreviation such as SC counts only beside a
word that shows a clearance, which 'customs clearance' is not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from data.knowledge.clearances import clearances
from data.patterns import regex
from matcher.facts.credentials.meant import spelt_out
from matcher.facts.layout.phrases import Phrases
from matcher.facts.states.cues import clause_of
from matcher.types import Sentence

# What a row 'Clearance: none' is about.
UNNAMED = "any"
_HINT = regex(
    r"clear|vet|\be(?:SC|DV)\b|\bS\.?C\b|\bD\.?V\b|BPSS|CTC|NPPV|DBS|CRB|disclos|PVG|NATO|secret|"
    r"criminal rec|counter[\s-]terror|Access\s?NI|baseline",
    re.IGNORECASE,
)
# 'DV camcorders', 'SC connectors': an article of trade of the same letters.
_ARTICLE = regex(
    r"[\s-]*(?:cam\b|camcorders?|cameras?|tapes?|cassettes?|decks?|recorders?|footage|formats?|players?|video\w*"
    r"|connectors?|fib(?:re|er)s?|plugs?|adaptors?|adapters?|sockets?|engines?|pumps?|dealers?)\b",
    re.IGNORECASE,
)
# What may stand beside an abbreviation that makes up a line: 'DV (2023)'.
_DATED = regex(r"[\s\d().,:;/–-]")
_JOINTS = regex(r"\b(?:or|and|either|both|above|higher|better|live|current|active)\b|[+&]", re.I)
_BARRING = regex(r"\b(?:barring|check|security|standard|police|personnel|protecti\w+)\b", re.I)
_NEAR = 25
_LONG_ENOUGH = 3
_NONE = regex(
    r"\b(?:no|any|without)\s+(?P<what>clearances?)\b(?!\s+(?:sales?|rates?|process))", re.IGNORECASE
)
_LABEL = regex(r"(?:security |national security )?(?:clearances?|vetting)(?: level| held)?", re.I)
TAIL = regex(
    r"\s*(?:clearance|cleared|vetted|vetting|check(?:ed)?|status|level|certificate|"
    r"disclosure)?[\s)]*",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A level or a ladder named at ``[start, end)``."""

    name: str
    start: int
    end: int


@cache
def _names() -> Phrases:
    return Phrases({name: found for name, found in clearances().names.items() if found})


@cache
def _shorts() -> re.Pattern[str]:
    spellings = [s for each in clearances().short.values() for s in each]
    body = "|".join(re.escape(s) for s in sorted(spellings, key=len, reverse=True))
    # Not "SC Freight": a capitalised name that goes on is a company, not a level.
    return re.compile(
        rf"(?<![\w&.])(?:{body})(?![\w&])(?!\s(?!Clear|Level|Vett|Security|And\b|Or\b)[A-Z][a-z])"
    )


@cache
def _by_short() -> dict[str, str]:
    levels = [name for name in clearances().short if name.isupper() and name.isalpha()]
    spelt = {short: name for name, each in clearances().short.items() for short in each}
    return spelt | {level: level for level in levels}


@cache
def _labelled() -> re.Pattern[str]:
    levels = "|".join(name for name in _by_short() if name.isupper() and name.isalpha())
    return re.compile(
        r"(?:(?:^|[.;,|\n(]\s*|\bsecurity\s+)(?:clearances?|vetting)(?:\s+(?:level|status|held))?"
        r"\s*(?:[:=–—(-]|is\b)|\bcleared\s+(?:up\s+)?(?:to|at)\b)\s*"
        rf"(?:(?:current(?:ly)?|valid|live|active)\s+)?(?P<short>{levels.lower()})\b(?![/&])",
        re.IGNORECASE,
    )


def _plain(text: str) -> list[re.Match[str]]:
    """Return the short names in lower case behind a label: 'clearance - sc, granted in 2024'."""
    return [one for one in _labelled().finditer(text) if one["short"].islower()]


@cache
def _frame() -> Phrases:
    table = clearances()
    return Phrases({"frame": table.frame, "not": table.frame_not})


def mentions_in(sentence: Sentence) -> list[Mention]:
    """Return the clearances that a sentence names, in order; `UNNAMED` where it names none."""
    text = sentence.text
    if not _HINT.search(text):
        return []
    frame = _frame().find(text)
    taken = [(hit.start, hit.end) for hit in frame if hit.name == "not"]
    found = [
        Mention(_graded(text, hit.name, hit.start, hit.end), hit.start, hit.end)
        for hit in _names().find(text)
    ]
    if not found and _LABEL.fullmatch(sentence.label.strip()):
        found.append(Mention(UNNAMED, 0, len(sentence.label)))
    by_short = _by_short()
    for match in _shorts().finditer(text):
        if _ARTICLE.match(text, match.end()):
            continue
        near = any(
            hit.name == "frame"
            and hit.start < match.end() + _NEAR
            and hit.end > match.start() - _NEAR
            and not (hit.start <= match.start() and match.end() <= hit.end)
            for hit in frame
        )
        alone = not _DATED.sub("", _shorts().sub("", _JOINTS.sub(" ", text)))
        if near or alone or re.search(r"clear|vet|security", sentence.label, re.IGNORECASE):
            found.append(Mention(by_short[match.group()], *match.span()))
    if not found and (none := _NONE.search(text)):
        found.append(Mention(UNNAMED, *none.span("what")))
    found = [m for m in found if not _is_miscased(text, m) and not _is_spelt_otherwise(text, m)]
    found += [Mention(by_short[m["short"].upper()], *m.span("short")) for m in _plain(text)]
    whole = [m for m in found if not any(a < m.end and m.start < b for a, b in taken)]
    return _spelt_twice(text, _most_telling(whole))


def _spelt_twice(text: str, found: list[Mention]) -> list[Mention]:
    """Take 'Security Check (SC)' for one mention: what goes on behind it speaks of both."""
    kept: list[Mention] = []
    for mention in found:
        before = kept[-1] if kept else None
        if before and before.name == mention.name and text[before.end : mention.start] == " (":
            end = mention.end + text.startswith(")", mention.end)
            kept[-1] = Mention(before.name, before.start, end)
        else:
            kept.append(mention)
    return kept


def _is_spelt_otherwise(text: str, mention: Mention) -> bool:
    """Whether letters are spelt out beside them as something else: a society, a senior clerk."""
    words = spelt_out(text, mention.start, mention.end)
    return bool(words) and _HINT.search(f"{words} {_BARRING.sub('clear', words)}") is None


def _is_miscased(text: str, mention: Mention) -> bool:
    """'BPsS' is a society, 'dv' nothing: a short name without a space must be in capitals.

    Four letters in lower case are enough, and fewer beside a word for the level ('enhanced dbs').
    """
    printed = text[mention.start : mention.end]
    graded = any(mention.name in each.grades.values() for each in clearances().ladders.values())
    if printed.islower() and (len(printed) > _LONG_ENOUGH or graded):
        return False
    return len(printed) <= 5 and printed.isalpha() and not printed.isupper() and printed[0] != "e"


def _graded(text: str, name: str, start: int, end: int) -> str:
    """Return the level that a word beside a ladder's name gives ('enhanced DBS'), or the ladder."""
    ladder = clearances().ladders.get(name)
    if ladder is None:
        return name
    low, high = clause_of(text, start, end)
    around = text[max(low, start - _NEAR) : start] + " " + text[end : end + _NEAR]
    around = text[max(0, start - _NEAR) : start] + text[end:high] if not around.strip() else around
    for word, level in ladder.grades.items():
        if re.search(rf"\b{word}\b", around, re.IGNORECASE):
            return level
    return name


def _most_telling(found: list[Mention]) -> list[Mention]:
    """Keep the longest of overlapping mentions, and no bare ladder beside a level of it."""
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.start - m.end, m.start)):
        if all(mention.end <= k.start or mention.start >= k.end for k in kept):
            kept.append(mention)
    ladders = clearances().ladders
    told = {k.name for k in kept if k.name not in ladders}
    kept = [k for k in kept if k.name not in ladders or not told & set(ladders[k.name].levels)]
    return sorted(kept, key=lambda m: m.start)


@cache
def eligible_words() -> Phrases:
    """Return what says that somebody is eligible for a clearance."""
    return Phrases({"eligible": clearances().eligible})
