"""A pool looked at by one role, in columns: who stands where, judging no more than that takes.

Must not know how a requirement is judged or a point is made. What is compared by meaning is found
for everybody in one product; verdicts are dear. A score is a sum, so what the verdicts that are
missing could add bounds it: those who cannot reach the best any more are not judged. The idea is
that of the threshold algorithm (Fagin, Lotem and Naor, "Optimal aggregation algorithms for
middleware", 2003).
"""

from __future__ import annotations

from datetime import date
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from matcher.brief import Brief
from matcher.columns import CODES, Codes, Columns
from matcher.judging.context import Context, Meaning
from matcher.judging.together import decide_all
from matcher.meaning import meanings
from matcher.members import Member
from matcher.pool import Pool
from matcher.ranking import bands, ranks
from matcher.scoring import title_closeness, total_scores, work_credit
from matcher.types import BEST_FIRST
from matcher.weights import OUT, Weights

Rows = NDArray[np.intp]

# Nobody has judged this yet.
UNJUDGED = np.int8(-1)
# Candidates judged at once while the best are looked for; the number grows by this factor.
FACTOR = 2


def context_of(meaning: Meaning, weights: Weights, as_of: date) -> Context:
    """Return what a judge may look at."""
    return Context(as_of, meaning, weights.met_from, weights.partly_from)


class Appraisal:
    """What a pool's scores with one role follow from.

    Args:
        about: The role.
        pool: Who is asked; holds what was worked out before.
        weights: What counts how much.
        as_of: The date that 'present' means.
    """

    def __init__(self, about: Brief, pool: Pool, weights: Weights, as_of: date) -> None:
        self._about, self._pool = about, pool
        self._weights, self._as_of = weights, as_of

    def all_rows(self) -> Rows:
        """Return everybody's rows, best first."""
        everybody = np.arange(len(self._pool))
        self._judge(everybody)
        return self._ordered(everybody)

    def best_rows(self, most: int) -> Rows:
        """Return the first ``most`` of `all_rows`, judging only those who could be among them."""
        if most < 1:
            return np.arange(0)
        highest = self._highest()
        order = np.lexsort((self._pool.places, -highest))
        judged, size = 0, most
        while judged < len(order):
            self._judge(order[judged : judged + size])
            judged, size = min(judged + size, len(order)), size * FACTOR
            found = self.columns(order[:judged])
            inside = found.scores[np.array([each != OUT for each in found.bands], dtype=bool)]
            # A tie is decided by the ids: only who stays below the last of the best is settled.
            if (
                len(inside) >= most
                and judged < len(order)
                and np.partition(inside, -most)[-most] > highest[order[judged]]
            ):
                break
        return self._ordered(order[:judged])[:most]

    def columns(self, rows: Rows) -> Columns:
        """Return where some rows stand; they must have been judged."""
        asked = self._about.asking.requirements
        outcomes = {each.id: self._outcomes[rows, n] for n, each in enumerate(asked)}
        title = self._title[rows]
        total = total_scores(self._about.card, title, self._work[rows], outcomes, self._weights)
        names = tuple(self._pool.names[row] for row in rows)
        found = Columns(names, total, (), outcomes, {}, title)
        given = bands(total, self._about.asking, found, self._weights)
        return Columns(names, total, given, outcomes, {}, title)

    def _ordered(self, rows: Rows) -> Rows:
        found = self.columns(rows)
        return rows[ranks(found.scores, found.bands, self._pool.places[rows])]

    def _highest(self) -> NDArray[np.float64]:
        """Return what everybody's score is at most, whatever the verdicts."""
        credit = self._weights.credit
        code = CODES[max(BEST_FIRST, key=credit.__getitem__)]
        everything = np.full(len(self._pool), code)
        outcomes = {each.id: everything for each in self._about.asking.requirements}
        return total_scores(self._about.card, self._title, self._work, outcomes, self._weights)

    @cached_property
    def _changed(self) -> dict[int, Member]:
        """Members less what their CVs copied from the role, by row; the others are as they are."""

        def find() -> dict[int, Member]:
            pasted = {row: self._about.pasted(one) for row, one in enumerate(self._pool)}
            return {row: self._pool[row].less(spans) for row, spans in pasted.items() if spans}

        return self._pool.answer(repr(("less", self._about.role.text)), find)

    def _shown(self, row: int) -> Member:
        return self._changed.get(row) or self._pool[row]

    @cached_property
    def _title(self) -> NDArray[np.float64]:
        """The share that everybody earned for the titles of their posts."""
        role, weights = self._about.role, self._weights
        if not self._about.card.title:
            return np.zeros(len(self._pool))

        def find() -> NDArray[np.float64]:
            shown = [self._shown(row) for row in range(len(self._pool))]
            told = meanings(self._about.phrases, [one.vectors for one in shown], (), [role.title])
            return np.array(
                [
                    title_closeness(role, one.candidate, meaning, weights, self._as_of)
                    for one, meaning in zip(shown, told, strict=True)
                ],
                dtype=np.float64,
            )

        aged = (weights.lineage, weights.recency_per_year, weights.recency_most, self._as_of)
        question = repr(("title", role.text, role.title, aged))
        return weights.title_ramp.credits(self._pool.answer(question, find))

    @cached_property
    def _work(self) -> NDArray[np.float64]:
        """What the work that everybody told is worth."""
        soft, weights = self._about.card.soft, self._weights
        texts = [each.text for each in soft]

        def find() -> NDArray[np.float64]:
            seen = [self._shown(row).seen for row in range(len(self._pool))]
            return work_credit(soft, self._about.phrases.closest(texts, seen), weights)

        counted = [(each.text, weights.of(each)) for each in soft]
        question = repr(("work", self._about.role.text, counted, weights.work_ramp))
        return self._pool.answer(question, find)

    @cached_property
    def _outcomes(self) -> Codes:
        """Everybody's outcomes, as far as judged: a row for each, a column for each thing asked."""
        shape = (len(self._pool), len(self._about.asking.requirements))
        question = repr(("outcomes", self._about.role.text, self._about.asked))
        return self._pool.answer(question, lambda: np.full(shape, UNJUDGED))

    def _judge(self, rows: Rows) -> None:
        """Judge those of some rows whom nobody judged yet."""
        asked, outcomes = self._about.asking.requirements, self._outcomes
        if not asked:
            return
        missing = [int(row) for row in rows if outcomes[row, 0] == UNJUDGED]
        shown = [self._shown(row) for row in missing]
        vectors = [each.vectors for each in shown]
        told = meanings(self._about.phrases, vectors, (), [self._about.role.title])
        for row, one, meaning in zip(missing, shown, told, strict=True):
            context = context_of(meaning, self._weights, self._as_of)
            verdicts = decide_all(asked, one.candidate, context)
            outcomes[row] = [CODES[verdicts[each.id].outcome] for each in asked]
