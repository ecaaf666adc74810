"""Teams told in lists, by kind, by the title alone, and those that were nobody's."""

from __future__ import annotations

import pytest

from tests.judging.test_statements import outcome


@pytest.mark.parametrize(
    ("expected", "asked", "cv"),
    [
        # A unit's name, and a title, that hold a word for serving.
        ("met", "Team of 15+", "Managed the planning and repairs unit, 17 people, at a laundry."),
        ("met", "Team of 5+", "Training Manager, 7 reports, 2018 - 2021"),
        ("not_stated", "Team of 5+", "Recruitment officer. Training 7 starters a month."),
        ("not_met", "Team of 10+", "Crew Leader 2012-14, 5 fitters"),
        # Groups with their numbers, behind a title.
        (
            "met",
            "Team of 30+",
            "Head of Field Service, Orrin Lifts. Three depots: Wick 12, Oban "
            "11, Ayr 14. All report to me.",
        ),
        (
            "met",
            "Team of 30+",
            "Operations Manager. I run two kitchens: Leith 17, Portobello 16.",
        ),
        (
            "met",
            "Team of 30+",
            "Engineering Manager, Palto. Squads: Payments 9, Ledger 12, Cards 11. All mine.",
        ),
        (
            "met",
            "Managed 40+ staff",
            "Support Director. Own four squads: A 12, B 11, C 10, D 9.",
        ),
        (
            "met",
            "Managed 40+ staff",
            "Area Manager, Tarn Coffee. Teams at five shops: 9, 11, 8, 7 and "
            "10. They all report to me.",
        ),
        (
            "met",
            "Managed 40+ staff",
            "Service Manager. My three desks: nights 14, days 20, weekends 9.",
        ),
        (
            "not_met",
            "Managed 40+ staff",
            "Head of Data. Own two squads: platform 9, reporting 7. Both report to me.",
        ),
        (
            "met",
            "Led 25+ people",
            "Customer Care Lead with three pods (Cork 9, Derry 11, Newry 8), all reporting to me.",
        ),
        (
            "not_stated",
            "Led 25+ people",
            "Data analyst. Our company had three squads: A 12, B 11, C 14.",
        ),
        (
            "not_stated",
            "Led 25+ people",
            "Product owner. I supported three squads: A 12, B 11, C 14. None report to me.",
        ),
        (
            "not_stated",
            "Team of 30+",
            "Head of Property. Own three buildings: Leeds 12, Hull 14, York "
            "15. All leased from the council.",
        ),
        # Mixed kinds.
        (
            "met",
            "Line manager for 6+ people",
            "Dental practice manager. I supervise two hygienists, three nurses and a receptionist.",
        ),
        (
            "met",
            "Line manager for 6+ people",
            "Garage owner; manage three mechanics, two MOT testers and an apprentice.",
        ),
        (
            "not_met",
            "Line manager for 10+ people",
            "Garage owner; manage three mechanics, two MOT testers and an apprentice.",
        ),
        (
            "met",
            "Line manager for 5+ people",
            "Library manager, responsible for two librarians, a cataloguer, "
            "an archivist and a caretaker.",
        ),
        (
            "met",
            "Line manager for 6+ people",
            "I supervised four porters, a storeman and two kitchen hands.",
        ),
        (
            "met",
            "Line manager for 8+ people",
            "Managed two optometrists, five dispensing assistants, one lab "
            "technician and a Saturday junior",
        ),
        (
            "met",
            "Line manager for 6+ people",
            "Optical store manager. I supervise three opticians and five dispensers.",
        ),
        (
            "not_stated",
            "Line manager for 6+ people",
            "Stores clerk. I looked after two printers, five dispensers and a cart.",
        ),
        (
            "not_stated",
            "Line manager for 6+ people",
            "Facilities assistant. I manage two lifts, four vending machines and a delivery van.",
        ),
        # Own people and a partner's.
        (
            "met",
            "Leadership of 150+ FTE",
            "Head of Contact Centres. Own staff 88 FTE; outsourcer in Manila, 74 FTE, run by me.",
        ),
        (
            "met",
            "Leadership of 150+ FTE",
            "Operations Director: 92 FTE in house plus 70 FTE at our BPO "
            "partner in Cape Town, run by me.",
        ),
        (
            "met",
            "Leadership of 100+ FTE",
            "Claims head. In-house 61 FTE. Partner site in Pune 55 FTE, under my control.",
        ),
        (
            "met",
            "Leadership of 100+ FTE",
            "Claims director. 61 internal FTE; vendor team in Gdansk of 55 "
            "FTE, operationally mine.",
        ),
        (
            "not_met",
            "Leadership of 150+ FTE",
            "Claims director. In-house 61 FTE; Partner site in Cebu 55 FTE, under my control.",
        ),
        (
            "not_met",
            "Leadership of 100+ FTE",
            "Head of Care. In-house 61 FTE; the BPO partner's 80 FTE are managed by the partner.",
        ),
        # Direct and matrix lines.
        (
            "met",
            "In charge of 60+ people, matrix included",
            "Programme Director. Direct 9; matrix (delivery teams in three countries) 58.",
        ),
        (
            "met",
            "Responsible for 40+ people",
            "Quality Head. Direct reports 6; dotted line (site inspectors) 37.",
        ),
        ("met", "Responsible for 40+ people", "Head of Risk. Direct: 7, indirect: 38."),
        ("met", "Responsible for 40+ people", "Test manager. Solid line 11 / matrix 33"),
        (
            "not_met",
            "Direct line management of 12+ needed",
            "IT Manager, Brack Foods. Direct line: 6. Matrix: another 25 at the depots.",
        ),
        (
            "met",
            "Responsible for 30+ people",
            "IT Manager, Brack Foods. Direct line: 6. Matrix: another 25 at the depots.",
        ),
        ("not_met", "Direct line management of 12+ needed", "Direct line 4, indirect 51."),
        (
            "met",
            "Direct line management of 5+ needed",
            "Site manager. Direct line: 6. Indirect: 90.",
        ),
        (
            "not_stated",
            "Insurance sector experience",
            "Head of Sites, Hobb Foods. Direct line: 7. Matrix: 20.",
        ),
        ("met", "Insurance sector experience", "Claims handler, Direct Line, 2015-2019."),
        # Posts in rows that end on a number.
        (
            "met",
            "Must have led 40+ people",
            "2018-25 Shift Manager, dairy: 44\n2010-18 Line Leader, dairy: 20",
        ),
        (
            "not_met",
            "Must have led 100+ people",
            "2018-25 Shift Manager, dairy: 44\n2010-18 Line Leader, dairy: 70",
        ),
        (
            "met",
            "Must have led 200+",
            "2014-2020 Centre Director, Lomond Assist, 310 FTE\n2020-2025 "
            "freelance coach, no staff",
        ),
        (
            "met",
            "Must have led 30+ people",
            "Site Manager | Corrie Homes | 2019-24 | 36 people\nAssistant Site "
            "Manager | Ross | 2015-19 | 12",
        ),
        (
            "not_met",
            "Must have led 30+ people",
            "Ward Manager, 2019-24, 22 staff\nCharge Nurse, 2014-19, 9 staff",
        ),
        (
            "met",
            "Ran operations with 60+ people",
            "TEAM SIZES\nDuty Manager, lido: 14\nGeneral Manager, arena: 71",
        ),
        (
            "not_stated",
            "Must have led 20+ people",
            "2018-25 Account Manager, paper: 44\n2010-18 Sales rep, paper: 30",
        ),
        # A title, then a count of staff.
        (
            "partly",
            "Team of 250+",
            "Area Operations Manager (Cleaning). 238 cleaners and supervisors, six hospitals.",
        ),
        ("met", "Team of 30+", "Hotel Manager. 45 staff, two restaurants, a spa."),
        ("met", "Team of 30+", "Dairy Manager, 34 on the crew."),
        ("met", "Team of 30+", "Kitchen manager; 33 in the brigade."),
        (
            "met",
            "Has led 40 people or more",
            "Catering manager; 47 assistants over nine schools report up to me.",
        ),
        (
            "partly",
            "Has led 40 people or more",
            "Laundry manager; 37 operatives over three shifts report up to me.",
        ),
        ("not_stated", "Team of 30+", "Account manager. 45 staff at the firm."),
        (
            "not_stated",
            "Team of 30+",
            "Project Manager. 900 staff, six hospitals in the trust.",
        ),
        # Nobody who leads others.
        (
            "not_met",
            "Has managed first-line supervisors",
            "Team leader: 12 packers and no supervisors or leaders beneath me.",
        ),
        (
            "not_met",
            "Experience of managing managers",
            "Duty manager, 20 staff, flat team, no supervisors under me.",
        ),
        (
            "not_met",
            "Experience of managing managers",
            "Supervisor of nine pickers. There were no team leaders beneath me.",
        ),
        (
            "not_met",
            "Managed team leaders",
            "No supervisors: I manage eight clerks directly.",
        ),
        (
            "not_met",
            "Experience of leading other leaders",
            "Head of reception: six receptionists, none of whom leads anyone.",
        ),
        (
            "not_met",
            "Experience of leading leaders",
            "I run a team of 11, all individual contributors, with no tier in between.",
        ),
        (
            "not_met",
            "Experience of managing managers",
            "Charge nurse. Fourteen nurses, no deputies or managers reporting to me.",
        ),
        (
            "met",
            "Experience of managing managers",
            "Ops head: six team managers below me and no further layers.",
        ),
        # Something else is asked besides.
        (
            "partly",
            "Leading 10+ people and negotiating with unions",
            "Depot manager; leads 22 drivers and loaders.",
        ),
        (
            "partly",
            "Managed 20+ staff and ran a recruitment campaign",
            "Restaurant manager; led a team of 24.",
        ),
        (
            "partly",
            "Leading 10+ people and chairing a safety forum",
            "Foundry Manager; leads 21 moulders and fettlers.",
        ),
        (
            "not_met",
            "Managing 30 staff and running disciplinary hearings",
            "Team leader, 8 direct reports.",
        ),
    ],
)
def test_teams_told_in_many_ways(expected: str, asked: str, cv: str) -> None:
    assert outcome(asked, cv) == expected


@pytest.mark.parametrize(
    ("expected", "asked", "cv"),
    [
        (
            "met",
            "Must have led 40+ people",
            "2018-25 Shift Manager, dairy: 44\n2010-18 Line Leader, dairy: 20",
        ),
        (
            "not_met",
            "Must have led 100+ people",
            "2018-25 Shift Manager, dairy: 44\n2010-18 Line Leader, dairy: 70",
        ),
        (
            "not_met",
            "Must have led 50+ people",
            "Store Manager, Bexhill (2019-24): 31\nShop Supervisor, Hove (2015-19): 22",
        ),
        (
            "met",
            "Ran operations with 60+ people",
            "TEAM SIZES\nDuty Manager, lido: 14\nGeneral Manager, arena: 71",
        ),
        (
            "not_stated",
            "Must have led 20+ people",
            "2018-25 Account Manager, paper: 44\n2010-18 Sales rep, paper: 30",
        ),
        (
            "not_stated",
            "Must have led 20+ people",
            "Account Manager, paper: 44\nSales Manager, paper: 30",
        ),
        (
            "not_stated",
            "Must have led 20+ people",
            "CLIENTS PER POST\nAccount Manager, paper: 44\nSales Manager, paper: 30",
        ),
        (
            "not_stated",
            "Must have led 20+ people",
            "Shift Manager, dairy (2018-25)\nTonnes a day: 44",
        ),
        (
            "not_met",
            "Must have led 100+ people",
            "2019-25 Mill Manager, flour: 52 over three shifts\n2011-19 Line Supervisor, flour: 41",
        ),
        (
            "met",
            "Must have led 100+ people",
            "2019-25 | Depot Manager, parcels | 120\n2011-19 | Line Supervisor, parcels | 41",
        ),
    ],
)
def test_posts_in_rows(expected: str, asked: str, cv: str) -> None:
    assert outcome(asked, cv) == expected


@pytest.mark.parametrize(
    ("expected", "asked", "cv"),
    [
        # A title, then a count of other workers.
        (
            "partly",
            "Team of 250+",
            "Area Operations Manager (Cleaning). 238 domestic and portering staff, six hospitals.",
        ),
        (
            "met",
            "Team of 30+",
            "Regional Manager. 46 retail and warehouse colleagues, three counties.",
        ),
        ("met", "Team of 30+", "Farm Manager. 38 picking and packing staff in season."),
        (
            "met",
            "Team of 30+",
            "Head of Housekeeping - 44 room attendants, linen porters and supervisors",
        ),
        (
            "partly",
            "Lead 40 people or more",
            "Catering manager; 38 servers over nine schools report up to me.",
        ),
        (
            "partly",
            "Lead 40 people or more",
            "Ward hygiene manager; 37 domestics on two floors report in to me.",
        ),
        (
            "met",
            "Lead 30 people or more",
            "Site lead: 34 ops staff, 2 shifts, food packing.",
        ),
        # Units at once and in turn.
        (
            "met",
            "Managed a service team of 15+",
            "Led the day desk (10 analysts) and the night desk (7 analysts) together.",
        ),
        (
            "met",
            "Managed 20+",
            "Ran the front office (9 clerks) and the back office (14 clerks) at the same time.",
        ),
        (
            "not_met",
            "Managed 20+",
            "Ran the front office (9 clerks) and, later, the back office (14 clerks).",
        ),
        (
            "met",
            "Managed 40+ people at several sites",
            "Ran three libraries at once, with 21, 12 and 11 staff.",
        ),
        (
            "met",
            "Managed 40+ staff",
            "Manager of two garages at the same time (22 and 21 staff).",
        ),
        (
            "not_met",
            "Managed 30+ staff",
            "Managed three nurseries one after another, with 9, 12 and 14 staff.",
        ),
        # By matrix, by label, and at most.
        (
            "met",
            "Team size: 30 or above",
            "Matrix lead for 21 surveyors plus solid line to 14 draughtsmen",
        ),
        (
            "met",
            "Matrix team of 20+ managed",
            "Programme lead: three line reports and a matrix of twenty-two surveyors I task",
        ),
        ("met", "Team of 20+", "Product Lead: solid line to 6, dotted line to 17."),
        ("met", "Team of 20+", "Six direct reports; matrix-managed a further 18."),
        (
            "not_met",
            "Direct management of 10+",
            "Six direct reports; matrix-managed a further 18.",
        ),
        ("met", "Ten or more direct reports", "My line reports have totalled fourteen."),
        (
            "met",
            "At least 30 people, counting agency temps",
            "Site supervisor; I direct 14 of our own and 22 agency packers",
        ),
        (
            "met",
            "Manage at least two direct reports",
            "Line responsibility for a framer, a gilder and a restorer",
        ),
        (
            "met",
            "Managed at least 12 workers",
            "foreman - 3 gangers 14 groundworkers direct - school build",
        ),
        ("met", "Team of 60+", "Ran a depot: 51 drivers, 9 loaders, 4 planners."),
        (
            "met",
            "Team of 60+",
            "General manager. Front of house 31, kitchen 24, housekeeping 12.",
        ),
        ("met", "Team of 60+", "Plant Manager; days 28, nights 22, maintenance 14."),
        ("not_stated", "Team of 60+", "Stock controller; pallets 28, cages 22, totes 14."),
        (
            "met",
            "Team of 50+",
            "Had 54 under me at the peak, as night manager of a sorting office.",
        ),
        (
            "met",
            "Team of 50+",
            "Night manager, sorting office, headcount just over fifty.",
        ),
        (
            "not_met",
            "Team of 50+",
            "Night manager, sorting office. At no time were there more than thirty under me.",
        ),
        ("not_met", "Team of 50+", "The most I have ever had reporting to me is nine."),
        ("not_met", "Team of 50+", "Never managed more than a dozen."),
        ("not_met", "Team of 50+", "My team has ranged from six to fourteen."),
        (
            "met",
            "Team of 50+",
            "My team has ranged from 30 to 55, the high point being last winter.",
        ),
        (
            "not_stated",
            "Team of 50+",
            "My team is between 40 and 60 depending on the week.",
        ),
        ("not_stated", "Team of 50+", "Head of department in a school of 90 staff."),
        (
            "not_met",
            "Line management experience",
            "Subject lead; no line management duties.",
        ),
        (
            "not_met",
            "Experience managing staff",
            "I have always worked by myself and have never had staff.",
        ),
        ("met", "Experience managing staff", "Two part-timers report to me."),
        ("met", "Managing 100+ people", "Commanded a squadron of 120 soldiers"),
        ("not_met", "Managing 100+ people", "Troop commander, 32 soldiers"),
        ("partly", "Managed 60+ staff", "fifty-six staff under me"),
        (
            "met",
            "Team of 16+",
            "Led tier 1 (9 testers) and tier 2 (8 testers) side by side.",
        ),
        (
            "met",
            "No fewer than 50 staff led",
            "Reservations manager\nOwn staff: 21\nOutsourced agents in Cebu under my command: 33",
        ),
        # Decoys.
        ("not_stated", "Team of 20+", "Buyer. Order lines: 40, 50 and 60 staff uniforms."),
        ("not_stated", "Team of 20+", "Trainer for three squads: A 12, B 11, C 14."),
        (
            "not_stated",
            "Team of 20+",
            "Report to the head of three teams: A 12, B 11, C 14.",
        ),
        ("not_stated", "Team of 20+", "Payroll clerk for crews: north 22, south 31."),
        ("not_stated", "Team of 20+", "Shift supervisor. Machines: days 28, nights 22."),
        (
            "not_stated",
            "Team of 20+",
            "Warehouse Manager; kitchen 24, office 12 desks fitted out.",
        ),
        (
            "not_stated",
            "Team of 20+",
            "HR adviser. 120 staff report up to the plant director.",
        ),
        ("not_met", "Team of 20+", "Supervisor. Never managed more than nine."),
        ("not_stated", "Team of 20+", "Never managed more than £20k."),
        ("not_stated", "Team of 20+", "Solid line to 40 customers in the van rounds."),
        ("not_stated", "Team of 20+", "Dotted line on 30 drawings."),
        ("not_stated", "Team of 20+", "Supervised a printer, a scanner and a plotter."),
        (
            "not_stated",
            "Team of 50+",
            "Restaurant Manager: kitchen 60 covers, bar 20 covers",
        ),
        (
            "not_stated",
            "Team of 50+",
            "Hotel manager. Front of house 40 rooms, kitchen 24 covers.",
        ),
    ],
)
def test_more_ways_of_counting_people(expected: str, asked: str, cv: str) -> None:
    assert outcome(asked, cv) == expected
