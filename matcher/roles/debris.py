"""Where a role's text holds the leavings of software instead of words.

Must not know what a role asks. Offsets stay those of the document: debris is stepped over, never
cut out.
"""

from __future__ import annotations

import re

from data.patterns import regex

# Style declarations that a word processor leaves behind, with or without their hyphens:
# 'mso-fareast-language: EN-US; font-family: Calibri; ...', often closed by the end of a lost tag.
_STYLE = r"(?:mso|font|margin|tab|line|text|page|panose|mce|lang|style)[\s-]?[a-z][\w\s-]{0,40}:"
_DECLARATIONS = regex(
    rf"(?:(?:mso\b[^;>:]{{0,40}}:|{_STYLE})[^;>]{{0,60}}(?:;\s*|['\"]?>\s*))+", re.I
)
_TAG = regex(r"</?[a-z][^<>]{0,200}>|<!--.{0,400}?-->", re.IGNORECASE | re.DOTALL)
_FORM = regex(r"Email Submission Email Address;|Apply (?:online )?only\)|\(Apply online only\)")
_TRIGGER = regex(r"mso|<|Email Submission|font-|Apply online", re.IGNORECASE)


def debris(text: str) -> list[tuple[int, int]]:
    """Return spans that are no words of the role, in order, not overlapping."""
    if not _TRIGGER.search(text):
        return []
    found = sorted(
        match.span() for pattern in (_DECLARATIONS, _TAG, _FORM) for match in pattern.finditer(text)
    )
    merged: list[tuple[int, int]] = []
    for start, end in found:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def clear_spans(start: int, end: int, unwanted: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return what is left of ``[start, end)`` between the unwanted spans."""
    left = []
    at = start
    for first, last in unwanted:
        if last <= at or first >= end:
            continue
        if first > at:
            left.append((at, first))
        at = last
    if at < end:
        left.append((at, end))
    return left
