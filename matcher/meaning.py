"""Similarities of a role's phrases to a pool's words, computed for the whole pool at once.

Must not know which model encodes, nor what a similarity is used for.

A floating-point product of matrices depends in its last bits on the matrices' shapes, the threads
and the BLAS, so a candidate's cosine could depend on who else is in the pool. Vectors are therefore
rounded to whole numbers of 1/4000. By Cauchy and Schwarz every partial sum of a product of two such
rows is a whole number of at most 4000 squared, which is below 2**24 and so exact in float32 in
whatever order it is summed. The price is an error of about 1e-4 in a cosine.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from matcher.types import Candidate, Role

SCALE = 4000
DECIMALS = 4
Matrix = NDArray[np.float32]


def whole(vectors: Matrix) -> NDArray[np.int16]:
    """Return unit vectors, shape (n, d), as whole numbers of 1/`SCALE`."""
    return np.rint(vectors * SCALE).astype(np.int16)


def cosines(queries: NDArray[np.int16], vectors: NDArray[np.int16]) -> Matrix:
    """Return the cosines, shape (len(queries), len(vectors)), to four decimals, exactly."""
    sums = queries.astype(np.float32) @ vectors.astype(np.float32).T
    return np.round(sums / np.float32(SCALE * SCALE), DECIMALS)


class Encoder(Protocol):
    """Text to vectors of length one."""

    def encode(self, texts: Sequence[str]) -> Matrix:
        """Return an array of shape (len(texts), dimensions), each row of L2 norm 1."""
        ...


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
        self._encoder = encoder
        passages = [[passage.text for passage in each.passages] for each in candidates]
        titles = [[position.title or "" for position in each.positions] for each in candidates]
        wanted = list(dict.fromkeys(phrases))
        unique = list(
            dict.fromkeys(text for texts in (wanted, *passages, *titles) for text in texts if text)
        )
        rows = {text: row for row, text in enumerate(unique)}
        self._vectors = whole(encoder.encode(unique) if unique else np.zeros((0, 1), np.float32))
        self._passages = [np.array([rows.get(t, -1) for t in texts], np.intp) for texts in passages]
        self._titles = [np.array([rows.get(t, -1) for t in texts], np.intp) for texts in titles]
        self._cosines: dict[str, Matrix] = {}
        if wanted:
            asked = [phrase for phrase in wanted if phrase]
            table = cosines(self._vectors[[rows[phrase] for phrase in asked]], self._vectors)
            self._cosines = dict(zip(asked, table, strict=True))

    def of(self, index: int) -> CandidateMeaning:
        """Return the similarities of the pool's candidate number ``index``."""
        return CandidateMeaning(self, self._passages[index], self._titles[index])

    def cosines(self, phrase: str, rows: NDArray[np.intp]) -> list[float]:
        """Return the cosines of ``phrase`` to the texts in ``rows``; 0 for a missing text."""
        if not phrase.strip() or not len(rows):
            return [0.0] * len(rows)
        if phrase not in self._cosines:
            vector = whole(self._encoder.encode([phrase]))
            self._cosines[phrase] = cosines(vector, self._vectors)[0]
        found = self._cosines[phrase][rows]
        return [round(float(value), DECIMALS) for value in np.where(rows < 0, 0.0, found)]


class CandidateMeaning:
    """One candidate's view of a pool's similarities: implements ``judging.context.Meaning``."""

    def __init__(
        self, pool: PoolMeaning, passages: NDArray[np.intp], titles: NDArray[np.intp]
    ) -> None:
        self._pool, self._passages, self._titles = pool, passages, titles

    def keeping(self, passages: Sequence[int], posts: Sequence[bool]) -> CandidateMeaning:
        """Return this view less some passages and titles.

        Args:
            passages: Numbers of the passages that stay, in their new order.
            posts: For each position, whether its title stays; one that goes is close to nothing.
        """
        titles = np.where(np.array(posts, bool), self._titles, -1) if posts else self._titles
        return CandidateMeaning(self._pool, self._passages[list(passages)], titles)

    def passages(self, phrase: str) -> Sequence[float]:
        """Return the cosine of ``phrase`` to each of the candidate's passages, in order."""
        return self._pool.cosines(phrase, self._passages)

    def titles(self, phrase: str) -> Sequence[float]:
        """Return the cosine of ``phrase`` to each position's title, in order; 0 for no title."""
        return self._pool.cosines(phrase, self._titles)


def phrases_of(role: Role) -> list[str]:
    """Return what judging and scoring will ask the meaning of, so that it is encoded at once."""
    phrases = [role.title]
    for requirement in role.requirements:
        phrases.append(requirement.text)
        for name in ("of", "name"):
            phrase = getattr(requirement.criterion, name, "")
            if phrase:
                phrases.append(phrase)
    return phrases
