"""Who may look at a page, and whose form is taken."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from starlette.testclient import TestClient

from service.store import api_keys, sessions, tenants
from service.store.database import Database
from service.web.door import COOKIE, is_page
from service.work.clock import now
from tests.web.reading import read

HTML = {"Accept": "text/html"}


@pytest.fixture
def secret(make_key: Callable[..., dict[str, str]]) -> str:
    return make_key("read", "write")["Authorization"].removeprefix("Bearer ")


def sign_in(client: TestClient, secret: str, **more: str) -> None:
    answer = client.post("/sign-in", data={"key": secret, **more}, follow_redirects=False)
    assert answer.status_code == 303, answer.text


def test_while_there_is_no_key_everybody_here_is_let_in(served: TestClient) -> None:
    page = read(served.get("/", headers=HTML))
    assert "Drop a role and CVs in" in page.text
    assert "Sign out" not in page.text


def test_with_a_key_a_page_leads_to_signing_in_and_back(served: TestClient, secret: str) -> None:
    away = served.get("/people?q=anna", follow_redirects=False)
    assert (away.status_code, away.headers["location"]) == (303, "/sign-in?next=/people%3Fq%3Danna")
    page = read(served.get(away.headers["location"], headers=HTML))
    assert page.one("input[name=next]").attributes["value"] == "/people?q=anna"
    answer = served.post(
        "/sign-in", data={"key": secret, "next": "/people?q=anna"}, follow_redirects=False
    )
    assert answer.headers["location"] == "/people?q=anna"
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert secret not in cookie
    assert "Sign out" in read(served.get("/people", headers=HTML)).text


def test_part_of_a_page_leads_there_too(served: TestClient, secret: str) -> None:
    answer = served.get("/people", headers={"HX-Request": "true"}, follow_redirects=False)
    assert (answer.status_code, answer.headers["hx-redirect"]) == (401, "/sign-in")


def test_a_wrong_key_is_told(served: TestClient, secret: str) -> None:
    page = read(served.post("/sign-in", data={"key": secret[:-1]}, headers=HTML), 401)
    assert "That key is not valid" in page.text
    assert COOKIE not in served.cookies


@pytest.mark.parametrize("there", ["https://example.org/", "//example.org", "/\\example.org"])
def test_nobody_is_sent_elsewhere(served: TestClient, secret: str, there: str) -> None:
    answer = served.post("/sign-in", data={"key": secret, "next": there}, follow_redirects=False)
    assert answer.headers["location"] == "/"


def test_who_signs_out_is_out_with_a_copy_of_the_cookie_too(
    served: TestClient, secret: str
) -> None:
    sign_in(served, secret)
    token = served.cookies[COOKIE]
    assert served.post("/sign-out", follow_redirects=False).status_code == 303
    served.cookies.set(COOKIE, token)
    assert served.get("/roles", follow_redirects=False).status_code == 303


def test_a_session_ends_with_its_key_and_with_its_time(store: Database) -> None:
    with store.writing() as connection:
        owner = tenants.ensure(connection, "acme")
        key, _ = api_keys.create(connection, owner.id, "desk", frozenset({"read"}))
        at = now()
        token = sessions.begin(connection, key, at + timedelta(hours=1))
        assert sessions.find(connection, token, at) == key
        assert sessions.find(connection, token + "x", at) is None
        assert sessions.find(connection, token, at + timedelta(hours=1)) is None
        api_keys.revoke(connection, key.public_id)
        assert sessions.find(connection, token, at) is None
        assert sessions.sweep(connection, at + timedelta(hours=2)) == 1


def test_a_key_that_may_only_read_is_told_so(
    served: TestClient, make_key: Callable[..., dict[str, str]]
) -> None:
    sign_in(served, make_key("read")["Authorization"].removeprefix("Bearer "))
    page = read(served.post("/roles", data={"text": "A role"}, headers=HTML), 403)
    assert "The key needs the scope 'write'" in page.text


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://example.org"},
        {"Origin": "null"},
    ],
)
def test_a_form_of_another_site_is_refused(
    served: TestClient, secret: str, headers: dict[str, str]
) -> None:
    sign_in(served, secret)
    answer = served.post("/settings/blind", data={"blind": "1"}, headers=headers)
    assert answer.status_code == 403
    ours = {"Sec-Fetch-Site": "same-origin", "Origin": "http://localhost"}
    answer = served.post(
        "/settings/blind", data={"blind": "1"}, headers=ours, follow_redirects=False
    )
    assert answer.status_code == 303


def test_a_session_opens_no_route_of_the_api(served: TestClient, secret: str) -> None:
    sign_in(served, secret)
    assert served.get("/v1/roles").status_code == 401


def test_pages_and_the_rest_are_told_apart() -> None:
    assert all(map(is_page, ("/", "/roles", "/roles/new", "/sign-in")))
    assert not any(map(is_page, ("/v1/roles", "/static/app.css", "/healthz", "/rolesx")))


def test_nothing_of_a_page_may_run_that_is_not_ours(served: TestClient) -> None:
    page = read(served.get("/", headers=HTML))
    policy = page.answer.headers["content-security-policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert not page.all("script:not([src])")
    assert not page.all("[style], style, [onclick], [onsubmit]")


def test_what_is_not_there_is_told_in_a_page(served: TestClient) -> None:
    page = read(served.get(f"/roles/r_{'0' * 22}", headers=HTML), 404)
    assert "There is no role of this id." in page.text
    assert page.all('a[href="/"]')
    answer = served.get(f"/roles/r_{'0' * 22}", headers={"Accept": "application/json"})
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_script_is_kept_for_as_long_as_it_stays_the_same(served: TestClient) -> None:
    page = read(served.get("/", headers=HTML))
    for each in page.all("script[src]"):
        answer = served.get(str(each.attributes["src"]))
        assert answer.status_code == 200
        assert "immutable" in answer.headers["cache-control"]
