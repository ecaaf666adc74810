"""Whether a post belongs to a field of experience, at the level and with the people asked.

Must not know how long is asked, nor how a verdict is worded.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from enum import Enum
from functools import lru_cache

from data.knowledge.sectors import sectors
from data.knowledge.titles import belongs, functions, functions_of, leads_people, named_in, rank
from matcher.candidates.entry import is_title
from matcher.facts.experience_words import content
from matcher.judging.fields import (
    MANAGEMENT,
    Field,
    holds,
    says,
    sectors_in,
    title_fits,
    wide,
)
from matcher.judging.stems import has_all
from matcher.types import Candidate, Fact, Sentence
from matcher.values import Certification, Education, People, Sector

_MANAGER = 3
NO_REPORTS = re.compile(
    r"\bno\s+(?:direct\s+)?(?:reports|staff|team|line\s+management|people)\b|\bnobody\s+report"
    r"|\bindividual\s+contributor\b"
    r"|\b(?:never|not|n['’]t)\s+(?:yet\s+)?(?:had|have|led|lead|managed?|held|supervised?)\s+"
    r"(?:\w+\s+){0,2}(?:reports|staff|teams?|people|line\s+management)\b"
    r"|\bwithout\s+(?:direct\s+reports|line\s+management|staff)\b|\bsole\s+(?:practitioner"
    r"|contributor)\b",
    re.IGNORECASE,
)
_ANOTHER = re.compile(r"(?P<title>[A-Z][\w&/ -]{2,50}?)\s+(?:since|from|until)\b")
_LED = re.compile(
    r"\b(?:line[\s-]+manag\w+|led|lead|leading|manag(?:e|ed|ing)|supervis(?:e|ed|ing)"
    r"|head(?:ed)?)\s+(?:\w+\s+){0,4}?(?:teams?|people|staff|managers|"
    r"analysts|advisers|advisors|agents|engineers|nurses|colleagues|reports|department)\b"
    r"|\breport(?:s|ed)?\s+to\s+me\b|\bline\s+manager\s+(?:of|to|for)\b",
    re.IGNORECASE,
)


class Fit(Enum):
    """Whether a post belongs to a field.

    WIDER: to the function, but the CV does not show for this post what narrows it. Where another
    post shows it, this one is taken to lack it.
    """

    YES = "yes"
    UNKNOWN = "unknown"
    WIDER = "wider"
    NO = "no"


def fits_post(field: Field, candidate: Candidate, index: int) -> Fit:
    """Return whether the post ``index`` of a candidate belongs to the field."""
    title = candidate.positions[index].title or ""
    awards = [each for each in candidate.facts if isinstance(each.value, Certification | Education)]
    sentences = [
        _without_awards(each, awards)
        for each in candidate.sentences
        if each.position == index and not _opens_another(each.text, title)
    ]
    # 'Porter at a hotel': the heading says where, though it names nobody.
    heading = sentences[0].text.replace(title, "") if sentences else ""
    employer = candidate.positions[index].employer or heading
    belonging = _in_function(field, title, employer, sentences) or _stood_in(
        _trades(field), candidate, index
    )
    if not belonging and rank(title) >= _MANAGER and _is_wider(field, title):
        # Who runs service management may run its incidents: the CV leaves it open.
        return Fit.UNKNOWN
    if not belonging or not _in_setting(field, candidate, index, sentences):
        return Fit.NO
    if not _narrowed(field, candidate, index, sentences):
        return Fit.WIDER
    if _is_junior(field, title):
        return Fit.UNKNOWN
    return _at_level(field, candidate, index, title, sentences)


def _opens_another(words: str, title: str) -> bool:
    """Whether a sentence opens with a post of its own: 'Supervisor since March'."""
    found = _ANOTHER.match(words)
    return found is not None and found["title"] != title and is_title(found["title"])


def _without_awards(sentence: Sentence, awards: Sequence[Fact]) -> Sentence:
    """Return a sentence with its certificates and degrees blanked: they tell of no work done."""
    text = sentence.text
    for fact in awards:
        first = max(0, fact.start - sentence.start)
        last = min(len(text), fact.end - sentence.start)
        if first < last:
            text = text[:first] + " " * (last - first) + text[last:]
    return replace(sentence, text=text) if text != sentence.text else sentence


def _is_junior(field: Field, title: str) -> bool:
    """Whether a junior post stands only in a narrower function than one of management.

    A service desk analyst is part of service management; whether as its manager, nobody says.
    """
    return (
        MANAGEMENT.search(field.phrase) is not None
        and bool(field.functions)
        and rank(title) <= 1
        and functions_of(title).isdisjoint(field.functions)
    )


def _in_function(field: Field, title: str, employer: str, sentences: list[Sentence]) -> bool:
    if field.functions:
        return title_fits(field, title) or _of_the_trade(field, employer)
    if field.level or not content(field.phrase):
        return True
    return title_fits(field, title) or any(says(field, each.text) for each in sentences)


def _narrowed(field: Field, candidate: Candidate, index: int, sentences: list[Sentence]) -> bool:
    """Whether a post shows all that narrows the function: pharmacies for 'pharmaceutical sales'."""
    if not field.qualifiers:
        return True
    post = candidate.positions[index]
    told = " ".join((post.title or "", post.employer or "", *(each.text for each in sentences)))
    if has_all(list(field.qualifiers), told):
        return True
    narrower = " ".join(field.qualifiers)
    return _stood_in(sectors_in(narrower), candidate, index) or any(
        belongs(post.title or "", name) for name in named_in(narrower)
    )


def _trades(field: Field) -> frozenset[str]:
    """Return the sectors any post in which belongs to the field."""
    if field.functions:
        return frozenset().union(*(functions()[name].sectors for name in field.functions))
    return frozenset() if field.level else sectors_in(field.phrase)


def _of_the_trade(field: Field, employer: str) -> bool:
    """Whether any post with the employer is experience of the field ('retail' in a supermarket)."""
    patterns = (functions()[name].employers for name in sorted(field.functions))
    return any(pattern is not None and pattern.search(employer) for pattern in patterns)


def _is_wider(field: Field, title: str) -> bool:
    """Whether a title belongs to a function that includes one of the field's."""
    return any(belongs(title, name) for name in _including(field.functions))


@lru_cache(maxsize=4096)
def _including(names: frozenset[str]) -> tuple[str, ...]:
    """Return the functions that include one of some functions."""
    return tuple(name for name, function in functions().items() if names & function.includes)


def _stood_in(wanted: frozenset[str], candidate: Candidate, index: int) -> bool:
    """Whether a post stood in one of the sectors wanted, or in a narrower one."""
    return any(
        wanted & sectors().wider(fact.value.name)
        for fact in candidate.facts
        if isinstance(fact.value, Sector) and fact.position == index
    )


def _in_setting(field: Field, candidate: Candidate, index: int, sentences: list[Sentence]) -> bool:
    if not field.setting or _stood_in(sectors_in(field.setting), candidate, index):
        return True
    around = named_in(field.setting)
    if around:
        # 'Incident management in IT operations': the setting is a function of its own.
        title = candidate.positions[index].title or ""
        return field.functions <= wide(around) or any(belongs(title, name) for name in around)
    wanted = content(field.setting)
    told = [*(each.text for each in sentences), candidate.positions[index].employer or ""]
    return any(holds(wanted, text) for text in told)


def _at_level(
    field: Field, candidate: Candidate, index: int, title: str, sentences: list[Sentence]
) -> Fit:
    heading_end = sentences[0].end if sentences else 0
    people = [
        fact.value
        for fact in candidate.facts
        if isinstance(fact.value, People)
        and fact.position == index
        and any(each.start <= fact.start < each.end for each in sentences)
        # A head count in the heading of a post is the post's own ('Store Manager, 9 sellers').
        and (fact.value.owned or fact.end <= heading_end)
    ]
    if field.level == "managing_managers":
        return Fit.YES if any(each.managers for each in people) else _maybe(rank(title) >= 4)
    if field.level == "senior_leadership":
        return Fit.YES if rank(title) >= 4 else Fit.NO
    if field.level == "management" and field.functions:
        return Fit.YES if rank(title) >= _MANAGER else _maybe(rank(title) == 2 or bool(people))
    if field.level == "management":
        return Fit.YES if (rank(title) >= 3 and leads_people(title)) or people else Fit.NO
    if not field.leading and field.level != "line_management":
        return Fit.YES
    if any(NO_REPORTS.search(each.text) for each in sentences):
        return Fit.NO
    counts = [each.count for each in people if each.count is not None]
    led = bool(people) or leads_people(title) or any(_LED.search(each.text) for each in sentences)
    if field.min_people is not None and led:
        if counts:
            return Fit.YES if max(counts) >= field.min_people else Fit.NO
        return Fit.UNKNOWN
    # A service manager may or may not have people; the title does not say.
    return Fit.YES if led else _maybe(rank(title) >= _MANAGER)


def is_below(field: Field, title: str) -> bool:
    """Whether a title stands lower on the ladder of management than the level that is asked."""
    return field.level == "senior_leadership" and 2 <= rank(title) < 4


def _maybe(possible: bool) -> Fit:
    return Fit.UNKNOWN if possible else Fit.NO
