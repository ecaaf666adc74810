"""What one sentence joins or offers, of different kinds: 'a budget of £2m or a team of 40'.

Must not know how any kind is read. A reader that sees the whole of such a sentence may take the
other half for more about its own, or may not see its own half where it expects the beginning; so
each half that nothing was read of is read once more by itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from data.patterns import regex
from matcher.criteria import LocatedAt
from matcher.types import Asked, Sentence

_Ask = Callable[[Sentence], list[Asked]]

# 'Two or more', 'or equivalent' offer nothing else.
_OFFER = (
    r"(?:and\s*/\s*)?\bor\b(?!\s+(?:more|above|over|greater|higher|better|fewer|less|equivalent|similar"
    r"|comparable|related|other|another|near|around|so|close)\b)(?:\s+(?:else|alternatively)\b)?"
)
# "Disclosure and Barring Service" is one name.
_BEHIND = regex(
    rf"[)+\s,;]*(?:\b(?:and|plus|as\s+well\s+as)\s+(?=\S)(?!barring\b|/)|(?P<offer>{_OFFER})\s+)",
    re.IGNORECASE,
)
_BEFORE = regex(
    rf"[\s,;]*(?P<joint>\b(?:and|plus|as\s+well\s+as)|{_OFFER})\s+(?:(?:an?|the|have|has|be|is|also)\s+)*$",
    re.IGNORECASE,
)
_ANYWHERE = regex(r"[\s,]+(?:and|with|plus|as\s+well\s+as)\s+(?!/)", re.IGNORECASE)
# What parts two offers besides 'or': the words that lead from one into the other.
_LEADS_ON = (
    r"(?:(?:an?|the|have|has|having|hold|holds|held|holding|be|is|been|own|owned|owning|run|ran|managed?|managing"
    r"|led|leading|with|of|at\s+least|experience|evidence|responsib\w+|account\w+|proven|for)\s+){0,4}"
)
_OFFERED = regex(
    rf"[+)]*(?:\s+(?!and\b|or\b|plus\b|with\b)[\w'’&-]+[+)]*){{0,4}}\s*[,;]?\s*{_OFFER}[\s,:]+{_LEADS_ON}\(?\s*",
    re.IGNORECASE,
)


def with_halves(part: Sentence, ask: _Ask) -> list[Asked]:
    """Read a part, and once more by itself whatever is joined to what was read of it."""
    read = ask(part)
    if not read:
        return _parted(part, ask)
    first = min(each.start for each in read) - part.start
    last = max(each.end for each in read) - part.start
    before = _before(part, read, first, ask)
    joint = _BEHIND.match(part.text, last)
    behind = ask(_piece(part, joint.end(), len(part.text))) if joint else []
    if joint and joint["offer"]:
        # 'A car or a willingness to travel' is one demand, put twice.
        behind = [each for each in behind if not isinstance(each.criterion, LocatedAt)]
    return [*before, *read, *behind]


def offered(text: str, one: Asked, two: Asked) -> bool:
    """Whether two readings of different kinds are alternatives: only 'or' stands between them."""
    if one.criterion.kind == two.criterion.kind:
        return False
    return _OFFERED.fullmatch(text, one.end, two.start) is not None


def _before(part: Sentence, read: Sequence[Asked], first: int, ask: _Ask) -> list[Asked]:
    """Read what stands before the first reading, where a joint parts the two."""
    joint = _BEFORE.search(part.text, 0, first)
    if joint is None:
        return []
    kinds = {each.criterion.kind for each in read}
    found = ask(_piece(part, 0, joint.start()))
    return [each for each in found if each.criterion.kind not in kinds]


def _parted(part: Sentence, ask: _Ask) -> list[Asked]:
    """Read where to live in the halves of a part of which as a whole nothing was read.

    Only a place asks the same whatever stands before it: 'lead and manage a team' is an ability.
    """
    for joint in _ANYWHERE.finditer(part.text):
        halves = [(0, joint.start()), (joint.end(), len(part.text))]
        found = [each for half in halves for each in ask(_piece(part, *half))]
        if any(isinstance(each.criterion, LocatedAt) for each in found):
            return found
    return []


def _piece(part: Sentence, start: int, end: int) -> Sentence:
    return replace(part, text=part.text[start:end], start=part.start + start, end=part.start + end)
