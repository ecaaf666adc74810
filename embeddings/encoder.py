"""Text to unit vectors, through sentence-transformers.

Defines the protocol that everything else relies on, and its reference implementation. This is the
only place that imports torch, and it does so at the first text that needs encoding: building an
encoder and asking for its identity cost a few file reads. Must not know what the texts are about.

A text's vector is the same to the bit whatever is encoded beside it, in whatever order, in batches
of 1 to 32 and with 1 thread or 2, because all texts are padded to a length of their own
(`embeddings.preparation`) and the matrix library is asked for reproducible results. A model test
holds this; it was measured on three kinds of processor.
"""

import os
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from threading import Lock
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from numpy.typing import NDArray

from embeddings.digests import FileDigests
from embeddings.errors import BackendUnavailable, ModelUnsupported
from embeddings.identity import ModelIdentity
from embeddings.preparation import PREPARATION, batches
from embeddings.weights import ModelFolder

# Intel's MKL else chooses its code by the shape of a batch, the threads and the processor, and a
# vector's last bits with it (oneMKL developer guide, "Conditional Numerical Reproducibility").
# Read when MKL is first used, by whomever: so it is set before torch can be imported.
os.environ.setdefault("MKL_CBWR", "AVX2,STRICT")

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

__all__ = ["PRECISIONS", "Encoder", "SentenceTransformerEncoder", "Vectors", "identify"]

Vectors = NDArray[np.float32]

PRECISIONS = ("f32", "bf16")
"""f32 computes as the model was published; bf16 is two to four times as fast where the processor
multiplies matrices of it, and its vectors have a cosine above 0.9999 to those of f32."""

BATCH_ROWS = 8
"""Where throughput stops growing on a CPU; the value does not reach the vectors."""


class Encoder(Protocol):
    """Turns texts into vectors that can be compared by their dot product."""

    @property
    def identity(self) -> ModelIdentity:
        """Which model, run how."""
        ...

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one row of length 1 for each text, in order: shape (len(texts), dimension).

        A text longer than the model reads is cut off at the end.
        """
        ...


def identify(
    model: ModelFolder, backend: str, precision: str, digests: FileDigests
) -> ModelIdentity:
    """Return the identity of a model run by a backend at a precision."""
    digest = model.digest(digests)
    return ModelIdentity(
        name=model.name,
        revision=model.revision or digest[:12],
        digest=digest,
        dimension=model.dimension(),
        backend=backend,
        precision=precision,
        preparation=PREPARATION,
    )


class SentenceTransformerEncoder:
    """Any sentence-transformers model, on the CPU.

    Args:
        model: the files to load.
        precision: "f32" or "bf16" (torch's autocast).
        digests: remembers the digest of the weights between runs.

    Raises:
        ModelUnsupported: the folder lacks weights or settings.
    """

    def __init__(
        self, model: ModelFolder, *, precision: str = "f32", digests: FileDigests | None = None
    ) -> None:
        self._folder = model
        self._digests = digests or FileDigests()
        self.identity = identify(model, "torch", precision, self._digests)
        self._loaded: SentenceTransformer | None = None
        # Tokenizers keep the truncation they were last asked for: one call at a time.
        self._lock = Lock()

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one row of length 1 for each text; see `Encoder.encode`.

        Raises:
            WeightsRefused: pinned weights were replaced.
            BackendUnavailable: sentence-transformers is not installed.
            ModelUnsupported: sentence-transformers cannot load the folder.
        """
        vectors = np.empty((len(texts), self.identity.dimension), np.float32)
        if not texts:
            return vectors
        with self._lock, self._precision():
            model = self._model()
            limit = _limit(model)
            lengths = [min(pieces, limit) for pieces in _count_pieces(model, texts)]
            for length, positions in batches(lengths, limit, BATCH_ROWS):
                vectors[positions] = model.encode(
                    [texts[position] for position in positions],
                    batch_size=BATCH_ROWS,
                    normalize_embeddings=True,
                    show_progress_bar=False,
                    processing_kwargs={"text": {"padding": "max_length", "max_length": length}},
                )
        return vectors

    def too_long(self, texts: Sequence[str]) -> list[int]:
        """Return the positions of the texts that `encode` cuts off."""
        with self._lock:
            model = self._model()
            limit = _limit(model)
            pieces = _count_pieces(model, texts)
        return [position for position, count in enumerate(pieces) if count > limit]

    def _model(self) -> "SentenceTransformer":
        if self._loaded is None:
            self._folder.verify(self._digests)
            self._loaded = _load(self._folder)
        return self._loaded

    def _precision(self) -> AbstractContextManager[Any]:
        if self.identity.precision == "f32":
            return nullcontext()
        import torch

        return torch.autocast("cpu", torch.bfloat16)


def _load(folder: ModelFolder) -> "SentenceTransformer":
    # Without this, a process that forks after encoding gets a warning on stderr.
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    try:
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging
    except ImportError as error:
        raise BackendUnavailable(
            f"The torch backend needs sentence-transformers ({error}). Install it with: "
            "pip install sentence-transformers"
        ) from error

    # Its functions have no annotations.
    progress: Any = logging
    shows_progress = progress.is_progress_bar_enabled()
    progress.disable_progress_bar()
    try:
        model = SentenceTransformer(str(folder.path), device="cpu", local_files_only=True)
    except Exception as error:  # three libraries read the folder, each with errors of its own
        raise ModelUnsupported(
            f"{folder.path}: sentence-transformers cannot load it: {error}"
        ) from error
    finally:
        if shows_progress:
            progress.enable_progress_bar()
    if model.max_seq_length is None or not callable(model.tokenizer):
        raise ModelUnsupported(
            f"{folder.path} is not a transformer with a length limit, the kind this backend runs."
        )
    return model


def _limit(model: "SentenceTransformer") -> int:
    return int(model.max_seq_length or 0)


def _count_pieces(model: "SentenceTransformer", texts: Sequence[str]) -> list[int]:
    prompt = model.prompts.get(model.default_prompt_name or "") or ""
    tokenizer: Any = model.tokenizer
    pieces = tokenizer([prompt + text for text in texts], truncation=False, verbose=False)
    return [len(ids) for ids in pieces["input_ids"]]
