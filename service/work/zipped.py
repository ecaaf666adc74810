"""A zip of CVs to its entries, one at a time and each within bounds.

Must not know what a batch is. Nothing is written to disk, so no name in an archive can lead
anywhere; nothing an archive says about itself is taken on trust.
"""

from __future__ import annotations

import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from data.documents.limits import DEFAULT_LIMITS, MEGABYTE
from service.intake import is_debris, is_table, named_apart, printable

# How long the list of an archive's entries may be: some 150,000 names.
LARGEST_DIRECTORY = 16 * MEGABYTE
_ENCRYPTED = 0x1
_UTF8 = 0x800
# Of what is packed in other ways Python unpacks all there is, whatever it is asked for.
_PACKED = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
# How archives begin, besides zips: gzip, 7z, RAR, bzip2, xz.
_ARCHIVES = (b"\x1f\x8b", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07", b"BZh", b"\xfd7zXZ\x00")
# What zipfile raises for bytes that are not what they should be.
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    ValueError,
    IndexError,
)


class BadZip(Exception):
    """The archive as a whole cannot be used; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file in an archive: its bytes, or the reason why they cannot be used.

    Attributes:
        path: Where it lies in the archive.
        label: Its name without the ending, as long as that tells it apart from the others.
        content: The bytes; b"" where there is a fault.
        fault: What is wrong and what to do, or "".
    """

    path: str
    label: str
    content: bytes
    fault: str = ""


def entries(file: BinaryIO) -> Iterator[Entry]:
    """Yield what lies in an archive, in its order, without what systems leave in folders.

    Args:
        file: The archive; it must be seekable, and stay open while entries are taken.

    Raises:
        BadZip: It is broken, too large, or a single document that is packed as a zip.
    """
    archive = _opened(file)
    infos = [(_path(info), info) for info in archive.infolist() if not info.is_dir()]
    if any(str(path) == "[Content_Types].xml" or str(path) == "mimetype" for path, _ in infos):
        raise BadZip("this is one document, not an archive of CVs; send it by itself")
    wanted = [(path, info) for path, info in infos if not is_debris(path)]
    for (label, path), (_, info) in zip(
        named_apart(path for path, _ in wanted), wanted, strict=True
    ):
        yield _entry(archive, info, path, label)


def is_zip(start: bytes) -> bool:
    """Whether bytes begin as a zip does, an empty one included."""
    return start.startswith((b"PK\x03\x04", b"PK\x05\x06"))


class _Wary:
    """A file that hands out at most so much at once: zipfile reads a whole directory blindly."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.seek, self.tell, self.seekable = file.seek, file.tell, file.seekable

    def read(self, size: int = -1) -> bytes:
        if size > max(LARGEST_DIRECTORY, DEFAULT_LIMITS.max_bytes + 1):
            raise BadZip("too many files in one archive; send several of at most 100,000 files")
        return self._file.read(size)


def _opened(file: BinaryIO) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(cast("BinaryIO", _Wary(file)))
    except _BROKEN:
        raise BadZip("not a zip archive, or a broken one; pack the files again") from None


def _path(info: zipfile.ZipInfo) -> PurePosixPath:
    """Return an entry's place in the archive, whoever packed it."""
    name = info.filename
    if not info.flag_bits & _UTF8:
        # zipfile takes such names for the code page of early PCs; macOS means UTF-8.
        try:
            name = name.encode("cp437").decode("utf-8")
        except UnicodeError:
            name = info.filename
    parts = name.replace("\\", "/").split("/")
    return PurePosixPath(*(part for part in parts if part not in {"", ".", ".."}))


def _entry(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, path: PurePosixPath, label: str
) -> Entry:
    fault = _refused(info, path)
    content = b""
    if not fault:
        try:
            with archive.open(info) as opened:
                content = opened.read(DEFAULT_LIMITS.max_bytes + 1)
        except _BROKEN:
            fault = "broken inside the archive; pack it again"
        else:
            fault = _useless(content)
    return Entry(printable(str(path)), label, b"" if fault else content, fault)


def _refused(info: zipfile.ZipInfo, path: PurePosixPath) -> str:
    """Return what is wrong with an entry, going by what the archive says of it."""
    if info.flag_bits & _ENCRYPTED:
        return "encrypted; pack it without a password"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "a link, not a file; pack the file that it leads to"
    if is_table(path):
        return "a table among CVs; send it as a batch of its own"
    if info.compress_type not in _PACKED:
        return "packed in an unusual way; pack it as an ordinary (deflate) zip"
    return ""


def _useless(content: bytes) -> str:
    """Return what is wrong with an entry, going by its bytes."""
    if len(content) > DEFAULT_LIMITS.max_bytes:
        return f"larger than {DEFAULT_LIMITS.max_bytes // MEGABYTE} MB; save it without images"
    if not content:
        return "empty"
    if _is_archive(content):
        return "an archive in an archive; unpack it first"
    return ""


def _is_archive(content: bytes) -> bool:
    if is_zip(content):
        # Word and OpenDocument files are zips, too, and name what they are near the beginning.
        return b"[Content_Types].xml" not in content and content[30:38] != b"mimetype"
    return content.startswith(_ARCHIVES) or content[257:262] == b"ustar"
