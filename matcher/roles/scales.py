"""The scale of a post: the money and the people that whoever holds it answers for.

Must not know how an ad asks for a budget or a team outright. 'You will take on a P&L of about £12m'
asks nothing, yet whoever has run one shows that they would be at home in the post.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from matcher.criteria import Criterion, Duty, MoneyScope, TeamSize
from matcher.roles.draft import Draft
from matcher.types import Asked, Sentence


def scales_of(unit: Sentence, ask: Callable[[Sentence], list[Asked]]) -> list[Asked]:
    """Return the money and the people that a duty names, each as a duty with a scale."""
    return [
        Asked(Duty(scale=each.criterion), each.start, each.end)
        for each in ask(unit)
        if isinstance(each.criterion, (MoneyScope, TeamSize))
    ]


def with_one_scale_each(drafts: Sequence[Draft]) -> list[Draft]:
    """Keep the largest scale of each kind, and none of a kind that the role asks for outright.

    A profile says in many places that a team is led; it is one team.
    """
    asked = {draft.criterion.kind for draft in drafts}
    largest: dict[str, Draft] = {}
    for draft in drafts:
        scale = _scale(draft)
        if scale is None or scale.kind in asked:
            continue
        held = largest.get(scale.kind)
        if held is None or _size(scale) > _size(_scale(held)):
            largest[scale.kind] = draft
    kept = set(map(id, largest.values()))
    return [draft for draft in drafts if _scale(draft) is None or id(draft) in kept]


def _scale(draft: Draft) -> MoneyScope | TeamSize | None:
    return draft.criterion.scale if isinstance(draft.criterion, Duty) else None


def _size(scale: Criterion | None) -> tuple[float, bool]:
    if isinstance(scale, MoneyScope):
        return (scale.min_amount or 0.0, False)
    if isinstance(scale, TeamSize):
        return (scale.min_people or 0.0, scale.managers_of_managers)
    return (0.0, False)
