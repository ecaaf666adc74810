"""The first minute: an empty service, one click, a shortlist with a tour over it."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import FirstRun


def test_an_empty_service_says_how_to_begin(samples: FirstRun) -> None:
    assert "Drop a role and CVs in" in samples.before
    assert "Add your own role" in samples.before


def test_one_click_ends_at_a_shortlist_of_forty(samples: FirstRun, page: Page) -> None:
    page.goto(samples.shortlist)
    expect(page.get_by_role("heading", level=1)).to_have_text("Head of Service Desk")
    expect(page.locator("#found")).to_have_text("40 people")
    assert samples.seconds < 60


def test_the_tour_goes_over_the_shortlist_to_the_first_person(
    samples: FirstRun, page: Page
) -> None:
    page.goto(f"{samples.shortlist}?tour=1")
    tour = page.locator("aside.tour")
    for step in ("1 of 4", "2 of 4", "3 of 4"):
        expect(tour).to_contain_text(step)
        expect(page.locator(".toured")).to_have_count(1)
        tour.get_by_role("button", name="Next").click()
    expect(tour).to_contain_text("4 of 4")
    first = page.locator("table.matrix tbody th a").first.inner_text()
    tour.get_by_role("button", name="Open the first person").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(first)


def test_the_tour_survives_a_reload_and_can_be_ended(samples: FirstRun, page: Page) -> None:
    page.goto(f"{samples.shortlist}?tour=2")
    page.reload()
    expect(page.locator("aside.tour")).to_contain_text("2 of 4")
    page.get_by_role("link", name="End the tour").click()
    expect(page.locator("aside.tour")).to_have_count(0)


def test_loading_the_samples_again_finds_what_is_there(samples: FirstRun, page: Page) -> None:
    page.goto("/")
    page.get_by_role("button", name="Load the sample role and forty CVs").click()
    page.wait_for_url("**/shortlists/**", timeout=120_000)
    assert samples.shortlist in page.url
