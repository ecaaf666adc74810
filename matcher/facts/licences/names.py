"""Licences named in a text: by name, by the categories printed on them, by 'full licence' alone.

Must not know who holds a licence, nor whether a CV or a role is read.
"""

from __future__ import annotations

import re
from functools import cache

from data.knowledge.licences import licences
from data.patterns import regex
from matcher.facts.layout.phrases import Hit, Phrases
from matcher.types import Sentence

_NEAR = 35
_CAR = regex(
    r"\bpoints\b|\b(?:own|use of a|access to a) (?:car|vehicle)\b|\bcar\b|\bUK\b", re.IGNORECASE
)
_AND = regex(r"\s*(?:,|/|&|\+|\band\b)\s*")
_PLURAL = regex(r"licen[cs]es$", re.IGNORECASE)
_LONE = regex(
    r"\b(?:full|clean|valid)(?![\w, ]*(?:alcohol|enterprise|personal|premises|product|site|"
    r"software|trade|user)\b)[\w, ]{0,20}\blicen[cs]e\b(?P<closes>\s*(?:$|[.,;:()&+]|"
    r"(?:and|since|with|for(?= (?:\d|an?\b|cars?\b|over\b|more\b|the past))|held|plus)\b))?"
    r"|\blicen[cs]e\b(?=\s+(?:with|has|carries)\s+(?:\w+\s+)?(?:penalty\s+)?points\b)",
    re.IGNORECASE,
)
# 'Full licence, cars and HGV'.
_HEAVIER = {"HGV": "HGV", "LGV": "HGV", "PCV": "PCV", "PSV": "PCV", "minibus": "minibus"}
_VEHICLES = regex(rf"\b(?:{'|'.join(_HEAVIER)})\b")
# "Category C+E", "Categories: B, C1, C", "Entitlements B and BE".
_CODE = r"(?-i:\b(?:A|B|C1|D1|C|D)(?:\s?\+?\s?E)?(?![\w-]))"
_CATEGORIES = regex(
    r"\b(?:categor(?:y|ies)|cats?\.?|entitlements?|licen[cs]e (?:to|for) class(?:es)?|DVLA"
    r"|(?:driving\s+)?licen[cs]es?(?:\s+held)?(?=\s*[:–-])|(?:full|driving|UK|clean)\s+licen[cs]e(?=\s+[A-D]))"
    rf"\s*[:\-–]?\s*(?:categor(?:y|ies)\s+)?(?P<codes>{_CODE}"
    rf"(?:\s*(?:\([A-Z]{{3}}\)\s*)?(?:,|/|&|\band\b)\s*{_CODE})*)",
    re.IGNORECASE,
)
# 'Category A failings', 'category C prison': letters that grade other things.
_ON_A_LICENCE = regex(
    r"licen[cs]e|driv|entitle|DVLA|HGV|LGV|PCV|PSV|CPC|lorr|coach|minibus|truck|\bE\b|C1|D1|\bclass\s[12]\b",
    re.I,
)
HINT = regex(
    r"licen[cs]e|driv|\bSIA\b|HGV|LGV|PCV|forklift|FLT|\bC\+E\b|supervisor|ATPL|PPL|categor|"
    r"\bcat\b|entitle|DVLA|badge|counterbalance|\bD1\b|\breach\b|\bclass\s|fork\s?lift|APLH",
    re.I,
)


@cache
def _names() -> Phrases:
    return Phrases({kind.name: kind.words for kind in licences().kinds.values()})


@cache
def _row_words() -> Phrases:
    return Phrases({"held": licences().driving["row_words"]})


def licences_named(sentence: Sentence) -> list[Hit]:
    """Return the licences named, in order; a row labelled 'Driving' names one by 'full' alone."""
    text = sentence.text
    hits = [hit for hit in _names().find(text) if not _is_plural(text, hit)]
    coded = [
        hit
        for hit in _by_category(text)
        if all(hit.end <= other.start or hit.start >= other.end for other in hits)
    ]
    if hits or coded:
        told = [each for hit in hits for each in (*_before(text, hit), *_members(text, hit))]
        return sorted([*told, *coded], key=lambda hit: hit.start)
    if sentence.label.strip().lower() in licences().driving["row_labels"]:
        return [Hit("driving", h.start, h.end) for h in _row_words().find(text)[:1]]
    lone = _LONE.search(text)
    if lone and (lone["closes"] is not None or _CAR.search(text)):
        end = lone.start("closes") if lone["closes"] is not None else lone.end()
        heavier = [Hit(_HEAVIER[m.group()], *m.span()) for m in _VEHICLES.finditer(text, end)]
        return [Hit("driving", lone.start(), end), *heavier[:1]]
    return []


@cache
def _beside() -> dict[str, Phrases]:
    """For each sort of licences, the words that say which of its members is meant."""
    kinds = licences().kinds
    return {
        sort.name: Phrases({name: kinds[name].beside for name in sort.any_of if kinds[name].beside})
        for sort in kinds.values()
        if any(kinds[name].beside for name in sort.any_of)
    }


def _members(text: str, hit: Hit) -> list[Hit]:
    """'SIA licence (CCTV)' names a member of a sort; 'SIA licence' alone the sort."""
    beside = _beside().get(hit.name)
    if beside is None:
        return [hit]
    low, high = max(0, hit.start - _NEAR), hit.end + _NEAR
    told = [each for each in beside.find(text, low, high) if _joined(text, hit, each)]
    return [
        Hit(each.name, min(hit.start, each.start), max(hit.end, each.end)) for each in told
    ] or [hit]


def _before(text: str, hit: Hit) -> list[Hit]:
    """Return what shares the word 'licence' with a member named behind it ('A and B licence')."""
    kinds = licences().kinds
    return [
        Hit(each.name, each.start, hit.end)
        for sort, beside in _beside().items()
        if hit.name in kinds[sort].any_of
        for each in beside.find(text, max(0, hit.start - _NEAR), hit.start)
        if _AND.fullmatch(text, each.end, hit.start)
    ]


def _joined(text: str, hit: Hit, other: Hit) -> bool:
    """Whether no clause ends between a sort and the word that says which member it is."""
    first, last = sorted((hit, other), key=lambda each: each.start)
    return not re.search(r"[.;\n]", text[first.end : max(first.end, last.start)])


def _is_plural(text: str, hit: Hit) -> bool:
    """'Driving licences' are other people's, but for two licences in one phrase."""
    words = text[hit.start : hit.end]
    return _PLURAL.search(words) is not None and " and " not in words


def _by_category(text: str) -> list[Hit]:
    found: list[Hit] = []
    for match in _CATEGORIES.finditer(text):
        alone = match.group() == text.strip(" .")
        if not alone and not _ON_A_LICENCE.search(text):
            continue
        for code in re.finditer(_CODE, match["codes"]):
            name = licences().categories.get(re.sub(r"\s", "", code.group()).upper())
            start = match.start("codes") + code.start()
            if name is not None and not any(hit.name == name for hit in found):
                found.append(Hit(name, start, start + len(code.group())))
    return found
