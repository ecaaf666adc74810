"""Numbers, amounts of money and ranges as documents write them.

Must not know what is measured or who holds it. Every kind that reads a size (money, people,
results) starts from ``numbers``, but for years, which start from ``durations``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from data.knowledge.currencies import currencies
from data.patterns import regex
from matcher.facts.numbers import words as number_words
from matcher.facts.numbers.bounds import Number, bounded, joined

__all__ = ["SCALES", "Number", "amounts", "numbers"]

SCALES = {
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


_SIGN = rf"(?:(?<![A-Za-z])|(?<=\bc))(?:{_any_of(_BY_SIGN)})\s?"
# Behind a currency sign: '£2 500 000', '$500, 000', '€2.500.000', '€2,5 million'.
_SPACED = r"\d{1,3}(?:(?:,?[\s]\d{3})+(?<=00)|(?:[\u00a0\u202f]\d{3})+)(?![\d,.]\d)"
_DOTTED = r"\d{1,3}(?:\.\d{3}){2,}"
_COMMA = rf"\d{{1,3}},\d\d?(?=\s?(?:{_any_of(SCALES)})\b)"
# 'GBP10m': a code that was read as the sign may touch its number.
_CODED = r"(?(sign)(?<=[A-Z]{3})|(?!))"
_DIGITS = regex(
    rf"(?P<sign>{_SIGN})?(?:(?<![\w.,/])|(?<=\bc\.)|(?<=\bca\.)|(?-i:(?<=\bc)(?=\d))|{_CODED})"
    rf"(?P<digits>(?(sign)(?:{_SPACED}|{_DOTTED}|{_COMMA})|(?!))|(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?|\.\d+)"
    r"(?P<vulgar>[½¼¾])?"
    rf"(?:(?P<gap>\+?[\s-]?)(?P<scale>{_any_of(SCALES)})(?![A-Za-z]))?(?:-?ish\b)?(?![A-Za-z_\d]|[,.]\d|[/:]\d)",
    re.IGNORECASE,
)
_ANY_DIGIT = regex(r"\d")
_VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_VAGUE = regex(
    rf"(?P<sign>{_SIGN})?\b(?:(?P<tens>tens|hundreds)\s+of\s+(?P<of>millions|thousands|billions)"
    rf"|(?P<figures>{_any_of(_FIGURES)}|\d\d?)[\s-]?figures?"
    r"|multi[\s-]?(?P<multi>million|billion|thousand|m|mn|bn|k))\b",
    re.IGNORECASE,
)
_CURRENCY_BEHIND = regex(rf"\s?\+?[\s-]?(?P<word>{_any_of(_BY_WORD)})\b", re.IGNORECASE)
_SIGN_BEFORE = regex(rf"({_any_of(_BY_SIGN)})\s?$", re.IGNORECASE)


def numbers(text: str, *, words: bool = True) -> list[Number]:
    """Return every number and range of ``text``, in order.

    Args:
        text: Any text; offsets of the result count from its beginning.
        words: Whether numbers written in words are wanted too.
    """
    return list(_numbers(text, words))


@lru_cache(maxsize=2048)
def _numbers(text: str, words: bool) -> tuple[Number, ...]:
    """Kept for a while: one sentence is read for money, people and results in turn."""
    singles = _vague(text) + _digits(text) + (_words(text) if words else [])
    singles = _without_overlaps(sorted(singles, key=lambda n: (n.start, -n.end)))
    found: list[Number] = []
    for number in singles:
        span = joined(text, found[-1], number) if found else None
        if span is not None:
            found[-1] = span
        else:
            found.append(number)
    return tuple(bounded(text, number) for number in found)


def amounts(text: str) -> list[Number]:
    """Return the numbers of ``text`` that carry a currency, in order."""
    if not _has_currency(text):
        return []
    return [number for number in numbers(text) if number.currency is not None]


_CURRENCY = regex(rf"{_SIGN}|\b(?:{_any_of(_BY_WORD)})\b", re.IGNORECASE)


def _has_currency(text: str) -> bool:
    return _CURRENCY.search(text) is not None


def _digits(text: str) -> list[Number]:
    found: list[Number] = []
    if not _ANY_DIGIT.search(text):
        return found
    for match in _DIGITS.finditer(text):
        digits, scale = match["digits"], (match["scale"] or "").lower()
        if len(digits) > 1 and digits[0] == "0" and digits[1] != ".":
            continue  # a telephone or reference number
        end, currency = match.end(), _currency_of(match["sign"])
        alone = currency is None and not _CURRENCY_BEHIND.match(text, end)
        if len(scale) == 1 and match["gap"] and alone:
            scale, end = "", match.start("gap")  # '10 m' may be metres
        value = _plain_value(digits) + _VULGAR.get(match["vulgar"] or "", 0.0)
        number = Number(
            low=_scaled(value, SCALES.get(scale, 1.0)),
            start=match.start("sign") if match["sign"] else match.start("digits"),
            end=end,
            currency=currency,
            scaled=bool(scale),
        )
        found.append(_with_currency_behind(text, number))
    return found


def _plain_value(digits: str) -> float:
    """The value of digits, whatever groups their thousands and parts their decimals."""
    if re.fullmatch(r"\d{1,3},\d\d?", digits):
        return float(digits.replace(",", "."))
    plain = re.sub(r"[\s,]", "", digits)
    return float(plain.replace(".", "") if plain.count(".") > 1 else plain)


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
    if not any(word in lowered for word in ("figure", "multi", "tens of", "hundreds of")):
        return found
    for match in _VAGUE.finditer(text):
        if match["tens"]:
            ten = SCALES[match["of"].lower().rstrip("s")] * (
                10 if match["tens"].lower() == "tens" else 100
            )
            low, high = 2 * ten, 10 * ten - 1
        elif match["multi"]:
            scale = SCALES[match["multi"].lower()]
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
