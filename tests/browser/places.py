"""Every kind of page there is, by a name, once the samples are loaded. Must not know a browser."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import httpx2

from tests.browser.conftest import FirstRun

Where = Callable[[FirstRun, httpx2.Client], str]


def candidates(samples: FirstRun, api: httpx2.Client, count: int) -> list[str]:
    """Return the ids of the first people of the shortlist."""
    ranking = samples.shortlist.rpartition("/")[2]
    answer = api.get(f"/v1/rankings/{ranking}/matches", params={"limit": count})
    return [each["candidate"]["id"] for each in answer.json()["items"] if each["candidate"]]


def _upload(samples: FirstRun, api: httpx2.Client) -> str:
    return f"/people/uploads/{api.get('/v1/batches').json()['items'][-1]['id']}"


def _candidate(samples: FirstRun, api: httpx2.Client) -> str:
    return f"/people/{candidates(samples, api, 1)[0]}"


def _person(samples: FirstRun, api: httpx2.Client) -> str:
    return f"{samples.shortlist}/people/{candidates(samples, api, 1)[0]}"


def _compare(samples: FirstRun, api: httpx2.Client) -> str:
    chosen = "&".join(f"c={each}" for each in candidates(samples, api, 3))
    return f"{samples.shortlist}/compare?{chosen}"


def _trying(samples: FirstRun, api: httpx2.Client) -> str:
    ranking = samples.shortlist.rpartition("/")[2]
    gates = api.get(f"/v1/rankings/{ranking}/funnel").json()["gates"]
    return f"{samples.shortlist}?set={gates[0]['requirement_ids'][0]}:desirable"


PLACES: Mapping[str, Where] = {
    "start": lambda samples, api: "/",
    "roles": lambda samples, api: "/roles",
    "new role": lambda samples, api: "/roles/new",
    "role": lambda samples, api: samples.role,
    "people": lambda samples, api: "/people",
    "nobody found": lambda samples, api: "/people?q=nobody+is+called+this",
    "upload": _upload,
    "candidate": _candidate,
    "shortlists": lambda samples, api: "/shortlists",
    "shortlist": lambda samples, api: samples.shortlist,
    "tour": lambda samples, api: f"{samples.shortlist}?tour=3",
    "what-if": _trying,
    "nobody left": lambda samples, api: f"{samples.shortlist}?q=nobody+is+called+this",
    "person": _person,
    "compare": _compare,
    "sign in": lambda samples, api: "/sign-in",
    "not found": lambda samples, api: "/roles/r_0000000000000000000000",
}
