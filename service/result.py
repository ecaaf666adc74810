"""A finished ranking, as every report gets it: what was ranked, with what, and what failed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from matcher.candidates.redaction import blind
from matcher.types import Candidate, Evidence, Match, Notice, Role, Verdict
from matcher.weights import Weights
from service.blinding import unnaming
from service.intake import Failure

# The code of the warning that names another candidate.
DUPLICATE = "duplicate"


@dataclass(frozen=True, slots=True)
class Ranking:
    """A ranking and what is needed to explain it.

    Attributes:
        role: The role.
        matches: Best first; the first N where only those were asked for.
        candidates: By id; at least those of ``matches``.
        failed: Inputs that could not be processed.
        pool: How many candidates there are.
        judged: How many of them were judged and ranked: all, unless the pool is very large.
        model: Identity of the encoder.
        weights: What counted how much.
        as_of: The date that 'present' meant.
        blind: Whether who people are has been taken out.
    """

    role: Role
    matches: tuple[Match, ...]
    candidates: Mapping[str, Candidate]
    failed: tuple[Failure, ...]
    pool: int
    judged: int
    model: Any
    weights: Weights
    as_of: date
    blind: bool = False

    @property
    def judged_note(self) -> str:
        """What to tell the reader where not everybody was judged; "" where everybody was."""
        if self.judged == self.pool:
            return ""
        verb = "candidate was" if self.judged == 1 else "candidates were"
        return f"Only {self.judged:,} of {self.pool:,} {verb} judged: the most promising."

    def blinded(self) -> Ranking:
        """Return the ranking with candidates numbered by rank and their identity masked.

        Masks have the length of what they hide, so every span still holds.
        """
        masked = {}
        matches = []
        for rank, match in enumerate(self.matches, 1):
            candidate = self.candidates[match.candidate_id]
            text = blind(candidate.text)
            name = f"candidate-{rank:03d}"
            masked[name] = replace(candidate, id=name, text=text)
            unnamed = unnaming(candidate.text, text)
            verdicts = tuple((key, _masked(each, text, unnamed)) for key, each in match.verdicts)
            warnings = tuple(map(_unnamed, match.warnings))
            matches.append(replace(match, candidate_id=name, verdicts=verdicts, warnings=warnings))
        failed = tuple(Failure("(hidden)", "one input could not be read") for _ in self.failed)
        return replace(self, matches=tuple(matches), candidates=masked, failed=failed, blind=True)


def _unnamed(notice: Notice) -> Notice:
    if notice.code != DUPLICATE:
        return notice
    return Notice(DUPLICATE, "The same text as another CV here: one CV under two names.")


def _masked(verdict: Verdict, hidden: str, unnamed: Callable[[str], str]) -> Verdict:
    """Return a verdict whose quotes name nobody, nor what a person gave as a reason."""
    evidence = tuple(
        Evidence(each.start, each.end, hidden[each.start : each.end]) for each in verdict.evidence
    )
    return replace(verdict, reason=unnamed(verdict.reason), evidence=evidence)
