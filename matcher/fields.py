"""What the fields of a criterion may hold: by the record's own annotations, and by the tables.

Must not know who sets a field. The readers of roles write sound criteria; this is for those that
come from outside, from a person or from a file.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from types import UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from data.knowledge.clearances import clearances
from data.knowledge.currencies import currencies
from data.knowledge.languages import SCALE, languages
from data.knowledge.licences import licences
from data.knowledge.outcomes import outcome_words
from data.knowledge.sectors import sectors
from matcher.criteria import CRITERION_TYPES, Criterion, MoneyScope, TeamSize

_SCALES = (MoneyScope, TeamSize)
# Education at no level at all is a fact of a CV, and nothing that can be asked.
_NEVER_ASKED = "none"


class CriterionError(ValueError):
    """A criterion's field holds what it cannot.

    Attributes:
        field: The field's name.
        fault: What is wrong, and what may stand there.
    """

    def __init__(self, kind: str, field: str, fault: str) -> None:
        super().__init__(f"criterion of kind {kind!r}: {field}: {fault}")
        self.field = field
        self.fault = fault


def check(kind: str, values: Mapping[str, object]) -> None:
    """Refuse fields that a criterion of ``kind`` does not have, and values they cannot hold.

    Raises:
        CriterionError: Names the first such field.
    """
    known = _annotations(kind)
    for name, value in values.items():
        if name not in known:
            raise CriterionError(
                kind, name, f"there is no such field; {kind} has {', '.join(known) or 'none'}"
            )
        fault = _fault(known[name], value)
        if fault:
            raise CriterionError(kind, name, fault)


@cache
def _annotations(kind: str) -> dict[str, Any]:
    hints = get_type_hints(CRITERION_TYPES[kind])
    return {name: hint for name, hint in hints.items() if name != "kind"}


def _fault(hint: Any, value: object) -> str:
    """Return what is wrong with a value and what may stand in its place, "" where nothing is."""
    allowed = get_args(hint) if isinstance(hint, UnionType) else (hint,)
    if value is None:
        return "" if type(None) in allowed else f"nothing is given; give {_named(allowed)}"
    if any(_holds(each, value) for each in allowed):
        return ""
    if isinstance(value, float | int) and not isinstance(value, bool) and float in allowed:
        return f"{value} is no size; give a number of 0 or more"
    return f"{value!r} does not fit; give {_named(allowed)}"


def _holds(hint: Any, value: object) -> bool:
    if hint is float:
        number = isinstance(value, float | int) and not isinstance(value, bool)
        return number and math.isfinite(value) and value >= 0  # type: ignore[arg-type, operator]
    if get_origin(hint) is Literal:
        return value in get_args(hint) and value != _NEVER_ASKED
    if get_origin(hint) is tuple:
        return isinstance(value, tuple) and all(isinstance(x, str) and x.strip() for x in value)
    return type(value) is hint


def _named(allowed: tuple[Any, ...]) -> str:
    words = []
    for each in allowed:
        if get_origin(each) is Literal:
            words += [repr(name) for name in get_args(each) if name != _NEVER_ASKED]
        elif get_origin(each) is tuple:
            words.append("a list of names")
        elif each in _SCALES:
            words.append(f"a {each.kind}")
        else:
            words.append(_PLAIN[each])
    return f"{', '.join(words[:-1])} or {words[-1]}" if len(words) > 1 else words[0]


_PLAIN = {
    float: "a number of 0 or more",
    bool: "true or false",
    str: "words",
    type(None): "null",
}


def check_names(before: Criterion, after: Criterion, within: str = "") -> None:
    """Refuse names that ``after`` asks for and no table knows, because no CV could answer to them.

    What ``before`` asks for already may stay. Certificates and tools are free, because a CV is
    searched for them as they are written; a place that no table knows is asked about.

    Args:
        before: The criterion as it was.
        after: The criterion as it is to be, of the same kind or a scale of another.
        within: What to put before a field's name in an error, such as "scale.".

    Raises:
        CriterionError: Names the first such field, and the nearest names that are known.
    """
    for (kind, field), table in _TABLES.items():
        if kind != after.kind:
            continue
        familiar = _listed(getattr(before, field, ()))
        for name in _listed(getattr(after, field)):
            if name not in familiar and name not in table():
                raise CriterionError(kind, within + field, _unknown(name, table()))


def _listed(value: str | Sequence[str] | None) -> tuple[str, ...]:
    return tuple(filter(None, (value,) if isinstance(value, str) else value or ()))


def _unknown(name: str, known: Iterable[str]) -> str:
    by_small = {each.lower(): each for each in known}
    near = get_close_matches(name.lower(), by_small, n=_NEAR, cutoff=0.5)
    names = [by_small[each] for each in near] or sorted(by_small.values())[:_SHOWN]
    return f"{name!r} is not in the table of names; give one it knows, such as {', '.join(names)}"


_NEAR, _SHOWN = 3, 12
_TABLES: Mapping[tuple[str, str], Callable[[], Collection[str]]] = {
    ("money_scope", "currency"): currencies,
    ("clearance", "any_of"): lambda: clearances().names,
    ("language", "any_of"): languages,
    ("language", "level"): lambda: SCALE,
    ("licence", "any_of"): lambda: licences().kinds,
    ("sector", "any_of"): lambda: sectors().rows,
    ("outcome", "metric"): lambda: outcome_words().metrics,
    ("outcome", "direction"): lambda: ("up", "down"),
}
