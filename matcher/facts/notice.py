"""Reads notice periods: how long until a person can start.

Must not know what is acceptable. A date of availability is read with no weeks and the date in
``when``: how long that is depends on the day of judging. Notice given to customers, and 'at
short notice', say nothing.
"""

from __future__ import annotations

import re

from data.patterns import regex
from matcher.criteria import NoticeWithin
from matcher.facts.layout.quoting import asked_in, fact_in
from matcher.facts.states.dates import DATE
from matcher.types import Asked, Fact, Outline, Sentence
from matcher.values import NoticePeriod

_NUMBERS = {
    "a": 1.0, "an": 1.0, "one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0, "six": 6.0,
    "seven": 7.0, "eight": 8.0, "nine": 9.0, "ten": 10.0, "eleven": 11.0, "twelve": 12.0,
    "thirteen": 13.0, "fourteen": 14.0, "sixteen": 16.0, "twenty": 20.0, "twenty-six": 26.0,
    "twenty-eight": 28.0,
    "thirty": 30.0, "sixty": 60.0, "ninety": 90.0, "half a": 0.5,
}  # fmt: skip
WEEKS_A_MONTH = 52 / 12
_WEEKS = {
    "day": 1 / 7,
    "week": 1.0,
    "wk": 1.0,
    "mth": WEEKS_A_MONTH,
    "fortnight": 2.0,
    "month": WEEKS_A_MONTH,
    "quarter": 13.0,
    "year": 52.0,
}
_LENGTH = regex(
    r"(?<![\w-])(?P<number>\d{1,3}(?:\.5)?|"
    + "|".join(sorted(_NUMBERS, key=len, reverse=True))
    + r")"
    r"(?:[\s-]*(?:calendar|full|working|\(\d+\)))?[\s-]*(?P<unit>day|week|"
    r"fortnight|month|mth|wk|quarter|year)s?\b(?:['’]s?)?",
    re.IGNORECASE,
)
_NOTICE = regex(
    r"\bnotice\b|\bearliest\s+(?:possible\s+)?(?:start|available)|\bfrom\s+(?:my\s+)?resign(?:ation|ing)\b",
    re.IGNORECASE,
)
_AT_ONCE = r"(?:immediately|straight\s?away|at once|right away|now|tomorrow|today)"
_NONE = regex(
    r"\bimmediate(?:ly)?\s+(?:available|availability|start)"
    rf"|\bavailab\w+\W+(?:to (?:start|begin|join)\s+|for (?:work|hire)\s+)?(?:{_AT_ONCE}|immediate)"
    # Free for a call, or ready for more, is something else.
    r"|(?:^|[.;]\s*|\bI\s+am\s+|\bI['’]m\s+)(?:free|ready)\s+(?:for\s+work\s+)?"
    r"(?:immediately|straight\s?away|at\s+once|right\s+away)\s*(?:[.;:!]|$)"
    r"|(?:^|[.;,]\s*|\bI\s+(?:am\s+)?|\bI['’]m\s+)(?:can|able\s+to|free\s+to|ready\s+to)\s+(?:start|begin|join)\s+"
    r"(?:work\s+)?any\s+(?:day|time)\s*(?:[.;:!]|$)"
    rf"|\b(?:start|join|begin)\s+(?:work\s+)?{_AT_ONCE}"
    r"|\bavailab\w+\W+(?:from|on|to start)\s+(?:next\s+week|"
    r"(?:next\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
    r"(?!,?\s+(?:the\s+)?(?:\d|to\b|until\b|and\b))"
    r"|\bno notice(?: period)?\b|\bnotice(?: period)?\s*[:|–-]?\s*(?:none|nil|immediate)",
    re.IGNORECASE,
)
_FROM = regex(
    r"\b(?:cannot|can['’]t|unable\s+to|not\s+(?:be\s+)?(?:able\s+to|free\s+to|in\s+a\s+position\s+to))\s+"
    r"(?:leave|start|join|begin|move|be\s+released|take\s+up\s+\w+\s+\w+)\s+(?:\w+\s+){0,2}?(?:before|until|till)\b"
    r"|\b(?:not\s+(?:free|available|released)|(?:tied|bound|committed|contracted)(?:\s+to\s+\w+\s+\w+)?)"
    r"\s+(?:before|until|till)\b"
    r"|\bearliest\s+(?:possible\s+)?(?:start(?:ing)?|joining|leaving)(?:\s+date)?\s*(?::|is|would\s+be)"
    r"|\b(?:availab\w+|can (?:start|join)|free|able to start)\W+(?:to (?:start|join)\s+)?(?:from|"
    r"on|after|as of|in)\b"
    r"|\bgarden(?:ing)?\s+leave\s+(?:until|till|to|ends|ending)\b"
    r"|\bmy\s+(?:current\s+|present\s+)?(?:assignment|contract|notice|placement)\s+(?:ends|expires|finishes|runs\s+out|is\s+up)\b",
    re.I,
)
# 'Available in four weeks', 'could join two weeks from an offer', of oneself: a product is not.
_STARTS = regex(
    r"(?:^\W*|[.;,|]\s*|\bI(?:\s+am|['’]m|\s+can|\s+could|\s+will|\s+would)\s+(?:be\s+)?)(?:currently\s+)?"
    r"(?:(?:can|could|able\s+to|free\s+to|ready\s+to|happy\s+to)\s+(?:be\s+)?)?"
    r"(?:start(?:\s+date)?|join|begin|availab(?:le|ility))(?:\s+(?:you|work|to\s+(?:start|join|begin)(?:\s+work)?))?"
    r"(?:\s*[:|–-]\s*|\s+)(?P<in>(?:in|within|after|inside|with)\s+)?(?:about\s+|around\s+|just\s+|only\s+)?",
    re.IGNORECASE,
)
_FROM_OFFER = regex(
    r"\s+(?:from|after|of|following)\s+(?:an?\s+|the\s+|giving\s+|your\s+)?(?:offer|notice|accept)",
    re.IGNORECASE,
)
_RATE = regex(r"\s+(?:a|per|each|every|out|of\s+the|before|contract|only)\b|\s*/", re.IGNORECASE)
_IDIOM = regex(
    r"\b(?:short|moment['’]s|minute['’]s|until further|served|gave|given|giving|advance|public|"
    r"legal|eviction|redundancy|without|prior|issu(?:ed|ing))\s+(?:\w+\s+)?notice\b",
    re.I,
)
_OTHERS = regex(
    r"\b(?:customers?|clients?|suppliers?|tenants?|landlord|residents?|users?|staff were|"
    r"contractors?|lessees?|changes?|maintenance|outages?|notices|board)\b",
    re.I,
)
# 'Moved 40 people at a week's notice': how soon something else was done.
_CALLED = regex(
    r"\b(?:at|on|with)\s+(?:just\s+|only\s+)?[\w-]+\s+(?:day|week|month)s?['’]?s?\s+notice$",
    re.IGNORECASE,
)
_LEAVES = regex(
    r"availab|\b(?:start|join|begin|leave|free|ready|released?|I|my)\b|^\W*(?:on|with|notice)\b",
    re.IGNORECASE,
)
_VACANCY = regex(r"\b(?:opportunit|vacanc|post is|position is|role is|start available)\w*", re.I)
# 'Twelve weeks, reduced to four by agreement'; what only may be reduced stays.
_REDUCED = regex(
    r"(?<!can be )(?<!could be )(?<!may be )(?<!might be )(?<!hope to be )"
    r"\b(?:reduced|negotiated|shortened|cut|brought|agreed|waived)\s+(?:down\s+)?(?:to|at)\s+(?:just\s+|only\s+)?$",
    re.IGNORECASE,
)
_NEAR = 45


def read(cv: Outline) -> list[Fact]:
    """Return the notice periods that a CV states."""
    return [fact for sentence in cv.sentences if (fact := _notice(sentence)) is not None]


def _notice(sentence: Sentence) -> Fact | None:
    text = sentence.text
    none = _NONE.search(text)
    if none:
        return fact_in(sentence, NoticePeriod(0.0), *none.span())
    found = _length(text) or _start(text)
    if found is not None:
        return fact_in(sentence, NoticePeriod(found[0]), found[1], found[2])
    free = _FROM.search(text)
    date = DATE.search(text, free.end(), free.end() + 30) if free else None
    if free and date:
        return fact_in(sentence, NoticePeriod(0.0), free.start(), date.end(), when=date.group())
    return None


def _start(text: str) -> tuple[float, int, int] | None:
    """Return weeks and span of the length after which the person says they can start."""
    for said in _STARTS.finditer(text):
        length = _LENGTH.match(text, said.end())
        if length is None or _RATE.match(text, length.end()):
            continue
        closes = said["in"] or said.group().rstrip()[-1:] in ":|–-"
        if closes or _FROM_OFFER.match(text, length.end()):
            return _weeks(length), said.start(), length.end()
    return None


def _weeks(length: re.Match[str]) -> float:
    number = length["number"].lower()
    return (_NUMBERS.get(number) or float(number)) * _WEEKS[length["unit"].lower()]


def _length(text: str) -> tuple[float, int, int] | None:
    """Return weeks and span of the length that stands with the word 'notice'."""
    notice = _NOTICE.search(text)
    if notice is None or _IDIOM.search(text) or _OTHERS.search(text):
        return None
    if _CALLED.search(text, 0, notice.end()) and not _LEAVES.search(text):
        return None
    near = [
        match
        for match in _LENGTH.finditer(text)
        if match.start() - notice.end() <= _NEAR and notice.start() - match.end() <= _NEAR
    ]
    if not near:
        return None
    reduced = [m for m in near if _REDUCED.search(text, notice.start(), m.start())]
    chosen = min(
        reduced or near,
        key=lambda m: min(abs(m.start() - notice.end()), abs(notice.start() - m.end())),
    )
    start, end = min(chosen.start(), notice.start()), max(chosen.end(), notice.end())
    return _weeks(chosen), start, end


def ask(sentence: Sentence) -> list[Asked]:
    """Return the longest notice that a sentence of a role allows."""
    text = sentence.text
    found = _length(text)
    if found is not None:
        return [asked_in(sentence, NoticeWithin(found[0]), found[1], found[2])]
    none = None if _VACANCY.search(text) else _NONE.search(text)
    if none and re.search(
        r"\b(?:must|need|should|candidate|applicant|you|able|required)\b|^\W*(?:immediately "
        r")?available|^\W*immediate (?:start|availability)\W*(?:essential|required)?\W*$",
        text,
        re.I,
    ):
        return [asked_in(sentence, NoticeWithin(0.0), *none.span())]
    within = re.search(
        r"\b(?:available|start|join)\b[^.;]{0,20}?\b(?:within|inside|in(?:\s+(?:under|less\s+than|no\s+more\s+than))?)\b",
        text,
        re.IGNORECASE,
    )
    length = _LENGTH.search(text, within.end()) if within else None
    if within and length and length.start() - within.end() <= 10:
        criterion = NoticeWithin(_weeks(length))
        return [asked_in(sentence, criterion, within.start(), length.end())]
    return []
