"""Words that share a stem."""

from __future__ import annotations

import pytest

from matcher.judging.words.stems import has_all, kin


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("administration", "administrator"),
        ("nurse", "nursing"),
        ("manager", "management"),
        ("accountant", "accountancy"),
        ("plan", "plan"),
        ("control", "controller"),
        ("autism", "autistic"),
    ],
)
def test_kin(one: str, other: str) -> None:
    assert kin(one, other)
    assert kin(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("care", "career"), ("port", "portfolio"), ("test", "testimony"), ("it", "its")],
)
def test_not_kin(one: str, other: str) -> None:
    assert not kin(one, other)


def test_all_words_in_any_form() -> None:
    assert has_all(["database", "administration"], "Database administrator at a bank")
    assert not has_all(["database", "administration"], "Administrator at a bank")
    assert not has_all([], "Anything")
