"""How words name a field of work: by its name, by what somebody does in it, by a shared head.

Must not know which fields there are. A name may be printed with hyphens or spaces, "and" or "&",
in the singular or the plural; between a verb and its object what the object is like may stand
("managing several outsourced suppliers"); two names may share a head ("stock or fleet management").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set

from data.knowledge.alternation import any_of, shared_prefixes
from data.knowledge.hints import plural

_ATOM = re.compile(r" and | |-|[^ -]+?(?= and | |-|$)|.")
_AND = r"(?:\s+(?:and|or)\s+|\s*[&/]\s*)"
_PRINTED = {" and ": _AND, " ": "[ -]", "-": "[ -]"}
# Behind an object nothing may stand that makes it part of another thing ("project documents").
_ENDS = r"(?=\W*$|\s*[,.;:/()&–—]|\s+(?:{})\b)"
_LISTED = re.compile(r"\s*(?:,\s*(?:and|or)\b|,|/|&|\band\b|\bor\b)\s*", re.IGNORECASE)
_MOST_WORDS = 3
# Further objects of one verb: 'repairing cars, vans and small lorries'.
_MORE = r"(?:\s*,\s*(?:(?:and|or)\s+)?|\s+(?:and|or)\s+|\s*&\s*)(?:[\w-]+\s+)?"
# The verbs of somebody who runs a place.
PLACE = "place"
_MANAGING = "management"


def whole(names: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern of any of the names, which may stand in the plural."""
    forms = (form for name in names for form in (name, plural(name)))
    return re.compile(
        rf"(?<!\w){shared_prefixes([_atoms(form) for form in forms])}(?!\w)", re.IGNORECASE
    )


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
        self._things, self._words, self._forms = things, words, forms
        self._compiled: dict[str, re.Pattern[str]] = {}
        # By what words of a text each verb can stand in it.
        self._opens = {
            verb: {form.split()[0] for form in forms[verb]}
            | ({_MANAGING} if verb == PLACE else set())
            for verb in things
        }

    def _pattern(self, verb: str) -> re.Pattern[str]:
        """Return the pattern of a verb with its objects, compiled when it is first wanted."""
        if verb not in self._compiled:
            stops = any_of(self._words["stops"])
            # What the object is like: no preposition, and after a comma or "and" no other verb.
            between = (
                rf"(?P<like>(?:\s+(?:{any_of(self._words['quantities'])}))?"
                r"(?:(?:\s*,\s*(?!\w+ing\b)|\s+(?!(?:and|or)\s+\w+ing\b))"
                rf"(?!(?:{stops})\b)[\w/'’-]+){{0,4}}?)"
            )
            ends = _ENDS.format(any_of(self._words["behind"]))
            objects = _objects(self._things[verb])
            self._compiled[verb] = re.compile(
                rf"(?<!\w)(?:(?:{any_of(self._forms[verb])}){between}\s+{objects}"
                rf"(?:{_MORE}{objects})*{ends}"
                # 'Store management' is to run one, 'project management' a name of its own.
                + (rf"|{objects}\s+{_MANAGING}\b)" if verb == PLACE else ")"),
                re.IGNORECASE,
            )
        return self._compiled[verb]

    def finditer(self, text: str, words: Set[str]) -> Iterator[re.Match[str]]:
        """Find where a text, whose words are known, names one of the verbs with its objects."""
        for verb, opens in self._opens.items():
            if not opens.isdisjoint(words):
                yield from self._pattern(verb).finditer(text)

    def is_place(self, words: str) -> bool:
        """Whether words that ``finditer`` found tell of running a place."""
        return PLACE in self._things and self._pattern(PLACE).fullmatch(words) is not None

    def narrowing(self, words: str) -> str:
        """Return what narrows the object in such words: "rail" of "managing rail projects"."""
        found = ((verb, self._pattern(verb).fullmatch(words)) for verb in self._things)
        verb, match = next(((verb, match) for verb, match in found if match), ("", None))
        if match is None:
            return ""
        said = words[match.start("like") :] if verb in self._narrowing else match["like"] or ""
        told = re.findall(r"[\w'’-]+", said)
        return " ".join(word for word in told if word.lower() not in self._plain)


def _objects(names: Iterable[str]) -> str:
    return shared_prefixes([_atoms(form) for name in names for form in (name, plural(name))])


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
