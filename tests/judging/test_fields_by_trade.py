"""Posts and statements of many trades and professions, each beside what only sounds like it."""

from __future__ import annotations

import pytest

from tests.judging.test_experience_years import verdict, years
from tests.judging.test_statements import outcome

# The field as a role asks for it, titles that belong to it, and titles that do not.
FIELDS = [
    # Health, care and advice.
    ("podiatry", "Podiatrist|Chiropodist", "Podiatry Receptionist|Physiotherapist"),
    ("audiology", "Audiologist|Hearing Aid Dispenser", "Audio Typist|Audio Engineer"),
    ("community nursing", "District Nurse|Community Matron", "Theatre Nurse|Community Worker"),
    ("nursing", "Practice Nurse|Health Visitor|Neonatal Nurse", "Dental Nurse|Nursery Nurse"),
    ("paramedic practice", "Paramedic", "Patient Transport Driver"),
    ("psychology", "Clinical Psychologist", "Psychology Teacher|Psychiatric Nurse"),
    ("domiciliary care", "Home Carer|Homecare Manager", "Support Worker|Residential Carer"),
    ("social work", "Senior Social Worker", "Family Support Worker|Social Media Officer"),
    ("foster care", "Foster Carer", "Foster's Brewery Operative"),
    ("chaplaincy", "Prison Chaplain", "Chaperone"),
    # Schools and training.
    ("primary teaching", "Year 2 Teacher|Primary Teacher", "Science Teacher|Primary Care Nurse"),
    ("secondary teaching", "Head of Science|Teacher of French", "Year 5 Teacher"),
    ("teaching", "Maths Teacher|Primary Class Teacher", "School Caretaker|Riding Instructor"),
    ("driving instruction", "Driving Instructor", "Coach Driver"),
    ("vocational assessment", "NVQ Assessor|Skills Coach", "Benefits Assessor"),
    ("academic research", "Research Fellow", "Market Researcher"),
    # Law, rescue and defence.
    ("policing", "Detective Constable|PCSO", "Store Detective|Policy Officer"),
    ("work as a police officer", "Police Sergeant", "Police Community Support Officer"),
    ("firefighting", "On-call Firefighter|Watch Manager", "Fire Alarm Engineer"),
    ("the Army", "Infantryman|Platoon Commander", "Submariner|Salvation Army Officer"),
    ("family law", "Family Solicitor", "Family Support Worker|Family Law Lecturer"),
    ("wills and probate", "Probate Manager|Will Writer", "Residential Conveyancer"),
    ("legal cashiering", "Legal Cashier", "Bank Cashier"),
    # Trades and repair.
    ("bricklaying", "Bricklayer", "Plasterer|Bricklaying Lecturer"),
    ("painting and decorating", "Decorator|Painter", "Cake Decorator|Spray Painter"),
    ("electrical installation", "Electrician|Approved Electrician", "Electrical Design Engineer"),
    ("gas engineering", "Gas Engineer|Boiler Engineer", "Plumber"),
    ("plumbing", "Plumber|Heating Engineer", "Plumbing Sales Adviser|Pipeline Developer"),
    ("plant operation", "Dumper Driver|Digger Driver", "Plant Nursery Worker|Plant Fitter"),
    ("kitchen fitting", "Kitchen Fitter", "Kitchen Porter|Kitchen Designer"),
    ("catering", "School Cook", "Kitchen Fitter|Catering Equipment Engineer"),
    ("vehicle repair", "Mechanic|HGV Technician", "Bicycle Mechanic|Vehicle Valeter"),
    ("control and instrumentation", "Instrument Technician|PLC Engineer", "Credit Controller"),
    ("materials engineering", "Metallurgist", "Materials Planner"),
    ("tree surgery", "Arborist", "Veterinary Surgeon|Gardener"),
    ("pest control", "Pest Controller", "Stock Controller"),
    # Making.
    ("baking", "Bakery Supervisor|Baker", "Biker"),
    ("sewing", "Seamstress|Sewing Machinist", "Sewing Machine Engineer|CNC Machinist"),
    ("food production", "Food Operative|Brewer", "Sous Chef|TV Production Runner"),
    ("upholstery", "Upholsterer", "Upholstery Cleaner"),
    # Animals and science.
    ("work with horses", "Groom|Stable Hand", "Dog Groomer"),
    ("dairy farming", "Herdsman", "Shepherd|Dairy Sales Manager"),
    ("chemistry", "Research Chemist", "Chemistry Teacher|Dispensing Chemist Assistant"),
    ("mining", "Miner|Mine Manager", "Data Mining Analyst"),
    # Hotels, shops and the road.
    ("hotels", "Night Auditor|Hotel Receptionist", "Barista|Hotel Software Developer"),
    ("bar work", "Bartender|Pub Manager", "Room Attendant|Barrister"),
    ("housekeeping", "Head Housekeeper|Room Attendant", "Office Cleaner"),
    ("car sales", "Car Sales Executive", "Sales Assistant|Car Mechanic"),
    ("train driving", "Train Driver", "Bus Driver|Train Guard"),
    ("removals", "Removals Porter", "Tattoo Removal Technician"),
    ("window cleaning", "Window Cleaner", "Window Fitter|Office Cleaner"),
    # Offices.
    ("internal audit", "Internal Auditor", "External Auditor|Quality Auditor"),
    ("bookkeeping", "Bookkeeper", "Librarian|Statutory Auditor"),
    ("work as an accountant", "Management Accountant", "Accounts Assistant|Payroll Clerk"),
    ("PPC", "Paid Media Manager", "SEO Executive"),
    ("penetration testing", "Ethical Hacker", "SOC Analyst|Software Tester"),
    ("data science", "Machine Learning Engineer", "Data Entry Clerk|Data Analyst"),
    ("mobile development", "Android Developer", "Web Developer"),
    ("estate agency", "Estate Agent|Sales Negotiator", "Travel Agent"),
    ("field sales", "Area Sales Manager", "Telesales Executive"),
    ("photography", "Photographer", "Photocopier Engineer"),
    ("games development", "Games Designer", "Gamekeeper"),
]


@pytest.mark.parametrize(
    ("of", "title"), [(of, title) for of, titles, _ in FIELDS for title in titles.split("|")]
)
def test_a_post_of_the_trade(of: str, title: str) -> None:
    assert verdict(years(3, of), f"{title}, Holm and Tarn Ltd, 2010 - 2020").outcome == "met"


@pytest.mark.parametrize(
    ("of", "title"), [(of, title) for of, _, titles in FIELDS for title in titles.split("|")]
)
def test_a_post_that_only_sounds_like_the_trade(of: str, title: str) -> None:
    assert verdict(years(3, of), f"{title}, Holm and Tarn Ltd, 2010 - 2020").outcome != "met"


@pytest.mark.parametrize(
    ("expected", "asked", "cv"),
    [
        ("met", "4 years in gas engineering", "Serviced boilers for seven years."),
        ("not_stated", "4 years in gas engineering", "Sold boilers for seven years."),
        ("met", "4 years in vehicle repair", "Mended vans and lorries for six years."),
        ("not_stated", "4 years in vehicle repair", "Washed vans for six years."),
        ("met", "4 years driving lorries", "Drove tankers for seven years."),
        ("not_stated", "4 years driving lorries", "Scheduled lorry drivers for seven years."),
        ("met", "4 years in car sales", "Sold used cars for seven years."),
        ("not_stated", "4 years in car sales", "Sold car insurance for seven years."),
        ("met", "4 years teaching maths", "Taught maths for seven years."),
        ("not_stated", "4 years teaching maths", "Taught German for seven years."),
        ("not_stated", "4 years in chemistry", "Taught chemistry for seven years."),
        ("met", "4 years in dairy farming", "Milked cows for seven years."),
        ("met", "4 years in carpet fitting", "Laid carpets and floors for seven years."),
        ("met", "4 years in welding", "Welded stainless steel for seven years."),
        ("met", "4 years in elderly care", "Looked after elderly residents for seven years."),
        ("not_stated", "4 years in elderly care", "Looked after the pool cars for seven years."),
        ("met", "4 years of bookkeeping", "Kept the books of two cafes for seven years."),
        ("met", "4 years in software development", "Wrote Python code for seven years."),
        ("not_stated", "4 years as a pilot", "Ran a pilot scheme for seven years."),
        ("not_stated", "4 years in pharmacy", "Delivered parcels to pharmacies for seven years."),
        ("not_stated", "4 years in hotels", "Stayed in hotels for seven years."),
    ],
)
def test_a_trade_told_by_what_is_done(expected: str, asked: str, cv: str) -> None:
    assert outcome(asked, cv) == expected
