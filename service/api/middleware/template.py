"""A request's route as it was written, and its method if it is a known one.

Must not return anything the caller made up: both name series of measurements and stand in logs.
"""

from __future__ import annotations

from starlette.types import Scope

UNMATCHED = "unmatched"
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


def template_of(scope: Scope) -> str:
    """Return the template, such as ``/v1/roles/{role_id}``, once a route was found."""
    return getattr(scope.get("route"), "path_format", UNMATCHED)


def method_of(scope: Scope) -> str:
    """Return the method, or OTHER."""
    return scope["method"] if scope["method"] in _METHODS else "OTHER"
