"""What a sentence of a role asks about money: a budget, a P&L, contracts or a sales target.

Must not know how a CV answers it, nor whether the sentence asks anything of the person at all.
"""

from __future__ import annotations

import re
from itertools import pairwise

from data.patterns import regex
from matcher.criteria import MoneyScope
from matcher.facts.money.period import period, yearly
from matcher.facts.money.sense import MIGHT, Reading, Sense
from matcher.facts.numbers.numbers import Number, numbers
from matcher.types import Asked, Sentence
from matcher.values import MoneyScopeName

_FULL = regex(
    r"\b(?:full|sole|complete|true|total|end[\s-]to[\s-]end|outright)\s+(?:\w+\s+){0,3}?$",
    re.IGNORECASE,
)
# Working within a budget, and budgets that are a perk or a patient's, ask for none.
_WITHIN_BUDGET = regex(
    r"\b(?:on|within|to|under|over|time and|and on)\s+(?:financial\s+|agreed\s+|set\s+)?budgets?\b",
    re.IGNORECASE,
)
_NO_SCOPE_ASKED = regex(
    r"\b(?:zero[\s-]based|participatory|beyond|gender)\s+budget\w*|\b(?:study\s+leave|personal\s+(?:health\s+|wheel\s?chair\s+)?|relocation)\s+budgets?\b",
    re.IGNORECASE,
)
# One that is offered, unless somebody is to hold it.
_TRAINING = regex(r"\b(?:training|cpd)\s+budgets?\b", re.IGNORECASE)
_TO_HOLD = regex(
    r"\b(?:hold\w*|held|manag\w+|own\w*|run|ran|running|control\w*|responsib\w+)\b", re.IGNORECASE
)
_ASKING_OF_MONEY = regex(
    r"\b(?:manag\w*|own\w*|held|hold\w*|accountab\w*|responsib\w*|control\w*|experience|capabilit\w*|"
    r"run(?:ning)?|ran|oversee\w*|deliver\w*|track\s+record|exposure|lead\w*|led|literacy|commercial\w*|"
    r"stewardship|charge|used\s+to|minimum|level)\b",
    re.IGNORECASE,
)
_CONTRACT = regex(r"\b(?:contracts?|accounts?|tcv|acv|contract\s+value|portfolio)\b", re.IGNORECASE)
_CONTRACT_BUDGET = regex(r"\bcontract\s+budgets?\b", re.IGNORECASE)
# Without an amount only these are asked for; 'spend' and 'costs' may be anybody's.
_PLAIN = regex(
    r"budget|profit|\bp\s?[&+/]?\s?l\b|\bp and l\b|pnl|opex|capex|cost\s+(?:base|cent)|"
    r"financial\s+(?:account|respons)|margin|expenditure",
    re.IGNORECASE,
)
SALES_TARGET = regex(
    r"\b(?:(?:sales|revenue|new\s+business|billing)\s+(?:targets?|quotas?)|quotas?)\b",
    re.IGNORECASE,
)

# Words of having held it that belong to what is asked, before and behind.
_HAVING = (
    r"(?:full|sole|total|annual|an?|the|of|for|with|in|at|to|and|experience|having|holding|held|hold|"
    r"holder\w*|manag\w+|own\w*|run|running|ran|control\w*|oversee\w*|oversight|responsib\w+|accountab\w+|"
    r"deliver\w*|against|carr(?:y|ied|ying)|meet\w*|hit(?:ting)?|exceed\w*|achiev\w+|"
    r"being|not|no|less|than|least|over|up|minimum|excess|or|more|above|greater|higher|plus|worth)"
)
_HAVING_BEFORE = regex(rf"\b(?:{_HAVING}[\s/]+)+$", re.IGNORECASE)
_HAVING_BEHIND = regex(rf"(?:[\s/]+{_HAVING}\b)+", re.IGNORECASE)
# What joins two things belongs to neither: 'a P&L of £9m or a', 'or held a budget'.
_JOINT_BEHIND = regex(r"(?:[\s/]+(?:or|and|an?|the|of|with|at|to|for))*$", re.IGNORECASE)
_JOINT_BEFORE = regex(r"(?:(?:or|and|with|than|at|to|for|of|in|no|not|up)[\s/]+)*", re.IGNORECASE)
# 'Must have managed at least £2m a year': nothing is named, so it is a budget.
_MANAGED = regex(
    r"\b(?:manag\w+|held|hold\w*|controll\w*|own(?:ed|ing)|run(?:ning)?|ran|"
    r"(?:responsib|accountab)\w+\s+for|"
    r"(?:management|control|charge|ownership|stewardship|oversight)\s+(?:of|over))\s+"
    r"(?:(?:at|least|over|up|to|more|than|not|less|a|minimum|of|around|about|upwards|in|excess)\s+)*$",
    re.IGNORECASE,
)
# 'Control of £9m of operating costs': costs are brought down elsewhere, here they are held.
_OF_COSTS = regex(
    r"\s*(?:\+|or\s+(?:more|above|over)|plus)?\s*(?:(?:of|in)\s+)?(?:[a-z]+\s+){0,2}?costs?\b",
    re.IGNORECASE,
)
_NO_NOUN = regex(
    r"\s*(?:\+|or\s+(?:more|above|over)|plus)?\s*(?:per|a|p\.?a\.?|annually|annum|each|every|year|yearly|"
    r"month|monthly|\s)*(?:$|[.;,)])",
    re.IGNORECASE,
)

_ANNUAL = regex(
    r"\b(?:annual\w*|yearly|p\.?a\b|per\s+(?:year|annum)|a\s+year|each\s+year|every\s+year|month\w*)",
    re.IGNORECASE,
)

# What joins two things asked for, each to be shown: 'a budget of £2m together with a P&L'.
_AND_ALSO = regex(
    r"\b(?:together\s+with|as\s+well\s+as|along\s+with|alongside|plus|and\s+also|in\s+addition\s+to"
    r"|coupled\s+with|combined\s+with|who\s+ha(?:s|ve)\s+also"
    r"|and\s+(?:\w+\s+)?(?:experience|evidence|knowledge|understanding)\s+(?:of|in)"
    r"|with\s+(?:\w+\s+){0,2}?(?:experience|evidence|knowledge)\s+(?:of|in))\b",
    re.IGNORECASE,
)
# 'P&L ownership and an annual budget of £4m': a P&L of whatever size, and a budget of that one.
_P_AND_L_WITH_BUDGET = regex(
    r"(?:\bp\s?[&+/]\s?l|\bp and l|\bpnl|profit\s+(?:and|&)\s+loss)\s+"
    r"(?:responsib|account|owner|control)\w*"
    r"(?P<joint>\s+(?:with|and|plus|as\s+well\s+as|including)\s+)(?:an?\s+)?(?:[a-z]+\s+){0,2}budget\s+(?:of|over|above|worth|at)\b",
    re.IGNORECASE,
)
# What joins two sizes of which either will do: 'a P&L of £9m or a cost budget of £4m'.
_OR_ELSE = regex(r"\bor\s+(?:else\s+)?(?!more\b|above\b|over\b)", re.IGNORECASE)
_MEASURED = regex(r"[£$€]\s?\d|\b(?:six|seven|eight|nine)[\s-]figure|\bmulti[\s-]?million", re.I)
# Mentions of money with this many characters between them are asked for apart.
_FAR_APART = 70

# '£2m-plus budgets': as long as what it stands for, so that no offset moves.
_HYPHENED = regex(r"(?<=[\dkmn])-plus\b", re.IGNORECASE)


def ask(sentence: Sentence) -> list[Asked]:
    """Return the money scopes that a sentence of a role asks for.

    One to a stretch of the sentence: ads that lost their bullets run several into one.
    """
    text = _HYPHENED.sub(" plus", sentence.text)
    if not MIGHT.search(text) and not SALES_TARGET.search(text):
        return []
    found = []
    for first, last in _stretches(text):
        asked = _asked_in(text[first:last])
        if asked is not None:
            criterion, start, end = asked
            offset = sentence.start + first
            found.append(Asked(criterion, offset + start, offset + end))
    return found


def _stretches(text: str) -> list[tuple[int, int]]:
    """Cut a text half way between mentions of money that stand far apart."""
    mentions = [(m.start, m.end) for m, _, _ in Reading(text).unsized()]
    mentions += [(n.start, n.end) for n in numbers(text) if n.currency or n.scaled]
    mentions += [m.span() for m in SALES_TARGET.finditer(text)]
    if both := _P_AND_L_WITH_BUDGET.search(text):
        return [(0, both.start("joint")), (both.end("joint"), len(text))]
    cuts, end = [0], None
    ordered = sorted(mentions)
    for at, (start, last) in enumerate(ordered):
        also = _AND_ALSO.search(text, end, start) if end is not None else None
        if end is not None and not also and _MEASURED.search(text, cuts[-1], end):
            either = _OR_ELSE.search(text, end, start)
            named = _PLAIN.search(text, start, last) or _CONTRACT.search(text, start, last)
            sized = at + 1 < len(ordered) and _MEASURED.match(text, ordered[at + 1][0])
            also = either if named and sized else None
        if also:
            cuts.append(also.end())
        elif end is not None and start - end > _FAR_APART:
            cuts.append(text.rfind(" ", 0, (start + end) // 2 + 1) + 1)
        end = max(end or 0, last)
    return list(pairwise([*cuts, len(text)]))


def _asked_in(text: str) -> tuple[MoneyScope, int, int] | None:
    reading = Reading(text)
    sized = [n for n in numbers(text) if n.currency or n.scaled]
    senses = [(number, reading.sense(number, sized)) for number in sized]
    near = [
        (number, sense)
        for number, sense in senses
        if sense.distance < 12 and sense.scope in ("p_and_l", "budget", "contract", "revenue")
    ]
    scopes = {scope for _, scope, _ in reading.unsized()}
    kind = _asked_scope(text, scopes, near)
    if kind is None and not scopes:
        near = [(number, sense) for number, sense in senses if _is_nameless(text, number)]
        kind = "budget" if near else None
    if kind is None:
        return None
    number = near[0][0] if near else None
    criterion = MoneyScope(
        min_amount=_yearly(text, number) if number else None,
        currency=(number.currency if number else None) or "GBP",
        scope=kind,  # type: ignore[arg-type]
        strict=kind == "p_and_l" and _is_strict(reading, scopes),
        annual=kind == "p_and_l" or _ANNUAL.search(text) is not None,
        part="capex" if kind == "budget" and _is_capital(reading) else "",
    )
    return criterion, *_asked_span(text, reading, near)


def _asked_scope(
    text: str, scopes: set[MoneyScopeName], near: list[tuple[Number, Sense]]
) -> str | None:
    if _NO_SCOPE_ASKED.search(text) or (_TRAINING.search(text) and not _TO_HOLD.search(text)):
        return None
    if SALES_TARGET.search(text):
        return "sales_target"
    if near and _CONTRACT_BUDGET.search(text):
        return "contract_value"
    if scopes:
        # Either does where both are named, and a budget is the wider of the two.
        asked = near or (
            _PLAIN.search(text)
            and _ASKING_OF_MONEY.search(text)
            and not _WITHIN_BUDGET.search(text)
        )
        return ("budget" if "budget" in scopes else "p_and_l") if asked else None
    if near and _CONTRACT.search(text):
        return "contract_value"
    return None


def _is_nameless(text: str, number: Number) -> bool:
    """Whether an amount is managed, and no word says what it is the size of, or 'costs' alone."""
    managed = number.currency and _MANAGED.search(text, 0, number.start)
    return bool(managed and (_NO_NOUN.match(text, number.end) or is_of_costs(text, number)))


def is_of_costs(text: str, number: Number) -> bool:
    """Return whether an amount is of costs that are asked to be held, not to be cut."""
    managed = _MANAGED.search(text, 0, number.start)
    return managed is not None and _OF_COSTS.match(text, number.end) is not None


def _asked_span(text: str, reading: Reading, near: list[tuple[Number, Sense]]) -> tuple[int, int]:
    """The words from the first measuring word or amount to the last, those of having it too."""
    spans = [(m.start, m.end) for m, _, _ in reading.unsized()]
    spans += [(s.start, s.end) for _, s in near]
    spans += [m.span() for m in SALES_TARGET.finditer(text)]
    start, end = min(start for start, _ in spans), max(end for _, end in spans)
    before, behind = _HAVING_BEFORE.search(text, 0, start), _HAVING_BEHIND.match(text, end)
    first = _JOINT_BEFORE.match(text, before.start()).end() if before else start  # type: ignore[union-attr]
    last = behind.end() - len(_JOINT_BEHIND.search(behind[0])[0]) if behind else end  # type: ignore[index]
    return min(first, start), last


def _is_strict(reading: Reading, scopes: set[MoneyScopeName]) -> bool:
    if "budget" in scopes:
        return False
    return any(_FULL.search(reading.text, 0, m.start) for m, _, _ in reading.unsized())


def _is_capital(reading: Reading) -> bool:
    """Whether capital alone is asked: what runs a service does not stand in for it."""
    parts = {part for _, part in reading.held_parts()}
    return parts == {"capex"}


def _yearly(text: str, number: Number) -> float:
    per, years = period(text, number)
    return yearly(number.low, per, years)
