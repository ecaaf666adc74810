"""Lengths of experience that a CV states: whether they are of a field, and which of them add up.

Must not know how long is asked, nor how posts are dated.
"""

from __future__ import annotations

import re
from itertools import pairwise

from data.knowledge.experience import manages_things, stages_in
from data.knowledge.titles import rank
from data.patterns import regex
from matcher.candidates.entry import is_title
from matcher.facts.sectors.reader import shown_in
from matcher.facts.years.experience_words import content
from matcher.judging.experience.fields import (
    Field,
    field_of,
    holds,
    says,
    says_only,
    shortens,
    title_fits,
)
from matcher.judging.experience.sectors_asked import narrower_words, sectors_in
from matcher.judging.experience.short_titles import in_full
from matcher.judging.experience.words_of_leading import tells_leading
from matcher.judging.words.stems import has_all
from matcher.types import Candidate, Fact, Status
from matcher.values import Years

_AT = regex(r"\s+(?:at|for|in|with|within)\s+", re.IGNORECASE)
# The field was a part of the time, the CV does not say how much: 'with HR among my duties'.
_IN_PART = regex(
    r"\b(?:one\s+of\s+(?:my|the|our|many|several)|among(?:st)?|part\s+of\s+(?:my|the|it|which)|some\s+of\s+(?:it|them"
    r"|that|which)|partly|occasional(?:ly)?|sometimes|on\s+and\s+off|now\s+and\s+then)\b",
    re.IGNORECASE,
)
# Seniority alone: 'at a senior level in tax', 'in senior roles'.
_ONLY_SENIOR = regex(r"\bsenior(?:[\s-]+level)?\b(?!\s+(?:\w+\s+)?(?:lead|manage))", re.IGNORECASE)
# What somebody says they were, or were employed as.
_WAS = regex(
    r"^(?:(?:I|have|has|had|also|previously|formerly|first)\s+|I['’]ve\s+)*(?:was|been|am|became)\s+an?\s+|^.*\bas\s+an?\s+",
    re.IGNORECASE,
)
_TAIL = 12
_NEXT = regex(
    r"\b(?:then|after(?:wards)?|followed\s+by|before\s+that|next|previously|later)\b", re.IGNORECASE
)
_IN_ALL = regex(
    r"\b(?:total|in\s+all|altogether|overall|all\s+told|of\s+which|concurrent\w*"
    r"|simultaneous\w*|same\s+time|alongside|second\s+job|part[\s-]time|evenings|weekends)\b",
    re.IGNORECASE,
)


def years_of(fact: Fact) -> float:
    """Return the years that a fact states, 0 for a fact of another kind."""
    return fact.value.years if isinstance(fact.value, Years) else 0.0


def states(field: Field, fact: Fact) -> bool:
    """Return whether a stated length is a length of this field."""
    if fact.status is not Status.HELD or not isinstance(fact.value, Years):
        return False
    if _IN_PART.search(fact.quote):
        return False
    of = fact.value.of
    if (stages := stages_in(field.phrase)) and stages.isdisjoint(stages_in(of)):
        return False  # Years in a primary school are none in a secondary one.
    if field.level or field.leading:
        return _states_leading(field, of) and field.min_people is None
    if field.setting and not says(Field(field.setting, frozenset(), (), "", None, False, None), of):
        return False
    if is_title(field.phrase) and rank(in_full(of)) < rank(field.phrase):
        return False  # Years in kitchens are not years as their head chef.
    if shortens(field, of):
        return True
    if says(field, of):
        return says_only(field, of) and _is_narrowed(field, of)
    # 'Service desk manager with nine years in logistics': the title is the field.
    subject = re.split(r"\b(?:with|has|have)\b|[,:]", fact.quote)[0]
    own = _WAS.sub("", of)  # 'I was a joiner at Alder', 'worked at Alder as a joiner'.
    titles = (subject.strip(), _AT.split(own, maxsplit=1)[0], own.split(",")[0])
    fits = any(is_title(title) and title_fits(field, title) for title in titles)
    return fits and _is_narrowed(field, fact.quote)


def _is_narrowed(field: Field, of: str) -> bool:
    """Whether a length is of all that narrows the field: sales are no dental sales."""
    return (
        not field.qualifiers
        or has_all(list(field.qualifiers), of)
        or not sectors_in(field.phrase).isdisjoint(shown_in(of))
    )


# Titles that lead whatever stands before them.
_HEADS = regex(r"\b(?:leader|head|director|supervisor|foreman|chief|captain)s?\b", re.IGNORECASE)


# Who was led, or waited on somebody who led.
_UNDER_ONE = regex(
    r"\b(?:managed|led|supervised|headed|run)\s+by\b(?!\s+me)|^(?:assistant|secretary|aide|p\.?a\.?)\s+to\b",
    re.IGNORECASE,
)


def _states_leading(field: Field, of: str) -> bool:
    named = is_title(of) and is_title(field.phrase) and holds(content(field.phrase), of)
    heads = is_title(of) and _HEADS.search(of) is not None
    if _UNDER_ONE.search(of):
        return False
    if shortens(field, of):
        return True  # 'SDM, four years': the title that is asked, by its initials.
    if is_title(of) and not (tells_leading(of) or heads or named):
        return False  # A senior engineer, or a manager of accounts, need have led nobody.
    if manages_things(of) and not field.functions:
        return False
    inner = field_of(of, leading=False, min_people=None)
    leads = heads or tells_leading(of) or (inner.level is not None and not _ONLY_SENIOR.search(of))
    if field.level in {"managing_managers", "senior_leadership"}:
        return inner.level == field.level
    if not field.functions:
        narrower = [word for word in narrower_words(field.phrase) if word.isalpha()]
        return bool(leads) and (not narrower or holds(narrower, of))
    return named or (bool(leads) and (says(field, of) or (is_title(of) and title_fits(field, of))))


def in_turn(stated: tuple[Fact, ...], candidate: Candidate) -> tuple[Fact, ...]:
    """Return the lengths of posts held one after the other: a line each, or 'then' between them.

    None of them where one may be the total of the rest, or a part of another.
    """
    told = sorted(stated, key=lambda fact: fact.end)
    for before, fact in pairwise(told):
        between = candidate.text[before.end : fact.end]
        if "\n" not in between and not _NEXT.search(between):
            return ()
    posts = [fact for fact in told if _is_of_a_post(fact) and not is_total(fact, candidate)]
    return tuple(posts) if len(posts) == len(told) > 1 else ()


def is_total(fact: Fact, candidate: Candidate) -> bool:
    """Return whether words on either side say that a length is of all the time there was."""
    return _IN_ALL.search(candidate.text, fact.start, fact.end + _TAIL) is not None


def _is_of_a_post(fact: Fact) -> bool:
    of = fact.value.of if isinstance(fact.value, Years) else ""
    heads = (_AT.split(re.split("[,:(|]", told)[0], maxsplit=1)[0] for told in (fact.quote, of))
    return any(is_title(_NEXT.sub("", head, count=1).strip()) for head in heads)
