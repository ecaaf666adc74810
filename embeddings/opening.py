"""The encoder a caller gets: which model, run by which backend, at which precision.

Reads the environment variables and makes the choice; holds nothing of how a backend works.
"""

import os
from pathlib import Path

from embeddings.digests import FileDigests
from embeddings.encoder import PRECISIONS, SentenceTransformerEncoder
from embeddings.errors import BackendUnavailable, ModelUnsupported
from embeddings.openvino_encoder import OpenVinoEncoder
from embeddings.openvino_library import is_installed
from embeddings.weights import find_model

__all__ = ["BACKENDS", "BACKEND_VARIABLE", "open_encoder"]

BACKEND_VARIABLE = "ROLEMATCH_BACKEND"
BACKENDS = ("auto", "torch", "openvino")


def open_encoder(
    model: str | None = None,
    backend: str | None = None,
    *,
    precision: str = "f32",
    cache_folder: Path | None = None,
) -> OpenVinoEncoder | SentenceTransformerEncoder:
    """Return an encoder; nothing heavy is imported before its first text.

    Args:
        model: a folder or a name on the model hub; without one, the environment variable
            ROLEMATCH_MODEL, and without that all-MiniLM-L6-v2.
        backend: "torch", "openvino", or "auto": openvino where it is installed and can run the
            model, torch otherwise. Without one, the environment variable ROLEMATCH_BACKEND, and
            without that "auto".
        precision: "f32" or "bf16".
        cache_folder: where the digest of the weights is remembered; None reads them each time.

    Raises:
        ModelNotFound: nothing answers to the model's name.
        ModelUnsupported: the model's folder is incomplete, or not for this backend.
        BackendUnavailable: no such backend or precision, or its libraries are missing.
    """
    backend = backend or os.environ.get(BACKEND_VARIABLE) or "auto"
    if backend not in BACKENDS:
        raise BackendUnavailable(f"There is no backend {backend}: choose {', '.join(BACKENDS)}.")
    if precision not in PRECISIONS:
        raise BackendUnavailable(
            f"There is no precision {precision}: choose {', '.join(PRECISIONS)}."
        )
    folder = find_model(model)
    digests = FileDigests(cache_folder / "digests.json" if cache_folder else None)
    if backend == "openvino" or (backend == "auto" and is_installed()):
        try:
            return OpenVinoEncoder(folder, precision=precision, digests=digests)
        except ModelUnsupported:
            if backend == "openvino":
                raise
    return SentenceTransformerEncoder(folder, precision=precision, digests=digests)
