"""Public test collections: what each holds, and where to get it.

Must not know how one is read, nor whether it is there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import tomli


@dataclass(frozen=True, slots=True)
class Known:
    """A public test collection.

    Attributes:
        title: What people call it.
        about: What it holds and who judged.
        where: Where to get it.
    """

    title: str
    about: str
    where: str


@cache
def known() -> Mapping[str, Known]:
    """Return the public collections by the name of the folder each is looked for in."""
    text = (files("data.datasets") / "known.toml").read_text(encoding="utf-8")
    return {name: Known(**entry) for name, entry in tomli.loads(text).items()}
