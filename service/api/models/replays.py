"""A ranking made again, and the record of how it was made, over the wire."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from service.api.models.decisions import OutcomeName
from service.api.models.fields import Out
from service.engine.records import Surroundings
from service.work.replaying import Differing, Replay, surroundings_then_and_now

# How many differing matches are told one by one.
TOLD = 100


class ThenAndNow(Out):
    """What the ranking was made with, and what it was made again with."""

    changed: bool
    then: Any
    now: Any


class OutcomeChange(Out):
    """A requirement that comes out otherwise."""

    requirement_id: str
    then: OutcomeName
    now: OutcomeName


class MatchDifference(Out):
    """A match that is not, to the byte, what it was; its outcomes may be the same."""

    candidate: str
    score_then: float
    score_now: float
    band_then: str
    band_now: str
    outcomes: list[OutcomeChange]

    @classmethod
    def of(cls, each: Differing) -> MatchDifference:
        """Return what differs."""
        return cls(
            candidate=each.row.id,
            score_then=each.row.score,
            score_now=each.now.score,
            band_then=each.row.band,
            band_now=each.now.band,
            outcomes=[
                OutcomeChange(requirement_id=name, then=then.value, now=now.value)
                for name, then, now in each.outcomes
            ],
        )


class Differences(Out):
    """What is not as it was.

    `erased` places can no longer be made again; `not_kept` counts those who were judged and got no
    place, because only the first were kept, and `left_out` those behind the `first` that were asked
    for. `weights` are always those stored with the ranking:
    their digest is made anew. Of `matches`, the first 100 of `matches_differing` are told.
    """

    erased: int
    not_kept: int
    left_out: int
    model: ThenAndNow
    weights: ThenAndNow
    knowledge: ThenAndNow
    matches_differing: int
    matches: list[MatchDifference]


class ReplayOut(Out):
    """A ranking made again from what is stored, with the code and the model of now.

    `agrees` is about the places that could be made again: `compared` of them. While there are none
    but those (`whole`), `result_digest_then` is the ranking's own; else both digests are of the
    places that were compared.
    """

    agrees: bool
    whole: bool
    compared: int
    result_digest_then: str
    result_digest_now: str
    differences: Differences

    @classmethod
    def of(cls, replay: Replay, now: Surroundings) -> ReplayOut:
        """Return a replay with what it was made with."""
        pairs = surroundings_then_and_now(replay.kept.basis, now)
        surroundings = {
            name: ThenAndNow(changed=then != here, then=then, now=here)
            for name, (then, here) in pairs.items()
        }
        return cls(
            agrees=replay.agrees,
            whole=replay.kept.is_whole and not replay.gone,
            compared=replay.compared,
            result_digest_then=replay.digest_then,
            result_digest_now=replay.digest_now,
            differences=Differences(
                erased=replay.kept.erased + replay.gone,
                not_kept=replay.kept.not_kept,
                left_out=replay.kept.left_out,
                model=surroundings["model"],
                weights=surroundings["weights"],
                knowledge=surroundings["knowledge"],
                matches_differing=len(replay.differing),
                matches=[MatchDifference.of(each) for each in replay.differing[:TOLD]],
            ),
        )


class RecordOut(Out):
    """The decision record of a ranking: enough to defend it, or to contest it.

    `role` holds the role as it was judged, as the machine read it, and what people had set by then;
    `weights` the text of the weights file. A place of somebody erased has neither id nor label.
    """

    ranking: str
    asked_by: str
    asked_at: datetime
    finished_at: datetime | None
    role: dict[str, Any]
    model: dict[str, Any]
    weights: dict[str, str]
    knowledge: str
    as_of: date
    pool: dict[str, Any]
    inputs_digest: str
    result_digest: str
    overrides: list[dict[str, Any]]
    places: list[dict[str, Any]]
