"""A match in short: what its points follow from, without a word of the CV.

Must not know where it is kept. A pool's matches in short are read in a fraction of the time that
the matches take, and are all that is needed to count outcomes or to score an edited role.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from matcher.columns import CODES, Columns
from matcher.scoring import title_credit, title_lines
from matcher.types import Contribution, Match, Outcome, Role
from matcher.wire import plain

Json = dict[str, Any]

# One letter an outcome, so that a match's outcomes are a word.
LETTERS = {
    Outcome.MET: "m",
    Outcome.PARTLY: "p",
    Outcome.NOT_MET: "n",
    Outcome.NOT_STATED: "s",
}
_OUTCOMES = {letter: outcome for outcome, letter in LETTERS.items()}


def gist_json(role: Role, match: Match) -> Json:
    """Return a match in short.

    Returns:
        ``outcomes``, a letter for each requirement in the role's order; ``attained``, in the same
        order; ``title``, the line for the posts' titles, in a list that is empty without one.
    """
    verdicts = [verdict for _, verdict in match.verdicts]
    return {
        "outcomes": "".join(LETTERS[each.outcome] for each in verdicts),
        "attained": [each.attained for each in verdicts],
        "title": plain(title_lines(role, match.contributions)),
    }


def outcomes_from(role: Role, gist: Json) -> dict[str, Outcome]:
    """Return the outcomes that `gist_json` wrote, by requirement."""
    pairs = zip(role.requirements, gist["outcomes"], strict=True)
    return {each.id: _OUTCOMES[letter] for each, letter in pairs}


def columns_from(role: Role, rows: Sequence[tuple[str, float, str, Json]]) -> Columns:
    """Return matches in short in columns.

    Args:
        role: The role that the matches answer.
        rows: Of each candidate what to call them, the match's score and band, and what
            `gist_json` wrote.
    """
    names = [each.id for each in role.requirements]
    letters = np.array([list(gist["outcomes"]) for *_, gist in rows], dtype="U1")
    letters = letters.reshape(len(rows), len(names))
    codes = np.zeros(letters.shape, dtype=np.int8)
    for letter, outcome in _OUTCOMES.items():
        codes[letters == letter] = CODES[outcome]
    closeness = np.array([gist["attained"] for *_, gist in rows], dtype=np.float64)
    closeness = np.nan_to_num(closeness.reshape(letters.shape))
    return Columns(
        names=tuple(name for name, *_ in rows),
        scores=np.array([score for _, score, *_ in rows], dtype=np.float64),
        bands=tuple(band for _, _, band, _ in rows),
        outcomes={name: codes[:, at] for at, name in enumerate(names)},
        attained={name: closeness[:, at] for at, name in enumerate(names)},
        title=np.array([_title(role, gist) for *_, gist in rows], dtype=np.float64),
    )


def _title(role: Role, gist: Json) -> float:
    return title_credit(role, [Contribution(**each) for each in gist["title"]])
