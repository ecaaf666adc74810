"""Lengths told in other ways than a post's dates: totals, parts, beginnings, kinds of setting."""

from __future__ import annotations

import pytest

from matcher.criteria import ExperienceYears
from tests.judging.test_experience_years import verdict

PEOPLE = ExperienceYears(3, "people management", leading=True)
LEADING = ExperienceYears(7, "leading a service desk", leading=True)
PAYROLL = ExperienceYears(5, "payroll")
DEMENTIA = ExperienceYears(None, "dementia care")
REGULATED = ExperienceYears(3, "a regulated environment")


@pytest.mark.parametrize(
    ("criterion", "cv", "outcome"),
    [
        # Seniority leads nobody.
        (PEOPLE, "Nine years as a senior chemist.", "not_stated"),
        (PEOPLE, "Led a lab for one year. Nine years as a senior chemist before.", "not_met"),
        (PEOPLE, "Nine years at a senior level in tax.", "not_stated"),
        (PEOPLE, "Nine years as a key account manager.", "not_stated"),
        (PEOPLE, "Nine years as a shop manager.", "met"),
        # What was managed has nobody in it, or was no work.
        (PEOPLE, "Nine years managing stock and parcels.", "not_stated"),
        (PEOPLE, "Managed accounts from 2014 to 2022.", "not_stated"),
        (PEOPLE, "Led the band for nine years as a hobby.", "not_stated"),
        (PEOPLE, "Led project teams for nine years.", "met"),
        (PAYROLL, "Ten years as a waiter and one year as a payroll clerk.", "not_met"),
        (PAYROLL, "Payroll software in use for nine years.", "not_stated"),
        # The second length is of what stands between the two.
        (PAYROLL, "Payroll clerk for one year, a waiter for ten years before that.", "not_met"),
        (PAYROLL, "Payroll clerk for one year, previously a waiter for ten years.", "not_met"),
        (PEOPLE, "Nine years of senior management in tax.", "met"),
        (LEADING, "Head of service desk for ten years.", "met"),
        (LEADING, "Service desk manager for ten years.", "met"),
        (LEADING, "Ten years as a service desk manager.", "met"),
        (LEADING, "Ten years in charge of a service desk.", "met"),
        (LEADING, "I have run a service desk for eleven years.", "met"),
        (LEADING, "I have managed service desks for ten years.", "met"),
        (LEADING, "I led service desks for eight years.", "met"),
        (LEADING, "Eight years leading service desks.", "met"),
        (LEADING, "I led a service desk for eight years.", "met"),
        (LEADING, "Have run service desks since 2012.", "met"),
        (LEADING, "Since May 2014 I have run the service desk at Acme.", "met"),
        (LEADING, "Service desk manager for five years, after ten as an engineer.", "not_met"),
        (LEADING, "Eighteen years in IT support, fourteen of them leading a service desk.", "met"),
        (LEADING, "Eighteen years in service desk work, three of them leading.", "not_met"),
        (LEADING, "Twelve years on a service desk, the last two as its manager.", "not_met"),
        (LEADING, "I have worked on a service desk for ten years.", "not_stated"),
        (LEADING, "I supported the service desk for ten years as a cleaner.", "not_stated"),
        (DEMENTIA, "Set up the guest care office at a hotel.", "not_stated"),
        (DEMENTIA, "Care of the elderly ward sister", "not_stated"),
        (
            DEMENTIA,
            "Customer experience manager with experience of care and attention.",
            "not_stated",
        ),
        (DEMENTIA, "Desktop and telephony for libraries and care homes.", "not_stated"),
        (DEMENTIA, "Ran a home with 36 residents living with dementia.", "met"),
        (DEMENTIA, "Manager of a residential home for people living with dementia.", "met"),
        (DEMENTIA, "Worked for six years on a dementia unit.", "met"),
        (DEMENTIA, "Healthcare Assistant, Teesdale, 2012 to 2013", "not_stated"),
        (
            PAYROLL,
            "Payroll work comes to eleven months in all; the rest was in catering.",
            "not_met",
        ),
        (PAYROLL, "My time in payroll adds up to seven years.", "met"),
        (PAYROLL, "I moved into payroll in 2024, having been a chef for a decade.", "not_met"),
        (PAYROLL, "First took up payroll work in 2023; payroll clerk to this day.", "not_met"),
        (PAYROLL, "Became a payroll clerk in 2022. Before that I kept bees.", "not_met"),
        (PAYROLL, "Became a payroll clerk in 2012.", "not_stated"),
        (PAYROLL, "Payroll Officer, Denby Tiles, for the last eight years.", "met"),
        (
            PAYROLL,
            "Payroll Clerk, Denby 2014-2016; Payroll Officer, Corran 2016-2022",
            "met",
        ),
        (PAYROLL, "Typed up payroll manuals for a print shop, 2012 - 2022.", "not_stated"),
        (PAYROLL, "Wrote a payroll course brochure as a copywriter, 2012 - 2022.", "not_stated"),
        (REGULATED, "Nurse, CQC-registered home, 2015 - 2021", "met"),
        (REGULATED, "Meter adviser with an Ofgem-licensed supplier, 2015 - 2021", "met"),
        (REGULATED, "Baker, Pine Street, 2015 - 2021", "not_stated"),
        (REGULATED, "I follow FCA news in my spare time.", "not_stated"),
        (PAYROLL, "Payroll Clerk, Denby Tiles, May 2010 through June 2018", "met"),
    ],
)
def test_told_lengths(criterion: ExperienceYears, cv: str, outcome: str) -> None:
    assert verdict(criterion, cv).outcome == outcome
