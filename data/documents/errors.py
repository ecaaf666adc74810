"""Why a document could not be read: one small class per reason.

Every message names the file, what is wrong and what to do about it, and quotes nothing from
inside the file, so that it can be shown and logged as it is.
"""

from typing import ClassVar


class DocumentError(Exception):
    """A document that could not be read.

    Attributes:
        name: the file's name.
        detail: what exactly was seen (a size, a limit), or an empty string.
    """

    problem: ClassVar[str] = "it could not be read"
    remedy: ClassVar[str] = "Save it as PDF, DOCX or plain text and try again."

    def __init__(self, name: str, detail: str = "") -> None:
        self.name = name
        self.detail = detail
        seen = f" ({detail})" if detail else ""
        super().__init__(f"{name}: {self.problem}{seen}. {self.remedy}")


class Unreadable(DocumentError):
    """The file is not there, is a folder, or may not be opened."""

    problem = "it could not be opened"
    remedy = "Check the path and that you may read the file."


class EmptyDocument(DocumentError):
    """No bytes, or no words."""

    problem = "it is empty"
    remedy = "Check that it was saved or uploaded completely."


class TooLarge(DocumentError):
    """More bytes than the limit."""

    problem = "the file is too large"
    remedy = "Save a copy without pictures and try again."


class TooManyPages(DocumentError):
    """More pages than the limit."""

    problem = "it has too many pages"
    remedy = "Keep the pages that matter, or split the file."


class UnpacksTooLarge(TooLarge):
    """An archive that grows out of proportion when unpacked."""

    problem = "it grows out of proportion when unpacked, as a zip bomb does"
    remedy = "Do not open it; ask the sender for a PDF."


class OutOfMemory(TooLarge):
    """Parsing needed more memory than a worker may have."""

    problem = "reading it takes too much memory"
    remedy = "Save a copy without pictures, or as plain text, and try again."


class Encrypted(DocumentError):
    """Protected by a password."""

    problem = "it is protected by a password"
    remedy = "Save a copy without the password and try again."


class Unsupported(DocumentError):
    """A type this package does not read."""

    problem = "files of this type are not read"
    remedy = "Save it as .docx, .pdf or .txt and try again."


class Corrupt(DocumentError):
    """The type is known, the content is broken."""

    problem = "it is damaged or incomplete"
    remedy = "Open it in its own program, save it again, and try again."


class NoText(DocumentError):
    """A PDF of pictures."""

    problem = "this PDF holds only images"
    remedy = "Run OCR on it first (for instance ocrmypdf) and try again."


class TimedOut(DocumentError):
    """The parser did not finish in time."""

    problem = "reading it took too long and was stopped"
    remedy = "Open it in its own program, save it as PDF or plain text, and try again."


class Crashed(DocumentError):
    """The parser's process died."""

    problem = "the parser crashed on it"
    remedy = "Open it in its own program, save it as PDF or plain text, and try again."


ERRORS: dict[str, type[DocumentError]] = {
    kind.__name__: kind
    for kind in (
        DocumentError,
        Unreadable,
        EmptyDocument,
        TooLarge,
        TooManyPages,
        UnpacksTooLarge,
        OutOfMemory,
        Encrypted,
        Unsupported,
        Corrupt,
        NoText,
        TimedOut,
        Crashed,
    )
}
"""By class name, for the process boundary."""
