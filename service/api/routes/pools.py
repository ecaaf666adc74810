"""Pools: candidates under a name."""

from __future__ import annotations

from fastapi import APIRouter, Response
from sqlalchemy import Connection

from service.api.dependencies import StoreDep
from service.api.models.fields import CandidateId, PoolId
from service.api.models.pools import Members, PoolIn, PoolOut
from service.api.noting import note
from service.api.pages import Cursor, Limit, Page, cursor_of, place_of
from service.api.problems import NotFound, Unprocessable
from service.api.routes.candidates import NO_POOL, there
from service.api.security import Caller, Reader, Writer
from service.store import candidates, pools
from service.store.pools import StoredPool
from service.work.clock import now

router = APIRouter(prefix="/v1/pools", tags=["pools"])


@router.post(
    "",
    status_code=201,
    responses={200: {"model": PoolOut, "description": "A pool of this name was here already."}},
)
def create_pool(form: PoolIn, store: StoreDep, caller: Writer, response: Response) -> PoolOut:
    """Make a pool; one of the same name is found, not made again."""
    with store.writing() as connection:
        pool, created = pools.create(connection, caller.tenant_id, form.name, now())
        if created:
            note(connection, caller, "pool.created", pool.id)
    response.status_code = 201 if created else 200
    response.headers["Location"] = f"/v1/pools/{pool.id}"
    return PoolOut.model_validate(pool)


@router.get("")
def list_pools(
    store: StoreDep, caller: Reader, limit: Limit = 50, cursor: Cursor = None
) -> Page[PoolOut]:
    """List pools in the order they came."""
    with store.reading() as connection:
        found = pools.page(connection, caller.tenant_id, place_of(cursor) or 0, limit + 1)
    shown = found[:limit]
    return Page[PoolOut](
        items=[PoolOut.model_validate(each) for each in shown],
        next=cursor_of(shown[-1].key) if len(found) > limit else None,
    )


@router.get("/{pool_id}")
def read_pool(pool_id: PoolId, store: StoreDep, caller: Reader) -> PoolOut:
    """Return a pool; its candidates are listed by `GET /v1/candidates?pool=`."""
    with store.reading() as connection:
        return PoolOut.model_validate(_there(connection, caller, pool_id))


@router.delete("/{pool_id}", status_code=204)
def delete_pool(pool_id: PoolId, store: StoreDep, caller: Writer) -> None:
    """Delete a pool; its candidates stay."""
    with store.writing() as connection:
        if not pools.remove(connection, caller.tenant_id, pool_id):
            raise NotFound(NO_POOL)
        note(connection, caller, "pool.deleted", pool_id)


@router.post("/{pool_id}/candidates")
def add_to_pool(pool_id: PoolId, form: Members, store: StoreDep, caller: Writer) -> PoolOut:
    """Put candidates into a pool: all of them, or none where one is unknown."""
    with store.writing() as connection:
        pool = _there(connection, caller, pool_id)
        keys = candidates.keys_of(connection, caller.tenant_id, form.candidates)
        if len(keys) < len(set(form.candidates)):
            raise Unprocessable("One of the candidates does not exist; nobody was put in.")
        pools.put(connection, caller.tenant_id, pool.key, keys)
        note(connection, caller, "pool.changed", pool_id, added=len(keys))
        return PoolOut.model_validate(_there(connection, caller, pool_id))


@router.delete("/{pool_id}/candidates/{candidate_id}", status_code=204)
def take_out_of_pool(
    pool_id: PoolId, candidate_id: CandidateId, store: StoreDep, caller: Writer
) -> None:
    """Take a candidate out of a pool; who is not in it is not there."""
    with store.writing() as connection:
        pool = _there(connection, caller, pool_id)
        candidate = there(connection, caller, candidate_id)
        if not pools.take_out(connection, pool.key, candidate.key):
            raise NotFound("The candidate is not in the pool.")
        note(connection, caller, "pool.changed", pool_id, removed=1)


def _there(connection: Connection, caller: Caller, pool_id: str) -> StoredPool:
    found = pools.by_id(connection, caller.tenant_id, pool_id)
    if found is None:
        raise NotFound(NO_POOL)
    return found
