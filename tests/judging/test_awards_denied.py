"""Awards that a CV denies by their subject, and awards that a firm holds and no person."""

from __future__ import annotations

import pytest

from matcher.facts.credentials import reader as credentials
from matcher.judging.credentials import judge as certification
from tests.judging.reading import verdicts

_FIRST_AID = "First aid certificate"
_SAFETY = "Health and safety qualification"


def _outcome(asked: str, cv: str) -> str:
    return verdicts(credentials, certification, asked, cv)[0].outcome


@pytest.mark.parametrize(
    ("expected", "asked", "cv"),
    [
        ("not_met", _SAFETY, "No recognised qualification in health and safety."),
        ("not_met", _SAFETY, "I have never taken a certificate in health and safety."),
        ("not_met", _SAFETY, "Learnt on site, without any health and safety qualification."),
        ("not_met", _FIRST_AID, "Not certified in first aid."),
        ("not_met", _FIRST_AID, "I don't have a certificate in first aid."),
        # Others, other subjects, a narrower one, and more to it.
        ("not_stated", _SAFETY, "Starters with no qualification in health and safety came to me."),
        ("not_stated", _SAFETY, "No qualification in fire safety."),
        ("not_stated", _SAFETY, "No qualification in health and safety was required."),
        ("not_stated", _SAFETY, "No qualification in health and safety until 2019."),
        ("not_stated", _SAFETY, "New starters (no qualification in health and safety) came to me."),
        ("not_stated", _SAFETY, "I had no qualification in health and safety when I began."),
    ],
)
def test_a_subject_denied(expected: str, asked: str, cv: str) -> None:
    assert _outcome(asked, cv) == expected


@pytest.mark.parametrize(
    ("expected", "asked", "cv"),
    [
        ("not_stated", "ISO 9001 certification", "Fitter at Holm Works, which holds ISO 9001."),
        ("not_stated", "COPC certification", "Our site was awarded COPC certification twice."),
        ("not_stated", "SDI certification", "Agent on an SDI accredited service desk."),
        ("met", "CISSP", "CISSP certified analyst since 2018."),
        ("met", "COPC certification", "COPC certification gained while at Holm Works."),
        ("met", "CIPD Level 5", "CIPD Level 5 business partner for two sites."),
        ("met", "ACCA", "ACCA certified finance business partner."),
        ("met", "PGCE", "PGCE primary school teacher."),
        ("met", "CISSP", "In my first year at the depot got the CISSP."),
        ("met", "CISSP", "Studied on a bootcamp that earned the CISSP."),
        ("met", "CIPD Level 5", "CIPD Level 5, a qualification that I gained in 2019."),
    ],
)
def test_whose_award_it_is(expected: str, asked: str, cv: str) -> None:
    assert _outcome(asked, cv) == expected
