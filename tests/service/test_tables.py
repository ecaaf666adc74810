"""Tables of CVs: good rows come through, and all bad ones are named at once."""

from pathlib import Path

import pytest

from service.errors import InputError
from service.tables import Row, read_table


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_a_csv_is_read_whatever_the_order_of_its_columns(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", '\ufefftext,phone,id\n"Two\nlines, and a comma",1,anna\n')
    assert read_table(path).rows == (Row(2, "anna", "Two\nlines, and a comma"),)


def test_a_jsonl_is_read(tmp_path: Path) -> None:
    path = written(tmp_path, "a.jsonl", '{"id": 7, "text": "words"}\n\n')
    assert read_table(path).rows == (Row(1, "7", "words"),)


def test_every_bad_row_of_a_csv_is_named_at_once(tmp_path: Path) -> None:
    rows = ["id,text", "anna,words", ",words", "ben,", "cara,words,more", "anna,again", "dan"]
    table = read_table(written(tmp_path, "a.csv", "\n".join(rows)))
    assert [row.id for row in table.rows] == ["anna"]
    assert table.faults == (
        f"{tmp_path}/a.csv: 5 rows left out: line 3: no id; line 4: no text; "
        "line 5: more cells than columns; line 6: the id anna was used in line 2; line 7: no text",
    )


def test_a_row_over_several_lines_is_named_by_its_first(tmp_path: Path) -> None:
    table = read_table(written(tmp_path, "a.csv", 'id,text\nanna,"a\nb"\n,"c\nd"\n'))
    assert table.faults == (f"{tmp_path}/a.csv: 1 row left out: line 4: no id",)


def test_an_open_quote_costs_the_rows_below_it_and_none_above(tmp_path: Path) -> None:
    table = read_table(written(tmp_path, "a.csv", 'id,text\nanna,words\nben,"open\ncara,words\n'))
    assert [row.id for row in table.rows] == ["anna"]
    assert "line 3: not valid CSV" in table.faults[0]
    assert table.faults[0].endswith("and nothing below it was read")


def test_every_bad_line_of_a_jsonl_is_named_at_once(tmp_path: Path) -> None:
    lines = [
        '{"id": "anna", "text": "words"}',
        "{",
        "[]",
        '{"id": "ben"}',
        '{"id": "cara", "text": 3}',
        r'{"id": "dan", "text": "half \ud800 of it"}',
    ]
    table = read_table(written(tmp_path, "a.jsonl", "\n".join(lines)))
    assert [row.id for row in table.rows] == ["anna"]
    assert table.faults == (
        f"{tmp_path}/a.jsonl: 5 rows left out: line 2: not valid JSON: Expecting property name "
        "enclosed in double quotes; line 3: not an object with 'id' and 'text'; line 4: no text; "
        "line 5: 'text' is not text; line 6: it holds what is no character",
    )


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("name,text\na,b\n", "no column id; the columns are: name, text"),
        ("name;text\na;b\n", "no column id and no column text; the columns are: name;text"),
        ("", "no column id and no column text; the columns are: none"),
        ("id,text\nanna,caf\xe9\n".encode("latin-1"), "not UTF-8; save it as UTF-8"),
    ],
)
def test_a_table_that_is_none_is_an_error(
    tmp_path: Path, content: str | bytes, message: str
) -> None:
    with pytest.raises(InputError) as error:
        read_table(written(tmp_path, "a.csv", content))
    assert str(error.value).startswith(f"{tmp_path}/a.csv: {message}")
