"""The tables of tools: products, technologies and methods by name, and the words around them.

Must not know CVs or roles, nor where a name was found. ``tools.csv`` has one row a product;
``tool_words.toml`` says what families are called and what tells a product from a common word.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from data.knowledge.tables import toml_table

_PRODUCTS, _WORDS = "tools.csv", "tool_words.toml"
# How careful a one-word name has to be read, loosest first.
CARES = ("", "exact", "context", "among")
# Best first; "aware" is to know of a product without having used it.
LEVELS = ("expert", "advanced", "proficient", "intermediate", "basic", "aware")


class ToolTableError(ValueError):
    """A table of tools cannot be used; the message says which row and why."""


@dataclass(frozen=True, slots=True)
class Product:
    """A row of the table.

    Attributes:
        name: The canonical name, which identifies the product.
        family: Products of one family are comparable.
        vendor: Who makes it, or "".
        part_of: Name of the suite or of the wider product it belongs to, or "".
        care: "" any case; "exact" as spelt; "context" as spelt and where words around it show
            that a product is meant; "among" as spelt and only among other products.
        spellings: The name and its aliases.
    """

    name: str
    family: str
    vendor: str
    part_of: str
    care: str
    spellings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ToolWords:
    """The words around products; see ``tool_words.toml`` for what each group means."""

    families: dict[str, tuple[str, ...]]
    levels: dict[str, tuple[str, ...]]
    standing: dict[str, tuple[str, ...]]
    labels: frozenset[str]
    shows: frozenset[str]
    deep: tuple[str, ...]
    everyday: frozenset[str]
    unmistakable: frozenset[str]
    senses: dict[str, tuple[str, ...]]
    companions: dict[str, tuple[str, ...]]
    in_small_letters: dict[str, tuple[str, ...]]


@cache
def products() -> dict[str, Product]:
    """Return every product by its canonical name, in the order of the table."""
    text = files(__package__).joinpath(_PRODUCTS).read_text(encoding="utf-8")
    found: dict[str, Product] = {}
    spelt: dict[str, str] = {}
    for number, row in enumerate(csv.DictReader(text.splitlines()), start=2):
        product = _product(row, number)
        if product.name in found:
            raise ToolTableError(f"{_PRODUCTS}, line {number}: {product.name!r} is listed twice")
        for spelling in product.spellings:
            known = spelt.setdefault(spelling, product.name)
            if known != product.name:
                raise ToolTableError(
                    f"{_PRODUCTS}, line {number}: {spelling!r} already names {known!r}"
                )
        found[product.name] = product
    for product in found.values():
        if product.part_of and product.part_of not in found:
            raise ToolTableError(
                f"{_PRODUCTS}: {product.name!r} is part of {product.part_of!r}, which has no row"
            )
    return found


def _product(row: dict[str, str], number: int) -> Product:
    if None in row.values() or not row["name"] or not row["family"]:
        raise ToolTableError(f"{_PRODUCTS}, line {number}: a product needs six cells and a family")
    if row["care"] not in CARES:
        raise ToolTableError(
            f"{_PRODUCTS}, line {number}: care is {row['care']!r}; use one of {CARES}"
        )
    aliases = (alias.strip() for alias in row["aliases"].split(";"))
    spellings = tuple(dict.fromkeys([row["name"], *(alias for alias in aliases if alias)]))
    return Product(
        row["name"], row["family"], row["vendor"], row["part_of"], row["care"], spellings
    )


@cache
def by_spelling() -> dict[str, Product]:
    """Return products by lower-case spelling."""
    return {
        spelling.lower(): product
        for product in products().values()
        for spelling in product.spellings
    }


def wider(name: str) -> tuple[str, ...]:
    """Return the product called ``name`` and the suites it is part of, nearest first."""
    chain = [name]
    while (part_of := products()[chain[-1]].part_of) and part_of not in chain:
        chain.append(part_of)
    return tuple(chain)


@cache
def tool_words() -> ToolWords:
    """Return the words around products."""
    table = toml_table(_WORDS)
    if set(table["levels"]) != set(LEVELS):
        raise ToolTableError(f"{_WORDS}: [levels] must have exactly {', '.join(LEVELS)}")
    spelt = by_spelling()
    strays = [
        name
        for name in (
            *table["everyday"]["words"],
            *table["unmistakable"]["words"],
            *table["senses"],
            *table["companions"],
            *table["in_small_letters"],
        )
        if name.lower() not in spelt
    ]
    if strays:
        raise ToolTableError(f"{_WORDS}: {_PRODUCTS} spells no product {', '.join(strays)}")
    unknown = set(table["families"]) - {product.family for product in products().values()}
    if unknown:
        raise ToolTableError(f"{_WORDS}: no product is of family {', '.join(sorted(unknown))}")
    return ToolWords(
        families={name: tuple(words) for name, words in table["families"].items()},
        levels={name: tuple(table["levels"][name]["words"]) for name in LEVELS},
        standing={name: tuple(words) for name, words in table["standing"].items()},
        labels=frozenset(table["shows"]["labels"]),
        shows=frozenset(table["shows"]["words"]),
        deep=tuple(table["deep"]["words"]),
        everyday=frozenset(table["everyday"]["words"]),
        unmistakable=frozenset(table["unmistakable"]["words"]),
        senses={name: tuple(words) for name, words in table["senses"].items()},
        companions={name: tuple(words) for name, words in table["companions"].items()},
        in_small_letters={n: tuple(words) for n, words in table["in_small_letters"].items()},
    )
