"""What somebody only dealt in: who supplied nurses has not nursed, who sold software ran none.

Must not know which field is asked beyond the functions of work that it names.
"""

from __future__ import annotations

import re

from data.knowledge.titles import names_in
from data.patterns import regex

# Who sells payroll software has run no payroll.
_GOODS = regex(
    r"\b(?:sold|sell(?:ing|s)?)\s+(?:[\w&-]+\s+){1,3}(?:software|systems?|equipment|products?|packages"
    r"|platforms?|solutions?|services|supplies)\b",
    re.IGNORECASE,
)
# What is done to a thing of the field that is no work in the field.
_DEALT_IN = regex(
    r"\b(?P<verb>suppl(?:ied|ying)|recruit(?:ed|ing|er\s+of|er\s+for)|sold|selling|seller\s+of|placed|placing|used|using"
    r"|test(?:ed|ing)|inspected|inspecting|insured|visited|bought|buying|arrang(?:ed|ing)|ordered"
    r"|advertised|rented|hired|booked|schedul(?:ed|ing)|called(?:\s+out)?|clean(?:ed|ing)"
    r"|deliver(?:ed|ing)(?=\s+(?:[\w-]+\s+){1,2}to\s)"
    r"|(?:had|received|underwent)(?=\s+(?:[\w-]*therapy|counselling|treatment|surgery)\b))\s+(?:[\w&'’-]+\s+){0,3}[\w&'’-]+",
    re.IGNORECASE,
)


def without_goods(words: str) -> str:
    """Return words with what was sold cut down to the selling."""
    return _GOODS.sub("selling", words)


def without_objects(names: frozenset[str], words: str) -> str:
    """Return words less what somebody only dealt in: who 'supplied nurses' has not nursed.

    What names the field with its verb stays: 'sold cars' is car sales.
    """
    return _DEALT_IN.sub(
        lambda match: match[0] if _opens_with(match[0], names) else match["verb"], words
    )


def _opens_with(words: str, names: frozenset[str]) -> bool:
    """Whether words open with a name of one of some functions: 'selling', 'sold cars'."""
    return any(start == 0 and name in names for start, _, name in names_in(words))
