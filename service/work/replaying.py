"""A ranking made again from what is stored, with the code and the model of now, and compared.

Must not know HTTP, nor how anybody is judged: that is the engine room's. Nothing is stored.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from matcher.gist import outcomes_from
from matcher.types import Outcome, Role
from matcher.weights import OUT
from matcher.wire import role_from
from service.engine.records import Replayed, Surroundings
from service.store import matches, places
from service.store.matches import Basis, Scored
from service.store.places import MachineRow
from service.store.rankings import StoredRanking
from service.work.ranking import result_digest


@dataclass(frozen=True, slots=True)
class Kept:
    """A ranking as it is stored.

    Attributes:
        basis: What its matches depend on.
        rows: The places of those who are still there, in the machine's order; the first of them,
            where only those are wanted.
        erased: How many places are left of people since erased.
        not_kept: How many were judged and got no place, because only the first were kept.
        left_out: How many places are not wanted.
        result_digest: What it came to.
    """

    basis: Basis
    rows: tuple[MachineRow, ...]
    erased: int
    not_kept: int
    left_out: int
    result_digest: str | None

    @property
    def is_whole(self) -> bool:
        """Whether everybody who was judged can be judged again, and is wanted."""
        return not (self.erased or self.not_kept or self.left_out)


@dataclass(frozen=True, slots=True)
class Differing:
    """A match that is not what it was, and the requirements whose outcome is another now."""

    row: MachineRow
    now: Replayed
    outcomes: tuple[tuple[str, Outcome, Outcome], ...]


@dataclass(frozen=True, slots=True)
class Replay:
    """A ranking made again, beside what is stored.

    Attributes:
        kept: What is stored.
        gone: How many were erased while they were judged again.
        compared: How many matches were compared.
        digest_then: Of the ranking where it is whole, else of the matches that were compared.
        digest_now: The same of what was made now.
        differing: The matches that are not what they were, in the machine's order.
    """

    kept: Kept
    gone: int
    compared: int
    digest_then: str
    digest_now: str
    differing: tuple[Differing, ...]

    @property
    def agrees(self) -> bool:
        """Whether what could be made again is to the byte, and in order, what it was."""
        return self.digest_then == self.digest_now and not self.differing


def kept(connection: Connection, ranking: StoredRanking, first: int | None = None) -> Kept:
    """Return a finished ranking as it is stored, or the first places of it."""
    rows = places.machine(connection, ranking)
    shown = len(places.rows(connection, ranking))
    wanted = rows[:first]
    return Kept(
        basis=matches.basis_of(connection, ranking.tenant, ranking.basis),
        rows=tuple(wanted),
        erased=shown - len(rows),
        not_kept=(ranking.judged or 0) - shown,
        left_out=len(rows) - len(wanted),
        result_digest=ranking.result_digest,
    )


def compared(of: Kept, made: Iterable[Replayed]) -> Replay:
    """Return a ranking beside what was made of it now."""
    now = {each.candidate: each for each in made}
    rows = [row for row in of.rows if row.candidate in now]
    gone = len(of.rows) - len(rows)
    role = role_from(of.basis.role)
    then = of.result_digest if of.is_whole and not gone else _digest_then(rows)
    differing = [_differing(role, row, now[row.candidate]) for row in rows]
    return Replay(
        kept=of,
        gone=gone,
        compared=len(rows),
        digest_then=then or "",
        digest_now=_digest_now(rows, now),
        differing=tuple(each for each in differing if each is not None),
    )


def _digest_then(rows: Sequence[MachineRow]) -> str:
    return result_digest([_scored(each, each.score, each.match_digest) for each in rows])


def _digest_now(rows: Sequence[MachineRow], now: Mapping[int, Replayed]) -> str:
    """Equals stay in the order they had: a label may have changed since, which is no difference."""

    def height(row: MachineRow) -> tuple[bool, float, int]:
        made = now[row.candidate]
        return made.band == OUT, -made.score, row.rank

    ordered = sorted(rows, key=height)
    return result_digest(
        [_scored(row, now[row.candidate].score, now[row.candidate].digest) for row in ordered]
    )


def _scored(row: MachineRow, score: float, digest: str) -> Scored:
    return Scored(row.candidate, row.id, "", row.file_digest, score, row.band, digest)


def _differing(role: Role, row: MachineRow, made: Replayed) -> Differing | None:
    if row.match_digest == made.digest:
        return None
    was, is_now = outcomes_from(role, row.gist), outcomes_from(role, made.gist)
    changed = [(name, was[name], is_now[name]) for name in was if was[name] is not is_now[name]]
    return Differing(row, made, tuple(changed))


def surroundings_then_and_now(basis: Basis, now: Surroundings) -> dict[str, tuple[Any, Any]]:
    """Return what a ranking was made with and what its replay was, by name.

    The weights are those that are stored with the ranking; their digest is made anew.
    """
    return {
        "model": (basis.model, now.model),
        "weights": (
            basis.weights_digest,
            hashlib.sha256(basis.weights.encode()).hexdigest(),
        ),
        "knowledge": (basis.knowledge, now.knowledge),
    }
