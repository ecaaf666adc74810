"""Every kind of fact under one roof: what runs over each sentence of a CV or a role.

Must not know what any kind means.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from matcher.facts import notice
from matcher.facts.clearance import reader as clearance
from matcher.facts.credentials import reader as credentials
from matcher.facts.education import reader as education
from matcher.facts.languages import reader as languages
from matcher.facts.layout import drawn_tables
from matcher.facts.licences import reader as licences
from matcher.facts.money import reader as money
from matcher.facts.outcomes import reader as outcomes
from matcher.facts.people import reader as people
from matcher.facts.places import reader as places
from matcher.facts.right_to_work import reader as right_to_work
from matcher.facts.sectors import reader as sectors
from matcher.facts.tools import reader as tools
from matcher.facts.years import reader as years
from matcher.types import Asked, Fact, Outline, Sentence


class Kind(NamedTuple):
    """How one kind is read on either side."""

    read: Callable[[Outline], list[Fact]]
    ask: Callable[[Sentence], list[Asked]]


# In this order where two facts or two asks share a span.
KINDS = tuple(
    Kind(module.read, module.ask)
    for module in (
        money,
        people,
        years,
        credentials,
        education,
        clearance,
        languages,
        licences,
        right_to_work,
        tools,
        places,
        notice,
        sectors,
        outcomes,
    )
)


def read_all(cv: Outline) -> list[Fact]:
    """Return the facts of every kind, ordered by where they stand in the text."""
    drawn = drawn_tables.redrawn(cv)
    facts = [fact for kind in KINDS for fact in kind.read(drawn)]
    return sorted(facts, key=lambda fact: (fact.start, fact.end))


def ask_all(sentence: Sentence) -> list[Asked]:
    """Return what a sentence of a role asks, of every kind, ordered by where it stands."""
    asked = [item for kind in KINDS for item in kind.ask(sentence)]
    return sorted(asked, key=lambda item: (item.start, item.end))
