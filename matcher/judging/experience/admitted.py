"""Posts whose title does not say that their holder had been admitted, where the CV does.

'Admitted in 2015. Associate, a law firm': an associate is a solicitor there, and a shop's is none.
Must not know how long is asked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from data.knowledge.experience import after_admission
from data.patterns import regex
from matcher.judging.experience.fields import Field
from matcher.judging.experience.posts import Fit, Post
from matcher.types import Candidate

_ADMITTED = regex(
    r"\badmitted(?:\s+(?:as\s+an?\s+(?:solicitor|lawyer)|to\s+(?:the\s+roll|practi[sc]e)"
    r"|(?:in\s+)?(?:[A-Z][a-z]+\s+)?(?:19|20)\d\d)\b)(?!\s+to\b)|\bqualified\s+as\s+an?\s+solicitor\b",
    re.IGNORECASE,
)


def with_admission(
    field: Field, posts: Sequence[Post], fits: Sequence[Fit], candidate: Candidate
) -> list[Fit]:
    """Return the fits of posts, those of the field that only an admission shows among them."""
    patterns = [found for name in sorted(field.functions) if (found := after_admission(name))]
    if not patterns or not _ADMITTED.search(candidate.text):
        return list(fits)
    return [
        Fit.YES if fit is Fit.NO and any(one.match(post.title) for one in patterns) else fit
        for post, fit in zip(posts, fits, strict=True)
    ]
