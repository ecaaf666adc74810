"""The right to work judged: granted, ending, sponsored, and words that say nothing."""

from __future__ import annotations

import pytest

from matcher.facts.right_to_work import reader as facts
from matcher.judging import right_to_work as judging
from tests.judging.reading import verdicts


@pytest.mark.parametrize(
    ("outcome", "asked", "cv"),
    [
        ("met", "Right to work in the UK", "Dual national, Irish and Chilean"),
        ("not_stated", "Right to work in the UK", "Dual national, Peruvian and Chilean"),
        (
            "not_met",
            "Right to work without sponsorship",
            "Looking for a hospital able to sponsor a nurse from Cebu",
        ),
        ("not_met", "No sponsorship available", "Hoping to find a licensed sponsor in the UK"),
        ("not_stated", "No sponsorship available", "Seeking a sponsor for the village fair"),
        ("not_stated", "No sponsorship available", "Told cooks to find employers who sponsor"),
        ("met", "Authorised for employment in Britain", "Irish citizen"),
        (
            "not_met",
            "Can be employed in the UK without sponsorship",
            "Skilled Worker visa: a new sponsor would be needed",
        ),
        ("met", "Permission to take up work in Britain", "Naturalised British, 2019"),
        ("met", "Unrestricted leave to work", "ILR since 2018"),
        (
            "not_met",
            "Visa assistance cannot be offered, no sponsorship",
            "Would need another firm to sponsor my visa",
        ),
        (
            "not_met",
            "Sponsorship-free candidates",
            "Leaving my post means a new certificate of sponsorship",
        ),
        (
            "not_met",
            "We are unable to offer visa support or sponsorship",
            "I need a fresh CoS by May",
        ),
        ("not_stated", "Sponsorship is not available", "Won a new sponsor for the village fair"),
        (
            "not_met",
            "You have the right to work in the UK",
            "I have no permission to work in the UK at present",
        ),
        ("partly", "You have the right to work in the UK", "Spouse visa, which ends in June 2028"),
        ("met", "You have the right to work in the UK", "British and Chilean citizen"),
        ("met", "You have the right to work in the UK", "Dual national (Irish and Peruvian)"),
        ("met", "You have the right to work in the UK", "NATIONALITY      British"),
        ("met", "You have the right to work in the UK", "Hull | 01482 496000 | British"),
        ("not_stated", "You have the right to work in the UK", "Dual national (Swiss and Chilean)"),
        (
            "not_stated",
            "You have the right to work in the UK",
            "Served British and Irish passengers",
        ),
        (
            "not_stated",
            "You have the right to work in the UK",
            "Helped British citizens abroad with lost passports",
        ),
        ("not_met", "You have the right to work in the UK", "Visa: Skilled Worker, to June 2028"),
        ("not_met", "You have the right to work in the UK", "Sponsorship wanted from March 2027"),
        ("not_met", "You have the right to work in the UK", "Right to work: none"),
        ("not_met", "You have the right to work in the UK", "No UK work permit as yet"),
        ("met", "You have the right to work in the UK", "No UK visa needed"),
        ("met", "You have the right to work in the UK", "Skilled Worker visa until 2021, then ILR"),
        (
            "not_stated",
            "You have the right to work in the UK",
            "Applied to the EU Settlement Scheme",
        ),
        ("not_stated", "You have the right to work in Germany", "British citizen"),
        ("not_stated", "You are authorised to work in the US", "British citizen"),
        ("met", "Join us: you have the right to work in the UK or EU", "British citizen"),
        (
            "partly",
            "You have the right to work in the UK",
            "ILR application submitted, decision due May 2027",
        ),
        ("not_stated", "You have the right to work in the UK", "ILR application submitted"),
        ("not_stated", "You have the right to work in the UK", "Permission to work at height"),
        ("met", "You are able to work in the UK without a sponsor", "UK settled status"),
        (
            "not_stated",
            "You are able to work in the UK without a sponsor",
            "Nationality: Polish. Ten years in London.",
        ),
        ("met", "You are able to work in the UK without a sponsor", "No sponsorship required"),
        (
            "met",
            "You are able to work in the UK without a sponsor",
            "I do not require sponsorship now or in future",
        ),
        ("met", "You are able to work in the UK without a sponsor", "Holds an Irish passport"),
        (
            "not_stated",
            "You are able to work in the UK without a sponsor",
            "Secured executive sponsorship for the programme; needed sponsorship from the board",
        ),
        (
            "not_stated",
            "You are able to work in the UK without a sponsor",
            "Managed the sponsorship licence and visa applications for 40 overseas nurses",
        ),
        (
            "not_stated",
            "You are able to work in the UK without a sponsor",
            "Checked right to work documents for 200 new starters",
        ),
        ("met", "You are able to work in the UK without a sponsor", "Status: British"),
        (
            "partly",
            "You are able to work in the UK without a sponsor",
            "Graduate visa valid until September 2027",
        ),
        ("met", "You are able to work in the UK without a sponsor", "Citizenship: Irish"),
        (
            "met",
            "You are able to work in the UK without a sponsor",
            "Dual British/Canadian national",
        ),
        (
            "not_stated",
            "You are able to work in the UK without a sponsor",
            "British Gas, Customer Service Manager",
        ),
        (
            "not_stated",
            "You are able to work in the UK without a sponsor",
            "Worked in Leeds since 2016 after moving from Spain",
        ),
        (
            "not_met",
            "You are able to work in the UK without a sponsor",
            "Employer must hold a sponsor licence: I require a Certificate of Sponsorship",
        ),
        (
            "met",
            "You are able to work in the UK without a sponsor",
            "EU citizen with pre-settled status",
        ),
        ("not_stated", "You are able to work in the UK without a sponsor", "EU citizen"),
        (
            "met",
            "You are able to work in the UK without a sponsor",
            "Spouse visa, no work restrictions",
        ),
        ("met", "You are able to work in the UK without a sponsor", "Visa: not required"),
        ("met", "You are able to work in the UK without a sponsor", "Sponsorship: not needed"),
        ("met", "We cannot offer visa sponsorship for this role", "British citizen"),
        (
            "not_met",
            "Applicants must be eligible to live and work in the UK",
            "Skilled Worker visa sponsored by current employer",
        ),
        ("met", "We are unable to sponsor visas", "ILR granted 2020"),
        (
            "not_stated",
            "You are able to work in the UK without a sponsor",
            "Led fundraising; found sponsors for the charity run. No sponsorship target missed.",
        ),
        (
            "not_met",
            "You are able to work in the UK without a sponsor",
            "My visa runs out in March 2027 and I will then need a sponsor",
        ),
        ("met", "You are able to work in the UK without a sponsor", "UK passport holder"),
        ("met", "You are able to work in the UK without a sponsor", "British"),
        ("met", "You are able to work in the UK without a sponsor", "I hold ILR"),
        (
            "not_met",
            "You are able to work in the UK without a sponsor",
            "Sponsorship will be needed",
        ),
        ("met", "No visa sponsorship offered", "Pre-settled status under EUSS"),
        ("not_stated", "No visa sponsorship offered", "Indian national, in London since 2019"),
        ("met", "No visa sponsorship offered", "Irish citizen"),
        ("met", "Right to work in the UK", "Entitled to work in the UK without restriction"),
        ("not_met", "Right to work in the UK", "No right to work in the UK at present"),
        (
            "not_stated",
            "Right to work in the UK",
            "HR adviser: right to work checks for new starters",
        ),
    ],
)
def test_outcome(outcome: str, asked: str, cv: str) -> None:
    assert [one.outcome for one in verdicts(facts, judging, asked, cv)] == [outcome]
