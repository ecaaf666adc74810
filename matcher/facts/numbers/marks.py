"""Marks that a CV gives behind a name: 'Excel 4/5', 'Word: 8 out of 10', 'Sage ★★★☆☆'.

Must not know what is named, nor which level a share of the marks stands for.
"""

from __future__ import annotations

from data.patterns import regex

_FULL, _EMPTY = "★●■⬤◉▮", "☆○□◯▯"
# Marks in figures close what is said: 'Salesforce 4/4 quarters' counts quarters.
_MARKS = regex(
    r"(?:\s?[:=(–—-])?\s?(?:(?P<got>\d{1,2})\s?(?:/|out\sof)\s?(?P<most>[4-6]|10)(?![\d/])"
    r"(?=(?:\s(?:stars?|marks)\b)?\s*(?:[,;|)·•]|\.(?:\s|$)|\n|$))"
    rf"|(?=\s?[{_FULL}{_EMPTY}])(?P<full>[{_FULL}]{{0,10}})\s?(?P<empty>[{_EMPTY}]{{0,10}}))"
)


def share_at(text: str, at: int) -> float | None:
    """Return the share of all marks that stand at ``at``, None where none do."""
    marks = _MARKS.match(text, at)
    if marks is None:
        return None
    if marks["got"]:
        share = int(marks["got"]) / int(marks["most"])
        return share if share <= 1 else None
    return len(marks["full"]) / (len(marks["full"]) + len(marks["empty"]))
