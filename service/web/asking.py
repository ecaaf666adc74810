"""What a requirement asks, in words and as the fields of a form, and back.

Must not know a page, nor what may stand in a field: `matcher.fields` says that. Which fields there
are follows from the criterion's own annotations; what they are called stands here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from data.knowledge.currencies import currencies
from matcher.criteria import CRITERION_TYPES
from service.web.words import number

# What a person may set, by the field's name; what is not here follows from the words of the role.
LABELS = {
    "min_years": "Years, at least",
    "leading": "Spent leading people",
    "of": "In",
    "min_amount": "Amount a year, at least",
    "currency": "Currency",
    "scope": "What was held",
    "strict": "Nothing else will do",
    "min_people": "People, at least",
    "managers_of_managers": "Some of them managers",
    "direct_only": "Direct reports only",
    "several_sites": "At several sites",
    "offshore": "Some of them offshore",
    "any_of": "Any one of",
    "all_of": "All of",
    "or_equivalent": "An equivalent will do",
    "or_towards": "Being on the way to it will do",
    "level": "Level",
    "subject": "Subject",
    "min_grade": "Grade, at least",
    "or_equivalent_experience": "Equivalent experience will do",
    "or_years": "Years of experience that will do",
    "eligible": "Being eligible is enough",
    "at_least": "How many of them",
    "clean": "Without penalty points",
    "or_similar": "A similar product will do",
    "place": "Place",
    "miles": "Within miles",
    "on_site": "Worked on site",
    "max_weeks": "Weeks, at most",
    "target": "Target",
    "amount": "Size of the result",
    "name": "Skill",
}
# What may be chosen, by the value that the forms of the API have.
CHOICES = {
    "p_and_l": "a P&L",
    "budget": "a budget",
    "contract_value": "contracts",
    "sales_target": "a sales target",
    "gcse": "GCSE",
    "a_level": "A level",
    "hnd": "HND or foundation degree",
    "degree": "degree",
    "masters": "master’s degree",
    "doctorate": "doctorate",
    "any_professional": "any professional qualification",
}
_NEVER_ASKED = "none"


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a form.

    Attributes:
        name: The criterion's field.
        label: What it is called.
        kind: "number", "yes", "names", "choice" or "words".
        value: What stands in it.
        choices: What may, as (value, words), where it is a choice.
    """

    name: str
    label: str
    kind: str
    value: Any
    choices: tuple[tuple[str, str], ...] = ()


def fields_of(criterion: Mapping[str, Any]) -> list[Field]:
    """Return the fields in which a person may change what is asked.

    Args:
        criterion: As the machine-readable forms have it, with its kind.
    """
    return [
        _field(name, hint, criterion.get(name))
        for name, hint in _hints(criterion["kind"]).items()
        if name in LABELS
    ]


@cache
def _hints(kind: str) -> dict[str, Any]:
    return {
        name: each for name, each in get_type_hints(CRITERION_TYPES[kind]).items() if name != "kind"
    }


def _field(name: str, hint: Any, value: Any) -> Field:
    kind, choices = _kind_of(hint)
    shown = ", ".join(value) if kind == "names" and value else value
    return Field(name, LABELS[name], kind, "" if shown is None or shown == [] else shown, choices)


def _kind_of(hint: Any) -> tuple[str, tuple[tuple[str, str], ...]]:
    allowed = get_args(hint) if isinstance(hint, UnionType) else (hint,)
    for each in allowed:
        if get_origin(each) is Literal:
            names = [name for name in get_args(each) if name != _NEVER_ASKED]
            return "choice", tuple((name, CHOICES.get(name, name)) for name in names)
        if get_origin(each) is tuple:
            return "names", ()
    if bool in allowed:
        return "yes", ()
    return ("number" if float in allowed or int in allowed else "words"), ()


def criterion_from(kind: str, form: Mapping[str, str]) -> dict[str, Any]:
    """Return the fields that a form sets; a box that is not ticked is not sent, and says no.

    Raises:
        ValueError: A number is none; the message says which field.
    """
    found: dict[str, Any] = {}
    for name, hint in _hints(kind).items():
        if name not in LABELS:
            continue
        what, _ = _kind_of(hint)
        sent = form.get(name, "").strip()
        if what == "yes":
            found[name] = bool(sent)
        elif name in form:
            found[name] = _READ[what](name, sent, _may_be_none(hint))
    return found


def _may_be_none(hint: Any) -> bool:
    return type(None) in (get_args(hint) if isinstance(hint, UnionType) else ())


def _number(name: str, sent: str, may_be_none: bool) -> float | int | None:
    if not sent and may_be_none:
        return None
    try:
        value = float(sent.replace(",", "").removeprefix("£"))
    except ValueError:
        raise ValueError(f"{LABELS[name]}: give a number, such as 5 or 2,500,000.") from None
    return int(value) if value.is_integer() else value


def _names(_: str, sent: str, _may_be_none: bool) -> list[str]:
    return [each.strip() for each in sent.split(",") if each.strip()]


def _words(_: str, sent: str, may_be_none: bool) -> str | None:
    return sent or (None if may_be_none else "")


_READ: Mapping[str, Callable[[str, str, bool], Any]] = {
    "number": _number,
    "names": _names,
    "choice": _words,
    "words": _words,
}


def in_words(criterion: Mapping[str, Any]) -> str:
    """Return what a criterion asks in a few words, "" where its own text says it best."""
    tell = _TELL.get(criterion["kind"])
    return tell(criterion) if tell is not None else ""


def _experience(asked: Mapping[str, Any]) -> str:
    years = asked["min_years"]
    length = f"{number(years)} or more years" if years else "experience"
    said = "leading" in asked["of"]
    leading = " leading people" if asked.get("leading") and not said else ""
    return f"{length}{leading} in {asked['of']}" if asked["of"] else f"{length}{leading}"


def _money(asked: Mapping[str, Any]) -> str:
    what = CHOICES[asked["scope"]]
    if asked["min_amount"] is None:
        return f"{what}, of any size"
    return f"{what} of {money(asked['min_amount'], asked['currency'])} or more a year"


def money(amount: float, currency: str) -> str:
    """Return an amount as "£2.5m", "£350,000" or "CHF 2m"."""
    known = currencies().get(currency)
    symbol = min(known.signs, key=len) if known is not None and known.signs else f"{currency} "
    if amount >= 1_000_000:
        return f"{symbol}{number(round(amount / 1_000_000, 2))}m"
    return f"{symbol}{number(amount)}"


def _people(asked: Mapping[str, Any]) -> str:
    count = asked["min_people"]
    who = "direct reports" if asked.get("direct_only") else "people"
    size = f"leading {number(count)} or more {who}" if count else f"leading {who}"
    size += ", managers among them" if asked["managers_of_managers"] else ""
    size += " at several sites" if asked.get("several_sites") else ""
    return f"{size}, some of them offshore" if asked.get("offshore") else size


def _certificates(asked: Mapping[str, Any]) -> str:
    parts = []
    if asked["all_of"]:
        parts.append(" and ".join(asked["all_of"]))
    if asked["any_of"]:
        parts.append(" or ".join(asked["any_of"]))
    equivalent = " (or an equivalent)" if asked.get("or_equivalent") else ""
    towards = " (or on the way to it)" if asked.get("or_towards") else ""
    return ", and ".join(parts) + equivalent + towards


def _education(asked: Mapping[str, Any]) -> str:
    level = CHOICES.get(asked["level"], asked["level"])
    subject = f" in {asked['subject']}" if asked["subject"] else ""
    grade = f", {asked['min_grade']} or better" if asked.get("min_grade") else ""
    or_else = ", or equivalent experience" if asked["or_equivalent_experience"] else ""
    if years := asked.get("or_years"):
        or_else = f", or {years:g} years of experience"
    return f"{level}{subject}{grade}{or_else}"


def _any(asked: Mapping[str, Any]) -> str:
    level = f" at level {asked['level']}" if asked.get("level") else ""
    similar = " or similar" if asked.get("or_similar") else ""
    return " or ".join(asked["any_of"]) + similar + level


def _place(asked: Mapping[str, Any]) -> str:
    near = f"within {number(asked['miles'])} miles of " if asked.get("miles") else ""
    return f"{near}{asked['place']}" + (", on site" if asked.get("on_site") else "")


_TELL: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "experience_years": _experience,
    "money_scope": _money,
    "team_size": _people,
    "certification": _certificates,
    "education": _education,
    "clearance": _any,
    "language": _any,
    "licence": _any,
    "tool": _any,
    "sector": _any,
    "location": _place,
    "notice_period": lambda asked: f"free within {number(asked['max_weeks'])} weeks",
}
