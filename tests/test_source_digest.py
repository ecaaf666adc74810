"""A digest of source changes with the source and with nothing else."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.source_digest import source_digest


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = tmp_path / "digested"
    (folder / "inner").mkdir(parents=True)
    (folder / "__init__.py").write_text("")
    (folder / "inner" / "table.toml").write_text("a = 1\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    yield folder
    sys.modules.pop("digested", None)


def test_a_table_that_changes_changes_the_digest(package: Path) -> None:
    before = source_digest(["digested"])
    (package / "inner" / "table.toml").write_text("a = 2\n")
    assert source_digest(["digested"]) != before


def test_what_is_neither_code_nor_table_changes_nothing(package: Path) -> None:
    before = source_digest(["digested"])
    (package / "__pycache__").mkdir()
    (package / "__pycache__" / "left.py").write_text("left = 1\n")
    (package / "notes.txt").write_text("for people\n")
    assert source_digest(["digested"]) == before


def test_a_part_of_a_package_can_be_asked_for(package: Path) -> None:
    whole, inner = source_digest(["digested"]), source_digest(["digested.inner"])
    (package / "__init__.py").write_text("changed = True\n")
    assert source_digest(["digested.inner"]) == inner
    assert source_digest(["digested"]) != whole
