"""A pool looked at by one role, in columns: who stands where, judging no more than that takes.

Must not know how a requirement is judged or a point is made. What is compared by meaning is found
for everybody in one product; verdicts are dear. A score is a sum, so what the verdicts that are
missing could add bounds it: those who cannot reach the best any more are not judged. The idea is
that of the threshold algorithm (Fagin, Lotem and Naor, "Optimal aggregation algorithms for
middleware", 2003), and to give the dear verdicts last and to the fewest that of minimal probing
(Chang and Hwang, "Minimal probing: supporting expensive predicates for top-k queries", 2002).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from matcher.brief import Brief
from matcher.columns import CODES, Codes, Columns
from matcher.judging.context import Context, Meaning
from matcher.judging.registry import facts_for, is_dear, judge
from matcher.judging.together import decide_all, tied_in
from matcher.meaning import CandidateMeaning, Seen, Vectors
from matcher.members import Member
from matcher.pool import Pool
from matcher.post_columns import Posts, posts_in
from matcher.ranking import bands, ranks
from matcher.scoring import closeness_of_titles, less_age, total_scores, work_credit
from matcher.types import BEST_FIRST, Candidate
from matcher.values import FactValue
from matcher.weights import OUT, Weights

Rows = NDArray[np.intp]

# Nobody has judged this yet.
UNJUDGED = np.int8(-1)
# Candidates looked at together while the best are looked for; the number grows by this factor.
FACTOR = 2


def context_of(meaning: Meaning, weights: Weights, as_of: date) -> Context:
    """Return what a judge may look at."""
    return Context(as_of, meaning, weights.met_from, weights.partly_from)


@dataclass(frozen=True, slots=True, eq=False)
class _Told:
    """What everybody earned for one thing, at most: as it is where that is settled."""

    values: NDArray[np.float64]
    settled: NDArray[np.bool_]


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
        self._settle(everybody)
        self._judge(everybody, [*self._quick, *self._dear])
        return self._ordered(everybody)

    def promising_rows(self) -> Rows:
        """Return everybody's rows, best first if whatever takes long to judge spoke for all.

        Nobody's score is higher than that which puts them there.
        """
        everybody = np.arange(len(self._pool))
        self._settle(everybody)
        self._judge(everybody, self._quick)
        return self._ordered(everybody)

    def best_rows(self, most: int) -> Rows:
        """Return the first ``most`` of `all_rows`, judging only those who could be among them."""
        if most < 1:
            return np.arange(0)
        highest = self._highest(np.arange(len(self._pool)))
        order = np.lexsort((self._pool.places, -highest))
        best, looked_at, size = np.arange(0), 0, most
        lowest = -np.inf
        # A tie is decided by the ids: only who stays below the last of the best is settled.
        while looked_at < len(order) and highest[order[looked_at]] >= lowest:
            some = order[looked_at : looked_at + size]
            some = some[highest[some] >= lowest]
            looked_at, size = looked_at + size, size * FACTOR
            self._settle(some)
            self._judge(some, self._quick)
            best, lowest = self._with_best_of(some, best, most)
        return best

    def _with_best_of(self, some: Rows, best: Rows, most: int) -> tuple[Rows, float]:
        """Return the best of those known and of some others, and what must be reached to join them.

        The others are judged to the end from the most promising on, as far as they could join.
        """
        highest = self._highest(some)
        down = np.argsort(-highest, kind="stable")
        some, highest = some[down], highest[down]
        lowest = self._least(best, most)
        at = 0
        while at < len(some) and highest[at] >= lowest:
            piece = some[at : at + most]
            piece = piece[highest[at : at + most] >= lowest]
            self._judge(piece, self._dear)
            best = self._ordered(np.concatenate([best, piece]))[:most]
            lowest = self._least(best, most)
            at += most
        return best, lowest

    def _least(self, best: Rows, most: int) -> float:
        """Return the score of the last of the best; none is too low while places are free."""
        found = self.columns(best)
        inside = found.scores[np.array([each != OUT for each in found.bands], dtype=bool)]
        return float(inside.min()) if len(inside) == most else -np.inf

    def columns(self, rows: Rows) -> Columns:
        """Return where some rows stand, or would if what nobody judged yet spoke for them."""
        outcomes = self._at_best(rows)
        title, work = self._title.values[rows], self._work.values[rows]
        total = total_scores(self._about.card, title, work, outcomes, self._weights)
        names = tuple(self._pool.names[row] for row in rows)
        found = Columns(names, total, (), outcomes, {}, title)
        given = bands(total, self._about.asking, found, self._weights)
        return Columns(names, total, given, outcomes, {}, title)

    def _ordered(self, rows: Rows) -> Rows:
        found = self.columns(rows)
        return rows[ranks(found.scores, found.bands, self._pool.places[rows])]

    def _highest(self, rows: Rows) -> NDArray[np.float64]:
        """Return what some rows' scores are at most, whatever the verdicts that are missing."""
        outcomes = self._at_best(rows)
        title, work = self._title.values[rows], self._work.values[rows]
        return total_scores(self._about.card, title, work, outcomes, self._weights)

    def _at_best(self, rows: Rows) -> dict[str, Codes]:
        """Return some rows' outcomes by requirement; the best there is where nobody judged yet."""
        credit = self._weights.credit
        best = CODES[max(BEST_FIRST, key=credit.__getitem__)]
        judged = self._outcomes[rows]
        told = np.where(judged == UNJUDGED, best, judged)
        return {each.id: told[:, n] for n, each in enumerate(self._about.asking.requirements)}

    @cached_property
    def _less(self) -> dict[int, Member]:
        """Members less what their CVs copied from the role, by row, as far as that was found."""
        return self._pool.answer(repr(("less", self._about.role.text)), dict)

    @cached_property
    def _doubtful(self) -> NDArray[np.bool_]:
        """Whether a row's CV may have copied from the role."""

        def find() -> NDArray[np.bool_]:
            return np.array([self._about.runs.may_be_in(one.blocks) for one in self._pool], bool)

        return self._pool.answer(repr(("doubtful", self._about.role.text)), find)

    def _shown(self, row: int) -> Member:
        """Return a member as judges see it; whether the CV copied is found out once."""
        if not self._doubtful[row]:
            return self._pool[row]
        if row not in self._less:
            whole = self._pool[row]
            spans = self._about.pasted(whole)
            self._less[row] = whole.less(spans) if spans else whole
        return self._less[row]

    def _settle(self, rows: Rows) -> None:
        """Have some rows' titles and work count as they do without what their CVs copied.

        Until then they count whole, which is never less: that is found for everybody, and what was
        copied only for who is judged.
        """
        for told, work_out in ((self._title, self._titles_in), (self._work, self._works_of)):
            left = rows[~told.settled[rows]]
            if len(left):
                told.values[left] = work_out([self._shown(int(row)) for row in left])
                told.settled[left] = True

    def _titles_in(self, shown: Sequence[Member]) -> NDArray[np.float64]:
        return self._titles_of(posts_in(shown, self._as_of))

    def _titles_of(self, posts: Posts) -> NDArray[np.float64]:
        role, weights = self._about.role, self._weights
        best = np.zeros(posts.candidates)
        if not self._about.card.title:
            return best
        cosines = np.array(self._about.phrases.cosines(role.title, posts.vectors))
        closeness = closeness_of_titles(role, posts.titles, cosines, weights)[posts.title_of]
        np.maximum.at(best, posts.owners, less_age(closeness, posts.ended, weights, self._as_of))
        return weights.title_ramp.credits(best)

    def _works_of(self, shown: Sequence[Member]) -> NDArray[np.float64]:
        return self._work_in([one.seen for one in shown])

    def _work_in(self, seen: Sequence[Seen]) -> NDArray[np.float64]:
        soft = self._about.card.soft
        closest = self._about.phrases.closest([each.text for each in soft], seen)
        return work_credit(soft, closest, self._weights)

    @cached_property
    def _title(self) -> _Told:
        """The share that everybody earned for the titles of their posts."""
        role, weights = self._about.role, self._weights
        aged = (weights.lineage, weights.recency_per_year, weights.recency_most, self._as_of)
        question = repr(("title", role.text, role.title, aged, weights.title_ramp))
        return self._pool.answer(question, lambda: self._told(self._titles_of(self._posts)))

    @cached_property
    def _posts(self) -> Posts:
        """Everybody's posts."""
        question = f"posts as of {self._as_of}"
        return self._pool.answer(question, lambda: posts_in(self._pool, self._as_of))

    @cached_property
    def _work(self) -> _Told:
        """What the work that everybody told is worth."""
        weights = self._weights
        counted = [(each.text, weights.of(each)) for each in self._about.card.soft]
        question = repr(("work", self._about.role.text, counted, weights.work_ramp))

        def find() -> _Told:
            # Less some passages, others may come to count: where that is open, all of them do.
            seen = [
                (one.vectors.passages, np.ones_like(one.counts) if doubt else one.counts)
                for one, doubt in zip(self._pool, self._doubtful, strict=True)
            ]
            return self._told(self._work_in(seen))

        return self._pool.answer(question, find)

    def _told(self, values: NDArray[np.float64]) -> _Told:
        return _Told(values, ~self._doubtful)

    @cached_property
    def _outcomes(self) -> Codes:
        """Everybody's outcomes, as far as judged: a row for each, a column for each thing asked."""
        question = repr(("outcomes", self._about.role.text, self._about.asked))
        return self._pool.answer(question, self._silent)

    def _silent(self) -> Codes:
        """Return the outcomes of who states nothing by which a requirement is judged.

        They are those of an empty CV, whatever else is told.
        """
        asked = self._about.asking.requirements
        outcomes = np.full((len(self._pool), len(asked)), UNJUDGED)
        nothing = Vectors(*np.zeros((2, 0, 0), np.int16))
        context = context_of(
            CandidateMeaning(self._about.phrases, nothing), self._weights, self._as_of
        )
        for n, requirement in enumerate(asked):
            if facts := facts_for(requirement):
                outcome = judge(requirement, Candidate("", ""), context).outcome
                outcomes[~self._stating(facts), n] = CODES[outcome]
        return outcomes

    def _stating(self, facts: type[FactValue]) -> NDArray[np.bool_]:
        """Return who states any fact of a type."""

        def find() -> NDArray[np.bool_]:
            return np.array([bool(each.candidate.of(facts)) for each in self._pool], bool)

        return self._pool.answer(f"stating {facts.__name__}", find)

    @cached_property
    def _quick(self) -> list[int]:
        """The columns of what is judged quickly."""
        dear = set(self._dear)
        return [n for n in range(len(self._about.asking.requirements)) if n not in dear]

    @cached_property
    def _dear(self) -> list[int]:
        """The columns of what takes long to judge, and of what is tied to it."""
        asked = self._about.asking.requirements
        dear = {each.id for each in asked if is_dear(each)}
        for tied in tied_in(asked):
            together = {each.id for each in tied}
            if together & dear:
                dear |= together
        return [n for n, each in enumerate(asked) if each.id in dear]

    def _judge(self, rows: Rows, columns: Sequence[int]) -> None:
        """Judge those of some rows, in some columns, whom nobody judged yet."""
        if not columns:
            return
        outcomes, asked = self._outcomes, self._about.asking.requirements
        wanted = np.array(columns)
        for row in rows[(outcomes[np.ix_(rows, wanted)] == UNJUDGED).any(axis=1)]:
            one = self._shown(int(row))
            meaning = CandidateMeaning(self._about.phrases, one.vectors)
            context = context_of(meaning, self._weights, self._as_of)
            # What is tied is judged together, whatever is known of it.
            left = wanted[(outcomes[row, wanted] == UNJUDGED) | self._is_tied[wanted]]
            verdicts = decide_all([asked[n] for n in left], one.candidate, context)
            outcomes[row, left] = [CODES[each.outcome] for each in verdicts.values()]

    @cached_property
    def _is_tied(self) -> NDArray[np.bool_]:
        """Whether each thing asked is tied to another."""
        asked = self._about.asking.requirements
        tied = {each.id for line in tied_in(asked) for each in line}
        return np.array([each.id in tied for each in asked], bool)
