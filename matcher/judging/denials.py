"""Words of a CV that deny experience of a field: never worked in it, nobody led, a lower level.

Must not know how long is asked, nor look at lengths that the CV does show.
"""

from __future__ import annotations

import re

from matcher.facts.led_nobody import is_denied
from matcher.judging.fields import Field, says
from matcher.judging.post_quotes import cut, heading
from matcher.judging.posts import is_below
from matcher.types import Candidate, Evidence, Sentence
from matcher.values import People

_NEVER = re.compile(
    r"\b(?:(?:never|n['’]t|not)\s+(?:yet\s+|ever\s+|before\s+)?(?:worked|done|been|used|held|practised)"
    r"|(?:no|without\s+any)\s+(?:experience|background|work|time)\s+(?:of|in|with|as))\b"
    r"(?P<of>[^.;,:]{2,60})",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"\b(?:my\s+first|first\s+(?:\w+\s+){0,2}(?:job|post|role|position|appointment)"
    r"|only\s+(?:\w+\s+){0,2}(?:job|employment|post|role|experience)"
    r"|(?:newly|recently)[\s-]+(?:qualified|registered|appointed))\b",
    re.IGNORECASE,
)


def denied(field: Field, candidate: Candidate) -> Evidence | None:
    """Return words that deny it: a first post only begun, no reports, a lower level, or None."""
    leads = field.leading or field.level in {"line_management", "management"}
    for sentence in candidate.sentences:
        if _FIRST.search(sentence.text) and (
            says(field, sentence.text) or (field.level and not field.functions)
        ):
            return cut(candidate, sentence.start, sentence.end)
        if (leads and is_denied(sentence.text)) or _denies(field, sentence):
            return cut(candidate, sentence.start, sentence.end)
    if field.min_people is not None:
        for fact in candidate.facts:
            if isinstance(fact.value, People) and fact.value.owned and fact.value.count:
                return cut(candidate, fact.start, fact.end)
    below = [n for n, post in enumerate(candidate.positions) if is_below(field, post.title or "")]
    return heading(candidate, below[0]) if below else None


def _denies(field: Field, sentence: Sentence) -> bool:
    """Whether a sentence says that the field was never worked in."""
    if field.level or field.leading or field.qualifiers or field.setting:
        return False
    return any(says(field, found["of"]) for found in _NEVER.finditer(sentence.text))
