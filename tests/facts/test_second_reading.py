"""What a model's word adds to facts read by rule, and takes away, whatever the model is."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

import pytest

from data.mentions import model_folder
from matcher.candidates.outline import outline
from matcher.candidates.redaction import identity
from matcher.facts.mentions.questions import Asked
from matcher.facts.mentions.second_reading import Classify, second_reading
from matcher.facts.mentions.windows import Windows
from matcher.facts.registry import read_all
from matcher.types import Fact, Status
from matcher.values import Money, People, Years

LABELS = json.loads((model_folder() / "settings.json").read_text("utf-8"))["labels"]


def saying(**labels: str) -> Classify:
    """A model that is sure of one label for each kind of mention, whatever the text."""

    def classify(asked: Sequence[Asked]) -> list[Mapping[str, float]]:
        said = {kind: labels.get(kind, LABELS[kind][0]) for kind, _ in asked}
        return [{each: float(each == said[kind]) for each in LABELS[kind]} for kind, _ in asked]

    return classify


def unsure(asked: Sequence[Asked]) -> list[Mapping[str, float]]:
    """A model that finds every label as likely as any other."""
    return [{each: 1 / len(LABELS[kind]) for each in LABELS[kind]} for kind, _ in asked]


def read(text: str, classify: Classify) -> list[Fact]:
    cv = outline(text)
    return second_reading(cv, read_all(cv), Windows(cv, identity(cv)), classify)


def by_rule(text: str) -> list[Fact]:
    return read_all(outline(text))


SEEN = (
    "Head of Workshop, Fenwick Coaches\nBudget £480k, team of 14 fitters.",
    "Fourteen years in payroll. CIPP qualified. Daily user of Sage.",
    "Cut abandonment from 12% to 4%. Fluent French. SC cleared.",
)


@pytest.mark.parametrize("text", SEEN)
def test_a_model_that_is_unsure_changes_nothing(text: str) -> None:
    assert by_rule(text)
    assert read(text, unsure) == by_rule(text)


@pytest.mark.parametrize("text", SEEN)
def test_a_model_that_agrees_changes_no_fact_of_the_rules(text: str) -> None:
    assert [fact for fact in by_rule(text) if fact not in read(text, saying())] == []


def test_a_budget_that_only_custom_gives_is_taken_away_on_a_models_word() -> None:
    text = "Budget £480k for the playground, said the bursar."
    assert [fact.value.owned for fact in by_rule(text) if isinstance(fact.value, Money)] == [True]
    left = [fact.value for fact in read(text, saying(money="others"))]
    assert [value.owned for value in left if isinstance(value, Money)] == [False]


def test_people_that_are_somebody_elses_are_not_led() -> None:
    left = read("Head of Workshop\nTeam of 14 fitters.", saying(people="others"))
    counts = [fact.value for fact in left if isinstance(fact.value, People) and fact.value.count]
    assert counts
    assert not any(value.owned for value in counts)


def test_a_size_in_one_word_behind_a_word_for_leading_is_left_to_the_rules() -> None:
    text = "Managed a 26-strong repairs unit."
    assert read(text, saying(people="other")) == by_rule(text)
    assert any(isinstance(f.value, People) and f.value.owned for f in by_rule(text))


@pytest.mark.parametrize(
    ("text", "fact", "kind", "label"),
    [
        ("Fourteen years in payroll.", "years", "time", "others"),
        ("PRINCE2 Practitioner.", "certification", "award", "others"),
        ("SC clearance.", "clearance", "award", "wished"),
        ("Daily user of Sage in the accounts office.", "tool", "skill", "others"),
    ],
)
def test_what_is_not_the_persons_is_no_fact(text: str, fact: str, kind: str, label: str) -> None:
    assert fact in {each.kind for each in by_rule(text)}
    assert fact not in {each.kind for each in read(text, saying(**{kind: label}))}


def test_an_amount_that_no_rule_gives_is_a_budget_on_a_models_word() -> None:
    text = "The kitty of the parish, some £80k, is my headache."
    assert not any(isinstance(f.value, Money) and f.value.owned for f in by_rule(text))
    held = [f for f in read(text, saying()) if isinstance(f.value, Money) and f.value.owned]
    assert [(f.value.amount, f.value.scope) for f in held if isinstance(f.value, Money)] == [
        (80_000, "budget")
    ]
    assert all(f.quote == text[f.start : f.end] for f in held)


def test_an_amount_that_a_rule_knows_for_something_else_stays_so() -> None:
    for text in ("Turnover of £2m.", "Saved £2m on energy.", "My boss held the £2m budget."):
        assert read(text, saying()) == by_rule(text)


def test_people_that_no_rule_gives_are_led_on_a_models_word() -> None:
    text = "Eighty porters, with yours truly at the top of the tree."
    led = [f.value for f in read(text, saying()) if isinstance(f.value, People) and f.value.owned]
    assert [value.count for value in led] == [80]


def test_numbers_of_things_are_not_asked_about() -> None:
    people: list[str] = []

    def classify(asked: Sequence[Asked]) -> list[Mapping[str, float]]:
        people.extend(text[start:end] for kind, (text, start, end) in asked if kind == "people")
        return list(saying()(asked))

    read("ISO 27001 audits, Level 3, 40% fewer calls, since 2014 and at 9:30, £40 a day.", classify)
    assert people == []


def test_time_that_no_rule_gives_is_of_what_its_sentence_says() -> None:
    text = "Last month brought my fourth year: 48 months of bread and cakes."
    years = [f.value for f in read(text, saying()) if isinstance(f.value, Years)]
    assert any(value.years == 4 and "bread and cakes" in value.of for value in years)


def test_what_is_studied_for_or_denied_is_left_to_the_rules() -> None:
    text = "Studying for PRINCE2 Practitioner, exam May 2027. Never held SC clearance."
    found = read(text, saying(award="others"))
    assert found == by_rule(text)
    assert {fact.status for fact in found} <= {Status.IN_PROGRESS, Status.DENIED}


def seen(text: str, mention: str) -> str:
    """The words that a model is shown for a mention, the mention in brackets."""
    cv = outline(text)
    windows = Windows(cv, identity(cv))
    for index, sentence in enumerate(cv.sentences):
        at = sentence.text.find(mention)
        if at >= 0:
            marked = windows.of(index, at, at + len(mention))
            assert marked is not None
            words, start, end = marked
            return f"{words[:start]}[{words[start:end]}]{words[end:]}"
    raise AssertionError(mention)


def test_a_short_sentence_is_seen_with_what_stands_beside_it() -> None:
    text = "Number on team: 11\nTeam manager: me\nQueue: billing"
    assert seen(text, "11") == "Number on team: [11] / Team manager: me"


def test_a_long_sentence_is_seen_alone() -> None:
    long = (
        "Ran the night desk of a freight line with 11 clerks and two deputies, week in, week out."
    )
    assert seen(f"Clerk before that.\n{long}", "11") == long.replace("11", "[11]")


def test_whoever_is_told_of_the_same_words_are_seen() -> None:
    his = "Ada Lovell\n\nProfile\nHe ran his own desk of 11 clerks."
    hers = "Ada Lovell\n\nProfile\nShe ran her own desk of 11 clerks."
    assert seen(his, "11") == seen(hers, "11")


def test_identity_is_not_seen() -> None:
    text = "Ada Lovell\nada@example.org\n\nProfile\nTeam of 11."
    assert "Ada" not in seen(text, "11")
    assert "example" not in seen(text, "11")
