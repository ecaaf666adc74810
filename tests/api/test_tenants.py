"""Two tenants at each other's ids: 404 on every route, whatever is asked, and never a word."""

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.api.serving import add_cv, add_role, cv, rank

Headers = dict[str, str]
SCOPES = ("read", "write", "admin")
# Bodies that would do something, were the ids one's own.
BODIES: dict[str, Any] = {
    "add_requirement": {"text": "SC clearance"},
    "edit_requirement": {"importance": "desirable"},
    "create_ranking": {},
    "add_to_pool": {"candidates": ["c_" + "0" * 22]},
    "create_override": {"requirement_id": "R1", "outcome": "met", "reason": "We asked."},
    "what_if": {"changes": [{"requirement_id": "R1", "importance": "desirable"}]},
}


class Owned:
    """What a tenant has, and how to ask for it."""

    def __init__(self, client: TestClient, headers: Headers, name: str) -> None:
        self.client, self.headers, self.name = client, headers, name
        role = add_role(client, headers=headers)
        person = add_cv(client, cv(f"{name} Person"), external_id="A-1", pool=name, headers=headers)
        pool = client.get("/v1/pools", headers=headers).json()["items"][0]
        ranking = rank(client, role, headers=headers)
        self.ids = {
            "role_id": role["id"],
            "requirement_id": "R1",
            "candidate_id": person["id"],
            "pool_id": pool["id"],
            "ranking_id": ranking["id"],
        }


@pytest.fixture
def both(served: TestClient, make_key: Callable[..., Headers]) -> tuple[Owned, Owned]:
    keys = [make_key(*SCOPES, tenant=name) for name in ("acme", "other")]
    return Owned(served, keys[0], "acme"), Owned(served, keys[1], "other")


def operations(client: TestClient) -> list[tuple[str, str, str]]:
    """Every operation whose path names something: method, path, operation id."""
    paths = client.get("/openapi.json").json()["paths"]
    return [
        (method, path, operation["operationId"])
        for path, methods in paths.items()
        for method, operation in methods.items()
        if "{" in path
    ]


def test_every_route_with_an_id_answers_that_there_is_no_such_thing(
    both: tuple[Owned, Owned],
) -> None:
    mine, theirs = both
    asked = 0
    for method, path, name in operations(mine.client):
        parameters = re.findall(r"\{(\w+)\}", path)
        if not set(parameters) <= set(theirs.ids):
            continue
        url = path.format(**theirs.ids)
        answer = mine.client.request(method, url, json=BODIES.get(name), headers=mine.headers)
        assert answer.status_code == 404, (method, path, answer.text)
        assert answer.json()["type"] == "/problems/not-found"
        assert "other" not in answer.text
        asked += 1
    assert asked >= 15
    # Nothing of theirs was touched meanwhile.
    for noun, name in (("roles", "role_id"), ("candidates", "candidate_id"), ("pools", "pool_id")):
        url = f"/v1/{noun}/{theirs.ids[name]}"
        assert theirs.client.get(url, headers=theirs.headers).status_code == 200


def test_neither_sees_the_other_in_any_list(both: tuple[Owned, Owned]) -> None:
    for one, another in (both, both[::-1]):
        for noun in ("roles", "candidates", "pools", "rankings", "audit"):
            listed = one.client.get(f"/v1/{noun}?limit=200", headers=one.headers).text
            assert not any(
                each in listed for name, each in another.ids.items() if name != "requirement_id"
            )


def test_both_at_once_get_only_their_own(both: tuple[Owned, Owned]) -> None:
    def hammer(number: int) -> list[str]:
        one, another = both if number % 2 else both[::-1]
        leaks = []
        for _ in range(15):
            own = one.client.get(f"/v1/candidates/{one.ids['candidate_id']}", headers=one.headers)
            foreign = one.client.get(
                f"/v1/candidates/{another.ids['candidate_id']}", headers=one.headers
            )
            places = one.client.get(
                f"/v1/rankings/{one.ids['ranking_id']}/matches", headers=one.headers
            )
            if own.status_code != 200 or foreign.status_code != 404:
                leaks.append(f"{own.status_code} {foreign.status_code}")
            if f"{another.name} Person" in own.text + places.text + foreign.text:
                leaks.append(another.name)
        return leaks

    with ThreadPoolExecutor(8) as threads:
        assert [leak for found in threads.map(hammer, range(8)) for leak in found] == []
