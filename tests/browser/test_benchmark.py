"""The benchmark of the pages, in small: every change is made and has its time."""

from playwright.sync_api import Browser

from benchmarks import pages


def test_every_change_of_a_page_has_its_time(browser: Browser, server: str) -> None:
    found = pages.full(browser, int(server.rpartition(":")[2]), candidates=1, runs=2)
    assert found["candidates"] >= 40
    assert set(pages.CHANGES) < set(found["pages"])
    assert all(0 < each["p50_ms"] <= each["p95_ms"] for each in found["pages"].values())
