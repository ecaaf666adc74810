"""Certificates in CVs and in roles: whose, in what state, and what is asked as alternatives."""

from __future__ import annotations

import pytest

from data.knowledge import certificate_names
from data.knowledge.certifications import certificates, covers, is_below, is_peer, slug
from matcher.candidates.outline import outline
from matcher.criteria import CertificationHeld
from matcher.facts.credentials import reader as credentials
from matcher.types import Sentence, Status
from matcher.values import Certification


def shown(cv: str) -> list[tuple[str, Status]]:
    """Names and states of the certificates a CV shows, its quotes checked."""
    found = []
    for fact in credentials.read(outline(cv)):
        assert cv[fact.start : fact.end] == fact.quote
        assert isinstance(fact.value, Certification)
        found.append((fact.value.name, fact.status))
    return found


def asked(text: str) -> list[tuple[str, ...]]:
    """The alternatives of each certificate that a sentence asks."""
    found = []
    for item in credentials.ask(Sentence(text, 0, len(text))):
        assert isinstance(item.criterion, CertificationHeld)
        found.append(item.criterion.any_of)
    return found


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("ITIL® v3 Foundation", "ITIL v3 Foundation"),
        ("ITIL 4 Fdn", "ITIL 4 Foundation"),
        ("IOSH Mng Safely", "IOSH Managing Safely"),
        ("CFA Level II", "CFA Level 2"),
        ("Foundation Certificate in ITIL", "ITIL Foundation"),
        ("ITIL 2011 Intermediate: Service Transition", "ITIL v3 Service Transition"),
        ("ITIL 4 MP", "ITIL 4 Managing Professional"),
        ("PRINCE 2 (Practitioner)", "PRINCE2 Practitioner"),
        ("Six Sigma - Black Belt", "Lean Six Sigma Black Belt"),
        ("Level 5 CIPD", "CIPD Level 5"),
        ("registered with the NMC", "NMC registration"),
        ("Managing Successful Programmes Practitioner", "MSP Practitioner"),
        ("AZ900", "Azure Fundamentals (AZ-900)"),
        ("ITIL (Intermediate Service Design)", "ITIL v3 Service Design"),
        ("ITIL (Foundation, v3)", "ITIL v3 Foundation"),
        ("TOGAF Standard Version 10: Practitioner", "TOGAF Certified"),
        ("AWS Certified Data Engineer", "AWS Certified Data Engineer - Associate"),
        ("Microsoft Certified: Power BI Data Analyst", "Power BI Data Analyst Associate (PL-300)"),
    ],
)
def test_a_certificate_is_known_by_any_of_its_spellings(printed: str, name: str) -> None:
    (mention,) = certificate_names.find(printed)
    assert mention.id == slug(name)


@pytest.mark.parametrize(
    "text",
    [
        "PRINCE OLAWALE, 4 Beech Road",
        "Green belt planning officer",
        "WACC, CAPM and comparables",
        "Ran a managed service provider (MSP) desk",
        "Used ITIL processes every day",
        "Scrum Master for two squads",
        "AWS Solutions Architect at a retailer",
        "Supervised four ITIL Experts",
        "Registered with the training team; briefed the GMC",
        "Hoists for moving and handling were serviced yearly",
        "American Institute of Certified Public Accountants",
        "Certificate of Appreciation, 2019",
        "Adviser at PRINCE2 Practitioner Recruitment Ltd, 2015 to 2018",
        "Clerk, Black Belt Lean Six Sigma Consulting Group",
        "Agency filling posts for holders of CISSP; I screen CVs for CISM",
        "We recruit CCNA certified people",
        "I teach CompTIA Security+ evening classes",
        "Ran a nursing home of 22 beds, registered with the CQC and rated Outstanding",
        "CSM (Customer Support Manager), Ashby Looms, 2019 to 2022",
        "Customer Support Manager (CSM), Ashby Looms",
    ],
)
def test_what_only_looks_like_a_certificate_is_none(text: str) -> None:
    assert shown(text) == []


@pytest.mark.parametrize(
    ("cv", "facts"),
    [
        ("CISM, ISACA, since 2020", [("CISM", Status.HELD)]),
        ("CISM expired in 2021", [("CISM", Status.LAPSED)]),
        ("Registered with the NMC, PIN 01A2345E", [("NMC registration", Status.HELD)]),
        (
            "Certified Wildlife Rehabilitator May 2014",
            [("Certified Wildlife Rehabilitator", Status.HELD)],
        ),
        (
            "Training: manual handling, BLS",
            [("Moving and Handling", Status.HELD), ("Basic Life Support", Status.HELD)],
        ),
        ("I do not hold CISM", [("CISM", Status.DENIED)]),
        ("CISM exam booked for May 2027", [("CISM", Status.IN_PROGRESS)]),
        ("MSP Practitioner; one exam left, May 2027", [("MSP Practitioner", Status.IN_PROGRESS)]),
        (
            "MSP Practitioner (MSP Foundation exam booked for May 2027)",
            [
                ("MSP Practitioner", Status.IN_PROGRESS),
                ("MSP Foundation", Status.IN_PROGRESS),
            ],
        ),
        (
            "MSP Practitioner 2019, MSP Foundation retake due May 2027",
            [("MSP Practitioner", Status.HELD), ("MSP Foundation", Status.IN_PROGRESS)],
        ),
        ("Registered with the CQC as manager", [("CQC Registered Manager", Status.HELD)]),
        ("Reported to a CISM", []),
        (
            "MSP Foundation and Practitioner, 2016",
            [("MSP Foundation", Status.HELD), ("MSP Practitioner", Status.HELD)],
        ),
        (
            "Awards: ITIL 4 Strategic\nLeader, 2021\nCISM, 2019",
            [("ITIL 4 Strategic Leader", Status.HELD), ("CISM", Status.HELD)],
        ),
        ("NVQ Level 3 in Plumbing", [("NVQ Level 3 in Plumbing", Status.HELD)]),
        ("SVQ Joinery: Level 2, 2016", [("SVQ Joinery: Level 2", Status.HELD)]),
        (
            "Certificate in Dog Grooming, 2019. None in catering.",
            [("Certificate in Dog Grooming", Status.HELD)],
        ),
        ("Certified Rope Access Trainer", [("Certified Rope Access Trainer", Status.HELD)]),
    ],
)
def test_a_cv_shows_certificates_with_their_state(cv: str, facts: list[tuple[str, Status]]) -> None:
    assert shown(cv) == facts


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("CISA or CRISC", [("CISA", "CRISC")]),
        ("CISA and CRISC", [("CISA",), ("CRISC",)]),
        ("A nursing qualification (RMN or RNLD)", [("RMN", "RNLD")]),
        (
            "A project management qualification (MSP Practitioner or PMP)",
            [("MSP Practitioner", "PMP")],
        ),
        ("SIAM certified", [("SIAM",)]),
        ("Experience of ITIL processes", []),
        ("Lead a team of registered nurses", []),
        ("NVQ Level 2 in Catering", [("NVQ Level 2 in Catering",)]),
    ],
)
def test_or_gives_alternatives_and_and_gives_two_asks(
    text: str, groups: list[tuple[str, ...]]
) -> None:
    assert asked(text) == groups


def test_the_span_of_an_ask_covers_the_words_that_ask() -> None:
    text = "Applicants need a CISA certificate and patience"
    (item,) = credentials.ask(Sentence(text, 100, 100 + len(text)))
    assert text[item.start - 100 : item.end - 100] == "CISA certificate"


@pytest.mark.parametrize(
    ("high", "low"),
    [
        ("ITIL Master", "ITIL 4 Strategic Leader"),
        ("ITIL v3 Expert", "ITIL v3 Service Operation"),
        ("ITIL v3 Expert", "ITIL 4 Managing Professional"),
        ("ITIL 4 Managing Professional", "ITIL v3 Expert"),
        ("ITIL v3 Service Design", "ITIL v3 Intermediate"),
        ("RGN", "NMC registration"),
        ("FBCS", "MBCS"),
        ("PRINCE2 Foundation", "PRINCE2"),
        ("Azure Administrator Associate (AZ-104)", "Azure Fundamentals (AZ-900)"),
    ],
)
def test_what_stands_higher_covers_what_stands_lower(high: str, low: str) -> None:
    assert covers(slug(high), slug(low))


@pytest.mark.parametrize(
    ("held", "asked_for"),
    [
        ("ITIL v3 Service Design", "ITIL v3 Service Operation"),
        ("ITIL v3 Foundation", "ITIL 4 Foundation"),
        ("MCMI", "CMgr"),
        ("FBCS", "CITP"),
        ("ISO 27001 Lead Implementer", "ISO 27001 Lead Auditor"),
        ("PRINCE2 Practitioner", "PMP"),
    ],
)
def test_a_neighbour_or_a_lower_rung_covers_nothing(held: str, asked_for: str) -> None:
    assert not covers(slug(held), slug(asked_for))


def test_a_lower_rung_is_below_only_on_its_own_ladder() -> None:
    assert is_below("mcmi", "cmgr")
    assert not is_below("prince2-foundation", "pmp")


def test_a_peer_does_where_an_equivalent_is_accepted() -> None:
    assert is_peer("pmp", "prince2-practitioner")
    assert not is_peer("prince2-foundation", "pmp")


def test_every_certificate_is_found_by_its_own_name() -> None:
    lost = [
        entry.name
        for entry in certificates().values()
        if not entry.generic
        and entry.id not in {mention.id for mention in certificate_names.find(entry.name)}
    ]
    assert lost == []
