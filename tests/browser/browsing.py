"""Pages that are watched for faults. Must not know a page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, Request

WIDE, NARROW = {"width": 1360, "height": 900}, {"width": 360, "height": 740}
PATIENCE_MS = 15_000


@dataclass
class Watch:
    """What went wrong on the pages of a context.

    Attributes:
        address: The only server that may be asked for anything.
        faults: Errors of scripts, of the console and of the policy, and requests to elsewhere.
        expected: A fault that contains one of these is none.
    """

    address: str
    faults: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)

    def on(self, context: BrowserContext) -> None:
        """Watch every page of a context."""
        context.on("console", lambda said: said.type == "error" and self._note(said.text))
        context.on("weberror", lambda error: self._note(str(error.error)))
        context.on("request", self._asked)

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((self.address, "data:", "blob:", "about:")):
            self._note(f"asked for {request.url}")

    def _note(self, fault: str) -> None:
        self.faults.append(fault)

    def unexpected(self) -> list[str]:
        """Return the faults that nobody said would come."""
        return [each for each in self.faults if not any(e in each for e in self.expected)]


def opened(browser: Browser, watch: Watch, **options: Any) -> BrowserContext:
    """Return a context of its own, with nothing remembered, that is watched."""
    wanted: dict[str, Any] = {"viewport": WIDE, "locale": "en-GB", "color_scheme": "light"}
    context = browser.new_context(base_url=watch.address, **(wanted | options))
    context.set_default_timeout(PATIENCE_MS)
    watch.on(context)
    return context


def path_of(page: Page) -> str:
    """Return the path of a page, without the server and the query."""
    return "/" + page.url.partition("://")[2].partition("/")[2].partition("?")[0].partition("#")[0]


def tab_to(page: Page, words: str, limit: int = 80) -> None:
    """Press Tab until what has the focus says something."""
    for _ in range(limit):
        page.keyboard.press("Tab")
        if words in page.evaluate("document.activeElement.innerText ?? ''"):
            return
    raise AssertionError(f"'{words}' is not reached by {limit} tabs")
