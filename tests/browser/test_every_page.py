"""What holds for every page: axe-core finds nothing, and nothing scrolls sideways."""

import httpx2
import pytest
from playwright.sync_api import Page

from tests.browser.axe import violations
from tests.browser.browsing import NARROW, WIDE, Watch
from tests.browser.conftest import FirstRun
from tests.browser.places import PLACES

# A menu lies over what is below it, so it is looked at by itself.
OPEN_ALL = "document.querySelectorAll('details:not(.menu)').forEach((e) => { e.open = true; })"
SIZES = {"wide": WIDE, "narrow": NARROW}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("place", PLACES)
def test_a_page_meets_wcag_and_fits(
    place: str, size: str, samples: FirstRun, api: httpx2.Client, page: Page, watch: Watch
) -> None:
    watch.expected = ["status of 404"] if place == "not found" else []
    page.set_viewport_size(SIZES[size])  # type: ignore[arg-type]
    page.goto(PLACES[place](samples, api))
    page.evaluate(OPEN_ALL)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
        assert violations(page) == [], scheme
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_an_open_menu_meets_wcag(samples: FirstRun, page: Page) -> None:
    page.goto(samples.shortlist)
    page.get_by_text("Take away").click()
    assert violations(page) == []
