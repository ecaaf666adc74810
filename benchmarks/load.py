"""What the service bears: many clients at once on a full store, and whether anything was lost.

    python -m benchmarks.load --candidates 5000 --clients 32 --seconds 60

Starts `rolematch serve` on a free loopback port with a new data directory, fills it with the sample
CVs, each made a file of its own by a number at its end, ranks three roles once, and then lets
clients upload, match, rank and read for a fixed time. Counts every answer that is not the one
hoped for, and looks at the end for every CV whose upload was acknowledged. Must not know how the
service works: it calls HTTP.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any

import numpy as np

from data import samples
from data.documents import Reader

COMMAND = Path(sys.executable).parent / "rolematch"
RESULTS = Path(__file__).parent / "results" / "load.json"
ROLES = 3
# What the clients do, and how often of a hundred times.
MIX = {"upload": 25, "match": 25, "rank": 20, "matches": 20, "candidate": 10}
# Nobody is turned away for asking often, and everybody is judged however many have come.
SETTINGS = {
    "ROLEMATCH_RATE": "10000000",
    "ROLEMATCH_IN_FLIGHT": "256",
    "ROLEMATCH_JUDGE_AT_MOST": "1000000",
}
STARTING_SECONDS = 120
# A machine that is slower than any of ours still gets this far.
FILLING_SECONDS = 3600


@dataclass(slots=True)
class Tally:
    """What one client saw: seconds by route, and what went wrong."""

    seconds: dict[str, list[float]] = field(default_factory=dict)
    wrong: dict[str, int] = field(default_factory=dict)
    uploaded: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Answer:
    """A status, and the JSON that came with it."""

    status: int
    body: Any


class Client:
    """One connection to the service."""

    def __init__(self, port: int) -> None:
        self._connection = HTTPConnection("127.0.0.1", port, timeout=120)

    def call(self, method: str, path: str, body: object = None) -> Answer:
        """Send a request and return its answer."""
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        kind = "application/x-ndjson" if isinstance(body, bytes) else "application/json"
        sent = None if body is None else data
        self._connection.request(method, path, sent, {"Content-Type": kind})
        answer = self._connection.getresponse()
        content = answer.read()
        return Answer(answer.status, json.loads(content) if content else None)

    def close(self) -> None:
        """Let go of the connection."""
        self._connection.close()

    def __enter__(self) -> Client:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


@contextmanager
def serving(workers: int, database: str | None) -> Iterator[int]:
    """Start the service with a new data directory; yield its port, and end it."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, **SETTINGS}
        arguments = ["serve", "--port", "0", "--workers", str(workers), "--data", folder]
        arguments += ["--database", database] if database else []
        log = Path(folder) / "log"
        with log.open("wb") as lines:
            process = subprocess.Popen(  # noqa: S603 - our own command
                [COMMAND, *arguments],
                env=environment,
                stdout=subprocess.PIPE,
                stderr=lines,
                start_new_session=True,
            )
        try:
            yield _port(process)
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(60)
            assert process.stdout is not None
            process.stdout.close()


def _port(process: subprocess.Popen[bytes]) -> int:
    """Read where the service listens, and wait until it is ready."""
    assert process.stdout is not None
    line = process.stdout.readline().decode()
    port = int(line.rstrip().rpartition(":")[2])
    end = time.monotonic() + STARTING_SECONDS
    while time.monotonic() < end:
        client = Client(port)
        try:
            if client.call("GET", "/readyz").status == 200:
                return port
        except (OSError, HTTPException):
            pass
        finally:
            client.close()
        time.sleep(0.2)
    raise SystemExit("the service did not become ready; run `rolematch serve` to see why")


def texts() -> tuple[list[str], list[str]]:
    """Return the texts of the sample roles and CVs."""
    with Reader() as reader:
        roles = [reader.read(path).text for path in samples.roles()[:ROLES]]
        cvs = [reader.read(path).text for path in sorted(samples.cvs().iterdir())]
    return roles, cvs


def numbered(text: str, number: int) -> str:
    """Return a CV that is a file of its own and says nothing else."""
    return f"{text}\n\nDocument {number}\n"


def fill(client: Client, cvs: Sequence[str], count: int) -> float:
    """Send ``count`` CVs as one batch; return the seconds until the last is stored."""
    lines = [
        json.dumps({"id": f"seed-{n}", "text": numbered(cvs[n % len(cvs)], n)})
        for n in range(count)
    ]
    began = time.perf_counter()
    answer = client.call("POST", "/v1/batches", "\n".join(lines).encode())
    assert answer.status == 202, answer
    path = f"/v1/batches/{answer.body['id']}"
    while (batch := client.call("GET", path).body)["status"] != "done":
        if time.perf_counter() - began > FILLING_SECONDS:
            raise SystemExit(f"filling the store takes too long: {batch}")
        time.sleep(0.5)
    return time.perf_counter() - began


def rank(client: Client, role: str) -> tuple[dict[str, Any], float]:
    """Rank everybody; return the finished ranking and how long it took, in seconds."""
    began = time.perf_counter()
    ranking: dict[str, Any] = client.call("POST", f"/v1/roles/{role}/rankings", {}).body
    while ranking["status"] in {"queued", "running"}:
        time.sleep(0.05)
        ranking = client.call("GET", f"/v1/rankings/{ranking['id']}").body
    return ranking, time.perf_counter() - began


@dataclass(frozen=True, slots=True)
class Work:
    """What clients need for their requests."""

    roles: Sequence[str]
    role_texts: Sequence[str]
    cvs: Sequence[str]
    rankings: Sequence[str]
    candidates: Sequence[str]


def one_client(port: int, number: int, work: Work, until: float, tally: Tally) -> None:
    """Do what clients do until the time is up, and note what comes of it."""
    client, choice = Client(port), random.Random(number)  # noqa: S311 - no secret
    sent = 0
    while time.monotonic() < until:
        (name,) = choice.choices(list(MIX), list(MIX.values()))
        sent += name == "upload"
        began = time.perf_counter()
        try:
            fine = ACTIONS[name](client, choice, work, f"client-{number}-{sent}", tally)
        except (OSError, HTTPException) as error:
            tally.wrong[type(error).__name__] = tally.wrong.get(type(error).__name__, 0) + 1
            client.close()
            client = Client(port)
            continue
        tally.seconds.setdefault(name, []).append(time.perf_counter() - began)
        if fine != "":
            tally.wrong[f"{name} {fine}"] = tally.wrong.get(f"{name} {fine}", 0) + 1
    client.close()


Action = Callable[[Client, random.Random, Work, str, Tally], str]


def _upload(client: Client, choice: random.Random, work: Work, name: str, tally: Tally) -> str:
    text = f"{choice.choice(work.cvs)}\n\nDocument {name}\n"
    answer = client.call("POST", "/v1/candidates", {"text": text, "external_id": name})
    if answer.status == 201:
        tally.uploaded.append(name)
        return ""
    return str(answer.status)


def _match(client: Client, choice: random.Random, work: Work, _: str, __: Tally) -> str:
    form = {"role": choice.choice(work.role_texts), "cv": choice.choice(work.cvs)}
    return _unless(client.call("POST", "/v1/match", form), 200)


def _rank(client: Client, choice: random.Random, work: Work, _: str, __: Tally) -> str:
    ranking, _seconds = rank(client, choice.choice(work.roles))
    return "" if ranking["status"] == "done" else str(ranking["status"])


def _matches(client: Client, choice: random.Random, work: Work, _: str, __: Tally) -> str:
    return _unless(client.call("GET", f"/v1/rankings/{choice.choice(work.rankings)}/matches"), 200)


def _candidate(client: Client, choice: random.Random, work: Work, _: str, __: Tally) -> str:
    return _unless(client.call("GET", f"/v1/candidates/{choice.choice(work.candidates)}"), 200)


def _unless(answer: Answer, status: int) -> str:
    return "" if answer.status == status else str(answer.status)


ACTIONS: dict[str, Action] = {
    "upload": _upload,
    "match": _match,
    "rank": _rank,
    "matches": _matches,
    "candidate": _candidate,
}


def lost(client: Client, uploaded: Sequence[str]) -> list[str]:
    """Return the external ids of acknowledged uploads that are not there exactly once."""
    gone = []
    for name in uploaded:
        found = client.call("GET", f"/v1/candidates?external_id={name}").body["items"]
        if len(found) != 1:
            gone.append(name)
    return gone


def run(candidates: int, clients: int, seconds: int, workers: int, database: str | None) -> Any:
    """Return the figures of one run."""
    role_texts, cvs = texts()
    with serving(workers, database) as port, Client(port) as client:
        filled = fill(client, cvs, candidates)
        roles = [client.call("POST", "/v1/roles", {"text": text}).body["id"] for text in role_texts]
        first = [rank(client, role) for role in roles]
        again = [rank(client, role)[1] for role in roles]
        some = client.call("GET", "/v1/candidates?limit=100").body["items"]
        work = Work(
            roles, role_texts, cvs, [each["id"] for each, _ in first], [each["id"] for each in some]
        )
        tallies = _together(port, clients, seconds, work)
        uploaded = [name for tally in tallies for name in tally.uploaded]
        # The first connection has been idle for so long that the service has closed it.
        with Client(port) as fresh:
            missing = lost(fresh, uploaded)
            (last, _) = rank(fresh, roles[0])
    return {
        "machine": {"processors": os.cpu_count(), "python": platform.python_version()},
        "settings": {
            "candidates": candidates,
            "clients": clients,
            "seconds": seconds,
            "workers": workers,
            "database": "postgresql" if database else "sqlite",
        },
        "filling": {"seconds": round(filled, 1), "cvs_per_second": round(candidates / filled, 1)},
        "first_ranking_seconds": [round(took, 2) for _, took in first],
        "second_ranking_seconds": [round(took, 3) for took in again],
        "routes": {name: _figures(tallies, name, seconds) for name in MIX},
        "requests_per_second": round(
            sum(len(each) for tally in tallies for each in tally.seconds.values()) / seconds, 1
        ),
        "wrong": _added(tallies),
        "uploads": len(uploaded),
        "lost": len(missing),
        "ranked_at_the_end": last["pool_size"],
    }


def _together(port: int, clients: int, seconds: int, work: Work) -> list[Tally]:
    tallies = [Tally() for _ in range(clients)]
    until = time.monotonic() + seconds
    threads = [
        threading.Thread(target=one_client, args=(port, number, work, until, tally))
        for number, tally in enumerate(tallies)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return tallies


def _figures(tallies: Sequence[Tally], name: str, seconds: int) -> dict[str, float]:
    took = [each for tally in tallies for each in tally.seconds.get(name, [])]
    if not took:
        return {"requests": 0}
    p50, p95, p99 = np.percentile(took, [50, 95, 99]) * 1000
    return {
        "requests": len(took),
        "per_second": round(len(took) / seconds, 1),
        "p50_ms": round(float(p50)),
        "p95_ms": round(float(p95)),
        "p99_ms": round(float(p99)),
    }


def _added(tallies: Sequence[Tally]) -> dict[str, int]:
    total: dict[str, int] = {}
    for tally in tallies:
        for name, count in tally.wrong.items():
            total[name] = total.get(name, 0) + count
    return dict(sorted(total.items()))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run, print the figures as JSON, and fail where anything went wrong or was lost."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--candidates", type=int, default=5000)
    parser.add_argument("--clients", type=int, default=32)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--database", help="the URL of an empty PostgreSQL database")
    parser.add_argument("--write", action="store_true", help=f"keep the figures in {RESULTS.name}")
    asked = parser.parse_args(arguments)
    found = run(asked.candidates, asked.clients, asked.seconds, asked.workers, asked.database)
    text = json.dumps(found, indent=1) + "\n"
    print(text, end="")
    if asked.write:
        RESULTS.parent.mkdir(exist_ok=True)
        RESULTS.write_text(text, encoding="utf-8")
    complete = found["ranked_at_the_end"] == asked.candidates + found["uploads"]
    return 0 if complete and not found["lost"] and not found["wrong"] else 1


if __name__ == "__main__":
    sys.exit(main())
