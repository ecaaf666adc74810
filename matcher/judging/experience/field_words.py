"""A field of experience as a sentence needs it: 'in dementia care', 'as a nurse', 'leading a ward'.

Must not know what is asked of the field, nor what a CV shows.
"""

from __future__ import annotations

import re

from data.patterns import regex
from matcher.candidates.entry import is_title

# Where a second word shows that the first is a verb: 'choosing a system', not 'training delivery'.
_OBJECT = regex(
    r"\w+ing\s+(?:an?|the|several|many|large|small|complex|new|multiple|your|people|teams?|staff"
    r"|with|on|in|for|to|up|out|at)\b",
    re.IGNORECASE,
)
# Verbs that no name of a field starts with.
_VERB = regex(
    r"(?:leading|managing|running|supervising|directing|overseeing|owning|delivering|bringing"
    r"|choosing|using|handling|providing|maintaining|implementing|coordinating|developing"
    r"|introducing|improving|negotiating|setting|dealing|working)\s",
    re.IGNORECASE,
)
_ARTICLE = regex(r"\A(?:an?|the|any|your)\s", re.IGNORECASE)
# An occupation in other places; at the end of a field's name a thing.
_THINGS = ("model", "models")
# One of several: 'in a corporate IT environment'.
_COUNTED = regex(
    r"\b(?:company|department|desk|environment|firm|organi[sz]ation|role|setting|team)\Z",
    re.IGNORECASE,
)
_PLURAL = regex(r"\w+(?<!s)s\b", re.IGNORECASE)
_REST = regex(r",|\s(?:or|and|of|for|in|with|working|who|at|to)\s", re.IGNORECASE)


def named(of: str) -> str:
    """Return a field by its name, with an article where it is one of several: 'an NHS team'."""
    return _with_article(of) if _COUNTED.search(of) else of


def experience(of: str) -> str:
    """Return what follows 'experience' or 'years': 'of dementia care', 'as a nurse'."""
    return f"as {_with_article(of)}" if _is_person(of) else f"of {named(of)}"


def work(of: str) -> str:
    """Return the work itself: 'work in dementia care', 'work as a nurse', 'leading a ward'."""
    if _is_doing(of):
        return of
    return f"work as {_with_article(of)}" if _is_person(of) else f"work in {named(of)}"


def done(of: str) -> str:
    """Return what follows 'has': 'worked in dementia care', 'been leading a ward'."""
    return f"been {of}" if _is_doing(of) else work(of).replace("work", "worked", 1)


def _is_doing(of: str) -> bool:
    return bool(_VERB.match(of) or _OBJECT.match(of))


def _is_person(of: str) -> bool:
    head = _ARTICLE.sub("", _REST.split(of, maxsplit=1)[0].strip())
    return not _is_doing(of) and not head.endswith(_THINGS) and is_title(head)


def _with_article(of: str) -> str:
    head = _REST.split(of, maxsplit=1)[0].strip()
    if _ARTICLE.match(of) or (_PLURAL.fullmatch(head.split()[-1]) and not head.endswith("ss")):
        return of
    return f"an {of}" if of[:1].lower() in "aeiou" else f"a {of}"
