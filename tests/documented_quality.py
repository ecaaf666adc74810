"""Tables of quality, from benchmarks/results/quality.json: what was measured, and what came out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from benchmarks.ablations import ABLATIONS
from benchmarks.measures import NAMES
from benchmarks.quality import NAME
from benchmarks.quality_figures import CALLED, MEASURE, TITLES
from benchmarks.results_file import read_result
from benchmarks.systems import SYSTEMS
from benchmarks.verdict_baselines import BASELINES
from data.datasets import known

CASES = {"judgements": "shipped cases", "dev": "further cases"}
UNPUBLISHED = {
    "samples": "shipped in `data/samples/`: six roles, forty CVs, every pair graded 0 to 3",
    "gold": "the larger graded set: eight roles, 59 CVs, every pair graded 0 to 3; not published",
}
# How sure: below the first a p-value is printed as such, above the second to two decimals.
LEAST_P = 0.0001


def ranking() -> Iterator[str]:
    """Yield the lines of the table of nDCG@10, a column a collection."""
    collections = read_result(NAME)["collections"]
    yield f"| {MEASURE} | " + " | ".join(TITLES.get(name, name) for name in collections) + " |"
    yield "|---|" + "---|" * len(collections)
    for system in SYSTEMS:
        cells = [_interval(each["systems"][system][MEASURE]) for each in collections.values()]
        yield f"| {CALLED[system]} | " + " | ".join(cells) + " |"


def collections() -> Iterator[str]:
    """Yield the lines of the table of what was ranked and what was left out."""
    found = read_result(NAME)
    yield "| folder | queries | documents | what it is, and where to get it |"
    yield "|---|---|---|---|"
    for name, each in found["collections"].items():
        yield f"| `{name}` | {each['queries']} | {each['documents']:,} | {_about(name)} |"
    for name, each in found["left_out"].items():
        yield f"| `{name}` | not measured: {each['reason']} | | {_about(name)} |"


def _about(name: str) -> str:
    if name in known():
        each = known()[name]
        return f"{each.title}: {each.about}. {each.where}"
    return UNPUBLISHED.get(name, "a folder of the reader's")


def systems() -> Iterator[str]:
    """Yield, for each collection, the table of every measure and of the paired comparison."""
    for name, each in read_result(NAME)["collections"].items():
        yield f"**{TITLES.get(name, name)}**, {each['queries']} queries"
        yield ""
        yield "| system | " + " | ".join(NAMES) + " | rolematch less it | p | won, tied, lost |"
        yield "|---|" + "---|" * (len(NAMES) + 3)
        for system in SYSTEMS:
            row = each["systems"][system]
            means = [_interval(row[MEASURE]), *(f"{row[m]['mean']:.3f}" for m in NAMES[1:])]
            versus = _versus(each["against"].get(system))
            yield f"| {CALLED[system]} | " + " | ".join([*means, *versus]) + " |"
        yield ""


def _versus(row: Mapping[str, Any] | None) -> list[str]:
    if row is None:
        return ["", "", ""]
    each = row[MEASURE]
    counts = f"{each['wins']}, {each['ties']}, {each['losses']}"
    return [f"{each['difference']:+.3f}", _p(each["p_holm"]), counts]


def ablations() -> Iterator[str]:
    """Yield the lines of the table of what each part adds to nDCG@10."""
    found = read_result(NAME)["collections"]
    yield "| without | " + " | ".join(TITLES.get(name, name) for name in found) + " |"
    yield "|---|" + "---|" * len(found)
    for system, (part, _) in ABLATIONS.items():
        cells = [_loss(each["against"].get(system)) for each in found.values()]
        yield f"| {part} | " + " | ".join(cells) + " |"


def _loss(row: Mapping[str, Any] | None) -> str:
    if row is None:
        return ""
    each = row[MEASURE]
    counts = f"{each['losses']}, {each['ties']}, {each['wins']}"
    # Nothing lost is no negative nothing.
    return f"{0.0 - each['difference']:+.3f} (p {_p(each['p'])}; {counts})"


def verdicts() -> Iterator[str]:
    """Yield the lines of the table of verdicts, two columns a file of cases."""
    found = read_result(NAME)["verdicts"]
    heads = [
        f"{CASES.get(name, name)} ({each['cases']}): right | falsely met"
        for name, each in found.items()
    ]
    yield "| judge | " + " | ".join(heads) + " |"
    yield "|---|" + "---|---|" * len(found)
    for system in ("rolematch", *BASELINES):
        cells = [
            _interval(each["systems"][system][measure])
            for each in found.values()
            for measure in ("accuracy", "false_met")
        ]
        yield f"| {CALLED[system]} | " + " | ".join(cells) + " |"


def kinds() -> Iterator[str]:
    """Yield the lines of the table of verdicts on the shipped cases, a row a kind."""
    each = read_result(NAME)["verdicts"]["judgements"]["systems"]
    others = list(BASELINES)[:2]
    yield (
        "| kind | cases | right | falsely met | "
        + " | ".join(f"{CALLED[name]}: right | falsely met" for name in others)
        + " |"
    )
    yield "|---|---|" + "---|---|" * (1 + len(others))
    for kind, row in each["rolematch"]["kinds"].items():
        cells = [
            f"{each[name]['kinds'][kind][measure]:.2f}"
            for name in ("rolematch", *others)
            for measure in ("accuracy", "false_met")
        ]
        yield f"| {kind} | {row['cases']} | " + " | ".join(cells) + " |"


def _interval(each: Mapping[str, float]) -> str:
    return f"{each['mean']:.3f} ({each['low']:.2f}–{each['high']:.2f})"


def _p(value: float) -> str:
    return "<0.0001" if value < LEAST_P else f"{value:.2g}"
