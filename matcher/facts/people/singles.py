"""People told of one by one, by an article: 'two clerks, a porter and an apprentice'.

Must not know whose the people are. What ends as names for people do and is none ('a trailer', 'a
customer') stands in the table of ``data/knowledge/people.toml``.
"""

from __future__ import annotations

import re

from data.patterns import regex
from matcher.facts.layout.phrases import Hit
from matcher.facts.numbers.numbers import Number
from matcher.facts.people.nouns import BREAK, is_listed_as_none
from matcher.facts.people.sums import HeadCount, counted

_AND_ONE = regex(r"\s*(?:,?\s*(?:and|plus|&)|,)\s+(?:an?|one)\s+(?:[\w-]+\s+){0,2}?", re.IGNORECASE)
# One person by what they do, whom no table lists: 'a storeman', 'a delivery driver'.
_ONE_DOER = regex(
    r"(?:[a-z][\w-]*\s+){0,2}?(?P<who>[a-z]{2,}(?:er|or|ist|ant|ian|man|woman|ee))(?=\s*(?:[,.;)]|$|\band\b|\bplus\b|&))"
)
_MOST_SINGLES = 6
_LEADS_ONE = regex(
    r"\b(?:line[\s-](?:responsibility|management)\s+(?:for|of)|line[\s-]manag(?:e|es|ed|ing|er\s+(?:of|for|to))|supervis(?:e|es|ed|ing))\s+(?:an?|one)\s+",
    re.IGNORECASE,
)


def beside(text: str, nouns: list[Hit], certain: list[HeadCount]) -> list[HeadCount]:
    """Return those told of behind ``certain`` counts: 'two analysts, a clerk and an apprentice'."""
    found: list[HeadCount] = []
    for first in certain:
        if first.noun == "label":
            continue
        last = first
        while len(found) < _MOST_SINGLES and (one := _next_single(text, nouns, last)):
            found.append(one)
            last = one
    return found


def alone(text: str) -> list[HeadCount]:
    """Return those told of one by one: 'line responsibility for a clerk, a cook and a driver'."""
    found = []
    for leads in _LEADS_ONE.finditer(text):
        one = _ONE_DOER.match(text, leads.end())
        at, how_many = leads.end(), 0
        while one and not is_listed_as_none(f"{one['who']}s") and how_many < _MOST_SINGLES:
            at, how_many = one.end(), how_many + 1
            link = _AND_ONE.match(text, at)
            one = _ONE_DOER.match(text, link.end()) if link else None
        if how_many > 1:
            number = Number(float(how_many), leads.end(), at)
            found.append(counted(number, "people", True, leads.end(), at))
    return found


def _next_single(text: str, nouns: list[Hit], last: HeadCount) -> HeadCount | None:
    """The one person told of right behind those counted last, or None."""
    article = _AND_ONE.match(text, last.end)
    if article is None:
        return None
    name = "people"
    end = 0
    for noun in nouns:
        if noun.start >= article.end() and _AND_ONE.fullmatch(text, last.end, noun.start):
            if noun.name not in ("people", "managers"):
                return None
            name, end = noun.name, noun.end
            break
    doer = None if end else _ONE_DOER.match(text, article.end())
    if doer and not is_listed_as_none(f"{doer['who']}s") and not BREAK.search(doer.group()):
        end = doer.end()
    if not end:
        return None
    number = Number(1.0, article.end(), end)
    return counted(number, name, last.direct, article.end(), end)
