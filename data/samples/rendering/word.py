"""Blocks -> the bytes of a .docx file, the same bytes every time.

python-docx has no text boxes, so their XML is written here as Word writes it:
the drawing, and beside it the VML copy for old readers, which a careless
extractor reads twice. Knows nothing of where files live.
"""

import datetime as dt
import io
import zipfile
from xml.sax.saxutils import escape

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.shared import Pt, RGBColor

from data.samples.rendering.markup import Block, Kind, grouped

__all__ = ["render"]

_DATE = dt.datetime(2026, 1, 5, 9, 0, tzinfo=dt.UTC)
_ZIP_DATE = (2026, 1, 5, 9, 0, 0)
_WHITE = RGBColor(0xFF, 0xFF, 0xFF)
_STYLES = {
    Kind.NAME: "Title",
    Kind.HEADING: "Heading 1",
    Kind.SUBHEADING: "Heading 2",
    Kind.BULLET: "List Bullet",
}
_BOX = """
<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
     xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
     xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
     xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
     xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
     xmlns:v="urn:schemas-microsoft-com:vml">
  <mc:AlternateContent>
    <mc:Choice Requires="wps"><w:drawing>
      <wp:inline distT="0" distB="0" distL="0" distR="0">
        <wp:extent cx="5400000" cy="{height}"/><wp:docPr id="{number}" name="Text Box {number}"/>
        <a:graphic>
          <a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">
            <wps:wsp><wps:cNvSpPr txBox="1"/>
              <wps:spPr>
                <a:xfrm><a:off x="0" y="0"/><a:ext cx="5400000" cy="{height}"/></a:xfrm>
                <a:prstGeom prst="rect"><a:avLst/></a:prstGeom>
              </wps:spPr>
              <wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx><wps:bodyPr/>
            </wps:wsp>
          </a:graphicData>
        </a:graphic>
      </wp:inline>
    </w:drawing></mc:Choice>
    <mc:Fallback><w:pict>
      <v:shape style="width:425pt;height:{points}pt">
        <v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox>
      </v:shape>
    </w:pict></mc:Fallback>
  </mc:AlternateContent>
</w:r>"""


def render(blocks: tuple[Block, ...], title: str) -> bytes:
    """Return the .docx file showing the blocks in order; side columns run on."""
    document = docx.Document()
    document.styles["Normal"].font.size = Pt(10)
    properties = document.core_properties
    properties.author = "rolematch samples"
    properties.title = title
    properties.comments = ""
    properties.created = properties.modified = _DATE
    for number, (kind, run) in enumerate(grouped(blocks), start=1):
        _add(document, kind, run, number)
    buffer = io.BytesIO()
    document.save(buffer)
    return _with_fixed_times(buffer.getvalue())


def _add(document: Document, kind: Kind, run: list[Block], number: int) -> None:
    if kind is Kind.ROW:
        _add_table(document, [block.cells for block in run])
    elif kind is Kind.BOX:
        _add_box(document, [block.text for block in run], number)
    elif kind is Kind.HEADER:
        header = document.sections[0].header
        header.paragraphs[0].text = " | ".join(block.text for block in run)
    else:
        for block in run:
            paragraph = document.add_paragraph(style=_STYLES.get(kind))
            words = paragraph.add_run(block.text)
            if kind is Kind.HIDDEN:
                words.font.color.rgb = _WHITE
                words.font.size = Pt(1)


def _add_table(document: Document, rows: list[tuple[str, ...]]) -> None:
    table = document.add_table(rows=0, cols=max(map(len, rows)), style="Table Grid")
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=False):
            cell.text = text


def _add_box(document: Document, lines: list[str], number: int) -> None:
    content = "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in lines)
    points = 16 * len(lines) + 8
    emu_per_point = 12700
    xml = _BOX.format(content=content, number=number, points=points, height=points * emu_per_point)
    document.add_paragraph()._p.append(parse_xml(xml))


def _with_fixed_times(package: bytes) -> bytes:
    # python-docx stamps every zip entry with the time of saving.
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            info = zipfile.ZipInfo(entry.filename, date_time=_ZIP_DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3
            new.writestr(info, old.read(entry))
    return out.getvalue()
