"""Whose the people of a head count are, as their sentence and what stands around it tell.

Must not know what the person's own verbs are; ``leading`` weighs those. Here come the places in
which nothing but a heading, a label, a title or the next sentence says who led.
"""

from __future__ import annotations

import re

from data.patterns import regex
from matcher.facts.layout.phrases import Hit
from matcher.facts.layout.tables import column_heading, opening, run_heading
from matcher.facts.people import counts as head_counts
from matcher.facts.people import holders, leading
from matcher.facts.people import kinds as head_kinds
from matcher.facts.people import wholes as head_wholes
from matcher.facts.people.led_nobody import LEADERS
from matcher.facts.people.sums import HeadCount
from matcher.facts.states.wishes import wished
from matcher.types import Outline, Sentence

# 'Sixty people through five managers': told of a post, the leaders say that they are led.
_LED_THROUGH = regex(
    r"[^.;|]{0,40}?\b(?:through|via|(?<=people )under|(?<=staff )under)\s+"
    rf"(?!the\b|a\b|an\b|our\b|my\s+man)(?:[\w-]+\s+){{1,3}}?{LEADERS}\b",
    re.IGNORECASE,
)
_REPORTS = regex(r"[\w-]+(?:\s+\w+)?\s+reports\W*", re.IGNORECASE)
# 'Self + 7 reports'.
_SELF_AND = regex(r"\W*(?:self|myself|me)\s*(?:\+|&|and|plus)\s*", re.IGNORECASE)
_PLACE = regex(r"(?:company|business|organi[sz]ation|department|office|branch|site)\b", re.I)
# 'The team reached 27 after I left'.
_NOT_MINE = regex(
    r"\s*(?:\w+\s+){0,2}?(?:(?:after|since|once)\s+I\s+(?:had\s+)?(?:left|moved|went)|before\s+I\s+(?:joined|came|arrived|started))\b",
    re.IGNORECASE,
)
# 'Of the 40 in the department, six are mine'.
_OUT_OF = regex(
    r"(?:^|[.,;(]\s*|\bout\s+)of\s+(?:the|our)\s+(?:(?:[\w-]+\s+)?[\w-]+['’]s?\s+)?$"
    r"|(?:^|[.;(]\s*)of\s+(?:some\s+|about\s+|all\s+)?$",
    re.IGNORECASE,
)
# How many words may name the firm that somebody runs.
_OF_A_FIRM = 9
_DIRECT_REPORTS = regex(r"\b(?:direct|line)\s+reports?\b|\breportees\b", re.IGNORECASE)
# How far above a count the title of its post may stand.
_LINES = 4
# A row of so few words is a fragment about the post: 'Team of nine'.
_SHORT = 6
# 'Indirect: 45 porters', beside those who report directly.
_INDIRECT = regex(
    r"\b(?:indirect(?:ly)?|matrix|dotted[\s-]line)(?:\s+reports?)?\s*[:=–-]\s*$", re.IGNORECASE
)
# 'Department of 22. All reported to me.'
_ALL_MINE = regex(
    r"\W*(?:they\s+)?(?:all|each|everyone|everybody|they|both|these)\b[\w\s]{0,30}"
    r"\b(?:report\w*|answer\w*|work\w*)\s+(?:directly\s+)?(?:in\s?)?(?:to|for)\s+me\b",
    re.IGNORECASE,
)
# Titles of those who run a place, and of those who lead one function in a firm.
_RUNS_A_PLACE = regex(
    r"\W*(?:[\w&'’-]+\s+){0,2}?(?:store|shop|branch|depot|site|centre|center|kitchen|hotel|restaurant|pub|bar|laundry|"
    r"warehouse|plant|factory|farm|ward|home|salon|nursery|club|gym|bakery|garage|workshop|surgery|clinic|library|"
    r"hostel|café|cafe|canteen)\s+(?:manager|manageress|supervisor|head)\b(?P<where>[^.;:|\d]*),\s*",
    re.IGNORECASE,
)
_LEADS_A_FUNCTION = regex(
    r"\W*(?:[\w&'’-]+\s+){0,2}?(?:project|programme|program|product|relationship|case|category|brand|contracts?|sales|it|ict|data|account|accounts|hr|human\s+resources|"
    r"finance|marketing|communications|quality|change|service\s+delivery|digital|procurement|payroll|facilities|"
    r"compliance|risk|legal|fundraising|estates|security|systems|infrastructure)\s+"
    r"(?:manager|lead|leader|head|director|supervisor|officer)\b",
    re.IGNORECASE,
)
_A_FIRM_WITH = regex(
    r"\b(?:firm|company|chain|group|retailer|employer|charity|insurer|bank|plc|ltd|limited|manufacturer|supplier|"
    r"wholesaler|landlord|trust|council|university|college|hospital|school|practice|agency|association|business|"
    r"society|authority|housebuilder|brewer|airline|scale[\s-]?up|start[\s-]?up|subsidiary|consultancy|parent|studio)\b\W*(?:with\s+|of\s+|employing\s+)?(?:(?:about|around|some|over)\s+)?$",
    re.IGNORECASE,
)
# '45 staff at the firm', '900 people, six hospitals in the trust'.
_OF_THE_FIRM = regex(
    r"[^.;|]{0,30}?\b(?:at|in|across|throughout|of)\s+(?:the|our)\s+(?:whole\s+|entire\s+)?(?:firm|company|chain|group|business|trust|council"
    r"|organi[sz]ation|bank|plc|college|university|hospital|charity|agency|practice)\b",
    re.IGNORECASE,
)
# Who holds one of these has everybody of the place: 'MD of a firm of 240 people'.
_RUNS_ALL = regex(
    r"\b(?:ceo|coo|md|chief\s+exec\w*|managing\s+director|executive\s+director|owner|proprietor|founder|co-?founder|president|"
    r"general\s+manager|principal|head\s?teacher|head\s+of\s+(?:an?|the)\s+(?:\w+\s+){0,3}(?:school|primary|college|academy|nursery)|"
    r"managing\s+partner|senior\s+partner|governor)\b",
    re.IGNORECASE,
)
# Titles that sound like it, of people who run no firm: 'product owner', 'school governor'.
_RUNS_NONE = regex(
    r"\b(?:(?:product|process|service|system|budget|risk|data)\s+owner|principal\s+(?!of\b)[a-z]+"
    r"|(?:school|parent)\s+governor"
    r"|president\s+of\s+(?:the\s+)?(?:\w+\s+){0,2}(?:union|society|club|association))\b",
    re.IGNORECASE,
)
_LED_THEM = regex(
    r"\b(?:led|lead(?:s|ing)?|manag(?:e|es|ed|ing)|r[au]n|running|head(?:ed|ing)|supervis\w+)\b",
    re.I,
)
# Who stands in for the head of a place has not all of its people.
_DEPUTY = regex(r"\b(?:deputy|assistant|associate|vice[\s-](?!president)|trainee)\b", re.IGNORECASE)
_CHAIN = regex(
    r"\b(?:firm|company|chain|group|retailer|employer|plc|ltd|limited|business)\b", re.IGNORECASE
)
_EVERYBODY = regex(r"\b(?:staff|people|employees|headcount|ftes?|workers|colleagues)\b", re.I)
_PEOPLE_HEADING = regex(r"\b(?:leadership|people|teams?|line management)\b", re.IGNORECASE)


# 'Group head count is 2,700': everybody of a firm, whoever tells of it.
_FIRMS_COUNT = regex(
    r"\b(?:group|company|firm|business|organi[sz]ation|trust|council|bank|university|college|hospital|charity|agency|"
    r"corporate|global|worldwide|national|overall|whole|entire)(?:['’]s|[\s-]?wide)?\s+(?:total\s+|overall\s+)?"
    r"(?:head\s?count|staff(?:ing)?|workforce|employees|people|ftes?)\W*(?:(?:of|is|was|at|now|about|around|over|some)\W*)*$",
    re.IGNORECASE,
)
# 'The company rose from 40 to 200 people', 'headcount at the firm went to 400'.
_FIRM_HAS_GROWN = regex(
    r"\b(?:the|our|its|this|that|whole|entire|an?|it)\s+(?:[\w-]+\s+)?(?:company|firm|business|start[\s-]?up|charity|agency"
    r"|employer|organi[sz]ation|group|chain|bank|school|practice|university|trust|council)(?:['’]s\s+(?:head\s?count|staff|workforce))?"
    r"\s+(?:(?:which|that|had|has|itself)\s+)*(?:grew|grown|growing|rose|risen|rising|went|going|expanded|expanding|doubled|trebled"
    r"|tripled|increased|scaled|swelled)\b(?!\s+under\s+m[ey]\b)[^.;|]{0,30}$",
    re.IGNORECASE,
)
# A cheap test before that one, and how far before the number the verb may stand.
_GREW = regex(
    r"gr[eo]w|r[oi]s[ei]|went|going|expan|doubl|tr[ei]p?bl|tripl|increas|scal|swell", re.I
)
_GREW_NEAR = 60
# 'Led nine, hired four of them': with an object it is the person who hired.
_NO_OBJECT = (
    r"(?!\s+(?:an?|the|their|my|our|its|most|half|some|several|many|both|all|new|\d+|one|two|three|four|five|six|seven|eight"
    r"|nine|ten)\b(?!\s+(?:years?|months?|weeks?|times?)\b))"
)
# What became of people, or of some of them, is no size of a team: 'two team leaders promoted'.
_BECAME = regex(
    r"\s*,?\s*(?:(?:of\s+(?:whom|them)|who|were|was|have|has|had|been|since|later|then|all|both|now)\s+){0,3}"
    rf"(?:(?:promoted|recruited|hired|appointed|dismissed|developed|nominated){_NO_OBJECT}|retired|resigned|departed|left|seconded"
    r"|graduated|became|progressed|moved\s+(?:on|up|into))\b(?![^.;\n]{0,40}\bby\s+me\b)",
    re.IGNORECASE,
)
# People led for pleasure are no staff.
_AT_PLAY = regex(
    r"\b(?:hockey|football|rugby|cricket|netball|rowing|athletics|swimming|cycling|running\s+club|basketball|lacrosse"
    r"|tennis|bowls|darts|scouts?|cubs|beavers|brownies|guides|cadets|choir|orchestra|brass\s+band|bell[\s-]?ringers"
    r"|morris|am-?dram|amateur|drama\s+society|village|sunday\s+league|parkrun|allotments?|church|weekends)\b",
    re.IGNORECASE,
)
_CAPTAIN = regex(
    r"\b(?:captain(?:ed|ing)?|skipper\w*|coach(?:ed|ing)?|conduct(?:ed|or|ing)|led|lead(?:er|ing)?|ran|run|scoutmaster)\b",
    re.IGNORECASE,
)
_PLAYERS = regex(
    r"\b(?:squad|side|club|troop|pack|choir|orchestra|band|crew|players|team|group|unit)\b", re.I
)


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
    text = sentence.text
    if head_kinds.by_matrix(text, count) or head_wholes.is_my_part(text, count.start):
        return "led"
    nobodys = any(
        told(text, count) for told in (_of_whole_firm, _runs_none, _not_mine, _at_play, _of_a_whole)
    )
    if nobodys or _of_firm_behind(cv, index, count) or _of_firm_grown(cv, index, count):
        return ""
    if _FIRMS_COUNT.search(text, 0, count.number.start):
        return "titled" if any(map(_RUNS_ALL.search, _told_of_post(cv, index, count.start))) else ""
    told = leading.stance(text, count.start, count.end)
    if told in ("served", "member") and (_of_place_run(text, count) or _of_firm_run(text, count)):
        return "titled"
    if told == "member" and _DIRECT_REPORTS.search(text, count.start, count.end):
        return "led"
    firms = leading.of_firm(text, count.start)
    if told and firms != "named":
        return told
    if firms:
        return ""
    below = cv.sentences[index + 1].text if index + 1 < len(cv.sentences) else ""
    if _ALL_MINE.match(below) or _LED_THROUGH.match(text, count.end):
        return "led"
    if _INDIRECT.search(text, 0, count.start):
        return "led"
    if count.direct or count.noun == "label" or head_counts.is_label(opening(cv, index)):
        return "led"
    headed = count.noun == "group" and _PEOPLE_HEADING.search(_heading(cv, index))
    if headed or _is_fragment(text, count) or _SELF_AND.fullmatch(text, 0, count.start):
        return "led"
    return "titled" if titled_above(cv, index, count.start) else ""


def _runs_none(text: str, count: HeadCount) -> bool:
    """Whether everybody of a place is told beside a title that runs none of it."""
    if not _EVERYBODY.search(text, count.start, count.end):
        return False
    title = _RUNS_NONE.search(text, 0, count.start)
    return title is not None and not _LED_THEM.search(text, title.end(), count.start)


def _not_mine(text: str, count: HeadCount) -> bool:
    """Whether people are counted out of my time, by what became of them, or hoped for."""
    if wished(text, count.start, count.end):
        return True
    away = _NOT_MINE.match(text, count.end) is not None
    if _BECAME.match(text, count.end):
        return True
    return away or _OUT_OF.search(text, 0, count.start) is not None


def _of_a_whole(text: str, count: HeadCount) -> bool:
    """'I ran one of them': one part of what was told before, and not one person."""
    return count.low == 1 and head_wholes.is_the_part(text, count.start, count.end)


def _at_play(text: str, count: HeadCount) -> bool:
    """Whether people play or meet and do not work: 'captain of the county hockey squad of 32'."""
    play = _AT_PLAY.search(text)
    if play is None or not _PLAYERS.search(text, max(0, count.start - 20), count.end + 12):
        return False
    led = _CAPTAIN.search(text, 0, max(count.start, play.start()))
    return led is not None and not re.search(
        r"[.;|]", text[led.end() : max(count.start, play.end())]
    )


def _is_fragment(text: str, count: HeadCount) -> bool:
    """'Team of nine', 'nine reports': a row of its own about the post."""
    if count.start or len(text.split()) > _SHORT:
        return False
    if count.noun == "group" and not _PLACE.match(text):
        return True
    whole = not text[count.end :].strip(" .")
    return bool(_REPORTS.fullmatch(text)) or (whole and count.noun == "people")


def titled_above(cv: Outline, index: int, start: int) -> bool:
    """Return whether a leader's title stands before ``start`` of a sentence, or above it.

    It is that of the post; outside of posts, one in the lines right above it.
    """
    return any(holders.has_title(words) for words in _told_of_post(cv, index, start))


def _told_of_post(cv: Outline, index: int, start: int) -> list[str]:
    """The words before ``start`` of a sentence, and its post's title or the lines above it."""
    sentence = cv.sentences[index]
    nearby = [sentence.text[:start]]
    if sentence.position is not None and sentence.position < len(cv.positions):
        nearby.append(cv.positions[sentence.position].title or "")
    else:
        nearby += [above.text for above in _lines_above(cv, index)]
    return nearby


def _lines_above(cv: Outline, index: int) -> list[Sentence]:
    """The sentences above one, as far as no blank line parts them from it."""
    above: list[Sentence] = []
    below = cv.sentences[index]
    for sentence in reversed(cv.sentences[max(0, index - _LINES) : index]):
        if "\n\n" in cv.text[sentence.end : below.start] and above:
            break
        above.append(sentence)
        below = sentence
    return above


def _of_place_run(text: str, count: HeadCount) -> bool:
    """'Shop Manager at a farm, 22 staff': the place that the title runs, told with its staff."""
    place = _RUNS_A_PLACE.fullmatch(text, 0, count.start)
    if place is None or not holders.has_title(text[: place.start("where")]):
        return False
    return not _CHAIN.search(place["where"])


def _of_firm_run(text: str, count: HeadCount) -> bool:
    """'Managing director of a maker of blinds with 240 people': who runs a firm has all of it."""
    title = _RUNS_ALL.search(text, 0, count.start)
    if title is None or _DEPUTY.search(text, 0, count.start):
        return False
    if holders.is_title_served(text, Hit("title", title.start(), title.end())):
        return False
    between = text[title.end() : count.start]
    return len(between.split()) <= _OF_A_FIRM and not re.search(r"[.;:|]", between)


def _of_whole_firm(text: str, count: HeadCount) -> bool:
    """'Project Manager, hospital trust, 900 staff': who leads a function has not the firm's."""
    if not _EVERYBODY.search(text, count.start, count.end):
        return False
    firm = _A_FIRM_WITH.search(text, 0, count.start)
    if firm is None:
        return False
    title = _LEADS_A_FUNCTION.match(text, 0, firm.start())
    return title is not None or _DEPUTY.search(text, 0, firm.start()) is not None


def _of_firm_behind(cv: Outline, index: int, count: HeadCount) -> bool:
    """'Account Manager. 45 staff at the firm': who leads a function has not the firm's."""
    if not _OF_THE_FIRM.match(cv.sentences[index].text, count.end):
        return False
    return any(map(_LEADS_A_FUNCTION.match, _told_of_post(cv, index, count.start)))


def _of_firm_grown(cv: Outline, index: int, count: HeadCount) -> bool:
    """Whether a firm is told to have grown to so many, by somebody who does not run it."""
    text, at = cv.sentences[index].text, count.number.start
    if not _GREW.search(text, max(0, at - _GREW_NEAR), at):
        return False
    if not _FIRM_HAS_GROWN.search(text, max(0, at - 2 * _GREW_NEAR), at):
        return False
    return not any(map(_RUNS_ALL.search, _told_of_post(cv, index, count.start)))


def _heading(cv: Outline, index: int) -> str:
    """The short line without a figure that stands above a sentence, or ""."""
    for above in reversed(cv.sentences[max(0, index - 4) : index]):
        if len(above.text.split()) <= 3 and not re.search(r"\d", above.text):
            return above.text
    return ""
