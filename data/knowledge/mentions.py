"""How sure a model must be of what a mention is before its word counts, as data.

Must not know the model, nor what the kinds are.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from data.knowledge.tables import toml_table

_FILE = "mentions.toml"


@dataclass(frozen=True, slots=True)
class Sureness:
    """Bounds on a probability, 0 to 1, for one kind of mention.

    Attributes:
        doubt: Less than this for the person takes away what custom alone gives.
        denial: Less than this takes away what words give, too.
        claim: At least this gives the person what no rule saw.
        state: At least this says that it is denied, or known but a little.
    """

    doubt: float
    denial: float
    claim: float
    state: float


def sureness(kind: str) -> Sureness:
    """Return the bounds for a kind of mention ("money")."""
    return _table()[kind]


@cache
def _table() -> dict[str, Sureness]:
    return {kind: Sureness(**bounds) for kind, bounds in toml_table(_FILE).items()}
