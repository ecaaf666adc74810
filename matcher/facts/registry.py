"""Every kind of fact under one roof: what runs over each sentence of a CV or a role.

Must not know what any kind means.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from matcher.criteria import ExperienceYears, ToolUsed
from matcher.facts import (
    clearance,
    credentials,
    drawn_tables,
    education,
    languages,
    licences,
    money,
    notice,
    outcomes,
    people,
    places,
    right_to_work,
    sectors,
    tools,
    years,
)
from matcher.types import Asked, Fact, Outline, Sentence

# 'Experience of telephony such as ...': the examples say what would show it.
_EXAMPLES = re.compile(
    r"(?:\bsuch\s+as|\be\.?\s?g\.?,?|\blike|\bincluding|\bfor\s+example,?)\s+$", re.I
)


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
    tools = [item for item in asked if isinstance(item.criterion, ToolUsed)]
    asked = [item for item in asked if not _is_kind_of(item, tools, sentence)]
    return sorted(asked, key=lambda item: (item.start, item.end))


def _is_kind_of(item: Asked, tools: list[Asked], sentence: Sentence) -> bool:
    """Whether experience is asked of a kind of tool, and examples of it are what is asked."""
    if not isinstance(item.criterion, ExperienceYears) or item.criterion.min_years is not None:
        return False
    return any(
        item.start <= tool.start
        and tool.end <= item.end
        and _EXAMPLES.search(sentence.text, 0, tool.start - sentence.start)
        for tool in tools
    )
