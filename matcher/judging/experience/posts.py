"""Whether a post belongs to a field of experience, at the level and with the people asked.

Must not know how long is asked, nor how a verdict is worded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache

from data.knowledge.experience import less_papers
from data.knowledge.sectors import sectors
from data.knowledge.title_tables import functions
from data.knowledge.titles import belongs, functions_of, leads_people, named_in, rank
from data.patterns import regex
from matcher.candidates.entry import is_title
from matcher.facts.people.led_nobody import is_denied
from matcher.facts.sectors.reader import shown_in
from matcher.facts.years.experience_words import content
from matcher.judging.experience.fields import MANAGEMENT, Field, holds, says, title_fits, wide
from matcher.judging.experience.near_fields import tells_of_another
from matcher.judging.experience.opposites import says_opposite
from matcher.judging.experience.ranks import in_a_service
from matcher.judging.experience.sectors_asked import narrower_words, sectors_in, sectors_meant
from matcher.judging.experience.settings import in_setting, stood_in
from matcher.judging.words.stems import has_all
from matcher.judging.words.unshown import of_another
from matcher.types import Candidate, Fact, Sentence, Status
from matcher.values import Certification, Education, People, Sector

_MANAGER = 3
# What words deny is not shown: 'never a manager of people'.
_DENIED = regex(r"\b(?:never|no|not(?!\s+only)|nor|without)\b[^.;:,]*", re.IGNORECASE)
_DEPUTY = regex(r"(?:deputy|assistant)\s+(?=[\w\s]*\b(?:manager|head|director|leader)\b)", re.I)
_MORE = regex(r",\s*(?P<more>[a-z][a-z]+(?:[\s&-]+[a-z]+){0,3})(?=\s*(?:[:,(–-]|\d|$))")
_ANOTHER = regex(r"(?P<title>[A-Z][\w&/ -]{2,50}?)\s+(?:since|from|until)\b")
_LED = regex(
    r"\b(?:line[\s-]+manag\w+|led|lead|leading|manag(?:e|ed|ing)|supervis(?:e|ed|ing)"
    r"|head(?:ed)?)\s+(?:\w+\s+){0,4}?(?:teams?|people|staff|managers|"
    r"analysts|advisers|advisors|agents|engineers|nurses|colleagues|reports|department)\b"
    r"|\breport(?:s|ed)?\s+to\s+me\b|\bline\s+manager\s+(?:of|to|for)\b",
    re.IGNORECASE,
)


# Titles held one after the other under one date: when each began, the CV leaves open.
_RISES = regex(
    r"\b(?:(?:rising|rose|promoted|progress(?:ing|ed)|advanc(?:ing|ed)|moving\s+up|moved\s+up|up)\s+to"
    r"|then|later|latterly|becoming|became|finally|eventually)\b",
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
    denials = (match.span() for match in _DENIED.finditer(told.text))
    return all(not first <= fact.start - told.start < last for first, last in denials)


def fits_post(field: Field, post: Post) -> Fit:
    """Return whether a post belongs to the field."""
    belonging = _in_function(field, post) or stood_in(_trades(field), post)
    if not belonging and rank(post.title) >= _MANAGER and _is_wider(field, post.title):
        # Who runs service management may run its incidents: the CV leaves it open.
        return Fit.UNKNOWN
    if not belonging or not in_setting(field, post) or _is_lower(field, post.title):
        return Fit.NO
    if _rose_to_it(field, post):
        return Fit.UNKNOWN
    if not _narrowed(field, post):
        return Fit.WIDER
    if _is_junior(field, post.title):
        return Fit.UNKNOWN
    return _at_level(field, post)


def _rose_to_it(field: Field, post: Post) -> bool:
    """Whether a title is asked that a heading names only as a later one: 'Nurse, then matron'."""
    names_title = is_title(field.phrase) or rank(field.phrase) > 1
    if not post.sentences or not names_title or title_fits(field, post.title):
        return False
    return _RISES.search(post.sentences[0].text) is not None


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


def _is_lower(field: Field, title: str) -> bool:
    """Whether a title is asked, and a post stands lower on the ladder."""
    asked = rank(field.phrase)
    if is_title(field.phrase) and _DEPUTY.match(title) and not _DEPUTY.match(field.phrase):
        return True  # A deputy service manager has been no service manager.
    return asked > _MANAGER and is_title(field.phrase) and rank(title) < asked


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


def _in_function(field: Field, post: Post) -> bool:
    if field.functions:
        own = title_fits(field, post.title) or title_fits(field, post.work)
        return (
            own
            or of_the_trade(field, post.employer)
            or in_a_service(wide(field.functions), post.title, post.employer)
        )
    if field.level == "management" and (narrower := narrower_words(field.phrase)):
        # 'Revenue management' is not any management.
        return any(has_all(narrower, text) for text in (post.title, *_texts(post)))
    if field.level or not content(field.phrase):
        return True
    if wanted := sectors_meant(field.phrase):
        # What duties tell of a sector stands among the post's own sectors, or was dealt with.
        return not wanted.isdisjoint(shown_in(f"{post.title}, {post.employer}"))
    return title_fits(field, post.title) or any(
        says(field, _DENIED.sub(" ", each.text))
        and not (tells_of_another(each.text) or of_another(field.phrase, each.text))
        for each in post.sentences
    )


def _texts(post: Post) -> Iterator[str]:
    return (each.text for each in post.sentences)


def _narrowed(field: Field, post: Post) -> bool:
    """Whether a post shows all that narrows the function: pharmacies for 'pharmaceutical sales'."""
    told = " ".join((post.title, post.named, *_texts(post)))
    if says_opposite(field.functions, field.phrase, told):
        return False
    if not field.qualifiers:
        return True
    if holds(list(field.qualifiers), told):
        return True
    narrower = " ".join(field.qualifiers)
    return stood_in(sectors_in(narrower), post) or any(
        belongs(post.title, name) for name in named_in(narrower)
    )


def _trades(field: Field) -> frozenset[str]:
    """Return the sectors any post in which belongs to the field."""
    if field.functions:
        return frozenset().union(*(functions()[name].sectors for name in field.functions))
    return frozenset() if field.level else sectors_meant(field.phrase)


def of_the_trade(field: Field, employer: str) -> bool:
    """Whether any post with the employer is experience of the field ('retail' in a supermarket)."""
    patterns = (functions()[name].employers for name in sorted(field.functions))
    told = less_papers(employer)  # A food bank is no bank.
    return any(pattern is not None and pattern.search(told) for pattern in patterns)


def _is_wider(field: Field, title: str) -> bool:
    """Whether a title belongs to a function that includes one of the field's."""
    return any(belongs(title, name) for name in _including(field.functions))


@lru_cache(maxsize=4096)
def _including(names: frozenset[str]) -> tuple[str, ...]:
    """Return the functions that include one of some functions."""
    return tuple(name for name, function in functions().items() if names & function.includes)


def _at_level(field: Field, post: Post) -> Fit:
    title = post.title
    people = [fact.value for fact in post.people if isinstance(fact.value, People)]
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
    if any(is_denied(each.text) for each in post.sentences):
        return Fit.NO
    counts = [each.count for each in people if each.count is not None]
    led = bool(people) or leads_people(title) or any(_LED.search(e.text) for e in post.sentences)
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
