"""What a benchmark found, kept as JSON: ``benchmarks/results/NAME.json``.

The tables of the documents are made from these files. Must not know what is in one, except that
each says where it was measured.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "results"


def write_result(
    name: str, found: Mapping[str, Any], environment: Mapping[str, Any], folder: Path = FOLDER
) -> Path:
    """Write a result, keys in the order given, and return the file.

    Raises:
        ValueError: The result holds something that JSON has no word for, such as NaN.
    """
    text = json.dumps({**found, "environment": environment}, indent=1, allow_nan=False)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.json"
    path.write_text(text + "\n", encoding="utf-8")
    return path


def read_result(name: str, folder: Path = FOLDER) -> dict[str, Any]:
    """Return a result that was kept.

    Raises:
        FileNotFoundError: None of this name was.
    """
    found: dict[str, Any] = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    return found
