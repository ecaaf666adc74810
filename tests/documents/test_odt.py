import pytest

from data.documents import Encrypted, read_bytes
from tests.documents.makers import make_zip

NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in [
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
        ("manifest", "manifest"),
    ]
)


def make_odt(body: str, styles: str = "", manifest: str = "") -> bytes:
    content = (
        f"<office:document-content {NAMESPACES}>"
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    listing = f"<manifest:manifest {NAMESPACES}>{manifest}</manifest:manifest>"
    return make_zip({"content.xml": content, "META-INF/manifest.xml": listing})


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<text:h>Work</text:h><text:p>Led <text:span>40</text:span></text:p>", "Work\nLed 40"),
        ("<text:p>a<text:tab/>b<text:s text:c='2'/>c<text:line-break/>d</text:p>", "a\tb  c\nd"),
        (
            "<text:list><text:list-item><text:p>Led</text:p></text:list-item></text:list>",
            "• Led",
        ),
        (
            "<table:table><table:table-row><table:table-cell><text:p>2019</text:p>"
            "</table:table-cell><table:table-cell><text:p>Acme</text:p></table:table-cell>"
            "</table:table-row></table:table>",
            "2019 | Acme",
        ),
        (
            "<text:p>Before<draw:frame><draw:text-box><text:p>In a box</text:p></draw:text-box>"
            "</draw:frame> after</text:p>",
            "Before after\nIn a box",
        ),
        (
            "<text:tracked-changes><text:p>gone</text:p></text:tracked-changes><text:p>a</text:p>",
            "a",
        ),
    ],
)
def test_elements_become_lines(body: str, expected: str) -> None:
    assert read_bytes(make_odt(body), "cv.odt").text == expected


@pytest.mark.parametrize(
    "look", ['fo:color="#ffffff"', 'text:display="none"', 'fo:font-size="1pt"']
)
def test_hidden_spans_are_left_out_and_reported(look: str) -> None:
    styles = f'<style:style style:name="T1"><style:text-properties {look}/></style:style>'
    body = '<text:p>Seen<text:span text:style-name="T1"> keyword stuffing</text:span></text:p>'
    document = read_bytes(make_odt(body, styles), "cv.odt")
    assert document.text == "Seen"
    assert [warning.code for warning in document.warnings] == ["hidden_text"]


def test_an_encrypted_document_says_so() -> None:
    manifest = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
    with pytest.raises(Encrypted, match=r"cv\.odt: it is protected by a password"):
        read_bytes(make_odt("<text:p>x</text:p>", manifest=manifest), "cv.odt")
