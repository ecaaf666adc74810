"""Tell what a file is from its content; its ending is only a hint.

Signatures follow the formats' own documents. Knows how formats begin, not how to read them.
"""

import io
import zipfile
from pathlib import PurePath

from data.documents.errors import Corrupt, Encrypted, Unsupported

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
RTF = "application/rtf"
HTML = "text/html"
MARKDOWN = "text/markdown"
TEXT = "text/plain"

ENDINGS: dict[str, str] = {
    ".pdf": PDF,
    ".docx": DOCX,
    ".docm": DOCX,
    ".dotx": DOCX,
    ".odt": ODT,
    ".rtf": RTF,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".txt": TEXT,
    ".text": TEXT,
}
# What a file of such a name says is in rows and slides, and about nobody in particular.
_NO_TEXTS = frozenset(
    {".csv", ".json", ".jsonl", ".odp", ".ods", ".ppt", ".pptx", ".tsv", ".xls", ".xlsm", ".xlsx"}
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")
_UNICODE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
# PDF readers accept the mark anywhere in the first kilobyte (ISO 32000-1, annex H).
_PDF_WINDOW = 1024
_TEXT_WINDOW = 4096


def media_type(data: bytes, name: str) -> str:
    """The type of non-empty content.

    Raises:
        Encrypted: an Office file under a password.
        Unsupported: a known type that is not read, or no known type at all.
        Corrupt: the content does not begin as its ending promises, and is not text.
    """
    ending = ENDINGS.get(PurePath(name).suffix.lower())
    head = data[:_TEXT_WINDOW]
    if b"%PDF-" in head[:_PDF_WINDOW]:
        return PDF
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _packed_type(data, name)
    if head.startswith(_OLE):
        return _refuse_ole(data, name)
    if head.lstrip().startswith(b"{\\rtf"):
        return RTF
    if head.startswith(_PICTURES):
        raise Unsupported(name, "a picture; if it shows a page of text, run OCR on it")
    if not _looks_like_text(head):
        if ending in (PDF, DOCX, ODT, RTF):
            raise Corrupt(name, f"the content is not {PurePath(name).suffix[1:].upper()}")
        raise Unsupported(name, "neither text nor a known type of document")
    if PurePath(name).suffix.lower() in _NO_TEXTS:
        raise Unsupported(name, "a table or presentation by its name, not one person's document")
    if _looks_like_html(head):
        return HTML
    if ending in (PDF, DOCX, ODT, RTF):
        return TEXT
    return ending or TEXT


def wrong_ending(kind: str, name: str) -> bool:
    """Whether the file's ending promises another type than its content has."""
    suffix = PurePath(name).suffix.lower()
    if kind == TEXT and suffix not in ENDINGS and suffix != ".doc":
        return False  # notes and logs are plain text under many endings
    return bool(suffix) and ENDINGS.get(suffix) != kind


def _packed_type(data: bytes, name: str) -> str:
    try:
        names = set(zipfile.ZipFile(io.BytesIO(data)).namelist())
    except zipfile.BadZipFile as error:
        raise Corrupt(name) from error
    if any(path.startswith("word/") for path in names):
        return DOCX
    if "content.xml" in names and "META-INF/manifest.xml" in names:
        return ODT
    raise Unsupported(name, "a zip archive, spreadsheet or presentation")


def _refuse_ole(data: bytes, name: str) -> str:
    # Directory entries of an OLE container are named in UTF-16. Office wraps an encrypted
    # .docx in such a container; a legacy .doc is one.
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise Encrypted(name)
    if "WordDocument".encode("utf-16-le") in data:
        raise Unsupported(name, "a Word document in the old .doc format")
    raise Unsupported(name, "an old Office file")


def _looks_like_text(head: bytes) -> bool:
    if head.startswith(_UNICODE_MARKS):
        return True
    controls = sum(byte < 0x20 and byte not in b"\t\n\r\x0b\x0c\x1b" for byte in head)
    return b"\x00" not in head and controls * 50 <= len(head)


def _looks_like_html(head: bytes) -> bool:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return start.startswith((b"<!doctype html", b"<html")) or (
        start.startswith(b"<?xml") and b"<html" in start
    )
