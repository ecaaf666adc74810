"""Which key a secret is, remembered for a few seconds.

Must not know HTTP. Every process remembers for itself: a key that was revoked, and a service that
was open until its first key was made, are known everywhere `REMEMBERED_SECONDS` later at most.
"""

from __future__ import annotations

import time

from anyio import to_thread

from service.store import api_keys, tenants
from service.store.api_keys import ApiKey, digest_of
from service.store.database import Database
from service.store.tenants import Tenant

REMEMBERED_SECONDS = 3.0
# More active keys than this are looked up more often.
REMEMBERED_AT_MOST = 10_000


class KeyRing:
    """The keys of a database.

    Args:
        database: Where they are.
        may_be_open: Whether the service is open to everybody while no key was ever made.
    """

    def __init__(self, database: Database, *, may_be_open: bool) -> None:
        self._database = database
        self._keys: dict[str, tuple[ApiKey, float]] = {}
        self._may_be_open = may_be_open
        self._open: tuple[bool, float] = (False, 0.0)
        self._default: Tenant | None = None

    async def find(self, secret: str) -> ApiKey | None:
        """Return the key, or None where it is none or was revoked.

        The same work is done for every secret: it is hashed and the hash is looked up, and what
        the time of a look-up gives away of a hash helps nobody to guess 256 bits.

        Raises:
            StoreUnavailable: The database cannot be reached.
        """
        digest = digest_of(secret)
        known = self._keys.get(digest)
        if known is not None and time.monotonic() < known[1]:
            return known[0]
        key = await to_thread.run_sync(self._read_key, digest)
        self._keys.pop(digest, None)
        if key is not None:
            if len(self._keys) >= REMEMBERED_AT_MOST:
                self._keys.clear()
            self._keys[digest] = (key, time.monotonic() + REMEMBERED_SECONDS)
        return key

    async def is_open(self) -> bool:
        """Return whether no key is asked for: none was ever made, and only we can call.

        A key that was revoked still counts: who takes the last key away wants nobody in.

        Raises:
            StoreUnavailable: The database cannot be reached.
        """
        if not self._may_be_open:
            return False
        answer, until = self._open
        if time.monotonic() >= until:
            answer = await to_thread.run_sync(self._read_open)
            self._open = (answer, time.monotonic() + REMEMBERED_SECONDS)
            # Once a key was made, no time without keys comes back.
            self._may_be_open = answer
        return answer

    async def default_tenant(self) -> Tenant:
        """Return whose data it is while the service is open.

        Raises:
            StoreUnavailable: The database cannot be reached.
        """
        if self._default is None:
            self._default = await to_thread.run_sync(self._ensure_default)
        return self._default

    def _read_key(self, digest: str) -> ApiKey | None:
        with self._database.reading() as connection:
            return api_keys.find(connection, digest)

    def _read_open(self) -> bool:
        with self._database.reading() as connection:
            return not api_keys.any_ever(connection)

    def _ensure_default(self) -> Tenant:
        with self._database.reading() as connection:
            found = tenants.find(connection, tenants.DEFAULT)
        if found is not None:
            return found
        with self._database.writing() as connection:
            return tenants.ensure(connection, tenants.DEFAULT)
