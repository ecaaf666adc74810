"""Certificates judged: lineage, lapse, study, denial, other people's, and lists of alternatives."""

from __future__ import annotations

from datetime import date

import pytest

from matcher.candidates.outline import outline
from matcher.criteria import CertificationHeld
from matcher.facts.credentials import reader as credentials
from matcher.judging.context import Context
from matcher.judging.credentials import judge as certification
from matcher.judging.dates import is_past
from matcher.types import Candidate
from tests.judging.reading import NoMeaning, verdicts


@pytest.mark.parametrize(
    ("outcome", "asked", "cv"),
    [
        (
            "not_stated",
            "PRINCE2 Practitioner",
            "I coached trainees. Wilma passed her PRINCE2 Practitioner in 2020.",
        ),
        ("partly", "CISM", "CISM from 2011; the credential expired in 2020 and was not renewed"),
        # Looked at, read or fitted out, and not taken.
        ("not_stated", "IOSH Managing Safely", "IOSH Managing Safely only observed, for interest"),
        ("not_stated", "MSP Practitioner", "Read the MSP Practitioner manual twice"),
        ("not_stated", "PMP", "Catering for PMP classes at a hotel"),
        ("not_met", "CISSP", "Missed the CISSP pass mark by a whisker"),
        ("met", "MSP Foundation", "MSP Practitioner passed on the third attempt"),
        # A level with its award before the body.
        ("met", "CMI Level 3", "Level 5 Diploma in Management with the CMI, 2015"),
        ("partly", "CMI Level 5", "Level 5 Certificate (CMI), last unit to hand in 6 April 2027"),
        # Letters that the CV spells out as a post; an award says so itself.
        ("not_stated", "CSM", "CSM, ferry line\nAs Crew Shift Manager I wrote rotas"),
        ("not_stated", "CSM", "CSM at a brewery, 2015-2019"),
        ("met", "CSM", "CSM 2017. Crew Shift Manager on ferries"),
        ("met", "Change management certification", "ADKAR certified practitioner, 2020"),
        ("not_met", "CMgr", "Applied for CMgr in 2021; the panel turned the application down."),
        ("met", "Agile Project Management (AgilePM) Foundation", "AgilePM Practitioner"),
        ("met", "PRINCE2 qualification at Foundation level", "PRINCE2 Practitioner, 2018"),
        ("met", "MSP or an equivalent programme qualification", "MSP Foundation certificate, 2014"),
        ("not_met", "HCPC registration", "Application to the HCPC was rejected"),
        ("met", "Lean Six Sigma Green Belt", "LSSGB, passed 2017"),
        ("not_stated", "Certified ScrumMaster", "Two years as a CSM (Client Support Manager)"),
        ("met", "CompTIA A+", "A+ (220-1101, 220-1102) passed at the first sitting"),
        ("not_met", "AAT Level 4", "AAT Level 3 (2019), the last AAT award I took"),
        ("met", "CISSP", "certs: cissp, ccna"),
        ("met", "ITIL Foundation", "ITIL v4 Foundation cert (Axelos) 2020"),
        ("met", "ITIL Foundation", "Certified in ITIL since 2016"),
        ("not_met", "ITIL Expert", "ITIL Intermediate (SO and ST) 2014"),
        ("not_met", "ITIL Master", "ITIL Expert, 2013"),
        ("met", "A degree in midwifery and NMC registration", "NMC registered, PIN 03C4567E"),
        ("not_met", "PRINCE2 Practitioner", "My top PRINCE2 certificate so far is Foundation"),
        (
            "partly",
            "Lean Six Sigma Black Belt",
            "Six Sigma Yellow Belt (2016), Black Belt training done, project due May 2027",
        ),
        (
            "met",
            "Managing Successful Programmes (MSP) at Foundation level",
            "MSP Practitioner, 2021",
        ),
        ("met", "MSP Practitioner", "Holds Managing Successful Programmes at Practitioner level"),
        ("not_stated", "Strategic Leader status (ITIL 4)", "ITIL certified since 2012"),
        ("met", "Practitioner level in PRINCE2", "P2 Practitioner (2019)"),
        ("met", "Cisco CCNA", "CCNP, 2023"),
        ("met", "Microsoft AZ-900", "AZ-104 passed"),
        ("met", "MCIPD", "Maud Pellow MCIPD\nPeople partner in a mill"),
        ("met", "MBCS", "MAUD PELLOW MBCS\nProgrammer in a mill"),
        ("not_met", "CISSP", "Twelve years of security work, no certifications of any kind"),
        ("not_met", "ITIL Foundation", "I have not gained any certificates so far."),
        ("not_stated", "ITIL Foundation", "No further certificates are asked of visitors"),
        ("not_met", "NEBOSH", "I do not hold any health and safety qualifications."),
        ("not_stated", "PMP", "The PMP is some way off: too few projects yet"),
        ("not_met", "PMP", "CAPM holder, not enough hours for the PMP"),
        ("partly", "PRINCE2 Foundation", "PRINCE2 Foundation exam arranged for 3 February 2027"),
        ("not_stated", "CIPD", "Met with the CIPD-qualified adviser each month"),
        ("met", "CompTIA A+", "A+ Core 1 and Core 2 passed"),
        ("not_met", "ITIL Foundation", "Not one of us, myself included, has ITIL Foundation"),
        ("not_met", "ITIL Foundation", "ITIL Foundation: none"),
        ("not_stated", "ITIL Foundation", "Nine analysts, all ITIL Foundation certified"),
        (
            "not_stated",
            "ITIL Foundation",
            "Scripts checked by an ITIL Foundation qualified analyst",
        ),
        ("met", "COBIT", "COBIT 2019 Foundation"),
        ("not_met", "CFA charter", "CFA Level II passed in 2020"),
        ("met", "NVQ Level 2 in Care or above", "NVQ Level 3 Health and Social Care"),
        ("met", "ITIL 4 Managing Professional", "ITIL v3 Expert"),
        ("not_met", "ITIL v3 Intermediate or ITIL 4 Specialist", "Passed ITIL Foundation"),
        ("not_stated", "ITIL Expert", "Line managed four ITIL Experts"),
        ("not_stated", "ITIL Foundation", "Attended an ITIL Foundation course without the exam"),
        ("not_met", "ITIL Foundation", "Sat ITIL Foundation twice and failed both times"),
        ("partly", "PRINCE2 Practitioner", "PRINCE2 Practitioner until 2021"),
        ("partly", "PRINCE2 Practitioner", "PRINCE2 Practitioner exam due 14 December 2026"),
        ("not_stated", "PRINCE2 Practitioner", "Hoping to take PRINCE2 Practitioner next year"),
        ("met", "PRINCE2 Practitioner or equivalent", "PMP, PMI, renewed 2025"),
        ("not_stated", "PRINCE2 Practitioner", "PMP, PMI, renewed 2025"),
        ("not_stated", "MSP Practitioner", "Ten years at a managed service provider (MSP)"),
        ("not_met", "MCIPS", "CIPS Level 4 Diploma in Procurement and Supply"),
        ("met", "CMI Level 5 or above", "ILM Level 7 in Strategic Leadership"),
        ("met", "Lean Six Sigma (Green Belt or better)", "Six Sigma Black Belt, 2019"),
        ("not_stated", "CISSP", "Studying for the CISSP"),
        ("partly", "CISSP", "Studying for the CISSP, exam booked 9 Jan 2027"),
        ("partly", "CISSP", "CISSP, expired March 2024"),
        ("not_met", "CISSP", "I am not CISSP certified"),
        ("not_stated", "AWS certification", "Moved a payroll to AWS"),
        ("met", "AWS certification", "AWS Certified Cloud Practitioner"),
        ("met", "NMC registration", "RGN, revalidated 2024"),
        ("partly", "First Aid at Work certificate", "First Aid at Work, valid to March 2025"),
        ("met", "First Aid at Work certificate", "First Aid at Work, expires 12 March 2027"),
        ("met", "NVQ Level 2 in Plumbing", "NVQ Level 3 Plumbing and Heating"),
        ("not_met", "NVQ Level 3 in Plumbing", "NVQ Level 2 Plumbing"),
        ("not_stated", "NVQ Level 2 in Plumbing", "NVQ Level 3 Beauty Therapy"),
        ("met", "Certified Fire Warden Trainer", "Certified Fire Warden Trainer, 2022"),
    ],
)
def test_a_certificate_is_judged_by_its_lineage_and_state(
    outcome: str, asked: str, cv: str
) -> None:
    (verdict,) = verdicts(credentials, certification, asked, cv)
    assert verdict.outcome == outcome, verdict.reason


@pytest.mark.parametrize(
    ("outcome", "cv"),
    [
        ("met", "CISA 2018, CRISC 2019"),
        ("partly", "CISA 2018"),
        ("not_met", "CISA 2018. I failed CRISC in 2021."),
        ("not_stated", "Auditor of information systems"),
    ],
)
def test_where_all_are_asked_one_denial_decides_and_one_silence_leaves_a_part(
    outcome: str, cv: str
) -> None:
    candidate = Candidate("c", cv, facts=tuple(credentials.read(outline(cv))))
    criterion = CertificationHeld(all_of=("CISA", "CRISC"))
    context = Context(date(2026, 11, 23), NoMeaning())
    assert certification.judge(criterion, candidate, context).outcome == outcome


def test_a_reason_names_what_is_held_and_what_it_covers() -> None:
    (verdict,) = verdicts(credentials, certification, "CCNA", "CCNP Enterprise, 2022")
    assert verdict.reason == "The CV shows CCNP, which covers CCNA."


@pytest.mark.parametrize(
    ("printed", "past"),
    [
        ("2025", True),
        ("2026", False),
        ("March 2026", True),
        ("November 2026", False),
        ("22 November 2026", True),
        ("24 November 2026", False),
        ("10/2026", True),
        ("next spring", False),
    ],
)
def test_a_date_is_past_once_it_is_over(printed: str, past: bool) -> None:
    assert is_past(printed, date(2026, 11, 23)) is past


def test_another_version_of_what_is_asked_is_named_in_the_reason() -> None:
    cv = "ITIL v3 Foundation, 2010"
    (verdict,) = verdicts(credentials, certification, "ITIL 4 Foundation", cv)
    assert verdict.outcome == "not_stated"
    assert "ITIL v3 Foundation" in verdict.reason
