"""Reads the clearances that a role asks for.

Must not know which clearance covers which.
"""

from __future__ import annotations

import re

from data.patterns import regex
from matcher.criteria import ClearanceHeld
from matcher.facts.clearance.names import TAIL, UNNAMED, Mention, eligible_words, mentions_in
from matcher.facts.layout.quoting import asked_in
from matcher.types import Asked, Sentence

# Who pays for a check asks nothing of the person.
_COST = regex(r"\b(?:free|paid|cost|costs|charges?|fees?|levies|refund\w*|reimburs\w*)\b", re.I)
_CHECKED = regex(r"\b(?:subject to|undergo|undertake|required? (?:to|for)|requires?|hold)\b", re.I)
_OR = regex(r"\s*(?:,|/|\bor\b|,\s*or|\(|\)|-|formerly|previously)\s*(?:an?\s)?", re.IGNORECASE)


def ask(sentence: Sentence) -> list[Asked]:
    """Return the clearances that a sentence of a role asks for; alternatives are one ask."""
    mentions = [mention for mention in mentions_in(sentence) if mention.name != UNNAMED]
    text = sentence.text
    if not mentions or (_COST.search(text) and not _CHECKED.search(text)):
        return []
    eligible = bool(eligible_words().find(text)) and not re.search(
        r"\bcurrent|\balready\b|\bhold\b", text, re.I
    )
    groups: list[list[Mention]] = []
    for mention in mentions:
        if groups and _are_alternatives(text[groups[-1][-1].end : mention.start]):
            groups[-1].append(mention)
        elif not groups or mention.name not in {m.name for m in groups[-1]}:
            groups.append([mention])
    return [
        asked_in(
            sentence,
            ClearanceHeld(tuple(dict.fromkeys(m.name for m in group)), eligible),
            group[0].start,
            TAIL.match(text, group[-1].end).end(),  # type: ignore[union-attr]
        )
        for group in groups
    ]


def _are_alternatives(gap: str) -> bool:
    words = re.sub(
        r"\b(?:clearance|cleared|vetting|check|level|the|service|known|as)\b", " ", gap, flags=re.I
    )
    return _OR.fullmatch(words.strip()) is not None or bool(re.search(r"\bor\b", words, re.I))
