"""Texts for tests of the API, and what one does with them first."""

from typing import Any

from starlette.testclient import TestClient

from tests.documents.makers import make_docx

# Every must-have of it is judged against facts.
ROLE = """\
Head of Service Desk

Essential
- ITIL Expert
- Accountability for a budget of at least £2 million
- Line management of 20 or more people

Desirable
- SC clearance
"""


def cv(name: str, *, budget: str = "£3 million", team: int = 25, more: str = "") -> str:
    """Return a CV that differs in what is asked."""
    return f"""\
{name}

Experience
Head of Service Desk, Example Ltd, January 2019 to present
- I hold a budget of {budget} a year.
- I lead a team of {team} people.
{more}

Certificates
ITIL Expert, 2016
"""


# CVs of four people who answer it differently.
TEXTS = {
    "anna": cv("Anna Example"),
    "ben": cv("Ben Example", budget="£900,000"),
    "cleo": cv("Cleo Example", team=12, more="- I hold SC clearance."),
    "dan": "Dan Example\n\nI bake bread.",
}


def word(text: str) -> bytes:
    """Return a text as a Word file, a paragraph a line."""

    def build(document: Any) -> None:
        for line in text.split("\n"):
            document.add_paragraph(line)

    return make_docx(build)


def add_role(client: TestClient, text: str = ROLE, **more: Any) -> dict[str, Any]:
    """Create a role; return it."""
    answer = client.post("/v1/roles", json={"text": text}, **more)
    assert answer.status_code == 201, answer.text
    role: dict[str, Any] = answer.json()
    return role


def add_cv(client: TestClient, text: str, **fields: Any) -> dict[str, Any]:
    """Create a candidate; return it."""
    headers = fields.pop("headers", None)
    answer = client.post("/v1/candidates", json={"text": text, **fields}, headers=headers)
    assert answer.status_code in {200, 201}, answer.text
    candidate: dict[str, Any] = answer.json()
    return candidate


def rank(client: TestClient, role: dict[str, Any], **wish: Any) -> dict[str, Any]:
    """Rank everybody, or as wished; return the ranking."""
    headers = wish.pop("headers", None)
    url = f"/v1/roles/{role['id']}/rankings"
    answer = client.post(url, json={"as_of": "2026-11-23", **wish}, headers=headers)
    assert answer.status_code == 201, answer.text
    ranking: dict[str, Any] = answer.json()
    return ranking


def places(client: TestClient, ranking: dict[str, Any], **more: Any) -> list[dict[str, Any]]:
    """Return the places of a ranking."""
    answer = client.get(f"/v1/rankings/{ranking['id']}/matches", **more)
    assert answer.status_code == 200, answer.text
    items: list[dict[str, Any]] = answer.json()["items"]
    return items
