"""What is encoded while CVs are still being read."""

from collections.abc import Sequence
from datetime import date
from threading import Event

import numpy as np
from numpy.typing import NDArray

from embeddings.passages import windows
from matcher.candidates.reader import read_candidate
from service.ahead import EncodingAhead
from tests.api.serving import cv
from tests.fakes import FirstLetterEncoder

ANNA = read_candidate("anna", cv("Anna Example"), windows, date(2026, 11, 23))
TEXTS = {passage.text for passage in ANNA.passages} | {
    each.title for each in ANNA.positions if each.title
}


class Listening:
    """An encoder that keeps what it is asked for, and says when it has all of a candidate's."""

    identity = FirstLetterEncoder().identity

    def __init__(self) -> None:
        self.texts: set[str] = set()
        self.done = Event()

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.texts |= set(texts)
        if self.texts >= TEXTS:
            self.done.set()
        return FirstLetterEncoder().encode(texts)


class Failing:
    """An encoder that cannot."""

    identity = FirstLetterEncoder().identity

    def __init__(self) -> None:
        self.asked = Event()

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.asked.set()
        raise RuntimeError("no")


def test_passages_and_titles_are_encoded_before_the_block_ends() -> None:
    encoder = Listening()
    with EncodingAhead(encoder) as ahead:
        ahead.take(ANNA)
        assert encoder.done.wait(timeout=30)
    assert encoder.texts == TEXTS


def test_a_failure_is_left_to_whoever_asks_next() -> None:
    encoder = Failing()
    with EncodingAhead(encoder) as ahead:
        ahead.take(ANNA)
        assert encoder.asked.wait(timeout=30)


def test_nothing_to_encode_asks_for_nothing() -> None:
    encoder = Listening()
    with EncodingAhead(encoder):
        pass
    assert encoder.texts == set()
