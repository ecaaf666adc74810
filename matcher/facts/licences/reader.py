"""Reads licences to drive and to practise a trade, and whether they are clean.

Must not know which licence covers which. A provisional licence is read as "provisional driving",
a licence without points as "clean driving" besides the licence itself (denied where there are
points). Software licences are no licences here.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from data.knowledge.hints import any_part
from data.knowledge.licences import licences
from data.patterns import regex
from matcher.facts.layout.phrases import Hit, Phrases
from matcher.facts.layout.quoting import fact_in
from matcher.facts.licences.asks import ask as ask
from matcher.facts.licences.driving_tests import (
    PASSED_IT,
    about_driving,
    date_of_test,
    is_failed,
    is_passed,
    is_passed_at_last,
)
from matcher.facts.licences.names import HINT, licences_named
from matcher.facts.licences.refusals import refusals_in
from matcher.facts.states import highest
from matcher.facts.states.cues import clause_of, status_at
from matcher.facts.states.dates import DATE
from matcher.facts.states.hoped_for import is_wished
from matcher.facts.states.people import is_of_people_before
from matcher.facts.states.refusals import was_refused
from matcher.facts.states.whose import somebody_elses
from matcher.types import Fact, Outline, Sentence, Status
from matcher.values import Licence

PROVISIONAL = "provisional driving"
CLEAN = "clean driving"

# A part of every word that `HINT` looks for.
_PARTS = (
    *("licen", "driv", "sia", "hgv", "lgv", "pcv", "forklift", "flt", "c+e", "supervisor"),
    *(
        "atpl",
        "ppl",
        "cat",
        "entitle",
        "dvla",
        "badge",
        "counterbalance",
        "d1",
        "reach",
        "class ",
        "fork",
        "aplh",
    ),
)
_DRIVING = regex(r"driv|licen[cs]e|\bcar\b|DVLA|categor|entitle", re.IGNORECASE)
# 'Application approved' is as good as the licence; of one that is in, the next words say when.
_GRANTED = regex(
    r"\s+(?:was\s+|has\s+been\s+)?(?:approved|granted|accepted|passed|successful)\b", re.IGNORECASE
)
_DECISION = regex(
    r"\W*(?:the\s+|my\s+|an?\s+)?(?:decision|answer|result|licence|card|badge|test|due|expected|outcome)\b",
    re.IGNORECASE,
)
# To have passed a course is not to have the licence that it leads to.
_TAUGHT = regex(r"\b(?:course|training)\b", re.IGNORECASE)
_OWN_LICENCE = regex(r"^\W*(?:my\s+)?licen[cs]e\b[^,;]{0,20}$", re.IGNORECASE)
# 'I drive and own a van' speaks of a licence; 'I drive change' does not.
_DRIVES = regex(
    r"\bI (?:can |also )?drive\b(?=\s*(?:$|[.,;&]|and (?:have|own|am|hold)\b|with\b|my own\b|"
    r"an?\s(?:car|van)\b))"
)


@cache
def _elsewhere() -> tuple[Phrases, Phrases]:
    table = licences()
    return Phrases({"before": table.elsewhere_before}), Phrases({"after": table.elsewhere_after})


def read(cv: Outline) -> list[Fact]:
    """Return the licences that a CV tells of, with their state."""
    found = []
    for number, sentence in enumerate(cv.sentences):
        if any_part(_PARTS, sentence.text) and HINT.search(sentence.text):
            following = cv.sentences[number + 1].text if number + 1 < len(cv.sentences) else ""
            told = _trade_licences(sentence) + _driving(sentence, following)
            told += _under_way(sentence, following)
            passed = is_passed_at_last(sentence.text)
            if was_refused(sentence.text, following) and not passed:
                told = [replace(fact, status=Status.DENIED) for fact in told]
            found += told + _none_above(sentence) + refusals_in(sentence, following)
    return found


@cache
def _towards() -> Phrases:
    return Phrases(licences().towards)


def _under_way(sentence: Sentence, following: str) -> list[Fact]:
    """Training, tests and applications: under way at best, over where they were turned down."""
    found = []
    for hit in _towards().find(sentence.text):
        reading = status_at(sentence.text, hit.start, hit.end)
        if not reading.own or _is_elsewhere(sentence.text, hit):
            continue
        status = Status.DENIED if reading.status is Status.DENIED else Status.IN_PROGRESS
        granted = _GRANTED.match(sentence.text, hit.end) or PASSED_IT.search(
            sentence.text, 0, hit.start
        )
        if granted and not _TAUGHT.search(sentence.text, hit.start, hit.end):
            status = Status.HELD
        under_way = status is Status.IN_PROGRESS
        date = DATE.search(sentence.text, hit.end) if under_way else None
        later = DATE.search(following) if under_way and _DECISION.match(following) else None
        when = reading.when or (date.group() if date else later.group() if later else None)
        low, high = clause_of(sentence.text, hit.start, hit.end)
        high = max(high, date.end() if date else reading.span[1])
        when = when if under_way else None
        found.append(fact_in(sentence, Licence(hit.name), low, high, status=status, when=when))
    return found


def _none_above(sentence: Sentence) -> list[Fact]:
    """'Category B only' denies every licence to drive more."""
    text = sentence.text
    if not highest.may_tell(text):
        return []
    return [
        fact_in(sentence, Licence(name), hit.start, hit.end, status=Status.DENIED)
        for hit in licences_named(sentence)
        if licences().above(hit.name) and highest.told(text, hit.start, hit.end)
        for name in licences().above(hit.name)
    ]


def _is_elsewhere(text: str, hit: Hit) -> bool:
    low, _ = clause_of(text, hit.start, hit.end)
    if (
        text[:low].rstrip().endswith("(")
    ):  # 'Husband drives (full licence)': what the bracket is of.
        low, _ = clause_of(text, text.rindex("(", 0, low), low)
    before, after = _elsewhere()
    if is_of_people_before(text, hit.start) or is_wished(text, hit.start):
        return True
    if not status_at(text, hit.start, hit.end).own:
        return True
    if any(each.start <= hit.end + 2 for each in after.find(text, hit.end, hit.end + 20)):
        return True
    return bool(before.find(text, low, hit.start)) or somebody_elses(text, low, hit.start)


def _trade_licences(sentence: Sentence) -> list[Fact]:
    text = sentence.text
    hits = licences_named(sentence)
    towards = _towards().find(text)
    hits = [hit for hit in hits if not any(_within(hit, each) for each in towards)]
    found = []
    for hit in hits:
        others = [(h.start, h.end) for h in hits if h is not hit]
        reading = status_at(text, hit.start, hit.end, others)
        told = reading.status is not Status.HELD
        if hit.name == "driving" or is_of_people_before(text, hit.start):
            continue
        if not told and _is_elsewhere(text, hit):
            continue
        low, high = clause_of(text, hit.start, hit.end)
        until = reading.when if reading.status is not Status.HELD or reading.until else None
        high = max(high, min(len(text), reading.span[1]))
        found.append(
            fact_in(sentence, Licence(hit.name), low, high, status=reading.status, when=until)
        )
    return found


def _within(hit: Hit, other: Hit) -> bool:
    return hit.start < other.end and other.start < hit.end


def _driving(sentence: Sentence, following: str) -> list[Fact]:
    """Read one answer about driving from a sentence: the gravest word in it decides.

    The date of a test may stand in the next sentence.
    """
    text = sentence.text
    if not _DRIVING.search(text):
        return []
    about = {hit.name: hit for hit in reversed(about_driving().find(text))}
    mentions = [hit for hit in licences_named(sentence) if hit.name == "driving"]
    drives = _DRIVES.search(text)
    if drives and not mentions:
        mentions = [Hit("driving", drives.start(), drives.end())]
    denied = about.get("denied")
    if (
        denied
        and not somebody_elses(text, 0, denied.start)
        and _is_personal(text, denied, mentions)
    ):
        return [_fact(sentence, "driving", denied, status=Status.DENIED)]
    lesson, test = about.get("provisional"), about.get("test")
    if (lesson or test) and not _teaches(text):
        date = date_of_test(text, test) or (date_of_test(following) if lesson else None)
        failed = is_failed(text)
        passed = is_passed(text, test) or is_passed_at_last(text)
        if test and not lesson and passed:
            date, mentions = None, mentions or [test]  # passed, if only at last
        if lesson or ((date or failed) and not mentions):
            return [_learning(sentence, lesson or test, date)]
    for hit in mentions:
        if not _is_elsewhere(text, hit):
            return _held(sentence, hit, about)
    return []


def _is_personal(text: str, denied: Hit, mentions: list[Hit]) -> bool:
    """'Suspended' and 'revoked' speak of driving only beside it."""
    words = text[denied.start : denied.end]
    return bool(
        _DRIVING.search(words)
        or mentions
        or _DRIVING.search(text[denied.end : denied.end + 25])
        or _OWN_LICENCE.search(text, 0, denied.start)
    )


def _teaches(text: str) -> bool:
    return (
        re.search(r"\b(?:taught|teach\w*|instructor|examiner|learners|pupils)\b", text, re.I)
        is not None
    )


def _learning(sentence: Sentence, hit: Hit | None, date: str | None) -> Fact:
    assert hit is not None
    if date:
        return _fact(
            sentence, "driving", hit, status=Status.IN_PROGRESS, when=date, to=len(sentence.text)
        )
    return _fact(sentence, PROVISIONAL, hit)


def _held(sentence: Sentence, hit: Hit, about: dict[str, Hit]) -> list[Fact]:
    text = sentence.text
    reading = status_at(text, hit.start, hit.end)
    status = reading.status
    until = reading.when if status is not Status.HELD or reading.until else None
    end = max(hit.end, reading.span[1]) if status is not Status.HELD else hit.end
    found = [_fact(sentence, "driving", hit, status=status, when=until, to=min(end, len(text)))]
    if "clean" in about:
        found.append(_fact(sentence, CLEAN, about["clean"]))
    elif "points" in about:
        found.append(_fact(sentence, CLEAN, about["points"], status=Status.DENIED))
    return found


def _fact(
    sentence: Sentence,
    name: str,
    hit: Hit,
    *,
    status: Status = Status.HELD,
    when: str | None = None,
    to: int = 0,
) -> Fact:
    low, high = clause_of(sentence.text, hit.start, hit.end)
    return fact_in(sentence, Licence(name), low, max(high, to), status=status, when=when)
