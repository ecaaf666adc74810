"""What people set on a role is applied to what was read, and never changes it."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.criteria import (
    CertificationHeld,
    ClearanceHeld,
    Duty,
    General,
    LanguageSpoken,
    MoneyScope,
    ResultShown,
    SectorWorked,
    TeamSize,
)
from matcher.decisions import Addition, Edit, EditError
from matcher.roles.edits import edited
from matcher.roles.reader import read_role
from matcher.types import Importance, Requirement, Role

ESSENTIAL, DESIRABLE = Importance.ESSENTIAL, Importance.DESIRABLE
AD = """Head of Service Desk

You will lead 60 people and run the desk.

Essential
A budget of £4 million and a team of 40 people, held in the same role.
ITIL Expert or ITIL 4 Managing Professional.
Right to work in the UK.

Desirable
Experience of retail.
"""
READ = read_role("desk", AD)


def asked(name: str, criterion: object, **fields: object) -> Requirement:
    return Requirement(name, name, 0, 1, ESSENTIAL, criterion, **fields)  # type: ignore[arg-type]


ROLE = Role(
    "r",
    "Head",
    "the text of the role",
    (),
    (
        asked("R1", MoneyScope(4e6)),
        asked("R2", TeamSize(40.0), same_post_as="R1"),
        asked("R3", CertificationHeld(("ITIL Expert",)), group="G1", same_post_as="R1"),
        asked("R4", CertificationHeld(("CITP",)), group="G1"),
        asked("R5", General()),
        asked("R6", Duty(TeamSize(60.0))),
        replace(asked("R7", TeamSize(5.0)), importance=DESIRABLE),
    ),
)
GBX = {"kind": "money_scope", "min_amount": 1, "currency": "GBX"}
IDS = [each.id for each in ROLE.requirements]
HARD_ESSENTIALS = ("R1", "R2", "R3", "R4")


def of(role: Role, name: str) -> Requirement:
    (found,) = (each for each in role.requirements if each.id == name)
    return found


def test_a_role_without_edits_is_the_role_that_was_read() -> None:
    assert edited(ROLE, ()) == ROLE
    assert edited(READ, ()) == READ


def test_each_field_is_set_on_the_requirement_it_names_and_on_no_other() -> None:
    edits = [
        Edit("R1", knock_out=True),
        Edit("R2", weight=3),
        Edit("R5", importance=DESIRABLE),
        Edit("R7", criterion={"min_people": 8}),
    ]
    role = edited(ROLE, edits)
    assert of(role, "R1") == replace(of(ROLE, "R1"), knock_out=True)
    assert of(role, "R2") == replace(of(ROLE, "R2"), weight=3.0)
    assert of(role, "R5") == replace(of(ROLE, "R5"), importance=DESIRABLE)
    assert of(role, "R7") == replace(of(ROLE, "R7"), criterion=TeamSize(8.0))
    assert all(of(role, name) == of(ROLE, name) for name in ("R3", "R4", "R6"))


def test_the_later_edit_wins_field_by_field() -> None:
    role = edited(
        ROLE, [Edit("R2", weight=3), Edit("R2", importance=DESIRABLE), Edit("R2", weight=2)]
    )
    assert (of(role, "R2").weight, of(role, "R2").importance) == (2.0, DESIRABLE)
    back = edited(ROLE, [Edit("R2", struck=True), Edit("R2", struck=False)])
    assert back == ROLE


def test_criterion_fields_are_merged_onto_what_was_read() -> None:
    first = Edit("R1", criterion={"min_amount": 3e6})
    second = Edit("R1", criterion={"scope": "p_and_l", "strict": True})
    role = edited(ROLE, [first, second])
    assert of(role, "R1").criterion == MoneyScope(3e6, scope="p_and_l", strict=True)
    no_size = edited(ROLE, [Edit("R1", criterion={"min_amount": None})])
    assert of(no_size, "R1").criterion == MoneyScope(None)


def test_a_whole_number_is_kept_as_the_records_keep_it() -> None:
    criterion = of(edited(ROLE, [Edit("R1", criterion={"min_amount": 3_000_000})]), "R1").criterion
    assert repr(criterion) == repr(MoneyScope(3e6))


def test_a_list_of_names_comes_as_json_has_it() -> None:
    role = edited(ROLE, [Edit("R3", criterion={"any_of": ["ITIL Master"]})])
    assert of(role, "R3").criterion == CertificationHeld(("ITIL Master",))


def test_the_scale_of_a_duty_is_merged_replaced_and_taken_away() -> None:
    lower = edited(ROLE, [Edit("R6", criterion={"scale": {"min_people": 20}})])
    assert of(lower, "R6").criterion == Duty(TeamSize(20.0))
    money = {"kind": "money_scope", "min_amount": 1e6}
    other = edited(ROLE, [Edit("R6", criterion={"scale": money})])
    assert of(other, "R6").criterion == Duty(MoneyScope(1e6))
    assert of(edited(ROLE, [Edit("R6", criterion={"scale": None})]), "R6").criterion == Duty()


def test_what_is_set_on_one_alternative_holds_for_all_but_its_criterion() -> None:
    role = edited(ROLE, [Edit("R4", weight=2, knock_out=True, criterion={"any_of": ["CISSP"]})])
    assert of(role, "R3") == replace(of(ROLE, "R3"), weight=2.0, knock_out=True)
    assert of(role, "R4").criterion == CertificationHeld(("CISSP",))


def test_a_knock_out_made_desirable_knocks_out_nobody() -> None:
    role = edited(ROLE, [Edit("R1", knock_out=True), Edit("R1", importance=DESIRABLE)])
    assert not of(role, "R1").knock_out
    raised = edited(ROLE, [Edit("R7", importance=ESSENTIAL, knock_out=True)])
    assert of(raised, "R7").knock_out


@pytest.mark.parametrize(
    ("struck", "ties"),
    [
        (["R2"], {"R1": None, "R3": "R1"}),
        (["R1"], {"R2": None, "R3": "R2"}),
        (["R1", "R2"], {"R3": None}),
        (["R2", "R3"], {"R1": None}),
    ],
)
def test_what_is_left_of_one_post_stays_tied(
    struck: list[str], ties: dict[str, str | None]
) -> None:
    role = edited(ROLE, [Edit(name, struck=True) for name in struck])
    assert {name: of(role, name).same_post_as for name in ties} == ties


def test_the_last_of_the_alternatives_stands_alone() -> None:
    role = edited(ROLE, [Edit("R3", struck=True)])
    assert of(role, "R4").group is None
    assert {each.id for each in role.requirements} == set(IDS) - {"R3"}


def test_an_addition_is_read_like_a_line_of_an_ad() -> None:
    either = Addition("SC clearance or right to work in the UK")
    both = Addition("Leading 12 people and holding a budget of £2m in the same role", DESIRABLE)
    role = edited(READ, [Edit("A3", weight=2)], [either, both])
    new = role.requirements[len(READ.requirements) :]
    assert [(each.id, each.kind) for each in new] == [
        ("A1", "clearance"),
        ("A2", "right_to_work"),
        ("A3", "team_size"),
        ("A4", "money_scope"),
    ]
    assert [each.importance for each in new] == [ESSENTIAL, ESSENTIAL, DESIRABLE, DESIRABLE]
    assert [each.group for each in new] == ["GA1", "GA1", None, None]
    assert [each.same_post_as for each in new] == [None, None, None, "A3"]
    assert new[2].weight == 2.0


def test_the_words_of_an_addition_stand_nowhere_in_the_role() -> None:
    role = edited(READ, (), [Addition("SC clearance")])
    added = role.requirements[-1]
    assert (added.text, added.start, added.end) == ("SC clearance", len(AD), len(AD))
    assert role.text == AD


def test_additions_to_an_edited_role_get_names_of_their_own() -> None:
    once = edited(READ, (), [Addition("SC clearance")])
    twice = edited(once, (), [Addition("CISSP")])
    assert [each.id for each in twice.requirements][-2:] == ["A1", "A2"]


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Edit("R9", weight=1), r"R9: requirement_id: the role has no such .* R1, R2"),
        (lambda: Edit("", weight=1), "requirement_id: give the id"),
        (lambda: Edit("R1", weight=-1), r"R1: weight: -1 does not fit; give a number from 0 to 10"),
        (lambda: Edit("R1", weight=10.5), "weight: 10.5 does not fit"),
        (lambda: Edit("R1", weight=float("nan")), "weight: nan does not fit"),
        (lambda: Edit("R1", weight=True), "weight: True does not fit"),
        (lambda: Edit("R1", importance="essential"), "importance: 'essential' does not fit"),
        (lambda: Edit("R1", struck="yes"), "struck: 'yes' does not fit; give true or false"),
        (lambda: Edit("R1", criterion=[1]), "criterion: .1. does not fit; give an object"),
        (
            lambda: Edit("R1", criterion={"min_amount": -1}),
            r"R1: criterion.min_amount: -1.0 is no size; give a number of 0 or more",
        ),
        (
            lambda: Edit("R1", criterion={"min_amount": "lots"}),
            "criterion.min_amount: 'lots' does not fit; give a number of 0 or more or null",
        ),
        (
            lambda: Edit("R1", criterion={"amount": 1}),
            r"criterion.amount: there is no such field; money_scope has min_amount, currency",
        ),
        (lambda: Edit("R1", criterion={"scope": "savings"}), "give 'p_and_l', 'budget'"),
        (lambda: Edit("R1", criterion={"strict": None}), "strict: nothing is given; give true"),
        (
            lambda: Edit("R1", criterion={"currency": "gbp"}),
            "R1: criterion.currency: 'gbp' is not in the table of names; .* such as GBP",
        ),
        (
            lambda: Edit(
                "R6",
                criterion={"scale": {"kind": "money_scope", "currency": "GBX", "min_amount": 1}},
            ),
            "R6: criterion.scale.currency: 'GBX' is not in the table",
        ),
        (lambda: Edit("R1", criterion={"kind": "tool"}), "another kind than money_scope; strike"),
        (lambda: Edit("R3", criterion={"any_of": []}), "any_of: nothing is left that is asked"),
        (lambda: Edit("R3", criterion={"any_of": [" "]}), "any_of: .* give a list of names"),
        (lambda: Edit("R3", criterion={"any_of": "CITP"}), "any_of: 'CITP' does not fit"),
        (
            lambda: Edit("R6", criterion={"scale": {"min_people": -2}}),
            "R6: criterion.scale.min_people: -2.0 is no size",
        ),
        (lambda: Edit("R6", criterion={"scale": {"kind": "luck"}}), "scale: unknown kind"),
        (
            lambda: Edit("R6", criterion={"scale": {"kind": "tool", "any_of": ["x"]}}),
            "scale: .* fit",
        ),
        (lambda: Edit("R5", knock_out=True), "R5: knock_out: a general is judged by meaning"),
        (lambda: Edit("R6", knock_out=True), "R6: knock_out: a duty is judged by meaning"),
        (lambda: Edit("R7", knock_out=True), "R7: knock_out: a desirable takes nobody out; make"),
        (lambda: Edit("R1", importance=DESIRABLE, knock_out=True), "a desirable takes nobody out"),
        (lambda: Addition("  "), "addition: text: '  ' asks nothing"),
        (lambda: Addition("CITP", "must"), "addition: importance: 'must' does not fit"),
    ],
)
def test_what_cannot_be_done_is_named_with_what_to_do(make: object, message: str) -> None:
    with pytest.raises(EditError, match=message):
        edited(ROLE, [make()])  # type: ignore[operator]


@pytest.mark.parametrize(
    ("criterion", "change", "near"),
    [
        (ClearanceHeld(("SC",)), {"any_of": ["SC", "dv"]}, "'dv' .* such as DV"),
        (LanguageSpoken(("French",)), {"any_of": ["Frensh"]}, "'Frensh' .* such as French"),
        (LanguageSpoken(("French",)), {"level": "b2"}, "'b2' .* such as .*B2"),
        (SectorWorked(("NHS",)), {"any_of": ["locl government"]}, "such as local government"),
        (ResultShown("CSAT"), {"direction": "sideways"}, "such as down, up"),
        (ResultShown("CSAT"), {"metric": "csatt"}, "such as CSAT"),
    ],
)
def test_a_name_that_no_cv_could_answer_to_is_refused_with_the_nearest(
    criterion: object, change: dict[str, object], near: str
) -> None:
    role = replace(ROLE, requirements=(asked("R1", criterion),))
    with pytest.raises(EditError, match=near):
        edited(role, [Edit("R1", criterion=change)])


def test_what_was_read_under_no_known_name_may_stay() -> None:
    role = replace(ROLE, requirements=(asked("R1", ClearanceHeld(("own vetting",))),))
    names = ["own vetting", "SC"]
    assert of(edited(role, [Edit("R1", criterion={"any_of": names})]), "R1").criterion == (
        ClearanceHeld(tuple(names))
    )


EDITS = st.builds(
    Edit,
    st.sampled_from(IDS),
    importance=st.sampled_from([None, *Importance]),
    weight=st.none() | st.floats(0, 10),
    struck=st.sampled_from([None, True, False]),
)
KNOCK_OUTS = st.builds(
    Edit,
    st.sampled_from(HARD_ESSENTIALS),
    importance=st.just(ESSENTIAL),
    knock_out=st.booleans(),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(EDITS | KNOCK_OUTS, max_size=8))
def test_every_edited_role_is_sound(edits: list[Edit]) -> None:
    role = edited(ROLE, edits)
    left = {each.id: each for each in role.requirements}
    assert [name for name in IDS if name in left] == list(left)
    groups = [each.group for each in left.values() if each.group]
    for each in left.values():
        assert each.same_post_as is None or (
            each.same_post_as in left and left[each.same_post_as].same_post_as is None
        )
        assert each.group is None or groups.count(each.group) > 1
        assert not each.knock_out or each.importance is ESSENTIAL
    alternatives = [left[name] for name in ("R3", "R4") if name in left]
    assert len({(each.importance, each.weight, each.knock_out) for each in alternatives}) <= 1


@settings(max_examples=100, deadline=None)
@given(st.lists(EDITS | KNOCK_OUTS, max_size=6))
def test_saying_an_edit_twice_says_it_once(edits: list[Edit]) -> None:
    twice = [edit for edit in edits for _ in range(2)]
    assert edited(ROLE, twice) == edited(ROLE, edits)
