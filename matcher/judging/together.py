"""Requirements that hang together: met in one post, or within the last years.

Must not know how any kind is judged. A requirement with a look-back window sees only the posts
that reach into it; requirements tied to one post must be met by one post, not by the best of each.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from matcher.candidates.timeline import interval
from matcher.judging.context import Context
from matcher.judging.evidence.quoting import readable
from matcher.judging.registry import judge
from matcher.types import BEST_FIRST, Candidate, Outcome, Requirement, Verdict


def judge_all(
    requirements: Sequence[Requirement], candidate: Candidate, context: Context
) -> dict[str, Verdict]:
    """Return the verdict of each requirement, by its id, in the order given, to be read."""
    decided = decide_all(requirements, candidate, context)
    return {name: readable(verdict, candidate) for name, verdict in decided.items()}


def decide_all(
    requirements: Sequence[Requirement], candidate: Candidate, context: Context
) -> dict[str, Verdict]:
    """Return the verdict of each requirement, its evidence still the bare words that decide.

    Whatever is tied to a requirement must be among them.
    """
    verdicts = {
        each.id: judge(each, recent(candidate, each.within_years, context), context)
        for each in requirements
    }
    for tied in tied_in(requirements):
        if all(verdicts[each.id].outcome is Outcome.MET for each in tied):
            verdicts.update(_in_one_post(tied, candidate, context, verdicts))
    return verdicts


def recent(candidate: Candidate, years: float | None, context: Context) -> Candidate:
    """Return the candidate as the last ``years`` show them; all of them where that is None.

    A fact outside any post, or in an undated one, stays: the CV does not say that it is old.
    """
    if years is None:
        return candidate
    now = context.as_of.year * 12 + context.as_of.month
    first = now - round(years * 12)
    old = set()
    for number, position in enumerate(candidate.positions):
        months = interval(position, context.as_of)
        if months is not None and months[1] <= first:
            old.add(number)
    return _without(candidate, old)


def only(candidate: Candidate, post: int) -> Candidate:
    """Return the candidate as one post shows them, with nothing told elsewhere."""
    others = set(range(len(candidate.positions))) - {post}
    narrowed = _without(candidate, others)
    return replace(narrowed, facts=tuple(fact for fact in narrowed.facts if fact.position == post))


def _without(candidate: Candidate, posts: Collection[int]) -> Candidate:
    """Return the candidate less the facts of some posts and less those posts' dates.

    The posts stay in their places, because facts refer to them by number.
    """
    positions = tuple(
        replace(each, start=None, end=None) if number in posts else each
        for number, each in enumerate(candidate.positions)
    )
    facts = tuple(fact for fact in candidate.facts if fact.position not in posts)
    return replace(candidate, positions=positions, facts=facts)


def tied_in(requirements: Sequence[Requirement]) -> list[list[Requirement]]:
    """Return each anchor with the requirements that must be met in the same post as it."""
    anchors = dict.fromkeys(each.same_post_as for each in requirements if each.same_post_as)
    return [
        [each for each in requirements if anchor in (each.id, each.same_post_as)]
        for anchor in anchors
    ]


def _in_one_post(
    tied: Sequence[Requirement],
    candidate: Candidate,
    context: Context,
    apart: dict[str, Verdict],
) -> dict[str, Verdict]:
    """Return the verdicts of the post that does best, or say that no single post shows it all."""
    best: dict[str, Verdict] | None = None
    for post in range(len(candidate.positions)):
        narrowed = only(candidate, post)
        here = {each.id: judge(each, narrowed, context) for each in tied}
        if best is None or _worst(here) < _worst(best):
            best = here
    if best is not None and _worst(best) == 0:
        return best
    return {
        each.id: replace(
            apart[each.id],
            outcome=Outcome.PARTLY,
            reason=f"{apart[each.id].reason} The CV does not show this together with the rest "
            "in one post.",
            question="In which post did you hold all of this at the same time?",
        )
        for each in tied
    }


def _worst(verdicts: dict[str, Verdict]) -> int:
    return max(BEST_FIRST.index(verdict.outcome) for verdict in verdicts.values())
