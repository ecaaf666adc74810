"""What a sentence of a role asks in education.

Must not know how important the sentence is. Levels joined by "or" are one request at the lowest
of them; a class of degree stands for a degree; an unnamed professional qualification is a level of
its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from data.knowledge import awards, certificate_names, subjects
from data.patterns import regex
from matcher.criteria import FULL_MASTERS, EducationHeld
from matcher.facts.education import degree_words
from matcher.facts.education.degree_grades import grades_in
from matcher.facts.education.degree_words import POSTGRADUATE, Named
from matcher.facts.education.school_grades import points
from matcher.types import Asked, Sentence
from matcher.values import EducationLevel

_VOCATIONAL_SCHEME = regex(r"\b(?:S/?NVQ|NVQ|SVQ|QCF|RQF|City (?:and|&) Guilds|C&G)", re.IGNORECASE)
_CLASS = regex(
    r"\b(?:2\s?[:.]\s?[12](?!\d)|(?:an?\s+)?(?:upper|lower)[- ](?:second"
    r"|2nd)(?:[- ]class)?(?:\s+(?:honou?rs|hons))?(?:\s+degree)?"
    r"|first[- ]class(?:\s+(?:honou?rs|hons))|(?:a\s+)?degree classification of \S+|\*{4}:\*{4})",
    re.IGNORECASE,
)
_PROFESSIONAL = regex(
    r"\b(?:(?:current|relevant|recognised|appropriate|uk|full|a"
    r"|an)\s+){0,3}(?:professional\s+(?:registration|qualifications?|accreditation|membership"
    r"|body membership)(?:\s*(?:/|or|and)\s*(?:registration|qualifications?|accreditation"
    r"|membership))?"
    r"|professionally\s+(?:qualified|registered|accredited|chartered)"
    r"|(?:member(?:ship)? of (?:a|an|the)\s+(?:\w+\s+)?professional body)|chartered status)",
    re.IGNORECASE,
)
# "Membership of a professional body for surveyors".
_FIELD_OF_BODY = regex(
    r"\s+(?:for|in)\s+(?:the\s+)?"
    r"(?P<field>(?!example|instance|this|any|your|a\b|an\b)[a-z]+(?:[ -][a-z]+){0,2}?)"
    r"(?=\s*(?:[,.;()\n]|$|\b(?:or|and|is|would|such|desirable|essential|preferred|required)\b))",
    re.IGNORECASE,
)
_EXPERIENCE = regex(
    r"\bor\s+(?:an?\s+)?(?:the\s+)?(?:(?:equivalent|relevant|comparable|significant|substantial"
    r"|demonstrable|proven|suitable|appropriate|similar|extensive|professional|work(?:ing)?"
    r"|practical|industry|life"
    r"|commercial)[\s,]+){1,4}(?:level\s+of\s+)?(?:\w+\s+){0,2}experience"
    r"|\bor\s+(?:qualified\s+)?by\s+experience|\bexperience\s+in\s+lieu",
    re.IGNORECASE,
)
_GRADE_ASKED = regex(
    r"\b(?:grades?\s*)?(?P<low>[A-D1-9])\s*(?:/|or|-|–|\()\s*(?P<other>[A-D1-9])\b"
    r"|\bgrades?\s+(?P<one>[A-D1-9])\b"
    r"|\bat\s+(?P<bare>(?-i:[A-D])|[1-9])\b(?![\s-]*levels?\b)",
    re.IGNORECASE,
)
_RANGE_TAIL = regex(r"A\*?\s*(?:-|–|to)\s*(?P<low>[B-E])|9\s*(?:-|–|to)\s*(?P<low9>[1-8])")
_SUBJECT_OF_CLASS = regex(
    r"\bin\s+(?:an?\s+|any\s+)?(?P<subject>[a-z][\w &'’-]{2,40}?)(?=[,.;()\n]|\s+(?:or|from"
    r"|subject|discipline|field|is)\b|$)",
    re.IGNORECASE,
)
_SCHOOL_SUBJECTS = regex(
    r"\b(?:English(?:\s+Language)?|Math(?:s|ematics)?|Science|Welsh)\b", re.IGNORECASE
)
_NO_SUBJECT = regex(
    r"^(?:(?:any|a|an|the|relevant|related|similar|appropriate|suitable|equivalent|recognised|other"
    r"|good|first|higher|another|own|same|given|discipline|subject|area|field|national|extended)\s*)+$",
    re.IGNORECASE,
)
_NOT_ASKED = regex(
    r"\b(?:undertaking|studying|working towards|support(?:ing)? (?:you|staff)|towards|funded"
    r"|sponsor\w*|fully[- ]paid|teaching|lecturing|students?|leading to|this is an?)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_POSTGRADUATE = regex(r"\bpost[\s-]?graduate\b", re.IGNORECASE)
_JOINT_WORDS = 8
# A further subject of a list ("physics, maths or engineering"); what follows may be anything.
_FURTHER = regex(
    r"\s*(?:,\s*(?:and/or|or|and)?|/|\band/or\b|\bor\b|\(|\bsuch as\b|\be\.g\.?,?|\bincluding\b)"
    r"\s*(?:(?:an?|any|the|in)\s+)?(?P<subject>[A-Za-z&][\w&'’-]*"
    r"(?:\s+(?!(?:or|and/or|from|with|at|is|are|such|including|plus|who|which|to)\b)[\w&'’-]+){0,4})",
    re.IGNORECASE,
)
_OF_ANOTHER_KIND = regex(
    r"\b(?:experience\w*|years?|qualif\w+|certif\w+|degrees?|diploma|knowledge|skills?|licen[cs]e"
    r"|fluent|abilit\w+|able|strong|excellent|proven|registered|member\w*|training|background|must"
    r"|have|hold|working|worked|GCSEs?|levels?|equivalent|you|will|good|solid|demonstrable|extensive)\b",
    re.IGNORECASE,
)


_BE_GRADUATES = regex(
    r"(?:\b(?:be|are)\s+(?:an?\s+)?|^\W*)(?P<who>(?:university\s+|honours\s+)?graduates?)\b"
    r"(?=\s*(?:$|[.,;:)]|only\b|preferred|essential|required|calibre|status|with\b|of\b))",
    re.IGNORECASE,
)


_BARE_LEVEL = regex(
    r"\W*(?P<all>(?:(?:must\s+(?:be|have|hold)|be|have|hold(?:ing)?|educated|qualified|to|at|an?|any|minimum|of|least|relevant"
    r"|vocational|recognised|formal)\s+)*level\s+(?P<level>[2-7])\b(?:\s+(?:vocational\s+)?(?:qualifications?|awards?|education|standard))?"
    r"(?:\s*\(?\s*or\s+(?:above|higher|equivalent|beyond))?)[\s.)]*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Ask:
    level: EducationLevel
    subject: str | None
    grade: str
    start: int
    end: int


def ask(sentence: Sentence) -> list[Asked]:
    """Return what a sentence asks in education; spans are offsets into the document."""
    text = sentence.text
    found = [_from_award(text, group) for group in _groups(text)]
    found += _classes(text, found)
    found += _professional(text, found)
    found += _graduates(text, found)
    found += _bare_level(text, found)
    asked = []
    for item in sorted(found, key=lambda one: one.start):
        equivalent = _EXPERIENCE.search(text, item.start)
        end = max(item.end, equivalent.end()) if equivalent else item.end
        criterion = EducationHeld(
            level=item.level,
            subject=item.subject,
            or_equivalent_experience=equivalent is not None,
            min_grade=item.grade,
        )
        asked.append(Asked(criterion, sentence.start + item.start, sentence.start + end))
    return asked


def _graduates(text: str, found: list[_Ask]) -> list[_Ask]:
    """'Applicants must be graduates': a degree, though none is named."""
    match = None if found else _BE_GRADUATES.search(text)
    return [_Ask("degree", None, "", *match.span("who"))] if match else []


def _bare_level(text: str, found: list[_Ask]) -> list[_Ask]:
    """'A Level 3 qualification or above': any award of the level, where nothing else is asked."""
    match = None if found else _BARE_LEVEL.fullmatch(text)
    if match is None:
        return []
    digit = match["level"]
    level = degree_words.VOCATIONAL_LEVELS[int(digit)]
    return [_Ask(level, None, f"level {digit}", *match.span("all"))]


def _groups(text: str) -> list[list[Named]]:
    """The awards named, those joined by "or" together."""
    groups: list[list[Named]] = []
    for item in degree_words.find(text):
        words = text[item.start : item.end]
        if _VOCATIONAL_SCHEME.search(words) or _NOT_ASKED.search(text[: item.start]):
            continue
        # What the table of certificates lists, such as a PGCE, is asked as a certificate.
        if not item.vocational and certificate_names.find(words):
            continue
        gap = text[groups[-1][-1].end : item.start] if groups else ""
        if groups and (_is_alternative(gap) or _goes_on_to_or(text, gap, item.end)):
            groups[-1].append(item)
        else:
            groups.append([item])
    return groups


def _goes_on_to_or(text: str, gap: str, end: int) -> bool:
    """Whether a comma only parts the alternatives of a list that 'or' closes: 'HNC, HND or BA'."""
    return gap.strip() == "," and re.match(r"\s*,?\s*(?:\w+\s*,\s*)?or\b", text[end:]) is not None


def _is_alternative(gap: str) -> bool:
    joined = re.search(r"\bor\b|/", gap, re.IGNORECASE) is not None
    return (
        joined
        and len(gap.split()) <= _JOINT_WORDS
        and not re.search(r";|(?<!e\.g)(?<!i\.e)\.\s", gap)
    )


_HND = regex(r"\b(?:HND|Higher National Diploma|Foundation degree|Dip\w* ?HE)\b", re.IGNORECASE)
# 'A degree in law or a related field is required'.
_SAID_OF_IT = regex(r"\s+(?:is|are|was|would|will|may|can|must)$", re.IGNORECASE)


def _from_award(text: str, group: list[Named]) -> _Ask:
    """One request for a group of alternatives: at the lowest level, with the subject of any."""
    lowest = min(group, key=lambda item: awards.rank(item.level))
    start, end = group[0].start, group[-1].end
    if lowest.level == "gcse" and not lowest.vocational:
        return _school_ask(text, start, end)
    subject = next((item.subject for item in (lowest, *group) if item.subject), None)
    if subject is not None and (
        _NO_SUBJECT.match(subject) or _CLASS.fullmatch(subject + " honours")
    ):
        subject = None
    if subject is not None:
        last = _end_of_subjects(text, end)
        subject = " ".join(f"{subject} {text[end:last]}".split()).replace(" ,", ",")
        subject = _SAID_OF_IT.sub("", subject)
        end = last
    lead = re.search(
        r"\b(?:educated|qualified)\s+to\s+(?:an?\s+)?(?:\w+\s+)?$", text[:start], re.IGNORECASE
    )
    if re.search(r"\bMBA\b", text[start:end]) and lowest.level == "masters":
        # 'MSc, MA or MBA': where others will do, none has to be in business.
        others = [item for item in group if not (item.generic or _is_mba(text, item))]
        own = next(
            (each for item in others if (each := item.subject) and not _NO_SUBJECT.match(each)),
            None,
        )
        subject = own if others else "Business Administration"
    grade = _class_asked(text[max(0, start - 40) : end + 60]) if lowest.level == "degree" else ""
    if lowest.level == "hnd" and not lowest.vocational:
        second_year = all(not item.grade.startswith("level") for item in group)
        grade = "level 5" if second_year and _HND.search(text, start, end) else ""
    elif lowest.vocational:
        grade = lowest.grade
    elif lowest.level == "masters" and not _POSTGRADUATE.search(text, start, end):
        grade = "" if any(item.grade == POSTGRADUATE for item in group) else FULL_MASTERS
    return _Ask(lowest.level, subject, grade, lead.start() if lead else start, end)


def _is_mba(text: str, item: Named) -> bool:
    return "MBA" in text[item.start : item.end]


def _end_of_subjects(text: str, start: int) -> int:
    """Where the list of subjects ends whose first one ends at ``start``, openings included."""
    at = start
    while True:
        end = subjects.opening(text, at)
        if end == at:
            further = _FURTHER.match(text, at)
            if further is None or not _is_subject(further["subject"]):
                return at
            end = further.end()
        closes = text.startswith(")", end) and text.count("(", start, end) > 0
        at = end + 1 if closes else end


def _is_subject(words: str) -> bool:
    return subjects.is_known(words) and _OF_ANOTHER_KIND.search(words) is None


def _class_asked(text: str) -> str:
    """The lowest class of degree that is named ("a first or a 2:1"), or ""."""
    named = grades_in(text)
    return next((grade for grade in ("third", "2:2", "2:1", "first") if grade in named), "")


def _school_ask(text: str, start: int, end: int) -> _Ask:
    stop = re.search(r"[.;\n]", text[end:])
    reach = end + stop.start() if stop else len(text)
    lead = max((m.end() for m in re.finditer(r"[.;\n]", text[:start])), default=0)
    subjects = list(_SCHOOL_SUBJECTS.finditer(text, lead, reach))
    names = list(dict.fromkeys(_school_name(match.group()) for match in subjects))
    first = min([start, *(match.start() for match in subjects)])
    last = max([end, *(match.end() for match in subjects)])
    grade = _lowest_grade(text[lead:reach])
    return _Ask("gcse", " and ".join(names) or None, grade, first, last)


def _school_name(printed: str) -> str:
    return "Maths" if printed.lower().startswith("math") else printed.split()[0].capitalize()


def _lowest_grade(text: str) -> str:
    """The grade asked, on the scale of today's GCSE, or ""."""
    found = _RANGE_TAIL.search(text)
    if found:
        grade = points(found.group("low") or found.group("low9"))
        return str(grade)
    match = _GRADE_ASKED.search(text)
    if match is None:
        return ""
    grades = [points(printed) for printed in match.groups() if printed]
    return str(min(grade for grade in grades if grade is not None))


def _classes(text: str, found: list[_Ask]) -> list[_Ask]:
    """A class of degree asked without the word degree beside it."""
    asks: list[_Ask] = []
    for match in _CLASS.finditer(text):
        near = [
            a
            for a in [*found, *asks]
            if a.level in ("degree", "masters") and abs(a.start - match.start()) < 80
        ]
        if near:
            continue
        behind = _SUBJECT_OF_CLASS.search(text, match.end())
        subject = behind.group("subject") if behind else None
        if subject is not None and _NO_SUBJECT.match(subject):
            subject = None
        grade = _class_asked(match.group())
        asks.append(_Ask("degree", subject, grade, match.start(), match.end()))
    return asks


def _professional(text: str, found: list[_Ask]) -> list[_Ask]:
    asks = []
    for match in _PROFESSIONAL.finditer(text):
        if any(item.start < match.end() and match.start() < item.end for item in found):
            continue
        if re.match(
            r"\s*\(?(?:with|from)?\s*(?:the\s+)?[A-Z]{3,}\b", text[match.end() : match.end() + 20]
        ):
            continue
        field = _FIELD_OF_BODY.match(text, match.end())
        end = field.end() if field else match.end()
        asks.append(
            _Ask("any_professional", field["field"] if field else None, "", match.start(), end)
        )
    return asks
