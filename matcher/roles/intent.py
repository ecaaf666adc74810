"""What a sentence of a role does: ask something of the person, tell a duty, or neither.

Must not know what is asked. The section decides where it can; elsewhere the grammar does: who is
the subject, and whether the verb is one of having ('will hold', 'must be registered') or of doing
('will manage').
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache

from data.knowledge.asking import alternation, asking, lowered
from data.patterns import regex
from matcher.types import Sentence

ASKING_SECTIONS = frozenset({"essential", "desirable", "requirements"})
QUIET_SECTIONS = frozenset(
    {"benefits", "employer", "application", "conditions", "details", "development"}
)


class Intent(StrEnum):
    """What a sentence does."""

    ASKS = "asks"
    DUTY = "duty"
    SILENT = "silent"


_WITH = regex(
    r"\b(?:with|who (?:has|have|is|are|can)|must|having|essential|required)\b", re.IGNORECASE
)
_WHOLE_SENTENCE = 8
_FINITE = regex(r"\b(?:is|are|was|were|has|have|had|will|can|we|our|us)\b")
# 'Looking for someone to lead the depot' tells the work, not the person.
_SOUGHT_TO_DO = regex(
    r"\b(?:looking for|seeking|recruiting|require|need|needs|requires)\s+"
    r"(?:[\w'’-]+\s+){1,5}?to(?:\s+[a-z]|\s*:)"
)
# Among duties, too, a line that opens with an award is asked of the person.
_AWARD_FIRST = regex(
    r"\W*(?:(?:hold|possess|have)\s+(?:an?\s+)?)?(?:(?:full|current|valid|relevant|recognised)\s+)*"
    r"(?:b\.?sc|b\.?eng|m\.?sc|mba|phd|degree|diploma|gcses?|hn[cd]|[ns]vq|rgn|rmn|rnld|nmc|hcpc"
    r"|registered with|registration with|professional registration)\b"
)
# A sentence that opens as an item does, and yet goes on about the work or the employer.
_NO_ITEM = regex(
    r"\W*(?:successful\s+(?:applicant|candidate|post)|(?:working|having)\b[^.]*\b(?:you|we|this)\b"
    r"|high quality\s|excellent\s+(?:benefits|career|opportunit|package|pay|rates|salary|training))"
)
_THIS_POST = regex(
    r"\W*(?:(?:and|initially|please note(?: that)?),?\s+)?(?:(?:this|these|the (?:[\w-]+ )?"
    r"(?:post|position|role|job|vacancy|hours|shift|contract|rota|pattern)s?)\b(?![\s-]*holder)"
    r"|(?:your|usual|normal) (?:working )?(?:hours|days|shifts?|base|pattern|rota|contract|week)\b)"
)
# 'As a farrier you will:' opens what follows and says nothing yet.
_LEADS_IN = regex(
    r"\b(?:you|you['’]ll|will|to|is|are|includ(?:es?|ed|ing)|following|involves?|who|with|that|be|has"
    r"|have|must|can|should|such as|as follows)"
    r"\s*(?:[:;]|\.{3}|…)[\s-]*$",
    re.IGNORECASE,
)
# 'We are looking for somebody with:' is followed by what the person must have.
_LISTED_BELOW = regex(r"\b(?:are|be|following|has|have|include|is|who|with)\s*:[\s-]*$")
_MUST_BE_DONE = regex(r"\bmust\s+(?:\w+\s+)?be\s+(?:\w+ly\s+)?\w+(?:ed|en|ept|ld)\b")
# What somebody gets: 'In return you will be supported to grow your experience'.
_IN_RETURN = regex(r"\W*in return\b(?!\s+for\b)")
# 'Are you a nurse?' asks nothing; 'Are you a nurse with two years of it behind you?' does.
_QUESTION_ASKS = regex(
    r"\bwith\s+(?:(?:at least|over|more than|a minimum of)\s+)*"
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten)\s*\+?\s*(?:years|months)\b"
)
_VERB_FIRST = regex(r"^(?:to\s+)?[a-z]+(?:e|s|ing)?\b")
_NOUN_FIRST = regex(r"(?:an?|any|at least|either|one of|three|two)\b")
# 'To widen what you have done before' tells the work; 'to be registered' and 'to apply' do not.
_TO_DO = regex(r"\W*to\s+(?!apply|be\b|demonstrate|have\b|hold\b|possess|show|understand)[a-z]+")
_BE_ASKED = regex(
    r"^(?:to\s+)?(?:be|have|hold|possess|has|holds|demonstrate|understand|show|bring|own|need)\b",
    re.IGNORECASE,
)


def intent(sentence: Sentence) -> Intent:
    """Return what a sentence does."""
    table = asking()
    text, section = lowered(sentence.text), sentence.section
    if section == "keywords" or _IN_RETURN.match(text):
        return Intent.SILENT
    if section in ASKING_SECTIONS:
        return _in_asking_section(text)
    if section in QUIET_SECTIONS:
        return Intent.ASKS if _plainly_asks(text) else Intent.SILENT
    if _is_question(text) or _is_pitch(text) or _about_employer(text) or _is_term(text):
        return Intent.SILENT
    if section == "duties":
        return _in_duties_section(text)
    if section == "person":
        return _in_person_section(text)
    if (_applies(text) or _offers(text)) and not _plainly_asks(text):
        return Intent.SILENT
    phrase = table["asking.phrases"].search(text)
    asks = phrase and (
        _checkable(text)
        or table["asking.soft"].search(text)
        or (table["asking.obliged"].search(text) and not _to_be_done(text))
        or (table["asking.sought"].search(text) and _LISTED_BELOW.search(text))
    )
    if _SOUGHT_TO_DO.search(text) and not (_checkable(text) or table["asking.soft"].search(text)):
        return Intent.DUTY
    if _TO_DO.match(text) and not (_has(text) or _predicate().search(text)):
        return Intent.DUTY
    if _opens_item(text) and table["conditions.phrases"].search(text) and not _checkable(text):
        return Intent.SILENT
    if asks or _predicate().search(text) or _has(text) or _opens_item(text) or _marked(text):
        return Intent.ASKS
    return Intent.DUTY if _does(text) else Intent.SILENT


def leads_in(sentence: Sentence) -> bool:
    """Return whether a sentence only opens what follows: 'In this post you will:'."""
    return _LEADS_IN.search(sentence.text) is not None


def offers(sentence: Sentence) -> bool:
    """Return whether a sentence tells what the person gets."""
    return _offers(lowered(sentence.text))


def ends_list(sentence: Sentence) -> bool:
    """Return whether a sentence shows that a list of what is asked is over."""
    text = lowered(sentence.text)
    return _applies(text) or _offers(text)


def _in_asking_section(text: str) -> Intent:
    if _plainly_asks(text):
        return Intent.ASKS
    if _applies(text) or _about_employer(text) or _offers(text) or _is_question(text):
        return Intent.SILENT
    if _is_term(text) or _tells(text):
        return Intent.SILENT
    return Intent.ASKS


def _is_question(text: str) -> bool:
    return text.rstrip().endswith("?") and _QUESTION_ASKS.search(text) is None


def _is_term(text: str) -> bool:
    """Whether it says when, where and on what contract the work is done, and no more."""
    if _is_figures(text):
        return True
    terms = _THIS_POST.match(text) and asking()["conditions.phrases"].search(text)
    return bool(terms) and not _checkable(text)


def _is_figures(text: str) -> bool:
    """Whether a line has figures and their units alone: '2pm - 10pm', '37.5 hours per week'."""
    words = re.findall(r"[^\W_]+", text)
    units = asking().phrases["conditions.units"]
    return any(word[0].isdigit() for word in words) and all(
        word[0].isdigit() or word in units for word in words
    )


def _tells(text: str) -> bool:
    """Whether it is a whole sentence without a word that asks: the ad has moved on."""
    whole = text.rstrip().endswith((".", "!")) and len(text.split()) >= _WHOLE_SENTENCE
    if not whole or not _FINITE.search(text) or _predicate().search(text):
        return False
    table = asking()
    asks = table["asking.phrases"].search(text) or table["asking.soft"].search(text)
    return not (asks or _checkable(text) or _opens_item(text) or _marked(text))


def _in_duties_section(text: str) -> Intent:
    if _plainly_asks(text) or _AWARD_FIRST.match(text):
        return Intent.ASKS
    if _applies(text) or _offers(text):
        return Intent.SILENT
    return Intent.ASKS if _names_quality(text) else Intent.DUTY


def _names_quality(text: str) -> bool:
    """Whether an item among duties is what the person has: 'Good level of computer literacy'."""
    return _opens_item(text) and asking()["asking.evidenced"].search(text) is not None


def _in_person_section(text: str) -> Intent:
    if _plainly_asks(text) or _BE_ASKED.match(text) or _has(text) or _opens_item(text):
        return Intent.ASKS
    if _predicate().search(text) and _VERB_FIRST.match(text):
        return Intent.ASKS
    if _applies(text) or _offers(text) or _is_pitch(text) or _about_employer(text):
        return Intent.SILENT
    return Intent.DUTY if _opens_with_verb(text) and not _checkable(text) else Intent.ASKS


def _opens_with_verb(text: str) -> bool:
    return _VERB_FIRST.match(text) is not None and _NOUN_FIRST.match(text) is None


def _to_be_done(text: str) -> bool:
    """Whether what must be is the work, not the person: 'Records must be kept up to date'."""
    found = _MUST_BE_DONE.search(text)
    return found is not None and not asking()["subjects.words"].search(text, 0, found.start())


def _plainly_asks(text: str) -> bool:
    """Whether it asks even where the section is about something else."""
    if _about_employer(text):
        return False
    table = asking()
    obliged = table["asking.obliged"].search(text) or table["asking.sought"].search(text)
    return bool((obliged or _has(text) or _predicate().search(text)) and _checkable(text))


def _checkable(text: str) -> bool:
    return asking()["asking.checkable"].search(text) is not None


def _has(text: str) -> bool:
    return _possession().search(text) is not None


def _does(text: str) -> bool:
    return (
        asking()["duty.phrases"].search(text) is not None
        or _subject_does().search(text) is not None
    )


def _marked(text: str) -> bool:
    return asking()["desirable.after"].search(text) is not None and _checkable(text)


def _opens_item(text: str) -> bool:
    return _item().match(text) is not None and _NO_ITEM.match(text) is None


def _applies(text: str) -> bool:
    return asking()["application.phrases"].search(text) is not None


def _offers(text: str) -> bool:
    return asking()["benefit.phrases"].search(text) is not None


def _is_pitch(text: str) -> bool:
    """An opportunity 'for an experienced nurse' asks nothing; 'for a nurse with ...' does."""
    return asking()["pitch.phrases"].search(text) is not None and not (
        (_WITH.search(text) or _has(text)) and _checkable(text)
    )


def _about_employer(text: str) -> bool:
    """Whether the employer or the agency is what the sentence is about."""
    if _predicate().search(text):
        return False
    if asking()["employer.phrases"].search(text) and not _has(text):
        return True
    return _they_have().match(text) is not None and not asking()["asking.seeks"].search(text)


@cache
def _possession() -> re.Pattern[str]:
    """'The successful candidate will also hold', 'applicants must be', 'you have'."""
    table = asking()
    subjects = alternation(table.phrases["subjects.words"])
    modals = alternation(table.phrases["modals.words"])
    verbs = alternation(table.phrases["possession.verbs"])
    doing = alternation(table.phrases["possession.doing"])
    adverbs = "also|already|ideally|preferably|therefore|either|typically|normally|usually|to"
    adverb = rf"(?:\s+(?:{adverbs}))*"
    of = r"(?:\s+(?:for|of|to|in)\s+(?:[\w'’/-]+\s+){1,6}?)?"
    return re.compile(
        rf"{subjects}{of}(?:['’]ll|['’]ve)?(?:\s+{modals}){{0,2}}{adverb}\s+{verbs}(?!\s+(?:also\s+)?{doing})",
        re.IGNORECASE,
    )


@cache
def _subject_does() -> re.Pattern[str]:
    table = asking()
    subjects = alternation(table.phrases["subjects.words"])
    return re.compile(
        rf"(?:{subjects}|\b(?:role|post|job|position|manager))(?:\s+(?:will|'ll|shall|are|is))\b|you['’]ll\b"
        r"|^(?:to\s+[a-z]|[a-z]+ing\b)",
        re.IGNORECASE,
    )


@cache
def _predicate() -> re.Pattern[str]:
    """'... is essential', '... would be an advantage', and the same words in brackets."""
    table = asking()
    words = alternation((*table.phrases["essential.after"], *table.phrases["desirable.after"]))
    return re.compile(
        rf"(?:\b(?:is|are|would be|will be|would also be|be)\s+(?:\w+\s+){{0,2}}|[(:]\s*){words}"
        r"(?!\s+to\b(?!\s+(?:our|the|this)\b)|\s+in\s+(?:a\s+)?[a-z]|\s+(?:aspect|by|component|element|member|part|role)\b)"
        rf"|(?<![\w.]){alternation(table.phrases['desirable.before'])}",
        re.IGNORECASE,
    )


@cache
def _item() -> re.Pattern[str]:
    openers = alternation(asking().phrases["asking.openers"])
    return re.compile(rf"\W*{openers}", re.IGNORECASE)


@cache
def _they_have() -> re.Pattern[str]:
    others = alternation(asking().phrases["subjects.others"])
    return re.compile(
        rf"\W*(?:and|as|at|here|so|in return)?\W*(?:(?:many|most|all|some|each|both)\s+(?:of\s+)?)?"
        rf"(?:{others}|our\s+(?!ideal|perfect|successful|new|next)[a-z]+)\b"
    )
