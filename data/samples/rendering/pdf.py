"""Blocks -> the bytes of a .pdf file, the same bytes every time.

A document with a side column is set in two frames on its first page, the side
column first in the file whichever side it stands on; the main text runs on
over full pages. Uses the standard PDF fonts, so texts keep to Windows-1252.
Knows nothing of where files live.
"""

import io
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    FrameBreak,
    NextPageTemplate,
    PageTemplate,
    Paragraph,
    Table,
)

from data.samples.rendering.markup import Block, Column, Kind, grouped

__all__ = ["render"]

_MARGIN = 18 * mm
_SIDE = 52 * mm
_GUTTER = 6 * mm
_WIDTH = A4[0] - 2 * _MARGIN
_HEIGHT = A4[1] - 2 * _MARGIN
_BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=9.5, leading=12.5, spaceAfter=4)
_STYLES = {
    Kind.NAME: ParagraphStyle("name", _BODY, fontName="Helvetica-Bold", fontSize=17, leading=22),
    Kind.HEADING: ParagraphStyle(
        "heading", _BODY, fontName="Helvetica-Bold", fontSize=11, leading=14, spaceBefore=7
    ),
    Kind.SUBHEADING: ParagraphStyle("subheading", _BODY, fontName="Helvetica-Bold", spaceBefore=4),
    Kind.BULLET: ParagraphStyle("bullet", _BODY, leftIndent=10, bulletIndent=1, spaceAfter=2),
    Kind.HIDDEN: ParagraphStyle("hidden", _BODY, textColor=colors.white, fontSize=4, leading=5),
    Kind.BOX: ParagraphStyle(
        "box", _BODY, borderWidth=0.5, borderColor=colors.grey, borderPadding=3
    ),
}


def render(blocks: tuple[Block, ...], title: str) -> bytes:
    """Return the .pdf file showing the blocks, two-column where they say so."""
    header = " | ".join(block.text for block in blocks if block.kind is Kind.HEADER)
    body = tuple(block for block in blocks if block.kind is not Kind.HEADER)
    side = tuple(block for block in body if block.column is not Column.MAIN)
    main = tuple(block for block in body if block.column is Column.MAIN)
    buffer = io.BytesIO()
    document = BaseDocTemplate(
        buffer, pagesize=A4, title=title, author="rolematch samples", invariant=1
    )

    def draw_header(canvas: Canvas, _document: BaseDocTemplate) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(_MARGIN, A4[1] - _MARGIN / 2, header)

    on_page = draw_header if header else _draw_nothing
    full = PageTemplate("full", [_frame(0, _WIDTH)], onPage=on_page)
    if side:
        frames = _side_and_main(side[0].column)
        document.addPageTemplates([PageTemplate("first", frames, onPage=on_page), full])
        story = [NextPageTemplate("full"), *_flow(side), FrameBreak(), *_flow(main)]
    else:
        document.addPageTemplates([full])
        story = _flow(main)
    document.build(story)
    return buffer.getvalue()


def _flow(blocks: tuple[Block, ...]) -> list[Flowable]:
    flowables: list[Flowable] = []
    for kind, run in grouped(blocks):
        if kind is Kind.ROW:
            flowables.append(_table(run))
        elif kind is Kind.BOX:
            lines = "<br/>".join(escape(block.text) for block in run)
            flowables.append(Paragraph(lines, _STYLES[kind]))
        else:
            flowables.extend(_paragraph(block) for block in run)
    return flowables


def _paragraph(block: Block) -> Paragraph:
    bullet = "•" if block.kind is Kind.BULLET else None
    return Paragraph(escape(block.text), _STYLES.get(block.kind, _BODY), bulletText=bullet)


def _table(run: list[Block]) -> Table:
    rows = [[Paragraph(escape(cell), _BODY) for cell in block.cells] for block in run]
    return Table(rows, style=[("GRID", (0, 0), (-1, -1), 0.5, colors.grey)])


def _side_and_main(where: Column) -> list[Frame]:
    main_width = _WIDTH - _SIDE - _GUTTER
    if where is Column.LEFT:
        return [_frame(0, _SIDE), _frame(_SIDE + _GUTTER, main_width)]
    return [_frame(main_width + _GUTTER, _SIDE), _frame(0, main_width)]


def _frame(left: float, width: float) -> Frame:
    return Frame(_MARGIN + left, _MARGIN, width, _HEIGHT, 0, 0, 0, 0)


def _draw_nothing(_canvas: Canvas, _document: BaseDocTemplate) -> None:
    """Leave the page as it is."""
