"""The model under ONNX Runtime, as somebody would run it who knows that library: a rival backend.

The weights are exported on the spot, for the measurement alone. Texts go in sorted by length, 32 at
a time, padded to the longest of them; the vectors are means over the pieces, of length 1. Must not
know what is measured.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from embeddings.bert_graph import read_settings
from embeddings.preparation import inputs
from embeddings.tokenizer import open_tokenizer
from embeddings.weights import find_model

Vectors = NDArray[np.float32]

BATCH = 32
OPSET = 17
FILE = "model.onnx"


def export(folder: Path) -> None:
    """Write the encoder's transformer into a folder, as ONNX, in f32."""
    import torch
    from sentence_transformers import SentenceTransformer

    whole: Any = SentenceTransformer(str(find_model().path), device="cpu")

    class Hidden(torch.nn.Module):
        """The transformer's last layer, without names for what comes out."""

        def __init__(self) -> None:
            super().__init__()
            self.model = whole[0].auto_model

        def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
            found: torch.Tensor = self.model(input_ids=ids, attention_mask=mask).last_hidden_state
            return found

    some = torch.ones((2, 8), dtype=torch.int64)
    axes = {0: "texts", 1: "pieces"}
    torch.onnx.export(
        Hidden().eval(),
        (some, some),
        str(folder / FILE),
        input_names=["ids", "mask"],
        output_names=["hidden"],
        dynamic_axes={"ids": axes, "mask": axes, "hidden": axes},
        opset_version=OPSET,
        dynamo=False,
    )


class OnnxEncoder:
    """An encoder.

    Args:
        folder: Where `export` wrote the model.
    """

    def __init__(self, folder: Path) -> None:
        import onnxruntime

        model = find_model()
        self._tokenizer = open_tokenizer(model, read_settings(model.path).limit)
        self._session = onnxruntime.InferenceSession(
            str(folder / FILE), providers=["CPUExecutionProvider"]
        )

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one row of length 1 for each text."""
        pieces = [each.ids for each in self._tokenizer.encode_batch(list(texts))]
        order = np.argsort([-len(ids) for ids in pieces], kind="stable")
        found: dict[int, Vectors] = {}
        for first in range(0, len(order), BATCH):
            some = order[first : first + BATCH]
            given = inputs([pieces[n] for n in some], len(pieces[some[0]]))
            (hidden,) = self._session.run(["hidden"], given)
            counts = given["mask"][:, :, np.newaxis]
            means = (hidden * counts).sum(axis=1) / counts.sum(axis=1)
            rows = means / np.linalg.norm(means, axis=1, keepdims=True)
            found.update(zip(some.tolist(), rows, strict=True))
        return np.stack([found[n] for n in range(len(texts))]).astype(np.float32)
