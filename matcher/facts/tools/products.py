"""Names of products, technologies and methods, found in a text.

Must not know whether a CV or a role is read, nor what is said about a product. All spellings of
the table are searched in one pass (Aho and Corasick, 1975); the longest wins where several
overlap. A common word ("Word", "Access", "Go") counts only where its surroundings show that a
product is meant.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import ahocorasick

from data.knowledge.tools import Product, products, tool_words
from data.patterns import regex
from matcher.facts.layout.phrases import Phrases, longest
from matcher.facts.tools import marks
from matcher.facts.tools.senses import means_something_else

_VERSION = regex(
    r"(?:[ -](?:v(?:er(?:sion)?)?\.?\s?\d[\d.]*|\d{1,4}(?:\.\d+)*(?:[a-z]\d?)?)(?![\w%£$€])"
    r"(?!\s*(?:years?|yrs?|months?|users?|seats?|people|staff|agents?|wpm)\b)"
    r"(?!\s*(?:to|-|–)\s*(?:\d|present|now|date))"
    r"(?:/\d{1,4}(?!\w))?(?:\s(?:R2|SP\d))?)"
)
_YEARS = regex(r"^[ -](?:19[89]\d|20[012]\d)$")
_NEAR = 60
_SIDE_BY_SIDE = regex(r"\s?[,/&+]\s?(?:and\s|&\s|or\s)?|\s(?:and|or|&)\s")
_WORD = regex(r"[A-Za-z][\w'’-]*")
# "In C", "R scripts": what is done with a language whose name is no more than a letter or a word.
_CODED_BEHIND = regex(
    r"\s+(?:programm\w+|developers?|development|engineers?|languages?|code|coding|script\w*|"
    r"in production)\b"
)
_CODED_BEFORE = regex(
    r"\b(?:wr[oi]te|written|writing|programm\w+|cod(?:e|ed|ing)|develop\w+|built|script\w*|"
    r"experience|proficien\w+|skills?|knowledge)\b[^.;]{0,25}?"
    r"\b(?:in|with|using|of)\s+$",
    re.IGNORECASE,
)
_CLOSES = regex(r"\s*(?:$|[.,;()/&+]|\band\b|\bor\b)")
_IS = regex(r"\s+(?:was|is|were)\s+(?P<what>(?:[\w'’-]+\s*){1,4})")
# 'Excel to an advanced level'.
_TO_A_LEVEL = regex(r"\s+(?:to|at)\s+(?:an?\s+)?[\w-]+\s+(?:level|standard)\b", re.IGNORECASE)
# Products whose names carry a year or a version that belongs to them as printed.
_VERSIONED = frozenset(
    {
        "operating_system", "office", "database", "directory", "itsm", "email_client",
        "word_processor", "spreadsheet", "presentation", "desktop_database", "desktop_publishing",
        "file_sharing", "diagrams", "email_server", "forms", "project", "meetings",
    }
)  # fmt: skip


_WORKED_IN = regex(
    r"\b(?:using|used|uses?|via|use\s+of|users?\s+(?:of|for))\s+(?:the\s+)?$"
    r"|\b(?:software|systems?|packages?|IT)(?:\s+used)?:\s*$|\b(?:train\w*|taught)\s+(?:[\w-]+\s+){1,3}(?:on|in)\s+$"
    r"|\b(?:notes?|logs?|logg\w+|record\w*|draw\w*|drew|modell?\w*|post\w*|book\w*|enter\w*|buil[dt]\w*|kept|keep\w*"
    r"|writ\w+|wrote|report\w*|register\w*|orders?|schedul\w+|track\w*|updat\w+|rais\w+|clos\w+|publish\w*|catalogu\w+"
    r"|pric\w+|plann?\w*|invoic\w+|files?|filed|diar\w+|check\w*|audit|issu\w+|rota\w*|ran|plans)\s+(?:[\w&'’-]+,?\s+){0,5}"
    r"(?:in|on|into|with|through)\s+(?:(?:the|our|an?|my|their)\s+)?(?:[\w-]+['’]s\s+)?$",
    re.IGNORECASE,
)
# 'In Inventor Road': a longer name.
_NAME_GOES_ON = regex(r"\s+(?!MIS\b|PMS\b|LMS\b|CRM\b)[A-Z][a-z]")


@dataclass(frozen=True, slots=True)
class Named:
    """A product named at ``[start, end)``; the span holds a version printed with it."""

    product: Product
    start: int
    end: int


@cache
def families() -> Phrases:
    """Return the words for families of comparable products ("CRM system"), by family."""
    words = tool_words().families.items()
    return Phrases({family: [f for p in each for f in (p, p + "s")] for family, each in words})


@cache
def _automaton() -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    by_key: dict[str, list[tuple[str, Product]]] = {}
    for product in products().values():
        for spelling in product.spellings:
            by_key.setdefault(spelling.lower(), []).append((spelling, product))
    for key, entries in by_key.items():
        automaton.add_word(key, (len(key), tuple(entries)))
    automaton.make_automaton()
    return automaton


def named_in(text: str, *, listed: bool = False) -> list[Named]:
    """Return the products named in ``text``, in order, none overlapping another.

    Args:
        text: A sentence, bullet or table row.
        listed: Whether it is known to list tools, so that common words may be products.
    """
    lowered = text.lower()
    if len(lowered) != len(text):  # a few letters grow in lower case; offsets would slip
        lowered = text
    found: list[tuple[int, int, str, Product]] = []
    for last, (length, entries) in _automaton().iter(lowered):
        start, end = last - length + 1, last + 1
        if _is_whole(text, start, end):
            chosen = _as_spelt(text[start:end], entries)
            if chosen is not None:
                found.append((start, end, *chosen))
    found = longest(found)
    sure = _sure(text, found)
    return [
        Named(product, start, _with_version(text, end, product))
        for start, end, spelling, product in found
        if _is_product(
            text, start, end, _care_at(text, start, end, spelling, product), sure, listed=listed
        )
    ]


def _sure(text: str, found: list[tuple[int, int, str, Product]]) -> list[tuple[int, int]]:
    """Spans that are products whatever stands around them, lists of common names included."""
    sure, common = [], []
    for start, end, spelling, product in found:
        care = _care_at(text, start, end, spelling, product)
        if care == "" and not means_something_else(text, start, end):
            sure.append((start, end))
        elif care == "context" and text[start].isupper():
            common.append((start, end))
    for (a, b), (c, d) in pairwise(common):
        if _SIDE_BY_SIDE.fullmatch(text, b, c):
            sure += [(a, b), (c, d)]
    return sure


def _is_whole(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isalnum() or before in {"_", "@"} or (text[start].isalnum() and before == "."):
        return False
    if after.isalnum() or after == "_":
        return False
    if end - start > 2:
        return True
    # "C" is not in "C++", "R" not in "R&D" or "R.S.I.", "Go" not in "Go-live".
    goes_on = after in {"-", "."} and text[end + 1 : end + 2].isalpha()
    return after not in {"+", "#", "&"} and not goes_on


def _as_spelt(printed: str, entries: tuple[tuple[str, Product], ...]) -> tuple[str, Product] | None:
    for spelling, product in entries:
        if _care(spelling, product) == "" or printed == spelling or len(printed) >= 4:
            return spelling, product
    return None


def _care(spelling: str, product: Product) -> str:
    """Spellings of several words, or with a digit or sign in them, are seldom common words."""
    if spelling.lower() in tool_words().everyday:
        return product.care or "exact"
    if not spelling.isalpha() and (" " in spelling or len(spelling) > 4):
        return ""
    if spelling in tool_words().unmistakable:
        return ""
    return product.care


def _care_at(text: str, start: int, end: int, spelling: str, product: Product) -> str:
    """Return the care a mention needs: "small" for a name that is not printed as a name."""
    care, printed = _care(spelling, product), text[start:end]
    if care == "exact":
        everyday = not product.care and not printed.islower()
        return "" if everyday or printed == spelling or printed.isupper() else "small"
    return "small" if care and printed.islower() else care


def _is_product(
    text: str, start: int, end: int, care: str, sure: list[tuple[int, int]], *, listed: bool
) -> bool:
    if any(_SIDE_BY_SIDE.fullmatch(text, min(end, b), max(start, a)) for a, b in sure):
        return True
    if care == "small" or means_something_else(text, start, end):
        return False
    if care == "" or listed or (start, end) in sure:
        return True
    if any(abs(a - end) <= _NEAR or abs(start - b) <= _NEAR for a, b in sure if a != start):
        return True
    if care == "among" and is_worked_in(text, start, end):
        return True
    return _coded(text, start, end) or (care == "context" and _shown(text, start, end))


def is_worked_in(text: str, start: int, end: int) -> bool:
    """Return whether work is kept or made in what is named: 'daily notes on Nourish'."""
    return _WORKED_IN.search(
        text, max(0, start - 70), start
    ) is not None and not _NAME_GOES_ON.match(text, end)


def _coded(text: str, start: int, end: int) -> bool:
    """Whether the words beside a name are about writing programs in it."""
    if _CODED_BEHIND.match(text, end):
        return True
    return bool(_CODED_BEFORE.search(text, 0, start) and _CLOSES.match(text, end))


def _shown(text: str, start: int, end: int) -> bool:
    """Whether the words beside a capitalised common word show that a product is meant."""
    behind = _WORD.search(text, end, end + 20)
    before = _WORD.findall(text[max(0, start - 60) : start])
    shows = tool_words().shows
    if before and before[-1].lower() in shows:
        return True
    if not text[:start].strip() and not text[end:].strip(" .;,"):
        return True
    opens = not before or text[:start].rstrip()[-1:] in {".", "!", "?", ""}
    if opens:
        # "Excel at what you do", "Access to data": a verb or a noun that opens a sentence.
        if _TO_A_LEVEL.match(text, end):
            return True
        told = _IS.match(text, end)
        if told and {word.lower() for word in _WORD.findall(told["what"])} & (shows - _LINKS):
            return True
        nexts = text[end : end + 2].strip()[:1]
        if marks.share_at(text, end) is not None or _level_behind().match(text, end):
            return True
        return nexts in {":", "("} or bool(behind and behind.group().lower() in shows - _LINKS)
    first = len(before) == 1 and behind is not None
    if (before[-1].islower() or first) and text[start].isupper() and not text[start:end].isupper():
        # A capital in the midst of small letters names something.
        return behind is None or behind.group().islower()
    near = {word.lower() for word in before[-5:]} | ({behind.group().lower()} if behind else set())
    return bool(near & (shows - _LINKS))


@cache
def _level_behind() -> re.Pattern[str]:
    """Return what finds a level behind a dash: 'Excel - weak'."""
    words = {word for each in tool_words().levels.values() for word in each if word.isalpha()}
    any_word = "|".join(sorted(map(re.escape, words)))
    return re.compile(rf"\s?[-–—]\s(?:[a-z]+\s){{0,2}}?(?:{any_word})\b", re.IGNORECASE)


_LINKS = frozenset({"in", "on", "into", "with", "from", "use"})


def _with_version(text: str, end: int, product: Product) -> int:
    version = _VERSION.match(text, end)
    if version is None:
        return end
    if _YEARS.match(version.group()) and product.family not in _VERSIONED:
        return end
    return version.end()
