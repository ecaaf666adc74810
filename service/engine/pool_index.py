"""The vectors of a tenant's candidates, searchable: derived from the database, and kept up with it.

Must not know what is searched for. Whoever is erased or read anew leaves the index before the next
search; a saved index is used only as far as the database's changes and contents bear it out.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

from embeddings.faiss_index import FaissIndex
from embeddings.identity import ModelIdentity
from embeddings.recall import passage_id
from service.engine import index_files
from service.engine.index_files import Saved, Unusable
from service.store import changes, searching
from service.store.chunks import chunks
from service.store.database import Database

# An index that is as many changes behind is saved again: a twentieth of its candidates, or more.
SAVE_AFTER, SAVE_SHARE = 100, 20
_AT_ONCE = 2000

logger = logging.getLogger(__name__)


class PoolIndex:
    """A tenant's index in this process.

    Args:
        tenant: Whose candidates are in it.
        identity: The model whose vectors are in it.
        data: The data directory, where it is saved; None to save it nowhere.
    """

    def __init__(self, tenant: int, identity: ModelIdentity, data: Path | None = None) -> None:
        self._tenant = tenant
        self._identity = identity
        self._data = data
        self._now: Saved | None = None
        # Passages in the index, by candidate.
        self._sizes: dict[int, int] = {}
        self._saved_at: int | None = None

    @property
    def vectors(self) -> FaissIndex:
        """The vectors of passages and titles, under the ids of `embeddings.recall.passage_id`."""
        return self._opened().index

    @property
    def number(self) -> int:
        """The tenant's change the index is up to."""
        return self._opened().number

    def passages_of(self, keys: Iterable[int]) -> list[str]:
        """Return the ids of the passages of these candidates."""
        return [passage_id(str(key), n) for key in keys for n in range(self._sizes.get(key, 0))]

    def catch_up(self, connection: Connection) -> set[int] | None:
        """Bring the index to the state of the database that a reading connection sees.

        Returns:
            Who came, changed or went since the last time; None where that could be anybody.
        """
        if self._now is not None:
            return self._follow(connection)
        self._start(connection)
        return None

    def save(self, database: Database) -> bool:
        """Save the index where that is worth while; return whether it was saved."""
        now = self._opened()
        behind = None if self._saved_at is None else now.number - self._saved_at
        most = max(SAVE_AFTER, len(self._sizes) // SAVE_SHARE)
        if self._data is None or (behind is not None and 0 <= behind < most):
            return False

        def is_fresh() -> bool:
            with database.reading() as connection:
                return not changes.erased_since(connection, self._tenant, now.number)

        try:
            saved = index_files.save(self._data, self._tenant, now, is_fresh)
        except OSError as error:
            logger.warning("an index cannot be saved (%s)", type(error).__name__)
            return False
        if saved:
            self._saved_at = now.number
        return saved

    def _opened(self) -> Saved:
        if self._now is None:
            raise RuntimeError("an index is caught up before it is used")
        return self._now

    def _start(self, connection: Connection) -> None:
        """Take up what is saved, or begin anew."""
        if self._data is None:
            self._rebuild(connection, "none is saved here")
            return
        try:
            saved = index_files.load(self._data, self._tenant, self._identity)
        except Unusable as reason:
            self._rebuild(connection, str(reason))
            return
        self._now, self._saved_at = saved, saved.number
        self._sizes = _sizes(saved.index)
        self._follow(connection)

    def _follow(self, connection: Connection) -> set[int] | None:
        now = self._opened()
        latest = changes.latest(connection, self._tenant)
        if now.number > latest:
            # The database is an older one that was put back.
            self._rebuild(connection, "ahead of the database")
            return None
        since = changes.since(connection, self._tenant, now.number)
        changed = {each.candidate for each in since}
        self._take_out(changed)
        self._put_in(connection, sorted(changed))
        self._now = Saved(now.index, latest)
        if any(each.erased for each in since):
            # What is saved still holds them.
            self._saved_at = None
        if self._sizes != self._stored(connection):
            self._rebuild(connection, "at odds with the database")
            return None
        return changed

    def _rebuild(self, connection: Connection, reason: str) -> None:
        logger.info("the index of tenant %d is built anew: %s", self._tenant, reason)
        latest = changes.latest(connection, self._tenant)
        self._now, self._sizes, self._saved_at = Saved(FaissIndex(self._identity), latest), {}, None
        self._put_in(connection, sorted(self._stored(connection)))

    def _take_out(self, keys: Collection[int]) -> None:
        self.vectors.remove(self.passages_of(keys))
        for key in keys:
            self._sizes.pop(key, None)

    def _put_in(self, connection: Connection, keys: list[int]) -> None:
        for some in chunks(keys, _AT_ONCE):
            found = dict(searching.told(connection, self._tenant, self._identity.key, some))
            counts = {key: count for key in found if (count := self._count(len(found[key])))}
            self._sizes |= counts
            rows = np.frombuffer(b"".join(found[key] for key in counts), "<i2")
            vectors = unit(rows.reshape(-1, self._identity.dimension))
            self.vectors.add(self.passages_of(counts), vectors)

    def _count(self, size: int) -> int:
        """Return how many vectors so many bytes are, 0 where they do not fit the model."""
        count, rest = divmod(size, 2 * self._identity.dimension)
        return 0 if rest else count

    def _stored(self, connection: Connection) -> dict[int, int]:
        """Return how many passages each candidate in the database has."""
        sizes = searching.sizes(connection, self._tenant, self._identity.key)
        return {key: count for key, size in sizes.items() if (count := self._count(size))}


def unit(rows: NDArray[np.int16]) -> NDArray[np.float32]:
    """Return whole numbers of 1/`matcher.meaning.SCALE`, row by row, as vectors of length 1.

    Each row is divided by its own length, so that rounding, which made it a little longer or
    shorter than 1, changes no order by length; a row of zeros stays. Equal rows stay equal.
    """
    vectors = rows.astype(np.float32)
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True).astype(np.float32)
    lengths[lengths == 0] = 1
    vectors /= lengths
    return vectors


def _sizes(index: FaissIndex) -> dict[int, int]:
    """Return how many passages each candidate has in an index that was saved."""
    sizes: dict[int, int] = {}
    for name in index.ids:
        key = int(name.partition("\0")[0])
        sizes[key] = sizes.get(key, 0) + 1
    return sizes
