"""How much of a machine one document may take.

Knows numbers only: what happens when one is passed is said in `errors`, and enforced by the
module that can see it (size on arrival, pages in the PDF reader, time in the parent process).
"""

from dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one document; the defaults fit any honest CV with room to spare.

    Attributes:
        max_bytes: size of the file as it arrives.
        max_pages: pages of a PDF.
        seconds: wall-clock time one file may take in a worker process.
        max_unpacked: total size of an archive (DOCX, ODT) once unpacked.
        max_ratio: how many times larger than its packed form an archive may become. Word
            files stay under 30; a zip bomb needs hundreds.
        max_memory: address space of a worker process, in bytes.
    """

    max_bytes: int = 20 * MEGABYTE
    max_pages: int = 300
    seconds: float = 20.0
    max_unpacked: int = 100 * MEGABYTE
    max_ratio: int = 200
    max_memory: int = 1_500 * MEGABYTE


DEFAULT_LIMITS = Limits()
