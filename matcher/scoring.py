"""Verdicts and similarities to points: the only place a score is made.

Must not know how a verdict came about, nor any other candidate. A role's weights are added up;
each thing asked earns 100 points times its share of that sum times the credit of its verdict.
The score is the plain sum of those contributions, as in a points-based scorecard, so that every
point can be traced to one requirement.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate, pairwise

import numpy as np
from numpy.typing import NDArray

from matcher.asks import asks
from matcher.criteria import HARD_KINDS
from matcher.judging.context import Meaning
from matcher.lineage import kin
from matcher.types import (
    BEST_FIRST,
    Candidate,
    Contribution,
    Outcome,
    Position,
    Requirement,
    Role,
    Verdict,
)
from matcher.weights import Weights

# How near to a half a value must be for its rounding to depend on more than its last bits.
_NEAR_A_HALF = 1e-6
# Points are rounded to what is printed, so that the printed points add up to the printed score.
DECIMALS = 2


@dataclass(frozen=True, slots=True)
class Share:
    """What one line of the score can earn.

    Attributes:
        name: The line's name.
        possible: Points it can earn at most.
        members: The requirements it is earned by: one, or a group of alternatives.
    """

    name: str
    possible: float
    members: tuple[Requirement, ...]


@dataclass(frozen=True, slots=True)
class Scorecard:
    """A role's 100 points shared out, before any candidate is looked at."""

    title: float
    work: float
    hard: tuple[Share, ...]
    soft: tuple[Requirement, ...]


def scorecard(role: Role, weights: Weights) -> Scorecard:
    """Share out a role's 100 points among its title, its work and its typed requirements.

    A duty that a person gave the weight 2 tells as much of the work as two, one of 0 nothing.
    """
    lines = [ask.members for ask in asks(filter(typed, role.requirements))]
    soft = tuple(each for each in role.requirements if not typed(each))
    heights = [max(weights.of(each) for each in line) for line in lines]
    title = weights.title_fit if role.title else 0.0
    asked = sum(1.0 if each.weight is None else each.weight for each in soft)
    work = weights.work_fit * asked / (asked + weights.work_half) if asked else 0.0
    for_title, for_work, *others = _of_a_hundred([title, work, *heights])
    hard = tuple(
        Share(_name(line), possible, line) for line, possible in zip(lines, others, strict=True)
    )
    return Scorecard(for_title, for_work, hard, soft)


def _of_a_hundred(heights: Sequence[float]) -> list[float]:
    """Share out 100 points as they are printed, so that the printed shares add up to 100.

    The running total is rounded, not each share: no share is off by more than one last place.
    """
    total = sum(heights)
    if not total:
        return [0.0] * len(heights)
    running = [round(100 * each / total, DECIMALS) for each in accumulate(heights)]
    return [round(b - a, DECIMALS) for a, b in pairwise([0.0, *running])]


def typed(requirement: Requirement) -> bool:
    """Return whether a requirement is judged against facts rather than by meaning."""
    return requirement.kind in HARD_KINDS or requirement.scale is not None


def _name(line: Sequence[Requirement]) -> str:
    text = " ".join(line[0].text.split())
    return text if len(line) == 1 else f"{text} (or one of {len(line) - 1} alternatives)"


def contributions(
    card: Scorecard,
    role: Role,
    candidate: Candidate,
    verdicts: Mapping[str, Verdict],
    meaning: Meaning,
    weights: Weights,
    as_of: date,
) -> tuple[Contribution, ...]:
    """Return the summands of one candidate's score, largest possible first within each part."""
    title = title_closeness(role, candidate, meaning, weights, as_of) if card.title else 0.0
    work = _work_told(card, verdicts, weights)
    line = _title_line(role, weights.title_ramp.credit(title), card.title)
    return (*line, *_judged_lines(card, work, _outcomes(verdicts), weights))


def scores(
    card: Scorecard,
    title: NDArray[np.float64],
    attained: Mapping[str, NDArray[np.float64]],
    outcomes: Mapping[str, NDArray[np.int8]],
    weights: Weights,
) -> NDArray[np.float64]:
    """Return many candidates' scores: of each the sum of the same summands, to the last bit.

    Args:
        card: What each line can earn.
        title: The share earned for the posts' titles, 0 to 1; shape (n,).
        attained: By requirement judged by meaning, the closeness to it; shape (n,) each.
        outcomes: By typed requirement, places in `BEST_FIRST`; shape (n,) each.
        weights: What counted how much.
    """
    told = np.array([attained[each.id] for each in card.soft])
    work = work_credit(card.soft, told, weights) if card.work else np.zeros(title.shape)
    return total_scores(card, title, work, outcomes, weights)


def total_scores(
    card: Scorecard,
    title: NDArray[np.float64],
    work: NDArray[np.float64],
    outcomes: Mapping[str, NDArray[np.int8]],
    weights: Weights,
) -> NDArray[np.float64]:
    """Return many candidates' scores, as `scores` does, from what their work is worth.

    Args:
        card: What each line can earn.
        title: The share earned for the posts' titles, 0 to 1; shape (n,).
        work: The share earned for the work told, from `work_credit`; shape (n,).
        outcomes: By typed requirement, places in `BEST_FIRST`; shape (n,) each.
        weights: What counted how much.
    """
    total = np.zeros(title.shape)
    if card.title:
        total += rounded(title * card.title)
    if card.work:
        total += rounded(work * card.work)
    for share in card.hard:
        earned = [round(weights.credit[each] * share.possible, DECIMALS) for each in BEST_FIRST]
        total += np.array(earned)[best_of(outcomes, share.members)]
    return rounded(total)


def best_of(
    outcomes: Mapping[str, NDArray[np.int8]], members: Iterable[Requirement]
) -> NDArray[np.int8]:
    """Return many candidates' outcomes on the best of some alternatives.

    Args:
        outcomes: By requirement, places in `BEST_FIRST`; shape (n,) each.
        members: The alternatives.
    """
    found: NDArray[np.int8] = np.minimum.reduce([outcomes[each.id] for each in members])
    return found


def rounded(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return values as `round` gives them, which numpy may miss where a half is near."""
    found = np.round(values, DECIMALS)
    scaled = np.abs(values) * 10**DECIMALS
    near = np.flatnonzero(np.abs(scaled - np.floor(scaled) - 0.5) < _NEAR_A_HALF)
    found[near] = [round(float(values[each]), DECIMALS) for each in near]
    return found


def rescored(
    card: Scorecard,
    role: Role,
    lines: Sequence[Contribution],
    verdicts: Mapping[str, Verdict],
    weights: Weights,
) -> tuple[Contribution, ...]:
    """Return the summands of a score anew, from other verdicts or for an edited role.

    Args:
        card: What each line can earn now.
        role: What is asked now; its title is the one that ``lines`` were made for.
        lines: The summands as they were; the posts' closeness to the title is taken from them.
        verdicts: On every requirement of ``role``.
        weights: Those that ``lines`` were made with.
    """
    credit = title_credit(role, lines)
    work = _work_told(card, verdicts, weights)
    judged = _judged_lines(card, work, _outcomes(verdicts), weights)
    return (*_title_line(role, credit, card.title), *judged)


def title_credit(role: Role, lines: Sequence[Contribution]) -> float:
    """Return the share that was earned for the posts' titles, 0 to 1."""
    return next((_credit(each) for each in title_lines(role, lines)), 0.0)


def title_lines(role: Role, lines: Sequence[Contribution]) -> tuple[Contribution, ...]:
    """Return the summand that comes from nothing but the posts' titles, where there is one."""
    return tuple(each for each in lines if each.name == _title_name(role))


def _title_line(role: Role, credit: float, possible: float) -> list[Contribution]:
    return [_line(_title_name(role), credit, possible)] if possible else []


def _title_name(role: Role) -> str:
    return f"posts held against the title {role.title!r}"


def _credit(line: Contribution) -> float:
    """Return the share that a line earned, to two decimals where only its points are known."""
    if line.credit is not None:
        return line.credit
    return line.points / line.possible if line.possible else 0.0


def _judged_lines(
    card: Scorecard, work: float, outcomes: Mapping[str, Outcome], weights: Weights
) -> list[Contribution]:
    """Return the lines that follow from verdicts: the work told, and each thing asked."""
    lines = []
    if card.work:
        lines.append(_line("work told against what the role does and asks", work, card.work))
    for share in card.hard:
        best = min(share.members, key=lambda each: BEST_FIRST.index(outcomes[each.id]))
        credit = weights.credit[outcomes[best.id]]
        lines.append(_line(share.name, credit, share.possible, best.id))
    return lines


def score(lines: Sequence[Contribution]) -> float:
    """Return the sum of the contributions' points, 0 to 100."""
    return round(sum(line.points for line in lines), DECIMALS)


def title_closeness(
    role: Role, candidate: Candidate, meaning: Meaning, weights: Weights, as_of: date
) -> float:
    """Return how close the closest post's title comes to the role's, less what its age takes off.

    Closeness is the cosine of the two titles, or ``weights.lineage`` where the table of titles
    knows them to be of one kin and the cosine is lower.
    """
    posts = candidate.positions
    cosines = np.array(meaning.titles(role.title), np.float64)
    closeness = closeness_of_titles(role, [each.title or "" for each in posts], cosines, weights)
    ended = np.array([last_year(each, as_of) for each in posts], np.float64)
    return float(less_age(closeness, ended, weights, as_of).max(initial=0.0))


def closeness_of_titles(
    role: Role, titles: Sequence[str], cosines: NDArray[np.float64], weights: Weights
) -> NDArray[np.float64]:
    """Return how close titles come to the role's, in [-1, 1], given their cosines to it."""
    related = np.array([kin(role.title, each) for each in titles], bool)
    return np.maximum(cosines, np.where(related, weights.lineage, 0.0))


def less_age(
    closeness: NDArray[np.float64], ended: NDArray[np.float64], weights: Weights, as_of: date
) -> NDArray[np.float64]:
    """Return the closeness of posts' titles less what the posts' age takes off.

    Args:
        closeness: Of each post's title; shape (n,).
        ended: The year each post ended; shape (n,).
        weights: Say what a year takes off.
        as_of: The date that 'present' means.

    Returns:
        Shape (n,), at most 1; below 0 where age takes off more than there is.
    """
    age = np.maximum(0.0, as_of.year - ended)
    return closeness - np.minimum(weights.recency_most, age * weights.recency_per_year)


def last_year(post: Position, as_of: date) -> int:
    """Return the year a post ended; an undated one counts as current, to nobody's disadvantage."""
    return as_of.year if post.end in (None, "present") else int(str(post.end)[:4])


def _outcomes(verdicts: Mapping[str, Verdict]) -> dict[str, Outcome]:
    return {name: verdict.outcome for name, verdict in verdicts.items()}


def _work_told(card: Scorecard, verdicts: Mapping[str, Verdict], weights: Weights) -> float:
    attained = np.array([verdicts[each.id].attained or 0.0 for each in card.soft])
    return float(work_credit(card.soft, attained, weights))


def work_credit(
    soft: Sequence[Requirement], attained: NDArray[np.float64], weights: Weights
) -> NDArray[np.float64]:
    """Return the mean closeness of the work told to each thing the role does or asks.

    Args:
        soft: What is judged by meaning.
        attained: The closeness to each: shape (len(soft),), or (len(soft), n) for n candidates.
        weights: Say how much each counts, and what a closeness is worth.

    Returns:
        Shape () or (n,), in [0, 1].
    """
    heights = weights.work_ramp.credits(attained)
    earned = np.zeros(attained.shape[1:])
    total = 0.0
    # One after the other, so that a sum does not depend on how many candidates there are.
    for each, height in zip(soft, heights, strict=True):
        weight = weights.of(each)
        total += weight
        earned = earned + weight * height
    return earned / total if total else earned


def _line(
    name: str, credit: float, possible: float, requirement: str | None = None
) -> Contribution:
    return Contribution(
        name,
        round(credit * possible, DECIMALS),
        round(possible, DECIMALS),
        requirement,
        credit,
    )
