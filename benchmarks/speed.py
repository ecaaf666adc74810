"""What ranking costs: the command from cold and warm, and each step's CVs per second.

    python -m benchmarks.speed ROLE CANDIDATES

Whole commands run as a user runs them, each in a process of its own with a new cache folder; the
steps run in this one. Figures depend on the machine: compare them within one run.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from data.documents import Reader
from embeddings.opening import open_encoder
from embeddings.passages import windows
from embeddings.store import CachedEncoder, VectorCache
from matcher.candidates.reader import read_candidate
from matcher.engine import Matcher
from matcher.weights import default_weights

AS_OF = date(2026, 11, 1)
COMMAND = Path(sys.executable).parent / "rolematch"


def seconds(action: Callable[[], object]) -> float:
    """Return how long an action takes, in seconds of wall-clock time."""
    began = time.perf_counter()
    action()
    return time.perf_counter() - began


def command(arguments: Sequence[str], cache: Path) -> float:
    """Return how long the installed command takes, in seconds."""
    environment = {**os.environ, "ROLEMATCH_CACHE": str(cache)}

    def run() -> None:
        subprocess.run(  # noqa: S603 - our own command
            [COMMAND, *arguments], env=environment, check=True, capture_output=True
        )

    return seconds(run)


def whole_commands(role: Path, candidates: Path) -> list[tuple[str, float]]:
    """Return the seconds of each command, and the peak memory of the largest in MB."""
    arguments = ["rank", "--role", str(role), "--candidates", str(candidates), "--format", "json"]
    with tempfile.TemporaryDirectory() as folder:
        cache = Path(folder)
        found = [
            ("rolematch --help, s", command(["--help"], cache)),
            ("rank, first time, s", command(arguments, cache)),
            ("rank, second time, s", command(arguments, cache)),
        ]
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return [*found, ("peak memory, MB", peak)]


def steps(role_text: str, candidates: Path) -> list[tuple[str, float]]:
    """Return CVs per second for each step, on one core unless a library takes more.

    Judging and scoring is all of `Matcher.rank`; held is what candidates that are kept in memory
    take: their standings without explanations, and the same role's once more.
    """
    paths = sorted(path for path in candidates.iterdir() if path.is_file())
    with Reader() as reader:
        began = time.perf_counter()
        documents = [reader.read(path) for path in paths]
        reading = time.perf_counter() - began
    began = time.perf_counter()
    pool = [read_candidate(each.name, each.text, windows, AS_OF) for each in documents]
    facts = time.perf_counter() - began
    encoder = open_encoder()
    encoder.encode(["one text, so that loading the model is not counted"])
    passages = [passage.text for each in pool for passage in each.passages]
    embedding = seconds(lambda: encoder.encode(passages))
    with tempfile.TemporaryDirectory() as folder:
        kept = CachedEncoder(encoder, VectorCache(Path(folder) / "vectors.sqlite"))
        matcher = Matcher(kept, windows, default_weights(), AS_OF)
        role = matcher.read_role("role", role_text)
        matcher.rank(role, pool)
        ranking = seconds(lambda: matcher.rank(role, pool))
        members = matcher.prepare(pool)
        deciding = seconds(lambda: matcher.standings(role, members))
        again = seconds(lambda: matcher.standings(role, members))
    count = len(pool)
    return [
        ("reading, CVs/s", count / reading),
        ("facts and layout, CVs/s", count / facts),
        ("embedding, CVs/s", count / embedding),
        ("embedding, passages/s", len(passages) / embedding),
        ("judging and scoring, CVs/s", count / ranking),
        ("held, unexplained, CVs/s", count / deciding),
        ("held, asked again, CVs/s", count / again),
    ]


def main(arguments: Sequence[str]) -> int:
    """Print the figures as two columns."""
    role, candidates = Path(arguments[0]), Path(arguments[1])
    with Reader() as reader:
        role_text = reader.read(role).text
    for name, value in [*whole_commands(role, candidates), *steps(role_text, candidates)]:
        print(f"{name:28} {value:9.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
