"""Grades of school subjects: "English Language 6, Maths (C)", "including English at grade B".

Must not know which subjects anybody asks for. Letters and numbers are put on one scale, the
numbers of today's GCSE: A* is 8, A 7, B 5, C 4, D 3.
"""

from __future__ import annotations

import re

from data.patterns import regex

_LETTERS = {"A*": 8, "A": 7, "B": 5, "C": 4, "D": 3, "E": 2, "F": 1, "G": 1, "U": 0}
_SUBJECTS = {
    "English": r"Eng(?:lish)?(?:\s+(?:Language|Literature|Lang|Lit))?",
    "Maths": r"Math(?:s|ematics)?",
    "Science": r"(?:Double\s+|Combined\s+|Comb\s+)?Science|Biology|Chemistry|Physics",
    "Welsh": r"Welsh",
    "IT": r"ICT|IT",
}
# Functional Skills at level 2 count as a GCSE at grade 4, at level 1 as one below that (Ofqual,
# "What qualification levels mean").
_FUNCTIONAL = regex(
    r"\b(?:functional|key|essential|basic)\s+skills\b[^.;]{0,40}?\blevel\s*(?P<level>[12])\b"
    r"|\blevel\s*(?P<before>[12])\b[^.;]{0,20}?\b(?:functional|key|essential)\s+skills\b",
    re.IGNORECASE,
)
_OF_LEVEL = {"1": "2", "2": "4"}
_GRADE = r"(?:[A-G]\*?|U|[1-9])"
_BEHIND = regex(
    rf"\s*(?:[,:(|/–-]|=|\bat\b|\bwith\b|\bboth\b)?\s*(?:\ba\s+"
    rf"|at\s+)?(?:grades?\s+)?(?P<grade>{_GRADE})(?![\w*])",
    re.IGNORECASE,
)
_SUBJECT_BEFORE = regex(rf"\b(?:{'|'.join(_SUBJECTS.values())})\s*$", re.IGNORECASE)
_AWARD = regex(r"(?:I?GCSE|O[\s-]level)s?", re.IGNORECASE)
_RANGE = regex(
    rf"(?:grades?\s*)?(?<!\w)(?P<high>A\*?|9|8|7|B)\s*(?:-|–|to|/)\s*(?P<low>[A-G]|[1-9])(?!\w)"
    rf"|(?:grades?|all|at)\s+(?P<all>{_GRADE})(?![\w*])",
)


# A row of results: 'Maths 6 | English 5', 'Art (B)'.
_PAIR = rf"[A-Z][A-Za-z&.]*(?:\s+[A-Za-z&.]+){{0,3}}?\s*[:=–(|/-]?\s*{_GRADE}(?:-\d)?\)?"
_ROW = regex(rf"\W*{_PAIR}(?:\s*(?:[|,;/•·]|\s{{2,}}|\band\b)\s*{_PAIR})*\W*")
_RESULTS = regex(
    r"\b(?:I?GCSEs?|O[\s-]levels?|school\s+(?:results|exam\w*|grades|leaving))\b", re.IGNORECASE
)
_LONGEST_ROW = 200


def opens_results(text: str) -> bool:
    """Whether a line or heading says that school results follow."""
    return _RESULTS.search(text) is not None


def is_row(text: str) -> bool:
    """Whether a line holds school subjects with their grades and nothing else."""
    return len(text) <= _LONGEST_ROW and _ROW.fullmatch(text) is not None


def points(grade: str) -> int | None:
    """Return a grade on the scale of today's GCSE, None where it is none."""
    printed = grade.strip().upper()
    if printed.isdigit():
        return int(printed)
    return _LETTERS.get(printed)


def subject_before(text: str, start: int) -> str:
    """Return 'English B' for 'English GCSE: B', the award standing at ``start``, or ""."""
    subject = _SUBJECT_BEFORE.search(text, max(0, start - 40), start)
    award = _AWARD.match(text, start)
    grade = _BEHIND.match(text, award.end()) if award else None
    return f"{subject.group().strip()} {grade['grade']}" if subject and grade else ""


def subjects_with_grades(text: str) -> list[tuple[str, str]]:
    """Return the school subjects a text names, each with its grade in points or ""."""
    general = _general_grade(text)
    found = []
    for name, pattern in _SUBJECTS.items():
        flags = 0 if name == "IT" else re.IGNORECASE
        ends = [match.end() for match in re.finditer(rf"\b(?:{pattern})\b", text, flags)]
        if ends:
            # "GCSE English and Maths: English 6, Maths 5" names each twice, once with its grade.
            behind = next((hit for end in ends if (hit := _BEHIND.match(text, end))), None)
            grade = points(behind.group("grade")) if behind else None
            found.append((name, str(grade) if grade is not None else general))
    return found


def _general_grade(text: str) -> str:
    """The lowest grade of a range that goes for all subjects ("10 GCSEs A*-C")."""
    match = _RANGE.search(text)
    if match is None:
        skills = _FUNCTIONAL.search(text)
        return _OF_LEVEL[skills["level"] or skills["before"]] if skills else ""
    grade = points(match.group("low") or match.group("all"))
    return str(grade) if grade is not None else ""
