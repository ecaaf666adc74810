"""The tables of speed in the documents, from the figures that `make bench-speed` keeps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from benchmarks.encoding import BACKENDS
from benchmarks.results_file import read_result

COMMANDS = {
    "help": "`rolematch --help`",
    "first": "`rolematch rank`, the first time",
    "again": "the second time (no model is loaded)",
}
STEPS = {
    "reading": "reading files (PDF and Word in a process of its own, which is not counted)",
    "facts": "layout and facts, the tables loaded on the way",
    "embedding": "embedding every passage",
    "ranking": "putting everybody in order, a role not asked before, tables loaded on the way",
    "ranking_again": "the same, asked again",
    "explaining": "verdicts with reasons and quotes",
}


def commands() -> Iterator[str]:
    """Yield what the command takes, and each step."""
    found = _kept()
    count, plain = found["candidates"], found["plain"]
    yield f"| ranking {count} sample CVs | of the processors | on the clock |"
    yield "|---|---|---|"
    for name, says in COMMANDS.items():
        took = found["commands"][name]
        yield f"| {says} | {took['processor_seconds']:.1f} s | {took['seconds']:.1f} s |"
    yield f"| peak memory | {found['commands']['peak_bytes'] / 1e6:.0f} MB | |"
    yield ""
    yield "| step | CVs a processor second |"
    yield "|---|---|"
    for name, says in STEPS.items():
        yield f"| {says} | {_rate(count, found['steps'][name])} |"
    took = _rate(plain["candidates"], plain["encode"])
    yield f"| `SentenceTransformer.encode` of whole CVs, cut off at 256 pieces | {took} |"


def backends() -> Iterator[str]:
    """Yield the speed and the fidelity of each backend."""
    found = _kept()["backends"]
    yield (
        "| backend | passages a second, on the clock | times plain | a processor second "
        "| times plain | loading | mean cosine | least cosine | ten nearest kept |"
    )
    yield "|---|---|---|---|---|---|---|---|---|"
    for row in found:
        name = BACKENDS[row["backend"]]
        if "not_run" in row:
            yield f"| {name} | not run: {row['not_run']} | | | | | | | |"
            continue
        rates = " | ".join(
            _beside(row, found[0], time) for time in ("seconds", "processor_seconds")
        )
        yield (
            f"| {name} | {rates} | {row['load']['processor_seconds']:.1f} s "
            f"| {row['mean_cosine']:.5f} | {row['least_cosine']:.5f} | {row['overlap']:.3f} |"
        )


def pools() -> Iterator[str]:
    """Yield what ranking takes as the pool grows."""
    found = _kept()["pools"]
    yield (
        "| candidates | passages | best 50, a new role | the same, asked again | everybody judged "
        "| flat index, no verdicts | reading every vector once | bytes a candidate |"
    )
    yield "|---|---|---|---|---|---|---|---|"
    for row in found["rows"]:
        everybody = _time(row["everybody"]) if row["everybody"] else ""
        # A small pool fits into memory that was held before.
        held = f"{row['bytes_per_candidate']:,}" if row["candidates"] >= 10_000 else ""
        yield (
            f"| {row['candidates']:,} | {row['passages']:,} | {_time(row['first'])} "
            f"| {_time(row['again'])} | {everybody} | {_time(row['plain_search'])} "
            f"| {_seconds(row['limit_seconds'])} | {held} |"
        )
    grows = found["exponents"]
    yield ""
    yield (
        f"Processor time grows with the power {grows['first']:g} of the pool for a new role, "
        f"{grows['again']:g} asked again, {grows['everybody']:g} where everybody is judged and "
        f"{grows['plain_search']:g} for the flat index."
    )
    for size, reason in found["not_run"].items():
        yield f"A pool of {int(size):,} was not run: it {reason}."


def recall() -> Iterator[str]:
    """Yield what the recall stage costs, and whom it misses."""
    found = read_result("large_pools")
    sizes = found["index"]
    yield (
        f"| index over passages, {found['passages_each']} a candidate | "
        + " | ".join(f"{int(size):,} candidates" for size in sizes)
        + " |"
    )
    yield "|---|" + "---|" * len(sizes)
    for name in next(iter(sizes.values())):
        yield f"| {name} | " + " | ".join(f"{each[name]:.2f}" for each in sizes.values()) + " |"
    yield ""
    many, best = found["pool"], found["best"]
    numbers = " | ".join(f"{each} judged" for each in found["chosen"])
    yield f"| recall@{best} of {many:,} candidates: those judged are the | {numbers} |"
    yield "|---|" + "---|" * len(found["chosen"])
    for name, shares in found["recall"].items():
        yield f"| {name} | " + " | ".join(f"{each:.3f}" for each in shares) + " |"
    yield ""
    told = [f"{name} in {_seconds(took)}" for name, took in found["seconds"].items()]
    yield f"Of {many:,} candidates, in the mean over the roles: {', '.join(told)}."


def _kept() -> dict[str, Any]:
    return read_result("speed")


def _beside(row: Mapping[str, Any], plain: Mapping[str, Any], time: str) -> str:
    rate, other = (each["texts"] / each["encode"][time] for each in (row, plain))
    return f"{rate:.0f} | {rate / other:.1f}"


def _rate(count: int, took: Mapping[str, float]) -> str:
    rate = count / took["processor_seconds"]
    return f"{rate:,.0f}" if rate >= 100 else f"{rate:.1f}"


def _time(took: Mapping[str, float]) -> str:
    return _seconds(took["processor_seconds"])


def _seconds(value: float) -> str:
    if value >= 1:
        return f"{value:.1f} s"
    return f"{value * 1000:.0f} ms" if value >= 0.001 else f"{value * 1000:.2f} ms"
