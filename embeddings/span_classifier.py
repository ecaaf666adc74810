"""What a marked span of a text is, said by a small transformer.

The lowest layers of BERT (Devlin et al., 2019, section 3), trained further on labelled spans: two
marks stand around the span, and the states of the two marks name it, as in the entity markers of
Baldini Soares et al. (2019, section 3.2). Runs in numpy, so that no library of models is imported,
and rounds its answers, so that they depend on nothing but their text. Word pieces and their vectors
are those of the default encoder; the rest comes from a folder. Must not know what the labels mean.
"""

import json
from collections.abc import Sequence
from itertools import accumulate, chain
from math import sqrt
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from embeddings.digests import FileDigests
from embeddings.errors import ModelUnsupported
from embeddings.tokenizer import open_tokenizer
from embeddings.weights import ModelFolder

__all__ = ["DECIMALS", "MarkedText", "Marker", "SpanClassifier"]

Matrix = NDArray[np.float32]

DECIMALS = 3
"""Of a probability: its last bits are the processor's."""

MOST_MARKED = 14
"""Word pieces of a span that are read; what is marked is a figure or a name."""

BEFORE = 0.6
"""Of the pieces there is room for, how many stand before the span where both sides are long."""


TOGETHER = 16
"""Texts that go through a layer together; the states of more would not stay in cache."""


MarkedText = tuple[str, int, int]
"""A text, and where the span of it that is asked about begins and ends."""

Pieces = tuple[list[int], int, int]
"""The word pieces of a marked text, and the places of its two marks."""


class Marker:
    """Puts two marks around spans, in the word pieces of a model.

    Args:
        base: The model whose word pieces they are.
        limit: How many pieces a marked text has at most.
    """

    def __init__(self, base: ModelFolder, limit: int) -> None:
        self._tokenizer = open_tokenizer(base, None)
        self._limit = limit
        self._marks = [
            self._tokenizer.token_to_id(piece)
            for piece in ("[CLS]", "[unused1]", "[unused2]", "[SEP]")
        ]

    def pieces(self, marked: MarkedText) -> Pieces:
        """Return the pieces of a text with its marks, and the places of the two marks.

        What stands too far from the span is left out.
        """
        text, start, end = marked
        before, span, behind = (
            self._tokenizer.encode(part, add_special_tokens=False).ids
            for part in (text[:start], text[start:end], text[end:])
        )
        span = span[:MOST_MARKED]
        room = self._limit - 4 - len(span)
        ahead = min(len(before), max(room - len(behind), int(room * BEFORE)))
        opens, first, last, closes = self._marks
        ids = [opens, *before[len(before) - ahead :], first, *span, last]
        ids += [*behind[: room - ahead], closes]
        return ids, 1 + ahead, 2 + ahead + len(span)


class SpanClassifier:
    """Names marked spans.

    Args:
        folder: ``settings.json`` and ``model.safetensors``, as they were trained.
        base: The model whose word pieces and word vectors it was trained on.
        digests: Remembers the digest of the base's weights between runs.

    Raises:
        ModelUnsupported: A file is missing or is not what it should be.
    """

    def __init__(self, folder: Path, base: ModelFolder, digests: FileDigests | None = None) -> None:
        self._folder = folder
        self._base = base
        self._digests = digests or FileDigests()
        try:
            settings = json.loads((folder / "settings.json").read_text("utf-8"))
            self._labels = {kind: tuple(names) for kind, names in settings["labels"].items()}
            self._layers, self._heads = int(settings["layers"]), int(settings["heads"])
            self._limit, self._epsilon = int(settings["limit"]), float(settings["epsilon"])
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise ModelUnsupported(f"{folder} holds no span classifier: {error!r}.") from error
        self._tensors: dict[str, Matrix] = {}
        self._marker: Any = None
        self._threads: Any = None
        self._lock = Lock()

    def classify(self, asked: Sequence[tuple[str, MarkedText]]) -> list[dict[str, float]]:
        """Return the probability of each label of a kind, for each kind and marked text asked.

        Args:
            asked: Kinds it was trained on, and texts; what stands too far from a span is not read.

        Returns:
            A dict from label to probability, 0 to 1, rounded to `DECIMALS`; the same for the same
            text, whatever is asked beside it.
        """
        if not asked:
            return []
        with self._lock:
            self._load()
            # Products as small as these are done before a second thread has woken, and threads of
            # several processes that wait for one another's cores take twenty times as long.
            with self._threads.limit(limits=1, user_api="blas"):
                pieces = [self._marker.pieces(marked) for _, marked in asked]
                groups = (pieces[n : n + TOGETHER] for n in range(0, len(pieces), TOGETHER))
                spans = chain.from_iterable(map(self._spans, groups))
                return [
                    self._named(kind, span) for (kind, _), span in zip(asked, spans, strict=True)
                ]

    def _named(self, kind: str, span: Matrix) -> dict[str, float]:
        scores = self._dense(span, f"out.{kind}")
        powers = np.exp(scores - scores.max())
        shares = np.round((powers / powers.sum()).astype(np.float64), DECIMALS).tolist()
        return dict(zip(self._labels[kind], shares, strict=True))

    def _spans(self, texts: Sequence[Pieces]) -> Matrix:
        """Return the states of the two marks of each text side by side: (texts, 2 * hidden).

        The rows of all texts go through each product together: a matrix of weights is brought into
        cache once for all of them. Only attention is a text's own.
        """
        lengths = [len(ids) for ids, _, _ in texts]
        ends = list(accumulate(lengths))
        rows = [slice(end - length, end) for end, length in zip(ends, lengths, strict=True)]
        words = self._tensors["words"][[piece for ids, _, _ in texts for piece in ids]]
        marks = [
            each.start + place for each, (_, *two) in zip(rows, texts, strict=True) for place in two
        ]
        words[marks] += np.tile(self._tensors["mark"], (len(texts), 1))
        places = np.concatenate([self._tensors["places"][:length] for length in lengths])
        states = self._norm(words + places, "embeddings.LayerNorm")
        for layer in range(self._layers):
            name = f"layer.{layer}"
            # Nothing reads the other pieces after the last layer.
            read = marks if layer == self._layers - 1 else None
            attended = self._dense(
                self._attention(states, rows, name, read), f"{name}.attention.output.dense"
            )
            states = states if read is None else states[read]
            states = self._norm(states + attended, f"{name}.attention.output.LayerNorm")
            inner = _gelu(self._dense(states, f"{name}.intermediate.dense"))
            update = self._dense(inner, f"{name}.output.dense")
            states = self._norm(states + update, f"{name}.output.LayerNorm")
        return states.reshape(len(texts), -1)

    def _attention(
        self, states: Matrix, rows: Sequence[slice], name: str, read: list[int] | None
    ) -> Matrix:
        """Return what each row takes from those of its text; of the rows ``read`` alone, if any.

        These are two of each text, in the order of the texts.
        """
        query = self._dense(
            states if read is None else states[read], f"{name}.attention.self.query"
        )
        key = self._dense(states, f"{name}.attention.self.key")
        value = self._dense(states, f"{name}.attention.self.value")
        found = np.empty_like(query)
        for number, each in enumerate(rows):
            asking = each if read is None else slice(2 * number, 2 * number + 2)
            queries, keys, values = (
                part.reshape(len(part), self._heads, -1).transpose(1, 0, 2)
                for part in (query[asking], key[each], value[each])
            )
            scores = queries @ keys.transpose(0, 2, 1) / np.float32(sqrt(keys.shape[-1]))
            powers = np.exp(scores - scores.max(-1, keepdims=True))
            context = (powers / powers.sum(-1, keepdims=True)) @ values
            found[asking] = context.transpose(1, 0, 2).reshape(-1, query.shape[-1])
        return found

    def _dense(self, states: Matrix, name: str) -> Matrix:
        found: Matrix = states @ self._tensors[f"{name}.weight"]
        found += self._tensors[f"{name}.bias"]
        return found

    def _norm(self, states: Matrix, name: str) -> Matrix:
        centred = states - states.mean(-1, keepdims=True)
        spread = np.sqrt((centred * centred).mean(-1, keepdims=True) + np.float32(self._epsilon))
        found: Matrix = centred / spread * self._tensors[f"{name}.weight"]
        found += self._tensors[f"{name}.bias"]
        return found

    def _load(self) -> None:
        if self._tensors:
            return
        from safetensors import SafetensorError
        from safetensors.numpy import load_file
        from threadpoolctl import ThreadpoolController

        self._base.verify(self._digests)
        try:
            tensors = _whole(load_file(self._folder / "model.safetensors"))
            tensors |= _embeddings(self._base.path / "model.safetensors")
        except (OSError, SafetensorError, KeyError) as error:
            raise ModelUnsupported(f"{self._folder}: {error}.") from error
        self._marker = Marker(self._base, self._limit)
        self._threads = ThreadpoolController()
        self._tensors = tensors


def _whole(stored: dict[str, Any]) -> dict[str, Matrix]:
    """Return weights as floats, those of products turned for a product from the right.

    A weight is kept as whole numbers of 1/127 of the largest in its row, and that beside it.
    """
    found = {}
    for name, values in stored.items():
        if name.endswith(".scale"):
            continue
        if values.dtype == np.int8:
            scale = stored[f"{name}.scale"].astype(np.float32)
            values = np.ascontiguousarray((values.astype(np.float32) * scale[:, None]).T)
        found[name] = values.astype(np.float32)
    return found


def _embeddings(file: Path) -> dict[str, Matrix]:
    from safetensors import safe_open

    with safe_open(file, "numpy") as weights:
        places = weights.get_tensor("embeddings.position_embeddings.weight")
        # One text, never a pair: every piece has token type 0.
        places = places + weights.get_tensor("embeddings.token_type_embeddings.weight")[0]
        return {
            "words": weights.get_tensor("embeddings.word_embeddings.weight"),
            "places": places,
            "embeddings.LayerNorm.weight": weights.get_tensor("embeddings.LayerNorm.weight"),
            "embeddings.LayerNorm.bias": weights.get_tensor("embeddings.LayerNorm.bias"),
        }


def _gelu(values: Matrix) -> Matrix:
    found: Matrix = (
        values * np.float32(0.5) * (np.float32(1) + _erf(values * np.float32(sqrt(0.5))))
    )
    return found


def _erf(values: Matrix) -> Matrix:
    """Abramowitz and Stegun (1964), formula 7.1.26; its error is at most 1.5e-7.

    Exponentials are done eight at a time, where a library's erf goes value by value.
    """
    size = np.abs(values)
    share = np.float32(1) / (np.float32(1) + np.float32(0.3275911) * size)
    sums = np.full_like(share, 1.061405429)
    for factor in (-1.453152027, 1.421413741, -0.284496736, 0.254829592):
        sums *= share
        sums += np.float32(factor)
    found: Matrix = np.copysign(np.float32(1) - sums * share * np.exp(-size * size), values)
    return found
