"""Which of its meanings a name has, by the words around it: Java the language or the island.

Must not know CVs or roles. Each name with another meaning has signature words in the table of
tools, after Lesk (1986): where one of them stands in the same clause, the name means the other
thing. A name that means a product only in company ('inbound' calls) has words that must be there.
"""

from __future__ import annotations

from functools import cache

from data.knowledge.tools import tool_words
from data.patterns import regex
from matcher.facts.layout.phrases import Phrases

_CLAUSE = regex(r"[.;:|\n](?=\s|$)")
_REACH = 60
# 'Avaya Court', 'the Oracle Trust': a house, a street or a charity that has the name of a product.
_OF_A_PLACE = regex(
    r"\s(?:[A-Z][a-z]+\s)?(?:Avenue|Cafe|Care Home|Chapel|Church|Court|Farm|Gallery|Gardens"
    r"|Hospital|Hotel|House|Inn|Lane|Lodge|Nursery|Primary|Road|Salon|School|Street|Surgery"
    r"|Theatre|Trust)\b"
)


@cache
def _signatures() -> dict[str, Phrases]:
    return {name.lower(): Phrases({name: words}) for name, words in tool_words().senses.items()}


@cache
def _companions() -> dict[str, Phrases]:
    return {name: Phrases({name: words}) for name, words in tool_words().companions.items()}


@cache
def _small() -> dict[str, Phrases]:
    table = tool_words().in_small_letters
    return {name: Phrases({name: words}) for name, words in table.items()}


def means_something_else(text: str, start: int, end: int) -> bool:
    """Return whether the words around ``text[start:end]`` show that no product is meant."""
    if _OF_A_PLACE.match(text, end):
        return True
    name = text[start:end].lower()
    signature, company = _signatures().get(name), _companions().get(name)
    if text[start:end] == name:
        company = _small().get(name, company)
    if signature is None and company is None:
        return False
    low, high = _clause(text, start, end)
    if signature is not None and signature.find(text, low, high):
        return True
    return company is not None and not company.find(text, low, high)


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    marks = [mark.end() for mark in _CLAUSE.finditer(text, max(0, start - _REACH), start)]
    behind = _CLAUSE.search(text, end, end + _REACH)
    low = max([*marks, start - _REACH, 0])
    return low, behind.start() if behind else min(len(text), end + _REACH)
