import pytest

from data.documents import read_bytes

FONTS = r"{\fonttbl{\f0\fnil\fcharset0 Arial;}{\f1\fnil\fcharset2 Symbol;}}"
COLOURS = r"{\colortbl;\red255\green255\blue255;\red0\green0\blue0;}"


def text_of(body: str) -> str:
    return read_bytes((r"{\rtf1\ansi\ansicpg1252" + body + "}").encode("ascii"), "cv.rtf").text


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r" One\par Two\line three", "One\nTwo\nthree"),
        (r" Caf\'e9 \u8211? \'a33m", "Café – £3m"),
        (r" {\b Bold} and \{braces\}", "Bold and {braces}"),
        (r" \u-10179?\u-8704?", "\U0001f600"),
        (FONTS + r"{\listtext\f1 \'b7\tab}Led a team\par", "• Led a team"),
        (r"{\field{\*\fldinst HYPERLINK x}{\fldrslt a link}}", "a link"),
        (r"{\info{\author Nobody}}{\*\generator W;}Text", "Text"),
        (r"{\header Page head\par}Body\par{\footer Page foot}", "Page head\n\nBody\n\nPage foot"),
        (r"{\pict\bin4 }}}}}Text", "Text"),
        (
            r"Before\par\trowd\intbl 2019\cell Acme\cell\row\trowd 2017\cell Borea\cell\row After",
            "Before\n2019 | Acme\n2017 | Borea\nAfter",
        ),
        (r"{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt In a box\par}}}Body", "Body\nIn a box"),
        (r"Kept{\deleted\ removed}", "Kept"),
    ],
)
def test_rich_text_becomes_lines(body: str, expected: str) -> None:
    assert text_of(body) == expected


@pytest.mark.parametrize(
    "hidden", [r"{\v keyword stuffing}", r"{\cf1 keyword stuffing}", r"{\fs2 keyword stuffing}"]
)
def test_hidden_text_is_left_out_and_reported(hidden: str) -> None:
    data = (r"{\rtf1" + COLOURS + "Seen" + hidden + "}").encode("ascii")
    document = read_bytes(data, "cv.rtf")
    assert document.text == "Seen"
    assert [warning.code for warning in document.warnings] == ["hidden_text"]


def test_white_letters_on_a_dark_ground_are_seen() -> None:
    assert text_of(COLOURS + r"{\cf1\highlight2 Name}") == "Name"


def test_unbalanced_braces_are_survived() -> None:
    assert text_of(r" Text}}}} more") == "Text more"
