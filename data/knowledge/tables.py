"""The shipped tables of this folder as parsed. Must not know what any of them holds."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import tomli


def toml_table(name: str) -> dict[str, Any]:
    """Return a table of this folder, parsed anew at every call.

    Args:
        name: The file's name, under the folder ("titles.toml", "fields/care.toml").
    """
    return tomli.loads(files(__package__).joinpath(name).read_text(encoding="utf-8"))


def toml_names(folder: str) -> list[str]:
    """Return the names of a folder's tables, as ``toml_table`` takes them, in order."""
    names = sorted(each.name for each in files(__package__).joinpath(folder).iterdir())
    return [f"{folder}/{name}" for name in names if name.endswith(".toml")]
