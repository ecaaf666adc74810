"""The table of words that tell who somebody is or a characteristic that the law protects.

Must not know where they stand in a document, nor what is done with what they mark.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from data.knowledge.alternation import shared_prefixes
from data.knowledge.tables import toml_table

_FILE = "identity.toml"
_LISTS = (
    *("labels", "kept_labels", "nationalities", "marital", "protected", "absence", "titles"),
    *("away", "absent_others", "relations", "particles", "person_verbs", "person_adverbs"),
    "after_object",
)


class IdentityError(ValueError):
    """The table cannot be used; the message says what it lacks."""


@dataclass(frozen=True, slots=True)
class IdentityWords:
    """The lists of the table as alternatives of a regular expression, longest first.

    Attributes:
        labels: Labels of personal details that no requirement turns on.
        kept_labels: Labels of details that one may turn on: the right to work, a place.
        nationalities: Nationalities.
        marital: Marital states.
        protected: Faith, disability, orientation and the like.
        absence: Reasons for having been away from work.
        away: Words that say that somebody was away, whatever the reason.
        absent_others: What stands beside those where somebody else was.
        relations: Words for whom somebody cares at home.
        titles: Mr, Mrs ...
        particles: Small words within a name.
        person_verbs: What a name stands before where it means a person.
        person_adverbs: What may stand between the two.
        after_object: What stands behind 'her' where it means a person.
        title_openings: Words that open a title and are nobody's first name.
        verbs: Irregular verb behind 'she' to the one behind 'they'.
        pronouns: Gendered pronoun to neutral word, in lower case.
    """

    labels: str
    kept_labels: str
    nationalities: str
    marital: str
    protected: str
    absence: str
    away: str
    absent_others: str
    relations: str
    titles: str
    particles: str
    person_verbs: str
    person_adverbs: str
    after_object: str
    title_openings: frozenset[str]
    verbs: dict[str, str]
    pronouns: dict[str, str]


@cache
def identity_words() -> IdentityWords:
    """Return the table.

    Raises:
        IdentityError: where a list is missing.
    """
    table = toml_table(_FILE)
    missing = [
        name for name in (*_LISTS, "title_openings", "verbs", "pronouns") if not table.get(name)
    ]
    if missing:
        raise IdentityError(f"{_FILE}: {', '.join(missing)} missing or empty; restore the list")
    lists = {name: _any_of(table[name]) for name in _LISTS}
    openings = frozenset(table["title_openings"])
    return IdentityWords(
        **lists, title_openings=openings, verbs=table["verbs"], pronouns=table["pronouns"]
    )


def _any_of(words: list[str]) -> str:
    """Return a pattern for any of the words, in which a space is any white space."""
    return shared_prefixes(
        [[r"\s+" if letter == " " else re.escape(letter) for letter in word] for word in words]
    )
