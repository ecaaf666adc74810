"""Would a reader of the page see this text? The rules every format shares.

Colour contrast follows WCAG 2.2 (relative luminance and contrast ratio), which puts black on
white at 21 and a colour on itself at 1. Knows nothing of any file format: a reader tells how
a piece of text looks, this module says whether that can be seen.
"""

import re
from dataclasses import dataclass

from data.documents.document import Warning_
from data.patterns import regex

RGB = tuple[int, int, int]
WHITE: RGB = (255, 255, 255)
BLACK: RGB = (0, 0, 0)

# Pale grey print (#CCCCCC on white) has 1.6 and can be read; #F0F0F0 has 1.14 and cannot.
LEAST_CONTRAST = 1.15
# The small print of contracts is set in 4 points; nobody reads less than 3.
LEAST_POINTS = 3.0

_NAMED = {
    "white": WHITE,
    "black": BLACK,
    "snow": (255, 250, 250),
    "ivory": (255, 255, 240),
    "ghostwhite": (248, 248, 255),
    "whitesmoke": (245, 245, 245),
    "yellow": (255, 255, 0),
    "navy": (0, 0, 128),
    "gray": (128, 128, 128),
    "grey": (128, 128, 128),
    "red": (255, 0, 0),
    "green": (0, 128, 0),
    "blue": (0, 0, 255),
}
_HEX = regex("#?([0-9a-f]{6}|[0-9a-f]{3})", re.IGNORECASE)
_RGB_CALL = regex(r"rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)", re.IGNORECASE)
_WORD = regex(r"\w+")


def parse_colour(value: str | None) -> RGB | None:
    """Read '#fff', 'FFFFFF', 'rgb(1, 2, 3)' or a common name; None for anything else."""
    value = (value or "").strip().lower()
    if call := _RGB_CALL.match(value):
        red, green, blue = (min(int(part), 255) for part in call.groups())
        return red, green, blue
    if match := _HEX.fullmatch(value):
        digits = match[1] if len(match[1]) == 6 else "".join(c * 2 for c in match[1])
        return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)
    return _NAMED.get(value)


def luminance(colour: RGB) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2)."""
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (channel / 255 for channel in colour)
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: RGB, other: RGB) -> float:
    """Contrast ratio, 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@dataclass(frozen=True, slots=True)
class Look:
    """How a piece of text appears; None means unknown, and the unknown is taken as visible.

    Attributes:
        colour: of the letters.
        background: what lies behind them.
        points: size of the letters.
        concealed: the format says outright 'do not show'.
    """

    colour: RGB | None = BLACK
    background: RGB | None = WHITE
    points: float | None = None
    concealed: bool = False

    @property
    def hidden(self) -> bool:
        """Whether a reader of the page would not see such text."""
        if self.concealed or (self.points is not None and self.points < LEAST_POINTS):
            return True
        if self.colour is None or self.background is None:
            return False
        return contrast(self.colour, self.background) < LEAST_CONTRAST


@dataclass(slots=True)
class HiddenWords:
    """Counts the words left out of a document because nobody would see them."""

    count: int = 0

    def add(self, text: str) -> None:
        """Count the words of a hidden piece of text."""
        self.count += len(_WORD.findall(text))

    def warnings(self) -> tuple[Warning_, ...]:
        """The warning to attach to the document, if any word was hidden."""
        if not self.count:
            return ()
        words = "1 word" if self.count == 1 else f"{self.count} words"
        message = f"{words} of hidden text (invisible to a reader of the page) left out."
        return (Warning_("hidden_text", message),)
