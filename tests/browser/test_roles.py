"""Roles: added by pasting or by a file, and corrected where they were misread."""

from pathlib import Path

import httpx2
import pytest
from playwright.sync_api import Locator, Page, expect

from data import samples as shipped
from tests.browser import making
from tests.browser.browsing import Watch, tab_to


@pytest.fixture
def role(api: httpx2.Client, page: Page) -> str:
    """The path of a role of a test's own, which is on the screen."""
    path = making.role(api)
    page.goto(path)
    return path


def card(page: Page, words: str) -> Locator:
    """Return the requirement that says something."""
    return page.locator("article.ask").filter(has_text=words)


def counts(page: Page) -> list[str]:
    """Return how many must-haves and how many nice-to-haves there are."""
    return page.locator("#asked > h3 .count").all_inner_texts()[:2]


def test_a_role_is_pasted_and_read(page: Page) -> None:
    page.goto("/roles")
    page.get_by_role("button", name="Add a role").first.click()
    page.get_by_label("Paste the advert").fill(making.ROLE)
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Head of Service Desk")
    expect(card(page, "budget of at least £2 million")).to_contain_text("a budget of £2m or more")
    assert counts(page) == ["3", "2"]


def test_a_role_comes_from_a_word_file(page: Page) -> None:
    (path,) = (e for e in shipped.roles() if e.name == "head-of-it-service-management.docx")
    page.goto("/roles/new")
    page.get_by_label("or drop a file here").set_input_files(path)
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("IT Service Management")


def test_a_file_that_cannot_be_read_is_refused_with_what_to_do(
    page: Page, tmp_path: Path, watch: Watch
) -> None:
    watch.expected = ["status of 422"]
    broken = tmp_path / "role.pdf"
    broken.write_bytes(bytes(range(256)) * 40)
    page.goto("/roles/new")
    page.get_by_label("or drop a file here").set_input_files(broken)
    page.get_by_role("button", name="Read it").click()
    expect(page.locator("main")).to_contain_text("role.pdf: it is damaged or incomplete")


def test_an_empty_form_says_what_is_missing(page: Page, watch: Watch) -> None:
    watch.expected = ["status of 422"]
    page.goto("/roles/new")
    page.get_by_role("button", name="Read it").click()
    expect(page.locator("main")).to_contain_text("Paste the text of a role, or choose a file.")


def test_one_key_makes_a_must_have_a_wish_and_back(role: str, page: Page) -> None:
    card(page, "ITIL Expert").focus()
    page.keyboard.press("d")
    expect(page.locator("#asked > h3 .count").first).to_have_text("2")
    card(page, "ITIL Expert").focus()
    page.keyboard.press("e")
    expect(page.locator("#asked > h3 .count").first).to_have_text("3")


def test_a_key_leaves_the_reader_where_they_are(role: str, page: Page) -> None:
    card(page, "ITIL Expert").focus()
    page.keyboard.press("o")
    expect(card(page, "ITIL Expert").locator(".tag.hot")).to_have_text("knock-out")
    expect(card(page, "ITIL Expert")).to_be_focused()
    page.keyboard.press("o")
    expect(card(page, "ITIL Expert").locator(".tag.hot")).to_have_count(0)


def test_a_threshold_is_changed_and_kept(role: str, page: Page) -> None:
    budget = card(page, "budget of at least")
    budget.get_by_text("Change what is asked").click()
    budget.get_by_label("Amount a year, at least").fill("3,500,000")
    budget.get_by_role("button", name="Save").click()
    expect(card(page, "budget of at least")).to_contain_text("£3.5m or more")
    page.reload()
    expect(card(page, "budget of at least")).to_contain_text("£3.5m or more")
    expect(card(page, "budget of at least")).to_contain_text("edited")


def test_a_threshold_that_is_no_number_is_refused_in_its_place(
    role: str, page: Page, watch: Watch
) -> None:
    watch.expected = ["status of 422"]
    budget = card(page, "budget of at least")
    budget.get_by_text("Change what is asked").click()
    budget.get_by_label("Amount a year, at least").fill("lots")
    budget.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_contain_text("give a number")
    expect(card(page, "budget of at least")).to_contain_text("£2m or more")


def test_a_requirement_is_struck_and_put_back(role: str, page: Page) -> None:
    card(page, "Line management of 20").get_by_role("button", name="Strike").click()
    expect(page.locator("article.ask.struck")).to_have_count(1)
    expect(page.locator("mark.struck")).to_contain_text("Line management of 20")
    page.locator("article.ask.struck").get_by_role("button", name="Put back").click()
    expect(page.locator("article.ask.struck")).to_have_count(0)
    assert counts(page) == ["3", "2"]


def test_a_requirement_is_added(role: str, page: Page) -> None:
    asking = page.get_by_label("Ask for something the advert does not say")
    asking.fill("PRINCE2 Practitioner")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(card(page, "PRINCE2 Practitioner")).to_contain_text("added by hand")
    expect(page.locator("#asked > h3 .count").first).to_have_text("4")
    expect(asking).to_have_value("")


def test_the_slider_shows_its_default_and_what_is_set(role: str, page: Page) -> None:
    slider = card(page, "ITIL Expert").get_by_role("slider")
    expect(card(page, "ITIL Expert").locator("output")).to_have_text("×1 (default)")
    before = card(page, "ITIL Expert").locator(".points").inner_text()
    slider.focus()
    slider.press("ArrowRight")
    expect(card(page, "ITIL Expert").locator("output")).to_have_text("×1.25")
    expect(card(page, "ITIL Expert").locator(".points")).not_to_have_text(before)
    page.reload()
    expect(card(page, "ITIL Expert").locator("output")).to_have_text("×1.25")


def test_hovering_and_tabbing_light_the_words(role: str, page: Page) -> None:
    lit = page.locator("mark.lit")
    card(page, "ITIL Expert").hover()
    expect(lit).to_have_text("ITIL Expert")
    card(page, "ITIL Expert").focus()
    tab_to(page, "Line management of 20")
    expect(lit).to_contain_text("Line management of 20")


def test_the_words_lead_to_their_requirement(role: str, page: Page) -> None:
    page.locator("mark", has_text="SC clearance").click()
    expect(card(page, "SC clearance")).to_be_focused()


def test_what_people_set_is_told(role: str, page: Page) -> None:
    card(page, "ITIL Expert").get_by_role("button", name="Nice to have").click()
    page.get_by_text("What people set (1)").click()
    expect(page.locator("#history")).to_contain_text("this computer")


def test_a_role_is_deleted(role: str, page: Page) -> None:
    page.get_by_text("Delete this role").click()
    page.get_by_role("button", name="Delete the role").click()
    page.wait_for_url("**/roles")
    expect(page.locator(f"a[href='{role}']")).to_have_count(0)
