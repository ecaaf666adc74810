"""Kinds of tools that a role names with examples: 'a care records system (e.g. Nourish or Birdie)'.

Must not know the table of products: whatever kind of software it is, what stands behind 'such as'
or in the brackets are names of it, and any other of the kind will do.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from data.patterns import regex

# Initials of kinds of software, but for CRM and ERP.
INITIALS = (
    "PMS|MIS|CMMS|LIMS|EPOS|POS|LMS|ATS|CAFM|CMS|EHR|EPR|EMR|WMS|TMS|HRIS|GIS|CAD"
    "|BIM|DMS|VLE|RMS|HMS"
)
# What the name of a kind of software ends in, in full or as the initials of its trade.
_HEAD = (
    r"(?:systems?|software|packages?|platforms?|tools?|toolsets?|databases?|suites?|applications?|apps?"
    r"|programming|controls?|telephony|ticketing|diall?ers?|CRMs?|ERPs?"
    rf"|{INITIALS})"
)
# No words of a kind's name.
_BEFORE_IT = (
    r"(?!(?:an?|the|of|in|on|with|using|use|used|and|or|to|for|from|our|your|any|good|strong|working|proven|previous"
    r"|experience|experienced|knowledge|user|competent|confident|proficient|able|ability|familiar|familiarity|skilled"
    r"|proficiency|understanding|one|some|various|similar|other|must|have|is|are|as|at|by|recognised|relevant"
    r"|including|e\.g|eg|such|like)\b)"
)
_KIND = rf"(?<!\w)(?P<kind>(?:{_BEFORE_IT}[A-Za-z][\w&'’/-]*\s+){{0,4}}\b{_HEAD})"
_ITEM = r"(?-i:[A-Z])[\w+#&'’-]*(?:\.\w+)?(?:\s(?!or\b|and\b|e\.g)(?-i:[A-Z0-9])[\w+#'’-]*){0,3}"
_JOINT = r"\s*(?:,\s*(?:or|and)?|/|\bor\b|\band\b|&)\s*"
_LIKE = (
    r"(?:such\s+as|e\.?\s?g\.?,?:?|for\s+(?:example|instance),?:?|like|including|ideally"
    r"|preferably)\s+"
)
_LISTED = regex(
    rf"{_KIND}(?:\s+(?:experience|knowledge|skills?|use))?\s*(?:,?\s*[(\[:–-]?\s*{_LIKE}|(?P<opens>[(\[])\s*)"
    rf"(?P<items>{_ITEM}(?:{_JOINT}{_ITEM})*)"
    r"(?:\s*,?\s*(?:or|and|/)?\s*(?:an?\s+|any\s+)?(?:similar|equivalent|comparable|another|other|others|alternative|etc)\b\.?"
    r"(?:\s+(?:system|software|package|tool|platform|one)s?)?)?\s*[)\]]?",
    re.IGNORECASE,
)
_SPLIT = regex(_JOINT, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ToolKind:
    """A kind of tool at ``[start, end)``, with the names of its examples."""

    kind: str
    names: tuple[str, ...]
    start: int
    end: int


def find(text: str) -> list[ToolKind]:
    """Return the kinds of tools that a sentence of a role names with examples, in order."""
    found = []
    for match in _LISTED.finditer(text):
        kind = " ".join(match["kind"].split())
        items = tuple(item.strip(" .") for item in _SPLIT.split(match["items"]) if item.strip(" ."))
        if match["opens"] and not items:
            continue
        found.append(ToolKind(kind, items, match.start(), match.end()))
    return found
