"""Words behind people told of, by which they answer to the person: '28 roll up to me'.

Must not know how many people there are, nor what stands before them. A grammar of a few parts: who
is spoken of ('all of whom'), what they do ('report', 'take their orders'), and the person ('me',
'under my management', 'whom I lead'). Written without a number before it, 'under me' may say that
a place is led; the callers know what was counted.
"""

from __future__ import annotations

import re

from data.patterns import regex

_WHO = (
    r"(?:(?:who|whom|that|which|they|them|these|those|all|both|each|everyone|the|whole|lot|of|and|are|were|"
    r"was|is|being|now|then|ultimately|eventually|currently|directly|formally|once|in|total|"
    r"functionally|have|had|has|also|one\s+way\s+or\s+another)\b[\s,]*){0,7}?"
)
_REPORTING = (
    r"(?:report|answer|roll|feed|work|account|worked|rolled)(?:s|ed|ing)?\s+"
    r"(?:(?:up|in|through|directly|straight|back|only|ultimately|functionally|daily)\s+){0,3}"
    r"(?:(?:in\s?)?to|for|through|under)\s+me\b"
)
_MANAGEMENT = (
    r"(?:management|leadership|command|control|supervision|direction|charge|care|wing|line|"
    r"oversight|responsibility|eye)"
)
_UNDER = (
    rf"(?:(?:under|beneath|below)\s+(?:me\b|my\s+(?:[\w-]+\s+){{0,2}}?{_MANAGEMENT}\b)"
    rf"|(?:in|within|on)\s+my\s+(?:[\w-]+\s+){{0,2}}?(?:charge|care|line|management|span|command|payroll|books|roster|establishment|"
    r"headcount|watch)\b)"
)
_FROM_ME = (
    r"(?:t(?:ook|ake|aking)|had|have|having|got|get|getting|receiv\w+)\s+(?:all\s+)?(?:their\s+)?"
    r"(?:(?:orders|instructions|directions?|appraisals?|reviews?|rotas?|rosters?|shifts|objectives|work|tasks|"
    r"targets|one[\s-]to[\s-]ones?|and|,|leave|annual)\s*){1,5}from\s+me\b"
)
_AS_THEIRS = (
    r"(?:[\w-]+\s+){0,2}?as\s+(?:their|its)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:manager|leader|supervisor|boss|head|foreman|chief)\b"
)
_DONE = (
    r"(?:run|led|managed|line[\s-]managed|tasked|assessed|directed|supervised|controlled|overseen|"
    r"rostered|appraised|commanded|headed|scheduled)"
)
_BY_ME = rf"{_DONE}(?:(?:\s*,\s*|\s+and\s+)(?:\w+)){{0,2}}\s+(?:\w+ly\s+)?by\s+me\b"
_I_LEAD = (
    r"I\s+(?:(?:have|had|currently|then|also|now|directly|ever|personally)\s+)*"
    r"(?:led|lead|manage[ds]?|run|ran|supervised?|oversee|oversaw|overseen|look(?:ed)?\s+after|line[\s-]managed?|command(?:ed)?|"
    r"direct(?:ed)?|control(?:led)?|head(?:ed)?(?:\s+up)?|had\s+charge\s+of|(?:am|was|been)\s+in\s+charge\s+of|had\s+under\s+me|"
    r"(?:am|was|been)\s+(?:responsible|accountable)\s+for)\b"
)
# 'Whose rotas and reviews I did', 'whose day-to-day running I controlled'.
_WHOSE = (
    r"whose\s+(?:[\w-]+[\s,/]+(?:and\s+)?){1,6}?I\s+(?:(?:have|also|personally)\s+)*"
    r"(?:do|did|done|write|wrote|written|set|approved?|sign(?:ed)?\s+off|control(?:led)?|ran|run|managed?|led|lead|"
    r"own(?:ed)?|conduct(?:ed)?|carried\s+out|directed|handled?|plan(?:ned)?)\b"
)
_DUTY = (
    r"(?:(?:shift|duty|annual|weekly|monthly|yearly|daily|performance)\s+)?"
    r"(?:rotas?|rosters?|reviews?|appraisals?|supervision|one[\s-]to[\s-]ones?|workloads?|discipline)"
)
# '... , whose rotas and reviews were my job', 'their rotas falling to me'.
_MY_JOB = (
    rf"(?:whose|their)\s+{_DUTY}(?:(?:,|,?\s+and)\s+{_DUTY}){{0,3}}\s+"
    r"(?:(?:was|were|is|are|being)\s+(?:all\s+|both\s+)?(?:mine\b|my\s+(?:own\s+)?(?:job|task|responsibility|duty|concern|business|work)\b)"
    r"|f(?:ell|all|alling)\s+to\s+me\b|(?:sat|sits)\s+with\s+me\b)(?!\s+to\s)"
)
# What may stand between: where they are, or others who are counted with them.
_BETWEEN = (
    r"(?:\s+(?:in|at|across|from)\s+(?:(?!\b(?:run|managed|led|under)\b)[\w'’&-]++\s*+){1,7}?(?=[,(–-]|\b(?:under|run|managed|led|whose|report))"
    r"|[^.;]{1,80}?[,(–-]\s*(?=(?:all|both|each|everyone|everybody|the\s+(?:whole\s+)?lot|together)\b))?"
)
_ANSWERING = regex(
    rf"{_BETWEEN}\s*[,(–-]?\s*{_WHO}(?:{_REPORTING}|{_UNDER}|{_FROM_ME}|{_BY_ME}|{_WHOSE}|{_MY_JOB}|{_AS_THEIRS})",
    re.IGNORECASE,
)
_AT_ONCE = regex(
    rf"\s*[,(–-]?\s*{_WHO}(?:{_REPORTING}|{_UNDER}|{_FROM_ME}|{_BY_ME}|{_WHOSE}|{_MY_JOB})",
    re.IGNORECASE,
)
# Without a 'whom' a new clause may open: 'among 90 staff, I ran the desk'.
_LED_AS_SUCH = regex(
    rf"\s*,?\s*(?:of\s+)?(?:(?:all|each)\s+(?:of\s+)?)?(?:whom|that|which)\s+{_I_LEAD}"
    rf"|\s+{_I_LEAD}(?=\s*(?:[.,;)]|$))",
    re.IGNORECASE,
)
# 'Eight soldiers, the biggest group I have had charge of', 'the largest team that I have led'.
_MOST = regex(
    r"\s*[,;–(-]?\s*(?:(?:and|which|this|that|it|is|was|remains|still)\s+){0,3}(?:the|my)\s+"
    r"(?:most|(?:largest|biggest)\s+(?:\w+\s+)?(?:team|group|number|crew|unit|staff|headcount|one))\s+"
    rf"(?:that\s+|which\s+|people\s+)*(?:{_I_LEAD}|I\s+(?:have|had|(?:have\s+)?(?:ever\s+)?had))",
    re.IGNORECASE,
)
# 'Recruited 14 clerks in spring and led them until 2024'.
_HIRED = regex(
    r"(?:^|[.;:,]\s+|\bI\s+|\band\s+)(?:hired|recruited|appointed|took\s+on|brought\s+(?:in|on)|inherited|"
    r"onboarded)\s+(?:(?:about|around|some|over|the|all|up\s+to)\s+)*$",
    re.IGNORECASE,
)
_AND_LED = regex(
    r"(?:(?!\b(?:who|whose|while|when|for|on\s+behalf)\b)[^.;]){0,60}?(?:\band|,)\s+(?:(?:then|later|\w+ly)\s+)?"
    r"(?:led|managed|line[\s-]managed|ran|supervised|headed|leading|managing|running|supervising)\s+"
    r"(?:them|all\s+of\s+them)\b(?!\s+(?:to|through|round|around|up|down|in|into|out|on)\b(?!\s+(?:(?:the\s+)?end|\d{4})\b))",
    re.IGNORECASE,
)
_CHEAP = regex(r"\b(?:me|my|I|as\s+(?:their|its))\b", re.IGNORECASE)


def answers_to_me(text: str, end: int) -> bool:
    """Return whether the words right behind ``end`` say that those told of answer to the person."""
    if not _CHEAP.search(text, end, end + 160):
        return False
    return any(words.match(text, end) for words in (_ANSWERING, _LED_AS_SUCH, _MOST))


def answers_at_once(text: str, end: int) -> bool:
    """Return whether such words stand at ``end`` with nothing between: '28 report to me'."""
    near = _CHEAP.search(text, end, end + 80)
    return near is not None and _AT_ONCE.match(text, end) is not None


def hired_and_led(text: str, start: int, end: int) -> bool:
    """Return whether those counted were hired or taught by the person, who then led them."""
    return _AND_LED.match(text, end) is not None and _HIRED.search(text, 0, start) is not None
