"""Whether words share a stem, and whether a text holds all words of a phrase in some form.

Must not know what the words mean. A light suffix rule in the spirit of Porter (1980): two words are
kin where a shared beginning of four letters or more is followed by endings of the list only.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

_ENDINGS = frozenset(
    (
        "",
        *("al", "ally", "ance", "ancy", "ant", "ants", "ary", "ation", "ations", "ator"),
        *("ators", "d", "e", "ed", "ency", "ent", "ents", "er", "eries", "ers", "ery"),
        *("es", "ial", "ies", "ing", "ion", "ions", "ism", "ist", "istic", "istration", "istrator"),
        *(
            "istrators",
            "ists",
            "ive",
            "ment",
            "ments",
            "or",
            "ors",
            "r",
            "rs",
            "ry",
            "s",
            "sm",
            "stic",
        ),
        *("ship", "y"),
    )
)
_SHORTEST_STEM = 4
_WORD = re.compile(r"[a-z\d][a-z\d'’-]*")
_OF_IT = frozenset(("aligned", "based", "led", "focused", "driven", "related", "facing"))


def has_all(wanted: list[str], text: str) -> bool:
    """Whether a text holds each of the words wanted, in whatever form; False for no words."""
    words, beginnings = _words(text)

    def held(word: str) -> bool:
        return word[:_SHORTEST_STEM] in beginnings and any(kin(word, other) for other in words)

    return bool(wanted) and (all(map(held, wanted)) or _held_joined(wanted, text))


def _held_joined(wanted: list[str], text: str) -> bool:
    """Whether a text holds the words once compounds are written as one: 'pre-sales', 'presales'."""
    written, beginnings = _compounds_of(text)
    plain = [word.replace("-", "") for word in wanted]
    # Most texts hold none of it, and are told by the beginnings of their words alone.
    forms = [*plain, *(a + b for a, b in pairwise(plain))]
    if not any(form[:_SHORTEST_STEM] in beginnings for form in forms):
        return False
    return holds_compounds(wanted, written)


@lru_cache(maxsize=4096)
def _compounds_of(text: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """Return the words of a text as compounds, and how they begin."""
    words = tuple(compounds(_WORD.findall(text.lower())))
    return words, frozenset(word[:_SHORTEST_STEM] for word in words)


def holds_compounds(wanted: Sequence[str], written: Sequence[str]) -> bool:
    """Return whether each wanted word, or it joined to one beside it, is kin to a written one.

    Args:
        wanted: The words of a phrase, in order.
        written: The words of a text, as `compounds` returns them.
    """
    plain = [word.replace("-", "") for word in wanted]
    alone = [any(kin(word, other) for other in written) for word in plain]
    joined = [any(kin(a + b, other) for other in written) for a, b in pairwise(plain)]
    with_next, with_last = [*joined, False], [False, *joined]
    return all(map(any, zip(alone, with_next, with_last, strict=True)))


def compounds(words: Sequence[str]) -> list[str]:
    """Return words without hyphens, and every two beside one another as one: 'real time'."""
    plain = [word.replace("-", "") for word in words]
    return [*plain, *(a + b for a, b in pairwise(plain))]


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """Return the words of a text, and how they begin: words of one stem begin alike."""
    words = tuple(_WORD.findall(text.lower()))
    # 'ITIL-aligned' is of ITIL; 'alcohol-free' is not of alcohol, nor 'in-house' of a house.
    words += tuple(
        head for head, dash, tail in (word.rpartition("-") for word in words) if tail in _OF_IT
    )
    return words, frozenset(word[:_SHORTEST_STEM] for word in words)


def kin(one: str, other: str) -> bool:
    """Whether two words share a stem, as 'administration' and 'administrator' do."""
    if one == other:
        return True
    if one[:_SHORTEST_STEM] != other[:_SHORTEST_STEM]:
        return False
    shared = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        shared += 1
    return shared >= _SHORTEST_STEM and any(
        _ends(one, cut) and _ends(other, cut) for cut in range(shared, _SHORTEST_STEM - 1, -1)
    )


def _ends(word: str, cut: int) -> bool:
    """Whether what stands behind the stem is an ending: 'car-er' is of 'care', 'care-er' is not."""
    ending = word[cut:]
    if len(ending) > 1 and ending[0] == word[cut - 1] and ending[0] not in "aeiou":
        ending = ending[1:]  # 'Control', 'controller': the consonant is doubled before the ending.
    return ending in _ENDINGS and not (word[cut - 1] == "e" and ending.startswith("e"))
