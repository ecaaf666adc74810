"""The same ranking again and again: in other processes, orders, threads and batches, to the byte.

    python -m benchmarks.repeats BACKEND THREADS BATCH SEED RUNS

is one of those processes; it prints a digest a run. Must not know what a ranking says.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.collaborators import shipped_matcher
from benchmarks.people import sample_people, sample_roles
from embeddings.encoder import Encoder
from embeddings.opening import open_encoder
from embeddings.openvino_library import is_installed
from matcher.wire import plain

BATCHES = (1, 7)
_CVS = 6
_ROLES = 2
_MOST_SECONDS = 1800


@dataclass(frozen=True, slots=True)
class Repeats:
    """Runs of one backend.

    Attributes:
        backend: What computed the vectors.
        runs: How many rankings were made.
        settings: In how many combinations of threads and batch size, each a process of its own
            with another hash seed.
        digests: The different results, as SHA-256 of their bytes; one where all are the same.
    """

    backend: str
    runs: int
    settings: int
    digests: frozenset[str]

    def as_dict(self) -> dict[str, Any]:
        """Return the figures as they are kept, without the backend."""
        return {
            "runs": self.runs,
            "settings": self.settings,
            "different_results": len(self.digests),
        }


@dataclass(frozen=True, slots=True)
class _InBatches:
    """An encoder that is asked for a few texts at a time."""

    encoder: Encoder
    size: int

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one row for each text."""
        parts = [texts[at : at + self.size] for at in range(0, len(texts), self.size)]
        rows = [self.encoder.encode(part) for part in parts] or [self.encoder.encode([])]
        return np.concatenate(rows)


def installed_backends() -> tuple[str, ...]:
    """Return the backends that are installed, the one that is taken by default first."""
    return ("openvino", "torch") if is_installed() else ("torch",)


def repeats(backend: str, runs: int) -> Repeats:
    """Rank a few samples again and again with a backend.

    Args:
        backend: Which.
        runs: At least so many, each in an order of its own.
    """
    threads = (1, len(os.sched_getaffinity(0)))
    settings = list(product(threads, BATCHES))
    each = -(-runs // len(settings))
    found = [
        digest
        for seed, (cores, batch) in enumerate(settings)
        for digest in _in_a_process(backend, cores, batch, seed, each)
    ]
    return Repeats(backend, len(found), len(settings), frozenset(found))


def _in_a_process(backend: str, cores: int, batch: int, seed: int, runs: int) -> list[str]:
    arguments = [backend, *map(str, (cores, batch, seed, runs))]
    ended = subprocess.run(  # noqa: S603 - this very module
        [sys.executable, "-m", __spec__.name, *arguments],
        env={**os.environ, "PYTHONHASHSEED": str(seed)},
        capture_output=True,
        text=True,
        check=True,
        timeout=_MOST_SECONDS,
    )
    return ended.stdout.split()


def digests(backend: str, batch: int, seed: int, runs: int) -> Iterator[str]:
    """Yield the digest of the samples' ranking, the vectors computed anew for each."""
    encoder = _InBatches(open_encoder(backend=backend), batch)
    matcher = shipped_matcher(encoder)
    people = sample_people().first(_CVS)
    roles = sample_roles(matcher)[:_ROLES]
    lot = random.Random(seed)  # noqa: S311 - an order, not a secret
    for _ in range(runs):
        names = sorted(people.texts)
        lot.shuffle(names)
        pool = [matcher.read_candidate(name, people.texts[name]) for name in names]
        matches = [plain(match) for role in roles for match in matcher.rank(role, pool)]
        yield hashlib.sha256(json.dumps(matches).encode()).hexdigest()


def main(arguments: Sequence[str]) -> int:
    """Print a digest a run, on so many cores."""
    cores, batch, seed, runs = map(int, arguments[1:])
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cores])
    for digest in digests(arguments[0], batch, seed, runs):
        print(digest)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
