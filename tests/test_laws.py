"""What must hold of every score, tried on the samples with a model that costs nothing."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from data import samples
from data.documents import read
from embeddings.passages import windows
from matcher.engine import Matcher
from matcher.meaning import PoolMeaning, phrases_of
from matcher.scoring import typed as scored_by_verdict
from matcher.types import Candidate, Match, Role
from matcher.weights import default_weights
from service.result import Ranking
from tests.fakes import FirstLetterEncoder, identity

TODAY = date(2026, 11, 23)
MATCHER = Matcher(FirstLetterEncoder(), windows, default_weights(), TODAY)
NAMES = ("Chidinma Okonkwo-Shaw", "Tom Ash", "Aleksandra Przybylska")
PERSONAL = "Date of birth: 4 May 1968\nNationality: Ghanaian\nMarital status: widowed\n"


@pytest.fixture(scope="module")
def roles() -> list[Role]:
    return [MATCHER.read_role(path.stem, read(path).text) for path in samples.roles()]


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    return {path.stem: read(path).text for path in sorted(samples.cvs().iterdir())}


@pytest.fixture(scope="module")
def pool(texts: dict[str, str]) -> list[Candidate]:
    return [MATCHER.read_candidate(name, text) for name, text in texts.items()]


@pytest.fixture(scope="module")
def rankings(roles: list[Role], pool: list[Candidate]) -> dict[str, list[Match]]:
    return {role.id: MATCHER.rank(role, pool) for role in roles}


def every_match(rankings: dict[str, list[Match]]) -> Iterator[Match]:
    for matches in rankings.values():
        yield from matches


def alone(role: Role, name: str, text: str) -> Match:
    return MATCHER.rank(role, [MATCHER.read_candidate(name, text)])[0]


def points(match: Match) -> list[tuple[str, float]]:
    return [(line.name, line.points) for line in match.contributions]


def test_every_sample_role_asks_something(roles: list[Role]) -> None:
    assert len(roles) == 6
    assert all(role.requirements for role in roles)


def test_a_score_is_the_sum_of_its_points(rankings: dict[str, list[Match]]) -> None:
    for match in every_match(rankings):
        assert match.score == pytest.approx(sum(value for _, value in points(match)), abs=1e-6)
        assert 0 <= match.score <= 100
        assert all(0 <= line.points <= line.possible for line in match.contributions)


def test_every_quote_stands_in_the_cv(
    rankings: dict[str, list[Match]], texts: dict[str, str]
) -> None:
    quotes = [
        (each.quote, texts[match.candidate_id][each.start : each.end])
        for match in every_match(rankings)
        for _, verdict in match.verdicts
        for each in verdict.evidence
    ]
    assert len(quotes) > 1000
    assert all(quote == there and quote.strip() for quote, there in quotes)


def test_there_is_a_verdict_on_every_requirement(
    roles: list[Role], rankings: dict[str, list[Match]]
) -> None:
    for role in roles:
        asked = [each.id for each in role.requirements]
        assert all([name for name, _ in m.verdicts] == asked for m in rankings[role.id])


def test_the_order_of_the_pool_changes_nothing(
    roles: list[Role], pool: list[Candidate], rankings: dict[str, list[Match]]
) -> None:
    for role in roles:
        assert MATCHER.rank(role, pool[::-1]) == rankings[role.id]


def test_nobody_is_scored_by_who_else_is_there(
    roles: list[Role], pool: list[Candidate], rankings: dict[str, list[Match]]
) -> None:
    for role in roles:
        together = {match.candidate_id: match for match in rankings[role.id]}
        for candidate in pool:
            assert MATCHER.rank(role, [candidate]) == [together[candidate.id]]


def test_standings_are_those_of_the_matches(
    roles: list[Role], pool: list[Candidate], rankings: dict[str, list[Match]]
) -> None:
    members = MATCHER.prepare(pool)
    for role in roles:
        typed = {each.id for each in role.requirements if scored_by_verdict(each)}
        expected = [
            (
                match.candidate_id,
                match.score,
                match.band,
                {name: each.outcome for name, each in match.verdicts if name in typed},
            )
            for match in rankings[role.id]
        ]
        standings = MATCHER.standings(role, members)
        assert [(s.candidate_id, s.score, s.band) for s in standings] == [e[:3] for e in expected]
        assert all(
            e[3].items() <= dict(s.outcomes).items()
            for s, e in zip(standings, expected, strict=True)
        )
        assert MATCHER.standings(role, members) == standings


def test_a_shortlist_is_the_beginning_of_the_ranking(
    roles: list[Role], pool: list[Candidate], rankings: dict[str, list[Match]]
) -> None:
    """Whether it was asked for before or not, and whoever is out."""
    held = MATCHER.prepare(pool)
    for role in roles:
        strict = replace(
            role, requirements=tuple(replace(each, knock_out=True) for each in role.requirements)
        )
        for asked, ranking in ((role, rankings[role.id]), (strict, MATCHER.rank(strict, pool))):
            for most in (0, 1, 3, len(pool) + 1):
                assert MATCHER.shortlist(asked, held, most) == ranking[:most]
                assert MATCHER.shortlist(asked, MATCHER.prepare(pool), most) == ranking[:most]


def test_what_was_decided_for_another_day_or_question_is_not_taken_for_this_one(
    roles: list[Role], pool: list[Candidate]
) -> None:
    members = MATCHER.prepare(pool)
    role = max(roles, key=lambda each: len(each.requirements))
    less = replace(role, requirements=role.requirements[1:])
    later = replace(MATCHER, as_of=date(2036, 1, 1))
    for matcher, asked in ((MATCHER, role), (later, role), (MATCHER, less), (MATCHER, role)):
        fresh = matcher.standings(asked, MATCHER.prepare(pool))
        assert matcher.standings(asked, members) == fresh
    assert later.standings(role, members) != MATCHER.standings(role, members)


def test_a_member_held_is_matched_as_a_candidate_just_read(
    roles: list[Role], texts: dict[str, str], rankings: dict[str, list[Match]]
) -> None:
    words = ", ".join(f"{a} {b}" for a in ("risk", "cost", "plan") for b in texts)
    for role in roles:
        odd = {
            name: f"{text[:400]}\n{role.text[:600]}\nKey words\n{words}"
            for name, text in list(texts.items())[:5]
        }
        pool = [MATCHER.read_candidate(name, text) for name, text in odd.items()]
        members = MATCHER.prepare(pool)
        MATCHER.standings(roles[0], members)
        phrases = PoolMeaning(MATCHER.encoder, pool, phrases_of(role))
        alone = [MATCHER.match(role, each, phrases.of(n)) for n, each in enumerate(pool)]
        assert MATCHER.explain(role, members) == alone
        assert any(each.code == "pasted_role_text" for one in alone for each in one.warnings)
        assert {each.candidate_id: each.score for each in MATCHER.standings(role, members)} == {
            each.candidate_id: each.score for each in alone
        }


def test_blind_changes_no_score(
    roles: list[Role], pool: list[Candidate], rankings: dict[str, list[Match]]
) -> None:
    for role in roles:
        matches = tuple(rankings[role.id])
        people = {each.id: each for each in pool}
        ranking = Ranking(
            role, matches, people, (), len(pool), len(pool), identity(), MATCHER.weights, TODAY
        )
        hidden = ranking.blinded()
        assert [points(each) for each in hidden.matches] == [points(each) for each in matches]
        assert all(
            len(hidden.candidates[b.candidate_id].text) == len(people[a.candidate_id].text)
            for a, b in zip(matches, hidden.matches, strict=True)
        )


def renamed(name: str, text: str, other: str) -> str:
    """The CV with ``other`` wherever the name stands that the file is called after."""
    plain = "".join(unicodedata.normalize("NFKD", sign)[0] for sign in text)
    # A middle name or initial may stand between the names.
    words = re.compile(r"[\s-]+(?:\w+\.?\s+)?".join(name.split("-")), re.IGNORECASE)
    spans = [found.span() for found in words.finditer(plain)]
    assert spans, name
    for start, end in reversed(spans):
        text = text[:start] + other + text[end:]
    return text


def changes(
    roles: list[Role],
    rankings: dict[str, list[Match]],
    changed: dict[str, str],
) -> list[tuple[str, str]]:
    """The roles and CVs of which a change to the text changed the points."""
    pool = [MATCHER.read_candidate(name, text) for name, text in changed.items()]
    return [
        (role.id, match.candidate_id)
        for role in roles
        for match in MATCHER.rank(role, pool)
        if points(match) != before_of(match, rankings[role.id])
    ]


def before_of(match: Match, matches: list[Match]) -> list[tuple[str, float]]:
    (before,) = [each for each in matches if each.candidate_id == match.candidate_id]
    return points(before)


@pytest.mark.parametrize("other", NAMES)
def test_another_name_changes_no_score(
    other: str, roles: list[Role], texts: dict[str, str], rankings: dict[str, list[Match]]
) -> None:
    changed = {name: renamed(name, text, other) for name, text in texts.items()}
    assert changes(roles, rankings, changed) == []


def test_other_pronouns_change_no_score(
    roles: list[Role], texts: dict[str, str], rankings: dict[str, list[Match]]
) -> None:
    changed = {
        name: re.sub(r"\bhe\b", "she", re.sub(r"\bhis\b", "her", text))
        for name, text in texts.items()
    }
    assert changed != texts
    assert changes(roles, rankings, changed) == []


def test_personal_details_change_no_score(
    roles: list[Role], texts: dict[str, str], rankings: dict[str, list[Match]]
) -> None:
    changed = {}
    for name, text in texts.items():
        first, _, rest = text.lstrip().partition("\n")
        changed[name] = f"{first}\n{PERSONAL}{rest}"
    assert changes(roles, rankings, changed) == []


def test_appending_the_role_to_a_cv_gains_nothing(
    roles: list[Role], texts: dict[str, str], rankings: dict[str, list[Match]]
) -> None:
    for number, role in enumerate(roles):
        before = {match.candidate_id: match.score for match in rankings[role.id]}
        # A third of the CVs for each role, so that each CV is read with a role or two.
        pool = [
            MATCHER.read_candidate(name, f"{texts[name]}\n\n{role.text}")
            for name in list(texts)[number % 3 :: 3]
        ]
        gained = {
            match.candidate_id: match.score - before[match.candidate_id]
            for match in MATCHER.rank(role, pool)
            if match.score > before[match.candidate_id]
        }
        assert gained == {}, role.id


def test_the_same_words_give_the_same_match(roles: list[Role], texts: dict[str, str]) -> None:
    name, text = next(iter(texts.items()))
    assert alone(roles[0], name, text) == alone(roles[0], name, text)
    again = alone(roles[0], "other", text)
    assert replace(again, candidate_id=name) == alone(roles[0], name, text)
