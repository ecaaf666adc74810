"""Languages that a role asks without a name: 'at least one other European language'.

Must not know which languages a person speaks. A sort of languages is called by a name of its own,
which the table of languages (``data/knowledge``) resolves.
"""

from __future__ import annotations

import re

from matcher.criteria import LanguageSpoken
from matcher.facts.language_names import level_words
from matcher.facts.quoting import asked_in
from matcher.types import Asked, Sentence

# These speak of languages and ask for none.
_NO_LANGUAGE = r"(?<!programming )(?<!query )(?<!scripting )(?<!body )(?<!markup )"
_WHICH = (
    r"(?:other|another|additional|foreign|further|second|2nd|third|3rd|european|modern|community)"
)
_SORT = re.compile(
    rf"\b(?:(?P<count>two|three|2|3)\s+(?:or\s+more\s+)?(?:{_WHICH}\s+)*|(?:{_WHICH}\s+)+)"
    rf"{_NO_LANGUAGE}languages?\b(?!\s+(?:learners?|teach\w*|skills\s+teacher|models?|barriers?"
    r"|schools?|department|students?|tuition|courses?))",
    re.IGNORECASE,
)
# 'English as an additional language' is a pupil's, not an ask.
_OF_PUPILS = re.compile(r"\bEnglish\s+(?:is\s+|was\s+)?(?:as\s+|not\s+)?(?:an?|their)?\s*$", re.I)
_COUNTS = {"two": 2, "2": 2, "three": 3, "3": 3}
_EUROPEAN = re.compile(r"\beuropean\b", re.IGNORECASE)
ANOTHER, ANOTHER_EUROPEAN = "another language", "another European language"


def asked_sort(sentence: Sentence) -> list[Asked]:
    """Return what a sentence asks in languages that it does not name; none where it names them."""
    text = sentence.text
    found = _SORT.search(text)
    if found is None or _OF_PUPILS.search(text, 0, found.start()):
        return []
    levels = level_words(text)
    criterion = LanguageSpoken(
        (ANOTHER_EUROPEAN if _EUROPEAN.search(found.group()) else ANOTHER,),
        levels[0].name if levels else None,
        _COUNTS.get((found["count"] or "").lower(), 1),
    )
    return [asked_in(sentence, criterion, found.start(), found.end())]
