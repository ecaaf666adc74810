"""The table of job titles: what makes a title, how senior it is, which function it belongs to.

Must not know CVs or roles; it answers questions about a phrase.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from data.knowledge.alternation import any_of
from data.knowledge.field_names import sharing
from data.knowledge.hints import Owners, words_of
from data.knowledge.title_tables import Function, done, functions, table
from data.patterns import regex


@cache
def occupation() -> re.Pattern[str]:
    """Return the pattern of a word that makes a title ("engineers" counts, too)."""
    words = table()["words"]
    return re.compile(
        rf"\b(?:(?:{any_of(words['occupations'])})s?\b"
        rf"|(?:{any_of(words['openings'])})\b(?=[\s,:/-]))",
        re.IGNORECASE,
    )


@cache
def employer() -> re.Pattern[str]:
    """Return the pattern of a word that only an employer's name has."""
    return re.compile(rf"\b(?:{any_of(table()['employers']['words'])})\b", re.IGNORECASE)


@cache
def placeholder() -> re.Pattern[str]:
    """Return the pattern of what anonymised CVs print for an employer, with its town."""
    words = table()["employers"]
    place = rf"(?:{any_of(words['places'])})"
    # Between the two stands a dash, often one that was decoded wrongly ("â€“", "ï¼").
    return re.compile(
        rf"(?<!\w)(?P<name>{any_of(words['placeholders'])})(?:[^\w\n]"
        rf"|[âï¼€\u200b])*(?P<place>(?:{place}\b(?:\s*,\s*)?)+)?"
        rf"|^\W*(?P<alone>{any_of(words['places'])})\W*$",
        re.IGNORECASE,
    )


@cache
def masked_town() -> re.Pattern[str]:
    """Return the pattern of what anonymised CVs print for a town, at either end of a heading."""
    towns = any_of([place for place in table()["employers"]["places"] if "," in place])
    return re.compile(rf"^\W*(?:{towns})\b|\b(?:{towns})\W*$", re.IGNORECASE)


@cache
def _phrases() -> Owners:
    rows = table()["function"]
    return Owners(
        {
            name: [*row["phrases"], *(one for objects in done(row).values() for one in objects)]
            for name, row in rows.items()
        }
    )


@cache
def _titles() -> Owners:
    rows = table()["function"]
    return Owners({name: row["titles"] + row["phrases"] for name, row in rows.items()})


def in_title(title: str) -> list[str]:
    """Return the functions of which a title contains a name, whatever else it contains."""
    found = functions()
    return [name for name in _titles().in_text(title) if found[name].titles.search(title)]


def names_in(phrase: str) -> list[tuple[int, int, str]]:
    """Return where a phrase names functions: start, end and function, in order.

    A name within a longer one does not count: in "IT service management" the longest name is the
    function; the "IT" in it is no other one. Of two names that share a word the first counts:
    "customer service management" is customer service.
    """
    found = functions()
    words = words_of(phrase)
    marks = [
        (*mark.span(), name)
        for name in _phrases().in_text(phrase)
        if not excluded(phrase, name)
        for mark in (
            *_by_name(phrase, found[name]),
            *found[name].doing.finditer(phrase, words),
        )
    ]
    marks += [
        (start, end, name)
        for start, end, words in sharing(phrase, _heads())
        for name in _phrases().in_text(words)
        if found[name].phrases.fullmatch(words) and not excluded(words, name)
    ]
    return sorted(
        (start, end, name)
        for start, end, name in set(marks)
        if not any(a <= start and end <= b and b - a > end - start for a, b, _ in marks)
        and not any(a < start < b < end for a, b, _ in marks)
    )


def _by_name(phrase: str, function: Function) -> list[re.Match[str]]:
    """Return where a phrase names a function, "it" and "send" in small letters aside."""
    capitals = table()["doing"]["words"]["capitals"]
    return [
        mark
        for mark in function.phrases.finditer(phrase)
        if not mark.group().islower() or mark.group() not in capitals
    ]


@cache
def _heads() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(table()['doing']['words']['heads'])})\b", re.IGNORECASE)


@cache
def _alone() -> dict[str, frozenset[str]]:
    rows = table()["function"].items()
    words = {word for _, row in rows for word in row.get("alone", [])}
    return {
        word: frozenset(name for name, row in rows if word in row.get("alone", []))
        for word in words
    }


def asked_alone(phrase: str) -> frozenset[str]:
    """Return the functions that a phrase in lower case names only where it says nothing else."""
    return _alone().get(phrase, frozenset())


def narrowing(words: str, function: str) -> str:
    """Return what narrows a function within its name: "rail" of "managing rail projects"."""
    return functions()[function].doing.narrowing(words)


def runs_place(phrase: str) -> bool:
    """Whether a phrase tells of running a place of the field: "managing a busy shop"."""
    return any(
        functions()[name].doing.is_place(phrase[start:end]) for start, end, name in names_in(phrase)
    )


@lru_cache(maxsize=4096)
def named_in(phrase: str) -> frozenset[str]:
    """Return the functions a phrase names."""
    return frozenset(name for _, _, name in names_in(phrase))


@lru_cache(maxsize=4096)
def functions_of(title: str) -> frozenset[str]:
    """Return the functions a title belongs to.

    A name does not count that overlaps one which says more, words of rank left out: "Customer
    Service Manager" is customer service and no service manager, "Head of Service Desk" is the desk.
    """
    marks = sorted(
        (-_says(mark.group()), mark.start() - mark.end(), mark.start(), mark.end(), name)
        for name in _titles().in_text(title)
        for mark in functions()[name].titles.finditer(title)
    )
    kept: list[tuple[int, int, str]] = []
    for _, _, start, end, name in marks:
        # "Network" opens "network engineer", which is network work of a kind; one that only ends a
        # longer name, or runs across it, is no name by itself.
        if all((start == a and end <= b) or end <= a or start >= b for a, b, _ in kept):
            kept.append((start, end, name))
    return frozenset(
        name for _, _, name in kept if not excluded(title, name) and not supports(title, name)
    )


@cache
def _supporting() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{any_of(table()['supporting']['titles'])})s?(?!\w)", re.IGNORECASE
    )


def supports(title: str, function: str) -> bool:
    """Whether a title stands beside a profession without practising it: 'podiatry receptionist'."""
    return functions()[function].practised and _supporting().search(title) is not None


def excluded(words: str, function: str) -> bool:
    """Whether words hold a name that belongs elsewhere: a "dental nurse" is not of nursing."""
    never = functions()[function].never
    return never is not None and never.search(words) is not None


def _says(words: str) -> int:
    """How many letters of a name of a function say what it is, not how senior.

    All of them where several words are a rank and nothing else: a 'ward sister' is a nurse.
    """
    less = words
    for _, pattern in _ranks():
        less = pattern.sub("", less)
    less = less.replace(" of ", "")
    return len(less) if less.strip() or " " not in words else len(words)


def belongs(title: str, function: str) -> bool:
    """Whether a title belongs to a function or to one that it includes."""
    return not functions_of(title).isdisjoint({function, *functions()[function].includes})


def fronts(title: str, function: str) -> bool:
    """Whether a title of another field does the work of a function, as shop assistants serve."""
    pattern = functions()[function].fronts
    return pattern is not None and any(
        _stands_there().match(title, mark.end()) is not None
        for mark in pattern.finditer(title)
        if not title[: mark.start()].rstrip().endswith((",", "("))
    )


@cache
def _stands_there() -> re.Pattern[str]:
    """Return the pattern of how a title ends behind a counter's name: it names no other trade."""
    heads = any_of(table()["fronting"]["heads"])
    return re.compile(
        rf"(?:\s+(?:{heads})s?)?\s*(?:$|[,;:(|/&–-]|\d"
        r"|(?:and|or|then|later|at|in|for|on|with|from|since|until)\b)",
        re.IGNORECASE,
    )


@cache
def _ranks() -> tuple[tuple[int, re.Pattern[str]], ...]:
    rows = sorted(((int(rank), words) for rank, words in table()["ranks"].items()), reverse=True)
    return tuple(
        (rank, regex(rf"(?<!\w)(?:{any_of(words)})(?!\w)", re.IGNORECASE)) for rank, words in rows
    )


@lru_cache(maxsize=65536)
def rank(title: str) -> int:
    """Return how senior a title is, 1 (analyst) to 5 (director); 0 where it does not say."""
    return next((rank for rank, words in _ranks() if words.search(title)), 0)


@cache
def _without_people() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{any_of(table()['without_people']['titles'])})(?!\w)", re.IGNORECASE
    )


def leads_people(title: str) -> bool:
    """Whether a title alone shows that people report to its holder."""
    found = rank(title)
    return found >= 4 or (found >= 2 and _without_people().search(title) is None)
