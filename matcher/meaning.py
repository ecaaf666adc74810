"""Similarities of a role's phrases to a pool's words, computed for the whole pool at once.

Must not know which model encodes, nor what a similarity is used for.

A floating-point product of matrices depends in its last bits on the matrices' shapes, the threads
and the BLAS, so a candidate's cosine could depend on who else is in the pool. Vectors are therefore
rounded to whole numbers of 1/4000. By Cauchy and Schwarz every partial sum of a product of two such
rows is a whole number of at most 4000 squared, which is below 2**24 and so exact in float32 in
whatever order it is summed. The price is an error of about 1e-4 in a cosine.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from matcher.types import Candidate, Role

SCALE = 4000
DECIMALS = 4
# Candidates whose passages are looked at together; a bound on memory, of no effect on a result.
AT_ONCE = 512
# Multiplications in one call of the BLAS; OpenBLAS leaves up to 2**18 to one thread.
_AT_A_TIME = 2**18
Matrix = NDArray[np.float32]
# A candidate's passages as vectors, and which of them count.
Seen = tuple[NDArray[np.int16], NDArray[np.bool_]]


def whole(vectors: Matrix) -> NDArray[np.int16]:
    """Return unit vectors, shape (n, d), as whole numbers of 1/`SCALE`."""
    return np.rint(vectors * SCALE).astype(np.int16)


def cosines(queries: NDArray[np.int16], vectors: NDArray[np.int16]) -> Matrix:
    """Return the cosines, shape (len(queries), len(vectors)), to four decimals, exactly."""
    return _rounded(_products(queries.astype(np.float32), vectors))


def _products(queries: Matrix, vectors: NDArray[np.int16]) -> Matrix:
    """Return the products of whole vectors, shape (len(queries), len(vectors)), exactly.

    A few rows at a time stay in the processor's cache as floats, and are too few for a BLAS to
    share out among threads, which wait for one another for longer than such a product takes.
    """
    found = np.empty((len(queries), len(vectors)), np.float32)
    rows = max(1, _AT_A_TIME // max(1, queries.size))
    floats = np.empty((rows, queries.shape[1]), np.float32)
    for first in range(0, len(vectors), rows):
        some = vectors[first : first + rows]
        floats[: len(some)] = some
        np.matmul(queries, floats[: len(some)].T, out=found[:, first : first + rows])
    return found


def _rounded(sums: Matrix) -> Matrix:
    return np.round(sums / np.float32(SCALE * SCALE), DECIMALS)


def as_printed(cosines: Matrix) -> NDArray[np.float64]:
    """Return cosines to four decimals as the numbers that are printed so: what `round` returns."""
    # A whole number over a power of ten is the nearest there is to the decimal.
    found: NDArray[np.float64] = np.rint(cosines.astype(np.float64) * 10**DECIMALS) / 10**DECIMALS
    return found


class Encoder(Protocol):
    """Text to vectors of length one."""

    def encode(self, texts: Sequence[str]) -> Matrix:
        """Return an array of shape (len(texts), dimensions), each row of L2 norm 1."""
        ...


@dataclass(frozen=True, slots=True)
class Vectors:
    """What a candidate's words are compared by: the `whole` vectors of their texts.

    Attributes:
        passages: One row for each passage, in order.
        titles: One row for each position's title, in order; zeros where there is none.
    """

    passages: NDArray[np.int16]
    titles: NDArray[np.int16]


class Phrases:
    """Phrases of a role as vectors, each encoded once."""

    def __init__(self, encoder: Encoder, phrases: Iterable[str] = ()) -> None:
        """Encode ``phrases`` at once; one that is asked for later is encoded then."""
        self._encoder = encoder
        self._vectors: dict[str, NDArray[np.int16]] = {}
        self._encode([phrase for phrase in dict.fromkeys(phrases) if phrase.strip()])
        self.announced = list(self._vectors)

    def _encode(self, phrases: Sequence[str]) -> None:
        if phrases:
            self._vectors.update(zip(phrases, whole(self._encoder.encode(phrases)), strict=True))

    def cosines(self, phrase: str, texts: NDArray[np.int16]) -> list[float]:
        """Return the cosines of a phrase to some texts; 0 where either of the two is missing."""
        if not phrase.strip() or not texts.any():
            return [0.0] * len(texts)
        found: list[float] = as_printed(cosines(self._rows([phrase]), texts)[0]).tolist()
        return found

    def tables(
        self, phrases: Iterable[str], pool: Sequence[NDArray[np.int16]]
    ) -> Iterator[dict[str, list[float]]]:
        """Yield for each candidate the `cosines` of some phrases to its texts.

        One product for many candidates is quicker than one for each, over which the threads of a
        BLAS lose more time than they save. What is missing on either side is left out.
        """
        asked = [phrase for phrase in dict.fromkeys(phrases) if phrase.strip()]
        for first in range(0, len(pool), AT_ONCE):
            texts = pool[first : first + AT_ONCE]
            read = [each for each in texts if asked and each.any()]
            if read:
                found = as_printed(cosines(self._rows(asked), np.concatenate(read)))
            at = 0
            for each in texts:
                behind = at + len(each) if asked and each.any() else at
                own = found[:, at:behind].tolist() if behind > at else []
                yield dict(zip(asked, own, strict=False))
                at = behind

    def closest(self, phrases: Sequence[str], pool: Sequence[Seen]) -> NDArray[np.float64]:
        """Return the cosine of each phrase to the closest passage of each candidate.

        Args:
            phrases: What is asked.
            pool: Each candidate's passages as vectors, and which of them count.

        Returns:
            Shape (len(phrases), len(pool)); 0 where no cosine is above it.
        """
        found = np.zeros((len(phrases), len(pool)), np.float32)
        worded = [n for n, each in enumerate(phrases) if each.strip()]
        read = [n for n, (vectors, _) in enumerate(pool) if len(vectors)]
        if worded and read:
            asked = self._rows([phrases[n] for n in worded]).astype(np.float32)
            for first in range(0, len(read), AT_ONCE):
                here = read[first : first + AT_ONCE]
                found[np.ix_(worded, here)] = _highest(asked, [pool[n] for n in here])
        return as_printed(_rounded(np.maximum(found, 0)))

    def _rows(self, phrases: Sequence[str]) -> NDArray[np.int16]:
        self._encode([phrase for phrase in phrases if phrase not in self._vectors])
        return np.stack([self._vectors[phrase] for phrase in phrases])


def _highest(asked: Matrix, pool: Sequence[Seen]) -> Matrix:
    """Return the highest product of each phrase with each candidate's passages that count.

    Rounding keeps an order, so that only the highest need be rounded.
    """
    sums = _products(asked, np.concatenate([vectors for vectors, _ in pool]))
    counts = np.concatenate([counting for _, counting in pool])
    if not counts.all():
        sums[:, ~counts] = -np.inf
    starts = np.cumsum([0, *(len(vectors) for vectors, _ in pool[:-1])])
    return np.maximum.reduceat(sums, starts, axis=1)


class PoolMeaning:
    """The vectors of a pool, and their cosines to phrases.

    Args:
        encoder: What turns text into vectors.
        candidates: The pool; every passage and every title of theirs is encoded here, each
            distinct text once.
        phrases: What is going to be asked for; a phrase asked for later is encoded then.
    """

    def __init__(
        self, encoder: Encoder, candidates: Sequence[Candidate], phrases: Iterable[str] = ()
    ) -> None:
        self._phrases = Phrases(encoder, phrases)
        self.vectors = vectors_of(encoder, candidates)

    def of(self, index: int) -> CandidateMeaning:
        """Return the similarities of the pool's candidate number ``index``."""
        return CandidateMeaning(self._phrases, self.vectors[index])


def vectors_of(encoder: Encoder, candidates: Sequence[Candidate]) -> list[Vectors]:
    """Return the vectors of each candidate; every distinct text is encoded once."""
    passages = [passages_of(each) for each in candidates]
    titles = [[position.title or "" for position in each.positions] for each in candidates]
    unique = list(dict.fromkeys(text for texts in (*passages, *titles) for text in texts if text))
    encoded = whole(encoder.encode(unique)) if unique else np.zeros((0, 1), np.int16)
    # A text that is not there is close to nothing: the last row is zeros.
    table = np.vstack((encoded, np.zeros_like(encoded, shape=(1, encoded.shape[1]))))
    rows = {text: row for row, text in enumerate(unique)}
    return [
        Vectors(*(table[[rows.get(text, -1) for text in texts]] for texts in (words, names)))
        for words, names in zip(passages, titles, strict=True)
    ]


class CandidateMeaning:
    """One candidate's similarities: implements ``judging.context.Meaning``.

    Args:
        phrases: What is asked.
        vectors: The candidate's.
        passages: Cosines of some phrases to the passages that are known already.
        titles: The same to the titles.
    """

    def __init__(
        self,
        phrases: Phrases,
        vectors: Vectors,
        passages: Mapping[str, list[float]] | None = None,
        titles: Mapping[str, list[float]] | None = None,
    ) -> None:
        self.phrases, self.vectors = phrases, vectors
        self._passages, self._titles = passages or {}, titles or {}

    def passages(self, phrase: str) -> Sequence[float]:
        """Return the cosine of ``phrase`` to each of the candidate's passages, in order."""
        known = self._passages.get(phrase)
        return self.phrases.cosines(phrase, self.vectors.passages) if known is None else known

    def titles(self, phrase: str) -> Sequence[float]:
        """Return the cosine of ``phrase`` to each position's title, in order; 0 for no title."""
        known = self._titles.get(phrase)
        return self.phrases.cosines(phrase, self.vectors.titles) if known is None else known


def meanings(
    phrases: Phrases, pool: Sequence[Vectors], passages: Iterable[str], titles: Iterable[str]
) -> Iterator[CandidateMeaning]:
    """Yield the similarities of each candidate of a pool, what is going to be asked at once.

    Args:
        phrases: What is asked.
        pool: The candidates' vectors.
        passages: Phrases that will be compared with every passage.
        titles: Phrases that will be compared with every title.
    """
    told = phrases.tables(passages, [each.passages for each in pool])
    held = phrases.tables(titles, [each.titles for each in pool])
    for vectors, to_passages, to_titles in zip(pool, told, held, strict=True):
        yield CandidateMeaning(phrases, vectors, to_passages, to_titles)


def passages_of(candidate: Candidate) -> list[str]:
    """Return the texts of a candidate's passages, in order."""
    return [passage.text for passage in candidate.passages]


def titles_of(candidate: Candidate) -> list[str]:
    """Return the titles of a candidate's posts that have one, in order."""
    return [position.title for position in candidate.positions if position.title]


def told_by(candidate: Candidate) -> list[str]:
    """Return the texts by which a candidate is found: passages, and the titles of posts."""
    return [*passages_of(candidate), *titles_of(candidate)]


def phrases_of(role: Role) -> list[str]:
    """Return what judging and scoring will ask the meaning of, so that it is encoded at once."""
    phrases = [role.title] if role.title else []
    for requirement in role.requirements:
        phrases.append(requirement.text)
        for name in ("of", "name"):
            phrase = getattr(requirement.criterion, name, "")
            if phrase:
                phrases.append(phrase)
    return phrases
