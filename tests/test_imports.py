"""The walls of the house, read from the import statements: see ARCHITECTURE.md."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ALLOWED = {
    "data": {"data"},
    "embeddings": {"embeddings"},
    "matcher": {"matcher", "data"},
    "benchmarks": {"benchmarks", "matcher", "data", "embeddings"},
    "service": {"service", "benchmarks", "matcher", "data", "embeddings"},
}


def imported_packages(path: Path) -> set[str]:
    """Return the top-level names that a file imports."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            names.add(node.module.split(".")[0])
    return names


@pytest.mark.parametrize("package", sorted(ALLOWED))
def test_a_package_imports_only_what_its_wall_lets_through(package: str) -> None:
    files = sorted((ROOT / package).rglob("*.py"))
    assert files
    for path in files:
        crossed = (imported_packages(path) & set(ALLOWED)) - ALLOWED[package]
        assert not crossed, f"{path.relative_to(ROOT)} imports {sorted(crossed)}"


def test_torch_is_imported_by_the_encoder_its_rivals_and_training_alone() -> None:
    heavy = {"torch", "sentence_transformers", "transformers"}
    users = {
        str(path.relative_to(ROOT))
        for package in ALLOWED
        for path in (ROOT / package).rglob("*.py")
        if imported_packages(path) & heavy
    }
    others = {
        "benchmarks/encoding.py",
        "benchmarks/onnx_encoder.py",
        "benchmarks/train_mentions.py",
    }
    assert users == {"embeddings/encoder.py", *others}
