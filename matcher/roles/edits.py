"""A role as people want it: what the machine read, with their edits and additions applied.

Must not know how a candidate is judged, nor where edits are kept. The role that was read is never
changed: whoever wants an edit undone leaves it out. Alternatives are one thing asked, so the
importance, weight and knock-out of one hold for all of its group; its criterion and whether it is
struck are its own.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from data.patterns import regex
from matcher.criteria import HARD_KINDS, Criterion, Duty
from matcher.decisions import Addition, Edit, EditError
from matcher.fields import CriterionError, check_names
from matcher.roles.reader import read_statement
from matcher.types import Importance, Requirement, Role
from matcher.wire import criterion_from

__all__ = ["Addition", "Edit", "EditError", "edited"]

_ADDED = regex(r"A(\d+)")
# The fields that name what is asked; a criterion in which none is left asks nothing.
_NAMING = ("any_of", "all_of", "of", "place", "metric", "name")


def edited(role: Role, edits: Sequence[Edit], additions: Sequence[Addition] = ()) -> Role:
    """Return the role with additions behind what was read, and edits applied in order.

    Where two edits set the same field, the later wins. An essential that is made desirable is no
    knock-out any more. Of several requirements in one post, those that are left after one is struck
    stay tied to each other. Added requirements are called "A1", "A2" ... in the order of the
    additions, so an addition is taken back by striking what was read from it: to leave it out would
    rename those behind it.

    Raises:
        EditError: Names the requirement and the field, what is wrong and what to do.
    """
    asked = (*role.requirements, *_added(role, additions))
    now = {each.id: each for each in asked}
    struck: dict[str, bool] = {}
    for edit in edits:
        now.update(_applied(edit, now))
        if edit.struck is not None:
            struck[edit.requirement_id] = edit.struck
    gone = [name for name, is_struck in struck.items() if is_struck]
    return replace(role, requirements=_without(tuple(now.values()), gone))


def _added(role: Role, additions: Sequence[Addition]) -> list[Requirement]:
    """Read the additions; their names go on from those that the role holds already."""
    numbers = [_ADDED.fullmatch(each.id) for each in role.requirements]
    last = max((int(number[1]) for number in numbers if number), default=0)
    end = len(role.text)
    added: list[Requirement] = []
    for addition in additions:
        found = read_statement(addition.text)
        names = {each.id: f"A{last + n}" for n, each in enumerate(found, 1)}
        last += len(found)
        # A group is called after its first member, which no other group can hold.
        groups = {each.group: f"G{names[each.id]}" for each in reversed(found) if each.group}
        added += [
            replace(
                each,
                id=names[each.id],
                start=end,
                end=end,
                importance=addition.importance,
                same_post_as=names[each.same_post_as] if each.same_post_as else None,
                group=groups[each.group] if each.group else None,
            )
            for each in found
        ]
    return added


def _applied(edit: Edit, now: Mapping[str, Requirement]) -> dict[str, Requirement]:
    """Return the requirements that an edit changes."""
    name = edit.requirement_id
    if name not in now:
        known = ", ".join(now) or "none"
        raise EditError(
            name, "requirement_id", f"the role has no such requirement; give one of {known}"
        )
    group = now[name].group
    line = [each for each in now.values() if each.id == name or (group and each.group == group)]
    changed = {each.id: _weighed(each, edit) for each in line}
    if edit.criterion is not None:
        criterion = _merged(changed[name], edit.criterion)
        changed[name] = replace(changed[name], criterion=criterion)
    return changed


def _weighed(requirement: Requirement, edit: Edit) -> Requirement:
    importance = edit.importance or requirement.importance
    essential = importance is Importance.ESSENTIAL
    if edit.knock_out:
        if requirement.kind not in HARD_KINDS:
            raise EditError(
                edit.requirement_id,
                "knock_out",
                f"a {requirement.kind} is judged by meaning, which contradicts nobody; "
                "knock out by a requirement that is judged against facts",
            )
        if not essential:
            raise EditError(
                edit.requirement_id,
                "knock_out",
                "a desirable takes nobody out; make it essential, or leave knock_out out",
            )
    knock_out = requirement.knock_out if edit.knock_out is None else edit.knock_out
    weight = requirement.weight if edit.weight is None else float(edit.weight)
    return replace(
        requirement, importance=importance, weight=weight, knock_out=knock_out and essential
    )


def _merged(requirement: Requirement, given: Mapping[str, object]) -> Criterion:
    """Return the requirement's criterion with the fields given, of the same kind."""
    name, before = requirement.id, requirement.criterion
    if given.get("kind", before.kind) != before.kind:
        raise EditError(
            name,
            "criterion.kind",
            f"{given['kind']!r} is another kind than {before.kind}; strike the requirement and add "
            "what is asked",
        )
    values = _values(before) | _numbers(given)
    values.pop("kind", None)
    scale, scale_given = requirement.scale, given.get("scale")
    if isinstance(scale_given, Mapping):
        known = {"kind": scale.kind, **_values(scale)} if scale is not None else {}
        if scale_given.get("kind", known.get("kind")) != known.get("kind"):
            known = {}
        values["scale"] = known | _numbers(scale_given)
    try:
        after = criterion_from(before.kind, values)
        check_names(before, after)
        if isinstance(after, Duty) and after.scale is not None:
            check_names(scale or before, after.scale, "scale.")
    except CriterionError as error:
        raise EditError(name, f"criterion.{error.field}", error.fault) from None
    if _names_something(before) and not _names_something(after):
        raise EditError(
            name,
            f"criterion.{next(field for field in _NAMING if field in given)}",
            "nothing is left that is asked; name something, or strike the requirement",
        )
    return after


def _values(criterion: Criterion) -> dict[str, Any]:
    return {field.name: getattr(criterion, field.name) for field in fields(criterion)}


def _numbers(given: Mapping[str, object]) -> dict[str, Any]:
    """Return the fields with whole numbers as the records hold them."""
    return {name: float(value) if type(value) is int else value for name, value in given.items()}


def _names_something(criterion: Criterion) -> bool:
    values = (getattr(criterion, field, "") for field in _NAMING)
    return any(value.strip() if isinstance(value, str) else value for value in values)


def _without(
    requirements: tuple[Requirement, ...], struck: Collection[str]
) -> tuple[Requirement, ...]:
    """Leave out the struck ones; whatever pointed at them points at what is left."""
    left = list(requirements)
    for name in struck:
        (gone,) = (each for each in left if each.id == name)
        left.remove(gone)
        heirs = [each.id for each in left if each.same_post_as == name]
        anchor = gone.same_post_as or next(iter(heirs), None)
        left = [
            replace(each, same_post_as=anchor if each.id != anchor else None)
            if each.id in heirs
            else each
            for each in left
        ]
    groups = [each.group for each in left]
    return tuple(
        replace(each, group=None) if each.group and groups.count(each.group) == 1 else each
        for each in left
    )
