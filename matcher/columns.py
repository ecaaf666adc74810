"""A pool's matches in columns: what their points follow from, without a word of any CV.

Must not know how a verdict or a point came about. What is asked of a whole pool at once (who would
stand where if the role were edited, whom each must-have takes away) is then a few operations on
arrays instead of some on each match. An outcome is its place in `matcher.types.BEST_FIRST`, so
that the best of some alternatives is the least.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matcher.scoring import best_of
from matcher.types import BEST_FIRST, Outcome, Requirement, Standing, Verdict

Codes = NDArray[np.int8]
CODES = {outcome: np.int8(code) for code, outcome in enumerate(BEST_FIRST)}


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """Matches with one role; every array has a row for each of them.

    Attributes:
        names: Candidate ids.
        scores: As they stand, 0 to 100.
        bands: As they stand.
        outcomes: By requirement, places in `BEST_FIRST`.
        attained: By requirement, how close the CV comes to it; 0 where that was not measured.
        title: The share earned for the posts' titles, 0 to 1.
    """

    names: tuple[str, ...]
    scores: NDArray[np.float64]
    bands: tuple[str, ...]
    outcomes: Mapping[str, Codes]
    attained: Mapping[str, NDArray[np.float64]]
    title: NDArray[np.float64]

    def rows(self, at: Sequence[int]) -> Columns:
        """Return some of the rows, in the order given."""
        wanted = list(at)
        return Columns(
            names=tuple(self.names[each] for each in wanted),
            scores=self.scores[wanted],
            bands=tuple(self.bands[each] for each in wanted),
            outcomes={name: column[wanted] for name, column in self.outcomes.items()},
            attained={name: column[wanted] for name, column in self.attained.items()},
            title=self.title[wanted],
        )

    def best(self, members: Iterable[Requirement]) -> Codes:
        """Return the outcomes of the best of some alternatives."""
        return best_of(self.outcomes, members)


def standings_in(pool: Columns) -> list[Standing]:
    """Return where everybody in a pool stands, in the order of the rows."""
    asked = list(pool.outcomes)
    table = np.array(list(pool.outcomes.values()), dtype=np.int8).T.reshape(len(pool.names), -1)
    told = zip(pool.names, pool.scores.tolist(), pool.bands, table.tolist(), strict=True)
    return [
        Standing(
            name, score, band, tuple((n, BEST_FIRST[at]) for n, at in zip(asked, row, strict=True))
        )
        for name, score, band, row in told
    ]


def codes(outcomes: Iterable[Outcome]) -> Codes:
    """Return outcomes as places in `BEST_FIRST`."""
    return np.array([CODES[each] for each in outcomes], dtype=np.int8)


def attained(verdicts: Iterable[Verdict]) -> NDArray[np.float64]:
    """Return how close the CVs come to what was asked, 0 where that was not measured."""
    return np.array([each.attained or 0.0 for each in verdicts], dtype=np.float64)
