"""A digest of packages' source and tables, so that a result can say which code made it.

Must not know what the packages are for.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable

ENDINGS = (".py", ".toml", ".csv", ".safetensors")


def source_digest(packages: Sequence[str]) -> str:
    """Return SHA-256, in hex, over the names and contents of code, tables and weights.

    Args:
        packages: Top-level packages, or a package or module right below one ('data.knowledge').
    """
    digest = hashlib.sha256()
    for package in packages:
        root, _, module = package.partition(".")
        start = files(root)
        if module:
            start = start / (f"{module}.py" if (start / f"{module}.py").is_file() else module)
        for name, content in _contents(start, package):
            digest.update(name.encode())
            digest.update(content)
    return digest.hexdigest()


def _contents(node: Traversable, name: str) -> Iterator[tuple[str, bytes]]:
    if node.is_file():
        if node.name.endswith(ENDINGS):
            yield name, node.read_bytes()
        return
    for child in sorted(node.iterdir(), key=lambda each: each.name):
        if child.name != "__pycache__":
            yield from _contents(child, f"{name}/{child.name}")
