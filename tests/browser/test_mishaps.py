"""What goes wrong says what to do next."""

import httpx2
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import making
from tests.browser.browsing import Watch
from tests.browser.conftest import FirstRun


@pytest.mark.parametrize(
    "path",
    [
        "/roles/r_0000000000000000000000",
        "/people/c_0000000000000000000000",
        "/shortlists/n_0000000000000000000000",
        "/people/uploads/b_0000000000000000000000",
        "/shortlists/nonsense",
        "/nothing-of-the-kind",
    ],
)
def test_what_is_not_there_leads_back_to_the_start(path: str, page: Page, watch: Watch) -> None:
    watch.expected = ["status of 404", "status of 422"]
    answer = page.goto(path)
    assert answer is not None
    assert answer.status in {404, 422}
    page.get_by_role("button", name="To the start page").click()
    page.wait_for_url(lambda url: url.endswith("/"))


def test_an_address_that_makes_no_sense_shows_everybody(samples: FirstRun, page: Page) -> None:
    page.goto(
        f"{samples.shortlist}?show=nobody&band=&sort=R999&page=x&set=R1:what&at.R1.min_amount=x"
    )
    expect(page.locator("#found")).to_have_text("40 people")


def test_a_cursor_that_makes_no_sense_is_an_error_page(page: Page, watch: Watch) -> None:
    watch.expected = ["status of 422"]
    page.goto("/people?cursor=!")
    expect(page.locator("main")).to_contain_text("Go back, change it and try again.")


def test_an_erasure_without_a_tick_erases_nobody(api: httpx2.Client) -> None:
    someone = making.person(api, making.cv("Still Here"), "Still here")
    answer = api.post(f"/people/{someone}/erase", data={}, headers={"Accept": "text/html"})
    assert answer.status_code == 422
    assert "nothing was erased" in answer.text
    assert api.get(f"/v1/candidates/{someone}").status_code == 200


def test_no_script_at_all_still_shows_a_shortlist(
    samples: FirstRun, browser: Browser, watch: Watch
) -> None:
    context = browser.new_context(base_url=watch.address, java_script_enabled=False)
    page = context.new_page()
    page.goto(samples.shortlist)
    page.get_by_role("combobox", name="Show", exact=True).select_option(label="One must-have short")
    page.get_by_role("button", name="Show", exact=True).click()
    page.wait_for_url("**show=one**")
    expect(page.locator("#found")).to_contain_text("of 40")
    context.close()
