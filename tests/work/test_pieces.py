"""Work in pieces: all of it, a few at a time, and again where the engine room is full."""

import asyncio
from collections.abc import Sequence
from concurrent.futures import Future

import pytest

from service.engine.records import RoomBusy, RoomFailed
from service.work import pieces
from service.work.pieces import AT_ONCE, in_pieces

KEYS = list(range(2 * AT_ONCE + 1))


def ask(*refusals: int) -> object:
    """Return what takes pieces on, but not where it is asked for these times."""
    times = iter(range(1, 100))

    def asked(some: Sequence[int]) -> Future[list[int]]:
        if next(times) in refusals:
            raise RoomBusy("full")
        future: Future[list[int]] = Future()
        future.set_result(list(some))
        return future

    return asked


@pytest.mark.parametrize("processes", [1, 2, 5])
def test_every_piece_comes_back(processes: int) -> None:
    found = asyncio.run(in_pieces(ask(), KEYS, processes))  # type: ignore[arg-type]
    assert sorted(len(each) for each in found) == [1, AT_ONCE, AT_ONCE]
    assert sorted(key for each in found for key in each) == KEYS


def test_a_room_that_is_full_at_first_says_so_and_later_is_asked_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pieces, "BUSY_SECONDS", 0)
    with pytest.raises(RoomBusy):
        asyncio.run(in_pieces(ask(1), KEYS, 1))  # type: ignore[arg-type]
    found = asyncio.run(in_pieces(ask(2, 3), KEYS, 1))  # type: ignore[arg-type]
    assert sorted(key for each in found for key in each) == KEYS


def test_nothing_to_do_is_done() -> None:
    assert asyncio.run(in_pieces(ask(1), [], 1)) == []  # type: ignore[arg-type]


def test_what_fails_fails_all() -> None:
    def failing(some: Sequence[int]) -> Future[int]:
        future: Future[int] = Future()
        if some[0]:
            future.set_exception(RoomFailed("broken"))
        else:
            future.set_result(1)
        return future

    with pytest.raises(RoomFailed):
        asyncio.run(in_pieces(failing, KEYS, 2))
