"""Licences judged: full, provisional, withdrawn, clean, and software licences."""

from __future__ import annotations

import pytest

from matcher.facts.licences import reader as licences
from matcher.judging import licence
from tests.judging.reading import verdicts


@pytest.mark.parametrize(
    ("outcome", "asked", "cv"),
    [
        ("met", "Category B driving licence", "Licences: B, BE, no points"),
        ("not_stated", "Category B driving licence", "Block B, C and D; software licences: 40"),
        ("not_met", "Clean driving licence", "Licence with three points until 2027"),
        ("met", "HGV licence", "Full licence, cars and HGV"),
        ("met", "Counterbalance licence", "Counterbalance and reach truck licence"),
        ("not_stated", "Full driving licence", "Full software licence for the studio"),
        ("met", "HGV Class 1 licence", "Entitlements: B, C1, C, CE"),
        ("met", "D1 minibus licence", "Coach driver with category D"),
        ("met", "SIA close protection licence", "SIA licence: close protection"),
        ("not_stated", "SIA close protection licence", "SIA licence"),
        ("not_met", "SIA close protection licence", "No SIA licence"),
        # Whoever grants a licence may refuse it; what kin hold is theirs.
        ("not_met", "SIA licence", "The SIA would not issue me a badge after my caution."),
        ("not_met", "SIA licence", "My badge application was declined by the SIA."),
        ("not_met", "Full driving licence", "DVLA withdrew my licence in 2022"),
        ("not_stated", "Full driving licence", "Sister holds a full licence and gives me lifts"),
        ("not_stated", "Full driving licence", "Flatmate drives (full licence, estate car)"),
        ("met", "Full driving licence", "Full licence; sister drives too"),
        ("not_stated", "SIA licence", "SIA training passed in the spring"),
        ("met", "D1 minibus licence", "Clean licence B, D1"),
        ("met", "A driving licence is needed", "I drive and own a van"),
        (
            "not_stated",
            "A driving licence is needed",
            "I drive change; cook in a category C prison",
        ),
        ("not_stated", "Able to drive a 7.5 tonne lorry", "Full driving licence"),
        ("met", "A driving licence is needed", "Driving: full licence"),
        (
            "partly",
            "A driving licence is needed",
            "Provisional licence; test booked for 9 January 2027",
        ),
        ("not_met", "A driving licence is needed", "Provisional driving licence"),
        ("not_met", "A driving licence is needed", "I do not drive; I cycle and use the train."),
        (
            "not_stated",
            "Driving licence essential",
            "Checked driving licences of 40 drivers each quarter",
        ),
        (
            "not_stated",
            "Driving licence essential",
            "Customer adviser, DVLA: answered driving licence queries",
        ),
        (
            "not_met",
            "Driving licence essential",
            "Licence revoked in 2024 on medical grounds; I no longer drive",
        ),
        ("not_met", "Driving licence essential", "Driving ban until June 2027"),
        ("met", "SIA licence", "SIA Door Supervisor licence, valid to August 2027"),
        ("partly", "SIA licence", "SIA licence expired in May 2025"),
        (
            "partly",
            "SIA licence",
            "SIA licence application submitted, licence due 12 December 2026",
        ),
        (
            "not_stated",
            "Valid SIA licence",
            "Worked alongside SIA licensed guards as a receptionist",
        ),
        ("met", "Forklift licence", "Counterbalance forklift licence (RTITB)"),
        ("met", "HGV Class 2 licence", "HGV Class 1 licence and digital tacho card"),
        ("not_met", "HGV Class 1 licence", "Class 2 HGV driver licence"),
        ("met", "Car driver essential", "Car owner and driver"),
        ("met", "Must be able to drive", "Full licence and own car"),
        (
            "not_stated",
            "A driving licence is needed",
            "Managed Microsoft licences and the driving test booking system",
        ),
        (
            "partly",
            "A driving licence is needed",
            "Learning to drive, practical test on 14 December 2026",
        ),
        ("not_met", "A driving licence is needed", "Driving licence: none"),
        ("not_met", "A driving licence is needed", "No driving licence"),
        (
            "not_stated",
            "A driving licence is needed",
            "Drove improvement across the service; driving change",
        ),
        ("not_met", "A driving licence is needed", "My driving licence was suspended in 2025"),
        ("met", "Driving licence", "Clean driving license"),
        ("met", "Driving licence", "Driver: yes (full, since 2004)"),
        ("not_met", "Driving licence", "Non-driver"),
        ("not_met", "Driving licence", "Licence revoked following a medical"),
        ("met", "SIA licence required", "SIA Door Supervisor and CCTV licences held"),
        ("partly", "SIA licence required", "SIA licence lapsed in March"),
        ("not_met", "SIA licence required", "No SIA licence"),
        ("not_stated", "SIA licence required", "Security guard at a retail park"),
        ("met", "SIA licence required", "SIA Front Line licence (Door Supervisor) exp. 04/2028"),
    ],
)
def test_outcome(outcome: str, asked: str, cv: str) -> None:
    assert [one.outcome for one in verdicts(licences, licence, asked, cv)] == [outcome]
