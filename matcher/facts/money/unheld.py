"""Whether money is told as another's, as denied, as still to come, or as learnt or written about.

Must not know what the money is. What decides stands before the money with nothing between but a
verb and small words: 'I have never controlled', 'the trust took on', 'from May I shall run',
'a workshop on managing', 'trained three cooks to hold'.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from data.knowledge.money import money_words
from data.patterns import regex
from matcher.facts.layout.phrases import Hit, Phrases
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
    r"(?:(?!(?:against|at|by|from|I|in(?!\s+charge\b)|me|my|off|out|past|(?<!work\s)(?<!worked\s)(?<!working\s)to|under|we|within)\b)"
    r"(?:[\w&£$€'’()/.-]|,(?=\d))+\s+){0,10}\(?$"
)
_LED_TO = regex(rf"\s*{_STRAIGHT}", re.IGNORECASE)
_BARE = regex(r"\s*(?:(?:an?|any|formal|my|own|such|the)\s+)*$", re.IGNORECASE)
_DENIED = regex(
    rf"(?:(?:\b(?:never|not|nor|neither|yet\s+to|at\s+no\s+(?:point|stage|time)|(?:nobody|no[\s-]one)(?:\s+\w+){{1,3}}\s+me)|n['’]t)"
    r"(?:\s+once)?(?:\s+(?:(?:asked|called\s+(?:up)?on|expected|get|got|had|required"
    r"|trusted)\s+to|(?:am|did|had|have|was)\s+I|(?:claim|correct|say|true)(?:\s+that)?\s+I))?"
    r"|\bwithout(?=\s+(?:\w+ly\s+)?\w+ing\b)"
    r"|\b(?:no\s+|lack\w*\s+(?:any\s+)?)(?:experience|history|knowledge|responsibility)\s+(?:for"
    rf"|in|of)(?=\s+(?:\w+ly\s+)?\w+ing\b))\s+(?P<verb>{_STRAIGHT})",
    re.IGNORECASE,
)
# 'Never overspent the £2m budget' denies no budget, nor does 'never late and ran a £2m budget'.
_NO_DENIAL = regex(
    r"\b(?:over(?!s[ae])\w+|under\w+|exceed\w*|miss\w*|los[et]\w*|fail\w*|breach\w*|bl[eo]w\w*|wast\w*|go(?:ne|ing)?|went|only|just|simply"
    r"|merely|less|fewer|smaller|below|more|larger|let|allow\w*|drop\w*|slip\w*|alter\w*|chang\w*|cut\w*|reduc\w*|hurt\w*"
    r"|affect\w*|compromis\w*|spen(?:t|d\w*)(?!\s*(?:budget|$))|set|deliver\w*|balanc\w*|hit\w*|beat\w*|meet\w*|met|afraid|need\w*|help)\b"
    r"|(?<!ed)(?<!ing)(?<!ilt)(?<!set)(?<!run)\s+and\s+(?:\w+ly\s+)?(?:\w+ed|had|held|kept|led|oversaw|ran|run|took)\b",
    re.IGNORECASE,
)
_TO_COME = regex(
    r"(?:\b(?:shall|will)|['’]ll|\b(?:about|aim\w*|aspir\w*|due|eager|expect\w*|going|hop(?:e|es|ed|ing)|intend\w*|keen"
    r"|learning|like|looking|love|planning|ready|scheduled|seek\w*|set|want\w*|wish\w*|would\s+be)\s+(?:soon\s+)?to"
    r"|\b(?:aim|ambition|dream|goal|hope|objective|plan|step|wish)s?(?:\s+for\s+me)?(?:\s*[:–-]"
    r"|\s+(?:is|would\s+be))(?:\s*to|(?=\s+\w+ing\b))"
    r"|\bin\s+line\s+to|\bI\s+want(?!\s+to\b)|\b(?:could|might|should|would)\s+(?:now\s+)?have"
    r"|(?<!the\s)\b(?:next\s+(?:autumn|month|spring|summer|week|winter|year)"
    r"|in\s+the\s+new\s+year|someday)\b[^.;]{0,20}?|[’']d\s+relish"
    r"|\b(?:almost|nearly)(?=\s+(?:got|held|ran|run|\w+ed)\b)"
    r"|\b(?:interested\s+in|keen\s+on|open\s+to)(?=\s+\w+ing\b)"
    r"|\b(?:accepted|been\s+offered|declined|rejected|refused|turned\s+down"
    r"|shortlisted\s+for)\s+(?:an?|the)\s+[^.;]{1,60}?(?:\s+to|(?=\s+\w+ing\b))"
    r"|\b(?:look|search|seek|want)\w*\s+(?:for\s+)?an?\s+(?:[\w-]+\s+){0,2}(?:job|position|post"
    r"|role)(?=\s+\w+ing\b)|\b(?:that|where|which)\s+I\s+(?:can|could|may|might|should|would)"
    r"|\bI\s+(?:could|might|would))\s+"
    rf"(?!(?:bring|offer|add)\b){_STRAIGHT}",
    re.IGNORECASE,
)
_LEARNT = regex(
    r"\b(?:how\s+(?:an?\s+|the\s+)?(?!I\b|my\b|to\b|we\b)(?:[\w-]+\s+)?[\w-]+"
    r"|(?:course|degree|diploma|syllabus)\s+(?:covered|included|taught)"
    r"|discussed(?=\s+\w+ing\b)|(?:(?:business|computer|training)\s+game|class(?:room)?\s+exercise|role[\s-]?play|simulation|case\s+study"
    rf"|(?:college|course|school|university)\s+(?:assignment|project))\b[^.;]{{0,30}}?\b(?:I|we|who))\s+{_STRAIGHT}",
    re.IGNORECASE,
)
# 'To hold', 'of holding': the word before says whether it was done.
_TO_HOLD = regex(
    r"\b(?:(?P<to>to)\s+(?:\w+ly\s+|\w+\s+and\s+)?(?:achieve|answer|be|beat|carry|control|deliver"
    r"|direct|exceed|handle|have|head|hit|hold|lead|look|manage|meet|oversee|own|run|steer|take"
    r"|work)|(?:about|at|for|from|in|into|of|on|than|to|towards?)\s+(?:\w+ly\s+|\w+ing\s+and\s+)?"
    r"(?:achiev|answer|be|beat|carry|controll|deliver|direct|exceed|handl|hav|head|hitt|hold|lead|look|manag|meet|oversee|own|runn"
    rf"|steer|tak|work)ing)\s+{_STRAIGHT}",
    re.IGNORECASE,
)
_DONE_BEHIND = {name: Phrases({name: words}) for name, words in money_words().done_behind.items()}
# 'Recruited a bursar to run', but 'used the ledger to run'.
_OBJECT = regex(r"(?<!used)\s+(?:an?|my|new|other|our|several|some|the|three|two)\b", re.I)
_DID = (
    r"(?:(?:also|had|has|then|\w+ly)\s+){0,2}(?:\w+ed|beat|been|bore|built|carries|controls|drew"
    r"|exceeds|grew|ha[ds]|held|hit|holds|is|keeps|kept"
    r"|leads|led|made|manages|met|oversaw|oversees|owns|put|ran|runs?|set|sold|spent|took|was|won)\s+"
)
_ELSE_DID = regex(
    rf"(?:^\W*|[.:;,(]\s*|[-–]\s+|\b(?:after|and|because|before|how|that|until|when|while)\s+)(?:(?:another|her|his|my|our|the|this)\s+"
    rf"(?:(?!as\b)[\w-]+\s+){{0,2}}?(?:{_ELSE}|{actors.PERSON}(?:,[^.,;]{{1,30}})?,)"
    rf"|(?:a\s+)?colleagues?|head\s+office|(?:every|some)(?:body|one)(?:\s+\w+){{1,2}}?|dad|mum"
    rf"|(?:mr|mrs|ms|miss|dr)\.?\s+[\w-]+)\s+{_DID}{_STRAIGHT}"
    # Only people and bodies run things: 'the brewery ran', but 'the post held'.
    r"|(?:^\W*|[.:;,(]\s*)(?:our|the)\s+(?:(?!(?:and|I|job|position|post|role|team|that|which|who|with|work)\b)[\w-]+\s+){1,3}?"
    rf"(?:answered|controlled|looked|managed|oversaw|owned|ran|was\s+(?:accountable|in\s+charge|responsible))\s+{_STRAIGHT}",
    re.IGNORECASE,
)
_BODY_THAT = regex(
    rf"\b(?:{_BODIES}|(?:alongside|at|beside|for|in|to|under"
    rf"|with)\s+(?:(?!as\b)[\w-]+\s+){{0,3}}?(?!(?:experience|job|position|post|role"
    r"|years?)\b)[\w-]+"
    rf"|(?!years\b)[a-z]+(?:ers|ors|ants|ates|ists)|people),?\s+(?:that|which|who)\s+{_DID}{_STRAIGHT}",
    re.IGNORECASE,
)
# 'Head of a school that had': who leads the body holds what it has.
_POST_OF = regex(
    r"\b(?:bursar|chief|director|executive|head|leader|manager|owner|principal)(?:\s+\w+)?\s+(?:at|for|of)\s+(?:[\w-]+\s+)*$",
    re.IGNORECASE,
)
_SOMEBODY = regex(
    r"\b(?:about|alongside|beside|by|for|from|interview\w*|shadow\w*|to|under|with)\s+(?:an?|my|our|the)\s+"
    rf"(?:[\w-]+\s+){{0,2}}?(?!board|council)(?:{actors.PERSON}|crew|people|staff|team)\s+\w+ing\s+{_STRAIGHT}"
    rf"|\bthe\s+(?:gentleman|lady|man|people|person|woman)\s+\w+ing\s+{_STRAIGHT}",
    re.IGNORECASE,
)
_GAINED = regex(r"\b(?:beat|deliver|exceed|hit|me?et)\w*", re.IGNORECASE)
_MANY_DOING = regex(rf"\s(?=\w+ing\s+{_STRAIGHT})", re.IGNORECASE)
_I_DID = regex(
    r"\s*\)?(?:\s+(?:budget|p&l|a\s+year))?\s*,?\s+(?:(?:that|which)\s+)?I\s+(?!(?:could|hope|just|only|shall|want|will|would)\b)",
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
    if text.startswith(("which ", "who "), left):  # what is told of stands before the comma
        left = max(text.rfind(mark, 0, left) for mark in ".;\n") + 1
    clause = text[left:start]
    before = [hit for hit in stances if left <= hit.start and hit.end <= start]
    goal = re.search(r"quota|target", text[start:end], re.I) is not None
    if _denied(clause, left, before, goal=goal):
        return "denied"
    if any(cue.search(clause) for cue in (_TO_COME, _LEARNT, _ELSE_DID, _SOMEBODY)):
        return "unheld"
    if _only_to_hold(clause):
        return "unheld"
    owned = [hit.end - left for hit in before if hit.name == "owned"]
    body = _BODY_THAT.search(clause)
    if body and not _POST_OF.search(clause, 0, body.start()):
        return "" if any(behind <= body.start() for behind in owned) else "unheld"
    doing = _MANY_DOING.search(clause)
    several = doing is not None and actors.several_with(clause, doing.end())
    return "unheld" if several else ""


def _denied(clause: str, left: int, before: Iterable[Hit], *, goal: bool) -> bool:
    found = _DENIED.search(clause)
    verb = _GAINED.sub(" ", found["verb"]) if found and goal else found and found["verb"]
    if verb and not _NO_DENIAL.search(verb):
        return True
    for hit in before:
        printed = clause[hit.start - left : hit.end - left]
        led_to = _LED_TO if " " in printed else _BARE
        behind = clause[hit.end - left :]
        if hit.name == "denied" and led_to.match(behind) and not _NO_DENIAL.search(behind):
            return True
    return False


def _only_to_hold(clause: str) -> bool:
    """Whether holding is only spoken of: 'the offer to run', 'lectured on running'."""
    found = _TO_HOLD.search(clause)
    if found is None:
        return False
    words = clause[: found.start()].split()
    said = " ".join(words[-4:] if found["to"] else words)
    hits = _DONE_BEHIND["to" if found["to"] else "ing"].find(said)
    done = [hit for hit in hits if not (found["to"] and _OBJECT.match(said, hit.end))]
    return bool(said) and (not done or bool(_DONE_BEHIND["not_done"].find(said)))
