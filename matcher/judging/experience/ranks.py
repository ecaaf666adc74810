"""Whether a rank was held in a service that has it: a sergeant's, of police or of army.

Must not know posts beyond a title and an employer. The rank must be all of the title and the
service end the employer's name: a 'vehicle inspector' and a 'Police Garage' are neither.
"""

from __future__ import annotations

import re

from data.knowledge.title_tables import Function, functions
from data.knowledge.titles import excluded
from data.patterns import regex

# Behind these a title goes on to say where or what for: 'Sergeant (custody)', 'Corporal, drivers'.
_HEAD = regex(r"\s*(?:[,(/;:]|\s[-–]\s|\b(?:in|at|with|and|then)\b)", re.IGNORECASE)
# What stands before a rank and leaves it one.
_QUALIFIERS = regex(
    r"^(?:(?:acting|temporary|former|retired|police|detective|special|uniformed|custody|response|patrol"
    r"|traffic|neighbourhood|regimental|full[\s-]time|part[\s-]time)\s+)+",
    re.IGNORECASE,
)
# How an employer's name ends behind the service. A ship's name follows 'HMS'.
_ENDS = regex(
    r"(?:(?<=HMS)\s+[A-Z][\w'’]+)?(?:\s+(?:service|force|reserve|regiment|battalion))*\s*"
    r"(?:$|[,;:.()|–-]|\d|(?:of|in|at|and|from|since|until)\b)",
    re.IGNORECASE,
)


def in_a_service(names: frozenset[str], title: str, employer: str) -> bool:
    """Return whether a title is a rank of one of some functions, held in one of its services."""
    return any(
        _is_rank(functions()[name], title) and _is_service(functions()[name], employer)
        for name in sorted(names)
    )


def _is_rank(row: Function, title: str) -> bool:
    bare = _QUALIFIERS.sub("", _HEAD.split(title, maxsplit=1)[0].strip())
    return row.ranks is not None and row.ranks.fullmatch(bare) is not None


def _is_service(row: Function, employer: str) -> bool:
    if row.services is None or excluded(employer, row.name):
        return False
    return any(_ENDS.match(employer, mark.end()) for mark in row.services.finditer(employer))
