"""Pictures of the pages for the documents.

    python -m tests.browser.shots

Starts a server with nothing in it, loads the samples and writes docs/screens/*.png.
"""

from __future__ import annotations

import io
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, Page

from benchmarks.chromium import chromium, headless
from tests.browser.browsing import NARROW, WIDE, Watch, opened
from tests.browser.serving import serving

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "screens"
COLOURS = 128


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture: where it is taken, and how the page is brought to what it shows."""

    path: str
    then: Callable[[Page], Any] = lambda page: None
    options: Mapping[str, Any] = field(default_factory=dict)


def _role(page: Page) -> None:
    page.locator("article.ask").filter(has_text="budget").first.focus()


def _first_person(page: Page) -> None:
    page.locator("table.matrix tbody th a").first.click()
    page.locator("#cv").wait_for()


def _evidence(page: Page) -> None:
    _first_person(page)
    page.locator("article.ask").nth(2).focus()


def _what_if(page: Page) -> None:
    page.locator("#funnel .gate select").first.select_option(label="Nice to have")
    page.locator(".trying").wait_for()


def _compare(page: Page) -> None:
    for number in range(3):
        page.locator("[data-choose]").nth(number).check()
    page.locator("[data-compare]").click()
    page.get_by_role("heading", name="Side by side").wait_for()


DARK: Mapping[str, Any] = {"color_scheme": "dark"}
PHONE: Mapping[str, Any] = {"viewport": NARROW, "device_scale_factor": 2}


def shots(shortlist: str, role: str, upload: str) -> Mapping[str, Shot]:
    """Return every picture by its name."""
    return {
        "start": Shot("/"),
        "new-role": Shot("/roles/new"),
        "role": Shot(role, _role),
        "people": Shot("/people"),
        "upload": Shot(upload),
        "shortlist": Shot(shortlist),
        "tour": Shot(f"{shortlist}?tour=1"),
        "what-if": Shot(shortlist, _what_if),
        "person": Shot(shortlist, _first_person),
        "evidence": Shot(shortlist, _evidence),
        "compare": Shot(shortlist, _compare),
        "shortlist-dark": Shot(shortlist, options=DARK),
        "shortlist-phone": Shot(shortlist, options=PHONE),
    }


def small(picture: bytes) -> bytes:
    """Return a picture with few colours, which text on plain ground hardly shows."""
    reduced = Image.open(io.BytesIO(picture)).convert("RGB").quantize(COLOURS)
    written = io.BytesIO()
    reduced.save(written, "PNG", optimize=True)
    return written.getvalue()


def _take(browser: Browser, address: str, name: str, shot: Shot) -> None:
    context = opened(browser, Watch(address), **shot.options)
    page = context.new_page()
    page.goto(shot.path)
    shot.then(page)
    page.wait_for_load_state("networkidle")
    (FOLDER / f"{name}.png").write_bytes(small(page.screenshot()))
    context.close()


def _samples(browser: Browser, address: str) -> tuple[str, str, str]:
    """Load the samples; return the paths of their shortlist, role and upload."""
    context = opened(browser, Watch(address), viewport=WIDE)
    page = context.new_page()
    page.goto("/")
    (FOLDER / "first-run.png").write_bytes(small(page.screenshot()))
    page.get_by_role("button", name="sample role and forty CVs").click()
    page.wait_for_url("**/shortlists/**", timeout=120_000)
    shortlist = page.url.removeprefix(address).partition("?")[0]
    role = page.get_by_role("link", name="The role").get_attribute("href")
    page.goto("/")
    upload = page.locator("a[href^='/people/uploads/']").first.get_attribute("href")
    context.close()
    return shortlist, role or "", upload or ""


def main() -> int:
    """Take every picture."""
    path = chromium()
    if path is None:
        print("no chromium is installed here (Debian's package chromium)", file=sys.stderr)  # noqa: T201
        return 1
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, headless(path) as browser:
        data = Path(folder)
        with serving(data / "data", data / "log") as address:
            for name, shot in shots(*_samples(browser, address)).items():
                _take(browser, address, name, shot)
    return 0


if __name__ == "__main__":
    sys.exit(main())
