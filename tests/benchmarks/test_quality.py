"""The program for quality: it measures everything it says, names what it lacks, and draws it."""

import json
from pathlib import Path

import pytest

from benchmarks import quality
from benchmarks.drawing import FOLDER, digest
from benchmarks.quality_figures import draw
from benchmarks.results_file import read_result
from data.datasets import known

FOUND = read_result(quality.NAME)


def test_figures_drawn_twice_are_the_same_bytes(tmp_path: Path) -> None:
    once = [path.read_bytes() for path in draw(FOUND, tmp_path / "once")]
    assert once == [path.read_bytes() for path in draw(FOUND, tmp_path / "twice")]
    assert all(b"drawn from" in content for content in once)


@pytest.mark.parametrize(
    ("name", "figures"), [("ranking", FOUND["collections"]), ("confusion", FOUND["verdicts"])]
)
def test_the_kept_figures_are_drawn_from_the_kept_results(name: str, figures: dict) -> None:
    text = (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    assert f"drawn from {digest(figures)}" in text, "run `make docs`"


def test_every_public_collection_is_measured_or_left_out_with_a_reason() -> None:
    told = set(FOUND["collections"]) | set(FOUND["left_out"])
    assert set(known()) <= told
    assert all(each["reason"] and each["where"] for each in FOUND["left_out"].values())


@pytest.mark.model
def test_a_smoke_run_measures_ranks_and_judges(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ROLEMATCH_CACHE", str(tmp_path / "cache"))
    before = json.dumps(read_result(quality.NAME))
    assert quality.main(["--smoke", "--runs", str(tmp_path / "runs")]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "samples: 6 queries, 40 documents, nDCG@10" in lines
    assert f"judgements: {quality.SMOKE_CASES} cases, accuracy" in lines
    assert any(line.startswith("left out: no folder ferr was given; get it from") for line in lines)
    run = (tmp_path / "runs" / "samples" / "bm25.trec").read_text().splitlines()
    assert len(run) == 6 * 40
    assert json.dumps(read_result(quality.NAME)) == before
