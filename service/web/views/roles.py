"""A role as its page shows it: the text beside what was read from it.

Must not know HTML. Points are those of the scorecard; nothing is computed here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any

from matcher.criteria import HARD_KINDS
from matcher.scoring import Scorecard, scorecard
from matcher.types import Role
from matcher.weights import Weights
from service.api.models.roles import ChangeOut, RequirementOut, RoleOut
from service.web.asking import CHOICES, LABELS, Field, fields_of, in_words
from service.web.words import number

# How far the slider goes, unless somebody set more by other means.
SLIDER = 3.0


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the role's text, and the requirements that were read from it."""

    text: str
    requirements: tuple[str, ...] = ()
    struck: bool = False
    essential: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """A requirement with what may be done to it.

    Attributes:
        asked: The requirement.
        summary: What it asks in a few words, "" where its own text says it best.
        fields: What of it may be changed.
        points: What it can earn of the 100; None where it is told by meaning with others.
        typed: Whether it is judged against facts.
        changed: Whether people set anything on it.
        alternatives: Ids of the others of which one is enough.
    """

    asked: RequirementOut
    summary: str
    fields: tuple[Field, ...]
    points: float | None
    typed: bool
    changed: bool
    alternatives: tuple[str, ...]

    @property
    def weight(self) -> float:
        """What its weight is multiplied by."""
        return 1.0 if self.asked.weight is None else self.asked.weight

    @property
    def slider(self) -> float:
        """The slider's upper end."""
        return max(SLIDER, self.weight)


@dataclass(frozen=True, slots=True)
class RoleView:
    """A role's page."""

    role: RoleOut
    text: tuple[Stretch, ...]
    must: tuple[Card, ...]
    nice: tuple[Card, ...]
    soft: tuple[Card, ...]
    struck: tuple[Card, ...]
    title_points: float
    work_points: float
    history: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """Something a person set: when, who, and what in plain words."""

    at: datetime
    by: str
    what: str


def role_view(told: RoleOut, judged: Role, weights: Weights) -> RoleView:
    """Return what the page of a role shows.

    Args:
        told: The role as the API tells it.
        judged: The role that candidates are judged by.
        weights: What counts how much where nobody set anything.
    """
    card = scorecard(judged, weights)
    points = _points(card)
    cards = [_card(each, told, points) for each in told.requirements]
    standing = [each for each in cards if not each.asked.struck]
    typed = [each for each in standing if each.typed]
    return RoleView(
        role=told,
        text=_stretches(told),
        must=tuple(each for each in typed if each.asked.importance == "essential"),
        nice=tuple(each for each in typed if each.asked.importance == "desirable"),
        soft=tuple(each for each in standing if not each.typed),
        struck=tuple(each for each in cards if each.asked.struck),
        title_points=card.title,
        work_points=card.work,
        history=tuple(Change(e.at, e.by, change_in_words(e)) for e in reversed(told.changes)),
    )


def change_in_words(change: ChangeOut) -> str:
    """Return what somebody set, as they would say it."""
    body = change.body
    if change.kind == "addition":
        return f"asked for ‘{body['text']}’ besides"
    if change.kind == "acceptance":
        return f"agreed with {body['requirement_id']}"
    said = [_SET[name](value) for name, value in body.items() if name in _SET]
    for name, value in body.get("criterion", {}).items():
        said.append(f"{LABELS.get(name, name).lower()}: {_plain(value)}")
    return f"{body['requirement_id']}: {'; '.join(said)}"


_SET: Mapping[str, Callable[[Any], str]] = {
    "importance": lambda value: "must have" if value == "essential" else "nice to have",
    "weight": lambda value: f"counts ×{number(value)}",
    "knock_out": lambda value: "knock-out" if value else "no knock-out",
    "struck": lambda value: "struck" if value else "put back",
}


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return number(value)
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "none"
    return "none" if value in (None, "") else CHOICES.get(value, str(value))


def _points(card: Scorecard) -> dict[str, float]:
    return {each.id: share.possible for share in card.hard for each in share.members}


def _card(asked: RequirementOut, told: RoleOut, points: dict[str, float]) -> Card:
    criterion = {"kind": asked.kind, **asked.criterion}
    changes = [each for each in told.changes if each.body.get("requirement_id") == asked.id]
    return Card(
        asked=asked,
        summary=in_words(criterion),
        fields=tuple(fields_of(criterion)),
        points=points.get(asked.id),
        typed=asked.kind in HARD_KINDS,
        changed=any(each.kind == "edit" for each in changes) or asked.read is None,
        alternatives=tuple(
            each.id
            for each in told.requirements
            if asked.group and each.group == asked.group and each.id != asked.id
        ),
    )


def _stretches(told: RoleOut) -> tuple[Stretch, ...]:
    read: Sequence[RequirementOut] = [each for each in told.requirements if each.start < each.end]
    edges = {0, len(told.text), *(e.start for e in read), *(e.end for e in read)}
    found = []
    for start, end in pairwise(sorted(edges)):
        over = [each for each in read if each.start <= start and end <= each.end]
        found.append(
            Stretch(
                told.text[start:end],
                tuple(each.id for each in over),
                struck=bool(over) and all(each.struck for each in over),
                essential=any(
                    each.importance == "essential" and each.kind in HARD_KINDS for each in over
                ),
            )
        )
    return tuple(found)
