"""The table of measures that people move at work, and the words that say they moved.

Must not know how a sentence is read; it only says what each phrase means.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from data.knowledge.tables import toml_table

_FILE = "outcomes.toml"
CHANGES = ("up", "down", "better", "held", "wished", "observed")


class OutcomeTableError(ValueError):
    """The table of measures cannot be used; the message says which entry and why."""


@dataclass(frozen=True, slots=True)
class Metric:
    """A measure.

    Attributes:
        name: Its canonical name.
        better: The good direction, "up" or "down".
        phrases: How it is printed.
        timed: Whether it is itself a length of time in days or more.
        grades: Grades as printed, the lowest first, where it is told in grades.
        money: Whether it may be told in money.
        counted: Whether it is counted, so that a percentage of it is a change.
    """

    name: str
    better: str
    phrases: tuple[str, ...]
    timed: bool = False
    grades: tuple[str, ...] = ()
    money: bool = False
    counted: bool = False


@dataclass(frozen=True, slots=True)
class OutcomeWords:
    """The table: measures by name, and words of change by direction."""

    metrics: dict[str, Metric]
    changes: dict[str, tuple[str, ...]]


@cache
def outcome_words() -> OutcomeWords:
    """Return the table.

    Raises:
        OutcomeTableError: A measure has no name, direction or words, or a list is missing.
    """
    table = toml_table(_FILE)
    metrics = {}
    for entry in table.get("metric", ()):
        metric = Metric(
            entry.get("name", ""),
            entry.get("better", ""),
            tuple(entry.get("words", ())),
            entry.get("timed", False),
            tuple(entry.get("grades", ())),
            entry.get("money", False),
            entry.get("counted", False),
        )
        if not metric.name or metric.better not in ("up", "down") or not metric.phrases:
            raise OutcomeTableError(
                f"{_FILE}: {entry} needs a name, words, and better = 'up' or 'down'"
            )
        metrics[metric.name] = metric
    changes = table.get("change", {})
    missing = [name for name in CHANGES if not changes.get(name)]
    if missing:
        raise OutcomeTableError(f"{_FILE}: [change] has no {', '.join(missing)}; add the list")
    return OutcomeWords(metrics, {name: tuple(changes[name]) for name in CHANGES})
