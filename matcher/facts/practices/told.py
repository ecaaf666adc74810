"""What a sentence of a CV says of a practice of the table: that it was done, denied or cannot be.

Must not know what a role asks, nor what a verdict is. A practice's name alone shows nothing where
it is wished for, taught, somebody else's or an item of a bare list.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import cache

from data.knowledge.asking import plain
from data.knowledge.practices import Practice, practices
from data.patterns import regex
from matcher.facts.layout.clauses import clause_between
from matcher.facts.practices.asked import listed
from matcher.facts.practices.own_things import is_own
from matcher.facts.practices.shortcomings import falls_short
from matcher.facts.states.disowned import Stance, is_for_good, stance
from matcher.facts.states.not_own import is_not_own
from matcher.facts.states.wishes import wished
from matcher.facts.tools.use import is_anothers

Span = tuple[int, int]

_CLAUSE = regex(
    r"(?:(?<!\.)\.|[;|\n])(?=\s|$)|\s[-–—|]\s|,?\s\b(?:but|although|though|whereas|however)\s"
)
_DENY = regex(
    r"\b(?P<unable>can ?not|can't|unable|not (?:currently )?(?:able|available|willing|prepared)"
    r"|unavailable|unwilling|no longer(?: able)?)\b"
    r"|\b(?P<never>never|(?:have|has)(?: not|n't)(?: yet| ever)?|did(?: not|n't)"
    r"|no (?:\w+ )?experience)\b"
    r"|\b(?:no|not|none|nor|neither|without|nil|zero|(?:is|was|do|does|were|are)(?:n't| not))\b"
)
_DENIED_BEHIND = regex(
    r"\s*[:(,–-]?\s*(?:was |is |were |are |has been |have been )?(?:none|nil|never|n/a"
    r"|no(?=\s*(?:$|[,;.)]))|not (?:yet|so far|to date|possible|available|an option|required"
    r"|something i|part of|possible for me|done|tried))\b"
)
# 'Handling cash and cards was not part of my job', 'bathing residents was never asked of me'.
_NOT_MINE_BEHIND = regex(
    r"\s+(?:(?!which|that|it|this)[\w'-]+\s+){0,5}?(?:was|were|is|are)\s+(?:not|never)\s+(?:part\s+of|among|within|asked"
    r"|required)\b"
    r"|(?:\s+[\w'-]+){0,5}:\s*(?:none|nil|never)\b"
)
# 'No lone working incidents' denies the incidents.
_FAULTS = regex(
    r"\s+(?:\w+\s+)?(?:incidents?|accidents?|complaints?|errors?|mistakes?|issues?|problems?|off"
    r"|discrepanc\w+|breach\w*|injur\w+|loss(?:es)?|shortfalls?|missed|dropped|lost|unanswered"
    r"|is too|too)\b"
)
# What is done to a thing instead of doing it, and what somebody does no more.
_UNDONE = regex(
    r"\b(?:refus|avoid|abolish|outsourc|eliminat|replac|automat|remov|audit|review|plann|install|clean"
    r"|interview|research|program|sleep|fil|end)(?:s|ed|ing|es)\b(?:\s+(?!and\b|or\b)[\w'-]+){0,3}\s*$"
    r"|\b(?:bought|read|rarely|seldom)\b(?:\s+(?!and\b|or\b)[\w'-]+){0,3}\s*$"
)
_NO_MORE = regex(r"\b(?:no longer|not any ?more|until my (?:injury|illness|accident|operation))\b")
_LEARNS = regex(r"\b(?:learn|learning|next step)\b")
_WILLING = regex(
    r"\b(?:willing|happy|prepared|able|available|availability|open to|can(?! not)|content|glad"
    r"|flexible|comfortable|ready|don't mind|do not mind|no objection|will(?:ingly)?)\b"
)
_TAUGHT = regex(
    r"\b(?:courses?|training|workshops?|modules?|certificates?|awareness|refresher|trained"
    r"|qualification|policy|policies|guidance|guide|procedures?|book|lecture|seminar|software|apps?)\s+"
    r"(?:in|on|for|about|covering)\s+(?:\w+\s+){0,5}$"
)
_TEAM = regex(
    r"\b(?:manag(?:e|ed|es|ing)|led|leads?|leading|supervis\w+|oversaw|oversee\w*|train\w*|coach\w*"
    r"|recruit\w*|roster\w*|schedul\w*|ran|allocat\w*|employ\w*|hir\w+|support(?:ed|ing)?)\s+"
    r"(?:\S+\s+){0,4}?(?:teams?|agents?|advis[eo]rs|staff|people|colleagues|nurses|operatives"
    r"|drivers|carers|officers|guards|handlers|clerks|cashiers|crews?|porters|assistants)\b[^.;]*$"
    r"|\b(?:colleagues?|others|(?:my|our|the|an?|their) (?:[\w&]+ ){0,2}(?:team|secretary|assistant"
    r"|pa|clerk|deputy|manager|supervisor|staff|agents|analysts?|consultants?|contractors?|suppliers?"
    r"|department|officer|nurse|engineer|lead|head|director|trainer))\s+"
    r"(?:who |which |that |had |has |have |always |usually )*$"
)
# 'Led a data entry team': whoever leads it need not do what it does.
_LEADS = regex(
    r"\b(?:manag(?:e|ed|es|ing)|led|leads?|leading|supervis\w+|oversaw|oversee\w*|roster\w*|ran"
    r"|schedul\w*|recruit\w*|train\w*|coach\w*)\s+(?:\S+\s+){0,3}$"
)
_CREW = regex(
    r"(?:\s+\w+)?\s+(?:teams?|crews?|departments?|staff|agents|clerks|advis[eo]rs|operatives|people)\b"
)
_ITEMS = regex(r"\s*[,;|•·]\s*|\s{3,}")
_BARE_ITEMS, _ITEM_WORDS = 4, 4
_LISTS = frozenset({"keywords", "skills", "tools", "technical"})


class Said(Enum):
    """What a sentence says of a practice."""

    SHOWN = "shown"
    DENIED = "denied"
    NEVER = "never"
    UNABLE = "unable"


def told(
    row: Practice, text: str, section: str, *, willing: bool, following: str = ""
) -> tuple[Said, Span] | None:
    """Return what a sentence of a CV says of a practice, and where; None where it says nothing.

    Args:
        row: The practice.
        text: The sentence.
        section: Kind of the section it stands in.
        willing: Whether being willing to do it shows it.
        following: The next sentence, where it leans back on this one.
    """
    small = text.lower()
    if not any(part in small for part in row.hints):
        return None
    low = plain(text)
    outright = row.denied.search(low)
    if outright and _is_ones_own(row, text, low, outright.span()):
        return Said.DENIED, outright.span()
    shown = [match.span() for match in row.shown.finditer(low)]
    if row.beside:
        shown += [(start, end) for start, end, each in listed(row.family, low) if each is row]
    named = [*shown, *(match.span() for match in row.asked.finditer(low))]
    shown = [span for span in shown if _is_ones_own(row, text, low, span)]
    named = [span for span in named if _is_ones_own(row, text, low, span)]
    weak = next((span for span in named if falls_short(text, *span)), None)
    if weak is not None:
        return Said.DENIED, weak
    whole = f"{text} {following}".rstrip()
    stances = [stance(whole, *span) for span in named]
    if Stance.DENIED in stances:
        return Said.NEVER if is_for_good(whole) else Said.DENIED, named[
            stances.index(Stance.DENIED)
        ]
    if Stance.ABSENT in stances:
        return None
    denials = [said for span in named if (said := _denied(low, *span)) is not None]
    if denials:
        return min(denials, key=lambda each: list(Said).index(each[0]) * -1)
    if willing and row.ability:
        shown += [span for span in named if _is_offered(low, *span)]
    for start, end in shown:
        if _is_done(row, text, low, (start, end), section, willing=willing):
            return Said.SHOWN, (start, end)
    return None


def _clause(low: str, start: int, end: int) -> Span:
    return clause_between(low, start, end, _CLAUSE)


def _is_ones_own(row: Practice, text: str, low: str, span: Span) -> bool:
    """Whether a thing that anybody may have is the person's; of a practice, always."""
    return not row.of_oneself or is_own(text, low, _clause(low, *span)[0], span)


@cache
def _scope() -> frozenset[str]:
    """Words that may stand between a denial and the name it denies."""
    names: set[str] = set()
    for row in practices().rows:
        for name in row.beside:
            names.update(name.split())
    return practices().between | names


def _denied(low: str, start: int, end: int) -> tuple[Said, Span] | None:
    first, last = _clause(low, start, end)
    if _FAULTS.match(low, end):
        return None
    if _NOT_MINE_BEHIND.match(low, end):
        return Said.DENIED, (start, end)
    if behind := _DENIED_BEHIND.match(low, end):
        return Said.NEVER if "never" in behind.group() else Said.DENIED, (start, behind.end())
    for cue in reversed(list(_DENY.finditer(low, first, start))):
        between = low[cue.end() : start]
        if not set(re.findall(r"[a-z0-9']+", between)) <= _scope():
            continue
        if "," in between and not re.search(r"\b(?:or|nor)\b", low[cue.end() : last]):
            continue
        said = Said.UNABLE if cue["unable"] else Said.NEVER if cue["never"] else Said.DENIED
        return said, (cue.start(), end)
    return None


def _is_offered(low: str, start: int, end: int) -> bool:
    """Whether words say that the person would do it: 'open to shifts'."""
    first, _ = _clause(low, start, end)
    cues = list(_WILLING.finditer(low, first, start))
    return bool(cues) and set(re.findall(r"[a-z0-9']+", low[cues[-1].end() : start])) <= _scope()


def _is_done(
    row: Practice, text: str, low: str, span: Span, section: str, *, willing: bool
) -> bool:
    """Whether a mention says that the person does it: no wish, no course, no item of a list."""
    start, end = span
    first, last = _clause(low, start, end)
    if practices().noise.match(low, end) or _is_listed(text, section):
        return False
    before = low[first:start]
    if _TAUGHT.search(before) or _TEAM.search(before):
        return False
    if _UNDONE.search(before) or _NO_MORE.search(low):
        return False
    if _CREW.match(low, end) and _LEADS.search(before):
        return False
    if is_anothers(text, first, start, end, last) or is_not_own(low, first, start, end):
        return False
    ready = wished(text, start, end) or _WILLING.search(before) or _LEARNS.search(before)
    return not ready or (willing and row.ability)


def _is_listed(text: str, section: str) -> bool:
    """Whether a sentence is but a list of names, as under 'Key skills'."""
    items = [item for item in _ITEMS.split(text) if item]
    most = _BARE_ITEMS if section not in _LISTS else _BARE_ITEMS - 1
    return len(items) >= most and all(len(item.split()) <= _ITEM_WORDS for item in items)
