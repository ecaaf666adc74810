"""Bytes in, Document out, in this process: the trusting way to read.

The one place where a type is matched with its reader. Each reader, and the library behind it,
is imported when its first file arrives, which keeps the start of a worker process cheap. Knows
nothing of processes; `reader` is the door for files from strangers.
"""

import hashlib
import importlib
from collections.abc import Callable
from pathlib import Path

from data.documents import sniff
from data.documents.clean import clean
from data.documents.document import Content, Document, Source, Warning_
from data.documents.errors import (
    Corrupt,
    DocumentError,
    EmptyDocument,
    OutOfMemory,
    TooLarge,
    Unreadable,
)
from data.documents.limits import DEFAULT_LIMITS, MEGABYTE, Limits
from data.documents.text import garbled, repair

FormatReader = Callable[[Source], Content]
PLAIN = frozenset((sniff.TEXT, sniff.MARKDOWN))
_READERS: dict[str, tuple[str, str]] = {
    sniff.PDF: ("data.documents.pdf", "read_pdf"),
    sniff.DOCX: ("data.documents.docx", "read_docx"),
    sniff.ODT: ("data.documents.odt", "read_odt"),
    sniff.RTF: ("data.documents.rtf", "read_rtf"),
    sniff.HTML: ("data.documents.html", "read_html"),
    sniff.TEXT: ("data.documents.text", "read_text"),
    sniff.MARKDOWN: ("data.documents.text", "read_text"),
}
PAGE_BREAK = "\n\n"


def read(path: Path, limits: Limits = DEFAULT_LIMITS) -> Document:
    """Read a file in this process.

    Raises:
        DocumentError: whatever is wrong with the file; the subclass says which.
    """
    return read_bytes(load(path, limits), path.name, limits)


def load(path: Path, limits: Limits = DEFAULT_LIMITS) -> bytes:
    """The bytes of a file, unless it is too large.

    Raises:
        Unreadable: no such file, a folder, or no permission.
        TooLarge: over the limit; the file is then not read at all.
    """
    try:
        if not path.is_file():
            raise Unreadable(path.name, "not a file" if path.exists() else "no such file")
        check_size(path.stat().st_size, path.name, limits)
        with path.open("rb") as file:
            data = file.read(limits.max_bytes + 1)
    except OSError as error:
        raise Unreadable(path.name, error.strerror or "") from error
    check_size(len(data), path.name, limits)
    return data


def check_size(size: int, name: str, limits: Limits) -> None:
    """Refuse what is over the limit of bytes."""
    if size > limits.max_bytes:
        limit = limits.max_bytes / MEGABYTE
        raise TooLarge(name, f"{size / MEGABYTE:.1f} MB; the limit is {limit:.1f} MB")


def read_bytes(data: bytes, name: str, limits: Limits = DEFAULT_LIMITS) -> Document:
    """Read a file's content in this process.

    Args:
        data: the bytes of the file.
        name: its name, for messages and as a hint of its type.
        limits: what to refuse.

    Raises:
        DocumentError: whatever is wrong with the file; the subclass says which.
    """
    check_size(len(data), name, limits)
    if not data:
        raise EmptyDocument(name)
    kind = sniff.media_type(data, name)
    content = _extract(kind, Source(data, name, limits))
    if kind not in PLAIN:
        content = _tidy(content)
    text, pages = _assemble(content.pages)
    if not text.strip():
        raise EmptyDocument(name, "; ".join(w.message for w in content.warnings))
    warnings = content.warnings
    if sniff.wrong_ending(kind, name):
        warnings = (*warnings, _ending_warning(kind))
    return Document(name, kind, text, pages, warnings, hashlib.sha256(data).hexdigest())


def _extract(kind: str, source: Source) -> Content:
    module, function = _READERS[kind]
    reader: FormatReader = getattr(importlib.import_module(module), function)
    try:
        return reader(source)
    except DocumentError:
        raise
    except MemoryError as error:
        raise OutOfMemory(source.name) from error
    except Exception as error:
        # Parsers fail on broken files in ways their documentation does not list. Whatever
        # they raise, the file is at fault, and the batch goes on.
        raise Corrupt(source.name, type(error).__name__) from error


def _tidy(content: Content) -> Content:
    repaired = [repair(page) for page in content.pages]
    damage = garbled("".join(content.pages), "".join(repaired))
    return Content(tuple(map(clean, repaired)), (*content.warnings, *damage))


def _assemble(pages: tuple[str, ...]) -> tuple[str, tuple[int, ...]]:
    """Join pages; an empty page starts, and ends, where the text before it ended."""
    text, starts = "", []
    for page in pages:
        if page and text:
            text += PAGE_BREAK
        starts.append(len(text))
        text += page
    return text, tuple(starts)


def _ending_warning(kind: str) -> Warning_:
    usual = next(ending for ending, known in sniff.ENDINGS.items() if known == kind)
    message = f"The content is {kind} (usually {usual}), not what the file's ending says."
    return Warning_("wrong_ending", message)
