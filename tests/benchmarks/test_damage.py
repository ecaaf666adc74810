"""Damage is what it says, and the same each time."""

import pytest

from benchmarks.damage import bullets_lost, lower_cased, scanned

TEXT = "Led a team of 40 in Leeds.\n- Budget of £4m\n  • Calls answered\n1. Rotas\n-5% costs\n" * 40


@pytest.mark.parametrize("rate", [0.01, 0.03, 0.05])
def test_about_so_many_letters_come_out_wrong(rate: float) -> None:
    found = scanned("a" * 10_000, rate)
    assert found.count("o") == pytest.approx(10_000 * rate, rel=0.25)
    assert set(found) == {"a", "o"}


def test_scanning_repeats_itself_and_keeps_the_lines() -> None:
    assert scanned(TEXT, 0.05) == scanned(TEXT, 0.05) != TEXT
    assert scanned(TEXT, 0.05).count("\n") == TEXT.count("\n")
    assert scanned(TEXT, 0) == TEXT


def test_a_letter_that_looks_like_no_other_is_lost_or_doubled() -> None:
    assert set(scanned("k" * 3, 1)) <= {"k"}
    assert len(scanned("k" * 100, 1)) % 2 == 0


def test_capitals_and_bullets_go() -> None:
    assert lower_cased("ITIL Expert") == "itil expert"
    assert bullets_lost("- One\n  • Two\n2. Three\n-5% four\nfive - six") == (
        "One\n  Two\nThree\n-5% four\nfive - six"
    )
