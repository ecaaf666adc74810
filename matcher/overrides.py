"""A match as people decided it: verdicts replaced by theirs, and everything else made from those.

Must not know who decides, nor where decisions are kept. The machine's match is never changed, and
points are made where all points are made.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from matcher.decisions import Override, OverrideError
from matcher.explain import short
from matcher.matching import match_of
from matcher.scoring import rescored, scorecard, typed
from matcher.types import Match, Notice, Outcome, Requirement, Role, Verdict
from matcher.weights import Weights

__all__ = ["DECIDED", "Override", "OverrideError", "decided_otherwise", "overridden"]

# Code of the warning that says where people decided otherwise.
DECIDED = "decided_by_person"

# What a person's answer counts as where closeness is what earns points. The shipped ramp ends at a
# half, so that 'partly' earns there what the closest of the machine's 'partly' earn: everything.
_ATTAINED = {
    Outcome.MET: 1.0,
    Outcome.PARTLY: 0.5,
    Outcome.NOT_MET: 0.0,
    Outcome.NOT_STATED: None,
}
_LONGEST_QUOTE = 160


def overridden(role: Role, match: Match, overrides: Sequence[Override], weights: Weights) -> Match:
    """Return the match with people's verdicts in the place of the machine's.

    Points, band, questions and score follow from the verdicts; the line for the title stays, and a
    warning says where people decided otherwise than the machine. Of several overrides of one
    requirement the last counts. A person who gives the machine's own outcome confirms it: no point
    changes. Otherwise what is judged by meaning counts as attained by 1 where it is met, by a half
    where it is partly met, and not at all where it is not met or not stated.

    Args:
        role: The role that the match answers.
        match: As the machine made it.
        overrides: In the order in which they were decided.
        weights: Those that the match was made with.

    Raises:
        OverrideError: The match holds no verdict on a requirement that is overridden.
    """
    asked = {each.id: each for each in role.requirements}
    given = dict(match.verdicts)
    verdicts = dict(given)
    for each in overrides:
        name = each.requirement_id
        if name not in given or name not in asked:
            fault = f"the match holds no such requirement; give one of {', '.join(given) or 'none'}"
            raise OverrideError(name, "requirement_id", fault)
        verdicts[name] = _decided(asked[name], given[name], each)
    card = scorecard(role, weights)
    lines = rescored(card, role, match.contributions, verdicts, weights)
    warnings = (*match.warnings, *_told(_otherwise(given, verdicts)))
    return match_of(match.candidate_id, role, lines, verdicts, warnings, weights)


def decided_otherwise(match: Match, decided: Match) -> list[str]:
    """Return the ids of the requirements on which people decided otherwise than the machine.

    Args:
        match: As the machine made it.
        decided: What `overridden` made of it.
    """
    return _otherwise(dict(match.verdicts), dict(decided.verdicts))


def _otherwise(given: Mapping[str, Verdict], verdicts: Mapping[str, Verdict]) -> list[str]:
    return [name for name, each in given.items() if verdicts[name].outcome is not each.outcome]


def _told(names: Sequence[str]) -> tuple[Notice, ...]:
    if not names:
        return ()
    *first, last = names
    listed = f"{', '.join(first)} and {last}" if first else last
    return (Notice(DECIDED, f"A person decided otherwise than the machine on {listed}."),)


def _decided(requirement: Requirement, given: Verdict, override: Override) -> Verdict:
    """Return a person's verdict; the machine's evidence stays, for whoever checks it."""
    outcome = override.outcome
    if outcome is given.outcome:
        attained = given.attained
    else:
        attained = None if typed(requirement) else _ATTAINED[outcome]
    open_ = outcome in {Outcome.NOT_STATED, Outcome.PARTLY}
    return Verdict(
        outcome,
        f"A person decided this: {_sentence(override.reason)}",
        given.evidence,
        (given.question or _question(requirement)) if open_ else None,
        attained,
    )


def _sentence(words: str) -> str:
    line = " ".join(words.split())
    return line if line[-1] in ".!?" else f"{line}."


def _question(requirement: Requirement) -> str:
    return f"What can you tell us about this: '{short(requirement.text, _LONGEST_QUOTE)}'?"
