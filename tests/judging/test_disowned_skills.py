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
        # Denials of a part, of a way, of another time, or that the rest of a CV speaks against.
        ("met", "Tableau", "I never build reports in Tableau without talking to the reader."),
        ("met", "Tableau", "Each week I work in Tableau. I had no say in it."),
        ("met", "Salesforce administration", "I do not administer Salesforce alone."),
        ("not_stated", "Experience of stock audits", "I never carried out stock audits late."),
        ("not_stated", "Experience of raising funds", "Until 2015 I had never raised funds."),
        ("not_stated", "Mentoring experience",
         "Mentoring was never part of my job description but I have mentored nine juniors."),
        ("met", "Experience of stock audits",
         "Carried out stock audits at Elm. At Oak stock audits are outside my remit."),
        # Marks of other people, of other things, on scales that run the other way.
        ("not_stated", "Advanced Excel", "I marked IT skills of pupils from 1 to 5\nExcel 5"),
        ("not_stated", "Advanced Excel", "Years of use, software out of 10\nExcel 10"),
        ("not_stated", "Advanced Excel", "Self rated, lower is better, out of 5\nExcel 5"),
        ("not_stated", "Microsoft Teams Phone", "Head of Teams Phone: 01632 960001"),
        # Degrees of others, left, still to come, and of schools.
        ("not_stated", "Degree in Economics", "Tutor, University of Essex, Economics, 2:1, 2012"),
        ("not_stated", "Degree in Economics", "My sister: University of Essex, Economics, 2:1"),
        ("not_stated", "Degree in Economics",
         "Withdrew from University of Essex, Economics, 2:1, 2012"),
        ("not_stated", "Degree in English", "Taunton College, English, 2:1"),
        ("met", "Degree in History", "BA History, 2009-2012, final semester in Bologna."),
        ("met", "Degree in History", "BA History 2012. Award set up for local schools."),
        ("not_met", "Full driving licence", "Provisional licence. Eye test on 3 May 2027."),
        ("not_met", "Full driving licence", "Provisional licence. A user test on 3 May 2027."),
    ],
)  # fmt: skip
def test_denied_and_marked(expected: str, asked: str, cv: str) -> None:
    assert outcome(asked, cv) == expected
