"""People's words against verdicts in the store, on SQLite and PostgreSQL."""

from datetime import timedelta

from sqlalchemy import Connection

from service.store import candidates, matches, overrides, places, rankings
from service.store.database import Database
from service.store.overrides import Revision, StoredOverride
from service.store.rankings import Finished, StoredRanking
from tests.store.makers import NOW, ranked, tenant


def finished(connection: Connection, key: int, scores: dict[str, float]) -> StoredRanking:
    """Store a ranking of candidates with these scores."""
    role, basis = ranked(connection, key, scores)
    options = {"top": None, "blind": False}
    queued = rankings.add(
        connection, key, role=role, basis=basis, pool=None, pool_key=None,
        options=options, by="tests", now=NOW,
    )  # fmt: skip
    token = rankings.lease(connection, queued.key, NOW, 30)
    assert token is not None
    found = sorted(matches.scored(connection, key, basis, None), key=lambda each: -each.score)
    done = Finished(len(found), len(found), "i", "r")
    assert rankings.finish(connection, queued.key, token, found, done, NOW)
    made = rankings.by_id(connection, key, queued.id)
    assert made is not None
    return made


def keys(connection: Connection, ranking: StoredRanking) -> dict[str | None, int]:
    """Return the candidates of a ranking by their labels."""
    rows = places.rows(connection, ranking)
    return {each.label: each.candidate for each in rows if each.candidate is not None}


def test_words_are_kept_in_order_each_with_its_ranking_and_candidate(database: Database) -> None:
    with database.writing() as connection:
        acme = tenant(connection)
        ranking = finished(connection, acme, {"anna": 50.0, "ben": 60.0})
        anna, ben = (keys(connection, ranking)[each] for each in ("anna", "ben"))
        said = [
            StoredOverride(anna, "R1", "met", "seen", "Priya", NOW),
            StoredOverride(ben, "R1", "not_met", "asked", "Priya", NOW),
            StoredOverride(anna, "R1", "partly", "seen again", "Tom", NOW + timedelta(hours=1)),
        ]
        for word in said:
            assert overrides.hold(connection, ranking.key, word.candidate)
            overrides.add(connection, ranking.key, word)
        assert overrides.on(connection, ranking.key, anna) == [said[0], said[2]]
        assert overrides.of_ranking(connection, ranking.key) == said


def test_nobody_decides_on_who_has_no_place(database: Database) -> None:
    with database.writing() as connection:
        acme = tenant(connection)
        ranking = finished(connection, acme, {"anna": 50.0})
        other = finished(connection, tenant(connection, "other"), {"ben": 50.0})
        ben = keys(connection, other)["ben"]
        assert not overrides.hold(connection, ranking.key, ben)
        anna = keys(connection, ranking)["anna"]
        assert overrides.hold(connection, ranking.key, anna)
        gone = candidates.candidates.delete().where(candidates.candidates.c.id == anna)
        connection.execute(gone)
        assert not overrides.hold(connection, ranking.key, anna)


def test_a_revision_stands_beside_the_machines_match_until_it_is_put_back(
    database: Database,
) -> None:
    with database.writing() as connection:
        acme = tenant(connection)
        ranking = finished(connection, acme, {"anna": 50.0, "ben": 60.0})
        anna = keys(connection, ranking)["anna"]
        before, gists = places.rows(connection, ranking), places.gists(connection, ranking)
        assert not overrides.revised(connection, ranking.key)
        for score in (70.0, 80.0):
            revision = Revision(score, "strong", {"score": score}, {"outcomes": "m"})
            overrides.revise(connection, ranking.key, anna, revision)
        assert overrides.revised(connection, ranking.key)
        assert overrides.records(connection, ranking.key, [anna]) == {anna: {"score": 80.0}}
        rows = {each.candidate: each for each in places.rows(connection, ranking)}
        row = rows[anna]
        assert (row.score, row.revised_score, row.revised_band) == (50.0, 80.0, "strong")
        after = places.gists(connection, ranking)
        assert after == {**gists, anna: {"outcomes": "m"}} != gists
        overrides.revise(connection, ranking.key, anna, None)
        assert places.rows(connection, ranking) == before
        assert places.gists(connection, ranking) == gists
