"""`rolematch evaluate`: rankings of a test collection, measured, with the baselines beside us."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.evaluation import Evaluation, evaluate
from benchmarks.measures import NAMES
from benchmarks.runs import trec_lines
from benchmarks.systems import EVERY_SYSTEM, SYSTEMS, Bench
from data.datasets import DatasetError, load
from service.commands.rank import settings_of
from service.errors import InputError, UsageError
from service.output import check, write
from service.workshop import open_workshop

# By which measure the first system is compared with the others in the table; JSON has them all.
COMPARED = "nDCG@10"
LEAST_P = 0.0001


def run(options: argparse.Namespace) -> int:
    """Measure each system; write a TREC run of each where asked."""
    names = list(dict.fromkeys(options.system or SYSTEMS))
    unknown = [name for name in names if name not in EVERY_SYSTEM]
    if unknown:
        raise UsageError(f"no system {', '.join(unknown)}; there are: {', '.join(EVERY_SYSTEM)}")
    paths = run_files(options.run, names) if options.run else {}
    for path in paths.values():
        check(path)
    try:
        collection = load(options.dataset)
    except DatasetError as error:
        raise InputError(str(error)) from None
    for failure in collection.failed:
        print(f"rolematch: {failure}", file=sys.stderr)
    with open_workshop(settings_of(options)) as workshop:
        bench = Bench(collection, workshop.matcher)
        found = evaluate(bench, names, lambda name: print(f"running {name} ...", file=sys.stderr))
    for name, path in paths.items():
        write("".join(line + "\n" for line in trec_lines(found.runs[name], name)), path)
    render = as_json if options.format == "json" else as_table
    write(render(found) + "\n", None)
    return 1 if collection.failed else 0


def run_files(path: Path, names: list[str]) -> dict[str, Path]:
    """Return where each system's run goes: the first into ``path``, the others beside it.

    Evaluation scripts take one run a file, so that no two may share one.
    """
    first, *others = names
    return {
        first: path,
        **{name: path.with_name(f"{path.stem}.{name}{path.suffix}") for name in others},
    }


def as_json(found: Evaluation) -> str:
    """Return the figures as one JSON object."""
    return json.dumps(found.as_dict(), indent=1)


def as_table(found: Evaluation) -> str:
    """Return the figures as tables: each mean above its interval, then the first against others."""
    console = Console(width=80, color_system=None, highlight=False)
    queries = len(found.collection.qrels)
    with console.capture() as capture:
        console.print(f"{found.collection.name}: {queries} queries")
        console.print("mean over queries and 95 % interval")
        console.print(_estimates(found))
        if found.against:
            console.print()
            console.print(f"{next(iter(found.systems))} less each of the others, {COMPARED}")
            console.print(_comparisons(found))
    return capture.get().rstrip()


def _estimates(found: Evaluation) -> Table:
    table = _table("system", *NAMES)
    for name, row in found.systems.items():
        table.add_row(
            name,
            *(f"{each.mean:.3f}\n{each.low:.2f}-{each.high:.2f}" for each in row.values()),
        )
    return table


def _comparisons(found: Evaluation) -> Table:
    table = _table("system", "difference", "p", "wins", "ties", "losses")
    for name, row in found.against.items():
        each = row[COMPARED]
        table.add_row(
            name,
            f"{each.difference:+.3f}",
            "<0.0001" if each.p < LEAST_P else f"{each.p:.4f}",
            *(str(count) for count in (each.wins, each.ties, each.losses)),
        )
    return table


def _table(first: str, *others: str) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0))
    table.add_column(first)
    for name in others:
        table.add_column(name, justify="right")
    return table
