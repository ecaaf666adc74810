"""Plain text and Markdown: find the encoding, change nothing else but BOM and line ends.

Spans into a .txt file must match what anybody else reads from it, so nothing is collapsed.
The one exception is text that is visibly broken: UTF-8 that was once read as cp1252 ('Â£9m',
'cafÃ©') is put right and reported, because no reader could use it as it stands.
"""

import codecs
import re

from data.documents.document import Content, Source, Warning_
from data.patterns import regex

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Guessing an encoding reads only this much: enough to tell, and never slow.
_SAMPLE = 64_000
_REPLACEMENT = "\ufffd"


def decode(data: bytes) -> str:
    """Decode text of unknown encoding: byte order mark, UTF-8, then a guess; never fails."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode(_guess(data[:_SAMPLE]), errors="replace")


def _guess(sample: bytes) -> str:
    """An encoding for bytes that are not UTF-8.

    Windows' western code page is tried first: a statistical guess over a page of English with
    a few pound signs and dashes in it would choose among a dozen code pages by chance.
    """
    stray = sum(byte >= 0x80 for byte in sample)
    if stray * 5 < len(sample):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return best.encoding if best else "cp1252"


def _read_as_cp1252(byte: int) -> str:
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:  # five bytes stand for nothing; programs keep them as they are
        return chr(byte)


_BYTE_OF = {_read_as_cp1252(byte): byte for byte in range(0x80, 0x100)}
_TRAIL = "[" + "".join(re.escape(_read_as_cp1252(byte)) for byte in range(0x80, 0xC0)) + "]"
_DAMAGE = regex(
    f"[\u00c2-\u00df]{_TRAIL}|[\u00e0-\u00ef]{_TRAIL}{{2}}|[\u00f0-\u00f4]{_TRAIL}{{3}}"
)
# A no-break space of which the second byte was taken for white space and printed as such: the first
# is left over. Between capitals it may be a letter.
_LEFT_OVER = regex("(?<![A-Z\u00c0-\u00de])\u00c2(?=\\s|$)")


def _repaired(match: re.Match[str]) -> str:
    try:
        return bytes(_BYTE_OF[char] for char in match[0]).decode("utf-8")
    except UnicodeDecodeError:
        return match[0]


def repair(text: str) -> str:
    """Undo UTF-8 that was decoded as cp1252, wherever the result is valid UTF-8.

    What is left over of a no-break space before white space is dropped.
    """
    return _LEFT_OVER.sub("", _DAMAGE.sub(_repaired, text))


def garbled(text: str, repaired: str) -> tuple[Warning_, ...]:
    """The warning for text that was repaired or that lost characters for good."""
    if text != repaired:
        message = "Characters broken by a wrong encoding were repaired."
    elif _REPLACEMENT in text:
        message = "Some characters could not be decoded; quotes around them may read oddly."
    else:
        return ()
    return (Warning_("garbled_text", message),)


def read_text(source: Source) -> Content:
    """Read plain text or Markdown."""
    text = decode(source.data).replace("\r\n", "\n").replace("\r", "\n")
    repaired = repair(text)
    return Content((repaired,), garbled(text, repaired))
