"""What ranking one role costs as the pool grows, beside a flat index of whole CVs.

Large pools are resampled from a small one: each candidate has the facts of a real one, and vectors
of its own, drawn from that one's passages and moved a little. So numbers do not repeat, while
verdicts do, which nothing here makes use of, and titles, which are compared once each: 10,000
candidates of whom no two share a title take 0.08 s more. A pool that would not fit into half of the
memory that is free, or take longer than is left, is not run, and the result says so.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import faiss
import numpy as np
from numpy.typing import NDArray

from benchmarks.timing import Spent, available, resident, spent
from matcher.engine import Matcher
from matcher.meaning import SCALE, Vectors, whole
from matcher.members import Member
from matcher.pool import Pool
from matcher.types import Role

SEED = 7
# Vectors that are moved anew for each passage of a real CV; a pool draws from them.
COPIES = 40
MOVED = 0.01
EXPLAINED = 50
# The largest pool in which everybody is judged besides, to show what that would take.
ALL_JUDGED = 10_000
# Bytes that the product is measured on which bounds every ranking: more than any cache holds.
MEASURED = 400_000_000

Matrix = NDArray[np.float32]


def growth(
    matcher: Matcher, role: Role, members: Sequence[Member], sizes: Sequence[int], seconds: float
) -> dict[str, Any]:
    """Return what ranking takes for each size, and how it grows.

    Args:
        matcher: Ranks.
        role: What is asked.
        members: Real candidates, to resample.
        sizes: Of the pools, ascending.
        seconds: How long all of it may take at most, in whole pools.
    """
    ends = time.monotonic() + seconds
    bandwidth = _bandwidth(_dimension(members))
    rows: list[dict[str, Any]] = []
    not_run: dict[str, str] = {}
    moved = _moved(members)
    for size in sizes:
        if reason := _reason(rows, size, ends - time.monotonic()):
            not_run[str(size)] = reason
            continue
        rows.append(_row(matcher, role, members, moved, size, bandwidth))
    return {
        "rows": rows,
        "not_run": not_run,
        "bytes_per_second": round(bandwidth),
        "exponents": {
            name: _exponent(rows, name) for name in ("first", "again", "everybody", "plain_search")
        },
    }


def _dimension(members: Sequence[Member]) -> int:
    return int(members[0].vectors.passages.shape[1])


def _reason(rows: Sequence[dict[str, Any]], size: int, left: float) -> str:
    """Return why a pool of a size is not run, or nothing; told by the largest pool before it."""
    if not rows:
        return ""
    last = rows[-1]
    need, free = last["bytes_per_candidate"] * size, available() / 2
    if need > free:
        return f"needs {need / 1e9:.1f} GB; half of what is free is {free / 1e9:.1f} GB"
    takes = last["whole_seconds"] * size / last["candidates"]
    if takes > left:
        return f"would take about {takes:.0f} s; {max(left, 0):.0f} s are left for this part"
    return ""


def _row(
    matcher: Matcher,
    role: Role,
    members: Sequence[Member],
    moved: Sequence[NDArray[np.int16]],
    size: int,
    bandwidth: float,
) -> dict[str, Any]:
    """Return the figures of one pool."""
    began, before = time.monotonic(), resident()
    pool = Pool(list(_resampled(members, moved, size)))
    # A small pool may fit into memory that was held before, but never into less than its vectors.
    vectors = sum(each.vectors.passages.nbytes for each in pool)
    bytes_each = max(resident() - before, vectors) / size

    def rank() -> None:
        matcher.shortlist(role, pool, EXPLAINED)

    first = spent(rank)
    again = spent(rank, repeat=3)
    passages = sum(len(each.vectors.passages) for each in pool)
    limit = passages * _dimension(members) * np.dtype(np.int16).itemsize / bandwidth
    return {
        "candidates": size,
        "passages": passages,
        "first": first.as_dict(),
        "again": again.as_dict(),
        "everybody": _everybody(matcher, role, pool),
        "bytes_per_candidate": round(bytes_each),
        "limit_seconds": round(limit, 6),
        "share_of_limit": round(limit / again.clock, 4),
        **_plain(members, size),
        "whole_seconds": round(time.monotonic() - began, 1),
    }


def _everybody(matcher: Matcher, role: Role, pool: Pool) -> dict[str, float] | None:
    """Return what it takes to judge every candidate; None of a pool too large for a short run."""
    if len(pool) > ALL_JUDGED:
        return None
    return spent(lambda: matcher.standings(role, Pool(pool))).as_dict()


def _moved(members: Sequence[Member]) -> list[NDArray[np.int16]]:
    """Return vectors near each candidate's passages: shape (COPIES, passages, dimension) each."""
    random = np.random.default_rng(SEED)
    return [_near(each.vectors.passages, random) for each in members]


def _near(rows: NDArray[np.int16], random: np.random.Generator) -> NDArray[np.int16]:
    shape = (COPIES, *rows.shape)
    near = rows / np.float32(SCALE) + random.normal(0, MOVED, shape).astype(np.float32)
    return whole(near / np.linalg.norm(near, axis=-1, keepdims=True))


def _resampled(
    members: Sequence[Member], moved: Sequence[NDArray[np.int16]], size: int
) -> Iterator[Member]:
    """Yield ``size`` candidates with the facts of real ones and passages drawn apart."""
    random = np.random.default_rng(SEED + size)
    for number, drawn in enumerate(random.integers(0, len(members), size)):
        one, copies = members[drawn], moved[drawn]
        count = copies.shape[1]
        passages = copies[random.integers(0, COPIES, count), np.arange(count)]
        yield replace(
            one,
            candidate=replace(one.candidate, id=f"{number:07}"),
            vectors=Vectors(passages, one.vectors.titles.copy()),
        )


def _plain(members: Sequence[Member], size: int) -> dict[str, Any]:
    """Return what a flat index of one vector for each CV takes: the pipeline of the tutorials."""
    random = np.random.default_rng(SEED)
    own = np.stack([each.vectors.passages.mean(axis=0) for each in members]).astype(np.float32)
    rows = own[random.integers(0, len(own), size)]
    rows += random.normal(0, MOVED * SCALE, rows.shape).astype(np.float32)
    faiss.normalize_L2(rows)
    index = faiss.IndexFlatIP(rows.shape[1])
    build: Spent = spent(lambda: index.add(rows))
    search = spent(lambda: index.search(rows[:1], EXPLAINED), repeat=5)
    return {"plain_build": build.as_dict(), "plain_search": search.as_dict()}


def _bandwidth(dimension: int) -> float:
    """Return the bytes a second that one matrix-vector product reads: no ranking can be faster."""
    rows = MEASURED // (dimension * 4)
    matrix = np.random.default_rng(SEED).random((rows, dimension), np.float32)
    vector = np.ones(dimension, np.float32)
    return matrix.nbytes / spent(lambda: matrix @ vector, repeat=5).clock


def _exponent(rows: Sequence[dict[str, Any]], name: str) -> float | None:
    """Return the slope of log time over log size, by least squares; None below two sizes."""
    known = [row for row in rows if row[name] is not None]
    if len(known) < 2:
        return None
    sizes = np.log([row["candidates"] for row in known])
    times = np.log([max(row[name]["processor_seconds"], 1e-6) for row in known])
    return round(float(np.polyfit(sizes, times, 1)[0]), 2)
