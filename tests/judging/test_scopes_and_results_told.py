"""Budgets and P&Ls beside each other, results year by year, failed tests and look-alike sectors."""

from __future__ import annotations

import pytest

from tests.judging.test_statements import outcome


@pytest.mark.parametrize(
    ("expected", "asked", "cv"),
    [
        (
            "not_met",
            "Budget of £3m or more",
            "As warden I held a budget of one and a quarter million.",
        ),
        (
            "met",
            "Budget of £3m or more",
            "Budget held: three and three quarter million pounds",
        ),
        ("not_met", "Budget of £2m+", "I ran a budget of a million and a half."),
        (
            "not_met",
            "Budget of £1m+",
            "Held a budget of three quarters of a million as museum manager.",
        ),
        (
            "met",
            "Budgets of £15m plus",
            "From £11m to £17m of budget held as ferries director, the "
            "largest being the islands route.",
        ),
        ("met", "Budgets of £5m plus", "Budget responsibility £3m rising to £6m."),
        (
            "not_stated",
            "Budgets of £5m plus",
            "Budgets of £3m to £6m held as ferries director.",
        ),
        (
            "not_met",
            "Budgets of £20m plus",
            "Held budgets of £11m to £17m, the largest being the islands route.",
        ),
        (
            "not_met",
            "Full P&L accountability plus an annual budget of £2m",
            "Cinema manager, holder of a £2.2m budget for costs. P&L rested "
            "with head office and was never mine.",
        ),
        (
            "not_met",
            "Full P&L accountability is essential",
            "Cost budget of £1.7m held; the P&L rested with the owner of the franchise.",
        ),
        (
            "not_met",
            "P&L ownership",
            "Held a £4m budget. The P&L belonged to the finance director, not me.",
        ),
        ("not_met", "P&L responsibility", "£2m budget holder; no P&L of my own."),
        ("met", "P&L responsibility of £2m+", "Owned the P&L (£3m) of a garden centre."),
        ("not_stated", "Full P&L accountability", "Held a cost budget of £1.7m."),
        (
            "not_met",
            "Yearly budget above £5m",
            "I held £8m across four years for a flood scheme, some £2m annually.",
        ),
        (
            "not_met",
            "Yearly budget above £5m",
            "Controlled £12m across four years of the scheme.",
        ),
        (
            "not_met",
            "Budget of £1m minimum",
            "Festival director with a six-figure budget and 12 staff.",
        ),
        ("met", "Budget of £1m minimum", "Festival director with a seven-figure budget."),
        (
            "not_met",
            "At least £2m budget held",
            "Held pots of £300k to £600k as a curator.",
        ),
        ("not_met", "Budgets above £1m", "Head of Drama. Department budget £4,000."),
        (
            "partly",
            "Budget of £2m+ and negotiating with suppliers",
            "Held a budget of £2.4m as kitchens manager.",
        ),
        (
            "not_stated",
            "Budget of £2m+",
            "I reported on a budget of £4m held by the director.",
        ),
        ("not_stated", "Budget of £2m+", "Saved £3m across procurement."),
        (
            "not_met",
            "Budget of £2m+",
            "Delegated limit of £50k within a budget of £9m held by my director.",
        ),
        ("met", "Budget of £10m+", "Opex of £7m and capex of £4m held together."),
        ("not_met", "Budget of £10m+", "Opex £3m, capex £2m."),
        ("met", "Budget of €1m+", "Budget of £1.1m held."),
        ("not_met", "Budget of £2m+", "Budgets: 2018-20 £900k; 2020-24 £1.3m."),
        ("met", "Budget of £2m+", "Budgets by post: Hull £900k; Ripon £2.3m."),
        ("met", "Budget of £2m+", "Signed off £2.6m as holder of the fleet budget"),
        ("met", "budget of £2m", "Budget: just over two million"),
        ("not_met", "Budget of £2m+", "I have never held a budget above £400k."),
        ("not_met", "Budget of £2m+", "No budget of mine has ever passed half a million."),
        (
            "partly",
            "Full P&L accountability plus an annual budget of £2m",
            "Cinema manager, holder of a £2.2m budget for costs.",
        ),
        (
            "met",
            "Full P&L accountability plus an annual budget of £2m",
            "Restaurant director with full P&L of £5m.",
        ),
        ("not_stated", "P&L ownership", "The P&L rested with head office."),
        (
            "met",
            "P&L ownership of £3m",
            "Held the £4m P&L for the store; the property P&L sat with head office.",
        ),
        ("met", "P&L and budget responsibility of £2m+", "Budget holder, £3m."),
    ],
)
def test_budgets_and_p_and_ls(expected: str, asked: str, cv: str) -> None:
    assert outcome(asked, cv) == expected


@pytest.mark.parametrize(
    ("expected", "asked", "cv"),
    [
        # Licence.
        (
            "not_met",
            "Full driving licence",
            "Provisional licence; the practical was failed in July 2026.",
        ),
        (
            "partly",
            "Full driving licence",
            "Provisional licence, practical failed in July 2026, retest booked for 7 January 2027.",
        ),
        (
            "not_met",
            "Full driving licence",
            "Failed my driving test twice, most recently in May 2026.",
        ),
        (
            "met",
            "Full driving licence",
            "Passed my driving test in 2019 after failing once.",
        ),
        (
            "not_met",
            "Full driving licence",
            "Provisional driver, theory test failed March 2026.",
        ),
        (
            "partly",
            "Driving licence",
            "Learner driver; practical test on 4 February 2027.",
        ),
        ("not_met", "Driving licence", "I have a provisional licence only."),
        ("partly", "Driving licence", "Provisional licence, test booked 12 January 2027"),
        # Outcomes.
        (
            "met",
            "First-call resolution above 75%",
            "Desk lead. FCR 78% in 2023, 81% in 2024; goal 75%",
        ),
        (
            "not_met",
            "First contact resolution of 75%",
            "FCR 58% (2023), 61% (2024), goal 75%",
        ),
        ("met", "CSAT of 90%", "CSAT 92% against a target of 85%"),
        ("not_stated", "CSAT of 90%", "CSAT target 92%"),
        (
            "not_met",
            "A reduction in average handling time of over 20%",
            "AHT fell by 5% in three years, from 400 to 380 seconds, my best.",
        ),
        (
            "not_met",
            "Reduction in AHT of 20%+",
            "Brought AHT down 7% in two years; that is the best I have managed.",
        ),
        ("met", "Reduction in AHT of 20%+", "Cut AHT from 500 to 380 seconds."),
        (
            "not_met",
            "Growth in sales of 15%",
            "Store manager, pet shop. Like-for-like takings and sales: -3%, +1%, -2%, +2%.",
        ),
        (
            "not_met",
            "Growth in sales of 15%",
            "Sales grew 2%, 3% and 4% in my three years.",
        ),
        (
            "met",
            "Growth in sales of 15%",
            "Sales growth by year: 2022 6%, 2023 18%, 2024 9%.",
        ),
        (
            "not_met",
            "Sales growth of 15%",
            "Sales growth by year: 2022 6%, 2023 8%, 2024 9%.",
        ),
        ("met", "Sales growth of 15%", "Like-for-like sales: +17% (2023), +4% (2024)."),
        (
            "not_met",
            "Cost savings of £500k",
            "Savings in tyres and routing amounted to £90k.",
        ),
        ("not_met", "Cost savings of £500k", "My savings total £120k."),
        ("not_met", "Delivered cost savings of £500k", "Savings to date: £85k."),
        (
            "met",
            "Delivered cost savings of £500k",
            "Savings delivered: £640k over two years.",
        ),
        ("not_stated", "Delivered cost savings of £500k", "Savings target £700k."),
        ("met", "SLA of 95%", "SLA: 97% (2022), 96% (2023)"),
        ("not_met", "NPS of +50", "NPS rose from 12 to 31."),
        ("met", "NPS of +50", "NPS 54 in 2024, up from 40"),
        ("met", "Attrition below 20%", "Attrition stood at 14%"),
        ("not_met", "Attrition below 20%", "Attrition was never under 28%"),
        ("met", "Reduce attrition by 10%", "Attrition cut by 15%"),
        ("not_met", "Reduce complaints by 30%", "Complaints down 12% at best"),
        ("not_met", "Reduce complaints by 30%", "Complaints rose 4% under me"),
        ("met", "Uptime of 99.9%", "Uptime 99.95% in each of three years"),
        ("not_stated", "Sales growth of 15%", "Sales by channel: 40%, 35% and 25%."),
        ("met", "Reduce complaints by 30%", "Complaints fell 12% (2022) and 34% (2023)."),
        (
            "not_met",
            "Reduce complaints by 30%",
            "Complaints fell 12% (2022) and 14% (2023).",
        ),
        (
            "met",
            "Sales growth of 15%",
            "Sales growth of 12% and 19% in my two years as branch manager",
        ),
        ("not_met", "Sales growth of 15%", "Revenue 2022 -3%, 2023 -8%."),
        ("not_stated", "Cost savings of £500k", "Savings bank account of £600k handled"),
        (
            "met",
            "Increase in first contact resolution of at least 10%",
            "Raised first contact resolution by 14%",
        ),
    ],
)
def test_licences_and_results(expected: str, asked: str, cv: str) -> None:
    assert outcome(asked, cv) == expected


@pytest.mark.parametrize(
    ("expected", "asked", "cv"),
    [
        (
            "met",
            "Background in food manufacturing or FMCG",
            "Maintenance planner, frozen chip factory in Thirsk, six years; "
            "before that army signaller.",
        ),
        ("met", "Food manufacturing experience", "Line engineer at a biscuit factory."),
        (
            "met",
            "Manufacturing sector experience",
            "Shift fitter at a tyre factory in Burnaston.",
        ),
        ("met", "Manufacturing sector experience", "Production operator, crisp factory"),
        ("not_stated", "Food manufacturing experience", "Waiter at a pizza restaurant."),
        (
            "met",
            "Charity sector background",
            "Fundraiser for an animal welfare charity in Fife; earlier, a bank",
        ),
        (
            "not_stated",
            "Charity sector experience",
            "Ran a marathon for a cancer charity; accountant at a bank.",
        ),
        (
            "not_met",
            "Retail sector experience",
            "My whole career has been in shipping and nothing else.",
        ),
        (
            "not_met",
            "Retail sector experience",
            "All 14 years in shipping; never in retail.",
        ),
        ("met", "Utilities experience", "Field engineer, Severn Trent Water"),
        ("not_stated", "NHS experience", "Sold software to NHS trusts"),
        (
            "met",
            "Higher education sector experience",
            "Timetabling officer, University of Hull",
        ),
        (
            "not_stated",
            "Higher education experience",
            "Degree from the University of Hull",
        ),
        (
            "not_met",
            "Direct line management of 12+ needed",
            "IT Manager, Brack Foods. Direct line: 6. Matrix: another 25 at the depots.",
        ),
        (
            "not_stated",
            "Insurance sector experience",
            "Head of Sites, Hobb Foods. Direct line: 7. Matrix: 20.",
        ),
        (
            "not_stated",
            "Insurance sector experience",
            "Direct line manager of nine clerks at a dairy",
        ),
        (
            "not_stated",
            "Insurance sector experience",
            "Direct Line Manager, dairy, 2019-22",
        ),
        ("met", "Insurance sector experience", "Claims handler, Direct Line, 2015-2019."),
        ("met", "Insurance sector experience", "Direct Line: claims team, 2015-19"),
        ("met", "Insurance sector experience", "adviser at direct line 2015-19"),
        (
            "not_stated",
            "Local government experience",
            "Drainage designer at a consultancy: submitted 40 consent "
            "applications to six district councils.",
        ),
        (
            "not_stated",
            "Local government experience",
            "Solicitor's clerk who lodged appeals with two county councils",
        ),
        (
            "not_stated",
            "Local government experience",
            "Negotiated road closures with the city council for a cable firm",
        ),
        (
            "met",
            "Local government experience",
            "Planning officer at a district council; handled 200 applications a year.",
        ),
        (
            "met",
            "Local government experience",
            "Handled licence applications at the city council",
        ),
        ("met", "NHS experience", "Submitted research bids while at an NHS trust"),
        (
            "not_met",
            "Manufacturing sector experience",
            "All twelve years of my working life were in theatres and concert halls.",
        ),
        (
            "not_met",
            "Retail experience",
            "Every year of my working life has been in dairy farming",
        ),
        (
            "met",
            "Hospitality experience",
            "All twelve years of my working life were in hotels.",
        ),
        (
            "not_stated",
            "Manufacturing sector experience",
            "All twelve years of my working life were in finance roles.",
        ),
        (
            "not_met",
            "Has managed first-line supervisors",
            "Team leader: 12 packers and no supervisors or leaders beneath me.",
        ),
        (
            "not_met",
            "Managed team leaders",
            "No supervisors: I manage eight clerks directly.",
        ),
        (
            "not_met",
            "Experience of leading leaders",
            "I run a team of 11, all individual contributors, with no tier in between.",
        ),
        (
            "not_stated",
            "Charity sector experience",
            "Walked for a cancer charity in 2019.",
        ),
        (
            "met",
            "Food manufacturing experience",
            "Hygiene operative at a sandwich factory in Leeds",
        ),
        (
            "not_stated",
            "Food manufacturing experience",
            "Delivered tyres to a biscuit factory",
        ),
        (
            "met",
            "Charity sector experience",
            "Finance manager at a small wildlife charity",
        ),
    ],
)
def test_sectors_and_leaders(expected: str, asked: str, cv: str) -> None:
    assert outcome(asked, cv) == expected
