"""The tables of the documents about fairness and robustness, made from the kept results."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from benchmarks.results_file import read_result

# What a state of the CVs is called in a table.
FILES = ("Word", "PDF", "PDF in two columns")


@cache
def kept(name: str) -> dict[str, Any]:
    """Return a kept result."""
    return read_result(name)


def fairness() -> Iterator[str]:
    """Yield the table of what each trait's swaps changed."""
    found = kept("fairness")
    yield f"{found['roles']} roles, {found['cvs']} CVs."
    yield ""
    yield "| swapped | ways | pairs judged | changed | largest difference | lowest overlap | move |"
    yield "|---|---|---|---|---|---|---|"
    for name, one in found["traits"].items():
        yield (
            f"| {name} | {one['swaps']} | {one['pairs']:,} | {one['changed']} "
            f"| {one['largest_difference']:.2f} | {one['lowest_overlap']:.4f} "
            f"| {one['largest_move']} |"
        )


def states() -> Iterator[str]:
    """Yield the table of what files and damage change."""
    yield "| the same CVs | verdicts that agree | newly 'met' | points | overlap | mean move |"
    yield "|---|---|---|---|---|---|"
    for name, one in kept("robustness")["states"].items():
        yield (
            f"| {name} | {one['agreement']:.1%} | {one['newly_met']:.2%} | {one['points']:.1f} "
            f"| {one['overlap']:.3f} | {one['mean_move']:.1f} |"
        )


def attacks() -> Iterator[str]:
    """Yield the table of what attacks gain."""
    yield "| attack | tried | gained | most points | most places | reported |"
    yield "|---|---|---|---|---|---|"
    for name, one in kept("robustness")["attacks"].items():
        yield (
            f"| {name} | {one['tried']} | {one['gained']} | {one['most_points']:.2f} "
            f"| {one['most_places']} | {one['reported'] / one['tried']:.0%} |"
        )


def repeats() -> Iterator[str]:
    """Yield the table of how many results the same ranking had."""
    yield "| backend | runs | settings of threads and batch | different results |"
    yield "|---|---|---|---|"
    for name, one in kept("robustness")["repeats"].items():
        yield f"| {name} | {one['runs']} | {one['settings']} | {one['different_results']} |"


def trust() -> Iterator[str]:
    """Yield the table of the README: fairness and robustness in short."""
    traits, hard = kept("fairness")["traits"].values(), kept("robustness")
    backends = len(hard["repeats"])
    agree = ", ".join(f"{hard['states'][name]['agreement']:.1%}" for name in FILES)
    tried = sum(each["tried"] for each in hard["attacks"].values())
    gained = sum(each["gained"] for each in hard["attacks"].values())
    reported = sum(each["reported"] for each in hard["attacks"].values())
    runs = sum(each["runs"] for each in hard["repeats"].values())
    results = max(each["different_results"] for each in hard["repeats"].values())
    yield "| put to the test on the samples | found |"
    yield "|---|---|"
    yield (
        f"| {sum(each['pairs'] for each in traits):,} pairs: the same CV under another name, "
        "title, pronoun, birth date, nationality, family, address, school, reason for a gap | "
        f"{sum(each['changed'] for each in traits)} scores changed |"
    )
    yield f"| the same CV as Word, PDF, PDF in two columns | {agree} of the verdicts agree |"
    yield (
        f"| {tried:,} attacks: white text, the ad pasted in, 200 keywords, orders to a machine, "
        f"larger figures | {gained} gained; {reported / tried:.0%} reported |"
    )
    found = "the same bytes each time" if results == 1 else f"{results} different results"
    how = f"{backends} backends, on one core and all, in batches of 1 and 7"
    yield f"| {runs} runs on {how} | {found} |"
