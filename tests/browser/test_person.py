"""Somebody's page: the evidence, the sum, the questions, a person's word, and the end of it."""

import re

import httpx2
import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser import making
from tests.browser.axe import violations
from tests.browser.conftest import FirstRun
from tests.browser.making import Made


@pytest.fixture(scope="module")
def made(api: httpx2.Client) -> Made:
    """A shortlist of four."""
    cvs = [
        making.cv("Person One", more="- I use ServiceNow every day."),
        making.cv("Person Two", budget="£900,000"),
        making.cv("Person Three", team=4),
        making.cv("Person Four", budget="£2.5 million"),
    ]
    return making.shortlist(api, "Looked at", cvs)


def at(made: Made, number: int) -> str:
    """Return the path of somebody in the shortlist."""
    return f"{made.shortlist}/people/{made.people[number]}"


def test_the_evidence_is_marked_and_leads_to_its_requirement(made: Made, page: Page) -> None:
    page.goto(at(made, 0))
    mark = page.locator("#cv mark.met", has_text="£3 million")
    mark.click()
    card = page.locator("article.ask").filter(has_text="budget of at least")
    expect(card).to_be_focused()
    page.locator("article.ask").filter(has_text="Line management of 20").hover()
    expect(page.locator("#cv mark.lit")).to_contain_text("25 people")


def test_a_quote_moves_to_its_place_in_the_cv(samples: FirstRun, page: Page) -> None:
    page.goto(samples.shortlist)
    page.locator("table.matrix tbody th a").first.click()
    page.locator("article.ask blockquote a").first.click()
    lit = page.locator("#cv mark.lit").first
    expect(lit).to_be_visible()
    expect(lit).to_be_in_viewport()


def test_every_quote_stands_in_the_cv(samples: FirstRun, page: Page) -> None:
    page.goto(samples.shortlist)
    page.locator("table.matrix tbody th a").first.click()
    text = " ".join(page.locator("#cv").inner_text().split())
    quotes = [" ".join(each.split()) for each in page.locator("blockquote").all_inner_texts()]
    assert quotes
    assert [each for each in quotes if each.rstrip("…").strip() not in text] == []


def test_the_printed_points_add_up_to_the_score(samples: FirstRun, page: Page) -> None:
    page.goto(samples.shortlist)
    for number in range(3):
        page.goto(samples.shortlist)
        page.locator("table.matrix tbody th a").nth(number).click()
        cells = page.locator(".waterfall tbody tr td:nth-child(2)").all_inner_texts()
        (total,) = page.locator(".waterfall tfoot strong").all_inner_texts()
        assert round(sum(float(each) for each in cells), 2) == pytest.approx(float(total), abs=0.05)
        last = page.locator(".waterfall tbody tr:last-child td:nth-child(4)").inner_text()
        assert last == total
        expect(page.locator("header.page strong")).to_have_text(total)


def test_the_questions_are_copied(made: Made, page: Page, context: BrowserContext) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(at(made, 1))
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    questions = page.locator("#questions li").all_inner_texts()
    assert copied == "\n".join(f"- {each.strip()}" for each in questions)


def test_the_next_person_is_one_key_away(made: Made, page: Page) -> None:
    page.goto(at(made, 0))
    first = page.get_by_role("heading", level=1).inner_text()
    page.get_by_role("link", name="Next").click()
    expect(page.get_by_role("heading", level=1)).not_to_have_text(first)
    page.get_by_role("link", name="Before").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(first)


def test_a_person_disagrees_and_the_place_changes(made: Made, page: Page) -> None:
    page.goto(at(made, 2))
    before = page.locator("header.page p", has_text="of 100").inner_text()
    card = page.locator("article.ask").filter(has_text="Line management of 20")
    card.get_by_text("I disagree").click()
    card.get_by_role("radio", name="met", exact=True).check()
    card.get_by_label("Why").fill("She led two more teams; I asked.")
    card.get_by_label("Your name").fill("Ada")
    card.get_by_role("button", name="Put my verdict in its place").click()
    card = page.locator("article.ask").filter(has_text="Line management of 20")
    expect(card.locator("header .chip")).to_have_text("met")
    expect(card).to_contain_text("A person decided this; the machine said not met")
    expect(card).to_contain_text(re.compile(r"Ada.*met, because She led two more teams; I asked\."))
    assert page.locator("header.page p", has_text="of 100").inner_text() != before
    page.goto(made.shortlist)
    row = page.locator("table.matrix tbody tr").filter(has_text="Person Three")
    expect(row).to_contain_text("a person changed a verdict")


def test_a_verdict_without_a_reason_is_not_taken(made: Made, page: Page) -> None:
    page.goto(at(made, 1))
    card = page.locator("article.ask").filter(has_text="Line management of 20")
    card.get_by_text("I disagree").click()
    card.get_by_role("button", name="Put my verdict in its place").click()
    expect(card.locator("textarea:invalid")).to_have_count(1)


def test_a_verdict_can_be_left_as_it_is(made: Made, page: Page) -> None:
    page.goto(at(made, 1))
    card = page.locator("article.ask").filter(has_text="Line management of 20")
    card.get_by_text("I disagree").click()
    expect(card.get_by_role("radio", checked=True)).to_be_focused()
    assert violations(page) == []
    card.get_by_role("button", name="Leave it").click()
    expect(card.locator("form")).to_have_count(0)
    expect(card.get_by_text("I disagree")).to_be_focused()


def test_who_did_what_is_told(made: Made, page: Page) -> None:
    page.goto(at(made, 3))
    page.reload()
    page.get_by_text("Who did what").click()
    trail = page.locator(".trail")
    expect(trail).to_contain_text("this computer: CV opened")
    expect(trail).to_contain_text("this computer: CV received")


def test_everything_held_is_exported(made: Made, page: Page) -> None:
    page.goto(at(made, 3))
    page.get_by_text("Erase this person", exact=True).click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Export everything").click()
    assert "Person Four" in download.value.path().read_text(encoding="utf-8")


def test_erased_means_gone_with_a_receipt(api: httpx2.Client, page: Page) -> None:
    cvs = [making.cv("Erased Somebody"), making.cv("Erased Nobody", team=30)]
    of = making.shortlist(api, "To be erased", cvs)
    page.goto(at(of, 0))
    page.get_by_text("Erase this person", exact=True).click()
    page.get_by_label("Yes, erase this person everywhere").check()
    page.get_by_role("button", name="Erase", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Erased")
    expect(page.locator("main code")).not_to_be_empty()
    assert violations(page) == []
    page.goto("/people?q=Erased")
    expect(page.locator("#people tbody th")).to_have_text(["Erased Nobody"])
    page.goto(of.shortlist)
    expect(page.locator("#found")).to_have_text("1 person")
    expect(page.locator("header.page")).to_contain_text("erased since")
    answer = api.get(at(of, 0), headers={"Accept": "text/html"})
    assert answer.status_code == 404
    assert "Erased Somebody" not in answer.text
