"""The glyphs of one PDF page: what each says, where it stands, and whether it can be seen.

The only module besides `pdf` that talks to PDFium. Coordinates are turned so that x grows to
the right and y grows downwards from the page's visible top left corner, rotation undone.
Knows nothing of lines and columns.

Visibility is decided by looking: the page is rendered, and a glyph without ink under it (white
on white, under a shape, clipped away) is hidden. What rendering cannot tell is asked of the
text itself: its size, its place, and whether it is drawn at all.
"""

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from data.documents.hidden import LEAST_CONTRAST, LEAST_POINTS, RGB, WHITE, contrast
from data.documents.pdf_ink import Ink, render
from data.documents.pdf_lines import Glyph

# A font's line is about this much taller than its nominal size.
_LINE_TO_POINTS = 1.15
# Ink of a line of letters, from their tops to underscores, as parts of the line's height.
_CAP_HEIGHT = 0.65
_DESCENT = 0.2
# An image at least this large (share of the page) is a scanned page: text on it that is not
# drawn was put there by OCR, for selecting and searching.
SCAN_SHARE = 0.5
_INVISIBLE_MODES = (raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP)

Place = Callable[[float, float], tuple[float, float]]


@dataclass(frozen=True, slots=True)
class PageGlyphs:
    """The glyphs of a page in the order the file draws them; a line feed breaks the flow."""

    glyphs: tuple[Glyph, ...]
    image_share: float


class _Ways(NamedTuple):
    """How a text object is drawn."""

    colour: RGB
    undrawn: bool


class _Drawn(NamedTuple):
    """A glyph, and how it is drawn; None for a gap that PDFium noticed."""

    glyph: Glyph
    way: _Ways | None


def read_glyphs(page: pdfium.PdfPage) -> PageGlyphs:
    """Read one page."""
    box = page.get_cropbox()
    place, width, height = _placement(box, page.get_rotation())
    share, painted = _surroundings(page, (box[2] - box[0]) * (box[3] - box[1]))
    textpage = page.get_textpage()
    try:
        drawn = list(_characters(textpage, place))
    finally:
        textpage.close()
    ways = {way for _, way in drawn if way is not None}
    faint = any(contrast(way.colour, WHITE) < LEAST_CONTRAST for way in ways)
    ink = render(page) if drawn and (painted or faint) else None
    glyphs: list[Glyph] = []
    for word in _words(drawn):
        blank = ink is not None and not any(_inked(ink, each.glyph) for each in word)
        for glyph, way in word:
            hidden = way is not None and (
                _out_of_sight(glyph, width, height)
                or (way.undrawn and share < SCAN_SHARE)
                or (blank and not way.undrawn)
            )
            glyphs.append(glyph._replace(hidden=True) if hidden else glyph)
    return PageGlyphs(tuple(glyphs), share)


def _words(drawn: list[_Drawn]) -> Iterator[list[_Drawn]]:
    """Stretches without space that are drawn the same way: they are seen together, or not."""
    word: list[_Drawn] = []
    for each in drawn:
        if word and (each.way != word[-1].way or word[-1].glyph.char.isspace()):
            yield word
            word = []
        word.append(each)
    if word:
        yield word


def _inked(ink: Ink, glyph: Glyph) -> bool:
    top, bottom = (glyph.baseline + glyph.size * part for part in (-_CAP_HEIGHT, _DESCENT))
    return not glyph.char.isspace() and ink.within(glyph.left, top, glyph.right, bottom)


def _out_of_sight(glyph: Glyph, width: float, height: float) -> bool:
    across = 0 <= (glyph.left + glyph.right) / 2 <= width
    down = 0 <= glyph.baseline - glyph.size / 3 <= height
    return not (across and down) or glyph.size < LEAST_POINTS * _LINE_TO_POINTS


def _placement(box: tuple[float, float, float, float], rotation: int) -> tuple[Place, float, float]:
    """How to turn page space into what a reader sees, and the size of what is seen."""
    x0, y0, x1, y1 = box
    width, height = x1 - x0, y1 - y0
    match rotation:
        case 90:
            return (lambda x, y: (y - y0, x - x0)), height, width
        case 180:
            return (lambda x, y: (x1 - x, y - y0)), width, height
        case 270:
            return (lambda x, y: (y1 - y, x1 - x)), height, width
    return (lambda x, y: (x - x0, y1 - y)), width, height


def _surroundings(page: pdfium.PdfPage, area: float) -> tuple[float, bool]:
    """The largest image's share of the page, and whether anything but text is drawn at all."""
    largest, painted = 0.0, False
    for thing in page.get_objects():
        if thing.type in (raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_FORM):
            continue
        painted = True
        if thing.type == raw.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = thing.get_bounds()
            largest = max(largest, (right - left) * (top - bottom))
    return (largest / area if area else 0.0), painted


def _characters(textpage: pdfium.PdfTextPage, place: Place) -> Iterator[_Drawn]:
    """Each character with its place and way of drawing; no way for those PDFium adds."""
    known: dict[bytes, _Ways] = {}
    rectangle = raw.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    # Pointers made once: making them for each call would take most of the time.
    box_at, x_at, y_at = ctypes.pointer(rectangle), ctypes.pointer(x), ctypes.pointer(y)
    handle = textpage.raw
    for index in range(textpage.count_chars()):
        code = raw.FPDFText_GetUnicode(handle, index)
        char = chr(code) if 0 < code < 0x110000 else "\ufffd"
        if char in " \r\n" and raw.FPDFText_IsGenerated(handle, index) == 1:
            yield _Drawn(Glyph("\n" if char in "\r\n" else " ", 0.0, 0.0, 0.0, 0.0), None)
            continue
        if char in "\r\n":
            continue
        raw.FPDFText_GetLooseCharBox(handle, index, box_at)
        raw.FPDFText_GetCharOrigin(handle, index, x_at, y_at)
        left, top = place(rectangle.left, rectangle.top)
        right, bottom = place(rectangle.right, rectangle.bottom)
        _, baseline = place(x.value, y.value)
        size = abs(bottom - top)
        way = _way(handle, index, known)
        char = "-" if char in "\x02\ufffe" else char  # how PDFium marks a hyphen at a line's end
        glyph = Glyph(char, min(left, right), max(left, right), baseline, size)
        yield _Drawn(glyph, way)


def _way(handle: Any, index: int, known: dict[bytes, _Ways]) -> _Ways:
    """How a character's text object is drawn; asked once for each object."""
    text_object = raw.FPDFText_GetTextObject(handle, index)
    address = bytes(text_object)
    if address not in known:
        mode = raw.FPDFTextObj_GetTextRenderMode(text_object) if text_object else 0
        red, green, blue, alpha = (ctypes.c_uint(0) for _ in range(4))
        known_colour = raw.FPDFText_GetFillColor(handle, index, red, green, blue, alpha)
        colour = (red.value, green.value, blue.value) if known_colour else (0, 0, 0)
        clear = bool(known_colour) and alpha.value == 0
        known[address] = _Ways(colour, clear or mode in _INVISIBLE_MODES)
    return known[address]
