"""Packed XML (DOCX, ODT): open the archive safely, parse its parts, look at elements.

Names are compared without their namespaces, because Word writes two (transitional and
strict) for the same words. Knows no particular format.
"""

import io
import zipfile
import zlib
from typing import Any

from lxml import etree

from data.documents.document import Source
from data.documents.errors import Corrupt, Encrypted, UnpacksTooLarge
from data.documents.limits import MEGABYTE, Limits

Element = Any  # lxml ships no types
# Small archives may pack well without harm: a ratio says something only beyond this size.
_HARMLESS = 5 * MEGABYTE
_ENCRYPTED_FLAG = 0x1
# What zipfile and lxml raise for bytes that are not what they should be.
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    etree.XMLSyntaxError,
    EOFError,
    NotImplementedError,
)


class Package:
    """A zip archive of XML parts that has passed the checks for bombs and passwords."""

    def __init__(self, source: Source) -> None:
        self._name = name = source.name
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(source.data))
        except zipfile.BadZipFile as error:
            raise Corrupt(name) from error
        entries = self._archive.infolist()
        _refuse_bombs(entries, len(source.data), name, source.limits)
        if any(entry.flag_bits & _ENCRYPTED_FLAG for entry in entries):
            raise Encrypted(name)
        self._names = {entry.filename for entry in entries}

    def part(self, path: str) -> Element | None:
        """The root element of a part, or None where the archive has none of that name.

        Raises:
            Corrupt: the part cannot be unpacked or is not XML.
        """
        path = path.lstrip("/")
        if path not in self._names:
            return None
        try:
            # zipfile stops at the size the directory declares, so a lying entry fails its
            # checksum instead of filling the memory.
            return parse_xml(self._archive.read(path))
        except _BROKEN as error:
            raise Corrupt(self._name, f"part {path}") from error


def _refuse_bombs(entries: list[zipfile.ZipInfo], packed: int, name: str, limits: Limits) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > limits.max_unpacked:
        size, most = unpacked / MEGABYTE, limits.max_unpacked / MEGABYTE
        raise UnpacksTooLarge(name, f"{size:.0f} MB unpacked; the limit is {most:.0f} MB")
    if unpacked > _HARMLESS and unpacked > limits.max_ratio * packed:
        ratio = unpacked // packed
        raise UnpacksTooLarge(name, f"{ratio} times; the limit is {limits.max_ratio} times")


def parse_xml(data: bytes) -> Element:
    """Parse XML with everything off that reaches outside the file or multiplies its content."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    return etree.fromstring(data, parser)


def local(element: Element) -> str:
    """An element's name without its namespace; empty for entities and other non-elements."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element | None, name: str) -> str | None:
    """An attribute by its name without namespace; None where either is missing."""
    if element is None:
        return None
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return str(value)
    return None


def child(element: Element | None, *path: str) -> Element | None:
    """The first child of that name, and its first child of the next name, and so on."""
    for name in path:
        if element is None:
            return None
        element = next((node for node in element if local(node) == name), None)
    return element
