"""The load on the service, in small: every figure is there, and nothing was lost."""

import pytest

from benchmarks import load

pytestmark = [pytest.mark.slow, pytest.mark.model]


def test_a_small_load_is_borne_and_told() -> None:
    found = load.run(candidates=6, clients=4, seconds=6, workers=1, database=None)
    assert found["wrong"] == {}
    assert (found["lost"], found["ranked_at_the_end"]) == (0, 6 + found["uploads"])
    assert set(found["routes"]) == set(load.MIX)
    busy = [each for each in found["routes"].values() if each["requests"]]
    assert busy
    assert all(0 < each["p50_ms"] <= each["p95_ms"] <= each["p99_ms"] for each in busy)
