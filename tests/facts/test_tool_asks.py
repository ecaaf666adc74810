"""What a sentence of a role asks in tools: alternatives, lists, families, depth."""

from __future__ import annotations

import pytest

from matcher.criteria import ToolUsed
from matcher.facts.tools import reader as tools
from tests.judging.reading import asks


@pytest.mark.parametrize(
    ("sentence", "criteria"),
    [
        ("A CRM (HubSpot, Zoho or the like)", [ToolUsed(("HubSpot", "Zoho"), True)]),
        ("HubSpot or Zoho, and Xero", [ToolUsed(("HubSpot", "Zoho")), ToolUsed(("Xero",))]),
        ("Rust essential", [ToolUsed(("Rust",))]),
        ("You need not be an expert: no need to know Xero", []),
        ("Zendesk or Freshdesk", [ToolUsed(("Zendesk", "Freshdesk"))]),
        (
            "Skilled in Figma and Sketch",
            [ToolUsed(("Figma",), level="proficient"), ToolUsed(("Sketch",), level="proficient")],
        ),
        ("A CRM such as HubSpot or Pipedrive", [ToolUsed(("HubSpot", "Pipedrive"), True)]),
        ("Xero or similar", [ToolUsed(("Xero",), True)]),
        ("Advanced PowerPoint", [ToolUsed(("PowerPoint",), level="advanced")]),
        ("Verint, Puzzlebox or Calabrio", [ToolUsed(("Verint", "Calabrio", "Puzzlebox"))]),
        ("Use of Puzzlebox software", [ToolUsed(("Puzzlebox",))]),
        ("Use of a ticketing system", [ToolUsed(("ticketing system",), True)]),
        ("Tableau, not Power BI", [ToolUsed(("Tableau",))]),
        ("An eye for detail and access to a car", []),
        ("ITIL and PRINCE2", []),
        ("Interviews will be held on Zoom using a link", []),
    ],
)
def test_asks(sentence: str, criteria: list[ToolUsed]) -> None:
    assert [one.criterion for one in asks(tools, sentence)] == criteria
