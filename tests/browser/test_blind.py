"""Blind mode: nobody is named anywhere until somebody is opened on purpose."""

import io
import re

import httpx2
import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from tests.browser import making
from tests.browser.axe import violations
from tests.browser.conftest import FirstRun
from tests.browser.making import Made

FAMILY, MAIL = "Hiddenby", "robin.hiddenby@example.org"


@pytest.fixture(scope="module")
def made(api: httpx2.Client) -> Made:
    """Two people of one name, and a mail address."""
    cvs = [making.cv(f"{each} {FAMILY}\n{MAIL}") for each in ("Robin", "Ines")]
    return making.shortlist(api, "Hidden", cvs)


@pytest.fixture
def blind(made: Made, page: Page) -> Page:
    """A browser in which names are hidden."""
    page.goto(made.shortlist)
    page.get_by_role("button", name="Names shown").click()
    expect(page.get_by_role("button", name="Names hidden")).to_be_visible()
    return page


def names_in(text: str) -> list[str]:
    """Return what would give somebody away."""
    return re.findall(rf"{FAMILY}|{MAIL}|Robin|Ines\b", text, re.IGNORECASE)


def test_no_page_names_anybody(made: Made, blind: Page) -> None:
    one, two = made.people
    for path in (
        "/",
        "/people",
        f"/people/{one}",
        "/shortlists",
        made.shortlist,
        f"{made.shortlist}?sort=name",
        f"{made.shortlist}/people/{one}",
        f"{made.shortlist}/compare?c={one}&c={two}",
        made.role,
    ):
        blind.goto(path)
        assert names_in(blind.content()) == [], path
        assert violations(blind) == [], path


def test_the_files_of_an_upload_are_not_named(
    samples: FirstRun, api: httpx2.Client, blind: Page
) -> None:
    first = api.get("/v1/batches", params={"limit": 100}).json()["items"][-1]["id"]
    blind.goto(f"/people/uploads/{first}")
    assert "marchetti" not in blind.content().casefold()
    expect(blind.locator("table.files tbody th").first).to_have_text("File 1")


def test_a_search_by_name_finds_nobody_in_particular(made: Made, blind: Page) -> None:
    blind.goto(f"{made.shortlist}?q={FAMILY}x")
    expect(blind.locator("#found")).to_have_text("2 people")
    expect(blind.get_by_label("Sort by").locator("option[value=name]")).to_have_count(0)
    blind.goto("/people?q=marchetti")
    expect(blind.locator("#people p[role=status]")).not_to_contain_text("1 person")


def test_somebody_is_opened_on_purpose_and_it_is_noted(made: Made, blind: Page) -> None:
    blind.goto(f"{made.shortlist}/people/{made.people[0]}")
    expect(blind.get_by_role("heading", level=1)).to_have_text(re.compile(r"Candidate \d"))
    blind.get_by_role("link", name="Show who this is").click()
    expect(blind.get_by_role("heading", level=1)).to_contain_text(FAMILY)
    blind.get_by_text("Who did what").click()
    expect(blind.locator(".trail")).to_contain_text("CV opened, without a name")
    blind.get_by_role("link", name="Hide again").click()
    assert names_in(blind.content()) == []


def test_a_workbook_names_nobody(made: Made, blind: Page) -> None:
    with blind.expect_download() as download:
        blind.get_by_text("Take away").click()
        blind.get_by_role("link", name="Excel workbook").click()
    book = load_workbook(io.BytesIO(download.value.path().read_bytes()))
    cells = [str(cell) for sheet in book for row in sheet.values for cell in row if cell]
    assert len(cells) > 20
    assert names_in(" ".join(cells)) == []


@pytest.mark.parametrize("form", ["csv", "html", "json"])
def test_a_file_names_nobody(form: str, made: Made, blind: Page) -> None:
    answer = blind.request.get(f"{made.shortlist}/export?format={form}")
    assert answer.ok
    assert names_in(answer.text()) == []


def test_names_come_back(made: Made, blind: Page) -> None:
    blind.get_by_role("button", name="Names hidden").click()
    expect(blind.locator("table.matrix")).to_contain_text(FAMILY)
