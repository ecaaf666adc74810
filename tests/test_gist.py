"""A match in short keeps what its points follow from, and no word."""

import json

import pytest

from matcher.gist import columns_from, gist_json, outcomes_from
from matcher.ranking import bands
from matcher.scoring import scorecard, scores
from matcher.types import Match
from tests.desk import MATCHES, ROLE, WEIGHTS, columns_of


def test_matches_in_short_are_the_columns_of_the_matches_and_scored_as_they_were() -> None:
    gists = [json.loads(json.dumps(gist_json(ROLE, match))) for match in MATCHES]
    rows = [
        (each.candidate_id, each.score, each.band, gist)
        for each, gist in zip(MATCHES, gists, strict=True)
    ]
    found, whole = columns_from(ROLE, rows), columns_of(ROLE, MATCHES)
    assert (found.names, found.bands) == (whole.names, whole.bands)
    for name, column in whole.outcomes.items():
        assert found.outcomes[name].tolist() == column.tolist()
        assert found.attained[name].tolist() == whole.attained[name].tolist()
    card = scorecard(ROLE, WEIGHTS)
    again = scores(card, found.title, found.attained, found.outcomes, WEIGHTS)
    assert again.tolist() == [match.score for match in MATCHES]
    assert bands(again, ROLE, found, WEIGHTS) == tuple(match.band for match in MATCHES)


@pytest.mark.parametrize("match", MATCHES, ids=lambda each: each.candidate_id)
def test_a_match_in_short_holds_its_outcomes(match: Match) -> None:
    gist = json.loads(json.dumps(gist_json(ROLE, match)))
    assert outcomes_from(ROLE, gist) == {name: each.outcome for name, each in match.verdicts}


def test_a_match_in_short_holds_no_word_of_the_cv() -> None:
    quotes = [each.quote for match in MATCHES for _, v in match.verdicts for each in v.evidence]
    told = json.dumps([gist_json(ROLE, match) for match in MATCHES])
    assert quotes
    assert not any(quote in told for quote in quotes)
