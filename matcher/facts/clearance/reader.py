"""Reads clearances: security clearance, police vetting, criminal record checks.

Must not know which level covers which; the table's ladders are the judge's. An abbreviation such
as SC counts only beside a word that shows a clearance, which 'customs clearance' is not.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise

from data.knowledge.clearances import clearances
from data.patterns import regex
from matcher.facts.clearance.asks import ask as ask
from matcher.facts.clearance.names import TAIL, UNNAMED, Mention, eligible_words, mentions_in
from matcher.facts.clearance.states import (
    date_due,
    end_told,
    granted_again,
    is_of_the_past,
    is_passed,
    is_run_on_others,
    is_unable,
    is_worked_on,
    papers,
)
from matcher.facts.layout.phrases import Phrases
from matcher.facts.layout.quoting import fact_in
from matcher.facts.states.cues import Reading, clause_of, status_at
from matcher.facts.states.people import is_of_others, is_of_people_before
from matcher.facts.states.refusals import was_refused
from matcher.facts.states.whose import somebody_elses
from matcher.types import Fact, Outline, Sentence, Status
from matcher.values import Clearance

# So many levels of one ladder in a row are a list of keywords: nobody holds all of them.
_EITHER = regex(r"\b(?:either|or|above|higher|better)\b", re.IGNORECASE)
_JOINED = regex(rf"(?:\W|{_EITHER.pattern}|\b(?:and|both|clearance|level)\b)*", re.IGNORECASE)
_WHOLE_LADDER = 3
_OWN = regex(r"\b(?:I|me|my own)\b")


@cache
def _elsewhere() -> tuple[Phrases, Phrases]:
    table = clearances()
    return Phrases({"before": table.elsewhere_before}), Phrases({"after": table.elsewhere_after})


def read(cv: Outline) -> list[Fact]:
    """Return the clearances that a CV tells of, with their state."""
    found = []
    for number, sentence in enumerate(cv.sentences):
        mentions = mentions_in(sentence)
        if _lists_a_ladder(sentence.text, mentions) or _names_either(sentence.text, mentions):
            continue
        for mention in mentions:
            following = cv.sentences[number + 1] if number + 1 < len(cv.sentences) else None
            fact = _fact(cv, sentence, following, mention, mentions)
            if fact is None:
                continue
            refused = following is not None and was_refused(sentence.text, following.text)
            found.append(replace(fact, status=Status.DENIED) if refused else fact)
    return found


def _names_either(text: str, mentions: list[Mention]) -> bool:
    """Whether a line is nothing but 'SC or DV', as a role asks: it claims neither."""
    rest = text
    for mention in sorted(mentions, key=lambda one: -one.start):
        rest = f"{rest[: mention.start]} {rest[mention.end :]}"
    return bool(mentions and _EITHER.search(rest)) and _JOINED.fullmatch(rest) is not None


def _lists_a_ladder(text: str, mentions: list[Mention]) -> bool:
    """Whether a line is nothing but the levels of one ladder, which claims none of them."""
    if len(mentions) < _WHOLE_LADDER:
        return False
    found = [clearances().ladder_of(mention.name) for mention in mentions]
    ladders = {ladder.name if ladder else None for ladder in found}
    rest = "".join(text[a.end : b.start] for a, b in pairwise(mentions))
    return len(ladders) == 1 and not re.search(r"[^\W_]", rest)


def _fact(
    cv: Outline,
    sentence: Sentence,
    following: Sentence | None,
    mention: Mention,
    mentions: list[Mention],
) -> Fact | None:
    text = sentence.text
    low, high = clause_of(text, mention.start, mention.end)
    value = Clearance(mention.name)
    reading = _reading(cv, sentence, following, mention, mentions)
    if mention.name == UNNAMED:
        if reading.status is not Status.DENIED:
            return None
        value, high = Clearance("national security"), reading.span[1]
    state = papers(text, mention.start, mention.end)
    if state is not None and reading.status in (Status.HELD, Status.IN_PROGRESS):
        return _of_papers(sentence, following, mention) if state else None
    next_name = min((m.start for m in mentions if m.start >= mention.end), default=len(text))
    ended = end_told(text, mention.end, next_name)
    if ended is not None and reading.status in (Status.HELD, Status.LAPSED):
        return fact_in(sentence, value, low, max(high, ended), status=Status.LAPSED)
    if reading.status is Status.LAPSED and granted_again(text, mention.end):
        return fact_in(sentence, value, low, len(text))
    if reading.status is not Status.HELD:
        end = max(high, min(len(text), reading.span[1]))
        when = reading.when
        if reading.status is Status.IN_PROGRESS:
            when = when or date_due(text, mention.end)
        return fact_in(sentence, value, low, end, status=reading.status, when=when)
    return _held(sentence, following, mention, reading)


def _of_papers(sentence: Sentence, following: Sentence | None, mention: Mention) -> Fact:
    """A clearance of which only the papers went off: under way, with the date it is due by."""
    ahead = sentence.text if following is None else f"{sentence.text} {following.text}"
    low, high = clause_of(sentence.text, mention.start, mention.end)
    when = date_due(ahead, mention.end)
    value = Clearance(mention.name)
    return fact_in(sentence, value, low, high, status=Status.IN_PROGRESS, when=when)


def _held(
    sentence: Sentence, following: Sentence | None, mention: Mention, reading: Reading
) -> Fact | None:
    """A clearance that no cue says is anything but held, by the words of clearances alone."""
    text = sentence.text
    low, high = clause_of(text, mention.start, mention.end)
    value = Clearance(mention.name)
    if _is_elsewhere(text, mention, low) or is_run_on_others(text, mention.end):
        return None
    if is_unable(text, low, mention.start):
        return fact_in(sentence, value, low, high, status=Status.DENIED)
    if is_of_the_past(text, low, mention.start):
        return fact_in(sentence, value, low, high, status=Status.LAPSED)
    if eligible_words().find(text, low, high):
        ahead = text if following is None else f"{text} {following.text}"
        when = date_due(ahead, mention.end)
        return fact_in(sentence, value, low, high, status=Status.IN_PROGRESS, when=when)
    claimed = reading.claimed or sentence.label or is_passed(text, mention.end)
    if not claimed:
        return None
    return fact_in(sentence, value, low, high, when=reading.when if reading.until else None)


def _reading(
    cv: Outline,
    sentence: Sentence,
    following: Sentence | None,
    mention: Mention,
    mentions: list[Mention],
) -> Reading:
    """Read the state in the sentence, and in the next one where that goes on about it."""
    others = [(m.start, m.end) for m in mentions if m is not mention]
    end = sentence.end
    if following is not None and cv.text[sentence.end : following.start].count("\n") < 2:
        end = following.end
    window = cv.text[sentence.start : end]
    return status_at(window, mention.start, mention.end, others)


def _is_elsewhere(text: str, mention: Mention, low: int) -> bool:
    before, after = _elsewhere()
    if is_of_people_before(text, mention.start) or somebody_elses(text, low, mention.start):
        return True
    if is_of_others(text, mention.start, mention.end) or is_worked_on(text, low, mention.start):
        return True
    tail = TAIL.match(text, mention.end)
    behind = tail.end() if tail else mention.end
    if any(hit.start <= behind + 1 for hit in after.find(text, mention.end, behind + 25)):
        return True
    if _OWN.search(text, low, mention.start):
        return False
    return bool(before.find(text, low, mention.start))
