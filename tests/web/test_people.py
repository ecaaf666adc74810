"""People's pages: what becomes of each file, and who is found."""

import io
import time
import zipfile
from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from tests.api.serving import cv, word
from tests.web.conftest import Json
from tests.web.reading import Page, read

Look = Callable[..., Page]


def send(client: TestClient, *files: tuple[str, bytes], pool: str = "") -> str:
    """Send files; return the path of their page once all are read."""
    sent = [("files", each) for each in files]
    answer = client.post("/people/uploads", files=sent, data={"pool": pool})
    read(answer)
    path = answer.url.path
    for _ in range(200):
        if not read(client.get(path)).all("#progress[hx-get]"):
            return path
        time.sleep(0.05)
    raise AssertionError("the files were not read")


def test_each_file_says_what_became_of_it(served: TestClient, look: Look) -> None:
    # Made once: a Word file holds the second at which it was written.
    anna = word(cv("Anna Example"))
    path = send(
        served,
        ("anna.docx", anna),
        ("ben.txt", cv("Ben Example").encode()),
        ("again.docx", anna),
        ("broken.pdf", b"%PDF-1.7 cut off"),
        ("ben.txt", cv("Ben Other").encode()),
        pool="Autumn",
    )
    page = look(path)
    assert page.texts(".files tbody th") == [
        "anna.docx",
        "ben.txt",
        "again.docx",
        "broken.pdf",
        "ben (2).txt",
    ]
    first, ben, second, broken, other = page.texts(".files .state")
    # Of equal files, whichever is read first is the candidate.
    assert {first, second} == {"added", "here already"}
    assert ben == other == "added"
    assert broken.startswith("not taken: broken.pdf")
    assert look(f"{path}?status=failed").texts(".files tbody th") == ["broken.pdf"]
    assert "Autumn (3)" in look("/people").text


def test_a_zip_is_the_files_in_it(served: TestClient, look: Look) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("cvs/anna.txt", cv("Anna Example"))
    path = send(served, ("all.zip", held.getvalue()))
    assert look(path).texts(".files .state") == ["added"]


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ([], "Choose at least one file."),
        ([("files", ("people.csv", b"name\nAnna\n"))], "It cannot be taken"),
    ],
)
def test_what_is_no_upload_is_told(served: TestClient, files: list[Json], told: str) -> None:
    answer = served.post(
        "/people/uploads", files=files or None, data={"pool": ""}, headers={"Accept": "text/html"}
    )
    assert told in read(answer, 422).text


def test_people_are_found_by_name_pool_and_warning(
    served: TestClient, look: Look, pool: dict[str, Json]
) -> None:
    assert pool
    stuffed = cv("Eve Example", more="".join(f"- ITIL {n}\n" for n in range(3)) * 20)
    send(served, ("eve.txt", stuffed.encode()), pool="Autumn")
    assert look("/people?q=AN").texts("tbody th") == ["anna", "dan"]
    (autumn,) = (
        str(each.attributes["value"])
        for each in look("/people").all("select[name=pool] option")
        if each.text().startswith("Autumn")
    )
    assert look(f"/people?pool={autumn}").texts("tbody th") == ["eve"]
    assert "Nobody fits" in look("/people?warning=hidden_text").text


def test_a_cv_is_shown_with_what_was_read_from_it(look: Look, pool: dict[str, Json]) -> None:
    page = look(f"/people/{pool['anna']['id']}")
    assert page.one(".cv").text() == pool["anna"]["cv"]["text"]
    facts = page.texts(".facts li")
    assert any("ITIL Expert" in each for each in facts)
    assert len(facts) == len(pool["anna"]["cv"]["facts"])
    held = page.all(f'a[href="/people/{pool["anna"]["id"]}/export"]')
    assert held


def test_everything_held_is_a_file(served: TestClient, pool: dict[str, Json]) -> None:
    answer = served.get(f"/people/{pool['anna']['id']}/export")
    assert "attachment" in answer.headers["content-disposition"]
    assert "Anna Example" in answer.text


def test_an_upload_can_be_stopped(served: TestClient) -> None:
    answer = served.post("/people/uploads", files=[("files", ("anna.txt", b"Anna\n\nI bake."))])
    page = read(served.post(f"{answer.url.path}/cancel"))
    assert not page.all("#progress[hx-get]")
