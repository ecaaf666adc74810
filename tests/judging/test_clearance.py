"""Clearances judged: levels, states, and words that only look like them."""

from __future__ import annotations

import pytest

from matcher.facts import clearance as facts
from matcher.judging import clearance as judging
from tests.judging.reading import verdicts


@pytest.mark.parametrize(
    ("outcome", "asked", "cv"),
    [
        # A label makes lower case enough; other clearances are none.
        ("met", "BPSS or above", "clearance - dv, live until 2031"),
        ("met", "CTC clearance", "security clearance: sc (runs to 2030)"),
        ("not_met", "SC clearance", "Vetting status: bpss"),
        ("not_stated", "SC clearance", "House clearance - sc removals"),
        ("not_met", "DV clearance", "Currently SC"),
        # Papers are not the clearance: one's own are a beginning, other people's nothing.
        ("partly", "DV clearance", "DV questionnaire returned in May; decision due 4 June 2027"),
        ("partly", "SC clearance", "Submitted my SC forms in May 2026. Outcome due by June 2027."),
        ("partly", "DV clearance", "SC held. DV interview on 9 March 2027"),
        ("partly", "NPPV 3", "NPPV3 pack lodged on 2 May 2026, answer expected in March 2027"),
        ("not_stated", "SC clearance", "SC paperwork sent off"),
        ("not_stated", "SC clearance", "Checked SC forms for subcontractors and posted them"),
        ("met", "Eligible for SC clearance", "SC forms submitted"),
        ("met", "SC clearance", "SC, lapsed in 2019 but has been renewed"),
        ("partly", "DV clearance", "DV lapsed in May 2024, not since renewed"),
        ("met", "DV clearance", "DV lapsed in May 2020, since then renewed in 2024"),
        ("met", "SC clearance", "My SC is in place until 2030"),
        ("not_stated", "SC clearance", "SC Works depot, in place of the old yard"),
        ("partly", "SC clearance", "SC clearance, granted in 2014 and lapsed in May 2020"),
        ("partly", "DV clearance", "DV, awarded 2011 and since expired"),
        ("met", "SC clearance", "SC, lapsed in 2016 and granted again in 2024"),
        ("met", "BPSS", "BPSS check completed on joining the supplier, March 2024"),
        ("not_stated", "BPSS", "BPSS checks completed for new starters"),
        ("partly", "SC clearance", "Undergoing SC, decision due April 2027"),
        ("not_met", "SC clearance", "I hold no clearance"),
        ("not_stated", "SC clearance", "Clearances: BPSS, CTC, SC, DV"),
        ("not_met", "DBS check", "Unable to pass a DBS check"),
        (
            "partly",
            "SC clearance is needed",
            "Security: I held SC until 2021; it has since lapsed.",
        ),
        ("met", "SC clearance required", "Developed Vetting (DV), renewed 2024"),
        ("not_met", "DV clearance", "SC cleared (valid to 2029)"),
        (
            "met",
            "Must be eligible for SC clearance",
            "Eligible for SC; lived in the UK all my life",
        ),
        ("not_stated", "You need to be SC cleared", "Eligible for SC clearance"),
        (
            "not_stated",
            "You need to be SC cleared",
            "Worked on an SC cleared programme for the Home Office",
        ),
        (
            "partly",
            "You need to be SC cleared",
            "SC application submitted, interview booked for 12 January 2027",
        ),
        ("not_stated", "You need to be SC cleared", "SC clearance in progress"),
        ("not_met", "You need to be SC cleared", "My SC application was refused in 2022"),
        ("not_met", "You need to be SC cleared", "I have never held any security clearance"),
        ("met", "BPSS clearance", "SC cleared since 2020"),
        ("not_met", "Enhanced DBS", "Basic DBS certificate dated May 2026"),
        ("not_stated", "Enhanced DBS", "DBS checked"),
        ("met", "DBS check", "Enhanced CRB held"),
        (
            "not_stated",
            "Enhanced DBS clearance required",
            "Processed enhanced DBS checks for 300 new starters each year",
        ),
        ("not_met", "NPPV3 vetting", "Police vetted to NPPV level 2"),
        ("partly", "NPPV level 3", "NPPV3 expired March 2024"),
        ("met", "Current SC or DV", "Holder of current DV"),
        ("not_stated", "SC clearance", "SC Logistics Ltd - warehouse clearance sale manager"),
        ("met", "Security clearance (SC)", "Security clearance: SC, granted 2022"),
        ("met", "SC", "Clearances held: SC (2023), NATO Secret"),
        ("not_met", "Security Check (SC) clearance essential", "CTC cleared"),
        (
            "partly",
            "Candidates must have valid SC clearance",
            "SC clearance valid until March 2024",
        ),
        ("met", "Candidates must have valid SC clearance", "SC clearance valid until March 2028"),
        (
            "not_stated",
            "SC clearance is needed",
            "Credit clearance team leader. SC United FC coach.",
        ),
        ("met", "Enhanced DBS", "Enhanced Disclosure (DBS) on the update service"),
        ("not_met", "SC clearance", "Clearance: none"),
        ("not_met", "SC clearance", "No clearance at present but happy to undergo SC"),
        ("partly", "Must hold SC", "SC (lapsed 2019)"),
        ("met", "Must hold SC", "Cleared to SC (expires 11/2027)"),
        (
            "not_stated",
            "Must hold SC",
            "My manager was SC cleared and handled the secure tickets; I did the rest",
        ),
        (
            "not_stated",
            "SC clearance or the ability to obtain it",
            "British citizen; no clearance held so far",
        ),
        ("met", "Willing to undergo an enhanced DBS check", "Happy to undergo DBS checks"),
        ("met", "SC clearance is needed", "SC: live, last used 2026"),
        ("met", "SC clearance is needed", "Security cleared to SC level"),
        ("met", "SC clearance is needed", "I hold SC"),
        ("met", "SC clearance is needed", "SC clearance (transferable)"),
        ("partly", "SC clearance is needed", "Previously SC cleared (expired 2023)"),
        ("partly", "SC clearance is needed", "Had SC until leaving the Navy in 2022"),
        (
            "partly",
            "SC clearance is needed",
            "Currently undergoing SC vetting, outcome expected February 2027",
        ),
        ("not_stated", "SC clearance is needed", "Undergoing SC vetting"),
        ("not_met", "SC clearance is needed", "SC refused"),
        ("not_met", "SC clearance is needed", "Only BPSS held"),
        ("not_met", "SC clearance is needed", "Not security cleared"),
        ("met", "SC clearance is needed", "DV (active)"),
        ("not_met", "SC clearance is needed", "Clearance level: Counter Terrorist Check"),
        ("not_stated", "SC clearance is needed", "My team were all SC cleared"),
        ("not_stated", "SC clearance is needed", "Scored 92 in SC exams; clearance of backlog"),
        ("met", "Enhanced DBS check required", "DBS: enhanced, issued March 2026"),
        ("not_met", "Enhanced DBS check required", "Standard DBS"),
        ("not_stated", "Enhanced DBS check required", "I hold a DBS certificate"),
        (
            "partly",
            "Enhanced DBS check required",
            "Enhanced DBS applied for, result due 5 January 2027",
        ),
        ("met", "BPSS", "Baseline check completed 2025 (BPSS)"),
        ("partly", "NPPV2", "NPPV Level 2 lapsed"),
        ("not_met", "NPPV3", "NPPV1 only"),
        ("met", "SC or above", "DV holder since 2020"),
    ],
)
def test_outcome(outcome: str, asked: str, cv: str) -> None:
    assert [one.outcome for one in verdicts(facts, judging, asked, cv)] == [outcome]
