"""Uploads to items: what is told apart, what an item of no use costs, and what is refused whole."""

import io
import json
import random
import struct
import tracemalloc
import zipfile
from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.work import unpacking, zipped
from service.work.unpacking import BatchTooLarge, Bounds, Item, NotABatch, unpack

MB = 1_000_000


def packed(
    *files: tuple[str | zipfile.ZipInfo, bytes], method: int = zipfile.ZIP_DEFLATED
) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return held.getvalue()


def items(upload: bytes, bounds: Bounds = unpacking.DEFAULT_BOUNDS) -> list[Item]:
    return list(unpack(io.BytesIO(upload), bounds))


def good(found: Iterable[Item]) -> list[tuple[str, bytes]]:
    return [(each.label, each.content) for each in found if not each.fault]


def faults(found: Iterable[Item]) -> dict[str, str]:
    return {each.name: each.fault for each in found if each.fault}


# Zips.


def test_a_zip_is_read_in_its_order_with_paths_and_labels() -> None:
    upload = packed(("b/ben.pdf", b"%PDF-1"), ("a/anna.txt", b"words"), ("a/late/cy.docx", b"PKx"))
    assert items(upload) == [
        Item(1, "b/ben.pdf", "ben", content=b"%PDF-1"),
        Item(2, "a/anna.txt", "anna", content=b"words"),
        Item(3, "a/late/cy.docx", "cy", content=b"PKx"),
    ]


def test_files_that_share_a_name_are_told_apart_as_on_the_command_line() -> None:
    upload = packed(("a/cv.txt", b"1"), ("a/cv.pdf", b"2"), ("b/cv.pdf", b"3"))
    assert [each.label for each in items(upload)] == ["cv.txt", "a/cv.pdf", "b/cv.pdf"]


def test_what_systems_leave_in_folders_is_passed_over() -> None:
    upload = packed(
        ("cvs/", b""),
        ("cvs/anna.txt", b"words"),
        ("__MACOSX/cvs/._anna.txt", b"x"),
        ("cvs/.DS_Store", b"x"),
        ("cvs/Thumbs.db", b"x"),
        ("cvs/~$anna.docx", b"x"),
    )
    assert good(items(upload)) == [("anna", b"words")]


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("../../etc/passwd", "etc/passwd"),
        ("/root/.ssh", None),
        ("a/../b/./c.txt", "a/b/c.txt"),
        ("C:\\cvs\\anna.txt", "C:/cvs/anna.txt"),
        ("an\x1b[2Jna.txt", "an?[2Jna.txt"),
    ],
)
def test_a_path_leads_nowhere(name: str, path: str | None) -> None:
    found = [each.name for each in items(packed((name, b"words"), ("z.txt", b"z")))]
    assert found == ([path, "z.txt"] if path else ["z.txt"])


@pytest.mark.parametrize(
    ("raw", "flags", "label"),
    [
        ("zoë".encode(), 0x800, "zoë"),  # as the standard has it
        ("zoë".encode(), 0, "zoë"),  # as macOS does it
        (b"zo\x89", 0, "zoë"),  # code page 437
    ],
)
def test_names_in_either_encoding_are_read(raw: bytes, flags: int, label: str) -> None:
    upload = packed(("123.txt", b"words")) if len(raw) == 3 else packed(("1234.txt", b"words"))
    plain = b"123.txt" if len(raw) == 3 else b"1234.txt"
    upload = upload.replace(plain, raw + b".txt")
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = upload.index(signature) + at
        upload = upload[:start] + struct.pack("<H", flags) + upload[start + 2 :]
    assert good(items(upload)) == [(label, b"words")]


def encrypted() -> bytes:
    upload = packed(("anna.txt", b"words"))
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = upload.index(signature) + at
        upload = upload[:start] + b"\x01\x00" + upload[start + 2 :]
    return upload


def broken() -> bytes:
    upload = packed(("anna.txt", b"some words"), ("ben.txt", b"words"), method=zipfile.ZIP_STORED)
    return upload.replace(b"some words", b"same words", 1)


def link() -> zipfile.ZipInfo:
    info = zipfile.ZipInfo("anna.txt")
    info.create_system = 3
    info.external_attr = 0o120777 << 16
    return info


@pytest.mark.parametrize(
    ("upload", "fault"),
    [
        (encrypted(), "encrypted; pack it without a password"),
        (broken(), "broken inside the archive; pack it again"),
        (packed((link(), b"/etc/passwd")), "a link, not a file; pack the file that it leads to"),
        (packed(("anna.txt", b"")), "empty"),
        (packed(("anna.txt", bytes(20 * MB + 1))), "larger than 20 MB; save it without images"),
        (packed(("anna.txt", packed(("b", b"b")))), "an archive in an archive; unpack it first"),
        (packed(("anna.txt", b"\x1f\x8b\x08")), "an archive in an archive; unpack it first"),
        (
            packed(("anna.txt", b"words"), method=zipfile.ZIP_LZMA),
            "packed in an unusual way; pack it as an ordinary (deflate) zip",
        ),
    ],
    ids=["encrypted", "broken", "link", "empty", "large", "zip", "gzip", "unusual"],
)
def test_an_entry_of_no_use_costs_only_itself(upload: bytes, fault: str) -> None:
    found = items(upload)
    assert faults(found) == {"anna.txt": fault}
    assert {each.content for each in found} <= {b"", b"words"}


def test_a_table_in_a_zip_is_left_out_by_name() -> None:
    found = items(packed(("anna.txt", b"words"), ("export.csv", b"id,text\n")))
    assert faults(found) == {"export.csv": "a table among CVs; send it as a batch of its own"}


def test_word_and_opendocument_files_are_no_archives_in_an_archive() -> None:
    word = packed(("[Content_Types].xml", b"<x/>"), ("word/document.xml", b"<x/>"))
    text = packed(("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", b""))
    found = items(packed(("anna.docx", word), ("ben.odt", text)))
    assert [each.fault for each in found] == ["", ""]
    for single in (word, text):
        with pytest.raises(NotABatch, match="this is one document"):
            items(single)


def test_a_bomb_is_not_unpacked_beyond_what_a_cv_may_be() -> None:
    entry = bytes(200 * MB)
    upload = packed(*((f"{number}.txt", entry) for number in range(3)))
    del entry
    assert len(upload) < MB
    tracemalloc.start()
    found = items(upload)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [each.fault[:11] for each in found] == ["larger than"] * 3
    assert peak < 90 * MB


def test_a_bomb_that_lies_about_its_size_is_not_believed() -> None:
    upload = packed(("anna.txt", bytes(50 * MB)))
    lie = struct.pack("<I", 1000)
    upload = upload.replace(struct.pack("<I", 50 * MB), lie)
    assert faults(items(upload)) == {"anna.txt": "broken inside the archive; pack it again"}


def test_entries_that_share_their_bytes_do_not_multiply_them() -> None:
    """The bomb of https://www.bamsoftware.com/hacks/zipbomb/: many entries, one set of bytes."""
    once = packed(("a.txt", b"words" * 1000))
    start = once.index(b"PK\x01\x02")
    end = once.index(b"PK\x05\x06")
    directory = once[start:end] * 500
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 500, 500, len(directory), start, 0)
    upload = once[:start] + directory + tail
    try:
        found = items(upload, Bounds(1000, MB))
    except BatchTooLarge:
        return  # each was unpacked, and all together were too much
    assert len(good(found)) <= 1  # later versions of Python see what is going on


def test_a_directory_without_end_is_refused_before_it_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(zipped, "LARGEST_DIRECTORY", 20 * MB)
    once = packed(("a.txt", b"words"))
    start, end = once.index(b"PK\x01\x02"), once.index(b"PK\x05\x06")
    many = once[start:end] * (21 * MB // (end - start))
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 9, 9, len(many), start, 0)
    with pytest.raises(NotABatch, match="too many files in one archive"):
        items(once[:start] + many + tail)


def test_there_is_a_bound_on_a_whole_batch() -> None:
    upload = packed(*((f"{number}.txt", bytes(10) + b"x" * MB) for number in range(5)))
    assert len(items(upload, Bounds(5, 6 * MB))) == 5
    with pytest.raises(BatchTooLarge, match="more than 4 CVs; send several batches"):
        items(upload, Bounds(4, 6 * MB))
    with pytest.raises(BatchTooLarge, match="more than 3 MB once unpacked"):
        items(upload, Bounds(5, 3 * MB))


@pytest.mark.parametrize(
    "upload",
    [b"PK\x03\x04", b"PK\x03\x04" + b"x" * 1000, packed(("a", b"b"))[:-8]],
    ids=["a beginning", "nonsense", "cut off"],
)
def test_a_broken_archive_is_refused(upload: bytes) -> None:
    with pytest.raises(NotABatch, match="not a zip archive, or a broken one"):
        items(upload)


def test_any_damage_is_a_refusal_or_an_item_of_no_use() -> None:
    whole = packed(*((f"{number}.txt", f"words {number}".encode() * 20) for number in range(6)))
    contents = {f"words {number}".encode() * 20 for number in range(6)}
    dice = random.Random(7)
    for _ in range(3000):
        damaged = bytearray(whole)
        for _ in range(dice.randint(1, 6)):
            damaged[dice.randrange(len(damaged))] = dice.randrange(256)
        if dice.random() < 0.2:
            damaged = damaged[: dice.randrange(len(damaged))]
        try:
            found = items(bytes(damaged))
        except NotABatch:
            continue
        assert {each.content for each in found if not each.fault} <= contents


# Tables.


def jsonl(*rows: object) -> bytes:
    return "\n".join(json.dumps(each, ensure_ascii=False) for each in rows).encode()


def test_a_table_gives_texts_under_the_senders_ids() -> None:
    expected = [
        Item(1, "line 2", "anna", "anna", b"words", plain_text=True),
        Item(2, "line 3", "ben", "ben", "Zoë\nsaid".encode(), plain_text=True),
    ]
    assert items('\ufeffid,text\r\nanna,words\r\nben,"Zoë\nsaid"\r\n'.encode()) == expected
    rows = jsonl({"id": "anna", "text": "words"}, {"id": "ben", "text": "Zoë\nsaid"})
    assert items(b"\xef\xbb\xbf\n" + rows) == expected


def test_a_bad_row_costs_only_itself() -> None:
    rows = ["id,text", "anna,words", ",words", "ben,", "cara,a,b", "anna,again", "dan,words"]
    found = items("\n".join(rows).encode())
    assert good(found) == [("anna", b"words"), ("dan", b"words")]
    assert faults(found) == {
        "line 3": "no id",
        "line 4": "no text",
        "line 5": "more cells than columns",
        "line 6": "the id anna was used in line 2",
    }
    assert [each.number for each in found] == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_a_row_that_is_not_utf8_costs_only_itself(form: str) -> None:
    if form == "csv":
        upload = "id,text\nanna,words\nben,café\ncy,words".encode("latin-1")
    else:
        rows = jsonl(*({"id": name, "text": "café"} for name in ("anna", "ben", "cy")))
        upload = rows.replace(b"ben", b"b\xe9n")
    found = items(upload)
    assert [label for label, _ in good(found)] == ["anna", "cy"]
    assert len(faults(found)) == 1


def test_rows_beyond_any_cv_cost_only_themselves() -> None:
    long = "x" * 300_001
    found = items(
        jsonl(
            {"id": "anna", "text": long},
            {"id": "b" * 201, "text": "words"},
            {"id": "cy", "text": "x" * 4_000_000},
            {"id": "dan", "text": "words"},
        )
        + b'\n{"id": "eve", "text": '
        + b"[" * 100_000
        + b"}"
        + b'\n{"id": '
        + b"9" * 5000
        + b', "text": "words"}'
    )
    assert good(found) == [("dan", b"words")]
    assert [each[:16] for each in faults(found).values()] == [
        "300,001 characte",
        "an id longer tha",
        "longer than 3,60",
        "not valid JSON: ",
        "not valid JSON: ",
    ]


def test_a_long_text_in_a_csv_is_read() -> None:
    text = b"word " * 50_000
    assert good(items(b"id,text\nanna," + text + b"\n")) == [("anna", text)]


def test_a_csv_line_without_end_costs_what_is_below_it() -> None:
    found = items(b'id,text\nanna,words\nben,"' + b"x" * 4_000_000)
    assert good(found) == [("anna", b"words")]
    assert list(faults(found)) == ["line 3"]


@pytest.mark.parametrize(
    ("upload", "message"),
    [
        (b"", "neither a zip nor a table"),
        (b" \n\n", "neither a zip nor a table"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "neither a zip nor a table"),
        ("id,text\nanna,words".encode("utf-16"), "neither a zip nor a table"),
        (b'[{"id": "anna"}]', "send JSONL instead"),
        (b"name,text\na,b\n", "no column id; the columns are: name, text"),
        (b"x" * 4_000_000, "not a CSV table"),
    ],
)
def test_what_is_no_batch_is_refused_whole(upload: bytes, message: str) -> None:
    with pytest.raises(NotABatch, match=message):
        items(upload)


def test_a_table_is_not_held_in_memory() -> None:
    upload = io.BytesIO()
    for number in range(400):
        upload.write(jsonl({"id": f"{number}", "text": f"{number} " + "x" * 100_000}) + b"\n")
    tracemalloc.start()
    count = sum(1 for item in unpack(upload) if not item.fault)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 400
    assert peak < 4 * MB


@given(st.binary(max_size=300))
@settings(max_examples=300, deadline=None)
def test_any_bytes_are_items_or_refused(upload: bytes) -> None:
    for start in (b"", b"PK\x03\x04", b"id,text\n", b"{"):
        try:
            found = items(start + upload)
        except NotABatch:
            continue
        assert [each.number for each in found] == list(range(1, len(found) + 1))
        for each in found:
            assert bool(each.fault) != bool(each.content)
            each.name.encode(), each.label.encode(), each.fault.encode()
