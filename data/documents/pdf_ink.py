"""A rendered PDF page: is there anything to see at a place?

Knows pixels, and neither text nor what a page is about.
"""

from typing import NamedTuple

import pypdfium2 as pdfium

# Pixels for each point: strokes of ordinary type are then a pixel wide or more.
_SCALE = 1.5
# Grey levels (of 255) that must differ for something to be seen: near white, about a contrast
# ratio of 1.15.
_LEVELS = 12


class Ink(NamedTuple):
    """A page in grey, row by row from its visible top left corner."""

    pixels: bytes
    stride: int
    width: int
    height: int

    def within(self, left: float, top: float, right: float, bottom: float) -> bool:
        """Whether anything stands out in a box given in points."""
        first, last = max(int(left * _SCALE), 0), min(int(right * _SCALE) + 1, self.width)
        above, below = max(int(top * _SCALE), 0), min(int(bottom * _SCALE) + 1, self.height)
        low, high = 255, 0
        for y in range(above, below):
            row = self.pixels[y * self.stride + first : y * self.stride + last]
            if row:
                low, high = min(low, *row), max(high, *row)
                if high - low >= _LEVELS:
                    return True
        return False


def render(page: pdfium.PdfPage) -> Ink:
    """Render a page as it is seen."""
    bitmap = page.render(scale=_SCALE, grayscale=True, may_draw_forms=False)
    try:
        return Ink(bytes(bitmap.buffer), bitmap.stride, bitmap.width, bitmap.height)
    finally:
        bitmap.close()
