"""Patterns are compiled when they are first asked; each that the code holds can be."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

from data.patterns import regex

ROOT = Path(__file__).resolve().parents[1]


def test_a_pattern_answers_as_the_compiled_one_does() -> None:
    mine, theirs = regex(r"(?P<n>\d)x", re.IGNORECASE), re.compile(r"(?P<n>\d)x", re.IGNORECASE)
    assert mine.pattern == theirs.pattern
    for text in ("", "1x 2X", "2Xy"):
        assert mine.sub("-", text) == theirs.sub("-", text)
        assert mine.findall(text) == theirs.findall(text)
        for find in ("search", "match", "fullmatch"):
            found, expected = getattr(mine, find)(text), getattr(theirs, find)(text)
            assert (found and found.span("n")) == (expected and expected.span("n"))
    assert mine.flags == theirs.flags
    assert mine.groupindex == theirs.groupindex


def test_a_pattern_takes_positions_as_the_compiled_one_does() -> None:
    assert regex("a").search("aba", 1) is not None
    assert regex("a").match("aba", 1) is None


def test_a_mistake_shows_at_the_first_call() -> None:
    broken = regex("(")
    with pytest.raises(re.error, match="unterminated"):
        broken.search("")


@pytest.mark.parametrize("package", ["data", "matcher", "service"])
def test_every_pattern_of_a_package_compiles(package: str) -> None:
    compiled = 0
    lazy = type(regex(""))
    for module in _users(package):
        for name, value in vars(import_module(module)).items():
            for each in _held(value):
                if isinstance(each, lazy):
                    try:
                        compiled += each.flags >= 0
                    except re.error as error:
                        pytest.fail(f"{module}.{name}: {error}")
    assert compiled


def _users(package: str) -> list[str]:
    return [
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for path in sorted((ROOT / package).rglob("*.py"))
        if "import regex" in path.read_text(encoding="utf-8")
    ]


def _held(value: object) -> list[object]:
    if isinstance(value, dict):
        return [each for pair in value.items() for item in pair for each in _held(item)]
    if isinstance(value, (list, tuple, set, frozenset)):
        return [each for item in value for each in _held(item)]
    return [value]
