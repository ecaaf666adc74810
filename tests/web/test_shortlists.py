"""A shortlist's page: who is shown, what switches do, and what is taken away."""

import csv
import io
import re
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import openpyxl
import pytest
from starlette.testclient import TestClient

from service.store.database import Database
from service.work.clock import now
from tests.api.serving import places, rank
from tests.web.conftest import Json
from tests.web.reading import Page, read
from tests.web.test_roles import PART, of_kind

Look = Callable[..., Page]


def people(page: Page) -> list[str]:
    return page.texts(".matrix tbody th a")


@pytest.fixture
def here(ranking: Json) -> str:
    return f"/shortlists/{ranking['id']}"


def test_people_stand_in_the_order_of_the_ranking(
    served: TestClient, look: Look, here: str, ranking: Json
) -> None:
    stored = places(served, ranking)
    page = look(here)
    assert people(page) == [each["candidate"]["label"] for each in stored]
    scores = [float(each) for each in page.texts(".matrix .score")]
    assert scores == [each["score"] for each in stored]


def test_an_outcome_is_told_in_words_and_by_a_shape_of_its_own(look: Look, here: str) -> None:
    page = look(here)
    told = {
        (str(each.attributes["class"]).split()[1], each.text(strip=True))
        for each in page.all(".matrix .answer")
    }
    assert told == {
        ("met", "met"),
        ("not_met", "not met"),
        ("not_stated", "not stated in the CV"),
    }


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("show=every", ["anna"]),
        ("show=one", ["cleo", "ben"]),
        ("show=clearance", ["cleo"]),
        ("q=E", ["cleo", "ben"]),
        ("sort=name", ["anna", "ben", "cleo", "dan"]),
        ("sort=musts", ["anna", "cleo", "ben", "dan"]),
        ("band=none", []),
        ("show=nonsense&page=x&sort=y&set=z&at.R1.min_amount=w", ["anna", "cleo", "ben", "dan"]),
    ],
)
def test_people_are_narrowed_and_sorted(
    look: Look, here: str, query: str, found: list[str]
) -> None:
    page = look(f"{here}?{query}")
    assert people(page) == found
    assert found or "Nobody is left" in page.text


def test_people_are_narrowed_by_a_thing_asked_and_sorted_by_it(
    look: Look, here: str, role: Json
) -> None:
    clearance, team = of_kind(role, "clearance"), of_kind(role, "team_size")
    assert people(look(f"{here}?has={clearance}")) == ["cleo"]
    assert people(look(f"{here}?sort={team}"))[:2] == ["anna", "ben"]


def test_the_funnel_is_the_one_of_the_api(
    served: TestClient, look: Look, here: str, ranking: Json
) -> None:
    funnel = served.get(f"/v1/rankings/{ranking['id']}/funnel").json()
    page = look(here)
    left = [int(each.split()[0]) for each in page.texts(".gate-left") if each]
    assert left == [gate["left"] for gate in funnel["gates"]]
    for bar, gate in zip(page.all(".gate-bar svg[role=img]"), funnel["gates"], strict=True):
        words = " ".join(str(bar.attributes["aria-label"]).split())
        assert words == (
            f"{gate['met']} met, {gate['partly']} partly met, "
            f"{gate['not_stated']} not stated in the CV, {gate['not_met']} not met"
        )


@pytest.mark.parametrize("tried", ["desirable", "knock_out", "struck"])
def test_a_switch_ranks_at_once_and_what_is_kept_is_ranked_so(
    served: TestClient, look: Look, here: str, role: Json, tried: str
) -> None:
    team = of_kind(role, "team_size")
    page = look(f"{here}?set={team}:{tried}")
    assert "Trying it out." in page.text
    query = str(page.one("input[name=query]").attributes["value"])
    assert parse_qs(query)["set"] == [f"{team}:{tried}"]
    kept = served.post(f"{here}/keep", data={"query": query})
    after = read(kept)
    assert urlsplit(str(kept.url)).path != here
    assert people(after) == people(page)
    assert after.texts(".matrix .score") == page.texts(".matrix .score")
    assert "Trying it out." not in after.text


def test_a_size_is_tried_out_by_judging_again(look: Look, here: str, role: Json) -> None:
    money = of_kind(role, "money_scope")
    assert people(look(here)) == ["anna", "cleo", "ben", "dan"]
    page = look(f"{here}?at.{money}.min_amount=800,000")
    assert people(page)[:2] == ["anna", "ben"]
    assert "1 places up" in page.texts(".matrix tbody tr")[1]
    same = look(f"{here}?at.{money}.min_amount=2,000,000")
    assert "Trying it out." not in same.text


def test_a_part_is_all_that_is_sent_for_a_page_on_the_screen(served: TestClient, here: str) -> None:
    part = read(served.get(here, headers=PART))
    assert not part.all("header.top")
    assert part.all("#results")


def test_what_people_decided_counts_and_is_marked(
    served: TestClient, look: Look, here: str, role: Json, pool: dict[str, Json]
) -> None:
    person = f"{here}/people/{pool['ben']['id']}"
    form = {
        "requirement_id": of_kind(role, "money_scope"),
        "outcome": "met",
        "reason": "Ben Example showed us the budget.",
        "by": "Priya",
    }
    page = read(served.post(f"{person}/decisions", data=form))
    assert "Priya" in page.text
    assert "Ben Example showed us the budget." in page.text
    assert "the machine said" in page.text
    after = look(here)
    assert people(after)[:2] == ["anna", "ben"]
    assert "a person changed a verdict" in after.texts(".matrix tbody tr")[1]
    served.cookies.set("rolematch_blind", "1")
    hidden = look(person)
    assert "showed us the budget" in hidden.text
    assert "Ben" not in hidden.text


def test_the_form_for_a_verdict_comes_when_it_is_asked_for(
    served: TestClient, look: Look, here: str, role: Json, pool: dict[str, Json]
) -> None:
    person, money = f"{here}/people/{pool['ben']['id']}", of_kind(role, "money_scope")
    assert not look(person).all("form.disagree")
    form = read(served.get(f"{person}/decisions/{money}", headers=PART))
    assert not form.all("header.top")
    assert form.one("input[name=requirement_id]").attributes["value"] == money
    assert form.one("input[checked]").attributes["value"] == "not_met"
    whole = look(f"{person}/decisions/{money}")
    assert len(whole.all("form.disagree")) == 1
    assert whole.all(f"#ask-{money} form.disagree")
    read(served.get(f"{person}/decisions/R99", headers=PART), 404)


def test_a_person_page_adds_up_and_marks_the_words(
    look: Look, here: str, ranking: Json, served: TestClient, pool: dict[str, Json]
) -> None:
    page = look(f"{here}/people/{pool['anna']['id']}")
    points = [float(row.css("td.number")[0].text()) for row in page.all(".waterfall tbody tr")]
    assert round(sum(points), 2) == places(served, ranking)[0]["score"]
    assert page.one("#cv").text() == pool["anna"]["cv"]["text"]
    marks = {str(each.attributes["id"]) for each in page.all("#cv mark")}
    quoted = {str(each.attributes["data-evidence"]) for each in page.all("[data-evidence]")}
    assert quoted
    assert quoted <= marks


def test_names_are_hidden_until_somebody_is_opened_on_purpose(
    served: TestClient, look: Look, here: str, pool: dict[str, Json]
) -> None:
    served.cookies.set("rolematch_blind", "1")
    ids = "&".join(f"c={pool[name]['id']}" for name in ("anna", "ben"))
    paths = [
        "/",
        "/people",
        here,
        f"{here}?q=anna&sort=name",
        f"{here}/people/{pool['anna']['id']}",
        f"{here}/compare?{ids}",
        f"{here}/export?format=html",
        f"{here}/export?format=csv",
        f"/people/{pool['anna']['id']}",
    ]
    for path in paths:
        text = served.get(path, headers={"Accept": "text/html"}).text
        assert not re.search("anna", text, re.I), path
    opened = look(f"{here}/people/{pool['anna']['id']}?open=1")
    assert "Anna Example" in opened.text
    trail = served.get("/v1/audit").json()["items"]
    assert trail[0]["action"] == "candidate.read"
    assert trail[0]["detail"]["blind"] is False


def test_two_to_four_are_compared(look: Look, here: str, pool: dict[str, Json]) -> None:
    ids = [pool[name]["id"] for name in ("ben", "anna")]
    page = look(f"{here}/compare?c={ids[0]}&c={ids[1]}")
    assert page.texts("thead th") == ["ben", "anna"]
    assert "£900,000" in page.text


@pytest.mark.parametrize("count", [0, 1, 5])
def test_fewer_or_more_are_not_compared(
    served: TestClient, here: str, pool: dict[str, Json], count: int
) -> None:
    ids = [each["id"] for each in pool.values()] + ["c_" + "0" * 22]
    query = "&".join(f"c={each}" for each in ids[:count]) if count < 5 else "c=" + "&c=".join(ids)
    answer = served.get(f"{here}/compare?{query}", headers={"Accept": "text/html"})
    if count < 5:
        assert "Choose two to 4 people" in read(answer, 422).text
    else:
        assert len(read(answer).texts("thead th")) == 4  # who is not there is left out


def test_a_shortlist_is_taken_away_as_a_file(served: TestClient, here: str) -> None:
    sheet = openpyxl.load_workbook(
        io.BytesIO(served.get(f"{here}/export?format=xlsx").content)
    ).worksheets[0]
    assert "anna" in {str(cell.value) for row in sheet.rows for cell in row}
    rows = list(csv.reader(io.StringIO(served.get(f"{here}/export?format=csv").text)))
    assert any("anna" in cell for row in rows for cell in row)
    report = served.get(f"{here}/export?format=html")
    assert report.headers["content-disposition"] == "inline"
    assert "script-src" not in report.headers["content-security-policy"]


def test_who_was_erased_is_gone_from_what_is_kept_in_memory(
    served: TestClient, look: Look, here: str, pool: dict[str, Json]
) -> None:
    assert "anna" in people(look(here))
    url = f"/people/{pool['anna']['id']}/erase"
    refused = served.post(url, headers={"Accept": "text/html"})
    assert "nothing was erased" in read(refused, 422).text
    receipt = read(served.post(url, data={"sure": "yes"}))
    assert "everything that was held was removed" in receipt.text
    page = look(here)
    assert people(page) == ["cleo", "ben", "dan"]
    assert "1 person was erased since" in page.text
    assert served.get(f"{here}/people/{pool['anna']['id']}").status_code == 404


def test_an_erasure_elsewhere_empties_the_memory(
    served: TestClient, look: Look, here: str, pool: dict[str, Json], store: Database
) -> None:
    look(here)
    kept = served.app.state.shortlists  # type: ignore[attr-defined]
    assert kept._kept
    assert served.delete(f"/v1/candidates/{pool['anna']['id']}").status_code == 200
    kept.forget_outdated(store)
    assert not kept._kept


def test_an_unfinished_shortlist_says_how_far_it_is(
    served: TestClient, look: Look, role: Json, pool: dict[str, Json], store: Database
) -> None:
    assert pool
    ranking = rank(served, role)
    with store.writing() as connection:
        connection.exec_driver_sql(
            "UPDATE rankings SET status = 'running', lease_until = ? WHERE public_id = ?",
            (now().replace(year=2099).strftime("%Y-%m-%d %H:%M:%S.%f"), ranking["id"]),
        )
    page = look(f"/shortlists/{ranking['id']}")
    assert "4 of 4 people judged." in page.text
    assert page.all("#progress[hx-get]")
