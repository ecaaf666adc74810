"""Text to unit vectors, through OpenVINO, without torch.

For mean-pooled BERT models (the default one is). Same vectors as the sentence-transformers encoder
to 2e-7 at f32; a process reaches its first vector several seconds sooner, because torch is never
imported. Optional: needs the openvino extra. Must not know what the texts are about.

Each processor core runs an inference of its own, so a vector cannot depend on their number. At f32
one text is one inference, so that it cannot depend on the texts beside it either; batches would be
a tenth faster. At bf16 they are twice as fast: texts of one padded length share an inference, and a
text's row has the same bits whatever the others are. Model tests hold this; it was measured on AMX
and on AVX-512 with and without bf16, in batches of 1 to 32, with 1 to 3 threads.
"""

import os
from collections.abc import Sequence
from threading import Lock
from typing import Any

import numpy as np

from embeddings.bert_graph import BertSettings, build, read_settings
from embeddings.digests import FileDigests
from embeddings.encoder import Vectors, identify
from embeddings.errors import BackendUnavailable
from embeddings.openvino_library import import_openvino, is_installed
from embeddings.preparation import batches, inputs
from embeddings.tokenizer import open_tokenizer
from embeddings.weights import ModelFolder

__all__ = ["OpenVinoEncoder"]

ROWS = {"f32": 1, "bf16": 8}
"""Texts in one inference, by precision; the value does not reach the vectors."""

MOST_STREAMS = 16
"""Each stream holds its own buffers; more of them than this costs memory for little speed."""


class OpenVinoEncoder:
    """A mean-pooled BERT sentence encoder on the CPU.

    Args:
        model: the files to load.
        precision: "f32" or "bf16".
        digests: remembers the digest of the weights between runs.

    Raises:
        BackendUnavailable: openvino is not installed.
        ModelUnsupported: the model is of another kind.
    """

    def __init__(
        self, model: ModelFolder, *, precision: str = "f32", digests: FileDigests | None = None
    ) -> None:
        if not is_installed():
            raise BackendUnavailable(
                "The openvino backend is not installed. Install it with: "
                "pip install 'rolematch[openvino]', or choose the torch backend."
            )
        self._settings = read_settings(model.path)
        self._folder = model
        self._digests = digests or FileDigests()
        self.identity = identify(model, "openvino", precision, self._digests)
        self._queue: Any = None
        self._tokenizer: Any = None
        # The queue's results are collected by one caller at a time.
        self._lock = Lock()

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one row of length 1 for each text; see `Encoder.encode`.

        Raises:
            WeightsRefused: pinned weights were replaced.
            ModelUnsupported: the tokenizer or a weight cannot be read.
            BackendUnavailable: the processor cannot compute at this precision.
        """
        vectors = np.empty((len(texts), self.identity.dimension), np.float32)
        if not texts:
            return vectors

        def keep(request: Any, positions: list[int]) -> None:
            vectors[positions] = request.get_output_tensor().data

        with self._lock:
            self._load()
            self._queue.set_callback(keep)
            pieces = [each.ids for each in self._tokenizer.encode_batch_fast(list(texts))]
            lengths, rows = [len(ids) for ids in pieces], ROWS[self.identity.precision]
            for length, positions in batches(lengths, self._settings.limit, rows):
                self._queue.start_async(inputs([pieces[n] for n in positions], length), positions)
            self._queue.wait_all()
        return vectors

    def too_long(self, texts: Sequence[str]) -> list[int]:
        """Return the positions of the texts that `encode` cuts off."""
        with self._lock:
            self._load()
            encodings = self._tokenizer.encode_batch_fast(list(texts))
        return [position for position, encoding in enumerate(encodings) if encoding.overflowing]

    def _load(self) -> None:
        if self._queue is None:
            self._folder.verify(self._digests)
            self._tokenizer = open_tokenizer(self._folder, self._settings.limit)
            self._queue = _compile(self._folder, self._settings, self.identity.precision)


def _compile(folder: ModelFolder, settings: BertSettings, precision: str) -> Any:
    openvino = import_openvino()
    core = openvino.Core()
    if precision == "bf16" and "BF16" not in core.get_property("CPU", "OPTIMIZATION_CAPABILITIES"):
        raise BackendUnavailable("This processor does not compute in bf16. Choose precision f32.")
    streams = min(_cores(), MOST_STREAMS)
    compiled = core.compile_model(
        build(folder.path, settings),
        "CPU",
        {
            "INFERENCE_PRECISION_HINT": precision,
            "NUM_STREAMS": streams,
            "INFERENCE_NUM_THREADS": streams,
            # Pinned threads of two processes would queue for the same core.
            "ENABLE_CPU_PINNING": False,
        },
    )
    return openvino.AsyncInferQueue(compiled, streams)


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
