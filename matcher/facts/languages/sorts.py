"""Languages that a role asks without a name: 'at least one other European language'.

Must not know which languages a person speaks. A sort of languages is called by a name of its own,
which the table of languages (``data/knowledge``) resolves.
"""

from __future__ import annotations

import re

from data.knowledge.languages import language_words
from data.patterns import regex
from matcher.criteria import LanguageSpoken
from matcher.facts.languages.names import level_words
from matcher.facts.layout.quoting import asked_in
from matcher.types import Asked, Sentence

# These speak of languages and ask for none.
_NO_LANGUAGE = r"(?<!programming )(?<!query )(?<!scripting )(?<!body )(?<!markup )"
_WHICH = (
    r"(?:other|another|additional|foreign|further|second|2nd|third|3rd|european|modern|community)"
)
_SORT = regex(
    rf"\b(?:(?P<count>two|three|2|3)\s+(?:or\s+more\s+)?(?:{_WHICH}\s+)*|(?:{_WHICH}\s+)+)"
    rf"{_NO_LANGUAGE}languages?\b(?!\s+(?:learners?|teach\w*|skills\s+teacher|models?|barriers?"
    r"|schools?|department|students?|tuition|courses?))",
    re.IGNORECASE,
)
# 'English as an additional language' is a pupil's, not an ask.
_OF_PUPILS = regex(r"\bEnglish\s+(?:is\s+|was\s+)?(?:as\s+|not\s+)?(?:an?|their)?\s*$", re.I)
_COUNTS = {"two": 2, "2": 2, "three": 3, "3": 3}
_EUROPEAN = regex(r"\beuropean\b", re.IGNORECASE)
_OF_A_FAMILY = regex(r"\b(?P<family>[a-z]+(?:[\s-]asian)?)\s+languages?\b", re.IGNORECASE)
ANOTHER, ANOTHER_EUROPEAN = "another language", "another European language"


def asked_sort(sentence: Sentence) -> list[Asked]:
    """Return what a sentence asks in languages that it does not name; none where it names them."""
    text = sentence.text
    if family := _family(text):
        return [asked_in(sentence, LanguageSpoken((family[0],), _level(text)), *family[1])]
    found = _SORT.search(text)
    if found is None or _OF_PUPILS.search(text, 0, found.start()):
        return []
    criterion = LanguageSpoken(
        (ANOTHER_EUROPEAN if _EUROPEAN.search(found.group()) else ANOTHER,),
        _level(text),
        _COUNTS.get((found["count"] or "").lower(), 1),
    )
    return [asked_in(sentence, criterion, found.start(), found.end())]


def _family(text: str) -> tuple[str, tuple[int, int]] | None:
    """A family of languages that is asked for ("a Baltic language"), by the name of its sort."""
    for found in _OF_A_FAMILY.finditer(text):
        words = found["family"].title().replace("-", " ")
        name = f"a {words} language"
        if name in language_words().sorts:
            return name, found.span()
    return None


def _level(text: str) -> str | None:
    levels = level_words(text)
    return levels[0].name if levels else None
