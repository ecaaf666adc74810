"""Test collections: the layouts that are read, and what is said of those that are none."""

from pathlib import Path

import pytest

from data import samples
from data.datasets import DatasetError, load

QRELS = "q1\t0\ta\t3\nq1\t0\tb\t0\n"


def lay_out(folder: Path, **files: str) -> Path:
    """Write files whose names are given with two underscores for a slash and one for a dot."""
    for name, content in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return folder


def test_folders_of_documents_are_read_by_id(tmp_path: Path) -> None:
    lay_out(
        tmp_path, queries__q1_txt="ask", corpus__b_txt="two", corpus__a_txt="one", qrels_tsv=QRELS
    )
    found = load(tmp_path)
    assert found.queries == {"q1": "ask"}
    assert list(found.corpus.items()) == [("a", "one"), ("b", "two")]
    assert found.qrels == {"q1": {"a": 3, "b": 0}}
    assert found.name == tmp_path.name
    assert found.failed == ()


def test_roles_and_cvs_are_folders_of_the_same_kind(tmp_path: Path) -> None:
    lay_out(tmp_path, roles__q1_txt="ask", cvs__a_txt="one", qrels_tsv=QRELS)
    assert (load(tmp_path).queries, load(tmp_path).corpus) == ({"q1": "ask"}, {"a": "one"})


def test_lines_of_json_are_read_even_with_odd_line_ends_inside(tmp_path: Path) -> None:
    lay_out(
        tmp_path,
        queries_jsonl='{"id": "q1", "text": "ask\u2028more"}\n\n',
        corpus_jsonl='{"id": 2, "text": "one"}\n',
        qrels_tsv=QRELS,
    )
    assert load(tmp_path).queries == {"q1": "ask\u2028more"}
    assert load(tmp_path).corpus == {"2": "one"}


def test_a_header_and_spaces_are_understood_in_qrels(tmp_path: Path) -> None:
    lay_out(
        tmp_path,
        queries__q1_txt="ask",
        corpus__a_txt="one",
        qrels_tsv="query iter doc grade\nq1 0 a 2\n\n",
    )
    assert load(tmp_path).qrels == {"q1": {"a": 2}}


def test_the_layout_of_beir_is_read(tmp_path: Path) -> None:
    lay_out(
        tmp_path,
        queries_jsonl='{"_id": "q1", "text": "ask", "metadata": {}}\n',
        corpus_jsonl='{"_id": "a", "title": "One", "text": "two"}\n'
        '{"_id": "b", "title": "", "text": "three"}\n',
        qrels__test_tsv="query-id\tcorpus-id\tscore\nq1\ta\t2\nq1\tb\t0\n",
    )
    found = load(tmp_path)
    assert found.queries == {"q1": "ask"}
    assert found.corpus == {"a": "One\ntwo", "b": "three"}
    assert found.qrels == {"q1": {"a": 2, "b": 0}}


def test_three_columns_are_read_beside_the_queries(tmp_path: Path) -> None:
    lay_out(tmp_path, queries__q1_txt="ask", corpus__a_txt="one", qrels_tsv="q1 a 3\n")
    assert load(tmp_path).qrels == {"q1": {"a": 3}}


def test_judgements_on_other_queries_are_left_out(tmp_path: Path) -> None:
    lay_out(tmp_path, queries__q1_txt="ask", corpus__a_txt="one", qrels_tsv=QRELS + "q2\t0\ta\t1\n")
    assert list(load(tmp_path).qrels) == ["q1"]


def test_a_document_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    lay_out(tmp_path, queries__q1_txt="ask", corpus__a_txt="one", corpus__b_txt="", qrels_tsv=QRELS)
    found = load(tmp_path)
    assert list(found.corpus) == ["a"]
    assert found.failed[0].startswith("b.txt: it is empty.")


GOOD = {"queries__q1_txt": "ask", "corpus__a_txt": "one", "qrels_tsv": QRELS}


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"queries__q1_txt": None}, "no folder queries/ and no queries.jsonl"),
        ({"corpus__a_txt": None}, "no folder corpus/ and no corpus.jsonl"),
        ({"qrels_tsv": None}, "qrels.tsv: cannot be read: No such file"),
        ({"qrels_tsv": QRELS + "q1 a\n"}, "qrels.tsv, line 3: not 'query 0 document grade'"),
        ({"qrels_tsv": QRELS + "q1 a high\n"}, "line 3: not 'query 0 document grade'"),
        ({"qrels_tsv": QRELS + "q1 0 a high\n"}, "line 3: not 'query 0 document grade'"),
        ({"qrels_tsv": "q9\t0\ta\t3\n"}, "no query of the qrels is among the queries"),
        ({"corpus__a_md": "one"}, "more than one file has the id a"),
        (
            {"corpus__a_txt": None, "corpus_jsonl": '{"id": "a"}'},
            "corpus.jsonl, line 1: not an object with 'id' and 'text'",
        ),
        (
            {"corpus__a_txt": None, "corpus_jsonl": "[1, 2]"},
            "corpus.jsonl, line 1: not an object with 'id' and 'text'",
        ),
        (
            {"corpus__a_txt": None, "corpus_jsonl": '{"id": "a", "text": 7}'},
            "corpus.jsonl, line 1: not an object with 'id' and 'text'",
        ),
        (
            {"corpus__a_txt": None, "corpus_jsonl": '{"id": "a", "text": "x"}\n' * 2},
            "corpus.jsonl, line 2: the id a was used before",
        ),
    ],
)
def test_a_folder_that_is_no_collection_is_explained(
    tmp_path: Path, changes: dict[str, str | None], message: str
) -> None:
    files = {name: text for name, text in {**GOOD, **changes}.items() if text is not None}
    lay_out(tmp_path, **files)
    with pytest.raises(DatasetError) as error:
        load(tmp_path)
    assert message in str(error.value)


def test_a_folder_that_does_not_exist_is_named() -> None:
    with pytest.raises(DatasetError, match="nowhere: no such folder"):
        load(Path("nowhere"))


def test_the_samples_are_a_collection() -> None:
    found = load(samples.qrels().parent)
    assert (len(found.queries), len(found.corpus), len(found.qrels)) == (6, 40, 6)
    assert all(len(grades) == 40 for grades in found.qrels.values())
