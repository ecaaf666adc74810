"""Lengths of time as text writes them: '6+ years', 'nine months', 'over two decades'.

Must not know what the time was spent on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from data.patterns import regex
from matcher.facts.numbers.words import parse

ONES = "one|two|three|four|five|six|seven|eight|nine"
NUMBER = (
    rf"(?:(?:twenty|thirty|forty|fifty)(?:[\s-](?:{ONES}))?|ten|eleven|twelve|thirteen|fourteen"
    r"|fifteen"
    rf"|sixteen|seventeen|eighteen|nineteen|{ONES})"
)
_LENGTH = regex(
    r"(?P<lead>(?:(?<!\w)(?:an?\s+)?(?:over|more\s+than|at\s+least|(?:a\s+)?minimum(?:\s+of)?|min\.?"
    r"|in\s+excess\s+of|nearly|almost|some|around|approaching"
    r"|about|circa|c\.|just\s+under|approximately|well\s+over|not\s+less\s+than|no\s+fewer\s+than"
    r"|upwards?\s+of|just\s+over|a\s+(?:mere|total\s+of|full|good|solid)|only|all\s+of"
    r"|(?:coming\s+up|getting\s+on|going\s+on)\s+(?:to|for)|close\s+(?:to|on)"
    r"|the\s+(?:best|better)\s+part\s+of|a\s+little\s+(?:over|under|more\s+than)|not\s+quite"
    r"|no\s+less\s+than)\s+)*(?:(?<!\w)(?:ca?\.?|~)\s?)?)"
    rf"(?:(?<![\w£$€.,:/-])|(?<=\bc)|(?<=\bc\.)|(?<=\bca\.))(?P<number>\d{{3}}(?=[\s-]*(?:weeks|months)\b)|\d{{1,2}}(?:\.\d{{1,2}})?|{NUMBER}(?:\s+and\s+a\s+(?:half|quarter))?"
    r"|(?:half\s+)?an?(?=\s+(?:decade|year\b))|(?:half\s+)?a\s+dozen|(?<=(?:good|full)\s)dozen|(?:a\s+)?couple\s+of"
    r"|a\s+quarter\s+of\s+a(?=\s+century)|(?<=(?:past|last|good|full)\s)(?=decade))"
    r"(?:\s*\(\s*\d{1,2}\s*\))?(?P<half>½|\s+1/2|(?<=\d)\s+and\s+a\s+half)?"
    r"(?P<more>\s*\+|[\s-]odd\b|\s+or\s+so(?=\s+years?)|\s*[-–]?\s*plus\b|\s+or\s+more(?=\s+years?)|\s*(?:-|–|to)\s*(?:\d{1,2}\s*\+?|"
    + NUMBER
    + r"))?"
    r"[\s-]*(?:(?:school|academic)\s+(?=years?\b))?"
    r"(?:(?:complete|consecutive|continuous|good|happy|long|solid|straight|successive|unbroken|whole)\s+)?(?P<unit>calendar\s+years?|full\s+years?|years?|yrs?|months?|mths?|mos|weeks?|wks?"
    r"|decades?|century)\b(?P<part>\s+and\s+a\s+(?:half|quarter)\b)?(?:\s*\+)?(?:\s+or\s+(?:more|longer|so|thereabouts)\b"
    # Behind 'and counting' the field follows; elsewhere it closes what was said.
    r"|,?\s+(?:and\s+(?:more|longer|counting)|give\s+or\s+take)(?=,?\s+(?:in|of|as|at|with|on)\b),?|\s+plus\b"
    r"|,?\s+(?:as\s+a\s+)?minimum\b(?!\s+of),?|\s+\((?:min(?:imum)?|essential|required)\.?\))?(?:['’]s?(?!\w))?",
    re.IGNORECASE,
)
# '5y 2m': letters mean this only together.
_SHORTEST = regex(r"(?<![\w.])(?P<years>\d{1,2})\s?y\.?,?\s?(?P<months>\d{1,2})\s?m\b\.?")
# 'Four years and seven months', '4 yrs 7 mths'.
_AND_MONTHS = regex(
    rf"[,\s]*(?:and\s+)?(?P<number>\d{{1,2}}|{NUMBER})\s*(?:months?|mths?|mos)\b", re.IGNORECASE
)
_MAYBE = regex(r"year|yr|month|mth|decade|century|week|wk", re.IGNORECASE)
_ROUND = {
    "": 1.0,  # 'The past decade'.
    "dozen": 12.0,
    "a dozen": 12.0,
    "half a dozen": 6.0,
    "a couple of": 2.0,
    "couple of": 2.0,
    "a quarter of a": 0.25,
}


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time.

    Attributes:
        years: In years; twelve months are one.
        start: Offset of the first word, "at least" included.
        end: Offset behind the last.
        lead: The words before the number, in lower case.
        joined: Whether number and unit are hyphened to an adjective ("five-year").
    """

    years: float
    start: int
    end: int
    lead: str
    joined: bool


def lengths(text: str) -> list[Length]:
    """Return the lengths of time in ``text``, in order; of a range the lower end."""
    found: list[Length] = [
        Length(int(each["years"]) + int(each["months"]) / 12, each.start(), each.end(), "", False)
        for each in _SHORTEST.finditer(text)
    ]
    if found or not _MAYBE.search(text):
        return found
    for match in _LENGTH.finditer(text):
        if found and match.start() < found[-1].end:
            continue
        value = number(match["number"]) + (0.5 if match["half"] else 0.0)
        if match["part"]:  # 'A decade and a half': of the unit itself.
            value += 0.5 if match["part"].lower().endswith("half") else 0.25
        unit = match["unit"].lower()
        if unit.startswith("m"):
            value /= 12
        elif unit.startswith("w"):
            value /= 52
        elif unit.startswith("d"):
            value *= 10
        elif unit == "century":
            value *= 100
        end = match.end()
        extra = _AND_MONTHS.match(text, end) if unit.startswith(("y", "c", "f")) else None
        if extra:
            value, end = value + number(extra["number"]) / 12, extra.end()
        joined = "-" in text[match.end("number") : match.start("unit")] and not match["more"]
        found.append(
            Length(value, match.start(), end, " ".join(match["lead"].lower().split()), joined)
        )
    return found


def number(words: str) -> float:
    """Return a number in figures or words; "a" is one."""
    if words[:1].isdigit():
        return float(words)
    words = " ".join(words.lower().split())
    if words in _ROUND:
        return _ROUND[words]
    if words in {"a", "an"}:
        return 1.0
    if words.startswith("half a"):
        return 0.5
    return sum(value for value, _, _ in parse(words))
