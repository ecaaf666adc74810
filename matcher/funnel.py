"""Whom each must-have takes from the pool, and who is one must-have short.

Must not know how a verdict came about, nor points: it counts outcomes. Must-haves are counted as
people count them, alternatives as one. Only a contradiction ('not met') takes anybody away; silence
and a near miss do not.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matcher.asks import Ask, must_haves
from matcher.columns import CODES, Codes
from matcher.scoring import best_of
from matcher.types import BEST_FIRST, Outcome, Role


@dataclass(frozen=True, slots=True)
class Gate:
    """One must-have, and what it does to the pool.

    Attributes:
        id: Of the thing asked: "R3", or "R5-R6" for alternatives.
        requirement_ids: The requirement, or the alternatives.
        text: The words of the role.
        knock_out: Whether it takes out of the shortlist whom it takes away here.
        met: How many meet it.
        partly: How many meet it partly.
        not_stated: Of how many the CV is silent on it.
        not_met: How many it contradicts.
        contradicts_alone: Ids of those whom it contradicts and no other must-have does.
        left: How many are left when it and those before it have taken theirs away.
        left_if_desirable: How many all the others leave: as many as would be left of the whole pool
            if this were desirable.
    """

    id: str
    requirement_ids: tuple[str, ...]
    text: str
    knock_out: bool
    met: int
    partly: int
    not_stated: int
    not_met: int
    contradicts_alone: tuple[str, ...]
    left: int
    left_if_desirable: int


@dataclass(frozen=True, slots=True)
class OneShort:
    """A candidate whom one must-have stands against: its `Gate.id`, and how it came out."""

    candidate_id: str
    gate_id: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Funnel:
    """A pool as the must-haves see it; candidates in the order of the ranking.

    Attributes:
        pool: How many candidates there are.
        gates: The must-haves, in reading order.
        all_met: Those who meet every must-have.
        contradicted_by_none: Those whom no must-have contradicts, whatever is silent or short.
        contradicted_by_one: Those whom exactly one must-have contradicts, whatever the others say.
        one_not_evidenced: Those whose CV shows every must-have but one, at least in part; on that
            one it is silent or says otherwise.
    """

    pool: int
    gates: tuple[Gate, ...]
    all_met: tuple[str, ...]
    contradicted_by_none: tuple[str, ...]
    contradicted_by_one: tuple[OneShort, ...]
    one_not_evidenced: tuple[OneShort, ...]


def funnel_in(role: Role, names: Sequence[str], outcomes: Mapping[str, Codes]) -> Funnel:
    """Return what a role's must-haves do to a pool.

    Args:
        role: What is asked.
        names: The candidates, in the order of the ranking.
        outcomes: By requirement, places in `BEST_FIRST`, in that order; shape (n,) each.
    """
    asked = must_haves(role)
    table = np.array([best_of(outcomes, ask.members) for ask in asked], dtype=np.int8)
    table = table.reshape(len(asked), len(names))
    against = table == CODES[Outcome.NOT_MET]
    missing = table > CODES[Outcome.PARTLY]

    def some(mask: NDArray[np.bool_]) -> tuple[str, ...]:
        return tuple(names[at] for at in np.flatnonzero(mask).tolist())

    def one_short(of: NDArray[np.bool_]) -> tuple[OneShort, ...]:
        alone = np.flatnonzero(of.sum(axis=0) == 1)
        gates = of[:, alone].argmax(axis=0) if len(asked) else alone
        return tuple(
            OneShort(names[at], asked[gate].id, BEST_FIRST[table[gate, at]])
            for at, gate in zip(alone.tolist(), gates.tolist(), strict=True)
        )

    return Funnel(
        pool=len(names),
        gates=_gates(asked, table, against, some),
        all_met=some((table == CODES[Outcome.MET]).all(axis=0)),
        contradicted_by_none=some(~against.any(axis=0)),
        contradicted_by_one=one_short(against),
        one_not_evidenced=one_short(missing),
    )


def _gates(
    asked: Sequence[Ask],
    table: Codes,
    against: NDArray[np.bool_],
    some: Callable[[NDArray[np.bool_]], tuple[str, ...]],
) -> tuple[Gate, ...]:
    gone = np.zeros(table.shape[1], dtype=bool)
    unscathed = int((~against.any(axis=0)).sum())
    alone = against.sum(axis=0) == 1
    found = []
    for row, ask in enumerate(asked):
        gone |= against[row]
        counts = np.bincount(table[row], minlength=len(BEST_FIRST))
        count = dict(zip(BEST_FIRST, map(int, counts), strict=True))
        only = some(against[row] & alone)
        found.append(
            Gate(
                id=ask.id,
                requirement_ids=tuple(each.id for each in ask.members),
                text=ask.text,
                knock_out=ask.knock_out,
                met=count[Outcome.MET],
                partly=count[Outcome.PARTLY],
                not_stated=count[Outcome.NOT_STATED],
                not_met=count[Outcome.NOT_MET],
                contradicts_alone=only,
                left=int((~gone).sum()),
                left_if_desirable=unscathed + len(only),
            )
        )
    return tuple(found)
