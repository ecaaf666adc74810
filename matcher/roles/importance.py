"""How strongly a role asks: essential or desirable, at a span of a sentence.

Must not know what is asked. Three sources, in this order: words in the sentence ('X is an
advantage', 'ideally X'), the section it stands in, and essential where neither says anything.
A marker reaches as far as its clause: 'X essential, Y desirable' splits at the first marker, and
'(DV an advantage)' speaks of what is in its brackets.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from data.knowledge.asking import asking, lowered
from data.patterns import regex
from matcher.types import Importance, Sentence

_CLAUSE = regex(r";|\(|\)|\bbut\b|\bwhilst\b|\bwhile\b|\.\s|\n")
_SOFT_CLAUSE = regex(r",|\band\b|\bwith\b")
# Short names in a row with 'or' before the last: a wish for any of them is a wish for them all.
_ALTERNATIVES = regex(r"\s*(?:[\w'’+#./-]+(?: [\w'’+#./-]+)?, ?)+(?:[\w'’+#./-]+ ){1,2}or\b")
_VERB = regex(r"\b(?:is|are|would|will|be|were|was)\b[\s\w]{0,14}$", re.IGNORECASE)
_CONTINUES = regex(
    r"\s*,?\s*(?:using|including|particularly|such as|especially|e\.g|as (?:would|will|is|are))\b",
    re.IGNORECASE,
)
# A marker as (start, end, importance, looks ahead).
_Marker = tuple[int, int, Importance, bool]
_STILL = regex(r"[,\s]*(?:\w+\s+){0,3}")
_AS_WELL = regex(r"\s*,?\s+as\s+(?:would|will|is|are)\s+", re.IGNORECASE)
_JUST = regex(r"[\s()\[\],:.-]*")


@dataclass(frozen=True, slots=True)
class _Reach:
    """The stretch of a sentence that one marker speaks of."""

    start: int
    end: int
    importance: Importance


def marked_importance(sentence: Sentence, start: int, end: int) -> Importance | None:
    """Return what the sentence says of the words at ``[start, end)``, None where it says nothing.

    Offsets are those of the document.
    """
    first, last = start - sentence.start, end - sentence.start
    best: tuple[int, int, Importance] | None = None
    for reach in reaches(sentence.text):
        shared = min(last, reach.end) - max(first, reach.start)
        if shared > 0:
            width = reach.end - reach.start
            key = (shared, -width, reach.importance)
            if best is None or key[:2] > best[:2]:
                best = key
    return best[2] if best else None


def default_importance(sentence: Sentence) -> Importance:
    """Return what the section says where the sentence itself says nothing."""
    return Importance.DESIRABLE if sentence.section == "desirable" else Importance.ESSENTIAL


def unneeded(sentence: Sentence) -> list[tuple[int, int]]:
    """Return spans of the document of which the sentence says that they are not asked.

    'A van is not essential' asks for no van; 'a van is desirable but not essential' does.
    """
    text = lowered(sentence.text)
    wanted = asking()["desirable.before"].search(text) or any(
        "not" not in match.group() for match in asking()["desirable.after"].finditer(text)
    )
    if wanted:
        return []
    spans = [(m.end(), _forward(text, m.end())) for m in asking()["unneeded.before"].finditer(text)]
    spans += [
        (_backward(text, m.start(), 0), m.start())
        for m in asking()["unneeded.after"].finditer(text)
    ]
    return [(sentence.start + start, sentence.start + end) for start, end in spans]


def parts(sentence: Sentence) -> list[Sentence]:
    """Split a sentence where its importance changes, so that each part asks with one voice.

    'SC clearance (DV an advantage)' is two; a sentence of one importance is returned as it is.
    """
    default = default_importance(sentence)
    spans: list[tuple[int, int, Importance]] = []
    at = 0
    for reach in reaches(sentence.text):
        if reach.start > at:
            spans.append((at, reach.start, default))
        spans.append((max(at, reach.start), reach.end, reach.importance))
        at = max(at, reach.end)
    spans.append((at, len(sentence.text), default))
    spans = [span for span in spans if re.search(r"\w\w", sentence.text[span[0] : span[1]])]
    joined: list[tuple[int, int, Importance]] = []
    for start, end, importance in spans:
        if joined and joined[-1][2] is importance:
            joined[-1] = (joined[-1][0], end, importance)
        else:
            joined.append((start, end, importance))
    if len(joined) < 2:
        joined = [(0, len(sentence.text), default)]
    cuts = [
        (first, last)
        for start, end, _ in joined
        for first, last in _clauses(sentence.text, start, end)
    ]
    if len(cuts) == 1:
        return [sentence]
    return [
        replace(
            sentence,
            text=sentence.text[start:end],
            start=sentence.start + start,
            end=sentence.start + end,
        )
        for start, end in cuts
    ]


def _clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Part 'X would help, as would Y' before what is wished for as well."""
    spans = []
    at = start
    for match in _AS_WELL.finditer(text, start, end):
        spans.append((at, match.start()))
        at = match.end()
    return [*spans, (at, end)]


@lru_cache(maxsize=256)
def reaches(text: str) -> tuple[_Reach, ...]:
    """Return what each marker of importance in a sentence speaks of, in order.

    Kept, because each thing that a sentence asks for looks up its own importance.
    """
    text = lowered(text)
    found: list[_Reach] = []
    after_end = 0
    for start, end, importance, before in _markers(text):
        whole = _bracket(text, start, end)
        if whole:
            found.append(_bracketed(text, whole, after_end, importance))
            after_end = whole[1]
        elif before:
            if found and found[-1].end > start:
                found[-1] = _Reach(found[-1].start, start, found[-1].importance)
            found.append(_Reach(start, _forward(text, end), importance))
        else:
            begin = _backward(text, start, after_end)
            if found and found[-1].end > start:
                begin = _parting(text, found[-1].start, start)
                found[-1] = _Reach(found[-1].start, begin, found[-1].importance)
            found.append(_Reach(begin, _tail(text, end), importance))
            after_end = end
    return tuple(found)


def _parting(text: str, start: int, end: int) -> int:
    """Where 'must have X and Y would help' passes from one marker's clause to the other's.

    A bracket ('must have X (Y a bonus)') keeps its marker to itself.
    """
    opening = text.rfind("(", start, end)
    if opening > text.rfind(")", start, end):
        return opening + 1
    stops = [stop.start() for stop in _SOFT_CLAUSE.finditer(text, start, end)]
    return stops[-1] if stops else start


def _markers(text: str) -> list[_Marker]:
    """Markers as (start, end, importance, looks ahead), the longest where they overlap."""
    table = asking()
    found = [
        (*match.span(), importance, side == "before")
        for importance in (Importance.DESIRABLE, Importance.ESSENTIAL)
        for side in ("after", "before")
        for match in table[f"{importance.value}.{side}"].finditer(text)
    ]
    found.sort(key=lambda m: (-(m[1] - m[0]), m[0]))
    kept: list[_Marker] = []
    for start, end, importance, before in found:
        if any(start < k[1] and k[0] < end for k in kept):
            continue
        kept.append((start, end, importance, _speaks_forward(text, start, end, importance, before)))
    kept.sort()
    return [
        marker
        for marker, before in zip(kept, [None, *kept], strict=False)
        if before is None or not _softened(text, before, marker)
    ]


def _softened(text: str, one: _Marker, two: _Marker) -> bool:
    """'Ideally, candidates must have ...' wishes, however it goes on."""
    wishes = one[2] is Importance.DESIRABLE and one[3]
    demands = two[2] is Importance.ESSENTIAL and two[3]
    return wishes and demands and _STILL.fullmatch(text, one[1], two[0]) is not None


def _speaks_forward(text: str, start: int, end: int, importance: Importance, before: bool) -> bool:
    """Some words mark either side: they look ahead where they open the text or a colon follows."""
    word = text[start:end]
    if asking()[f"{importance.value}.before"].fullmatch(word) is None:
        return False
    if asking()[f"{importance.value}.after"].fullmatch(word) is None:
        return before
    return not text[:start].strip(" ,;(*-") or text[end : end + 1] == ":"


def _bracket(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The brackets around a marker that stands alone in them, else None."""
    opening = text.rfind("(", 0, start)
    closing = text.find(")", end)
    if opening < 0 or closing < 0 or ")" in text[opening:start]:
        return None
    alone = _JUST.fullmatch(text[opening:start]) and _JUST.fullmatch(text[end : closing + 1])
    return (opening, closing + 1) if alone else None


def _bracketed(text: str, whole: tuple[int, int], floor: int, importance: Importance) -> _Reach:
    """'X (desirable)' speaks of X; '(Desirable) X' at the start of a text of what follows."""
    if not text[: whole[0]].strip(" -•*"):
        return _Reach(whole[0], len(text), importance)
    return _Reach(_backward(text, whole[0], floor), whole[1], importance)


def _forward(text: str, start: int) -> int:
    """Where the clause that a marker opens ends; brackets within it are part of it."""
    at = start
    while stop := _CLAUSE.search(text, at):
        closing = text.find(")", stop.end()) if stop.group() == "(" else -1
        if closing < 0:
            return stop.start()
        at = closing + 1
    return len(text)


def _backward(text: str, end: int, floor: int) -> int:
    """Where the clause that a marker closes begins.

    With a verb ('X and Y would be useful') it goes back to the clause's start; a bare adjective
    ('X, Y preferred') only to the last comma or 'and', unless the commas part alternatives
    ('X, Y or Z preferred').
    """
    start = floor
    for stop in _CLAUSE.finditer(text, floor, end):
        start = stop.end()
    if not _VERB.search(text[start:end]):
        for stop in _SOFT_CLAUSE.finditer(text, start, end):
            if stop.group() == "," and not _ALTERNATIVES.match(text, start, end):
                start = stop.end()
    return start


def _tail(text: str, end: int) -> int:
    """A marker's clause ends with it, unless words follow that go on about the same thing."""
    return _forward(text, end) if _CONTINUES.match(text, end) else end
