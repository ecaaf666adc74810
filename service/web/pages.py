"""Pages from templates: one environment, one policy for what a browser may do with them.

Must not know a page. Scripts and styles come from this service alone, none stands in a page, and
nothing is framed, so that words of a CV can never run (https://www.w3.org/TR/CSP3/).
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from fastapi import Request
from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from matcher.explain import OUTCOME_MARKS, OUTCOME_WORDS, short
from service.api.identity import LOCAL, Caller
from service.store.rankings import StoredRanking
from service.web import words

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
# A report is one file with its styles in it, and no script.
REPORT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
BLIND = "rolematch_blind"
STATIC = Path(str(files("service.web"))) / "static"
YEAR, HOUR = 365 * 24 * 3600, 3600  # seconds


class Files(StaticFiles):
    """Scripts and styles, kept by the browser for good where their address tells their content."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Return a file with how long it may be kept."""
        response = await super().get_response(path, scope)
        told = b"v=" in scope["query_string"]
        age = f"max-age={YEAR}, immutable" if told else f"max-age={HOUR}"
        response.headers["Cache-Control"] = f"public, {age}"
        return response


@cache
def static(name: str) -> str:
    """Return the address of a script or style, which changes with its content."""
    digest = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()
    return f"/static/{name}?v={digest[:12]}"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("service.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"short": short, **words.FILTERS}
    environment.globals |= {
        "static": static,
        "outcome_words": OUTCOME_WORDS,
        "outcome_marks": OUTCOME_MARKS,
        **words.GLOBALS,
    }
    return environment


def load() -> None:
    """Compile every template, so that nobody who opens a page first waits for it."""
    for name in _environment().list_templates():
        _environment().get_template(name)


def fragment(template: str, **values: Any) -> str:
    """Return a part of a page."""
    return _environment().get_template(template).render(values)


def standalone(template: str, **values: Any) -> str:
    """Return a page for whoever it is: one that can be made when nothing else can."""
    return fragment(template, caller=None, is_open=False, blind=False, path="", **values)


def page(
    request: Request,
    template: str,
    values: Mapping[str, Any],
    *,
    status: int = 200,
    part: str | None = None,
) -> HTMLResponse:
    """Return a page; of one that is on the screen already, only the part that was asked for.

    Args:
        request: Who asks, and whether for a part.
        template: The page's template.
        values: What stands in it.
        status: The answer's.
        part: The template of the part that may be asked for.
    """
    caller: Caller | None = request.state.caller
    wanted = part if part is not None and is_partial(request) else template
    shown = fragment(
        wanted,
        caller=caller,
        is_open=caller is not None and caller.actor == LOCAL,
        blind=is_blind(request),
        path=request.url.path,
        **values,
    )
    headers = {
        "Content-Security-Policy": POLICY,
        # A form of ours may say where it came from, and no other site hears of it.
        "Referrer-Policy": "same-origin",
        "Vary": "HX-Request",
    }
    return HTMLResponse(shown, status, headers)


def is_partial(request: Request) -> bool:
    """Return whether a part of the page is asked for, by a page that is on the screen."""
    return "hx-request" in request.headers and request.headers.get("hx-request-type") != "full"


def is_blind(request: Request) -> bool:
    """Return whether who people are is to be hidden from whoever looks."""
    return request.cookies.get(BLIND) == "1"


def hides_names(request: Request, ranking: StoredRanking) -> bool:
    """Return whether a ranking is blind, or looked at by whoever hides who people are."""
    return is_blind(request) or bool(ranking.options["blind"])


def see_other(request: Request, path: str) -> Response:
    """Return what brings the browser to another page after a form was sent."""
    if "hx-request" in request.headers:
        return Response(status_code=200, headers={"HX-Redirect": path})
    return RedirectResponse(path, status_code=303)
