"""Whether the file, its damage or an attack on the reader moves a verdict or a rank.

    python -m benchmarks.robustness [--roles FOLDER --cvs FOLDER] [--write] [--smoke]

The same CVs are judged as other kinds of files and in worse states (`benchmarks.layouts`,
`benchmarks.damage`), attacked (`benchmarks.attacks`) and over again (`benchmarks.repeats`). The
exit status is 1 where an attack gains anything or two runs differ. Must not know how a score is
made.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from benchmarks.attacked import Attacked, attacked
from benchmarks.collaborators import shipped_matcher
from benchmarks.damage import bullets_lost, lower_cased, scanned
from benchmarks.environment import environment
from benchmarks.layouts import LAYOUTS
from benchmarks.people import People, add_folders, chosen
from benchmarks.repeats import Repeats, installed_backends, repeats
from benchmarks.results_file import write_result
from benchmarks.states import State, compared
from data.documents import Reader
from embeddings.opening import open_encoder

RUNS = 100
# Of a backend that is not the default.
OTHER_RUNS = 8
SMOKE_RUNS = 8
SMOKE_CVS = 4
SMOKE_ROLES = 2
RATES = (0.01, 0.03, 0.05)


def states(people: People) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Yield the CVs in each state: its name, and their texts by id."""
    with Reader() as reader:
        for name, (ending, layout) in LAYOUTS.items():
            yield (
                name,
                {
                    each: reader.read_bytes(layout(text), f"{each}.{ending}").text
                    for each, text in people.texts.items()
                },
            )
    edits: dict[str, Callable[[str], str]] = {
        f"scanned, {rate:.0%} of letters wrong": partial(scanned, rate=rate) for rate in RATES
    }
    edits |= {"in small letters": lower_cased, "bullets lost": bullets_lost}
    for name, edit in edits.items():
        yield name, {each: edit(text) for each, text in people.texts.items()}


def result(
    found: Sequence[State], attacks: Sequence[Attacked], again: Sequence[Repeats]
) -> dict[str, Any]:
    """Return what is kept."""
    return {
        "states": {each.name: each.as_dict() for each in found},
        "attacks": {each.name: each.as_dict() for each in attacks},
        "repeats": {each.backend: each.as_dict() for each in again},
    }


def report(
    found: Sequence[State], attacks: Sequence[Attacked], again: Sequence[Repeats]
) -> Iterator[str]:
    """Yield what was found as lines of text."""
    yield f"{'the same CVs':36}{'agree':>8}{'newly met':>11}{'points':>8}{'overlap':>9}{'move':>6}"
    for state in found:
        yield (
            f"{state.name:36}{state.agreement:8.3f}{state.newly_met:11.4f}{state.points:8.2f}"
            f"{state.overlap:9.3f}{state.largest_move:6}"
        )
    yield f"{'attacked':36}{'tried':>8}{'gained':>8}{'points':>8}{'places':>8}{'reported':>10}"
    for each in attacks:
        yield (
            f"{each.name:36}{each.tried:8}{each.gained:8}{each.most_points:8.2f}"
            f"{each.most_places:8}{each.reported:10}"
        )
        yield from (f"  {line}" for line in each.gains)
    for one in again:
        yield f"{one.backend}: {one.runs} runs, {len(one.digests)} different results"


def main(arguments: Sequence[str]) -> int:
    """Measure, and return 1 where an attack gains anything or two runs differ."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add_folders(parser)
    parser.add_argument("--smoke", action="store_true", help="four CVs, two roles, few runs")
    parser.add_argument("--write", action="store_true", help="keep the result")
    asked = parser.parse_args(arguments)
    matcher = shipped_matcher()
    roles, people = chosen(matcher, asked)
    default, *others = installed_backends()
    if asked.smoke:
        people, roles = people.first(SMOKE_CVS), roles[:SMOKE_ROLES]
    found = [compared(matcher, roles, people.texts, *each) for each in states(people)]
    attacks = attacked(matcher, roles, people)
    again = [repeats(default, SMOKE_RUNS if asked.smoke else RUNS)]
    again += [] if asked.smoke else [repeats(each, OTHER_RUNS) for each in others]
    print("\n".join(report(found, attacks, again)))
    if asked.write:
        kept = {
            "roles": len(roles),
            "cvs": len(people.texts),
            **result(found, attacks, again),
        }
        write_result("robustness", kept, environment(open_encoder().identity, matcher.weights))
    return int(any(a.gained for a in attacks) or any(len(r.digests) > 1 for r in again))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
