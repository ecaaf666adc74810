"""Awards of general education in a text, with subject and grade.

Must not know whether the text is a role or a CV, nor in what state the award is. Names and levels
are a table (``data/knowledge/awards.toml``); numbered vocational awards are brought to its levels.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from data.knowledge import awards, subjects
from data.knowledge.awards import Level
from matcher.facts import vocational
from matcher.facts.degree_grades import grade_in

_VOCATIONAL_LEVELS: dict[int, Level] = {
    1: "gcse",
    2: "gcse",
    3: "a_level",
    4: "hnd",
    5: "hnd",
    6: "degree",
    7: "masters",
    8: "doctorate",
}
# "a high degree of care", "360-degree feedback", "degree of autonomy", "graduate recruitment".
_NO_AWARD_BEFORE = re.compile(
    r"\b(?:high|higher|some|large|certain|great|good|fair|reasonable|\d+[- ]?|varying|any|one"
    r"|third|nth|wind|of a)\s*$",
    re.IGNORECASE,
)
_NO_AWARD_BEHIND = re.compile(
    r"^[\s-]*(?:of(?!\s+(?:bachelor|master|doctor|BA|BSc|MSc))\b|view\b|feedback\b|video\b|C\b"
    r"|F\b|celsius|certificates?\b|apprentice\w*\b|assistants?\b|courses?\b|audit\w*\b"
    r"|recruit\w*|schemes?\b|programmes?\b|trainees?\b|intake|scheme|interns?\b|teaching"
    r"|medical (?:education|deans?)|training|deans?|conversion)",
    re.IGNORECASE,
)
_GENERIC_GRADUATE = re.compile(r"graduate(?:d with|d from| of| in)?", re.IGNORECASE)
_HONOURS = r"(?:\s*[,(]?\s*\(?(?:hons?|honou?rs)\b\.?\)?)?"
_DEGREE_WORD = (
    r"(?:\s+(?:degree|degrees|qualification|level|award|programme|course|diploma|standard)\b)?"
)
_LETTERS_AGAIN = r"(?:\s*\([A-Z][A-Za-z.]{1,6}\))?"
_OR_MORE = r"(?:\s*\(?or\s+(?:an?\s+)?(?:higher|above|equivalent|better|similar)\)?(?=\s+in\b))?"
# The faculty in the name of a degree is no subject: "Bachelor of Science: Chemistry".
_FACULTY = re.compile(
    r"\s+(?:Applied\s+|Fine\s+|General\s+)?(?:Arts?|Sciences?|Studies)\b(?:\s+(?:and"
    r"|&)\s+(?:Applied\s+)?(?:Arts?|Sciences?))?",
    re.IGNORECASE,
)
_SCHOOL = re.compile(
    r"\s+(?:(?:Business|Law|Management|Medical)\s+)?(?:University|School|College|Institute"
    r"|Academy|Polytechnic|Univ)\b(?!\s+of)",
    re.IGNORECASE,
)
_LINK = re.compile(
    rf"{_LETTERS_AGAIN}{_HONOURS}{_DEGREE_WORD}{_LETTERS_AGAIN}{_HONOURS}{_OR_MORE}\s*(?P<link>\b(?:in|of|on)\b(?:\s+(?:an?|the|any))?\s+|:\s*|[-–—]\s+|,\s+|\(\s*|\s+)?",
    re.IGNORECASE,
)
_NO_SUBJECT_WORDS = (
    "University|College|School|Institute|Academy|Univ|City|State|GPA|Grades?|Distinction|First"
    "|Upper|Lower|Second|Third"
    "|Honours|Honors|Hons|Class|Cum|Magna|Summa|Merit|Pass|Expected|The|With|From|At|Major|Minor"
    "|Degree|Graduated?|Level"
    "|Either|You|We|This|Must|Good|Excellent|Relevant|Experience|Proven|Strong|Minimum|Desirable"
    "|Essential|Preferred"
    "|Required|Or|And|I|In|Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec|January"
    "|February|March|April|August"
    "|September|October|November|December|Spring|Summer|Autumn|Fall|Winter|Current"
)
_CAPITAL = rf"(?!(?:{_NO_SUBJECT_WORDS})\b)[A-Z][\w'’+#./-]*"
_CAPITALS = re.compile(
    rf"{_CAPITAL}(?:(?:,?\s+(?:and|&|of|in|for|with)|\s*[&/]|)\s+{_CAPITAL}){{0,7}}"
)
_ANY_WORDS = re.compile(r"[A-Za-z&][\w&'’/,-]*(?:\s+[\w&'’/-]+){0,7}")
_STOP = re.compile(
    r"[,.;()\n|]|\s+\(?(?:19|20)\d\d\b.*|\s+(?:or|from|with|at|is|are|and\s+(?:a|an|the|at|have"
    r"|be|proven|strong|experience|relevant)|preferred|essential|desirable|required|would|will"
    r"|to|plus|but|who|which|by|gained|awarded|equivalent|preferably|ideally|degree"
    r"|subjects?\s+(?:is|are))\b.*",
    re.IGNORECASE | re.DOTALL,
)
_BEFORE = re.compile(r"((?:[A-Za-z][\w&'’/-]*\s+){1,4})$")
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
class Named:
    """An award at ``[start, end)``.

    Attributes:
        level: Its level.
        subject: As printed, or None.
        grade: "first", "2:1", "2:2", "third", "distinction", "merit", "pass" or "".
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
    return _merged(text, sorted(found, key=lambda item: item.start))


def _vocational(award: vocational.Vocational) -> Named:
    level = _VOCATIONAL_LEVELS[award.level or 3]
    return Named(level, award.subject or None, "", award.start, award.end, vocational=True)


def _named(text: str, award: awards.Award, *, listing: bool) -> Named | None:
    words = text[award.start : award.end]
    if _NO_AWARD_BEHIND.match(text[award.end :]):
        return None
    generic = words.lower() in (
        "degree",
        "degrees",
        "degree level",
        "graduate level",
        "university degree",
    ) or bool(_GENERIC_GRADUATE.fullmatch(words))
    if generic and _NO_AWARD_BEFORE.search(text[max(0, award.start - 20) : award.start]):
        return None
    if words.lower().startswith("associates") and not listing and "degree" not in words.lower():
        return None
    behind = award.end
    if re.search(r"\b(?:of|in)$", words, re.IGNORECASE) and (
        faculty := _FACULTY.match(text, behind)
    ):
        behind = faculty.end()
    link = _LINK.match(text, behind)
    end = link.start("link") if link and link.group("link") else (link.end() if link else behind)
    subject, subject_end = (None, 0)
    if not words.lower().startswith(("graduated", "graduate of")):
        subject, subject_end = _subject_behind(
            text, link, generic=generic, bare_of=behind == award.end
        )
    if award.doubtful and not _is_award(text, award, subject, link, listing=listing):
        return None
    start = award.start
    if subject is None and (
        generic or re.search(r"degree|masters?\b|master['’]s", words, re.IGNORECASE)
    ):
        subject, start = _subject_before(text, award.start)
    return Named(award.level, subject, "", start, max(end, subject_end), generic=generic)


def _is_award(
    text: str,
    award: awards.Award,
    subject: str | None,
    link: re.Match[str] | None,
    *,
    listing: bool,
) -> bool:
    """Whether letters with another meaning are an award here."""
    behind = text[award.end : award.end + 25]
    if re.match(r"\s*\(?(?:Hons|Honours)", behind):
        return True
    words = text[award.start : award.end]
    before = text[max(0, award.start - 3) : award.start]
    if words in ("AS", "ME", "DO", "BE", "IB", "IS", "BM", "MIS") and text.isupper():
        return False
    if listing:
        return not re.match(
            r"(?i)\s*(?:DOS|Office|Excel|Word|Access|SQL|Windows|Project|Visio|Exchange|Teams|Outlook"
            r"|Dynamics|PowerPoint|\d)",
            behind,
        ) and not (words in ("MA", "MD", "ME", "AA") and before.endswith(", "))
    joined = (link.group("link") or "").strip().lower() if link else ""
    if subject is None:
        return False
    return joined in ("in", ":") or (joined == "" and subjects.is_known(subject))


def _subject_behind(
    text: str, link: re.Match[str] | None, *, generic: bool, bare_of: bool
) -> tuple[str | None, int]:
    """The subject behind an award: any words after "in", else capitals that name no school."""
    if link is None:
        return None, 0
    joint = (link.group("link") or "").strip().lower()
    at = link.end()
    if joint.startswith("in") or (joint == ":" and text[at : at + 1].islower()):
        return _any_subject(text, at)
    if generic and joint in ("-", "–", "—", ",", "("):
        return None, 0
    if joint in ("", "of") and not (text[at - 1 : at].isspace() or bare_of):
        return None, 0
    capital = _CAPITALS.match(text, at)
    if capital is None or _SCHOOL.match(text, capital.end()):
        return None, 0
    if joint == "," and not subjects.is_known(capital.group()):
        return None, 0
    return capital.group(), capital.end()


def _any_subject(text: str, at: int) -> tuple[str | None, int]:
    words = _ANY_WORDS.match(text, at)
    if words is None:
        return None, 0
    cut = _STOP.search(words.group())
    subject = words.group()[: cut.start()] if cut else words.group()
    capital = _CAPITALS.match(text, at)
    if capital and len(capital.group()) > len(subject):
        subject = capital.group()
    return _cleaned(subject), at + len(subject)


def _subject_before(text: str, start: int) -> tuple[str | None, int]:
    """A subject before the award ("nursing degree", "a technical master's degree")."""
    match = _BEFORE.search(text, max(0, start - 60), start)
    if match is None:
        return None, start
    words = match.group(1).split()
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


def _cleaned(subject: str) -> str | None:
    words = " ".join(subject.split()).strip(" ,-&")
    words = re.sub(r"(?i)^(?:an?|the|any)\s+", "", words)
    words = re.sub(r"(?i)\s+(?:and|&|of|in|for|with)$", "", words)
    return words or None


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
    following = min((other.start for other in found if other.start >= item.end), default=len(text))
    stop = re.search(r"[;\n]|\.\s", text[item.end : following])
    behind = text[item.end : item.end + stop.start()] if stop else text[item.end : following]
    previous = max((other.end for other in found if other.end <= item.start), default=0)
    before = re.split(r"[.;\n]\s", text[max(previous, item.start - 45) : item.start])[-1]
    grade = grade_in(text[item.start : item.end] + behind[:120]) or grade_in(before)
    return Named(
        item.level, item.subject, grade, item.start, item.end, item.generic, item.vocational
    )
