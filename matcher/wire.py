"""Records to and from plain JSON values: the machine-readable forms, and what a store keeps.

Must not know where the JSON goes. Field names are those of the records; a fact's value and a
requirement's criterion are objects under their own field names, told apart by ``kind``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import cache
from typing import Any

from matcher.criteria import CRITERION_TYPES, Criterion
from matcher.decisions import Addition, DecisionError, Edit, EditError, Override, OverrideError
from matcher.fields import CriterionError, check
from matcher.types import (
    Candidate,
    Contribution,
    Evidence,
    Fact,
    Importance,
    Match,
    Notice,
    Outcome,
    Passage,
    Position,
    Requirement,
    Role,
    Section,
    Sentence,
    Status,
    Verdict,
)
from matcher.values import VALUE_TYPES, FactValue

Json = dict[str, Any]
_AS_THEY_ARE = frozenset({str, int, float, bool, type(None)})


def plain(record: object) -> Any:
    """Return a record as JSON values.

    Dataclasses and mappings become objects, tuples and lists arrays, enums text.
    """
    if type(record) in _AS_THEY_ARE:
        return record
    names = _field_names(type(record))  # type: ignore[arg-type]  # mypy: a class has no hash
    if names is not None:
        return {name: plain(getattr(record, name)) for name in names}
    if isinstance(record, Enum):
        return record.value
    if isinstance(record, Mapping):
        return {str(key): plain(each) for key, each in record.items()}
    if isinstance(record, (tuple, list)):
        return [plain(each) for each in record]
    return record


@cache
def _field_names(kind: type) -> tuple[str, ...] | None:
    """Return the names of what a dataclass is made from, None for any other class."""
    return tuple(each.name for each in fields(kind) if each.init) if is_dataclass(kind) else None


def _tuples(values: Json) -> Json:
    return {key: tuple(val) if isinstance(val, list) else val for key, val in values.items()}


def _without(values: Json, *names: str) -> Json:
    return {key: val for key, val in values.items() if key not in names}


def criterion_from(kind: str, values: Json) -> Criterion:
    """Return the criterion of ``kind`` with these fields.

    Raises:
        CriterionError: A field is unknown, or holds what it cannot.
        ValueError: The kind is unknown, or a field is missing.
    """
    if kind not in CRITERION_TYPES:
        raise ValueError(f"unknown kind of requirement: {kind!r}")
    given = _tuples(values)
    if isinstance(given.get("scale"), dict):
        given["scale"] = _scale_from(kind, given["scale"])
    check(kind, given)
    try:
        return CRITERION_TYPES[kind](**given)
    except TypeError as error:
        raise ValueError(f"criterion of kind {kind!r}: {error}") from None


def _scale_from(kind: str, values: Json) -> Criterion:
    try:
        return criterion_from(str(values.get("kind")), _without(values, "kind"))
    except CriterionError as error:
        raise CriterionError(kind, f"scale.{error.field}", error.fault) from None
    except ValueError as error:
        raise CriterionError(kind, "scale", f"{error}; give its kind and its fields") from None


def requirement_json(requirement: Requirement) -> Json:
    """Return a requirement in its machine-readable form."""
    record: Json = {**plain(requirement), "kind": requirement.kind}
    if requirement.scale is not None:
        record["criterion"]["scale"]["kind"] = requirement.scale.kind
    return record


def requirement_from(values: Json) -> Requirement:
    """Return the requirement that `requirement_json` wrote."""
    rest = _without(values, "kind", "criterion")
    criterion = criterion_from(values["kind"], values["criterion"])
    importance = Importance(rest.pop("importance"))
    return Requirement(**rest, importance=importance, criterion=criterion)


def role_json(role: Role) -> Json:
    """Return a role in its machine-readable form."""
    requirements = [requirement_json(each) for each in role.requirements]
    return {**plain(role), "requirements": requirements}


def role_from(values: Json) -> Role:
    """Return the role that `role_json` wrote."""
    return Role(
        id=values["id"],
        title=values["title"],
        text=values["text"],
        sections=tuple(Section(**each) for each in values["sections"]),
        requirements=tuple(requirement_from(each) for each in values["requirements"]),
    )


def edit_from(values: Json) -> Edit:
    """Return the edit that `plain` wrote; a field that is left out or null is left as it is.

    Raises:
        EditError: A field is unknown, or holds what it cannot.
    """
    where = str(values.get("requirement_id", "edit"))
    _known(where, values, Edit)
    return Edit(**{"requirement_id": "", **values, "importance": _importance(where, values)})


def addition_from(values: Json) -> Addition:
    """Return the addition that `plain` wrote.

    Raises:
        EditError: A field is unknown, or holds what it cannot.
    """
    _known("addition", values, Addition)
    importance = _importance("addition", values) or Importance.ESSENTIAL
    return Addition(values.get("text", ""), importance)


def override_from(values: Json) -> Override:
    """Return the override that `plain` wrote.

    Raises:
        OverrideError: A field is missing or unknown, or holds what it cannot.
    """
    where = str(values.get("requirement_id", "override"))
    _known(where, values, Override, OverrideError)
    given = values.get("outcome")
    outcome = Outcome(given) if given in list(Outcome) else given
    empty = dict.fromkeys((field.name for field in fields(Override)), "")
    return Override(**{**empty, **values, "outcome": outcome})


def _known(
    where: str, values: Json, record: type[Any], error: type[DecisionError] = EditError
) -> None:
    names = [field.name for field in fields(record)]
    for name in values:
        if name not in names:
            raise error(where, name, f"there is no such field; give {', '.join(names)}")


def _importance(where: str, values: Json) -> Importance | None:
    given = values.get("importance")
    try:
        return None if given is None else Importance(given)
    except ValueError:
        fault = f"{given!r} does not fit; give 'essential' or 'desirable'"
        raise EditError(where, "importance", fault) from None


def fact_json(fact: Fact) -> Json:
    """Return a fact in its machine-readable form."""
    return {"kind": fact.kind, **plain(fact)}


def fact_from(values: Json) -> Fact:
    """Return the fact that `fact_json` wrote."""
    rest = _without(values, "kind", "value", "status")
    value: FactValue = VALUE_TYPES[values["kind"]](**_tuples(values["value"]))
    return Fact(**rest, value=value, status=Status(values["status"]))


def candidate_json(candidate: Candidate) -> Json:
    """Return a candidate in full, as a store keeps it."""
    rest = plain(replace(candidate, facts=()))
    return {**rest, "facts": [fact_json(fact) for fact in candidate.facts]}


def candidate_from(values: Json) -> Candidate:
    """Return the candidate that `candidate_json` wrote."""
    return Candidate(
        id=values["id"],
        text=values["text"],
        sections=tuple(Section(**each) for each in values["sections"]),
        positions=tuple(
            Position(**{**each, "span": tuple(each["span"])}) for each in values["positions"]
        ),
        sentences=tuple(Sentence(**each) for each in values["sentences"]),
        facts=tuple(fact_from(each) for each in values["facts"]),
        passages=tuple(Passage(**each) for each in values["passages"]),
        experience_months=values["experience_months"],
        highest_education=values["highest_education"],
        warnings=tuple(Notice(**each) for each in values["warnings"]),
    )


def candidate_view(candidate: Candidate) -> Json:
    """Return a candidate in its machine-readable form: what was read, without the workings."""
    full = candidate_json(candidate)
    del full["sentences"], full["passages"]
    return full


def verdict_json(requirement_id: str, verdict: Verdict) -> Json:
    """Return a verdict in its machine-readable form."""
    return {
        "requirement_id": requirement_id,
        "status": verdict.outcome.value,
        "reason": verdict.reason,
        "evidence": plain(verdict.evidence),
        "question": verdict.question,
        "attained": verdict.attained,
    }


def verdict_from(values: Json) -> tuple[str, Verdict]:
    """Return the requirement's id and the verdict that `verdict_json` wrote."""
    return values["requirement_id"], Verdict(
        outcome=Outcome(values["status"]),
        reason=values["reason"],
        evidence=tuple(Evidence(**each) for each in values["evidence"]),
        question=values["question"],
        attained=values["attained"],
    )


def match_record(match: Match) -> Json:
    """Return a match as a store keeps it: its machine-readable form without a rank."""
    rest = plain(replace(match, verdicts=()))
    return {**rest, "verdicts": [verdict_json(*pair) for pair in match.verdicts]}


def match_from(values: Json) -> Match:
    """Return the match that `match_record` wrote."""
    return Match(
        candidate_id=values["candidate_id"],
        score=values["score"],
        band=values["band"],
        contributions=tuple(Contribution(**each) for each in values["contributions"]),
        verdicts=tuple(verdict_from(each) for each in values["verdicts"]),
        questions=tuple(values["questions"]),
        warnings=tuple(Notice(**each) for each in values["warnings"]),
    )


def match_json(rank: int, match: Match) -> Json:
    """Return a match in its machine-readable form."""
    return {"rank": rank, **match_record(match)}
