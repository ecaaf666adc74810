"""A ranking as one self-contained HTML file: no script, no address outside the file.

Shortlist, what the role asks, matrix, and for each candidate the outcome of each requirement, how
the score adds up, the questions to ask and the CV's text with the evidence marked.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from importlib.metadata import version

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from matcher.asks import KIND_WORDS, Ask, typed
from matcher.criteria import HARD_KINDS
from matcher.explain import OUTCOME_MARKS, OUTCOME_WORDS, short
from matcher.types import BEST_FIRST, Outcome
from service.reports.entries import entry
from service.result import Ranking


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
        entries=[entry(ranking, asked, rank, each) for rank, each in enumerate(ranking.matches, 1)],
        words=OUTCOME_WORDS,
        marks=OUTCOME_MARKS,
    )


def _outcomes(ask: Ask, ranking: Ranking) -> list[tuple[Outcome, int]]:
    """Return how many of the candidates shown have each outcome, best first."""
    counts = Counter(ask.answer(match).outcome for match in ranking.matches)
    return [(outcome, counts[outcome]) for outcome in BEST_FIRST if counts[outcome]]
