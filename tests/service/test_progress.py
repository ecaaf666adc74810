"""Progress is for people who wait at a terminal, and for nobody else."""

import sys

import pytest

from service import progress


class Screen:
    """A terminal that can be read back."""

    def __init__(self) -> None:
        self.shown = ""

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        self.shown += text
        return len(text)

    def flush(self) -> None:
        pass


def counted(steps: int) -> None:
    with progress.progress("reading CVs", steps) as step:
        for _ in range(steps):
            step()


def test_a_pipe_gets_nothing(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", -1.0)
    counted(3)
    assert capsys.readouterr().err == ""


def test_short_work_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    counted(3)
    assert screen.shown == ""


def test_work_within_work_has_no_bar_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(progress, "PATIENCE", -1.0)
    with progress.progress("judging", 2) as step:
        counted(3)
        step()
        counted(3)
    assert "judging" in screen.shown
    assert "reading CVs" not in screen.shown


def test_long_work_shows_what_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(progress, "PATIENCE", -1.0)
    counted(3)
    assert "reading CVs" in screen.shown
