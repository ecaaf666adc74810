"""Make text from any format look the same: one newline, one kind of space, no control marks.

Used for formats whose text is assembled by a reader. Plain text keeps its own characters.
"""

import unicodedata

from data.patterns import regex

_LINE_BREAKS = regex("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_SPACES = regex("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# Soft hyphens, zero-width marks and direction controls: nobody sees them, and they split words.
_INVISIBLE = regex("[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_CONTROL = regex("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
_TRAILING = regex("[ \t]+(?=\n|\\Z)")
_BLANK_LINES = regex("\n{4,}")
_LIGATURES = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}
# The Symbol and Wingdings fonts number their glyphs from U+F000; these are the ones that
# word processors offer as list bullets.
_FONT_BULLETS = dict.fromkeys(
    (0xF0B7, 0xF0A7, 0xF0A8, 0xF0D8, 0xF0FC, 0xF076, 0xF06C, 0xF06E, 0xF0BE, 0xF0E0, 0xF071),
    "\u2022",
)
_CHARACTERS: dict[int, str] = {**_LIGATURES, **_FONT_BULLETS}


def clean(text: str) -> str:
    """Normalise characters and white space.

    NFC; LF line ends; ordinary spaces; no control or zero-width characters; no trailing
    spaces; at most two blank lines together; no blank lines at either end.
    """
    text = _LINE_BREAKS.sub("\n", text)
    text = _SPACES.sub(" ", text)
    text = _INVISIBLE.sub("", text)
    text = _CONTROL.sub("", text)
    text = unicodedata.normalize("NFC", text.translate(_CHARACTERS))
    text = _TRAILING.sub("", text)
    return _BLANK_LINES.sub("\n\n\n", text).strip("\n")
