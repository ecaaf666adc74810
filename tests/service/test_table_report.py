"""The table on a terminal: what it says, and that it fits."""

import sys
from dataclasses import replace
from itertools import pairwise

import pytest
from rich.cells import cell_len

from matcher.types import Importance
from service.reports import RENDERERS, for_screen
from tests.service.rankings import ANNA, RANKING, ROLE, named

render = RENDERERS["table"]


def test_it_shows_rank_candidate_band_score_marks_and_the_best_quote() -> None:
    assert render(RANKING) == (
        "Head of Desk\n"
        "2 candidates, best first, as of 23 November 2026\n"
        "\n"
        "#  candidate  band      score  1 2\n"
        "1  anna       strong     80.0  ● ◐\n"
        "   “a budget of £3m”\n"
        "2  ben        unlikely   12.5  ? ✕\n"
        "   nothing in the CV answers what is asked\n"
        "   ! White text was left out.\n"
        "\n"
        "The must-haves, by number:\n"
        "  1  A budget of £2m\n"
        "  2  A team of 20\n"
        "\n"
        "● met   ◐ partly met   ✕ not met   ? not stated in the CV\n"
    )


def test_more_than_nine_must_haves_have_their_numbers_in_two_lines() -> None:
    essentials = tuple(replace(ROLE.requirements[1], id=f"R{n}") for n in range(11))
    verdicts = tuple((each.id, ANNA.verdicts[1][1]) for each in essentials)
    lines = tuple(replace(each, requirement_id=None) for each in ANNA.contributions)
    anna = replace(ANNA, verdicts=verdicts, contributions=lines)
    role = replace(ROLE, requirements=essentials)
    head = render(replace(RANKING, role=role, matches=(anna,))).split("\n")
    tens, ones = next(pair for pair in pairwise(head) if "score" in pair[1])
    assert tens.split() == ["1", "1"]
    assert ones.endswith("1 2 3 4 5 6 7 8 9 0 1")
    assert len(tens) == len(ones)


def test_a_part_of_the_pool_is_said_to_be_one() -> None:
    assert "1 of 40 candidates, best first" in render(
        replace(RANKING, matches=(ANNA,), pool=40, judged=40)
    )


def test_one_candidate_is_not_many() -> None:
    assert "1 candidate, best first" in render(replace(RANKING, matches=(ANNA,), pool=1, judged=1))


def test_a_role_without_must_haves_says_so() -> None:
    wishes = tuple(replace(each, importance=Importance.DESIRABLE) for each in ROLE.requirements)
    role = replace(ROLE, requirements=wishes)
    assert "The role names no must-have" in render(replace(RANKING, role=role))


@pytest.mark.parametrize("name", ["a" * 90, "中" * 60, "b\u0301" * 50, "[red]not markup[/red]"])
@pytest.mark.parametrize("asked", [1, 8, 16, 30])
def test_no_line_is_wider_than_80_columns(name: str, asked: int) -> None:
    ranking = named(name)
    essentials = tuple(replace(ROLE.requirements[1], id=f"R{n}") for n in range(asked))
    verdicts = tuple((each.id, ANNA.verdicts[1][1]) for each in essentials)
    lines = tuple(replace(each, requirement_id=None) for each in ANNA.contributions)
    matches = tuple(
        replace(each, verdicts=verdicts, contributions=lines) for each in ranking.matches
    )
    role = replace(ROLE, requirements=essentials, title="Head " * 40)
    table = render(replace(ranking, role=role, matches=matches))
    assert max(cell_len(line) for line in table.split("\n")) <= 80


def test_what_looks_like_markup_is_shown_as_it_is() -> None:
    assert "[red]a[/red]" in render(named("[red]a[/red]"))


class Terminal:
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("setting", "coloured"), [(None, True), ("1", False)])
def test_a_terminal_gets_colours_unless_it_wants_none(
    monkeypatch: pytest.MonkeyPatch, setting: str | None, coloured: bool
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    if setting:
        monkeypatch.setenv("NO_COLOR", setting)
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert ("\x1b[" in for_screen(RANKING)) is coloured


def test_a_pipe_gets_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert for_screen(RANKING) == render(RANKING)
