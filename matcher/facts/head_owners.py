"""Whose the people of a head count are, as their sentence and what stands around it tell.

Must not know what the person's own verbs are; ``leading`` weighs those. Here come the places in
which nothing but a heading, a label, a title or the next sentence says who led.
"""

from __future__ import annotations

import re

from matcher.facts import head_counts, leading
from matcher.facts.head_sums import HeadCount
from matcher.facts.led_nobody import LEADERS
from matcher.facts.tables import column_heading, opening, run_heading
from matcher.types import Outline, Sentence

# 'Sixty people through five managers': told of a post, the leaders say that they are led.
_LED_THROUGH = re.compile(
    r"[^.;|]{0,40}?\b(?:through|via|(?<=people )under|(?<=staff )under)\s+"
    rf"(?!the\b|a\b|an\b|our\b|my\s+man)(?:[\w-]+\s+){{1,3}}?{LEADERS}\b",
    re.IGNORECASE,
)
_REPORTS = re.compile(r"[\w-]+(?:\s+\w+)?\s+reports\W*", re.IGNORECASE)
# 'Self + 7 reports'.
_SELF_AND = re.compile(r"\W*(?:self|myself|me)\s*(?:\+|&|and|plus)\s*", re.IGNORECASE)
_PLACE = re.compile(r"(?:company|business|organi[sz]ation|department|office|branch|site)\b", re.I)
# A row of so few words is a fragment about the post: 'Team of nine'.
_SHORT = 6
# 'Department of 22. All reported to me.'
_ALL_MINE = re.compile(
    r"\W*(?:they\s+)?(?:all|each|everyone|everybody|they|both|these)\b[\w\s]{0,30}"
    r"\b(?:report\w*|answer\w*|work\w*)\s+(?:directly\s+)?(?:in\s?)?(?:to|for)\s+me\b",
    re.IGNORECASE,
)
_PEOPLE_HEADING = re.compile(r"\b(?:leadership|people|teams?|line management)\b", re.IGNORECASE)


def named_elsewhere(cv: Outline, index: int, text: str) -> list[HeadCount]:
    """Return head counts that a column heading or the label of their line names."""
    found = head_counts.labelled(opening(cv, index) or run_heading(cv, index), text)
    if not found:
        figures = head_counts.labelled("headcount", text)
        found = [
            count
            for count in figures
            if head_counts.labelled(column_heading(cv, index, count.start), text)
        ]
    return found


def relation(cv: Outline, index: int, sentence: Sentence, count: HeadCount) -> str:
    """Return how the person stands to those counted: "led", "served" ..., or "".

    A bare count beside a leader's title is "titled".
    """
    told = leading.stance(sentence.text, count.start, count.end)
    firms = leading.of_firm(sentence.text, count.start)
    if told and firms != "named":
        return told
    if (
        not firms
        and index + 1 < len(cv.sentences)
        and _ALL_MINE.match(cv.sentences[index + 1].text)
    ):
        return "led"
    if firms:
        return ""
    if _LED_THROUGH.match(sentence.text, count.end):
        return "led"
    if count.direct or count.noun == "label" or head_counts.is_label(opening(cv, index)):
        return "led"
    if count.noun == "group" and _PEOPLE_HEADING.search(_heading(cv, index)):
        return "led"
    short = count.start == 0 and len(sentence.text.split()) <= _SHORT
    if short and count.noun == "group" and not _PLACE.match(sentence.text):
        return "led"
    whole = not sentence.text[count.end :].strip(" .") and count.start == 0
    if short and (_REPORTS.fullmatch(sentence.text) or (whole and count.noun == "people")):
        return "led"
    if _SELF_AND.fullmatch(sentence.text, 0, count.start):
        return "led"
    nearby = [sentence.text[: count.start]]
    if sentence.position is not None and sentence.position < len(cv.positions):
        nearby.append(cv.positions[sentence.position].title or "")
    elif index:
        nearby.append(cv.sentences[index - 1].text)
    return "titled" if any(leading.has_title(words) for words in nearby) else ""


def _heading(cv: Outline, index: int) -> str:
    """The short line without a figure that stands above a sentence, or ""."""
    for above in reversed(cv.sentences[max(0, index - 4) : index]):
        if len(above.text.split()) <= 3 and not re.search(r"\d", above.text):
            return above.text
    return ""
