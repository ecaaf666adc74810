"""While no key is asked for, only pages and programs of this machine may call.

Must not know routes. A page on the web could otherwise reach the service through the browser of
whoever runs it: under a name of its own that it points at 127.0.0.1 (DNS rebinding: the Host header
gives it away), or by sending a form across origins (the Origin header does); and a proxy beside the
service would let everybody in.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from service.api.problems import NotAllowed, WrongHost

# What a proxy adds: then whoever calls from a loopback address need not be on this machine.
FORWARDED = ("forwarded", "x-forwarded-for", "x-real-ip", "via")


class OpenDoor:
    """Look at Host and Origin while the service is open.

    Args:
        app: Whom to pass the request on to.
        is_open: Whether no key is asked for now.
    """

    def __init__(self, app: ASGIApp, is_open: Callable[[], Awaitable[bool]]) -> None:
        self._app = app
        self._is_open = is_open

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on where it comes from this machine.

        Raises:
            WrongHost: The Host header does not name this machine.
            NotAllowed: A page of another origin sent it.
        """
        if scope["type"] == "http":
            headers = Headers(scope=scope)
            host, origin = headers.get("host", ""), headers.get("origin")
            foreign = (origin is not None and not _same(origin, host)) or was_forwarded(headers)
            if (foreign or not names_loopback(host)) and await self._is_open():
                _refuse(host, headers)
        await self._app(scope, receive, send)


def _refuse(host: str, headers: Headers) -> None:
    if not names_loopback(host):
        raise WrongHost("While no key exists, call the service as localhost; or make a key.")
    if was_forwarded(headers):
        raise NotAllowed("While no key exists, a proxy may not call for others; make a key.")
    raise NotAllowed("While no key exists, pages of other origins may not call; make a key.")


def was_forwarded(headers: Headers) -> bool:
    """Return whether a proxy says that it calls for somebody else."""
    return any(name in headers for name in FORWARDED)


def names_loopback(authority: str) -> bool:
    """Return whether a host, with or without a port, is this machine by a name of its own."""
    try:
        name = urlsplit(f"//{authority}").hostname
    except ValueError:
        return False
    return is_loopback(name or "")


def is_loopback(host: str) -> bool:
    """Return whether a host without a port is ``localhost`` or an address of the machine's own."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _same(origin: str, host: str) -> bool:
    scheme, found, authority = origin.partition("://")
    return bool(found) and scheme in {"http", "https"} and authority.lower() == host.lower()
