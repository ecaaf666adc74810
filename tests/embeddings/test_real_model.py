"""The real model, through both backends: same vectors, and a text's vector is its own."""

import shutil
import threading
from pathlib import Path

import numpy as np
import pytest

from embeddings import openvino_encoder
from embeddings.encoder import PRECISIONS, SentenceTransformerEncoder
from embeddings.errors import BackendUnavailable, ModelUnsupported, WeightsRefused
from embeddings.faiss_index import FaissIndex
from embeddings.opening import open_encoder
from embeddings.openvino_encoder import OpenVinoEncoder
from embeddings.openvino_library import is_installed
from embeddings.weights import ModelFolder, find_model

pytestmark = pytest.mark.model

needs_openvino = pytest.mark.skipif(not is_installed(), reason="needs the openvino extra")
BACKENDS = ["torch", pytest.param("openvino", marks=needs_openvino)]
TEXTS = [
    "Looked after a fleet of forty delivery vans.",
    "",
    "Ran the night shift at a bakery. " * 30,
    "Kept the books for three charities",
    "Taught chemistry to sixth-form classes and set the department's budget. " * 2,
    "C++",
    "Ward sister, then matron: 28 beds, 60 nurses, two sites.",
] + [f"Repaired {number} kinds of pumps and valves" for number in range(20)]
WITHIN_LIMIT, TOO_LONG = "pump " * 254, "pump " * 255

Real = SentenceTransformerEncoder | OpenVinoEncoder


@pytest.fixture(scope="module", params=BACKENDS)
def encoder(request: pytest.FixtureRequest) -> Real:
    return open_encoder("all-MiniLM-L6-v2", request.param, precision="f32")


@pytest.fixture(scope="module")
def bf16() -> OpenVinoEncoder:
    """The encoder that is the default on processors with AMX; other processors may lack it."""
    encoder = OpenVinoEncoder(find_model("all-MiniLM-L6-v2"), precision="bf16")
    try:
        encoder.encode(["pump"])
    except BackendUnavailable as error:
        pytest.skip(str(error))
    return encoder


@pytest.fixture(scope="module")
def published() -> np.ndarray:
    """What sentence-transformers gives when nothing of ours is in between."""
    from sentence_transformers import SentenceTransformer

    folder = find_model("all-MiniLM-L6-v2").path
    return SentenceTransformer(str(folder), device="cpu").encode(TEXTS, show_progress_bar=False)


def test_vectors_are_the_published_ones(encoder: Real, published: np.ndarray) -> None:
    vectors = encoder.encode(TEXTS)
    assert vectors.dtype == np.float32
    assert np.abs(vectors - published).max() < 1e-6
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-6)


@pytest.mark.parametrize("backend", BACKENDS)
def test_bf16_stays_close(backend: str, published: np.ndarray) -> None:
    encoder = open_encoder("all-MiniLM-L6-v2", backend, precision="bf16")
    try:
        vectors = encoder.encode(TEXTS)
    except BackendUnavailable as reason:  # torch emulates what OpenVINO refuses
        pytest.skip(str(reason))
    cosines = (vectors * published).sum(axis=1)
    assert cosines.min() > 0.9999
    assert cosines.min() < 0.9999999, "computed in full precision"


def test_a_vector_does_not_depend_on_its_companions(encoder: Real) -> None:
    together = encoder.encode(TEXTS)
    order = np.random.default_rng(5).permutation(len(TEXTS))
    assert np.array_equal(encoder.encode([TEXTS[row] for row in order]), together[order])
    assert np.array_equal(np.concatenate([encoder.encode([text]) for text in TEXTS]), together)
    assert np.array_equal(encoder.encode(TEXTS[:11]), together[:11])


@needs_openvino
def test_a_vector_at_bf16_does_not_depend_on_the_batch(bf16: OpenVinoEncoder) -> None:
    """Texts of every padded length, alone, in small batches and in batches that are full."""
    texts = [f"{'pump ' * (14 + 16 * step)}{number}" for step in range(16) for number in range(9)]
    together = bf16.encode(texts)
    for rows in (1, 3, 5):
        parts = [bf16.encode(texts[first::rows]) for first in range(rows)]
        for first, part in enumerate(parts):
            assert np.array_equal(part, together[first::rows])
    assert np.array_equal(np.concatenate([bf16.encode([text]) for text in texts]), together)


@needs_openvino
@pytest.mark.parametrize("precision", PRECISIONS)
def test_a_vector_does_not_depend_on_the_number_of_cores(
    precision: str, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    if precision == "bf16":
        request.getfixturevalue("bf16")
    found = []
    for cores in (1, 3):
        monkeypatch.setattr(openvino_encoder, "_cores", lambda cores=cores: cores)
        encoder = OpenVinoEncoder(find_model("all-MiniLM-L6-v2"), precision=precision)
        found.append(encoder.encode(TEXTS))
    assert np.array_equal(*found)


def test_a_vector_does_not_depend_on_the_number_of_threads() -> None:
    import torch

    encoder = open_encoder("all-MiniLM-L6-v2", "torch", precision="f32")
    threads = torch.get_num_threads()
    found = []
    for count in (1, 2):
        torch.set_num_threads(count)
        found.append(encoder.encode(TEXTS))
    torch.set_num_threads(threads)
    assert np.array_equal(*found)


def test_texts_that_are_cut_off_are_named(encoder: Real) -> None:
    assert encoder.too_long([WITHIN_LIMIT, TOO_LONG, "pump"]) == [1]
    cut, whole = encoder.encode([TOO_LONG, WITHIN_LIMIT])
    assert np.array_equal(cut, whole)


def test_threads_may_share_an_encoder_and_faiss(encoder: Real) -> None:
    expected = encoder.encode(TEXTS)
    index = FaissIndex(encoder.identity)
    index.add([str(row) for row in range(len(TEXTS))], expected)
    found: list[bool] = []

    def work() -> None:
        vectors = encoder.encode(TEXTS)
        best = [hits.ids[0] for hits in index.search(vectors, 1)]
        found.append(np.array_equal(vectors, expected) and best == [*map(str, range(len(TEXTS)))])

    workers = [threading.Thread(target=work, daemon=True) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(timeout=60)
    assert found == [True] * 4


@pytest.mark.parametrize("kind", ["torch", pytest.param("openvino", marks=needs_openvino)])
def test_other_weights_are_refused_before_they_are_loaded(kind: str, tmp_path: Path) -> None:
    real = find_model("all-MiniLM-L6-v2")
    for file in real.path.rglob("*.json"):
        copy = tmp_path / file.relative_to(real.path)
        copy.parent.mkdir(exist_ok=True)
        copy.write_bytes(file.read_bytes())
    (tmp_path / "model.safetensors").write_bytes(b"somebody else's")
    model = ModelFolder(real.name, real.revision, tmp_path, real.pinned)
    encoder = {"torch": SentenceTransformerEncoder, "openvino": OpenVinoEncoder}[kind](model)
    with pytest.raises(WeightsRefused, match="Reinstall"):
        encoder.encode(["pump"])


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("file", ["model.safetensors", "tokenizer.json"])
def test_a_damaged_model_is_our_error(backend: str, file: str, tmp_path: Path) -> None:
    folder = tmp_path / "copy"
    shutil.copytree(find_model("all-MiniLM-L6-v2").path, folder)
    (folder / file).write_bytes((folder / file).read_bytes()[:1000])
    with pytest.raises(ModelUnsupported, match="copy"):
        open_encoder(str(folder), backend).encode(["pump"])


@pytest.mark.parametrize("backend", BACKENDS)
def test_nothing_is_printed(backend: str, capfd: pytest.CaptureFixture[str]) -> None:
    encoder = open_encoder("all-MiniLM-L6-v2", backend)
    encoder.encode([TOO_LONG, "pump"])
    encoder.too_long([TOO_LONG])
    assert capfd.readouterr() == ("", "")
