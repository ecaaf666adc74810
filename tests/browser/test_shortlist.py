"""A shortlist narrowed, sorted and paged, with everything kept in its address."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import FirstRun


@pytest.fixture
def listed(samples: FirstRun, page: Page) -> Page:
    """The shortlist of the samples, on the screen."""
    page.goto(samples.shortlist)
    return page


def whom(page: Page) -> Locator:
    """Return where it is chosen whom to show."""
    return page.get_by_role("combobox", name="Show", exact=True)


def names(page: Page) -> list[str]:
    """Return who is shown, in order."""
    return page.locator("table.matrix tbody th a").all_inner_texts()


def found(page: Page) -> int:
    """Return how many the page says were found."""
    return int(page.locator("#found").inner_text().split()[0])


def test_bands_and_the_four_outcomes_are_told_in_words(listed: Page) -> None:
    row = listed.locator("table.matrix tbody tr").first
    expect(row.locator(".band")).to_have_text("Strong")
    expect(row.locator(".answer").first).to_have_text("met")
    words = ["met", "partly met", "not met", "not stated in the CV"]
    expect(listed.locator("#key .chip")).to_have_text(words)


def test_who_has_every_must_have(listed: Page) -> None:
    whom(listed).select_option(label="Has every must-have")
    expect(listed.locator("#found")).to_contain_text("of 40")
    musts = listed.locator(".ask-head:not(.wish)").count()
    for row in listed.locator("table.matrix tbody tr").all():
        assert row.locator(".answer.met:not(.wish)").count() == musts


def test_who_is_one_short(listed: Page) -> None:
    whom(listed).select_option(label="One must-have short")
    expect(listed.locator("#found")).to_contain_text("of 40")
    musts = listed.locator(".ask-head:not(.wish)").count()
    assert found(listed) > 0
    for row in listed.locator("table.matrix tbody tr").all():
        assert row.locator(".answer.met:not(.wish)").count() == musts - 1


def test_only_a_band_is_shown(listed: Page) -> None:
    listed.get_by_role("group", name="Bands").get_by_label("Possible").check()
    expect(listed.locator("#found")).to_contain_text("of 40")
    assert set(listed.locator("table.matrix tbody .band").all_inner_texts()) == {"Possible"}


def test_a_name_is_found_while_it_is_typed(listed: Page) -> None:
    listed.get_by_role("searchbox", name="Name").press_sequentially("helen")
    expect(listed.locator("#found")).to_have_text("1 person of 40")
    assert "helen" in names(listed)[0].casefold()


def test_sorting_by_name_and_by_a_requirement(listed: Page) -> None:
    by_rank = names(listed)
    listed.get_by_label("Sort by").select_option(label="Name")
    expect(listed.locator("table.matrix tbody th a").first).not_to_have_text(by_rank[0])
    assert names(listed) == sorted(names(listed), key=str.casefold)
    listed.locator(".ask-head a").last.click()
    listed.wait_for_url("**sort=R*")
    order = ["met", "partly", "not_stated", "not_met"]
    cells = listed.locator("td:nth-last-child(2)").all()
    places = [order.index((each.get_attribute("class") or "").split()[1]) for each in cells]
    assert places == sorted(places)


def test_paging_back_and_a_reload_lose_nothing(listed: Page) -> None:
    first = names(listed)
    listed.get_by_role("link", name="Next").click()
    expect(listed.get_by_text("Page 2 of 2")).to_be_visible()
    second = names(listed)
    assert len(first) == 25
    assert len(second) == 15
    assert not set(first) & set(second)
    listed.reload()
    assert names(listed) == second
    listed.go_back()
    expect(listed.get_by_text("Page 1 of 2")).to_be_visible()
    assert names(listed) == first


def test_a_narrowed_list_survives_a_look_at_somebody(listed: Page) -> None:
    whom(listed).select_option(label="One must-have short")
    expect(listed.locator("#found")).to_contain_text("of 40")
    narrowed = names(listed)
    listed.get_by_role("link", name=narrowed[0]).click()
    expect(listed.get_by_role("heading", level=1)).to_have_text(narrowed[0])
    listed.go_back()
    expect(listed.locator("#found")).to_contain_text("of 40")
    assert names(listed) == narrowed
    expect(whom(listed)).to_have_value("one")
