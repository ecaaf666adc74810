from collections.abc import Callable

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from data.documents import (
    Encrypted,
    Limits,
    NoText,
    TooManyPages,
    read_bytes,
)
from tests.documents.makers import A4, draw_lines, make_pdf


def draw_scan(canvas: Canvas) -> None:
    picture = Image.effect_noise((60, 80), 90)
    canvas.drawImage(ImageReader(picture), 0, 0, *A4)


def test_lines_bullets_and_pages_survive() -> None:
    def draw(canvas: Canvas) -> None:
        draw_lines(canvas, 50, 700, ["Jane Example", "• Led a team", "• Owned £3m – twice"])
        canvas.showPage()
        canvas.showPage()
        canvas.drawString(50, 700, "Third page")

    document = read_bytes(make_pdf(draw), "cv.pdf")
    first = "Jane Example\n• Led a team\n• Owned £3m – twice"
    assert document.text == f"{first}\n\nThird page"
    assert document.pages == (0, len(first), len(first) + 2)
    assert document.media_type == "application/pdf"


def white(canvas: Canvas) -> None:
    canvas.setFillGray(1)
    canvas.drawString(50, 600, "keyword stuffing")


def nearly_white(canvas: Canvas) -> None:
    canvas.setFillGray(0.98)
    canvas.drawString(50, 600, "keyword stuffing")


def on_its_own_colour(canvas: Canvas) -> None:
    canvas.setFillColorRGB(0.1, 0.2, 0.4)
    canvas.rect(0, 500, 595, 150, stroke=0, fill=1)
    canvas.drawString(50, 600, "keyword stuffing")


def under_a_shape(canvas: Canvas) -> None:
    canvas.drawString(50, 600, "keyword stuffing")
    canvas.setFillGray(1)
    canvas.rect(0, 500, 595, 150, stroke=0, fill=1)


def tiny(canvas: Canvas) -> None:
    canvas.setFont("Helvetica", 1)
    canvas.drawString(50, 600, "keyword stuffing")


def scaled_down(canvas: Canvas) -> None:
    canvas.scale(0.1, 0.1)
    canvas.drawString(500, 6000, "keyword stuffing")


def undrawn(canvas: Canvas) -> None:
    text = canvas.beginText(50, 600)
    text.setTextRenderMode(3)
    text.textLine("keyword stuffing")
    canvas.drawText(text)


@pytest.mark.parametrize(
    "hide", [white, nearly_white, on_its_own_colour, under_a_shape, tiny, scaled_down, undrawn]
)
def test_hidden_text_is_left_out_and_reported(hide: Callable[[Canvas], None]) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(50, 700, "Seen")
        hide(canvas)

    document = read_bytes(make_pdf(draw), "cv.pdf")
    assert document.text == "Seen"
    assert [warning.message for warning in document.warnings] == [
        "2 words of hidden text (invisible to a reader of the page) left out."
    ]


def test_text_beside_the_page_is_left_out() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(50, 700, "Seen")
        canvas.drawString(900, 700, "keyword stuffing")

    assert read_bytes(make_pdf(draw), "cv.pdf").text == "Seen"


def test_white_and_grey_letters_that_can_be_read_are_kept() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillGray(0.15)
        canvas.rect(0, 650, 595, 150, stroke=0, fill=1)
        canvas.setFillGray(1)
        canvas.drawString(50, 700, "Name on a banner")
        canvas.setFillGray(0.75)
        canvas.setFont("Helvetica", 7)
        canvas.drawString(50, 600, "Small grey print")

    document = read_bytes(make_pdf(draw), "cv.pdf")
    assert document.text.split("\n") == ["Name on a banner", "", "Small grey print"]
    assert document.warnings == ()


def test_text_that_ocr_laid_under_a_scan_is_read() -> None:
    def draw(canvas: Canvas) -> None:
        draw_scan(canvas)
        text = canvas.beginText(50, 600)
        text.setTextRenderMode(3)
        text.textLine("Recognised words of the page, eight or more of them")
        canvas.drawText(text)

    document = read_bytes(make_pdf(draw), "cv.pdf")
    assert document.text == "Recognised words of the page, eight or more of them"
    assert document.warnings == ()


def test_a_scan_without_text_asks_for_ocr() -> None:
    with pytest.raises(NoText, match=r"scan\.pdf: this PDF holds only images\. Run OCR"):
        read_bytes(make_pdf(draw_scan), "scan.pdf")


def test_a_scanned_page_among_others_is_reported() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(50, 700, "A page of words that can be read by anybody at all")
        canvas.showPage()
        draw_scan(canvas)

    document = read_bytes(make_pdf(draw), "cv.pdf")
    assert [warning.code for warning in document.warnings] == ["missing_pages"]


def test_an_encrypted_pdf_says_so() -> None:
    data = make_pdf(lambda canvas: canvas.drawString(50, 700, "Secret"), password="word")
    with pytest.raises(Encrypted, match=r"cv\.pdf: it is protected by a password"):
        read_bytes(data, "cv.pdf")


def test_too_many_pages_are_refused() -> None:
    def draw(canvas: Canvas) -> None:
        for _ in range(4):
            canvas.drawString(50, 700, "Page")
            canvas.showPage()

    with pytest.raises(TooManyPages, match=r"cv\.pdf: it has too many pages \(4; the limit is 3\)"):
        read_bytes(make_pdf(draw), "cv.pdf", Limits(max_pages=3))


def test_a_rotated_page_reads_as_it_is_seen() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(90)
        canvas.translate(A4[0], 0)
        canvas.rotate(90)
        draw_lines(canvas, 50, 500, ["First line", "Second line"])

    assert read_bytes(make_pdf(draw), "cv.pdf").text == "First line\nSecond line"


def test_two_columns_beside_a_dark_sidebar_are_read_one_after_the_other() -> None:
    sidebar = ["Contact", "jane@example.com", "Leeds", "Skills", "Networks", "Budgets"]
    main = [
        "Experience",
        "Service Manager, Acme Ltd",
        "2019 – 2024",
        "• Led a team across three sites and",
        "kept what it cost under control",
        "Education",
        "BSc Physics",
    ]

    def draw(canvas: Canvas) -> None:
        canvas.drawString(50, 790, "Jane Example, who runs services for a living and likes it")
        canvas.setFillGray(0.2)
        canvas.rect(0, 0, 180, 770, stroke=0, fill=1)
        canvas.setFillGray(1)
        draw_lines(canvas, 20, 740, sidebar)
        canvas.setFillGray(0)
        draw_lines(canvas, 200, 740, main)

    lines = [line for line in read_bytes(make_pdf(draw), "cv.pdf").text.splitlines() if line]
    assert lines[1:] == [*sidebar, *main]


def test_the_same_bytes_give_the_same_document() -> None:
    data = make_pdf(lambda canvas: draw_lines(canvas, 50, 700, ["One", "Two"]))
    assert read_bytes(data, "cv.pdf") == read_bytes(data, "cv.pdf")


def test_every_letter_of_a_word_on_a_coloured_page_is_kept() -> None:
    words = ["jane_doe@example.com", "- well, 'so' . and: so;", "• led • “quoted” – yes"]

    def draw(canvas: Canvas) -> None:
        canvas.setFillColorRGB(0.9, 0.95, 1)
        canvas.rect(0, 0, *A4, stroke=0, fill=1)
        canvas.setFillGray(0)
        draw_lines(canvas, 50, 700, words)

    assert read_bytes(make_pdf(draw), "cv.pdf").text.splitlines() == words
