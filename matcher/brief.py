"""A role ready to be ranked by: what no candidate changes, worked out once for a whole pool.

Must not know any candidate.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from matcher.candidates.copied import Runs
from matcher.judging.together import tied_in
from matcher.meaning import Phrases
from matcher.members import Member
from matcher.scoring import Scorecard, scorecard, typed
from matcher.types import Role
from matcher.weights import Weights


@dataclass(frozen=True, slots=True)
class Brief:
    """A role with what ranking needs of it.

    Attributes:
        role: As it was read.
        card: Its hundred points shared out.
        runs: Its words, to find where a CV repeats them.
        phrases: What is asked for, as vectors.
        asking: The role as if it asked only for what a score or a band takes a verdict on: what is
            typed, with whatever is tied to one another.
        asked: All that the outcomes of ``asking`` depend on besides the candidate, as one text;
            what is asked for counts, and not how much it counts.
    """

    role: Role
    card: Scorecard
    runs: Runs
    phrases: Phrases
    asking: Role
    asked: str

    def pasted(self, member: Member) -> list[tuple[int, int]]:
        """Return the spans of a CV that repeat the role."""
        if not self.runs.may_be_in(member.blocks):
            return []
        return self.runs.spans_in(member.candidate.text)


def brief(role: Role, weights: Weights, phrases: Phrases, as_of: date) -> Brief:
    """Return a role ready to be ranked by, with these weights, on this day."""
    tied = {each.id for line in tied_in(role.requirements) for each in line}
    asked = tuple(each for each in role.requirements if typed(each) or each.id in tied)
    asking = replace(role, requirements=asked)
    day = (as_of, weights.met_from, weights.partly_from)
    questions = [
        (each.id, each.text, each.criterion, each.same_post_as, each.within_years) for each in asked
    ]
    card = scorecard(role, weights)
    return Brief(role, card, Runs(role.text), phrases, asking, repr((day, questions)))
