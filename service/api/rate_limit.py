"""How much a key may ask for, counted by all processes of the host together.

Must not know HTTP. GCRA, the generic cell rate algorithm (ITU-T I.371, annex A; for APIs see
https://brandur.org/rate-limiting): a key has one number, the theoretical arrival time (TAT), at
which all its units are there again. A request moves it on by its cost, and is refused where that
would take it further ahead of now than the burst allows. The file is not the truth and holds no
more than ids of keys: it is thrown away when a server starts.
"""

from __future__ import annotations

import math
import sqlite3
import threading
import time
from dataclasses import dataclass
from pathlib import Path

import structlog

FILE = "rate-limits.sqlite"
BUSY_SECONDS = 1.0
SECOND = 1_000_000
# How much of a minute's units may be used at once.
BURST_SHARE = 0.25

# One statement, so that two processes cannot both take the last unit. A TAT further ahead than the
# burst comes from a clock that was set back, and is cut down.
_TAKE = """
INSERT INTO arrivals (key, tat, taken) VALUES (:key, :now + :cost, 1)
ON CONFLICT (key) DO UPDATE SET
    taken = max(tat, :now) + :cost <= :now + :burst,
    tat = CASE
        WHEN max(tat, :now) + :cost <= :now + :burst THEN max(tat, :now) + :cost
        ELSE min(tat, :now + :burst)
    END
RETURNING tat, taken
"""


@dataclass(frozen=True, slots=True)
class Allowance:
    """What a key was allowed.

    Attributes:
        granted: Whether the request may go on.
        quota: How many units can be used at once.
        window: How many seconds it takes from none left to all of them.
        remaining: How many units are left now.
        reset: In how many seconds all of them are there again.
        retry_after: In how many seconds the same request will be granted; 0 if it was.
    """

    granted: bool
    quota: int
    window: int
    remaining: int
    reset: int
    retry_after: int


class RateLimit:
    """A count for each key in a file.

    Args:
        folder: The data directory.
        rate: How many units a key may use in a minute.
        dearest: The cost of the dearest request, which the burst has room for.
    """

    def __init__(self, folder: Path, rate: int, dearest: int) -> None:
        # Times are whole microseconds: fractions would not add up.
        # Of a rate beyond what the clock tells, as much as it tells.
        self._interval = max(1, 60 * SECOND // rate)
        self._units = max(math.ceil(rate * BURST_SHARE), dearest)
        self._lock = threading.Lock()
        self._log = structlog.get_logger("rate_limit")
        self._file = sqlite3.connect(
            folder / FILE, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
        self._file.execute("PRAGMA journal_mode = WAL")
        self._file.execute("PRAGMA synchronous = OFF")
        self._file.execute(
            "CREATE TABLE IF NOT EXISTS arrivals"
            " (key TEXT PRIMARY KEY, tat INTEGER NOT NULL, taken INTEGER NOT NULL) WITHOUT ROWID"
        )

    def take(self, key: str, cost: int) -> Allowance:
        """Use ``cost`` units of a key where it has them.

        A file that cannot be used grants everything: a limit is no reason to stop working.
        """
        now = int(time.time() * SECOND)
        values = {
            "key": key,
            "now": now,
            "cost": cost * self._interval,
            "burst": self._units * self._interval,
        }
        try:
            with self._lock:
                tat, taken = self._file.execute(_TAKE, values).fetchone()
        except sqlite3.Error as error:
            self._log.warning("rate limit not counted", kind=type(error).__name__)
            tat, taken = now, True
        return self._allowance(tat - now, bool(taken), cost)

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def _allowance(self, ahead: int, granted: bool, cost: int) -> Allowance:
        burst = self._units * self._interval
        short = ahead + cost * self._interval - burst
        return Allowance(
            granted=granted,
            quota=self._units,
            window=math.ceil(burst / SECOND),
            remaining=max(0, (burst - ahead) // self._interval),
            reset=max(0, math.ceil(ahead / SECOND)),
            retry_after=0 if granted else max(1, math.ceil(short / SECOND)),
        )


def forget(folder: Path) -> None:
    """Throw the counts away; nobody may have the file open."""
    for name in (FILE, f"{FILE}-wal", f"{FILE}-shm"):
        (folder / name).unlink(missing_ok=True)
