"""A ranking as it would be if the role were edited; nothing is stored.

Must not know HTTP, nor what an edit does: that is `matcher.what_if`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from matcher.decisions import Addition, Edit
from matcher.roles.edits import edited
from matcher.types import Outcome, Role, Verdict
from matcher.what_if import Move, WhatIf, to_rejudge, what_if
from service.engine.records import Decided
from service.work.places import Placed
from service.work.whole import Whole, name_of


class NothingLeft(Exception):
    """The role would ask for nothing."""


@dataclass(frozen=True, slots=True)
class Trial:
    """An edited role that is tried out on a ranking.

    Attributes:
        on: The ranking.
        edits: In order.
        additions: What is asked besides.
        role: The role as it would be.
        again: Ids of the requirements that must be judged again.
    """

    on: Whole
    edits: tuple[Edit, ...]
    additions: tuple[Addition, ...]
    role: Role
    again: tuple[str, ...]

    @property
    def keys(self) -> list[int]:
        """The candidates that must be judged again."""
        if not self.again:
            return []
        return [each.candidate for each in self.on.places if each.candidate is not None]


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of a trial.

    Attributes:
        outcome: As the matcher tells it; candidates are called by names that sort like places.
        places: The places as they are, by those names.
        gone: How many were erased while they were judged again.
    """

    outcome: WhatIf
    places: Mapping[str, Placed]
    gone: int

    def entering(self, first: int) -> list[Move]:
        """Return who would be among the first so many and is not."""
        return [e for e in self.outcome.moves if e.rank_after <= first < e.rank_before]

    def leaving(self, first: int) -> list[Move]:
        """Return who is among the first so many and would not be."""
        return [e for e in self.outcome.moves if e.rank_before <= first < e.rank_after]


def trial(on: Whole, edits: Sequence[Edit], additions: Sequence[Addition]) -> Trial:
    """Return what is to be tried.

    Raises:
        EditError: An edit cannot be made.
        NothingLeft: Everything would be struck.
    """
    role = edited(on.role, edits, additions)
    if not role.requirements:
        raise NothingLeft("Every requirement would be struck: there is nothing to rank by.")
    return Trial(on, tuple(edits), tuple(additions), role, tuple(to_rejudge(on.role, role)))


def tried(of: Trial, fresh: Mapping[int, Mapping[str, Decided]]) -> Tried:
    """Return the ranking as it would be.

    Args:
        of: What is tried.
        fresh: The new verdicts on what must be judged again, by candidate; who is missing there
            was erased meanwhile.
    """
    on = of.on
    there = [
        at
        for at, place in enumerate(on.places)
        if not of.again or (place.candidate is not None and place.candidate in fresh)
    ]
    named = {name_of(on.places[at]): on.places[at] for at in there}
    verdicts = {
        name: {one: _verdict(each) for one, each in fresh[place.candidate or 0].items()}
        for name, place in named.items()
        if of.again
    }
    pool = on.pool if len(there) == len(on.places) else on.pool.rows(there)
    outcome = what_if(
        on.role, of.edits, pool, on.weights, lambda _names, _role: verdicts, of.additions
    )
    return Tried(outcome, named, len(on.places) - len(there))


def _verdict(decided: Decided) -> Verdict:
    return Verdict(Outcome(decided.outcome), "", attained=decided.attained)
