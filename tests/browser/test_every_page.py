"""What holds for every page: axe-core finds nothing, and nothing scrolls sideways."""

import httpx2
import pytest
from playwright.sync_api import Page

from tests.browser.axe import violations
from tests.browser.browsing import NARROW, WIDE, Watch
from tests.browser.conftest import FirstRun
from tests.browser.places import PLACES

SIZES = {"wide": WIDE, "narrow": NARROW}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("place", PLACES)
def test_a_page_meets_wcag_and_fits(
    place: str, size: str, samples: FirstRun, api: httpx2.Client, page: Page, watch: Watch
) -> None:
    watch.expected = ["status of 404"] if place == "not found" else []
    page.set_viewport_size(SIZES[size])  # type: ignore[arg-type]
    page.goto(PLACES[place](samples, api))
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
        assert violations(page) == [], scheme
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
