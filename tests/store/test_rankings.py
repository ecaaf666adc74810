"""Matches and rankings in the store, on SQLite and PostgreSQL."""

from datetime import timedelta

from service.store import batches, candidates, matches, places, pools, rankings, roles
from service.store.database import Database
from service.store.rankings import Finished
from tests.store.makers import NOW, add, basis, match, ranked, role, tenant

DONE = Finished(pool_size=2, judged=2, inputs_digest="i" * 64, result_digest="r" * 64)
LATER = NOW + timedelta(minutes=1)


def queued(connection: object, key: int, role_key: int, on: int) -> rankings.StoredRanking:
    return rankings.add(
        connection,  # type: ignore[arg-type]
        key,
        role=role_key,
        basis=on,
        pool=None,
        pool_key=None,
        options={"top": None, "blind": False},
        by="tests",
        now=NOW,
    )


def test_equal_bases_are_one_and_any_difference_makes_another(database: Database) -> None:
    with database.writing() as connection:
        acme = tenant(connection)
        stored = role(connection, acme)
        first = matches.ensure_basis(connection, acme, stored.key, basis(stored))
        again = matches.ensure_basis(connection, acme, stored.key, basis(stored))
        others = [
            matches.ensure_basis(connection, acme, stored.key, basis(stored, **change))
            for change in (
                {"role": {**stored.record, "title": "Other"}},
                {"model": {"name": "other"}},
                {"weights_digest": "o" * 64},
                {"knowledge": "o" * 64},
                {"as_of": NOW.date() + timedelta(days=1)},
            )
        ]
        assert matches.basis_of(connection, acme, first) == basis(stored)
    assert again == first
    assert len({first, *others}) == 6


def test_only_candidates_without_a_match_are_missing(database: Database) -> None:
    with database.writing() as connection:
        acme = tenant(connection)
        _, on = ranked(connection, acme, {"anna": 50.0})
        ben, cleo = add(connection, acme, "ben"), add(connection, acme, "cleo")
        pool = pools.ensure(connection, acme, "autumn", NOW)
        pools.put(connection, acme, pool.key, [ben.key])
        assert matches.missing(connection, acme, on, None) == [ben.key, cleo.key]
        assert matches.missing(connection, acme, on, pool.key) == [ben.key]
        matches.put(connection, on, [match(ben, 40.0)])
        # Stored twice it is still one, and nobody who was erased comes back with a match.
        matches.put(connection, on, [match(ben, 40.0)])
        gone = match(cleo, 30.0)
        connection.execute(
            candidates.candidates.delete().where(candidates.candidates.c.id == cleo.key)
        )
        matches.put(connection, on, [gone])
        assert matches.missing(connection, acme, on, None) == []
        scores = {each.label: each.score for each in matches.scored(connection, acme, on, None)}
        (in_pool,) = matches.scored(connection, acme, on, pool.key)
        records = matches.records(connection, on, [ben.key, cleo.key])
    assert scores == {"anna": 50.0, "ben": 40.0}
    assert (in_pool.label, in_pool.digest) == ("ben", "digest of ben")
    record = {"candidate_id": ben.id, "score": 40.0, "band": "good"}
    assert records == {ben.key: record}


def test_the_number_of_what_is_gone_is_not_given_to_another(database: Database) -> None:
    def numbers() -> tuple[int, ...]:
        with database.writing() as connection:
            stored, pool = role(connection, acme), pools.ensure(connection, acme, "autumn", NOW)
            on = matches.ensure_basis(connection, acme, stored.key, basis(stored))
            ranking = queued(connection, acme, stored.key, on)
            batch = batches.create(connection, acme, name="", pool=None, by="tests", now=NOW)
        with database.writing() as connection:
            assert roles.remove(connection, acme, stored.id)
            assert pools.remove(connection, acme, pool.id)
            batches.abandon(connection, batch.key)
            batches.remove_abandoned(connection, batch.key)
        return on, ranking.key, pool.key, batch.key

    with database.writing() as connection:
        acme = tenant(connection)
    first = numbers()
    assert all(later > before for before, later in zip(first, numbers(), strict=True))


def made(name: str, score: float) -> matches.NewMatch:
    record = {"candidate_id": name, "score": score, "band": "good"}
    return matches.NewMatch.of(1, record, {"outcomes": ""})


def test_the_digest_of_a_match_does_not_depend_on_the_id_of_the_candidate() -> None:
    one = made("c_1", 5.0)
    two = made("c_2", 5.0)
    other = made("c_2", 5.1)
    assert (one.digest, one.record) == (two.digest, two.record)
    assert one.digest != other.digest


def test_a_ranking_is_made_by_whoever_holds_its_lease(database: Database) -> None:
    with database.writing() as connection:
        acme = tenant(connection)
        role_key, on = ranked(connection, acme, {"anna": 50.0, "ben": 60.0})
        ranking = queued(connection, acme, role_key, on)
        assert rankings.waiting(connection, NOW, 9) == [ranking.key]
        token = rankings.lease(connection, ranking.key, NOW, seconds=30)
        assert token is not None
        assert rankings.lease(connection, ranking.key, NOW, seconds=30) is None
        assert rankings.waiting(connection, NOW, 9) == []
        assert rankings.renew(connection, ranking.key, token, NOW, seconds=90)
        assert rankings.waiting(connection, LATER, 9) == []
        found = sorted(matches.scored(connection, acme, on, None), key=lambda each: -each.score)
        assert not rankings.finish(connection, ranking.key, "not ours", found, DONE, LATER)
        assert places.rows(connection, ranking) == []
        assert rankings.finish(connection, ranking.key, token, found, DONE, LATER)
        assert not rankings.finish(connection, ranking.key, token, found, DONE, LATER)
        made = rankings.by_id(connection, acme, ranking.id)
        shown = places.rows(connection, ranking)
        assert places.rows(connection, ranking, 1, 9) == shown[1:]
    assert made is not None
    assert (made.status, made.judged, made.finished_at) == ("done", 2, LATER)
    assert [(each.rank, each.candidate, each.score, each.band) for each in shown] == [
        (1, found[0].candidate, 60.0, "good"),
        (2, found[1].candidate, 50.0, "good"),
    ]


def test_a_ranking_whose_maker_died_is_taken_up(database: Database) -> None:
    with database.writing() as connection:
        acme = tenant(connection)
        ranking = queued(connection, acme, *ranked(connection, acme, {"anna": 50.0}))
        dead = rankings.lease(connection, ranking.key, NOW, seconds=30)
        assert dead is not None
        assert rankings.waiting(connection, LATER, 9) == [ranking.key]
        assert rankings.lease(connection, ranking.key, LATER, seconds=30) not in {None, dead}
        assert not rankings.renew(connection, ranking.key, dead, LATER, seconds=30)


def test_a_ranking_that_cannot_be_made_says_why(database: Database) -> None:
    with database.writing() as connection:
        acme = tenant(connection)
        ranking = queued(connection, acme, *ranked(connection, acme, {"anna": 50.0}))
        token = rankings.lease(connection, ranking.key, NOW, seconds=30)
        assert token is not None
        rankings.fail(connection, ranking.key, token, "the model is gone", LATER)
        failed = rankings.by_id(connection, acme, ranking.id)
        assert rankings.waiting(connection, LATER + timedelta(hours=1), 9) == []
    assert failed is not None
    assert (failed.status, failed.error) == ("failed", "the model is gone")


def test_rankings_are_listed_newest_first_and_only_ones_own(database: Database) -> None:
    with database.writing() as connection:
        acme, other = tenant(connection), tenant(connection, "other")
        role_key, on = ranked(connection, acme, {"anna": 50.0})
        first, second = (queued(connection, acme, role_key, on) for _ in range(2))
        assert rankings.page(connection, acme, None, None, 9) == [second, first]
        assert rankings.page(connection, acme, role_key, second.key, 9) == [first]
        assert rankings.page(connection, other, None, None, 9) == []
        assert rankings.by_id(connection, other, first.id) is None
        assert rankings.remove(connection, other, first.id) is False
        assert rankings.remove(connection, acme, first.id) is True
        assert rankings.by_id(connection, acme, first.id) is None
