"""The document that describes the API: who may call, and how every failure is told.

Must not know any route.
"""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute

from service.api.problems import KINDS, MEDIA_TYPE, TYPES_AT

DESCRIPTION = """\
Rank candidates against a role, and show the words behind every point.

Every failure is answered as `application/problem+json` (RFC 9457). Times are UTC. Lists are pages:
ask for the next one with the `next` of the last.
"""
TAGS = [
    {"name": "roles", "description": "What is asked for."},
    {"name": "candidates", "description": "Who answers."},
    {"name": "pools", "description": "Candidates under a name."},
    {"name": "rankings", "description": "A role against candidates, with its reasons."},
    {"name": "match", "description": "A role against one CV, stored nowhere."},
    {"name": "batches", "description": "Many CVs at once."},
    {"name": "audit", "description": "Who did what."},
    {"name": "service", "description": "The service itself."},
]
_PROBLEM = {
    "type": "object",
    "description": "What went wrong (RFC 9457).",
    "required": ["type", "title", "status"],
    "properties": {
        "type": {
            "type": "string",
            "format": "uri-reference",
            "enum": [TYPES_AT + name for name in KINDS],
        },
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "instance": {"type": "string", "format": "uri"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["where", "what"],
                "properties": {"where": {"type": "string"}, "what": {"type": "string"}},
            },
        },
    },
}
_CONTENT = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
_RETRY = {
    "Retry-After": {
        "description": "In how many seconds to try again.",
        "schema": {"type": "integer"},
    }
}
_HEADERS = {
    401: {"WWW-Authenticate": {"schema": {"type": "string"}}},
    429: _RETRY,
    503: _RETRY,
}


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Return the responses of these statuses, as a route or a router documents them."""
    titles: dict[int, list[str]] = {}
    for kind in KINDS.values():
        titles.setdefault(kind.status, []).append(kind.title)
    return {
        status: {
            "description": "; or ".join(titles[status]),
            "content": _CONTENT,
            **({"headers": _HEADERS[status]} if status in _HEADERS else {}),
        }
        for status in statuses
    }


# What every route of /v1 may answer, whatever it does.
SHARED = problems(400, 401, 403, 404, 409, 413, 415, 421, 422, 429, 500, 503, 504)


def operation_id(route: APIRoute) -> str:
    """Return the name of an operation: that of its function, which is unique in the API."""
    return route.name


def describe(app: FastAPI) -> dict[str, Any]:
    """Return the document, made once."""
    if app.openapi_schema is None:
        schema = get_openapi(
            title=app.title,
            version=app.version,
            description=app.description,
            tags=app.openapi_tags,
            routes=app.routes,
        )
        schemas = schema.setdefault("components", {}).setdefault("schemas", {})
        schemas["Problem"] = _PROBLEM
        app.openapi_schema = schema
    return app.openapi_schema
