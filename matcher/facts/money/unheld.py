"""Whether money is told as another's, as denied, as still to come, or as learnt or written about.

Must not know what the money is. What decides stands before the money with nothing between but a
verb and small words: 'I have never controlled', 'the trust took on', 'from May I shall run',
'a workshop on managing', 'trained three cooks to hold'.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from data.patterns import regex
from matcher.facts.layout.phrases import Hit
from matcher.facts.states import actors

# What an organisation calls itself: what it holds is nobody's own.
BODY = (
    r"(?:association|authority|bank|board|business|charity|client|college|company|council|customer"
    r"|employer|firm|government|group|head\s+office|hospital|ministry|organisation|parent|retailer|school"
    r"|supplier|trust|university)"
)
_BODIES = (
    rf"(?:{BODY}s?|charities|companies|authorities|universities|care\s+homes?|practices?|hotels?"
    r"|shops?|sites?)"
)
_ELSE = rf"(?:{BODY}|{actors.PERSON}|deputy|cousin|daughter|friend|son)"
# From a verb straight to the money: 'never ran out of stock on a budget' denies none.
_STRAIGHT = (
    r"(?:(?!(?:against|at|by|from|I|in(?!\s+charge\b)|me|my|off|out|past|to|under|we|within)\b)"
    r"[\w&£$€'’()/.-]+\s+){0,10}\(?$"
)
_LED_TO = regex(rf"\s*{_STRAIGHT}", re.IGNORECASE)
_BARE = regex(r"\s*(?:(?:an?|any|formal|my|own|such|the)\s+)*$", re.IGNORECASE)
_DENIED = regex(
    rf"(?:(?:\b(?:never|not|nor|yet\s+to)|n['’]t)|\bwithout(?=\s+(?:\w+ly\s+)?\w+ing\b)"
    rf"|\bno\s+(?:experience|history|knowledge|responsibility)\s+(?:for|in|of)(?=\s+(?:\w+ly\s+)?\w+ing\b))\s+(?P<verb>{_STRAIGHT})",
    re.IGNORECASE,
)
# 'Never overspent the £2m budget' denies no budget, nor does 'never late and ran a £2m budget'.
_NO_DENIAL = regex(
    r"\b(?:over(?!se)\w+|under\w+|exceed\w*|miss\w*|los[et]\w*|fail\w*|breach\w*|bl[eo]w\w*|wast\w*|go(?:ne|ing)?|went|only|just|simply"
    r"|once|merely|less|fewer|smaller|below|more|larger|let|allow\w*|drop\w*|slip\w*|alter\w*|chang\w*|cut\w*|reduc\w*|hurt\w*"
    r"|affect\w*|compromis\w*|spen[dt]\w*|set|deliver\w*|balanc\w*|hit\w*|beat\w*|meet\w*|met|afraid|need\w*|help)\b"
    r"|(?<!ed)(?<!ing)(?<!ilt)(?<!set)(?<!run)\s+and\s+(?:\w+ly\s+)?(?:\w+ed|had|held|kept|led|oversaw|ran|run|took)\b",
    re.IGNORECASE,
)
_TO_COME = regex(
    r"(?:\b(?:shall|will)|['’]ll|\b(?:about|aim\w*|aspir\w*|due|eager|expect\w*|going|hop(?:e|es|ed|ing)|intend\w*|keen"
    r"|learning|like|looking|love|planning|ready|scheduled|seek\w*|set|want\w*|wish\w*|would\s+be)\s+(?:soon\s+)?to"
    r"|\b(?:aim|ambition|goal|objective|plan)s?(?:\s*[:–-]|\s+is)\s*to"
    r"|\b(?:look|search|seek|want)\w*\s+(?:for\s+)?an?\s+(?:[\w-]+\s+){0,2}(?:job|position|post|role)(?=\s+\w+ing\b)"
    r"|\b(?:that|where|which)\s+I\s+(?:can|could|may|might|should|would)|\bI\s+(?:could|might|would))\s+"
    rf"(?!(?:bring|offer|add)\b){_STRAIGHT}",
    re.IGNORECASE,
)
_LEARNT = regex(
    r"\b(?:(?:article|blog|book|case\s+stud(?:y|ies)|certificate|class|course|coursework|dissertation|essay|exercise|guide"
    r"|lecture|module|paper|seminar|session|simulation|talk|thesis|training|unit|webinar|workshop)(?:e?s)?\s+"
    rf"(?:about|covering|for|in|of|on)(?=\s+(?:\w+ly\s+)?\w+ing\b)|how\s+(?:to|(?:an?|the)\s+(?:[\w-]+\s+)?[\w-]+))\s+{_STRAIGHT}",
    re.IGNORECASE,
)
# 'Trained new managers to hold', 'recruited a bursar to run': what others are to do.
_OTHERS_TO = regex(
    r"\b(?:advis|appoint|ask|assist|challeng|coach|enabl|encourag|help|hir|mentor|recruit|support|taught|teach|train)\w*\s+"
    r"(?:an?|all|each|every|junior|my|new|other|our|several|some|the|two|three|four|five|six|\d+|[a-z]+s)\s+(?:[\w-]+\s+){0,3}?"
    rf"(?:in(?=\s+(?:\w+ly\s+)?\w+ing\b)|on(?=\s+(?:\w+ly\s+)?\w+ing\b)|to)\s+{_STRAIGHT}",
    re.IGNORECASE,
)
_DID = (
    r"(?:(?:also|had|has|then|\w+ly)\s+){0,2}(?:\w+ed|beat|bore|built|carries|controls|drew|exceeds|grew|ha[ds]|held|hit|holds|is|keeps|kept"
    r"|leads|led|made|manages|met|oversaw|oversees|owns|put|ran|runs|set|sold|spent|took|was|won)\s+"
)
_ELSE_DID = regex(
    rf"(?:^\W*|[.:;,(]\s*|[-–]\s+|\b(?:after|and|because|before|how|that|until|when|while)\s+)(?:(?:another|her|his|my|our|the|this)\s+"
    rf"(?:(?!as\b)[\w-]+\s+){{0,2}}?{_ELSE}|a\s+colleague|head\s+office)\s+{_DID}{_STRAIGHT}",
    re.IGNORECASE,
)
_BODY_THAT = regex(rf"\b{_BODIES},?\s+(?:that|which|who)\s+{_DID}{_STRAIGHT}", re.IGNORECASE)
# 'Head of a school that had': who leads the body holds what it has.
_POST_OF = regex(
    r"\b(?:bursar|chief|director|executive|head|leader|manager|owner|principal)(?:\s+\w+)?\s+(?:at|for|of)\s+(?:[\w-]+\s+)*$",
    re.IGNORECASE,
)
_SOMEBODY = regex(
    r"\b(?:about|alongside|beside|by|for|from|interview\w*|shadow\w*|to|under|with)\s+(?:an?|my|our|the)\s+"
    rf"(?:[\w-]+\s+){{0,2}}?(?!board|council){actors.PERSON}\s+\w+ing\s+{_STRAIGHT}",
    re.IGNORECASE,
)
_MANY_DOING = regex(rf"\s(?=\w+ing\s+{_STRAIGHT})", re.IGNORECASE)
_I_DID = regex(
    r"\s*\)?(?:\s+(?:budget|p&l|a\s+year))?\s*,?\s+(?:(?:that|which)\s+)?I\s+(?!(?:could|hope|shall|want|will|would)\b)",
    re.I,
)


def unheld(text: str, left: int, start: int, end: int, stances: Iterable[Hit]) -> str:
    """Return "denied", "unheld" (another's, to come, learnt about) or "" for money at [start, end).

    Args:
        text: A sentence.
        left: Where the clause begins.
        start: Of the words that name the money.
        end: Behind them.
        stances: The sentence's words of holding and of denial.
    """
    if _I_DID.match(text, end):
        return ""
    clause = text[left:start]
    before = [hit for hit in stances if left <= hit.start and hit.end <= start]
    if _denied(clause, left, before):
        return "denied"
    if any(cue.search(clause) for cue in (_TO_COME, _LEARNT, _OTHERS_TO, _ELSE_DID, _SOMEBODY)):
        return "unheld"
    owned = [hit.end - left for hit in before if hit.name == "owned"]
    body = _BODY_THAT.search(clause)
    if body and not _POST_OF.search(clause, 0, body.start()):
        return "" if any(behind <= body.start() for behind in owned) else "unheld"
    doing = _MANY_DOING.search(clause)
    several = doing is not None and actors.several_with(clause, doing.end())
    return "unheld" if several else ""


def _denied(clause: str, left: int, before: Iterable[Hit]) -> bool:
    found = _DENIED.search(clause)
    if found and not _NO_DENIAL.search(found["verb"]):
        return True
    for hit in before:
        printed = clause[hit.start - left : hit.end - left]
        led_to = _LED_TO if " " in printed else _BARE
        behind = clause[hit.end - left :]
        if hit.name == "denied" and led_to.match(behind) and not _NO_DENIAL.search(behind):
            return True
    return False
