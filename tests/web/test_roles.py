"""A role's page: what was read beside its words, and what people set."""

from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from tests.api.serving import word
from tests.web.conftest import ROLE, Json
from tests.web.reading import Page, read

PART = {"Accept": "text/html", "HX-Request": "true", "HX-Request-Type": "partial"}
Look = Callable[..., Page]


def of_kind(role: Json, kind: str) -> str:
    (found,) = (each["id"] for each in role["requirements"] if each["kind"] == kind)
    return str(found)


def test_a_role_is_added_by_its_text_or_by_a_file(served: TestClient) -> None:
    pasted = served.post("/roles", data={"text": ROLE.replace("\n", "\r\n")})
    page = read(pasted)
    assert page.texts("h1") == ["Head of Service Desk"]
    assert page.one(".paper").text() == ROLE
    sent = served.post("/roles", files={"file": ("role.docx", word(ROLE))})
    assert read(sent).texts("h1") == ["Head of Service Desk"]


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"data": {"text": "  "}}, "Paste the text of a role, or choose a file."),
        ({"files": {"file": ("role.pdf", b"no pdf")}}, "role.pdf"),
    ],
)
def test_what_is_no_role_is_told(served: TestClient, sent: Json, told: str) -> None:
    page = read(served.post("/roles", headers={"Accept": "text/html"}, **sent), 422)
    assert told in page.text


def test_words_and_requirements_point_at_each_other(look: Look, role: Json) -> None:
    page = look(f"/roles/{role['id']}")
    cards = {str(each.attributes["data-requirement"]) for each in page.all("[data-requirement]")}
    marks = {name for each in page.all("mark") for name in str(each.attributes["data-for"]).split()}
    assert cards == marks == {each["id"] for each in role["requirements"]}


def test_points_of_all_that_is_asked_are_a_hundred(look: Look, role: Json) -> None:
    page = look(f"/roles/{role['id']}")
    points = [float(each.split()[0]) for each in page.texts(".ask .points")]
    head = page.texts("#asked .line p")[0].split()
    title, work = float(head[3].rstrip(",")), float(head[6])
    assert round(sum(points) + title + work, 2) == 100


def test_importance_knock_out_and_strike_are_a_button_each(
    served: TestClient, look: Look, role: Json
) -> None:
    money = of_kind(role, "money_scope")
    url = f"/roles/{role['id']}/requirements/{money}"

    def set_(**form: str) -> Page:
        return read(served.post(url, data=form, headers=PART))

    def pressed(page: Page) -> list[str]:
        return page.texts(f"#{money} [aria-pressed=true]")

    assert pressed(set_(knock_out="yes")) == ["Must have", "Knock-out"]
    assert pressed(set_(importance="desirable")) == ["Nice to have"]
    assert "Put back" in set_(struck="yes").texts(f"#{money} button")
    assert pressed(set_(struck="no")) == ["Nice to have"]
    assert "What people set (4)" in look(f"/roles/{role['id']}").text


def test_a_threshold_is_edited_and_read_back(served: TestClient, look: Look, role: Json) -> None:
    money = of_kind(role, "money_scope")
    form = {"kind": "money_scope", "min_amount": "£2,500,000", "scope": "p_and_l"}
    url = f"/roles/{role['id']}/requirements/{money}"
    page = read(served.post(url, data=form, headers=PART))
    assert "a P&L of £2.5m or more a year" in " ".join(page.texts(f"#{money}"))
    stored = served.get(f"/v1/roles/{role['id']}").json()["requirements"]
    (edited,) = (each for each in stored if each["id"] == money)
    assert (edited["criterion"]["min_amount"], edited["criterion"]["scope"]) == (2.5e6, "p_and_l")


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ({"kind": "money_scope", "min_amount": "lots"}, "Amount a year, at least: give a number"),
        ({"kind": "money_scope", "scope": "a yacht"}, "does not fit"),
        ({"weight": "heavy"}, "The weight is no number."),
        ({"weight": "11"}, "less than or equal to 10"),
        ({}, "Nothing is set"),
    ],
)
def test_what_cannot_be_set_is_told_in_its_place(
    served: TestClient, role: Json, form: dict[str, str], told: str
) -> None:
    url = f"/roles/{role['id']}/requirements/{of_kind(role, 'money_scope')}"
    answer = served.post(url, data=form, headers=PART)
    page = read(answer, 422)
    assert told in page.text
    assert answer.headers["hx-retarget"] == "#notices"
    assert served.get(f"/v1/roles/{role['id']}").json()["changes"] == []


def test_what_the_advert_does_not_say_can_be_asked(served: TestClient, role: Json) -> None:
    url = f"/roles/{role['id']}/requirements"
    page = read(served.post(url, data={"text": "PRINCE2 Practitioner"}, headers=PART))
    assert "added by hand" in " ".join(page.texts("#A1"))
    assert read(served.post(url, data={"text": " "}, headers=PART), 422)


def test_a_role_is_ranked_and_deleted(
    served: TestClient, look: Look, role: Json, pool: dict[str, Json]
) -> None:
    assert pool
    answer = served.post(f"/roles/{role['id']}/shortlists", data={"pool": ""})
    assert answer.url.path.startswith("/shortlists/n_")
    assert answer.url.path in "".join(
        str(each.attributes["href"]) for each in look(f"/roles/{role['id']}").all("p.soft a")
    )
    assert served.post(f"/roles/{role['id']}/delete").url.path == "/roles"
    assert served.get(f"/v1/roles/{role['id']}").status_code == 404
