"""Units in labels, money that nothing calls a budget, parts of wholes, halves, levels and rates."""

from __future__ import annotations

import pytest

from tests.judging.test_statements import outcome

_UNITS = [
    ("met", "Budget of £15m or more", "FY23 operating budget (£000): 18,250. Holder: me."),
    ("met", "Budget of £15m or more", "Budget managed in £k: 18,250"),
    ("met", "Budget of £15m or more", "Annual budget (£m): 18.25. Held by me."),
    ("not_met", "Budget of £1m or more", "Budget I ran, £'000s: 2021 - 410; 2022 - 455"),
    ("met", "Budget of £1m or more", "Budget held (£ thousand): 1,350"),
    ("met", "Budget of £1m or more", "Budget held (GBP m): 2021: 1.1, 2022: 1.4"),
    ("not_met", "Budget of £1m or more", "Budget held (EUR 000): 480"),
    ("met", "Budget of £1m or more", "Budget (in thousands of pounds) held by me: 2,400"),
    ("not_stated", "Budget of £1m or more", "Budget held in 2022 (all staff): 24"),
]
_GIVEN = [
    ("met", "At least £1m annual budget", "I hold £150,000 a month for temps and stock."),
    ("not_met", "Annual budget of £1m+", "I hold £62,000 a month for agency nurses."),
    (
        "met",
        "Annual budget of £10m or more",
        "Held a four-year allocation of £60m, in equal parts, as head of parks.",
    ),
    ("met", "Annual budget of £5m+", "Was handed £18m to run the fleet over three years."),
    ("not_met", "Annual budget of £5m+", "Was given £9m to run the shelters over three years."),
    ("not_stated", "Annual budget of £5m+", "Was given £18m of claims to audit over three years."),
    ("met", "Annual budget of £1m+", "Entrusted with £1.3m a year to run the night shelters."),
    ("met", "Budget of £500k+", "Stewardship of just over half a million pounds a year."),
    ("met", "Budget of £500k+", "£12k a week of agency spend under my control."),
    ("not_stated", "Annual budget of £1m+", "Raised £1.3m a year to run the night shelters."),
    ("not_stated", "Annual budget of £1m+", "The council was given £6m to run its libraries."),
    ("not_met", "Annual budget of £10m", "Budget holder: £24m for the three years to 2025."),
    ("met", "Annual budget of £10m", "Held a £12m budget for the three years I was there."),
    ("met", "Control of £10m+ costs", "Plant head: £12.5m of controllable costs, mine to set."),
    ("not_met", "Control of £10m+ costs", "I own £8.2m of operating costs at two plants."),
    ("not_stated", "Control of £10m+ costs", "Cut costs by £11m across the group."),
]
_HOLDERS_AND_SHARES = [
    ("not_stated", "Held a budget of £2m+", "Worked on a £3m budget; its holder was my manager."),
    ("not_stated", "Held a budget of £2m+", "Scheduled a £3m budget (owner: Head of Estates)."),
    ("not_stated", "Held a budget of £2m+", "Ran a £3m budget. Its owner was the matron."),
    ("met", "Held a budget of £2m+", "A £3m budget; the budget owner was me."),
    ("met", "Held a budget of £1m+", "The trust's IT budget was £3m. A third of it was mine."),
    ("not_met", "Held a budget of £1m+", "Our budget was £9m. Of that, £700k was mine."),
    ("not_met", "Held a budget of £3m+", "The budget came to £5m. I managed half of it."),
    (
        "not_stated",
        "Held a budget of £1m+",
        "The library budget was £3m. Two thirds of it sat with my colleague.",
    ),
    ("met", "Held a budget of £1m+", "My budget was £9m. Half of it went on wages."),
    ("not_met", "Held a budget of £1m+", "Authority to sign up to £50k; service budget £4m."),
    ("not_stated", "Held a budget of £1m+", "The matron set the £2m ward budget; I ordered."),
    ("not_met", "Held a budget of £1m+", "My boss's budget was £2m; mine was £90k."),
    ("not_met", "Held a budget of £2m+", "Budget of AED 6m held in Sharjah."),
]
_PEOPLE = [
    (
        "not_met",
        "Leadership of 100+ staff",
        "Depot headcount 420, divided into twelve crews. I led one: 18 drivers.",
    ),
    (
        "not_stated",
        "Leadership of 50+ people",
        "Workforce of 260, organised in ten squads, one of which I ran.",
    ),
    ("not_met", "Leading 100+ people", "Plant staff: 510. I ran one shift of nine: 55 people."),
    ("not_met", "Leading 100+ people", "Of the ferry's 300 hands, 11 reported to me."),
    ("met", "Leading 30+ people", "Managed 40 staff in six shops; I ran one of them myself."),
    ("met", "Leadership of 250+ staff", "Area Manager. Headcount under me 262 at its peak."),
    ("met", "Leadership of 20+ staff", "Under me 26 at the height of the season, pickers."),
    (
        "met",
        "Managing 15+ volunteers",
        "Food bank: 27 volunteers, whose rota and appraisals were my responsibility.",
    ),
    ("not_stated", "Managing 15+ staff", "Payroll clerk: 34 nurses, whose payslips were my job."),
    ("met", "Led ten or more", "Recruited 16 surveyors in a year and led them to 2022."),
    ("not_stated", "Led ten or more", "Recruited 16 surveyors for a client who led them."),
    ("met", "Led ten or more", "Led 14 fitters, hired five of them."),
    (
        "met",
        "Experience of managing multi-site teams",
        "Supervised the advisers at the Leeds, Bradford and Halifax branches.",
    ),
    (
        "met",
        "Managed teams of 20+ across more than one site",
        "Manager for Derby (14 staff) and Leek (9 staff), both teams mine.",
    ),
]
_JOINED = [
    ("met", "Has managed either a P&L or a team of 25+", "Supervised 31 drivers."),
    ("met", "Has managed either a P&L or a team of 25+", "P&L owner, two cafes."),
    ("not_met", "Has managed either a P&L or a team of 25+", "Supervised 6 drivers. No P&L."),
    ("met", "Experience of managing budgets or people", "Supervised two clerks."),
    ("met", "Experience of managing budgets or people", "Budget of £9k held."),
    ("not_stated", "Experience of managing budgets or people", "Filed the invoices."),
]
_RESULTS = [
    ("not_stated", "Reduced complaints by 25%", "Complaints fell nationally by 30% in 2023."),
    ("met", "Reduced complaints by 25%", "Cut complaints by 30% across the country."),
    ("met", "Increased sales by 15%", "Takings £1.0m (2021), £1.3m (2023) in my shop."),
    ("met", "Reduced waiting times", "Average wait: 14 minutes when I came, 6 when I left."),
    ("not_stated", "Sales growth of 20%+", "Reporter: UK sales of electric vans rose 44%."),
    ("met", "Sales growth of 20%+", "UK sales of our vans rose 44% under me."),
    (
        "met",
        "Proven reduction in average handling time",
        "AHT 540s (March 2023) to 455s (March 2024) on the desk that I led.",
    ),
    ("met", "Reduced staff turnover", "Attrition 38% (Q1 2022) to 21% (Q4 2022) under me."),
    ("not_stated", "Reduced complaints by 30%", "Complaints between 38 (2022) and 21 (2022)."),
    ("met", "NPS of +40 or better", "NPS as head of care: +42 (2022), +48 (2023)"),
    ("not_met", "NPS of +40 or better", "Our best NPS was +22, after the lobby was improved."),
    ("met", "First contact resolution of 80%", "We settled 86 queries per hundred on first call."),
    ("not_met", "First contact resolution of 80%", "Seven out of ten calls solved first time."),
    ("met", "SLA of 95% or better", "Ninety-six tickets in a hundred kept to SLA under me."),
    ("not_stated", "First contact resolution of 80%", "Ninety of every hundred calls were short."),
]


_DECOYS = [
    ("not_stated", "Budget of £1m+", "Staff budget (hours, 000s): 1,350"),
    ("not_met", "Budget of £1m+", "Budget held (£k): 350; headcount 1,200"),
    ("not_met", "Budget of £1m+", "Budget held (£000): 2019 - 2021: 450"),
    ("not_met", "Budget of £1m+", "Budget held (£m): 0.8; NPS 62; team 6"),
    ("not_met", "Budget of £1m+", "Budget held (£m): 0.4 for 12"),
    ("not_met", "Budget of £1m+", "Managed budget in £k: 450, phone 07700 900123"),
    ("not_stated", "Budget of £1m+", "As cashier I held £2m for safekeeping."),
    ("not_stated", "Budget of £1m+", "Never held £2m for repairs."),
    ("not_stated", "Budget of £1m+", "Northfield Council holds £2m a year for repairs."),
    ("not_stated", "Budget of £1m+", "The clinic next door, given £2m a year to run it, shut."),
    ("not_stated", "Budget of £1m+", "Had I been given £2m a year to run it, I would have."),
    ("not_stated", "Budget of £1m+", "I have £2m to manage for clients."),
    ("not_stated", "Budget of £1m+", "Salesperson: responsible for £3m per annum."),
    ("not_stated", "Budget of £1m+", "Reported to a director accountable for £2m a year."),
    ("not_stated", "Budget of £1m+", "Not accountable for £2m a year."),
    ("not_stated", "Budget of £1m+", "Negotiated a service charge of £2m a year."),
    ("not_stated", "Budget of £1m+", "Audited the stewardship of £2m a year."),
    ("not_stated", "Budget of £1m+", "My annual sales plan of £3m was beaten."),
    ("not_stated", "Budget of £1m+", "The trust ran a three-year settlement of £9m."),
    ("not_stated", "Budget of £1m+", "The firm lost £2m, as I saw at first hand."),
    ("met", "Budget of £2m+", "I held a £3m budget. The other budget holder was the Head of Art."),
    ("met", "Budget of £2m+", "Managed a £3m budget. The process owner was the Head of Art."),
    ("met", "Budget of £2m+", "My budget was £4m. A tenth of it I ran through suppliers."),
    ("met", "Budget of £2m+", "I held a £4m budget. Half of it went to my manager's projects."),
    ("not_stated", "Budget of £2m+", "The budget was £9m. Half of it could have been mine."),
    ("not_stated", "Budget of £2m+", "The budget was £9m. I wanted to hold half of it."),
    ("met", "Budget of £2m+", "Delegated authority £50k. Unit budget: £4m, mine to manage."),
    ("met", "Leading 15+ people", "Head of Care. Team of 40. I ran one of the wards."),
    ("not_stated", "Leading 15+ people", "Trained 40 managers in Excel, then ran the desk."),
    ("not_stated", "Leading 15+ people", "Hired 40 clerks for a client and led the team that sat."),
    ("not_stated", "Leading 15+ people", "Recruited 40 nurses, and ward managers then led them."),
    ("not_stated", "Leading 15+ people", "Clerk: 34 nurses, whose appraisals were my job to file."),
    ("not_stated", "Leading 15+ people", "Payroll: 34 nurses, whose shifts I keyed being my job."),
    ("met", "Managing a shop or a team of 25", "Managed a team of 30."),
    ("not_stated", "First contact resolution of 80%", "Sold to 92% of prospects on first call."),
    (
        "not_stated",
        "First contact resolution of 80%",
        "Passed 92% of exams at first time of asking.",
    ),
    ("not_stated", "NPS of +40 or better", "NPS was measured at 45 sites."),
    ("not_stated", "NPS of +40 or better", "My rival's NPS was +48."),
    ("not_stated", "NPS of +40 or better", "Our rise in NPS was 45."),
    ("not_stated", "Increased sales by 15%", "Sales £1.0m (2021), forecast £1.3m (2022)."),
    ("met", "Sales growth of 20%+", "Head of Sales: total sales of hardware grew 30%."),
]


@pytest.mark.parametrize(
    ("expected", "asked", "cv"),
    [*_UNITS, *_GIVEN, *_HOLDERS_AND_SHARES, *_PEOPLE, *_JOINED, *_RESULTS, *_DECOYS],
)
def test_told_of_units_parts_and_rates(expected: str, asked: str, cv: str) -> None:
    assert outcome(asked, cv) == expected
