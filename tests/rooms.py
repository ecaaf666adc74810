"""An engine room without processes: the same work, done at once, with vectors from one's head."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from datetime import date
from typing import Any

from service.engine.bench import Bench
from service.engine.records import (
    Decided,
    EngineSettings,
    Prospect,
    ReadCv,
    Replayed,
    Surroundings,
)
from tests.fakes import FirstLetterEncoder


class Here:
    """A room whose work is done in the thread that asks for it.

    `calls` counts what was asked for, by name; `failing` is raised instead of the next work.
    """

    def __init__(self, database: str) -> None:
        self.bench = Bench(EngineSettings(database), FirstLetterEncoder())
        self.processes = 1
        self.waiting = 0
        self.is_ready = True
        self.calls: list[str] = []
        self.failing: list[Exception] = []

    @property
    def surroundings(self) -> Surroundings:
        return self.bench.surroundings()

    def start(self) -> None:
        """Nothing is started."""

    def close(self) -> None:
        """End what the bench has started."""
        self.bench.close()

    def read_cv(
        self, data: bytes, name: str, as_of: date, *, plain_text: bool = False
    ) -> Future[ReadCv]:
        return self._done(
            "read_cv", lambda: self.bench.read_cv(data, name, as_of, plain_text=plain_text)
        )

    def read_role(
        self, data: bytes, name: str, *, plain_text: bool = False
    ) -> Future[dict[str, Any]]:
        return self._done(
            "read_role", lambda: self.bench.read_role(data, name, plain_text=plain_text)
        )

    def match(self, role: str, cv: str, as_of: date, *, blinded: bool = False) -> Future[Any]:
        return self._done("match", lambda: self.bench.match(role, cv, as_of, blinded=blinded))

    def judge(self, tenant: int, basis: int, wanted: Sequence[int]) -> Future[int]:
        return self._done("judge", lambda: self.bench.judge(tenant, basis, wanted))

    def prospects(self, tenant: int, basis: int, wanted: Sequence[int]) -> Future[list[Prospect]]:
        return self._done("prospects", lambda: self.bench.prospects(tenant, basis, wanted))

    def recall(
        self, tenant: int, pool: int | None, role: dict[str, Any], k: int
    ) -> Future[list[int]]:
        return self._done("recall", lambda: self.bench.recall(tenant, pool, role, k))

    def refresh(self, tenant: int, wanted: Sequence[int], as_of: date) -> Future[int]:
        return self._done("refresh", lambda: self.bench.refresh(tenant, wanted, as_of))

    def replay(self, tenant: int, basis: int, wanted: Sequence[int]) -> Future[list[Replayed]]:
        return self._done("replay", lambda: self.bench.replay(tenant, basis, wanted))

    def rejudge(
        self,
        tenant: int,
        basis: int,
        role: dict[str, Any],
        requirements: Sequence[str],
        wanted: Sequence[int],
    ) -> Future[dict[int, dict[str, Decided]]]:
        return self._done(
            "rejudge", lambda: self.bench.rejudge(tenant, basis, role, requirements, wanted)
        )

    def _done(self, name: str, work: Callable[[], Any]) -> Future[Any]:
        self.calls.append(name)
        future: Future[Any] = Future()
        if self.failing:
            error = self.failing.pop()
            if getattr(error, "at_once", False):
                raise error
            future.set_exception(error)
            return future
        try:
            future.set_result(work())
        except Exception as error:
            future.set_exception(error)
        return future
