"""Reads stated lengths of experience: 'nearly six years in payroll', 'ran the kiosk for 8 months'.

Must not know how long is long enough, nor how many months posts add up to. A length is experience
only where the words around it say so: plans, ages, courses, warranties and time passed are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from data.knowledge.titles import named_in
from data.patterns import regex
from matcher.candidates.entry import is_title
from matcher.facts.layout.quoting import fact_in
from matcher.facts.numbers.durations import NUMBER, Length, lengths
from matcher.facts.years.asks import ask
from matcher.facts.years.cells import (
    IN_POST,
    STILL_HELD,
    TO_A_DATE,
    What,
    counted,
    is_of_the_post,
    of_cell,
    of_column,
    of_heading,
    of_label,
    of_post_behind,
    of_stretch,
    of_time_since,
    title_before,
)
from matcher.facts.years.experience_words import (
    FIELD_OF_EXPERIENCE,
    content,
    phrase_end,
    trimmed,
)
from matcher.facts.years.no_work import is_no_work
from matcher.facts.years.of_others import FOR, clause_before, is_of_others
from matcher.facts.years.parts import parts_behind, parts_of
from matcher.types import Fact, Outline, Sentence
from matcher.values import Years

__all__ = ["ask", "read"]

_NOUN = (
    r"(?:experience|exp\b\.?|expertise|background|career|track\s+record|tenure|exposure|history|pqe"
    r"|standing|(?<=['’]\s)service(?=\s+as\b)|work(?=\s+(?:as|in|on)\b))"
)
# "of progressive experience in", "' experience as", "working in", "of running", "behind me"
_WITH_NOUN = regex(
    rf"['’]?s?\s*(?:of\s+)?(?P<pre>(?:(?!(?:following|after|before|preceded|since|then)\b)[A-Za-z][\w&/+.'’-]*,?\s+){{0,7}}?){_NOUN}\b"
    r"(?:,?\s*(?:all|most|mainly|mostly|nearly\s+all|largely)(?:\s+of\s+(?:it|them))?)?"
    r"\s*(?:(?:gained|working|spent|from|of|in|as|with|within|across|at|on|for|by|managing"
    r"|leading|running)\s+)*",
    re.IGNORECASE,
)
_DIRECT = regex(
    r"['’]?\s*,?\s*(?:(?:was|were|have\s+been)\s+)?"
    r"(?:(?:behind\s+me|under\s+my\s+belt|on\s+the\s+job|in\s+(?:post|the\s+(?:role|job|post))(?=\s+as\b)),?\s*|spent\s+(?=in|on|as|at|with)|(?:spent\s+)?(?:all|most|mainly|mostly|nearly\s+all"
    r"|almost\s+all|largely)(?:\s+of\s+(?:it|them))?\s+)?"
    r"(?:of\s+)?(?:in(?!\s+(?:all|total)\s*(?:[,.;()]|$))|as|within|across|at|on\s+(?=service|(?:an?|the|our)\s+(?:[\w-]+\s+)?(?:phones|tools|road|front"
    r"|(?:\w+\s?)?desk|ward|floor|unit|shop))"
    r"|with(?=\s+(?:the|an?|my|our|one|two|three|several)\s)|(?P<verb>(?!(?:end|start|finish|beginn|last|leav|clos)ing\b)[a-z]+ing(?:\s+(?:in|as|with|for|at|on))?)"
    r"|(?P<thing>of\s+\S+))\b",
    re.IGNORECASE,
)
_STINT = regex(
    r"\s+(?:\w+\s+){0,2}?(?:(?:placement|contract|secondment|stint|internship|assignment|spell|post"
    r"|posting|cover)\s+(?:on|in|as|at|with|within)\s+|(?:secondment|posting)\s+to\s+"
    # A contract 'supplying schools' is the firm's; who only watched did not do it.
    r"|(?:placement|secondment|stint|internship|assignment|spell|post|posting|cover)\s+"
    r"(?=[a-z]+ing\b)(?!(?:shadow|observ|watch|assist|support|help)ing\b))",
    re.IGNORECASE,
)
_ENDS_WELL = regex(
    rf"['’]?\s*(?:$|[.,;|()]|\t|\s{{3,}}|{STILL_HELD}|(?:behind\s+me|and\s+counting|so\s+far|now"
    rf"|to\s+date)\b|{TO_A_DATE})",
    re.IGNORECASE,
)
_STUDIED = regex(r"stud(?:y|ied|ying)\b", re.IGNORECASE)
_STUDY = regex(
    r"\b(?:stud\w+|degree|universit\w+|college|school|course|gcse|living|lived|resident|married)\b",
    re.IGNORECASE,
)
# 'A sales career of twelve years'.
_NOUN_BEFORE = regex(
    rf"(?:^|[.;:|\n,]\s*)(?P<of>[^.;:|\n,]{{2,60}}?)\s+(?:{_NOUN}\s*(?:of|is|was|goes\s+back|runs\s+to|spans|comes\s+to|totals|spanning|covering|over"
    r"|:|,|[-–—])|(?:(?:in|all)\s+)?(?:totals?|totall(?:ed|ing)|comes?\s+to|came\s+to|adds?\s+up\s+to"
    r"|added\s+up\s+to|adding\s+up\s+to|amount(?:s|ed|ing)?\s+to|makes?(?:\s+up)?|runs?\s+to"
    r"|spans?|spanned|goes\s+back|extends?\s+(?:over|to)|sums?\s+to|stands?\s+at|stretch(?:es|ed|ing)?\s+over))\s*$",
    re.IGNORECASE,
)
_KIND_BEHIND = regex(
    r"\s+(?P<kind>(?!(?:and|in|as|at|with|for|of|to|so|on|by|from|total|all|plus|ago|each|per|now|only)\b)[a-z][\w+/-]*(?:\s[a-z][\w-]*)?)"
    r"(?=\s*(?:[(,.;]|$)|\s+at\b)"
)
_IN_POST = regex(rf"\s*,?\s*{IN_POST}", re.IGNORECASE)
# 'A plumber by trade', 'I've been a plumber since I left school': the words around an occupation.
_AROUND = regex(
    r"^(?:I\s+am|I['’]m|I(?:['’]ve|\s+have)\s+been|profile|summary|about\s+me)\b[\s:|]*(?:an?\s+)?"
    r"|\s+(?:by\s+(?:trade|profession)|since\s+I\s+(?:left|finished)\s+(?:school|college))\b.*",
    re.IGNORECASE,
)
# 'Worked in payroll nine years': no 'for' is needed there.
_WORKED = regex(
    r"(?:I\W?(?:ve|have)\s)?(?:been|worked|done)\s(?:(?:in|as|an?)\s)*(?:\S+\s){1,4}$", re.I
)
_AS = regex(r"\bas\s+an?\s+(?P<what>[^,;.]+)", re.IGNORECASE)
# What somebody looked after as its keeper: 'supported Oracle as an administrator'.
_KEPT_AS = regex(
    r"\s*(?:I\s+(?:have\s+)?|I['’]ve\s+)?(?:looked\s+after|supported|maintained|run|ran|managed|administered"
    r"|configured|used|developed|kept)\s+(?P<thing>[^,;.]{2,40}?)\s+as\s+(?:an?|its|the)\s+"
    r"(?P<what>[^,;.]+)",
    re.IGNORECASE,
)
_WAS = regex(
    r"\s+an?\s+(?P<title>[A-Za-z][\w &/-]{2,40}?)(?=\s*(?:[,.;:)]|$|\bin\b|\bat\b|\bfor\b))"
)
_SUBJECT = regex(
    r"(?P<subject>[A-Za-z][^.;:|\n,()]{2,70}?)[\s,:|(–—-]*(?:\bwith|\bhas|\bhave|\bof|\bbringing"
    r"|\boffering)?[\s,(]*$"
)
# 'Nine years as a cook and one as a waiter': where the next length begins.
_ANOTHER = regex(
    rf"[,\s]+(?:and|then|plus|after|before)\s+(?:\d{{1,2}}|{NUMBER}|an?)\s+(?:(?:years?|months?)\b|(?=as\s))",
    re.IGNORECASE,
)
# 'In twelve years at Ashby Stores I spent five on the tills'.
_OUT_OF = regex(r"^\W*in\s+(?:(?:my|these|all)\s+)?$", re.IGNORECASE)
_AT_NO_WORK = regex(
    r"['’]?\s+(?:at\s+(?:school|college|university)|as\s+an?\s+(?:patient|pupil|student|customer|member"
    r"|volunteer|prisoner)|of\s+(?:retirement|study|education))\b",
    re.IGNORECASE,
)
_LINES_ABOVE = 3
_MOST_CLAUSE_WORDS = 14


def read(cv: Outline) -> list[Fact]:
    """Return the lengths of experience a CV states."""
    found: list[Fact] = []
    for number, sentence in enumerate(cv.sentences):
        if sentence.section in {"education", "training", "references", "career_break"}:
            continue
        before = cv.sentences[max(0, number - _LINES_ABOVE) : number]
        found += parts_behind(before[-1], sentence) if before else ()
        for length in lengths(sentence.text):
            found += _facts(sentence, length, before)
        found += [
            fact_in(sentence, Years(years, of), start, end)
            for years, of, start, end in (*of_column(cv, number), *counted(sentence.text))
        ]
    return found


def _facts(sentence: Sentence, length: Length, before: Sequence[Sentence]) -> Iterator[Fact]:
    """Yield what a length is of, and the parts of it that are said to be of something narrower."""
    text = sentence.text
    stint = length.joined and _STINT.match(text, length.end)
    if is_of_others(text, length):
        return
    if is_no_work(text, length, stint=bool(stint)):
        if _OUT_OF.search(text, 0, length.start) and not _AT_NO_WORK.match(text, length.end):
            yield from parts_of(length, None, sentence)
        return
    fact = _fact(sentence, length, before)
    if fact is not None:
        yield fact
        if post := of_post_behind(text, length):
            yield fact_in(sentence, Years(length.years, post[0]), *post[1:])
    yield from parts_of(length, fact, sentence)


def _fact(sentence: Sentence, length: Length, before: Sequence[Sentence]) -> Fact | None:
    text = sentence.text
    found = _what(text, length, sentence.label)
    if found is None:
        return None
    of, start, end = found
    if not of and (length.start == 0 or is_of_the_post(text, length)):
        of = title_before(before)
    if _STUDIED.match(of) or (
        _STUDY.search(of) and not re.search(r"teach|lectur|work|manag|support", of, re.IGNORECASE)
    ):
        return None
    return fact_in(sentence, Years(length.years, of), start, end)


def _what(text: str, length: Length, label: str) -> What | None:
    """Return what the length is of and the span of the words that say so, or None."""
    if is_of_the_post(text, length):
        return "", length.start, length.end
    subject, start = _subject(text, length.start)
    if labelled := of_label(text, length) or of_stretch(text, length):
        return labelled
    with_noun = _WITH_NOUN.match(text, length.end)
    if with_noun:
        end = phrase_end(text, with_noun.end())
        behind = text[with_noun.end() : end]
        of = trimmed(f"{with_noun['pre']} {behind}") or subject
        if FIELD_OF_EXPERIENCE.search(with_noun["pre"]):
            of = f"{trimmed(with_noun['pre'])} experience {behind}".strip()
        return of, start, max(end, with_noun.start() + len(with_noun.group().rstrip()))
    if length.joined:
        stint = _STINT.match(text, length.end)
        if stint is None:
            return None
        end = phrase_end(text, stint.end())
        return trimmed(text[stint.end() : end]), start, end
    if (
        text[length.start : length.end].lower() in {"a year", "an year"}
        and length.start > 0
        and not FOR.search(text, 0, length.start)
    ):
        return None
    before = _NOUN_BEFORE.search(text, 0, length.start)
    if before and content(before["of"]):
        # 'Support experience: two years desktop': what stands behind says which.
        kind = _KIND_BEHIND.match(text, length.end)
        of = f"{kind['kind']} {before['of']}" if kind else before["of"]
        return trimmed(of), before.start("of"), kind.end() if kind else length.end
    return _in_words(text, length, subject, start) or _alone(text, length, label)


def _in_words(text: str, length: Length, subject: str, start: int) -> What | None:
    """Read a length by the words around it, or by the cell or the row that it stands in."""
    found = (
        of_time_since(text, length)
        or _what_for(text, length)
        or _what_follows(text, length, subject, start)
    )
    cell = of_cell(text, length)
    if cell and found:
        return f"{cell[0]} {found[0]}", cell[1], found[2]
    if found:
        return found
    if subject and _ENDS_WELL.match(text, length.end):
        return subject, start, length.end
    return of_heading(text, length) or cell


def _alone(text: str, length: Length, label: str) -> What | None:
    """Read a length that stands alone in its row: of what, the rows around it must say."""
    if label.lower() in {"experience", "years of experience", "total experience"}:
        return "", length.start, length.end
    if (
        length.start == 0
        and _ENDS_WELL.match(text, length.end)
        and not text[length.end :].startswith(")")
    ):
        return "", length.start, length.end
    return None


def _what_for(text: str, length: Length) -> What | None:
    """Read what was done 'for six years', with what follows: 'Taught for six years in Leeds'."""
    if not FOR.search(text, 0, length.start) and not _WORKED.match(clause_before(text, length)):
        return None
    clause = clause_before(text, length)
    words = FOR.sub("", clause)
    said = _AS.search(words)
    kept = _KEPT_AS.match(words)
    of = trimmed(f"{kept['thing']} {kept['what']}" if kept else said["what"] if said else words)
    if is_title(title := of.split(",")[0]):
        of = title  # What stands behind a title is the employer.
    if not content(of) or len(of.split()) > _MOST_CLAUSE_WORDS:
        return None
    direct = _DIRECT.match(text, length.end)
    end = length.end
    if direct and not direct["thing"]:
        end = phrase_end(text, direct.start("verb") if direct["verb"] else direct.end())
    # 'Baker for six years, bread and cakes': what is set off says more of a title, nothing else.
    link = "," if is_title(of) and text.startswith(",", length.end) else ""
    return (
        trimmed(f"{of}{link} {text[length.end : end].lstrip(' ,')}"),
        length.start - len(clause),
        end,
    )


def _what_follows(text: str, length: Length, subject: str, start: int) -> What | None:
    """Read 'six years in payroll', 'six years running a shop'."""
    direct = _DIRECT.match(text, length.end)
    if not direct or _IN_POST.match(text, length.end):
        return _what_is_owned(text, length, start) or _what_somebody_was(text, length, start)
    first = direct.start("verb") if direct["verb"] else direct.end()
    if direct["thing"]:
        first = direct.start("thing") + len("of ")
    another = _ANOTHER.search(text, first)
    end = phrase_end(text, first, another.start() if another else None)
    of = trimmed(text[first:end]) or subject
    return (of, start, end) if of else None


def _what_is_owned(text: str, length: Length, start: int) -> What | None:
    """Read 'fourteen months' payroll for a bakery', and a row that opens '10 years payroll'."""
    if text[length.end - 1] not in "'’" and text[: length.start].strip(" -*•\t"):
        return None
    end = phrase_end(text, length.end)
    of = trimmed(text[length.end : end].split(",")[0])
    return (of, start, end) if named_in(of) else None


def _what_somebody_was(text: str, length: Length, start: int) -> What | None:
    """Read 'fifteen years a plumber'."""
    was = _WAS.match(text, length.end)
    title = trimmed(was["title"]) if was else ""
    return (title, start, was.end()) if was and is_title(title) else None


def _subject(text: str, at: int) -> tuple[str, int]:
    """Return the occupation named right before a length, and where it starts."""
    match = _SUBJECT.search(text, 0, at)
    if match is None:
        return "", at
    words = _AROUND.sub("", match["subject"].strip())
    if not is_title(words) and not is_title(words.rstrip("s")):
        return "", at
    return trimmed(words), match.start("subject")
