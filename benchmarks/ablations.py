"""This project less one of its parts: each a change of the weights that takes the part away.

Must not know how a score is made of the weights.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from matcher.criteria import HARD_KINDS
from matcher.types import Importance, Outcome
from matcher.weights import Ramp, Weights

Change = Callable[[Weights], Weights]


def _credit(outcome: Outcome, becomes: Outcome) -> Change:
    return lambda w: replace(w, credit={**w.credit, outcome: w.credit[becomes]})


# What is taken away, in words, and how.
ABLATIONS: Mapping[str, tuple[str, Change]] = {
    "less-requirements": (
        "typed requirements",
        lambda w: replace(w, kind={**w.kind, **dict.fromkeys(HARD_KINDS, 0.0)}),
    ),
    "less-work": ("the work told, by meaning", lambda w: replace(w, work_fit=0.0)),
    "less-titles": ("titles of posts", lambda w: replace(w, title_fit=0.0)),
    "less-lineage": ("kinship of titles", lambda w: replace(w, lineage=0.0)),
    "less-floor": (
        "the floor under far titles",
        lambda w: replace(w, title_ramp=Ramp(0.0, w.title_ramp.ceiling)),
    ),
    "less-recency": ("how long ago a post ended", lambda w: replace(w, recency_per_year=0.0)),
    "less-importance": (
        "essential before desirable",
        lambda w: replace(w, importance=dict.fromkeys(Importance, 1.0)),
    ),
    "less-scales": ("the scale of duties", lambda w: replace(w, duty_scale=0.0)),
    "less-silence": (
        "silence apart from 'not met'",
        _credit(Outcome.NOT_STATED, Outcome.NOT_MET),
    ),
    "less-near": ("near misses", _credit(Outcome.PARTLY, Outcome.NOT_STATED)),
}
# Those that change anything where there is nothing but titles.
ABLATIONS_OF_TITLES = ("less-lineage", "less-floor")
