"""What experience is of: the words from "years' experience" to the end of the clause.

Must not know whether a CV states it or a role asks it; both sides are read by these rules.
"""

from __future__ import annotations

import re
from functools import lru_cache

from data.knowledge.experience import fillers, vague
from data.knowledge.titles import named_in
from data.patterns import regex
from matcher.facts.numbers.durations import NUMBER

# How roles and CVs call experience.
NOUN = (
    r"(?:experience|exp\b\.?|expertise|background|back\s+ground|track[\s-]+record|history|exposure)"
)
# 'Ten years in customer experience': there the noun is of the field's own name.
FIELD_OF_EXPERIENCE = regex(
    r"^(?:work(?:ing|ed)\s+)?(?:in|within|across|of)?\s*(?:customer|user|guest|visitor|passenger|patient"
    r"|employee|colleague)\s+$",
    re.IGNORECASE,
)
# Leading people, as a phrase of experience says it.
LEADING = regex(
    r"\b(?:lead|leading|led|manag\w+|supervis\w+|line[\s-]+manag\w+|in\s+charge\s+of|running"
    r"|directing|heading)\s+(?:\w+\s+){0,3}?"
    r"(?:teams?|people|staff|managers?|departments?|desks?|colleagues|reports|others|function)\b"
    r"|\bline\s+management\b|\bpeople\s+management\b|\bteam\s+leadership\b|\bleadership\s+role",
    re.IGNORECASE,
)
# A part of a length, its unit left out: 'twelve years in kitchens, the last five as head chef'.
_LATEST = r"(?:last|past|final|first|latest|most\s+recent|previous|other|remaining)"
_DOES = r"(?:as|in|on|within|with|at|leading|managing|running|supervising|heading)\b"
# ... which ends where the next part begins: 'two in kitchens and the rest at sea'.
_NEXT = (
    rf"\s+(?:and|then|plus|with|but)\s+(?:the\s+)?(?:rest|others?|remainder|balance"
    rf"|(?:{_LATEST}\s+)?(?:\d{{1,2}}|{NUMBER})\s+(?:(?:was|were)\s+)?(?:spent\s+)?{_DOES})\b"
)
SECOND = (
    r"(?:\s*[,:;(–-]\s*(?:and\s+|with\s+|then\s+|but\s+)?(?:of\s+(?:which|them|those)\s+|I\s+spent\s+)?"
    r"|\s+(?:and|then|but|I\s+spent)\s+)"
    rf"(?:(?:only|just|merely)\s+)?(?:(?:the|my)\s+)?(?:(?P<latest>{_LATEST})\s+)?"
    rf"(?P<part>\d{{1,2}}|{NUMBER})\s+(?:of\s+(?:them|those|these|which|it)\s*,?\s*)?"
    r"(?:(?:was|were)\s+)?(?:spent\s+)?"
    rf"(?P<of>{_DOES}(?:(?!{_NEXT})[^.;:|()\n,])*)"
)
# A part told as a share of the whole: 'a career of twelve years, half of it in kitchens'.
SHARE = (
    r"\s*[,:;(–-]\s*(?:and\s+|with\s+)?(?:(?:exactly|about|roughly|nearly|almost|around|just|over|more\s+than)\s+){0,2}"
    r"(?P<share>half|(?:a|one)\s+third|two[\s-]thirds|(?:a|one)\s+quarter|three[\s-]quarters)\s+of\s+"
    r"(?:it|them|that|those|these|which)\s*,?\s*(?:(?:was|were)\s+)?(?:spent\s+)?"
    r"(?P<shared>(?:as|in|on|within|with|at|leading|managing|running|supervising|heading)\b"
    r"[^.;:|()\n,]*)"
)
# Where a phrase ends: at punctuation, or where a new thing is said.
_END = regex(
    r"[.;:|()\n\t•!?]|\s[-–—]\s"
    r"|,?\s+\b(?:is|are|was|were|would|will|must|should|where|which|who|whose|that|when|so|incl"
    r"|because|but|though|although"
    r"|having|including|ideally|preferably|along|together|coupled|combined|plus|allied|whilst"
    r"|while|you|we|i|please"
    r"|essential|desirable|required|preferred|advantageous|gained|since|until|before)\b"
    r"|,\s+(?:following|after|preceded|succeeded)\b|\s+below\b"
    r"|,\s+(?:working\s+(?:my\s+way\s+)?up|rising|progressing|moving\s+up|starting)\b"
    rf"|{SECOND}|{SHARE}|,\s+(?:and\s+)?(?:the\s+)?(?:{_LATEST}\s+)?(?:\d{{1,2}}|{NUMBER})\s+(?:years?|months?|yrs?)\b"
    r"|,\s*(?:never|not(?!\s+only)|no|nor)\b"
    r"|\s+(?:behind\s+(?:me|you)|under\s+(?:my|your|their|his|her)\s+belt)\b|,?\s+(?:as\s+well\s+as|latterly|(?:most\s+)?recently|then)\b|,\s*(?:and|with|both|all|some"
    r"|nearly|mostly|mainly)\b|,\s+(?:an?|the|my|our|your)\s"
    r"|\s+and\s+(?:be|have|has|hold|able|an?|the|excellent|good|strong|sound|ability"
    r"|understanding|knowledge|demonstrate"
    r"|possess|proven|experience|experienced|can|am|enjoy|used|looking|seeking|want|ready|knows?"
    r"|not)\b"
    r"|(?<!working)(?<!worked)(?<!dealing)(?<!liaising)\s+with\s+(?:an?|at\s+least|the|good|strong|excellent"
    r"|exceptional|outstanding|highly|proven|of|\d)\b"
    r"|\s+an?\s+(?:\w+\s+)?(?:advantage|plus|bonus|must|asset)\b|,\s*(?:have|has|be|experience"
    r"|knowledge|education|evidence|excellent|strong|able|ability|understanding)\b"
    r"|\s+(?:to|for)\s+(?:ensure|help|support|date|the\s+last)\b",
    re.IGNORECASE,
)
_WORD = regex(r"[\w&/+#.'’-]*\w[+#]?")
_MOST_WORDS = 16


_EXAMPLES = regex(r"[\s,(]+(?:e\.\s?g|i\.\s?e|eg)\b", re.IGNORECASE)
# 'In an NHS trust within the last 12 months': when, and not what.
_WHEN = regex(r"\s+(?:with)?in\s+(?:the\s+)?(?:last|past)(?:\s+\w+)?$", re.IGNORECASE)


def phrase_end(text: str, start: int, stop: int | None = None) -> int:
    """Return where the phrase that starts at ``start`` ends."""
    limit = len(text) if stop is None else stop
    found = _END.search(text, start, limit)
    end = found.start() if found else limit
    if shortened := _EXAMPLES.search(text, start, min(limit, end + len(".g"))):
        end = min(end, shortened.start())  # The stop was that of 'e.g.'.
    words = list(_WORD.finditer(text, start, end))
    if len(words) > _MOST_WORDS:
        end = words[_MOST_WORDS - 1].end()
    return start + len(text[start:end].rstrip(" ,'’\"-–"))


def trimmed(phrase: str) -> str:
    """Return a phrase without the words at its ends that say nothing about its field."""
    words = [word for word in _WHEN.sub("", phrase).split() if word.strip(" ,;:()")]
    while words and _bare(words[0]) in fillers():
        if not named_in(" ".join(words)) <= named_in(" ".join(words[1:])):
            break  # 'First line support', 'knowledge management'.
        words.pop(0)
    while words and _bare(words[-1]) in fillers():
        if named_in(" ".join(words)) != named_in(" ".join(words[:-1])):
            break  # 'Social work', 'bar work': the word is of the field's name.
        words.pop()
    return " ".join(words).strip(" ,'’\"")


def content(phrase: str) -> list[str]:
    """Return the words of a phrase that say something about its field, in lower case."""
    return list(_content(phrase))


@lru_cache(maxsize=4096)
def _content(phrase: str) -> tuple[str, ...]:
    empty = fillers() | vague()
    return tuple(word for word in map(str.lower, _WORD.findall(phrase)) if _bare(word) not in empty)


def _bare(word: str) -> str:
    return word.lower().strip(" ,.'’\"()*")
