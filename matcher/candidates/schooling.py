"""Where somebody was taught: the names of schools and universities, by the sentence they stand in.

Must not know what is done with them. An employer may be a school, too: a name counts only where
the person was taught, and the subject and the level are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from data.patterns import regex
from matcher.types import Outline

_WORD = r"[A-ZÀ-Þ][\w'’&.-]*"
_KIND = (
    r"(?:School|College|Academy|University|Polytechnic|Institute|Universit[àé]|Universität"
    r"|Universidad)"
)
_PLACE = rf"(?:[ \t]+(?:of|for|de|du|di|der)[ \t]+(?:the[ \t]+)?{_WORD}(?:[ \t]+{_WORD}){{0,3}})"
_NAME = regex(
    rf"(?:\b[Tt]he[ \t]+)?\b(?:{_WORD}[ \t]+){{0,5}}{_KIND}\b(?:{_PLACE}|[ \t]+London\b)?"
)
_TAUGHT = regex(
    r"\b(?:attended|educated|graduat\w*|schooled|studi(?:ed|es)|study|went\s+to|degree|diploma"
    r"|A[ -]levels?|GCSEs?|B\.?Sc|B\.?A|M\.?Sc|M\.?A|MBA|Ph\.?D|B\.?Eng|M\.?Eng|LL\.?B)\b"
)
# These say it of the person even in a CV of plain prose, where the last post has no end.
_WENT = regex(
    r"\bI\s+(?:was\s+)?(?:went\s+to|attended|(?:educated|schooled|studied|trained)\s+at"
    r"|graduated\s+from|left)\b|\b(?:awarded|hold|have|got)\s+(?:a|an|my)\s+(?:B|M|degree|first)"
)
_SECTION = "education"


def schools(outline: Outline) -> Iterator[tuple[int, int]]:
    """Yield where a CV names the schools and universities that taught its person."""
    for sentence in outline.sentences:
        taught = (
            sentence.section == _SECTION
            or _WENT.search(sentence.text)
            or (sentence.position is None and _TAUGHT.search(sentence.text))
        )
        if taught:
            for name in _NAME.finditer(outline.text, sentence.start, sentence.end):
                yield name.span()
