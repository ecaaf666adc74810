"""Whether posts belong to a field of experience, at the level and with the people asked.

Must not know how long is asked, nor how a verdict is worded. 'Store Manager, A & B' says that A & B
is a shop; then its 'Deputy Manager' worked in retail, too. 'Admitted in 2015. Associate, a law
firm': an associate is a solicitor there, and a shop's is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from data.knowledge.experience import after_admission, less_papers
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
from matcher.judging.experience.posts import DENIED, Fit, Post
from matcher.judging.experience.ranks import in_a_service
from matcher.judging.experience.sectors_asked import narrower_words, sectors_in, sectors_meant
from matcher.judging.experience.settings import in_setting, stood_in
from matcher.judging.words.stems import has_all
from matcher.judging.words.unshown import of_another
from matcher.types import Candidate
from matcher.values import People

_MANAGER = 3
_DEPUTY = regex(r"(?:deputy|assistant)\s+(?=[\w\s]*\b(?:manager|head|director|leader)\b)", re.I)
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
_ADMITTED = regex(
    r"\badmitted(?:\s+(?:as\s+an?\s+(?:solicitor|lawyer)|to\s+(?:the\s+roll|practi[sc]e)"
    r"|(?:in\s+)?(?:[A-Z][a-z]+\s+)?(?:19|20)\d\d)\b)(?!\s+to\b)|\bqualified\s+as\s+an?\s+solicitor\b",
    re.IGNORECASE,
)


def fits_of(field: Field, posts: Sequence[Post]) -> list[Fit]:
    """Return whether each of a candidate's posts belongs to the field."""
    fits = [fits_post(field, post) for post in posts]
    if not _is_trade(field) or Fit.YES not in fits or Fit.NO not in fits:
        return fits
    places = {_place(post) for post in posts if _names_kind_of_place(field, post.title)} - {""}
    return [
        Fit.YES if fit is Fit.NO and _place(post) in places and _is_any_trade(post.title) else fit
        for post, fit in zip(posts, fits, strict=True)
    ]


def _is_trade(field: Field) -> bool:
    """Whether any post in the trade counts: no level, no title and nothing narrower is asked."""
    narrower = field.level or field.leading or field.setting or field.qualifiers
    return bool(field.functions) and not narrower and not is_title(field.phrase)


def _place(post: Post) -> str:
    return post.named.casefold().strip()


def _names_kind_of_place(field: Field, title: str) -> bool:
    rows = (functions()[name] for name in sorted(field.functions))
    return any(row.sectors and row.employers and row.employers.search(title) for row in rows)


def _is_any_trade(title: str) -> bool:
    """Whether a title is found in every trade: 'Deputy Manager', 'Supervisor'."""
    return is_title(title) and not functions_of(title)


def with_admission(
    field: Field, posts: Sequence[Post], fits: Sequence[Fit], candidate: Candidate
) -> list[Fit]:
    """Return the fits of posts, those of the field that only an admission shows among them."""
    patterns = [found for name in sorted(field.functions) if (found := after_admission(name))]
    if not patterns or not _ADMITTED.search(candidate.text):
        return list(fits)
    return [
        Fit.YES if fit is Fit.NO and any(one.match(post.title) for one in patterns) else fit
        for post, fit in zip(posts, fits, strict=True)
    ]


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
        says(field, DENIED.sub(" ", each.text))
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
