"""Whether who somebody is moves a score: counterfactual pairs, judged by the matcher itself.

    python -m benchmarks.fairness [--roles FOLDER --cvs FOLDER] [--write] [--smoke]

Every CV is judged again as somebody else's (`benchmarks.counterfactuals`); the target is that no
score, no outcome and no order changes, and the exit status is 1 where one does. `audit` does the
same for a caller's own roles and CVs. The measures over declared groups are in
`benchmarks.group_measures`. Must not know how a score is made.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from benchmarks.collaborators import shipped_matcher
from benchmarks.counterfactuals import Swap, Trait, traits
from benchmarks.environment import environment
from benchmarks.orders import PERSISTENCE, largest_move, rank_biased_overlap
from benchmarks.people import People, add_folders, chosen
from benchmarks.results_file import write_result
from embeddings.opening import open_encoder
from matcher.engine import Matcher
from matcher.ranking import order
from matcher.types import Role, Standing

SMOKE_CVS = 5
Judged = Mapping[str, Mapping[str, Standing]]
"""Standings by role, then by candidate."""


@dataclass(frozen=True, slots=True)
class Change:
    """A pair whose sides are not judged alike: a fault.

    Attributes:
        trait: What was swapped.
        reference: One side.
        swap: The other.
        role: Whose requirements were judged.
        candidate: Whose CV it is.
        before: The score of the reference.
        after: The score of the swap.
    """

    trait: str
    reference: str
    swap: str
    role: str
    candidate: str
    before: float
    after: float


@dataclass(slots=True)
class Audit:
    """What the swaps of one trait did.

    Attributes:
        trait: The trait.
        swaps: How many ways it was swapped in.
        pairs: How many pairs were judged: a CV, a swap that changes its text, a role.
        changes: Those that were not judged alike.
        lowest_overlap: The least rank-biased overlap of an order with that of the reference.
        largest_move: The most places anybody moved when everybody's CV was swapped.
    """

    trait: str
    swaps: int = 0
    pairs: int = 0
    changes: list[Change] = field(default_factory=list)
    lowest_overlap: float = 1.0
    largest_move: int = 0

    @property
    def largest_difference(self) -> float:
        """The largest difference of two scores of a pair, in points."""
        return max((abs(each.after - each.before) for each in self.changes), default=0.0)


def audit(
    matcher: Matcher,
    roles: Sequence[Role],
    people: People,
    compared: Sequence[Trait] | None = None,
) -> list[Audit]:
    """Judge counterfactual pairs and return what each trait did, in the order of the traits.

    Args:
        matcher: Judges.
        roles: Whom it judges for.
        people: The CVs, and whose they are.
        compared: The traits to swap; all that are known without it.
    """
    found: dict[str, Audit] = {}
    judge = _Judge(matcher, roles)
    as_they_are = judge(people.texts)
    for trait in traits() if compared is None else compared:
        of_trait = found.setdefault(trait.name, Audit(trait.name))
        before_texts = _swapped(trait.reference, people)
        unchanged = before_texts == people.texts
        before = as_they_are if unchanged else judge(before_texts)
        for swap in trait.swaps:
            after_texts = _swapped(swap, people)
            changed = {n: t for n, t in after_texts.items() if t != before_texts[n]}
            of_trait.swaps += 1
            of_trait.pairs += len(changed) * len(roles)
            _compare(of_trait, trait, swap, before, judge(changed))
    return list(found.values())


@dataclass(frozen=True, slots=True)
class _Judge:
    matcher: Matcher
    roles: Sequence[Role]

    def __call__(self, texts: Mapping[str, str]) -> Judged:
        pool = [self.matcher.read_candidate(name, text) for name, text in texts.items()]
        members = self.matcher.prepare(pool)
        return {
            role.id: {one.candidate_id: one for one in self.matcher.standings(role, members)}
            for role in self.roles
        }


def _swapped(swap: Swap, people: People) -> dict[str, str]:
    return {n: swap.edit(text, people.names[n]) for n, text in people.texts.items()}


def _compare(found: Audit, trait: Trait, swap: Swap, before: Judged, after: Judged) -> None:
    """Add to what a trait did the changes of one swap, for each role."""
    for role, standings in after.items():
        reference = before[role]
        if all(one == reference[name] for name, one in standings.items()):
            continue
        found.changes += [
            Change(
                *(trait.name, trait.reference.label, swap.label, role, name),
                *(reference[name].score, one.score),
            )
            for name, one in standings.items()
            if one != reference[name]
        ]
        orders = _ids(reference), _ids({**reference, **standings})
        found.lowest_overlap = min(found.lowest_overlap, rank_biased_overlap(*orders))
        found.largest_move = max(found.largest_move, largest_move(*orders))


def _ids(standings: Mapping[str, Standing]) -> list[str]:
    return [one.candidate_id for one in order(standings.values())]


def thinned(compared: Sequence[Trait]) -> tuple[Trait, ...]:
    """Return the traits with one swap in eight, for a quick look."""
    return tuple(replace(each, swaps=each.swaps[::8]) for each in compared)


def result(audits: Sequence[Audit], roles: int, cvs: int) -> dict[str, Any]:
    """Return what is kept of an audit."""
    return {
        "roles": roles,
        "cvs": cvs,
        "persistence": PERSISTENCE,
        "traits": {
            each.trait: {
                "swaps": each.swaps,
                "pairs": each.pairs,
                "changed": len(each.changes),
                "largest_difference": round(each.largest_difference, 2),
                "lowest_overlap": round(each.lowest_overlap, 4),
                "largest_move": each.largest_move,
            }
            for each in audits
        },
        "changes": [asdict(change) for each in audits for change in each.changes],
    }


def report(audits: Sequence[Audit]) -> Iterator[str]:
    """Yield the audit as lines of text."""
    columns = f"{'ways':>6}{'pairs':>8}{'changed':>9}{'points':>8}{'overlap':>9}{'move':>6}"
    yield f"{'swapped':42}{columns}"
    for each in audits:
        yield (
            f"{each.trait:42}{each.swaps:6}{each.pairs:8,}{len(each.changes):9}"
            f"{each.largest_difference:8.2f}{each.lowest_overlap:9.4f}{each.largest_move:6}"
        )
        for one in each.changes:
            yield (
                f"  {one.candidate} for {one.role}: {one.before:g} as '{one.reference}', "
                f"{one.after:g} as '{one.swap}'"
            )


def main(arguments: Sequence[str]) -> int:
    """Audit a pool; return 1 where anybody is judged by who they are."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add_folders(parser)
    parser.add_argument("--smoke", action="store_true", help="one swap in eight, five CVs")
    parser.add_argument("--write", action="store_true", help="keep the result")
    asked = parser.parse_args(arguments)
    matcher = shipped_matcher()
    roles, people = chosen(matcher, asked)
    compared = traits()
    if asked.smoke:
        people, compared = people.first(SMOKE_CVS), thinned(compared)
    audits = audit(matcher, roles, people, compared)
    print("\n".join(report(audits)))
    if asked.write:
        found = result(audits, len(roles), len(people.texts))
        write_result("fairness", found, environment(open_encoder().identity, matcher.weights))
    return int(any(each.changes for each in audits))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
