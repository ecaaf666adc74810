"""Lengths of time in a CV that are none of work: plans, ages, courses, warranties, waiting.

Must not know what a length is of, nor whose it is.
"""

from __future__ import annotations

import re

from data.patterns import regex
from matcher.facts.numbers.durations import Length
from matcher.facts.years.cells import of_stretch

_NOT_WORK = regex(
    r"['’]?[\s-]*(?:old\b|of\s+age\b|ago\b|later\b|plan\b|plans\b|strategic|strategy|contract"
    r"|degree|course|programme|program\b"
    r"|roadmap|warranty|lease|framework|forecast|budget|deal\b|agreement|apprenticeship|diploma"
    r"|early\b|from\s+now|in\s+a\s+row"
    r"|running(?=\s*(?:[.,;)]|$))|of\s+(?:study|studies|age|college|university|education|training"
    r"|school)"
    r"|at\s+(?:university|college|school)"
    r"|(?:career\s+)?break\b|off\b|out\b|away\b|gap\b|placement\b|vision\b|term\b|period\b"
    r"|cycle\b|visa\b|abroad\b|in\s+prison|anniversary)",
    re.IGNORECASE,
)
_NOT_BEFORE = regex(
    r"(?:\b(?:next|every|each|within|aged?|under|(?:less|fewer)\s+than|at\s+most|no|not|another|per|first|by|coming|take|takes"
    r"|took|just|last\s+updated|"
    r"(?:had|has|have|was|were)\s+been\s+\w+ing\s+for|(?:that|which)\s+\w+\s+for|valid\s+for"
    r"|save[sd]?|from"
    # A firm's age is nobody's experience.
    r"|(?:in\s+(?:business|existence|operation)|established|existed|open|trading)\s+for)"
    r"|(?<!\bfor\s)(?<!\bover\s)(?<!\bput\s)\bin(?!\s+the\b))\s+(?:the\s+|his\s+|her\s+|my\s+)?$",
    re.IGNORECASE,
)
# 'After six years' is when; 'after six years as a cook' is what was done till then.
_AFTER = regex(r"\bafter\s+(?:the\s+|his\s+|her\s+|my\s+)?$", re.IGNORECASE)
_AS_SOMETHING = regex(r"['’]?\s+(?:(?:working|employed|spent)\s+)?(?:as|in)\s", re.IGNORECASE)
# 'Time saved in payroll: six years'.
_NOT_SPENT = regex(
    r"\b(?:saved|saving|lost|cut|waited|waiting|appl(?:ied|ying)\s+for|(?:aim|goal|ambition|dream|wish)\s+(?:is|was)"
    r"|(?:role|post|job|position|vacancy|advert\w*)\s+(?:needs?|needed|requires?|required|asks?|asked|wants?|calls?))\b[^.;]*$"
    r"|^\W*(?:hobb\w+|interests?|pastimes?|leisure)\b[^.;]*$|\b(?:as\s+a\s+hobby|for\s+fun)\b[^.;]*$",
    re.IGNORECASE,
)
_FOR_FUN = regex(
    r"[^.;:,]{0,30}?\b(?:as\s+a\s+hobby|in\s+my\s+(?:spare|free)\s+time|for\s+fun)\b", re.IGNORECASE
)
# 'Fellow of a learned society for ten years'.
_BELONGED = regex(
    r"\b(?:affiliate|member|fellow|associate|friend|patron|subscriber)\s+(?:member\s+)?"
    r"(?:of|at|with)\s+[^.;:,]{0,40}\b(?:institut\w+|societ(?:y|ies)|association|union|club|guild|federation"
    r"|academy|forum|college)\b[^.;:,]*$",
    re.IGNORECASE,
)
_LONGEST_LIFE = 60


def is_no_work(text: str, length: Length, *, stint: bool) -> bool:
    """Return whether the words around a length say that it was no time at work.

    Args:
        text: The sentence.
        length: The length in it.
        stint: Whether it is that of a placement, a contract or the like.
    """
    return (
        length.years > _LONGEST_LIFE
        or (_NOT_WORK.match(text, length.end) is not None and not stint)
        or (
            _NOT_BEFORE.search(text, 0, length.start) is not None
            and of_stretch(text, length) is None
        )
        or (
            _AFTER.search(text, 0, length.start) is not None
            and _AS_SOMETHING.match(text, length.end) is None
        )
        or _NOT_SPENT.search(text, 0, length.start) is not None
        or _BELONGED.search(text, 0, length.start) is not None
        or _FOR_FUN.match(text, length.end) is not None
    )
