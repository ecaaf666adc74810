"""What a CV denies to have done, judged: skills in plain words, channels, tools and their depth."""

from __future__ import annotations

import pytest

from tests.judging.test_statements import outcome

_STAGE = "Must have handled appeals at Level 3"


@pytest.mark.parametrize(
    ("expected", "asked", "cv"),
    [
        ("not_met", "Ruby scripting", "I have not coded in Ruby or any other language."),
        ("not_met", "Tableau", "Tableau came to our branch in May. I have yet to open it."),
        ("not_met", "Salesforce administration", "I do not administer Salesforce."),
        ("met", "Salesforce", "Notes kept in Salesforce. I do not administer Salesforce."),
        ("not_stated", "Webchat experience", "Our depot has never offered webchat."),
        ("not_met", "Webchat experience",
         "Our depot has never offered webchat and I have not done it anywhere else."),
        ("not_met", _STAGE, "Appeals at level 1. Level 3 goes to counsel and I take no part."),
        ("not_met", "Experience of stock audits", "Stock audits are outside my remit."),
        # Marks on a scale told above.
        ("not_met", "Advanced Excel", "Software, rated 1 to 5\nWord 5\nExcel 2"),
        ("met", "Advanced Excel", "Software, rated 1 to 5\nWord 2\nExcel 5"),
        ("not_met", "Intermediate Excel", "Excel: view and print only"),
        # Degrees that work was about, and those told in parts.
        ("not_stated", "Degree in Law", "Calls about how law degrees are assessed."),
        ("met", "2:1 degree", "Economics, University of Essex, 2010-2013, 2:1"),
        ("not_met", "2:1 degree", "Keele University | Biology | 2:2 | 2016"),
        ("partly", "Degree", "BA French, part time; final module under way, award due May 2027"),
        ("not_met", "Full driving licence", "Provisional licence only. No test booked this year."),
    ],
)  # fmt: skip
def test_denied_and_marked(expected: str, asked: str, cv: str) -> None:
    assert outcome(asked, cv) == expected
