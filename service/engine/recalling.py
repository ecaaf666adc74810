"""Recall over stored candidates: who of a very large pool comes close to a role.

Must not know how anybody is judged. What is kept between two rankings (indexes, texts) is derived
from the database and brought up to it before every search.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path

from embeddings.lexical import LexicalIndex
from embeddings.recall import recall
from matcher.meaning import phrases_of, whole
from matcher.types import Role
from service.engine.pool_index import PoolIndex, unit
from service.store import candidates, searching
from service.store.chunks import chunks
from service.store.database import Database
from service.store.packing import unpack
from service.watching import Identified

# Tenants whose indexes and texts are held at once: 10,000 candidates take half a gigabyte.
MOST_TENANTS = 2
# Texts that are read from the database in one look at it.
_AT_ONCE = 500


class _Held:
    """What is held of one tenant between two rankings."""

    def __init__(self, index: PoolIndex) -> None:
        self.index = index
        self.texts: dict[int, str] = {}
        # The last pool's words, and for which candidates at which change.
        self.words: tuple[tuple[int, tuple[int, ...]], LexicalIndex] | None = None


class StoredRecall:
    """Recall by meaning and by words over a tenant's candidates, or a pool of them.

    Args:
        database: The store.
        encoder: What turns phrases into vectors.
        data: The data directory, where indexes are saved; None to save none.
    """

    def __init__(self, database: Database, encoder: Identified, data: Path | None) -> None:
        self._database = database
        self._encoder = encoder
        self._data = data
        self._held: OrderedDict[int, _Held] = OrderedDict()

    def __call__(self, tenant: int, pool: int | None, role: Role, k: int) -> list[int]:
        """Return the keys of the ``k`` candidates of a pool who come closest, best first.

        Everybody is returned, in the order they came, where they are no more than ``k``.

        Args:
            tenant: Whose candidates.
            pool: Key of the pool; None for all of the tenant's.
            role: What they are wanted for.
            k: How many.

        Raises:
            StoreUnavailable: The database cannot be reached.
        """
        held = self._of(tenant)
        with self._database.reading() as connection:
            everybody = candidates.keys(connection, tenant)
            members = everybody if pool is None else candidates.keys(connection, tenant, pool)
            if len(members) <= k:
                return members
            changed = held.index.catch_up(connection)
        for key in list(held.texts) if changed is None else changed:
            held.texts.pop(key, None)
        held.index.save(self._database)
        phrases = phrases_of(role)
        among = None if len(members) == len(everybody) else held.index.passages_of(members)
        found = recall(
            held.index.vectors,
            self._words(tenant, held, members),
            unit(whole(self._encoder.encode(phrases))),
            "\n".join(phrases),
            k,
            among,
        )
        return [int(name) for name in found]

    def _of(self, tenant: int) -> _Held:
        if tenant not in self._held:
            index = PoolIndex(tenant, self._encoder.identity, self._data)
            self._held[tenant] = _Held(index)
        self._held.move_to_end(tenant)
        if len(self._held) > MOST_TENANTS:
            self._held.popitem(last=False)
        return self._held[tenant]

    def _words(self, tenant: int, held: _Held, members: Sequence[int]) -> LexicalIndex:
        asked = held.index.number, tuple(members)
        if held.words is not None and held.words[0] == asked:
            return held.words[1]
        held.words = None
        missing = [key for key in members if key not in held.texts]
        for some in chunks(missing, _AT_ONCE):
            # One look for each piece: a long one would keep SQLite's log from being emptied.
            with self._database.reading() as connection:
                rows = list(searching.records(connection, tenant, some))
            held.texts.update((key, _text(packed)) for key, packed in rows)
        there = {str(key): held.texts[key] for key in members if key in held.texts}
        held.words = asked, LexicalIndex(there)
        return held.words[1]


def _text(packed: bytes) -> str:
    """Return the words by which a candidate is found, as `matcher.meaning.told_by` has them."""
    record = unpack(packed)
    titles = [each["title"] for each in record["positions"] if each["title"]]
    return "\n".join([*(each["text"] for each in record["passages"]), *titles])
