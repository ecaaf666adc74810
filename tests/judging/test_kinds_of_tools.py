"""Kinds of tools that a role names with examples, whatever the trade, and who has used none."""

from __future__ import annotations

import pytest

from matcher.facts.tools import kinds as tool_kinds
from tests.judging.test_statements import outcome

KENNELS = "Experience of a kennel booking system (e.g. Revelation, Gingr)"


@pytest.mark.parametrize(
    ("expected", "asked", "cv"),
    [
        ("met", KENNELS, "Took bookings for 60 dogs on Gingr"),
        ("met", KENNELS, "Ran the kennel booking system at a rescue centre"),
        ("not_stated", KENNELS, "Booked dogs in with a paper diary"),
        ("not_stated", KENNELS, "The office used Gingr; I walked the dogs"),
        ("not_stated", KENNELS, "Watched a colleague use Gingr"),
        ("not_stated", KENNELS, "Read up on Gingr in a trade paper"),
        ("not_stated", KENNELS, "Sold Gingr to kennels"),
        ("not_stated", KENNELS, "Shadowed a senior carer using Revelation"),
        ("met", "Library management system (Koha, Alma or similar)", "Catalogued gifts in Koha"),
        ("met", "Hotel PMS such as Mews", "Front desk on Guestline"),
        ("met", "EPOS experience", "Square POS, five years"),
        ("met", "CAD package such as AutoCAD or SolidWorks", "Drew brackets in Inventor"),
        ("met", "Virtual learning environment such as Moodle", "Wrote courses in Moodle"),
        (
            "not_stated",
            "Virtual learning environment such as Moodle",
            "Did courses on Moodle as a trainee",
        ),
        ("not_stated", "Excel", "Trained in Excel but have not used it since"),
    ],
)
def test_kinds(expected: str, asked: str, cv: str) -> None:
    assert outcome(asked, cv) == expected


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        (KENNELS, "kennel booking system", ("Revelation", "Gingr")),
        ("Salon software, e.g. Phorest or Fresha", "Salon software", ("Phorest", "Fresha")),
        ("A maintenance system (CMMS)", "maintenance system", ("CMMS",)),
    ],
)
def test_examples(text: str, kind: str, names: tuple[str, ...]) -> None:
    (found,) = tool_kinds.find(text)
    assert (found.kind, found.names) == (kind, names)


@pytest.mark.parametrize(
    "text", ["A system of work", "Systems (all of them)", "Software for the Navy"]
)
def test_no_examples(text: str) -> None:
    assert tool_kinds.find(text) == []
