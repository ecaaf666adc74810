"""Whom each must-have takes from the pool, and who is one must-have short.

Must not know how a verdict came about, nor points: it counts outcomes. Must-haves are counted as
people count them, alternatives as one. Only a contradiction ('not met') takes anybody away; silence
and a near miss do not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from matcher.asks import Ask, must_haves
from matcher.types import Match, Outcome, Role

# What a CV gives evidence for, wholly or in part.
EVIDENCED = frozenset({Outcome.MET, Outcome.PARTLY})


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


def funnel(role: Role, matches: Sequence[Match]) -> Funnel:
    """Return what a role's must-haves do to the candidates of ``matches``."""
    outcomes = {
        match.candidate_id: {name: verdict.outcome for name, verdict in match.verdicts}
        for match in matches
    }
    return funnel_of(role, outcomes)


def funnel_of(role: Role, outcomes: Mapping[str, Mapping[str, Outcome]]) -> Funnel:
    """Return what a role's must-haves do to a pool.

    Args:
        role: What is asked.
        outcomes: By candidate, in the order of the ranking, and by requirement.
    """
    asked = must_haves(role)
    table = {
        name: {ask.id: ask.outcome(theirs) for ask in asked} for name, theirs in outcomes.items()
    }
    contradicted = {name: _those(row, {Outcome.NOT_MET}) for name, row in table.items()}
    missing = {name: _those(row, set(Outcome) - EVIDENCED) for name, row in table.items()}
    return Funnel(
        pool=len(table),
        gates=_gates(asked, table, contradicted),
        all_met=tuple(
            name for name, row in table.items() if all(each is Outcome.MET for each in row.values())
        ),
        contradicted_by_none=tuple(name for name, gates in contradicted.items() if not gates),
        contradicted_by_one=_one_short(table, contradicted),
        one_not_evidenced=_one_short(table, missing),
    )


def _those(row: Mapping[str, Outcome], outcomes: Iterable[Outcome]) -> list[str]:
    """Return the must-haves that came out as one of ``outcomes``."""
    return [gate for gate, outcome in row.items() if outcome in outcomes]


def _gates(
    asked: Sequence[Ask],
    table: Mapping[str, Mapping[str, Outcome]],
    contradicted: Mapping[str, Sequence[str]],
) -> tuple[Gate, ...]:
    first = {name: gates[0] for name, gates in contradicted.items() if gates}
    left, unscathed = len(table), len(table) - len(first)
    found = []
    for ask in asked:
        outcomes = [row[ask.id] for row in table.values()]
        alone = tuple(name for name, gates in contradicted.items() if gates == [ask.id])
        left -= sum(gate == ask.id for gate in first.values())
        found.append(
            Gate(
                id=ask.id,
                requirement_ids=tuple(each.id for each in ask.members),
                text=ask.text,
                knock_out=ask.knock_out,
                met=outcomes.count(Outcome.MET),
                partly=outcomes.count(Outcome.PARTLY),
                not_stated=outcomes.count(Outcome.NOT_STATED),
                not_met=outcomes.count(Outcome.NOT_MET),
                contradicts_alone=alone,
                left=left,
                left_if_desirable=unscathed + len(alone),
            )
        )
    return tuple(found)


def _one_short(
    table: Mapping[str, Mapping[str, Outcome]], against: Mapping[str, Sequence[str]]
) -> tuple[OneShort, ...]:
    return tuple(
        OneShort(name, gates[0], table[name][gates[0]])
        for name, gates in against.items()
        if len(gates) == 1
    )
