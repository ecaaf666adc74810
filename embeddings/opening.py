"""The models a caller gets: which one, run by which backend, at which precision.

Reads the environment variables and makes the choice; holds nothing of how a backend works.
"""

import os
from pathlib import Path

from embeddings.digests import FileDigests
from embeddings.encoder import PRECISIONS, SentenceTransformerEncoder
from embeddings.errors import BackendUnavailable, ModelUnsupported
from embeddings.openvino_encoder import OpenVinoEncoder
from embeddings.openvino_library import is_installed
from embeddings.processor import multiplies_bf16
from embeddings.span_classifier import SpanClassifier
from embeddings.weights import DEFAULT_MODEL, find_model

__all__ = [
    "BACKENDS",
    "BACKEND_VARIABLE",
    "PRECISION_VARIABLE",
    "open_encoder",
    "open_span_classifier",
]

BACKEND_VARIABLE = "ROLEMATCH_BACKEND"
BACKENDS = ("auto", "torch", "openvino")
PRECISION_VARIABLE = "ROLEMATCH_PRECISION"


def open_encoder(
    model: str | None = None,
    backend: str | None = None,
    *,
    precision: str | None = None,
    cache_folder: Path | None = None,
) -> OpenVinoEncoder | SentenceTransformerEncoder:
    """Return an encoder; nothing heavy is imported before its first text.

    Args:
        model: a folder or a name on the model hub; without one, the environment variable
            ROLEMATCH_MODEL, and without that all-MiniLM-L6-v2.
        backend: "torch", "openvino", or "auto": openvino where it is installed and can run the
            model, torch otherwise. Without one, the environment variable ROLEMATCH_BACKEND, and
            without that "auto".
        precision: "f32", "bf16", or "auto": bf16 on openvino where the processor multiplies
            matrices of it, f32 otherwise. Without one, the environment variable
            ROLEMATCH_PRECISION, and without that "auto".
        cache_folder: where the digest of the weights is remembered; None reads them each time.

    Raises:
        ModelNotFound: nothing answers to the model's name.
        ModelUnsupported: the model's folder is incomplete, or not for this backend.
        BackendUnavailable: no such backend or precision, or its libraries are missing.
    """
    backend = backend or os.environ.get(BACKEND_VARIABLE) or "auto"
    if backend not in BACKENDS:
        raise BackendUnavailable(f"There is no backend {backend}: choose {', '.join(BACKENDS)}.")
    precision = precision or os.environ.get(PRECISION_VARIABLE) or "auto"
    if precision not in ("auto", *PRECISIONS):
        raise BackendUnavailable(
            f"There is no precision {precision}: choose auto, {', '.join(PRECISIONS)}."
        )
    folder = find_model(model)
    digests = FileDigests(cache_folder / "digests.json" if cache_folder else None)
    if backend == "openvino" or (backend == "auto" and is_installed()):
        quickest = "bf16" if multiplies_bf16() else "f32"
        chosen = quickest if precision == "auto" else precision
        try:
            return OpenVinoEncoder(folder, precision=chosen, digests=digests)
        except ModelUnsupported:
            if backend == "openvino":
                raise
    chosen = "f32" if precision == "auto" else precision
    return SentenceTransformerEncoder(folder, precision=chosen, digests=digests)


def open_span_classifier(folder: Path, *, cache_folder: Path | None = None) -> SpanClassifier:
    """Return a classifier of marked spans; nothing is loaded before its first text.

    Args:
        folder: Where it was written when it was trained.
        cache_folder: Where the digest of the weights it builds on is remembered; None reads them
            each time.

    Raises:
        ModelNotFound: The default encoder, on whose word pieces it was trained, is not here.
        ModelUnsupported: The folder is incomplete.
    """
    digests = FileDigests(cache_folder / "digests.json" if cache_folder else None)
    return SpanClassifier(folder, find_model(DEFAULT_MODEL), digests)
