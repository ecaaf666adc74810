"""A person's verdict stands in the machine's place, and everything else follows from it."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.decisions import Edit, Override, OverrideError
from matcher.overrides import DECIDED, decided_otherwise, overridden
from matcher.roles.edits import edited
from matcher.types import Match, Outcome
from tests.desk import MATCHES, ROLE, WEIGHTS, ranked

IDS = [each.id for each in ROLE.requirements]
# R1 and R2 tell of the work; R5 and R6 are alternatives.
WORK = ("R1", "R2")
MATCH = {each.candidate_id: each for each in MATCHES}
WHEN = "2026-11-26T14:05:00+00:00"
MET, PARTLY = Outcome.MET, Outcome.PARTLY
NOT_MET, NOT_STATED = Outcome.NOT_MET, Outcome.NOT_STATED


def says(name: str, outcome: Outcome, reason: str = "They showed it at the interview") -> Override:
    return Override(name, outcome, reason, "recruiter-7", WHEN)


def decided(match: Match, *overrides: Override) -> Match:
    return overridden(ROLE, match, overrides, WEIGHTS)


def line_of(match: Match, place: int) -> tuple[str, float, float]:
    line = match.contributions[place]
    return line.name, line.points, line.possible


def place_of(name: str) -> int:
    """Which line of the score a requirement stands in: title, work, then each thing asked."""
    if name in WORK:
        return 1
    things = ["R3", "R4", "R5", "R7", "R8", "R9", "R10"]
    return 2 + things.index("R5" if name == "R6" else name)


@pytest.mark.parametrize(
    ("candidate", "override", "share"),
    [
        # Whose requirement, what a person says, and what share of its points it earns then.
        ("birch", says("R3", MET), 1.0),
        ("birch", says("R3", PARTLY), 0.6),
        ("birch", says("R3", NOT_STATED), 0.25),
        ("alder", says("R3", NOT_MET), 0.0),
        ("cedar", says("R7", MET), 1.0),
        # Of alternatives the best counts: a degree is still held, ITIL Expert still missing.
        ("birch", says("R5", NOT_MET), 1.0),
        ("birch", says("R6", NOT_STATED), 0.25),
        ("damson", says("R6", MET), 1.0),
    ],
)
def test_a_line_earns_what_the_persons_outcome_earns(
    candidate: str, override: Override, share: float
) -> None:
    match = decided(MATCH[candidate], override)
    _, points, possible = line_of(match, place_of(override.requirement_id))
    assert points == round(share * possible, 2)


@pytest.mark.parametrize(
    ("outcome", "attained", "credit"),
    [
        # The other duty of damson's earns (0.2672 - 0.2) / 0.3, each half of the line.
        (MET, 1.0, 1.0),
        (PARTLY, 0.5, 1.0),
        (NOT_MET, 0.0, 0.0),
    ],
)
def test_work_that_a_person_saw_counts_as_attained(
    outcome: Outcome, attained: float, credit: float
) -> None:
    match = decided(MATCH["damson"], says("R1", outcome))
    assert dict(match.verdicts)["R1"].attained == attained
    _, points, possible = line_of(match, 1)
    other = (0.2672 - 0.2) / 0.3
    assert points == pytest.approx(possible * (credit + other) / 2, abs=0.01)


def test_work_of_which_nothing_is_known_counts_for_nothing() -> None:
    match = decided(MATCH["alder"], says("R1", NOT_STATED), says("R2", NOT_STATED))
    assert line_of(match, 1)[1] == 0.0


def test_the_verdict_says_that_a_person_decided_and_keeps_the_evidence() -> None:
    before = dict(MATCH["birch"].verdicts)["R3"]
    after = dict(decided(MATCH["birch"], says("R3", MET, "Led 45\nat Eastvale")).verdicts)["R3"]
    assert after.reason == "A person decided this: Led 45 at Eastvale."
    assert after.evidence == before.evidence != ()
    assert "recruiter-7" not in after.reason


def test_a_contradiction_that_a_person_lifts_caps_no_band() -> None:
    assert MATCH["cedar"].band == "possible"
    assert decided(MATCH["cedar"], says("R7", MET)).band == "good"


def test_a_contradiction_that_a_person_finds_may_take_out() -> None:
    role = edited(ROLE, [Edit("R7", knock_out=True)])
    match = next(each for each in ranked(role) if each.candidate_id == "alder")
    out = overridden(role, match, [says("R7", NOT_MET, "Needs a sponsor")], WEIGHTS)
    assert (match.band, out.band) == ("strong", "out")


def test_what_is_decided_is_not_asked_any_more() -> None:
    asked = MATCH["damson"].questions
    question = dict(MATCH["damson"].verdicts)["R7"].question
    assert question in asked
    assert decided(MATCH["damson"], says("R7", MET)).questions == tuple(
        each for each in asked if each != question
    )


def test_what_a_person_opens_is_asked() -> None:
    match = decided(MATCH["alder"], says("R8", NOT_STATED, "The years are unclear"))
    assert (
        "What can you tell us about this: 'At least five years in service management'?"
        in match.questions
    )


def test_the_last_override_counts() -> None:
    twice = decided(MATCH["birch"], says("R3", MET), says("R3", PARTLY))
    assert twice == decided(MATCH["birch"], says("R3", PARTLY))


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: says("R99", MET), "R99: requirement_id: the match holds no such .* R1, R2"),
        (lambda: says("R1", "met"), "R1: outcome: 'met' does not fit; give one of met, partly"),
        (lambda: says("R1", MET, "  "), "R1: reason: '  ' says nothing; give words"),
        (lambda: replace(says("R1", MET), by=""), "R1: by: '' says nothing"),
        (lambda: replace(says("R1", MET), at="soon"), "R1: at: 'soon' is no time; give it in ISO"),
    ],
)
def test_an_override_that_makes_no_sense_is_refused(make: object, message: str) -> None:
    with pytest.raises(OverrideError, match=message):
        decided(MATCH["alder"], make())  # type: ignore[operator]


ANYBODY = st.sampled_from(MATCHES)
ANY = st.builds(says, st.sampled_from(IDS), st.sampled_from(Outcome))


@settings(max_examples=200, deadline=None)
@given(ANYBODY, st.lists(ANY, max_size=6))
def test_the_score_is_the_sum_of_its_points(match: Match, overrides: list[Override]) -> None:
    after = decided(match, *overrides)
    assert after.score == pytest.approx(sum(line.points for line in after.contributions), abs=1e-6)
    assert sum(line.possible for line in after.contributions) == pytest.approx(100, abs=1e-6)
    assert all(0 <= line.points <= line.possible for line in after.contributions)


@settings(max_examples=100, deadline=None)
@given(ANYBODY, st.sets(st.sampled_from(IDS)))
def test_confirming_the_machine_changes_no_point(match: Match, names: set[str]) -> None:
    given = dict(match.verdicts)
    after = decided(match, *(says(name, given[name].outcome) for name in sorted(names)))
    assert after.contributions == match.contributions
    assert (after.score, after.band, after.questions) == (match.score, match.band, match.questions)


@settings(max_examples=200, deadline=None)
@given(ANYBODY, ANY)
def test_one_override_changes_its_own_line_alone(match: Match, override: Override) -> None:
    after = decided(match, override)
    own = place_of(override.requirement_id)
    before = match.contributions
    assert len(after.contributions) == len(before)
    others = [n for n in range(len(before)) if n != own]
    assert [after.contributions[n] for n in others] == [before[n] for n in others]
    kept = [pair for pair in after.verdicts if pair[0] != override.requirement_id]
    assert kept == [pair for pair in match.verdicts if pair[0] != override.requirement_id]


@settings(max_examples=100, deadline=None)
@given(ANYBODY, st.sampled_from(IDS))
def test_a_better_outcome_never_earns_less(match: Match, name: str) -> None:
    rising = [NOT_MET, NOT_STATED, PARTLY, MET]
    if name in WORK:
        # Its own outcome keeps the machine's closeness, which stands beside a person's steps.
        rising.remove(dict(match.verdicts)[name].outcome)
    scores = [decided(match, says(name, each)).score for each in rising]
    assert scores == sorted(scores)


def test_a_warning_says_where_a_person_decided_otherwise() -> None:
    match = MATCH["birch"]
    given = dict(match.verdicts)
    two = decided(match, says("R3", MET), says("R7", NOT_MET), says("R4", given["R4"].outcome))
    assert decided_otherwise(match, two) == ["R3", "R7"]
    assert two.warnings[:-1] == match.warnings
    assert (two.warnings[-1].code, two.warnings[-1].message) == (
        DECIDED,
        "A person decided otherwise than the machine on R3 and R7.",
    )
    back = decided(match, says("R3", MET), says("R3", given["R3"].outcome))
    assert decided_otherwise(match, back) == []
    assert back.warnings == match.warnings
