"""A match in short keeps what its points follow from, and no word."""

import json

import pytest

from matcher.gist import gist_json, match_from_gist, outcomes_from
from matcher.matching import match_of
from matcher.scoring import rescored, scorecard
from matcher.types import Match
from tests.desk import MATCHES, ROLE, WEIGHTS


@pytest.mark.parametrize("match", MATCHES, ids=lambda each: each.candidate_id)
def test_a_match_in_short_is_scored_anew_as_the_match_itself(match: Match) -> None:
    gist = json.loads(json.dumps(gist_json(ROLE, match)))
    short = match_from_gist(ROLE, match.candidate_id, match.score, match.band, gist)
    assert outcomes_from(ROLE, gist) == {name: each.outcome for name, each in match.verdicts}
    verdicts = dict(short.verdicts)
    lines = rescored(scorecard(ROLE, WEIGHTS), ROLE, short.contributions, verdicts, WEIGHTS)
    again = match_of(short.candidate_id, ROLE, lines, verdicts, (), WEIGHTS)
    assert (again.contributions, again.score, again.band) == (
        match.contributions,
        match.score,
        match.band,
    )


def test_a_match_in_short_holds_no_word_of_the_cv() -> None:
    quotes = [each.quote for match in MATCHES for _, v in match.verdicts for each in v.evidence]
    told = json.dumps([gist_json(ROLE, match) for match in MATCHES])
    assert quotes
    assert not any(quote in told for quote in quotes)
