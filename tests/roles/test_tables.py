"""The tables of asking words and of proficiency, and their loaders."""

import re

import pytest

from data.knowledge.alternation import shared_prefixes
from data.knowledge.asking import alternation, asking, lowered
from data.knowledge.headings import headings
from data.knowledge.proficiency import frameworks, profile_layout


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("we need at least two calm days", "at least two calm days"),
        ("a must-have", "must"),
        ("mustard", None),
        ("you're not essential\n but", "you're"),
        ("you’re", "you’re"),
    ],
)
def test_alternation_matches_whole_phrases(text: str, found: str | None) -> None:
    pattern = re.compile(alternation(["must", "at least ... days", "you're"]))
    match = pattern.search(text)
    assert (match.group() if match else None) == found


def test_the_longest_phrase_wins() -> None:
    pattern = re.compile(alternation(["a", "a plus", "a plus point"]))
    assert [m.group() for m in pattern.finditer("a plus point, a plus, a")] == [
        "a plus point",
        "a plus",
        "a",
    ]


def test_shared_prefixes_is_a_tree() -> None:
    assert shared_prefixes(["ab", "ac"]) == "(?:a(?:b|c))"


def test_lower_case_keeps_offsets() -> None:
    assert lowered("İstanbul DESK") == "İstanbul desk"


def test_phrases_of_the_table_are_in_lower_case() -> None:
    for name, phrases in asking().phrases.items():
        assert [p for p in phrases if p != p.lower()] == [], name


def test_levels_are_ordered_and_known_by_their_aliases() -> None:
    ddat = frameworks()["DDaT"]
    assert [level.name for level in ddat.levels] == [
        "Awareness",
        "Working",
        "Practitioner",
        "Expert",
    ]
    assert [level.rank for level in ddat.levels] == [1, 2, 3, 4]
    known = frameworks()["Role Model Plus"].level("proficient in")
    assert known is not None
    assert known.name == "Proficient"
    assert ddat.level("brilliant") is None


def test_the_longest_awarding_body_is_tried_first() -> None:
    lengths = [len(body) for body in profile_layout().awarding_bodies]
    assert lengths == sorted(lengths, reverse=True)


def test_role_headings_have_kinds_that_the_reader_knows() -> None:
    known = {
        "essential", "desirable", "requirements", "person", "duties", "summary", "benefits",
        "employer", "application", "conditions", "details", "keywords", "development",
    }  # fmt: skip
    assert set(headings("role").plain.values()) <= known
