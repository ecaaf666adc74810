"""What a benchmark found, kept as JSON: ``benchmarks/results/NAME.json``.

The tables of the documents are made from these files. Must not know what is in one, except that
each says where it was measured.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "results"
# Digits behind the point: more than any table shows, fewer than chance changes.
DIGITS = 6
# A list or an object that holds no other.
_INNERMOST = re.compile(r"[\[{]\n[^\[\]{}]*[\]}]")


def write_result(
    name: str, found: Mapping[str, Any], environment: Mapping[str, Any], folder: Path = FOLDER
) -> Path:
    """Write a result, keys in the order given, numbers to `DIGITS`, and return the file.

    Raises:
        ValueError: The result holds something that JSON has no word for, such as NaN.
    """
    whole = _rounded({**found, "environment": environment})
    text = _INNERMOST.sub(_on_one_line, json.dumps(whole, indent=1, allow_nan=False))
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


def _rounded(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, DIGITS)
    if isinstance(value, Mapping):
        return {key: _rounded(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_rounded(each) for each in value]
    return value


def _on_one_line(innermost: re.Match[str]) -> str:
    # Only the breaks of this file: those within a text are escaped.
    words = re.sub(r"\n *", " ", innermost.group())
    return f"{words[0]}{words[1:-1].strip()}{words[-1]}"
