"""A file is read again exactly when it may have changed."""

import hashlib
import os
from pathlib import Path

import pytest

from embeddings.digests import FileDigests


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Record each reading of a whole file."""
    read: list[str] = []
    digest = hashlib.file_digest

    def recording(stream, name):
        read.append(Path(stream.name).name)
        return digest(stream, name)

    monkeypatch.setattr(hashlib, "file_digest", recording)
    return read


def test_an_unchanged_file_is_read_once(tmp_path: Path, readings: list[str]) -> None:
    file = tmp_path / "weights"
    file.write_bytes(b"abc")
    for _ in range(3):
        found = FileDigests(tmp_path / "cache" / "digests.json").sha256(file)
        assert found == hashlib.sha256(b"abc").hexdigest()
    assert readings == ["weights"]


def test_a_changed_file_is_read_again(tmp_path: Path, readings: list[str]) -> None:
    digests = FileDigests(tmp_path / "digests.json")
    file = tmp_path / "weights"
    for moment, content in enumerate([b"abc", b"abd"]):
        file.write_bytes(content)
        os.utime(file, ns=(moment, moment))
        assert digests.sha256(file) == hashlib.sha256(content).hexdigest()
    assert readings == ["weights", "weights"]


@pytest.mark.parametrize("content", [b"not JSON", b"[]", b"\xff"])
def test_a_damaged_memory_is_forgotten(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "digests.json").write_bytes(content)
    (tmp_path / "weights").write_bytes(b"abc")
    digests = FileDigests(tmp_path / "digests.json")
    assert digests.sha256(tmp_path / "weights") == hashlib.sha256(b"abc").hexdigest()


def test_without_a_place_to_remember_it_still_answers(tmp_path: Path) -> None:
    (tmp_path / "weights").write_bytes(b"abc")
    for digests in (FileDigests(), FileDigests(tmp_path / "weights" / "digests.json")):
        assert digests.sha256(tmp_path / "weights") == hashlib.sha256(b"abc").hexdigest()
