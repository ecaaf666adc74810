"""Layouts of public collections: TalentCLEF's of two years, and FERR's."""

from pathlib import Path

import pytest

from data.datasets import DatasetError, known, load
from tests.datasets.test_collection import lay_out

TITLES = {
    "queries": "q_id\tjobtitle\n1\tnanny\n",
    "corpus_elements": "c_id\tjobtitle\n7\tchild minder\n8\tplumber\n",
    "qrels.tsv": "1\t0\t7\t1\n",
}
FERR = {
    "queries.jsonl": '{"jd_id": "j", "terms": ["welding", "steel"]}\n',
    "corpus.jsonl": '{"id": "1", "category": "X", "text": "Welder"}\n{"id": "2", "text": "Cook"}\n',
    "qrels.tsv": "jd_id\tresume_id\tscore\thr_id\nj\t1\t7\t3\nj\t2\t1\t3\n",
}


def folder_of(folder: Path, files: dict[str, str]) -> Path:
    for name, content in files.items():
        (folder / name).write_text(content, encoding="utf-8")
    return folder


def test_files_without_an_ending_are_documents(tmp_path: Path) -> None:
    """TalentCLEF 2026 Task A names each file by its id alone."""
    lay_out(tmp_path, queries__1001="Plumber", corpus__101="I lay pipes", corpus__102="I cook")
    (tmp_path / "qrels.tsv").write_text("1001\t0\t101\t1\n")
    found = load(tmp_path)
    assert found.queries == {"1001": "Plumber"}
    assert found.corpus == {"101": "I lay pipes", "102": "I cook"}
    assert found.qrels == {"1001": {"101": 1}}
    assert not found.titles


def test_titles_are_read_from_their_tables(tmp_path: Path) -> None:
    found = load(folder_of(tmp_path, TITLES))
    assert found.queries == {"1": "nanny"}
    assert found.corpus == {"7": "child minder", "8": "plumber"}
    assert found.qrels == {"1": {"7": 1}}
    assert found.titles


def test_terms_become_a_list_of_what_is_asked(tmp_path: Path) -> None:
    found = load(folder_of(tmp_path, FERR))
    assert found.queries == {"j": "Requirements\n- welding\n- steel"}
    assert found.corpus == {"1": "Welder", "2": "Cook"}


def test_the_lowest_score_is_no_gain_and_what_is_not_listed_is_not_judged(tmp_path: Path) -> None:
    found = load(folder_of(tmp_path, FERR))
    assert found.qrels == {"j": {"1": 6, "2": 0}}
    assert (found.relevant, found.judged_only) == (4, True)


@pytest.mark.parametrize(
    ("files", "changes", "message"),
    [
        (TITLES, {"queries": "id\ttitle\n"}, "queries: the header is not q_id jobtitle"),
        (TITLES, {"queries": "q_id\tjobtitle\n1\n"}, "queries, line 2: not 2 cells"),
        (TITLES, {"queries": ""}, "queries: the header is not q_id jobtitle"),
        (FERR, {"queries.jsonl": '{"jd_id": "j"}\n'}, "line 1: not an object with 'jd_id' and"),
        (FERR, {"queries.jsonl": "[1]\n"}, "queries.jsonl, line 1: not an object"),
        (
            FERR,
            {"qrels.tsv": FERR["qrels.tsv"] + "j\t2\thigh\t3\n"},
            "qrels.tsv, line 4: high is no whole score",
        ),
    ],
)
def test_a_malformed_file_is_explained(
    tmp_path: Path, files: dict[str, str], changes: dict[str, str], message: str
) -> None:
    with pytest.raises(DatasetError) as error:
        load(folder_of(tmp_path, files | changes))
    assert message in str(error.value)


def test_public_collections_say_what_they_hold_and_where_to_get_them() -> None:
    assert {"talentclef2026_task_a_en", "talentclef2025_titles_en", "ferr"} == set(known())
    for each in known().values():
        assert each.title
        assert each.about
        assert "https://" in each.where
