"""A ranking as one self-contained HTML file: no script, no address outside the file.

Shortlist, requirement matrix, and for each candidate the waterfall of the score, the questions to
ask and the CV's text with the evidence marked.
"""

from __future__ import annotations

from functools import cache
from importlib.metadata import version

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from matcher.criteria import HARD_KINDS
from matcher.explain import (
    OUTCOME_MARKS,
    OUTCOME_WORDS,
    must_haves,
    sentence,
    short,
    tally,
    waterfall,
)
from matcher.types import Importance, Match, Requirement
from service.reports.marking import pieces
from service.result import Ranking

# Rows of the matrix and of a candidate's table; duties beyond these are summed up in one line.
SOFT_SHOWN = 12


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
    hard = [each for each in ranking.role.requirements if each.kind in HARD_KINDS]
    return _template().render(
        ranking=ranking,
        version=version("rolematch"),
        hard=hard,
        soft_count=len(ranking.role.requirements) - len(hard),
        entries=[_entry(ranking, rank, each) for rank, each in enumerate(ranking.matches, 1)],
        words=OUTCOME_WORDS,
        marks=OUTCOME_MARKS,
        essential=Importance.ESSENTIAL,
    )


def _entry(ranking: Ranking, rank: int, match: Match) -> dict[str, object]:
    candidate = ranking.candidates[match.candidate_id]
    verdicts = dict(match.verdicts)
    return {
        "rank": rank,
        "match": match,
        "verdicts": verdicts,
        "tally": tally(ranking.role, match),
        "sentence": sentence(must_haves(ranking.role), match),
        "waterfall": waterfall(match),
        "rows": _rows(ranking, match),
        "pieces": pieces(candidate.text, match.verdicts),
    }


def _rows(ranking: Ranking, match: Match) -> list[Requirement]:
    """Return every typed requirement, then the duties and wishes that came closest."""
    verdicts = dict(match.verdicts)
    hard = [each for each in ranking.role.requirements if each.kind in HARD_KINDS]
    soft = [each for each in ranking.role.requirements if each.kind not in HARD_KINDS]
    soft.sort(key=lambda each: -(verdicts[each.id].attained or 0.0))
    return hard + soft[:SOFT_SHOWN]
