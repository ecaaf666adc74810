"""Posts as they bear on a field of experience: how each is called, where it was, what it tells.

Must not know which field is asked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from data.knowledge.sectors import sectors
from data.patterns import regex
from matcher.candidates.entry import is_title
from matcher.types import Candidate, Fact, Sentence, Status
from matcher.values import Certification, Education, People, Sector

# What words deny is not shown: 'never a manager of people'.
DENIED = regex(r"\b(?:never|no|not(?!\s+only)|nor|without)\b[^.;:,]*", re.IGNORECASE)
_MORE = regex(r",\s*(?P<more>[a-z][a-z]+(?:[\s&-]+[a-z]+){0,3})(?=\s*(?:[:,(–-]|\d|$))")
_ANOTHER = regex(r"(?P<title>[A-Z][\w&/ -]{2,50}?)\s+(?:since|from|until)\b")


class Fit(Enum):
    """Whether a post belongs to a field.

    WIDER: to the function, but the CV does not show for this post what narrows it. Where another
    post shows it, this one is taken to lack it.
    """

    YES = "yes"
    UNKNOWN = "unknown"
    WIDER = "wider"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Post:
    """A post as it bears on any field of experience.

    Attributes:
        index: Its place in ``Candidate.positions``.
        title: As printed, "" where there is none.
        work: The title with what its heading adds in small letters: 'Adviser, benefit claims'.
        employer: As printed, or what its heading says besides the title.
        named: The employer as printed, "" where there is none.
        sentences: What is told of it, less certificates and degrees.
        people: The facts about people it was responsible for.
        sectors: The sectors that facts put it in.
    """

    index: int
    title: str
    work: str
    employer: str
    named: str
    sentences: tuple[Sentence, ...]
    people: tuple[Fact, ...]
    sectors: tuple[str, ...]


def posts_of(candidate: Candidate) -> tuple[Post, ...]:
    """Return a candidate's posts, in order."""
    return candidate.once(_posts)


def _posts(candidate: Candidate) -> tuple[Post, ...]:
    awards = [each for each in candidate.facts if isinstance(each.value, Certification | Education)]
    told: list[list[Sentence]] = [[] for _ in candidate.positions]
    for sentence in candidate.sentences:
        at = sentence.position
        if at is not None and not _opens_another(
            sentence.text, candidate.positions[at].title or ""
        ):
            told[at].append(_without_awards(sentence, awards))
    return tuple(_post(candidate, index, tuple(own)) for index, own in enumerate(told))


def _post(candidate: Candidate, index: int, told: tuple[Sentence, ...]) -> Post:
    # An award that stands before the title on its line tells of no work.
    title = (candidate.positions[index].title or "").rsplit(". ", 1)[-1]
    named = candidate.positions[index].employer or ""
    facts = [each for each in candidate.facts if each.position == index]
    heading_end = told[0].end if told else 0
    return Post(
        index=index,
        title=title,
        work=_work(title, told[0].text if told else ""),
        # 'Porter at a hotel': the heading says where, though it names nobody.
        employer=named or (told[0].text.replace(title, "") if told else ""),
        named=named,
        sentences=told,
        people=tuple(
            fact
            for fact in facts
            if isinstance(fact.value, People)
            and not fact.value.spread
            and any(_tells_of(fact, each) for each in told)
            # A head count in the heading of a post is the post's own ('Store Manager, 9 sellers').
            and (fact.value.owned or fact.end <= heading_end)
        ),
        sectors=_stood_in(facts, heading_end),
    )


def _stood_in(facts: Sequence[Fact], heading_end: int) -> tuple[str, ...]:
    """Return the sectors of a post: those its heading shows, and what its duties say more of them.

    A nurse of a private hospital who 'took NHS referrals' dealt with the NHS and was not in it.
    """
    held = [each for each in facts if isinstance(each.value, Sector) and each.status is Status.HELD]
    names = {each.start: each.value.name for each in held if isinstance(each.value, Sector)}
    heading = {name for start, name in names.items() if start < heading_end}
    wider = sectors().wider
    return tuple(
        name
        for name in dict.fromkeys(names.values())
        if not heading or any(name in wider(one) or one in wider(name) for one in heading)
    )


def _work(title: str, heading: str) -> str:
    """Return a title with what follows it in small letters, which no employer's name has."""
    more = _MORE.match(heading, heading.find(title) + len(title)) if title in heading else None
    return f"{more['more']} {title}" if title and more else title


def _tells_of(fact: Fact, told: Sentence) -> bool:
    """Whether a fact stands in a sentence, and in no part of it that denies."""
    if not told.start <= fact.start < told.end:
        return False
    denials = (match.span() for match in DENIED.finditer(told.text))
    return all(not first <= fact.start - told.start < last for first, last in denials)


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
