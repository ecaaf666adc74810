"""The command line as a user meets it, with a model that costs nothing."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from service import workshop
from service.cli import main
from service.shelf import Shelf
from tests.fakes import FirstLetterEncoder

ROLE = """\
Head of Service Desk

Essential
- ITIL Expert
- Accountability for a budget of at least £2 million
- A team of 20 people or more
"""
CV = """\
Robin Example

Experience
Head of Service Desk, Example Ltd, January 2019 to present
- I hold a budget of £3 million a year.
- I lead a team of 25 people.

Certificates
ITIL Expert, 2016
"""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended."""

    status: int
    out: str
    err: str


@pytest.fixture
def rolematch(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> Callable[..., Ended]:
    """Run the command line in this process, in an empty folder and with a cache of its own."""
    monkeypatch.setattr(workshop, "open_encoder", lambda *_, **__: FirstLetterEncoder())
    monkeypatch.setenv("ROLEMATCH_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("ROLEMATCH_AS_OF", "2026-11-23")
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")

    def run(*arguments: str | Path) -> Ended:
        try:
            status = main([str(each) for each in arguments])
        except SystemExit as end:
            status = int(end.code or 0)
        captured = capfd.readouterr()
        return Ended(status, captured.out, captured.err)

    return run


@pytest.fixture
def role(rolematch: Callable[..., Ended]) -> Path:
    """A role that asks for three things, in the folder where commands run."""
    path = Path("role.txt")
    path.write_text(ROLE, encoding="utf-8")
    return path


@pytest.fixture
def cvs(rolematch: Callable[..., Ended]) -> Path:
    """A folder with one good CV, in the folder where commands run."""
    folder = Path("cvs")
    folder.mkdir()
    (folder / "robin.txt").write_text(CV, encoding="utf-8")
    return folder


Run = Callable[..., Ended]


@pytest.fixture(autouse=True)
def no_shelf_left_open(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Close what a test opens: from Python 3.13 on, a database left open is a warning."""
    opened: list[Shelf] = []
    original = Shelf.__init__

    def remember(shelf: Shelf, *arguments: object) -> None:
        opened.append(shelf)
        original(shelf, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(Shelf, "__init__", remember)
    yield
    for shelf in opened:
        if hasattr(shelf, "_database"):
            shelf.close()
