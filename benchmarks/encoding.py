"""One backend's speed and vectors, in a process of its own: a library's settings outlive its use.

    python -m benchmarks.encoding BACKEND TEXTS.json VECTORS.npy

prints what it took as JSON. "plain" is what a tutorial writes: `SentenceTransformer.encode` as it
comes, without any setting of ours in the process. Must not know what the texts are.
"""

from __future__ import annotations

import atexit
import json
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.timing import Spent, spent

PLAIN, ONNX = "plain", "onnxruntime-f32"
BACKENDS: Mapping[str, str] = {
    PLAIN: "sentence-transformers as it comes (torch, f32)",
    "torch-f32": "torch, f32, a padded length a text",
    "torch-bf16": "torch, bf16, the same",
    ONNX: "ONNX Runtime, f32, batches of 32 by length",
    "openvino-f32": "OpenVINO, f32, a text an inference",
    "openvino-bf16": "OpenVINO, bf16, batches of one length",
}
NOT_RUN = {
    "int8": "loses a tenth of the ten nearest",
}
NEAREST = 10
SECONDS = 300

Vectors = NDArray[np.float32]


def measured(names: Sequence[str], texts: Sequence[str]) -> list[dict[str, Any]]:
    """Return for each backend its speed, and how close its vectors are to the plain ones.

    A backend that this machine cannot run is listed with its reason.
    """
    found: list[dict[str, Any]] = []
    reference = None
    with tempfile.TemporaryDirectory() as folder:
        given, made = Path(folder, "texts.json"), Path(folder, "vectors.npy")
        given.write_text(json.dumps(list(texts)), encoding="utf-8")
        for name in names:
            done = _in_a_process(name, given, made)
            if done.returncode:
                reason = done.stderr.strip().rpartition("\n")[2]
                found.append({"backend": name, "not_run": reason})
                continue
            vectors = np.load(made)
            reference = vectors if name == PLAIN else reference
            row: dict[str, Any] = {"backend": name, "texts": len(texts), **json.loads(done.stdout)}
            found.append(row if reference is None else {**row, **fidelity(vectors, reference)})
    return found


def _in_a_process(name: str, given: Path, made: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "benchmarks.encoding", name, str(given), str(made)],
        capture_output=True,
        check=False,
        text=True,
        timeout=SECONDS,
    )


def fidelity(vectors: Vectors, reference: Vectors) -> dict[str, float]:
    """Return how close vectors are to others of the same texts.

    Returns:
        ``mean_cosine`` and ``least_cosine`` of a text's two vectors; ``overlap``, the share of the
        ten texts nearest to a text that are the same, in the mean over all texts.
    """
    cosines = (vectors * reference).sum(axis=1)
    shared = [
        len(set(ours) & set(theirs)) / len(ours)
        for ours, theirs in zip(_nearest(vectors), _nearest(reference), strict=True)
    ]
    return {
        "mean_cosine": round(float(cosines.mean()), 6),
        "least_cosine": round(float(cosines.min()), 6),
        "overlap": round(float(np.mean(shared)), 4),
    }


def _nearest(vectors: Vectors) -> list[list[int]]:
    cosines = vectors @ vectors.T
    np.fill_diagonal(cosines, -1)
    nearest: list[list[int]] = np.argsort(-cosines, axis=1, kind="stable")[:, :NEAREST].tolist()
    return nearest


def _encode(name: str, texts: list[str]) -> tuple[Spent, Spent, Vectors]:
    """Return what loading took, what encoding took, and the vectors."""
    make = _maker(name)
    encoder: Any = None

    def load() -> None:
        nonlocal encoder
        encoder = make()
        encoder.encode(["one text, so that loading is over"])

    vectors = np.empty((0, 0), np.float32)

    def encode() -> None:
        nonlocal vectors
        vectors = encoder.encode(texts)

    return spent(load), spent(encode), vectors


def _maker(name: str) -> Callable[[], Any]:
    """Return what loads a backend; what is done once for good is done here."""
    if name == PLAIN:
        return _plain
    if name != ONNX:
        return partial(_ours, name)
    from benchmarks.onnx_encoder import OnnxEncoder, export

    folder = Path(tempfile.mkdtemp(prefix="onnx"))
    atexit.register(shutil.rmtree, folder)
    export(folder)
    return partial(OnnxEncoder, folder)


def _plain() -> Any:
    from sentence_transformers import SentenceTransformer

    from embeddings.weights import find_model

    return SentenceTransformer(str(find_model().path), device="cpu")


def _ours(name: str) -> Any:
    from embeddings.opening import open_encoder

    backend, _, precision = name.partition("-")
    return open_encoder(backend=backend, precision=precision)


def main(arguments: Sequence[str]) -> int:
    """Encode the texts of a file, keep the vectors, and print what it took."""
    name, given, made = arguments
    texts = json.loads(Path(given).read_text(encoding="utf-8"))
    loading, encoding, vectors = _encode(name, texts)
    np.save(made, vectors)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    took = {"load": loading.as_dict(), "encode": encoding.as_dict(), "peak_bytes": peak}
    print(json.dumps(took))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
