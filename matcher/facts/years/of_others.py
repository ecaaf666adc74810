"""Whose a length of time is: the person's own, somebody else's, or shared between several.

Must not know what the time was spent on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from data.knowledge.experience import apart
from data.knowledge.titles import employer, occupation
from data.patterns import regex
from matcher.facts.numbers.durations import Length
from matcher.facts.years.experience_words import content

# 'For six years', 'spent the last six years'.
FOR = regex(
    r"\b(?:(?:and\s+)?(?:stayed|remained)(?:\s+(?:on|there|with\s+them))?(?:\s+for)?|for|during|spent)\s+(?:(?:all|the\s+whole)\s+of\s+)?(?:(?:the|these)\s+(?:last|past)\s+)?$|\bover\s+the\s+(?:last|past)\s+$",
    re.IGNORECASE,
)
# Whoever may be told of beside the writer.
KIN = rf"(?:{apart('kin')}|{apart('colleagues')})s?"
# 'Husband leads a team', 'landlady: a cook by trade'; what was only looked at, heard or talked of.
LOOKED_ON = regex(
    rf"^\W*(?:(?:[\w-]+\s+){{0,3}}?(?:{apart('kin')})s?(?:\s*:|\s+(?:(?:also|both|each)\s+)?(?:{apart('did')})\b)"
    rf"|(?:(?:I|I['’](?:ve|m|d)|have|had|am|was|been|also|still|often|\w+ly)\s+)*(?:(?:{apart('onlooking')})\b"
    rf"|(?:{apart('looked_on')})\s+(?:[\w-]+\s+){{0,6}}?(?:{apart('looked_at')})\b)|(?:referees?|references?)\s*:)",
    re.IGNORECASE,
)
# Behind a wish one's own time is told so: 'would like a rest after nine years'.
_TO_COME = r"[^.;,]*(?<!\bafter\s)(?<!\bmy\s)(?<!\bwith\s)(?<!\bbring\s)(?<!\bspent\s)$"
_MEANT = regex(
    rf"\b(?:(?:{apart('meaning')})\s+to\s+(?:{apart('meant')})|{apart('to_come')})\b{_TO_COME}"
    r"|\b(?:looking\s+for|seeking)\s[^.;,]*\b(?:where|in\s+which)\b[^.;,]*$|['’]ll\b[^.;,]*$",
    re.IGNORECASE,
)
# The time is somebody else's, or was spent beside the work rather than in it.
_OTHERS = regex(
    r"\b(?:alongside|beside|(?:closely|next|adjacent)\s+(?:with|to)|liais\w+\s+with|married\s+to|engaged\s+to"
    r"|(?:friend|neighbour|client|customer|supplier)s?\s+of|report(?:ed|ing|s)?\s+to(?!\s+me\b)|under|assist(?:ed|ing)|shadow(?:ed|ing)"
    r"|support(?:ed|ing)|(?:for|under)\s+an?\s+\w+\s+who"
    r"|(?:plans?|polic(?:y|ies)|reports?|strateg(?:y|ies)|documents?|manuals?|books?)\s+(?:\w+\s+)"
    r"{0,4}(?:cover|span)\w*"
    r"|help(?:ed|ing)|coach(?:ed|ing)|train(?:ed|ing)|recruit(?:ed|ing)|hired|whose|(?:he|she"
    r"|they|who)\s+(?:has|have|had)"
    rf"|(?<!worked\swith\s)(?<!worked\sfor\s)(?<!working\swith\s)(?<!by\s)(?:my|our)\s+(?:{KIN}|team|staff)"
    r"|colleagues?\s+with|(?:company|firm|business|charity|employer|supplier)"
    r"\s+(?:with|has|of)|(?:team|department)\s+(?:with|has))\b[^.;]*$",
    re.IGNORECASE,
)
# 'Interviewed a cook with ten years': somebody that was met has them. One's own are told behind
# 'am', 'as' and the like.
_ANOTHER_WITH = regex(
    r"\b(?!(?:am|as|was|been|being|become|became|remain|remained|still|currently|now|also|and|or|but|then|i|[a-z]+ly)\b)(?:[a-z]+)"
    r"\s+(?:an?|another|one)\s+(?P<who>(?:[\w&-]+\s+){1,4}?)(?=(?P<link>(?:with|of|who\s+ha[sd]|having)\s+))",
    re.IGNORECASE,
)
# 'Alder Stores has been in catering for nine years'.
_SOME_FIRM = regex(
    r"^(?P<who>(?:the\s+)?[A-Z][\w&'’ -]{2,40}?)\s+(?:has|have|had)\s(?!been\s+my\b)"
)
_FIRM = regex(r"&|\b(?:sons|bros|ltd|limited|plc|llp|inc|group|trust)\b", re.IGNORECASE)
# Years that several people have between them, and people whose years they are.
_SHARED = regex(
    r"\b(?:combined|collective|cumulative|joint|aggregate|between\s+(?:them|us|the\s+\w+))\b",
    re.IGNORECASE,
)
_PEOPLE_WITH = regex(
    r"\b(?:group|team|staff|crew|panel|pool|people|each|both|all\s+of\s+(?:them|whom)|nurses|chefs|cooks|clerks|mechanics|operatives|agents"
    r"|(?<!years\s)[a-z]+(?:ers|ors|ists|ants|yers|ees))\s+(?:with|who\s+ha(?:ve|d))\b[^.;]*$",
    re.IGNORECASE,
)
# What something else did, or what was only felt: "the shop has traded for", "keen on X for".
_NOT_DONE = regex(
    r"^(?:our|the|this|these|those|its|their|his|her|an?)\b.*\b(?:has|have|had|was|were|is|are|runs|lasts)\b"
    r"|\bin\s+use\b|^we\s+(?:have\s+)?had\b|\bthe\s+same\b|(?<!\bas\s)\bits\b"
    r"|\b(?:that|which|whose|interested|interest|keen|passionate|enjoy\w*|follow\w*|fan\s+of"
    r"|admired|dream\w*|wanted|member|subscrib\w+)\b",
    re.IGNORECASE,
)
_CLAUSE = regex(
    r"[.;:|(\n]\s*|,\s+(?=(?:having|after|then|before|but|previously|formerly|earlier|latterly|and\s+(?:was|had|have|been))\b)",
    re.IGNORECASE,
)
_ANOTHER_LENGTH = regex(
    r"\b(?:years?|yrs?|months?|mths?)\s*(?:,\s*(?:and\s+)?|\s+and\s+)(?=an?\s|as\s)", re.IGNORECASE
)
_ASIDE = regex(r"\([^()]*\)")
# What the time came before or after: 'Before I taught, I was a porter for nine years'.
_CAME_BEFORE = regex(
    r"^\W*(?:before|prior\s+to|until|after|following|since)\b.*?[\s,](?=I(?:['’]d|\s+(?:was|had|ha(?:ve|d)\s+been"
    r"|worked|spent|did|ran|managed|led|served))\b)",
    re.IGNORECASE,
)
_REACH = 40


def is_of_others(text: str, length: Length) -> bool:
    """Return whether somebody else has the years, or several people have them together."""
    if FOR.search(text, 0, length.start):
        clause = clause_before(text, length)
        if _NOT_DONE.search(clause) or of_a_firm(clause):
            return True
    if LOOKED_ON.search(text) or _MEANT.search(text, 0, length.start):
        return True
    if any(end == length.start for end in met(text, length.start)):
        return True
    return (
        _OTHERS.search(text, 0, length.start) is not None
        or _PEOPLE_WITH.search(text, 0, length.start) is not None
        or _SHARED.search(text, max(0, length.start - _REACH), length.end + _REACH) is not None
    )


def of_a_firm(text: str) -> bool:
    """Return whether words open with a firm that has or does something."""
    firm = _SOME_FIRM.match(text)
    return firm is not None and (
        employer().search(firm["who"]) is not None or _FIRM.search(firm["who"]) is not None
    )


def of_people(text: str) -> bool:
    """Return whether words tell of several people with something, the writer not among them."""
    return _PEOPLE_WITH.search(text.rstrip(" .;")) is not None


def met(text: str, stop: int) -> Iterator[int]:
    """Yield where words end that name somebody of a trade as whom one only met, up to ``stop``."""
    if " with " in text or " of " in text or " who " in text or " having " in text:
        for found in _ANOTHER_WITH.finditer(text, 0, stop):
            if occupation().search(found["who"]):
                yield found.end("link")


def clause_before(text: str, length: Length) -> str:
    """Return the words of a clause before a length, less what the time came before or after."""
    before = _ASIDE.sub(lambda match: " " * len(match[0]), text[: length.start])
    clause = _CAME_BEFORE.sub("", _CLAUSE.split(before)[-1])
    # 'A cook for two years and a porter for six': what the first was is not what the second was.
    own = _ANOTHER_LENGTH.split(clause)[-1]
    return own if content(FOR.sub("", own)) else clause
