"""A BERT sentence encoder as an OpenVINO graph, straight from its safetensors.

Builds what `transformers` and sentence-transformers would compute (Devlin et al., 2019, section 3;
mean pooling over the text's own pieces, then length 1; Reimers and Gurevych, 2019, section 3)
without importing either, so that a process can encode without loading torch. Must not know how the
graph is run or where the texts come from.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from embeddings.errors import ModelUnsupported
from embeddings.openvino_library import import_openvino

__all__ = ["BertSettings", "build", "read_settings"]

MODULES = ("Transformer", "Pooling", "Normalize")
MASKED = np.float32(-1e4)
"""Added to the attention score of padding: far below any real score, and finite in bf16."""


@dataclass(frozen=True, slots=True)
class BertSettings:
    """What the graph needs to know of a model folder."""

    layers: int
    heads: int
    hidden: int
    epsilon: float
    limit: int


def read_settings(folder: Path) -> BertSettings:
    """Read a model's shape from its folder.

    Raises:
        ModelUnsupported: the model is not a mean-pooled BERT encoder with absolute positions.
    """
    try:
        config = _json(folder / "config.json")
        names = [module["type"].rpartition(".")[2] for module in _json(folder / "modules.json")]
        pooling = _json(folder / "1_Pooling" / "config.json")
        limit = int(_json(folder / "sentence_bert_config.json")["max_seq_length"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelUnsupported(f"{folder} is not a BERT sentence encoder: {error!r}.") from error
    pools = {name for name, value in pooling.items() if value is True and "mode" in name}
    wants = {
        "model_type": config.get("model_type") == "bert",
        "hidden_act": config.get("hidden_act") == "gelu",
        "position_embedding_type": config.get("position_embedding_type", "absolute") == "absolute",
        "modules": tuple(names) in (MODULES, MODULES[:2]),
        "pooling": pools == {"pooling_mode_mean_tokens"} or pooling.get("pooling_mode") == "mean",
        "tokenizer.json": (folder / "tokenizer.json").is_file(),
    }
    if missing := [name for name, fits in wants.items() if not fits]:
        raise ModelUnsupported(
            f"{folder} is not a mean-pooled BERT sentence encoder ({', '.join(missing)}). Run it "
            "with the torch backend."
        )
    return BertSettings(
        layers=int(config["num_hidden_layers"]),
        heads=int(config["num_attention_heads"]),
        hidden=int(config["hidden_size"]),
        epsilon=float(config["layer_norm_eps"]),
        limit=limit,
    )


def build(folder: Path, settings: BertSettings) -> Any:
    """Return an `openvino.Model`: ("ids", "mask"), int64 (rows, pieces) -> float32 (rows, hidden).

    Raises:
        ModelUnsupported: a weight that the settings announce is missing.
    """
    from safetensors import SafetensorError, safe_open

    openvino = import_openvino()
    ops = openvino.opset15
    try:
        with safe_open(folder / "model.safetensors", "numpy") as weights:
            graph = _Graph(ops, weights, settings)
            ids = graph.input("ids")
            mask = graph.input("mask")
            states = graph.embed(ids)
            keep = ops.convert(mask, "f32")
            bias = graph.attention_bias(keep)
            for layer in range(settings.layers):
                states = graph.layer(states, bias, f"encoder.layer.{layer}")
            return openvino.Model([graph.pool(states, keep)], [ids, mask], "bert")
    except SafetensorError as error:
        raise ModelUnsupported(f"{folder / 'model.safetensors'}: {error}.") from error


class _Graph:
    """The operators of BERT, each written as the paper names it."""

    def __init__(self, ops: Any, weights: Any, settings: BertSettings) -> None:
        self._ops = ops
        self._weights = weights
        self._settings = settings
        is_wrapped = any(name.startswith("bert.") for name in weights.keys())  # noqa: SIM118
        self._prefix = "bert." if is_wrapped else ""

    def input(self, name: str) -> Any:
        node = self._ops.parameter([-1, -1], np.int64, name=name)
        node.output(0).set_names({name})
        return node

    def embed(self, ids: Any) -> Any:
        ops = self._ops
        words = ops.gather(self._constant("embeddings.word_embeddings.weight"), ids, 0)
        # One text, never a pair: every piece has token type 0.
        places = (
            self._tensor("embeddings.position_embeddings.weight")
            + self._tensor("embeddings.token_type_embeddings.weight")[0]
        )
        pieces = ops.gather(ops.shape_of(ids), ops.constant(np.array([1])), ops.constant(0))
        first, step = ops.constant(np.array([0])), ops.constant(np.array([1]))
        places = ops.slice(ops.constant(places), first, pieces, step, first)
        return self._layer_norm(ops.add(words, places), "embeddings.LayerNorm")

    def attention_bias(self, keep: Any) -> Any:
        ops = self._ops
        return ops.unsqueeze(ops.multiply(ops.subtract(np.float32(1), keep), MASKED), [1, 2])

    def layer(self, states: Any, bias: Any, name: str) -> Any:
        ops = self._ops
        query, key, value = (
            self._heads(self._dense(states, f"{name}.attention.self.{part}"))
            for part in ("query", "key", "value")
        )
        context = ops.scaled_dot_product_attention(query, key, value, bias)
        context = ops.reshape(
            ops.transpose(context, [0, 2, 1, 3]), [0, 0, self._settings.hidden], True
        )
        attended = self._residual(states, context, f"{name}.attention.output")
        inner = ops.gelu(self._dense(attended, f"{name}.intermediate.dense"), "erf")
        return self._residual(attended, inner, f"{name}.output")

    def pool(self, states: Any, keep: Any) -> Any:
        ops = self._ops
        weight = ops.unsqueeze(keep, 2)
        total = ops.reduce_sum(ops.multiply(states, weight), [1])
        mean = ops.divide(total, ops.reduce_sum(weight, [1]))
        return ops.normalize_l2(mean, [1], 1e-24, "max")

    def _heads(self, states: Any) -> Any:
        heads, hidden = self._settings.heads, self._settings.hidden
        split = self._ops.reshape(states, [0, 0, heads, hidden // heads], True)
        return self._ops.transpose(split, [0, 2, 1, 3])

    def _residual(self, states: Any, update: Any, name: str) -> Any:
        summed = self._ops.add(states, self._dense(update, f"{name}.dense"))
        return self._layer_norm(summed, f"{name}.LayerNorm")

    def _dense(self, states: Any, name: str) -> Any:
        product = self._ops.matmul(states, self._constant(f"{name}.weight"), False, True)
        return self._ops.add(product, self._constant(f"{name}.bias"))

    def _layer_norm(self, states: Any, name: str) -> Any:
        ops, epsilon = self._ops, self._settings.epsilon
        scaled = ops.mvn(states, ops.constant(np.array([-1])), True, epsilon, "inside_sqrt")
        scaled = ops.multiply(scaled, self._constant(f"{name}.weight"))
        return ops.add(scaled, self._constant(f"{name}.bias"))

    def _constant(self, name: str) -> Any:
        return self._ops.constant(self._tensor(name))

    def _tensor(self, name: str) -> Any:
        return self._weights.get_tensor(self._prefix + name)


def _json(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))
