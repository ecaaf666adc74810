"""Of a pool too large to judge, the most promising are judged, and the reader is told."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.service.conftest import CV, Ended

OTHER = """\
{name} Example

Experience
Zither player, Yellow Quartet, January 2019 to present
- Zigzag journeys with zithers.
"""
TOLD = "Only 3 of 8 candidates were judged: the most promising."


@pytest.fixture
def pool(cvs: Path) -> Path:
    """Three CVs that answer the role and five of another trade."""
    for name in ("sam", "toni"):
        (cvs / f"{name}.txt").write_text(CV.replace("Robin", name.title()), encoding="utf-8")
    for name in ("abe", "bea", "cyd", "dot", "eli"):
        (cvs / f"{name}.txt").write_text(OTHER.format(name=name.title()), encoding="utf-8")
    return cvs


def test_the_most_promising_are_judged(
    rolematch: Callable[..., Ended], role: Path, pool: Path
) -> None:
    asked = ("rank", "--role", role, "--candidates", pool, "--format", "json")
    few = json.loads(rolematch(*asked, "--judge-at-most", "3").out)
    assert (few["pool"], few["judged"]) == (8, 3)
    assert [each["candidate_id"] for each in few["matches"]] == ["robin", "sam", "toni"]
    everybody = json.loads(rolematch(*asked).out)
    assert (everybody["pool"], everybody["judged"]) == (8, 8)
    # Who else was judged moves no score.
    assert everybody["matches"][:3] == few["matches"]


@pytest.mark.parametrize("form", ["table", "html"])
def test_the_reader_is_told(
    form: str, rolematch: Callable[..., Ended], role: Path, pool: Path
) -> None:
    asked = ("rank", "--role", role, "--candidates", pool, "--format", form)
    assert TOLD in rolematch(*asked, "--judge-at-most", "3").out
    assert "candidates were judged" not in rolematch(*asked).out


@pytest.mark.parametrize("number", ["0", "-2", "few", "1.5"])
@pytest.mark.parametrize("option", ["--judge-at-most", "--top"])
def test_how_many_must_be_a_number(
    option: str, number: str, rolematch: Callable[..., Ended], role: Path, pool: Path
) -> None:
    ended = rolematch("rank", "--role", role, "--candidates", pool, f"{option}={number}")
    assert ended.status == 2
    assert f"argument {option}: {number}: must be a number, 1 or more" in ended.err
