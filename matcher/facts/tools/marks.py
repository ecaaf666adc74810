"""Marks that people give themselves: 'Excel 4/5', 'Word: 8 out of 10', stars, a scale told above.

Must not know which products there are. Where a scale runs the other way, and 1 is the best, the
marks say nothing here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from data.knowledge.hints import any_part
from data.patterns import regex
from matcher.types import Sentence

_FULL, _EMPTY = "★●■⬤◉▮", "☆○□◯▯"
# Marks in figures close what is said: 'Salesforce 4/4 quarters' counts quarters.
_MARKS = regex(
    r"(?:\s?[:=(–—-])?\s?(?:(?P<got>\d{1,2})\s?(?:/|out\sof)\s?(?P<most>[4-6]|10)(?![\d/])"
    r"(?=(?:\s(?:stars?|marks)\b)?\s*(?:[,;|)·•]|\.(?:\s|$)|\n|$))"
    rf"|(?=\s?[{_FULL}{_EMPTY}])(?P<full>[{_FULL}]{{0,10}})\s?(?P<empty>[{_EMPTY}]{{0,10}}))"
)
# The least share of all marks for each level.
_SHARES = (("expert", 0.95), ("advanced", 0.8), ("proficient", 0.65), ("intermediate", 0.5))
_MOST = r"(?P<{0}>5|10|five|ten)"
# 'Self-rated out of 5', 'marked from 1 to 10', '1 = novice, 5 = expert'.
_SCALE = regex(
    rf"(?:\bout\s+of|\bmax(?:imum)?|/)\s?{_MOST.format('of')}\b(?!\s+(?:systems|packages|tools|programs|applications|skills)\b)"
    rf"|\b(?:scale|from|rated|marked|scored?|graded|assessed|ratings?|levels?)\b[^.\n]{{0,25}}?\b1\b[^.\n\d]{{0,20}}{_MOST.format('to')}\b"
    rf"|\b1\s?(?:=|is|:|low\w*)[^.\n\d]{{0,25}}[,;–—-]\s?{_MOST.format('top')}\s?(?:=|is|:|high\w*)",
    re.IGNORECASE,
)
_OF_SKILLS = regex(
    r"\b(?:skills?|software|IT|ICT|computer|tools|systems|packages|applications|programs"
    r"|proficiency|self|rated|ability)\b",
    re.IGNORECASE,
)
# What such a line is made of: another word tells whose marks they are, or of what.
_SCALE_WORDS = frozenset(
    {
        *("skill", "skills", "software", "it", "ict", "computer", "tools", "systems", "packages"),
        *("applications", "programs", "proficiency", "ability", "technical", "key", "office"),
        *("self", "rated", "rating", "ratings", "marked", "marks", "scored", "score", "scores"),
        *("graded", "assessed", "level", "levels", "scale", "out", "of", "from", "to", "on", "a"),
        *("max", "maximum", "my", "own", "by", "me", "with", "and", "is", "being", "the", "in"),
        *("novice", "beginner", "basic", "low", "lowest", "weak", "expert", "advanced", "high"),
        *("highest", "best", "top", "strong", "five", "ten", "where", "myself", "assessment"),
    }
)
_ONE_IS_BEST = regex(
    r"\b1\s?(?:=|is|:|being)?\s?\(?(?:the\s)?(?:best|high|highest|expert|top|advanced|strong)\b"
    r"|\b(?:5|10)\s?(?:=|is|:|being)\s?(?:the\s)?(?:novice|beginner|basic|low|lowest|weak)\b",
    re.IGNORECASE,
)
_SCALE_PARTS = ("out of", "/5", "/10", "/ 5", "/ 10", " 5", " 10", "max", "-5", "-10", "–5", "–10")
_ON_SCALE = regex(r"\s?[:=(–—-]?\s?(?P<got>\d{1,2})(?![\d/.]\d|\d)(?=\)?\s*(?:$|[,;.|)–—-]|\s\s))")
_WORDS = {"five": 5, "ten": 10}
# A scale holds for the lines below that bear marks.
_MARKED = regex(r"\d")


def marked_level(text: str, start: int, end: int, most: int) -> str:
    """Return the level that marks behind a name stand for ('4/5', stars), "" without any.

    The first mark may have been read as the version of the product.

    Args:
        text: The sentence.
        start: Offset of the name.
        end: Offset behind the name.
        most: The best mark of a scale that was told above, 0 without one.
    """
    name = text[start:end].rstrip("0123456789/")
    at = start + len(name.rstrip())
    share = share_at(text, at)
    alone = _ON_SCALE.match(text, at) if share is None and most else None
    if alone is not None:
        share = int(alone["got"]) / most
    if share is None or share > 1:
        return ""
    return next((level for level, least in _SHARES if share >= least), "basic")


def share_at(text: str, at: int) -> float | None:
    """Return the share of all marks that stand at ``at``, None where none do."""
    marks = _MARKS.match(text, at)
    if marks is None:
        return None
    if marks["got"]:
        share = int(marks["got"]) / int(marks["most"])
        return share if share <= 1 else None
    return len(marks["full"]) / (len(marks["full"]) + len(marks["empty"]))


def scales(sentences: Sequence[Sentence]) -> Iterator[int]:
    """Yield for each sentence the best mark of the scale that it or one above it tells, or 0."""
    most = 0
    for sentence in sentences:
        told = _scale_in(sentence.text)
        if told or not _MARKED.search(sentence.text):
            most = told
        yield most


def _scale_in(text: str) -> int:
    if not any_part(_SCALE_PARTS, text):
        return 0
    if not _SCALE_WORDS.issuperset(re.findall(r"[^\W\d_]+", text.lower())):
        return 0
    scale = _SCALE.search(text)
    if scale is None or not _OF_SKILLS.search(text) or _ONE_IS_BEST.search(text):
        return 0
    # '4/5' behind a name is its mark, and no scale of what stands below.
    if scale["of"] and text[: scale.start()].rstrip()[-1:].isdigit():
        return 0
    best = (scale["of"] or scale["to"] or scale["top"]).lower()
    return _WORDS.get(best) or int(best)
