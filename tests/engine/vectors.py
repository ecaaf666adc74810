"""Candidates in the store whose vectors one can write down."""

from __future__ import annotations

import os
from dataclasses import replace

import numpy as np
from sqlalchemy import Connection

from matcher.meaning import SCALE
from service.store import candidates
from service.store.candidates import NewCandidate
from tests.fakes import identity
from tests.store import people

MODEL = identity(3)
X, Y, Z = (1, 0, 0), (0, 1, 0), (0, 0, 1)


def packed(*rows: tuple[float, ...]) -> bytes:
    """Return vectors as the store keeps them."""
    return np.rint(np.array(rows) * SCALE).astype("<i2").tobytes()


def cv(*rows: tuple[float, ...]) -> NewCandidate:
    """Return a CV whose passages have these vectors."""
    word = os.urandom(6).hex()
    return replace(people.new(word), model=MODEL.key, passages=packed(*rows), titles=b"")


def put(connection: Connection, tenant: int, *rows: tuple[float, ...]) -> tuple[int, str]:
    """Store a candidate; return their key and id."""
    stored = candidates.add(connection, tenant, cv(*rows), by="k_1", now=people.NOW)
    assert stored is not None
    return stored.key, stored.id
