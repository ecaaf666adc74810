"""What a test begins with and is not about: roles, CVs and shortlists, made by the API."""

from __future__ import annotations

from dataclasses import dataclass

import httpx2

from tests.api import serving
from tests.api.serving import cv

__all__ = ["Made", "cv", "person", "role", "shortlist"]

ROLE = serving.ROLE + "- Experience with ServiceNow\n"


@dataclass(frozen=True, slots=True)
class Made:
    """A role, a shortlist of it, and the ids of the people in it, in the order they came."""

    role: str
    shortlist: str
    people: tuple[str, ...]


def role(api: httpx2.Client, text: str = ROLE) -> str:
    """Add a role; return its path."""
    answer = api.post("/v1/roles", json={"text": text})
    assert answer.status_code in {200, 201}, answer.text
    return f"/roles/{answer.json()['id']}"


def person(api: httpx2.Client, text: str, pool: str) -> str:
    """Add a CV to a pool; return the person's id."""
    name = text.partition("\n")[0]
    answer = api.post("/v1/candidates", json={"text": text, "pool": pool, "label": name})
    assert answer.status_code in {200, 201}, answer.text
    found: str = answer.json()["id"]
    return found


def shortlist(api: httpx2.Client, pool: str, cvs: list[str], text: str = ROLE) -> Made:
    """Add a role and CVs, and rank them in a pool of their own."""
    of = role(api, text)
    people = tuple(person(api, each, pool) for each in cvs)
    pools = api.get("/v1/pools", params={"limit": 100}).json()["items"]
    (chosen,) = (each["id"] for each in pools if each["name"] == pool)
    answer = api.post(f"/v1{of}/rankings", json={"pool": chosen}, headers={"Prefer": "wait=60"})
    assert answer.json()["status"] == "done", answer.text
    return Made(of, f"/shortlists/{answer.json()['id']}", people)
