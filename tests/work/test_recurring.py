"""What is done again and again: at once, again after a failure, and not after its end."""

import logging
import threading

import pytest

from service.store.database import StoreUnavailable
from service.work.recurring import Recurring


@pytest.mark.parametrize(
    ("failure", "logged"),
    [
        (StoreUnavailable("away"), "errands has to wait for the store"),
        (ValueError("Robin Example"), "errands failed (ValueError)"),
    ],
)
def test_what_fails_is_done_again(
    failure: Exception, logged: str, caplog: pytest.LogCaptureFixture
) -> None:
    again = threading.Event()
    times = 0

    def work(_: threading.Event) -> None:
        nonlocal times
        times += 1
        if times == 1:
            raise failure
        again.set()

    errands = Recurring("errands", 0.01, work)
    with caplog.at_level(logging.WARNING):
        errands.start()
        assert again.wait(10)
    errands.close()
    assert [record.getMessage() for record in caplog.records] == [logged]


def test_what_is_in_hand_is_told_to_come_to_an_end() -> None:
    begun = threading.Event()
    ended = []

    def work(end: threading.Event) -> None:
        begun.set()
        ended.append(end.wait(10))

    errands = Recurring("errands", 0.01, work)
    errands.start()
    assert begun.wait(10)
    errands.close()
    assert ended == [True]


def test_what_was_never_started_can_be_closed() -> None:
    Recurring("errands", 1, lambda _: None).close()
