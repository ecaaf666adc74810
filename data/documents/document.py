"""The result of reading a file: its text as a reader of the page would see it.

Knows nothing of file formats, and nothing of roles or candidates.
"""

from dataclasses import dataclass

from data.documents.limits import Limits

WARNING_CODES = frozenset({"hidden_text", "wrong_ending", "garbled_text", "missing_pages"})
"""What can be odd about how a document was read."""


@dataclass(frozen=True, slots=True)
class Warning_:  # noqa: N801 - Warning is a builtin
    """Something a person should know about how a document was read.

    Attributes:
        code: stable word for programs, one of `WARNING_CODES`.
        message: one sentence for people; quotes nothing from the document.
    """

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Document:
    """A document's visible text.

    Attributes:
        name: file name, without folders.
        media_type: what the content is, whatever the ending says.
        text: the text; every span elsewhere counts code points of this string. Text that a
            reader of the page would not see is not in it.
        pages: offset in `text` at which each page starts; (0,) where pages are unknown.
        warnings: what was odd.
        digest: SHA-256 of the bytes, in hexadecimal.
    """

    name: str
    media_type: str
    text: str
    pages: tuple[int, ...]
    warnings: tuple[Warning_, ...]
    digest: str


@dataclass(frozen=True, slots=True)
class Source:
    """What a format's reader is given: a file as it arrived, and what it may take."""

    data: bytes
    name: str
    limits: Limits


@dataclass(frozen=True, slots=True)
class Content:
    """What a format's reader returns: the text of each page, and what was odd."""

    pages: tuple[str, ...]
    warnings: tuple[Warning_, ...] = ()
