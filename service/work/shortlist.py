"""A finished ranking as a table of people by what the role asks: narrowed, sorted, tried out.

Must not know HTTP or HTML, and computes no score. A ranking that is made never changes but by
people's decisions and by erasures, so that what was put together once is kept in memory for as
long as neither came; whoever turns its pages then reads nothing anew.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from threading import Lock
from typing import Literal

from sqlalchemy import Connection

from matcher.asks import Ask, typed
from matcher.columns import Columns
from matcher.funnel import Funnel
from matcher.types import BEST_FIRST, Outcome, Role
from service.store import changes, listing, overrides
from service.store.database import Database
from service.store.rankings import StoredRanking
from service.work.trying import Trial, Tried
from service.work.whole import Whole, funnel, whole

# Of a ranking of 5,000 some 10 MB are kept.
KEPT = 6

Show = Literal["all", "every", "one", "clearance"]


@dataclass(frozen=True, slots=True)
class Line:
    """Somebody's line.

    Attributes:
        key: The candidate's number.
        id: Their public id.
        label: What they are called.
        rank: In this order, from 1.
        rank_before: As it is, where something is tried out; else as ``rank``.
        machine_rank: As the machine gave it.
        score: In this order; ``band`` likewise.
        overridden: Whether people decided otherwise than the machine.
        outcomes: One for each thing asked, in the order of `Shortlist.asks`.
    """

    key: int
    id: str
    label: str
    rank: int
    rank_before: int
    machine_rank: int
    score: float
    band: str
    overridden: bool
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True, slots=True)
class Shortlist:
    """The table.

    Attributes:
        role: As it was judged, or as it would be.
        asks: What is judged against facts, must-haves first.
        lines: Best first.
        funnel: What the must-haves do.
        cleared: Keys of those who hold any security clearance.
        erased: How many were ranked and are gone.
        on: What it was made from.
        state: What it depends on.
    """

    role: Role
    asks: tuple[Ask, ...]
    lines: tuple[Line, ...]
    funnel: Funnel
    cleared: frozenset[int]
    erased: int
    on: Whole
    state: State

    @property
    def musts(self) -> int:
        """How many of ``asks`` are must-haves: the first so many."""
        return sum(ask.essential for ask in self.asks)


@dataclass(frozen=True, slots=True)
class State:
    """What a shortlist depends on: a ranking, who is there, and what people decided."""

    ranking: int
    tenant: int
    change: int
    override: int


class Shortlists:
    """Shortlists kept in memory, the last few that were looked at, tried out or as they are."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[State, str], Shortlist] = OrderedDict()
        self._lock = Lock()

    def of(self, connection: Connection, ranking: StoredRanking) -> Shortlist:
        """Return the shortlist of a finished ranking as people decided it."""
        state = State(
            ranking.key,
            ranking.tenant,
            changes.latest(connection, ranking.tenant),
            overrides.last(connection, ranking.key),
        )
        found = self.find(state, "")
        if found is None:
            found = shortlist(connection, ranking, state)
            self.keep(found, "")
        return found

    def find(self, state: State, edits: str) -> Shortlist | None:
        """Return what a shortlist was with some edits, if that is still known."""
        with self._lock:
            found = self._kept.get((state, edits))
            if found is not None:
                self._kept.move_to_end((state, edits))
            return found

    def keep(self, made: Shortlist, edits: str) -> None:
        """Keep what a shortlist is with some edits; "" for none."""
        with self._lock:
            # Of one ranking only the newest state is of use.
            for key in [e for e in self._kept if _outdated(e[0], made.state)]:
                del self._kept[key]
            self._kept[(made.state, edits)] = made
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)

    def forget_outdated(self, store: Database) -> None:
        """Let go of what was put together before anybody came or was erased: it names people.

        Raises:
            StoreUnavailable: The database cannot be reached.
        """
        with self._lock:
            kept = list(self._kept)
        with store.reading() as connection:
            old = [e for e in kept if changes.latest(connection, e[0].tenant) != e[0].change]
        with self._lock:
            for each in old:
                self._kept.pop(each, None)


def _outdated(state: State, by: State) -> bool:
    return state.ranking == by.ranking and state != by


def shortlist(connection: Connection, ranking: StoredRanking, state: State) -> Shortlist:
    """Return the shortlist of a finished ranking as people decided it."""
    on = whole(connection, ranking)
    asked = tuple(typed(on.role))
    cleared = listing.marked(connection, ranking.tenant, "clearance", "held")
    lines = tuple(
        Line(
            key=place.candidate or 0,
            id=place.id or "",
            label=place.label or "",
            rank=place.rank,
            rank_before=place.rank,
            machine_rank=place.machine_rank,
            score=place.score,
            band=place.band,
            overridden=place.overridden,
            outcomes=outcomes,
        )
        for place, outcomes in zip(on.places, _outcomes(asked, on.pool), strict=True)
    )
    return Shortlist(on.role, asked, lines, funnel(on), frozenset(cleared), on.erased, on, state)


def as_tried(before: Shortlist, of: Trial, came: Tried) -> Shortlist:
    """Return the shortlist as it would be."""
    asked = tuple(typed(of.role))
    outcomes = list(_outcomes(asked, came.outcome.pool))
    lines = []
    for at, move in zip(came.outcome.order, came.outcome.moves, strict=True):
        place = came.places[move.candidate_id]
        lines.append(
            Line(
                key=place.candidate or 0,
                id=place.id or "",
                label=place.label or "",
                rank=move.rank_after,
                rank_before=move.rank_before,
                machine_rank=place.machine_rank,
                score=move.score_after,
                band=move.band_after,
                overridden=place.overridden,
                outcomes=outcomes[at],
            )
        )
    return replace(before, role=of.role, asks=asked, lines=tuple(lines), funnel=came.outcome.after)


def _outcomes(asked: Sequence[Ask], pool: Columns) -> Iterable[tuple[Outcome, ...]]:
    """Yield everybody's outcomes on what is asked, in the order of the pool."""
    if not asked:
        return ((),) * len(pool.names)
    columns = [[BEST_FIRST[code] for code in pool.best(ask.members).tolist()] for ask in asked]
    return zip(*columns, strict=True)


@dataclass(frozen=True, slots=True)
class View:
    """What somebody wants to see of a shortlist.

    Attributes:
        show: Everybody, those who have every must-have, those who are one short of it, or those
            who hold a security clearance.
        bands: Only these; all where it is empty.
        having: Ids of things asked that must be met.
        called: Only whose name holds this, whatever its case; "" for all.
        sort: By rank, by name, by how many must-haves are met; or the id of a thing asked, by how
            it came out. Equals stand by rank.
    """

    show: Show = "all"
    bands: frozenset[str] = frozenset()
    having: frozenset[str] = frozenset()
    called: str = ""
    sort: str = "rank"


def viewed(of: Shortlist, view: View) -> list[Line]:
    """Return the lines that somebody wants to see, in the order they want."""
    numbers = {ask.id: n for n, ask in enumerate(of.asks)}
    having = [numbers[each] for each in view.having if each in numbers]
    called = view.called.casefold()
    musts = of.musts
    short = _SHORT.get(view.show)
    shown = [
        line
        for line in of.lines
        if (short is None or _met(musts, line) == musts - short)
        and (view.show != "clearance" or line.key in of.cleared)
        and (not view.bands or line.band in view.bands)
        and all(line.outcomes[n] is Outcome.MET for n in having)
        and (not called or called in line.label.casefold())
    ]
    if view.sort == "name":
        return sorted(shown, key=lambda line: (line.label.casefold(), line.rank))
    if view.sort == "musts":
        return sorted(shown, key=lambda line: (-_met(musts, line), line.rank))
    if view.sort in numbers:
        n = numbers[view.sort]
        return sorted(shown, key=lambda line: (BEST_FIRST.index(line.outcomes[n]), line.rank))
    return shown


# By how many must-haves somebody may be short of all.
_SHORT: Mapping[str, int] = {"every": 0, "one": 1}


def _met(musts: int, line: Line) -> int:
    return line.outcomes[:musts].count(Outcome.MET)
