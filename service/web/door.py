"""Who looks at a page: nobody's form is read before that is known.

Must not know a page, but for the one where people sign in. A form that another site's page sends is
refused by the headers a browser adds by itself: Sec-Fetch-Site where there is one, else Origin
(https://www.w3.org/TR/fetch-metadata/, OWASP's Cross-Site Request Forgery Prevention Cheat Sheet).
Whoever sends neither is no browser, and has no session that could be misused.
"""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import quote, urlsplit

from anyio import to_thread
from starlette.datastructures import Headers
from starlette.requests import HTTPConnection
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from service.api.identity import LOCAL, Caller
from service.api.key_ring import KeyRing
from service.api.problems import NotAllowed
from service.store import sessions
from service.store.api_keys import SCOPES, ApiKey
from service.store.database import Database
from service.work.clock import now

COOKIE = "rolematch_session"
SIGNED_IN_FOR = timedelta(hours=12)
SIGN_IN = "/sign-in"
# The first part of every page's path. Whatever else there is has a door of its own, or none.
PAGES = frozenset(
    {"", "roles", "people", "shortlists", "samples", "settings", "sign-in", "sign-out"}
)
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_OURS = frozenset({"same-origin", "none"})


class Door:
    """Put the caller into the request's state, or ask them to sign in.

    Args:
        app: Whom to pass the request on to.
        keys: The keys there are.
        store: Where the sessions are.
    """

    def __init__(self, app: ASGIApp, keys: KeyRing, store: Database) -> None:
        self._app = app
        self._keys = keys
        self._store = store

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on once it is known who calls.

        Raises:
            NotAllowed: Another site's page sent it.
            StoreUnavailable: The database cannot be reached.
        """
        if scope["type"] != "http" or not is_page(scope["path"]):
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        if scope["method"] not in _SAFE and not _from_here(headers):
            raise NotAllowed("Another site sent this form; open the page here and try again.")
        state = scope.setdefault("state", {})
        caller = await self._caller(HTTPConnection(scope), state.get("request_id", ""))
        if caller is None and scope["path"] != SIGN_IN:
            await _to_sign_in(scope, headers)(scope, receive, send)
            return
        state["caller"] = caller
        await self._app(scope, receive, send)

    async def _caller(self, connection: HTTPConnection, request: str) -> Caller | None:
        if await self._keys.is_open():
            tenant = await self._keys.default_tenant()
            return Caller(tenant.id, tenant.name, None, LOCAL, frozenset(SCOPES), request)
        token = connection.cookies.get(COOKIE)
        key = await to_thread.run_sync(self._find, token) if token else None
        if key is None:
            return None
        return Caller(key.tenant_id, key.tenant, key.public_id, key.public_id, key.scopes, request)

    def _find(self, token: str) -> ApiKey | None:
        with self._store.reading() as connection:
            return sessions.find(connection, token, now())


def is_page(path: str) -> bool:
    """Return whether a path is that of a page."""
    return path.removeprefix("/").partition("/")[0] in PAGES


def _from_here(headers: Headers) -> bool:
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site in _OURS
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc.lower() == headers.get("host", "").lower()


def _to_sign_in(scope: Scope, headers: Headers) -> Response:
    """Return what brings a browser to the sign-in page, and back afterwards."""
    if "hx-request" in headers:
        return Response(status_code=401, headers={"HX-Redirect": SIGN_IN})
    query = scope["query_string"].decode("latin-1")
    back = scope["path"] + (f"?{query}" if query else "")
    there = f"{SIGN_IN}?next={quote(back)}" if scope["method"] == "GET" and back != "/" else SIGN_IN
    return RedirectResponse(there, status_code=303)
