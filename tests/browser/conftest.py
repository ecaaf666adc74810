"""One server and one browser for all tests of the pages.

The samples are loaded once, by the button that a recruiter would press. Each test has a context of
its own, and fails when a page of it said an error, broke the policy or asked another server.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx2
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from benchmarks.chromium import chromium, headless
from tests.browser.browsing import PATIENCE_MS, Watch, opened, path_of
from tests.browser.serving import serving

HERE = Path(__file__).parent
expect.set_options(timeout=PATIENCE_MS)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark whatever needs a browser."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium."""
    path = chromium()
    if path is None:
        reason = "no chromium is installed here (Debian's package chromium)"
        if os.environ.get("ROLEMATCH_TEST_BROWSER") == "required":
            pytest.fail(reason)
        pytest.skip(reason)
    with headless(path) as browser:
        yield browser


@pytest.fixture(scope="session")
def server(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server that began with nothing in it."""
    folder = tmp_path_factory.mktemp("server")
    with serving(folder / "data", folder / "log") as address:
        yield address


@pytest.fixture
def watch(server: str) -> Watch:
    """What went wrong; a test names what it expects to."""
    return Watch(server)


@pytest.fixture
def context(browser: Browser, watch: Watch) -> Iterator[BrowserContext]:
    """A browser in which nothing is remembered."""
    context = opened(browser, watch)
    yield context
    context.close()
    assert watch.unexpected() == []


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A page of it."""
    return context.new_page()


@dataclass(frozen=True, slots=True)
class FirstRun:
    """What came of the one click.

    Attributes:
        shortlist: The path of the shortlist of the samples.
        role: The path of the sample role.
        seconds: From the click to the shortlist.
        before: The text of the start page when nothing was there.
    """

    shortlist: str
    role: str
    seconds: float
    before: str


@pytest.fixture(scope="session", autouse=True)
def samples(browser: Browser, server: str) -> FirstRun:
    """The sample role and CVs, loaded by their button before anything else is there."""
    watch = Watch(server)
    context = opened(browser, watch)
    page = context.new_page()
    page.goto("/")
    before = page.locator("main").inner_text()
    began = time.monotonic()
    page.get_by_role("button", name="sample role and forty CVs").click()
    page.wait_for_url("**/shortlists/**", timeout=120_000)
    seconds = time.monotonic() - began
    shortlist = path_of(page)
    role = page.get_by_role("link", name="The role").get_attribute("href")
    context.close()
    assert watch.unexpected() == []
    assert role is not None
    return FirstRun(shortlist, role, seconds, before)


@pytest.fixture(scope="session")
def api(server: str) -> Iterator[httpx2.Client]:
    """A client of the API of the same server, to prepare what a test is not about."""
    with httpx2.Client(base_url=server, timeout=60) as client:
        yield client
