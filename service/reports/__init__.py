"""One file per format: a `Ranking` in, text or bytes out. No report computes a score."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from service.result import Ranking


def _renderer(name: str) -> Callable[[Ranking], str | bytes]:
    """Return the format's ``render``, imported when it is called: each has its own libraries."""

    def render(ranking: Ranking) -> str | bytes:
        module = import_module(f"service.reports.{name}")
        content: str | bytes = module.render(ranking)
        return content

    return render


def for_screen(ranking: Ranking) -> str:
    """Return the table as the terminal at hand shows it best."""
    from service.reports import table

    return table.for_screen(ranking)


RENDERERS = {name: _renderer(name) for name in ("table", "json", "csv", "xlsx", "html")}
