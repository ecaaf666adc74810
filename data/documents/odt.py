"""OpenDocument text (LibreOffice): what a reader of the page sees, in order.

Follows OASIS OpenDocument 1.3, part 3. Headers come first, then the body with its notes where
they are cited, then footers. Knows how the format stores text, not what a CV is.
"""

from collections.abc import Iterator
from dataclasses import replace

from data.documents.document import Content, Source
from data.documents.errors import Corrupt, Encrypted
from data.documents.hidden import HiddenWords, Look, parse_colour
from data.documents.markup import Element, Package, attribute, child, local
from data.documents.tables import row_lines

_POINTS = {"pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835, "pc": 12.0, "px": 0.75}
_APART = frozenset(("frame", "note", "custom-shape", "rect", "g"))
_MARGINS = ("header", "header-first", "header-left", "footer", "footer-first", "footer-left")
# Kept for the editor, not for the reader.
_UNSEEN = frozenset(
    ("tracked-changes", "annotation", "annotation-end", "forms", "note-citation", "desc", "title")
)


def read_odt(source: Source) -> Content:
    """Read an OpenDocument text as one page.

    Raises:
        Corrupt: a part is missing or broken.
        Encrypted, UnpacksTooLarge: refused before unpacking.
    """
    package = Package(source)
    manifest = package.part("META-INF/manifest.xml")
    if manifest is not None and next(manifest.iter("{*}encryption-data"), None) is not None:
        raise Encrypted(source.name)
    content = package.part("content.xml")
    body = child(content, "body", "text")
    if body is None:
        raise Corrupt(source.name, "no document body")
    styles = package.part("styles.xml")
    walker = _Walker([root for root in (styles, content) if root is not None])
    margins: dict[str, list[str]] = {"header": [], "footer": []}
    for page in styles.iter("{*}master-page") if styles is not None else ():
        for part in page:
            if local(part) in _MARGINS:
                lines = walker.blocks(part, Look())
                margins[local(part).split("-")[0]] += [line for line in lines if line.strip()]
    lines = [*dict.fromkeys(margins["header"]), *walker.blocks(body, Look())]
    lines += dict.fromkeys(margins["footer"])
    return Content(("\n".join(lines),), walker.hidden.warnings())


class _Walker:
    """Turns elements into lines, and counts the hidden words it leaves out."""

    def __init__(self, roots: list[Element]) -> None:
        self.hidden = HiddenWords()
        self._styles: dict[str, Element] = {}
        for root in roots:
            for style in root.iter("{*}style"):
                self._styles[attribute(style, "name") or ""] = style

    def blocks(self, parent: Element, look: Look, mark: str = "") -> list[str]:
        """Lines of a body, cell, list item or text box; `mark` goes before the first."""
        lines: list[str] = []
        for node in parent:
            name = local(node)
            if name in ("p", "h"):
                lines += self._paragraph(node, look)
            elif name == "table":
                lines += self._table(node, look)
            elif name in ("list-item", "list-header"):
                lines += self.blocks(node, look, "• " if name == "list-item" else "")
            elif name not in _UNSEEN:
                lines += self.blocks(node, self._styled(node, look))
        if mark and lines and lines[0].strip() and not lines[0].startswith(mark):
            lines[0] = mark + lines[0]
        return lines

    def _paragraph(self, node: Element, look: Look) -> list[str]:
        text: list[str] = []
        apart: list[str] = []
        self._inline(node, self._styled(node, look), text, apart)
        return ["".join(text), *apart]

    def _inline(self, node: Element, look: Look, text: list[str], apart: list[str]) -> None:
        self._emit(node.text, look, text)
        for inner in node:
            name = local(inner)
            if name in _APART:
                apart += self.blocks(inner, Look(background=None))
            elif name in ("hidden-text", "hidden-paragraph"):
                self.hidden.add("".join(inner.itertext()))
            elif name == "s":
                count = attribute(inner, "c") or "1"
                text.append(" " * min(int(count), 80) if count.isdigit() else " ")
            elif name in ("tab", "line-break"):
                text.append("\t" if name == "tab" else "\n")
            elif name not in _UNSEEN:  # spans, links and fields
                self._inline(inner, self._styled(inner, look), text, apart)
            self._emit(inner.tail, look, text)

    def _emit(self, piece: str | None, look: Look, text: list[str]) -> None:
        if not piece:
            return
        if look.hidden:
            self.hidden.add(piece)
        else:
            # White space in the XML is one space, as in HTML (section 6.1.2).
            edges = (" " if piece[0].isspace() else ""), (" " if piece[-1].isspace() else "")
            words = " ".join(piece.split())
            text.append(f"{edges[0]}{words}{edges[1]}" if words else " ")

    def _table(self, table: Element, look: Look) -> list[str]:
        lines: list[str] = []
        for row in _inside(table, "table-row"):
            cells = [
                self.blocks(cell, self._styled(cell, look)) for cell in _inside(row, "table-cell")
            ]
            lines += row_lines(["\n".join(cell) for cell in cells])
        return lines

    def _styled(self, node: Element, look: Look) -> Look:
        """The look after an element's style and the styles it inherits from."""
        chain: list[Element] = []
        name = attribute(node, "style-name")
        while name in self._styles and self._styles[name] not in chain:
            chain.append(self._styles[name])
            name = attribute(chain[-1], "parent-style-name")
        for style in reversed(chain):
            for properties in style:
                look = _with(look, properties)
        return look


def _with(look: Look, properties: Element) -> Look:
    background = attribute(properties, "background-color")
    if background not in (None, "transparent"):
        look = replace(look, background=parse_colour(background))
    colour = attribute(properties, "color")
    if colour is not None:
        look = replace(look, colour=parse_colour(colour))
    points = _points(attribute(properties, "font-size"))
    if points is not None:
        look = replace(look, points=points)
    if local(properties) == "text-properties" and attribute(properties, "display"):
        look = replace(look, concealed=attribute(properties, "display") == "none")
    return look


def _points(length: str | None) -> float | None:
    """A length such as '10.5pt' or '4mm' in points; None for percentages and nonsense."""
    if not length or length[-2:] not in _POINTS:
        return None
    try:
        return float(length[:-2]) * _POINTS[length[-2:]]
    except ValueError:
        return None


def _inside(parent: Element, name: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, through header groups."""
    for node in parent:
        if local(node) == name:
            yield node
        elif local(node) in ("table-rows", "table-header-rows", "table-row-group"):
            yield from _inside(node, name)
