"""What a role asks as people count: one requirement is one thing asked, and so are alternatives.

Must not know a report's format, and computes no number: it picks among verdicts that were given.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from matcher.criteria import HARD_KINDS
from matcher.types import BEST_FIRST, Importance, Match, Outcome, Requirement, Role, Verdict

# Kinds in a recruiter's words.
KIND_WORDS = {
    "experience_years": "experience",
    "money_scope": "money held",
    "team_size": "people led",
    "certification": "certificate",
    "education": "education",
    "clearance": "clearance",
    "language": "language",
    "licence": "licence",
    "right_to_work": "right to work",
    "tool": "tool",
    "location": "place",
    "notice_period": "notice period",
    "sector": "sector",
    "outcome": "result",
    "skill": "skill",
    "duty": "work of the post",
    "general": "about the person",
}


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing asked, as people count: alternatives are one ask."""

    members: tuple[Requirement, ...]

    @property
    def id(self) -> str:
        """The id of the requirement, or the first and last of the alternatives'."""
        first, last = self.members[0].id, self.members[-1].id
        return first if first == last else f"{first}-{last}"

    @property
    def text(self) -> str:
        """The words of the role, on one line; alternatives say that one of them is enough."""
        words = list(dict.fromkeys(" ".join(each.text.split()) for each in self.members))
        # Alternatives read from one sentence are that sentence.
        return words[0] if len(words) == 1 else f"one of {len(words)}: {' / '.join(words)}"

    @property
    def kind(self) -> str:
        """What is asked, in a recruiter's words."""
        kinds = dict.fromkeys(KIND_WORDS[each.kind] for each in self.members)
        return " or ".join(kinds)

    @property
    def essential(self) -> bool:
        """Whether the role must have it."""
        return any(each.importance is Importance.ESSENTIAL for each in self.members)

    @property
    def knock_out(self) -> bool:
        """Whether contradicting it takes a candidate out."""
        return any(each.knock_out for each in self.members)

    def outcome(self, outcomes: Mapping[str, Outcome]) -> Outcome:
        """Return the outcome of the requirement, or the best of the alternatives', by their ids."""
        return min((outcomes[each.id] for each in self.members), key=BEST_FIRST.index)

    def answer(self, match: Match) -> Verdict:
        """Return the verdict on the requirement, or the best on any of the alternatives."""
        verdicts = dict(match.verdicts)
        given = [verdicts[each.id] for each in self.members]
        return min(given, key=lambda verdict: BEST_FIRST.index(verdict.outcome))


def asks(requirements: Iterable[Requirement]) -> list[Ask]:
    """Put alternatives together, each at the place of the first of them."""
    lines: dict[str, list[Requirement]] = {}
    for each in requirements:
        lines.setdefault(each.group or each.id, []).append(each)
    return [Ask(tuple(line)) for line in lines.values()]


def typed(role: Role) -> list[Ask]:
    """Return what the role asks that is judged against facts: must-haves first."""
    found = asks(each for each in role.requirements if each.kind in HARD_KINDS)
    return sorted(found, key=lambda ask: not ask.essential)


def must_haves(role: Role) -> list[Ask]:
    """Return the typed essentials, in reading order."""
    return [ask for ask in typed(role) if ask.essential]
