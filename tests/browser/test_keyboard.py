"""From the start page to somebody's page and back without a mouse."""

from playwright.sync_api import Page, expect

from tests.browser.browsing import tab_to
from tests.browser.conftest import FirstRun


def test_from_the_start_to_a_person_without_a_mouse(samples: FirstRun, page: Page) -> None:
    page.goto("/")
    page.keyboard.press("g")
    page.keyboard.press("s")
    page.wait_for_url("**/shortlists")
    tab_to(page, "Head of Service Desk")
    page.keyboard.press("Enter")
    page.wait_for_url("**/shortlists/n_*")
    page.keyboard.press("j")
    page.keyboard.press("j")
    second = page.locator("table.matrix tbody th a").nth(1)
    expect(second).to_be_focused()
    name = second.inner_text()
    page.keyboard.press("x")
    expect(page.locator("[data-choose]").nth(1)).to_be_checked()
    second.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    page.keyboard.press("j")
    expect(page.locator("article.ask").first).to_be_focused()
    expect(page.locator("#cv mark.lit").first).to_be_visible()


def test_the_first_tab_skips_to_the_page(samples: FirstRun, page: Page) -> None:
    page.goto("/people")
    page.keyboard.press("Tab")
    expect(page.locator("a.skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_the_keys_are_listed_and_put_away(samples: FirstRun, page: Page) -> None:
    page.goto("/")
    page.keyboard.press("?")
    expect(page.locator("dialog#keys")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("dialog#keys")).to_be_hidden()


def test_a_slash_goes_to_the_search(samples: FirstRun, page: Page) -> None:
    page.goto("/people")
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox", name="Name")).to_be_focused()
    page.keyboard.type("gj?")
    assert "/people" in page.url
    expect(page.locator("dialog#keys")).to_be_hidden()


def test_the_space_bar_presses_a_link_that_is_said_to_be_a_button(
    samples: FirstRun, page: Page
) -> None:
    page.goto("/roles")
    page.get_by_role("button", name="Add a role").focus()
    page.keyboard.press("Space")
    page.wait_for_url("**/roles/new")
