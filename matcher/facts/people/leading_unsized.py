"""Words that say that people are led, without saying how many.

Must not know of head counts: 'line manager at the depot', 'supervised the night porters'.
"""

from __future__ import annotations

import re

from data.knowledge.people import people_words
from data.patterns import regex
from matcher.facts.layout.phrases import Phrases
from matcher.facts.people import answering, led_nobody
from matcher.facts.people import nouns as head_nouns
from matcher.facts.people.leading import LOOKED_AFTER, TAUGHT, stance

_WORDS = people_words()
LED = Phrases({name: _WORDS.stances[name] for name in ("led", "member", "served", "others")})
_TEAM = regex(
    r"\b(?:teams?|staff|people|workforce|crews?|squads?|gangs?|shifts?|colleagues|employees|personnel|"
    r"direct reports|"
    r"analysts|advis[eo]rs|agents|engineers|technicians|officers|assistants|nurses|volunteers|associates|"
    r"managers|supervisors|leaders|others|juniors?|graduates|apprentices|contractors)\b",
    re.IGNORECASE,
)
# 'Managed staff rotas', 'led the team's budget': something of a team, not a team.
_TEAM_THING = regex(
    r"['’]s?\s|[\s-]+(?:car\s+park\w*|canteen|facilities|restaurant|shop|lockers?|uniforms?|permits?|passes|"
    r"cards|surveys?|suggestions?|newsletters?|events?|parties|accommodation|discounts?|benefits|pensions?|"
    r"files|data|database|diaries|contracts|visas|wages|pay|hours|pool\s+cars|accounts|laptops?|phones?|queries|expenses|inductions?|appraisals?\s+system|attendance|"
    r"absences?|holidays?|leave|bank\s|meetings?|reductions?|performance|budgets?|schedules?|scheduling|training|records|"
    r"relations|building|development|morale|projects?|communications?|rotas?|payroll|turnover|levels?|"
    r"issues|retention|recruitment|engagement|policies|reviews?|efforts?|activit\w+|handbook)\b",
    re.IGNORECASE,
)
# Said in full, without a verb: these need no team behind them.
LEADING = regex(
    r"\b(?:line[\s-]manag(?:ement|ed|ing|er\s+(?:of|to|for))|"
    r"(?:people|staff|team)[\s-](?:management|leadership|supervision)|"
    r"people[\s-]manager|supervisory\s+(?:experience|responsibilit\w+|role|duties|background)|"
    r"(?:been|as|being|become|became)\s+an?\s+(?:line|people|team|first[\s-]line|staff)\s+(?:manager|leader|supervisor)|"
    r"management\s+of\s+(?:people|staff|teams?)|"
    r"(?:leadership|supervision)\s+of\s+(?:people|staff|(?:an?\s+)?teams?)|"
    r"span\s+of\s+control|direct\s+reports)\b",
    re.IGNORECASE,
)
# A chief of staff leads none of it; 'the managed care team' is called so, whoever manages it.
_NO_LEADING = regex(
    r"\bchiefs?\s+of\s+staff\b"
    r"|(?<!I )\bmanaged\s+(?=(?:care|services?|print|hosting|security)\s+team)",
    re.IGNORECASE,
)
# 'Reported to me on progress'; 'people under me: 31' has its number read elsewhere.
_ON_SOMETHING = regex(r"[^.;]{0,60}\bme\s+(?:on|about|with|any|when)\b|.*\d", re.IGNORECASE)
# 'Was line-managed by a director', 'team leadership module': done to oneself, or learnt.
_NOT_DONE = regex(
    r"(?:(?<=ed)\s+(?:[\w-]+\s+)?by\s+(?!me\b|myself\b)|\s+(?:modules?|courses?|certificate|diploma|training|qualification|award|workshops?|units?)\b)",
    re.IGNORECASE,
)
# 'Had an apprentice reporting to me', 'signed off leave for my staff'.
_REPORT_TO_ME = regex(
    r"\b(?:an?|the|one|my|our)\s+(?:[\w-]+\s+){0,2}?(?:apprentice|assistant|trainee|junior|clerk|technician|engineer|analyst|officer|"
    r"graduate|administrator|colleague|member\s+of\s+staff|team|staff|colleagues|employees|crew|people)s?\s+(?:who\s+|that\s+)?"
    r"(?:report|answer)(?:s|ed|ing)?\s+(?:directly\s+)?(?:in)?to\s+me\b(?!\s+(?:on|about|with|any|when)\b)"
    r"|\bmy\s+(?:own\s+)?(?:staff|direct\s+reports|line\s+reports|subordinates|apprentices)\b"
    r"|\b(?:appraisals?|apprais(?:ed|ing)|one[\s-]to[\s-]ones?|(?:performance|annual)\s+reviews|disciplin\w+|delegat\w+)\b[^.;]{0,30}?"
    r"\bmy\s+(?:own\s+)?(?:teams?|crew|people|shift|gang|brigade|section|department)\b(?!['’])",
    re.IGNORECASE,
)
# Nouns for people that are more often things, firms or papers: 'managed reports'.
_THINGS = regex(
    r"^(?:reports?|partners?|heads?|hands|directs|leads?|reps?|person|individuals|crew|others|chiefs|strength|agents|brokers|champions"
    r"|masters|conductors|advis[eo]rs|bodies|souls|seniors|casuals|minister\w*|executive\w*|associate\w*|hires|contractors?)$",
    re.IGNORECASE,
)
_SEVERAL = regex(r"(?:s|men|women|people|staff|personnel|workforce)$", re.IGNORECASE)
# 'The work of the cleaners' and 'a team of cleaners' are they themselves.
_OF_THEM = regex(
    r"\b(?:teams?|groups?|crews?|gangs?|shifts?|units?|squads?|brigades?|pools?|work|number|handful|couple|mix|mixture|departments?|sections?|staff|panel|range|variety|network|running|performance|activities)\s+of\b",
    re.IGNORECASE,
)
_TITLE = regex(
    r"^(?!(?:my|the|to|our|her|his|their)\b)(?:an?\s+)?"
    r"(?:(?!(?:an?|by|for|my|the|to|under|with)\b)[\w&/'’-]+\s+){0,4}?"
    r"(?:team[\s-]lead(?:er)?|team\s+manager|supervisor|line\s+manager)\b",
    re.I,
)
WEAK_VERB = regex(
    r"^(?:with|with an?(?:\s+\w+)?|have|i have|i had|my|mine|my team|control|head|lead|run|direct|"
    r"organised|guided)$",
    re.I,
)
ABILITY = regex(
    r"\b(?:ability|able|capable|capability|skills?|potential|willing\w*)\b", re.IGNORECASE
)
# 'Managed the move of 90 staff': what was managed is the move.
_DONE_FOR = regex(
    r"\b(?:move|relocation|transfer|migration|deployment|onboarding|induction|consultation|survey|"
    r"payroll|pay|safety|welfare|wellbeing|exit|redundancy|training|recruitment)\s+(?:of|for|to|with)\b",
    re.IGNORECASE,
)
# 'In charge of hiring clerks', 'manage brands and support distributors': other things are done.
_ACT = (
    r"(?:advis|appoint|assess|assist|hir|help|induct|interview|liais|onboard|pay|recruit|screen"
    r"|select|support|vet)"
)
_OTHER_ACTS = regex(rf"^\s*{_ACT}ing\b|\w\s+(?:and|or)\s+{_ACT}(?:e|s|ed|ing)?\b", re.IGNORECASE)
# How near a team must stand to the verb that leads it.
_NEAR = 6


def titled(text: str) -> tuple[int, int] | None:
    """Return the span of a title that opens ``text`` and says that people are led, or None."""
    title = _TITLE.match(text)
    return title.span() if title else None


def unsized(text: str) -> tuple[int, int] | None:
    """Return the span of words that say people are led, without how many, or None."""
    text = _NO_LEADING.sub(lambda match: " " * len(match.group()), text)
    said = LEADING.search(text)
    if said and not _NOT_DONE.match(text, said.end()) and _stated_of_person(text, said.start()):
        return said.span()
    theirs = _REPORT_TO_ME.search(text)
    if theirs and not led_nobody.is_denied(text):
        return theirs.span()
    teams = _teams(text)
    for first, last in teams:
        if answering.answers_at_once(text, last) and not _ON_SOMETHING.match(text, last):
            return first, last
    if not teams:
        return None
    for hit in LED.find(text):
        if hit.name != "led" or WEAK_VERB.match(text[hit.start : hit.end]):
            continue
        if TAUGHT.search(text, 0, hit.start):
            continue
        first, last = next((team for team in teams if team[0] >= hit.end), (0, 0))
        if not last or stance(text, hit.end, last) != "led":
            continue
        if _DONE_FOR.search(text, hit.end, first) or LOOKED_AFTER.search(text, 0, first):
            continue
        if not _TEAM_THING.match(text, last) and _is_object(text[hit.end : first]):
            return hit.start, last
    return None


def _teams(text: str) -> list[tuple[int, int]]:
    """The spans of words for a team, and of nouns for several people, whatever their trade."""
    named = [match.span() for match in _TEAM.finditer(text)]
    workers = [
        (noun.start, noun.end)
        for noun in head_nouns.nouns(text)
        if noun.name in ("people", "managers")
        and _SEVERAL.search(text, noun.start, noun.end)
        and not _THINGS.search(text[noun.start : noun.end])
    ]
    return sorted([*named, *workers])


def _stated_of_person(text: str, at: int) -> bool:
    before = [hit for hit in LED.find(text, 0, at) if hit.name in ("others", "served")]
    if led_nobody.is_denied(text) or TAUGHT.search(text, 0, at):
        return False
    return not any(_serves_near(text[hit.end : at]) for hit in before)


def _serves_near(between: str) -> bool:
    words = between.split()
    return len(words) <= 3 or (len(words) <= 5 and not re.search(r"[,;&]|\band\b", between))


def _is_object(between: str) -> bool:
    between = _OF_THEM.sub(" ", f"{between} ").removeprefix(" of ")
    words = between.split()
    return (
        len(words) <= _NEAR
        and not _OTHER_ACTS.search(between)
        and not re.search(
            r"[.;:|,]|\b(?:with|for|by|at|in|on|from|to|of|among|between(?!\s+\d)|alongside|beside|project|projects|meetings|training)\b",
            between,
        )
    )
