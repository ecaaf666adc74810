"""Sources to candidates and roles: documents are parsed in their own processes, and only once.

Must not know what a candidate is used for. One source that fails costs only itself.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from data.documents import Document, DocumentError, Reader
from data.documents.reading import load
from matcher.engine import Matcher
from matcher.types import Candidate, Notice, Role
from service.errors import CannotRead
from service.intake import Failure, FileSource, Source, origin
from service.lengths import excess
from service.result import DUPLICATE
from service.shelf import Shelf, key_of

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Found:
    """What a first look at a source gave: its key, and the candidate or the failure if known."""

    source: Source
    key: str
    result: Candidate | Failure | None


def read_candidates(
    sources: Sequence[Source],
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
    found = [_look(source, shelf) for source in sources]
    with Reader() as reader:
        # Workers parse the next files while this process reads facts from the last one.
        documents = reader.read_many(
            each.source.path
            for each in found
            if each.result is None and isinstance(each.source, FileSource)
        )
        for each in found:
            result = each.result
            if result is None:
                document = (
                    next(documents)[1]
                    if isinstance(each.source, FileSource)
                    else Document(each.source.origin, "text/plain", each.source.text, (0,), (), "")
                )
                result = _candidate(each.source, document, matcher)
                if shelf and isinstance(result, Candidate):
                    shelf.put(each.key, result)
            yield result
            done()


def _look(source: Source, shelf: Shelf | None) -> _Found:
    if shelf is None:
        return _Found(source, "", None)
    try:
        if isinstance(source, FileSource):
            key = key_of(load(source.path), source.path.name)
        else:
            key = key_of(source.text.encode(), "row.txt")
    except DocumentError as error:
        return _Found(source, "", Failure(origin(source), str(error)))
    return _Found(source, key, shelf.get(key, source.id))


def _candidate(
    source: Source, document: Document | DocumentError, matcher: Matcher
) -> Candidate | Failure:
    if isinstance(document, DocumentError):
        return Failure(origin(source), str(document))
    try:
        return candidate_of(document, source.id, origin(source), matcher)
    except CannotRead as error:
        return Failure(origin(source), str(error))


def candidate_of(document: Document, candidate_id: str, name: str, matcher: Matcher) -> Candidate:
    """Return the candidate whose CV a document is; its warnings come before our own.

    Raises:
        CannotRead: The text is too long, or cannot be made sense of; the message begins with
            ``name`` and quotes nothing.
    """
    if fault := excess(document.text):
        raise CannotRead(f"{name}: {fault}")
    try:
        candidate = matcher.read_candidate(candidate_id, document.text)
    except Exception as error:
        # A fault of ours that one CV brings to light must not cost the others. The type says
        # what happened; a message might quote the CV.
        logger.warning("a CV could not be read (%s)", type(error).__name__)
        raise CannotRead(
            f"{name}: its text could not be made sense of ({type(error).__name__}); "
            "save it as plain text and try again, and please report it"
        ) from None
    notices = tuple(Notice(each.code, each.message) for each in document.warnings)
    return replace(candidate, warnings=notices + candidate.warnings)


def read_role(path: Path, matcher: Matcher, shelf: Shelf | None = None) -> Role:
    """Return the role in a file, named after it.

    Args:
        path: Of the file.
        matcher: Turns a document's text into a role.
        shelf: Where roles are kept between runs, or None.

    Raises:
        DocumentError: The file cannot be read.
        CannotRead: Its text is too long, or asks for nothing.
    """
    key = key_of(load(path), path.name) if shelf else ""
    kept = shelf.get_role(key, path.stem) if shelf else None
    if kept is not None:
        return kept
    with Reader() as reader:
        document = reader.read(path)
    role = role_of(document, path.stem, str(path), matcher)
    if shelf:
        shelf.put_role(key, role)
    return role


def role_of(document: Document, role_id: str, name: str, matcher: Matcher) -> Role:
    """Return the role that a document describes.

    Raises:
        CannotRead: The text is too long, or asks for nothing; the message begins with ``name``.
    """
    if fault := excess(document.text):
        raise CannotRead(f"{name}: {fault}")
    role = matcher.read_role(role_id, document.text)
    if not role.requirements:
        raise CannotRead(
            f"{name}: no requirement was found in it; check that it is a job advert or a role "
            "profile and that it says what the person must bring"
        )
    return role


def with_duplicate_notices(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Warn on every candidate whose text is, to the letter, that of one before it."""
    first: dict[str, str] = {}
    checked = []
    for candidate in candidates:
        original = first.setdefault(candidate.text, candidate.id)
        if original != candidate.id:
            notice = Notice(DUPLICATE, f"The same text as {original}: one CV under two names.")
            candidate = replace(candidate, warnings=(*candidate.warnings, notice))
        checked.append(candidate)
    return checked
