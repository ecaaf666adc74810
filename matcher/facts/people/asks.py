"""What a sentence of a role asks about leading people.

Must not know how a CV answers it, nor whether the sentence asks anything of the person at all.
"""

from __future__ import annotations

import re

from data.knowledge.people import people_words
from data.patterns import regex
from matcher.criteria import TeamSize
from matcher.facts.layout.phrases import Phrases
from matcher.facts.numbers.bounds import past_bound
from matcher.facts.numbers.numbers import numbers
from matcher.facts.people import counts as head_counts
from matcher.facts.people import leading, spread
from matcher.facts.people.leading_unsized import ABILITY, LEADING, LED, WEAK_VERB, unsized
from matcher.facts.people.led_nobody import LEADERS
from matcher.facts.people.sums import HeadCount
from matcher.types import Asked, Sentence

_WORDS = people_words()
_LED_BEHIND = regex(r"\s*(?:\w+\s+)?(?:line[\s-])?(?:managed|led|supervised)\b", re.I)
# 'Managing a team of staff and contractors (15+)'.
_IN_BRACKETS = regex(
    r"\((?:(?:at\s+least|minimum|min\.?|over|more\s+than|c\.?|circa)\s+)?(?P<size>\d{1,4})\s*(?:\+|or\s+more|plus|minimum|min)?\)",
    re.IGNORECASE,
)
# 'Large teams, 300+'.
_TEAMS_ALONE = regex(
    r"\W*(?:(?:large|big|sizeable|multi-site)\s+)?teams?\s*[,:(–-]\s*(?P<size>\d{1,4})\s*(?:\+|or\s+more|plus)\W*",
    re.IGNORECASE,
)
# 'A team of at least 20 people': what stands before the number, where nothing else is said.
_GROUP_ALONE = regex(
    r"\W*(?:(?:an?|the)\s+)?(?P<of>(?:[\w-]+\s+)?(?:teams?|crews?|departments?|desks?|directorates?|divisions?"
    r"|sections?|units?)\s+of\s+(?:(?:at\s+least|a\s+minimum\s+of|over|more\s+than|up\s+to|some|about"
    r"|around|c\.?|circa)\s+)?)",
    re.IGNORECASE,
)
_YEARS = regex(r"\byears?\b|\bmonths?\b", re.IGNORECASE)
_OR_THROUGH = regex(r"\bor\s+(?:indirectly\s+)?(?:through|via)\b", re.IGNORECASE)
_DIRECT_ONLY = regex(
    r"(?<!\bor )(?<!\band )(?<!/)(?<!& )\bdirect\s+(?:line\s+)?(?:reports?|management|line)\b"
    r"(?!\s*(?:\w+\s+){0,2}(?:or|and|/|&)(?!\s+(?:more|above|over|greater)\b))"
    r"|\bdirects\b|\bdirectly\s+(?:line[\s-])?(?:manag|led\b|lead|supervis)(?!.*\bindirect)"
    r"|\breport\w*\s+(?:directly|straight)\b(?!\s+(?:or|and)\s+indirect)",
    re.IGNORECASE,
)
_MANAGING_MANAGERS = regex(
    rf"\b(?:manag(?:e|ed|es|ing|ement of)|lead(?:ing)?|led|supervis\w+|direct\w*|oversee\w*)\s+"
    rf"(?:(?:a team of|teams of|[\w-]+)\s+){{0,2}}{LEADERS}\b|\bmanagers? of managers\b"
    r"|\bleaders? of leaders\b",
    re.IGNORECASE,
)
# 'Managing those who manage others', 'supervisors reporting to you', 'two layers of management'.
_LEADERS_OF_PEOPLE = regex(
    r"\b(?:managing|manag(?:e|ed|ement\s+of)|leading|led|lead)\s+(?:those|people|staff|others|colleagues)\s+who\s+(?:themselves\s+)?"
    r"(?:manag\w+|lead|led|supervis\w+|run|have)\b"
    rf"|\b{LEADERS}\s+(?:who\s+)?(?:report\w*|answer\w*)\s+(?:directly\s+)?(?:in\s?)?to\s+(?:you|them|the\s+post|the\s+role)\b"
    rf"|\b(?:manag\w+|led|lead\w*)\s+through\s+(?:other\s+|subordinate\s+)?{LEADERS}\b"
    r"|\b(?:second|third|2nd|3rd)[\s-](?:line|tier|level)\s+(?:leadership|(?:people[\s-]|line[\s-])?management)\b"
    r"|\b(?:layers?|tiers?|levels?)\s+of\s+(?:management|managers|supervision|supervisors|leaders)\b",
    re.IGNORECASE,
)
_SORT = r"(?:in-?house|outsourced|onshore|offshore|permanent|agency|direct|indirect|perm|temp\w*)"
_CLOSES = regex(
    r"\s*(?:or\s+(?:more|above)|minimum|plus|\+)?"
    rf"(?:\s*,?\s*\(?{_SORT}(?:\s*(?:,|and|or|/|&)\s*{_SORT})*\)?)?"
    # Who is counted with them; where they are, and in which post.
    r"(?:\s*,?\s*\(?(?:including|counting|incl\.?|with)\s+(?:any\s+)?(?:[a-z-]+\s+){0,4}?"
    r"(?:workers|staff|contractors|temps|volunteers|labour|people|(?:third[\s-])?part(?:y|ies)|partners|suppliers|vendors|agency|bpo|matrix|reports|seats)\)?)?"
    rf"(?:\s+(?:over|across|at|in|between|on|from|spread\s+over)\s+(?:(?:at\s+least|more\s+than|[\w-]+)\s+){{1,3}}?"
    rf"(?:{'|'.join(_WORDS.nouns['sites'])}|location|site))?"
    r"(?:\s+in\s+(?:your|a|the|their|any)\s+(?:(?:current|last|present|latest|most\s+recent|previous|one|single|or)\s+)+"
    r"(?:post|role|job|position))?\W*",
    re.IGNORECASE,
)
_THINGS = Phrases({"things": _WORDS.nouns["managers_of_things"]})
_ARTICLE = regex(
    r"\W*(?:(?:an?|the|at\s+least|(?:a\s+)?minimum(?:\s+of)?|min\.?|over|more\s+than|upwards?\s+of|"
    r"no\s+(?:fewer|less)\s+than)\s+)?",
    re.IGNORECASE,
)
# 'Experience with teams of 15 or more', 'used to crews bigger than 40': to have led them is meant.
_EXPERIENCE_OF_TEAMS = regex(
    r"\W*(?:[\w-]+\s+){0,2}?(?:experienced?|background|exposure|track\s+record|used|accustomed|comfortable|practised)\s+"
    r"(?:with|of|in|to|at\s+the\s+head\s+of|handling|directing)\s+(?:(?:an?|large|larger|big|sizeable|whole)\s+)*"
    r"(?:teams?|crews?|workforces?|departments?|squads?|shifts?|headcounts?|brigades?)\s+"
    r"(?:(?:of|totalling|numbering|with|over|above|exceeding|(?:larger|bigger|greater)\s+than|upwards?\s+of|in\s+excess\s+of)\s+)+"
    r"(?:(?:at\s+least|over|more\s+than|around|about|some|a\s+minimum\s+of|upwards?\s+of|no\s+(?:fewer|less)\s+than)\s+)?$",
    re.IGNORECASE,
)
_NOUN_OF_PEOPLE = regex(
    r"\s*(?:\+|plus|or\s+(?:more|above))?\s*(?:people|staff|reports|employees|colleagues|persons?|ftes?)?\b",
    re.IGNORECASE,
)
# 'Ten people reporting to you', '60 colleagues under your control', 'staff under management'.
_UNDER_YOU = regex(
    r"\s*(?:[\w-]+\s+){0,3}?(?:who\s+)?(?:(?:report|answer)(?:s|ed|ing)?\s*(?:$|[.;,]|(?:directly|up|straight)\b|(?:in\s?)?to\s+(?:you|them|the)\b)"
    r"|(?:under|beneath|below)\s+(?:(?:your|their|his\s+or\s+her|direct|line)\s+)*"
    r"(?:you|them|wing|management|leadership|command|control|supervision|direction|charge|care)\b"
    r"|in\s+your\s+charge\b)",
    re.IGNORECASE,
)
# 'Direct and indirect reports' and the like name people who are led, whatever stands before them.
_ARE_LED = regex(
    r"\b(?:direct|indirect|line|matrix)\s+(?:line\s+)?reports?\b|\breportees\b|\bsubordinates\b|\bdirects\b",
    re.IGNORECASE,
)
# 'Leadership of 300+', 'managed 10 or more and ...': a number alone behind leading people.
_LEADS_TO = regex(
    r"\b(?:led|lead(?:s|ing|ership)?|manag(?:e|es|ed|ing|ement)|command(?:s|ed|ing)?|supervis(?:e|es|ed|ing|ion)|"
    r"overs(?:aw|ee|ees|eeing|een|ight)|head(?:ed|ing)|head\s?count|charge|span\s+of\s+control|"
    r"line\s+responsibilit(?:y|ies)|teams?\s+totall?ing)"
    r"(?:\s+responsibilit(?:y|ies)|\s+(?:roles?|experience))?(?:\s+(?:of|for|over|with))?(?:\s+(?:an?|the|at\s+least|over|more\s+than|"
    r"no\s+(?:fewer|less)\s+than|minimum|of|upwards?|some|about|around|c\.?|circa))*\s*$",
    re.IGNORECASE,
)
_BARE_ENDS = regex(
    r"\s*(?:$|[.;,)]|(?:across|at|in|on|over|and|through|during|or|with|including|counting|incl)\b(?!\s+(?:\w+\s+)?(?:years?|months?|budgets?)\b))",
    re.IGNORECASE,
)
# A noun that says leading, and leaves the verb out: 'headcount responsibility for 80 people'.
_LEADING_NOUN = regex(
    r"\b(?:leadership|head\s?count|span\s+of\s+control|line\s+responsibility|supervis\w+|command(?:ed|ing)?|"
    r"people\s+(?:leader|manager)|head\s+of|in\s+charge|(?:has|have|had)\s+(?:run|had)|with\s+teams)\b",
    re.IGNORECASE,
)
# Words said of those led, or of having them.
_OF_THE_LED = regex(
    r"\b(?:head\s?count|span|ftes?|reports|reportees|directs?|indirects?|matrix\w*|dotted|subordinates|"
    r"(?:line|people|staff|team|personnel|workforce|supervisory|managerial|leadership|management)\s+"
    r"(?:responsib|account|manag|lead|experience|role|remit|span)\w*|"
    r"teams?|crews?|(?:sales|field|work|task)[\s-]?force|brigades?|squads?|led|lead(?:s|er|ing|ership)?|supervis\w+|"
    r"manag(?:e|ed|er|ing|ement)|in\s+charge|under\s+(?:you|them)|command\w*|foreman|run|ran|running)\b",
    re.IGNORECASE,
)
_NOT_LED = regex(
    r"\b(?:organi[sz]ations?|compan(?:y|ies)|employers?|firms?|environments?|charit(?:y|ies)|years?|months?|weeks?|days?|hours?|"
    r"our|we|us|join\w*|who\s+(?!report|answer|manage|lead|supervise)|member|part\s+of|within|alongside|recruit\w*|hir(?:e|ed|ing)|train(?:ed|ing)?|teach\w*|coach\w*|mentor\w*|support\w*|serv\w+|"
    r"writ\w+|wrote|produc\w+|publish\w*|calls|tickets|clients?|customers?|users?|pupils?|students?|patients?|per)\b|%",
    re.IGNORECASE,
)
# 'A 20+ team'.
_GROUP_BEHIND = regex(
    r"\s*(?:(?:teams?|crew|force|span)\b|(?:in)?direct\s*(?:,|or|and|/|&)\s*(?:in)?direct\s+reports\b)",
    re.IGNORECASE,
)
_AND = regex(r"\band\b|&|\bplus\b", re.IGNORECASE)
_SHORT = 14
# Words between a leading word and the count it leads into.
_NOT_FAR = 10

# Only money is read on its own: of 'a shop or a team of 25' one half would ask for nothing.
_OFFERED = regex(
    r"\b(?:budgets?|p&ls?|money|finances?)\s+or\s+(?:(?:an?|the)\s+)?(?=[^,;]{0,30}\b(?:teams?|staff|people|crew)\b)",
    re.IGNORECASE,
)


def ask(sentence: Sentence) -> list[Asked]:
    """Return the team sizes that a sentence of a role asks for.

    One at most, but for 'a team of ten and experience of managing managers', which asks for two.
    """
    text = sentence.text
    label, colon, _ = text.partition(":")
    found = head_counts.head_counts(text) or head_counts.labelled(label if colon else "", text)
    counts = (
        [count for count in found if _is_asked(text, count)]
        or _bare(text)
        or _of_teams(text)
        or _in_other_words(text, found)
    )
    tiers = _managers_asked(text)
    span = unsized(text)
    least: float | None
    if counts:
        count = counts[0]
        group = _GROUP_ALONE.fullmatch(text, 0, count.start)
        starts, ends = [group.start("of") if group else count.start], [count.end]
        if span is not None:
            starts.append(span[0])
            ends.append(span[1])
        least = count.low
        start, end = _own_half(text, min(starts), max(ends))
    elif span is not None and (size := _IN_BRACKETS.search(text, span[1])):
        least = float(size["size"])
        start, end = span[0], size.end()
    elif alone := _TEAMS_ALONE.fullmatch(text):
        least, start, end = float(alone["size"]), 0, len(text)
    elif tiers or (span is not None and _asks_for_leading(text, span)):
        start, end = tiers or _own_half(text, *(span or (0, len(text))))
        least = None
    else:
        return []
    several_sites, offshore = spread.asked(text)
    joint = _AND.search(text, counts[0].end, tiers[0]) if counts and tiers else None
    apart = joint is not None
    of_managers = tiers is not None or bool(counts and counts[0].noun == "managers")
    criterion = TeamSize(
        min_people=least,
        managers_of_managers=of_managers and not apart,
        direct_only=_DIRECT_ONLY.search(text) is not None,
        several_sites=several_sites,
        offshore=offshore,
    )
    asked = [Asked(criterion, sentence.start + start, sentence.start + end)]
    if apart and tiers:
        managers = TeamSize(None, managers_of_managers=True)
        asked.append(Asked(managers, sentence.start + tiers[0], sentence.start + tiers[1]))
    return asked


def _own_half(text: str, start: int, end: int) -> tuple[int, int]:
    """Of 'managed a shop or a team of 25' what is behind 'or': the verb governs both halves."""
    offer = _OFFERED.search(text, start, end)
    return (offer.end(), end) if offer else (start, end)


def _is_asked(text: str, count: HeadCount) -> bool:
    """A number of people to be led, not a number to join, serve or be one of."""
    opens = _ARTICLE.fullmatch(text, 0, count.start) is not None
    if count.noun == "label" or (count.noun == "group" and opens):
        return True
    alone = opens or _GROUP_ALONE.fullmatch(text, 0, count.start) is not None
    if alone and count.noun in ("people", "managers") and _CLOSES.fullmatch(text, count.end):
        return True
    if _UNDER_YOU.match(text, count.end) or _ARE_LED.search(text, count.start, count.end):
        return True
    relation = leading.stance(text, count.start, count.end)
    if relation in ("served", "others", "member"):
        return relation == "member" and (_leads_into(text, count) or _named_leading(text, count))
    if _LED_BEHIND.match(text, count.end):
        return True
    return (
        relation == "led"
        or LEADING.search(text) is not None
        or _leads_into(text, count)
        or _named_leading(text, count)
    )


def _named_leading(text: str, count: HeadCount) -> bool:
    """'Shift leadership, 40+ staff': a noun for leading not far before the count."""
    noun = _LEADING_NOUN.search(text, 0, count.start)
    return noun is not None and len(text[noun.end() : count.start].split()) <= _NOT_FAR


def _bare(text: str) -> list[HeadCount]:
    """Numbers of people to be led whose noun is left out: 'must have managed 30+'."""
    return [
        HeadCount(n.low, n.high, "people", False, n.start, n.end, n)
        for n in numbers(text)
        if n.currency is None
        and not n.looks_like_year
        and (_LEADS_TO.search(text, 0, n.start) or leading.leads_directly(text, n.start))
        and _BARE_ENDS.match(text, past_bound(text, n.end))
    ]


def _in_other_words(text: str, found: list[HeadCount]) -> list[HeadCount]:
    """'Six or more reports, direct or indirect', 'headcount responsibility, 80+'.

    Where a short requirement has one number, of people or of nothing else, and a word that is said
    of those led, nothing but leading them can be meant, unless it tells of an employer's size or
    of what is done for them.
    """
    if len(text.split()) > _SHORT or not _OF_THE_LED.search(text) or _NOT_LED.search(text):
        return []
    for count in found:
        if leading.stance(text, count.start, count.end) not in ("served", "others", "member"):
            return [count]
    figures = [n for n in numbers(text) if n.currency is None and not n.looks_like_year]
    figures = [n for n in figures if not head_counts.is_name(text, n)]
    if found or len(figures) != 1 or figures[0].low <= 1:
        return []
    number = figures[0]
    behind = past_bound(text, number.end)
    if not (_BARE_ENDS.match(text, behind) or _GROUP_BEHIND.match(text, behind)):
        return []
    return [HeadCount(number.low, number.high, "people", False, number.start, number.end, number)]


def _of_teams(text: str) -> list[HeadCount]:
    """'Experience with teams of 15 or more': nothing but the size is said of them."""
    first = next((n for n in numbers(text) if n.currency is None and n.low > 1), None)
    if first is None or not _EXPERIENCE_OF_TEAMS.match(text, 0, first.start):
        return []
    noun = _NOUN_OF_PEOPLE.match(text, first.end)
    end = noun.end() if noun else first.end
    if not _CLOSES.fullmatch(text, end):
        return []
    return [HeadCount(first.low, first.high, "people", False, 0, end, first)]


def _leads_into(text: str, count: HeadCount) -> bool:
    """'Leadership of an operation of at least 200': a leading word not far before the count."""
    return any(
        hit.name == "led"
        and not WEAK_VERB.match(text[hit.start : hit.end])
        and len(text[hit.end : count.start].split()) <= _NOT_FAR
        for hit in LED.find(text, 0, count.start)
    )


def _managers_asked(text: str) -> tuple[int, int] | None:
    found = _MANAGING_MANAGERS.search(text) or _LEADERS_OF_PEOPLE.search(text)
    if found is None or _OR_THROUGH.search(text):
        return None
    noun = text[found.start() : found.end()].lower()
    things = _THINGS.find(noun)
    return None if things else found.span()


def _asks_for_leading(text: str, span: tuple[int, int]) -> bool:
    """Ability is not experience; a length of time spent leading is another kind of requirement."""
    before = text[: span[0]]
    if ABILITY.search(before[-40:]):
        return False
    return not _YEARS.search(text[max(0, span[0] - 30) : span[0]])
