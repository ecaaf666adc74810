"""Sectors that are parts of wider ones: an hotel is hospitality, a pub is no hotel."""

from __future__ import annotations

import pytest

from data.knowledge.sectors import sectors
from data.knowledge.title_tables import functions
from tests.judging.test_statements import outcome


@pytest.mark.parametrize(
    ("expected", "asked", "cv"),
    [
        ("met", "Hotel experience", "Night porter, Novotel York, 2011 - 2016"),
        ("not_stated", "Hotel experience", "Bartender, Greene King, 2011 - 2016"),
        ("not_stated", "Hotel experience", "Stayed at a hotel on most trips"),
        ("met", "Hospitality experience", "Bartender, Greene King, 2011 - 2016"),
        ("met", "Armed forces background", "Signaller, Royal Signals, 2003 - 2012"),
        ("met", "Armed forces background", "Seven years in the Army as a vehicle mechanic"),
        ("not_stated", "Armed forces background", "Shop manager, Salvation Army, 2003 - 2012"),
        ("not_stated", "Armed forces background", "Designer at a defence contractor"),
        ("met", "Defence sector experience", "Signaller, Royal Signals, 2003 - 2012"),
        ("met", "Rail industry experience", "Planner, Network Rail, 2013 - 2018"),
        ("not_stated", "Rail industry experience", "Driver, Stagecoach, 2013 - 2018"),
        ("met", "Transport sector experience", "Driver, Stagecoach, 2013 - 2018"),
        ("met", "Aviation experience", "Turnround coordinator, Swissport, 2013 - 2018"),
        ("met", "Nuclear industry experience", "Fitter, Sellafield, 2013 - 2018"),
        ("not_stated", "Nuclear industry experience", "Fitter at a gas network, 2013 - 2018"),
        ("not_stated", "Nuclear industry experience", "Nuclear medicine technologist"),
        ("met", "Supermarket experience", "Team leader, Lidl, 2013 - 2018"),
        ("not_stated", "Supermarket experience", "Team leader, River Island, 2013 - 2018"),
        ("met", "Retail sector experience", "Team leader, River Island, 2013 - 2018"),
        ("met", "Experience in a law firm", "Paralegal, Weightmans, 2013 - 2018"),
        ("not_stated", "Experience in a law firm", "Instructed solicitors for a housing trust"),
        ("met", "Automotive manufacturing experience", "Team leader at a car plant, 2011-2015"),
        ("not_stated", "Manufacturing experience", "Receptionist at a car dealership, 2011-2015"),
        ("met", "Emergency services experience", "Planner, Tees Fire and Rescue Service"),
        ("met", "NHS experience", "Planner at an ambulance trust"),
        ("not_stated", "Farming experience", "Engineer at a server farm"),
        ("not_stated", "Higher education experience", "Graduate of a northern university"),
    ],
)
def test_a_part_of_a_wider_sector(expected: str, asked: str, cv: str) -> None:
    assert outcome(asked, cv) == expected


def test_every_sector_that_a_function_names_is_in_the_table() -> None:
    known = sectors().rows.keys()
    assert all(function.sectors <= known for function in functions().values())
