"""Certificates and degrees: how a CV may tell of them, crossed with what is told.

Every wording below goes with every award of its table. To teach the engine's tests a wording, add
a line; the outcome stands above it.
"""

from __future__ import annotations

from itertools import product

import pytest

from matcher.facts.credentials import reader as certificates
from matcher.facts.education import reader as education
from matcher.judging.credentials import judge as certificate_judge
from matcher.judging.education import judge as education_judge
from matcher.judging.words.unshown import less_unshown
from matcher.types import Evidence, Outcome, Verdict
from tests.judging.reading import verdicts

# What is asked, and how the CV may print it.
_AWARDS = (
    ("PRINCE2 Practitioner", "PRINCE2 Practitioner"),
    ("NEBOSH General Certificate", "NEBOSH General Certificate"),
    ("CIPD Level 5", "CIPD Level 5 Diploma in People Management"),
    ("Lean Six Sigma Green Belt", "Lean Six Sigma Green Belt"),
)

_TOLD_OF_AWARDS = {
    "met": (
        "{award}, 2019",
        "2019: {award}",
        "Went on to gain {award}.",
        "Managed to pass {award} on the night shift.",
        "Payroll clerk with {award}",
        "Failed {award} at first, passed on the resit in 2019.",
        "The following summer passed {award}.",
        "Rain or shine I turn up early, and I have {award}.",
        "My foreman, Idris, put my name down for {award} and I passed in 2018.",
    ),
    "not_met": (
        "I do not hold {award}.",
        "{award} is something I don't have.",
        "{award} - not passed",
        "{award} is nothing I own.",
    ),
    "partly": (
        "{award} (2025 - 2027, ongoing)",
        "Doing {award} in the evenings until June 2027.",
        "I will sit {award} in May 2027.",
        "{award} - expired, to be renewed",
        "{award} ended in 2022, not yet renewed.",
        "{award}, 2011, in need of renewal",
        "I begin {award} in March 2027.",
        "Entered to sit {award} on 9 April 2027.",
        "On track to complete {award} in August 2027.",
    ),
    "not_stated": (
        # Only meant: whatever the verb.
        "I would do {award} like a shot.",
        "It has been put to me that I should take {award}.",
        "Persuaded the owner to do {award}.",
        # Spoken of, or paid for.
        "Raised the money for {award}.",
        "Wrote a song about {award}.",
        "Everything but {award}.",
        # Somebody else's.
        "Everyone on nights, the cleaners too, got on. Most had {award}.",
        "Six welders gained {award} under me.",
        "My uncle, a baker, took {award} in 2019.",
        "The harbour master's post required {award}.",
        "My stepson Owen has just gained {award}.",
        "Our storeman, Ravi, held {award} and I fetched for him.",
        "Everyone at the quarry bar me has {award}.",
        "Gwen in the canteen has {award}.",
        "Drew up letters for a man who had {award}.",
        # Asked about, offered, or thought of.
        "The youngest fitter has {award}.",
        "The parish ran {award} in the hall.",
        "Gran took {award} at sixty.",
        "Next move for me: {award}.",
        "Looked at {award} on the web.",
        "Next move for me is {award}.",
        "I know about {award} from the notice board.",
        "Wondered whether {award} would be any use.",
        "The brewery offers {award} each spring.",
        "Hung up the timetable in the office that runs {award}.",
        "Would be grateful for the chance to sit {award}.",
        "Tempted by {award}.",
        # Under way, without a date.
        "At weekends I study {award}.",
        "I have just begun {award}.",
    ),
}

_SUBJECTS = (("Biology", "BSc"), ("Law", "LLB"), ("Mechanical Engineering", "BEng"))

_TOLD_OF_DEGREES = {
    "met": (
        "{letters} {subject}, Hull, 2012",
        "{subject} graduate (Hull, 2012)",
        "I read {subject} at Hull and graduated in 2012.",
        "{letters} {subject}. Result: 2:1",
    ),
    "not_met": ("Not a graduate.", "Two years of {subject} at Hull but I did not graduate."),
    "partly": (
        "Final-year {subject} student, graduating July 2027.",
        "I will graduate in {subject} in July 2027.",
        "{letters} {subject}, Hull, July 2027",
    ),
    "not_stated": (
        "The advert required a degree in {subject}.",
        "Everyone had a degree in {subject}.",
        "I should love to start a degree in {subject}.",
        "Designed covers for a {subject} degree.",
        "The lad on reception has a degree in {subject}.",
        "Shared a house with a girl who had a degree in {subject}.",
        "The advert said a degree in {subject}, so I rang them.",
    ),
}

_CLASSES = {
    "met": ("First", "first class honours", "2:1", "2.1", "upper second"),
    "not_met": ("2:2", "lower second", "third class honours", "3rd"),
}
_CLASSED = (
    "{letters} {subject} ({grade}), Hull, 2012",
    "{letters} {subject}, {grade}",
    "{letters} {subject}. Grade: {grade}",
)

# Where it is a register, whether a table knows it ...
_REGISTERS = (
    ("HCPC registration", "the HCPC"),
    ("Registered with the ARB", "the ARB"),
    ("SRA registered", "the SRA"),
)
_TOLD_OF_REGISTERS = {
    "met": ("Registered with {body} since 2016.",),
    "not_met": ("I am not registered with {body}.",),
    "partly": (
        "My registration with {body} lapsed in 2021.",
        "I will be registered with {body} in March 2027.",
    ),
    "not_stated": (
        "Eligible to register with {body}.",
        "Will register with {body} once qualified.",
        "Our surgery is registered with {body}.",
        "My niece is registered with {body}.",
        "The old vet was registered with {body}.",
        "Carried bags for a lady registered with {body}.",
        "A year here would let me register with {body}.",
    ),
}
# ... or not: then close words must be of what is held.
_UNHELD = ("My uncle is registered", "I would like to register", "Eligible to register")

# What stands around it in a CV and changes nothing.
_AROUND = (
    "{told}",
    "Depot clerk, Acme, 2011 - 2019\n{told}\nLooked after nine people and two vans.",
)


def _degrees() -> list[tuple[str, str, str]]:
    told = [
        (label, f"Degree in {subject}", wording.format(subject=subject, letters=letters))
        for label, wordings in _TOLD_OF_DEGREES.items()
        for wording, (subject, letters) in product(wordings, _SUBJECTS)
    ]
    classed = [
        (label, "2:1 degree or above", wording.format(subject="Law", letters="LLB", grade=grade))
        for label, grades in _CLASSES.items()
        for wording, grade in product(_CLASSED, grades)
    ]
    return told + classed


def _certificates() -> list[tuple[str, str, str]]:
    return [
        (label, asked, wording.format(award=award))
        for label, wordings in _TOLD_OF_AWARDS.items()
        for wording, (asked, award) in product(wordings, _AWARDS)
    ] + [
        (label, asked, wording.format(body=body))
        for label, wordings in _TOLD_OF_REGISTERS.items()
        for wording, (asked, body) in product(wordings, _REGISTERS)
    ]


@pytest.mark.parametrize("around", _AROUND)
@pytest.mark.parametrize(("expected", "asked", "told"), _certificates())
def test_certificate(expected: str, asked: str, told: str, around: str) -> None:
    cv = around.format(told=told)
    (verdict,) = verdicts(certificates, certificate_judge, asked, cv)
    assert verdict.outcome == expected


@pytest.mark.parametrize("told", _UNHELD)
def test_unknown_register(told: str) -> None:
    quote = f"{told} with the Guild of Thatchers."
    close = Verdict(Outcome.MET, "Close.", (Evidence(0, len(quote), quote),))
    assert less_unshown("Registered with the Guild", close).outcome is Outcome.NOT_STATED


@pytest.mark.parametrize(("expected", "asked", "told"), _degrees())
def test_degree(expected: str, asked: str, told: str) -> None:
    (verdict,) = verdicts(education, education_judge, asked, told)
    assert verdict.outcome == expected
