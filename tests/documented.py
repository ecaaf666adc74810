"""The tables of the documents that are made from the code and from kept figures.

    python -m tests.documented

writes them anew, and draws the figures. Each stands between two comments that name it:
``<!-- routes -->`` and ``<!-- /routes -->``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.quality import NAME as QUALITY
from benchmarks.quality_figures import draw
from benchmarks.results_file import read_result
from service.api.app import create_app
from service.api.metrics import Metrics
from service.api.problems import KINDS, TYPES_AT
from service.settings import serve_settings_from
from service.store.database import Database
from tests import documented_fairness, documented_pages, documented_quality, documented_speed

ROOT = Path(__file__).resolve().parents[1]
LOAD = ROOT / "benchmarks" / "results" / "load.json"
METHODS = ("get", "post", "put", "patch", "delete")
# What the clients of the load do, in words.
LOADED = {
    "upload": "send a CV",
    "match": "match a role and a CV",
    "rank": "rank everybody",
    "matches": "read a page of a ranking",
    "candidate": "read a candidate",
}


def problems() -> Iterator[str]:
    """Yield the lines of the table of what `type` a failure can have."""
    yield "| type | status | means |"
    yield "|---|---|---|"
    for name, kind in KINDS.items():
        yield f"| `{TYPES_AT}{name}` | {kind.status} | {kind.title} |"


def routes() -> Iterator[str]:
    """Yield the lines of the table of routes."""
    yield "| route | does |"
    yield "|---|---|"
    for path, operations in described()["paths"].items():
        for method in METHODS:
            if method in operations:
                does = operations[method]["description"].partition("\n")[0]
                yield f"| `{method.upper()} {path}` | {does} |"


def described() -> dict[str, Any]:
    """Return the OpenAPI document; nothing is started or stored for it."""
    settings = serve_settings_from({}, data=Path("unused"))
    app = create_app(settings, store=Database("postgresql://nobody@localhost/unused"))
    document: dict[str, Any] = app.openapi()
    return document


def measurements() -> Iterator[str]:
    """Yield the lines of the table of what the service measures."""
    yield "| name | what |"
    yield "|---|---|"
    for line in Metrics().text().decode().splitlines():
        if found := re.match(r"# HELP (?!\w+_created)(\w+) (.+)", line):
            yield f"| `{found[1]}` | {found[2]} |"


def load() -> Iterator[str]:
    """Yield the lines of the table of figures under load; none while none are kept."""
    if not LOAD.exists():
        return
    found = json.loads(LOAD.read_text(encoding="utf-8"))
    machine, settings, filling = found["machine"], found["settings"], found["filling"]
    yield (
        f"{settings['clients']} clients at once for {settings['seconds']} seconds on "
        f"{settings['candidates']:,} candidates ({settings['database']}), "
        f"{settings['workers']} workers, {machine['processors']} processors, which the clients "
        f"used too: {found['requests_per_second']:g} requests a second, {found['lost']} of "
        f"{found['uploads']:,} CVs lost. As a batch, {filling['cvs_per_second']:g} CVs were read a "
        f"second."
    )
    yield ""
    yield "| what | a second | half within | 95 of 100 within |"
    yield "|---|---|---|---|"
    for name, route in found["routes"].items():
        if route["requests"]:
            yield (
                f"| {LOADED[name]} | {route['per_second']:g} | {route['p50_ms']:,} ms "
                f"| {route['p95_ms']:,} ms |"
            )


TABLES: Mapping[tuple[str, str], Callable[[], Iterator[str]]] = {
    ("docs/service.md", "problems"): problems,
    ("docs/service.md", "routes"): routes,
    ("README.md", "speed"): documented_speed.commands,
    ("docs/benchmarks.md", "backends"): documented_speed.backends,
    ("docs/benchmarks.md", "pools"): documented_speed.pools,
    ("docs/benchmarks.md", "recall"): documented_speed.recall,
    ("README.md", "trust"): documented_fairness.trust,
    ("docs/benchmarks.md", "fairness"): documented_fairness.fairness,
    ("docs/benchmarks.md", "states"): documented_fairness.states,
    ("docs/benchmarks.md", "attacks"): documented_fairness.attacks,
    ("docs/benchmarks.md", "repeats"): documented_fairness.repeats,
    ("docs/pages.md", "pages"): documented_pages.pages,
    ("docs/deployment.md", "load"): load,
    ("docs/deployment.md", "measurements"): measurements,
    ("README.md", "ranking"): documented_quality.ranking,
    ("README.md", "verdicts"): documented_quality.verdicts,
    ("docs/benchmarks.md", "collections"): documented_quality.collections,
    ("docs/benchmarks.md", "systems"): documented_quality.systems,
    ("docs/benchmarks.md", "ablations"): documented_quality.ablations,
    ("docs/benchmarks.md", "verdicts"): documented_quality.verdicts,
    ("docs/benchmarks.md", "kinds"): documented_quality.kinds,
}


def renewed(text: str, name: str, lines: Iterator[str]) -> str:
    """Return a document with a table written anew.

    Raises:
        ValueError: The document has no place for it, or several.
    """
    begin, end = f"<!-- {name} -->\n", f"<!-- /{name} -->\n"
    table = "".join(f"{line}\n" for line in lines)
    pattern = f"{re.escape(begin)}.*?{re.escape(end)}"
    found, count = re.subn(pattern, lambda _: begin + table + end, text, flags=re.DOTALL)
    if count != 1:
        raise ValueError(f"{count} places for the table '{name}'")
    return found


def main() -> None:
    """Write every table and draw every figure anew."""
    draw(read_result(QUALITY))
    for (document, name), table in TABLES.items():
        path = ROOT / document
        path.write_text(renewed(path.read_text(encoding="utf-8"), name, table()), encoding="utf-8")


if __name__ == "__main__":
    main()
