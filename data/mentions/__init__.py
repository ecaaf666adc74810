"""A small model of what the mentions of a CV are to its writer, and what it was trained on.

``model/`` holds the weights, ``statements/`` the labelled lines; README.md tells where both are
from. Must not know how the model is run.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

__all__ = ["model_folder"]


def model_folder() -> Path:
    """Return the folder of the shipped model."""
    return Path(str(files(__package__) / "model"))
