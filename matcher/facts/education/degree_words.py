"""Awards of general education in a text, with subject and grade.

Must not know whether the text is a role or a CV, nor in what state the award is. Names and levels
are a table (``data/knowledge/awards.toml``); numbered vocational awards are brought to its levels.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from data.knowledge import awards, subjects
from data.knowledge.awards import Level
from data.patterns import regex
from matcher.facts.credentials.meant import spelt_out
from matcher.facts.education import degree_subjects, vocational
from matcher.facts.education.degree_grades import grade_in
from matcher.facts.education.degree_subjects import Behind

VOCATIONAL_LEVELS: dict[int, Level] = {
    1: "gcse",
    2: "gcse",
    3: "a_level",
    4: "hnd",
    5: "hnd",
    6: "degree",
    7: "masters",
    8: "doctorate",
}
# The grade of a diploma or certificate on the level of a master's.
POSTGRADUATE = "postgraduate"
# "a high degree of care", "360-degree feedback", "degree of autonomy", "graduate recruitment".
_NO_AWARD_BEFORE = regex(
    r"\b(?:high|higher|some|large|certain|great|good|fair|reasonable|\d+[- ]?|varying|any|one"
    r"|third|nth|wind|of a)\s*$",
    re.IGNORECASE,
)
_NO_AWARD_BEHIND = regex(
    r"^[\s-]*(?:of(?!\s+(?:bachelor|master|doctor|BA|BSc|MSc))\b|['’]?\s*(?:murders?|burns?|heat|angles?|turns?)\b"
    r"|flats?\b|pads?\b|part(?:y|ies)\b|boys?\b|girls?\b|view\b|feedback\b|video\b|C\b"
    r"|F\b|celsius|certificates?\b|apprentice\w*\b|assistants?\b|courses?\b|audit\w*\b"
    r"|recruit\w*|schemes?\b|trainees?\b|intake|interns?\b|teaching|admissions?\b|students?\b"
    r"|candidates?\b|cohorts?\b|alumni\b|applicants?\b|lecturers?\b|tutors?\b|graduates?\b"
    r"|office\b|fairs?\b|ceremon\w+|(?:graduation\s+)?days?\b|shows?\b|scrolls?\b|pro(?:gramme|gram)s?\s+(?:director|manager|leader|lead"
    r"|administrator|co-?ordinator|office|team)|medical (?:education|deans?)|deans?|conversion"
    r"|training\b(?!\s+in\b))",
    re.IGNORECASE,
)
# "Calls on how nursing degrees are funded", "advice on degrees": what work was about.
_SPOKEN_OF_BEHIND = regex(
    r"\s+(?:(?:are|were|can|could|should|cost|compare|differ|lead|work|need|take)\b"
    r"|(?:is|was|may\s+be)\s+(?:funded|structured|taught|run|paid|chosen|assessed|marketed|sold|validated|priced)\b)",
    re.IGNORECASE,
)
_SPOKEN_OF_BEFORE = regex(
    r"\b(?:advi[sc]\w+|spoke|spoken|speak\w*|calls?|questions?|quer(?:y|ies)|enquir\w+|guid\w+|talk\w*|inform\w+|help\w*|leaflets?"
    r"|articles?|letters?|pages?|copy|brochures?|prospectus\w*|webinars?|interest|leads?|marketing|campaigns?|adverts?)\b"
    r"[^.;:]{0,60}?\b(?:about|on|for|into|regarding|concerning|to|of|choosing|how)\s+(?:[\w&'’/-]+,?\s+){0,4}$",
    re.IGNORECASE,
)
_SPOKEN_REACH = 160
_HAS = regex(
    r"\b(?:i|my|me|hold|holds|have|has|earned|gained|completed|two|three)\b", re.IGNORECASE
)
# "By degrees I learned the trade": little by little.
_LITTLE_BY_LITTLE = regex(r"\bby\s*$", re.IGNORECASE)
# "Final-year BSc student": on the way to it, where "BSc students" are others.
_YEAR_OF_STUDY = regex(
    r"\b(?:(?:final|last|first|second|third|fourth)[\s-]+year|current|part[\s-]time)\s+$",
    re.IGNORECASE,
)
# The MA of Scotland's universities is a first degree, and says so by its honours.
_HONOURS = regex(r"\s*[,(]?\s*\(?hon(?:our)?s\b", re.IGNORECASE)
_STUDENT = regex(r"\s+(?:\w+\s+){0,2}student\b", re.IGNORECASE)
_NO_MASTERS_BEFORE = regex(
    r"\b(?:scrum|web|post|golf|grand|head|quarter|station|task|toast|harbour)[\s-]*$", re.IGNORECASE
)
_NO_MASTERS_BEHIND = regex(
    r"\s+(?:golf|tournament|sommelier|(?:of\s+)?(?:the|ceremon\w+|disguise)|champion\w*)\b",
    re.IGNORECASE,
)
# "Postgraduate experience", "advanced level practice": how deep, not which award.
_LEVELS_OF_WORK = frozenset(
    {"postgraduate", "advanced level", "advanced levels", "doctoral", "graduate level"}
)
# "Postgraduate housing diploma": the subject stands inside the name.
_SUBJECT_INSIDE = regex(
    r"\s+(?P<subject>(?!level\b|or\b|and\b|in\b|of\b|degree\b)[A-Za-z&]+(?:\s+(?:(?:and|&)\s+)?[A-Za-z&]+){0,2}?)"
    r"\s+(?:diploma|certificate|qualification)\b",
    re.IGNORECASE,
)
_WORDS_IN_CAPITALS = frozenset({"AS", "ME", "DO", "BE", "IB", "IS", "BM", "MIS"})
_STATES = frozenset({"MA", "MD", "ME", "AA"})
_DEGREES_IN_CAPITALS = frozenset({"BSC", "MSC"})
_HONOURS_OR_CLASS = regex(
    r"\s*[,(]?\s*\(?(?:OU\b|open university|hons|honours"
    r"|first|upper|lower|2[:.]\s?[12]|distinction|merit)\b",
    re.IGNORECASE,
)
_OR_EQUIVALENT = regex(r"\s*(?:$|[,./]|or\b)", re.IGNORECASE)
_PRODUCT_BEHIND = regex(
    r"\s*(?:DOS|Office|Excel|Word|Access|SQL|Windows|Project|Visio|Exchange|Teams|Outlook"
    r"|Dynamics|PowerPoint|Edwards|\d(?!\s?[:.]\s?[12]))",
    re.IGNORECASE,
)
_GENERIC = frozenset({"degree", "degrees", "degree level", "graduate level", "university degree"})
_GENERIC_GRADUATE = regex(r"graduate(?:d with|d from| of| in)?", re.IGNORECASE)
_DEGREE_SPELT = regex(
    r"\b(?:administration|arts?|bachelors?|business|commerce|divinity|doctor|education|engineering|fine|general|higher"
    r"|laws?|letters|management|medicine|music|national|nursing|philosophy|research|sciences?|secondary|studies|surgery)\b",
    re.IGNORECASE,
)
# Of what ends short of a degree, these are of its first year and a step below an HND.
_FIRST_YEAR = regex(
    r"HNC|Higher National Certificate|Certificate of Higher Education|Cert\s?HE", re.IGNORECASE
)
# "BSc Biology. Result: 2:1": the grade has a sentence of its own.
_GRADE_STOP = regex(
    r"[;\n]|\.\s(?!(?:final\s+)?(?:result|grade|class|classification|award)\s*:)", re.I
)
# "I never graduated", "not a graduate".
_NOT_GRADUATED = regex(
    r"(?:\b(?:not|never)|n['’]t)\s+(?:an?\s+|yet\s+)?(?P<degree>graduated?)\b(?!\s+(?:in|of|from|with)\b)",
    re.IGNORECASE,
)
# The faculty in the name of a degree is no subject: "Bachelor of Science: Chemistry".
_FACULTY = regex(
    r"\s+(?:Applied\s+|Fine\s+|General\s+)?(?:Arts?|Sciences?|Studies)\b(?:\s+(?:and"
    r"|&)\s+(?:Applied\s+)?(?:Arts?|Sciences?))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Named:
    """An award at ``[start, end)``.

    Attributes:
        level: Its level.
        subject: As printed, or None.
        grade: "first", "2:1", "2:2", "third", "distinction", "merit", "pass" or ""; of a numbered
            vocational award its number ("level 4"); `POSTGRADUATE` where it is short of a master's.
        start: Offset of the award's name (of its subject, where that stands before it).
        end: Offset behind name, honours and subject.
        generic: Whether it is only "degree" or "graduate", no award by name.
        vocational: Whether it is a numbered vocational award.
    """

    level: Level
    subject: str | None
    grade: str
    start: int
    end: int
    generic: bool = False
    vocational: bool = False


def find(text: str, *, listing: bool = False) -> list[Named]:
    """Return the awards that a text names, in order.

    Args:
        text: A sentence or a paragraph.
        listing: Whether it stands in a section on education, where doubtful letters count.
    """
    found = [_vocational(award) for award in vocational.find(text)]
    for award in awards.find(text):
        if any(item.start <= award.start < item.end for item in found):
            continue
        named = _named(text, award, listing=listing)
        if named is not None:
            found.append(named)
    merged = _merged(text, sorted(found, key=lambda item: item.start))
    merged += [
        Named("degree", None, "", *match.span("degree"), generic=True)
        for match in _NOT_GRADUATED.finditer(text)
    ]
    subjects_told = degree_subjects.told(text)
    # "Read Law at Hull, graduating in 2012" holds a "graduated in" that names nothing.
    merged = [
        item
        for item in merged
        if item.subject or not any(told.start <= item.start < told.end for told in subjects_told)
    ]
    for told in (*degree_subjects.by_class(text, listing=listing), *subjects_told):
        if not any(item.start < told.end and told.start < item.end for item in merged):
            grade = grade_in(told.degree_class)
            merged.append(Named("degree", told.subject, grade, told.start, told.end))
    if not merged:
        merged = [
            Named("degree", told.subject, grade_in(told.degree_class), told.start, told.end)
            for told in degree_subjects.by_parts(text)
        ]
    return sorted(merged, key=lambda item: item.start)


def _vocational(award: vocational.Vocational) -> Named:
    level = VOCATIONAL_LEVELS[award.level or 3]
    number = f"level {award.level}" if award.level else ""
    return Named(level, award.subject or None, number, award.start, award.end, vocational=True)


def _named(text: str, award: awards.Award, *, listing: bool) -> Named | None:
    words = text[award.start : award.end]
    if words.lower() == "postgraduate" and (inside := _SUBJECT_INSIDE.match(text, award.end)):
        end = inside.end()
        return Named(award.level, inside["subject"], POSTGRADUATE, award.start, end)
    generic = words.lower() in _GENERIC or bool(_GENERIC_GRADUATE.fullmatch(words))
    if _is_something_else(text, award, generic=generic, listing=listing):
        return None
    behind = award.end
    if re.search(r"\b(?:of|in)$", words, re.IGNORECASE) and (
        faculty := _FACULTY.match(text, behind)
    ):
        behind = faculty.end()
    bare_of = behind == award.end
    behind = awards.university_in_brackets(text, behind)
    study = degree_subjects.behind(text, behind, generic=generic, bare_of=bare_of)
    subject = study.subject
    if words.lower().startswith(("graduated", "graduate of")):
        subject = None
    if award.doubtful and not _is_award(text, award, study, listing=listing):
        return None
    end = study.end if subject is not None else study.award_end
    start = award.start
    if subject is None and (
        generic or re.search(r"degree|masters?\b|master['’]s", words, re.IGNORECASE)
    ):
        subject, start = degree_subjects.before(text, award.start)
    elif subject is None:
        subject, start = degree_subjects.listed_before(text, award.start)
    subject = subject or awards.implied_subject(words)
    level = "degree" if words == "MA" and _HONOURS.match(text, award.end) else award.level
    grade = POSTGRADUATE if awards.is_short_of_masters(words) else ""
    if _FIRST_YEAR.fullmatch(words):
        grade = "level 4"
    return Named(level, subject, grade, start, max(award.end, end), generic=generic)


def _is_something_else(text: str, award: awards.Award, *, generic: bool, listing: bool) -> bool:
    """Whether the words name no award: "a degree of care", "MBA admissions", "scrum masters"."""
    words = text[award.start : award.end].lower()
    before, behind = text[max(0, award.start - 20) : award.start], text[award.end :]
    spelt = spelt_out(text, award.start, award.end)
    if spelt and not _DEGREE_SPELT.search(spelt):
        return True  # 'MBA (Master Barber Award)'
    studying = _YEAR_OF_STUDY.search(before) and _STUDENT.match(behind)
    if (_NO_AWARD_BEHIND.match(behind) and not studying) or (
        generic and _NO_AWARD_BEFORE.search(before)
    ):
        return True
    if words.endswith("degrees") and not listing and _is_spoken_of(text, award):
        return True
    if words == "degrees" and _LITTLE_BY_LITTLE.search(before):
        return True
    if words.startswith(("masters", "master of")) and (
        _NO_MASTERS_BEFORE.search(before) or _NO_MASTERS_BEHIND.match(behind)
    ):
        return True
    if words in _LEVELS_OF_WORK:
        return re.match(r"\s+(?!in\b|or\b|and\b|to\b)[a-z]", behind) is not None
    return words.startswith("associates") and not listing and "degree" not in words


def _is_spoken_of(text: str, award: awards.Award) -> bool:
    """Whether degrees are what somebody's work was about, and not what they hold."""
    near = text[max(0, award.start - _SPOKEN_REACH) : award.start]
    clause = re.split(r"[.;:]\s", near)[-1]
    if _HAS.search(clause):
        return False
    behind, before = _SPOKEN_OF_BEHIND, _SPOKEN_OF_BEFORE
    return behind.match(text, award.end) is not None or before.search(clause) is not None


def _is_award(text: str, award: awards.Award, study: Behind, *, listing: bool) -> bool:
    """Whether letters with another meaning are an award here."""
    behind = text[award.end : award.end + 25]
    if _PRODUCT_BEHIND.match(behind):
        return False
    if awards.university_in_brackets(text, award.end) > award.end:
        return True
    if _YEAR_OF_STUDY.search(text, 0, award.start) and _STUDENT.match(text, award.end):
        return True
    if _HONOURS_OR_CLASS.match(behind) or degree_subjects.listed_before(text, award.start)[0]:
        return True
    words = text[award.start : award.end]
    before = text[max(0, award.start - 3) : award.start]
    if words in _WORDS_IN_CAPITALS and text.isupper():
        return False
    if listing:
        return not (words in _STATES and before.endswith(", "))
    if study.subject is None:
        return words in _DEGREES_IN_CAPITALS and _OR_EQUIVALENT.match(behind) is not None
    return study.joint in ("in", ":") or (study.joint == "" and subjects.is_known(study.subject))


def _merged(text: str, found: list[Named]) -> list[Named]:
    """Join names of one award ("Bachelor of Science, BSc") and add the grades."""
    joined: list[Named] = []
    for item in found:
        last = joined[-1] if joined else None
        if last is not None and item.start < last.end:
            continue
        joined.append(item)
    return [_graded(text, item, joined) for item in joined]


def _graded(text: str, item: Named, found: list[Named]) -> Named:
    if item.grade:
        return item
    following = min((other.start for other in found if other.start >= item.end), default=len(text))
    stop = _GRADE_STOP.search(text[item.end : following])
    behind = text[item.end : item.end + stop.start()] if stop else text[item.end : following]
    previous = max((other.end for other in found if other.end <= item.start), default=0)
    before = re.split(r"[.;\n]\s", text[max(previous, item.start - 45) : item.start])[-1]
    named = text[item.start : item.end]
    grade = grade_in(named + behind[:120]) or grade_in(before) or grade_in(before + named)
    return replace(item, grade=grade)
