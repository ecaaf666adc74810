"""Who calls.

Must not know what a caller may do where. A key comes as ``Authorization: Bearer rm_...``
(RFC 6750). While no key was ever made and the service listens on a loopback address it is open:
everybody is "local".
"""

from __future__ import annotations

from dataclasses import dataclass

from starlette.datastructures import Headers

from service.api.key_ring import KeyRing
from service.api.problems import KeyNeeded
from service.store.api_keys import SCOPES

LOCAL = "local"


@dataclass(frozen=True, slots=True)
class Caller:
    """Who calls.

    Attributes:
        tenant_id: The number of the tenant's row: what every store function filters by.
        tenant: The tenant's name.
        key_id: The public id of the key; None where none was asked for.
        actor: What stands as `by` in rows and records: the key's public id, or "local".
        scopes: What the caller may do.
        request: The id of the request.
    """

    tenant_id: int
    tenant: str
    key_id: str | None
    actor: str
    scopes: frozenset[str]
    request: str


async def identify(headers: Headers, keys: KeyRing, request: str) -> Caller:
    """Return who calls.

    Args:
        headers: The request's.
        keys: The keys there are.
        request: The request's id.

    Raises:
        KeyNeeded: No key was sent, or one that is not valid.
        StoreUnavailable: The database cannot be reached.
    """
    if await keys.is_open():
        tenant = await keys.default_tenant()
        return Caller(tenant.id, tenant.name, None, LOCAL, frozenset(SCOPES), request)
    scheme, _, secret = headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not secret.strip():
        raise KeyNeeded("Send a key as 'Authorization: Bearer rm_...'.")
    key = await keys.find(secret.strip())
    if key is None:
        raise KeyNeeded("The key is not valid; it may have been revoked.", "invalid_token")
    return Caller(key.tenant_id, key.tenant, key.public_id, key.public_id, key.scopes, request)
