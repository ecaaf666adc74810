"""Classes of degree and grades of courses: "2:1", "upper second", "distinction".

Must not know which award they belong to.
"""

from __future__ import annotations

import re

from data.patterns import regex

_GRADES = (
    (
        "first",
        regex(
            r"\bfirst[- ]class\b|\b1st\b(?!\s+(?:level|line))|\bfirst\b"
            r"(?=\s+(?:class|honou?rs|in\s+(?-i:[A-Z])|degree)|[,.;)]|\s+for\s+my|$)",
            re.IGNORECASE,
        ),
    ),
    (
        "2:1",
        regex(
            r"\b2\s?[:.;/]\s?1\b(?!\d)|\b2[:.]?\s?i\b"
            r"|\b(?:2|II)\s?[:.;/(-]\s?(?:1|i)\b|\bupper[- ](?:second|2nd)\b"
            r"|\b(?:class\s+(?:2|II)|second[- ]class(?:\s+honou?rs)?)\W{1,3}"
            r"(?:div(?:ision)?\.?\s*(?:1|I|one)|upper\s+div(?:ision)?)\b"
            r"|\btwo[- ]one\b",
            re.IGNORECASE,
        ),
    ),
    (
        "2:2",
        regex(
            r"\b2\s?[:.;/]\s?2\b(?!\d)|\b2[:.]?\s?ii\b"
            r"|\b(?:2|II)\s?[:.;/(-]\s?(?:2|ii)\b|\blower[- ](?:second|2nd)\b|\bdesmond\b"
            r"|\b(?:class\s+(?:2|II)|second[- ]class(?:\s+honou?rs)?)\W{1,3}"
            r"(?:div(?:ision)?\.?\s*(?:2|II|two)|lower\s+div(?:ision)?)\b"
            r"|\btwo[- ]two\b",
            re.IGNORECASE,
        ),
    ),
    (
        "third",
        regex(
            r"\bthird[- ]class\b|\b(?:third|3rd)\b"
            r"(?=\s+(?:class|honou?rs|in\s+(?-i:[A-Z])|degree)|[,.;)]|\s+for\s+my|$)",
            re.IGNORECASE,
        ),
    ),
    ("distinction", regex(r"\bdistinction\b", re.IGNORECASE)),
    ("merit", regex(r"\bmerit\b", re.IGNORECASE)),
    (
        "pass",
        regex(r"\b(?:pass degree|ordinary degree|unclassified|ordinary)\b", re.IGNORECASE),
    ),
)


def grade_in(text: str) -> str:
    """Return the class or grade that a text names, normalised, or ""."""
    hits = [(match.start(), name) for name, pattern in _GRADES if (match := pattern.search(text))]
    return min(hits)[1] if hits else ""


def grades_in(text: str) -> list[str]:
    """Return every class or grade that a text names, normalised."""
    return [name for name, pattern in _GRADES if pattern.search(text)]
