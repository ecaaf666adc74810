"""A ranking as a table for a terminal, 80 columns wide or as wide as the terminal is."""

from __future__ import annotations

import io
import shutil

from rich.console import Console
from rich.table import Table
from rich.text import Text

from matcher.explain import OUTCOME_MARKS, OUTCOME_WORDS, best_quote, must_haves, short
from matcher.types import Match, Outcome
from service.result import Ranking

COLUMNS = 80
COLOURS = {
    Outcome.MET: "green",
    Outcome.PARTLY: "yellow",
    Outcome.NOT_STATED: "blue",
    Outcome.NOT_MET: "red",
}


def render(ranking: Ranking) -> str:
    """Return the table, with a legend of the must-haves below it."""
    width = max(COLUMNS, shutil.get_terminal_size((COLUMNS, 24)).columns)
    screen = io.StringIO()
    console = Console(file=screen, width=min(width, 140), color_system=None, highlight=False)
    console.print(_heading(ranking))
    console.print(_table(ranking))
    console.print(_legend(ranking))
    return "\n".join(line.rstrip() for line in screen.getvalue().split("\n"))


def _heading(ranking: Ranking) -> Text:
    shown = len(ranking.matches)
    pool = f"{shown} of {ranking.pool}" if shown < ranking.pool else str(ranking.pool)
    title = short(ranking.role.title or ranking.role.id, 50)
    return Text(f"{title}: {pool} candidates, as of {ranking.as_of:%d %B %Y}")


def _table(ranking: Ranking) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("#", justify="right")
    table.add_column("candidate", overflow="fold")
    table.add_column("band")
    table.add_column("score", justify="right")
    table.add_column("must-haves")
    table.add_column("best quote", ratio=1, overflow="ellipsis", no_wrap=True)
    for rank, match in enumerate(ranking.matches, 1):
        quote = best_quote(ranking.role, match)
        table.add_row(
            str(rank),
            short(match.candidate_id, 24),
            match.band,
            f"{match.score:.1f}",
            _marks(ranking, match),
            Text(f"'{short(quote.quote, 90)}'" if quote else "-"),
        )
    return table


def _marks(ranking: Ranking, match: Match) -> Text:
    verdicts = dict(match.verdicts)
    marks = Text()
    for each in must_haves(ranking.role):
        outcome = verdicts[each.id].outcome
        marks.append(OUTCOME_MARKS[outcome], style=COLOURS[outcome])
    return marks


def _legend(ranking: Ranking) -> Text:
    lines = ["", "must-haves, from left to right:"]
    lines += [
        f"  {place}. {short(each.text, 72)}"
        for place, each in enumerate(must_haves(ranking.role), 1)
    ]
    lines.append("  ".join(f"{OUTCOME_MARKS[each]} {OUTCOME_WORDS[each]}" for each in Outcome))
    return Text("\n".join(lines))
