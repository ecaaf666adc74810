"""From paths to sources: which files, under which ids, and what is refused in which words."""

from pathlib import Path

import pytest

from service.errors import InputError
from service.intake import FileSource, RowSource, collect


def touch(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("words", encoding="utf-8")


def ids(*paths: Path, role: Path | None = None) -> list[str]:
    sources, failures = collect(paths, role)
    assert failures == []
    return [source.id for source in sources]


def test_a_folder_is_read_in_order_of_names_and_to_the_bottom(tmp_path: Path) -> None:
    touch(tmp_path, "ben.txt", "anna.pdf", "late/cara.docx")
    assert ids(tmp_path) == ["anna", "ben", "cara"]


def test_what_is_not_for_people_is_passed_over(tmp_path: Path) -> None:
    touch(tmp_path, "anna.txt", ".DS_Store", "~$anna.docx", ".git/config", "Thumbs.db")
    assert ids(tmp_path) == ["anna"]


def test_a_file_named_twice_is_one_candidate(tmp_path: Path) -> None:
    touch(tmp_path, "anna.txt")
    assert ids(tmp_path, tmp_path / "anna.txt") == ["anna"]


def test_files_that_share_a_name_keep_their_ending_and_then_their_folder(tmp_path: Path) -> None:
    touch(tmp_path, "a/cv.txt", "a/cv.pdf", "b/cv.pdf", "b/anna.txt")
    found = ids(tmp_path)
    assert found == [f"{tmp_path}/a/cv.pdf", "cv.txt", "anna", f"{tmp_path}/b/cv.pdf"]


def test_the_role_is_no_candidate_for_itself(tmp_path: Path) -> None:
    touch(tmp_path, "anna.txt", "role.txt")
    assert ids(tmp_path, role=tmp_path / "role.txt") == ["anna"]


def test_a_name_that_would_move_the_cursor_is_made_harmless(tmp_path: Path) -> None:
    touch(tmp_path, "\x1b[2Janna.txt")
    assert ids(tmp_path) == ["?[2Janna"]


def test_rows_and_files_may_be_mixed(tmp_path: Path) -> None:
    touch(tmp_path, "anna.txt")
    table = tmp_path / "export.csv"
    table.write_text("id,text\nben,Some words\n", encoding="utf-8")
    sources, failures = collect([tmp_path / "anna.txt", table])
    assert failures == []
    assert sources == [
        FileSource("anna", tmp_path / "anna.txt"),
        RowSource("ben", "Some words", f"{table}, line 2"),
    ]


def test_a_table_among_cvs_is_named_and_left_out(tmp_path: Path) -> None:
    touch(tmp_path, "anna.txt", "export.csv")
    sources, failures = collect([tmp_path])
    assert [source.id for source in sources] == ["anna"]
    assert [failure.error for failure in failures] == [
        f"{tmp_path}/export.csv: a table among CVs is left out; name it itself after --candidates"
    ]


def test_a_path_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(InputError, match=r"nowhere: no such file or folder; check --candidates"):
        collect([Path("nowhere")])


def test_a_folder_without_a_cv_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=rf"{tmp_path}: no CV found; give \.pdf, \.docx"):
        collect([tmp_path])


def test_two_candidates_of_one_id_are_an_error(tmp_path: Path) -> None:
    touch(tmp_path, "anna.txt")
    table = tmp_path / "export.csv"
    table.write_text("id,text\nanna,Some words\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"two candidates share an id: anna; give each its own"):
        collect([tmp_path / "anna.txt", table])
