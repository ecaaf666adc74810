"""Techniques under their other names, by their members, denied, and words that are none."""

from __future__ import annotations

import pytest

from matcher.facts.tools import reader as tools
from matcher.judging.tools import judge as tool
from tests.judging.reading import asks, verdicts


@pytest.mark.parametrize(
    ("outcome", "asked", "cv"),
    [
        # A member shows the whole.
        ("met", "Able to carry out root cause analysis", "Drew fishbone diagrams of late trains"),
        ("met", "Lean", "Ran SMED workshops on the bottling lines"),
        ("met", "Experience of process mapping", "Agreed swimlane diagrams with the ward clerks"),
        ("met", "Agile ceremonies", "Chaired sprint planning for two squads"),
        ("met", "Agile ceremonies", "Ran daily stand-ups and retrospectives for a squad"),
        ("met", "Statistical process control", "Put control charts on each filler head"),
        ("met", "Knowledge-centred service", "Coached agents in KCS"),
        # Another name.
        ("met", "Risk registers", "Brought the RAID log up to date every Friday"),
        ("met", "Stakeholder analysis", "Drew the power/interest grid for a merger of parishes"),
        ("met", "Benefits mapping", "Drew a benefits dependency network with the sponsors"),
        ("met", "Phlebotomy", "Took bloods on the morning round"),
        ("met", "TIG welding", "GTAW on thin stainless"),
        ("met", "FMEA", "Led the PFMEA of a new gearbox"),
        ("met", "Shift-left", "Shifted left the password tickets to the first line"),
        ("met", "Regression analysis", "Built logistic regressions to score leads"),
        # A member alone is not another member.
        ("not_stated", "TIG welding", "MIG welder of trailers"),
        ("not_stated", "BPMN", "Mapped processes on brown paper"),
        ("not_stated", "5 Whys", "Root cause analysis of late trains"),
        # Denied, the whole with its members.
        ("not_met", "Ishikawa", "I have never led a root cause analysis"),
        ("not_met", "Risk registers", "Have not kept a risk register so far"),
        ("not_met", "Phlebotomy", "Venepuncture: never done"),
        # Somebody else's.
        ("not_stated", "Risk registers", "Our risk register was kept by a colleague"),
        ("not_stated", "8D", "My quality manager ran 8D on returned castings"),
        # No technique at all.
        ("not_stated", "Swarming", "Kept bees and collected swarming colonies"),
        ("not_stated", "Shift-left", "The night shift left me tired"),
        ("not_stated", "Agile ceremonies", "Held daily stand-ups with the floor staff of a shop"),
        ("not_stated", "Sprint retrospectives", "Curated retrospectives of two painters"),
        ("not_stated", "Regression analysis", "Regression testing of each release"),
        ("not_stated", "A3 problem solving", "Printed A3 posters for a school fair"),
        ("not_stated", "Data modelling", "Builds model railways"),
    ],
)
def test_a_technique_is_known_by_its_names_and_members(outcome: str, asked: str, cv: str) -> None:
    (verdict,) = verdicts(tools, tool, asked, cv)
    assert verdict.outcome == outcome


def test_examples_in_brackets_behind_techniques_are_alternatives() -> None:
    found = [one.criterion for one in asks(tools, "Lean techniques (gemba walks, poka-yoke)")]
    assert [(each.any_of, each.or_similar) for each in found] == [  # type: ignore[union-attr]
        (("Lean",), False),
        (("gemba walks", "poka-yoke"), True),
    ]
