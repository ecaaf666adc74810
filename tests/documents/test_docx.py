from collections.abc import Callable

import pytest
from docx.document import Document as Word
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from data.documents import Document, read_bytes
from tests.documents.makers import make_docx

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def read_word(document: bytes) -> Document:
    return read_bytes(document, "cv.docx")


def add_xml(paragraph: Paragraph, xml: str) -> None:
    paragraph._p.append(parse_xml(xml.replace(">", f" {NAMESPACES}>", 1)))


def shade(properties: BaseOxmlElement, fill: str) -> None:
    properties.append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="{fill}"/>'))


def test_headers_paragraphs_lists_tables_and_footers_are_read_in_order() -> None:
    def build(word: Word) -> None:
        word.sections[0].header.paragraphs[0].text = "Head of page"
        word.sections[0].footer.paragraphs[0].text = "Foot of page"
        word.add_heading("Work", 1)
        word.add_paragraph("Led a team", style="List Bullet")
        word.add_paragraph("Ran a desk", style="List Number")
        word.add_paragraph("Ran two desks", style="List Number")
        table = word.add_table(rows=2, cols=2)
        for cell, text in zip(table._cells, ["2019", "Acme", "2017", "Borea"], strict=True):
            cell.text = text

    assert read_word(make_docx(build)).text.splitlines() == [
        "Head of page",
        "Work",
        "• Led a team",
        "1. Ran a desk",
        "2. Ran two desks",
        "2019 | Acme",
        "2017 | Borea",
        "Foot of page",
    ]


def test_nested_tables_and_merged_cells_are_read_once() -> None:
    def build(word: Word) -> None:
        table = word.add_table(rows=2, cols=2)
        table.cell(0, 0).merge(table.cell(0, 1)).text = "Across"
        inner = table.cell(1, 1).add_table(rows=1, cols=2)
        inner.cell(0, 0).text, inner.cell(0, 1).text = "in", "side"
        table.cell(1, 0).text = "beside"

    assert read_word(make_docx(build)).text.splitlines() == ["Across", "beside | in | side"]


def test_a_text_box_is_read_once_although_word_stores_it_twice() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p></w:txbxContent>"

    def build(word: Word) -> None:
        add_xml(
            word.add_paragraph("Anchor"),
            "<w:r><mc:AlternateContent>"
            f'<mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp>'
            "</w:drawing></mc:Choice>"
            f"<mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict>"
            "</mc:Fallback></mc:AlternateContent></w:r>",
        )

    assert read_word(make_docx(build)).text == "Anchor\nIn a box"


def test_tracked_deletions_are_left_out_and_insertions_kept() -> None:
    def build(word: Word) -> None:
        paragraph = word.add_paragraph("Led ")
        add_xml(paragraph, '<w:del w:id="1"><w:r><w:delText>four</w:delText></w:r></w:del>')
        add_xml(paragraph, '<w:ins w:id="2"><w:r><w:t>forty</w:t></w:r></w:ins>')

    document = read_word(make_docx(build))
    assert document.text == "Led forty"
    assert document.warnings == ()


def test_fields_show_their_result_and_symbols_their_bullet() -> None:
    def build(word: Word) -> None:
        paragraph = word.add_paragraph()
        add_xml(paragraph, '<w:r><w:sym w:font="Symbol" w:char="F0B7"/><w:tab/></w:r>')
        add_xml(paragraph, "<w:r><w:instrText>PAGEREF x</w:instrText></w:r>")
        add_xml(paragraph, "<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t></w:r>")

    assert read_word(make_docx(build)).text == "•\ta-b"


def white(run: Run) -> None:
    run.font.color.rgb = RGBColor(255, 255, 255)


def tiny(run: Run) -> None:
    run.font.size = Pt(1)


def vanished(run: Run) -> None:
    run.font.hidden = True


def black_on_black(run: Run) -> None:
    run.font.highlight_color = WD_COLOR_INDEX.BLACK


@pytest.mark.parametrize("hide", [white, tiny, vanished, black_on_black])
def test_hidden_runs_are_left_out_and_reported(hide: Callable[[Run], None]) -> None:
    def build(word: Word) -> None:
        hide(word.add_paragraph("Seen").add_run(" keyword stuffing"))

    document = read_word(make_docx(build))
    assert document.text == "Seen"
    assert [warning.message for warning in document.warnings] == [
        "2 words of hidden text (invisible to a reader of the page) left out."
    ]


def test_text_hidden_by_its_style_is_left_out() -> None:
    def build(word: Word) -> None:
        word.styles.add_style("Ghost", 1).font.color.rgb = RGBColor(255, 255, 255)
        word.styles["Ghost"].base_style = word.styles["Normal"]
        word.add_paragraph("Seen")
        word.add_paragraph("keyword stuffing", style="Ghost")

    assert read_word(make_docx(build)).text == "Seen"


@pytest.mark.parametrize("place", ["run", "paragraph", "cell"])
def test_white_letters_on_a_dark_ground_are_seen(place: str) -> None:
    def build(word: Word) -> None:
        cell = word.add_table(rows=1, cols=1).cell(0, 0)
        run = cell.paragraphs[0].add_run("Name")
        white(run)
        properties = {
            "run": run._r.get_or_add_rPr(),
            "paragraph": cell.paragraphs[0]._p.get_or_add_pPr(),
            "cell": cell._tc.get_or_add_tcPr(),
        }
        shade(properties[place], "1F3864")

    assert read_word(make_docx(build)).text == "Name"


def test_white_letters_in_a_dark_text_box_are_seen() -> None:
    def build(word: Word) -> None:
        add_xml(
            word.add_paragraph(),
            "<w:r><w:drawing><wps:wsp><wps:spPr><a:solidFill><a:srgbClr val='203040'/>"
            "</a:solidFill></wps:spPr><wps:txbx><w:txbxContent><w:p><w:r><w:rPr>"
            "<w:color w:val='FFFFFF'/></w:rPr><w:t>Name</w:t></w:r></w:p></w:txbxContent>"
            "</wps:txbx></wps:wsp></w:drawing></w:r>",
        )

    assert read_word(make_docx(build)).text == "Name"


def test_content_controls_and_hyperlinks_are_read() -> None:
    def build(word: Word) -> None:
        paragraph = word.add_paragraph()
        add_xml(paragraph, "<w:sdt><w:sdtContent><w:r><w:t>Name</w:t></w:r></w:sdtContent></w:sdt>")
        add_xml(paragraph, "<w:hyperlink><w:r><w:t> link</w:t></w:r></w:hyperlink>")
        assert paragraph._p.find(qn("w:sdt")) is not None

    assert read_word(make_docx(build)).text == "Name link"


def test_white_letters_on_dark_paper_are_seen() -> None:
    def build(word: Word) -> None:
        white(word.add_paragraph().add_run("Name"))
        word.element.insert(0, parse_xml(f'<w:background {nsdecls("w")} w:color="203040"/>'))
        word.settings.element.append(parse_xml(f"<w:displayBackgroundShape {nsdecls('w')}/>"))

    assert read_word(make_docx(build)).text == "Name"


def test_white_letters_over_a_shape_behind_the_text_are_seen() -> None:
    def build(word: Word) -> None:
        paragraph = word.add_paragraph()
        add_xml(paragraph, "<w:r><w:drawing><wp:anchor behindDoc='1'/></w:drawing></w:r>")
        white(paragraph.add_run("Name"))

    assert read_word(make_docx(build)).text == "Name"


def test_a_paragraph_that_nobody_sees_leaves_no_blank_line() -> None:
    def build(word: Word) -> None:
        word.add_paragraph("Above")
        word.add_paragraph().add_run("secret words").font.hidden = True
        word.add_paragraph("Below")

    assert read_word(make_docx(build)).text == "Above\nBelow"
