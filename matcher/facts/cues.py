"""In what state a person stands to a thing that a text names: held, denied, under way, lapsed ...

Must not know what the thing is. The caller gives the span of the name and the spans of the other
names in the same text; the words around the span decide, within their scope:

- words before the name count as far back as the clause reaches; a comma ends a clause unless it
  only parts the items of a list ("no A, B or C");
- words behind the name count in its own clause, and in a following one only where that one opens
  with them ("PRINCE2 Practitioner, 2012; lapsed in 2017");
- what stands between two names belongs to the nearer one.

The cues themselves are a table, ``data/knowledge/cues.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from data.knowledge import cues as table
from data.knowledge.cues import Cue, State
from matcher.facts import cue_answers, cue_people
from matcher.facts.cue_dates import Span, date_ahead, date_of_lapse, validity
from matcher.types import Status

# What ends a clause: full stops, semicolons, brackets, bars, dashes, contrast, a new verb.
_HARD = re.compile(
    r"[.!?](?=\s|$)|;|\||\t|\n\s*\n|:(?=\s)|\s[-–—]+\s|[()\[\]]|,?\s\b(?:but|however|though"
    r"|although|while|whilst"
    r"|whereas|yet i|except)\b|\s(?:and|&)\s+(?=(?:i|then|now|also|am|have|hold|passed|gained"
    r"|obtained"
    r"|achieved|earned|completed|became|was|took|since|currently)\b)",
    re.IGNORECASE,
)
_COMMA = re.compile(r",|;")
_SENTENCE_END = re.compile(r"[.!?](?=\s|$)|;")
_LABEL_BREAK = re.compile(r"\s*(?::|\||\t|\s[-–—]+\s)\s*$")
_SEGMENT = re.compile(r"[,:|()\[\]\t\n;]|\s[-–—]+\s?|[.!?](?=\s|$)")
_CLOSED_BY_OR = re.compile(r"\b(?:or|nor)\b|/", re.IGNORECASE)
_CLOSED = re.compile(r"\b(?:and|or|nor)\b|&|/", re.IGNORECASE)
_IN_APPOSITION = re.compile(
    r"\s*,\s*(?:himself |herself |who (?:is|was) )?(?:an?|the)?\s*", re.IGNORECASE
)
# "None of them, me included, holds an X".
_PARENTHESIS = re.compile(
    r"[^,]*,[^,]{1,25},\s*(?:has|have|hold|holds|is|are|was|were)\b", re.IGNORECASE
)
_TOGETHER = re.compile(r"\W{0,3}\b(?:both|all|neither|none|each)\b", re.IGNORECASE)
# How a clause opens that goes on about what was named before it.
_GOES_ON = re.compile(
    r"\W*(?:(?:it|this|that|which|both|all|the|my|now|currently|since|still|was|is|has|have|and"
    r"|but|though|although"
    r"|subsequently|later|i|certification|certificate|registration|membership|accreditation|status"
    r"|qualification|exam|examination|course|studies|final|last|technical|portfolio|project"
    r"|result|results|resit|retake)\b\W*){0,4}$",
    re.IGNORECASE,
)
_LIST_ITEM_WORDS = 5
_OPENING_WORDS = 3
_FIRST_CLAUSE = 90
_NEAR = 25
_REACH = 300


@dataclass(frozen=True, slots=True)
class Reading:
    """What the words around a name say about it.

    Attributes:
        status: Held where nothing speaks against it.
        own: False where it is somebody else's.
        claimed: False where it is only wished for, attended, used or known of: then nothing is
            held, and nothing is denied either.
        affirmed: Whether words say that it is held, rather than the silence of a list.
        when: The date it is booked, due or ended, as printed, or None. For ``until`` the date up
            to which it is or was valid.
        until: Whether ``when`` is the end of its validity, past or to come.
        span: From the first to the last character that the reading rests on.
    """

    status: Status
    own: bool = True
    claimed: bool = True
    affirmed: bool = False
    when: str | None = None
    until: bool = False
    span: Span = (0, 0)


def status_at(text: str, start: int, end: int, others: Sequence[Span] = ()) -> Reading:
    """Read the state of what ``text[start:end]`` names.

    Args:
        text: The sentence, or more of the document around it.
        start: Offset of the name.
        end: Offset behind the name.
        others: Spans of other names in ``text``; cues nearer to one of them belong to it.

    Returns:
        The reading; ``Reading(Status.HELD)`` where no cue is in scope.
    """
    answer = cue_answers.behind(text, end)
    if answer is not None and answer.says != "yes":
        status = Status.DENIED if answer.says == "no" else Status.HELD
        return Reading(status, claimed=answer.says == "no", span=(start, answer.end))
    if cue_people.is_of_none(text, start):
        return Reading(Status.DENIED, span=(start, end))
    if cue_people.is_of_others(text, start, end):
        return Reading(Status.HELD, own=False, span=(start, end))
    found = _cues_before(text, start, end, others) + _cues_behind(text, end, others)
    return _resolve(text, start, end, found, others)


@cache
def state_of_heading(heading: str) -> State | None:
    """Return the state that a heading ("In progress", "Expired") gives to what follows, or None."""
    cues = table.before().find(heading) + table.after().find(heading)
    marked = [cue.state for cue in cues if cue.state in ("in_progress", "lapsed", "wished")]
    return marked[0] if marked else None


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


def _cues_before(text: str, start: int, end: int, others: Sequence[Span]) -> list[Cue]:
    floor = _clause_start(text, start)
    cues = table.before().find(text, floor, start)
    return [cue for cue in cues if _reaches_forward(text, cue, start, end, others)]


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
    if any(len(part.split()) > _LIST_ITEM_WORDS for part in between.split(",")[:-1]):
        return False
    if not any(cue.end <= a and b <= start for a, b in others):
        return False
    closing = _CLOSED_BY_OR if cue.state == "denied" else _CLOSED
    reach = _SENTENCE_END.search(text, end)
    return closing.search(text, cue.end, reach.start() if reach else len(text)) is not None


def _cues_behind(text: str, end: int, others: Sequence[Span]) -> list[Cue]:
    stop = _reach_behind(text, end, others)
    found = [cue for cue in table.after().find(text, end, stop) if _reaches_back(text, end, cue)]
    following = min((a for a, _ in others if a >= end), default=None)
    if following is not None and _joined(text[end:following]):
        found += _shared_behind(text, end, others)
    return found


def _reach_behind(text: str, end: int, others: Sequence[Span]) -> int:
    """Where words behind the name stop being about it: the break before the next name."""
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
    cues = table.after().find(text, at, _reach_behind(text, at, others))
    together = _TOGETHER.match(text, at) is not None
    return [
        cue
        for cue in cues
        if (together or cue.state == "held") and cue.start - at <= _FIRST_CLAUSE // 2
    ]


def _reaches_back(text: str, end: int, cue: Cue) -> bool:
    """Whether a cue behind the name is about it, by the clauses that part the two."""
    between = text[end : cue.start]
    ends = list(_SENTENCE_END.finditer(between))
    if len(ends) > 1:
        return False
    segments = list(_SEGMENT.finditer(between))
    if not segments:
        return len(between) <= _FIRST_CLAUSE
    if ends:
        opening = between[ends[-1].end() :]
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


def _resolve(text: str, start: int, end: int, cues: list[Cue], others: Sequence[Span]) -> Reading:
    """Weigh the cues in scope: the graver state wins, unless words of one's own shield it."""
    cues = _unshielded(text, cues, start)
    states = {cue.state for cue in cues}
    span = (min([start, *(c.start for c in cues)]), max([end, *(c.end for c in cues)]))
    affirmed = bool(states & {"held", "renewed"})
    if "others" in states:
        return Reading(Status.HELD, own=False, span=span)
    if "lapsed" in states and "renewed" not in states:
        when = date_of_lapse(text, cues)
        return Reading(Status.LAPSED, when=when, span=span)
    if "sitting" in states and not states & {"denied", "held"}:
        states.add("in_progress")
    if "in_progress" in states:
        when = date_ahead(text, cues, others)
        if when or "denied" not in states:
            return Reading(Status.IN_PROGRESS, when=when, span=span)
    if states & {"denied", "not_yet"} and "renewed" not in states:
        return Reading(Status.DENIED, span=span)
    if "wished" in states or ("touched" in states and not _proven(text, cues)):
        return Reading(Status.HELD, claimed=False, span=span)
    valid = validity(text, end, _reach_behind(text, end, others), cues)
    near = [
        c for c in cues if not re.search(r"[\n|]", text[end : c.start]) and c.start - end < _NEAR
    ]
    span = (min([start, *(c.start for c in near)]), max([end, *(c.end for c in near)]))
    return Reading(Status.HELD, affirmed=affirmed, when=valid, until=valid is not None, span=span)


def _unshielded(text: str, cues: list[Cue], start: int) -> list[Cue]:
    """Drop exceptions, and what stands before nearer words of one's own ("my")."""
    kept = [cue for cue in cues if cue.state != "plain"]
    own = [
        cue.end
        for cue in kept
        if cue.state == "held"
        and cue.end <= start
        and re.fullmatch(r"(?:.*\s)?(?:i|me|my)(?:\s.*)?", text[cue.start : cue.end], re.I | re.S)
    ]
    if not own:
        return kept
    nearest = max(own)
    distant = ("others", "touched", "wished")
    return [c for c in kept if c.state not in distant or c.end > nearest or c.start >= start]


def _proven(text: str, cues: list[Cue]) -> bool:
    """Whether a course or method is named together with a pass or a certificate."""
    proofs = (
        r"pass\w*|certificate|certified|awarded|credit|merit|distinction|achieved|gained|held|hold"
        r"|qualified|obtained"
    )
    return any(
        cue.state == "held" and re.fullmatch(proofs, text[cue.start : cue.end].split()[0], re.I)
        for cue in cues
    )
