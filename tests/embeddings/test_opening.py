"""Which encoder a caller gets, and that getting it loads nothing heavy."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from embeddings import opening, openvino_encoder
from embeddings.encoder import SentenceTransformerEncoder
from embeddings.errors import BackendUnavailable, ModelUnsupported
from embeddings.opening import open_encoder
from embeddings.openvino_encoder import OpenVinoEncoder
from embeddings.processor import multiplies_bf16
from tests.embeddings.folders import write_model

HEAVY = ["torch", "sentence_transformers", "transformers", "tokenizers", "openvino", "safetensors"]


@pytest.fixture
def bert(tmp_path: Path) -> str:
    return str(write_model(tmp_path / "bert"))


@pytest.fixture
def with_openvino(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (opening, openvino_encoder):
        monkeypatch.setattr(module, "is_installed", lambda: True)


@pytest.fixture
def without_openvino(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (opening, openvino_encoder):
        monkeypatch.setattr(module, "is_installed", lambda: False)


@pytest.mark.usefixtures("with_openvino")
def test_auto_prefers_openvino(bert: str) -> None:
    encoder = open_encoder(bert, "auto", precision="bf16")
    assert isinstance(encoder, OpenVinoEncoder)
    assert (encoder.identity.backend, encoder.identity.precision) == ("openvino", "bf16")


@pytest.mark.usefixtures("without_openvino")
def test_auto_makes_do_with_torch(bert: str) -> None:
    encoder = open_encoder(bert, "auto")
    assert isinstance(encoder, SentenceTransformerEncoder)
    assert (encoder.identity.backend, encoder.identity.precision) == ("torch", "f32")


@pytest.mark.usefixtures("without_openvino")
def test_openvino_that_is_missing_says_what_to_install(bert: str) -> None:
    with pytest.raises(BackendUnavailable, match=r"pip install 'rolematch\[openvino\]'"):
        open_encoder(bert, "openvino")


@pytest.mark.usefixtures("with_openvino")
@pytest.mark.parametrize("change", [{"model_type": "mpnet"}, {"hidden_act": "relu"}])
def test_models_of_another_kind_are_left_to_torch(tmp_path: Path, change: dict[str, str]) -> None:
    name = str(write_model(tmp_path / "other", **change))
    assert isinstance(open_encoder(name, "auto"), SentenceTransformerEncoder)
    with pytest.raises(ModelUnsupported, match=f"{next(iter(change))}.*torch backend"):
        open_encoder(name, "openvino")


@pytest.mark.usefixtures("with_openvino")
def test_the_environment_chooses_and_the_argument_outweighs_it(
    bert: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ROLEMATCH_BACKEND", "torch")
    assert open_encoder(bert).identity.backend == "torch"
    assert open_encoder(bert, "openvino").identity.backend == "openvino"


@pytest.mark.usefixtures("with_openvino")
@pytest.mark.parametrize(("fast", "expected"), [(True, "bf16"), (False, "f32")])
def test_the_processor_chooses_the_precision_where_nobody_does(
    bert: str, fast: bool, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ROLEMATCH_PRECISION", raising=False)
    monkeypatch.setattr(opening, "multiplies_bf16", lambda: fast)
    assert open_encoder(bert, "openvino").identity.precision == expected
    assert open_encoder(bert, "openvino", precision="f32").identity.precision == "f32"
    assert open_encoder(bert, "torch").identity.precision == "f32"
    monkeypatch.setenv("ROLEMATCH_PRECISION", "f32")
    assert open_encoder(bert, "openvino").identity.precision == "f32"
    assert open_encoder(bert, "openvino", precision="bf16").identity.precision == "bf16"


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("processor\t: 0\nflags\t\t: fpu avx512_bf16 amx_bf16 amx_tile\n", True),
        ("processor\t: 0\nflags\t\t: fpu avx512_bf16\n", False),
        ("processor\t: 0\nFeatures\t: fp asimd bf16\n", False),
    ],
)
def test_only_whole_matrices_of_bf16_are_worth_it(
    tmp_path: Path, told: str, expected: bool
) -> None:
    path = tmp_path / "cpuinfo"
    path.write_text(told)
    assert multiplies_bf16(path) == expected
    assert not multiplies_bf16(tmp_path / "missing")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"backend": "tensorflow"}, "no backend tensorflow: choose auto, torch, openvino"),
        ({"precision": "int8"}, "no precision int8: choose auto, f32, bf16"),
    ],
)
def test_unknown_choices_name_the_known_ones(options: dict[str, str], message: str) -> None:
    with pytest.raises(BackendUnavailable, match=message):
        open_encoder(**options)


def test_a_local_folder_is_revised_by_its_digest(bert: str) -> None:
    identity = open_encoder(bert, "torch").identity
    assert identity.revision == identity.digest[:12]
    assert identity.dimension == 8


def test_no_texts_load_nothing(bert: str) -> None:
    assert open_encoder(bert, "torch").encode([]).shape == (0, 8)


CACHED_RUN = """
import json, sys
from pathlib import Path
import numpy as np
from embeddings.opening import open_encoder
from embeddings.store import CachedEncoder, VectorCache
model, backend, folder = sys.argv[1:]
encoder = open_encoder(model, backend, cache_folder=Path(folder))
with VectorCache(Path(folder, "vectors.sqlite")) as cache:
    cache.put_many(encoder.identity, {"known": np.ones(8, np.float32)})
    assert CachedEncoder(encoder, cache).encode(["known"]).sum() == 8
print(json.dumps(sorted(sys.modules)))
"""


@pytest.mark.parametrize("backend", ["torch", "auto"])
def test_a_run_over_known_texts_imports_no_model_library(
    bert: str, backend: str, tmp_path: Path
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", CACHED_RUN, bert, backend, str(tmp_path)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        check=True,
        text=True,
    )
    assert done.stderr == ""
    assert not {*HEAVY, "faiss", "bm25s", "huggingface_hub"} & set(json.loads(done.stdout))
