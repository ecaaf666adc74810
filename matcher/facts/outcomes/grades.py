"""Grades that inspectors give, read as steps of a ladder: 'from Requires Improvement to Good'.

Must not know whose grade it is, nor how far up is far enough. The ladders are in
``data/knowledge/outcomes.toml``.
"""

from __future__ import annotations

import re

from data.knowledge.alternation import any_of
from data.knowledge.outcomes import outcome_words
from data.patterns import regex
from matcher.facts.numbers.numbers import Number
from matcher.facts.outcomes.figures import Figure

UNIT = "grade"
_GRADED = [metric for metric in outcome_words().metrics.values() if metric.grades]
_RANKS = {grade: n for metric in _GRADED for n, grade in enumerate(metric.grades, start=1)}
# As people shorten a grade where an inspector is named.
_RANKS |= {"RI": _RANKS["Requires Improvement"]}
_NAMED = regex(
    rf"\b(?:{any_of(phrase for metric in _GRADED for phrase in metric.phrases)})\b", re.I
)
# A grade is printed with a capital: 'a good report' is none.
_GRADE = regex(rf"\b(?:{any_of(_RANKS)})\b")
# 'Taught at an Outstanding school': a grade that others earned.
_EMPLOYED = regex(
    r"\b(?:work(?:ed|ing)?|taught|teach(?:ing|er)?|employed|placement|joined|trained|volunteer\w*|assistant)\s+"
    r"(?:in|at|for|with)\b",
    re.IGNORECASE,
)
# 'Good knowledge of Ofsted': an adjective that opens its sentence.
_OPENS = regex(r"(?:.*[.:;!?])?\W*", re.DOTALL)
_ADJECTIVE = regex(r"\s+(?!(?:at|by|from|in|with|or|and|to)\b)[a-z]")


def grades(text: str) -> list[Figure]:
    """Return the grades of ``text`` as figures, where it names an inspector that gives them."""
    if not _NAMED.search(text) or _EMPLOYED.search(text):
        return []
    return [
        Figure(Number(float(_RANKS[match.group()]), match.start(), match.end()), UNIT, match.end())
        for match in _GRADE.finditer(text)
        if not (_OPENS.fullmatch(text, 0, match.start()) and _ADJECTIVE.match(text, match.end()))
    ]


def name(rank: float) -> str:
    """Return the grade of one rank."""
    return next(grade for grade, place in _RANKS.items() if place == rank)
