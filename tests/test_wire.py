"""What is written can be read back, field for field."""

import json

import pytest

from matcher.criteria import CRITERION_TYPES, CertificationHeld, Duty, MoneyScope
from matcher.decisions import Addition, Edit, EditError, Override, OverrideError
from matcher.types import (
    Candidate,
    Fact,
    Importance,
    Notice,
    Outcome,
    Passage,
    Position,
    Requirement,
    Role,
    Section,
    Sentence,
    Status,
)
from matcher.values import Certification, Money
from matcher.wire import (
    addition_from,
    candidate_from,
    candidate_json,
    candidate_view,
    criterion_from,
    edit_from,
    override_from,
    plain,
    role_from,
    role_json,
)

TEXT = "Held a £10m budget. ITIL Expert, 2014."
CANDIDATE = Candidate(
    id="a",
    text=TEXT,
    sections=(Section("", "profile", 0, len(TEXT)),),
    positions=(Position("Head", None, "2019-01", "present", (0, 18)),),
    sentences=(Sentence(TEXT[:19], 0, 19, "profile", 0),),
    facts=(
        Fact(Money(10e6, scope="budget", owned=True), Status.HELD, 5, 18, TEXT[5:18], 0),
        Fact(Certification("ITIL Expert", "ITIL"), Status.HELD, 20, 31, TEXT[20:31], when="2014"),
    ),
    passages=(Passage(TEXT, 0, len(TEXT)),),
    experience_months=94,
    highest_education="degree",
    warnings=(Notice("code", "words"),),
)
ROLE = Role(
    "r",
    "Head",
    "P&L of £10m; ITIL Expert",
    (Section("", "other", 0, 24),),
    (
        Requirement("R1", "P&L of £10m", 0, 11, Importance.ESSENTIAL, MoneyScope(10e6)),
        Requirement(
            "R2", "ITIL Expert", 13, 24, Importance.DESIRABLE, CertificationHeld(("ITIL Expert",))
        ),
        Requirement("R3", "P&L", 0, 3, Importance.ESSENTIAL, Duty(scale=MoneyScope(12e6))),
    ),
)


def test_a_candidate_survives_json() -> None:
    assert candidate_from(json.loads(json.dumps(candidate_json(CANDIDATE)))) == CANDIDATE


def test_a_role_survives_json() -> None:
    assert role_from(json.loads(json.dumps(role_json(ROLE)))) == ROLE


def test_the_view_of_a_candidate_has_the_contracts_fields() -> None:
    view = candidate_view(CANDIDATE)
    assert {"id", "text", "sections", "positions", "experience_months", "highest_education"} <= (
        view.keys()
    )
    money = view["facts"][0]
    assert money["kind"] == "money"
    assert (money["value"]["amount"], money["value"]["currency"]) == (10e6, "GBP")
    assert (money["status"], money["quote"]) == ("held", TEXT[money["start"] : money["end"]])
    assert view["warnings"] == [{"code": "code", "message": "words"}]


def test_a_requirement_names_its_kind_beside_its_criterion() -> None:
    first = role_json(ROLE)["requirements"][0]
    assert first["kind"] == "money_scope"
    assert first["criterion"]["min_amount"] == 10e6
    assert first["importance"] == "essential"


def test_an_unknown_kind_or_field_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown kind"):
        criterion_from("charm", {})
    with pytest.raises(ValueError, match="criterion of kind 'location'"):
        criterion_from("location", {"town": "Leeds"})
    with pytest.raises(ValueError, match="criterion of kind 'location'"):
        criterion_from("location", {})


def test_a_value_that_a_field_cannot_hold_is_refused() -> None:
    with pytest.raises(ValueError, match="miles: -3 is no size; give a number of 0 or more"):
        criterion_from("location", {"place": "Leeds", "miles": -3})
    with pytest.raises(ValueError, match="level: 'none' does not fit; give 'gcse', 'a_level'"):
        criterion_from("education", {"level": "none"})


@pytest.mark.parametrize(
    "edit",
    [
        Edit("R1"),
        Edit("R1", Importance.DESIRABLE, 2.5, {"any_of": ["CITP"]}, False, True),
        Edit("R6", criterion={"scale": {"kind": "team_size", "min_people": 20}}, knock_out=True),
    ],
)
def test_an_edit_survives_json(edit: Edit) -> None:
    assert edit_from(json.loads(json.dumps(plain(edit)))) == edit


def test_an_edit_says_only_what_it_sets() -> None:
    assert edit_from({"requirement_id": "R1", "weight": 2}) == Edit("R1", weight=2)


def test_an_addition_survives_json() -> None:
    addition = Addition("SC clearance", Importance.DESIRABLE)
    assert addition_from(json.loads(json.dumps(plain(addition)))) == addition
    assert addition_from({"text": "CITP"}).importance is Importance.ESSENTIAL


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"requirement_id": "R1", "heft": 2}, "R1: heft: there is no such field; give requirement"),
        ({"requirement_id": "R1", "importance": "vital"}, "R1: importance: 'vital' does not fit"),
        ({"requirement_id": "R1", "weight": "2"}, "R1: weight: '2' does not fit"),
        ({"weight": 2}, "requirement_id: give the id"),
    ],
)
def test_an_edit_that_makes_no_sense_is_refused(values: dict[str, object], message: str) -> None:
    with pytest.raises(EditError, match=message):
        edit_from(values)


@pytest.mark.parametrize("values", [{}, {"text": 3}, {"text": "x", "weight": 2}])
def test_an_addition_that_makes_no_sense_is_refused(values: dict[str, object]) -> None:
    with pytest.raises(EditError, match=r"^addition: (text|weight): "):
        addition_from(values)


def test_every_kind_of_the_contract_is_there() -> None:
    contract = {
        "experience_years", "money_scope", "team_size", "certification", "education", "clearance",
        "language", "licence", "right_to_work", "tool", "location", "sector", "outcome", "skill",
        "duty", "general",
    }  # fmt: skip
    assert contract <= CRITERION_TYPES.keys()


OVERRIDE = Override("R1", Outcome.PARTLY, "Half of it", "recruiter-7", "2026-11-26T14:05:00Z")


def test_an_override_survives_json() -> None:
    assert override_from(json.loads(json.dumps(plain(OVERRIDE)))) == OVERRIDE


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"outcome": "maybe"}, "R1: outcome: 'maybe' does not fit; give one of met, partly, not_m"),
        ({"why": "x"}, "R1: why: there is no such field; give requirement_id, outcome, reason"),
        ({"reason": None}, "R1: reason: None says nothing"),
    ],
)
def test_an_override_that_makes_no_sense_is_refused(
    change: dict[str, object], message: str
) -> None:
    with pytest.raises(OverrideError, match=message):
        override_from({**plain(OVERRIDE), **change})


def test_an_override_with_a_field_left_out_is_refused() -> None:
    with pytest.raises(OverrideError, match="requirement_id: '' says nothing"):
        override_from({"outcome": "met"})
