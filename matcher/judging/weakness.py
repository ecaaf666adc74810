"""Skills that no table knows, where the CV owns to be bad at them, to dislike or to avoid them.

Must not know how such words are read. What is asked is the skill without the words that praise it:
'a confident presenter' asks for presenting. All of its words must stand in what is spoken of.
"""

from __future__ import annotations

import re

from matcher.facts.shortcomings import shortcomings_in
from matcher.judging.post_quotes import cut
from matcher.judging.stems import has_all
from matcher.types import Candidate, Outcome, Verdict

_PRAISE = re.compile(
    r"\b(?:a|an|and|the|able|ability|at|in|of|to|on|for|with|very|highly|confident|confidence|comfortable|strong|good|great|excellent"
    r"|enjoys?|enjoying|love|loves|like|likes|liking|happy|keen|skills?|skilled|proficient|proficiency|effective|capable|competent"
    r"|experienced?|natural|proven|demonstrable|demonstrated|must|be|have|you|working|work|essential|desirable|required|doing"
    r"|making|using|when|talented|fluent|polished|willing|willingness|outstanding|solid|clear)\b",
    re.IGNORECASE,
)
_MOST_WORDS = 4


def owned(asked: str, candidate: Candidate) -> Verdict | None:
    """Return 'not met' where the CV owns to fall short in a skill that is asked, else None."""
    wanted = re.findall(r"[a-z][a-z'’-]{2,}", _PRAISE.sub(" ", asked.lower()))
    if not 1 <= len(wanted) <= _MOST_WORDS:
        return None
    for sentence in candidate.sentences:
        for each in shortcomings_in(sentence.text):
            if has_all(wanted, sentence.text[each.start : each.end]):
                quote = cut(candidate, sentence.start, sentence.end)
                reason = "What the CV says of it speaks against what is asked."
                return Verdict(Outcome.NOT_MET, reason, (quote,), None, 0.0)
    return None
