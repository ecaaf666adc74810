"""`rolematch evaluate`: rankings of a test collection, measured, with the baselines beside us."""

from __future__ import annotations

import argparse
import json
import sys

from rich.console import Console
from rich.table import Table

from benchmarks.measures import NAMES, Estimate, estimate, per_query
from benchmarks.systems import SYSTEMS, Bench, trec_lines
from data.datasets import DatasetError, load
from service.commands.rank import settings_of
from service.errors import InputError, UsageError
from service.output import check, write
from service.workshop import open_workshop

Results = dict[str, dict[str, Estimate]]


def run(options: argparse.Namespace) -> int:
    """Measure each system; write TREC run lines where asked."""
    check(options.run)
    names = options.system or list(SYSTEMS)
    unknown = [name for name in names if name not in SYSTEMS]
    if unknown:
        raise UsageError(f"no system {', '.join(unknown)}; there are: {', '.join(SYSTEMS)}")
    try:
        collection = load(options.dataset)
    except DatasetError as error:
        raise InputError(str(error)) from None
    for failure in collection.failed:
        print(f"rolematch: {failure}", file=sys.stderr)
    results: Results = {}
    lines: list[str] = []
    with open_workshop(settings_of(options)) as workshop:
        bench = Bench(workshop.matcher)
        for name in names:
            print(f"running {name} ...", file=sys.stderr)
            ranking = SYSTEMS[name](collection, bench)
            lines += trec_lines(ranking, name)
            values = per_query(ranking, collection.qrels)
            results[name] = {measure: estimate(values[measure]) for measure in NAMES}
    if options.run:
        write("".join(line + "\n" for line in lines), options.run)
    render = as_json if options.format == "json" else as_table
    write(render(results, collection.name, len(collection.qrels)) + "\n", None)
    return 1 if collection.failed else 0


def as_json(results: Results, dataset: str, queries: int) -> str:
    """Return the results as one JSON object."""
    systems = {
        name: {
            measure: {"mean": each.mean, "low": each.low, "high": each.high}
            for measure, each in row.items()
        }
        for name, row in results.items()
    }
    return json.dumps({"dataset": dataset, "queries": queries, "systems": systems}, indent=1)


def as_table(results: Results, dataset: str, queries: int) -> str:
    """Return the results as a table, each mean above its 95 % interval."""
    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0))
    table.add_column("system")
    for measure in NAMES:
        table.add_column(measure, justify="right")
    for name, row in results.items():
        table.add_row(
            name,
            *(f"{each.mean:.3f}\n{each.low:.2f}-{each.high:.2f}" for each in row.values()),
        )
    console = Console(width=80, color_system=None, highlight=False)
    with console.capture() as capture:
        console.print(f"{dataset}: {queries} queries; mean over queries and 95 % interval")
        console.print(table)
    return capture.get().rstrip()
