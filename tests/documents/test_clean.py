import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.documents.clean import clean


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("one\r\ntwo\rthree\x0bfour\u2028five", "one\ntwo\nthree\nfour\nfive"),
        ("\u00a010\u202f000\u2009km", " 10 000 km"),
        ("service  \t\nlevel ", "service\nlevel"),
        ("a\n\n\n\n\n\nb", "a\n\n\nb"),
        ("tick\x00et\u200bs and co\u00adsts", "tickets and costs"),
        ("e\u0301", "\u00e9"),
        ("of\ufb01ce work\ufb02ow", "office workflow"),
        ("\uf0b7 led", "• led"),
    ],
)
def test_characters_are_normalised(raw: str, expected: str) -> None:
    assert clean(raw) == expected


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)
