import pytest

from data.documents import read_bytes


def text_of(body: str, head: str = "") -> str:
    page = f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"
    return read_bytes(page.encode(), "cv.html").text


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<h1>Name</h1><p>One <b>bold</b>\n line</p>", "Name\nOne bold line"),
        ("<ul><li>Led</li><li><p>Ran</p></li></ul>", "• Led\n• Ran"),
        ("one<br>two", "one\ntwo"),
        ("<table><tr><td>2019</td><td>Acme</td></tr></table>", "2019 | Acme"),
        ("<script>x()</script><p>Seen</p><!-- not -->", "Seen"),
        ("<p>R&amp;D &pound;3m&nbsp;budget</p>", "R&D £3m budget"),
        ("<pre>a\n  b</pre>", "a\nb"),
    ],
)
def test_markup_becomes_lines(body: str, expected: str) -> None:
    assert text_of(body) == expected


@pytest.mark.parametrize(
    "hidden",
    [
        '<p style="display:none">keyword stuffing</p>',
        "<p hidden>keyword stuffing</p>",
        '<p style="color:#fff">keyword stuffing</p>',
        '<p style="font-size:1px">keyword stuffing</p>',
        '<p style="position:absolute; left:-9999px">keyword stuffing</p>',
        '<p class="ghost">keyword stuffing</p>',
        '<div style="visibility:hidden"><p>keyword stuffing</p></div>',
        '<table><tr style="display:none"><td>keyword stuffing</td></tr></table>',
    ],
)
def test_hidden_text_is_left_out_and_reported(hidden: str) -> None:
    page = f"<html><style>.ghost {{ opacity: 0 }}</style><body><p>Seen</p>{hidden}</body></html>"
    document = read_bytes(page.encode(), "cv.html")
    assert document.text == "Seen"
    assert [w.message for w in document.warnings] == [
        "2 words of hidden text (invisible to a reader of the page) left out."
    ]


def test_white_letters_on_a_dark_ground_are_seen() -> None:
    assert text_of('<div style="background:#123"><p style="color:white">Name</p></div>') == "Name"


def test_the_declared_encoding_is_believed() -> None:
    page = '<html><meta charset="iso-8859-2"><body>Łódź</body></html>'.encode("iso-8859-2")
    assert read_bytes(page, "cv.htm").text == "Łódź"


def test_deep_nesting_is_survived() -> None:
    assert text_of("<p>Seen</p>" + "<div>" * 5000 + "deep").startswith("Seen")
