"""Pools: candidates under a name."""

from starlette.testclient import TestClient

from tests.api.serving import add_cv, cv


def test_candidates_are_put_in_and_taken_out(served: TestClient) -> None:
    anna, ben = (add_cv(served, cv(name)) for name in ("Anna", "Ben"))
    answer = served.post("/v1/pools", json={"name": "autumn"})
    pool = answer.json()
    assert (answer.status_code, pool["size"]) == (201, 0)
    assert served.post("/v1/pools", json={"name": "autumn"}).status_code == 200
    url = f"/v1/pools/{pool['id']}"
    members = {"candidates": [anna["id"], ben["id"], anna["id"]]}
    assert served.post(f"{url}/candidates", json=members).json()["size"] == 2
    assert served.delete(f"{url}/candidates/{anna['id']}").status_code == 204
    assert served.delete(f"{url}/candidates/{anna['id']}").status_code == 404
    listed = served.get("/v1/candidates", params={"pool": pool["id"]}).json()["items"]
    assert [each["id"] for each in listed] == [ben["id"]]


def test_where_one_is_unknown_nobody_is_put_in(served: TestClient) -> None:
    anna = add_cv(served, cv("Anna"))
    pool = served.post("/v1/pools", json={"name": "autumn"}).json()
    members = {"candidates": [anna["id"], "c_" + "0" * 22]}
    assert served.post(f"/v1/pools/{pool['id']}/candidates", json=members).status_code == 422
    assert served.get(f"/v1/pools/{pool['id']}").json()["size"] == 0


def test_a_pool_goes_without_its_candidates(served: TestClient) -> None:
    add_cv(served, cv("Anna"), pool="autumn")
    (pool,) = served.get("/v1/pools").json()["items"]
    assert served.delete(f"/v1/pools/{pool['id']}").status_code == 204
    assert served.get(f"/v1/pools/{pool['id']}").status_code == 404
    assert len(served.get("/v1/candidates").json()["items"]) == 1
