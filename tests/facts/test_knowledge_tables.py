"""The tables of tools, clearances, licences, languages, places and sectors hold together."""

from __future__ import annotations

import pytest

from data.knowledge.clearances import clearances
from data.knowledge.languages import SCALE, language_words, languages
from data.knowledge.licences import licences
from data.knowledge.places import miles_between, place_named, places, postcode_areas
from data.knowledge.sectors import sectors
from data.knowledge.tools import by_spelling, products, tool_words, wider
from matcher.facts.tools.products import named_in


def test_every_tool_is_found_by_each_of_its_spellings() -> None:
    lost = [
        spelling
        for product in products().values()
        for spelling in product.spellings
        if [one.product.name for one in named_in(f"Xero, {spelling}, Xero")][1:2] != [product.name]
    ]
    assert not lost


def test_tools_know_their_suites_and_families() -> None:
    assert len(products()) > 500
    assert wider("SAP S/4HANA") == ("SAP S/4HANA", "SAP")
    assert by_spelling()["sfdc"].name == "Salesforce"
    assert set(tool_words().families) <= {one.family for one in products().values()}


@pytest.mark.parametrize(
    ("name", "ladder"),
    [
        ("SC", "national security"),
        ("NPPV2", "police vetting"),
        ("Basic DBS", "criminal record check"),
    ],
)
def test_each_clearance_stands_on_a_ladder(name: str, ladder: str) -> None:
    found = clearances().ladder_of(name)
    assert found is not None
    assert found.name == ladder


def test_a_lorry_licence_covers_what_it_should() -> None:
    assert licences().covers("HGV Class 1", "HGV Class 2")
    assert licences().covers("SIA CCTV", "SIA")
    assert not licences().covers("HGV Class 2", "HGV Class 1")


def test_levels_of_languages_are_those_of_the_framework() -> None:
    assert set(language_words().levels) == set(SCALE)
    assert "Welsh" in languages()


def test_places_lie_where_they_should() -> None:
    leeds, hull = place_named("LEEDS"), place_named("Kingston upon Hull")
    assert leeds is not None
    assert hull is not None
    miles = miles_between((leeds.latitude, leeds.longitude), (hull.latitude, hull.longitude))
    assert miles == pytest.approx(50, abs=2)
    assert len({one.name for one in places().values()}) > 400
    assert len(postcode_areas()) == 121


def test_a_council_is_public_sector() -> None:
    assert "public sector" in sectors().wider("local government")
    assert "public sector" not in sectors().wider("social care")
