"""Whether somebody other than the candidate is said to have done or held a thing.

Must not know what the thing is: money, people and results are told of others in the same words
('the director ran ...', 'before I joined').
"""

from __future__ import annotations

import re

from data.patterns import regex

# Who else may be told of, by office or kin.
PERSON = (
    r"(?:manager|director|head|boss|chief|officer|ceo|cfo|coo|cto|cio|md|gm|vp|owner|founder|"
    r"president|principal|partner|supervisor|leader|lead|commander|controller|bursar|treasurer|chef|"
    r"matron|superintendent|chair|chairman|minister|colleague|colleagues|predecessor|successor|peer|"
    r"peers|counterpart|client|customer|teacher|headteacher|accountant|registrar|dean|secretary|"
    r"administrator|executive|governors?|trustees|board|council|coordinator|planner|engineer|surveyor|"
    r"husband|wife|father|mother|brother|sister)"
)
# 'The finance director ', right before a verb. 'As the manager responsible for' is oneself.
_SUBJECT = regex(
    rf"(?<!\bas )(?<!\bam )(?<!\bat )(?<!\bwas )(?<!\bbeing )(?<!\bbecame )(?<!\bbecoming )"
    rf"\b(?:(?:the|my|our|his|her|their|its|another|an?\s+other)\s+(?:(?!as\b)[\w&-]+\s+){{0,3}}?{PERSON}"
    rf"(?:\s+(?:of|for)\s+(?:[\w&-]+\s*){{1,3}}?)?|an?\s+(?:friend|colleague|neighbour|relative|cousin))"
    rf"(?:\s*[,(]\s*who|\s+who|\s+that)?\s+(?:\w+ly\s+|also\s+|had\s+|has\s+|is\s+|was\s+|then\s+)*$",
    re.IGNORECASE,
)
# 'He' is somebody else where one is named before; a profile may tell of the candidate so.
_OTHERS_SUBJECT = regex(
    rf"\b(?:(?:my|the|our)\s+(?:[\w&-]+\s+){{0,3}}?{PERSON}\b[^.]*\b(?:he|she|they)|colleagues?|"
    rf"predecessors?)\s+(?:\w+ly\s+|also\s+|had\s+|has\s+)*$",
    re.IGNORECASE,
)
_NOT_YET_THERE = regex(
    r"\b(?:before|until|prior\s+to)\s+(?:I\s+(?:joined|arrived|came|started|took\s+over|"
    r"was\s+(?:appointed|hired))|my\s+(?:time|arrival|appointment|tenure|joining|day|start))\b"
    r"|\b(?:under|by)\s+(?:my|the)\s+(?:predecessors?|previous\s+\w+)\b"
    r"|\b(?:my|the)\s+predecessors?\b",
    re.IGNORECASE,
)


# 'The operations manager, who ...', 'work beside Priya, whose ...': the clause tells of another.
_RELATIVE = regex(
    rf"(?:(?<!\bas )(?<!\bam )(?<!\bwas )(?<!\bbeing )(?<!\bbecame )(?<!\bbecoming )"
    rf"\b(?:the|my|our|his|her|their|its|another)\s+(?:[\w&-]+\s+){{0,3}}?{PERSON}"
    rf"(?:\s+(?:of|for)\s+(?:[\w&-]+\s*){{1,4}}?)?"
    r"|\b(?:beside|alongside|next\s+to|under|assist\w*|aid\w*|support\w*|help\w*|report\w*\s+(?:in)?to|deputis\w*\s+(?:for|to)|"
    r"deputiz\w*\s+(?:for|to)|work\w*\s+(?:closely\s+)?(?:for|with|to)|stand\w*\s+in\s+for|shadow\w*|"
    r"advis\w*|brief\w*|coach\w*|interview\w*|mentor\w*|recruit\w*|taught|train\w*)\s+[^.;,]{1,60}?)"
    r"\s*,?\s+(?:who|whose)\b(?:(?!\b(?:I|me|my)\b)[^.;]){0,60}$",
    re.IGNORECASE,
)
_TO_ME = regex(r"\b(?:to|with|on)\s+me\b", re.IGNORECASE)
# '£2m, which is held by the director', 'a budget owned by the board'.
_THEIRS = regex(
    r"\s*(?:\([^)]*\)\s*)?,?\s*(?:(?:which|that)\s+)?(?:(?:is|was|are|were|remain\w*|being)\s+)?(?:\w+ly\s+)?"
    r"(?:held|owned|managed|controlled|run|carried|looked\s+after|(?P<weak>signed\s+off|signed|approved|set|agreed))\s+"
    r"(?:\w+ly\s+)?by\s+(?!me\b|myself\b|\d|an?\s+(?:third|quarter|tenth|fifth)|half\b|some\s+\d|over\b|about\b|around\b)",
    re.IGNORECASE,
)
# 'Recruited directors with ...', 'sold to buyers with ...': several people's, none of them oneself.
_SEVERAL_WITH = regex(
    r"\b(?:(?:managers|directors|leaders|heads|chiefs|officers|executives|clients|customers|buyers|holders|owners|"
    r"partners|colleagues|founders|principals|headteachers|companies|firms|charities|schools|trusts|teams|departments)"
    r"|heads\s+of\s+(?:[\w-]+\s*){1,3})\s+$",
    re.IGNORECASE,
)
# 'Another team cut churn', 'the supplier claimed savings': results of others.
_OTHERS_DID = regex(
    r"(?:^|[.;:,]\s+)(?:(?:another|(?:the|an?|our)\s+(?:other|different|separate|neighbouring|sister|rival))\s+(?:[\w-]+\s+)?"
    r"(?:teams?|departments?|sites?|branch|store|shift|squad|unit|office|firm|company|depot|desk)"
    r"|(?:the|an?)\s+(?:[\w-]+\s+){1,2}(?:next\s+(?:to\s+(?:ours|mine|us)|door)|upstairs|across\s+the\s+\w+)"
    r"|(?:the\s+|our\s+|an?\s+)?(?:suppliers?|vendors?|contractors?|consultants?|competitors?|rivals?|colleagues?|peers?"
    r"|head\s+office|government|ministers?|parliament|treasury|industry|market|sector)(?:['’]s?\s+\w+)?)"
    r"\s+(?:(?:had|has|have|then|also|once|who)\s+)*(?:\w+ed|cut|grew|brought|drove|rose|fell|made|won|took|saw|beat|hit|met|kept|had|ran|got|stood)\b",
    re.IGNORECASE,
)
# 'The budget holder was my director', '(holder: Head of Estates)', 'its owner being the board'.
_HOLDER_IS = regex(
    r"(?:(?:^|[.;:,(]\s*|\b(?:its|the|whose|and)\s+)(?:named\s+)?(?:(?:budget|p&l|cost[\s-]cent(?:re|er))(?:['’]s)?[\s-]+)?holder"
    r"|(?:budget|p&l|cost[\s-]cent(?:re|er))(?:['’]s)?[\s-]+owner|\bbudget,?\s+whose\s+owner|(?:\bits\s+|\(\s*)owner)"
    r"s?(?:ship)?(?:\s+(?:of\s+(?:it|this|which)|throughout|at\s+all\s+times))?"
    r"(?:\s*[:=]\s*|\s+(?:was|is|were|being|remained)\s+)(?:always\s+|actually\s+)?"
    rf"(?:(?:the|my|our|an?|his|her|their|its)\s+(?:[\w&-]+\s+){{0,3}}?{PERSON}\b"
    r"|(?-i:[A-Z])[\w&-]+\s+(?:[\w&-]+\s+){0,2}?"
    rf"{PERSON}\b|(?:head|director|chief|manager)\s+of\b|(?:head\s?teacher|bursar|principal)\b)",
    re.IGNORECASE,
)
# How far before its verb a subject may begin.
_REACH = 80
_DOES_WITH = regex(
    r"\b(?:set|wrote|writes|drew\s+up|kept|keeps|chose|cut|had|has|spent|[a-z]+ed|[a-z]+s)\s+(?:the|an?|our|its|his|her|their)\s+"
    r"(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_NAMED = regex(
    rf"\b(?:the|my|our|his|her|their|its|an?|to|for|under|with)\s+(?:[\w&-]+\s+){{0,3}}?{PERSON}\b",
    re.IGNORECASE,
)
_NOT_AS = regex(r"\b(?:as|am|was|being|became)\s+$", re.IGNORECASE)
_I = regex(r"\bI\b")


def names_another(text: str) -> bool:
    """Return whether ``text`` names somebody by their office: 'PA to the managing director'."""
    return _NAMED.search(text) is not None


def is_subject(text: str, start: int) -> bool:
    """Return whether another person is the subject of the verb that begins at ``start``."""
    before = text[max(0, start - _REACH) : start]
    return bool(_SUBJECT.search(before) or _OTHERS_SUBJECT.search(before))


def governs(text: str, start: int) -> bool:
    """Return whether another does something with what begins at ``start``: 'the chef set the'."""
    verb = _DOES_WITH.search(text, max(0, start - _REACH), start)
    return verb is not None and is_subject(text, verb.start())


def told_of(text: str, start: int) -> bool:
    """Return whether what begins at ``start`` may be told of another named before it."""
    first = max(0, text.rfind(".", 0, start), text.rfind(";", 0, start), start - _REACH)
    return any(
        not _NOT_AS.search(text, 0, named.start()) and not _I.search(text, named.end(), start)
        for named in _NAMED.finditer(text, first, start)
    )


def in_relative_clause(text: str, start: int) -> bool:
    """Return whether ``start`` stands in a clause on another person: 'my manager, who runs ...'."""
    if "who" not in text[:start].lower() or _TO_ME.search(text, start):
        return False
    return _RELATIVE.search(text[max(0, start - 160) : start]) is not None


def holder_behind(text: str, end: int) -> str:
    """Return "held" where another is said right behind ``end`` to hold it, "approved", or ""."""
    found = _THEIRS.match(text, end)
    if found is None:
        return ""
    return "approved" if found["weak"] else "held"


def holder_named(text: str, end: int) -> bool:
    """Return whether behind ``end`` another is named as the holder: 'the holder was my boss'."""
    return "er" in text[end:] and _HOLDER_IS.search(text, end) is not None


def several_with(text: str, start: int) -> bool:
    """Return whether people other than the candidate stand right before a 'with' at ``start``."""
    return _SEVERAL_WITH.search(text[max(0, start - _REACH) : start]) is not None


def before_my_time(text: str) -> bool:
    """Return whether ``text`` tells of what happened before the candidate came."""
    return _NOT_YET_THERE.search(text) is not None


def others_did(text: str) -> bool:
    """Return whether another team, site or firm is said to have done what ``text`` tells."""
    return _OTHERS_DID.search(text) is not None
