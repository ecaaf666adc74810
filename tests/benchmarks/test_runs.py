"""A run is a total order, in a file and to evaluators that hold scores in single precision too."""

import io
import itertools

import numpy as np
import pandas as pd
import pytest

from benchmarks.measures import per_query
from benchmarks.runs import ordered, trec_lines


def test_equal_scores_are_told_apart_by_id() -> None:
    ranking = ordered([("b", 1.0), ("c", 2.0), ("a", 1.0)])
    assert list(ranking) == ["c", "a", "b"]
    assert ranking["c"] == 2.0
    assert ranking["a"] > ranking["b"]


@pytest.mark.parametrize("score", [0.0, 100.0, -3.0, 1e-5, 0.016])
def test_equal_scores_stay_apart_in_single_precision(score: float) -> None:
    ranking = ordered((f"{number:04}", score) for number in range(3000))
    assert list(ranking) == sorted(ranking)
    single = np.array(list(ranking.values())).astype(np.float32)
    assert all(one > other for one, other in itertools.pairwise(single))


def test_the_evaluation_keeps_the_order_of_equal_scores() -> None:
    run = {"q": ordered([("a", 1.0), ("b", 1.0)])}
    assert per_query(run, {"q": {"a": 1}})["MRR"]["q"] == 1.0
    assert per_query(run, {"q": {"b": 1}})["MRR"]["q"] == 0.5


def test_a_run_is_written_as_trec_writes_it() -> None:
    run = {"q": {"a": 2.0, "b": 0.5}}
    assert trec_lines(run, "mine") == ["q Q0 a 1 2.0 mine", "q Q0 b 2 0.5 mine"]


def test_a_run_is_read_as_the_script_of_talentclef_reads_it() -> None:
    """It parts lines by spaces with pandas, and takes ids as text and scores as numbers."""
    run = {"101": ordered([("7", 0.1), ("8", 0.1), ("9", 0.3)])}
    text = "\n".join(trec_lines(run, "mine"))
    table = pd.read_csv(io.StringIO(text), sep=r"\s+", header=None)
    assert table.shape == (3, 6)
    by_score = table.sort_values(4, ascending=False)
    assert by_score[2].astype(str).tolist() == ["9", "7", "8"]
    assert by_score[3].tolist() == [1, 2, 3]
