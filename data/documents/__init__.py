"""A file or bytes -> Document: the text a reader of the page would see, and what was odd.

`read` and `read_bytes` parse in this process and are for files one trusts; `Reader` parses in
worker processes that can be stopped. Knows nothing of roles, candidates or scores.
"""

from data.documents.document import Document, Warning_
from data.documents.errors import (
    Corrupt,
    Crashed,
    DocumentError,
    EmptyDocument,
    Encrypted,
    NoText,
    OutOfMemory,
    TimedOut,
    TooLarge,
    TooManyPages,
    UnpacksTooLarge,
    Unreadable,
    Unsupported,
)
from data.documents.limits import DEFAULT_LIMITS, Limits
from data.documents.reader import Reader
from data.documents.reading import read, read_bytes
from data.documents.sniff import ENDINGS

__all__ = [
    "DEFAULT_LIMITS",
    "ENDINGS",
    "Corrupt",
    "Crashed",
    "Document",
    "DocumentError",
    "EmptyDocument",
    "Encrypted",
    "Limits",
    "NoText",
    "OutOfMemory",
    "Reader",
    "TimedOut",
    "TooLarge",
    "TooManyPages",
    "UnpacksTooLarge",
    "Unreadable",
    "Unsupported",
    "Warning_",
    "read",
    "read_bytes",
]
