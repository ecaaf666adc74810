"""Where and with what a figure was measured: machine, versions, digests.

Must not know what was measured.
"""

from __future__ import annotations

import os
import platform
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from data.source_digest import source_digest
from embeddings.identity import ModelIdentity
from matcher.weights import Weights

# What decides a ranking or its speed; one that is not installed is left out.
LIBRARIES = (
    "bm25s",
    "faiss-cpu",
    "ir-measures",
    "numpy",
    "onnxruntime",
    "openvino",
    "scikit-learn",
    "scipy",
    "sentence-transformers",
    "tokenizers",
    "torch",
    "transformers",
)
# What turns a role and a CV into a score.
CODE = ("matcher", "data.documents", "data.knowledge", "embeddings")


def environment(model: ModelIdentity, weights: Weights) -> dict[str, Any]:
    """Return the record that stands in every results file.

    Args:
        model: What made the vectors.
        weights: What the scores were made with.
    """
    return {
        "machine": machine(),
        "versions": versions(),
        "digests": {
            "code": source_digest(CODE),
            "model": model.as_dict(),
            "weights": {"name": weights.name, "digest": weights.digest},
        },
    }


def machine() -> dict[str, Any]:
    """Return the processor's name, how many this process may use, and memory in GiB."""
    pages, page = os.sysconf("SC_PHYS_PAGES"), os.sysconf("SC_PAGE_SIZE")
    return {
        "processor": processor(),
        "cores": len(os.sched_getaffinity(0)),
        "memory_gib": round(pages * page / 2**30, 1),
        "system": f"{platform.system()} {platform.machine()}",
    }


def processor(information: Path = Path("/proc/cpuinfo")) -> str:
    """Return the processor's name as Linux gives it; its architecture where it gives none."""
    try:
        lines = information.read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


def versions() -> Mapping[str, str]:
    """Return the version of Python and of each library that is installed."""
    found = {"python": platform.python_version()}
    for name in LIBRARIES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found
