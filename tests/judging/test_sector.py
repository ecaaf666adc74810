"""Sectors judged by employer and regulator; customers and schools attended do not count."""

from __future__ import annotations

import pytest

from matcher.facts.sectors import reader as sectors
from matcher.judging import sector
from tests.judging.reading import verdicts


@pytest.mark.parametrize(
    ("outcome", "asked", "cv"),
    [
        (
            "not_met",
            "Banking sector experience",
            "Twelve years in breweries; banking would be new to me.",
        ),
        ("not_met", "Aviation experience", "Nothing in aviation so far; ferries and trams."),
        ("not_met", "Aviation experience", "I have no experience of working at an airline."),
        ("not_met", "Charity sector experience", "No charity work at any time. Baker, 2010-2020."),
        ("not_stated", "Aviation experience", "No aviation work since 2012."),
        ("not_stated", "Aviation experience", "Zero aviation incidents in ten years."),
        ("not_stated", "Aviation experience", "The team had no aviation experience."),
        ("not_stated", "Aviation experience", "Hired graduates with no aviation experience."),
        ("not_met", "Aviation experience", "Trained baker with no aviation experience."),
        ("not_stated", "Charity sector experience", "No charity work in 2020"),
        ("met", "Retail experience", "There is nothing in retail like a sale week."),
        ("not_stated", "Charity sector experience", "Charity work at weekends, unpaid"),
        ("met", "Retail experience", "No retail jobs were lost. Manager, Tesco, 2010-2019"),
        ("met", "Aviation experience", "Team leader for a ground handling firm, 2011-2015"),
        ("met", "Energy sector experience", "Planner, Larkfield Energy, 2014 - 2019"),
        ("met", "Water sector experience", "Clerk at Upper Wray Water & Gas, 2012-2015"),
        (
            "not_stated",
            "Energy sector experience",
            "Energy Manager of a hospital estate, full of Energy",
        ),
        ("met", "Social care experience", "Deputy, Oak Bank Residential Home, 2018 - 2020"),
        ("met", "Hospitality experience", "Sous chef, 2011 to 2016"),
        ("not_stated", "Media sector experience", "Kept publishing our own error rates"),
        ("not_stated", "Central government experience", "A department of nine clerks"),
        ("not_stated", "Education sector experience", "Mended a pipe beneath a secondary school"),
        ("not_met", "Retail sector experience", "My whole working life has been in shipping"),
        ("met", "Retail sector experience", "Worked in insurance, then retail"),
        ("not_stated", "Logistics sector experience", "Toys: trains, parcels"),
        ("met", "Sector experience: retail or charity", "Shop floor supervisor, Oxfam"),
        (
            "met",
            "Previous work in local government or the wider public sector",
            "Prison officer, HMP Thornmere",
        ),
        ("met", "Experience in FMCG", "National account manager for toothpaste and toiletries"),
        (
            "not_met",
            "Sector experience: rail or aviation",
            "I have no rail experience and none in aviation",
        ),
        ("not_stated", "NHS experience", "Member of the NHS pension scheme; florist"),
        ("met", "Background in financial services", "Team manager, Calder Building Society"),
        (
            "not_stated",
            "Experience in the public sector",
            "Sold software to councils and NHS trusts",
        ),
        ("met", "Experience in the water industry", "Wessex Water, customer operations manager"),
        (
            "met",
            "Utilities experience",
            "Complaints manager at an energy supplier regulated by Ofgem",
        ),
        ("not_stated", "Higher education experience", "BSc Geography, University of Leeds"),
        (
            "met",
            "Higher education sector experience",
            "Service desk manager, University of Leeds, 2018-2023",
        ),
        ("not_stated", "Banking experience", "Worked bank holidays and bank shifts on the ward"),
        ("met", "Retail experience", "Shop supervisor at a supermarket"),
        (
            "not_met",
            "Experience in the public sector",
            "My whole career has been in fast food restaurants",
        ),
        ("not_met", "NHS experience", "No NHS experience"),
        ("not_met", "Rail experience", "Entire career so far in garden centres: sower, buyer"),
        (
            "met",
            "Experience in a regulated environment such as energy or water",
            "Ofwat reporting lead at a water company",
        ),
        (
            "not_stated",
            "Experience in the public sector",
            "Volunteer school governor; council tax bill query adviser at a bank",
        ),
        ("met", "Housing association experience", "Repairs planner for a social landlord"),
        (
            "met",
            "Experience of working in local government",
            "Customer services officer, Wirral Metropolitan Borough Council",
        ),
        (
            "not_stated",
            "Manufacturing sector experience",
            "Bright and full of energy, I enjoy people",
        ),
        ("met", "Financial services experience", "Complaints handler at a high street bank"),
        (
            "met",
            "Financial services sector experience",
            "FCA-regulated complaints handling for a lender",
        ),
        (
            "met",
            "Experience in the charity sector",
            "Supporter care manager, national children's charity",
        ),
        ("not_stated", "Experience in the charity sector", "Ran a marathon for charity"),
        ("met", "Higher education sector experience", "IT manager, two universities, 2012-2020"),
        ("not_met", "Local government experience", "I have never worked in local government"),
        ("met", "Manufacturing experience", "Customer service lead, car parts manufacturer"),
        ("met", "Retail sector experience", "Store manager, DIY chain"),
    ],
)
def test_outcome(outcome: str, asked: str, cv: str) -> None:
    assert [one.outcome for one in verdicts(sectors, sector, asked, cv)] == [outcome]
