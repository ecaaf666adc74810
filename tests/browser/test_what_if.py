"""Switches of the funnel: the list is put in order again at once, and nothing is stored."""

import httpx2
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import making
from tests.browser.making import Made


@pytest.fixture(scope="module")
def made(api: httpx2.Client) -> Made:
    """A shortlist of three, one without the budget, one without the team."""
    cvs = [
        making.cv("Tried One"),
        making.cv("Tried Two", budget="£900,000"),
        making.cv("Tried Three", team=4),
    ]
    return making.shortlist(api, "Tried out", cvs)


@pytest.fixture
def tried(made: Made, page: Page) -> Page:
    """Their shortlist, on the screen."""
    page.goto(made.shortlist)
    return page


def gate(page: Page, words: str) -> Locator:
    """Return the row of the funnel that says something."""
    return page.locator("#funnel .gate").filter(has_text=words)


def scores(page: Page) -> dict[str, str]:
    """Return everybody's score, as it is printed."""
    rows = page.locator("table.matrix tbody tr").all()
    return {row.locator("th a").inner_text(): row.locator(".score").inner_text() for row in rows}


def test_the_funnel_says_what_each_must_have_does(tried: Page) -> None:
    expect(gate(tried, "budget").locator("svg[role=img]")).to_have_attribute(
        "aria-label", "2 met, 0 partly met, 0 not stated in the CV, 1 not met"
    )
    expect(gate(tried, "Line management").locator(".gate-left strong")).to_have_text("1")


def test_a_switch_ranks_again_and_stores_nothing(made: Made, tried: Page) -> None:
    before = scores(tried)
    gate(tried, "budget").get_by_role("combobox").select_option(label="Nice to have")
    expect(tried.locator(".trying")).to_contain_text("nothing is stored")
    expect(gate(tried, "Line management").locator(".gate-left strong")).to_have_text("2")
    assert scores(tried) != before
    tried.goto(made.shortlist)
    assert scores(tried) == before


def test_a_smaller_size_is_met_by_more(tried: Page) -> None:
    size = gate(tried, "budget").get_by_label("Amount a year, at least")
    size.fill("500,000")
    size.press("Tab")
    expect(gate(tried, "budget").locator("svg[role=img]")).to_have_attribute(
        "aria-label", "3 met, 0 partly met, 0 not stated in the CV, 0 not met"
    )


def test_what_is_tried_survives_a_reload_and_is_put_back(tried: Page) -> None:
    before = scores(tried)
    gate(tried, "ITIL Expert").get_by_role("combobox").select_option(label="Leave out")
    expect(tried.locator(".trying")).to_be_visible()
    during = scores(tried)
    tried.reload()
    assert scores(tried) == during
    tried.get_by_role("button", name="Put it back").click()
    expect(tried.locator(".trying")).to_have_count(0)
    assert scores(tried) == before


def test_what_was_tried_is_kept_as_a_new_shortlist(api: httpx2.Client, page: Page) -> None:
    kept = making.shortlist(api, "Kept", [making.cv("Kept One"), making.cv("Kept Two", team=4)])
    page.goto(kept.shortlist)
    gate(page, "Line management").get_by_role("combobox").select_option(label="Nice to have")
    expect(page.locator(".trying")).to_be_visible()
    tried = scores(page)
    page.get_by_role("button", name="Keep it and rank again").click()
    page.wait_for_url(lambda url: "/shortlists/" in url and kept.shortlist not in url)
    expect(page.locator("table.matrix")).to_be_visible()
    assert scores(page) == tried
    page.goto(kept.role)
    expect(page.locator("#history summary")).to_have_text("What people set (1)")
