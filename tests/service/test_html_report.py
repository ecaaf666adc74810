"""The page that is mailed: complete, safe to open, legible to everybody."""

import re
from dataclasses import replace
from importlib.resources import files

import pytest
from selectolax.lexbor import LexborHTMLParser as Page

from matcher.criteria import Duty
from service.reports import RENDERERS
from tests.service.rankings import ANNA, ANNA_TEXT, RANKING, ROLE, named, with_cv

CSS = (files("service.reports") / "templates" / "report.css").read_text(encoding="utf-8")


def page(ranking=RANKING) -> Page:
    content = RENDERERS["html"](ranking)
    assert isinstance(content, str)
    return Page(content)


def text(node) -> str:
    return " ".join(node.text().split())


def test_the_shortlist_names_everybody_in_order() -> None:
    names = [text(node) for node in page().css(".shortlist tbody th")]
    assert names == ["anna", "ben"]


def test_the_matrix_has_a_column_for_each_thing_asked() -> None:
    heads = [text(node) for node in page().css(".matrix thead .tall")]
    assert heads == ["A budget of £2m", "A team of 20", "one of 2: ITIL Expert / CITP"]
    cells = [
        [text(cell) for cell in row.css("td .unseen")] for row in page().css(".matrix tbody tr")
    ]
    assert cells == [
        ["met", "partly met", "met"],
        ["not stated in the CV", "not met", "not stated in the CV"],
    ]


def test_the_waterfall_shows_the_points_that_were_given() -> None:
    rows = page().css("#c1 .waterfall tbody tr")
    shown = [float(row.css("td.number")[0].text()) for row in rows]
    assert shown == [line.points for line in ANNA.contributions]
    assert float(rows[-1].css("td.number")[2].text()) == ANNA.score


def test_a_bar_starts_where_the_one_before_it_ended() -> None:
    bars = [node.attributes["style"] for node in page().css("#c1 .bar i:last-child")]
    assert bars == [
        "left:0.00%;width:20.00%",
        "left:20.00%;width:30.00%",
        "left:50.00%;width:20.00%",
        "left:70.00%;width:10.00%",
    ]


def test_the_cv_is_there_word_for_word_with_its_evidence_marked() -> None:
    cv = page().css_first("#c1 .cv")
    assert [text(mark) for mark in cv.css("mark")] == [
        "Ran the deskR1",
        "a budget of £3mR2",
        "25 peopleR3",
        "ITIL ExpertR4",
    ]
    for label in cv.css("sup"):
        label.decompose()
    assert cv.text() == ANNA_TEXT


def test_every_link_leads_somewhere_in_the_page() -> None:
    found = page()
    targets = {node.attributes["id"] for node in found.css("[id]")}
    links = [node.attributes["href"] or "" for node in found.css("a")]
    assert links
    assert {link.removeprefix("#") for link in links} <= targets


def test_what_could_not_be_read_is_listed() -> None:
    assert "scan.pdf: this PDF holds only images." in text(page().css_first(".alert"))


def test_warnings_and_questions_stand_with_their_candidate() -> None:
    assert "White text was left out." in text(page().css_first("#c2"))
    assert "Which budgets?" in text(page().css_first("#c2"))
    assert "White text" not in text(page().css_first("#c1"))


@pytest.mark.parametrize(
    "attack", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ 7 * 7 }}"]
)
def test_a_cv_is_text_and_nothing_else(attack: str) -> None:
    found = page(with_cv(f"Cara {attack} Example"))
    assert not found.css("script, img")
    assert attack in found.css_first(".cv").text()


def test_so_is_a_candidates_name() -> None:
    found = page(named('<b onclick="x">a</b>'))
    assert not found.css("b")
    assert text(found.css_first(".shortlist tbody th")) == '<b onclick="x">a</b>'


def test_nothing_is_fetched_and_nothing_runs() -> None:
    content = RENDERERS["html"](RANKING)
    assert isinstance(content, str)
    assert not re.findall(r"https?://|<script|\bsrc=|@import|url\(", content)
    assert "default-src 'none'" in content


def test_the_same_ranking_gives_the_same_page() -> None:
    assert RENDERERS["html"](RANKING) == RENDERERS["html"](RANKING)


def test_a_role_of_duties_alone_has_no_matrix() -> None:
    role = replace(ROLE, requirements=(replace(ROLE.requirements[0], criterion=Duty()),))
    matches = tuple(
        replace(each, verdicts=each.verdicts[:1], contributions=each.contributions[:1])
        for each in RANKING.matches
    )
    found = page(replace(RANKING, role=role, matches=matches))
    assert not found.css(".matrix")
    assert "names nothing that can be checked by facts" in text(found.body)


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    digits = colour.removeprefix("#")
    digits = digits if len(digits) == 6 else "".join(2 * digit for digit in digits)
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def schemes() -> list[dict[str, str]]:
    """The colours by name, for light and for dark."""
    blocks = re.findall(r":root \{(.*?)\}", CSS, flags=re.S)
    return [dict(re.findall(r"--([\w-]+): (#\w+)", block)) for block in blocks]


PAIRS = [
    *((ink, paper) for ink in ("ink", "soft", "accent") for paper in ("paper", "shade")),
    *((name, f"{name}-bg") for name in ("met", "partly", "not_met", "not_stated")),
]


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "paper"), PAIRS)
def test_text_can_be_read_against_what_is_behind_it(scheme: int, ink: str, paper: str) -> None:
    colours = schemes()[scheme]
    assert contrast(colours[ink], colours[paper]) >= 4.5


def test_black_on_white_is_the_greatest_contrast() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)
