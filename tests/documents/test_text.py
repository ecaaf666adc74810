import pytest

from data.documents import read_bytes


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Saved £3m".encode(), "Saved £3m"),
        ("Saved £3m".encode("utf-8-sig"), "Saved £3m"),
        ("Saved £3m".encode("utf-16"), "Saved £3m"),
        ("Saved £3m – twice".encode("cp1252"), "Saved £3m – twice"),
        (b"one\r\ntwo\rthree\n", "one\ntwo\nthree\n"),
    ],
)
def test_any_encoding_and_line_end_is_read(data: bytes, text: str) -> None:
    assert read_bytes(data, "cv.txt").text == text


def test_plain_text_keeps_its_white_space() -> None:
    text = "  Name\u00a0Here  \n\n\n\n\n\tcolumn  \tcolumn\n"
    assert read_bytes(text.encode(), "cv.txt").text == text


@pytest.mark.parametrize("text", ["• Cut costs by £9m", "café – “résumé”", "naïve 你好"])
def test_utf8_once_read_as_cp1252_is_repaired_and_reported(text: str) -> None:
    damaged = "".join(bytes([b]).decode("cp1252", errors="ignore") or chr(b) for b in text.encode())
    document = read_bytes(damaged.encode(), "cv.txt")
    assert document.text == text
    assert [warning.code for warning in document.warnings] == ["garbled_text"]


@pytest.mark.parametrize(
    ("damaged", "text"),
    [
        ("Led the desk.\u00c2 Cut costs", "Led the desk. Cut costs"),
        ("Porter\u00c2\nClerk\u00c2", "Porter\nClerk"),
        ("\u00c2 \u00c2 2019", "  2019"),
    ],
)
def test_what_is_left_of_a_no_break_space_is_dropped_and_reported(damaged: str, text: str) -> None:
    document = read_bytes(damaged.encode(), "cv.txt")
    assert document.text == text
    assert [warning.code for warning in document.warnings] == ["garbled_text"]


def test_the_letter_itself_stays_among_capitals() -> None:
    assert read_bytes("T\u00c2 N".encode(), "cv.txt").text == "T\u00c2 N"


def test_accented_text_is_not_taken_for_damage() -> None:
    text = "Señor Müller, Łódź: Ânimo, œuvre, € 5"
    document = read_bytes(text.encode(), "cv.md")
    assert document.text == text
    assert document.warnings == ()


def test_lost_characters_are_reported() -> None:
    document = read_bytes("Saved \ufffd3m".encode(), "cv.txt")
    assert [warning.code for warning in document.warnings] == ["garbled_text"]
