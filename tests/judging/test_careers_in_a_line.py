"""Careers told in one line: stretches of one post, posts by when they began, and who is whose."""

from __future__ import annotations

import pytest

from matcher.criteria import ExperienceYears
from tests.judging.test_experience_years import verdict

JOINERY = ExperienceYears(6, "joinery")
NURSING = ExperienceYears(8, "nursing")
CONSULTING = ExperienceYears(2, "Salesforce consulting")
MANAGER = ExperienceYears(9, "workshop manager")
SCHOOL = ExperienceYears(2, "a school")
TEACHING = ExperienceYears(3, "teaching")


@pytest.mark.parametrize(
    ("criterion", "cv", "outcome"),
    [
        # One post, named once, with each employer behind its dates.
        (JOINERY, "Joiner: 2003-2007 Denby Homes; 2010-2014 Corran Ltd", "met"),
        (JOINERY, "Joiner: 2003-2007 (Denby Homes), 2010-2014 (self-employed)", "met"),
        (JOINERY, "Joinery: 2003 to 2007, Denby Homes; 2010 to 2014, Corran Ltd", "met"),
        (JOINERY, "Joinery work: May 2003 - May 2007 (Denby Homes); 2010 - 2014 (Corran)", "met"),
        (JOINERY, "Joiner: 2003-2007 Denby Homes; 2010-2014 bus driver", "not_met"),
        (JOINERY, "Joiner: 2003-2007 Denby Homes; 2010-2014 Royal Navy", "not_met"),
        (JOINERY, "Joinery work: 2003-2007 (Denby Homes); 2010-2014 (keeping bees)", "not_met"),
        (JOINERY, "Joiner: 2003-2007 Denby Homes; 2010-2014 Raising Children", "not_met"),
        (JOINERY, "Joiner: 2003-2007 Denby Homes, 2010-2014 Estate Agency", "not_met"),
        (JOINERY, "Joiner: 2003-2007 Denby Homes, 2010-2014 Politics", "not_met"),
        (JOINERY, "Joinery work: 2003 - 2007 (Denby Homes); 2010 - 2014 (Royal Navy)", "not_met"),
        (JOINERY, "Joinery work: 2003 - 2007 (Denby Homes); 2010 - 2014, Catering", "not_met"),
        # Each post lasted until the next began.
        (NURSING, "Staff nurse 2010 > Ward sister 2014 > Matron 2019 > present", "met"),
        (NURSING, "Student nurse 2010; Staff nurse 2013; Ward sister 2019; still there", "met"),
        (NURSING, "Staff nurse from May 2012, promoted to Matron in 2018, left in 2021", "met"),
        (NURSING, "Joined the Infirmary as staff nurse in 2010; Matron since 2019.", "met"),
        (NURSING, "Staff nurse 2008-2012; ward sister 2012-2015; matron ever since", "met"),
        (NURSING, "Staff nurse 2019; Ward sister 2022; made redundant 2024", "not_met"),
        (NURSING, "Staff nurse 2012; Ward sister 2014", "not_stated"),
        (NURSING, "Porter 2008; Cook 2012; Staff nurse 2023 to date", "not_met"),
        (NURSING, "My mother: staff nurse 2010, matron 2014, still there", "not_stated"),
        (NURSING, "Career plan: Staff nurse 2010 > Matron 2014 > present", "not_stated"),
        (NURSING, "Nursing degree 2010; Nursing Masters 2014; still there", "not_stated"),
        (NURSING, "Volunteer nurse 2010; Volunteer matron 2014; still there", "not_stated"),
        (NURSING, "Photographed the staff nurse 2010, the matron 2014; to date", "not_stated"),
        # What a line says of another time is no part of the post whose dates stand before it.
        (JOINERY, "Baker for two hotels and a cafe, 2010-2018. Now joiner.", "not_stated"),
        (
            NURSING,
            "Practice nurse (Hill Surgery) from 03/2014, still in post; earlier, a cook",
            "met",
        ),
        (NURSING, "Night desk, dentists' surgery, May 2012 - present", "not_stated"),
        # What was done since something happened.
        (NURSING, "Left the army in 2012 and have been in nursing ever since.", "met"),
        (NURSING, "Left nursing in 2012 and have been in banking ever since.", "not_stated"),
        (JOINERY, "Took on the joinery at a boatyard in May 2014; still there.", "met"),
        (JOINERY, "Dad retired in 2012 and has been in joinery ever since.", "not_stated"),
        (JOINERY, "Left in 2012 and have been interested in joinery ever since.", "not_stated"),
        (JOINERY, "Fitted the joinery at a boatyard in May 2014; still there.", "not_stated"),
        (JOINERY, "Ten-year contract to joinery firms for timber", "not_stated"),
        (JOINERY, "Joinery workshop, 80 months in all", "met"),
        (JOINERY, "Five-month secondment to the joinery shop in 2024.", "not_met"),
        (JOINERY, "In joinery since leaving school in 1999, now as workshop manager.", "met"),
        (
            MANAGER,
            "In joinery since leaving school in 1999, now as workshop manager.",
            "not_stated",
        ),
        # A part of a place that only its staff work in, and what is studied there.
        (SCHOOL, "Kitchen, Corran Primary School, Sept 2015 - July 2019", "met"),
        (SCHOOL, "Reception and post, Hill Academy, 2015-2019", "met"),
        (SCHOOL, "History, Hill Academy, 2015-2019", "not_stated"),
        (SCHOOL, "Reception, Hill Primary School, 1995-2000", "not_stated"),
        (SCHOOL, "Kitchen, Hill School of Cookery, 2015-2019", "not_stated"),
        (SCHOOL, "Office, 12 School Lane, 2015-2019", "not_stated"),
        (SCHOOL, "Head girl, Hill Academy, 2015-2019", "not_stated"),
        (ExperienceYears(2, "a hospital"), "Switchboard, Corran Infirmary, 2015-2019", "met"),
        # No work in it at all, or none of late.
        (JOINERY, "No joinery work, before or since.", "not_met"),
        (JOINERY, "No joinery work since 2015.", "not_stated"),
        (JOINERY, "There was no joinery work in town, so I moved.", "not_stated"),
        (JOINERY, "The site had no joinery work.", "not_stated"),
        # A grade behind a title begins no other clause.
        (ExperienceYears(3, "cyber security"), "SOC analyst L2 then L3, 2019 - 2023", "met"),
        # Work with a product is no work for a firm of consultants.
        (CONSULTING, "Salesforce consultant, Denby LLP, 2015 - 2019", "met"),
        (CONSULTING, "Analyst, Denby Management Consultancy, 2015 - 2019", "not_stated"),
        # What belongs to somebody of the trade, and who writes of it.
        (TEACHING, "Teacher's gardener, 2010 - 2018", "not_stated"),
        (TEACHING, "Teacher's landlord, 2010 - 2018", "not_stated"),
        (NURSING, "Nurses' union organiser, 2010 - 2020", "not_stated"),
        (NURSING, "Nursing student, 2010 - 2020", "not_stated"),
        (TEACHING, "Teacher, Hill School, 2010 - 2018", "met"),
        (JOINERY, "Joiner's mate, Denby Homes, 2003 - 2013", "met"),
        (ExperienceYears(4, "catering"), "Catering columnist for nine years.", "not_stated"),
        # One title above its employers, each with its dates.
        (
            JOINERY,
            "Joiner\n* Denby Homes, 05/2012 - 09/2016\n* Corran Ltd, 2017 - 2019",
            "met",
        ),
        (JOINERY, "Joiner\nDenby Homes, 2012 - 2014\nFull-time parent, 2014 - 2019", "not_met"),
        (JOINERY, "Joiner\nDenby Homes, 2012 - 2014\nPayroll, Corran Ltd, 2014 - 2019", "not_met"),
        (JOINERY, "Joiner\nDenby Homes, 2012 - 2016\nPorter, Corran, 2016 - 2019", "not_met"),
        # What the next sentence says is of something else.
        (JOINERY, "Joiner, Denby Homes, 2010 - 2018. School governor.", "met"),
        # Parts of a length, and what is beside it.
        (JOINERY, "Of twelve years with Denby, seven were in joinery and five in sales.", "met"),
        (
            JOINERY,
            "Of twelve years with Denby, four were in joinery and eight in sales.",
            "not_met",
        ),
        (JOINERY, "In twelve years at Denby I spent four in joinery, eight in sales.", "not_met"),
        (JOINERY, "One year in sales; the previous eight were in joinery.", "met"),
        (JOINERY, "Joiner 9 yrs (oak, ash), glazier 2 yrs", "met"),
        (JOINERY, "Joinery supervisor's mate min 9 yrs ago", "not_stated"),
        (ExperienceYears(3, "matron"), "Nurse for nine years; matron for the last two.", "not_met"),
        (JOINERY, "Fellow of the Institute of Joinery for ten years.", "not_stated"),
        (
            ExperienceYears(6, "nursing management"),
            "24 years in nursing, working up from student to ward manager.",
            "not_stated",
        ),
        (ExperienceYears(5, "payroll"), "Payroll clerk 3 yrs, then payroll lead 4 yrs", "met"),
        # Shortened words, and a field by its initials.
        (ExperienceYears(4, "fleet fuel management"), "Five years in FFM at Corran.", "met"),
        (ExperienceYears(4, "fleet fuel management"), "4.5 years in FFM (Arval, Shell)", "met"),
        (ExperienceYears(4, "fleet fuel management"), "FFM software sales, 6 years", "not_stated"),
        (ExperienceYears(4, "Linux sysadmin"), "Linux sysadmin 7 yrs (RHEL, Suse)", "met"),
        (ExperienceYears(4, "software engineering"), "SWE at Corran, 2015 - 2020", "met"),
        (ExperienceYears(4, "CRM administration"), "CRM Administrator (Zoho), 2015 - 2020", "met"),
        (ExperienceYears(4, "presales"), "Pre-sales Consultant, Corran, 2015 - 2020", "met"),
    ],
)
def test_careers_in_a_line(criterion: ExperienceYears, cv: str, outcome: str) -> None:
    assert verdict(criterion, cv).outcome == outcome
