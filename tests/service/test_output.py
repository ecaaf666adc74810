"""A result is written whole or not at all."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from service import output
from service.errors import InputError


def test_a_file_is_written_in_utf_8(tmp_path: Path) -> None:
    output.write("£9.2m\n", tmp_path / "out.txt")
    assert (tmp_path / "out.txt").read_bytes() == b"\xc2\xa39.2m\n"
    assert [path.name for path in tmp_path.iterdir()] == ["out.txt"]


def test_without_a_file_it_goes_to_the_screen(capfd: pytest.CaptureFixture[str]) -> None:
    output.write("£9.2m\n", None)
    assert capfd.readouterr().out == "£9.2m\n"


@pytest.mark.parametrize("interruption", [KeyboardInterrupt, OSError("disk full")])
def test_an_interrupted_write_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, interruption: BaseException
) -> None:
    def interrupted(_: int) -> None:
        raise interruption

    (tmp_path / "out.txt").write_text("old")
    monkeypatch.setattr(output.os, "fsync", interrupted)
    with pytest.raises((KeyboardInterrupt, InputError)):
        output.write("new", tmp_path / "out.txt")
    assert [path.name for path in tmp_path.iterdir()] == ["out.txt"]
    assert (tmp_path / "out.txt").read_text() == "old"


def test_a_pipe_is_written_to_and_stays_one(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor(1) as reading:
        read = reading.submit(pipe.read_bytes)
        output.write("£9.2m\n", pipe)
        assert read.result(timeout=10) == b"\xc2\xa39.2m\n"
    assert pipe.is_fifo()


def test_what_a_link_points_to_is_written(tmp_path: Path) -> None:
    link = tmp_path / "latest.txt"
    link.symlink_to(tmp_path / "out.txt")
    output.write("new", link)
    assert link.is_symlink()
    assert (tmp_path / "out.txt").read_text() == "new"


def test_a_folder_that_is_missing_is_found_out_before_the_work(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none: no such folder; make it, or choose another"):
        output.check(tmp_path / "none" / "out.txt")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"is a folder; give --output a file's name"):
        output.check(tmp_path)


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "plain").write_text("")
    with pytest.raises(InputError, match=r"plain/out\.txt: cannot be written: Not a directory"):
        output.write("new", tmp_path / "plain" / "out.txt")
