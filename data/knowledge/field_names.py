"""How words name a field of work: by its name, by what somebody does in it, by a shared head.

Must not know which fields there are. A name may be printed with hyphens or spaces, "and" or "&",
in the singular or the plural; between a verb and its object what the object is like may stand
("managing several outsourced suppliers"); two names may share a head ("stock or fleet management").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import cached_property

from data.knowledge.alternation import any_of, shared_prefixes
from data.knowledge.hints import plural, words_of
from data.patterns import regex

_ATOM = regex(r" and | |-|[^ -]+?(?= and | |-|$)|.")
_AND = r"(?:\s+(?:and|or)\s+|\s*[&/]\s*)"
_PRINTED = {" and ": _AND, " ": "[ -]", "-": "[ -]"}
# Behind an object nothing may stand that makes it part of another thing ("project documents").
_ENDS = r"(?=\W*$|\s*[,.;:/()&–—]|\s+(?:{})\b)"
_LISTED = regex(r"\s*(?:,\s*(?:and|or)\b|,|/|&|\band\b|\bor\b)\s*", re.IGNORECASE)
_MOST_WORDS = 3
# Further objects of one verb: 'repairing cars, vans and small lorries'.
_MORE = r"(?:\s*,\s*(?:(?:and|or)\s+)?|\s+(?:and|or)\s+|\s*&\s*)(?:[\w-]+\s+)?"
# The verbs of somebody who runs a place.
PLACE = "place"
_MANAGING = "management"


class Names:
    """Names, each of which may stand in the plural, to be looked for in texts.

    There are thousands in the tables and a handful in a text: a pattern is compiled for those
    alone whose words the text holds, and kept.
    """

    def __init__(self, names: Iterable[str]) -> None:
        """Take the names."""
        self._forms = _Forms(names)
        self._compiled: dict[tuple[str, ...], re.Pattern[str]] = {}

    def search(self, text: str) -> re.Match[str] | None:
        """Find the first name in a text."""
        pattern = self._pattern(text)
        return pattern.search(text) if pattern else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Return the match of a text that is a name and nothing else."""
        pattern = self._pattern(text)
        return pattern.fullmatch(text) if pattern else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Find every name in a text."""
        pattern = self._pattern(text)
        return pattern.finditer(text) if pattern else iter(())

    def left_out(self, text: str) -> str:
        """Return a text with a blank for every name."""
        pattern = self._pattern(text)
        return pattern.sub(" ", text) if pattern else text

    def _pattern(self, text: str) -> re.Pattern[str] | None:
        forms = self._forms.in_text(text)
        if forms and forms not in self._compiled:
            self._compiled[forms] = re.compile(
                rf"(?<!\w){shared_prefixes([_atoms(form) for form in forms])}(?!\w)",
                re.IGNORECASE,
            )
        return self._compiled.get(forms)


class _Forms:
    """Names in the singular and the plural, with the words that a text must hold to print them."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = tuple(names)

    @cached_property
    def _needed(self) -> list[tuple[str, frozenset[str]]]:
        forms = [form for name in self._names for form in (name, plural(name))]
        # "And" may be printed as a sign.
        return [(form, words_of(form) - {"and"}) for form in forms]

    def in_text(self, text: str) -> tuple[str, ...]:
        """Return the forms of which a text holds all words, in the order of the names."""
        words = words_of(text)
        return tuple(form for form, needed in self._needed if needed <= words)


def _atoms(name: str) -> list[str]:
    """Return what a name is printed as, letter by letter."""
    return [
        each
        for atom in _ATOM.findall(name)
        for each in ([_PRINTED[atom]] if atom in _PRINTED else map(re.escape, atom))
    ]


class Doing:
    """Verbs with their objects, and what may stand between the two."""

    def __init__(
        self,
        things: Mapping[str, Iterable[str]],
        words: Mapping[str, list[str]],
        forms: Mapping[str, list[str]],
    ) -> None:
        """Take the objects of each verb in the singular, what stands about them, and its forms."""
        self._plain = frozenset(words["plain"])
        self._narrowing = frozenset(words["narrowing"])
        self._things = {verb: _Forms(objects) for verb, objects in things.items()}
        self._words, self._forms = words, forms
        self._compiled: dict[tuple[str, tuple[str, ...]], re.Pattern[str]] = {}
        # By what words of a text each verb can stand in it.
        self._opens = {
            verb: {form.split()[0] for form in forms[verb]}
            | ({_MANAGING} if verb == PLACE else set())
            for verb in things
        }

    def _pattern(self, verb: str, text: str) -> re.Pattern[str] | None:
        """Return the pattern of a verb with those of its objects that a text can hold."""
        things = self._things[verb].in_text(text)
        if not things:
            return None
        if (verb, things) not in self._compiled:
            stops = any_of(self._words["stops"])
            # What the object is like: no preposition, and after a comma or "and" no other verb.
            between = (
                rf"(?P<like>(?:\s+(?:{any_of(self._words['quantities'])}))?"
                r"(?:(?:\s*,\s*(?!\w+ing\b)|\s+(?!(?:and|or)\s+\w+ing\b))"
                rf"(?!(?:{stops})\b)[\w/'’-]+){{0,4}}?)"
            )
            ends = _ENDS.format(any_of(self._words["behind"]))
            objects = shared_prefixes([_atoms(form) for form in things])
            self._compiled[verb, things] = re.compile(
                rf"(?<!\w)(?:(?:{any_of(self._forms[verb])}){between}\s+{objects}"
                rf"(?:{_MORE}{objects})*{ends}"
                # 'Store management' is to run one, 'project management' a name of its own.
                + (rf"|{objects}\s+{_MANAGING}\b)" if verb == PLACE else ")"),
                re.IGNORECASE,
            )
        return self._compiled[verb, things]

    def _told_by(self, verb: str, words: str) -> re.Match[str] | None:
        """Return the match of words that are the verb with an object and nothing else."""
        pattern = self._pattern(verb, words)
        return pattern.fullmatch(words) if pattern else None

    def finditer(self, text: str, words: Set[str]) -> Iterator[re.Match[str]]:
        """Find where a text, whose words are known, names one of the verbs with its objects."""
        for verb, opens in self._opens.items():
            if not opens.isdisjoint(words) and (pattern := self._pattern(verb, text)):
                yield from pattern.finditer(text)

    def is_place(self, words: str) -> bool:
        """Whether words that ``finditer`` found tell of running a place."""
        return PLACE in self._things and self._told_by(PLACE, words) is not None

    def narrowing(self, words: str) -> str:
        """Return what narrows the object in such words: "rail" of "managing rail projects"."""
        found = ((verb, self._told_by(verb, words)) for verb in self._things)
        verb, match = next(((verb, match) for verb, match in found if match), ("", None))
        if match is None:
            return ""
        said = words[match.start("like") :] if verb in self._narrowing else match["like"] or ""
        told = re.findall(r"[\w'’-]+", said)
        return " ".join(word for word in told if word.lower() not in self._plain)


def sharing(text: str, heads: re.Pattern[str]) -> Iterator[tuple[int, int, str]]:
    """Find what names a field together with a head further on: "stock" of "stock or fleet control".

    Returns:
        Start and end of the words, and the name that they make with the head.
    """
    for head in heads.finditer(text):
        parts = _parts(text, head.start())
        for start, end in parts[:-1]:
            words = [mark.start() for mark in re.finditer(r"[\w-]+", text[start:end])]
            for first in words[-_MOST_WORDS:]:
                at = start + first
                yield at, end, f"{text[at:end]} {head.group()}"


def _parts(text: str, end: int) -> list[tuple[int, int]]:
    """Return where the members of a list stand that ends at ``end``."""
    start = max((mark.end() for mark in re.finditer(r"[.;:()\n]", text[:end])), default=0)
    found = []
    for mark in _LISTED.finditer(text, start, end):
        found.append((start, mark.start()))
        start = mark.end()
    return [*found, (start, end)]
