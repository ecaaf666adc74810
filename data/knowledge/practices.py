"""The table of practices: channels, hours, clerical and practical tasks that roles ask for by name.

Must not know how a sentence is read; it turns the table's phrases into patterns. They are in lower
case with spaces for hyphens: search them in ``plain(text)``, which keeps every offset.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from data.knowledge.tables import toml_table
from data.patterns import regex

_FILE = "practices.toml"
FAMILIES = ("channel", "hours", "clerical", "practical")
# No word stands in a gap that opens a new thought.
_STOPS = (
    "to|for|from|that|which|who|so|because|no|not|never|sql|code|queries|scripts|policy|policies"
)
_PREPOSITIONS = (
    "about|after|against|around|as|at|before|by|during|following|in|into|like|of|on|over|through|when"
    "|while|with|without"
)
_NUMBERS = "few|two|three|four|five|ten|fifteen|twenty|thirty|forty|sixty"
_GAPS = {
    "...": rf"(?:[\s,&/]+(?!(?:{_STOPS})\b)[^\s.;:,()]+){{0,4}}?",
    # 'Took five minutes' takes none.
    "..": rf"(?:[\s,&/]+(?!\d|(?:{_STOPS}|{_NUMBERS})\b)[^\s.;:,()]+){{0,4}}?",
    "~": rf"(?:[\s&/]+(?!(?:{_STOPS}|{_PREPOSITIONS})\b)[^\s.;:,()]+){{0,3}}?",
}
_NOTHING = r"(?!)"
_LISTS = ("asked", "shown", "beside", "denied")


class PracticeTableError(ValueError):
    """The table of practices cannot be used; the message says which entry and why."""


@dataclass(frozen=True, slots=True)
class Practice:
    """A practice.

    Attributes:
        name: What it is called in a verdict.
        family: One of ``FAMILIES``.
        ability: Whether being willing shows it, and being unable rules it out.
        of_oneself: Whether anybody may have it, so that a CV must say it of the person.
        with_people: Whether it is asked only with words for customers or their enquiries.
        asked: How a role names it.
        shown: What a CV says where it was done.
        beside: Short names that count in a list of several, as printed.
        denied: What says outright that it was not done.
        hints: Parts of words one of which stands in whatever any of these find, in lower case.
    """

    name: str
    family: str
    ability: bool
    of_oneself: bool
    with_people: bool
    asked: re.Pattern[str]
    shown: re.Pattern[str]
    beside: tuple[str, ...]
    denied: re.Pattern[str]
    hints: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Practices:
    """The table: practices in its order, and the words around them.

    Attributes:
        rows: The practices.
        beside: Words beside a practice in a role that ask nothing more.
        between: Words that may stand between a word of denial and a practice.
        noise: What behind a practice makes it something else.
        own_before: What may stand before a thing of the person's own.
        own_behind: What may follow such a thing.
    """

    rows: tuple[Practice, ...]
    beside: frozenset[str]
    between: frozenset[str]
    noise: re.Pattern[str]
    own_before: frozenset[str]
    own_behind: frozenset[str]


def pattern_of(phrases: list[str]) -> str:
    """Return a pattern for any one of the phrases, whole words, the longest first."""
    if not phrases:
        return _NOTHING
    ordered = sorted(phrases, key=len, reverse=True)
    return rf"(?<!\w)(?:{'|'.join(_phrase(each) for each in ordered)})(?!\w)"


def _phrase(phrase: str) -> str:
    pattern = ""
    for word in phrase.replace("-", " ").split():
        if word in _GAPS:
            pattern += _GAPS[word]
            continue
        either = word.split("/") if "24/7" not in word else [word]
        atoms = "|".join(
            re.escape(each).replace(r"\*", r"\w*").replace("_", r"\s") for each in either
        )
        pattern += (r"\s+" if pattern else "") + (f"(?:{atoms})" if len(either) > 1 else atoms)
    return pattern


def _hints(phrases: list[str]) -> tuple[str, ...]:
    """Return what of each phrase must be in a text: its longest word, or that of its choices."""
    parts: set[str] = set()
    for phrase in phrases:
        words = [word for word in phrase.replace("-", " ").split() if word not in _GAPS]
        whole = [word for word in words if "/" not in word or "24/7" in word]
        chosen = [max(whole, key=len)] if whole else words[0].split("/")
        parts.update(word.replace("*", "").split("_")[-1] for word in chosen)
    return tuple(one for one in parts if not any(two in one for two in parts if two != one))


@cache
def practices() -> Practices:
    """Return the table.

    Raises:
        PracticeTableError: A practice lacks a name, a family of ``FAMILIES``, or phrases.
    """
    table = toml_table(_FILE)
    rows = []
    for entry in table.get("practice", ()):
        if not (entry.get("name") and entry.get("asked") and entry.get("shown")):
            raise PracticeTableError(f"{_FILE}: {entry} needs a name, `asked` and `shown`")
        if entry.get("family") not in FAMILIES:
            raise PracticeTableError(
                f"{_FILE}: {entry['name']!r} is of family {entry.get('family')!r}; use one of "
                f"{', '.join(FAMILIES)}"
            )
        rows.append(
            Practice(
                entry["name"],
                entry["family"],
                entry.get("ability", False),
                entry.get("of_oneself", False),
                entry.get("with_people", False),
                regex(pattern_of(entry["asked"])),
                regex(pattern_of(entry["shown"])),
                tuple(entry.get("beside", ())),
                regex(pattern_of(entry.get("denied", []))),
                _hints([each for name in _LISTS for each in entry.get(name, ())]),
            )
        )
    words = table["words"]
    noise = regex(rf"\s+(?:\w+\s+)?{pattern_of(words['noise'])}")
    own = table["of_oneself"]
    return Practices(
        tuple(rows),
        frozenset(words["beside"]),
        frozenset(words["between"]),
        noise,
        frozenset(own["before"]),
        frozenset(own["behind"]),
    )
