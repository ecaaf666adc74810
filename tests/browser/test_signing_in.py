"""Keys: who may come in, what a key may do, and what other sites may not."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx2
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import making
from tests.browser.axe import violations
from tests.browser.browsing import Watch, opened
from tests.browser.serving import keys, serving


@dataclass(frozen=True, slots=True)
class Locked:
    """A server that asks for a key, and its data directory."""

    address: str
    data: Path

    def key(self, scopes: str) -> tuple[str, str]:
        """Make a key; return its public id and the key."""
        said = keys(self.data, "create", "--tenant", "acme", "--name", "t", "--scopes", scopes)
        secret, _, told = said.partition("\n")
        return told.removeprefix("This is key ").partition(";")[0], secret


@pytest.fixture(scope="module")
def locked(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Locked]:
    """A server for which keys were made."""
    folder = tmp_path_factory.mktemp("locked")
    keys(folder / "data", "create", "--tenant", "acme", "--name", "first", "--scopes", "admin")
    with serving(folder / "data", folder / "log") as address:
        yield Locked(address, folder / "data")


@pytest.fixture
def watch(locked: Locked) -> Watch:
    """What went wrong on that server's pages."""
    return Watch(locked.address)


def sign_in(page: Page, key: str, path: str = "/") -> None:
    """Open a page and give a key."""
    page.goto(path)
    page.get_by_label("Your key").fill(key)
    page.get_by_role("button", name="Sign in").click()


def test_whoever_signs_in_comes_where_they_wanted_to_go(locked: Locked, page: Page) -> None:
    _, key = locked.key("read,write")
    sign_in(page, key, "/people?q=a")
    page.wait_for_url("**/people?q=a")
    expect(page.get_by_role("heading", level=1)).to_have_text("People")


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(locked: Locked, page: Page) -> None:
    _, key = locked.key("read")
    sign_in(page, key)
    (cookie,) = page.context.cookies()
    assert cookie["httpOnly"]
    assert cookie["sameSite"] == "Strict"
    assert key not in cookie["value"]


def test_a_wrong_key_is_told_so(page: Page, watch: Watch) -> None:
    watch.expected = ["status of 401"]
    sign_in(page, "rm_wrong")
    expect(page.locator("#key-help")).to_contain_text("That key is not valid")
    expect(page.get_by_label("Your key")).to_have_attribute("aria-invalid", "true")
    assert violations(page) == []


def test_pages_with_nothing_on_them_meet_wcag(locked: Locked, page: Page) -> None:
    _, key = locked.key("read,write")
    sign_in(page, key)
    for path in ("/", "/roles", "/people", "/shortlists"):
        page.goto(path)
        assert violations(page) == [], path
        page.emulate_media(color_scheme="dark", reduced_motion="reduce")
        assert violations(page) == [], path
        page.emulate_media(color_scheme="light")


def test_signing_out_ends_it(locked: Locked, page: Page) -> None:
    _, key = locked.key("read")
    sign_in(page, key)
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/sign-in")
    page.goto("/people")
    page.wait_for_url("**/sign-in?next=/people")


def test_a_key_that_was_revoked_is_out_at_once(locked: Locked, page: Page) -> None:
    public, key = locked.key("read")
    sign_in(page, key)
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()
    keys(locked.data, "revoke", public)
    page.goto("/roles")
    page.wait_for_url("**/sign-in?next=/roles")


def test_a_key_that_may_only_read_is_told_what_it_may_not(
    locked: Locked, page: Page, watch: Watch
) -> None:
    watch.expected = ["status of 403"]
    _, key = locked.key("read")
    sign_in(page, key, "/roles/new")
    page.get_by_label("Paste the advert").fill(making.ROLE)
    page.get_by_role("button", name="Read it").click()
    expect(page.locator("main")).to_contain_text("Ask whoever gave you the key")


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "http://evil.example"},
    ],
)
def test_a_form_from_another_site_is_refused(
    headers: dict[str, str], locked: Locked, browser: Browser, watch: Watch
) -> None:
    _, key = locked.key("read,write")
    context = opened(browser, watch)
    page = context.new_page()
    sign_in(page, key)
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()
    (cookie,) = context.cookies()
    context.close()
    answer = httpx2.post(
        f"{locked.address}/roles",
        data={"text": making.ROLE},
        headers={**headers, "Cookie": f"{cookie['name']}={cookie['value']}"},
    )
    assert answer.status_code == 403
    roles = httpx2.get(f"{locked.address}/v1/roles", headers={"Authorization": f"Bearer {key}"})
    assert roles.json()["items"] == []


def test_nobody_is_sent_to_another_site_after_signing_in(locked: Locked, page: Page) -> None:
    _, key = locked.key("read")
    sign_in(page, key, "/sign-in?next=//evil.example/")
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()
    assert page.url == f"{locked.address}/"
