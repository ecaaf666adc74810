"""Whom a CV shows led, and what roles ask about leading people."""

from __future__ import annotations

import pytest

from matcher.facts.people import reader as people
from matcher.text import sentences
from matcher.types import Fact, Outline, Sentence, Status
from matcher.values import People


def read(text: str) -> list[Fact]:
    """The facts of a CV of plain sentences, without sections or posts."""
    found = tuple(Sentence(text[first:last], first, last) for first, last in sentences(text))
    return people.read(Outline(text, (), (), found))


def led(text: str) -> list[float | None]:
    """The sizes of what the CV shows led."""
    values = [fact.value for fact in read(text) if fact.status is Status.HELD]
    return [v.count for v in values if isinstance(v, People) and v.owned]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Led a team of nine", 9),
        ("Managed 14 network engineers", 14),
        ("Headcount: 31", 31),
        ("Depot Supervisor | Team: 18", 18),
        ("Thirty-one clerks report to me", 31),
        ("A 24-strong crew under my lead", 24),
        ("Station Manager, 40 staff", 40),
        ("Ran three teams of eight technicians", 24),
        ("Managed 4 fitters and 3 contractors", 7),
        ("Supervisor of 18 drivers and six loaders", 24),
        ("Led a team of 22: 7 planners, 15 drivers", 22),
        ("Ran a crew of 30: twenty fitters, four foremen and six people in the stores", 30),
        ("Managed 24 fitters (permanent) and 6 contractors", 30),
        ("Five team leaders report to me, each with ten agents", 55),
        ("Grew the team from 8 to 25 people", 25),
        ("28.5 FTE managed", 28.5),
        ("Recruited and led 12 nurses", 12),
        ("Leading 9 monitors", 9),
        ("She led 40 clerks", 40),
        ("Direct staff 8 / agency labour 24, all under my control", 32),
        ("Department under me: five matrix, 50 indirect", 55),
        ("Four leaders report to me and each has nine advisers", 40),
        ("Head Chef over a brigade of nineteen", 19),
        ("Built a team from scratch to 30", 30),
        ("Led from one to 23 analysts", 23),
        ("Led 31 people through four team leaders", 31),
        ("A crew of 17, led through two foremen", 17),
        ("Led 31 clerks and four team leaders", 35),
        ("Command 31 sailors", 31),
        ("I look after 31 stewards", 31),
        ("Have line management of 31", 31),
        ("Line managed 14 clerks in Truro and nine in Bude", 23),
        ("Led 14 stewards plus another five", 19),
        ("We were a crew of 17 and I was its foreman", 17),
        ("There were nine of us, with me as team leader", 9),
        ("Never led more than six", 6),
        ("People I have led: 17", 17),
        ("Teams led\n2014: 17", 17),
        ("31 clerks ultimately roll up to me", 31),
        ("31 under my command", 31),
        ("Rosters and appraises 31 stewards as their shift manager", 31),
        ("Thirty-one loaders took their orders from me", 31),
        ("Thirty-one cooks, whose rosters and reviews I wrote", 31),
        ("Nine gunners, the biggest group I have been in charge of", 9),
        ("Foreman of 17 (2012-14)", 17),
        ("2012-14 supervised 17 (bakery)", 17),
        ("Ran a quartet of archivists", 4),
        ("Core staff 31, agency 12, all under me", 43),
        ("My largest crew has been 31", 31),
        ("Led small gangs, nine at most", 9),
        ("Managed 14 pickers, 12 packers and 5 drivers", 31),
        ("Head of Sales with a PA; team of 31", 31),
        ("31 nurses are under her management", 31),
        ("Thirty-one clerks report in to Amina", 31),
        ("Teamverantwortung (leadership) for 31 staff", 31),
        ("Two foremen and, beneath them, 29 roofers, all in my line", 31),
        ("Nursery Supervisor at a farm college, 14 staff all told", 14),
        ("Garage Manager, haulage yard for two quarries, 14 staff in total", 14),
        ("Number of people answering to me at peak: 31", 31),
        ("Both workshops under me: Hull 17, Ely 14", 31),
        ("My three gangs: north 12, south 10, yard 9", 31),
    ],
)
def test_people_led(text: str, count: float) -> None:
    assert led(text) == [count]


@pytest.mark.parametrize(
    "text",
    [
        "Joined a team of 30 as a tester",
        "Harbour manager. Managed 12 dredgers, 20 loaders and 14 barges",
        "Ran 14 spreaders, 9 balers and 20 sprayers",
        "Managing director's secretary, office of 31",
        "PA to the Managing Director; office of 31",
        "Secretary to the Chief Executive (office of 31)",
        "Harbour manager for a firm with a turnover of £40m, 300 staff and 12 boats",
        "Shift manager; the desk opens at six in the morning",
        "Twenty years at sea, nine of them as team leader",
        "NVQ Level 3 in the department",
        "Look after the laptops of 300 staff",
        "In a team of nine I was the lead developer",
        "Trained 40 new advisers",
        "Managed payroll for 300 employees",
        "Deputised for the manager of a 45-strong team",
        "Reported to the bursar, who led 80 people",
        "Adviser in a 400 FTE centre",
        "12 porters under another manager",
        "The operations director was responsible for 90 staff",
        "Project managed the move of 400 staff",
        "Reported into a director with 60 staff",
        "I kept the diary of the director while she led 40 clerks",
        "Responsible for the welfare of 200 workers",
        "45 people work in my building",
        "Managed 40 servers and 12 switches",
        "Managed 300 vendor contracts",
        "Managed the rollout of laptops to 900 staff",
        "ISO 20000 Practitioner",
        "Worked with the management team",
        "Managed staff rotas",
        "14 machines under my control",
        "40 pupils report to me for the register",
        "40 invoices, all run by me",
        "2012-14 managed 17 (restaurants)",
        "Payroll of 90 under my care",
        "The firm grew from 12 to 31 staff in my time as bookkeeper",
        "PA to the sales director and her team of 14",
        "The office of 14 reports to Amina Khan, head of tax",
        "Analyst in a team of 14 led by Amina",
        "Taught line management to 40 shop stewards",
        "Delivered a course in people management for 25 supervisors",
        "Finance Manager, housing trust, 900 staff in total",
        "Assistant Garage Manager, haulage yard, 14 staff",
        "Both workshops under me: Hull 17 lathes, Ely 14 lathes",
        "Wards in my care: Elm 17, Oak 14",
        "Projects under me: Hull 17, Ely 14",
        "A dotted line to 2 directors of a firm",
        "Managed bookings. Cell: 801-555-0142",
        "Typed 50-60 wpm, managing the diary of a judge",
        "A clerk with 4-5 years managing wages",
        "Post 3 - Professional, managed by a board",
        "Managed bookings of a six-seater plane",
    ],
)
def test_people_not_led(text: str) -> None:
    assert led(text) == []


@pytest.mark.parametrize(
    ("text", "managers"),
    [
        ("Managed four shift managers", True),
        ("60 staff led through five team leaders", True),
        ("The regional managers reported to me", True),
        ("Managed 12 project managers", False),
        ("Led nine analysts", False),
        ("Managed supervisors on two shifts", True),
        ("I line manage the line managers of three clinics", True),
        ("Managed account managers", False),
        ("Reported to a manager of managers", False),
        ("Advised supervisors on rosters", False),
    ],
)
def test_leaders_of_leaders(text: str, managers: bool) -> None:
    values = [fact.value for fact in read(text)]
    assert any(isinstance(v, People) and v.owned and v.managers for v in values) is managers


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("In-house staff 60; agents at our outsourcer in Cebu 30, managed by me", [60, 30, 90]),
        ("My crew of 60. A further 30 pickers in Selby also under my control.", [60, 30, 90]),
        ("Led 60 porters; liaised with an agency whose 30 cleaners were run by it", [60]),
        ("Led 60 porters, 75 at Easter", [60, 75]),
        ("Supervised a team of nine which doubled to 18", [9, 18]),
        ("Led 60 porters\nLed 30 cleaners", [60, 30]),
        ("Took over nine clerks; they numbered 21 by the end.", [9, 21]),
        ("Began supervising four clerks and finished with 21", [4, 21]),
        ("Shop | Staff led\nHove | 9\nLewes | 8\nBoth at the same time", [9, 8, 17]),
        ("Shop | Staff led\nHove | 9\nLewes | 8", [9, 8]),
    ],
)
def test_groups_at_once_and_one_after_another(text: str, counts: list[float]) -> None:
    assert sorted(filter(None, led(text))) == sorted(counts)


@pytest.mark.parametrize(
    ("text", "most"),
    [
        ("Under my control:\n31 own fitters\n12 agency fitters in Hull", 43),
        ("Reporting to me:\n- Nights: 31\n- Days: 12", 43),
        ("Three depots under me: Hull 12, Ely 9,\nGoole 10\nReported to 2 directors", 31),
        ("Six direct reports plus a matrix line to 25 buyers", 31),
        ("Porters under me at any one time: between four and nine", 4),
        ("In my line: nine typists in Ely and 22 in Hull", 31),
        # One after another.
        ("Staff reporting to me: 31 (2014), 12 (2017)", 31),
        ("Crews under me, one after another: 31, 12", 31),
        ("Under me:\n2014: 31 fitters\n2017: 12 fitters", 31),
        ("Crews under me: first 31, then 12", 31),
        ("Clerks under me: 31 at first, 12 at the end", 31),
        ("Depots I managed: Hull 31, Ely 12", 31),
        # Among those told of before.
        ("Reporting to me: 31 staff, 19 permanent and 12 temporary", 31),
        ("Headcount under me: 31 last year, 12 this year", 31),
        ("Under me:\n31 fitters,\nof whom 12 in Hull", 31),
    ],
)
def test_lists_under_a_heading(text: str, most: float) -> None:
    assert max(count or 0.0 for count in led(text)) == most


@pytest.mark.parametrize(
    ("text", "direct"),
    [
        ("Direct line manager of nine clerks", True),
        ("Directly supervised nine clerks", True),
        ("Direct reports: nine clerks", True),
        ("Span: 9 direct", True),
        ("Manager of nine clerks", False),
    ],
)
def test_direct_reports(text: str, direct: bool) -> None:
    (fact,) = read(text)
    assert isinstance(fact.value, People)
    assert fact.value.direct is direct


@pytest.mark.parametrize(
    ("text", "spread"),
    [
        ("One depot only", "one_site"),
        ("I have not run a second branch", "one_site"),
        ("Three depots", "several_sites"),
        ("In Hove and Lewes", "several_sites"),
        ("Some of them sat in Manila", "offshore"),
        ("None of them offshore", "onshore"),
    ],
)
def test_where_people_are(text: str, spread: str) -> None:
    told = [fact.value for fact in read(f"Led a team of nine. {text}.")]
    (value,) = [each for each in told if isinstance(each, People) and each.spread]
    assert (value.spread, value.owned) == (spread, False)
    assert read(text) == [], "where nobody is led, nobody is anywhere"


def test_a_list_in_one_line_shares_its_label() -> None:
    assert led("Team sizes: 2015 - 6; 2019 - 14; 2023 - 33") == [6, 14, 33]


def test_a_column_heading_names_a_head_count() -> None:
    assert led("Post | Budget | Headcount\nHarbour master | £4m | 60") == [60]


@pytest.mark.parametrize(
    "text",
    [
        "No line management.",
        "Individual contributor",
        "Nobody reported to me",
        "Nobody has ever worked for me",
        "I have never had anyone under me",
        "I have never been a people manager",
        "Never supervised anybody",
        "I have kept well clear of managing people",
        "I have not been given the chance to lead a team",
        "No experience of supervising",
        "Direct reports: 0",
        "Line management: none",
        "I manage systems rather than people",
        "My post has no staff",
    ],
)
def test_denials(text: str) -> None:
    (fact,) = read(text)
    assert fact.status is Status.DENIED
    assert isinstance(fact.value, People)
    assert not fact.value.managers


@pytest.mark.parametrize(
    "text",
    [
        "None of them supervised anyone",
        "Led six fitters who do not supervise anyone",
        "Nobody with staff of their own has answered to me",
        "I have never managed other managers",
        "No supervisors have ever reported to me",
        "All my reports were individual contributors",
        "There was never a foreman or supervisor in my crew",
        "Had no section heads among my people",
        "None of those staff was a manager",
        "My reports have never included a team leader",
        "Among my staff there were no supervisors",
    ],
)
def test_denials_of_leaders_led(text: str) -> None:
    denied = [fact.value for fact in read(text) if fact.status is Status.DENIED]
    assert denied == [People(None, managers=True, owned=False)]


@pytest.mark.parametrize(
    "text",
    [
        "Never managed a team of more than nine",
        "Not currently managing anyone",
        "No one managed the move better",
        "No manager in my department has left",
        "Never had supervisors among my customers",
    ],
)
def test_what_denies_nothing(text: str) -> None:
    assert not [fact for fact in read(text) if fact.status is Status.DENIED]


def test_a_team_of_unknown_size() -> None:
    assert led("Line managed a busy team of librarians") == [None]


@pytest.mark.parametrize(
    ("text", "least", "managers"),
    [
        ("Leadership of a team of 30 or more", 30, False),
        ("Smallest team size managed: 30", 30, False),
        ("Team of 30+ people managed", 30, False),
        ("A team of at least 20 people", 20, False),
        ("A department of 40 staff", 40, False),
        ("Line management experience", None, False),
        ("Experience of managing a team", None, False),
        ("Experience of managing other managers", None, True),
        ("Managed 30+ staff, directly or through supervisors", 30, False),
        ("Headcount responsibility for at least 45 people", 45, False),
        ("Must have been a people manager", None, False),
        ("Supervisory background", None, False),
        ("Ten or more clerks reporting directly to you", 10, False),
        ("60+ colleagues under your control", 60, False),
        ("Not less than 20 direct and indirect reports", 20, False),
        ("Harvest-time leadership of 120+", 120, False),
        ("Previously in charge of 15+", 15, False),
        ("Must have supervised or led 12+", 12, False),
        ("Led 25+ and owned their rota", 25, False),
        ("Shift leadership, 40+ loaders and other staff", 40, False),
        ("Line responsibility for nine or more", 9, False),
        ("Led people who supervise others", None, True),
        ("Two layers of management beneath you", None, True),
        ("Team leaders reporting to you", None, True),
        ("Second-line management", None, True),
        ("Experience with crews of 15 or more", 15, False),
        ("Used to shifts bigger than 40", 40, False),
        ("At least 45 people across two depots", 45, False),
        ("Minimum 30 staff", 30, False),
        ("20+ reports in your present or last job", 20, False),
        ("At least 30 staff, agency and permanent", 30, False),
        ("At least 12 indirect or direct reports", 12, False),
        ("Experience at 250+ FTE", 250, False),
        ("Running a 60+ seat operation", 60, False),
        ("Manager of a contact centre of 60 seats or more", 60, False),
    ],
)
def test_what_a_role_asks(text: str, least: float | None, managers: bool) -> None:
    (asked,) = people.ask(Sentence(text, 50, 50 + len(text)))
    criterion = asked.criterion
    assert (criterion.min_people, criterion.managers_of_managers) == (least, managers)
    assert 50 <= asked.start < asked.end <= 50 + len(text)


def test_a_team_and_managers_in_another_half_are_two_asks() -> None:
    text = "Leading twelve or more people and experience of managing team leaders"
    sizes = [asked.criterion for asked in people.ask(Sentence(text, 0, len(text)))]
    assert [(each.min_people, each.managers_of_managers) for each in sizes] == [
        (12, False),
        (None, True),
    ]


@pytest.mark.parametrize(
    ("text", "direct"),
    [
        ("At least six clerks reporting directly", True),
        ("Direct line reports: 6 or more", True),
        ("Six or more direct and indirect reports", False),
        ("Six or more reports", False),
    ],
)
def test_whether_direct_reports_are_asked(text: str, direct: bool) -> None:
    (asked,) = people.ask(Sentence(text, 0, len(text)))
    assert asked.criterion.direct_only is direct


@pytest.mark.parametrize(
    "text",
    [
        "You will join our team of 23 radiologists",
        "A team of 20 people who love what they do",
        "Ability to lead a team",
        "Good team player",
        "Five years leading a team",
        "Managed 10+ suppliers",
        "Leading 24/7 operations",
        "In charge of 3+ depots",
        "Reporting to a board of 12",
        "IT support for 500+ staff over several sites",
        "Experience of working in teams of 12 or more",
        "300+ customers over two depots",
    ],
)
def test_what_asks_for_no_team(text: str) -> None:
    assert people.ask(Sentence(text, 0, len(text))) == []
