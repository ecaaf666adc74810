"""Head counts whose noun is left out, or is known only by the company it keeps.

Must not know whose the people are. 'Six direct, 55 indirect', '18 drivers and six loaders', 'nine
fitters in Hull and six in York', 'supervise six or more'.
"""

from __future__ import annotations

import re

from data.knowledge.people import people_words
from data.patterns import regex
from matcher.facts.layout.phrases import Hit, Phrases
from matcher.facts.numbers.bounds import BOUND, past_bound
from matcher.facts.numbers.numbers import Number, numbers
from matcher.facts.people import kinds as head_kinds
from matcher.facts.people import singles as head_singles
from matcher.facts.people.answering import answers_at_once
from matcher.facts.people.leading import FIRST_PERSON, leads_directly
from matcher.facts.people.leading_unsized import unsized
from matcher.facts.people.nouns import BREAK, is_listed_as_none
from matcher.facts.people.sums import HeadCount, counted, same_again

_AREAS_AND_GROUPS = (*people_words().nouns["areas"], *people_words().nouns["groups"])
FIGURE = regex(r"(?<![\w.])\d")
_COLLECTIVES = {
    "pair": 2.0,
    "duo": 2.0,
    "trio": 3.0,
    "threesome": 3.0,
    "quartet": 4.0,
    "foursome": 4.0,
    "quintet": 5.0,
    "sextet": 6.0,
}
_COLLECTIVE = regex(
    rf"\b(?:an?|the|my|this|one)\s+(?:[a-z-]+\s+)?(?P<how_many>{'|'.join(_COLLECTIVES)})\s+of\s+"
    r"(?:[a-z-]+\s+){0,3}?(?:[a-z]+(?:ers|ors|ists|ants|ians|men|women|ees|ks|fs|es|ts)|staff|people|reports|juniors)\b",
    re.IGNORECASE,
)
# From those told of first to those told of next, who are the same people become more.
_GROWN = regex(
    r"(?:\s+to\s+(?=an?\b|\w)|[^.;:\n\d]{0,60}?;?[^.;:\n\d]{0,20}?\b(?:we|the\s+team"
    r"|they)\s+(?:were|are|had\s+become)\s+"
    r"|[^.;:\n\d]{0,60}?(?:,|\band|\bthen|\b(?:in|over|within)\s+[\w\s]{1,20}|\()?\s*(?:it|which"
    r"|that|who|we|they|the\s+team)?\s*(?:had\s+|has\s+|have\s+|later\s+|eventually\s+)?"
    r"(?:rising|rose|risen|growing|grew|grown|increas\w+|swell\w*|expand\w+|peak\w*|ended|ending"
    r"|finish\w*|left|hand(?:ed|ing)\s+over|scal\w+|doubl\w+|trebl\w+|tripl\w+|"
    r"number\w*|up)\s*(?:up\s+)?(?:to|at|with|on)?\s+)(?:(?:about|around|some|over|just\s+over)\s+)?",
    re.IGNORECASE,
)
_AGAIN = regex(
    r"[^.;:\n\d]{0,25}?(?:,|;|/|\(|\band|\bor)\s*(?:up\s+to\s+|about\s+|over\s+)?", re.IGNORECASE
)
_DOUBLED = regex(
    r"\b(?:doubl|trebl|tripl|quadrupl|grew|grown|growing|ris|rose)\w*\b", re.IGNORECASE
)
_GROWN_END = regex(
    r"\s*(?:$|[.;,)(]|\b(?:in|at|by|when|during|over|with|for|under|before|as|through|today|now|on|within)\b)",
    re.IGNORECASE,
)
# 'Manager of 9 (2013-16)', 'ran 12 (the lido)': one of several posts, each told by its head count.
_POST_OF = regex(
    r"\b(?:manag(?:ed|er|ing)|supervis(?:ed|or|ing)|led|ran|headed|commanded|leader|boss|gaffer|head|foreman|forewoman|"
    r"in\s+charge|charge)\s+(?:of\s+|for\s+|to\s+|over\s+)?(?:(?:about|around|some|over|up\s+to|just)\s+)*$",
    re.IGNORECASE,
)
_THINGS = Phrases({"others": people_words().nouns["others"]})
_DATED = regex(
    r"\W*(?:19|20)\d\d\s*(?:[-–—/]|to)\s*(?:(?:19|20)?\d\d|now|present|date|today)\b[\s:,|–-]*(?:I\s+)?"
    r"(?:manag|supervis|led|ran|head|command|leader|boss|foreman|in\s+charge)",
    re.IGNORECASE,
)
_HELD_THEN = regex(
    r"\s*(?:\(\s*(?:(?:from|since|in)\s+)?(?:19|20)?\d\d\b|\b(?:by|when)\s+(?:the\s+(?:time|end|close|year)|I\s+left|\d{4})"
    r"|\bin\s+(?:19|20)\d\d\b)",
    re.IGNORECASE,
)
# 'Site 17 under my command', 'band 7 under me'.
_NUMBERS_A_THING = regex(
    r"\b(?:sites?|bands?|grades?|levels?|units?|wards?|phases?|stages?|batches|projects|accounts|budgets?|of)\s*$",
    re.IGNORECASE,
)
# 'Engine room team under me: five', 'reporting to me - 12'.
_UNDER_ME_LABEL = regex(
    r"(?:^|(?<=[.;:]\s))under\s+me,?\s+$"
    r"|\b(?:under|(?:report|answer)\w*\s+(?:in)?to)\s+me\s*(?:[:=–-]"
    r"|\b(?:is|was|were|has\s+been|never\s+exceeded))\s*(?:now\s+)?$"
    # 'Never managed more than a dozen', 'the most I ran was nine': the largest there was.
    r"|\b(?:never|not)\s+(?:(?:yet|ever)\s+)?(?:had\s+charge\s+of|line[\s-]managed|managed|led"
    r"|supervised|headed|run)\s+(?:(?:a\s+)?(?:team|crew)s?\s+of\s+)?"
    r"(?:more|greater|larger|bigger)\s+than\s+(?:an?\s+)?$"
    r"|\b(?:most|largest\s+number)\s+(?:(?:people|staff)\s+)?(?:that\s+)?I\s+(?:have\s+"
    r"|ever\s+)*(?:managed|led|supervised|headed)\s+(?:at\s+once\s+)?(?:is|was|has\s+been)\s+$",
    re.IGNORECASE,
)
_WE_WERE = regex(rf"\bwe\s+(?:were|are|numbered)\s+(?:{BOUND}\s+)?$", re.IGNORECASE)
# A function that grew under somebody is told of by its people: 'engineering grew under me'.
_GREW_UNDER_ME = regex(
    rf"\b(?:{'|'.join(map(re.escape, _AREAS_AND_GROUPS))})\s+"
    r"(?:grew|grown|doubled|expanded|rose)\s+under\s+me\s+(?:from\s+)?$",
    re.IGNORECASE,
)
# 'Small teams only, eight at most'.
_AT_MOST = regex(
    r"\s+(?:in\s+(?:all|total)\b|all\s+told|altogether|at\s+(?:the\s+)?most"
    r"|at\s+(?:its|their|the)\s+(?:largest|biggest|height|peak)|max(?:imum)?|tops)\b",
    re.IGNORECASE,
)
# 'It numbered 22 by the end', of a team told of in the sentence before.
_GOES_ON = regex(
    r"(?:[^.;:,\d]{0,40}?\b(?=we\s))?\W*(?:and\s+|later\s+|by\s+\d{4}\s+|today\s+|now\s+)?(?:it"
    r"|this|they|we|that|there|the\s+(?:team|crew|group|number|total))\s+(?:\w+ly\s+)?"
    r"(?:(?:had|has|have|then|later|now)\s+)?(?:was|were|are|is|been|number(?:s|ed)|grew\s+to"
    r"|grown\s+to|stands\s+at|stood\s+at|reach(?:es|ed)|became|become|rose\s+to|"
    r"risen\s+to|peaked\s+at|doubled\s+to)\s+(?:(?:about|around|some|over)\s+)?$",
    re.IGNORECASE,
)
_NOTHING_MORE = regex(r"\s*(?:$|[.;,)])")
# '35 advisers in Leeds and 28 in Hull', 'and another 22': the noun is not said again.
_AND_MORE = regex(
    r"[^.;:|\n]{0,40}?(?:\band|\bplus|,|&)\s+(?P<more>(?:yet\s+)?another|a\s+further|(?:an\s+)?additional)?\s*",
    re.IGNORECASE,
)
_ELSEWHERE = regex(
    r"\s+(?:more\s+|others?\s+)?(?:in|on|at|across|based\s+in|from)\s+(?:(?:the|our)\s+)?"
    r"(?:other\b|(?!(?:waiting|books?|list|queue|time|budget|average|total|all|once|least|most|target|the|our|project|a)\b)[A-Za-z])",
    re.IGNORECASE,
)
_ENDED = regex(r"\s*(?:$|[.;,)]|\b(?:in|on|at|across)\b)", re.IGNORECASE)
# 'Two foremen and, beneath them, 40 stevedores'.
_BENEATH = regex(
    r"\W*(?:(?:and|plus|with)\b\W*)?(?:below|beneath|underneath|under|through|behind)\s+(?:them|these|those|whom)\W*",
    re.IGNORECASE,
)
# Words that may name people by what they do; believed only beside people who are certain.
_DOERS = regex(r"\b(?:(?i:[a-z]{2,}(?:ers|ors|ists|ants|ians|men|ees))|[A-Z]{2,5}s)\b")


def unnamed(
    text: str, figures: list[Number], nouns: list[Hit], certain: list[HeadCount]
) -> list[HeadCount]:
    """Return the head counts of ``text`` that ``certain`` ones beside them make believable."""
    collectives = _collectives(text)
    mine = FIRST_PERSON.search(text) is not None
    found = [*collectives, *head_kinds.kinds(text, figures, [*certain, *collectives], mine)]
    found += _grown(text, figures, [*certain, *found])
    found += _and_more(text, figures, [*certain, *found])
    found += _doers(text, figures, nouns, [*certain, *found])
    found += head_singles.beside(text, nouns, [*certain, *found])
    return found if certain or found else head_singles.alone(text)


def _collectives(text: str) -> list[HeadCount]:
    """'A trio of clerks': a noun that is a number of people."""
    found = []
    for noun in _COLLECTIVE.finditer(text):
        number = Number(_COLLECTIVES[noun["how_many"].lower()], noun.start(), noun.end("how_many"))
        found.append(counted(number, "group", False, noun.start(), noun.end()))
    return found


def _grown(text: str, figures: list[Number], certain: list[HeadCount]) -> list[HeadCount]:
    """'Led 150 staff, rising to 320', 'began with four clerks and ended with nine'."""
    taken = {count.number.start for count in certain}
    found = []
    for first in certain:
        later = [n for n in figures if first.end <= n.start and n.start not in taken]
        number = next((n for n in later[:2] if _is_grown(text, first.end, n)), None)
        if number is not None:
            found.append(counted(number, "group", False, number.start, number.end))
    return found


def _is_grown(text: str, start: int, number: Number) -> bool:
    """Whether a number tells what those counted up to ``start`` became."""
    behind = past_bound(text, number.end)
    grown = _GROWN.fullmatch(text, start, number.start) and _GROWN_END.match(text, behind)
    again = _AGAIN.fullmatch(text, start, number.start) and same_again(text, behind)
    return bool(grown or again)


def has_grown(text: str, first: HeadCount, second: HeadCount) -> bool:
    """Return whether those counted second are those counted first, become more or fewer."""
    grown = _GROWN.fullmatch(text, first.end, second.number.start)
    again = _AGAIN.fullmatch(text, first.end, second.number.start)
    return bool(grown) or (bool(again) and same_again(text, second.end))


def tells_growth(text: str) -> bool:
    """Return whether the words of a range tell that its upper end was reached."""
    return _DOUBLED.search(text) is not None


def _and_more(text: str, figures: list[Number], certain: list[HeadCount]) -> list[HeadCount]:
    """'Nine fitters in Hull and six in York': a second number of the same people."""
    taken = {count.number.start for count in certain}
    found = []
    for first in certain:
        number = next((n for n in figures if n.start >= first.end), None)
        if number is None or number.start in taken or first.noun in ("label", "group"):
            continue
        link = _AND_MORE.fullmatch(text, first.end, number.start)
        behind = past_bound(text, number.end)
        alone = link and link["more"] and _ENDED.match(text, behind)
        if link and (alone or _ELSEWHERE.match(text, behind)):
            found.append(counted(number, first.noun, False, number.start, number.end))
    return found


def _doers(
    text: str, figures: list[Number], nouns: list[Hit], certain: list[HeadCount]
) -> list[HeadCount]:
    """'18 drivers and six loaders', '21 packers under me': people by the company they keep."""
    taken = {count.number.start for count in certain}
    found = []
    for number in figures:
        doers = _DOERS.search(text, number.end, min(len(text), number.end + 40))
        behind = past_bound(text, number.end)
        if number.start in taken or doers is None or BREAK.search(text, behind, doers.start()):
            continue
        if FIGURE.search(text, number.end, doers.start()):
            continue
        named = any(hit.start < doers.end() and doers.start() < hit.end for hit in nouns)
        mine = FIRST_PERSON.search(text, doers.end(), min(len(text), doers.end() + 30))
        neighbour = not is_listed_as_none(doers.group()) and any(
            0 <= gap <= 6
            for count in certain
            for gap in (number.start - count.end, count.start - doers.end())
        )
        beneath = any(_BENEATH.fullmatch(text, c.end, number.start) for c in certain)
        if not named and (neighbour or beneath or mine or leads_directly(text, number.start)):
            found.append(counted(number, "people", False, number.start, doers.end()))
    return found


def nameless(text: str) -> list[HeadCount]:
    """Return numbers of people whose noun is left out: 'supervise six or more', '17 under me'.

    They are believed behind a word that governs people alone, or before words by which those
    counted answer to the person.
    """
    found = []
    for number in numbers(text):
        if number.currency is not None or number.looks_like_year or number.low <= 1:
            continue
        behind = past_bound(text, number.end)
        governed = leads_directly(text, number.start) and _NOTHING_MORE.match(text, behind)
        listed = _POST_OF.search(text, max(0, number.start - 40), number.start)
        held = listed and (_HELD_THEN.match(text, behind) or _tells_a_post(text, behind))
        labelled = _UNDER_ME_LABEL.search(text, max(0, number.start - 60), number.start)
        were = _WE_WERE.search(text, max(0, number.start - 40), number.start)
        grew = number.growth and _GREW_UNDER_ME.search(text, 0, number.start)
        held = held or ((labelled or were) and _GROWN_END.match(text, behind)) or grew
        most = _AT_MOST.match(text, number.end) and unsized(text) is not None
        if governed or held or most or _stands_alone(text, number, behind):
            found.append(
                HeadCount(
                    number.low, number.high, "people", False, number.start, number.end, number
                )
            )
    return found


def goes_on(text: str) -> list[HeadCount]:
    """Return the number of people that those told of in the sentence before became."""
    return [
        HeadCount(n.low, n.high, "people", False, n.start, n.end, n)
        for n in numbers(text)[:2]
        if n.currency is None
        and not n.looks_like_year
        and n.low > 1
        and (
            (
                _GOES_ON.fullmatch(text, 0, n.start)
                and _GROWN_END.match(text, past_bound(text, n.end))
            )
            or (not text[: n.start].strip() and same_again(text, past_bound(text, n.end)))
        )
    ]


def _tells_a_post(text: str, behind: int) -> bool:
    """'2012-15 managed 8 (gym)': behind the years of a post."""
    dated = _DATED.match(text) is not None
    named = re.match(r"\s*(?:\([^)]*\)|$|[,;.])", text[behind:])
    return dated and named is not None and not _THINGS.find(named.group())


def _stands_alone(text: str, number: Number, behind: int) -> bool:
    """'17 under my command': nothing before the number gives it another noun."""
    return answers_at_once(text, behind) and not _NUMBERS_A_THING.search(text, 0, number.start)
