"""A queued ranking made: whoever has no match yet is judged, then everybody is put in order.

Of a pool too large for that the most promising are judged: they alone are in the order.
Must not know HTTP, nor how anybody is judged: that is the engine room's. What was judged before a
crash is in the store and is not judged again.
"""

from __future__ import annotations

import hashlib
import logging
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from embeddings.identity import ModelIdentity
from matcher.engine import WIDER
from matcher.weights import OUT
from service.engine.records import Prospect, RoomBusy, RoomFailed, RoomTimeout
from service.engine.room import EngineRoom
from service.settings import JUDGE_AT_MOST
from service.store import candidates, changes, matches, rankings, searching
from service.store.chunks import chunks
from service.store.database import Database, StoreUnavailable
from service.store.matches import Scored
from service.store.packing import canonical
from service.store.rankings import Finished, StoredRanking
from service.work.clock import now

# A few seconds' work: between two pieces, somebody else's work gets its turn.
AT_ONCE = 200
LEASE_SECONDS = 30.0
# How long to wait before a full engine room is asked again.
BUSY_SECONDS = 0.2

_Result = TypeVar("_Result")

logger = logging.getLogger(__name__)


class LeaseLost(Exception):
    """Somebody else is making the ranking now."""


@dataclass(frozen=True, slots=True)
class _Lease:
    """A ranking in hand."""

    key: int
    token: str


@dataclass(frozen=True, slots=True)
class _Chosen:
    """Who of a large pool is judged, and how large it is."""

    keys: frozenset[int]
    pool_size: int


class RankingWork:
    """Makes rankings in threads of its own, at most ``threads`` at a time.

    Args:
        database: The store.
        room: Where candidates are judged.
        threads: How many rankings are in hand at once; most of the time they wait for the room.
        judge_at_most: How many are judged of a larger pool: the most promising.
        looked_at_most: Of how many those are chosen: of a pool larger than this, the closest by
            meaning and words are looked at. None for ten times as many.
    """

    def __init__(
        self,
        database: Database,
        room: EngineRoom,
        threads: int = 4,
        judge_at_most: int = JUDGE_AT_MOST,
        looked_at_most: int | None = None,
    ) -> None:
        self._database = database
        self._room = room
        self._judge_at_most = judge_at_most
        self._looked_at_most = looked_at_most or WIDER * judge_at_most
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="rankings")
        self._stopping = threading.Event()
        self._lock = threading.Lock()
        # What is in hand or waits for a thread: taking it up again and again would pile it up.
        self._taken: dict[int, Future[None]] = {}

    def make(self, key: int) -> Future[None]:
        """Make a queued ranking; the future is done when it is done, or in others' hands."""
        with self._lock:
            taken = self._taken.get(key)
            if taken is None:
                taken = self._taken[key] = self._threads.submit(self._make, key)
                taken.add_done_callback(partial(self._forget, key))
        return taken

    def _forget(self, key: int, _: Future[None]) -> None:
        self._taken.pop(key, None)

    def take_up(self, limit: int = 16) -> list[Future[None]]:
        """Make rankings that nobody is making: their maker has died, or they wait for one.

        Raises:
            StoreUnavailable: The database cannot be reached.
        """
        with self._database.reading() as connection:
            waiting = rankings.waiting(connection, now(), limit)
        return [self.make(key) for key in waiting]

    def stop(self) -> None:
        """Take on nothing more; what is in hand is left to whoever takes it up.

        Before the engine room is closed, or what it was doing would count as failed.
        """
        self._stopping.set()

    def close(self) -> None:
        """Stop, and wait until nothing is in hand."""
        self.stop()
        self._threads.shutdown(cancel_futures=True)

    def _make(self, key: int) -> None:
        with self._database.writing() as connection:
            token = rankings.lease(connection, key, now(), LEASE_SECONDS)
            if token is None:
                return
            ranking = rankings.leased(connection, key)
        lease = _Lease(key, token)
        try:
            chosen = self._chosen(ranking, lease)
            self._judge(ranking, lease, chosen)
            self._finish(ranking, lease, chosen)
        except (LeaseLost, CancelledError):
            logger.info("a ranking was left to somebody else")
        except StoreUnavailable:
            # Not this ranking's fault: its lease runs out and it is taken up again.
            logger.warning("a ranking has to wait for the store")
        except (RoomFailed, RoomTimeout) as error:
            if self._stopping.is_set():
                logger.info("a ranking was left to somebody else")
            else:
                self._fail(lease, f"Judging failed. {error}")
        except Exception as error:
            # The type says what happened; a message might quote a CV.
            logger.warning("a ranking could not be made (%s)", type(error).__name__)
            self._fail(lease, f"It could not be made ({type(error).__name__}); please report it.")

    def _fail(self, lease: _Lease, why: str) -> None:
        with self._database.writing() as connection:
            rankings.fail(connection, lease.key, lease.token, why, now())

    def _chosen(self, ranking: StoredRanking, lease: _Lease) -> _Chosen | None:
        """Return who of a large pool is to be judged; None where everybody is."""
        with self._database.reading() as connection:
            members = candidates.keys(connection, ranking.tenant, ranking.pool_key)
        if len(members) <= self._judge_at_most:
            return None
        near = members
        if len(members) > self._looked_at_most:
            near = self._near(ranking, lease)
        told: list[Prospect] = []
        for some in chunks(near, AT_ONCE):
            work = partial(self._room.prospects, ranking.tenant, ranking.basis, some)
            found = self._done(work, lease)
            told += found
        told.sort(key=lambda each: (each.out, -each.score, each.candidate))
        chosen = frozenset(each.candidate for each in told[: self._judge_at_most])
        return _Chosen(chosen, len(members))

    def _near(self, ranking: StoredRanking, lease: _Lease) -> list[int]:
        """Return who of a very large pool comes closest to the role by meaning and words."""
        tenant, pool = ranking.tenant, ranking.pool_key
        with self._database.reading() as connection:
            basis = matches.basis_of(connection, tenant, ranking.basis)
            model = ModelIdentity(**basis.model).key
            unread = searching.without(connection, tenant, model, pool)
        for some in chunks(unread, AT_ONCE):
            self._done(partial(self._room.refresh, tenant, some, basis.as_of), lease)
        recall = partial(self._room.recall, tenant, pool, basis.role, self._looked_at_most)
        return self._done(recall, lease)

    def _judge(self, ranking: StoredRanking, lease: _Lease, chosen: _Chosen | None) -> None:
        with self._database.reading() as connection:
            missing = matches.missing(connection, ranking.tenant, ranking.basis, ranking.pool_key)
        if chosen is not None:
            missing = [key for key in missing if key in chosen.keys]
        for some in chunks(missing, AT_ONCE):
            self._done(partial(self._room.judge, ranking.tenant, ranking.basis, some), lease)

    def _done(self, work: Callable[[], Future[_Result]], lease: _Lease) -> _Result:
        """Give the engine room a piece of work, and hold the lease until it is done."""
        given = self._given(work)
        while True:
            try:
                return given.result(timeout=LEASE_SECONDS / 3)
            except TimeoutError:
                self._renew(lease)

    def _given(self, work: Callable[[], Future[_Result]]) -> Future[_Result]:
        """Give the engine room a piece of work, when it takes one on."""
        while not self._stopping.wait(0):
            try:
                return work()
            except RoomBusy:
                self._stopping.wait(BUSY_SECONDS)
        raise LeaseLost

    def _renew(self, lease: _Lease) -> None:
        with self._database.writing() as connection:
            if not rankings.renew(connection, lease.key, lease.token, now(), LEASE_SECONDS):
                raise LeaseLost

    def _finish(self, ranking: StoredRanking, lease: _Lease, chosen: _Chosen | None) -> None:
        with self._database.writing() as connection:
            changes.hold(connection, ranking.tenant)
            found = matches.scored(connection, ranking.tenant, ranking.basis, ranking.pool_key)
            if chosen is not None:
                # Others may have matches of this basis, from a ranking of another pool.
                found = [each for each in found if each.candidate in chosen.keys]
            ordered = in_order(found)
            kept = ordered[: ranking.options["top"]]
            finished = Finished(
                pool_size=len(found) if chosen is None else chosen.pool_size,
                judged=len(found),
                inputs_digest=inputs_digest(found),
                result_digest=result_digest(ordered),
            )
            if not rankings.finish(connection, lease.key, lease.token, kept, finished, now()):
                raise LeaseLost


def in_order(found: Sequence[Scored]) -> list[Scored]:
    """Return matches best first, who is out last: by (out, -score, label, id)."""
    return sorted(found, key=lambda each: (each.band == OUT, -each.score, each.label, each.id))


def inputs_digest(found: Sequence[Scored]) -> str:
    """Return a digest of the candidates' files, whatever their order."""
    return hashlib.sha256(canonical(sorted(each.digest for each in found))).hexdigest()


def result_digest(ordered: Sequence[Scored]) -> str:
    """Return a digest of a ranking: files, scores and matches to the byte, in order."""
    places = [[each.digest, each.score, each.match_digest] for each in ordered]
    return hashlib.sha256(canonical(places)).hexdigest()
