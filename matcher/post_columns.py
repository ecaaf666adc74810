"""The posts of many candidates in columns, so that their titles are compared all at once.

Must not know any role.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from matcher.members import Member
from matcher.scoring import last_year


@dataclass(frozen=True, slots=True, eq=False)
class Posts:
    """Posts, one candidate's after another's; many share a title, which is held once.

    Attributes:
        candidates: How many candidates there are.
        owners: The number of each post's candidate; shape (n,).
        titles: The distinct titles, "" for none.
        vectors: Theirs; shape (len(titles), dimensions).
        title_of: The number of each post's title; shape (n,).
        ended: The year each post ended; shape (n,).
    """

    candidates: int
    owners: NDArray[np.intp]
    titles: tuple[str, ...]
    vectors: NDArray[np.int16]
    title_of: NDArray[np.intp]
    ended: NDArray[np.float64]


def posts_in(members: Sequence[Member], as_of: date) -> Posts:
    """Return the posts of some candidates, in order, on the day that 'present' means."""
    numbers: dict[str, int] = {}
    vectors: list[NDArray[np.int16]] = []
    owners, title_of, ended = [], [], []
    for row, one in enumerate(members):
        for post, vector in zip(one.candidate.positions, one.vectors.titles, strict=True):
            title = post.title or ""
            if title not in numbers:
                numbers[title] = len(numbers)
                vectors.append(vector)
            owners.append(row)
            title_of.append(numbers[title])
            ended.append(last_year(post, as_of))
    return Posts(
        len(members),
        np.array(owners, np.intp),
        tuple(numbers),
        np.stack(vectors) if vectors else np.zeros((0, 1), np.int16),
        np.array(title_of, np.intp),
        np.array(ended, np.float64),
    )
