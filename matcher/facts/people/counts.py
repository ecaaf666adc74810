"""Head counts in a sentence, and in what relation the person stands to those counted.

Must not know which document the sentence is from. A number is a head count where a noun for people
follows it ('nine network engineers'), or a group or a label stands before it ('a team of nine',
'Headcount: 9'). The words are in ``data/knowledge/people.toml``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from data.knowledge.people import people_words
from data.knowledge.tools import by_spelling
from data.patterns import regex
from matcher.facts.layout.phrases import Hit, Phrases
from matcher.facts.numbers.bounds import BOUND, past_bound
from matcher.facts.numbers.numbers import Number, numbers
from matcher.facts.people import nouns as head_nouns
from matcher.facts.people import unnamed as head_unnamed
from matcher.facts.people.nouns import BREAK
from matcher.facts.people.sums import HeadCount, counted, is_apiece
from matcher.facts.people.undated import undated
from matcher.facts.people.unnamed import FIGURE

_WORDS = people_words()
_GROUPS = Phrases({"group": _WORDS.nouns["groups"]})
_SITES = Phrases({"sites": _WORDS.nouns["sites"]})
_LABELS = Phrases({"label": _WORDS.nouns["labels"]})
_STRONG = regex(
    r"[\s-]?(?:strong|(?:person|people|man|woman|head|member)\b)"
    # A desk or a centre is counted in seats; a restaurant's are its guests'.
    r"|\+?[\s-]seat(?:er)?\b(?=\s+(?:[\w-]+\s+){0,2}(?:contact|call|customer|service|support|help)?\s?"
    r"(?:(?:centre|center|desk|helpline)\b|(?:operation|floor|cell|hub)\b(?!\s+(?:at|in|of)\b)))",
    re.IGNORECASE,
)
_SEATS = regex(r"\s*\+?\s*seats\b", re.IGNORECASE)
_SEATED = regex(
    r"\b(?:contact|call)\s?cent(?:re|er)s?|\b(?:help|service)\s?desks?\b|\bhelpline", re.IGNORECASE
)

_IN_GROUP = regex(
    r"\s+in\s+(?:number|(?:(?:the|my|our|this)\s+)?(?!(?:the|wider|whole|entire|broader)\b)"
    r"(?:\w+\s+)?(?=\w))"
    r"|(?:\s+(?:were|are))?\s+on\s+(?:the|my)\s+(?=(?:teams?|crew|squad|brigade|rota|roster)\b(?!['’]))",
    re.IGNORECASE,
)
_REPORT = regex(
    r"\s+(?:\w+\s+){0,2}?(?:(?:on|over|across|in|at"
    r"|from)\s+(?:[\w-]+\s+){1,3}?)?report\w*\s+(?:directly\s+|straight\s+|in\s+|up\s+)?(?:to"
    r"|into)\s+me\b",
    re.I,
)
_OF = regex(
    r"^\s*(?:(?:(?:has|had|have)\s+)?(?:rang|vari)(?:es|ed)(?:\s+in\s+size)?\s+(?:from|between)\b"
    r"|(?:has|had|have)?\s*(?:peak\w*|reach\w*|rose|risen|grew|grown|went\s+up)\s+(?:at|to)?\b"
    r"|(?:growth|growing|size|strength)\s*(?:from\s+|[:=]\s*)?(?=\d)"
    r"|(?:(?:stands|stood|now|steady|capped|held)\s+)?at\b"
    r"|(?:[\w-]+\s+)?(?:size\s*)?(?:(?:to\s+date\s+|so\s+far\s+|ever\s+)?(?:has|had"
    r"|have)\s+(?:only\s+)?(?:ever\s+)?been|of|is|was|being|numbering|"
    r"numbers|numbered|totalling|totaling|comprising|made up of|containing|[:=(–-]))\s*\(?",
    re.IGNORECASE,
)
_LABEL_LINK = regex(
    r"\s*(?:(?:under|reporting\s+to|answering\s+to)\s+me,?\s+)?(?:(?:(?:has|had|have)\s+)?(?:been"
    r"|number(?:s|ed)?|total(?:s|led)?|(?:rang|vari)(?:es|ed)\s+(?:from|between)|peak\w*|reach\w*"
    r"|rose|grew|stood|stands|steady)\s*(?:at|to)?\b|(?:now|currently)\b|of|is|was|[:=(–-])?\s*",
    re.IGNORECASE,
)
_BOUND = regex(
    rf"^(?:{BOUND}|between|well|just|a total of|currently|now|\s)*$",
    re.IGNORECASE,
)

# 'ISO 20000 Practitioner', 'Level 3 Technician': a name, not a number of people.
_NAMED_BY = regex(
    r"(?:\b(?!FTE|HC|TEAM|STAFF|LED|OF|MANAGED|RAN)[A-Z]{2,}[0-9]*|\b(?:level|band|grade|tier|class|series|phase|version|windows|"
    r"office|stage|part|post|year|ward|unit|room|section|building|route|line|v|no|number))\s$",
)
_WORD_BEFORE = regex(r"([A-Za-z]+)\s$")
_ROW = regex(r"\s*[|:\t]")
_GREW = regex(
    r"\b(?:grew|grow\w*|expand\w*|built|build\w*|increas\w*|scal\w+|doubl\w+|took)\b[^.;]{0,30}$",
    re.I,
)

_THEN_GREW = regex(
    r"^\s*(?:(?:has|had|have|then|since|later|\w+ly)\s+)?(?:grew|grown|growing|rose|expanded|increased|shrank|fell|went)\s+(?:from|to)\s+",
    re.I,
)
# Groups that are of people whatever follows: 'a team of 40 covers the nights'.
_OF_PEOPLE = regex(r"^(?:teams?|crews?|squads?|gangs?|brigade|staff|workforce|shifts?)$", re.I)
_GROWN_TO = regex(
    r"^\s*(?:up\s+)?(?:from\s+(?:(?:scratch|nothing|zero|nobody|myself)\s+)?)?(?:up\s+)?(?:to\s+)?",
    re.IGNORECASE,
)

_OF_THEM = regex(
    r"\s+of\s+(?:them|these|those|whom|us|our\s+own|my\s+own)\b(?!\s+(?:years|months|weeks|days|sites|calls)\b)",
    re.I,
)
_REPORTS = regex(r"\breports$", re.IGNORECASE)
_ELSEWHERE = regex(
    r"\s+(?:to|for)\s+(?!me\b|myself\b|manage\b|lead\b|supervise\b|look\b|run\b|develop\b|this\b"
    r"|you\b|them\b)\w|\s+(?:on|about|into\s+(?!me\b))\s*\w"
    r"|\s+(?:an?|per|each|every)\s+(?:day|week|month|quarter|year|shift|meeting)\b"
    r"|\s+(?:issued|written|drafted|published|submitted|produced|filed|prepared|delivered|signed\s+off)\b",
    re.IGNORECASE,
)
# Between the first of several numbers and the noun that they share.
_SHARES = regex(r"(?:\s*,\s*\d{1,3})*\s*,?\s+(?:and|&)\s+\d{1,3}(?=\s)", re.IGNORECASE)
_ADJECTIVE = regex(r"\s+(?:[a-z-]+\s+)?")
_OF_EACH = regex(rf"[\s,(–-]*(?:(?:with|of|and)\s+)?(?:{BOUND}\s+)?", re.IGNORECASE)
# 'Headcount under management', 'staff at peak': what may follow in a label.
_OF_A_LABEL = regex(
    r"(?:[\s,]+(?:under|my|me|management|command|control|at|its|the|peak|most|any|one|time|led|managed|in|charge|"
    r"largest|height|direct|and|indirect|line|total|to|date|reporting|responsibility|max|maximum))*",
    re.IGNORECASE,
)
_OF_A_NAME = regex(r"\s+(?:(?i:sigma)\b|&\s+[A-Z])")
_FTE = regex(r"\s*(?:FTEs?|full[\s-]time\s+equivalents?)\b", re.IGNORECASE)
_OCLOCK = regex(
    r"\s*(?:in\s+the\s+(?:morning|afternoon|evening)|at\s+night|o['’]?\s?clock|[ap]\.?m\b|sharp\b)",
    re.I,
)
_DIRECT = regex(r"\bdirect(?:ly|s)?\b(?!\s+(?:and|or|&)\s+indirect)", re.IGNORECASE)
# 'Direct line manager of eleven', 'directly managed eleven', 'direct reports: four'.
_DIRECTLY = regex(
    r"\bdirect(?:ly)?\s+(?:line[\s-])?(?:manag\w+|supervis\w+|reports?|led|leading|responsible|responsibility)"
    r"(?:\s+(?:of|for|to)\s+|\s*[:=(–-]\s*|\s+)$",
    re.IGNORECASE,
)
# 'Three of the 40 report to me'.
_OUT_OF = regex(r"\bof\s+(?:the|my|our|these|those)\s+$", re.IGNORECASE)
_DIRECT_KIND = regex(r"\s*\(?\s*direct\b(?!\s+(?:and|or|&))", re.IGNORECASE)


# What else a number counts: time, speed at a keyboard.
_OF_OTHERS = regex(
    r"\s?-?(?:years?|yrs?|months?|mths?|semesters?|wpm|words\s+per)\b(?![\s-]round\b)",
    re.IGNORECASE,
)
_TELEPHONE = regex(r"(?<![\w.])\+?\(?\d{3,5}\)?[-. ]\d{3,4}[-. ]\d{3,4}(?![\w-])")


def head_counts(text: str) -> list[HeadCount]:
    """Return the head counts of ``text``, in order."""
    calls = [call.span() for call in _TELEPHONE.finditer(text)]
    figures = [
        n
        for n in undated(text)
        if _may_count(text, n) and not any(start <= n.start < end for start, end in calls)
    ]
    if not figures:
        return head_unnamed.unnamed(text, [], [], [])
    nouns, groups, sites = head_nouns.nouns(text), _GROUPS.find(text), _SITES.find(text)
    places = [*groups, *sites]
    found: list[HeadCount] = []
    for number in figures:
        # 'Staff over 31 stations' counts no staff.
        counts_sites = _counts_any(text, number, sites)
        count = _after(text, number, nouns, figures, places) or (
            None if counts_sites else _before(text, number, nouns, groups)
        )
        if count is not None:
            found.append(_times(text, count, figures, places))
    found += head_unnamed.unnamed(text, figures, nouns, found)
    return sorted(found, key=lambda count: count.start)


def _may_count(text: str, number: Number) -> bool:
    """People come whole, or in halves of a full-time post; a bare year counts nobody."""
    halves = (number.low * 2).is_integer() and (
        number.low >= 10 or _FTE.match(text, number.end) is not None
    )
    whole = (number.low.is_integer() or halves) and number.low > 0
    if _OF_A_NAME.match(text, number.end) or _OF_OTHERS.match(text, number.end):
        return False
    return number.currency is None and not number.vague and whole and not number.looks_like_year


def labelled(label: str, text: str) -> list[HeadCount]:
    """Return the numbers of ``text`` as head counts where ``label`` names people led."""
    if not label or not is_label(label):
        return []
    figures = [n for n in numbers(text, words=False) if n.currency is None and n.low > 0]
    if _REPORTS.search(label.strip(" :")):
        figures = [n for n in figures if not _ELSEWHERE.match(text, n.end)]
    if len(figures) > 1:  # '2019 - 8; 2022 - 14'
        figures = [n for n in figures if not n.looks_like_year]
    return [counted(n, "label", False, n.start, n.end) for n in figures]


def is_label(label: str) -> bool:
    """Whether a row or column called ``label`` holds numbers of people led."""
    stripped = label.strip(" :|-")
    # 'Minimum team size managed': a word or two may stand on either side.
    hits = _LABELS.find(stripped)
    if any(h.start <= 12 and h.end >= len(stripped) - 12 for h in hits):
        return True
    return bool(hits) and _OF_A_LABEL.fullmatch(stripped, hits[-1].end) is not None


def is_of_people(text: str, group: Hit) -> bool:
    """Return whether a group is of people whatever follows: a team, a crew."""
    return _OF_PEOPLE.match(text[group.start : group.end]) is not None


def _counts_any(text: str, number: Number, things: list[Hit]) -> bool:
    """Whether one of several things stands right behind a number, or one word further on."""
    return any(_ADJECTIVE.fullmatch(text, number.end, thing.start) for thing in things)


def _after(
    text: str, number: Number, nouns: list[Hit], figures: list[Number], places: list[Hit]
) -> HeadCount | None:
    """'Nine engineers', '9-strong', 'nine report to me'."""
    if is_name(text, number):
        return None
    strong = _STRONG.match(text, number.end)
    direct = _DIRECT.search(
        text, max(0, number.start - 8), min(len(text), number.end + 24)
    ) or _DIRECTLY.search(text, max(0, number.start - 50), number.start)
    if strong and number.low > 1:
        return counted(number, "people", direct is not None, number.start, strong.end())
    seats = _SEATS.match(text, number.end)
    if seats and number.low > 1 and _SEATED.search(text):
        return counted(number, "people", direct is not None, number.start, seats.end())
    noun = _noun_after(text, number, nouns)
    if noun is not None:
        to_me = direct or _REPORT.match(text, noun.end)
        between = [n for n in figures if number.end <= n.start < noun.start]
        if between and not _is_enumerated(text, number, between):
            return None
        end = number.end if between else noun.end
        return counted(number, noun.name, to_me is not None, number.start, end)
    if _OF_THEM.match(text, number.end) and not _of_things(nouns, number):
        return counted(number, "people", direct is not None, number.start, number.end)
    reports = _REPORT.match(text, number.end) and not _OUT_OF.search(text, 0, number.start)
    if number.low <= 1 or not reports or _counts_any(text, number, places):
        return None
    if not _counts_something_else(text, number, nouns):
        return counted(number, "people", True, number.start, number.end)
    return None


def _is_enumerated(text: str, number: Number, others: list[Number]) -> bool:
    """Whether numbers stand in a row that shares one noun: 'five, four and six technicians'."""
    gaps = [text[one.end : other.start] for one, other in pairwise([number, *others])]
    joined = all(re.fullmatch(r"\s*(?:,|and|&|,\s*and|or|to)\s*", gap, re.I) for gap in gaps)
    return joined and gaps[-1].strip() != ","


def _reports_elsewhere(text: str, noun: Hit, end: int) -> bool:
    """Whether 'reports' are documents, or report to somebody else: 'five reports a week'."""
    return _REPORTS.search(text, noun.start, noun.end) is not None and (
        _ELSEWHERE.match(text, end) is not None
    )


def is_name(text: str, number: Number) -> bool:
    """Return whether a number belongs to the word before it: 'ISO 20000', 'Dynamics 365'."""
    word = _WORD_BEFORE.search(text, 0, number.start)
    if word and f"{word[1]} {text[number.start : number.end]}".lower() in by_spelling():
        return True
    named = _NAMED_BY.search(text, max(0, number.start - 12), number.start)
    return named is not None and not text.isupper()


def _of_things(nouns: list[Hit], number: Number) -> bool:
    """Whether what was named last before a number is no people: 'ten years, six of them ...'."""
    before = [hit for hit in nouns if hit.end <= number.start]
    return bool(before) and before[-1].name == "others"


def _noun_after(text: str, number: Number, nouns: list[Hit]) -> Hit | None:
    """The noun for people that a number counts, adjectives between them."""
    first = next((n for n, hit in enumerate(nouns) if hit.start >= number.end), None)
    if first is None:
        return None
    noun = nouns[first]
    gap = text[past_bound(text, number.end) : noun.start]
    shared = _SHARES.match(gap)  # '19, 16 and 14 staff'
    gap = gap[shared.end() :] if shared else gap
    if BREAK.search(gap) or FIGURE.search(gap) or len(gap.split()) > 4:
        return None
    if "\n" in gap and (
        _ROW.match(text, noun.end) or gap.rpartition("\n")[2].lstrip()[:1].isupper()
    ):
        return None  # the label of the next row, or another line
    if gap.endswith("\n") and text[noun.start].isupper():
        return None
    for further in nouns[first + 1 :]:  # of a compound the last noun counts
        if text[noun.end : further.start].strip():
            break
        noun = further
    return None if noun.name == "others" or _reports_elsewhere(text, noun, noun.end) else noun


def _before(text: str, number: Number, nouns: list[Hit], groups: list[Hit]) -> HeadCount | None:
    """'A team of nine', 'Headcount: 9', 'nine in the team'."""
    if number.low <= 1 or _OCLOCK.match(text, number.end) or is_name(text, number):
        return None
    of_things = _counts_something_else(text, number, nouns)
    labels = _LABELS.find(text, 0, number.start)
    outside = [g for g in groups if not any(h.start <= g.start and g.end < h.end for h in labels)]
    for hit in reversed([*labels, *outside]):
        if hit.end > number.start:
            continue
        if of_things and not is_of_people(text, hit):
            continue
        if _reports_elsewhere(text, hit, number.end):
            continue
        between = text[hit.end : number.start]
        if _is_linked(between, hit, grew=_GREW.search(text, 0, hit.start) is not None):
            noun = "label" if between.strip()[:1] in tuple(":=(–-") else hit.name
            direct = _DIRECT_KIND.match(text, number.end) or _DIRECT.search(
                text, hit.start, hit.end
            )
            return counted(number, noun, direct is not None, hit.start, number.end)
    inside = _IN_GROUP.match(text, number.end)
    if (
        inside
        and not of_things
        and (
            "number" in inside.group()
            or any(h.start <= inside.end() + 12 and h.start >= number.end for h in groups)
        )
    ):
        return counted(number, "group", False, number.start, inside.end())
    return None


def _is_of_each(text: str, between: str, count: HeadCount) -> bool:
    apiece = is_apiece(text, count.end) or is_apiece(text, count.number.end)
    return between.strip().lower() == "of" or (apiece and _OF_EACH.fullmatch(between) is not None)


def _is_linked(between: str, hit: Hit, *, grew: bool) -> bool:
    """Whether nothing but words of counting, growth or bounds part a number from its group."""
    links = [
        _OF.match(between) if hit.name == "group" else _LABEL_LINK.match(between),
        _THEN_GREW.match(between),
        _GROWN_TO.match(between) if grew else None,
    ]
    return any(link and _BOUND.match(between[link.end() :]) for link in links)


def _counts_something_else(text: str, number: Number, nouns: list[Hit]) -> bool:
    for hit in nouns:
        if hit.start >= number.end:
            gap = text[number.end : hit.start]
            return hit.name == "others" and len(gap.split()) <= 2 and not re.search(r"[.;,|]", gap)
    return text[number.end : number.end + 1] == "%"


def _times(text: str, count: HeadCount, figures: list[Number], groups: list[Hit]) -> HeadCount:
    """'Two shifts of eleven' are twenty-two, and so are 'two shifts, eleven on each'."""
    for group in groups:
        between = text[group.end : count.number.start]
        plural = text[group.start : group.end].lower().endswith("s")
        if not plural or group.end > count.number.start or not _is_of_each(text, between, count):
            continue
        for factor in figures:
            gap = text[factor.end : group.start]
            if 0 <= group.start - factor.end < 20 and not BREAK.search(gap) and factor.low < 50:
                high = count.high * factor.low if count.high else None
                return replace(count, low=count.low * factor.low, high=high, start=factor.start)
    return count
