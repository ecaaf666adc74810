"""Denials of all certificates, and of all of a subject: 'no formal qualification in coaching'.

Must not know which certificates there are. What a denial leaves out is not denied by it: who has
no qualification in project management says nothing of one in management at large.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from data.knowledge.hints import any_part
from data.patterns import regex
from matcher.facts.layout.quoting import fact_at
from matcher.types import Fact, Sentence, Status
from matcher.values import ANY_CERTIFICATE, NONE_IN_SUBJECT, Certification

_PARTS = ("qualifi", "certif", "diploma")
# 'I hold no certificates of any kind': nothing is left out, so that every one asked is denied.
_NONE_AT_ALL = regex(
    r"\b(?:no|without(?:\s+any)?|(?:not|n['’]t)\s+(?:yet\s+)?(?:have|hold|held|got|gained|possess)\s+any"
    r"|never\s+(?:taken|passed|gained|earned|held|sat)\s+any)\s+"
    r"(?:(?:formal|professional|industry|official|recognised|paper)\s+){0,2}"
    r"(?:(?:certificates|certifications|professional\s+qualifications|professional\s+exams)|qualifications(?=\s+(?:of\s+any|at\s+all|whatsoever)))\b"
    r"(?:\s+(?:of\s+any\s+(?:kind|sort|description)|at\s+all|whatsoever|yet|as\s+yet|so\s+far))?"
    r"(?=\s*(?:[.,;:)]|$|\b(?:and|but|or)\b))",
    re.IGNORECASE,
)
_HOW = (
    r"(?:(?:formal|formally|recognised|recognized|professional|professionally|official|paper|actual|specific|relevant"
    r"|accredited|nationally|current|proper)\s+){0,2}"
)
_AWARD = r"(?:qualifications?|certificat(?:e|es|ion)|diplomas?|accreditation)"
_ENDS = (
    r"(?=\s*(?:$|[.,;:()–—]|\b(?:but|and|though|although|yet|so|while|whereas)\b"
    r"|\b(?:as|only|just|because)\b))"
)
_SUBJECT = r"(?:[A-Za-z][\w&'’-]*\s+(?:(?:and|&)\s+)?){1,4}?"
_NONE_IN = regex(
    r"\b(?:no|without(?:\s+(?:an?|any))?|lack(?:ing)?\s+(?:an?|any)"
    r"|(?:not|n['’]t|never)\s+(?:yet\s+)?(?:have|had|hold|held|got|gain(?:ed)?|possess|take|taken|took|pass(?:ed)?|sat|done|studied\s+for"
    r"|completed?|earn(?:ed)?)\s+(?:an?|any))\s+"
    rf"{_HOW}(?:(?P<kind>{_SUBJECT}))??{_AWARD}"
    r"(?:\s+(?:in|for|as)\s+(?:an?\s+|the\s+)?(?P<of>[A-Za-z][\w&'’ -]{1,50}?))?" + _ENDS,
    re.IGNORECASE,
)
# 'I am not qualified in coaching', 'unqualified in it'.
_NOT_QUALIFIED = regex(
    rf"\b(?:(?:not|n['’]t|never)\s+(?:been\s+)?{_HOW}(?:qualified|certified|certificated|accredited)|unqualified)\s+in\s+"
    r"(?P<of>[A-Za-z][\w&'’ -]{1,50}?)" + _ENDS,
    re.IGNORECASE,
)
# Only one's own: 'recruits with no qualification in it' are others.
_ONES_OWN = regex(
    r"(?:^|[.;]\s*|[:,(–—-]\s*|\b(?:i|but|though|although|so)\s+)"
    r"(?:(?:i|but|though|although|and|have|hold|got|still|am|do|did|currently|at|present|there|is|work|worked|working)\s+){0,4}"
    r"$",
    re.IGNORECASE,
)
# Others named before it may have none: 'new starters (no certificate in it)'.
_OTHERS = regex(
    r"\b(?:who|whom|whose|he|she|they|them|their|his|her|my\s+\w+|(?!(?:years|months|sites|skills|sales|is|was|has|as|this)\b)[a-z]+(?<![su])s)"
    r"\b|\bat\s+(?:the|that)\s+time\b",
    re.IGNORECASE,
)
# There is more to it: 'no higher one', 'none until 2019', 'none was asked'.
_PARTLY = regex(
    r"\b(?:until|till|before|beyond|besides|other|further|higher|more|recent|new|additional|else|required|needed|when|then|at\s+first|held\s+by|to\s+offer)\b",
    re.I,
)


def denials_in(block: Sentence) -> list[Fact]:
    """Return a denial for each of all certificates, or those of a subject, that a text denies."""
    text = block.text
    if not any_part(_PARTS, text):
        return []
    found = [
        fact_at(block, Certification(NONE_IN_SUBJECT + subject), start, end, status=Status.DENIED)
        for subject, start, end in _subjects(text)
    ]
    if none := _NONE_AT_ALL.search(text):
        found.append(
            fact_at(block, Certification(ANY_CERTIFICATE), *none.span(), status=Status.DENIED)
        )
    return found


def _subjects(text: str) -> Iterator[tuple[str, int, int]]:
    for pattern in (_NONE_IN, _NOT_QUALIFIED):
        for match in pattern.finditer(text):
            told = match.groupdict()
            subject = " ".join(f"{told.get('kind') or ''} {told['of'] or ''}".split())
            sentence_end = re.compile(r"[.;]|$").search(text, match.end())
            behind = text[match.end() : sentence_end.start() if sentence_end else len(text)]
            own = _ONES_OWN.search(text, 0, match.start())
            stop = max(text.rfind(".", 0, match.start()), text.rfind(";", 0, match.start()), 0)
            others = _OTHERS.search(text, stop, match.start())
            if subject and own and not others and not _PARTLY.search(f"{match.group()}{behind}"):
                yield subject, match.start(), match.end()
