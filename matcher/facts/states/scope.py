"""How far a cue reaches: which of the words around a name speak of it.

Must not know what the cues in reach say together, nor what the name names.

- Words before the name count as far back as the clause reaches; a comma ends a clause unless it
  only parts the items of a list ("no A, B or C").
- Words behind the name count in its own clause, and in a following one only where that one opens
  with them ("MSP Practitioner, 2009; expired 2014").
- What stands between two names belongs to the nearer one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from data.knowledge import cues as table
from data.knowledge.cues import Cue
from data.patterns import regex
from matcher.facts.states.dates import SENTENCE_END, Span

# What ends a clause: full stops, semicolons, brackets, bars, dashes, contrast, a new verb.
_HARD = regex(
    r"[.!?](?=\s|$)|;|\||\t|\n\s*\n|:(?=\s)|\s[-–—]+\s|[()\[\]]|,?\s\b(?:but|however|though"
    r"|although|while|whilst"
    r"|whereas|yet i|except)\b|\s(?:and|&)\s+(?=(?:i|then|now|also|am|have|hold|passed|gained"
    r"|obtained"
    r"|achieved|earned|completed|became|was|took|since|currently)\b)",
    re.IGNORECASE,
)
_COMMA = regex(r",|;")
_LABEL_BREAK = regex(r"\s*(?::|\||\t|\s[-–—]+\s)\s*$")
_SEGMENT = regex(r"[,:|()\[\]\t\n;]|\s[-–—]+\s?|[.!?](?=\s|$)")
_CLOSED_BY_OR = regex(r"\b(?:or|nor)\b|/", re.IGNORECASE)
_CLOSED = regex(r"\b(?:and|or|nor)\b|&|/", re.IGNORECASE)
_IN_APPOSITION = regex(
    r"\s*,\s*(?:himself |herself |who (?:is|was) )?(?:an?|the)?\s*", re.IGNORECASE
)
# "None of them, me included, holds an X".
_PARENTHESIS = regex(
    r"[^,]*,[^,]{1,25},\s*(?:has|have|hold|holds|is|are|was|were)\b", re.IGNORECASE
)
_TOGETHER = regex(r"\W{0,3}\b(?:both|all|neither|none|each)\b", re.IGNORECASE)
# How a clause opens that goes on about what was named before it.
_GOES_ON = regex(
    r"\W*(?:(?:it|this|that|which|both|all|the|my|now|currently|since|still|was|is|has|have|and"
    r"|but|though|although"
    r"|subsequently|later|i|certification|certificate|registration|membership|accreditation|status"
    r"|qualification|credential|award|licence|panel|board|body|exam|examination|course|studies|final|last|technical|portfolio|project"
    r"|result|results|resit|retake|one|two|three|just|only|with|module|modules|unit|units|paper"
    r"|papers|dissertation|thesis|coursework|assignment|assignments|placement|year|term|semester"
    r"|graduation|on|in|to|go|left|being|am)\b\W*){0,4}$",
    re.IGNORECASE,
)
# "Certificate in X, 2019. None in Y."
_NONE_ELSEWHERE = regex(r"(?:none|no)\s+(?:in|for|at|on|besides|beyond|yet in)\b", re.IGNORECASE)
# "...; never sat a COBIT paper": a denial with a name of its own behind it.
_OF_ANOTHER = regex(r"\s+(?:an?|any|the)\s+[A-Z]")
# Characters: no list that one word governs is as long.
_LONGEST_LIST = 500
_LIST_ITEM_WORDS = 5
_OPENING_WORDS = 3
_FIRST_CLAUSE = 90
_REACH = 300


def clause_of(text: str, start: int, end: int) -> Span:
    """Return the span of the clause around ``text[start:end]``, white space left out."""
    breaks = [match.span() for match in _HARD.finditer(text)] + [
        match.span() for match in _COMMA.finditer(text)
    ]
    first = max((b for _, b in breaks if b <= start), default=0)
    last = min((a for a, _ in breaks if a >= end), default=len(text))
    while first < start and text[first].isspace():
        first += 1
    while last > end and text[last - 1].isspace():
        last -= 1
    return first, last


def before(text: str, start: int, end: int, others: Sequence[Span]) -> list[Cue]:
    """Return the cues before ``text[start:end]`` that speak of it."""
    floor = _clause_start(text, start)
    cues = table.before().find(text, floor, start)
    # 'Managing' in the name of a scheme manages nobody.
    told = [
        cue
        for cue in cues
        if cue.state != "others" or not any(a <= cue.start < cue.end <= b for a, b in others)
    ]
    return [cue for cue in told if _reaches_forward(text, cue, start, end, others)]


def _clause_start(text: str, start: int) -> int:
    """Where the clause before ``start`` opens; a short label ("Not held: ...") belongs to it."""
    breaks = list(_HARD.finditer(text, 0, start))
    if not breaks:
        return 0
    last = breaks[-1]
    if last.group().strip() in {"(", "["} and start - last.end() > 0:
        return last.end()
    label_start = breaks[-2].end() if len(breaks) > 1 else 0
    label = text[label_start : last.start()]
    opens_with_name = not text[last.end() : start].strip()
    is_label = (
        _LABEL_BREAK.search(text[last.start() : last.end()] or "") and len(label.split()) <= 4
    )
    if is_label and (opens_with_name or last.group().strip() == ":"):
        return label_start
    return last.end()


def _reaches_forward(text: str, cue: Cue, start: int, end: int, others: Sequence[Span]) -> bool:
    between = text[cue.end : start]
    is_no = cue.state == "denied" and text[cue.start : cue.end].lower() == "no"
    if is_no and not re.match(r"\s+\w", text[cue.end : end + 1]):
        return False
    if "," not in between or (cue.state == "others" and _IN_APPOSITION.fullmatch(between)):
        return True
    if cue.state in ("denied", "others") and _PARENTHESIS.match(between):
        return True
    if cue.state in ("touched", "wished", "held", "plain", "renewed"):
        return False
    if len(between) > _LONGEST_LIST or not any(cue.end <= a and b <= start for a, b in others):
        return False
    if any(len(part.split()) > _LIST_ITEM_WORDS for part in between.split(",")[:-1]):
        return False
    closing = _CLOSED_BY_OR if cue.state == "denied" else _CLOSED
    reach = SENTENCE_END.search(text, end)
    return closing.search(text, cue.end, reach.start() if reach else len(text)) is not None


def behind(text: str, end: int, others: Sequence[Span]) -> list[Cue]:
    """Return the cues behind the name that ends at ``end`` which speak of it."""
    stop = reach_behind(text, end, others)
    found = [cue for cue in table.after().find(text, end, stop) if _reaches_back(text, end, cue)]
    following = min((a for a, _ in others if a >= end), default=None)
    if following is not None and _joined(text[end:following]):
        found += _shared_behind(text, end, others)
    return found


def reach_behind(text: str, end: int, others: Sequence[Span]) -> int:
    """Return where words behind the name stop being about it: the break before the next one."""
    following = min((a for a, _ in others if a >= end), default=None)
    if following is None:
        return min(end + _REACH, len(text))
    breaks = [
        match.start()
        for match in re.finditer(
            r"[,;:|()\n]|\.\s|\s[-–—]\s|\s(?:and|or|&|to|while|but)\s", text[end:following]
        )
    ]
    return end + breaks[-1] if breaks else following


def _joined(gap: str) -> bool:
    return re.fullmatch(r"\s*(?:,|/|&|,?\s*and|,?\s*or|\+)\s*", gap) is not None


def _shared_behind(text: str, end: int, others: Sequence[Span]) -> list[Cue]:
    """Cues behind a list that speak of all its items ("A and B, both lapsed", "A and B passed")."""
    at = end
    for a, b in sorted(others):
        if a >= at and _joined(text[at:a]):
            at = b
    cues = table.after().find(text, at, reach_behind(text, at, others))
    together = _TOGETHER.match(text, at) is not None
    return [
        cue
        for cue in cues
        if (together or cue.state == "held") and cue.start - at <= _FIRST_CLAUSE // 2
    ]


def _reaches_back(text: str, end: int, cue: Cue) -> bool:
    """Whether a cue behind the name is about it, by the clauses that part the two."""
    between = text[end : cue.start]
    ends = list(SENTENCE_END.finditer(between))
    if len(ends) > 1:
        return False
    segments = list(_SEGMENT.finditer(between))
    if not segments:
        return len(between) <= _FIRST_CLAUSE
    if cue.state == "denied" and _OF_ANOTHER.match(text, cue.end):
        return False
    if ends:
        opening = between[ends[-1].end() :]
        if not opening.strip() and _NONE_ELSEWHERE.match(text, cue.start):
            return False
        if cue.state == "touched" or (cue.state == "not_yet" and not opening.strip()):
            return False
        return _GOES_ON.match(opening) is not None
    opening = between[segments[-1].end() :]
    unexamined = "exam" in text[cue.start : cue.end].lower()
    if (
        cue.state == "touched"
        and not unexamined
        and any(mark.group().strip() in {",", ";"} for mark in segments)
    ):
        return False
    return len(opening.split()) <= _OPENING_WORDS or _GOES_ON.match(opening) is not None
