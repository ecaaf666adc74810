"""Recall finds documents by a close passage or by a shared word."""

from embeddings.recall import HybridRecall
from tests.fakes import FirstLetterEncoder

DOCUMENTS = {
    "fruit": ["apple avocado", "banana"],
    "tools": ["hammer", "saw"],
    "words": ["kumquat"],
}


def recall(queries: list[str], k: int) -> list[str]:
    return HybridRecall(FirstLetterEncoder())(DOCUMENTS, queries, k)


def test_the_closest_passage_speaks_for_its_document() -> None:
    assert recall(["apricot"], 1) == ["fruit"]
    assert recall(["helmet"], 1) == ["tools"]


def test_a_shared_word_counts_beside_closeness() -> None:
    # 'kumquat' starts like nothing else, and is a word of one document.
    assert recall(["kumquat"], 3)[0] == "words"


def test_several_queries_are_fused_and_cut_at_k() -> None:
    found = recall(["apple", "hammer"], 2)
    assert sorted(found) == ["fruit", "tools"]


def test_a_document_near_to_all_queries_comes_before_one_near_to_some() -> None:
    # Lexically they are equals: no word is shared.
    documents = {"a": ["hull", "home"], "b": ["hull", "apex"], "c": ["zero"]}
    found = HybridRecall(FirstLetterEncoder())(documents, ["apple", "hat"], 3)
    assert found[0] == "b"


def test_an_empty_pool_recalls_nobody() -> None:
    assert HybridRecall(FirstLetterEncoder())({}, ["apple"], 3) == []
    assert HybridRecall(FirstLetterEncoder())({"a": []}, ["apple"], 3) == []
