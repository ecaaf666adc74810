"""Parts told in the sentence behind the whole: 'Our budget was £6m. A third of it was mine'.

Must not know what an amount measures. The whole is somebody else's once a part of it is told as the
person's, or as another's: 'half of it went on pay' says neither.
"""

from __future__ import annotations

import re
from dataclasses import replace

from data.patterns import regex
from matcher.facts.money.shares import ABOUT, FRACTION, HELD_SCOPES, HOLDING, share_told
from matcher.facts.numbers.numbers import Number, amounts
from matcher.facts.states.actors import names_another
from matcher.types import Fact, Outline
from matcher.values import Money

_IT = (
    r"(?:it|that|this|which|(?:the|that|this)\s+(?:sum|total|money|amount|budget|whole|figure|pot))"
)
_SUM = r"[£$€]\s?\d[\d,.]*\s?(?:k|m|bn|million|thousand)?"
_MINE = (
    r"(?:is|was|were|being|sat|sits|lay|came)\s+(?:\w+ly\s+)?(?:mine\b|my\s+own\b|my\s+responsibility|under\s+me\b|with\s+me\b|to\s+me\b"
    r"|in\s+my\s+(?:hands|charge|control|name)|delegated\s+to\s+me|held\s+by\s+me)"
)
_MY_VERB = rf"I\s+(?:\w+ly\s+)?{HOLDING}"
# 'A third of it', 'half of that, £2m,', 'of that, £2m'.
_PART = regex(
    rf"\W*{ABOUT}(?:{FRACTION}\s+of\s+{_IT}\b|of\s+{_IT},?\s+{ABOUT}{_SUM}|{_SUM}\s+of\s+{_IT}\b)",
    re.IGNORECASE,
)
_WAS_MINE = regex(
    rf"(?:[\s,(–-]+(?:or\s+)?{_SUM}[\s,)–-]*)?(?:[\s,]+[\w-]+){{0,3}}?[\s,]+(?:{_MINE}|{_MY_VERB})",
    re.IGNORECASE,
)
# 'I held half of it', 'of that I ran a tenth'.
_I_HELD = regex(
    rf"\W*(?:of\s+{_IT},?\s+)?{_MY_VERB}\s+{ABOUT}{FRACTION}(?=\s+of\s+{_IT}\b|\s*(?:[.,;]|$))",
    re.IGNORECASE,
)
_SAT = regex(
    r"\b(?:sat|sits|stayed|remained|rested|lay|was|belong\w*|went|delegated|held|run|managed)\b",
    re.I,
)
# A whole told as the person's own stays so, whatever becomes of a part of it.
_OWN = regex(
    r"\b(?:I|my|mine|me|held|holder|ran|run|managed?|managing|controlled|owned|responsib\w+|account\w+)\b",
    re.IGNORECASE,
)
_ANOTHERS_VERB = regex(r"\b(?:held|run|managed|controlled|kept)\s+by\s+(?!me\b)", re.IGNORECASE)
# 'Half of it was never mine', 'could have been mine', 'I hoped to hold half of it'.
_NOT_MINE = regex(
    r"[^.;]{0,30}\b(?:not|never|could|should|would|might|nearly|almost|theory|paper|name\s+only)\b[^.;]{0,40}",
    re.IGNORECASE,
)
_WISHED = regex(
    rf"\W*I\s+(?:had\s+)?(?:wanted|hoped|wished|asked|applied|bid|tried|was\s+promised)\b[^.;]{{0,40}}?{FRACTION}\s+of\s+{_IT}\b",
    re.IGNORECASE,
)
_CHEAP = regex(r"\bof\s+(?:it|that|this|which|the)\b|\bI\b", re.IGNORECASE)
# Whose the larger amount beside a limit is: 'up to £9k; department budget £2m'.
_BODYS_BUDGET = regex(
    r"\W*(?:(?:the|our|its|total|whole|overall)\s+)*(?:department|service|division|directorate|unit|site|team|school|ward|group"
    r"|company|trust|programme|section)(?:['’]s|al)?\s+(?:\w+\s+)?budget\b(?![^.;]*\b(?:I|me|my|mine|held|managed|owned)\b)",
    re.IGNORECASE,
)


def part_behind(cv: Outline, index: int, before: list[Fact]) -> tuple[Fact, Fact | None] | None:
    """Return the whole as somebody else's and the part that is the person's, or None.

    Args:
        cv: The document.
        index: Of the sentence that may tell of a part.
        before: The facts of the sentences before, of which the last may be the whole.
    """
    sentence = cv.sentences[index]
    if not index or not before or not _CHEAP.search(sentence.text):
        return None
    whole = before[-1]
    value = whole.value
    if not isinstance(value, Money) or value.scope not in HELD_SCOPES or not value.amount:
        return None
    if whole.start < cv.sentences[index - 1].start or whole.position != sentence.position:
        return None
    if _OWN.search(_ANOTHERS_VERB.sub(" ", cv.sentences[index - 1].text)):
        return None
    part = _PART.match(sentence.text)
    held = _I_HELD.match(sentence.text)
    others = replace(whole, value=replace(value, owned=False))
    if _WISHED.match(sentence.text) or (part and _NOT_MINE.match(sentence.text, part.end())):
        return others, None
    if part is None and held is None:
        return None
    mine = held or (part and _WAS_MINE.match(sentence.text, part.end()))
    if not mine:
        anothers = names_another(sentence.text) and _SAT.search(sentence.text)
        return (others, None) if anothers else None
    told = amounts(sentence.text[: mine.end()])
    share = share_told(part or held)  # type: ignore[arg-type]
    amount = told[0].low if told else value.amount * share if share else None
    if amount is None or amount >= value.amount:
        return None
    own = replace(value, amount=amount, upper=None, part="delegated", owned=True)
    start, end = sentence.start, sentence.start + mine.end()
    return others, replace(whole, value=own, start=start, end=end, quote=cv.text[start:end])


def beside_limit(
    cv: Outline, index: int, before: list[Fact], sized: list[tuple[Number, Fact]]
) -> list[tuple[Number, Fact]]:
    """Return the amounts of a sentence, the department's somebody else's right behind a limit.

    A limit is what was delegated: who may sign for £9k holds that, and not the whole.
    """
    sentence = cv.sentences[index]
    last = before[-1] if before else None
    if last is None or not isinstance(last.value, Money) or last.value.part != "delegated":
        return sized
    apart = last.position != sentence.position or cv.text[last.end : sentence.start].strip(" ;.,")
    if apart or not _BODYS_BUDGET.match(sentence.text):
        return sized
    return [
        (number, replace(fact, value=replace(fact.value, owned=False)))
        if isinstance(fact.value, Money)
        else (number, fact)
        for number, fact in sized
    ]
