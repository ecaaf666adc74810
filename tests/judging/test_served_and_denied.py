"""Who serves a trade, who denies it, ranks, counters, parts of lengths, homes some way off."""

from __future__ import annotations

import pytest

from tests.judging.test_statements import outcome

_INCIDENTS = "Experience of managing major incidents"
_HULL = "Must live near Hull"


@pytest.mark.parametrize(
    ("expected", "asked", "cv"),
    [
        # Whoever minds a trade's desk, diary or car has not practised it.
        ("not_stated", "Two years in dentistry", "Dental receptionist, Orchard Smiles, 2012-2018"),
        ("not_stated", "Two years in surveying", "Driver to the surveying team, 2012-2018"),
        ("not_stated", "Two years in marketing", "Secretary to the marketing director, 2012-2018"),
        ("not_stated", "Two years in engineering", "Engineering secretary, 2012-2018"),
        ("not_stated", "Two years in finance",
         "I was PA to the finance director from 2012 to 2018"),
        # ... and yet has done that work, or worked in that place.
        ("met", "Two years on reception", "Dental receptionist, Orchard Smiles, 2012-2018"),
        ("met", "Two years in a dental practice", "Dental receptionist, Orchard Smiles, 2012-2018"),
        ("met", "Two years as a PA", "PA to the finance director, 2012-2018"),
        ("met", "Two years of dental nursing", "Dental nurse and receptionist, 2012-2018"),
        ("met", "Two years in schools", "School secretary, 2012-2018"),
        # To whom somebody answered.
        ("not_stated", "Two years in marketing", "Signwriter, reporting to marketing, 2012-2018"),
        ("met", "Two years in marketing", "Marketing officer, reporting to sales, 2012-2018"),
        # A rank is of the service it was held in.
        ("met", "Five years in policing", "Sergeant, Fenland Police, 2008-2016"),
        ("not_stated", "Five years in policing", "Sergeant, Royal Signals, 2008-2016"),
        ("not_stated", "Five years as a police officer", "Clerk, Fenland Police, 2008-2016"),
        ("met", "Five years as a soldier", "Corporal, Fenland Regiment, 2008-2016"),
        ("met", "Five years' military experience", "Eleven years in the Army"),
        ("met", "Five years as a firefighter", "Crew manager, Fenland Fire Brigade, 2008-2016"),
        # ... and of no trade that only shares its name, nor of a firm that shares the service's.
        ("not_stated", "Five years in policing", "PC repairer, Fenland Police, 2008-2016"),
        ("not_stated", "Five years in policing", "Tyre inspector, Fenland Police, 2008-2016"),
        ("not_stated", "Five years in policing", "Sergeant, Police Federation Bar, 2008-2016"),
        ("not_stated", "Five years in the army", "Major Gifts Officer, Salvation Army, 2008-2016"),
        ("not_stated", "Five years in the army", "Captain, Salvation Army, 2008-2016"),
        ("not_stated", "Five years in the army", "Captain, Army Surplus Stores, 2008-2016"),
        ("not_stated", "Five years in the army", "Private chef, Rifles Hotel, 2008-2016"),
        ("not_stated", "Five years in the army", "Captain, Night Guards Ltd, 2008-2016"),
        ("not_stated", "Five years in the navy", "Rating clerk, HMS Brokers, 2008-2016"),
        ("not_stated", "Five years as a firefighter",
         "Station manager, Fenland Fire Brigade museum, 2008-2016"),
        ("met", "Five years as a soldier", "Acting Sergeant, Fenland Regiment, 2008-2016"),
        # Counters, tills and front desks serve customers.
        ("met", "Three years of customer service", "Shop assistant, Larks, 2008-2013"),
        ("met", "Three years of customer service", "Leisure centre receptionist, 2008-2013"),
        ("not_stated", "Three years of customer service", "Shop fitter, Larks, 2008-2013"),
        ("met", "Three years of customer service", "Checkout supervisor, Larks, 2008-2013"),
        ("not_stated", "Three years of customer service", "Cashier systems tester, 2008-2013"),
        ("not_stated", "Three years of customer service", "Box office accountant, 2008-2013"),
        ("not_stated", "Three years of customer service", "Architect (concierge), 2008-2013"),
        ("not_stated", "Three years of customer service", "Barista machine engineer, 2008-2013"),
        ("not_stated", "Three years of customer service management", "Shop assistant, 2008-2013"),
        # What a function is never without does not narrow it.
        ("met", "A year of outbound telesales",
         "Telesales Adviser (blinds), 4 May 2019 - 9 June 2021"),
        ("met", "Five years in hospitality management",
         "Pub Manager, Rye, 2009-2012\nResort General Manager, Rye, 2012-2018"),
        ("met", "Five years in retail management", "Store Duty Manager, Rye, 2009-2016"),
        ("met", "Three years in project management", "First PM post Mar 2011 - Apr 2016."),
        ("not_stated", "Three years in project management", "Late shift until 8 PM, 2011 - 2016"),
        ("not_stated", "Three years in project management", "Attended a PM course, 2011 - 2016"),
        ("not_stated", "Three years in project management", "PM, shop floor, Larks, 2011 - 2016"),
        ("not_stated", "Three years in project management", "PM, Larks (product), 2011 - 2016"),
        ("not_stated", "Three years in project management",
         "Aide to the leader, later PM, who won twice, 2011 - 2016"),
        # ... unless its opposite is told.
        ("not_stated", "A year of outbound telesales", "Telesales adviser (inbound), 2019 - 2021"),
        ("not_stated", "A year of outbound telesales",
         "Employment\nTelesales adviser, Larks, 2019 - 2021\nIncoming orders."),
        ("met", "A year of outbound telesales",
         "Employment\nTelesales adviser, Larks, 2019 - 2021\nInbound and outbound."),
        ("not_stated", "Two years of public customer service",
         "Internal support customer service adviser, 2012-2018"),
        # Where a post stood is told by its heading before its duties.
        ("not_stated", "Two years' nursing in the NHS",
         "Nurse, Spire Hospital, 2012-2018. Took NHS referrals."),
        ("not_stated", "Two years in the NHS",
         "Auditor, Gray & Co, 2012-2018. Audited NHS trusts."),
        ("met", "Two years' nursing in the NHS", "Nurse, Fenland NHS Trust, 2012-2018"),
        ("not_stated", "Two years' teaching in secondary schools",
         "Teacher, Fen Primary School, 2012-2018. Led visits to the secondary school."),
        ("met", "Two years' teaching in primary schools", "Teacher, Fen Primary School, 2012-2018"),
        # An outage's bridge, run and not merely joined.
        ("met", "Experience of managing major incidents",
         "Chaired twelve P1 bridges for an airline."),
        ("not_stated", "Experience of managing major incidents", "Joined P1 bridges when called."),
        ("met", _INCIDENTS, "Ran the Sev1 calls of a bank."),
        ("met", _INCIDENTS, "Coordinated the response to critical incidents at a port."),
        ("not_stated", _INCIDENTS, "Led the repainting of critical bridges."),
        ("not_stated", _INCIDENTS, "Ran a desk of priority calls from members."),
        ("not_stated", "Managing major incidents", "Managed the rota during major incidents."),
        ("not_stated", _INCIDENTS, "Hosted the weekly bridge call with buyers."),
        ("not_stated", _INCIDENTS, "Ran the newsroom's war room on polling day."),
        # The shop floor of a works is no shop.
        ("not_stated", "Retail experience", "Shop floor supervisor, gearbox works, 2012-2018"),
        ("met", "Retail experience", "Supervisor in a department store, 2012-2018"),
        ("met", "Experience in the transport sector", "Depot clerk, Fenland Coachways, 2012-2018"),
        ("met", "Experience in the transport sector", "Planner, Fenland Haulage, 2012-2018"),
        ("not_stated", "Experience in the transport sector", "Coaches the under-elevens"),
        ("not_stated", "Experience in the transport sector", "Tutor, Rye Life Coaches, 2012-2018"),
        ("not_stated", "Experience in haulage", "Escort, Fenland School Transport, 2012-2018"),
        ("not_stated", "Experience in the legal sector", "Gardener to a barrister, 2012-2018"),
        ("not_stated", "Experience in the legal sector", "The barrister's dog walker, 2012-2018"),
        ("not_stated", "Experience in the legal sector", "My wife is a barrister. Potter."),
        ("met", "Experience in the legal sector", "Worked as a barrister, 2012-2018"),
        ("not_stated", "Experience in the travel industry", "Married to a tour guide. Potter."),
        ("not_stated", "Experience in the maritime sector", "Cook, Ferry Tavern, 2012-2018"),
        ("met", "Experience in the maritime sector", "Cook, ferry operator, 2012-2018"),
    ],
)  # fmt: skip
def test_what_a_post_is_of(expected: str, asked: str, cv: str) -> None:
    assert outcome(asked, cv) == expected


@pytest.mark.parametrize(
    ("expected", "asked", "cv"),
    [
        # Denied: in between, behind, before.
        ("not_met", "Two years in lending", "I bring no lending background."),
        ("not_met", "Two years in catering", "I do not have any catering experience."),
        ("not_met", "Two years in catering", "Catering would be new to me."),
        ("not_met", "Experience of running payroll", "Payroll experience: nil"),
        ("not_met", "Three years of dental sales", "No sales experience to date."),
        # ... of a part only, of a time, of somebody else, or of something else.
        ("not_stated", "Two years in insurance", "I have no motor insurance experience."),
        ("not_stated", "Two years in finance", "I have no payroll experience."),
        ("not_stated", "Two years in payroll", "No recent payroll experience."),
        ("not_stated", "Two years in payroll", "Trained starters with no payroll experience."),
        ("not_stated", "Two years in payroll", "No payroll errors in three audits."),
        ("not_stated", "Two years in catering", "Catering brought new faces to me."),
        # The parts of a length.
        ("not_met", "Five years in lending",
         "13 years with one bank, of which the latest two in lending and the others in audit."),
        ("met", "Six years in lending",
         "13 years with one bank, of which seven in lending and six in audit."),
        ("not_met", "Five years in lending",
         "13 years at a bank; just the final two were in lending."),
        ("met", "Two years in payroll", "Six years in warehouses and three in payroll."),
        ("not_stated", "Two years in payroll",
         "Thirteen years at a bank; three in ten knew my name"),
        # One more stretch of the same work, and one of other work.
        ("met", "Five years as a welder", "Welder (Jan 2009 to Dec 2011; again from 2014 to 2019)"),
        ("met", "Ten years of teaching", "Taught maths 1991-1996 in Rye; 1999-2007 in Deal"),
        ("not_met", "Ten years of teaching", "Taught maths 1991-1996; 1999-2007 at sea"),
        ("not_met", "Ten years of teaching", "Taught maths 1991-1996; ran a pub 1999-2007"),
        # Round lengths.
        ("met", "20 years in catering",
         "Two decades and counting in catering: porter, cook, chef."),
        ("met", "30 years in printing", "Thirty-odd years in printing."),
        ("met", "10 years in housing", "A decade or so in housing: clerk, officer, manager."),
    ],
)  # fmt: skip
def test_denials_and_lengths(expected: str, asked: str, cv: str) -> None:
    assert outcome(asked, cv) == expected


@pytest.mark.parametrize(
    ("expected", "cv"),
    [
        ("not_met", "Lives two hours from Hull."),
        ("not_met", "I live 130 miles from Hull"),
        ("not_met", "Home is a three-hour drive from Hull"),
        ("not_stated", "Lives a long way from Hull"),
        ("not_stated", "A project some two hours from Hull"),
        ("met", "Home is half an hour from Hull"),
        ("met", "I live a ten-minute walk from Hull city centre"),
        ("met", "Lives 12 km outside Hull"),
        ("met", "Living a stone's throw from Hull"),
        ("met", "I'm based eight miles from Hull"),
        ("met", "My home is four miles from Hull"),
        # Whoever or whatever else lies near it.
        ("not_stated", "The foundry was based six miles from Hull"),
        ("not_stated", "My uncle, living six miles from Hull, sailed"),
        ("not_stated", "I was based six miles from Hull on a contract"),
        ("not_stated", "Based six miles from Hull, the mill made rope"),
        ("not_stated", "The care home is six miles from Hull"),
        ("not_stated", "Depot based half an hour from Hull, 2009-2011"),
        (
            "not_met",
            "Dover CT16 1AA\n\nEmployment\nBuyer, Larks, 2009 - 2014\nBased six miles from Hull.",
        ),
    ],
)
def test_a_home_some_way_off(expected: str, cv: str) -> None:
    assert outcome(_HULL, cv) == expected
