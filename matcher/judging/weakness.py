"""Skills that no table knows, where the CV owns to be bad at them, to dislike or to avoid them.

Must not know how such words are read. What is asked is the skill without the words that praise it:
'a confident presenter' asks for presenting. What is spoken of must be that skill and not a thing of
it: 'I hate missing deadlines' and 'I avoid budgeting errors' own to nothing.
"""

from __future__ import annotations

import re

from data.knowledge.shortcomings import shortcomings
from matcher.facts.shortcomings import MOST_BEHIND, Shortcoming, shortcomings_in
from matcher.judging.post_quotes import cut
from matcher.judging.stems import kin
from matcher.types import Candidate, Outcome, Verdict

_PRAISE = re.compile(
    r"\b(?:a|an|and|the|able|ability|at|in|of|to|on|for|with|very|highly|confident|confidence|comfortable|strong|good|great|excellent"
    r"|enjoys?|enjoying|love|loves|like|likes|liking|happy|keen|skills?|skilled|proficient|proficiency|effective|capable|competent"
    r"|experienced?|natural|proven|demonstrable|demonstrated|must|be|have|you|working|work|essential|desirable|required|doing"
    r"|making|using|when|talented|fluent|polished|willing|willingness|outstanding|solid|clear)\b",
    re.IGNORECASE,
)
_MOST_WORDS = 4
# Behind the skill these end its name; any other word would be the thing that is spoken of.
_ENDS_IT = frozenset(
    ("and", "at", "because", "if", "in", "on", "or", "so", "to", "unless", "when", "where", "with")
)


def owned(asked: str, candidate: Candidate) -> Verdict | None:
    """Return 'not met' where the CV owns to fall short in a skill that is asked, else None."""
    wanted = re.findall(r"[a-z][a-z'’-]{2,}", _PRAISE.sub(" ", asked.lower()))
    if not 1 <= len(wanted) <= _MOST_WORDS:
        return None
    for sentence in candidate.sentences:
        for each in shortcomings_in(sentence.text):
            if _is_of(wanted, sentence.text, each):
                quote = cut(candidate, sentence.start, sentence.end)
                reason = "What the CV says of it speaks against what is asked."
                return Verdict(Outcome.NOT_MET, reason, (quote,), None, 0.0)
    return None


def _is_of(wanted: list[str], text: str, each: Shortcoming) -> bool:
    """Whether what is spoken of begins with the skill, of which no word is left out."""
    told = re.match(r"[^,:()—]*", text[each.start : each.end].strip())
    words = re.findall(r"[a-z'’-]+", told.group().lower()) if told else []
    missing, rest = set(wanted), words
    while rest:
        named = {one for one in wanted if kin(one, rest[0])}
        if not named and (rest[0] not in shortcomings().between or not missing):
            break
        missing, rest = missing - named, rest[1:]
    if missing:
        return False
    return len(rest) <= MOST_BEHIND if each.behind else not rest or rest[0] in _ENDS_IT
