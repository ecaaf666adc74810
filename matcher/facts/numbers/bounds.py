"""What stands around a number: whether it is a bound, and whether two numbers form a range.

Must not know how a number is written, nor what is measured.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from data.patterns import regex

_OVER = (
    r"over|more\s+than|above|(?:in\s+)?excess\s+of|exceed(?:s|ing|ed)?|greater\s+than|at\s+least|"
    r"(?:a\s+)?minimum(?:\s+of)?|min\.?|upwards?\s+of|north\s+of|no(?:t)?\s+(?:less|fewer)\s+than|"
    r"[>≥]=?|\+"
)
_UNDER = r"under|less\s+than|fewer\s+than|below|no(?:t)?\s+more\s+than|[<≤]=?"
_UP_TO = r"up\s+to|max(?:imum)?\.?(?:\s+of)?|as\s+(?:much|many|large|high)\s+as"
_NEARLY = (
    r"nearly|almost|(?:(?:just|slightly|a\s+little)\s+)?(?:shy\s+of)|"
    r"(?:just|slightly|a\s+little)\s+(?:under|below|short\s+of)|close\s+to|"
    r"approaching|not\s+quite"
)
_ABOUT = (
    r"about|around|circa|c\.?|ca\.?|approx\.?|approximately|some|roughly|just\s+over|~|"
    r"of\s+the\s+order\s+of"
)
_BEFORE = regex(
    rf"(?:^|(?<=[\s(:,\-–—/|]))(?:(?P<nearly>{_NEARLY})|(?P<about>{_ABOUT})|(?P<over>{_OVER})|"
    rf"(?P<up_to>{_UP_TO})|(?P<under>{_UNDER}))"
    r"(?:\s+(?:a|an|the))?\s*$",
    re.IGNORECASE,
)
# Any of them, for patterns that say what may stand before a number.
BOUND = rf"(?:{_NEARLY}|{_ABOUT}|{_OVER}|{_UP_TO}|{_UNDER})"
_BEHIND = regex(
    r"[\s-]?(?:\+|plus\b|or\s+(?:more|above|greater|higher|over|larger|better)\b|"
    r"(?:and|&)\s+(?:above|over|more|upwards?)\b|(?:as\s+a\s+)?minimum\b|upwards?\b)",
    re.IGNORECASE,
)
_LINK = regex(
    r"\s?(?:->|→|-|–|—|to|up\s+to|through\s+to)\s?(?:just\s+over\s+|over\s+)?$|^\s?(?:and\s|/\s?)$",
    re.I,
)
_BETWEEN = regex(r"\bbetween\s+(?:about\s+|around\s+)?$", re.IGNORECASE)
_FROM = regex(r"(?<!ranging )(?<!ranges )(?<!ranged )\bfrom\s+(?:about\s+|around\s+)?$", re.I)
# Said of a range: that its upper end was reached.
TOP_REACHED = regex(
    r"\b(?:top of (?:that|the|its|this)|the (?:top|higher|highest|upper) (?:figure|amount|sum)|"
    r"top end|upper end|peak\w*|reach\w*|"
    r"at (?:its|their) (?:height|highest|largest|maximum)|rising to|rose to|the latter|"
    r"by the end)\b"
    # 'From £2m to £3m, the largest being Leeds'.
    r"|,\s+(?:and\s+|with\s+)?(?:the|its|their)\s+"
    r"(?:highest|largest|biggest|greatest|most|high point|maximum)\s+"
    r"(?:(?:one|figure|sum|number|budget|team|of\s+(?:them|these))\s+)?(?:in|at|being|during|when|was|coming|for)\b",
    re.IGNORECASE,
)
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
        bound: "over" ('at least', '10+'), "nearly" ('just under'), "under", "up_to", "about" or "".
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


def past_bound(text: str, at: int) -> int:
    """Return the offset behind 'or more', 'plus' and the like where they stand at ``at``."""
    behind = _BEHIND.match(text, at)
    return behind.end() if behind else at


def joined(text: str, first: Number, second: Number) -> Number | None:
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
        growth=_grown(text, first, between),
        scaled=second.scaled or first.scaled,
    )


def _grown(text: str, first: Number, between: str) -> bool:
    """Whether a range is told as what was reached: 'from 8 to 25', '8 -> 25'."""
    arrow = between.strip() in ("->", "→")
    return arrow or _FROM.search(text, max(0, first.start - 24), first.start) is not None


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
    return round(low * scale, 6) if low * scale <= second.low else low


def bounded(text: str, number: Number) -> Number:
    """Return the number with what the words around it say of it: 'at least', 'or more'."""
    before = _BEFORE.search(text, max(0, number.start - _REACH), number.start)
    bound = before.lastgroup or "" if before else ""
    behind = _BEHIND.match(text, number.end)
    if behind is None:
        return replace(number, bound=bound)
    end = number.end + len(behind.group()) if "+" in behind.group() else number.end
    return replace(number, bound="over", end=end)
