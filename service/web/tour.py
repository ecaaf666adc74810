"""The first-run tour: a few steps over the shipped samples, each a page with a few words on it.

Must not know a page's template. The step stands in the address, so the tour survives a reload.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """A step: what it says, and the id of what it points at."""

    number: int
    title: str
    text: str
    at: str


_STEPS = (
    (
        "The shortlist",
        "Forty CVs were read and put in order. People stand in bands: a difference of a point or "
        "two says little. Open anybody to see why they stand where they do.",
        "table",
    ),
    (
        "What each CV shows",
        "A filled circle: met, with a quote. Half: partly. A cross: the CV says otherwise. A "
        "question mark: the CV is silent, which rejects nobody and is a question to ask.",
        "key",
    ),
    (
        "What each must-have costs",
        "The bars show what a must-have does to the pool. Turn one into a nice-to-have, or try a "
        "smaller budget: the list is put in order again at once, and nothing is stored.",
        "funnel",
    ),
    (
        "Find your people",
        "Narrow the list to those who have every must-have, or are one short. Choose two to four "
        "and compare them side by side. Hide names with the switch at the top.",
        "filters",
    ),
)
STEPS = tuple(Step(number, *each) for number, each in enumerate(_STEPS, 1))


def step_of(number: int) -> Step | None:
    """Return a step of the tour by its number, or None."""
    return STEPS[number - 1] if 1 <= number <= len(STEPS) else None
