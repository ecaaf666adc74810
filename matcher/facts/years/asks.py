"""Reads what a role asks in experience: 'six years in payroll, two of them in charge of it'.

Must not know whether a sentence is about the person, or how important it is. Experience counts
without a number, too, where it is of something a CV could show (a field, a setting, a role, a
client group, a system, a type of work); behaviours and soft skills are left out.
"""

from __future__ import annotations

import re

from data.knowledge.experience import level_of, protected
from data.knowledge.titles import named_in
from data.patterns import regex
from matcher.criteria import ExperienceYears
from matcher.facts.numbers.durations import Length, lengths
from matcher.facts.numbers.words import parse
from matcher.facts.years.experience_words import (
    FIELD_OF_EXPERIENCE,
    LEADING,
    NOUN,
    content,
    phrase_end,
    trimmed,
)
from matcher.facts.years.field_asks import ALREADY, Found, without_length
from matcher.facts.years.named_first import held, listed
from matcher.types import Asked, Sentence

_LINK = r"(?:of|in|with|within|as|at|across|on|from|for|working|gained|spent|doing|using|to)"
_ABOUT_WORK = regex(
    rf"\b(?:{NOUN}|experienced|worked|working|leading|managing|running|supervising|role|roles"
    r"|position|post[\s-]+(?:qualif\w+|regist\w+)|pqe"
    r"|line\s+management|practi[cs]\w+)\b",
    re.IGNORECASE,
)
_AFTER_LENGTH = regex(
    r"(?:['’]?\s*(?:of\s+)?(?:service|standing|tenure)(?=\s+as\b))?"
    r"['’]?\s*(?:plus\s*)?\)?\s*(?:or\s+more\s+)?(?:of\s+(?:them|which|those|these"
    rf"|(?-i:it))\s+)?(?:(?:of\s+)?(?P<pre>(?:[\w&/+.'’-]+,?\s+){{0,9}}?){NOUN}\b\s*)?"
    rf"(?P<link>(?:(?:{_LINK})\s+)*)",
    re.IGNORECASE,
)
_OF_THEM = regex(
    r"['’]?\s*(?:or\s+more\s+)?(?:of\s+(?:them|which|those|these|(?-i:it))|(?:or\s+more\s+)?leading"
    r"|(?:or\s+more\s+)?managing)\b",
    re.IGNORECASE,
)
# A second number without its unit: "..., two or more managing it", "4 of them in charge".
_BARE_SECOND = regex(
    r"\b(?P<joint>with|including|of\s+which|plus|and|,)?\s*(?:at\s+least\s+|a\s+minimum\s+of\s+"
    r"|no\s+(?:less|fewer)\s+than\s+)?(?P<number>\d{1,2}|one|two|three|four"
    r"|five|six|seven|eight|nine|ten)\s*\+?\s*"
    r"(?:or\s+more\s+)?(?:of\s+(?:them|which|those|these)\s+|(?=or\s+more\s+|leading|managing"
    r"|supervising|running|heading|(?:years?\s+)?(?:in|at|as)\s+(?:an?\s+)?(?:leadership|management"
    r"|managerial|senior|supervisory))|(?(joint)(?=(?:in|at|as|on)\s(?!(?:every|\d|ten|five|four)\b))|(?!)))"
    r"(?:years?\s+)?(?:spent\s+)?(?:in\s+|as\s+|at\s+|on\s+)?",
    re.IGNORECASE,
)
_NOT_ASKED = regex(
    r"['’]?[\s-]*(?:old\b|of\s+age\b|ago\b|contract|fixed|ftc|secondment|plan\b|programme|course"
    r"|degree|warranty|strategy|maternity|"
    r"period\b|notice|rota\b|cover\b|term\b|waiting|probation|residen\w+|address|uk\s+residen"
    r"|(?:of\s+)?(?:their\s+|your\s+)?employment(?:/\w+)?\s+history|initially|placement"
    r"|of\s+(?:excellence|growth|heritage|history|profit|service\s+to|success|trading)\b"
    r"|temporary|assignment|renewable|in\s+the\s+first\s+instance|post\b(?!\s*-?\s*(?:reg|qual)))",
    re.IGNORECASE,
)
_NOT_BEFORE = regex(
    r"\b(?:within|every|each|after|aged?|per|next|for\s+an?\s+initial|initial|in\s+the\s+last"
    r"|over\s+the\s+next|for\s+an?\s+(?:initial\s+)?period\s+of|for\s+over|for\s+more\s+than|established)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# "A year" is a length only where something says so; else it is each year: "£2m a year with X".
_A_YEAR = regex(r"an?\s+year\b", re.IGNORECASE)
_BEFORE_A_YEAR = regex(
    r"(?:^\W*|\b(?:least|minimum|minimum\s+of|than|over|about|have|has|had|for|of|with|need"
    r"|requires?|ideally|preferably|spent|worked)\s+)$",
    re.IGNORECASE,
)
# 'Java, 3 years' and '2+ years SQL': nothing but the thing and the length.
_FRAGMENT_WORDS = 8
# A full stop that shortens a word ends no phrase; the offsets must stay.
_SHORT = regex(r"\b(exp|yrs?|mgmt|mths?)\.(?=\s)", re.IGNORECASE)
_CLOSES = regex(
    r"(?:\s+(?:min(?:imum)?|or\s+more|plus|essential|required|preferred|desired|at\s+(?:the\s+)?least))?"
    r"\s*\)?\s*\.?(?:\s*\([^)]*\)?)?\s*\.?",
    re.IGNORECASE,
)
_OPENS = regex(r"(?:[(,:–—-]|\b[x×])\s*$", re.IGNORECASE)
_SETTING = regex(r"\b(?:in|within)\s+(?P<of>[a-z][\w\s&-]{2,40})$", re.IGNORECASE)
_BRACKETS = regex(r"['’]?[\w\s-]{0,40}\((?P<of>[A-Za-z][\w\s/&-]{2,40})\)")
_CONDITION = regex(
    r"\b(?:age[d]?|contract|duration|fixed|ftc|guarantee|initial|length|lease|maternity|notice"
    r"|period|placement|probation\w*|secondment|temporary|tenure|term|warranty)\b",
    re.IGNORECASE,
)
_PEOPLE = regex(
    r"\b(?:teams?|staff|people|departments?|headcount|reports)\s+of\s+(?:at\s+least\s+|over\s+"
    r"|more\s+than\s+|around\s+)?(?P<n>\d{1,4}|[a-z]+)\b"
    r"|(?P<m>\d{1,4})\s*\+?\s*(?:or\s+more\s+)?(?:people|staff|direct\s+reports|reports|employees"
    r"|person)\b",
    re.IGNORECASE,
)

# 'Post-registration experience as a pharmacist', 'as a registered midwife'.
_SINCE_ADMITTED = regex(
    r"^(?:(?:pqe|post[\s-]+(?:qualif\w+|regist\w+))(?:\s+experience)?(?:\s+as)?|(?:fully\s+)?(?:registered|qualified))"
    r"\s+(?:(?:an?|the)\s+)?",
    re.IGNORECASE,
)


def ask(sentence: Sentence) -> list[Asked]:
    """Return the experience a sentence of a role asks."""
    text = _SHORT.sub(lambda match: match[1] + " ", sentence.text)
    if (
        "xp" not in text
        and not _ABOUT_WORK.search(text)
        and not lengths(text)
        and not ALREADY.search(text)
    ):
        return []
    spans = _with_length(text)
    for start, end, criterion in without_length(text):
        if all(end <= first or start >= last for first, last, _ in spans):
            spans.append((start, end, criterion))
    return [
        Asked(criterion, sentence.start + start, sentence.start + end)
        for start, end, criterion in sorted(spans, key=lambda one: one[:2])
    ]


def _with_length(text: str) -> list[Found]:
    """Read 'six years or more in X, two of them in charge of Y'."""
    told = lengths(text)
    if paired := [
        (start, length.end, _criterion(length.years, of, text, start, length.end))
        for length, start, of in listed(text, told)
    ]:
        return paired
    marks = [
        (length.start, length.end, length.years) for length in told if _asks_work(text, length)
    ]
    if not marks:
        return []
    for match in _BARE_SECOND.finditer(text, marks[0][1]):
        if all(match.end() <= first or match.start() >= last for first, last, _ in marks):
            number = match["number"].lower()
            years = _number(number) or 0.0
            marks.append((match.start(), match.end("number"), years))
    marks.sort()
    found: list[Found] = []
    unsaid: tuple[int, int, float] | None = None
    for index, (start, end, years) in enumerate(marks):
        stop = marks[index + 1][0] if index + 1 < len(marks) else len(text)
        of, last = _of_length(text, end, stop)
        before = found[-1][2].of if found else ""
        leading = LEADING.search(text, start, last) is not None or level_of(of) == "line_management"
        if before and (_OF_THEM.match(text, end) or not content(of)) and not _names_a_field(of):
            of = f"{of} in {before}" if of and not leading else before
        of = of or held(text, start) or _subject_before(text, start) or _in_brackets(text, last)
        if not of and not found:
            unsaid = (start, last, years)
            continue
        if unsaid is not None and (inside := _SETTING.search(of)):
            # 'Five years' experience with two as a manager in retail': all of it is in retail.
            found.append((*unsaid[:2], ExperienceYears(unsaid[2], trimmed(inside["of"]))))
            unsaid = None
        found.append((start, last, _criterion(years, of, text, start, last)))
    return found


def _criterion(years: float, of: str, text: str, start: int, last: int) -> ExperienceYears:
    leading = LEADING.search(text, start, last) is not None or level_of(of) == "line_management"
    plain = _SINCE_ADMITTED.sub("", of)
    of = plain if protected().match(plain) else of  # Nobody has been one before.
    return ExperienceYears(years, of, leading, _team(text, start, last) if leading else None)


def _asks_work(text: str, length: Length) -> bool:
    if length.joined and not re.match(
        r"['’]?[\s-]*(?:\w+\s+){0,4}(?:experience|track|background)",
        text[length.end :],
        re.IGNORECASE,
    ):
        return False
    if _A_YEAR.match(text, length.start) and not _BEFORE_A_YEAR.search(text, 0, length.start):
        return False
    if _NOT_ASKED.match(text, length.end) or _NOT_BEFORE.search(text, 0, length.start):
        return False
    around = text[max(0, length.start - 60) : length.end + 160]
    behind = re.match(
        r"['’]?\s*\+?\s*(?:or\s+more\s+)?(?:spent\s+)?"
        r"(?:of\s+|in\b|as\b|with(?:in)?\b|at\b|on\s+(?:an?|the)\b|[a-z]+ing\b)",
        text[length.end :],
        re.IGNORECASE,
    )
    possessive = text[length.end - 1] in "'’" or text.startswith(("'", "’"), length.end)
    return (
        possessive
        or held(text, length.start) != ""
        or _is_fragment(text, length)
        or _ABOUT_WORK.search(around) is not None
        or behind is not None
    )


def _is_fragment(text: str, length: Length) -> bool:
    """Whether a line is no more than a thing and how long: '2+ years SQL', 'Welding (3 years)'."""
    if len(text.split()) > _FRAGMENT_WORDS or not re.search(r"\w{2}", _rest(text, length)):
        return False
    opens = length.start == 0 and re.match(r"\s+[A-Za-z]", text[length.end :]) is not None
    if _CONDITION.search(text, 0, length.start):
        return False
    closes = _CLOSES.fullmatch(text, length.end) is not None
    return opens or (closes and _OPENS.search(text, 0, length.start) is not None)


def _rest(text: str, length: Length) -> str:
    return (text[: length.start] + text[length.end :]).strip()


def _of_length(text: str, end: int, stop: int) -> tuple[str, int]:
    """Return what a length is of and where the words end."""
    match = _AFTER_LENGTH.match(text, end, stop)
    first = match.end() if match else end
    doing = re.match(r"[a-z-]+ing\b", text[first:], re.IGNORECASE)
    if match and match["pre"] and FIELD_OF_EXPERIENCE.search(match["pre"]):
        return f"{trimmed(match['pre'])} experience", end + len(text[end:first].rstrip())
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
    of = trimmed(re.sub(r"(?:[\s:,(–—-]+|\s[x×]\s*)$", "", before))
    short = len(text.split()) <= _FRAGMENT_WORDS and not _CONDITION.search(before)
    return of if short or _ABOUT_WORK.search(before) else ""


def _in_brackets(text: str, at: int) -> str:
    """'Seven years' post-qualified experience (solicitor)': the field stands in brackets."""
    found = _BRACKETS.match(text, at)
    return trimmed(found["of"]) if found else ""


def _team(text: str, start: int, end: int) -> float | None:
    match = _PEOPLE.search(text, start, min(len(text), end + 40))
    if match is None:
        return None
    words = (match["n"] or match["m"]).lower()
    return _number(words)


def _number(words: str) -> float | None:
    if words.isdigit():
        return float(words)
    return next((value for value, _, _ in parse(words)), None)
