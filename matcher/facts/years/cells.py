"""Lengths of experience told by a row, a cell or a label and not in words: "Payroll: six years".

Must not know how a sentence tells a length; that is ``years``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from data.knowledge.titles import named_in
from data.patterns import regex
from matcher.candidates.entry import is_heading, is_title, named
from matcher.facts.layout.tables import cells, column_heading
from matcher.facts.numbers.durations import Length
from matcher.facts.years.experience_words import phrase_end, trimmed
from matcher.types import Outline, Sentence

What = tuple[str, int, int]
# A length that is a cell or a part of its line by itself: 'Dental Nurse, Mill Street: 33 months'.
_PART_BEFORE = regex(r"(?:^|[,;:|()\t–—-])\s*$")
IN_POST = r"in\s+(?:(?:the|that|this)\s+)?(?:post|role|job|position|seat)(?=\s*(?:[.,;)]|$))"
STILL_HELD = r"\((?:current|present|to\s+date|so\s+far|ongoing|still\s+there)\)"
# '20 months to July 2026': when it ended says nothing else of it.
TO_A_DATE = r"(?:to|until|up\s+to|ending|ended)\s+(?:the\s+end\s+of\s+)?(?:\w+\s+)?\d{4}\b"
_PART_AFTER = regex(
    rf"(?:,?\s+(?:and\s+counting|so\s+far|to\s+date|(?:in\s+(?:all|total)|all\s+told|altogether|overall)|{IN_POST}"
    rf"|{STILL_HELD}|{TO_A_DATE}))?\s*(?:$|[,;.:|)\t–—-])",
    re.IGNORECASE,
)
# 'Last two years: head gardener': a stretch is named by its place in a career.
_PLACE = regex(
    r"(?:^|[\n.;:(]\s*)(?:(?:and|then)\s+)?(?:(?:the|my)\s+)?(?:last|past|final|first|latest"
    r"|most\s+recent|previous|preceding|remaining)\s+$",
    re.IGNORECASE,
)
_DONE_THEN = regex(
    r"\s*(?::|[–—-]\s|,\s*as\b|\bas\b)\s*(?:as\s+)?(?:(?:an?|the)\s+)?(?P<of>[A-Za-z][^.,;:()\n]{2,60})",
    re.IGNORECASE,
)
_NOT_DONE = regex(r"\b(?:no|not|never|want|wish|hope|plan)\b", re.IGNORECASE)
_WHERE = regex(r"\s+(?:at|for|with|in|within|to)\s+", re.IGNORECASE)
# 'Payroll: six years at a bureau', 'Time in payroll (total): six years'.
_LABELLED = regex(
    r"\W*(?P<of>[A-Z][\w&/ -]{2,50}?)"
    r"(?:\s*[(,]?\s*(?:in\s+)?(?:total|all|to\s+date|so\s+far|overall)\)?)?\s*(?::|\s[-–—]\s)\s*"
    r"(?:(?:over|some|only|just|the|my|last|past|first|final)\s+)*"
)
# 'Years in payroll: 6': the unit stands in the label.
_COUNTED = regex(
    r"\b(?:total\s+)?(?:number\s+of\s+)?(?P<unit>years|months)\s+(?:(?:of\s+experience|spent|worked|experience)\s+)?"
    r"(?:in|on|with|using|as)\s+(?P<of>[A-Za-z][\w&/ -]{2,40}?)\s*(?:[:=]|\s[-–—]\s)\s*"
    r"(?P<number>\d{1,2}(?:\.\d)?)(?![\d/%]|\.\d|\s*(?:per|people|staff|of)\b)",
    re.IGNORECASE,
)
_TIME_IN = regex(
    r"(?:(?:total|overall)\s+)?(?:time|years|experience|service|career)\s+(?:spent\s+)?(?:in|on|as|with)\s",
    re.IGNORECASE,
)
_NOT_SPENT = regex(
    r"\b(?:saved|saving|lost|cut|waiting|off|away|out|elapsed|limit|study|training)\b",
    re.IGNORECASE,
)
# 'Security: three years (network analyst, 2021 on)': the post that it was.
_POST_BEHIND = regex(r"\s*\((?:as\s+)?(?:an?\s+)?(?P<title>[A-Za-z][\w&/ -]{2,40}?)(?=[,)])")
_LENGTH = regex(r"\b(?:years?|yrs?|months?|mths?)\b\s*[)\]]?", re.IGNORECASE)
_OF_WORK = regex(
    r"(?:(?:job|post|area|field|type)\s+(?:of\s+)?)?(?:role|job|post|position|title|area|field|skill|tool|system"
    r"|discipline|activity|work|experience|function|technology|software|language|product)?s?",
    re.IGNORECASE,
)
_BARE_NUMBER = regex(r"\d{1,3}(?:\.\d+)?")
_COLUMN = regex(
    r"(?:(?:no\.?|number)\s+of\s+|total\s+)?(?P<unit>years?|yrs|months|mths)(?:['’]?\s+(?:of\s+)?"
    r"(?:experience|held|in\s+(?:the\s+)?(?:post|role|job)|used|done))?",
    re.IGNORECASE,
)
# 'The fete: a year of walks and one cake' is a year of walks.
_OF_A_THING = regex(r"\s+of\s+(?!(?:it|this|that|work|experience|practice)\b)\w", re.IGNORECASE)
_AT_WORK = regex(
    r"\s+(?:at\s+work|professional(?:ly)?|commercial(?:ly)?|in\s+paid\s)", re.IGNORECASE
)
# 'For the past six years I have been a groom', but not 'I have wanted a horse'.
_UP_TO_NOW = regex(
    r"\b(?:for|over|in|during)\s+(?:(?:the|these|my)\s+)?(?:(?:last|past|most\s+recent)\s+)?$",
    re.IGNORECASE,
)
_I_HAVE = regex(
    r",?\s+I(?:\s+have|['’]ve|\s+was)?\s+(?:(?:also|mainly|mostly)\s+)?(?P<did>been\s+(?!(?:interested|keen|looking|married|living|study\w*"
    r"|trying|hoping|wait\w*|out|off|away|un\w+|without|not|told|a\s+(?:member|customer|fan))\b)|(?<=was\s)(?=an?\s)"
    r"|(?:worked|run|ran|led|managed|taught|kept|sold|supervised|handled|looked\s+after|served)\b)",
    re.IGNORECASE,
)
_TIME_IN_POST = regex(
    r"\W*(?:in\s+(?:(?:the|this|that)\s+)?(?:post|role|job|position)\s+for|(?:duration|length\s+of\s+(?:service|stay|employment)"
    r"|time\s+(?:in\s+(?:the\s+)?(?:post|role|job)|there|served)|held\s+for)\s*[:–-]?)\s*",
    re.IGNORECASE,
)
_POST_LABEL = regex(
    r"^\W*(?:(?:current|present|last|latest|previous|most\s+recent|former)\s+)?(?:(?:job\s+)?(?:title|role)|post|position|job)(?:\s+held)?\s*[:–-]\s*",
    re.IGNORECASE,
)
_LONGEST_HEADING = 6
_THING = regex(r"\W*(?P<of>[A-Z][\w+#&/.-]*(?:\s[\w+#&/-]+){0,3})\s*[,(:|–-]\s*")


def of_label(text: str, length: Length) -> What | None:
    """Read the label of a row that names a field: 'Payroll: six years at a bureau'."""
    labelled = _LABELLED.fullmatch(text, 0, length.start)
    if labelled is None or _NOT_SPENT.search(labelled["of"]) or _OF_A_THING.match(text, length.end):
        return None
    sure = named_in(labelled["of"]) or _TIME_IN.match(labelled["of"])
    if not sure and not _AT_WORK.match(text, length.end):
        return None
    return trimmed(labelled["of"]), 0, length.end


def of_post_behind(text: str, length: Length) -> What | None:
    """Read the post in brackets that a labelled length was: 'Security: 3 years (analyst)'."""
    post = _POST_BEHIND.match(text, length.end)
    if post is None or _LABELLED.fullmatch(text, 0, length.start) is None:
        return None
    return (post["title"], 0, post.end()) if is_title(post["title"]) else None


def counted(text: str) -> Iterator[tuple[float, str, int, int]]:
    """Yield lengths whose label holds their unit, as `of_column` does: 'Years in payroll: 6'."""
    for one in _COUNTED.finditer(text) if "ears " in text or "onths " in text else ():
        per_year = 12 if one["unit"].lower() == "months" else 1
        if named_in(one["of"]) and not _NOT_SPENT.search(one["of"]):
            yield float(one["number"]) / per_year, trimmed(one["of"]), *one.span()


def of_stretch(text: str, length: Length) -> What | None:
    """Read what was done in a stretch that its place names: 'Final 30 months: ward sister'."""
    place = _PLACE.search(text, 0, length.start)
    found = _DONE_THEN.match(text, length.end) if place else None
    if place is None or found is None:
        return None
    title = _WHERE.split(found["of"])[0].strip()
    if _NOT_DONE.search(found["of"]):
        return None
    if not is_title(title[:1].upper() + title[1:]) and not named_in(found["of"]):
        return None
    return trimmed(found["of"]), length.start, found.end()


def of_heading(text: str, length: Length) -> What | None:
    """Read a post told in one line with how long it was held."""
    if not (_PART_BEFORE.search(text, 0, length.start) and _PART_AFTER.match(text, length.end)):
        return None
    if (start := _own_start(text, length)) and _THING.fullmatch(text, start, length.start):
        return None
    rest = f"{text[: length.start]}, {text[length.end :]}".strip(" ,:;|()\t–—-.")
    if "\n" in rest or not is_heading(rest):
        return None
    title = named(rest).title or rest.split(",")[0]
    return title, 0, max(length.end, text.find(title) + len(title))


def of_cell(text: str, length: Length) -> What | None:
    """Read a thing and how long it was used: 'Sage user, 3 years, in a small firm'."""
    if not (_PART_BEFORE.search(text, 0, length.start) and _PART_AFTER.match(text, length.end)):
        return None
    thing = _THING.fullmatch(text, _own_start(text, length), length.start)
    return (trimmed(thing["of"]), thing.start("of"), length.end) if thing else None


def _own_start(text: str, length: Length) -> int:
    """Return where a length's own words start: 'Sage (3 years), Xero (5 years)' are two cells."""
    before = list(_LENGTH.finditer(text, 0, length.start))
    return before[-1].end() if before else 0


def of_column(cv: Outline, index: int) -> Iterator[tuple[float, str, int, int]]:
    """Yield the bare numbers of a row in a column of years or months, with what opens the row.

    Each is the length in years, what it is of, and the span of the row's words that say so.
    """
    row = cells(cv.sentences[index])
    text = cv.sentences[index].text
    if len(row) < 2:
        return
    first, last = row[0]
    if _OF_WORK.fullmatch(column_heading(cv, index, first).strip(" |")) is None:
        return
    for start, end in row[1:]:
        if _BARE_NUMBER.fullmatch(text, start, end) is None:
            continue
        heading = _COLUMN.fullmatch(column_heading(cv, index, start).strip(" |"))
        if heading:
            per_year = 12 if heading["unit"].lower().startswith("m") else 1
            yield float(text[start:end]) / per_year, trimmed(text[first:last]), first, end


def of_time_since(text: str, length: Length) -> What | None:
    """Read what was done in the time that led up to now: 'For the past six years I have taught'."""
    done = _I_HAVE.match(text, length.end) if _UP_TO_NOW.search(text, 0, length.start) else None
    if done is None:
        return None
    end = phrase_end(text, done.end())
    return trimmed(text[done.start("did") : end]), length.start, end


def is_of_the_post(text: str, length: Length) -> bool:
    """Return whether a length only says how long the post above was held: 'In post: 2 years'."""
    behind = _PART_AFTER.match(text, length.end)
    if _TIME_IN_POST.fullmatch(text, 0, length.start):
        return behind is not None
    return (
        length.start == 0 and re.match(rf"['’]?\s+{IN_POST}", text[length.end :], re.I) is not None
    )


def labelled_post(text: str) -> str:
    """Return the post of a line that a label opens: 'Current role: Joiner, Alder Ltd'."""
    label = _POST_LABEL.match(text)
    title = re.split(r"[,;(|]", text[label.end() :])[0].strip() if label else ""
    return title if is_title(title) else ""


def title_before(before: Sequence[Sentence]) -> str:
    """Return the post that lines before name: 'Sales Adviser, Hill Stores; two years to 2018'."""
    for sentence in reversed(before):
        title = re.split(r"[,;(|]", _POST_LABEL.sub("", sentence.text))[0].strip()
        if is_title(title):
            return title
        if len(sentence.text.split()) > _LONGEST_HEADING:
            break
    return ""
