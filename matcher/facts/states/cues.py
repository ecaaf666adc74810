"""In what state a person stands to a thing that a text names: held, denied, under way, lapsed ...

Must not know what the thing is, nor how far a cue reaches (``matcher.facts.states.scope``). The
caller gives the span of the name and the spans of the other names in the same text; the words
around the span decide. The cues themselves are a table, ``data/knowledge/cues.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from data.knowledge import cues as table
from data.knowledge.cues import Cue, State
from data.patterns import regex
from matcher.facts.states import people as cue_people
from matcher.facts.states import scope as cue_scope
from matcher.facts.states.dates import Span, date_ahead, date_of_lapse, validity
from matcher.facts.states.scope import clause_of as clause_of
from matcher.types import Status

_NEAR = 25
# An application that was turned down is over, unless another one is told of behind it.
_TURNED_DOWN = regex(r"\b(?:declin|refus|reject|turned down|unsuccess)", re.IGNORECASE)
# Studies that were left are not under way, whatever date goes with it.
_GIVEN_UP = regex(
    r"\b(?:abandon|discontinu|ended|gave up|given up|stopped|withdr[ae]w|not continu|not carr)",
    re.I,
)
# A name put as a question: "A clean licence? Yes".
_QUESTION = regex(
    r"[^.;,?]{0,25}\?\s*(?:(?P<no>no|not|none|never|nope)\b|(?P<yes>yes|i do|of course)\b)?",
    re.IGNORECASE,
)
# "ITIL 4 Foundation: no".
_ANSWER = regex(
    r"(?:\s+(?:licen[cs]e|registration|membership|accreditation|badge|clearance|vetting|check|certificate))?\s*(?:[:=|]|\s[-–])\s*(?:no|none|nil|n/a)\b(?=\s*(?:$|[.,;|\n]))",
    re.IGNORECASE,
)


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


@dataclass(frozen=True, slots=True)
class _Answer:
    """What stands behind a name that asks; "nothing" where the question is left open."""

    says: Literal["yes", "no", "nothing"]
    end: int


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
    answer = _answer_behind(text, end)
    if answer is not None and answer.says != "yes":
        status = Status.DENIED if answer.says == "no" else Status.HELD
        return Reading(status, claimed=answer.says == "no", span=(start, answer.end))
    if cue_people.is_of_none(text, start):
        return Reading(Status.DENIED, span=(start, end))
    if cue_people.is_of_others(text, start, end):
        return Reading(Status.HELD, own=False, span=(start, end))
    found = cue_scope.before(text, start, end, others) + cue_scope.behind(text, end, others)
    if cue_people.is_of_the_subject(text, start):
        found = [cue for cue in found if cue.state != "others" or cue.start > start]
    return _resolve(text, start, end, found, others)


def _answer_behind(text: str, end: int) -> _Answer | None:
    """Return the answer behind the name that ends at ``end``, None where nothing is asked."""
    label = _ANSWER.match(text, end)
    if label:
        return _Answer("no", label.end())
    question = _QUESTION.match(text, end)
    if question is None:
        return None
    if question["yes"]:
        return _Answer("yes", question.end())
    return _Answer("no" if question["no"] else "nothing", question.end())


@cache
def state_of_heading(heading: str) -> State | None:
    """Return the state that a heading ("In progress", "Expired") gives to what follows, or None."""
    cues = table.before().find(heading) + table.after().find(heading)
    marked = [cue.state for cue in cues if cue.state in ("in_progress", "lapsed", "wished")]
    return marked[0] if marked else None


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
    if "in_progress" in states and _is_over(text, cues):
        return Reading(Status.DENIED, span=span)
    if "in_progress" in states:
        when = date_ahead(text, cues, others)
        if when or "denied" not in states:
            return Reading(Status.IN_PROGRESS, when=when, span=span)
    if states & {"denied", "not_yet"} and "renewed" not in states:
        return Reading(Status.DENIED, span=span)
    if "wished" in states or ("touched" in states and not _proven(text, end, cues)):
        return Reading(Status.HELD, claimed=False, span=span)
    valid = validity(text, end, cue_scope.reach_behind(text, end, others), cues)
    # Words such as "hold" before a name are no part of it; its date or its grade behind it is.
    near = [
        cue.end
        for cue in cues
        if 0 <= cue.start - end < _NEAR and not re.search(r"[\n|]", text[end : cue.start])
    ]
    span = (start, max([end, *near]))
    return Reading(Status.HELD, affirmed=affirmed, when=valid, until=valid is not None, span=span)


def _is_over(text: str, cues: list[Cue]) -> bool:
    """Whether studies were left, or the last that is told of an application is its refusal."""
    last = max(cue.start for cue in cues if cue.state in ("in_progress", "sitting"))
    return any(
        _GIVEN_UP.search(text, cue.start, cue.end)
        or (cue.start > last and _TURNED_DOWN.search(text, cue.start, cue.end))
        for cue in cues
        if cue.state == "denied"
    )


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


def _proven(text: str, end: int, cues: list[Cue]) -> bool:
    """Whether a course or method is named together with a pass or a certificate.

    The word "certificate" right behind a name belongs to it: "rooms for the X certificate".
    """
    proofs = (
        r"pass\w*|certificate|certified|awarded|credit|merit|distinction|achieved|gained|held|hold"
        r"|qualified|obtained"
    )
    return any(
        cue.state == "held"
        and not (cue.start == end + 1 and text.startswith("certificate", cue.start))
        and re.fullmatch(proofs, text[cue.start : cue.end].split()[0], re.I)
        for cue in cues
    )
