"""Candidates that are held together, and what was worked out about all of them last.

Must not know what a question means. Whoever asks a pool the same thing again is answered at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar, overload

from matcher.members import Member
from matcher.ranking import places_of

# Answers held: some bytes a candidate each. A role takes four.
_HELD = 64

Answer = TypeVar("Answer")


class Pool(Sequence[Member]):
    """Members in the order given, and answers about them.

    Attributes:
        names: Their ids, in that order.
        places: Where each stands when they are put in the order of their ids.
    """

    def __init__(self, members: Sequence[Member]) -> None:
        self._members = tuple(members)
        self._held: dict[str, Any] = {}
        self.names = tuple(each.candidate.id for each in self._members)
        self.places = places_of(self.names)

    def __len__(self) -> int:
        return len(self._members)

    @overload
    def __getitem__(self, at: int) -> Member: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Member]: ...
    def __getitem__(self, at: int | slice) -> Member | Sequence[Member]:
        return self._members[at]

    def answer(self, question: str, make: Callable[[], Answer]) -> Answer:
        """Return what ``make`` returned when this was asked before; make it where it was not.

        Args:
            question: All that the answer depends on besides the members.
            make: Works the answer out.
        """
        if question in self._held:
            found: Answer = self._held.pop(question)
        else:
            found = make()
        # What was asked last is kept longest.
        self._held[question] = found
        while len(self._held) > _HELD:
            del self._held[next(iter(self._held))]
        return found


def pool_of(members: Sequence[Member]) -> Pool:
    """Return members as a pool: themselves, where they are one."""
    return members if isinstance(members, Pool) else Pool(members)
