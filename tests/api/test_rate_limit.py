"""Units of a key: used up, coming back, shared by processes, never a reason to stop."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from service.api import rate_limit
from service.api.rate_limit import Allowance, RateLimit, forget


class Clock:
    now = 1_000_000.0

    def time(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(rate_limit.time, "time", made.time)
    return made


def test_units_are_used_up_and_come_back(tmp_path: Path, clock: Clock) -> None:
    limit = RateLimit(tmp_path, rate=60, dearest=5)  # one a second, 15 at once
    assert limit.take("k", 10) == Allowance(True, 15, 15, 5, 10, 0)
    assert limit.take("k", 5) == Allowance(True, 15, 15, 0, 15, 0)
    assert limit.take("k", 2) == Allowance(False, 15, 15, 0, 15, 2)
    clock.now += 1
    assert limit.take("k", 2) == Allowance(False, 15, 15, 1, 14, 1)
    clock.now += 1
    assert limit.take("k", 2) == Allowance(True, 15, 15, 0, 15, 0)
    clock.now += 1000
    assert limit.take("k", 1) == Allowance(True, 15, 15, 14, 1, 0)
    limit.close()


def test_a_refusal_costs_nothing(tmp_path: Path, clock: Clock) -> None:
    limit = RateLimit(tmp_path, rate=60, dearest=5)
    limit.take("k", 14)
    refused = [limit.take("k", 5) for _ in range(10)]
    assert {each.retry_after for each in refused} == {4}
    assert limit.take("k", 1).granted
    limit.close()


def test_keys_do_not_share(tmp_path: Path, clock: Clock) -> None:
    limit = RateLimit(tmp_path, rate=60, dearest=5)
    limit.take("a", 15)
    assert limit.take("b", 15).granted
    limit.close()


def test_the_dearest_request_always_fits(tmp_path: Path, clock: Clock) -> None:
    limit = RateLimit(tmp_path, rate=4, dearest=20)
    assert limit.take("k", 20).granted
    limit.close()


def test_a_clock_that_was_set_back_locks_nobody_out(tmp_path: Path, clock: Clock) -> None:
    limit = RateLimit(tmp_path, rate=60, dearest=5)
    limit.take("k", 15)
    clock.now -= 86_400
    assert limit.take("k", 1) == Allowance(False, 15, 15, 0, 15, 1)
    clock.now += 1
    assert limit.take("k", 1).granted
    limit.close()


def test_several_processes_share_the_units(tmp_path: Path, clock: Clock) -> None:
    opened = [RateLimit(tmp_path, rate=400, dearest=1) for _ in range(4)]

    def use(limit: RateLimit) -> int:
        return sum(limit.take("k", 1).granted for _ in range(50))

    with ThreadPoolExecutor(4) as threads:
        assert sum(threads.map(use, opened)) == 100
    for each in opened:
        each.close()


def test_a_file_that_cannot_be_used_grants_everything(tmp_path: Path, clock: Clock) -> None:
    limit = RateLimit(tmp_path, rate=60, dearest=5)
    other = sqlite3.connect(tmp_path / rate_limit.FILE)
    other.execute("DROP TABLE arrivals")
    other.close()
    assert all(limit.take("k", 15).granted for _ in range(3))
    limit.close()


def test_forgetting_removes_the_files(tmp_path: Path) -> None:
    limit = RateLimit(tmp_path, rate=60, dearest=5)
    limit.take("k", 1)
    limit.close()
    forget(tmp_path)
    assert list(tmp_path.iterdir()) == []
    forget(tmp_path)


def test_a_rate_beyond_what_a_clock_tells_is_as_good_as_none(tmp_path: Path, clock: Clock) -> None:
    limit = RateLimit(tmp_path, rate=10**9, dearest=5)
    assert limit.take("k", 1000).granted
    limit.close()
