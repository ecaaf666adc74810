"""What close words alone do not show: an award, a size or length, a thing they say was not done.

Must not know how closeness is measured; it is given the verdict that closeness came to.
"""

from __future__ import annotations

import re
from dataclasses import replace

from data.patterns import regex
from matcher.facts.states import cues, governed
from matcher.facts.states.not_own import is_not_own
from matcher.facts.states.scope import clause_of
from matcher.facts.states.wishes import wished
from matcher.judging.words.stems import kin
from matcher.types import Outcome, Status, Verdict

# A size or a length that is asked: close words cannot show it.
_NUMBER = (
    r"(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty)"
)
_SIZE = regex(
    r"[£$€]\s?\d|\b\d[\d,.]*\s*(?:\+|%|k\b|m\b|(?:or\s+more|plus)\b|years?|yrs?|months?|people|staff|fte"
    r"|reports|users)"
    rf"|\b(?:at\s+least|minimum\s+of|more\s+than|over|up\s+to|a\s+minimum)\s+{_NUMBER}\b"
    rf"|\b{_NUMBER}\s+(?:or\s+more\s+)?years?\b",
    re.IGNORECASE,
)

# Words of an ask that are worth looking for, the little ones left out.
_WORD = regex(r"[A-Za-z][\w+#]*[\w+#]{2}")

# What an ask says of any task.
_NO_TASK = regex(
    r"\b(?:experience[ds]?|must|have|been|able|used|using|the|and|with|skills?)\b", re.I
)

_ABLE = regex(r"\b(?:can|able|capable|skills)\b", re.I)

# What asks for an award; work beside it does not show one.
_CREDENTIAL = regex(
    r"\b(?:certificat(?:e|es|ion|ions)|certified|accredited|accreditation|qualifications?|diploma|membership|registered|licensed)\b",
    re.IGNORECASE,
)
_AWARDED = regex(
    r"\b(?:certif\w+|accredit\w+|qualif\w+|diploma|award\w*|member\w*|fellow|(?<!to\s)regist\w+|licen[sc]e\w*|passed|pass|course"
    r"|trained|training|level\s\d|degree|exams?|BSc|BA|NVQ)\b",
    re.IGNORECASE,
)
_CERTIFIED_PLACE = regex(
    r"(?:[\w-]+[\s-])?(?:certified|accredited|registered|licensed)\s+(?:\w+\s)?(?:sites?|cent(?:re|er)s?|firms?|compan\w+|desks?"
    r"|operations?|business\w*|organi[sz]ations?|suppliers?|plants?|offices?|hubs?|support|homes?|depots?|providers?)\b",
    re.IGNORECASE,
)
# What is done for registered homes or towards others' awards is work, and asks for no award.
_PLACE_ASKED = regex(
    r"\b(?:accredited|licensed|registered)\s+(?:\w+\s)?(?:sites|cent(?:re|er)s|firms|companies|businesses|organi[sz]ations"
    r"|suppliers|homes|premises|providers|charities|properties|childminders|nurseries|vehicles)\b"
    r"|\b(?:deliver|assess|develop|design|issu|verif|award|administer)\w*\s+(?:\w+\s+){0,2}(?:qualifications|certificates|diplomas)\b",
    re.IGNORECASE,
)


def less_unshown(asked: str, verdict: Verdict) -> Verdict:
    """Leave open what close words cannot show: an award, a size that is asked, what they deny.

    Args:
        asked: The words of the requirement.
        verdict: What the closest words of the CV came to.
    """
    if _CREDENTIAL.search(_PLACE_ASKED.sub(" ", asked)) and not _tells_of_an_award(verdict):
        return _left_open(asked, verdict, "The CV does not tell of such an award.")
    if verdict.outcome is not Outcome.MET:
        return verdict
    if any(_denies(asked, one.quote) for one in verdict.evidence):
        reason = "The CV speaks of what is asked, but says that it was not done."
    elif verdict.evidence and all(of_another(asked, one.quote) for one in verdict.evidence):
        reason = "The CV speaks of what is asked, but as others' work, or only wished for."
    elif _SIZE.search(asked):
        reason = (
            "The CV tells of work close to what is asked, but not plainly of its size or length."
        )
    else:
        return verdict
    return _left_open(asked, verdict, reason)


def _left_open(asked: str, verdict: Verdict, reason: str) -> Verdict:
    question = f"What have you done that shows this: '{' '.join(asked.split())}'?"
    return replace(verdict, outcome=Outcome.NOT_STATED, reason=reason, question=question)


def _tells_of_an_award(verdict: Verdict) -> bool:
    """Whether close words speak of an award that is the person's own and held."""
    quotes = (_CERTIFIED_PLACE.sub(" ", one.quote) for one in verdict.evidence)
    return any(_is_held(quote, *at.span()) for quote in quotes for at in _AWARDED.finditer(quote))


def _is_held(text: str, start: int, end: int) -> bool:
    reading = cues.status_at(text, start, end)
    held = reading.own and reading.claimed and reading.status is Status.HELD
    return held and not governed.is_elsewhere(text, start, end)


def _denies(asked: str, quote: str) -> bool:
    """Whether words deny one of the words asked for: 'never used X', 'no X'."""
    words = "|".join(re.escape(word) for word in _WORD.findall(asked))
    denied = rf"\b(?:no|not|never|without|lack\w*|n['’]t)\b(?:\s+\w+){{0,3}}?\s+(?:{words})\b"
    return bool(words) and re.search(denied, quote, re.IGNORECASE) is not None


def of_another(asked: str, quote: str) -> bool:
    """Return whether all that words tell of what is asked is others' doing, a wish or mere talk."""
    wanted = [word.lower() for word in _WORD.findall(_NO_TASK.sub(" ", asked))]
    named = [w for w in _WORD.finditer(quote) if any(kin(w.group().lower(), o) for o in wanted)]
    clauses: dict[int, list[re.Match[str]]] = {}
    for word in named:
        clauses.setdefault(clause_of(quote, *word.span())[0], []).append(word)
    spans = [(first, words[0].start(), words[-1].end()) for first, words in clauses.items()]
    return bool(spans) and all(
        is_not_own(quote, first, start, end)
        or (wished(quote, start, end) and not _ABLE.search(quote, first, start))
        for first, start, end in spans
    )
