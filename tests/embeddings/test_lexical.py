"""BM25 against its formula, written out, and the order of ties."""

from collections import Counter
from math import log

import pytest

from embeddings.lexical import LexicalIndex, words

CORPUS = {
    "baker": "Bakes bread, rye bread and cakes",
    "butcher": "Cuts meat and sells sausages",
    "cook": "Bakes meat pies; cooks for the bread queue of a large canteen",
    "mute": "",
}


def by_formula(query: str, document: str) -> float:
    """Robertson and Zaragoza (2009), equation 3.15, with Lucene's idf."""
    documents = [Counter(words(text)) for text in CORPUS.values()]
    mean = sum(count.total() for count in documents) / len(documents)
    terms = Counter(words(CORPUS[document]))
    score = 0.0
    for word in words(query):
        containing = sum(word in count for count in documents)
        idf = log(1 + (len(documents) - containing + 0.5) / (containing + 0.5))
        norm = 1.5 * (1 - 0.75 + 0.75 * terms.total() / mean)
        score += idf * terms[word] / (terms[word] + norm)
    return score


@pytest.mark.parametrize("query", ["bread", "meat pies", "bakes bread bread", "bread unheard"])
def test_scores_follow_the_formula(query: str) -> None:
    hits = LexicalIndex(CORPUS).search(query, k=10)
    expected = {name: by_formula(query, name) for name in CORPUS}
    assert dict(zip(*hits, strict=True)) == pytest.approx(
        {name: score for name, score in expected.items() if score}
    )
    assert hits.scores == sorted(hits.scores, reverse=True)


def test_ties_are_broken_by_id() -> None:
    index = LexicalIndex({"c": "red door", "a": "red door", "b": "red door", "d": "blue"})
    assert index.search("red", k=2).ids == ["a", "b"]


@pytest.mark.parametrize("query", ["", "the of and", "unheard"])
def test_a_query_that_shares_no_word_finds_nothing(query: str) -> None:
    assert LexicalIndex(CORPUS).search(query, k=3) == ([], [])


@pytest.mark.parametrize("corpus", [{}, {"a": ""}, {"a": "the"}])
def test_a_corpus_without_words_finds_nothing(corpus: dict[str, str]) -> None:
    assert LexicalIndex(corpus).search("bread", k=3) == ([], [])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The cat's C++ and C# (F#)", ["cat", "s", "c++", "c#", "f#"]),
        ("C+level", ["c", "level"]),
        ("CAFÉ £10m", ["café", "10m"]),
    ],
)
def test_words(text: str, found: list[str]) -> None:
    assert words(text) == found


def test_fewer_than_one_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 1"):
        LexicalIndex(CORPUS).search("bread", k=0)
