"""Invented CVs, any number of them, each different and the same ones every time."""

from __future__ import annotations

import random

ROLE = """\
Head of Service Desk

Essential
- ITIL Expert
- Accountability for a budget of at least £2 million
- A team of 20 people or more
- At least five years leading a service desk
"""
_NAMES = ("Robin", "Alex", "Sam", "Kim", "Jo", "Chris", "Pat", "Lee")
_TITLES = ("Service Desk Manager", "Head of Service Desk", "IT Support Lead", "Incident Manager")
_CERTIFICATES = ("ITIL Expert, 2016", "ITIL Foundation, 2014", "PRINCE2 Practitioner, 2018", "")


def cv(number: int) -> str:
    """Return the text of a CV."""
    dice = random.Random(number)
    began = dice.randint(2008, 2022)
    certificate = dice.choice(_CERTIFICATES)
    lines = [
        f"{dice.choice(_NAMES)} Example the {number}th",
        "",
        "Experience",
        f"{dice.choice(_TITLES)}, Example {number} Ltd, January {began} to present",
        f"- I hold a budget of £{dice.randint(2, 60) / 10:.1f} million a year.",
        f"- I lead a team of {dice.randint(3, 70)} people.",
        f"- First-contact resolution rose from {dice.randint(40, 60)} to {dice.randint(61, 90)}%.",
        "",
        "Certificates",
        certificate,
    ]
    return "\n".join(lines)
