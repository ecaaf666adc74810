"""Word documents: everything a reader of the page sees, in the order it is read.

Walks the XML itself (ECMA-376 part 1, chapter 17), because text boxes, headers, notes, tracked
changes and hidden runs are out of reach of the usual libraries. Headers come first, then the
body, notes and footers. Knows how Word stores text, not what a CV is.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from posixpath import dirname, join, normpath

from data.documents.document import Content, Source
from data.documents.docx_styles import Numbering, Styles, is_on, run_look, shaded
from data.documents.errors import Corrupt
from data.documents.hidden import RGB, WHITE, HiddenWords, Look, parse_colour
from data.documents.markup import Element, Package, attribute, child, local
from data.documents.tables import row_lines

# Wrappers that add nothing of their own to what they hold.
_TRANSPARENT = frozenset(
    ("ins", "moveTo", "smartTag", "customXml", "sdtContent", "fldSimple", "hyperlink", "dir", "bdo")
)
_FILLS = frozenset(("solidFill", "gradFill", "blipFill", "pattFill", "grpFill"))
_SHAPES = frozenset(("wsp", "shape", "rect", "roundrect"))
_CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def read_docx(source: Source) -> Content:
    """Read a Word document as one page: Word decides page breaks only when it prints.

    Raises:
        Corrupt: a part is missing or broken.
        Encrypted, UnpacksTooLarge: refused before unpacking.
    """
    package = Package(source)
    main = next(iter(_related(package, "", "officeDocument")), "word/document.xml")
    root = package.part(main)
    body = child(root, "body")
    if body is None:
        raise Corrupt(source.name, "no document body")

    def part(kind: str) -> Element | None:
        return next((package.part(path) for path in _related(package, main, kind)), None)

    walker = _Walker(Styles(part("styles")), Numbering.read(part("numbering")))
    if is_on(child(part("settings"), "displayBackgroundShape")):
        walker.paper = parse_colour(attribute(child(root, "background"), "color"))
    lines: list[str] = []
    lines += _margins(walker, package, _related(package, main, "header"))
    lines += walker.part(body)
    for kind in ("footnotes", "endnotes"):
        lines += walker.notes(part(kind))
    lines += _margins(walker, package, _related(package, main, "footer"))
    return Content(("\n".join(lines),), walker.hidden.warnings())


def _related(package: Package, source: str, kind: str) -> list[str]:
    """Paths of the parts that `source` refers to with relationships of this kind, in order."""
    folder, file = dirname(source), source.rpartition("/")[2]
    relations = package.part(join(folder, "_rels", f"{file}.rels"))
    found = []
    for relation in relations if relations is not None else ():
        target = attribute(relation, "Target")
        if target and (attribute(relation, "Type") or "").endswith(f"/{kind}"):
            path = target if target.startswith("/") else normpath(join(folder, target))
            found.append(path.lstrip("/"))
    return found


def _margins(walker: "_Walker", package: Package, paths: Iterable[str]) -> list[str]:
    """Lines of headers or footers; first, odd and even pages often repeat the same one."""
    seen: list[list[str]] = []
    for path in paths:
        root = package.part(path)
        lines = walker.part(root) if root is not None else []
        if any(line.strip() for line in lines) and lines not in seen:
            seen.append(lines)
    return [line for lines in seen for line in lines]


class _Walker:
    """Turns elements into lines, and counts the hidden words it leaves out."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering
        self._page = styles.page_look()
        self.paper: RGB | None = WHITE
        self.hidden = HiddenWords()

    def part(self, root: Element) -> list[str]:
        """Lines of a body, header or footer."""
        look = self._styles.page_look()
        if look.background == WHITE:
            look = replace(look, background=self.paper)
        # A shape behind the text may lie under any of it: what white letters stand on is unknown.
        behind = any(attribute(a, "behindDoc") in ("1", "true") for a in root.iter("{*}anchor"))
        self._page = replace(look, background=None) if behind else look
        return self._blocks(root, self._page)

    def notes(self, root: Element | None) -> list[str]:
        """Lines of footnotes or endnotes, less the rules that Word stores among them."""
        notes = root if root is not None else ()
        return [
            line
            for note in notes
            if attribute(note, "type") in (None, "normal")
            for line in self.part(note)
        ]

    def _blocks(self, parent: Element | None, look: Look) -> list[str]:
        lines: list[str] = []
        for node in parent if parent is not None else ():
            match local(node):
                case "p":
                    lines += self._paragraph(node, look)
                case "tbl":
                    lines += self._table(node, look)
                case "sdt":
                    lines += self._blocks(child(node, "sdtContent"), look)
                case "AlternateContent":
                    lines += self._blocks(_chosen(node), look)
                case name if name in _TRANSPARENT:
                    lines += self._blocks(node, look)
        return lines

    def _paragraph(self, node: Element, look: Look) -> list[str]:
        properties = child(node, "pPr")
        style = attribute(child(properties, "pStyle"), "val") or self._styles.default_paragraph
        look = shaded(self._styles.styled(look, style), properties)
        text: list[str] = []
        boxes: list[str] = []
        hidden = self.hidden.count
        self._inline(node, look, text, boxes)
        line = "".join(text)
        if not line.strip() and self.hidden.count > hidden:
            # Nobody sees the paragraph: it leaves no blank line, either.
            return boxes
        if line.strip():
            numbered = child(properties, "numPr")
            level = numbered if numbered is not None else self._styles.list_level(style)
            line = self._numbering.mark(level) + line
        return [line, *boxes]

    def _inline(
        self, parent: Element | None, look: Look, text: list[str], boxes: list[str]
    ) -> None:
        for node in parent if parent is not None else ():
            match local(node):
                case "r":
                    self._run(node, look, text, boxes)
                case "sdt":
                    self._inline(child(node, "sdtContent"), look, text, boxes)
                case "AlternateContent":
                    self._inline(_chosen(node), look, text, boxes)
                case name if name in _TRANSPARENT:
                    self._inline(node, look, text, boxes)

    def _run(self, run: Element, look: Look, text: list[str], boxes: list[str]) -> None:
        properties = child(run, "rPr")
        look = self._styles.styled(look, attribute(child(properties, "rStyle"), "val"))
        look = run_look(look, properties)
        for node in run:
            match local(node):
                case "t":
                    self._emit(node.text or "", look, text)
                case "sym":
                    self._emit(_symbol(node), look, text)
                case "drawing" | "pict" | "object" | "AlternateContent":
                    boxes += self._boxes(node, self._page)
                case name if name in _CHARACTERS:
                    text.append(_CHARACTERS[name])

    def _emit(self, piece: str, look: Look, text: list[str]) -> None:
        if look.hidden:
            self.hidden.add(piece)
        else:
            text.append(piece)

    def _boxes(self, node: Element, look: Look) -> list[str]:
        """Lines of every text box under a drawing, each once."""
        name = local(node)
        if name == "txbxContent":
            return self._blocks(node, look)
        if name == "AlternateContent":
            node = _chosen(node)
        elif name in _SHAPES:
            look = _filled(look, node)
        return [line for inner in node for line in self._boxes(inner, look)]

    def _table(self, table: Element, look: Look) -> list[str]:
        style = attribute(child(table, "tblPr", "tblStyle"), "val")
        if self._styles.paints_cells(style):
            look = replace(look, background=None)
        lines: list[str] = []
        for row in _inside(table, "tr"):
            if child(row, "trPr", "del") is not None or is_on(child(row, "trPr", "hidden")):
                continue
            cells = [
                self._blocks(cell, shaded(look, child(cell, "tcPr"))) for cell in _inside(row, "tc")
            ]
            lines += row_lines(["\n".join(cell) for cell in cells])
        return lines


def _inside(parent: Element, name: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, through content controls and tracked changes."""
    for node in parent:
        if local(node) == name:
            yield node
        elif local(node) == "sdt" or local(node) in _TRANSPARENT:
            yield from _inside(node, name)


def _chosen(alternatives: Element) -> Element:
    """The branch of mc:AlternateContent that Word shows; the other repeats it for old versions."""
    branches = [node for node in alternatives if local(node) in ("Choice", "Fallback")]
    holding = [node for node in branches if next(node.iter("{*}t"), None) is not None]
    return next(iter(holding or branches), alternatives[:0])


def _filled(look: Look, shape: Element) -> Look:
    """The look inside a shape: on its fill, where that is one plain colour."""
    properties = child(shape, "spPr")
    parts = properties if properties is not None else ()
    fill = next((node for node in parts if local(node) in _FILLS), None)
    if fill is not None:
        return replace(look, background=parse_colour(attribute(child(fill, "srgbClr"), "val")))
    if attribute(shape, "fillcolor") is not None:  # VML
        return replace(look, background=parse_colour(attribute(shape, "fillcolor")))
    reference = child(shape, "style", "fillRef")
    if attribute(reference, "idx") not in (None, "0") and child(properties, "noFill") is None:
        return replace(look, background=None)
    return replace(look, background=WHITE) if local(shape) != "wsp" else look


def _symbol(node: Element) -> str:
    """A character of a symbol font, by its number."""
    code = attribute(node, "char") or ""
    try:
        return chr(int(code, 16))
    except ValueError:
        return ""
