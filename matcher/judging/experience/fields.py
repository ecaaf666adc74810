"""Whether a post, or a phrase, belongs to the field of experience that a role asks for.

Must not know how long is asked, nor how a verdict is worded. The table of titles decides where it
knows the field; where it does not, every word of the field must be there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache, partial

from data.knowledge.experience import (
    less_papers,
    less_things,
    level_of,
    narrowless,
    of_the_group,
    told_by,
)
from data.knowledge.title_tables import functions
from data.knowledge.titles import (
    asked_alone,
    belongs,
    excluded,
    fronts,
    functions_of,
    named_in,
    names_in,
    narrowing,
    occupation,
    runs_place,
    supports,
)
from data.patterns import regex
from matcher.candidates.entry import is_title
from matcher.candidates.listed import is_where
from matcher.facts.sectors.reader import shown_in
from matcher.facts.years.experience_words import content
from matcher.judging.experience.near_fields import own_work, without_goods, without_objects
from matcher.judging.experience.opposites import says_opposite
from matcher.judging.experience.sectors_asked import sectors_meant
from matcher.judging.experience.served import less_people, less_served
from matcher.judging.experience.short_titles import by_initials, in_full, in_short
from matcher.judging.experience.words_of_leading import MANAGES_PEOPLE
from matcher.judging.words.stems import compounds, has_all, holds_compounds, kin

_IN = regex(r"\s+(?:in|into|within|for|at|across|inside)\s+(?:an?\s+|the\s+)?", re.IGNORECASE)
_ACROSS = regex(r"\s+(?:across|within|for|in|with|at|from)\s+", re.IGNORECASE)
# What follows a field without naming another: 'in policy, on secondment from the depot'.
_ADJUNCT = regex(
    r",\s*(?:on|at|from|for|with|in|by|as|under|before|after|all|most(?:ly)?|mainly|latterly|then|first"
    r"|always|never|now|currently)\b",
    re.IGNORECASE,
)
_TRADE = regex(r"(?<=\w)\s+(?:trade|profession|world)$", re.IGNORECASE)
_USE = regex(r"^(?:the\s+)?(?:use|usage)\s+of\s+", re.IGNORECASE)
_BESIDE = regex(r"(?<!working)(?<!worked)(?<!dealing)(?<!liaising)\s+with\s+", re.IGNORECASE)
# 'Warehouse-style' is no warehouse.
_LIKE = regex(r"\b[\w]+-(?:style|like|themed|inspired|looking)\b", re.IGNORECASE)
# 'Driving sales' and 'drove change' are done at no wheel.
_FIGURATIVE = regex(
    r"\bdr(?:ives?|iving|ove|iven)\s+(?:(?!(?:vans?|buses|lorr\w+|trucks?|cars?|taxis?)\b)[\w-]+\s+){0,4}?"
    r"(?:adoption|business|change|culture|customers?|efficienc\w+|engagement|excellence|growth|improvements?"
    r"|innovation|performance|productivity|profit\w*|projects?|quality|results|revenues?|sales|standards"
    r"|strateg\w+|success|transformation|value)\b",
    re.IGNORECASE,
)
_LIST = regex(r"\s*(?:,|;|/|\band\b|\bor\b|&)\s*", re.IGNORECASE)
# Who studies a field has not worked in it; a 'student adviser' has.
_STUDENT = regex(r"\b(?:student|undergraduate)s?\W*$", re.IGNORECASE)
_OR = regex(r"\s+or\s+(?:an?\s+)?|\s*/\s*(?=[a-z])", re.IGNORECASE)
MANAGEMENT = regex(r"\bmanagement\b", re.IGNORECASE)
_MANAGES = regex(
    r"\b(?:manag(?:e|ed|er|ers|es|ing|ement)|head(?:ed)?|lead|leading|led|director|ran|running)\b",
    re.IGNORECASE,
)
_IN_THE_LEAD = regex(
    r"(?:leading|heading|(?:in\s+)?charge\s+of|(?:managing|running)\s+(?:an?|the))\b", re.IGNORECASE
)
# 'A telephone-based role' is work by telephone.
_BY_TELEPHONE = regex(r"\b(?:tele)?phone[\s-]+based\b", re.IGNORECASE)
# Between what is managed and 'manager' these say how much of it: 'store general manager'.
_RANKED = regex(
    r"(?<=\w )(?:general|duty|deputy|assistant|night|senior|area|regional)\s+(?=manager)",
    re.IGNORECASE,
)
# Verbs of one meaning: who 'ran' a depot has been 'managing' it.
_MANAGING = frozenset(("managing", "running", "leading", "heading", "directing", "overseeing"))
# 'Recruiter' and 'recruitment' share so much.
_STEM = 6
_BARE_LEVELS = (["management"], ["manager"], ["managers"])
_TITLE_WORD = regex(r"[a-z]+")
# Words for work on something, and for who does it.
_WORK = frozenset(("administering", "administration", "desk", "handling", "support", "supporting"))
_DOERS = frozenset(
    (
        *(
            "administration",
            "administrator",
            "adviser",
            "advisor",
            "agent",
            "analyst",
            "consultant",
        ),
        *("engineer", "executive", "handler", "lead", "officer", "operator", "principal"),
        *("representative", "senior", "specialist", "support", "technician"),
    )
)
_BRACKETS = regex(r"\s*\([^)]*\)")
# Where a word shows no work of its own: lists, awards, what others say, what is not work.
UNPROVEN_SECTIONS = frozenset(
    (
        *("career_break", "certificates", "education", "keywords", "personal", "qualifications"),
        *("references", "skills", "training", "volunteering"),
    )
)


@dataclass(frozen=True, slots=True)
class Field:
    """A field of experience, read from a phrase of a role.

    Attributes:
        phrase: As asked.
        functions: Keys of the table of titles that it names.
        qualifiers: The words that narrow the function: "dental" of "dental sales"; a post must show
            each of them.
        setting: What stands behind "in" or "for" and names no function: a sector, a place.
        level: The level of management, from ``level_of``, or None.
        leading: Whether people must have been led.
        min_people: Smallest team that counts, or None.
    """

    phrase: str
    functions: frozenset[str]
    qualifiers: tuple[str, ...]
    setting: str
    level: str | None
    leading: bool
    min_people: float | None


@lru_cache(maxsize=4096)
def field_of(phrase: str, *, leading: bool, min_people: float | None) -> Field:
    """Read the field that the phrase of a requirement names."""
    phrase = _TRADE.sub("", _USE.sub("", in_full(phrase)))
    phrase = _BY_TELEPHONE.sub("telephone", phrase)
    parts = _IN.split(phrase, maxsplit=1)
    setting = ""
    if len(parts) == 2 and content(parts[1]) and (named_in(parts[0]) or is_title(parts[0])):
        setting = parts[1]
    head = parts[0] if setting else phrase
    found = named_in(head) or _alone(head)
    level = level_of(head)
    if level in ("management", "line_management") and _is_named_so(head, level):
        level = None
    if level is None and runs_place(head):
        level = "management"
    found, qualifiers = _head_and_qualifiers(head, found)
    # 'Managing a project' is the name of the work; 'running the payroll' is to lead it.
    named_so = any(start == 0 for start, _, _ in names_in(head))
    in_lead = _IN_THE_LEAD.match(head) is not None and not named_so
    led = leading or bool(found and (in_lead or MANAGES_PEOPLE.match(head)))
    return Field(head, found, qualifiers, setting, level, led, min_people)


def _alone(phrase: str) -> frozenset[str]:
    """Return the functions that a phrase asks for by an everyday word: 'training'."""
    return asked_alone(" ".join(content(phrase)))


def _is_named_so(head: str, level: str) -> bool:
    """Whether a level is of the field's own name ('project management', 'door supervision').

    'Warehouse management' asks for a manager of what the table calls a warehouse.
    """
    names = names_in(head)
    if names:
        outside = head
        for start, end, _ in reversed(names):
            outside = f"{outside[:start]} {outside[end:]}"
        return level_of(outside) != level
    return level == "management" and content(head) not in _BARE_LEVELS and is_title(head)


def _head_and_qualifiers(
    phrase: str, found: frozenset[str]
) -> tuple[frozenset[str], tuple[str, ...]]:
    """Tell the function that a phrase ends in from what narrows it: 'dental sales' is sales.

    Of a list ('sales or marketing') every function counts, and nothing narrows.
    """
    names = names_in(phrase)
    if not names or len([part for part in _LIST.split(phrase) if content(part)]) > 1:
        return found, ()
    start, end, last = names[-1]
    rest = f"{phrase[:start]} {narrowing(phrase[start:end], last)} {phrase[end:]}"
    without = narrowless() | functions()[last].implied
    qualifiers = tuple(word for word in content(rest) if word not in without)
    return frozenset(name for a, b, name in names if (a, b) == (start, end)), qualifiers


# One judge asks of one sentence several times, and the judges of a role one after the other.
@lru_cache(maxsize=2048)
def says(field: Field, words: str) -> bool:
    """Whether words speak of the field: by a name of the function or by all words of the phrase.

    A narrower function speaks for one of management only where it is managed, too: who cut major
    incidents or sat at a service desk has not said so.
    """
    words = own_work(_plain(words), partial(_names, field))
    if field.functions or is_title(field.phrase):
        words = less_people(words)
    if field.functions:
        words = less_served(words, field.functions, field.phrase)
        words = without_objects(field.functions, without_goods(words))
    if _is_elsewhere(field, words):
        return False
    if not field.functions:
        wanted = sectors_meant(field.phrase) if not field.level else frozenset()
        if wanted:
            return not wanted.isdisjoint(shown_in(words))
        phrases = _OR.split(field.phrase)
        words = less_things(words)
        return any(holds(of_the_group(content(phrase)), words) for phrase in phrases)
    if not named_in(field.phrase) and holds(content(field.phrase), words):
        return True
    named = named_in(words) or _alone(words)
    if MANAGEMENT.search(field.phrase) and not _MANAGES.search(words):
        return bool(named & field.functions)
    return bool(named & wide(field.functions))


def _plain(words: str) -> str:
    """Return words with shortened titles in full, less papers, likenesses and figures of speech."""
    return _FIGURATIVE.sub(" ", _LIKE.sub(" ", in_full(less_papers(words))))


def _names(field: Field, trade: str) -> bool:
    """Whether a trade is of the field itself: recruitment of HR, insurance of 'motor insurance'."""
    if field.functions and named_in(trade) & wide(field.functions):
        return True
    return trade.split()[-1].lower()[:_STEM] in f"{field.phrase} {field.setting}".lower()


def holds(wanted: list[str], words: str) -> bool:
    """Whether words hold each word of a phrase in some form, or what else tells of it."""
    missing = []
    for word in wanted:
        told = _MANAGES if word in _MANAGING else told_by(word)
        if told is None or not told.search(words):
            missing.append(word)
    return bool(wanted) and (not missing or has_all(missing, words))


def _is_elsewhere(field: Field, words: str) -> bool:
    """Whether words name what only sounds like the field: a teaching assistant is no teacher."""
    if says_opposite(field.functions, field.phrase, words):
        return True
    return any(excluded(words, name) for name in field.functions or functions_of(field.phrase))


def says_only(field: Field, words: str) -> bool:
    """Whether words speak of the field and of no other beside it ('retail, rail and IT' do not)."""
    if not says(field, words):
        return False
    main = _BESIDE.split(words, maxsplit=1)[0]
    if main != words and main.strip():
        return says_only(field, main)  # 'Retail with a little payroll' is no payroll.
    head = _ACROSS.split(_ADJUNCT.split(words, maxsplit=1)[0], maxsplit=1)[0]
    if head != words and says_only(field, head):
        return True
    title, comma, rest = words.partition(",")
    where = " " in rest.strip() and is_where(f"at {rest.strip()}")
    if (
        comma
        and (where or (is_title(title) and not occupation().search(rest)))
        and says_only(field, title)
    ):
        return True  # 'Baker, bread and cakes', 'baking, Ashby Stores'.
    parts = [part for part in _LIST.split(words) if content(part)]
    if len(parts) < 2:
        return True
    rest = words
    own = wide(field.functions)
    for start, end, name in reversed(names_in(words)):
        if name in own:
            rest = f"{rest[:start]} {rest[end:]}"
    for name in sorted(own):
        rest = functions()[name].phrases.left_out(rest)
    others = [part for part in _LIST.split(rest) if content(part)]
    return not others or not field.functions


@lru_cache(maxsize=16384)
def title_fits(field: Field, title: str) -> bool:
    """Whether a title alone belongs to the field's function."""
    title = own_work(_plain(title), partial(_names, field))
    if _is_same(field.phrase, title):
        return True
    if field.functions or is_title(field.phrase):
        title = less_people(title)
    if field.functions:
        title = less_served(title, field.functions, field.phrase)
        title = without_objects(field.functions, title)
    if _is_elsewhere(field, title) or _STUDENT.search(title):
        return False
    if any(belongs(title, name) or fronts(title, name) for name in field.functions):
        return True
    if (plain := _RANKED.sub("", title)) != title and title_fits(field, plain):
        return True
    if any(supports(title, name) for name in field.functions):
        return False
    if shortens(field, title):
        return True
    if field.functions and (not field.qualifiers or len(content(field.phrase)) < 2):
        return False  # The table knows the field: a 'market trader' is not in marketing.
    # 'Pre-sales' is of 'presales' and of 'sales'.
    words = compounds(_TITLE_WORD.findall(title.lower().replace("-", "")))
    words += _TITLE_WORD.findall(title.lower())
    manages = _MANAGES.search(title) is not None
    if not field.functions and _does(field.phrase, title):
        return True
    return any(
        holds_compounds([word for word in wanted if not (manages and word in _MANAGING)], words)
        for wanted in _alternatives(field.phrase)
    )


def _does(phrase: str, title: str) -> bool:
    """Whether a title says who does the work that a phrase says is done: 'Linux Engineer'.

    Of both, all words but those for doing it must be the same: 'live chat support' is what a live
    chat agent does, and not what a live chat software engineer does.
    """
    thing = [word for word in content(phrase) if word not in _WORK]
    held = [word for word in content(_BRACKETS.sub("", title)) if word not in _DOERS]
    if not thing or len(thing) == len(content(phrase)) or len(held) == len(content(title)):
        return False
    return holds_compounds(thing, compounds(held)) and holds_compounds(held, compounds(thing))


def _is_same(phrase: str, title: str) -> bool:
    """Whether a title is the phrase itself: 'CRM administrator' of 'CRM administration'."""
    wanted, held = content(phrase), content(_BRACKETS.sub("", title))
    return len(wanted) == len(held) > 1 and all(map(kin, wanted, held))


def shortens(field: Field, words: str) -> bool:
    """Whether words hold the title that is asked as its initials: 'SDM, Acme, since 2020'."""
    names = field.functions or functions_of(field.phrase)
    return by_initials(names, words) or in_short(field.phrase, words)


@lru_cache(maxsize=4096)
def _alternatives(phrase: str) -> tuple[tuple[str, ...], ...]:
    """Return the words of each alternative of a phrase that a title must hold in some form."""
    told = (content(each) for each in _OR.split(phrase))
    wanted = (tuple(word for word in each if word not in {"of", "and", "or"}) for each in told)
    return tuple(each for each in wanted if each)


@lru_cache(maxsize=4096)
def wide(names: frozenset[str]) -> frozenset[str]:
    """Return functions with all that they include."""
    return names.union(*(functions()[name].includes for name in names)) if names else names
