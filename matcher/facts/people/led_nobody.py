"""Statements that the person led nobody, or nobody who leads others.

Must not know what else a CV shows; whoever judges weighs a denial against it. Each pattern joins a
word that denies, a word for leading or reporting, and whoever would have been led.
"""

from __future__ import annotations

import re

from data.knowledge.people import people_words
from data.patterns import regex
from matcher.facts.layout.phrases import Phrases

LEADERS = r"(?:managers|leaders|supervisors|leads|heads|chiefs|foremen|superintendents)"
_DENIED = Phrases({"denied": people_words().stances["denied"]})
_MAY_DENY = regex(
    r"\b(?:no|not|never|neither|nor|nobody|none|non|without|zero|nil|yet|only|individual|personal|"
    r"alone|lack|lone|sole|stand\s?alone|declin\w+|refus\w+|avoid\w+|turned|stayed|steered|kept|clear|rather|instead|0|n/a)\b|n['’]t\b",
    re.IGNORECASE,
)
# No boundary stands before the 'n't' of 'haven't'.
_NEVER = (
    r"(?:\b(?:never|not|nor|neither)|n['’]t)\s+"
    r"(?:(?:yet|ever|once|so\s+far|formally|actually|personally|knowingly)\s+)*"
)
_NOBODY = (
    r"(?:nobody|no[\s-]one|not\s+a\s+soul|no\s+(?:staff|people|person|employees?|colleagues?))"
)
_ANYBODY = (
    r"(?:anyone|anybody|"
    r"(?:any\s+|other\s+)+(?:staff|people|colleagues|employees|others)|a\s+soul|somebody|someone|staff|people|others)"
)
_OF_LEADING = (
    r"(?:(?:line|people|staff|team|personnel)[\s-])?"
    r"(?:management|managerial|supervisory|leadership)"
)
_POSTS = r"(?:posts?|roles?|jobs?|positions?|capacity|duties|responsibilit(?:y|ies))"
_LED = (
    r"(?:line[\s-])?(?:manag(?:e|ed|ing)|led|lead|leading|run|ran|supervis(?:e|ed|ing)|(?:been\s+)?(?:in\s+charge\s+of|responsible\s+for)|"
    r"had\s+(?:charge|line\s+management|responsibility)\s+(?:of|for))"
)
# What makes a denial one of more people than were led: 'never managed a team of fifty'.
_NO_MORE_TOLD = (
    r"(?!\s+(?:in\b(?!\s+(?:any|my|all|either|these|those)\b)|(?:of|over|above|larger|bigger|outside|abroad|with|other|overseas|"
    r"remotely|who|that|without|more)\b|\d))"
)
# 'No direct or indirect reports', 'without any formal line-management duties'.
_NO_REPORTS = (
    r"(?:\b(?:no|zero|nil|without|nobody|no\s+one|never\s+(?:had|have|held))|(?:\bnot|n['’]t)\s+(?:yet\s+)?(?:had|have|hold|held|got))"
    r"\s+(?:(?:any|direct|indirect|line|or|and|nor|formal|people|staff|matrix|own|permanent|subordinate|of\s+my\s+own|"
    r"supervisory|a|[/,])[\s/-]*){0,5}"
    r"(?:reports|reportees|subordinates|line[\s-]management|people[\s-]management|team\s+(?:of\s+my\s+own|to\s+manage)|"
    r"staff\s+(?:of\s+my\s+own|to\s+manage|under\s+me|reporting|responsibilit\w+)|supervisory\s+(?:dut|respons|experience)\w*|"
    r"managerial\s+(?:dut|respons|experience)\w*)\b"
)
_NONE_LED = regex(
    "|".join(
        [
            _NO_REPORTS,
            # 'I have never had anyone report to me', 'not had staff under me'.
            rf"{_NEVER}(?:had|have|has)\s+{_ANYBODY}\s+(?:who\s+)?(?:\w+\s+)?(?:report|work|answer)\w*\s+(?:in\s?)?(?:to|for|under)\b",
            rf"{_NEVER}(?:had|have|has)\s+{_ANYBODY}\s+under\s+me\b",
            # 'No one under me', 'at no time did I have staff', 'I had no team'.
            rf"\b{_NOBODY}\s+(?:is\s+|was\s+|were\s+)?(?:under|below|beneath)\s+me\b",
            r"\bat\s+no\s+(?:time|point|stage)\s+(?:did|have|had|was|were)\s+I\s+(?:[\w-]+\s+){0,2}?"
            r"(?:staff|reports|a\s+team|people|anyone|anybody)\b",
            r"\bI\s+(?:have\s+|had\s+|hold\s+|held\s+|run\s+|lead\s+)+no\s+(?:staff|team|reports|people|crew)\b(?!\s+(?:in|at|on|who|that|outside|abroad))",
            r"\bno\s+(?:staff|team|reports|crew|people)\s+of\s+(?:my|his|her|its)\s+own\b",
            r"^\W*(?:staff|teams?|reports|people)\s*:\s*(?:0(?!\.?\d)|none|nil|zero)\b",
            r"\b(?:no|zero)\s+(?:employees|headcount)\b|\b(?:have\s+)?yet\s+to\s+(?:manage|lead|supervise)\s+(?:anyone|anybody|people|staff|a\s+team)\b",
            # 'Nobody has ever reported to me'.
            rf"\b{_NOBODY}\s+(?:(?:has|have|had|ever|yet|directly|formally|at\s+any\s+point)\s+)*(?:report|answer|work)\w*\s+"
            r"(?:directly\s+)?(?:in\s?)?(?:to|for|under)\s+me\b",
            # 'Never managed anybody', 'have not led a team'.
            rf"{_NEVER}(?:\w+\s+(?:or|nor|and)\s+)?{_LED}\s+(?:{_ANYBODY}|(?:a\s+|any\s+)?teams?)\b{_NO_MORE_TOLD}",
            rf"{_NEVER}(?:been|become|acted\s+as|worked\s+as)?\s*(?:an?\s+)?(?:line|people|staff|team)\s+(?:manager|leader|supervisor)\b",
            rf"(?:{_NEVER}been\s+|\b(?:was|am)\s+never\s+)(?:an?(?:\s+supervisor\s+or)?\s+|any(?:one|body)['’]s\s+)(?:manager|supervisor|boss)\b{_NO_MORE_TOLD}",
            # 'Never been in a supervisory role', 'no management experience', 'no team leadership'.
            rf"{_NEVER}(?:been\s+in|held|had|worked\s+in|have)\s+(?:(?:an?|any|formal)\s+)*{_OF_LEADING}\s+(?:{_POSTS}|experience)\b{_NO_MORE_TOLD}",
            rf"\b(?:no|without(?:\s+any)?)\s+(?:(?:formal|previous|prior|staff|people)\s+)*{_OF_LEADING}\s+(?:{_POSTS}|experience)\b{_NO_MORE_TOLD}",
            r"\bno\s+(?:people|staff|team)[\s-](?:management|leadership|supervision)\b",
            # 'None of my jobs involved managing staff', 'my work has never involved supervising'.
            rf"(?:{_NEVER}|\bnone\s+of\s+my\s+(?:\w+\s+){{1,2}}?(?:(?:has|have|had|ever)\s+)*)(?:involv|includ|carr|requir|entail|meant|c[ao]me\s+with)\w*\s+"
            rf"(?:(?:any|the|formal)\s+)*(?:{_LED}\s+(?:{_ANYBODY}|teams?)|(?:line|people|staff)[\s-]management|direct\s+reports|staff(?=\W*$)|management\s+of\s+{_ANYBODY})\b{_NO_MORE_TOLD}",
            # 'Line management: none', 'Direct reports: 0'.
            r"^\W*(?:[\w-]+\s+){0,3}?(?:reports|line[\s-]management(?:\s+experience)?|people[\s-]management|line\s+reports|staff\s+(?:managed|led)|people\s+(?:managed|led)|"
            r"headcount|team\s+(?:size|led|managed)|supervisory\s+(?:duties|responsibilit\w+))\s*[:=–-]\s*(?:0(?!\.?\d)|none|nil|n/?a|zero|nobody|no\s?one|no)\b",
            # 'No experience of managing people', 'not had the chance to lead a team'.
            r"(?:\b(?:no|without(?:\s+any)?|lack)|(?:\bnot|n['’]t)\s+(?:have|had|got)\s+any)\s+(?:(?!(?:only|just|more|less|further)\b)[\w-]+\s+){0,2}?experience\s+"
            r"(?:(?:of|in|with|at)\s+)?(?:managing|leading|supervising|line[\s-]manag\w+|people\s+management|team\s+leadership)\b",
            rf"{_NEVER}(?:had|been\s+given|got|have)\s+(?:the|a|an|any)?\s*(?:chance|opportunity|occasion|need|call|cause)\s+to\s+(?:line[\s-])?(?:manage|lead|supervise)\b",
            r"\b(?:lead|leads|led|manage[ds]?|supervise[ds]?)\s+(?:nobody|no[\s-]one|no\s+(?:staff|people|team))\b",
            # 'I manage systems rather than people', 'my post has no staff', 'no formal line role'.
            r"\b(?:manag|led\b|lead\b|run\b|ran\b)\w*\s+[^.;]{0,30}?(?:not|never|rather\s+than|instead\s+of)\s+(?:people|staff|teams?)\b",
            r"\b(?:roles?|posts?|jobs?|positions?)\s+(?:has|had|have|carries|carried|came\s+with|with)\s+no\s+(?:staff|reports|team|people)\b",
            r"\bno\s+(?:formal\s+)?line\s+(?:role|responsibilit\w+|dut\w+)\b",
            # 'I have turned down management', 'stayed clear of managing people'.
            r"\b(?:turned\s+down|declined|refused|avoided|(?:stayed|steered|kept|keep|stay)\s+(?:well\s+)?(?:clear|away|out)\s+(?:of|from))\s+"
            r"(?:[\w-]+\s+){0,4}?(?:people\s+management|line\s+management|managing\s+people|manage\s+people|manage\s+staff|"
            r"managing\s+staff|lead\s+(?:a\s+)?teams?|lead\s+people|management\s+(?:roles?|posts?|twice|more\s+than\s+once))\b",
        ]
    ),
    re.IGNORECASE,
)
# Beside a field of work these are enough: who had no team has not led in it.
_NOT_IN_CHARGE = regex(
    r"\b(?:no|without)\s+(?:staff|team|people|crew)\b"
    rf"|{_NEVER}(?:had|have|led|lead|managed?|held|supervised?)\s+(?:\w+\s+){{0,2}}"
    r"(?:reports|staff|teams?|people|others|shifts?|crews?|sections?|line\s+management)\b"
    rf"|{_NEVER}(?:been\s+)?an?\s+(?:\w+\s+)?(?:manager|supervisor|leader)\b"
    r"|\bno\s+(?:line[\s-]+)?(?:management|managerial|leadership|supervisory)\s+(?:experience|posts?|roles?|jobs?|duties)\b"
    r"|\bsole\s+(?:practitioner|contributor)\b",
    re.IGNORECASE,
)
_AT_LARGE = regex(_NO_MORE_TOLD, re.IGNORECASE)
# Of earlier posts it says nothing.
_NOT_AT_LARGE = regex(
    r"\b(?:current|currently|now|until|till|at\s+present|at\s+the\s+moment|today)\b", re.IGNORECASE
)
_OF_THEIR_OWN = (
    r"(?:staff|reports?|teams?|people|anyone|"
    r"anybody|others|line|direct|subordinates|crews?|personnel)"
)
_A_LEADER = (
    r"(?:(?:team|shift|line|section|people)[\s-])?(?:managers?|supervisors?|leaders?|team[\s-]leads?|heads?|foreman|"
    r"foremen|superintendents?)"
)
_SOME = (
    r"(?:(?:had|have|has|been|with|includ\w+|contain\w*|count\w*|number\w*|an?|any|other|single|there|"
    r"was|were|is|are)\s+)*"
)
# Those led, whoever they are: 'my reports', 'the people under me', 'them'.
_THOSE_LED = (
    r"(?:them\b|whom\b|(?:my|those|these|the|our)\s+(?:[\w-]+\s+){0,2}?(?:reports|reportees|teams?|staff|people|line|crews?|"
    r"group|department|section|unit|subordinates|directs)\b)"
)
_HAD = r"(?:had|has|have|with|having|manag\w+|led|leads?|supervis\w+|ran|runs?|carried|carry|held)"
_NO_LEADERS = regex(
    "|".join(
        [
            # 'None of them had staff of their own', 'no one with reports of their own'.
            r"\b(?:none|neither|nobody|no[\s-]one|not\s+one|no\s+(?:report|reports|member))\b(?!\s+of\s+(?:which|the\s+sites|my\s+(?:\w+\s+)?(?:jobs|roles|posts|positions|work)))"
            rf"(?:\s+[\w-]+){{0,5}}?\s+{_HAD}(?:\s+[\w-]+){{0,3}}?\s+{_OF_THEIR_OWN}\b",
            # 'I have not managed managers', 'clerks, never other managers'.
            rf"{_NEVER}(?:[\w-]+\s+){{0,3}}?(?:{_LED}\s+)?(?:other\s+|any\s+|through\s+)+{LEADERS}\b",
            rf"{_NEVER}(?:[\w-]+\s+){{0,2}}?{_LED}\s+(?:[\w-]+\s+)?(?:{LEADERS}|(?:an?|another)\s+{_A_LEADER})\b",
            rf"\bno\s+(?:(?:[\w-]+\s+|or\s+|,\s*)){{0,4}}?{LEADERS}\s+(?:(?:has|have|had|ever|yet)\s+)*(?:report\w*|answer\w*|work\w*|under|below|beneath|between)\b",
            rf"{_NEVER}(?:had|having)\s+(?:any\s+)?{LEADERS}\s+(?:report|answer|under|below|beneath)",
            r"\b(?:no|without)\s+(?:further\s+)?(?:layers?|tiers?|levels?)\s+(?:of\s+\w+\s+)?(?:below|beneath|under|between)\b",
            # 'All my reports were individual contributors'.
            # 'All of them individual contributors'; 'No supervisors: I manage six clerks'.
            r"\ball\s+(?:of\s+(?:them|whom)\s+)?(?:are\s+|were\s+|being\s+)?individual\s+contributors\b",
            rf"^\W*no\s+(?:[\w-]+\s+)?{LEADERS}(?:\s+or\s+(?:[\w-]+\s+)?{LEADERS})?\s*(?:[:;,–—-]|$)",
            r"\b(?:reports|team|staff|they|people|all)\s+(?:are|were|have\s+been|being)\s+(?:all\s+|only\s+|purely\s+)?"
            r"(?:individual\s+contributors|non[\s-]managers|non[\s-]managerial)\b",
            rf"\bno\s+(?:{LEADERS}|team\s+leader|supervisor|manager|deputy)\s+(?:between|in\s+it|among|in\s+between|under|below|beneath)\b",
            r"\b(?:all|every\s+one|each)\b[^.;]{0,40}?\bwithout\s+(?:staff|reports|people|teams?)(?:\s+of\s+their\s+own)?\b",
            # 'Trainers who do not manage anyone'.
            r"\b(?:who|they|these|of\s+whom)\s+(?:(?:do|did|does|have|had|has)\s*(?:not|n['’]t)|never)\s+(?:themselves\s+)?"
            rf"(?:{_LED}|have|had)\s+(?:{_ANYBODY}|teams?|reports)\b",
            # 'I never had managers among my reports', 'no supervisors in my team'.
            rf"\b(?:never|not|n['’]t|no|nor|without)\s+{_SOME}{_A_LEADER}(?:,?\s+(?:or|and|nor)\s+(?:an?\s+|any\s+)?{_A_LEADER})?\s+"
            rf"(?:among(?:st)?|in|on|within|of)\s+{_THOSE_LED}(?!\s+(?:has|have|had|left|was|were|is|ever|resigned|changed))",
            # 'None of my reports was a manager', 'my reports have never included a supervisor'.
            rf"\b(?:none|neither|nobody|no[\s-]one|not\s+one|nor\s+any)\s+(?:of|among(?:st)?|in)\s+{_THOSE_LED}"
            rf"(?:\s+[\w-]+){{0,4}}?\s+(?:was|were|is|are|being|been)\s+(?:an?\s+|themselves\s+)*{_A_LEADER}\b",
            rf"\bamong(?:st)?\s+{_THOSE_LED}\s+(?:there\s+)?(?:was|were|is|are|has\s+been|have\s+been)\s+"
            rf"(?:no|never|not)\s+{_SOME}{_A_LEADER}\b",
            rf"{_THOSE_LED}\s+(?:(?:has|have|had|did|do|does|was|were|is|are)\s*)?(?:never|not|n['’]t)\s+{_SOME}{_A_LEADER}\b",
            r"\bfirst[\s-]line\s+(?:(?:management|supervision)\s+)?only\b|\bonly\s+(?:ever\s+)?first[\s-]line\s+management\b",
        ]
    ),
    re.IGNORECASE,
)


def may_deny(text: str) -> bool:
    """Return whether ``text`` has a word that denies: the cheap test before the others."""
    return _MAY_DENY.search(text) is not None


def denials(text: str) -> list[tuple[int, int]]:
    """Return the spans of statements that the person has led nobody."""
    if _NOT_AT_LARGE.search(text):
        return []
    spans = [(hit.start, hit.end) for hit in _DENIED.find(text) if _AT_LARGE.match(text, hit.end)]
    return spans or [match.span() for match in _NONE_LED.finditer(text)]


def is_denied(text: str) -> bool:
    """Return whether ``text`` says, of any time, that nobody is led."""
    return bool(_MAY_DENY.search(text)) and bool(
        _DENIED.find(text) or _NONE_LED.search(text) or _NOT_IN_CHARGE.search(text)
    )


def tier_denial(text: str) -> tuple[int, int] | None:
    """Return the span of a statement that those led lead nobody, or None."""
    found = _NO_LEADERS.search(text)
    return found.span() if found else None
