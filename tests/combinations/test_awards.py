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
    ),
    "not_met": (
        "I do not hold {award}.",
        "{award} is something I don't have.",
        "{award} - not passed",
    ),
    "partly": (
        "{award} (2025 - 2027, ongoing)",
        "Doing {award} in the evenings until June 2027.",
        "I will sit {award} in May 2027.",
        "{award} - expired, to be renewed",
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
        # Under way, without a date.
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
    ),
    "not_stated": (
        "The advert required a degree in {subject}.",
        "Everyone had a degree in {subject}.",
        "I should love to start a degree in {subject}.",
        "Designed covers for a {subject} degree.",
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
    ]


@pytest.mark.parametrize("around", _AROUND)
@pytest.mark.parametrize(("expected", "asked", "told"), _certificates())
def test_certificate(expected: str, asked: str, told: str, around: str) -> None:
    cv = around.format(told=told)
    (verdict,) = verdicts(certificates, certificate_judge, asked, cv)
    assert verdict.outcome == expected


@pytest.mark.parametrize(("expected", "asked", "told"), _degrees())
def test_degree(expected: str, asked: str, told: str) -> None:
    (verdict,) = verdicts(education, education_judge, asked, told)
    assert verdict.outcome == expected
