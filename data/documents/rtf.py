"""Rich Text Format: the text a reader of the page would see.

Follows Microsoft's RTF specification 1.9.1. A small reader of our own, because striprtf drops
headers, footnotes and text boxes and cannot tell hidden runs. The stream is a sequence of
control words, groups and bytes; a group inherits its parent's state and gives it back.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from data.documents.document import Content, Source
from data.documents.hidden import BLACK, RGB, WHITE, HiddenWords, Look
from data.documents.tables import row_lines

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})?[ ]?"  # control word
    rb"|\\'([0-9a-fA-F]{2})"  # a byte in the current code page
    rb"|\\([^a-zA-Z])"  # control symbol
    rb"|([{}])"
    rb"|[\r\n]+"
    rb"|([^\\{}\r\n]+)"
)
# Groups that hold no text of the page. Groups marked \\* are skipped unless named in _KEPT.
_SKIPPED = frozenset(
    b"stylesheet info pict object fldinst themedata colorschememapping datastore latentstyles "
    b"listtable listoverridetable rsidtbl generator xmlnstbl filetbl revtbl bkmkstart bkmkend "
    b"annotation atnid atnauthor template sp nonesttables shprslt nonshppict ftnsep ftnsepc "
    b"aftnsep aftnsepc fontfile panose falt pnseclvl background tc xe listlevel".split()
)
_KEPT = frozenset((b"shptxt", b"shpinst", b"nesttableprops"))
_CHARACTERS: dict[bytes, str] = {
    b"par": "\n",
    b"sect": "\n\n",
    b"page": "\n\n",
    b"line": "\n",
    b"tab": "\t",
    b"emdash": "\u2014",
    b"endash": "\u2013",
    b"emspace": " ",
    b"enspace": " ",
    b"bullet": "\u2022",
    b"lquote": "\u2018",
    b"rquote": "\u2019",
    b"ldblquote": "\u201c",
    b"rdblquote": "\u201d",
}
_SYMBOLS = {b"~": " ", b"_": "-", b"\\": "\\", b"{": "{", b"}": "}", b"\n": "\n", b"\r": "\n"}
_MARGINS = {
    b"header": "header",
    b"headerf": "header",
    b"headerl": "header",
    b"headerr": "header",
    b"footer": "footer",
    b"footerf": "footer",
    b"footerl": "footer",
    b"footerr": "footer",
    b"footnote": "note",
    b"shptxt": "box",
}
# Font character sets (specification, 'Font table') to Python's names; 2 is Symbol.
_CHARSETS = {
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    134: "gbk",
    136: "big5",
    161: "cp1253",
    162: "cp1254",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
}
_SYMBOL_SET = 2
_SYMBOL_BASE = 0xF000


@dataclass(frozen=True, slots=True)
class _State:
    """What a group inherits."""

    look: Look = field(default_factory=Look)
    skipped: bool = False
    place: str = "body"
    font: int = 0
    unicode_skip: int = 1
    table: str = ""
    deleted: bool = False


def read_rtf(source: Source) -> Content:
    """Read an RTF document as one page: headers, body, boxes and notes, footers."""
    reader = _RtfReader()
    reader.read(source.data)
    parts = ("header", "body", "box", "note", "footer")
    text = "\n".join("".join(reader.text[part]) for part in parts if reader.text[part])
    return Content((_whole(text),), reader.hidden.warnings())


def _whole(text: str) -> str:
    """Join the halves of characters beyond U+FFFF, and bullets with their text."""
    text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", errors="replace")
    return re.sub(r"^([^\w\s]) *\t", r"\1 ", text, flags=re.MULTILINE)


class _RtfReader:
    """Reads the tokens of one document, keeping its state in a stack."""

    def __init__(self) -> None:
        self.text: dict[str, list[str]] = {
            part: [] for part in ("header", "body", "box", "note", "footer")
        }
        self.hidden = HiddenWords()
        self._state = _State()
        self._stack: list[_State] = []
        self._codepage = "cp1252"
        self._fonts: dict[int, int] = {}
        self._colours: list[RGB | None] = []
        self._mixing: dict[bytes, int] = {}
        self._bytes = bytearray()
        self._to_skip = 0
        self._starred = False
        self._cells: list[str] = []
        self._cell_start = 0

    def read(self, data: bytes) -> None:
        """Read a whole document."""
        position = 0
        while match := _TOKEN.search(data, position):
            position = match.end()
            word, number, byte, symbol, brace, plain = match.groups()
            if byte is None and plain is None:
                self._flush()
            if word == b"bin":  # raw bytes follow, braces among them
                position += max(int(number or 0), 0)
            elif word:
                self._word(word, None if number is None else int(number))
            elif byte:
                self._add(bytes.fromhex(byte.decode("ascii")))
            elif symbol:
                self._symbol(symbol)
            elif brace == b"{":
                self._stack.append(self._state)
                self._to_skip = 0
            elif brace == b"}":
                self._state = self._stack.pop() if self._stack else self._state
                self._to_skip = 0
            elif plain:
                self._add(plain)
        self._flush()

    def _add(self, piece: bytes) -> None:
        """Collect bytes, less those that repeat a Unicode character for old programs."""
        skip = min(self._to_skip, len(piece))
        self._to_skip -= skip
        piece = piece[skip:]
        if self._state.table == "colortbl":
            for _ in range(piece.count(b";")):
                mixed = self._mixing
                colour = (mixed.get(b"red", 0), mixed.get(b"green", 0), mixed.get(b"blue", 0))
                self._colours.append(colour if mixed else None)
                self._mixing = {}
        elif not self._state.skipped and not self._state.table:
            self._bytes += piece

    def _flush(self) -> None:
        if self._bytes:
            charset = self._fonts.get(self._state.font, 0)
            if charset == _SYMBOL_SET:
                text = "".join(chr(_SYMBOL_BASE + b) if b > 0x7F else chr(b) for b in self._bytes)
            else:
                codepage = _CHARSETS.get(charset, self._codepage)
                text = self._bytes.decode(codepage, errors="replace")
            self._bytes.clear()
            self._emit(text)

    def _emit(self, text: str) -> None:
        state = self._state
        if state.skipped or state.deleted or state.table:
            return
        if state.look.hidden:
            self.hidden.add(text)
        else:
            self.text[state.place].append(text)

    def _symbol(self, symbol: bytes) -> None:
        if symbol == b"*":
            self._starred = True
        elif symbol in _SYMBOLS:
            self._emit(_SYMBOLS[symbol])

    def _word(self, word: bytes, number: int | None) -> None:
        starred, self._starred = self._starred, False
        self._to_skip = 0
        if word in _SKIPPED or (starred and word not in _KEPT):
            self._state = replace(self._state, skipped=True)
        elif word in (b"fonttbl", b"colortbl"):
            self._state = replace(self._state, table=word.decode("ascii"))
        elif word in _MARGINS:
            self._enter(_MARGINS[word])
        elif self._state.table:
            self._table_word(word, number)
        elif word in _CHARACTERS:
            self._emit(_CHARACTERS[word])
        elif word in (b"cell", b"nestcell", b"row", b"nestrow", b"trowd"):
            self._cell(word)
        elif handler := _HANDLERS.get(word):
            handler(self, number)

    def _enter(self, place: str) -> None:
        self._state = replace(self._state, place=place, look=Look())
        written = self.text[place]
        if written and not written[-1].endswith("\n"):
            written.append("\n")

    def _table_word(self, word: bytes, number: int | None) -> None:
        """A word of the font or colour table."""
        if word == b"f":
            self._state = replace(self._state, font=number or 0)
        elif word == b"fcharset":
            self._fonts[self._state.font] = number or 0
        elif word in (b"red", b"green", b"blue"):
            self._mixing[word] = number or 0

    def _cell(self, word: bytes) -> None:
        """End a cell or a row of a table; text since the last end is the cell's."""
        written = self.text[self._state.place]
        if word == b"trowd":
            if not self._cells:
                self._cell_start = len(written)
        elif word in (b"cell", b"nestcell"):
            self._cells.append("".join(written[self._cell_start :]))
            del written[self._cell_start :]
        else:
            written.append("\n".join(row_lines(self._cells)) + "\n")
            self._cells = []
            self._cell_start = len(written)

    def set_codepage(self, number: int | None) -> None:
        """The document's code page."""
        try:
            b"".decode(f"cp{number}")
        except LookupError:
            return
        self._codepage = f"cp{number}"

    @property
    def look(self) -> Look:
        """How text looks now."""
        return self._state.look

    def restyle(self, look: Look) -> None:
        """Change how the text that follows looks."""
        self._state = replace(self._state, look=look)

    def set_deleted(self, number: int | None) -> None:
        """Text that a tracked change removed."""
        self._state = replace(self._state, deleted=number != 0)

    def set_font(self, number: int | None) -> None:
        """Change the font."""
        self._state = replace(self._state, font=number or 0)

    def set_unicode_skip(self, number: int | None) -> None:
        """How many bytes repeat each Unicode character."""
        self._state = replace(self._state, unicode_skip=1 if number is None else max(number, 0))

    def add_unicode(self, number: int | None) -> None:
        """A character by its UTF-16 code unit, negative from 0x8000 on."""
        self._emit(chr((number or 0) & 0xFFFF))
        self._to_skip = self._state.unicode_skip

    def colour(self, number: int | None, automatic: RGB | None) -> RGB | None:
        """A colour of the table; its first entry is usually 'automatic'."""
        index = number or 0
        known = self._colours[index] if 0 <= index < len(self._colours) else None
        return automatic if known is None else known


def _plain(reader: _RtfReader, _: int | None) -> None:
    reader.restyle(replace(reader.look, colour=BLACK, points=None, concealed=False))


def _hide(reader: _RtfReader, number: int | None) -> None:
    reader.restyle(replace(reader.look, concealed=number != 0))


def _size(reader: _RtfReader, number: int | None) -> None:
    points = None if number is None else number / 2  # given in half points
    reader.restyle(replace(reader.look, points=points))


def _colour(reader: _RtfReader, number: int | None) -> None:
    reader.restyle(replace(reader.look, colour=reader.colour(number, BLACK)))


def _background(reader: _RtfReader, number: int | None) -> None:
    reader.restyle(replace(reader.look, background=reader.colour(number, WHITE)))


_HANDLERS: dict[bytes, Callable[[_RtfReader, int | None], None]] = {
    b"ansicpg": _RtfReader.set_codepage,
    b"deleted": _RtfReader.set_deleted,
    b"f": _RtfReader.set_font,
    b"uc": _RtfReader.set_unicode_skip,
    b"u": _RtfReader.add_unicode,
    b"plain": _plain,
    b"v": _hide,
    b"fs": _size,
    b"cf": _colour,
    b"highlight": _background,
    b"cb": _background,
    b"chcbpat": _background,
    b"cbpat": _background,
    b"clcbpat": _background,
}
