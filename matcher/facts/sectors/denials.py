"""Words of a CV that deny work in a sector: 'nothing in the NHS so far', 'no charity work'.

Must not know which words name a sector; it is told where they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from data.patterns import regex
from matcher.facts.layout.phrases import Hit, Phrases
from matcher.facts.states.whose import somebody_elses

# How far before a sector its denial may stand.
_REACH = 160
_MAY_DENY = regex(
    r"\b(?:no|not|never|without|none|nor|zero|nothing|nowhere|new|nil|yet)\b|n['’]t\b",
    re.IGNORECASE,
)
_DENIED = regex(
    r"\b(?:no|never|not|without|none|nor|(?P<bare>nothing|nowhere|zero)|have not|yet to"
    r"|(?:have|has|had|do|did)n['’]t)\b(?:\s+(?:direct|any|an|one|single|paid|formal|previous"
    r"|prior|yet|ever|been|have|had|got|worked|working|work|time|spent|day|in|at|within|for|the|a"
    r"|experience|of|exposure|to|background|or|job|post|role|held|employed|by|posts|roles))*\s*$",
    re.IGNORECASE,
)
_DENIED_BEHIND = regex(
    r"\s*(?:sector |industry )?(?:experience)?\s*(?:[:(–-]\s*(?:none|nil|no\b)"
    r"|(?:would\s+be|is|are|was)\s+(?:entirely\s+|all\s+|quite\s+)?new\s+(?:to\s+me|ground|territory))",
    re.IGNORECASE,
)
# 'Hired graduates with no aviation experience', 'the team had no ...'.
_OTHERS = regex(
    r"[^.;]{0,120}?\b(?:recruit|hir|train|coach|induct|teach|taught)\w*\s+(?:\w+\s+){0,2}?(?:\w+s|staff|people)\s+(?:with\w*|who)\b"
    r"|\W*(?:My|The|Our|New)\s+(?:\w+\s+)?(?:team|firm|company|employer|brother|sister|colleagues|staff|site|shop|board)\b",
    re.IGNORECASE,
)
# 'Nothing in retail so far': without such a word nothing is like it, or has prepared one for it.
_BARE = regex(
    r"\s*(?:sector\s+|industry\s+)?(?:(?:experience|background|exposure)\b|so\s+far\b|yet\b|at\s+all\b|to\s+date\b"
    r"|[.;]|$)",
    re.IGNORECASE,
)
# 'No charity work': what the table keeps apart as no work in a sector is denied with the sector.
_WORK_DENIED = regex(
    r"\s*(?:sector\s+|industry\s+)?(?:experience|background|(?:work|jobs?|posts?|roles?|employment)"
    r"(?=\s*(?:[.;]|$|so\s+far\b|yet\b|at\s+all\b|at\s+any\s+time\b|of\s+any\b|,?\s*(?:paid\s+or|before\s+or)\b)))",
    re.IGNORECASE,
)
# 'No banking work since 2015': of a time only, which says nothing of the rest; nor does what nobody
# asks for, or nothing without a but.
_FOR_A_TIME = regex(
    r"[^.;:]{0,25}?\b(?<!before or )(?<!before and )(?:since|until|till|recently|lately|currently"
    r"|now|at\s+(?:present|the\s+moment|the\s+time)|any\s?(?:more|longer)|for\s+(?:the\s+)?(?:last|past)"
    r"|for\s+(?:[\w-]+\s+){1,2}(?:years?|months?)|before\s+(?:\w+\s+)?\d{4}|before\s+I|(?:this|last|that)\s+\w+|in\s+\d{4}"
    r"|without\s+\w+ing|needed|necessary|required)\b",
    re.IGNORECASE,
)
# 'No retail jobs were lost': something is told of the work, which there was.
_TELLS_OF_IT = regex(r"\s*(?:\w+\s+){0,2}?(?:was|were|is|are|has|had|went)\b", re.IGNORECASE)


def is_denied(text: str, hit: Hit) -> bool:
    """Return whether words deny a sector, of all time or of a part of it."""
    return bool(_denied_before(text, hit) or _DENIED_BEHIND.match(text, hit.end))


def _denied_before(text: str, hit: Hit) -> bool:
    found = _DENIED.search(text, max(0, hit.start - _REACH), hit.start)
    return found is not None and (not found["bare"] or bool(_BARE.match(text, hit.end)))


def _is_own(text: str, hit: Hit) -> bool:
    """Whether the person lacks the sector: not a colleague, and not who was hired without it."""
    return not (
        somebody_elses(text, max(0, hit.start - _REACH), hit.start)
        or _OTHERS.match(text, 0, hit.start)
    )


def hits_denied(text: str, hits: Sequence[Hit], names: Phrases) -> Iterator[Hit]:
    """Yield the sectors that a sentence denies all work in.

    Args:
        text: The sentence.
        hits: What names or shows a sector in it.
        names: Every name of a sector; one that shows none by itself ('charity work') may deny it.
    """
    if not _MAY_DENY.search(text):
        return
    every = list(hits)
    every += [
        hit
        for hit in names.find(text)
        if _WORK_DENIED.match(text, hit.end)
        and all(hit.end <= one.start or one.end <= hit.start for one in hits)
    ]
    yield from (
        hit
        for hit in every
        if is_denied(text, hit)
        and not _FOR_A_TIME.match(text, hit.end)
        and (_DENIED_BEHIND.match(text, hit.end) or not _TELLS_OF_IT.match(text, hit.end))
        and _is_own(text, hit)
    )
