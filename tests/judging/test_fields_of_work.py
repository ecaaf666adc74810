"""Which posts show years in a field of work, and which only sound like it."""

from __future__ import annotations

import pytest

from tests.judging.test_experience_years import verdict, years

# The field as a role asks for it, titles that belong to it, and titles that do not.
FIELDS = [
    ("managing outsourced suppliers", "Vendor Manager", "Delivery Driver|Supplies Porter"),
    (
        "managing third-party and external suppliers",
        "Supplier Relationship Manager",
        "Warehouse Picker",
    ),
    (
        "quality assurance",
        "Call Quality Assessor|QA Inspector|Quality Technician",
        "Air Quality Modeller|Customer Adviser",
    ),
    (
        "airport ground operations",
        "Turnround Coordinator|Check-in Agent|Ramp Agent",
        "Airport Taxi Driver|Hotel Porter",
    ),
    (
        "asset or configuration management",
        "Configuration Librarian|CMDB Owner|IT Asset Analyst",
        "Change Analyst",
    ),
    ("managing a retail store", "Store Manager|Shop Manager", "Sales Assistant|Stores Operative"),
    ("managing busy shops", "Shop Manager", "Checkout Operator"),
    ("store management", "Store Manager", "Store Assistant"),
    ("healthcare administration", "Clinic Coordinator|Ward Clerk", "Outpatient Nurse"),
    ("hgv class 1 driving", "Class 1 Driver", "Class 2 Driver|Van Driver"),
    ("hgv driving", "LGV Driver|Class 1 Driver", "Courier Driver|HGV Mechanic"),
    ("bus driving", "PCV Driver", "HGV Driver"),
    ("conveyancing", "Residential Conveyancer", "Litigation Solicitor"),
    ("supply chain", "Demand Planner|Materials Manager", "Delivery Driver"),
    ("warehousing", "Forklift Operator|Goods In Clerk", "Data Warehouse Developer"),
    ("probation", "Offender Manager", "Probationary Constable's Clerk"),
    ("KYC", "Customer Due Diligence Analyst|AML Investigator", "Credit Controller"),
    ("treasury", "Treasury Analyst", "Tax Adviser"),
    ("digital marketing", "SEO Executive|Paid Media Manager", "Brand Manager"),
    ("public relations", "Press Officer", "Communications Engineer"),
    ("nursing", "Ward Manager|District Nurse", "Nursing Associate"),
    ("teaching", "Head of Year", "Driving Instructor|Swimming Teacher"),
    ("training", "Instructional Designer", "Personal Trainer"),
    ("prisons", "Custodial Manager", "School Governor"),
    ("demand planning", "Supply Planner", "Wedding Planner"),
    ("rail operations", "Train Conductor|Platform Assistant", "Petrol Station Manager"),
    ("libraries", "Librarian", "Configuration Librarian"),
    ("telesales", "Appointment Setter", "Field Sales Executive"),
    ("request fulfilment", "Service Request Analyst", "Fulfilment Centre Picker"),
    ("health and safety", "SHEQ Adviser", "Road Safety Officer"),
    ("architecture", "Architectural Technologist|Part 2 Architect", "Solutions Architect"),
    ("IT infrastructure", "Windows Server Engineer", "Server"),
    ("managing projects", "Project Manager", "Project Administrator"),
    ("order processing", "Sales Order Clerk", "Order Picker"),
    ("customer facing roles", "Flight Attendant", "Kitchen Porter"),
    ("pharmaceutical sales", "Medical Representative", "Pharmacy Counter Assistant"),
    ("change management", "Business Change Lead", "Retail Cashier"),
    ("building trade", "Bricklayer", "Team Builder"),
    ("running a care home", "Registered Manager", "Care Assistant"),
    ("hotel management", "Hotel Manager", "Night Porter"),
    ("SEND", "SEN Teaching Assistant", "Postal Clerk"),
]


@pytest.mark.parametrize(
    ("of", "title"), [(of, title) for of, titles, _ in FIELDS for title in titles.split("|")]
)
def test_a_post_of_the_field(of: str, title: str) -> None:
    assert verdict(years(3, of), f"{title}, Holm and Tarn Ltd, 2010 - 2020").outcome == "met"


@pytest.mark.parametrize(
    ("of", "title"), [(of, title) for of, _, titles in FIELDS for title in titles.split("|")]
)
def test_a_post_that_only_sounds_like_it(of: str, title: str) -> None:
    assert verdict(years(3, of), f"{title}, Holm and Tarn Ltd, 2010 - 2020").outcome != "met"
