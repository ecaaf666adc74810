"""A ranking as one self-contained HTML file: no script, no address outside the file.

Shortlist, what the role asks, matrix, and for each candidate the outcome of each requirement, how
the score adds up, the questions to ask and the CV's text with the evidence marked.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from matcher.asks import KIND_WORDS, Ask, typed
from matcher.criteria import HARD_KINDS
from matcher.explain import (
    OUTCOME_MARKS,
    OUTCOME_WORDS,
    sentence,
    short,
    waterfall,
)
from matcher.explain import must_haves as essentials
from matcher.types import BEST_FIRST, Contribution, Match, Notice, Outcome, Requirement, Verdict
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


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("service.reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["short"] = short
    return environment.get_template("report.html.j2")


def render(ranking: Ranking) -> str:
    """Return the page."""
    asked = typed(ranking.role)
    soft = [each for each in ranking.role.requirements if each.kind not in HARD_KINDS]
    return _template().render(
        ranking=ranking,
        version=version("rolematch"),
        asks=asked,
        soft=soft,
        kind_words=KIND_WORDS,
        outcomes_of={ask.id: _outcomes(ask, ranking) for ask in asked},
        entries=[
            _entry(ranking, asked, rank, each) for rank, each in enumerate(ranking.matches, 1)
        ],
        words=OUTCOME_WORDS,
        marks=OUTCOME_MARKS,
    )


def _outcomes(ask: Ask, ranking: Ranking) -> list[tuple[Outcome, int]]:
    """Return how many of the candidates shown have each outcome, best first."""
    counts = Counter(ask.answer(match).outcome for match in ranking.matches)
    return [(outcome, counts[outcome]) for outcome in BEST_FIRST if counts[outcome]]


def _entry(ranking: Ranking, asked: list[Ask], rank: int, match: Match) -> Entry:
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
