"""A page as a reader finds it: its words, its links and its forms."""

from __future__ import annotations

from dataclasses import dataclass

from httpx2 import Response
from selectolax.lexbor import LexborHTMLParser, LexborNode


@dataclass(frozen=True)
class Page:
    """An answer, and what it shows."""

    answer: Response
    tree: LexborHTMLParser

    @property
    def text(self) -> str:
        """The words, each run of white space as one space."""
        body = self.tree.body
        assert body is not None
        return " ".join(body.text(separator=" ").split())

    def all(self, selector: str) -> list[LexborNode]:
        """Return what a selector finds."""
        return self.tree.css(selector)

    def texts(self, selector: str) -> list[str]:
        """Return the words of what a selector finds."""
        return [" ".join(each.text(separator=" ").split()) for each in self.all(selector)]

    def one(self, selector: str) -> LexborNode:
        """Return the one thing that a selector finds."""
        (found,) = self.all(selector)
        return found


def read(answer: Response, status: int = 200) -> Page:
    """Return a page, which must have been answered with a status."""
    assert answer.status_code == status, answer.text[:2000]
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    return Page(answer, LexborHTMLParser(answer.text))
