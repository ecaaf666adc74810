"""People led: facts of a CV, and what a role asks about leading people.

Must not know how a shortfall is judged. Head counts and whose they are, are worked out in
``head_counts``; here they become facts, beside teams of unknown size, leaders of leaders, and
plain statements that nobody was led.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from data.knowledge.people import people_words
from matcher.facts import head_counts, leading
from matcher.facts.head_counts import HeadCount
from matcher.facts.leading import ABILITY, DENIED, LEADERS, titled, unsized
from matcher.facts.people_asked import ask
from matcher.facts.phrases import Phrases
from matcher.facts.tables import column_heading, opening
from matcher.types import Fact, Outline, Sentence, Status
from matcher.values import People

__all__ = ["ask", "read"]
_WORDS = people_words()
_TIERS = Phrases({"tiers": _WORDS.stances["tiers"]})
# Leaders who answer to the person, or through whom the person leads.
_THROUGH = re.compile(
    rf"\b{LEADERS}\b[^.;\n]{{0,50}}?\breport\w*\s+(?:\w+\s+)?(?:to|into)\s+me\b"
    rf"|\b{LEADERS}\b[^.;\n]{{0,60}}?\b(?:under|answer\w*\s+to|work\w*\s+(?:to|for))\s+me\b"
    rf"|\b(?:via|through|by way of)\s+(?:[\w-]+[\s,]+){{0,7}}?{LEADERS}\b",
    re.IGNORECASE,
)
_MIGHT = re.compile(
    r"\b(?:team|staff|people|report|supervis|manag|lead|led\b|fte|head|direct|crew|personnel|"
    r"employee|contributor|colleague|in charge|oversaw|overs|ran\b|run|dozen|hundred|"
    r"\w+t(?:y|een)\b|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)|\d",
    re.IGNORECASE,
)
# A row of so few words is a fragment about the post: 'Team of nine'.
_SHORT = 6
_NO = re.compile(
    r"\b(?:no|not|never|nobody|non|without|zero|yet|didn|don|haven)\b|contributor|alone|sole", re.I
)
_PEOPLE_HEADING = re.compile(r"\b(?:leadership|people|teams?|line management)\b", re.IGNORECASE)


def read(cv: Outline) -> list[Fact]:
    """Return every head count, team without a size, tier of leaders and denial."""
    found: list[Fact] = []
    for index, sentence in enumerate(cv.sentences):
        if _MIGHT.search(sentence.text):
            found += _facts_in(cv, index, sentence)
    return found


def _facts_in(cv: Outline, index: int, sentence: Sentence) -> Iterator[Fact]:
    counts = list(_counts(cv, index, sentence))
    yield from counts
    denials = DENIED.find(sentence.text) if _NO.search(sentence.text) else []
    for hit in denials:
        yield _fact(sentence, People(None, owned=False), hit.start, hit.end, Status.DENIED)
    if denials:
        return
    tiers = _tiers(sentence.text)
    if tiers is not None and not any(_is_led(fact, managers=True) for fact in counts):
        yield _fact(sentence, People(None, managers=True), *tiers)
    if not any(_is_led(fact, managers=False) for fact in counts):
        span = unsized(sentence.text) or titled(sentence.text)
        if span is not None and not ABILITY.search(sentence.text, 0, span[0]):
            yield _fact(sentence, People(None), *span)


def _is_led(fact: Fact, managers: bool) -> bool:
    value = fact.value
    return isinstance(value, People) and value.owned and (value.managers or not managers)


def _counts(cv: Outline, index: int, sentence: Sentence) -> Iterator[Fact]:
    text = sentence.text
    counts = head_counts.head_counts(text)
    if not counts:
        counts = _named_elsewhere(cv, index, text)
    groups: dict[str, list[HeadCount]] = {"led": [], "not": []}
    relation = ""
    for n, count in enumerate(counts):
        if n == 0 or not head_counts.shared_out(text, counts[n - 1], count):
            relation = _relation(cv, index, sentence, count)
        groups["led" if relation == "led" else "not"].append(count)
    managers = [c for c in groups["led"] if c.noun == "managers"]
    for count in head_counts.summed(text, groups["led"]):
        tier = any(count.start <= m.start < count.end for m in managers)
        value = People(count.low, managers=tier, direct=count.direct)
        yield _fact(sentence, value, count.start, count.end)
    for count in groups["not"]:
        yield _fact(sentence, People(count.low, owned=False), count.start, count.end)


def _named_elsewhere(cv: Outline, index: int, text: str) -> list[HeadCount]:
    """Head counts that a column heading or the label of their line names."""
    found = head_counts.labelled(opening(cv, index), text)
    if not found:
        figures = head_counts.labelled("headcount", text)
        found = [
            count
            for count in figures
            if head_counts.labelled(column_heading(cv, index, count.start), text)
        ]
    return found


def _relation(cv: Outline, index: int, sentence: Sentence, count: HeadCount) -> str:
    """Whether the people counted were led, served ...; a bare count belongs to a leader's title."""
    relation = leading.stance(sentence.text, count.start, count.end)
    if relation:
        return relation
    if count.direct or count.noun == "label" or head_counts.is_label(opening(cv, index)):
        return "led"
    if count.noun == "group" and _PEOPLE_HEADING.search(_heading(cv, index)):
        return "led"
    if count.noun == "group" and count.start == 0 and len(sentence.text.split()) <= _SHORT:
        return "led"
    nearby = [sentence.text[: count.start]]
    if sentence.position is not None and sentence.position < len(cv.positions):
        nearby.append(cv.positions[sentence.position].title or "")
    elif index:
        nearby.append(cv.sentences[index - 1].text)
    return "led" if any(leading.has_title(words) for words in nearby) else ""


def _heading(cv: Outline, index: int) -> str:
    """The short line without a figure that stands above a sentence, or ""."""
    for above in reversed(cv.sentences[max(0, index - 4) : index]):
        if len(above.text.split()) <= 3 and not re.search(r"\d", above.text):
            return above.text
    return ""


def _tiers(text: str) -> tuple[int, int] | None:
    found = _THROUGH.search(text)
    if found:
        return found.span()
    hits = _TIERS.find(text)
    return (hits[0].start, hits[0].end) if hits else None


def _fact(
    sentence: Sentence, value: People, start: int, end: int, status: Status = Status.HELD
) -> Fact:
    return Fact(
        value=value,
        status=status,
        start=sentence.start + start,
        end=sentence.start + end,
        quote=sentence.text[start:end],
        position=sentence.position,
        section=sentence.section,
    )
