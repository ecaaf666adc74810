"""Awards asked by level or beside one another: bodies' diplomas, conversions, all of a list."""

from __future__ import annotations

import pytest

from tests.judging.test_statements import outcome

_LEVEL_FIVE = "Level 5 management qualification"
_CONVERTED = "Law degree or GDL"
_BOTH = "Degree, plus a postgraduate housing diploma"
_CARE = "NVQ Level 2 in Health and Social Care or above"


@pytest.mark.parametrize(
    ("expected", "asked", "cv"),
    [
        # A level asked in a field is the level of its bodies' awards.
        ("met", _LEVEL_FIVE, "CMI Level 5 Diploma, 2019"),
        ("met", _LEVEL_FIVE, "ILM 7, 2016"),
        ("met", "Level 3 HR qualification", "CIPD Level 5 Associate Diploma"),
        ("met", "Level 3 accountancy qualification", "AAT Level 4, passed 2018"),
        ("met", "Management qualification at level 3 or above", "CMI Level 5 Diploma, 2019"),
        ("partly", _LEVEL_FIVE, "CMI Level 5 Diploma, last unit due in June 2027"),
        ("not_met", _LEVEL_FIVE, "ILM Level 3 Award, 2014"),
        ("not_met", "Management qualification at level 5", "ILM Level 3 Award, 2014"),
        ("not_stated", _LEVEL_FIVE, "ILM Level 5 Diploma begun"),
        ("not_stated", _LEVEL_FIVE, "CIPD Level 5, 2019"),
        ("not_stated", _LEVEL_FIVE, "Talked colleagues into their ILM Level 5"),
        ("met", "Postgraduate qualification in HR", "CIPD Level 7, 2019"),
        ("met", "Degree or equivalent professional qualification", "ACCA, 2014"),
        # A conversion is a law graduate's equal where the role says so, and no law degree.
        ("met", _CONVERTED, "BA Drama, Hull. PGDL, 2014"),
        ("met", _CONVERTED, "LLB, Hull, 2014"),
        ("partly", _CONVERTED, "BA Drama, Hull. GDL to finish in June 2027"),
        ("not_stated", _CONVERTED, "BA Drama, Hull"),
        ("not_stated", "Law degree", "BA Drama, Hull. GDL, 2014"),
        # Both are asked.
        ("met", _BOTH, "BA Drama, Hull, 2010. PgDip Housing, 2014"),
        ("partly", _BOTH, "BA Drama, Hull, 2010. Housing officer"),
        ("partly", "Degree with a Level 7 diploma in coaching", "BA Drama, Hull, 2010"),
        # Lower case, without 'level' and 'in'.
        ("met", _CARE, "carer, nvq 3 health and social care, 2017"),
        ("not_met", "NVQ Level 3 in Health and Social Care", "nvq 2 health & social care passed"),
        ("not_stated", _CARE, "nvq 3 business admin, 2017"),
        ("not_stated", _CARE, "nvq 3 assessor"),
    ],
)
def test_outcome(expected: str, asked: str, cv: str) -> None:
    assert outcome(asked, cv) == expected
