"""The measuring of speed, on pools so small that nothing is told by its figures."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from benchmarks import growth as growing
from benchmarks.encoding import fidelity
from benchmarks.growth import growth
from benchmarks.speed_figure import draw
from benchmarks.timing import spent, spent_by_children
from embeddings.passages import windows
from matcher.engine import Matcher
from matcher.weights import default_weights
from tests.api.serving import cv
from tests.fakes import FirstLetterEncoder

MATCHER = Matcher(FirstLetterEncoder(), windows, default_weights(), date(2026, 11, 23))
ROLE = MATCHER.read_role(
    "role", "Head of Service Desk\n\nEssential\n- ITIL Expert\n- Clear English"
)
ROOT = Path(__file__).resolve().parents[2]


def test_fidelity_of_the_same_vectors_is_whole() -> None:
    vectors = np.eye(12, dtype=np.float32)
    assert fidelity(vectors, vectors) == {"mean_cosine": 1, "least_cosine": 1, "overlap": 1}


def test_fidelity_counts_the_neighbours_that_are_the_same() -> None:
    """On an arc of twelve the ten nearest leave out the far end: exchange the two ends.

    The ends still leave out each other; the ten between them leave out the other end than before.
    """
    angles = np.arange(12) / 12
    reference = np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)
    other = reference.copy()
    other[[0, 11]] = reference[[11, 0]]
    found = fidelity(other, reference)
    assert found["least_cosine"] == pytest.approx(np.cos(11 / 12), abs=1e-5)
    assert found["overlap"] == pytest.approx((2 * 1 + 10 * 0.9) / 12, abs=1e-4)


def test_time_of_the_processors_is_told_apart_from_waiting() -> None:
    waited = spent_by_children(
        lambda: subprocess.run([sys.executable, "-c", "import time; time.sleep(1)"], check=True)
    )
    assert waited.clock >= 1
    assert waited.processor < waited.clock
    assert spent(lambda: sum(range(200_000))).processor > 0


def test_growth_is_measured_and_what_does_not_fit_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(growing, "MEASURED", 100_000)
    pool = MATCHER.prepare([MATCHER.read_candidate("anna", cv("Anna Example"))])
    found = growth(MATCHER, ROLE, pool, (5, 20, 10**12), seconds=60)
    assert [row["candidates"] for row in found["rows"]] == [5, 20]
    assert list(found["not_run"]) == [str(10**12)]
    assert all(row["first"]["processor_seconds"] >= 0 for row in found["rows"])
    assert set(found["exponents"]) == {"first", "again", "everybody", "plain_search"}


def test_the_same_figures_draw_the_same_bytes(tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    took = {"processor_seconds": 0.5}
    rows = [
        {
            "candidates": size,
            "first": took,
            "again": took,
            "everybody": None if size > 10 else took,
            "plain_search": took,
            "limit_seconds": 0.1,
        }
        for size in (10, 100)
    ]
    for name in ("one.svg", "two.svg"):
        draw(rows, tmp_path / name)
    assert (tmp_path / "one.svg").read_bytes() == (tmp_path / "two.svg").read_bytes()


@pytest.mark.model
def test_a_backend_is_measured_in_a_process_of_its_own(tmp_path: Path) -> None:
    given, made = tmp_path / "texts.json", tmp_path / "vectors.npy"
    given.write_text(json.dumps(["Kept the books", "Ran a bakery"]), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.encoding", "torch-f32", str(given), str(made)],
        capture_output=True,
        check=True,
        text=True,
        cwd=ROOT,
    )
    assert json.loads(done.stdout)["encode"]["seconds"] > 0
    assert np.load(made).shape == (2, 384)
