"""What Word's styles and numbering say about a run or a paragraph.

Follows ECMA-376 part 1, sections 17.3 (properties), 17.7 (styles) and 17.9 (numbering), as far
as they decide whether text can be seen and which mark stands before a list item. Knows nothing
of where text stands in a document.
"""

from collections import defaultdict
from dataclasses import dataclass, field, replace

from data.documents.hidden import Look, luminance, parse_colour
from data.documents.markup import Element, attribute, child, local

_OFF = ("0", "false", "off", "none")
_DARK = 0.4


def is_on(element: Element | None) -> bool:
    """Whether a toggle property such as w:vanish is present and not switched off."""
    return element is not None and attribute(element, "val") not in _OFF


def shaded(look: Look, properties: Element | None) -> Look:
    """The look after w:shd, which paints the background of a run, paragraph or cell."""
    shade = child(properties, "shd")
    fill = attribute(shade, "fill")
    if shade is None or (fill in (None, "auto") and attribute(shade, "themeFill") is None):
        return look
    return replace(look, background=parse_colour(fill))


def run_look(look: Look, properties: Element | None) -> Look:
    """The look after a w:rPr."""
    if properties is None:
        return look
    look = shaded(look, properties)
    for element in properties:
        value = attribute(element, "val")
        match local(element):
            case "vanish":
                look = replace(look, concealed=is_on(element))
            case "color":
                look = replace(look, colour=parse_colour(value))
            case "highlight":
                look = replace(look, background=parse_colour(value))
            case "sz" if value and value.replace(".", "").isdigit():
                look = replace(look, points=float(value) / 2)  # given in half points
    return look


@dataclass(frozen=True, slots=True)
class _Style:
    based_on: str | None
    run: Element | None
    paragraph: Element | None
    shades_darkly: bool


class Styles:
    """The styles part of a document; empty where there is none."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, _Style] = {}
        self._defaults = child(root, "docDefaults", "rPrDefault", "rPr")
        self.default_paragraph: str | None = None
        for element in root if root is not None else ():
            identifier = attribute(element, "styleId")
            if local(element) != "style" or identifier is None:
                continue
            self._styles[identifier] = _read_style(element)
            if attribute(element, "type") == "paragraph" and attribute(element, "default"):
                self.default_paragraph = identifier

    def page_look(self) -> Look:
        """The look before any style: black on white unless the defaults say otherwise."""
        return run_look(Look(), self._defaults)

    def styled(self, look: Look, identifier: str | None) -> Look:
        """The look after a paragraph or character style and all it is based on."""
        for style in reversed(self._chain(identifier)):
            look = run_look(shaded(look, style.paragraph), style.run)
        return look

    def list_level(self, identifier: str | None) -> Element | None:
        """The w:numPr a paragraph style brings, from the nearest style that has one."""
        for style in self._chain(identifier):
            found = child(style.paragraph, "numPr")
            if found is not None:
                return found
        return None

    def paints_cells(self, identifier: str | None) -> bool:
        """Whether a table style has dark cells, on which white letters are meant to be read."""
        return any(style.shades_darkly for style in self._chain(identifier))

    def _chain(self, identifier: str | None) -> list[_Style]:
        chain: list[_Style] = []
        seen: set[str] = set()
        while identifier in self._styles and identifier not in seen:
            seen.add(identifier)
            chain.append(self._styles[identifier])
            identifier = chain[-1].based_on
        return chain


def _read_style(element: Element) -> _Style:
    fills = (parse_colour(attribute(shade, "fill")) for shade in element.iter("{*}shd"))
    return _Style(
        based_on=attribute(child(element, "basedOn"), "val"),
        run=child(element, "rPr"),
        paragraph=child(element, "pPr"),
        shades_darkly=any(fill is not None and luminance(fill) < _DARK for fill in fills),
    )


BULLET = "• "


@dataclass(slots=True)
class Numbering:
    """The marks before list items: bullets, or numbers counted as the document goes on."""

    formats: dict[tuple[str, str], str] = field(default_factory=dict)
    _counts: dict[tuple[str, int], int] = field(default_factory=lambda: defaultdict(int))

    @classmethod
    def read(cls, root: Element | None) -> "Numbering":
        """Read the numbering part; without one, every list item gets a bullet."""
        abstract: dict[str | None, dict[str, str]] = {}
        formats: dict[tuple[str, str], str] = {}
        for element in root if root is not None else ():
            if local(element) == "abstractNum":
                abstract[attribute(element, "abstractNumId")] = {
                    attribute(level, "ilvl") or "0": attribute(child(level, "numFmt"), "val") or ""
                    for level in element
                    if local(level) == "lvl"
                }
            elif local(element) == "num":
                number = attribute(element, "numId") or ""
                levels = abstract.get(attribute(child(element, "abstractNumId"), "val"), {})
                formats.update({(number, level): name for level, name in levels.items()})
        return cls(formats)

    def mark(self, properties: Element | None) -> str:
        """The mark for one list item, given its w:numPr; empty where it is no list item."""
        number = attribute(child(properties, "numId"), "val")
        level = attribute(child(properties, "ilvl"), "val") or "0"
        if number in (None, "0"):  # 0 takes a paragraph out of the list its style puts it in
            return ""
        name = self.formats.get((number, level), "bullet")
        if name == "none":
            return ""
        if name == "bullet" or not level.isdigit():
            return BULLET
        depth = int(level)
        self._counts[number, depth] += 1
        for deeper in [key for key in self._counts if key[0] == number and key[1] > depth]:
            del self._counts[deeper]
        return f"{self._counts[number, depth]}. "
