"""What axe-core finds on a page (https://github.com/dequelabs/axe-core). Must not know a page."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
_AXE = Axe()
_OPTIONS = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}


def violations(page: Page) -> list[str]:
    """Return what breaks the Web Content Accessibility Guidelines 2.2, level AA."""
    found = _AXE.run(page, options=_OPTIONS).response["violations"]
    return [
        f"{rule['id']}: {node['target']} {node['html'][:160]} {node['failureSummary'][:300]}"
        for rule in found
        for node in rule["nodes"]
    ]
