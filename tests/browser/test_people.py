"""People: files dropped in, what becomes of each, and a shortlist of them."""

from pathlib import Path

import httpx2
import pytest
from playwright.sync_api import Page, expect

from tests.bad_files import scanned
from tests.browser import making
from tests.browser.browsing import Watch
from tests.documents.makers import make_pdf


def saved(folder: Path, name: str, text: str) -> Path:
    """Write a file to be dropped; return it."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def dropped(tmp_path: Path) -> list[Path]:
    """Two CVs, one of them twice, and a picture of one."""
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(make_pdf(scanned))
    return [
        saved(tmp_path, "robin.txt", making.cv("Robin Dropped")),
        saved(tmp_path, "ines.txt", making.cv("Ines Dropped", budget="£1 million")),
        saved(tmp_path, "robin-again.txt", making.cv("Robin Dropped")),
        scan,
    ]


def drop(page: Page, files: list[Path], pool: str = "") -> None:
    """Choose files on the page of people and send them."""
    page.goto("/people")
    page.get_by_label("Drop CVs here").set_input_files(files)
    page.get_by_label("Put them in a pool").fill(pool)
    page.get_by_role("button", name="Add them").click()
    page.wait_for_url("**/people/uploads/*")


def test_each_file_says_what_became_of_it(page: Page, dropped: list[Path]) -> None:
    drop(page, dropped)
    expect(page.locator("#progress")).to_contain_text("4 of 4 files were read")
    rows = page.locator("table.files tbody tr")
    expect(rows.nth(0)).to_contain_text("added")
    expect(rows.nth(2)).to_contain_text("here already")
    expect(rows.nth(3)).to_contain_text("not taken: ")
    expect(rows.nth(3)).to_contain_text("OCR")
    page.get_by_role("link", name="1 not taken").click()
    expect(rows).to_have_count(1)


def test_what_was_dropped_is_ranked_for_a_role(
    page: Page, api: httpx2.Client, tmp_path: Path
) -> None:
    role = making.role(api)
    cvs = [saved(tmp_path, f"{n}.txt", making.cv(f"Person {n}", team=20 + n)) for n in range(3)]
    drop(page, cvs, "Dropped in a pool")
    expect(page.locator("#progress")).to_contain_text("3 of 3 files were read")
    page.goto(role)
    page.get_by_label("Rank").select_option(label="Dropped in a pool (3)")
    page.get_by_role("button", name="Make a shortlist").click()
    page.wait_for_url("**/shortlists/**")
    expect(page.locator("#found")).to_have_text("3 people")


def test_an_upload_is_stopped(page: Page, tmp_path: Path) -> None:
    long = "\n".join(f"- I led project {n} for a budget of £{n},000." for n in range(400))
    cvs = [saved(tmp_path, f"{n}.txt", making.cv(f"Stop {n}", more=long)) for n in range(60)]
    drop(page, cvs)
    page.get_by_role("button", name="Stop").click()
    expect(page.locator("#progress")).to_contain_text("then it was stopped")
    expect(page.get_by_text("not read: the upload was stopped").first).to_be_visible()


def test_sending_nothing_is_refused(page: Page) -> None:
    page.goto("/people")
    page.get_by_role("button", name="Add them").click()
    expect(page.locator("input[type=file]:invalid")).to_have_count(1)


def test_what_is_no_table_says_what_one_is(page: Page, tmp_path: Path, watch: Watch) -> None:
    watch.expected = ["status of 422"]
    page.goto("/people")
    table = saved(tmp_path, "people.csv", "name,words\nRobin,Led a team\n")
    page.get_by_label("Drop CVs here").set_input_files(table)
    page.get_by_role("button", name="Add them").click()
    expect(page.get_by_role("alert")).to_contain_text("It cannot be taken")
    expect(page.get_by_role("button", name="Add them")).to_be_enabled()


def test_people_are_found_by_name(page: Page, api: httpx2.Client) -> None:
    making.person(api, making.cv("Zenobia Uncommon"), "Found by name")
    page.goto("/people")
    page.get_by_role("searchbox", name="Name").press_sequentially("zenobia")
    expect(page.locator("#people tbody tr")).to_have_count(1)
    assert "q=zenobia" in page.url
    page.reload()
    expect(page.get_by_role("link", name="Zenobia Uncommon")).to_be_visible()
