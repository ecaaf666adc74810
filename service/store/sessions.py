"""Sessions of the web pages: who is signed in, with which key, and until when.

Must not know HTTP. What the cookie holds is never stored, only its digest, as with keys.
"""

from __future__ import annotations

import secrets
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from service.store import api_keys
from service.store.api_keys import ApiKey, digest_of
from service.store.schema import api_keys as keys
from service.store.schema import sessions


def begin(connection: Connection, key: ApiKey, expires_at: datetime) -> str:
    """Begin a session with a key; return what the cookie is to hold, which is not kept."""
    token = secrets.token_urlsafe(32)
    number = select(keys.c.id).where(keys.c.public_id == key.public_id).scalar_subquery()
    connection.execute(
        insert(sessions).values(key_id=number, digest=digest_of(token), expires_at=expires_at)
    )
    return token


def find(connection: Connection, token: str, now: datetime) -> ApiKey | None:
    """Return the key of a session that goes on; None where it ended or the key was revoked."""
    wanted = (
        select(keys.c.digest)
        .join(sessions, sessions.c.key_id == keys.c.id)
        .where(sessions.c.digest == digest_of(token), sessions.c.expires_at > now)
    )
    digest = connection.execute(wanted).scalar_one_or_none()
    return None if digest is None else api_keys.find(connection, digest)


def end(connection: Connection, token: str) -> None:
    """End a session."""
    connection.execute(delete(sessions).where(sessions.c.digest == digest_of(token)))


def sweep(connection: Connection, now: datetime) -> int:
    """Delete the sessions whose time is up; return how many there were."""
    return connection.execute(delete(sessions).where(sessions.c.expires_at <= now)).rowcount
