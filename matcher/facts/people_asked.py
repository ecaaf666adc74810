"""What a sentence of a role asks about leading people.

Must not know how a CV answers it, nor whether the sentence asks anything of the person at all.
"""

from __future__ import annotations

import re

from data.knowledge.people import people_words
from matcher.criteria import TeamSize
from matcher.facts import head_counts, head_unnamed, leading
from matcher.facts.head_sums import HeadCount
from matcher.facts.leading import ABILITY, LEADERS, LEADING, LED, WEAK_VERB, unsized
from matcher.facts.phrases import Phrases
from matcher.types import Asked, Sentence

_WORDS = people_words()
_LED_BEHIND = re.compile(r"\s*(?:\w+\s+)?(?:line[\s-])?(?:managed|led|supervised)\b", re.I)
# 'Managing a team of staff and contractors (15+)'.
_IN_BRACKETS = re.compile(
    r"\((?:(?:at\s+least|minimum|min\.?|over|more\s+than|c\.?|circa)\s+)?(?P<size>\d{1,4})\s*(?:\+|or\s+more|plus|minimum|min)?\)",
    re.IGNORECASE,
)
# 'Large teams, 300+'.
_TEAMS_ALONE = re.compile(
    r"\W*(?:(?:large|big|sizeable|multi-site)\s+)?teams?\s*[,:(–-]\s*(?P<size>\d{1,4})\s*(?:\+|or\s+more|plus)\W*",
    re.IGNORECASE,
)
# 'A team of at least 20 people': what stands before the number, where nothing else is said.
_GROUP_ALONE = re.compile(
    r"\W*(?:(?:an?|the)\s+)?(?P<of>(?:[\w-]+\s+)?(?:teams?|crews?|departments?|desks?|directorates?|divisions?"
    r"|sections?|units?)\s+of\s+(?:(?:at\s+least|a\s+minimum\s+of|over|more\s+than|up\s+to|some|about"
    r"|around|c\.?|circa)\s+)?)",
    re.IGNORECASE,
)
_YEARS = re.compile(r"\byears?\b|\bmonths?\b", re.IGNORECASE)
_OR_THROUGH = re.compile(r"\bor\s+(?:indirectly\s+)?(?:through|via)\b", re.IGNORECASE)
_DIRECT_ONLY = re.compile(
    r"\bdirect\s+(?:line\s+)?(?:reports?|management|line)\b(?!\s*(?:\w+\s+){0,2}(?:or|and|/|&))",
    re.IGNORECASE,
)
_MANAGING_MANAGERS = re.compile(
    rf"\b(?:manag(?:e|ed|es|ing|ement of)|lead(?:ing)?|led|supervis\w+|direct\w*|oversee\w*)\s+"
    rf"(?:(?:a team of|teams of|\w+)\s+){{0,2}}{LEADERS}\b|\bmanagers? of managers\b"
    r"|\bleaders? of leaders\b",
    re.IGNORECASE,
)
_CLOSES = re.compile(r"\s*(?:or\s+(?:more|above)|minimum|plus|\+)?\W*", re.IGNORECASE)
_THINGS = Phrases({"things": _WORDS.nouns["managers_of_things"]})
_ARTICLE = re.compile(r"\W*(?:(?:an?|the)\s+)?", re.IGNORECASE)
# Words between a leading word and the count it leads into.
_NOT_FAR = 10


def ask(sentence: Sentence) -> list[Asked]:
    """Return the team size that a sentence of a role asks for: one at most."""
    text = sentence.text
    label, colon, _ = text.partition(":")
    found = head_counts.head_counts(text) or head_counts.labelled(label if colon else "", text)
    counts = [count for count in found if _is_asked(text, count)] or head_unnamed.nameless(
        text, across=True
    )
    tiers = _managers_asked(text)
    span = unsized(text)
    least: float | None
    if counts:
        count = counts[0]
        group = _GROUP_ALONE.fullmatch(text, 0, count.start)
        starts, ends = [group.start("of") if group else count.start], [count.end]
        if span is not None:
            starts.append(span[0])
            ends.append(span[1])
        least = count.low
        start, end = min(starts), max(ends)
    elif span is not None and (size := _IN_BRACKETS.search(text, span[1])):
        least = float(size["size"])
        start, end = span[0], size.end()
    elif alone := _TEAMS_ALONE.fullmatch(text):
        least, start, end = float(alone["size"]), 0, len(text)
    elif tiers or (span is not None and _asks_for_leading(text, span)):
        start, end = tiers or span or (0, len(text))
        least = None
    else:
        return []
    criterion = TeamSize(
        min_people=least,
        managers_of_managers=tiers is not None or bool(counts and counts[0].noun == "managers"),
        direct_only=_DIRECT_ONLY.search(text) is not None,
    )
    return [Asked(criterion, sentence.start + start, sentence.start + end)]


def _is_asked(text: str, count: HeadCount) -> bool:
    """A number of people to be led, not a number to join, serve or be one of."""
    opens = _ARTICLE.fullmatch(text, 0, count.start) is not None
    if count.noun == "label" or (count.noun == "group" and opens):
        return True
    alone = opens or _GROUP_ALONE.fullmatch(text, 0, count.start) is not None
    if alone and count.noun in ("people", "managers") and _CLOSES.fullmatch(text, count.end):
        return True
    relation = leading.stance(text, count.start, count.end)
    if relation in ("served", "others", "member"):
        return relation == "member" and _leads_into(text, count)
    if _LED_BEHIND.match(text, count.end):
        return True
    return relation == "led" or LEADING.search(text) is not None or _leads_into(text, count)


def _leads_into(text: str, count: HeadCount) -> bool:
    """'Leadership of an operation of at least 200': a leading word not far before the count."""
    return any(
        hit.name == "led"
        and not WEAK_VERB.match(text[hit.start : hit.end])
        and len(text[hit.end : count.start].split()) <= _NOT_FAR
        for hit in LED.find(text, 0, count.start)
    )


def _managers_asked(text: str) -> tuple[int, int] | None:
    found = _MANAGING_MANAGERS.search(text)
    if found is None or _OR_THROUGH.search(text):
        return None
    noun = text[found.start() : found.end()].lower()
    things = _THINGS.find(noun)
    return None if things else found.span()


def _asks_for_leading(text: str, span: tuple[int, int]) -> bool:
    """Ability is not experience; a length of time spent leading is another kind of requirement."""
    before = text[: span[0]]
    if ABILITY.search(before[-40:]):
        return False
    return not _YEARS.search(text[max(0, span[0] - 30) : span[0]])
