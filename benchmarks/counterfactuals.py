"""Counterfactual CVs: the same text of somebody else, swapped in one trait and in nothing more.

Must not know how texts are read or scored. A swap is a function of a CV's text and its person's
name; it returns the text unchanged where the CV has nothing to swap. Where a line goes is worked
out here, so that a fault in how the matcher lays out a CV cannot hide itself.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

import tomli

__all__ = ["Swap", "Trait", "traits"]

Edit = Callable[[str, str], str]

_FILE = "counterfactuals.toml"
_LOCAL = re.compile(r"[\w.+-]+(?=@)")
_DATED = re.compile(r"\b(?:19|20)\d\d\b.*\b(?:(?:19|20)\d\d|present|date|now)\b", re.IGNORECASE)
_UNIVERSITY = re.compile(
    r"\bUniversity of (?:the )?[A-Z]\w+(?: [A-Z]\w+)*|\b(?:[A-Z][\w'’-]+ ){1,3}University\b"
)
_BETWEEN = r"[\s-]+(?:\w+\.?\s+)?"
# Letters that Unicode does not take apart.
_STROKED = str.maketrans("ŁłØøĐđ", "LlOoDd")
_SPOKEN = {
    "he": ("He", "his", "him"),
    "she": ("She", "her", "her"),
    "they": ("They", "their", "them"),
}


@dataclass(frozen=True, slots=True)
class Swap:
    """One side of a pair.

    Attributes:
        label: What it makes of the CV, for a reader of the results.
        edit: Text and the person's name in, the counterfactual text out.
    """

    label: str
    edit: Edit


@dataclass(frozen=True, slots=True)
class Trait:
    """One trait in one printed form.

    Attributes:
        name: The trait, by which results are grouped; several forms may share it.
        reference: The side that the others are compared with: the CV as it is, unless the form
            brings words of its own, which then stand on both sides.
        swaps: The other sides.
    """

    name: str
    reference: Swap
    swaps: tuple[Swap, ...]


def traits() -> tuple[Trait, ...]:
    """Return every trait in every form, in a fixed order."""
    path = files(__package__).joinpath(_FILE)
    words: dict[str, list[str]] = tomli.loads(path.read_text(encoding="utf-8"))
    return (
        _as_it_is("name", ((name, _renamed(name)) for name in words["names"])),
        _quoted(words["names"]),
        _as_it_is("title", ((title, _titled(title)) for title in words["titles"])),
        _as_it_is("pronouns", ((pair, _behind_name(f" {pair}")) for pair in words["pairs"])),
        _form("pronouns", {who: _told(who) for who in _SPOKEN}),
        *_lines("date of birth", words["births"]),
        *_nationality(words["nationalities"]),
        *_lines("marital status and family", words["families"]),
        *_lines("photograph", words["photographs"]),
        *_lines("address", words["addresses"]),
        *_lines("faith, origin, disability, orientation", words["protected"]),
        *_gap(words["gaps"]),
        *_school(words["schools"]),
        _as_it_is("school", ((each, _studied_at(each)) for each in words["universities"])),
    )


def _as_it_is(name: str, edits: Iterable[tuple[str, Edit]]) -> Trait:
    """A trait whose reference is the CV as it is."""
    swaps = tuple(Swap(label, edit) for label, edit in edits)
    return Trait(name, Swap("as it is", lambda text, _: text), swaps)


def _form(name: str, edits: Mapping[str, Edit]) -> Trait:
    """A trait that brings words of its own: the first side is what the others are compared with."""
    reference, *swaps = (Swap(label, edit) for label, edit in edits.items())
    return Trait(name, reference, tuple(swaps))


def _lines(name: str, lines: Sequence[str]) -> tuple[Trait, ...]:
    """A line that nothing turns on: beneath the name, and at the end under a heading."""
    return (
        _as_it_is(name, ((line, _below_name(line)) for line in lines)),
        _as_it_is(name, ((line, _at_end(f"PERSONAL DETAILS\n{line}")) for line in lines)),
    )


def _nationality(nationalities: Sequence[str]) -> tuple[Trait, ...]:
    """Nationality beside a right to work that both sides state: a role may ask for that."""
    may_work = "Right to work in the UK: yes, without restriction"
    labelled = {each: f"Nationality: {each}\n{may_work}" for each in nationalities}
    spoken = {each: f"{each} citizen\n{may_work}" for each in nationalities}
    return tuple(
        _form("nationality", {"not told": place(may_work)} | {k: place(v) for k, v in each.items()})
        for each in (labelled, spoken)
        for place in (_below_name, _at_end)
    )


def _gap(reasons: Sequence[str]) -> tuple[Trait, ...]:
    """A year away from work, told with and without its reason."""
    when = "March 2013 to March 2014"
    every = ("career break", *reasons)
    return (
        _form("gap explanation", {r: _at_end(f"CAREER BREAK\n{when}: {r}") for r in every}),
        _form("gap explanation", {r: _at_end(f"{r.capitalize()}, {when}") for r in every}),
        _form(
            "gap explanation",
            {r: _below_dates(f"I was away from work from {when}: {r}.") for r in every},
        ),
    )


def _school(schools: Sequence[str]) -> tuple[Trait, ...]:
    first, last = "1990 to 1997", "three A levels"
    return (
        _form("school", {s: _at_end(f"EDUCATION\n{s}, {first}, {last}") for s in schools}),
        _form("school", {s: _at_end(f"I went to {s} and left with {last}.") for s in schools}),
    )


def _renamed(other: str) -> Edit:
    """Another name wherever the CV prints its person's, and in the e-mail address."""
    mail = re.sub(r"[^a-z]+", ".", _plain(other).lower())

    def edit(text: str, name: str) -> str:
        for start, end in reversed(_printed(text, name)):
            whole = other.upper() if text[start:end].isupper() else other
            text = text[:start] + whole + text[end:]
        own = [part for part in re.split(r"\W+", _plain(name).lower()) if len(part) > 2]
        return _LOCAL.sub(
            lambda at: mail if any(part in at[0].lower() for part in own) else at[0], text
        )

    return edit


def _quoted(names: Sequence[str]) -> Trait:
    """The first name within a sentence of the CV; the reference is the person's own."""

    def edit(text: str, name: str) -> str:
        return _told_last(text, f'"{name.split()[0]} has never let us down", says a colleague.')

    def of(other: str) -> Edit:
        return lambda text, name: _renamed(other)(edit(text, name), name).replace(
            f'"{name.split()[0]} has', f'"{other.split()[0]} has'
        )

    return Trait("name", Swap("own name", edit), tuple(Swap(each, of(each)) for each in names))


def _titled(title: str) -> Edit:
    def edit(text: str, name: str) -> str:
        for start, _ in reversed(_printed(text, name)):
            text = f"{text[:start]}{title} {text[start:]}"
        return text

    return edit


def _behind_name(words: str) -> Edit:
    def edit(text: str, name: str) -> str:
        for _, end in _printed(text, name)[:1]:
            text = text[:end] + words + text[end:]
        return text

    return edit


def _told(who: str) -> Edit:
    """A sentence in the third person, in words that every pronoun takes."""
    subject, possessive, thing = _SPOKEN[who]
    told = (
        f"{subject} moved the whole office in a week; {possessive} colleagues thanked {thing} "
        f"and still ask {thing} for help with {possessive} plans."
    )
    return lambda text, _: _told_last(text, told)


def _studied_at(university: str) -> Edit:
    return lambda text, _: _UNIVERSITY.sub(university, text)


def _below_name(words: str) -> Edit:
    """Put lines beneath the line that prints the name; at the top where none does."""

    def edit(text: str, name: str) -> str:
        printed = _printed(text, name)
        if not printed:
            return f"{words}\n{text}"
        head, line_end, rest = text[printed[0][1] :].partition("\n")
        return text[: printed[0][1]] + f"{head}\n{words}{line_end}{rest}"

    return edit


def _below_dates(words: str) -> Edit:
    """Put a line beneath the last line with the dates of a post; at the end where there is none."""

    def edit(text: str, _: str) -> str:
        dated = list(_DATED.finditer(text))
        if not dated:
            return _told_last(text, words)
        end = text.find("\n", dated[-1].end())
        return _told_last(text, words) if end < 0 else f"{text[:end]}\n{words}{text[end:]}"

    return edit


def _at_end(words: str) -> Edit:
    return lambda text, _: _told_last(text, words)


def _told_last(text: str, words: str) -> str:
    return f"{text.rstrip()}\n\n{words}\n"


def _printed(text: str, name: str) -> list[tuple[int, int]]:
    """Where the name stands, whatever its accents and case, a middle name between its words."""
    words = [re.escape(word) for word in re.split(r"[\s-]+", _plain(name))]
    found = re.compile(rf"\b{_BETWEEN.join(words)}\b", re.IGNORECASE)
    return [match.span() for match in found.finditer(_plain(text))]


def _plain(text: str) -> str:
    """The text with each letter bare of its accents, length unchanged."""
    return "".join(unicodedata.normalize("NFKD", sign)[0] for sign in text).translate(_STROKED)
