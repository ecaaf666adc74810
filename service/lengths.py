"""How long a text may be: beyond it is no CV and no role, and would be read for minutes."""

from __future__ import annotations

# Some hundred and fifty pages.
LONGEST = 300_000


def excess(text: str) -> str:
    """Return what is wrong with the length of a text, or "" where nothing is."""
    if len(text) <= LONGEST:
        return ""
    return (
        f"{len(text):,} characters of text, and the limit is {LONGEST:,}; check that it is one "
        "document, and keep the pages that matter"
    )
