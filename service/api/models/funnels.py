"""What the must-haves do to a ranking, over the wire."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from matcher.funnel import Funnel, Gate, OneShort
from service.api.models.decisions import OutcomeName
from service.api.models.fields import Out


class Some(Out):
    """How many there are, and the ids of the first of them in the order of the ranking."""

    count: int
    first: list[str]


class Short(Out):
    """A candidate whom one must-have stands against, and how it came out."""

    candidate: str
    gate: str
    outcome: OutcomeName


class SomeShort(Out):
    """How many there are, and the first of them in the order of the ranking."""

    count: int
    first: list[Short]


class GateOut(Out):
    """One must-have; alternatives are one.

    `left` counts who is left when it and those before it have taken away whom they contradict;
    `left_if_desirable` who would be left of everybody if this one took nobody away.
    """

    id: str
    requirement_ids: list[str]
    text: str
    knock_out: bool
    met: int
    partly: int
    not_stated: int
    not_met: int
    contradicts_alone: Some
    left: int
    left_if_desirable: int


class FunnelOut(Out):
    """A ranking as the must-haves see it, with people's decisions."""

    pool: int
    gates: list[GateOut]
    all_met: Some
    contradicted_by_none: Some
    contradicted_by_one: SomeShort
    one_not_evidenced: SomeShort

    @classmethod
    def of(cls, funnel: Funnel, limit: int, id_of: Callable[[str], str] = str) -> FunnelOut:
        """Return a funnel.

        Args:
            funnel: As the matcher tells it.
            limit: How many of each list are named.
            id_of: Returns the public id of whoever the funnel calls by a name.
        """

        def some(names: Sequence[str]) -> Some:
            return Some(count=len(names), first=[id_of(each) for each in names[:limit]])

        def short(those: Sequence[OneShort]) -> SomeShort:
            first = [
                Short(
                    candidate=id_of(each.candidate_id),
                    gate=each.gate_id,
                    outcome=each.outcome.value,
                )
                for each in those[:limit]
            ]
            return SomeShort(count=len(those), first=first)

        return cls(
            pool=funnel.pool,
            gates=[_gate(each, some(each.contradicts_alone)) for each in funnel.gates],
            all_met=some(funnel.all_met),
            contradicted_by_none=some(funnel.contradicted_by_none),
            contradicted_by_one=short(funnel.contradicted_by_one),
            one_not_evidenced=short(funnel.one_not_evidenced),
        )


def _gate(gate: Gate, alone: Some) -> GateOut:
    return GateOut(
        id=gate.id,
        requirement_ids=list(gate.requirement_ids),
        text=gate.text,
        knock_out=gate.knock_out,
        met=gate.met,
        partly=gate.partly,
        not_stated=gate.not_stated,
        not_met=gate.not_met,
        contradicts_alone=alone,
        left=gate.left,
        left_if_desirable=gate.left_if_desirable,
    )
