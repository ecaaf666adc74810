"""CVs that were read into the store: once each, however often they are sent.

Must not know who sent them or how they were read.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from sqlalchemy import Connection

from service.engine.records import ReadCv
from service.store import candidates, changes, pools, retention
from service.store.candidates import NewCandidate, StoredCandidate
from service.work.clock import now

_LONGEST = 200


class ExternalIdTaken(Exception):
    """The caller's id is that of another candidate, or the CV is stored under another id."""


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sends a CV, and what they call it.

    Attributes:
        actor: Whose name stands beside what is stored.
        external_id: Their own id for the candidate, or None.
        label: What they call the CV.
        pool: Key of the pool it goes into, or None.
    """

    actor: str
    external_id: str | None
    label: str
    pool: int | None = None


def label_of(name: str) -> str:
    """Return what to call a CV that came as a file of this name: the name without its ending."""
    stem = PurePosixPath(name.replace("\\", "/")).stem
    shown = "".join(sign if sign.isprintable() else "?" for sign in stem).strip()
    return shown[:_LONGEST] or "unnamed"


def store_cv(
    connection: Connection, tenant: int, read: ReadCv, sender: Sender
) -> tuple[StoredCandidate, bool]:
    """Store a CV in the caller's transaction.

    The same bytes are one candidate: sent again, they are found, not stored, and go into the
    pool that is asked for this time.

    Returns:
        The candidate, and whether it is new.

    Raises:
        ExternalIdTaken: The caller's id is that of another candidate, or the CV is stored under
            another id.
    """
    # First of all, as a batch's worker does: the same CV may come in both ways at once, and each
    # would wait for the other.
    changes.hold(connection, tenant)
    at = now()
    new = NewCandidate(
        external_id=sender.external_id,
        label=sender.external_id or sender.label,
        media_type=read.media_type,
        digest=read.digest,
        record=read.record,
        read_with=read.read_with,
        as_of=read.as_of,
        model=read.model,
        passages=read.passages,
        titles=read.titles,
        marks=read.marks,
    )
    expires = retention.expiry(retention.days(connection, tenant), at)
    stored = candidates.add(connection, tenant, new, by=sender.actor, now=at, expires_at=expires)
    created = stored is not None
    if stored is None:
        stored = _there(connection, tenant, read.digest, sender.external_id)
    if sender.pool is not None:
        pools.put(connection, tenant, sender.pool, [stored.key])
    return stored, created


def _there(
    connection: Connection, tenant: int, digest: str, external_id: str | None
) -> StoredCandidate:
    """Return the candidate that stands in the way of a new one, if it is the same one."""
    same = candidates.by_digest(connection, tenant, digest)
    if same is None:
        raise ExternalIdTaken(
            f"the external id {external_id!r} belongs to a candidate with another CV; erase that "
            "one first, or send this CV under an id of its own"
        )
    if external_id in (None, same.external_id):
        return same
    if same.external_id is None and not candidates.by_external_id(connection, tenant, external_id):
        candidates.name(connection, tenant, same.key, external_id)
        return replace(same, external_id=external_id, label=external_id)
    raise ExternalIdTaken(
        f"the same CV is stored already, as candidate {same.id}; its external id is "
        f"{same.external_id!r}"
    )
