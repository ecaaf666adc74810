"""The table of how long pages take, from the figures that `make bench-pages` keeps."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.results_file import read_result

CHANGES = {
    "start": "the start page",
    "people": "the list of people",
    "person": "a person in a shortlist",
    "shortlist, opened for the first time": "a shortlist, the first time",
    "shortlist": "a shortlist, again",
    "next page": "its next page",
    "filter": "whom to show",
    "sort": "another order",
    "what-if switch": "a must-have switched",
}


def pages() -> Iterator[str]:
    """Yield how long a recruiter waits for each change of a page."""
    found = read_result("pages")
    firsts = ", ".join(f"{seconds:.1f}" for seconds in found["first_shortlist_seconds"])
    machine = found["environment"]["machine"]
    yield (
        f"In {found['browser']}, which shares {machine['cores']} processors with the service. From "
        f"the click on the samples to their shortlist: {firsts} s. At {found['candidates']:,} "
        f"candidates a role that nobody was judged for is ranked in "
        f"{found['ranking_seconds']:.0f} s, and then:"
    )
    yield ""
    yield "| shows | half within | 95 of 100 within |"
    yield "|---|---|---|"
    for name, says in CHANGES.items():
        took = found["pages"][name]
        # Of what happens once there is no distribution.
        most = f"{took['p95_ms']} ms" if took["runs"] > 1 else ""
        yield f"| {says} | {took['p50_ms']} ms | {most} |"
