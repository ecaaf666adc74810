"""Reads what a role asks in experience: 'seven years in ITSM, three of them leading a team'.

Must not know whether a sentence is about the person, or how important it is. Experience counts
without a number, too, where it is of something a CV could show (a field, a setting, a role, a
client group, a system, a type of work); behaviours and soft skills are left out.
"""

from __future__ import annotations

import re

from data.knowledge.experience import behaviours, level_of
from data.knowledge.titles import named_in, occupation
from matcher.criteria import ExperienceYears
from matcher.facts.durations import Length, lengths
from matcher.facts.experience_words import content, phrase_end, trimmed
from matcher.types import Asked, Sentence

_NOUN = r"(?:experience|expertise|background|back\s+ground|track[\s-]+record|history|exposure)"
_LINK = r"(?:of|in|with|within|as|at|across|on|from|for|working|gained|spent|doing|using|to)"
_ABOUT_WORK = re.compile(
    rf"\b(?:{_NOUN}|experienced|worked|working|leading|managing|running|supervising|role|roles|position|post[\s-]+(?:qualif\w+|regist\w+)|pqe"
    r"|line\s+management|practi[cs]\w+)\b",
    re.IGNORECASE,
)
_AFTER_LENGTH = re.compile(
    rf"['’]?\s*(?:or\s+more\s+)?(?:of\s+(?:them|which|those|these|it)\s+)?(?:(?:of\s+)?(?P<pre>(?:[\w&/+.'’-]+,?\s+){{0,9}}?){_NOUN}\b\s*)?(?P<link>(?:(?:{_LINK})\s+)*)",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r"['’]?\s*(?:or\s+more\s+)?(?:of\s+(?:them|which|those|these|it)|(?:or\s+more\s+)?leading|(?:or\s+more\s+)?managing)\b", re.IGNORECASE)
# A second number without its unit: "..., three or more leading a team", "5 of them in charge".
_BARE_SECOND = re.compile(
    r"\b(?:with|including|of\s+which|and)?\s*(?:at\s+least\s+)?(?P<number>\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)\s*\+?\s*"
    r"(?:or\s+more\s+)?(?:of\s+(?:them|which|those|these)\s+|(?=or\s+more\s+|leading|managing))(?:spent\s+)?(?:in\s+|as\s+)?",
    re.IGNORECASE,
)
_NOT_ASKED = re.compile(
    r"['’]?[\s-]*(?:old\b|of\s+age\b|ago\b|contract|fixed|ftc|secondment|plan\b|programme|course|degree|warranty|strategy|maternity|"
    r"residen\w+|address|uk\s+residen|(?:of\s+)?employment\s+history|initially|placement|temporary|assignment|renewable|post\b(?!\s*-?\s*(?:reg|qual)))",
    re.IGNORECASE,
)
_NOT_BEFORE = re.compile(r"\b(?:within|every|each|after|aged?|per|next|for\s+an?\s+initial|initial|in\s+the\s+last|over\s+the\s+next|for\s+over|for\s+more\s+than|established)\s+(?:the\s+)?$", re.IGNORECASE)
_LEADING = re.compile(
    r"\b(?:lead|leading|led|manag\w+|supervis\w+|line[\s-]+manag\w+|in\s+charge\s+of|running|directing|heading)\s+(?:\w+\s+){0,3}?"
    r"(?:teams?|people|staff|managers?|departments?|desks?|colleagues|reports|others|function)\b|\bline\s+management\b|\bpeople\s+management\b|\bteam\s+leadership\b|\bleadership\s+role",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"\b(?:teams?|staff|people|departments?|headcount|reports)\s+of\s+(?:at\s+least\s+|over\s+|more\s+than\s+|around\s+)?(?P<n>\d{1,4}|[a-z]+)\b"
    r"|(?P<m>\d{1,4})\s*\+?\s*(?:or\s+more\s+)?(?:people|staff|direct\s+reports|reports|employees|person)\b",
    re.IGNORECASE,
)
_NUMBERS = {w: n for n, w in enumerate("two three four five six seven eight nine ten eleven twelve".split(), 2)} | {"fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "hundred": 100}

_ADJ = (
    r"(?:(?:previous|prior|proven|proved|demonstrable|demonstrated|strong|solid|extensive|recent|relevant|significant|considerable"
    r"|substantial|some|good|broad|wide|direct|hands[\s-]on|practical|current|verifiable|excellent|successful|credible|professional"
    r"|clear|exemplary|established|similar|minimum|necessary|first[\s-]class|in-depth|sound|vast|wealth\s+of|appropriate|evidence\s+of"
    r"|an?|the|your|and|also|either|ideally|preferably|specialist\s+knowledge|,)\s+)*"
)
_NOUN_FIRST = re.compile(
    rf"\b{_ADJ}(?:{_NOUN}|experienced|experience[sd]?)\s*,?\s+(?:(?:previously|either|both|also|gained|spent|particularly|specifically)\s+)*"
    r"(?:of|in|with|within|as|at|across|on|from|for|working|managing|leading|running|delivering|dealing|supervising|selling|using|supporting|teaching|caring)\b\s*",
    re.IGNORECASE,
)
_NOUN_LAST = re.compile(
    r"(?P<field>(?:(?:[\w&/+*.'’-]*\w|&)[ ,]+){1,9}?)(?:experience|background|back\s+ground|track[\s-]+record)\b(?!\s+(?:of|in|with|within|as|at)\b)",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(
    r"^.*\b(?:have|has|having|with|need|needs|require[sd]?|requiring|possess\w*|must|bring|offer|demonstrat\w+|gain\w*|show|of|be|is|are|seeking|for|any|your|from|as\s+well\s+as|to|who|will)\s+",
    re.IGNORECASE,
)
_WORKED = re.compile(
    r"\b(?:who\s+)?(?:(?:has|have|having|must\s+have|you(?:'|’)ve|will\s+have|already|previously|currently|been)\s+)+(?:\w+\s+)?(?:worked|working|served|managed|practi[cs]ed)\s+(?:in|as|with|for|within|at|on)\s+",
    re.IGNORECASE,
)
_ALREADY = re.compile(r"\b(?:in\s+an?\s+(?P<role>(?:[\w-]+\s+){1,4}?)(?:role|position|post|capacity)\s+already|(?:currently|already)\s+(?:employed\s+)?(?:in|as)?\s*an?\s+(?P<title>(?:[\w/&-]+\s*){1,6}))", re.IGNORECASE)
_KNOWING = re.compile(r"\b(?:strong|good|sound|excellent|solid|proven|detailed)?\s*working\s+knowledge\s+of\s+(?=[^.;]{3,60}\s(?:in|within)\s)", re.IGNORECASE)
_SEEKING = re.compile(r"\b(?:seek\w*|requir\w+|look(?:ing)?\s+for|need\w*|must\s+be|will\s+be|should\s+be|you\s+are)\b", re.IGNORECASE)
_EXPERIENCED = re.compile(r"\bexperienced\s+(?P<title>(?:(?!in\b|with\b|within\b|at\b|and\b|who\b)[A-Za-z/&-]+\s*){1,5})", re.IGNORECASE)
_VOID = re.compile(
    r"\b(?:no|without|not\s+necessary|does\s+not\s+require)\s+(?:\w+\s+){0,3}experience|experience\s+(?:is\s+)?not\s+(?:\w+\s+)?(?:required|necessary|essential|needed)"
    r"|depend\w*\s+(?:up)?on\s+(?:\w+\s+)*experience|commensurate|experience\s+(?:of\s+)?(?:the|our)\s+(?:guests?|customers?|residents?|patients?)|(?:customer|guest|user|patient|client|candidate|dining|shopping)\s+experience\b(?!\s+(?:in|of|is|required|essential|desir))",
    re.IGNORECASE,
)
_PEOPLE_ONLY = re.compile(r"^(?:managing|management\s+of|leading|supervising|line\s+managing)?\s*(?:an?\s+)?(?:\w+\s+)?(?:teams?|staff|people)$", re.IGNORECASE)


def ask(sentence: Sentence) -> list[Asked]:
    """Return the experience a sentence of a role asks."""
    text = sentence.text
    if "xperience" not in text and not _ABOUT_WORK.search(text) and not lengths(text) and not _ALREADY.search(text):
        return []
    spans = _with_length(text)
    for start, end, criterion in _without_length(text):
        if all(end <= first or start >= last for first, last, _ in spans):
            spans.append((start, end, criterion))
    return [
        Asked(criterion, sentence.start + start, sentence.start + end)
        for start, end, criterion in sorted(spans, key=lambda one: one[:2])
    ]


_Found = tuple[int, int, ExperienceYears]


def _with_length(text: str) -> list[_Found]:
    """Read 'at least seven years in X, with three or more leading a team'."""
    marks = [(length.start, length.end, length.years) for length in lengths(text) if _asks_work(text, length)]
    if not marks:
        return []
    for match in _BARE_SECOND.finditer(text, marks[0][1]):
        if all(match.end() <= first or match.start() >= last for first, last, _ in marks):
            number = match["number"].lower()
            years = float(number) if number.isdigit() else float(_NUMBERS[number])
            marks.append((match.start(), match.end("number"), years))
    marks.sort()
    found: list[_Found] = []
    for index, (start, end, years) in enumerate(marks):
        stop = marks[index + 1][0] if index + 1 < len(marks) else len(text)
        of, last = _of_length(text, end, stop)
        before = found[-1][2].of if found else ""
        leading = _LEADING.search(text, start, last) is not None or level_of(of) == "line_management"
        if before and (_OF_THEM.match(text, end) or not content(of)) and not _names_a_field(of):
            of = f"{of} in {before}" if of and not leading else before
        of = of or _subject_before(text, start)
        if not of and not found:
            continue
        found.append((start, last, ExperienceYears(years, of, leading, _team(text, start, last) if leading else None)))
    return found


def _asks_work(text: str, length: Length) -> bool:
    if length.joined and not re.match(r"['’]?[\s-]*(?:\w+\s+){0,4}(?:experience|track|background)", text[length.end :], re.IGNORECASE):
        return False
    if _NOT_ASKED.match(text, length.end) or _NOT_BEFORE.search(text, 0, length.start):
        return False
    around = text[max(0, length.start - 60) : length.end + 160]
    behind = re.match(r"['’]?\s*\+?\s*(?:or\s+more\s+)?(?:of\s+|in\b|as\b|with(?:in)?\b|at\b|[a-z]+ing\b)", text[length.end :], re.IGNORECASE)
    possessive = text[length.end - 1] in "'’" or text[length.end : length.end + 1] in "'’"
    return possessive or _ABOUT_WORK.search(around) is not None or behind is not None


def _of_length(text: str, end: int, stop: int) -> tuple[str, int]:
    """Return what a length is of and where the words end."""
    match = _AFTER_LENGTH.match(text, end, stop)
    first = match.end() if match else end
    doing = re.match(r"[a-z-]+ing\b", text[first:], re.IGNORECASE)
    if match and match["pre"] is not None and not match["link"] and not doing:
        return trimmed(match["pre"]), end + len(text[end:first].rstrip())
    pre = (match["pre"] or "") if match else ""
    if pre and re.search(r"[.;]", pre):
        pre, first = "", end
    last = phrase_end(text, first, stop)
    return trimmed(f"{pre} {text[first:last]}"), max(last, end + len(text[end:first].rstrip()))


def _names_a_field(of: str) -> bool:
    return bool(named_in(of)) or level_of(of) in {"managing_managers", "senior_leadership"}


def _subject_before(text: str, start: int) -> str:
    """'Line management experience: two years': the field stands before the length."""
    before = re.split(r"[.;\n]", text[:start])[-1]
    return trimmed(re.sub(r"[\s:,(–—-]+$", "", before)) if _ABOUT_WORK.search(before) else ""


def _team(text: str, start: int, end: int) -> float | None:
    match = _PEOPLE.search(text, start, min(len(text), end + 40))
    if match is None:
        return None
    words = (match["n"] or match["m"]).lower()
    if words.isdigit():
        return float(words)
    return float(_NUMBERS[words]) if words in _NUMBERS else None


def _without_length(text: str) -> list[_Found]:
    """Read experience asked without a number, leftmost reading first."""
    spoilt = [match.span() for match in _VOID.finditer(text)]
    found: list[_Found] = []
    for start, end, of in sorted([*_noun_first(text), *_noun_last(text), *_worked(text), *_occupations(text)]):
        taken = any(start < last and first < end for first, last, _ in found)
        void = any(start < last and first < end for first, last in spoilt)
        if not taken and not void and _is_field(of):
            found.append((start, end, ExperienceYears(None, of, _is_leading(of))))
    return found


def _noun_first(text: str) -> list[tuple[int, int, str]]:
    found = []
    for pattern in (_NOUN_FIRST, _KNOWING):
        for match in pattern.finditer(text):
            end = phrase_end(text, match.end())
            last_word = match.group().split()[-1].lower()
            verb = last_word if last_word.endswith("ing") and last_word != "working" else ""
            found.append((match.start(), end, trimmed(f"{verb} {text[match.end() : end]}")))
    return found


def _noun_last(text: str) -> list[tuple[int, int, str]]:
    found = []
    for match in _NOUN_LAST.finditer(text):
        field = re.split(r"[.;:]\s", match["field"])[-1]
        lead = _LEAD_IN.match(field)
        field = field[lead.end() :] if lead else field
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
    for match in _ALREADY.finditer(text):
        of = trimmed(match["role"] or match["title"])
        if of and (match["role"] or occupation().search(of)):
            found.append((match.start(), match.end(), of))
    if _SEEKING.search(text):
        for match in _EXPERIENCED.finditer(text):
            title = match["title"]
            marks = list(occupation().finditer(title))
            if marks:
                found.append((match.start(), match.start("title") + marks[-1].end(), trimmed(title[: marks[-1].end()])))
    return found


def _is_leading(of: str) -> bool:
    return level_of(of) in {"line_management", "managing_managers"} or _LEADING.search(of) is not None


def _is_field(of: str) -> bool:
    """Whether a CV could show it: not a behaviour, not a mere 'similar role', not only a team."""
    if not content(of) or _PEOPLE_ONLY.match(of) or len(of) < 2:
        return False
    soft = behaviours().search(of)
    return soft is None or (bool(named_in(of)) and soft.start() > 0)
