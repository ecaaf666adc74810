"""Every kind of fact under one roof: what runs over each sentence of a CV or a role.

Must not know what any kind means. The order is the order of facts that share a span.
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from matcher.types import Asked, Fact, Outline, Sentence

KINDS = (
    "money",
    "people",
    "years",
    "credentials",
    "education",
    "clearance",
    "languages",
    "licences",
    "right_to_work",
    "tools",
    "places",
    "notice",
    "sectors",
    "outcomes",
)


def _modules() -> list[ModuleType]:
    found = []
    for kind in KINDS:
        try:
            found.append(import_module(f"matcher.facts.{kind}"))
        except ModuleNotFoundError:
            continue
    return found


def read_all(cv: Outline) -> list[Fact]:
    """Return the facts of every kind, ordered by where they stand in the text."""
    facts = [fact for module in _modules() for fact in module.read(cv)]
    return sorted(facts, key=lambda fact: (fact.start, fact.end))


def ask_all(sentence: Sentence) -> list[Asked]:
    """Return what a sentence of a role asks, of every kind, ordered by where it stands."""
    asked = [item for module in _modules() for item in module.ask(sentence)]
    return sorted(asked, key=lambda item: (item.start, item.end))
