"""Tools read from a CV: names as printed, levels, states, bare lists."""

from __future__ import annotations

import pytest

from matcher.candidates.outline import outline
from matcher.facts.tools.reader import read
from matcher.types import Fact
from matcher.values import Tool


def tools(cv: str) -> list[tuple[str, str, str]]:
    facts = read(outline(cv))
    return [(f.value.name, f.value.id, f.status) for f in facts if isinstance(f.value, Tool)]


@pytest.mark.parametrize(
    ("cv", "expected"),
    [
        ("Grew coffee on Java; kept in constant contact with buyers", []),
        ("Java and kotlin services", [("Java", "Java", "held"), ("kotlin", "Kotlin", "held")]),
        ("Witness statements, snow clearance and team dynamics", []),
        ("Wrote the batch jobs in Go", [("Go", "Go", "held")]),
        ("Graded C, five years with R.S.I.", []),
        ("Loaded inbound and outbound freight", []),
        (
            "Moved us from Exchange Server 2013 to Gmail",
            [
                ("Exchange Server 2013", "Microsoft Exchange", "held"),
                ("Gmail", "Gmail", "held"),
            ],
        ),
        ("I excel at words and have access to a sage", []),
        ("Excel: lookups for payroll", [("Excel", "Microsoft Excel", "held")]),
        ("Never used Xero or Sage", [("Xero", "Xero", "denied"), ("Sage", "Sage", "denied")]),
        ("Followed NICE guidelines on the ward", []),
        ("Head Chef and Go-getter", []),
    ],
)
def test_read(cv: str, expected: list[tuple[str, str, str]]) -> None:
    assert tools(cv) == expected


def test_a_tool_named_only_in_a_long_list_is_bare() -> None:
    listed = "Skills\nXero, Figma, Canva, Trello, Slack, Zoom, Jira, Asana, Miro"
    facts: list[Fact] = read(outline(f"{listed}\n\nProfile\nI draw screens in Figma."))
    bare = {f.quote: f.bare for f in facts if f.start < len(listed)}
    assert bare["Xero"]
    assert not bare["Figma"]
