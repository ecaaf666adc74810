"""People side by side, and shortlists as files."""

import csv
import io

import httpx2
import pytest
from openpyxl import load_workbook
from playwright.sync_api import BrowserContext, Download, Page, expect

from tests.browser.axe import violations
from tests.browser.browsing import Watch
from tests.browser.conftest import FirstRun
from tests.browser.places import candidates


@pytest.fixture
def listed(samples: FirstRun, page: Page) -> Page:
    """The shortlist of the samples, on the screen."""
    page.goto(samples.shortlist)
    return page


def downloaded(page: Page, link: str) -> Download:
    """Take a shortlist away."""
    page.get_by_text("Take away").click()
    with page.expect_download() as download:
        page.get_by_role("link", name=link).click()
    return download.value


def test_two_of_one_page_and_one_of_the_next_stand_side_by_side(listed: Page) -> None:
    boxes = listed.locator("[data-choose]")
    compare = listed.locator("[data-compare]")
    expect(compare).to_be_disabled()
    boxes.nth(0).check()
    boxes.nth(1).check()
    listed.get_by_role("link", name="Next").click()
    expect(listed.get_by_text("Page 2 of 2")).to_be_visible()
    boxes.nth(0).check()
    expect(compare).to_have_text("Compare the chosen (3)")
    compare.click()
    expect(listed.get_by_role("heading", level=1)).to_have_text("Side by side")
    expect(listed.locator("table.compare thead th")).to_have_count(3)
    row = listed.locator("table.compare tbody tr").filter(has_text="ITIL Expert").first
    expect(row.locator(".chip")).to_have_count(3)


def test_five_are_too_many(listed: Page) -> None:
    for number in range(5):
        listed.locator("[data-choose]").nth(number).check()
    expect(listed.locator("[data-compare]")).to_be_disabled()


def test_one_is_too_few_and_the_page_says_so(
    samples: FirstRun, api: httpx2.Client, page: Page, watch: Watch
) -> None:
    watch.expected = ["status of 422"]
    (one,) = candidates(samples, api, 1)
    page.goto(f"{samples.shortlist}/compare?c={one}")
    expect(page.locator("main")).to_contain_text("Choose two to 4 people to compare.")


def test_the_workbook_opens(listed: Page) -> None:
    saved = downloaded(listed, "Excel workbook")
    assert saved.suggested_filename.endswith(".xlsx")
    book = load_workbook(io.BytesIO(saved.path().read_bytes()))
    text = " ".join(str(cell) for sheet in book for row in sheet.values for cell in row)
    first = listed.locator("table.matrix tbody th a").first.inner_text()
    assert first in text


def test_the_table_for_a_spreadsheet_has_a_line_for_everybody(listed: Page) -> None:
    saved = downloaded(listed, "CSV")
    rows = list(csv.reader(io.StringIO(saved.path().read_text(encoding="utf-8-sig"))))
    assert len(rows) == 41


def test_the_report_to_print_shows_in_a_page_of_its_own(
    listed: Page, context: BrowserContext
) -> None:
    listed.get_by_text("Take away").click()
    with context.expect_page() as new:
        listed.get_by_role("link", name="Report to print").click()
    report = new.value
    report.wait_for_load_state()
    expect(report.locator("body")).to_contain_text("HEAD OF SERVICE DESK")
    background = "getComputedStyle(document.querySelector('table')).borderCollapse"
    assert report.evaluate(background) == "collapse"
    assert violations(report) == []


def test_a_printed_page_leaves_out_what_cannot_be_used_on_paper(listed: Page) -> None:
    listed.emulate_media(media="print")
    expect(listed.locator("header.top")).to_be_hidden()
    expect(listed.locator("#filters")).to_be_hidden()
    expect(listed.locator("table.matrix")).to_be_visible()
