"""Texts are encoded a few at a time, and nobody can tell from the vectors."""

import numpy as np
import pytest

from service.watching import AT_ONCE, Watched
from tests.fakes import FirstLetterEncoder

TEXTS = [f"{'abcdefghij'[n % 10]}pple {n}" for n in range(3 * AT_ONCE + 5)]


class Counting(FirstLetterEncoder):
    """Remembers how many texts each call had; gives up where it is told to."""

    def __init__(self, most: int = 10_000) -> None:
        super().__init__()
        self.calls: list[int] = []
        self._most = most

    def encode(self, texts):
        if len(self.calls) == self._most:
            raise KeyboardInterrupt
        self.calls.append(len(texts))
        return super().encode(texts)


@pytest.mark.parametrize("count", [0, 1, AT_ONCE, AT_ONCE + 1, len(TEXTS)])
def test_the_vectors_are_those_of_one_call(count: int) -> None:
    expected = FirstLetterEncoder().encode(TEXTS[:count])
    assert np.array_equal(Watched(FirstLetterEncoder()).encode(TEXTS[:count]), expected)


def test_many_texts_are_handed_on_a_few_at_a_time() -> None:
    encoder = Counting()
    Watched(encoder).encode(TEXTS)
    assert encoder.calls == [AT_ONCE, AT_ONCE, AT_ONCE, 5]


def test_what_was_done_before_an_interruption_was_handed_on() -> None:
    encoder = Counting(most=2)
    with pytest.raises(KeyboardInterrupt):
        Watched(encoder).encode(TEXTS)
    assert encoder.asked == TEXTS[: 2 * AT_ONCE]


def test_it_says_what_it_wraps() -> None:
    encoder = FirstLetterEncoder()
    assert Watched(encoder).identity == encoder.identity
