"""A ranking as a table for a terminal, 80 columns wide or as wide as the terminal is.

Two lines a candidate: the place with a mark for each must-have, and below it the best quote; more
where there is something to be warned of.
"""

from __future__ import annotations

import io
import os
import shutil
import sys

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text

from matcher.asks import Ask, must_haves
from matcher.explain import OUTCOME_MARKS, OUTCOME_WORDS, short
from matcher.types import Match, Outcome
from service.reports.quoting import best_words
from service.result import Ranking

COLUMNS = 80
WIDEST = 120
COLOURS = {
    Outcome.MET: "green",
    Outcome.PARTLY: "yellow",
    Outcome.NOT_STATED: "cyan",
    Outcome.NOT_MET: "red",
}
# Marks stand apart while there is room, so that the eye finds its column.
_APART = 16
_LONGEST_ID = 28


def render(ranking: Ranking) -> str:
    """Return the table as plain text."""
    return _printed(ranking, COLUMNS, colour=False)


def for_screen(ranking: Ranking) -> str:
    """Return the table as this terminal shows it best; as plain text where there is none."""
    if not sys.stdout.isatty():
        return render(ranking)
    width = shutil.get_terminal_size((COLUMNS, 24)).columns
    return _printed(ranking, min(max(width, COLUMNS), WIDEST), colour="NO_COLOR" not in os.environ)


def _printed(ranking: Ranking, width: int, *, colour: bool) -> str:
    screen = io.StringIO()
    console = Console(
        file=screen,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        highlight=False,
        emoji=False,
    )
    asked = must_haves(ranking.role)
    for line in (*_heading(ranking), *_rows(ranking, asked, width), *_legend(asked, width)):
        console.print(line, no_wrap=True, overflow="ellipsis")
    return "\n".join(line.rstrip() for line in screen.getvalue().split("\n"))


def _heading(ranking: Ranking) -> list[Text]:
    shown = len(ranking.matches)
    judged = ranking.judged
    pool = f"{shown} of {judged:,}" if shown < judged else f"{judged:,}"
    word = "candidate" if judged == 1 else "candidates"
    title = short(ranking.role.title or ranking.role.id, COLUMNS)
    about = f"{pool} {word}, best first, as of {ranking.as_of.day} {ranking.as_of:%B %Y}"
    lines = [Text(title, "bold"), Text(about, "dim")]
    if ranking.judged_note:
        lines.append(Text(ranking.judged_note, "dim"))
    return [*lines, Text()]


def _rows(ranking: Ranking, asked: list[Ask], width: int) -> list[Text]:
    names = [match.candidate_id for match in ranking.matches]
    name = min(_LONGEST_ID, max([cell_len(each) for each in names] + [len("candidate")]))
    numbers = len(str(max(len(names), 1)))
    bands = max([len(match.band) for match in ranking.matches] + [len("band")])
    head = f"{'#':>{numbers}}  {'candidate':{name}}  {'band':{bands}}  score"
    tens, ones = (_gap(asked).join(digits) for digits in _places(asked))
    lines = [Text(head + (f"  {ones}" if asked else ""), "bold")]
    if tens.strip():
        lines.insert(0, Text(f"{' ' * len(head)}  {tens}", "bold"))
    for rank, match in enumerate(ranking.matches, 1):
        line = Text(f"{rank:>{numbers}}  ")
        line.append(set_cell_size(short(match.candidate_id, name), name), "bold")
        line.append(f"  {match.band:{bands}}  {match.score:5.1f}  ")
        line.append(_marks(asked, match))
        lines.append(line)
        indent = numbers + 2
        lines.append(Text(" " * indent + _quote(ranking, match, width - indent), "dim"))
        lines += [
            Text(" " * indent + short(f"! {each.message}", width - indent), "yellow")
            for each in match.warnings
        ]
    return lines


def _gap(asked: list[Ask]) -> str:
    return " " if len(asked) <= _APART else ""


def _places(asked: list[Ask]) -> tuple[list[str], list[str]]:
    """Return the tens, where there are any, and the ones of each must-have's number."""
    numbers = [f"{place:2}" for place in range(1, len(asked) + 1)]
    return [number[0] for number in numbers], [number[1] for number in numbers]


def _marks(asked: list[Ask], match: Match) -> Text:
    outcomes = [ask.answer(match).outcome for ask in asked]
    return Text(_gap(asked)).join(Text(OUTCOME_MARKS[each], COLOURS[each]) for each in outcomes)


def _quote(ranking: Ranking, match: Match, width: int) -> str:
    words = best_words(ranking, match, width - 2)
    return f"“{words}”" if words else "nothing in the CV answers what is asked"


def _legend(asked: list[Ask], width: int) -> list[Text]:
    key = Text("   ").join(
        Text.assemble((OUTCOME_MARKS[each], COLOURS[each]), f" {OUTCOME_WORDS[each]}")
        for each in Outcome
    )
    if not asked:
        return [Text(), Text("The role names no must-have that can be checked by facts.")]
    lines = [
        Text(f"{place:>3}  {short(ask.text, width - 5)}") for place, ask in enumerate(asked, 1)
    ]
    return [Text(), Text("The must-haves, by number:", "bold"), *lines, Text(), key]
