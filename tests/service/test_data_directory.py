"""The data directory: private, and one server's at a time."""

from pathlib import Path

import pytest

from service.data_directory import held, prepare
from service.errors import InputError, UsageError


def test_it_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    prepare(folder)
    assert folder.stat().st_mode & 0o777 == 0o700
    prepare(folder)


def test_what_is_no_directory_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(InputError, match=r"file: cannot be made .*; name another with --data"):
        prepare(tmp_path / "file")


def test_one_server_at_a_time(tmp_path: Path) -> None:
    with held(tmp_path):
        assert (tmp_path / "server.lock").stat().st_mode & 0o777 == 0o600
        with (
            pytest.raises(UsageError, match="another server uses this data directory"),
            held(tmp_path),
        ):
            pass
    before = _open_files()
    with held(tmp_path):
        pass
    assert _open_files() == before


def _open_files() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))
