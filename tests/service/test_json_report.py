"""The machine-readable form that other programs depend on."""

import json

from service.reports import RENDERERS
from tests.service.rankings import RANKING


def record() -> dict:
    return json.loads(RENDERERS["json"](RANKING))


def test_it_says_what_was_ranked_and_with_what() -> None:
    found = record()
    assert found["role"]["title"] == "Head of Desk"
    assert found["role"]["requirements"][1]["criterion"]["min_amount"] == 2e6
    assert found["model"]["name"] == "first-letters"
    assert found["weights"] == {
        "name": RANKING.weights.name,
        "digest": RANKING.weights.digest,
    }
    assert found["as_of"] == "2026-11-23"
    assert found["failed"][0]["path"] == "cvs/scan.pdf"


def test_matches_are_ranked_and_their_points_add_up() -> None:
    matches = record()["matches"]
    assert [(each["rank"], each["candidate_id"]) for each in matches] == [(1, "anna"), (2, "ben")]
    for each in matches:
        assert sum(line["points"] for line in each["contributions"]) == each["score"]


def test_verdicts_quote_the_cv() -> None:
    verdict = record()["matches"][0]["verdicts"][1]
    assert verdict["requirement_id"] == "R2"
    assert verdict["status"] == "met"
    (evidence,) = verdict["evidence"]
    text = RANKING.candidates["anna"].text
    assert text[evidence["start"] : evidence["end"]] == evidence["quote"] == "a budget of £3m"


def test_the_same_ranking_gives_the_same_bytes() -> None:
    assert RENDERERS["json"](RANKING) == RENDERERS["json"](RANKING)
