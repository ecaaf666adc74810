"""HTML: the text a browser would show, laid out in lines.

The tree is built by selectolax (lexbor), which follows the HTML standard for broken markup
too. Styles count as far as they hide text, from `style` attributes and plain rules in <style>;
nothing is fetched. Knows no layout: columns made with CSS are read in document order.
"""

import re
from dataclasses import dataclass, replace
from typing import Any

from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from data.documents.document import Content, Source
from data.documents.hidden import HiddenWords, Look, parse_colour
from data.documents.tables import row_lines
from data.documents.text import decode
from data.patterns import regex

Node = Any  # selectolax's nodes carry no types for what is used here
_SKIPPED = frozenset(
    ("head", "script", "style", "noscript", "template", "svg", "iframe", "object", "canvas",
     "select", "textarea", "audio", "video")
)  # fmt: skip
_INLINE = frozenset(
    ("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
     "font", "i", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike",
     "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "img", "input", "button")
)  # fmt: skip
_POINTS = {"pt": 1.0, "px": 0.75, "em": 12.0, "rem": 12.0, "%": 0.12}
_LENGTH = regex(r"(-?[\d.]+)\s*(pt|px|em|rem|%)?")
_COMMENT = regex(r"/\*.*?\*/", re.DOTALL)
_RULE = regex(r"([^{}@;]+)\{([^{}]*)\}")
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_FAR_AWAY = -500.0  # beyond any page's edge
# Deeper than any page made by people; the walk below recurses.
_DEEPEST = 200


@dataclass(slots=True)
class _Lines:
    """Lines under construction."""

    done: list[str]
    open: str = ""

    def add(self, piece: str) -> None:
        words = " ".join(piece.split())
        if piece[:1].isspace() and self.open and not self.open[-1].isspace():
            self.open += " "
        self.open += words
        if words and piece[-1:].isspace():
            self.open += " "

    def end(self) -> None:
        if self.open.strip():
            self.done.append(self.open.strip(" "))
        self.open = ""


def read_html(source: Source) -> Content:
    """Read a web page as one page."""
    tree = LexborHTMLParser(_decoded(source.data))
    body = tree.body
    hidden = HiddenWords()
    if body is None:
        return Content(("",))
    walker = _Walker(_rules(tree), hidden)
    lines = _Lines([])
    walker.node(body, Look(), lines, 0)
    lines.end()
    return Content(("\n".join(lines.done),), hidden.warnings())


def _decoded(data: bytes) -> str:
    declared = _CHARSET.search(data[:4096])
    if declared and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass  # a wrong declaration is common; the content decides
    return decode(data)


def _rules(tree: LexborHTMLParser) -> dict[int, dict[str, str]]:
    """What the <style> rules that bear on visibility set, by node; later rules win."""
    found: dict[int, dict[str, str]] = {}
    for sheet in tree.css("style"):
        for selector, body in _RULE.findall(_COMMENT.sub("", sheet.text())):
            declarations = {k: v for k, v in _declarations(body).items() if k in _WATCHED}
            if not declarations:
                continue
            try:
                nodes = tree.css(selector.strip())
            except (SelectolaxError, ValueError):
                continue  # a selector lexbor does not know cannot be judged
            for node in nodes:
                found.setdefault(node.mem_id, {}).update(declarations)
    return found


_WATCHED = frozenset(
    ("display", "visibility", "opacity", "color", "background", "background-color",
     "background-image", "font-size", "text-indent", "left", "top")
)  # fmt: skip


def _declarations(style: str) -> dict[str, str]:
    pairs = (part.partition(":") for part in style.split(";"))
    return {
        key.strip().lower(): value.replace("!important", "").strip().lower()
        for key, _, value in pairs
    }


class _Walker:
    """Turns nodes into lines, and counts the hidden words it leaves out."""

    def __init__(self, rules: dict[int, dict[str, str]], hidden: HiddenWords) -> None:
        self._rules = rules
        self._hidden = hidden

    def node(self, node: Node, look: Look, lines: _Lines, depth: int) -> None:
        """Add what stands in a node to the lines."""
        tag = node.tag
        if tag == "-text":
            self._text(node.text_content or "", look, lines)
            return
        if tag in _SKIPPED or tag.startswith(("-", "!")) or depth > _DEEPEST:
            return
        attributes = node.attributes
        own = {**self._rules.get(node.mem_id, {}), **_declarations(attributes.get("style") or "")}
        look = _styled(look, own, attributes)
        if tag == "br":
            lines.end()
        elif tag == "table":
            lines.end()
            self._table(node, look, lines, depth)
        elif tag in _INLINE:
            self._children(node, look, lines, depth)
        else:
            self._block(node, look, lines, depth)

    def _text(self, text: str, look: Look, lines: _Lines) -> None:
        if look.hidden:
            self._hidden.add(text)
        else:
            lines.add(text)

    def _children(self, node: Node, look: Look, lines: _Lines, depth: int) -> None:
        for inner in node.iter(include_text=True):
            self.node(inner, look, lines, depth + 1)

    def _block(self, node: Node, look: Look, lines: _Lines, depth: int) -> None:
        lines.end()
        start = len(lines.done)
        if node.tag == "pre":
            for line in node.text().splitlines():
                self._text(line, look, lines)
                lines.end()
            return
        self._children(node, look, lines, depth)
        lines.end()
        if node.tag == "li" and len(lines.done) > start:
            lines.done[start] = "• " + lines.done[start].removeprefix("• ")

    def _table(self, table: Node, look: Look, lines: _Lines, depth: int) -> None:
        for inner in table.iter():
            if inner.tag == "tr":
                lines.done += row_lines(self._cells(inner, look, depth))
            elif inner.tag in ("thead", "tbody", "tfoot"):
                self._table(inner, look, lines, depth + 1)
            else:
                self.node(inner, look, lines, depth + 1)

    def _cells(self, row: Node, look: Look, depth: int) -> list[str]:
        own = self._rules.get(row.mem_id, {})
        look = _styled(look, {**own, **_declarations(row.attributes.get("style") or "")}, {})
        cells = []
        for cell in row.iter():
            inside = _Lines([])
            self.node(cell, look, inside, depth + 2)
            inside.end()
            cells.append("\n".join(inside.done))
        return cells


def _styled(look: Look, style: dict[str, str], attributes: dict[str, str | None]) -> Look:
    """The look inside an element with these declarations and attributes."""
    if (
        "hidden" in attributes
        or style.get("display") == "none"
        or style.get("visibility") in ("hidden", "collapse")
        or _number(style.get("opacity")) == 0
        or any((_number(style.get(key)) or 0) < _FAR_AWAY for key in ("left", "top", "text-indent"))
    ):
        look = replace(look, concealed=True)
    background = style.get("background") or style.get("background-color")
    background = background or attributes.get("bgcolor") or ""
    if style.get("background-image", "none") != "none":
        look = replace(look, background=None)
    elif background and background not in ("none", "transparent", "inherit"):
        look = replace(look, background=parse_colour(background.split(" ")[0]))
    colour = style.get("color") or attributes.get("color")
    if colour and colour != "inherit":
        see_through = colour == "transparent"
        look = replace(look, colour=parse_colour(colour), concealed=look.concealed or see_through)
    points = _points(style.get("font-size"))
    return look if points is None else replace(look, points=points)


def _number(value: str | None) -> float | None:
    match = _LENGTH.match(value or "")
    try:
        return float(match[1]) if match else None
    except ValueError:
        return None


def _points(value: str | None) -> float | None:
    number, match = _number(value), _LENGTH.match(value or "")
    return None if number is None or not match else number * _POINTS[match[2] or "px"]
