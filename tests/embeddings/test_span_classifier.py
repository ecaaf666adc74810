"""A classifier of marked spans: what it reads, what it answers, and how it fails."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import save_file

from data.mentions import model_folder
from embeddings.errors import ModelUnsupported
from embeddings.opening import open_span_classifier
from embeddings.span_classifier import DECIMALS, Marker, SpanClassifier
from embeddings.weights import DEFAULT_MODEL, find_model

TEXT = "Purse strings: mine. £2m a year across two depots."
AMOUNT = (TEXT, TEXT.index("£2m"), TEXT.index("£2m") + 3)


@pytest.fixture(scope="module")
def shipped() -> SpanClassifier:
    return open_span_classifier(model_folder())


def test_shares_are_of_one(shipped: SpanClassifier) -> None:
    (shares,) = shipped.classify([("money", AMOUNT)])
    assert set(shares) >= {"budget", "others", "other"}
    assert sum(shares.values()) == pytest.approx(1, abs=len(shares) * 10**-DECIMALS)
    assert all(round(share, DECIMALS) == share for share in shares.values())


def test_a_text_is_answered_the_same_whatever_is_asked_beside_it(shipped: SpanClassifier) -> None:
    other = (
        "A budget of £5 held by the treasurer of a club of a hundred members in Leeds.",
        12,
        14,
    )
    alone = shipped.classify([("money", AMOUNT)])
    beside = [("time", other), ("money", AMOUNT), *[("people", other)] * 40, ("money", AMOUNT)]
    answers = shipped.classify(beside)
    assert [answers[1], answers[-1]] == alone * 2
    assert shipped.classify([]) == []


def test_what_is_marked_decides(shipped: SpanClassifier) -> None:
    text = "Depot manager: ran a budget of £2m in a group with sales of £900m."
    budget, sales = shipped.classify(
        [
            ("money", (text, at, at + len(amount)))
            for amount in ("£2m", "£900m")
            for at in [text.index(amount)]
        ]
    )
    assert budget["budget"] > 3 * sales["budget"]


def test_a_long_text_is_read_around_its_span() -> None:
    marker = Marker(find_model(DEFAULT_MODEL), 64)
    text = "word " * 200 + "£2m" + " word" * 200
    ids, first, last = marker.pieces((text, 1000, 1003))
    assert len(ids) == 64
    assert 0 < first < last < 63
    short, at, behind = marker.pieces(("£2m", 0, 3))
    assert short[at + 1 : behind] == ids[first + 1 : last]


def test_one_layer_is_what_the_paper_says(tmp_path: Path) -> None:
    # All weights nought: a layer hands its input through two norms, and every label is as likely.
    hidden, base = 384, find_model(DEFAULT_MODEL)
    tensors: dict[str, np.ndarray] = {"mark": np.zeros((2, hidden), np.float32)}
    shapes = {
        **dict.fromkeys(
            ("attention.self.query", "attention.self.key", "attention.self.value"), (hidden, hidden)
        ),
        "attention.output.dense": (hidden, hidden),
        "intermediate.dense": (4 * hidden, hidden),
        "output.dense": (hidden, 4 * hidden),
    }
    for name, shape in shapes.items():
        tensors[f"layer.0.{name}.weight"] = np.zeros(shape, np.int8)
        tensors[f"layer.0.{name}.weight.scale"] = np.zeros(shape[0], np.float32)
        tensors[f"layer.0.{name}.bias"] = np.zeros(shape[0], np.float32)
    for name in ("attention.output.LayerNorm", "output.LayerNorm"):
        tensors[f"layer.0.{name}.weight"] = np.ones(hidden, np.float32)
        tensors[f"layer.0.{name}.bias"] = np.zeros(hidden, np.float32)
    tensors["out.kind.weight"] = np.zeros((2, 2 * hidden), np.int8)
    tensors["out.kind.weight.scale"] = np.zeros(2, np.float32)
    tensors["out.kind.bias"] = np.array([0, np.log(3)], np.float32)
    save_file(tensors, tmp_path / "model.safetensors")
    settings = {"labels": {"kind": ["a", "b"]}, "layers": 1, "heads": 12}
    (tmp_path / "settings.json").write_text(json.dumps(settings | {"limit": 64, "epsilon": 1e-12}))
    assert SpanClassifier(tmp_path, base).classify([("kind", AMOUNT)]) == [{"a": 0.25, "b": 0.75}]


def test_a_folder_without_settings_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelUnsupported, match=tmp_path.name):
        SpanClassifier(tmp_path, find_model(DEFAULT_MODEL))


def test_weights_that_are_no_weights_are_named(tmp_path: Path) -> None:
    settings = (model_folder() / "settings.json").read_text("utf-8")
    (tmp_path / "settings.json").write_text(settings)
    (tmp_path / "model.safetensors").write_bytes(b"torn")
    with pytest.raises(ModelUnsupported, match=tmp_path.name):
        SpanClassifier(tmp_path, find_model(DEFAULT_MODEL)).classify([("money", AMOUNT)])
