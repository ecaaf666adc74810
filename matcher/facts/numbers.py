"""Numbers, amounts of money and ranges as documents write them.

Must not know what is measured or who holds it. Every kind that reads a size (money, people,
years, results) starts from ``numbers``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from data.knowledge.currencies import currencies
from matcher.facts import number_words

_SCALES = {
    "k": 1e3,
    "thousand": 1e3,
    "m": 1e6,
    "mm": 1e6,
    "mn": 1e6,
    "mil": 1e6,
    "mill": 1e6,
    "mio": 1e6,
    "mln": 1e6,
    "million": 1e6,
    "millions": 1e6,
    "b": 1e9,
    "bn": 1e9,
    "billion": 1e9,
    "billions": 1e9,
}
_FIGURES = {
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}
# What 'multi-million' says: at least two, and nothing about how many more.
_MULTI = (2.0, 999.999999)

_TABLE = currencies()
_BY_SIGN = {sign.lower(): code for code, row in _TABLE.items() for sign in (*row.signs, code)}
_BY_WORD = {word: code for code, row in _TABLE.items() for word in (*row.words, code.lower())}


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_SIGN = rf"(?<![A-Za-z])(?:{_any_of(_BY_SIGN)})\s?"
_DIGITS = re.compile(
    rf"(?P<sign>{_SIGN})?(?<![\w.,/])"
    r"(?P<digits>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+)(?P<vulgar>[½¼¾])?"
    rf"(?:(?P<gap>[\s-]?)(?P<scale>{_any_of(_SCALES)})(?![A-Za-z]))?(?![A-Za-z_\d]|[,.]\d|[/:]\d)",
    re.IGNORECASE,
)
_VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_VAGUE = re.compile(
    rf"(?P<sign>{_SIGN})?\b(?:(?P<figures>{_any_of(_FIGURES)}|\d\d?)[\s-]?figures?"
    r"|multi[\s-]?(?P<multi>million|billion|thousand|m|mn|bn|k))\b",
    re.IGNORECASE,
)
_CURRENCY_BEHIND = re.compile(rf"\s?\+?[\s-]?(?P<word>{_any_of(_BY_WORD)})\b", re.IGNORECASE)
_SIGN_BEFORE = re.compile(rf"({_any_of(_BY_SIGN)})\s?$", re.IGNORECASE)

_OVER = (
    r"over|more\s+than|above|(?:in\s+)?excess\s+of|exceed(?:s|ing|ed)?|greater\s+than|at\s+least|"
    r"(?:a\s+)?minimum(?:\s+of)?|min\.?|upwards?\s+of|north\s+of|no(?:t)?\s+(?:less|fewer)\s+than|"
    r"[>≥]=?|\+"
)
_UNDER = r"under|less\s+than|fewer\s+than|below|no(?:t)?\s+more\s+than|[<≤]=?"
_UP_TO = r"up\s+to|max(?:imum)?\.?(?:\s+of)?|as\s+(?:much|many|large|high)\s+as"
_ABOUT = (
    r"about|around|circa|c\.?|ca\.?|approx\.?|approximately|nearly|almost|some|roughly|just\s+under|"
    r"just\s+over|~|close\s+to|approaching|of\s+the\s+order\s+of"
)
_BEFORE = re.compile(
    rf"(?:^|(?<=[\s(:,\-–—/|]))(?:(?P<about>{_ABOUT})|(?P<over>{_OVER})|(?P<up_to>{_UP_TO})|(?P<under>{_UNDER}))"
    r"(?:\s+(?:a|an|the))?\s*$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\s?(?:\+|plus\b|or\s+(?:more|above|greater|higher|over|larger|better)\b|"
    r"(?:and|&)\s+(?:above|over|more|upwards?)\b|(?:as\s+a\s+)?minimum\b|upwards?\b)",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"\s?(?:-|–|—|to|up\s+to|through\s+to|/)\s?(?:just\s+over\s+|over\s+)?$|^\s?and\s$", re.I
)
_BETWEEN = re.compile(r"\bbetween\s+(?:about\s+|around\s+)?$", re.IGNORECASE)
_FROM = re.compile(r"(?<!ranging )(?<!ranges )(?<!ranged )\bfrom\s+(?:about\s+|around\s+)?$", re.I)
# The words before which 'm' and 'k' of a second number belong to the first as well.
_REACH = 40


@dataclass(frozen=True, slots=True)
class Number:
    """A number or a range as printed.

    Attributes:
        low: The value, or the lower end of a range.
        high: The upper end of a range or of 'seven-figure'; None for a plain number.
        start: Offset of the first character, the currency sign included.
        end: Offset behind the last, a scale, a currency word or a '+' included.
        currency: ISO 4217, or None where none is printed.
        bound: "over" ('at least', '10+'), "under", "up_to", "about" or "".
        growth: Whether it was told as 'from low to high'.
        scaled: Whether 'k', 'm', 'million' ... was printed.
        vague: Whether only a size class was told ('seven-figure', 'multi-million').
        by_word: Whether the currency was a word ('pounds' may be a weight).
    """

    low: float
    start: int
    end: int
    high: float | None = None
    currency: str | None = None
    bound: str = ""
    growth: bool = False
    scaled: bool = False
    vague: bool = False
    by_word: bool = False

    @property
    def looks_like_year(self) -> bool:
        """Whether this is a bare number such as 2019 that names a calendar year."""
        bare = self.currency is None and not self.scaled
        return bare and 1950 <= self.low <= 2049 and self.low == int(self.low)


def numbers(text: str, *, words: bool = True) -> list[Number]:
    """Return every number and range of ``text``, in order.

    Args:
        text: Any text; offsets of the result count from its beginning.
        words: Whether numbers written in words are wanted too.
    """
    return list(_numbers(text, words))


@lru_cache(maxsize=2048)
def _numbers(text: str, words: bool) -> tuple[Number, ...]:
    """Kept for a while: one sentence is read for money, people, years and results in turn."""
    singles = _vague(text) + _digits(text) + (_words(text) if words else [])
    singles = _without_overlaps(sorted(singles, key=lambda n: (n.start, -n.end)))
    found: list[Number] = []
    for number in singles:
        joined = _joined(text, found[-1], number) if found else None
        if joined is not None:
            found[-1] = joined
        else:
            found.append(number)
    return tuple(_bounded(text, number) for number in found)


def amounts(text: str) -> list[Number]:
    """Return the numbers of ``text`` that carry a currency, in order."""
    if not _has_currency(text):
        return []
    return [number for number in numbers(text) if number.currency is not None]


_CURRENCY = re.compile(rf"{_SIGN}|\b(?:{_any_of(_BY_WORD)})\b", re.IGNORECASE)


def _has_currency(text: str) -> bool:
    return _CURRENCY.search(text) is not None


def _digits(text: str) -> list[Number]:
    found = []
    for match in _DIGITS.finditer(text):
        digits, scale = match["digits"], (match["scale"] or "").lower()
        if len(digits) > 1 and digits[0] == "0" and digits[1] != ".":
            continue  # a telephone or reference number
        end, currency = match.end(), _currency_of(match["sign"])
        if len(scale) == 1 and match["gap"] and currency is None:
            scale, end = "", match.start("gap")  # '10 m' may be metres
        value = float(digits.replace(",", "")) + _VULGAR.get(match["vulgar"] or "", 0.0)
        number = Number(
            low=_scaled(value, _SCALES.get(scale, 1.0)),
            start=match.start("sign") if match["sign"] else match.start("digits"),
            end=end,
            currency=currency,
            scaled=bool(scale),
        )
        found.append(_with_currency_behind(text, number))
    return found


def _words(text: str) -> list[Number]:
    found = []
    for value, start, end in number_words.parse(text):
        sign = _SIGN_BEFORE.search(text, max(0, start - 4), start)
        number = Number(
            low=value,
            start=sign.start() if sign else start,
            end=end,
            currency=_currency_of(sign.group()) if sign else None,
            scaled=value >= 1000,
        )
        found.append(_with_currency_behind(text, number))
    return found


def _vague(text: str) -> list[Number]:
    found: list[Number] = []
    lowered = text.lower()
    if "figure" not in lowered and "multi" not in lowered:
        return found
    for match in _VAGUE.finditer(text):
        if match["multi"]:
            scale = _SCALES[match["multi"].lower()]
            low, high = _MULTI[0] * scale, _MULTI[1] * scale
        else:
            word = match["figures"].lower()
            figures = _FIGURES.get(word) or int(word) if not word.isdigit() else int(word)
            low, high = 10.0 ** (figures - 1), 10.0**figures - 1
        number = Number(
            low=low,
            high=round(high),
            start=match.start(),
            end=match.end(),
            currency=_currency_of(match["sign"]),
            scaled=True,
            vague=True,
        )
        found.append(_with_currency_behind(text, number))
    return found


def _scaled(value: float, scale: float) -> float:
    """Multiply without the dust of binary fractions: 27.6 x 1e6 is 27600000 and nothing more."""
    return round(value * scale, 6)


def _currency_of(sign: str | None) -> str | None:
    return _BY_SIGN[sign.strip().lower()] if sign else None


def _with_currency_behind(text: str, number: Number) -> Number:
    if number.currency is not None:
        return number
    behind = _CURRENCY_BEHIND.match(text, number.end)
    if behind is None:
        return number
    return replace(
        number, currency=_BY_WORD[behind["word"].lower()], end=behind.end(), by_word=True
    )


def _without_overlaps(ordered: list[Number]) -> list[Number]:
    kept: list[Number] = []
    for number in ordered:
        if not kept or number.start >= kept[-1].end:
            kept.append(number)
    return kept


def _joined(text: str, first: Number, second: Number) -> Number | None:
    """Return the range that two neighbours form, or None.

    '£8-12m' gives its sign and its scale to both ends.
    """
    between = text[first.end : second.start]
    if len(between) > 16 or first.high is not None or second.high is not None:
        return None
    if between.strip().lower() == "and":
        if not _BETWEEN.search(text, max(0, first.start - 20), first.start):
            return None
    elif not _LINK.search(between) or len(between.strip().split()) > 3:
        return None
    if not _same_measure(first, second):
        return None
    low = first.low
    if second.scaled and not first.scaled and low < 1000 and second.low >= 1000:
        low = _shared_scale(text, low, second)
    if low > second.low:
        return None
    return replace(
        second,
        low=low,
        high=second.low,
        start=first.start,
        currency=first.currency or second.currency,
        growth=_FROM.search(text, max(0, first.start - 24), first.start) is not None,
        scaled=second.scaled or first.scaled,
    )


def _same_measure(first: Number, second: Number) -> bool:
    """Whether two numbers can be ends of one range: one currency, and no year beside money."""
    if first.currency and second.currency:
        return first.currency == second.currency
    return not (first.looks_like_year and second.currency)


def _shared_scale(text: str, low: float, second: Number) -> float:
    """The lower end at the upper end's scale, unless that would turn the range round."""
    printed = re.search(r"[\d.,]+", text[second.start : second.end])
    if printed is None:
        return low
    scale = round(second.low / float(printed.group().strip(",.").replace(",", "")))
    return _scaled(low, scale) if low * scale <= second.low else low


def _bounded(text: str, number: Number) -> Number:
    before = _BEFORE.search(text, max(0, number.start - _REACH), number.start)
    bound = before.lastgroup or "" if before else ""
    behind = _BEHIND.match(text, number.end)
    if behind is None:
        return replace(number, bound=bound)
    end = number.end + len(behind.group()) if "+" in behind.group() else number.end
    return replace(number, bound="over", end=end)
