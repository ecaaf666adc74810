"""A CV's sentences as their owner would tell them of people: no glosses, and in the first person.

Must not know what is read from them. Every character keeps its place, so that offsets hold.
"""

from __future__ import annotations

import re
from dataclasses import replace

from data.knowledge.titles import rank
from data.patterns import regex
from matcher.candidates.entry import is_employer, is_title
from matcher.facts.states.actors import names_another
from matcher.types import Outline

# 'Personalverantwortung (line responsibility) for 14': the bracket is only a translation.
_GLOSS = regex(
    r"(?<=\w)\s?(?P<opens>\()(?:[\w-]+\s+){0,3}?(?:responsib\w+|accountab\w+|management|managed|leadership|led|leading|"
    r"supervis\w+|in\s+charge|leader|manager|head)(?P<closes>\))(?=\s+(?:of|for|over)\b)",
    re.IGNORECASE,
)
_FIRST_PERSON = regex(r"\b(?:I|[Mm]e|[Mm]y|[Mm]ine|[Mm]yself|[Ww]e|[Oo]ur|us)\b")
# Somebody named amid a sentence: 'supported Ada Firth and her team'.
_NAMED = regex(r"(?<=[a-z,]\s)[A-Z][a-z]+\s+[A-Z][a-z]+\b")
_THIRD = {"her": "my", "his": "my", "him": "me", "hers": "mine"}
_PRONOUN = regex(r"\b(?:her|his|him|hers)\b(?!\s+own\b)")
# 'Nine clerks report to Ada.': a title behind the name would make her somebody else.
_REPORT_TO_NAME = regex(
    r"\b(?:report|answer|roll)(?:s|ed)?\s+(?:(?:up|in|directly|straight)\s+){0,2}(?:in)?to\s+"
    r"(?P<name>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)(?=[.;]|$)"
)


def told(cv: Outline) -> Outline:
    """Return ``cv`` with its sentences reworded in place, or ``cv`` itself where none needs it."""
    third = not _FIRST_PERSON.search(cv.text)
    sentences = []
    changed = False
    for sentence in cv.sentences:
        text = _without_gloss(sentence.text) if "(" in sentence.text else sentence.text
        if third:
            text = _in_first_person(text)
        changed = changed or text != sentence.text
        sentences.append(sentence if text == sentence.text else replace(sentence, text=text))
    return replace(cv, sentences=tuple(sentences)) if changed else cv


def _without_gloss(text: str) -> str:
    for gloss in _GLOSS.finditer(text):
        opens, closes = gloss.start("opens"), gloss.start("closes")
        text = f"{text[:opens]} {text[opens + 1 : closes]} {text[closes + 1 :]}"
    return text


def _in_first_person(text: str) -> str:
    """'Nineteen staff under her management': hers, unless the sentence names another before."""
    parts, at = [], 0
    for pronoun in _PRONOUN.finditer(text):
        before = text[: pronoun.start()]
        if not names_another(before) and not _NAMED.search(before):
            word = _THIRD[pronoun.group()]
            parts += [text[at : pronoun.start()], word.ljust(len(pronoun.group()))]
            at = pronoun.end()
    reworded = "".join([*parts, text[at:]])
    name = _REPORT_TO_NAME.search(reworded)
    if name is None or rank(name["name"]) or is_title(name["name"]) or is_employer(name["name"]):
        return reworded
    first, last = name.span("name")
    return f"{reworded[:first]}{'me'.ljust(last - first)}{reworded[last:]}"
