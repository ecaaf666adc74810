"""Lengths and dates under labels, school years, and work told by where or how it is done."""

from __future__ import annotations

import pytest

from tests.judging.test_statements import outcome

_BAKER = "Three years as a baker"
_PROCURING = "Five years of procurement experience"
_PHONE = "18 months in a telephone-based role"
_SECONDARY = "Two years teaching in a UK secondary school"
_SOLICITOR = "Three years' post-qualification experience as a solicitor"


@pytest.mark.parametrize(
    ("expected", "asked", "cv"),
    [
        # Where one label says when it began and the next how it ended.
        ("met", _BAKER, "Baker, Crumb Ltd. Start: 05/2021. End: still here."),
        ("met", _BAKER, "Baker, Crumb Ltd. Start date: 05/2018. Finish date: 06/2022."),
        ("met", _BAKER, "Baker, Crumb Ltd. From: May 2021. To: now. Nights."),
        ("met", _BAKER, "Baker, Crumb Ltd. May 2021 - still in post"),
        ("not_met", _BAKER, "Baker, Crumb Ltd. Start: 05/2025. End: still there."),
        ("not_stated", _BAKER, "Baker, Crumb Ltd. Year end: 04/2021. Start: 4am."),
        # The label names the work, and may hold the unit.
        ("met", _PROCURING, "Years in procurement: 8. Years in catering: 2."),
        ("met", "Two years of procurement", "Months in procurement: 30"),
        ("met", _PROCURING, "Procurement, in all: 6 years"),
        ("not_met", _PROCURING, "Years in procurement: 2. Years in catering: 12."),
        (
            "not_met",
            _PROCURING,
            "Time in procurement in total: 2 years. Before that, 12 in catering.",
        ),
        ("not_stated", _PROCURING, "Total time saved in procurement: 6 years"),
        ("not_met", "Six years of cyber security", "Time in security: 2 years (SOC analyst)."),
        ("not_stated", "Six years of cyber security", "Time in security: 9 years (doorman)."),
        # School years.
        ("met", "Three years' teaching", "Teacher, Elm School, 2018/19 to 2021/22"),
        ("met", "Three years' teaching", "Four academic years as a teacher of Latin"),
        ("not_met", "Three years' teaching", "Teacher, Elm School, 2020/21 to 2021/22"),
        # One kind of school is not another.
        ("met", _SECONDARY, "Teacher of Latin, Elm Comprehensive, Derby, 2018 - 2022"),
        ("met", _SECONDARY, "Latin teacher, Elm High School, Derby, 2018 - 2022"),
        ("not_stated", _SECONDARY, "Teacher, Elm Primary School, Derby, 2018 - 2022"),
        ("not_stated", _SECONDARY, "Latin teacher, Elm High School, Cairo, 2018 - 2022"),
        ("not_stated", "Two years' secondary teaching", "Teaching infants for six years"),
        # Work by telephone, and work on telephones.
        ("met", _PHONE, "Call taker, ambulance control, 2019 - 2022"),
        ("met", _PHONE, "Telephone adviser, a bus firm, 2019 - 2022"),
        ("not_stated", _PHONE, "Telephone engineer, 2019 - 2022"),
        ("not_stated", _PHONE, "Barber, 2019 - 2022"),
        # Who bears a title that the law keeps was registered; an admission makes a solicitor.
        ("met", "Two years as a registered midwife", "Midwife, Elm Hospital, 2016 - 2022"),
        (
            "met",
            "Two years' post-registration experience as a pharmacist",
            "Pharmacist, 2016 - 2022",
        ),
        ("not_stated", "Two years as a registered nurse", "Nursery nurse, 2016 - 2022"),
        ("not_stated", "Two years as a registered nurse", "Healthcare assistant, 2016 - 2022"),
        ("not_stated", "Two years as a chartered surveyor", "Surveyor, 2016 - 2022"),
        ("met", _SOLICITOR, "Admitted in 2016. Associate, tax team, 2016 - 2022"),
        ("not_met", _SOLICITOR, "Admitted in 2025. Associate, tax team, 2025 to date"),
        ("not_stated", _SOLICITOR, "Associate, tax team, 2016 - 2022"),
        ("not_stated", _SOLICITOR, "Admitted in 2016. Sales associate, shoes, 2016 - 2022"),
        # Shortened titles.
        ("met", "Two years in quantity surveying", "QS, Hod Ltd, 2019 - 2022"),
    ],
)
def test_outcome(expected: str, asked: str, cv: str) -> None:
    assert outcome(asked, cv) == expected
