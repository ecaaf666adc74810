"""Spells of work that a sentence dates, though it prints no post: 'in lending from 2017 to 2019'.

Must not know how long is asked. A spell belongs to a field where the words before its dates name
the field, or where nothing since the field was named says otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from data.knowledge.experience import less_papers, manages_things, stages_in
from data.knowledge.titles import occupation
from data.patterns import regex
from matcher.candidates.dates import GOES_ON, LEFT_THEN, PRESENT, Period, ended, may_date, periods
from matcher.candidates.entry import is_title
from matcher.candidates.listed import is_where
from matcher.candidates.timeline import Interval, span_of
from matcher.judging.experience.fields import (
    UNPROVEN_SECTIONS,
    Field,
    says,
    shortens,
    title_fits,
)
from matcher.judging.experience.fits import of_the_trade
from matcher.judging.experience.near_fields import tells_of_another
from matcher.judging.experience.words_of_leading import tells_leading
from matcher.judging.words.stems import has_all
from matcher.types import Candidate, Sentence

_CLAUSE = regex(
    rf"\n|;(?!{GOES_ON.pattern}|\s*(?:and\s+|I\s+am\s+|I['’]m\s+)*(?:still|current(?:ly)?)\b)|\.\s|(?<=[\d,)])\s*\bthen\b(?!\s+(?:L|level|grade|tier|band|line)?\s*\d)",
    re.IGNORECASE,
)
# What is dated besides work.
_NOT_WORK = regex(
    r"\b(?:stud\w+|degree|diploma|b\.?[as]c?|m\.?sc|mba|ph\.?d|course"
    r"|graduat\w+|gcses?|a[\s-]levels?|member(?:ship)?|fellow|registered|qualified|certified"
    r"|chartered|licen[cs]e\w*|accredit\w+|trained|training\s+(?:for|as|towards|to)|volunteer\w*|voluntary|unpaid|sat\s+on"
    r"|(?:sub-?)?committee|(?:parent|school)\s+governor|deputis\w+|st(?:ood|anding|ands)\s+in\s+for|hobb\w+|interests?|compet\w+"
    r"|enjoy\w*|customer\s+of|supplier\w*\s+of|(?:not|never)(?!\s+(?:left|stopped|looked\s+back))|no|without(?!\s+(?:an?\s+|any\s+)?(?:break|gap|interruption))|hop(?:e|ing)|plan\w*"
    r"|founded|established|(?<!still )trad(?:ed|ing)|incorporated|in\s+business"
    r"|(?:every|each)\s+year|annual\w*"
    r"|attend\w*|conferences?|(?:taught|teach\w*)\s+(?:my|him|her|them)sel(?:f|ves)|managed\s+by|report(?:ed|ing)\s+to(?!\s+me\b)"
    r"|(?:my|our|the|whose)\s+(?:team|staff|deputy|assistant|firm|company|employer)\s+ha(?:s|ve|d)|colleague\w*)\b",
    re.IGNORECASE,
)
# The words stand behind a date that opens its clause: 'In May 2014 I took over', '2014-16: porter'.
_DATE_FIRST = regex(
    r"[\s,–-]*(?:and|then|later)?\s*(?:(?:in|during|around|by|on)\s*)?(?:the\s*)?", re.IGNORECASE
)
# Work where somebody is called something there: 'Caretaker, Hill School', but not 'Hill School'.
_SCHOOL = regex(r"\b(?:universit\w+|college|school)\b", re.IGNORECASE)
# Parts of a place that nobody but its staff works in; nobody studies them either. Children begin
# school in a class that is called reception.
_DEPARTMENT = regex(
    r"(?:(?:main|front|school|hospital|prison|hotel|pastry|night|central|general)\s+)?"
    r"(?:office|(?<=\s)reception|reception(?=\s+(?:and|&)\s)|kitchens?|switchboard|front\s+desk|laundry|stores|canteen|caretaking"
    r"|bookings?|exams\s+office|post\s?room|housekeeping|tills?|site\s+team|porters['’]\s+lodge)"
    r"(?:\s+(?:and|&)\s+[a-z]+(?:\s[a-z]+)?)?",
    re.IGNORECASE,
)
# A place itself, and no street or firm that is called after one.
_PLACE_NAMED = regex(
    r"(?:[A-Z][\w&'’.-]*\s+){1,4}(?:School|Academy|College|University|Hospital|Infirmary|Surgery|Clinic|Hotel|Prison|Nursery|Hospice)\W*"
)
_DID = regex(
    r"\bI\s+(?:ran|managed|led|looked\s+after|kept|did|worked|handled|taught|dealt|served|supported)\b"
)
_STILL = regex(
    r"\b(?:still|ever\s+since|to\s+this\s+day|(?:not|n['’]t|never)\s+(?:left|stopped|looked\s+back)"
    r"|without\s+(?:an?\s+|any\s+)?(?:break|gap|interruption)|unbroken|continuously|non-?stop)\b",
    re.IGNORECASE,
)
# A sentence that says no more than that.
_STILL_ON = regex(
    r"\W*(?:(?:and|I|am|I['’]?m|is)\s+)*still\s+(?:there|here|am|do(?:ing)?\s+(?:it|so)|in\s+(?:the\s+)?(?:post|role|job))\W*$",
    re.IGNORECASE,
)
# What one began is what one is still at; a shelf that was fitted is only still there.
_TAKES_UP = regex(
    r"\W*(?:I\s+)?(?:joined|started|began|took\s+(?:on|over|up)|became|(?:was\s+)?(?:hired|appointed|promoted|taken\s+on"
    r"|recruited))\b",
    re.IGNORECASE,
)
# 'Left the army in 2009 and have been in lending ever since': what was done since stands behind.
_EVER_SINCE = regex(
    r"\W+(?:and\s+)?(?:I\s+|I['’])?(?:have|ve)\s+(?:been|worked|stayed|remained)\s+(?:working\s+)?(?:in|with|at|as)\s"
    r"[^.;,]*\b(?:ever\s+since|since\s+then|to\s+this\s+day)\b",
    re.IGNORECASE,
)
_HEADING = regex(r"\s*([A-Za-z][^:\d]{2,60}):\s")
_STARTED = regex(
    r"(?:start(?:ed)?(?:\s+date)?|joined|began|from|dates?)\s*[:–-]\s*(?=.{0,14}\d)"
    r"|(?:joined|started|began)\s+(?:in\s+)?(?:[a-z]{3,9}\.?\s+)?(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_LISTED_ON = regex(r",|(?:and|&|plus)\s+(?=\W?\d|[A-Z][a-z]+\.?\s\W?\d)")
# 'Plumber 2009 to 2012; again from 2015 to 2021', 'taught 1999-2004 in Hull; 2006-13 in York'.
_AGAIN = regex(
    r"\s*(?:(?:and|then|again|back|once\s+more|later|from|between|in)\s+)*", re.IGNORECASE
)
_PLACE_ALONE = regex(r"(?:in|at|for|with)\s+[A-Z][\w&'’.-]*(?:\s[A-Z&][\w&'’.-]*){0,3}")
_A_NAME = regex(r"[A-Z][\w&'’.-]*(?:\s[A-Z&][\w&'’.-]*){0,3}")
_SET_OFF = regex(rf"\s*[,(]\s*(?:at\s+|for\s+)?{_A_NAME.pattern}")
_PERFECT = regex(r"\b(?:ha(?:ve|s)|['’]ve)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Spell:
    """A stretch of months in a field, with the sentence that tells of it."""

    months: Interval
    sentence: Sentence


def spells(field: Field, candidate: Candidate, as_of: date) -> Iterator[Spell]:
    """Yield the spells of a field, or of leading people; none of a setting or a size of team."""
    led = field.level == "line_management" and not field.functions
    managed = field.level == "management" and bool(field.functions)
    if field.setting or (field.level and not led and not managed) or field.min_people is not None:
        return
    posts = {(each.start, each.end) for each in candidate.positions}
    before, last = "", 0
    for sentence in candidate.sentences:
        listed = candidate.text[last : sentence.start].strip(" ") == ";" or before.endswith(";")
        goes_on = (
            _goes_on(sentence.text)
            or (listed and _is_one_more(sentence.text))
            or (_STILL_ON.match(sentence.text) is not None and _begins_work(before))
        )
        last = sentence.end
        told = f"{before.rstrip('.;')} {sentence.text}" if goes_on else sentence.text
        before = told
        if sentence.section in UNPROVEN_SECTIONS:
            continue
        for clause, dated in _of_work(told):
            for start, end in _in_field(field, clause, dated):
                months = span_of(start, end, as_of)
                if months is not None and (start, end) not in posts:
                    yield Spell(months, sentence)


def dated_work(candidate: Candidate, as_of: date) -> Iterator[tuple[str, Spell]]:
    """Yield the spells that sentences date, of whatever field, each with its clause."""
    for sentence in candidate.sentences:
        if sentence.section in UNPROVEN_SECTIONS:
            continue
        for clause, dated in _of_work(sentence.text):
            for period in dated:
                months = span_of(period.start, _end(clause, period), as_of)
                if months is not None:
                    yield clause, Spell(months, sentence)


def _begins_work(text: str) -> bool:
    """Whether a sentence tells of taking up work, or opens with the title of a post."""
    return _TAKES_UP.match(text) is not None or is_title(re.split(r"[,:(\d]", text)[0].strip())


@lru_cache(maxsize=1024)
def _is_one_more(text: str) -> bool:
    """Whether words behind a semicolon are one more stretch or employer, and no other work."""
    dated = periods(text) if may_date(text) else []
    if len(dated) != 1:
        return False
    behind = text[dated[0].span[1] :].strip(" .;)")
    again = _AGAIN.fullmatch(text, 0, dated[0].span[0])
    if again and (not behind or _PLACE_ALONE.fullmatch(behind)):
        return True
    # '; Mar 2018 - Nov 2022 (Hill Estates)': the employer set off behind.
    if again and _SET_OFF.fullmatch(behind) and is_where(f"at {behind.strip(' ,(')}"):
        return True
    if behind:
        return False
    name = text[: dated[0].span[0]].strip(" ,(")
    return _A_NAME.fullmatch(name) is not None and not occupation().search(name)


@lru_cache(maxsize=4096)
def _goes_on(text: str) -> bool:
    """Whether a sentence only dates what the one before it tells.

    'Driver: Alder Oct 2001 - Dec 2012, Birch Jan 2013 - May 2021' is one line and two sentences;
    'Started: May 2019' stands below the post, 'Nov 2022: left' below what began it. Kept, because
    each experience that a role asks for looks at the same sentences.
    """
    if _LISTED_ON.match(text) or GOES_ON.match(text) or _STARTED.match(text):
        return True
    dated = periods(text) if may_date(text) else []
    opens = bool(dated) and dated[0].span[0] == 0 and dated[0].end is None
    return opens and LEFT_THEN.match(text, dated[0].span[1]) is not None


def _in_field(
    field: Field, clause: str, dated: tuple[Period, ...]
) -> Iterator[tuple[str | None, str | None]]:
    # 'Hotels all my life: porter 1999-2004, desk clerk 2004-2013': all of it is of hotels.
    heading = _HEADING.match(clause)
    governed = heading is not None and not is_title(heading[1]) and _names(field, heading[1])
    fits = False
    at = 0
    for period in dated:
        before = clause[at : period.span[0]]
        introduces = clause.startswith(":", period.span[1]) and not _names(field, before)
        if introduces or _DATE_FIRST.fullmatch(before):
            before = clause[period.span[1] :]  # 'Since May 2012 I have kept the books.'
        if _names(field, before):
            fits = True
        elif occupation().search(before):
            fits = governed
        at = period.span[1]
        if fits:
            yield period.start, _end(clause, period)


def _end(clause: str, period: Period) -> str | None:
    lasting = _STILL.search(clause) or (period.opens and _PERFECT.search(clause))
    return period.end or (PRESENT if lasting else None)


@lru_cache(maxsize=4096)
def _of_work(told: str) -> tuple[tuple[str, tuple[Period, ...]], ...]:
    """Return the clauses with dates in them that may be of work, each with its periods.

    Kept, because each experience that a role asks for looks at the same sentences.
    """
    if not may_date(told):
        return ()
    parts = map(_less_event, _clauses(told))
    found = ((clause, tuple(ended(clause, periods(clause)))) for clause in parts)
    return tuple(each for each in found if each[1] and _is_work(_undated(*each)))


def _less_event(clause: str) -> str:
    """Return a clause less what happened when it began, where what was done since stands behind."""
    dated = periods(clause) if " since" in clause or " this day" in clause else []
    if len(dated) != 1 or dated[0].end is not None or dated[0].opens:
        return clause
    start, end = dated[0].span
    behind = _EVER_SINCE.match(clause, end)
    return f"Since {clause[start:end]}{behind.group()}" if behind else clause


def _clauses(told: str) -> list[str]:
    """Return what a sentence says one after the other; one more stretch goes with what it is of."""
    found, at = [""], 0
    for cut in _CLAUSE.finditer(told):
        found[-1] += told[at : cut.start()]
        at = cut.end()
        stop = _CLAUSE.search(told, at)
        following = told[at : stop.start() if stop else len(told)]
        if cut.group() == ";" and _is_one_more(following):
            found[-1] += " "
        else:
            found.append("")
    found[-1] += told[at:]
    return found


def _undated(clause: str, dated: tuple[Period, ...]) -> str:
    """Return a clause less its dates and what happened then: 'since I left school in 1999'."""
    if left := LEFT_THEN.match(clause, dated[-1].span[1]):
        clause = clause[: left.start()]  # Why somebody left says nothing of the time before.
    for period in reversed(dated):
        clause = f"{clause[: period.span[0]]} {clause[period.span[1] :]}"
    return clause


def _is_work(clause: str) -> bool:
    if _NOT_WORK.search(clause) or tells_of_another(clause):
        return False
    if _SCHOOL.search(clause) is None or _DID.search(clause):
        return True
    return is_title(re.split("[,:(]", clause)[0].strip()) or bool(_staffed(clause))


def _names(field: Field, words: str) -> bool:
    words = less_papers(words)
    if (stages := stages_in(field.phrase)) and stages.isdisjoint(stages_in(words)):
        return False
    if field.level and not field.functions:
        return tells_leading(words) and not manages_things(words)
    named = says(field, words) or title_fits(field, words) or _names_place(field, words)
    if (field.leading or field.level) and not (tells_leading(words) or shortens(field, words)):
        return False
    return named and (not field.qualifiers or has_all(list(field.qualifiers), words))


def _names_place(field: Field, words: str) -> bool:
    """Whether a part of a place is named with the place that is asked: 'Kitchen, Hill School'."""
    place = _staffed(words)
    return bool(place) and of_the_trade(field, place)


def _staffed(words: str) -> str:
    """Return the place that words name behind a part of it where only staff work, or nothing."""
    part, _, place = words.strip(" ,").partition(",")
    fits = _DEPARTMENT.fullmatch(part.strip()) and _PLACE_NAMED.fullmatch(place.strip())
    return place if fits else ""
