"""A collection measured: every system, every measure, the first against the others."""

from datetime import date

import pytest

from benchmarks.evaluation import Evaluation, evaluate
from benchmarks.measures import NAMES
from benchmarks.systems import Bench
from data.datasets import Collection
from embeddings.passages import windows
from matcher.engine import Matcher
from matcher.weights import default_weights
from service.commands.evaluate import as_table, run_files
from tests.fakes import FirstLetterEncoder

CORPUS = {name: f"{name} was here" for name in ("anna", "ben", "cara", "dan")}


def evaluated(collection: Collection, *names: str) -> Evaluation:
    matcher = Matcher(FirstLetterEncoder(), windows, default_weights(), date(2026, 11, 23))
    return evaluate(Bench(collection, matcher), names)


@pytest.fixture(scope="module")
def found() -> Evaluation:
    qrels = {"q": {"anna": 1}, "r": {"ben": 1}}
    collection = Collection("people", {"q": "anna", "r": "nobody"}, CORPUS, qrels)
    return evaluated(collection, "bm25", "tf-idf", "random")


def test_every_system_has_every_measure(found: Evaluation) -> None:
    assert list(found.systems) == ["bm25", "tf-idf", "random"]
    assert all(tuple(row) == NAMES for row in found.systems.values())
    # 'anna' is found at once; where nobody is found, order is by id, and ben comes second.
    assert found.systems["bm25"]["MRR"].mean == pytest.approx((1 + 1 / 2) / 2)


def test_the_first_is_compared_with_each_other(found: Evaluation) -> None:
    assert list(found.against) == ["tf-idf", "random"]
    alike = found.against["tf-idf"]["MRR"]
    assert (alike.difference, alike.p, alike.ties) == (0.0, 1.0, 2)


def test_the_figures_as_json_hold_corrected_p_values(found: Evaluation) -> None:
    told = found.as_dict()
    assert (told["dataset"], told["queries"], told["documents"]) == ("people", 2, 4)
    assert told["systems"]["bm25"]["MRR"]["mean"] == found.systems["bm25"]["MRR"].mean
    for row in told["against"].values():
        for each in row.values():
            assert each["p"] <= each["p_holm"] <= 1


def test_parts_taken_away_are_corrected_for_apart_from_rivals() -> None:
    people = Collection("people", {"q": "anna"}, CORPUS, {"q": {"dan": 1}})
    told = evaluated(people, "bm25", "tf-idf", "random", "less-work").as_dict()["against"]
    alone = told["less-work"]["MRR"]
    assert alone["p_holm"] == alone["p"]


def test_where_only_the_judged_count_others_do_not_stand_in_the_way() -> None:
    qrels = {"q": {"dan": 1, "ben": 0}}
    asked = {"q": "anna dan"}
    everybody = evaluated(Collection("all", asked, CORPUS, qrels), "bm25")
    judged = evaluated(Collection("judged", asked, CORPUS, qrels, judged_only=True), "bm25")
    assert everybody.systems["bm25"]["MRR"].mean == 1 / 2
    assert judged.systems["bm25"]["MRR"].mean == 1.0


def test_a_collection_may_say_from_which_grade_a_document_is_relevant() -> None:
    qrels = {"q": {"anna": 3}}
    strict = evaluated(Collection("strict", {"q": "anna"}, CORPUS, qrels, relevant=4), "bm25")
    assert strict.systems["bm25"]["MRR"].mean == 0.0


def test_the_tables_fit_a_terminal_and_show_everything(found: Evaluation) -> None:
    lines = as_table(found).splitlines()
    assert lines[0] == "people: 2 queries"
    assert max(len(line) for line in lines) <= 80
    assert any(line.split()[:2] == ["bm25", "0.815"] for line in lines)
    assert lines[-1].split()[0] == "random"
    assert lines[-2].split() == ["tf-idf", "+0.000", "1.0000", "0", "2", "0"]


def test_each_system_has_a_run_file_of_its_own(tmp_path) -> None:
    assert run_files(tmp_path / "run.trec", ["rolematch", "bm25"]) == {
        "rolematch": tmp_path / "run.trec",
        "bm25": tmp_path / "run.bm25.trec",
    }
