"""Whether a thing is told as wished for: 'aiming for a budget of £3m', 'seeking a team of 20'.

Must not know what the thing is. What a person hopes for next has not been held.
"""

from __future__ import annotations

import re

from data.patterns import regex

_NEXT = r"(?:role|post|position|job|step|move|challenge|appointment|opportunity)"
# Goals that are set for others are no wish of one's own.
_AIMS = (
    r"(?:ambitions?|aspirations?)(?:\s+(?:is|are|to|of|for)\b|\s*[:–-])"
    r"|(?:career|my|personal|long[\s-]term)\s+(?:goals?|objectives?)\s+(?:is|are|to|of)\b"
)
_WISH = regex(
    rf"\b(?:aim(?:s|ing)?\s+(?:for|to|at)|aim\s+is|aspir(?:es?|ing|ations?)\s+(?:to|for)|hop(?:e|es|ing)\s+(?:to|for)"
    r"|keen\s+(?:to|on|for)|eager\s+(?:to|for)"
    r"|want(?:s|ed|ing)?\s+(?:to|an?|more)\b|wish(?:es|ing)?\s+(?:to|for)|would\b(?!\s+have)"
    r"|dream\w*\s+of|longing\s+to|expect(?:ing)?\s+to|my\s+name\s+down\s+(?:to|for)|fanc(?:y|ied)"
    r"|next\s+(?:year|month|spring|summer|autumn|winter)\s+I|my\s+plans?\s*(?::|is|are|to)"
    r"|seek(?:s|ing)?(?:\s*:|\s+(?:an?|to|new|further|more|larger|bigger|another|the|my)\b)"
    r"|(?:turned\s+down|declined|refused)\s+(?:an?|the)\s+(?:\w+\s+)?(?:offer|chance|role|post"
    r"|job)|(?:^|[.;:,]\s*)(?:now\s+|currently\s+)?seek(?:s|ing)?"
    r"|look(?:ing)?\s+(?:for|to|forward)|ready\s+(?:now\s+)?(?:for|to)|in\s+search\s+of|open\s+to"
    r"|interested\s+in|prepar(?:ed|ing)\s+(?:for|to)"
    # Not had, or not yet: 'applied to manage', 'could run a team'.
    r"|(?:^|[.;,\n]\s*|\bI\s+(?:have\s+|also\s+)?)(?:could|can|will|shall|appl(?:y|ied|ying)\s+(?:to|for\s+(?:an?|the)))\b"
    r"|short-?listed\s+(?:to|for)|(?<!was )(?<!were )(?<!been )able\s+to|capable\s+of"
    r"|(?:willing|happy|glad|content|skills|qualified|equipped)\s+to|due\s+to\s+(?:take|start|become)\b"
    rf"|(?:for|in|is)\s+my\s+next\s+{_NEXT}|next\s+{_NEXT}\s*[:,–-])|\b(?:{_AIMS})"
    r"|(?:^|[.;|\n]\s*)(?:(?:career|personal|my)\s+)?(?:goals?|objectives?|aims?)\s*[:–-]",
    re.IGNORECASE,
)
# Where the wish leads straight to what is counted, by a verb of leading or holding and small words,
# or by a post, 'reporting to me' is wished for as well. 'Seeking savings across a team' wishes for
# no team.
_SMALL = (
    r"(?:an?|the|my|own|first|new|next|larger|bigger|greater|more|another|further|full|whole|direct|senior|permanent"
    r"|up|to|at|least|over|about|around|some|than|of|with|for|in|into|towards?|be|take|taking|on|have|having|responsible"
    r"|responsibility|accountability|charge|budgets?|teams?|department|staff|people|step|forward|now|one\s+day|soon)"
)
_LEADS = (
    r"(?:lead|manag|run|head|hold|own|control|supervis|oversee|build|grow|develop|direct|command|look\s+after)"
    r"(?:s|ing|e|ning|ement|ership)?"
)
_STRAIGHT = regex(rf"\W*(?:(?:{_SMALL}|{_LEADS})\b\W*)*", re.IGNORECASE)
_A_POST = regex(
    rf"\b(?:{_NEXT}|director|head|leader|leadership|manager|management|managerial|supervisor|work|jobs|roles|posts)\b",
    re.IGNORECASE,
)
# Behind these the wish is over, or what is told is the person's own already.
_OVER = regex(
    r"[.;|\n]|,\s+(?:I|we|while|but|having|and|which|then)\b"
    r"|\b(?:but|while|whereas|having|after|because|since|I|I['’]ve|my|our|who|currently"
    r"|already|held|holding|managed|ran|led|owned|controlled|beyond|than)\b",
    re.IGNORECASE,
)
_HOLDING_NEXT = regex(
    rf"\b(?:an?|another|the)\s+(?:[\w-]+\s+){{0,2}}{_NEXT}\s+holding\b", re.IGNORECASE
)
# What is the person's own already, said behind it: 'a team of 12 under me'.
_MINE = regex(
    r"[^.;|\n]{0,60}?\b(?:under\s+(?:me|my)\b|(?:report\w*|answer\w*|accountable)\s+to\s+me\b"
    r"|(?:which|that|whom)\s+I\s+(?!(?:want|hope|seek|aim|would|could|might|can)\b)"
    r"|(?:led|run|managed|held|owned|controlled)\s+by\s+me\b|in\s+my\s+(?:charge|control|care))",
    re.IGNORECASE,
)
# 'A £3m budget is what I want next', 'was offered a team of 40 but declined'.
_BEHIND = regex(
    r"\s*(?:budget|p&l|team)?\s*(?:is|being)?\s*,?\s*(?:(?:what|which)\s+I\s+(?:now\s+)?(?:want"
    rf"|hope|seek|aim|would\s+like)|(?:in\s+)?my\s+next\s+{_NEXT}|next\b"
    r"|my\s+(?:aim|goal|ambition))\b"
    r"|[^.;|\n]{0,30}?\b(?:turned\s+(?:it|this|that)\s+down|but\s+(?:I\s+)?(?:declined|refused|said\s+no)|declined\s+(?:it|this))\b",
    re.IGNORECASE,
)
_HINT = regex(
    r"dream|long|expect|name|fanc|plan|appl|listed|able|happy|glad|content|could|can|will|shall"
    r"|skill|quali|equip|due|declin|refus|said|turned|aim|aspir|ambit|goal|objectiv|hop|keen"
    r"|eager|want|wish|would|seek|look|ready|search|open|interest|prepar|next",
    re.I,
)
# How far before the thing the wish may be said.
_REACH = 110


def wished(text: str, start: int, end: int) -> bool:
    """Return whether what stands at ``[start, end)`` is only wished for."""
    if not _HINT.search(text, max(0, start - _REACH), end + _REACH):
        return False
    if _BEHIND.match(text, end):
        return True
    found = list(_WISH.finditer(text, max(0, start - _REACH), start))
    if not found:
        return False
    between = _HOLDING_NEXT.sub(" ", text[found[-1].end() : start])
    if _OVER.search(between):
        return False
    of_next = _STRAIGHT.fullmatch(between) or _A_POST.search(between)
    return bool(of_next) or _MINE.match(text, end) is None
