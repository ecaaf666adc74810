"""The subject of an award of education, printed behind its name or before it.

Must not know levels, nor whether the text is a role or a CV. Behind "in" any words may be the
subject; elsewhere only capitals that name no school, place or month.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from data.knowledge import subjects
from data.patterns import regex

_SCHOOL = regex(
    r"\s+(?:(?:Business|Law|Management|Medical)\s+)?(?:University|School|College|Institute"
    r"|Academy|Polytechnic|Univ)\b(?!\s+of)",
    re.IGNORECASE,
)
_HONOURS = r"(?:\s*[,(]?\s*\(?(?:hons?|honou?rs)\b\.?\)?)?"
_DEGREE_WORD = (
    r"(?:\s+(?:degree|degrees|qualification|level|award|programme|course|diploma|standard"
    r"|training|qualified|educated|calibre)\b)?"
)
_LETTERS_AGAIN = r"(?:\s*\([A-Z][A-Za-z.]{1,6}(?:\s[A-Z][a-z]{1,4})?\))?"
_OR_MORE = (
    r"(?:\s*\(?or\s+(?:an?\s+)?(?:higher|above|better|similar|diploma"
    r"|equivalent(?:\s+(?:professional\s+)?qualification)?)\)?(?=\s+in\b))?"
)
_LINK = regex(
    rf"{_LETTERS_AGAIN}{_HONOURS}{_DEGREE_WORD}{_LETTERS_AGAIN}{_HONOURS}{_OR_MORE}(?:\s+(?:is|was)(?=\s+in\b))?\s*"
    r"(?P<link>\b(?:in|of|on)\b(?:\s+(?:an?|the|any))?\s+|:\s*|[-–—]\s+|,\s+|\(\s*|\s+)?",
    re.IGNORECASE,
)
_NO_SUBJECT_WORDS = (
    "University|College|School|St|Institute|Academy|Univ|City|State|GPA|Grades?|Distinction|First"
    "|Upper|Lower|Second|Third"
    "|Honours|Honors|Hons|Class|Cum|Magna|Summa|Merit|Pass|Expected|The|With|From|At|Major|Minor"
    "|Degree|Graduated?|Level"
    "|Either|You|We|This|Must|Good|Excellent|Relevant|Experience|Proven|Strong|Minimum|Desirable"
    "|Essential|Preferred"
    "|Required|Or|And|I|In|Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec|January"
    "|February|March|April|August"
    "|September|October|November|December|Spring|Summer|Autumn|Fall|Winter|Current"
)
_CAPITAL = rf"(?!(?:{_NO_SUBJECT_WORDS})\b)[A-Z](?:[\w'’+#/-]|\.(?=\w))*"
_CAPITALS = regex(rf"{_CAPITAL}(?:(?:,?\s+(?:and|&|of|in|for|with)|\s*[&/]|)\s+{_CAPITAL}){{0,7}}")
_ANY_WORDS = regex(r"[A-Za-z&][\w&'’/,-]*(?:\s+[\w&'’/-]+){0,7}")
# "Degree: none".
_NOTHING = regex(r"(?:no|none|nil|n/a)\b", re.IGNORECASE)
_STOP = regex(
    r"[,.;()\n|]|\s+\(?(?:19|20)\d\d\b.*|\s+(?:or|from|with|at|is|are|and\s+(?:a|an|the|at|have"
    r"|be|able|willing|prepared|proven|strong|experience|relevant)|preferred|essential|desirable|required|would|will"
    r"|to|plus|but|who|which|by|gained|awarded|equivalent|preferably|ideally|degree"
    r"|subjects?\s+(?:is|are))\b.*",
    re.IGNORECASE | re.DOTALL,
)
# "Lower second in History, Leeds": the class tells the degree. A first or a third may be a place in
# a race, so those need a school or a year behind them.
_BY_CLASS = regex(
    rf"(?<![\w.])(?:(?P<second>(?i:(?:upper|lower)[- ](?:second|2nd)|2[:.][12]|desmond|2ii?"
    r"|two[- ](?:one|two)))"
    rf"|(?P<other>First|Third)|(?<=\b[Aa]\s)(?P<earned>(?i:first|third|1st|3rd)))"
    rf"(?P<class>(?i:[- ]class))?(?:\s+(?i:honours|honors|hons))?"
    rf"(?:\s*\(2[:.][12]\))?(?:\s+in|,|:|\s[-–])?\s+(?P<subject>{_CAPITALS.pattern})"
    r"(?=\s*(?:[,.;:()|\n–-]|$|from\b|at\b|(?:19|20)\d\d))"
)
# "Law graduate" of oneself, not "met a Law graduate" nor "Law graduate scheme".
_GRADUATE = regex(
    rf"(?:^|[.;:,|\n•–-]\s*|\b(?:am|as|being)\s+an?\s+|\b(?:experienced|qualified|recent)\s+)(?P<told>(?P<subject>{_CAPITALS.pattern})"
    r"\s+[Gg]raduate)(?=\s*(?:$|[,.;:()|\n–]|from\b|with\b|who\b|now\b|(?:19|20)\d\d))"
)
_READ = regex(
    rf"\b(?P<told>(?:[Rr]ead|[Ss]tudied)\s+(?P<subject>{_CAPITALS.pattern})\s+at\s+[^.;\n]{{0,60}}?\bgraduat(?:ed|ing)\b"
    r"(?:\s+in)?(?:\s+(?:19|20)\d\d)?)"
)
_STUDENT = regex(
    rf"(?i:\b(?:final|last|third|second)[\s-]year)\s+(?P<told>(?P<subject>{_CAPITALS.pattern})"
    r"\s+(?:degree\s+)?(?:student|undergraduate)\b)"
)
_OPENS_WITH_CLASS = regex(r"\W*2[:.][12]\b")
_SCHOOL_OR_YEAR = regex(
    r"\b(?:University|Univ|Uni|College|School|Institute|Polytechnic|(?:19|20)\d\d)\b"
)
_CLASS = r"(?:2[:.][12]|(?:upper|lower)[- ](?:second|2nd)(?:[- ]class)?)(?:\s+hon(?:our)?s)?"
_HONOURS_CLASS = regex(rf"(?<![\w.]){_CLASS}(?![\w:])", re.IGNORECASE)
_CLASS_ALONE = regex(rf"{_CLASS}\W*(?:(?:19|20)\d\d)?\W*", re.IGNORECASE)
_YEARS_ALONE = regex(r"(?:(?:19|20)\d\d|\d\d)?\W*(?:(?:19|20)\d\d|\d\d)?")
_SCHOOL_ALONE = regex(
    r"(?:(?:The\s)?(?:University|Univ\.?|Uni\.?)\sof\s(?:the\s)?[A-Z][\w'’-]+(?:\s(?:[A-Z][\w'’-]+|of|and)){0,3}"
    r"|(?!(?:Left|Withdrew|Withdrawn|Rejected|Tutor|Near|My|Her|His|Our|For|At|From)\b)[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,3}?\s(?:University|Univ\.?|Uni\.?|Polytechnic))"
    r"(?:\W*(?:19|20)\d\d(?:\W*(?:(?:19|20)\d\d|\d\d))?)?"
)
_ROW = regex(r"(?:[^.;\n]|\.(?=\d)|(?<=Univ)\.|(?<=Grad)\.)+")
_PART = regex(r"[^,|()–—:]+(?::\d[^,|()–—:]*)?|2:[12]\b[^,|()–—:]*")
# "Nursing and NMC registration": what follows is no part of the subject.
_ANOTHER_AWARD = regex(
    r"\s+(?:and|&|plus|with)\s+(?:[\w/-]+\s+){0,2}(?:registration|registered|certificat\w+|certified"
    r"|membership|qualifications?|licen[cs]e|accreditation)\b",
    re.IGNORECASE,
)
_BEFORE = regex(r"((?:[A-Za-z][\w&'’/-]*\s+){1,4})$")
_ENTRY_BEFORE = regex(
    rf"(?:^|[\n,;:|•(–-])\s*(?:(?:19|20)\d\d\W+)*(?P<subject>{_CAPITALS.pattern})[ (]+$"
)
_NOT_SUBJECT = frozenset(
    re.findall(
        r"\S+",
        """
    candidate for state working towards
    a academic an and any appropriate associate at bachelor bachelor's bachelors be class
    completed completing current desirable double dual earned educated either equivalent essential
    final first foundation full good graduate have having her higher his hold holding holds
    honours hons ideally in including is joint least level lower master master's masters minimum
    must must-have my need never no none not obtained of or own part possess post post-graduate
    postgraduate preferably preferred qualified received recognised recognized related relevant
    require required requires second should strong suitable taken the time to uk undergraduate
    university upper will with without year your
        """,
    )
)


@dataclass(frozen=True, slots=True)
class Behind:
    """What stands behind an award's name.

    Attributes:
        award_end: Where the name ends, honours and the word degree included.
        joint: What joins the subject to it: "in", "of", ":", "," ... or "".
        subject: The subject as printed, or None.
        end: Where the subject ends.
    """

    award_end: int
    joint: str
    subject: str | None
    end: int


@dataclass(frozen=True, slots=True)
class ByClass:
    """A degree told by its class and subject alone, at ``[start, end)``."""

    degree_class: str
    subject: str
    start: int
    end: int


def by_class(text: str, *, listing: bool) -> list[ByClass]:
    """Return the degrees that a text names by class and subject ("Upper second in Law")."""
    if " in " not in text and not listing and not _OPENS_WITH_CLASS.match(text):
        return []
    found = []
    for match in _BY_CLASS.finditer(text):
        schooled = _SCHOOL_OR_YEAR.search(text, match.end(), match.end() + 60)
        sure = match["second"] or match["earned"] or match["class"] or schooled or listing
        if sure and subjects.is_known(match["subject"]):
            degree_class = match["second"] or f"{match['other'] or match['earned']} class"
            found.append(ByClass(degree_class, match["subject"], *match.span()))
    return found


def told(text: str) -> list[ByClass]:
    """Return the degrees told by subject alone ("Law graduate", "read Law at Hull, graduating")."""
    if "raduat" not in text and "student" not in text:
        return []
    return [
        ByClass("", match["subject"], match.start("told"), match.end())
        for pattern in (_GRADUATE, _READ, _STUDENT)
        for match in pattern.finditer(text)
        if subjects.is_known(match["subject"])
    ]


def by_parts(text: str) -> list[ByClass]:
    """Return the degrees told in parts, in any order ("Uni of Hull 2012-15, Politics, 2:2")."""
    if not _HONOURS_CLASS.search(text):
        return []
    found = []
    for row in _ROW.finditer(text):
        parts = [part.group().strip() for part in _PART.finditer(row.group())]
        parts = [part for part in parts if part and not _YEARS_ALONE.fullmatch(part)]
        classes = [part for part in parts if _CLASS_ALONE.fullmatch(part)]
        schools = [part for part in parts if _SCHOOL_ALONE.fullmatch(part)]
        named = [part for part in parts if part not in schools and _is_subject(part)]
        # A part that is none of these tells whose it is, or what became of it.
        if len(classes) == len(schools) == len(named) == 1 and len(parts) == 3:
            found.append(ByClass(classes[0], named[0], *row.span()))
    return found


def _is_subject(part: str) -> bool:
    return _CAPITALS.fullmatch(part) is not None and subjects.is_known(part)


def behind(text: str, at: int, *, generic: bool, bare_of: bool) -> Behind:
    """Return the subject behind an award: any words after "in", else capitals that name no school.

    Args:
        text: The text.
        at: Offset behind the award's name and its faculty.
        generic: Whether the name is only "degree" or "graduate".
        bare_of: Whether the name ends in "of" or "in" with no faculty behind it.
    """
    link = _LINK.match(text, at)
    if link is None:
        return Behind(at, "", None, at)
    award_end = link.start("link") if link.group("link") else link.end()
    joint = (link.group("link") or "").strip().lower()
    subject, end = _read(text, link.end(), joint, generic=generic, bare_of=bare_of)
    return Behind(award_end, joint, subject, end)


def _read(
    text: str, at: int, joint: str, *, generic: bool, bare_of: bool
) -> tuple[str | None, int]:
    if joint.startswith("in") or (joint == ":" and text[at : at + 1].islower()):
        return _any_subject(text, at)
    if generic and joint in ("-", "–", "—", ",", "("):
        return None, 0
    if joint in ("", "of") and not (text[at - 1 : at].isspace() or bare_of):
        return None, 0
    capital = _CAPITALS.match(text, at)
    if capital is None:
        return None, 0
    name = capital.group()
    if _SCHOOL.match(text, capital.end()):
        name = _before_school(name)
    if not name or (joint == "," and not subjects.is_known(name)):
        return None, 0
    name = name.rstrip(".")
    return name, at + len(name)


def _before_school(capitals: str) -> str:
    """The subject in capitals that run on into a school ("Business Management Saint Joseph")."""
    words = capitals.split(" ")
    while words and not subjects.is_known(words[-1]):
        words.pop()
    return " ".join(words)


def _any_subject(text: str, at: int) -> tuple[str | None, int]:
    words = _ANY_WORDS.match(text, at)
    if words is None or _NOTHING.match(words.group()):
        return None, 0
    cut = _STOP.search(words.group())
    subject = words.group()[: cut.start()] if cut else words.group()
    other = _ANOTHER_AWARD.search(subject)
    if other:
        return _cleaned(subject[: other.start()]), at + other.start()
    capital = _CAPITALS.match(text, at)
    if capital and len(capital.group()) > len(subject):
        subject = capital.group()
    return _cleaned(subject), at + len(subject)


def before(text: str, start: int) -> tuple[str | None, int]:
    """Return the subject before an award ("nursing degree", "an IT-related degree"), and its start.

    The start is the award's own where there is no subject.
    """
    match = _BEFORE.search(text, max(0, start - 60), start)
    if match is None:
        return None, start
    words = re.sub(r"(?i)[\s-](?:related|based)\s*$", " ", match.group(1)).split()
    kept: list[str] = []
    for word in reversed(words):
        if word.lower() in _NOT_SUBJECT or (
            word.lower().endswith("ing")
            and word.islower()
            and word not in ("nursing", "engineering", "computing", "accounting", "marketing")
        ):
            break
        kept.insert(0, word)
    if not kept or len(kept) > 3:
        return None, start
    return " ".join(kept), text.rindex(kept[0], 0, start)


def listed_before(text: str, start: int) -> tuple[str | None, int]:
    """Return the subject right before letters ("Physics with Music BSc"), and its start."""
    match = _ENTRY_BEFORE.search(text, max(0, start - 80), start)
    if match is None or not subjects.is_known(match["subject"]):
        return None, start
    return match["subject"], match.start("subject")


def _cleaned(subject: str) -> str | None:
    words = " ".join(subject.split()).strip(" ,-&")
    words = re.sub(r"(?i)^(?:an?|the|any)\s+", "", words)
    words = re.sub(r"(?i)\s+(?:and|&|of|in|for|with)$", "", words)
    return words or None
