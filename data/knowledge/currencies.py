"""Currencies: their signs, words and a dated rate to the pound.

Must not know what an amount measures. Rates serve to compare sizes, not to pay anybody.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_FILE = "currencies.csv"


class CurrencyTableError(ValueError):
    """The table of currencies cannot be read."""


@dataclass(frozen=True, slots=True)
class Currency:
    """One currency.

    Attributes:
        code: ISO 4217.
        per_gbp: Units that one pound buys.
        as_of: What day or year the rate is from, as printed in the table.
        signs: Signs set before an amount, longest first.
        words: Words set behind an amount, in lower case, longest first.
    """

    code: str
    per_gbp: float
    as_of: str
    signs: tuple[str, ...]
    words: tuple[str, ...]


@cache
def currencies() -> dict[str, Currency]:
    """Return the currencies by code.

    Raises:
        CurrencyTableError: A row has no code of three letters or no positive rate.
    """
    text = files(__package__).joinpath(_FILE).read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return {row["code"]: _currency(row) for row in rows}


def _currency(row: dict[str, str]) -> Currency:
    try:
        rate = float(row["per_gbp"])
    except ValueError:
        rate = 0.0
    if len(row["code"]) != 3 or rate <= 0:
        message = f"{_FILE}: {row} needs a code of three letters and a rate above zero"
        raise CurrencyTableError(message)
    return Currency(
        code=row["code"],
        per_gbp=rate,
        as_of=row["as_of"],
        signs=tuple(sorted(row["signs"].split(), key=len, reverse=True)),
        words=tuple(sorted(filter(None, row["words"].split("|")), key=len, reverse=True)),
    )


def convert(amount: float, from_code: str, to_code: str) -> float:
    """Return ``amount`` of one currency in another, at the table's rates.

    Raises:
        CurrencyTableError: One of the codes is not in the table.
    """
    if from_code == to_code:
        return amount
    table = currencies()
    missing = {from_code, to_code} - table.keys()
    if missing:
        raise CurrencyTableError(f"{_FILE} has no row for {', '.join(sorted(missing))}; add one")
    return amount / table[from_code].per_gbp * table[to_code].per_gbp
