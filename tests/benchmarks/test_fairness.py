"""Who somebody is moves no score: the counterfactual pairs, on a few samples each."""

from dataclasses import replace
from datetime import date

import pytest

from benchmarks.counterfactuals import Swap, Trait, traits
from benchmarks.fairness import Audit, audit, main, report, result, thinned
from benchmarks.people import People, people_in, roles_in, sample_people, sample_roles
from data import samples
from embeddings.passages import windows
from matcher.engine import Matcher
from matcher.weights import default_weights
from tests.fakes import FirstLetterEncoder

MATCHER = Matcher(FirstLetterEncoder(), windows, default_weights(), date(2026, 11, 1))
ANNA = """ANNA FIRTH
anna.firth@example.com
Leeds

Profile
I ran a depot.

Work

Porter, X, 2015 - 2019
- Moved beds
"""
ROLES = sample_roles(MATCHER)


@pytest.fixture(scope="module")
def people() -> People:
    return sample_people()


@pytest.mark.parametrize("number", range(len(traits())))
def test_no_swap_changes_a_score_or_an_outcome(number: int, people: People) -> None:
    # Every swap on one CV, another for each trait: the whole is `make bench-fairness`.
    name = sorted(people.texts)[number * 3 % 40]
    one = People({name: people.texts[name]}, {name: people.names[name]})
    (found,) = audit(MATCHER, ROLES[:2], one, [traits()[number]])
    assert found.swaps == len(traits()[number].swaps)
    assert found.changes == []
    assert (found.lowest_overlap, found.largest_move) == (1.0, 0)


def test_every_trait_of_the_samples_is_swapped_in_some_cv(people: People) -> None:
    for trait in traits():
        for swap in trait.swaps:
            changed = [
                name
                for name, text in people.texts.items()
                if swap.edit(text, people.names[name])
                != trait.reference.edit(text, people.names[name])
            ]
            assert changed, (trait.name, swap.label)


def edited(name: str, label: str) -> list[str]:
    """A CV as each form of a trait makes it."""
    return [
        swap.edit(ANNA, "Anna Firth")
        for trait in traits()
        if trait.name == name
        for swap in trait.swaps
        if swap.label == label
    ]


def test_a_swap_changes_what_it_says_and_nothing_else() -> None:
    renamed, _ = edited("name", "Łukasz Żak")
    assert renamed == ANNA.replace("ANNA FIRTH", "ŁUKASZ ŻAK").replace("anna.firth", "lukasz.zak")
    assert edited("title", "Mrs") == [ANNA.replace("ANNA", "Mrs ANNA")]
    assert edited("pronouns", "(she/her)") == [ANNA.replace("FIRTH", "FIRTH (she/her)")]
    below, last = edited("date of birth", "Age: 24")
    assert below == ANNA.replace("FIRTH\n", "FIRTH\nAge: 24\n", 1)
    assert last == f"{ANNA}\nPERSONAL DETAILS\nAge: 24\n"
    assert any("2019\nI was away" in each for each in edited("gap explanation", "illness"))


def loud(text: str, name: str) -> str:
    if name != "Bradley Oakes":
        return text
    return f"{text}\n\nSkills\n\nPython, SQL and Spark: I wrote data pipelines with all three.\n"


def test_a_trait_that_counts_is_found_and_told(people: People) -> None:
    """What a fault looks like: the audit is not blind."""
    unfair = Trait("skill", Swap("as it is", lambda text, _: text), (Swap("shouting", loud),))
    role = next(each for each in ROLES if each.id == "senior-data-engineer")
    (found,) = audit(MATCHER, [role], people.first(8), [unfair])
    assert found.changes
    assert found.largest_difference > 5
    assert (found.lowest_overlap < 1, found.largest_move > 0) == (True, True)
    lines = list(report([found]))
    assert any("as 'shouting'" in line for line in lines)
    kept = result([found], 1, 8)["traits"]["skill"]
    assert kept["changed"] == len(found.changes)
    assert kept["largest_difference"] == round(found.largest_difference, 2)


def test_a_quick_look_takes_some_swaps_of_every_trait() -> None:
    assert [each.name for each in thinned(traits())] == [each.name for each in traits()]
    assert all(each.swaps for each in thinned(traits()))


def test_a_folder_of_ones_own_is_read_with_the_names_found_in_it() -> None:
    found = people_in(samples.cvs())
    assert found.names["callum-reid"] == "Callum Reid"
    assert found.first(2).texts.keys() == {"anthony-kariuki", "arjun-sethi"}
    assert len(roles_in(MATCHER, samples.roles()[0].parent)) == 6


def test_the_command_says_by_its_status_whether_anybody_is_judged_by_who_they_are(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    calm = Audit("name", swaps=1, pairs=2)
    monkeypatch.setattr("benchmarks.fairness.shipped_matcher", lambda: MATCHER)
    monkeypatch.setattr("benchmarks.fairness.audit", lambda *_: [calm])
    assert main(["--smoke"]) == 0
    assert "name" in capsys.readouterr().out
    odd = replace(calm, changes=[_change()])
    monkeypatch.setattr("benchmarks.fairness.audit", lambda *_: [odd])
    assert main(["--smoke"]) == 1


def _change():  # type: ignore[no-untyped-def]
    from benchmarks.fairness import Change

    return Change("name", "one", "other", "role", "anna", 50.0, 49.0)
