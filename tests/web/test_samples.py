"""One click reads the samples and shows their shortlist."""

import time

from starlette.testclient import TestClient

from tests.web.reading import Page, read


def first_look(client: TestClient) -> Page:
    """Click, and wait for the shortlist."""
    answer = client.post("/samples")
    for _ in range(1800):
        if answer.url.path.startswith("/shortlists/"):
            return read(answer)
        time.sleep(0.1)
        answer = client.get(str(answer.url))
    raise AssertionError("the samples were not read")


def test_the_samples_are_read_and_ranked_once(served: TestClient) -> None:
    page = first_look(served)
    assert "40 people" in page.text
    assert page.texts("#tour-title") == ["The shortlist"]
    assert len(page.all(".matrix tbody tr")) == 25
    again = first_look(served)
    assert again.answer.url == page.answer.url
    assert len(served.get("/v1/roles").json()["items"]) == 1
    titles = []
    while following := [
        str(each.attributes["href"])
        for each in page.all(".tour a[role=button]")
        if each.text() == "Next"
    ]:
        page = read(served.get(f"{page.answer.url.path}{following[0]}"))
        titles += page.texts("#tour-title")
    assert titles == ["What each CV shows", "What each must-have costs", "Find your people"]
