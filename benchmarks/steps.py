"""What each step from files to explained matches takes, beside the pipeline of the tutorials.

That pipeline encodes whole CVs with sentence-transformers, puts them into a flat faiss index and
searches it with the whole role. It answers another question (which CVs sound like the role) and is
here for its price alone. Must not know how the times are kept.
"""

from __future__ import annotations

import compileall
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import faiss
import numpy as np

from benchmarks.collaborators import AS_OF, shipped_mentions
from benchmarks.timing import Spent, spent, spent_by_children
from data.documents import Document, Reader
from embeddings.faiss_index import FaissIndex
from embeddings.opening import open_encoder
from embeddings.passages import windows
from embeddings.recall import passage_id
from matcher.candidates.reader import read_candidate
from matcher.engine import Matcher
from matcher.pool import Pool
from matcher.types import Candidate, Role
from matcher.weights import default_weights

ROOT = Path(__file__).resolve().parents[1]
COMMAND = Path(sys.executable).parent / "rolematch"
BEST = 50


@dataclass(frozen=True, slots=True)
class Steps:
    """What the steps took, and what they made, for whoever goes on from there.

    Attributes:
        took: By step, in the order they are taken.
        matcher: Its encoder has encoded all that it is asked for.
        role: As it was read.
        pool: The candidates.
        passages: Theirs, each once.
    """

    took: dict[str, Spent]
    matcher: Matcher
    role: Role
    pool: Pool
    passages: tuple[str, ...]


def read_all(paths: Sequence[Path]) -> list[Document]:
    """Return the documents of some files."""
    with Reader() as reader:
        return [reader.read(path) for path in paths]


def steps(role_text: str, paths: Sequence[Path]) -> Steps:
    """Return what each step takes, on one core unless a library takes more."""
    took: dict[str, Spent] = {}
    documents: list[Document] = []
    candidates: list[Candidate] = []
    classify = shipped_mentions().classify
    classify([("time", ("one text, so that loading is over", 0, 3))])
    took["reading"] = spent(lambda: documents.extend(read_all(paths)))
    took["facts"] = spent(
        lambda: candidates.extend(
            read_candidate(str(n), each.text, windows, AS_OF, classify)
            for n, each in enumerate(documents)
        )
    )
    encoder = open_encoder()
    encoder.encode(["one text, so that loading is over"])
    texts = tuple(dict.fromkeys(text.text for each in candidates for text in each.passages))
    took["embedding"] = spent(lambda: encoder.encode(texts))
    matcher = Matcher(_Known(encoder), windows, default_weights(), AS_OF)
    role = matcher.read_role("role", role_text)
    pool = matcher.prepare(candidates)
    index = FaissIndex(encoder.identity)
    rows = {
        passage_id(one.candidate.id, n): vector
        for one in pool
        for n, vector in enumerate(one.vectors.passages.astype(np.float32))
    }
    unit = np.stack(list(rows.values()))
    faiss.normalize_L2(unit)
    took["index"] = spent(lambda: index.add(list(rows), unit))
    took["search"] = spent(lambda: index.search(unit[:1], BEST), repeat=5)
    took["ranking"] = spent(lambda: matcher.standings(role, pool))
    took["ranking_again"] = spent(lambda: matcher.standings(role, pool), repeat=3)
    took["explaining"] = spent(lambda: matcher.explain(role, pool))
    return Steps(took, matcher, role, pool, texts)


class _Known:
    """An encoder that keeps every vector it made."""

    def __init__(self, encoder: Any) -> None:
        self._encoder = encoder
        self._known: dict[str, Any] = {}

    def encode(self, texts: Sequence[str]) -> Any:
        missing = list(dict.fromkeys(text for text in texts if text not in self._known))
        if missing:
            self._known.update(zip(missing, self._encoder.encode(missing), strict=True))
        return np.stack([self._known[text] for text in texts])


def whole_commands(role: Path, candidates: Path) -> dict[str, Any]:
    """Return what the installed command takes, with a new cache and again, and its peak memory.

    The code is compiled to bytecode first, as it is on whatever machine has run it before.
    """
    for package in ("data", "embeddings", "matcher", "service"):
        compileall.compile_dir(ROOT / package, quiet=2)
    arguments = ["rank", "--role", str(role), "--candidates", str(candidates), "--format", "json"]
    with tempfile.TemporaryDirectory() as folder:
        took = {
            "help": _command(["--help"], folder),
            "first": _command(arguments, folder),
            "again": _command(arguments, folder),
        }
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    return {**{name: each.as_dict() for name, each in took.items()}, "peak_bytes": peak}


def _command(arguments: Sequence[str], cache: str) -> Spent:
    environment = {**os.environ, "ROLEMATCH_CACHE": cache}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return spent_by_children(
        lambda: subprocess.run(  # noqa: S603 - our own command
            [COMMAND, *arguments], env=environment, check=True, capture_output=True
        )
    )
