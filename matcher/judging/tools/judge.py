"""Judges whether a person has used a product, technology or method, and how deeply.

Must not know how tools are found in a text. A part shows the whole (S/4HANA is SAP), the office
suite shows its everyday members, and where the role accepts something similar a product of the
same family does. What is only known of, learnt without a date or named in an advert shows nothing.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from data.knowledge.tools import LEVELS, Product, by_spelling, products, tool_words, wider
from data.patterns import regex
from matcher.criteria import ToolUsed
from matcher.facts.layout.phrases import Phrases
from matcher.facts.tools.products import families
from matcher.judging.context import Context
from matcher.judging.evidence.evidence import either, in_its_sentence
from matcher.judging.evidence.wording import with_article
from matcher.judging.tools import named as tool_named
from matcher.types import Candidate, Evidence, Fact, Outcome, Status, Verdict
from matcher.values import Tool

_VERSION = regex(r"\s+v?\d[\w./]*(?:\s(?:R2|SP\d))?$", re.IGNORECASE)
# A suite that is known whole: who names it has used its everyday members.
_WHOLE_SUITES = frozenset({"Microsoft Office", "Google Workspace", "Adobe Creative Suite"})
_DEPTH_FEATURES = "excel_features"
_ENOUGH = {"expert": ("expert", "advanced"), "advanced": ("expert", "advanced")}
_NEVER_USED = (
    r"\b(?:never\s+(?:used|worked\s+(?:with|on|in)|touched|opened|seen)"
    r"|not\s+(?:used|worked\s+(?:with|on|in))|no\s+(?:experience|knowledge|use)\s+(?:of|with|in))\s+"
)
_KIND = regex(r"\s+(?:PMS|CRM|ERP|system|software|platform|tool)$", re.IGNORECASE)
_SHORTEST = 3
# Below what 'a confident user' asks; of somebody who names no level it is not known.
_LITTLE = ("basic", "aware")
_MIDDLE = ("proficient", "intermediate")
_SHORT = ("intermediate", "basic", "aware")


def judge(criterion: ToolUsed, candidate: Candidate, context: Context) -> Verdict:
    """Judge one group of alternative tools.

    Args:
        criterion: The names, any one of which does, with depth and whether a peer does.
        candidate: Whose tool facts are looked at.
        context: Not needed; judges share one signature.

    Returns:
        Met where one is shown (to the depth asked), partly where it is being learnt with a date
        or the depth is near, not met where the CV denies it or claims a lower level.
    """
    del context
    asked = [(name, _resolve(name)) for name in criterion.any_of]
    facts = candidate.of(Tool)
    answering = [fact for fact in facts if _answers(fact, asked, similar=criterion.or_similar)]
    known = [product for _, product in asked if product]
    held = [fact for fact in answering if fact.status is Status.HELD and _level(fact) != "aware"]
    if held:
        return _deep_enough(criterion, candidate, held, known)
    unlisted = tool_named.shown(candidate, _as_printed(asked))
    if unlisted is not None:
        return Verdict(Outcome.MET, f"The CV names {either(criterion.any_of)}.", (unlisted,))
    return _without_use(criterion, candidate, answering)


@lru_cache(maxsize=4096)
def _resolve(name: str) -> Product | None:
    spelling = " ".join(name.split()).lower()
    return by_spelling().get(spelling) or by_spelling().get(_VERSION.sub("", spelling))


def _answers(fact: Fact, asked: list[tuple[str, Product | None]], *, similar: bool) -> bool:
    assert isinstance(fact.value, Tool)
    product = products().get(fact.value.id)
    if product is None:
        family = _family_of(fact.value.name) if fact.status is Status.DENIED else None
        if family and any(
            _family_of(name) == family or (wanted and wanted.family == family)
            for name, wanted in asked
        ):
            return True
        return any(fact.value.name.lower() == name.lower() for name, _ in asked)
    chain = wider(product.name)
    for name, wanted in asked:
        if wanted is None:
            if _family_of(name) == product.family and fact.status is Status.HELD:
                return True
            continue
        if name.lower() == product.vendor.lower() and fact.status is Status.HELD:
            # Who asks for 'Oracle' has not said which of its products.
            return True
        if fact.status is Status.DENIED and product.name in wider(wanted.name):
            # Who has never used the whole has not used its parts.
            return True
        if wanted.name in chain:
            # A denied part does not deny the whole.
            return fact.status is not Status.DENIED or wanted.name == product.name
        if product.name in _WHOLE_SUITES and product.name in wider(wanted.name)[1:]:
            return wanted.family != _DEPTH_FEATURES or fact.status is Status.DENIED
        if similar and wanted.family == product.family and fact.status is Status.HELD:
            return True
    return False


@lru_cache(maxsize=4096)
def _family_of(name: str) -> str | None:
    hits = families().find(name)
    return hits[0].name if hits else None


def _level(fact: Fact) -> str:
    assert isinstance(fact.value, Tool)
    return fact.value.level


def _deep_enough(
    criterion: ToolUsed, candidate: Candidate, held: list[Fact], known: list[Product]
) -> Verdict:
    best = min(held, key=lambda fact: (_rank(fact), fact.bare, fact.start))
    name, evidence = _name(best), (in_its_sentence(candidate, best),)
    able = criterion.level in _MIDDLE and any(_level(fact) not in _LITTLE for fact in held)
    if not criterion.level or able:
        return Verdict(Outcome.MET, f"The CV shows use of {name}.", evidence)
    deep = next((fact for fact in held if _is_deep(criterion, candidate, fact, known)), None)
    if deep is not None:
        evidence = (in_its_sentence(candidate, deep),)
        return Verdict(Outcome.MET, f"The CV shows {name} used in depth.", evidence)
    if all(_level(fact) in _SHORT for fact in held):
        shown = _level(best)
        reason = f"The CV puts {name} at {shown} level, below the {criterion.level} level asked."
        return Verdict(Outcome.NOT_MET, reason, evidence)
    reason = f"The CV shows use of {name}, but not at what level."
    return Verdict(Outcome.NOT_STATED, reason, evidence, _depth_question(name))


def _rank(fact: Fact) -> int:
    level = _level(fact)
    return LEVELS.index(level) if level else LEVELS.index("proficient")


def _is_deep(criterion: ToolUsed, candidate: Candidate, fact: Fact, known: list[Product]) -> bool:
    if _level(fact) in _ENOUGH.get(criterion.level, ()):
        return True
    if _level(fact) in _SHORT:
        return False
    assert isinstance(fact.value, Tool)
    product = products().get(fact.value.id)
    if product and product.family == _DEPTH_FEATURES and product not in known:
        return True
    words = in_its_sentence(candidate, fact).quote
    return not fact.bare and bool(_deep().find(words))


@cache
def _deep() -> Phrases:
    return Phrases({"deep": tool_words().deep})


def _as_printed(asked: list[tuple[str, Product | None]]) -> list[str]:
    """Names to look for as printed: those that the table does not know, and kinds of tools."""
    kinds = any(tool_named.is_kind(name) for name, _ in asked)
    return [name for name, product in asked if product is None or kinds]


def _without_use(criterion: ToolUsed, candidate: Candidate, answering: list[Fact]) -> Verdict:
    asked = either([with_article(name) for name in criterion.any_of])
    denied = [fact for fact in answering if fact.status is Status.DENIED]
    short = [fact for fact in answering if fact.status is Status.HELD]
    dated = [f for f in answering if f.status is Status.IN_PROGRESS and f.when]
    if dated:
        evidence = (in_its_sentence(candidate, dated[0]),)
        reason = f"The CV shows {_name(dated[0])} being learnt, with a date, but not yet used."
        return Verdict(Outcome.PARTLY, reason, evidence, _question(asked))
    if denied and _all_denied(criterion, denied):
        evidence = (in_its_sentence(candidate, denied[0]),)
        return Verdict(Outcome.NOT_MET, f"The CV says that {asked} has not been used.", evidence)
    if short and criterion.level:
        reason = f"The CV shows that {_name(short[0])} is only known of, not used in depth."
        return Verdict(Outcome.NOT_MET, reason, (in_its_sentence(candidate, short[0]),))
    for name in criterion.any_of:
        if tool_named.is_kind(name) and (never := tool_named.denied(candidate, name)):
            reason = f"The CV says that {with_article(name)} has not been used."
            return Verdict(Outcome.NOT_MET, reason, (never,))
    if never := _never_used(candidate, criterion.any_of):
        return Verdict(Outcome.NOT_MET, f"The CV says that {asked} has not been used.", (never,))
    reason = f"The CV does not show use of {asked}."
    return Verdict(Outcome.NOT_STATED, reason, question=_question(asked))


def _never_used(candidate: Candidate, names: tuple[str, ...]) -> Evidence | None:
    """Find that none of some products was used, where the table knows none of them."""
    found = []
    for name in names:
        bare = _KIND.sub("", name)
        if len(bare) < _SHORTEST or bare not in candidate.text:
            return None
        if _family_of(name) and _resolve(name) is None:
            return None
        printed = re.compile(rf"{_NEVER_USED}(?-i:{re.escape(bare)})(?!\w)", re.IGNORECASE)
        match = printed.search(candidate.text)
        if match is None:
            return None
        found.append(Evidence(match.start(), match.end(), match.group()))
    return found[0] if found else None


def _all_denied(criterion: ToolUsed, denied: list[Fact]) -> bool:
    """Whether each of the alternatives is denied, by its name or as a member of the whole."""
    if len({_id(fact) for fact in denied}) >= len(criterion.any_of):
        return True
    return all(
        any(_answers(fact, [(name, _resolve(name))], similar=False) for fact in denied)
        for name in criterion.any_of
    )


def _id(fact: Fact) -> str:
    assert isinstance(fact.value, Tool)
    return fact.value.id or fact.value.name


def _name(fact: Fact) -> str:
    assert isinstance(fact.value, Tool)
    return " ".join(fact.value.name.split())


def _question(asked: str) -> str:
    return f"Have you used {asked}, where, and for what?"


def _depth_question(name: str) -> str:
    return f"How deeply have you worked with {name}: what did you set up or build in it yourself?"
