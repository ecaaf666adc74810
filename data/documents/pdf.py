"""PDF: the visible text of each page, in reading order (PDFium does the parsing).

Opens the file, refuses what cannot be read, and hands each page's glyphs to `pdf_layout`.
Knows nothing of colours or columns itself.
"""

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from data.documents.document import Content, Source, Warning_
from data.documents.errors import Corrupt, EmptyDocument, Encrypted, NoText, TooManyPages
from data.documents.hidden import HiddenWords
from data.documents.pdf_glyphs import SCAN_SHARE, read_glyphs
from data.documents.pdf_layout import page_text

# A scanner's stamp or a page number on a scanned page is not the page's text.
_STAMP_WORDS = 8


def read_pdf(source: Source) -> Content:
    """Read a PDF page by page.

    Raises:
        Encrypted: a password is needed to open it.
        Corrupt: PDFium cannot open it, or none of its pages.
        TooManyPages: over the limit.
        NoText: its pages are pictures.
    """
    name, limits = source.name, source.limits
    document = _open(source.data, name)
    try:
        count = len(document)
        if count > limits.max_pages:
            raise TooManyPages(name, f"{count}; the limit is {limits.max_pages}")
        return _read_pages(document, count, name)
    finally:
        document.close()


def _open(data: bytes, name: str) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
            raise Encrypted(name) from error
        raise Corrupt(name) from error


def _read_pages(document: pdfium.PdfDocument, count: int, name: str) -> Content:
    hidden = HiddenWords()
    pages: list[str] = []
    missing = scans = 0
    for number in range(count):
        try:
            page = document[number]
        except pdfium.PdfiumError:
            missing += 1
            pages.append("")
            continue
        try:
            read = read_glyphs(page)
        finally:
            page.close()
        hidden.add("".join(glyph.char if glyph.hidden else " " for glyph in read.glyphs))
        pages.append(page_text(glyph for glyph in read.glyphs if not glyph.hidden))
        scans += read.image_share >= SCAN_SHARE and len(pages[-1].split()) < _STAMP_WORDS
    if missing == count:
        raise Corrupt(name, "none of its pages can be read")
    warnings = hidden.warnings()
    if scans == count - missing:
        raise NoText(name)
    if not any(page.strip() for page in pages):
        raise EmptyDocument(name, "; ".join(warning.message for warning in warnings))
    if missing or scans:
        message = f"{missing + scans} of {count} pages hold no readable text (scanned or damaged)."
        warnings = (*warnings, Warning_("missing_pages", message))
    return Content(tuple(pages), warnings)
