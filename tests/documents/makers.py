"""Make small files of each format, for tests."""

import io
import zipfile
from collections.abc import Callable

import docx
from docx.document import Document as Word
from reportlab.pdfgen.canvas import Canvas

A4 = (595, 842)
OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def make_pdf(draw: Callable[[Canvas], None], password: str | None = None) -> bytes:
    """A PDF of what `draw` puts on its canvas, the same bytes every time."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1, encrypt=password)
    canvas.setFont("Helvetica", 10)
    draw(canvas)
    canvas.save()
    return buffer.getvalue()


def draw_lines(canvas: Canvas, x: float, y: float, lines: list[str], leading: float = 14) -> None:
    """Draw lines downwards from (x, y)."""
    for number, line in enumerate(lines):
        canvas.drawString(x, y - number * leading, line)


def make_docx(build: Callable[[Word], None]) -> bytes:
    """A Word file with what `build` adds to an empty document."""
    document = docx.Document()
    build(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def make_zip(parts: dict[str, str | bytes]) -> bytes:
    """A zip archive, compressed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in parts.items():
            archive.writestr(path, content)
    return buffer.getvalue()


def ole_container(*streams: str) -> bytes:
    """Bytes that look like an OLE container with streams of these names."""
    return OLE_MAGIC + bytes(504) + b"".join(name.encode("utf-16-le") for name in streams)
