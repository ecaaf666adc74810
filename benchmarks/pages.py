"""How long a recruiter waits: from a click to what it shows, in a real browser.

    python -m benchmarks.pages --candidates 5000 --write

Starts `rolematch serve` with nothing in it and takes the time from the click on the samples to
their shortlist. Then fills it with the sample CVs, each made a file of its own by a number at its
end, ranks a role and turns pages. What is told is what the browser shows: a page until its load
event, a part of a page until the frame after it was put in. Must not know how the service works.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import numpy as np
from playwright.sync_api import Browser, Page

from benchmarks import load
from benchmarks.chromium import chromium, headless
from benchmarks.environment import machine, versions
from benchmarks.results_file import write_result

WAIT_MS = 120_000
# As many processes as `rolematch serve` starts where nothing else is said.
WORKERS = 2
_LOADED = "performance.getEntriesByType('navigation')[0].loadEventEnd"
# Until the page is drawn and nothing is left to do for it: nobody goes on before.
_SEEN = "new Promise((seen) => requestAnimationFrame(() => requestIdleCallback(seen)))"
# Presses a link, or sets a list to what comes next in it; milliseconds until that is shown.
_CHANGED = """
async ([selector, number]) => {
  const at = document.querySelectorAll(selector)[number];
  const shown = new Promise((resolve) =>
    document.addEventListener('htmx:after:swap', resolve, { once: true }));
  const began = performance.now();
  if (at.tagName === 'SELECT') {
    at.selectedIndex = (at.selectedIndex + 1) % at.options.length;
    at.dispatchEvent(new Event('change', { bubbles: true }));
  } else at.click();
  await shown;
  await new Promise(requestAnimationFrame);
  return performance.now() - began;
}
"""


@contextmanager
def browsing() -> Iterator[Browser]:
    """Start Chromium without a window; yield it, and end it.

    Raises:
        SystemExit: There is no Chromium.
    """
    path = chromium()
    if path is None:
        raise SystemExit("no chromium is installed here (Debian's package chromium)")
    with headless(path) as browser:
        yield browser


def first_shortlist(browser: Browser, address: str) -> float:
    """Return the seconds from the click on the samples to their shortlist."""
    page = browser.new_page()
    page.goto(address)
    button = page.get_by_role("button", name="sample role and forty CVs")
    began = time.perf_counter()
    button.click()
    page.wait_for_url("**/shortlists/**", timeout=WAIT_MS)
    page.locator("table.matrix").wait_for()
    took = time.perf_counter() - began
    page.close()
    return took


def opened(page: Page, address: str) -> float:
    """Open a page once the last one was seen; return the milliseconds until it is there."""
    page.evaluate(_SEEN)
    page.goto(address, wait_until="load", timeout=WAIT_MS)
    page.wait_for_function(f"{_LOADED} > 0")
    took: float = page.evaluate(_LOADED)
    return took


def changed(page: Page, selector: str, number: int = 0) -> float:
    """Change something on a page that was seen; return the milliseconds until that is shown."""
    page.evaluate(_SEEN)
    took: float = page.evaluate(_CHANGED, [selector, number])
    return took


Change = Callable[[Page, str, int], float]


def _after_opening(selector: str) -> Change:
    """Return what opens the shortlist anew and then changes one thing on it."""

    def change(page: Page, shortlist: str, number: int) -> float:
        opened(page, shortlist)
        there = page.locator(selector).count()
        return changed(page, selector, number % there)

    return change


def _on_the_way(selector: str) -> Change:
    """Return what changes one thing on the shortlist as it is."""
    return lambda page, _shortlist, _number: changed(page, selector)


CHANGES: Mapping[str, Change] = {
    "shortlist": lambda page, shortlist, _: opened(page, shortlist),
    "next page": _after_opening("a[rel=next]"),
    "filter": _on_the_way("select[name=show]"),
    "sort": _on_the_way("select[name=sort]"),
    "what-if switch": _after_opening("#funnel > .gates select[name=set]"),
}


def turning(browser: Browser, address: str, ranking: str, people: Sequence[str], runs: int) -> Any:
    """Return the milliseconds of each kind of change of a page, ``runs`` of each."""
    page = browser.new_page()
    shortlist = f"{address}/shortlists/{ranking}"
    # Whoever opens a shortlist comes from another page: the browser has its fonts and styles.
    opened(page, address)
    found = {"shortlist, opened for the first time": [opened(page, shortlist)]}
    for name, change in CHANGES.items():
        opened(page, shortlist)
        found[name] = [change(page, shortlist, number) for number in range(runs)]
    some = [people[number % len(people)] for number in range(runs)]
    found["person"] = [opened(page, f"{shortlist}/people/{each}") for each in some]
    found["people"] = [opened(page, f"{address}/people") for _ in range(runs)]
    found["start"] = [opened(page, address) for _ in range(runs)]
    page.close()
    return {name: _figures(took) for name, took in found.items()}


def _figures(took: Sequence[float]) -> dict[str, float]:
    p50, p95 = np.percentile(took, [50, 95])
    return {"runs": len(took), "p50_ms": round(float(p50)), "p95_ms": round(float(p95))}


def full(browser: Browser, port: int, candidates: int, runs: int) -> dict[str, Any]:
    """Return the figures of pages at a service's ``candidates``; it is filled where it is not."""
    roles, cvs = load.texts()
    with load.Client(port) as client:
        here = client.call("GET", "/v1/candidates?limit=1").body["items"]
        if not here:
            load.fill(client, cvs, candidates)
    with load.Client(port) as client:
        role = client.call("POST", "/v1/roles", {"text": roles[0]}).body["id"]
        ranking, took = load.rank(client, role)
        placed = client.call("GET", f"/v1/rankings/{ranking['id']}/matches?limit=50").body["items"]
    people = [each["candidate"]["id"] for each in placed]
    pages = turning(browser, f"http://127.0.0.1:{port}", ranking["id"], people, runs)
    return {
        "candidates": ranking["pool_size"],
        "ranking_seconds": round(took, 1),
        "pages": pages,
    }


def run(candidates: int, runs: int, filled: int | None) -> dict[str, Any]:
    """Return the figures.

    Args:
        candidates: How many a service is filled with.
        runs: How often each change is made.
        filled: The port of a service that is full already; None to start and fill one.
    """
    # Figures of a machine that does other things, too, are not those of a quiet one.
    busy = round(os.getloadavg()[0], 1)
    with browsing() as browser:
        firsts = []
        for _ in range(3):
            with load.serving(WORKERS, None) as port:
                firsts.append(first_shortlist(browser, f"http://127.0.0.1:{port}"))
        if filled is not None:
            turned = full(browser, filled, candidates, runs)
        else:
            with load.serving(WORKERS, None) as port:
                turned = full(browser, port, candidates, runs)
        told = {"browser": f"Chromium {browser.version}", "load_average_before": busy}
    return {**told, "first_shortlist_seconds": [round(each, 2) for each in firsts], **turned}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run, print the figures as JSON, and keep them where that is asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--candidates", type=int, default=5000)
    parser.add_argument("--runs", type=int, default=40)
    parser.add_argument("--port", type=int, help="of a service that is full already")
    parser.add_argument("--write", action="store_true", help="keep the figures in pages.json")
    asked = parser.parse_args(arguments)
    found = run(asked.candidates, asked.runs, asked.port)
    for name, value in found.items():
        print(name, value)
    if asked.write:
        write_result("pages", found, {"machine": machine(), "versions": versions()})
    return 0


if __name__ == "__main__":
    sys.exit(main())
