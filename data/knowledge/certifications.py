"""The tables of certificates: what there is, and what holding one proves about others.

Must not know how names are found in a text, nor who holds what. The tables are the files in
``certificates/``; the README beside them says how to read and mend them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from data.knowledge.tables import toml_names, toml_table

_FOLDER = "certificates"
_KEYS = {
    "name",
    "level",
    "rank",
    "ladder",
    "equal",
    "covers",
    "parts",
    "peers",
    "aliases",
    "short",
    "loose",
    "course",
}


class CertificateTableError(ValueError):
    """A table of certificates cannot be used; the message says which entry and why."""


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate, membership or registration, or a kind of one that a role may ask for.

    Attributes:
        id: The name in lower case with hyphens.
        name: Its usual name.
        family: The scheme it belongs to.
        level: Its level as people say it, "" where the scheme has none.
        ladder: The ladder its rank is on.
        rank: Its rung; 0 for the bare name of a scheme.
        equal: Whether it counts as much as every other equal one on its rung.
        covers: Ids of what it also proves, beside the lower rungs.
        parts: Ids of the parts that make it up: who holds all of them holds it.
        peers: Ids of what does where a role says 'or equivalent'.
        aliases: Other ways to write it, braces resolved.
        short: What is left of the name in a list behind the scheme's name.
        loose: Names that are also something else.
        course: Whether it is short training.
        generic: Whether it is a scheme or a group: something to ask for, not a certificate.
        subjects: How words open that tell what the diplomas of a scheme's body are in.
        professional: Whether it is the membership, registration or qualification of a profession.
    """

    id: str
    name: str
    family: str
    level: str = ""
    ladder: str = ""
    rank: int = 0
    equal: bool = False
    covers: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    peers: frozenset[str] = frozenset()
    aliases: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()
    course: bool = False
    generic: bool = False
    subjects: tuple[str, ...] = ()
    professional: bool = False


def slug(name: str) -> str:
    """Return the identifier that goes with a name."""
    return re.sub(r"[^a-z0-9+]+", "-", name.lower()).strip("-")


def expanded(pattern: str) -> list[str]:
    """Return the spellings that a pattern with braces stands for, in order."""
    match = re.search(r"\{([^{}]*)\}", pattern)
    if match is None:
        return [" ".join(pattern.split())]
    head, tail = pattern[: match.start()], pattern[match.end() :]
    return [
        spelling for part in match.group(1).split(",") for spelling in expanded(head + part + tail)
    ]


@cache
def certificates() -> Mapping[str, Certificate]:
    """Return every certificate, scheme and group by id.

    Raises:
        CertificateTableError: An entry has an unknown key, refers to a name that no table has, or
            repeats the name of another.
    """
    found: dict[str, Certificate] = {}
    for source, certificate in _entries():
        if certificate.id in found:
            raise CertificateTableError(
                f"{source}: {certificate.name!r} is listed twice; rename one of them"
            )
        found[certificate.id] = certificate
    for certificate in found.values():
        for other in sorted(
            (certificate.covers | certificate.parts | certificate.peers) - found.keys()
        ):
            raise CertificateTableError(
                f"{_FOLDER}: {certificate.name!r} refers to {other!r}, which no table lists"
            )
    return found


def _entries() -> Iterator[tuple[str, Certificate]]:
    groups: list[dict[str, Any]] = []
    families: dict[str, set[str]] = {}
    for source in toml_names(_FOLDER):
        table = toml_table(source)
        groups += table.get("group", [])
        for family in table.get("family", []):
            entries = list(_family(source, family))
            families[family["name"]] = {
                entry.id for entry in entries if not entry.generic and not entry.course
            }
            yield from ((source, entry) for entry in entries)
    for group in groups:
        members = {slug(name) for name in group.get("certificates", ())}
        for name in group.get("families", ()):
            if name not in families:
                raise CertificateTableError(
                    f"{_FOLDER}/groups.toml: {group['name']!r} takes in {name!r}, no such family"
                )
            members |= families[name]
        yield "groups.toml", _generic(group["name"], group.get("aliases", ()), members, "")


def _family(source: str, family: dict[str, Any]) -> Iterator[Certificate]:
    members = set()
    for row in family["certificates"]:
        unknown = row.keys() - _KEYS
        if unknown or "name" not in row or "rank" not in row:
            raise CertificateTableError(
                f"{source}: {row.get('name', row)!r} needs a name and a rank and may "
                f"have {', '.join(sorted(_KEYS))}, not {', '.join(sorted(unknown)) or 'less'}"
            )
        entry = _certificate(row, family["name"], professional=family.get("professional", False))
        members.add(entry.id)
        yield entry
    if family.get("names"):
        taken = slug(family["name"]) in members
        name = family["name"] + (" scheme" if taken else "")
        scheme = _generic(name, family["names"], members, family["name"])
        yield replace(scheme, subjects=tuple(family.get("subjects", ())))


def _certificate(row: dict[str, Any], family: str, *, professional: bool) -> Certificate:
    loose = _spellings(row.get("loose", ()))
    name = row["name"]
    aliases = [name, *_spellings(row.get("aliases", ()))]
    if row.get("course"):
        aliases += [f"{alias} {word}" for alias in aliases for word in ("course", "training")]
    return Certificate(
        id=slug(name),
        name=name,
        family=family,
        level=row.get("level", ""),
        ladder=row.get("ladder", family),
        rank=row["rank"],
        equal=row.get("equal", False),
        covers=frozenset(slug(other) for other in row.get("covers", ())),
        parts=frozenset(slug(other) for other in row.get("parts", ())),
        peers=frozenset(slug(other) for other in row.get("peers", ())),
        aliases=tuple(dict.fromkeys(aliases)),
        short=tuple(row.get("short", ())),
        loose=loose,
        course=row.get("course", False),
        professional=professional,
    )


def _generic(name: str, aliases: Any, members: set[str], family: str) -> Certificate:
    """A scheme or group; ``covers`` holds its members, by which it is met."""
    spellings = _spellings(aliases)
    if not family:  # a kind of certificate: "security certifications" as well
        spellings = tuple(dict.fromkeys(form for each in spellings for form in (each, _many(each))))
    return Certificate(
        id=slug(name),
        name=name.removesuffix(" scheme"),
        family=family,
        covers=frozenset(members),
        aliases=() if family else spellings,
        loose=spellings if family else (),
        generic=True,
    )


def _many(name: str) -> str:
    """The plural of the name of a kind: 'security certifications'."""
    return name if name.endswith(("s", "ed")) else f"{name}s"


def _spellings(patterns: Any) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for pattern in patterns for word in expanded(pattern)))


def covers(held: str, asked: str) -> bool:
    """Whether holding ``held`` proves ``asked``, both ids: the same, a member, or higher up."""
    table = certificates()
    if held == asked:
        return True
    if table[asked].generic:
        return any(covers(held, member) for member in _proof_of(asked)) or held in _proof_of(asked)
    return asked in _proven_by(held)


def _proof_of(generic: str) -> frozenset[str]:
    return certificates()[generic].covers


@cache
def _proven_by(held: str) -> frozenset[str]:
    """Every id that ``held`` proves, itself included, down its ladder and along ``covers``."""
    table = certificates()
    proven: set[str] = set()
    waiting = [held]
    while waiting:
        here = table[waiting.pop()]
        if here.id in proven or here.generic:
            continue
        proven.add(here.id)
        waiting += here.covers
        waiting += [other.id for other in table.values() if _is_beneath(other, here)]
    return frozenset(proven)


def _is_beneath(low: Certificate, high: Certificate) -> bool:
    if low.generic or low.ladder != high.ladder:
        return False
    return low.rank < high.rank or (low.rank == high.rank and low.equal and high.equal)


def is_below(held: str, asked: str) -> bool:
    """Whether ``held`` is clearly lower than ``asked`` on the same ladder, both ids."""
    table = certificates()
    low, high = table[held], table[asked]
    return (
        not low.generic and not high.generic and low.ladder == high.ladder and low.rank < high.rank
    )


def is_peer(held: str, asked: str) -> bool:
    """Whether ``held`` does for ``asked`` where an equivalent is accepted, both ids."""
    table = certificates()
    wanted = table[asked].peers
    if any(covers(held, peer) for peer in wanted):
        return True
    return any(asked in table[other].peers for other in _proven_by(held) if other in table)
