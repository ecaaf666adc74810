"""Files as users really send them, of no use as a CV, each with what is to be said of it."""

from collections.abc import Callable

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.documents.makers import A4, make_pdf, make_zip


def written(canvas: Canvas) -> None:
    canvas.drawString(50, 700, "Anna Example")


def scanned(canvas: Canvas) -> None:
    picture = Image.new("RGB", (60, 80), "grey")
    canvas.drawImage(ImageReader(picture), 0, 0, *A4)


def zip_bomb() -> bytes:
    return make_zip({"[Content_Types].xml": "<Types/>", "word/document.xml": "0" * 50_000_000})


BAD_FILES: list[tuple[str, Callable[[], bytes], str]] = [
    ("empty.txt", lambda: b"", "empty.txt: it is empty. Check that it was saved"),
    ("blank.txt", lambda: b" \n\n", "blank.txt: it is empty"),
    ("junk.pdf", lambda: bytes(range(256)) * 40, "junk.pdf: it is damaged or incomplete"),
    (
        "locked.pdf",
        lambda: make_pdf(written, password="secret"),
        "locked.pdf: it is protected by a password. Save a copy without the password",
    ),
    (
        "scan.pdf",
        lambda: make_pdf(scanned),
        "scan.pdf: this PDF holds only images. Run OCR on it first",
    ),
    ("bomb.docx", zip_bomb, "bomb.docx: it grows out of proportion when unpacked"),
    (
        "huge.pdf",
        lambda: b"%PDF-1.7" + bytes(40_000_000),
        "huge.pdf: the file is too large (40.0 MB; the limit is 20.0 MB). Save a copy without",
    ),
    (
        "novel.txt",
        lambda: b"All work. " * 30_001,
        "novel.txt: 300,010 characters of text, and the limit is 300,000; check that it is one doc",
    ),
]
