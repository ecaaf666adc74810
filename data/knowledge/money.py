"""The table of money words: what an amount measures, whose it is, over which period.

Must not know how a sentence is read; it only says what each phrase means.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from data.knowledge.tables import toml_table

_FILE = "money.toml"
SCOPES = ("p_and_l", "budget", "contract", "revenue", "saving", "other")
_STANCES = ("owned", "support", "others", "organisation", "denied")


class MoneyTableError(ValueError):
    """The table of money words cannot be used; the message says which entry and why."""


@dataclass(frozen=True, slots=True)
class Measure:
    """Phrases that say what an amount is the size of; ``part`` names a share or is ""."""

    scope: str
    part: str
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MoneyWords:
    """The table.

    Attributes:
        measures: In the order of the table.
        stances: "owned", "support", "others", "organisation", "denied" to phrases.
        done_behind: "to", "ing", "not_done" to the words before 'to manage' and 'of managing'.
        periods: "month", "quarter", "week", "year" to phrases.
    """

    measures: tuple[Measure, ...]
    stances: dict[str, tuple[str, ...]]
    done_behind: dict[str, tuple[str, ...]]
    periods: dict[str, tuple[str, ...]]


@cache
def money_words() -> MoneyWords:
    """Return the table.

    Raises:
        MoneyTableError: An entry has an unknown scope or no phrases.
    """
    table = toml_table(_FILE)
    measures = tuple(
        Measure(entry.get("scope", ""), entry.get("part", ""), tuple(entry.get("words", ())))
        for entry in table.get("measure", ())
    )
    for measure in measures:
        if measure.scope not in SCOPES or not measure.phrases:
            message = f"{_FILE}: {measure} needs words and a scope out of {', '.join(SCOPES)}"
            raise MoneyTableError(message)
    ownership = table.get("ownership", {})
    missing = [stance for stance in _STANCES if not ownership.get(stance)]
    if missing:
        raise MoneyTableError(f"{_FILE}: [ownership] has no {', '.join(missing)}; add the list")
    return MoneyWords(
        measures=measures,
        stances={stance: tuple(ownership[stance]) for stance in _STANCES},
        done_behind={name: tuple(words) for name, words in table["done_behind"].items()},
        periods={name: tuple(words) for name, words in table.get("period", {}).items()},
    )
