"""Whether a post, or a phrase, belongs to the field of experience that a role asks for.

Must not know how long is asked, nor how a verdict is worded. The table of titles decides where it
knows the field; where it does not, every word of the field must be there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from data.knowledge.experience import level_of
from data.knowledge.sectors import sectors
from data.knowledge.titles import belongs, functions, leads_people, named_in, rank
from matcher.candidates.entry import is_title
from matcher.facts.experience_words import content
from matcher.judging.stems import has_all, kin
from matcher.types import Candidate, Sentence
from matcher.values import People, Sector

_IN = re.compile(r"\s+(?:in|within|for|at|across|inside)\s+(?:an?\s+|the\s+)?", re.IGNORECASE)
_ACROSS = re.compile(r"\s+(?:across|within|for|in|with|at|from)\s+", re.IGNORECASE)
_LIST = re.compile(r"\s*(?:,|;|/|\band\b|\bor\b|&)\s*", re.IGNORECASE)
_MANAGER = 3
NO_REPORTS = re.compile(
    r"\bno\s+(?:direct\s+)?(?:reports|staff|team|line\s+management|people)\b|\bnobody\s+report"
    r"|\bindividual\s+contributor\b"
    r"|\bwithout\s+(?:direct\s+reports|line\s+management|staff)\b|\bsole\s+(?:practitioner"
    r"|contributor)\b",
    re.IGNORECASE,
)
_LED = re.compile(
    r"\b(?:line[\s-]+manag\w+|led|lead|leading|manag(?:e|ed|ing)|supervis(?:e|ed|ing)"
    r"|head(?:ed)?)\s+(?:\w+\s+){0,4}?(?:teams?|people|staff|managers|"
    r"analysts|advisers|advisors|agents|engineers|nurses|colleagues|reports|department)\b"
    r"|\breport(?:s|ed)?\s+to\s+me\b|\bline\s+manager\s+(?:of|to|for)\b",
    re.IGNORECASE,
)


class Fit(Enum):
    """Whether a post belongs to a field."""

    YES = "yes"
    UNKNOWN = "unknown"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Field:
    """A field of experience, read from a phrase of a role.

    Attributes:
        phrase: As asked.
        functions: Keys of the table of titles that it names.
        setting: What stands behind "in" or "for" and names no function: a sector, a place.
        level: The level of management, from ``level_of``, or None.
        leading: Whether people must have been led.
        min_people: Smallest team that counts, or None.
    """

    phrase: str
    functions: frozenset[str]
    setting: str
    level: str | None
    leading: bool
    min_people: float | None


def field_of(phrase: str, *, leading: bool, min_people: float | None) -> Field:
    """Read the field that the phrase of a requirement names."""
    parts = _IN.split(phrase, maxsplit=1)
    setting = ""
    if len(parts) == 2 and content(parts[1]) and (named_in(parts[0]) or is_title(parts[0])):
        setting = parts[1]
    head = parts[0] if setting else phrase
    found = named_in(head)
    level = level_of(head)
    if level == "management" and (found or (content(head) != ["management"] and is_title(head))):
        # 'Project management', 'Service Desk Manager': the field's own name, not a level.
        level = None
    return Field(head, found, setting, level, leading, min_people)


def fits_post(field: Field, candidate: Candidate, index: int) -> Fit:
    """Return whether the post ``index`` of a candidate belongs to the field."""
    title = candidate.positions[index].title or ""
    sentences = [each for each in candidate.sentences if each.position == index]
    # 'Porter at a hotel': the heading says where, though it names nobody.
    employer = candidate.positions[index].employer or (sentences[0].text if sentences else "")
    belonging = _in_function(field, title, employer, sentences) or _stood_in(
        _sectors_in("" if field.functions or field.level else field.phrase), candidate, index
    )
    if not belonging and rank(title) >= _MANAGER and _is_wider(field, title):
        # Who runs service management may run its incidents: the CV leaves it open.
        return Fit.UNKNOWN
    if not belonging or not _in_setting(field, candidate, index, sentences):
        return Fit.NO
    return _at_level(field, candidate, index, title, sentences)


def _in_function(field: Field, title: str, employer: str, sentences: list[Sentence]) -> bool:
    if field.functions:
        if title_fits(field, title) or _of_the_trade(field, employer):
            return True
        # A head of service management who tells of incidents has worked in incident management.
        return _is_wider(field, title) and any(says(field, each.text) for each in sentences)
    if field.level or not content(field.phrase):
        return True
    return _title_says(field.phrase, title) or any(says(field, each.text) for each in sentences)


def _of_the_trade(field: Field, employer: str) -> bool:
    """Whether any post with the employer is experience of the field ('retail' in a supermarket)."""
    patterns = (functions()[name].employers for name in sorted(field.functions))
    return any(pattern is not None and pattern.search(employer) for pattern in patterns)


def _is_wider(field: Field, title: str) -> bool:
    """Whether a title belongs to a function that includes one of the field's."""
    return any(
        belongs(title, name)
        for name, function in functions().items()
        if field.functions & function.includes
    )


def _stood_in(wanted: frozenset[str], candidate: Candidate, index: int) -> bool:
    """Whether a post stood in one of the sectors wanted, or in a narrower one."""
    return any(
        wanted & sectors().wider(fact.value.name)
        for fact in candidate.facts
        if isinstance(fact.value, Sector) and fact.position == index
    )


def _sectors_in(phrase: str) -> frozenset[str]:
    """Return the sectors that a phrase names."""
    low = f" {' '.join(re.findall(r'[a-z&-]+', phrase.lower()))} "
    return frozenset(
        row.name
        for row in sectors().rows.values()
        if any(f" {name.lower()} " in low for name in (row.name, *row.names))
    )


def _title_says(phrase: str, title: str) -> bool:
    words = list(re.findall(r"[a-z]+", title.lower()))
    wanted = [word for word in content(phrase) if word not in {"of", "and", "or"}]
    return bool(wanted) and all(any(kin(word, other) for other in words) for word in wanted)


def _in_setting(field: Field, candidate: Candidate, index: int, sentences: list[Sentence]) -> bool:
    if not field.setting or _stood_in(_sectors_in(field.setting), candidate, index):
        return True
    around = named_in(field.setting)
    if around:
        # 'Incident management in IT operations': the setting is a function of its own.
        title = candidate.positions[index].title or ""
        return field.functions <= _wide(around) or any(belongs(title, name) for name in around)
    wanted = content(field.setting)
    told = [*(each.text for each in sentences), candidate.positions[index].employer or ""]
    return any(has_all(wanted, text) for text in told)


def _at_level(
    field: Field, candidate: Candidate, index: int, title: str, sentences: list[Sentence]
) -> Fit:
    heading_end = sentences[0].end if sentences else 0
    people = [
        fact.value
        for fact in candidate.facts
        if isinstance(fact.value, People)
        and fact.position == index
        # A head count in the heading of a post is the post's own ('Store Manager, 9 sellers').
        and (fact.value.owned or fact.end <= heading_end)
    ]
    if field.level == "managing_managers":
        return Fit.YES if any(each.managers for each in people) else _maybe(rank(title) >= 4)
    if field.level == "senior_leadership":
        return Fit.YES if rank(title) >= 4 else Fit.NO
    if field.level == "management":
        return Fit.YES if (rank(title) >= 3 and leads_people(title)) or people else Fit.NO
    if not field.leading and field.level != "line_management":
        return Fit.YES
    if any(NO_REPORTS.search(each.text) for each in sentences):
        return Fit.NO
    counts = [each.count for each in people if each.count is not None]
    led = bool(people) or leads_people(title) or any(_LED.search(each.text) for each in sentences)
    if field.min_people is not None and led:
        if counts:
            return Fit.YES if max(counts) >= field.min_people else Fit.NO
        return Fit.UNKNOWN
    # A service manager may or may not have people; the title does not say.
    return Fit.YES if led else _maybe(rank(title) >= _MANAGER)


def is_below(field: Field, title: str) -> bool:
    """Whether a title stands lower on the ladder of management than the level that is asked."""
    return field.level == "senior_leadership" and 2 <= rank(title) < 4


def _maybe(possible: bool) -> Fit:
    return Fit.UNKNOWN if possible else Fit.NO


def says(field: Field, words: str) -> bool:
    """Whether words speak of the field: by a name of the function or by all words of the phrase."""
    if field.functions:
        return bool(named_in(words) & _wide(field.functions))
    return has_all(content(field.phrase), words)


def says_only(field: Field, words: str) -> bool:
    """Whether words speak of the field and of no other beside it ('retail, rail and IT' do not)."""
    if not says(field, words):
        return False
    head = _ACROSS.split(words, maxsplit=1)[0]
    if head != words and says_only(field, head):
        return True
    parts = [part for part in _LIST.split(words) if content(part)]
    if len(parts) < 2:
        return True
    rest = words
    for name in sorted(_wide(field.functions)):
        rest = functions()[name].phrases.sub(" ", rest)
    others = [part for part in _LIST.split(rest) if content(part)]
    return not others or not field.functions


def title_fits(field: Field, title: str) -> bool:
    """Whether a title alone belongs to the field's function."""
    return any(belongs(title, name) for name in field.functions) or _title_says(field.phrase, title)


def _wide(names: frozenset[str]) -> frozenset[str]:
    return names.union(*(functions()[name].includes for name in names)) if names else names
