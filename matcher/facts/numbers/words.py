"""Number words to values: 'one point eight million', 'twenty-seven and a half', 'two dozen'.

Must not know what is counted. English number words; digits are read in ``numbers``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from data.patterns import regex

_UNIT_NAMES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_TEN_NAMES = "twenty thirty forty fifty sixty seventy eighty ninety"
_UNITS = {word: value for value, word in enumerate(_UNIT_NAMES.split())} | {"nought": 0}
_TENS = {word: 10 * value for value, word in enumerate(_TEN_NAMES.split(), start=2)}
# How the names of the months begin, in order.
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# Of how many equal parts one is so called.
PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9}
_FRACTIONS = {"half": 0.5, "quarter": 0.25, "three quarters": 0.75}

_PLAIN = "|".join([*_UNITS, *_TENS, "hundred", *SCALES, "dozen"])
# A run of number words; where the grammar breaks inside a run, a new number starts.
_RUN = regex(
    rf"\b(?:(?P<lead>an?|(?:an?\s+)?half(?:\s+an?)?|(?:a|one|three)[\s-]+quarters?\s+of\s+an?)[\s-]+"
    rf"(?=hundred|thousand|million|billion|dozen))?"
    rf"(?P<run>(?:{_PLAIN})\b"
    # 'One million, two hundred thousand': behind a scale a comma goes on.
    rf"(?:(?:[\s-]+|(?:(?<=million)|(?<=thousand)|(?<=billion)),\s+)(?:and[\s-]+)?(?:an?[\s-]+)?"
    rf"(?:{_PLAIN}|point|half|quarters?)\b"
    # 'One and three quarters of a million'.
    r"|(?:(?<=quarter)|(?<=quarters))\s+of\s+an?(?=\s+(?:million|thousand|billion)\b))*)",
    re.IGNORECASE,
)
_TOKEN = regex(r"three[\s-]+quarters?|[a-z]+", re.IGNORECASE)
_VAGUE = regex(r"\b(?:few|several|many|some\s+few|couple\s+of|tens?\s+of)\s+(?:an?\s+)?$", re.I)


@dataclass(slots=True)
class _Sum:
    """A number while it is being read: finished groups, the open group, digits after a point."""

    total: float = 0.0
    group: float = 0.0
    decimals: str | None = None
    empty: bool = True
    scale: float = 1e15

    def value(self) -> float:
        """The number so far."""
        return self.total + self._open()

    def _open(self) -> float:
        return self.group + (float(f"0.{self.decimals}") if self.decimals else 0.0)

    def take(self, word: str) -> bool:
        """Add one word; False where it cannot continue this number."""
        if self.decimals is not None and word in _UNITS and _UNITS[word] < 10:
            self.decimals += str(_UNITS[word])
        elif word in SCALES:
            return self._take_scale(SCALES[word])
        elif self.decimals is not None:
            return False
        elif word in _UNITS or word in _TENS:
            return self._take_small(word)
        elif word in _FRACTIONS:
            if self.total and not self.group:  # 'a million and a half'
                self.total += _FRACTIONS[word] * self.scale
            else:
                self.group += _FRACTIONS[word]
        elif word == "point" and not self.empty:
            self.decimals = ""
        elif word in ("hundred", "dozen") and self.group < 100:
            factor = 100 if word == "hundred" else 12
            self.group = (self.group or 1) * factor
        else:
            return False
        self.empty = False
        return True

    def _take_small(self, word: str) -> bool:
        value = _UNITS.get(word, _TENS.get(word, 0))
        room = self.group % 10 == 0 and self.group % 100 >= 20 if value < 10 else False
        if not (self.group % 100 == 0 or room) or (self.group and value == 0):
            return False
        self.group += value
        self.empty = False
        return True

    def _take_scale(self, scale: float) -> bool:
        if scale >= self.scale:
            return False
        self.total += (self._open() or 1) * scale
        self.group, self.decimals, self.scale, self.empty = 0.0, None, scale, False
        return True


def parse(text: str) -> list[tuple[float, int, int]]:
    """Return ``(value, start, end)`` of every number written in words, in order.

    'Several million' and the like name no number and are left out.
    """
    found: list[tuple[float, int, int]] = []
    for run in _RUN.finditer(text):
        if _VAGUE.search(text, max(0, run.start() - 20), run.start()):
            continue
        numbers = _numbers_in(text, *run.span("run"))
        if run["lead"]:
            value, _, end = numbers[0]
            numbers[0] = (value * _share(run["lead"].lower()), run.start(), end)
        found += numbers
    return found


def _share(lead: str) -> float:
    """What the words before 'million' multiply it by: 'half a', 'three quarters of a', 'a'."""
    if "half" in lead:
        return 0.5
    if "quarter" in lead:
        return 0.75 if lead.startswith("three") else 0.25
    return 1.0


def _word(word: str) -> str:
    """A word as the tables have it: 'three quarters' is one fraction."""
    if word.startswith("three") and word != "three":
        return "three quarters"
    return "quarter" if word == "quarters" else word


def _numbers_in(text: str, start: int, end: int) -> list[tuple[float, int, int]]:
    found = []
    number, first, last = _Sum(), start, start
    joined_by_and = False
    for token in _TOKEN.finditer(text, start, end):
        word = _word(token.group().lower())
        if word in ("a", "an", "and", "of"):
            joined_by_and = joined_by_and or word == "and"
            continue
        # 'Two hundred and ten' and 'two and a half' go on; 'two and ten' are two numbers.
        goes_on = not joined_by_and or word in _FRACTIONS or number.value() >= 100
        joined_by_and = False
        if goes_on and number.take(word):
            last = token.end()
            continue
        if not number.empty:
            found.append((number.value(), first, last))
        number, first, last = _Sum(), token.start(), token.end()
        number.take(word)
    if not number.empty:
        found.append((number.value(), first, last))
    return found
