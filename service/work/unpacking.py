"""An upload of any size, a zip, a CSV or a JSONL of CVs, to its items, one at a time.

Must not know where items go. The upload is told by what it is, not by what it is called; an item
of no use costs only itself and keeps its place, with the reason.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, TextIO

from data.documents.limits import MEGABYTE
from service.errors import InputError
from service.lengths import excess
from service.tables import Row, csv_rows, jsonl_rows
from service.work.zipped import BadZip, entries, is_zip

LONGEST_ID = 200
LONGEST_NAME = 400
_SAMPLE = 4096


class NotABatch(Exception):
    """The upload as a whole cannot be used; the message says why and what to do."""


class BatchTooLarge(Exception):
    """There is more in the upload than one batch may hold."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much one batch may hold.

    Attributes:
        items: How many CVs.
        size: Their bytes, all together and unpacked.
    """

    items: int = 100_000
    size: int = 20_000 * MEGABYTE


DEFAULT_BOUNDS = Bounds()


@dataclass(frozen=True, slots=True)
class Item:
    """A CV of a batch: its bytes, or the reason why they cannot be used.

    Attributes:
        number: Its place in the upload, from 1.
        name: Where in the upload it is: a path in a zip, or a line of a table.
        label: What to call it.
        external_id: The sender's own id, or None.
        content: The bytes; b"" where there is a fault.
        plain_text: Whether the bytes are UTF-8 text and no file.
        fault: What is wrong and what to do, or "".
    """

    number: int
    name: str
    label: str
    external_id: str | None = None
    content: bytes = b""
    plain_text: bool = False
    fault: str = ""


def unpack(file: BinaryIO, bounds: Bounds = DEFAULT_BOUNDS) -> Iterator[Item]:
    """Yield the items of an upload; memory holds one of them, and the names of all.

    Args:
        file: The upload, seekable.
        bounds: How much there may be.

    Raises:
        NotABatch: It is none of the three kinds, or not a sound one.
        BatchTooLarge: There is more in it than the bounds let through.
    """
    size = 0
    for item in _items(file):
        size += len(item.content)
        if item.number > bounds.items:
            raise BatchTooLarge(f"more than {bounds.items:,} CVs; send several batches")
        if size > bounds.size:
            most = bounds.size // MEGABYTE
            raise BatchTooLarge(f"more than {most:,} MB once unpacked; send several batches")
        yield item


def _items(file: BinaryIO) -> Iterator[Item]:
    file.seek(0)
    start = file.read(_SAMPLE)
    file.seek(0)
    if is_zip(start):
        return _from_zip(file)
    if b"\x00" in start or not start.strip():
        raise NotABatch(
            "neither a zip nor a table: send a zip of CVs, or a CSV or JSONL in UTF-8 with the "
            "columns id and text"
        )
    first = start.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    if first == b"[":
        raise NotABatch("a JSON array; send JSONL instead: one object in each line")
    return _from_table(file, is_jsonl=first == b"{")


def _from_zip(file: BinaryIO) -> Iterator[Item]:
    try:
        for number, entry in enumerate(entries(file), 1):
            name, label = entry.path[-LONGEST_NAME:], entry.label[:LONGEST_ID]
            yield Item(number, name, label, content=entry.content, fault=entry.fault)
    except BadZip as error:
        raise NotABatch(str(error)) from None


def _from_table(file: BinaryIO, *, is_jsonl: bool) -> Iterator[Item]:
    # What is not UTF-8 costs the row it stands in: it comes out as what is no character.
    text = io.TextIOWrapper(
        file, "utf-8-sig", errors="surrogateescape", newline="\n" if is_jsonl else ""
    )
    try:
        yield from _from_rows(text, is_jsonl=is_jsonl)
    except InputError as error:
        raise NotABatch(str(error)) from None
    finally:
        text.detach()


def _from_rows(text: TextIO, *, is_jsonl: bool) -> Iterator[Item]:
    rows = jsonl_rows(text) if is_jsonl else csv_rows(text, "the table")
    for number, row in enumerate(rows, 1):
        name = f"line {row.line}"
        if not isinstance(row, Row):
            yield Item(number, name, name, fault=row.fault)
        elif len(row.id) > LONGEST_ID:
            yield Item(number, name, name, fault=f"an id longer than {LONGEST_ID} characters")
        elif fault := excess(row.text):
            yield Item(number, name, row.id, row.id, fault=fault)
        else:
            yield Item(number, name, row.id, row.id, row.text.encode(), plain_text=True)
