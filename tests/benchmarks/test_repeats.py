"""The same ranking has the same bytes in other processes, threads and batches."""

import re

import numpy as np
import pytest

from benchmarks.repeats import _InBatches, installed_backends, repeats
from benchmarks.robustness import report, result
from tests.fakes import FirstLetterEncoder


@pytest.mark.model
def test_runs_with_other_threads_batches_orders_and_hash_seeds_are_the_same() -> None:
    found = repeats(installed_backends()[0], 4)
    assert (found.runs, found.settings) == (4, 4)
    assert len(found.digests) == 1
    (digest,) = found.digests
    assert re.fullmatch("[0-9a-f]{64}", digest)
    assert result([], [], [found])["repeats"][found.backend]["different_results"] == 1
    assert f"{found.backend}: 4 runs, 1 different results" in list(report([], [], [found]))


def test_an_encoder_in_batches_gives_the_same_rows() -> None:
    texts = [f"{letter} word" for letter in "abcdefgh"]
    whole = FirstLetterEncoder().encode(texts)
    for size in (1, 3, 100):
        assert np.array_equal(_InBatches(FirstLetterEncoder(), size).encode(texts), whole)
    assert len(_InBatches(FirstLetterEncoder(), 3).encode([])) == 0
