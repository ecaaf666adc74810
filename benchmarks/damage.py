"""What happens to a CV's text on its way: scanned badly, lower-cased, robbed of its bullets.

Must not know how texts are read or scored. Damage is the same every time: it depends on the text
and the rate alone.
"""

from __future__ import annotations

import random
import re

__all__ = ["bullets_lost", "lower_cased", "scanned"]

# What engines commonly take for one another; a letter without an entry is dropped or doubled.
_PAIRS = (
    "0=O O=0 1=l l=1 I=l 5=S S=5 8=B B=8 6=b 2=Z Z=2 e=c c=e h=b n=u u=n m=rn a=o o=a t=f f=t "
    "i=j g=q v=y w=vv d=cl ,=. .=, r=n E=F P=F D=O G=C '= £=f"
)
_LOOKS_LIKE = dict(pair.split("=") for pair in _PAIRS.split())
_BULLET = re.compile(r"(?m)^([ \t]*)(?:[-*•·▪◦‣>–]|\d{1,2}[.)])[ \t]+")


def scanned(text: str, rate: float) -> str:
    """Return the text as an engine that gets a share of the characters wrong would give it.

    Args:
        text: What stands on the page.
        rate: The share of characters, white space left out, that come out wrong; 0 to 1.
    """
    lot = random.Random(f"{rate} {text[:200]}")  # noqa: S311 - damage that can be repeated
    return "".join(
        _misread(sign, lot) if not sign.isspace() and lot.random() < rate else sign for sign in text
    )


def _misread(sign: str, lot: random.Random) -> str:
    if sign in _LOOKS_LIKE:
        return _LOOKS_LIKE[sign]
    return lot.choice(["", sign * 2])


def lower_cased(text: str) -> str:
    """Return the text without a capital."""
    return text.lower()


def bullets_lost(text: str) -> str:
    """Return the text as copying from a page gives it: the lines without what marks a list."""
    return _BULLET.sub(r"\1", text)
