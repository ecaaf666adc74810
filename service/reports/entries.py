"""What a report tells of one candidate: outcomes, how the score adds up, questions, marked text.

Must not know a report's format. Every number is one that scoring made.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from matcher.asks import Ask
from matcher.criteria import HARD_KINDS
from matcher.explain import must_haves as essentials
from matcher.explain import sentence, waterfall
from matcher.types import Contribution, Match, Notice, Outcome, Requirement, Verdict
from service.reports.marking import Piece, pieces
from service.reports.questions import questions
from service.reports.quoting import best_words
from service.result import Ranking

# Duties and wishes shown with a candidate; beyond these the closest have been seen.
SOFT_SHOWN = 12
# Characters of the quote in the shortlist.
QUOTE = 140


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of the waterfall: from where the bars before it ended, ``points`` long."""

    contribution: Contribution
    start: float
    total: float


@dataclass(frozen=True, slots=True)
class Entry:
    """What the page shows of one candidate."""

    rank: int
    match: Match
    sentence: str
    quote: str | None
    answers: tuple[tuple[Ask, Verdict], ...]
    closest: tuple[tuple[Requirement, Verdict], ...]
    questions: tuple[str, ...]
    bars: tuple[Bar, ...]
    pieces: tuple[Piece, ...]

    @property
    def id(self) -> str:
        """The candidate's id."""
        return self.match.candidate_id

    @property
    def contradicted(self) -> bool:
        """Whether the CV speaks against a must-have."""
        outcomes = [verdict.outcome for ask, verdict in self.answers if ask.essential]
        return Outcome.NOT_MET in outcomes

    @property
    def warnings(self) -> tuple[Notice, ...]:
        """What the reader should know about the document."""
        return self.match.warnings


def entry(ranking: Ranking, asked: Sequence[Ask], rank: int, match: Match) -> Entry:
    """Return what to tell of a candidate.

    Args:
        ranking: Where the match stands in.
        asked: What the role asks that is judged against facts.
        rank: The candidate's.
        match: The candidate's.
    """
    return Entry(
        rank=rank,
        match=match,
        sentence=sentence(essentials(ranking.role), match),
        quote=best_words(ranking, match, QUOTE),
        questions=tuple(questions(ranking.role, match)),
        answers=tuple((ask, ask.answer(match)) for ask in asked),
        closest=_closest(ranking, match),
        bars=_bars(match),
        pieces=tuple(pieces(ranking.candidates[match.candidate_id].text, match.verdicts)),
    )


def _closest(ranking: Ranking, match: Match) -> tuple[tuple[Requirement, Verdict], ...]:
    """Return the duties and wishes that the CV comes closest to, closest first."""
    verdicts = dict(match.verdicts)
    soft = [
        (each, verdicts[each.id])
        for each in ranking.role.requirements
        if each.kind not in HARD_KINDS
    ]
    soft.sort(key=lambda pair: -(pair[1].attained or 0.0))
    return tuple(soft[:SOFT_SHOWN])


def _bars(match: Match) -> tuple[Bar, ...]:
    steps = waterfall(match)
    starts = [0.0, *(step.total for step in steps)]
    return tuple(
        Bar(step.contribution, start, step.total)
        for step, start in zip(steps, starts, strict=False)
    )
