"""Reads experience that a role asks without a number: 'a background in X', 'proven X experience'.

Must not know lengths of time. Experience counts where it is of something a CV could show: a field,
a setting, a role, a client group, a system, a type of work. Behaviours and soft skills do not.
"""

from __future__ import annotations

import re

from data.knowledge.experience import behaviours, level_of
from data.knowledge.titles import named_in, occupation
from data.patterns import regex
from matcher.criteria import ExperienceYears
from matcher.facts.years.experience_words import LEADING, NOUN, content, phrase_end, trimmed

Found = tuple[int, int, ExperienceYears]
_ADJ = (
    r"(?:(?:previous|prior|proven|proved|demonstrable|demonstrated|strong|solid|extensive|recent"
    r"|relevant|significant|considerable"
    r"|substantial|some|good|broad|wide|direct|hands[\s-]on|practical|current|verifiable"
    r"|excellent|successful|credible|professional"
    r"|clear|exemplary|established|similar|minimum|necessary|first[\s-]class|in-depth|sound|vast"
    r"|wealth\s+of|appropriate|evidence\s+of"
    r"|an?|the|your|and|also|either|ideally|preferably|specialist\s+knowledge|,)\s+)*"
)
_NOUN_FIRST = regex(
    rf"\b{_ADJ}(?:{NOUN}|experienced|experience[sd]?)\s*,?\s+"
    r"(?:and\s+(?:knowledge|understanding|skills?)\s+)?(?:(?:previously|either|both|also"
    r"|gained|spent|particularly|specifically)\s+)*"
    r"(?:of|in|with|within|as|at|across|on|from|for|working|managing|leading|running|delivering"
    r"|dealing|supervising|selling|using|supporting|teaching|caring)\b\s*",
    re.IGNORECASE,
)
_NOUN_LAST = regex(
    r"(?P<field>(?:(?:[\w&/+*.'’-]*\w|&)[ ,]+){1,9}?)(?:experience|background|back\s+ground"
    r"|track[\s-]+record)\b(?P<link>\s+(?:of|in|with|within|as|at)\b)?",
    re.IGNORECASE,
)
# A heading, and what shares its adjective with experience: 'IT skills and experience using ...'.
_HEADING = regex(
    r"\W*(?:(?:essential|desirable|relevant|professional|specialist|knowledge|skills|training|education"
    r"|qualifications?|abilities|and|&)\b\W*)+",
    re.IGNORECASE,
)
# 'Masters degree or equivalent experience' asks for a degree.
_AN_AWARD = regex(
    r"\b(?:degree|diploma|qualifi(?:ed|cations?))\b[^.;]*\bor\s+(?:an?\s+)?(?:equivalent|relevant|comparable|similar)\b",
    re.IGNORECASE,
)
_SHARED = regex(r"\b(?:skills?|knowledge|training|qualifications?)\s*(?:,|and\b|&)\s*$", re.I)
_GOES_ON = regex(r"\s+(?:using|working|managing|delivering|providing|supporting|leading)\b", re.I)
_LEAD_IN = regex(
    r"^.*\b(?:have|has|having|with|need|needs|require[sd]?|requiring|possess\w*|must|bring|offer"
    r"|demonstrat\w+|gain\w*|show|of|be|is|are|seeking|for|any|your|from|as\s+well\s+as|to|who"
    r"|will)\s+",
    re.IGNORECASE,
)
_WORKED = regex(
    r"\b(?:who\s+)?(?:(?:has|have|having|must\s+have|you(?:'|’)ve|will\s+have|already|previously"
    r"|currently|been)\s+)+(?:\w+\s+)?(?:worked|working|served|managed|practi[cs]ed)\s+(?:in|as"
    r"|with|for|within|at|on)\s+",
    re.IGNORECASE,
)
_JOINT = regex(r"\s*,?\s+and\b|,\s|\s+with\b")
_OF_LEADERS = regex(
    r"^(?:(?:clinical|people|team|senior|line|operational)\s+)?leadership$", re.IGNORECASE
)
_A_ROLE = regex(r"\b(?:role|position|post|capacity)\b", re.IGNORECASE)
ALREADY = regex(
    r"\b(?:in\s+an?\s+(?P<role>(?:[\w-]+\s+){1,4}?)(?:role|position|post|capacity)\s+already"
    r"|(?:currently|already)\s+(?:employed\s+)?(?:in|as)?\s*an?\s+(?P<title>(?:[\w/&-]+\s*){1,6}))",
    re.IGNORECASE,
)
_KNOWING = regex(
    r"\b(?:strong|good|sound|excellent|solid|proven"
    r"|detailed)?\s*working\s+knowledge\s+of\s+(?=[^.;]{3,60}\s(?:in|within)\s)",
    re.IGNORECASE,
)
_SEEKING = regex(
    r"\b(?:seek\w*|recruit\w*|appoint|employ|requir\w+|look(?:ing)?\s+for|need\w*|must\s+be"
    r"|will\s+be|should\s+be"
    r"|you\s+are)\b",
    re.IGNORECASE,
)
_EXPERIENCED = regex(
    r"\bexperienced(?:,?\s+(?:[a-z-]+,?\s+){0,3}?and\s+(?:highly\s+|well\s+)?[a-z-]+)?,?\s+"
    r"(?P<title>(?:(?!in\b|with\b|within\b|at\b|and\b|who\b)[\w/&-]+\s*){1,6})",
    re.IGNORECASE,
)
_VOID = regex(
    r"\b(?:no|not|without|lack\s+of|regardless\s+of|whether\s+or\s+not|n['’]t|does\s+not\s+require)"
    r"\s+(?:\w+\s+){0,3}experience(?:\s+(?:of|in|with|as)\s+\w+)?"
    r"|\bthe\s+(?:\w+\s+)?experiences?\s+of\s+(?:all\s+|our\s+|the\s+|your\s+)?(?:staff"
    r"|colleagues|employees|people|guests?|visitors?|customers?|residents?|patients?|users?"
    r"|students?|pupils|families|candidates?|applicants?|tenants?|passengers?)\b"
    r"|\b(?:build\w*\s+(?:up)?on|gain|gaining|broaden\w*|widen\w*)\s+(?:\w+\s+){0,3}experience"
    r"|experience\s+in\s+your\s+(?:application|cv|supporting)|(?:patient|guest)\s+experience\b"
    r"|\bexperience\s+of\s+using\s+(?:[\w-]+\s+){0,3}services\b"
    r"|\b(?:improv\w*|enhanc\w*|transform\w*)\s+the\s+(?:\w+\s+)?experience"
    r"|experience\s+(?:is\s+)?not\s+(?:\w+\s+)?(?:required|necessary|essential|needed)"
    r"|depend\w*\s+(?:up)?on\s+(?:\w+\s+)*experience|commensurate|experience\s+(?:of\s+)?(?:the"
    r"|our)\s+(?:guests?|customers?|residents?|patients?)|(?:customer|guest|user|patient|client"
    r"|candidate|dining|shopping)\s+experience\b(?!\s+(?:in|of|is|required|essential|desir))",
    re.IGNORECASE,
)
# Teams of a kind are a setting that a CV can show.
_FAR_TEAMS = regex(
    r"(?:global|international|multi-?site|near-?shore|off-?shore|outsourced|remote|virtual)\s+teams?",
    re.IGNORECASE,
)
_PEOPLE_ONLY = regex(
    r"^(?:managing|management\s+of|leading|supervising"
    r"|line\s+managing)?\s*(?:an?\s+)?(?:\w+\s+)?(?:teams?|staff|people)"
    r"(?:\s+(?:across|at|in|over|on)\s+(?:multiple|several|different|various|two|three|(?:two|three|more\s+than)\s+(?:or\s+more|one))\s+"
    r"(?:sites?|locations?|branches|offices|stores|shops|depots|centres))?$",
    re.IGNORECASE,
)


def without_length(text: str) -> list[Found]:
    """Read experience asked without a number, leftmost reading first."""
    spoilt = [match.span() for match in _VOID.finditer(text)]
    found: list[Found] = []
    for start, end, of in sorted(
        [*_noun_first(text), *_noun_last(text), *_worked(text), *_occupations(text)]
    ):
        taken = any(start < last and first < end for first, last, _ in found)
        void = any(start < last and first < end for first, last in spoilt)
        if not taken and not void and _is_field(of):
            found.append((start, end, ExperienceYears(None, of, _is_leading(of))))
    return found


def _noun_first(text: str) -> list[tuple[int, int, str]]:
    found = []
    for pattern in (_NOUN_FIRST, _KNOWING):
        for match in pattern.finditer(text):
            end = _before_behaviour(text, match.end(), phrase_end(text, match.end()))
            last_word = match.group().split()[-1].lower()
            verb = last_word if last_word.endswith("ing") and last_word != "working" else ""
            first = match.end() - len(match.group().lstrip(" ,"))
            found.append((first, end, trimmed(f"{verb} {text[match.end() : end]}")))
    return found


def _before_behaviour(text: str, start: int, end: int) -> int:
    """Where a field ends before a behaviour joined to it: 'cobbling and building rapport'."""
    soft = behaviours().search(text, start, end)
    if soft is None:
        return end
    joints = [match.start() for match in _JOINT.finditer(text, start, soft.start())]
    return joints[-1] if joints and content(text[start : joints[-1]]) else end


def _noun_last(text: str) -> list[tuple[int, int, str]]:
    found = []
    for match in _NOUN_LAST.finditer(text):
        behind = text[match.end() : phrase_end(text, match.end())] if match["link"] else ""
        if content(behind) and _is_field(trimmed(behind)):
            continue  # What stands behind says more: 'sales experience in dental equipment'.
        field = re.split(r"[.;:]\s", match["field"])[-1]
        lead = _LEAD_IN.match(field)
        field = field[lead.end() :] if lead else field
        if (
            _AN_AWARD.search(field)
            or _HEADING.fullmatch(field)
            or (_SHARED.search(field) and _GOES_ON.match(text, match.end()))
        ):
            continue
        if behaviours().search(field) and " and " in field:
            # 'Excellent communication skills and recent hospital experience' asks two things.
            field = field.rsplit(" and ", 1)[1]
        of = trimmed(field)
        if of:
            found.append((match.end("field") - len(field), match.end(), of))
    return found


def _worked(text: str) -> list[tuple[int, int, str]]:
    return [
        (match.start(), end, trimmed(text[match.end() : end]))
        for match in _WORKED.finditer(text)
        if (end := phrase_end(text, match.end())) > match.end()
    ]


def _occupations(text: str) -> list[tuple[int, int, str]]:
    found = []
    for match in ALREADY.finditer(text):
        of = trimmed(match["role"] or match["title"])
        if of and (match["role"] or occupation().search(of) or _A_ROLE.search(match.group())):
            found.append((match.start(), match.end(), of))
    if _SEEKING.search(text):
        for match in _EXPERIENCED.finditer(text):
            title = match["title"]
            marks = list(occupation().finditer(title))
            if marks:
                found.append(
                    (
                        match.start(),
                        match.start("title") + marks[-1].end(),
                        trimmed(title[: marks[-1].end()]),
                    )
                )
    return found


def _is_leading(of: str) -> bool:
    return (
        level_of(of) in {"line_management", "managing_managers"} or LEADING.search(of) is not None
    )


# 'Experience of holding a budget of £50k' asks for the budget.
_OF_MONEY = regex(
    r"^(?:holding|running|managing|owning|controlling|overseeing)\s+(?:(?:an?|the|your|own)\s+)*"
    r"(?:[£$€]\s?[\d.,]+\+?\s?(?:k|m|mn|bn|million|billion)?(?:\+|[\s-]plus)?\s+)?(?:[\w-]+\s+){0,2}(?:budgets?|p&l)\b",
    re.IGNORECASE,
)


# 'Experience in one or more of the following:' says nothing by itself.
_OF_A_LIST = regex(
    r"^(?:any|all|one|some|two|three)\b[^.;]*\bof\s+(?:the\s+)?(?:following|these|below)$", re.I
)


def _is_field(of: str) -> bool:
    """Whether a CV could show it: not a behaviour, not a mere 'similar role', not only a team."""
    if _FAR_TEAMS.fullmatch(of):
        return True
    if _OF_MONEY.search(of):
        return False
    if _OF_A_LIST.search(of) or not content(of) or _PEOPLE_ONLY.match(of) or len(of) < 2:
        return False
    soft = behaviours().search(of)
    if _OF_LEADERS.match(of):
        return True
    return soft is None or (bool(named_in(of)) and soft.start() > 0)
