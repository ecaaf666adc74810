"""Sources to candidates: documents are parsed in a process of their own, and only once.

Must not know what a candidate is used for. One source that fails costs only itself.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from data.documents import Document, DocumentError, Reader
from data.documents.reading import load
from matcher.engine import Matcher
from matcher.types import Candidate, Notice
from service.intake import Failure, FileSource, RowSource, Source
from service.shelf import Shelf


def read_candidates(
    sources: Iterable[Source],
    matcher: Matcher,
    shelf: Shelf | None = None,
    done: Callable[[], None] = lambda: None,
) -> Iterator[Candidate | Failure]:
    """Yield a candidate, or the reason why there is none, for each source in order.

    Args:
        sources: What to read.
        matcher: Turns a document's text into a candidate.
        shelf: Where candidates are kept between runs, or None.
        done: Called after each source.
    """
    with Reader() as reader:
        for source in sources:
            try:
                yield _one(source, matcher, shelf, reader)
            except DocumentError as error:
                yield Failure(_where(source), str(error))
            done()


def _one(source: Source, matcher: Matcher, shelf: Shelf | None, reader: Reader) -> Candidate:
    if isinstance(source, RowSource):
        content, name = source.text.encode(), "row.txt"
    else:
        content, name = load(source.path), source.path.name
    key = shelf.key(_digest(content, matcher), name) if shelf else ""
    kept = shelf.get(key, source.id) if shelf else None
    if kept is not None:
        return kept
    document = _document(source, content, reader)
    candidate = matcher.read_candidate(source.id, document.text)
    notices = tuple(Notice(each.code, each.message) for each in document.warnings)
    candidate = replace(candidate, warnings=notices + candidate.warnings)
    if shelf:
        shelf.put(key, candidate)
    return candidate


def _document(source: Source, content: bytes, reader: Reader) -> Document:
    if isinstance(source, FileSource):
        return reader.read_bytes(content, source.path.name)
    return Document(source.origin, "text/plain", source.text, (0,), (), "")


def _digest(content: bytes, matcher: Matcher) -> str:
    """Return a digest of the file and of the date that its 'present' was read with."""
    return hashlib.sha256(matcher.as_of.isoformat().encode() + content).hexdigest()


def _where(source: Source) -> str:
    return str(source.path) if isinstance(source, FileSource) else source.origin


def with_duplicate_notices(candidates: list[Candidate]) -> list[Candidate]:
    """Warn on every candidate whose text is, to the letter, that of one before it."""
    first: dict[str, str] = {}
    checked = []
    for candidate in candidates:
        original = first.setdefault(candidate.text, candidate.id)
        if original != candidate.id:
            notice = Notice("duplicate", f"The same text as {original}: one CV under two names.")
            candidate = replace(candidate, warnings=(*candidate.warnings, notice))
        checked.append(candidate)
    return checked
