"""The heading of one post: which of its words are the title and which the employer.

Must not know dates, sections or where on the page the words stood.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from data.knowledge.places import place_named
from data.knowledge.titles import employer, masked_town, occupation, placeholder
from data.patterns import regex
from matcher.text import CELLS

# After these a full stop ends no part of a heading.
_SHORTENED = "".join(
    rf"(?<!\b{word})"
    for word in (
        *(
            "Admin",
            "Assoc",
            "Asst",
            "Capt",
            "Col",
            "Cpl",
            "Dept",
            "Dir",
            "Dr",
            "Eng",
            "Exec",
            "Gen",
        ),
        *("Jnr", "Jr", "Lt", "Maj", "Mgr", "Mgt", "Prof", "Reg", "Sgt", "Snr", "Sr", "St", "Supt"),
    )
)
# Dashes that were decoded with the wrong character set still part the cells of a heading.
_PARTS = regex(
    rf"{CELLS.pattern}|\s+[-–—―•·~/]+\s+|\s*(?:â€[“”]|ï¼\S?|\u200b)+\s*|\s*[;@]\s*|,\s+|:\s+"
    rf"|(?<=[a-z)]){_SHORTENED}\.\s+"
    r"|(?<=\w)\s+(?:at|with)\s+(?=[A-Z])|\s+(?:at|in|for|on|with)\s+(?=(?:an?|the)\s)",
)
_EDGES = " \t\n,;:.|-–—―•·/~*#\u200b\xa0▪●>("
_ORDINARY = regex(
    r"\b(?:i|we|my|our|was|were|is|are|has|have|had|which|that|this|been|being|by|from|them|their"
    r"|where|when|while|lead (?:an?|the)"
    r"|of the (?:year|month)|(?:trained|qualified|started|began|served) as)\b",
    re.IGNORECASE,
)
# 'Solicitors' firm', 'dentist's surgery': where people of a trade work.
_THEIR_PLACE = regex(
    r"['’]s?\s+(?:firm|practice|offices?|surgery|yard|shop|studio|chambers|merchants?)\W*$",
    re.IGNORECASE,
)
_ENDS_SENTENCE = regex(r"[a-z)\d][.;!?]$")
_SENTENCE_END = regex(rf"(?<=[a-z)]{{3}}){_SHORTENED}[.:]\s+(?=[A-Z])")
_BRACKET = regex(r"\([^)]*\)?")
_LONGEST_TITLE = 14
_SHORT = 4
_OPENING = 4
# "BBC" or "NHS" behind a title in capitals is the employer, "DIGITAL SERVICES" is not.
_LONGEST_ACRONYM = 6
_LONGEST_UNKNOWN = 6
# Figures that open a title: '2nd Line Analyst', '4-H Assistant', '4/5 Grade Teacher', '3D Artist'.
_ORDINAL = regex(r"\d{1,2}(?:st|nd|rd|th)\b|\d/\d\b|\d-?[a-z]\b", re.IGNORECASE)
_ADVERBS = regex(
    r"^(?:and|as|before that|currently|first(?=\s+as\b|[,:])|formerly|later|now|previously|then"
    r"|(?:employed|work|working|worked) as(?:\s+an?)?)\b[\s,:]*",
    re.IGNORECASE,
)
_UNPAID = regex(
    r"\bvolunt(?:eer|ary)|\bunpaid\b|\bpro\s+bono\b|\b(?:parent|school|foundation|staff)\s+governor\b"
    r"|\bhead\s+(?:boy|girl|prefect)\b|\bgovernor\b[^\n]{0,40}\b(?:school|academy|college|primary)\b",
    re.IGNORECASE,
)
STATE = regex(r"[A-Z]{2}")
_JOINED = regex(r",|\s/\s")
_SMALL = frozenset(
    ["a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"]
)


@dataclass(frozen=True, slots=True)
class Named:
    """Title and employer as printed, None where not found."""

    title: str | None
    employer: str | None


@lru_cache(maxsize=4096)
def is_title(words: str) -> bool:
    """Whether the words hold an occupation and read like a name, not like a sentence.

    Kept, because what a role asks for is looked at again for each post of each candidate.
    """
    bare = _BRACKET.sub(" ", words).strip()
    return (
        0 < len(words.split()) <= _LONGEST_TITLE
        and (not bare[:1].isdigit() or _ORDINAL.match(bare) is not None)
        and occupation().search(bare) is not None
        and not _ORDINARY.search(words)
        and not _THEIR_PLACE.search(words)
        and (
            is_capitalised(words)
            or _ends_in_occupation(bare)
            or (bare[:1].isupper() and len(bare.split()) <= _SHORT)
        )
    )


def is_unpaid(words: str) -> bool:
    """Whether the words say that the work was a volunteer's."""
    return _UNPAID.search(words) is not None


def is_employer(words: str) -> bool:
    """Whether the words hold something that only an employer's name has."""
    return employer().search(words) is not None


def is_place(words: str) -> bool:
    """Whether the words are nothing but what an anonymised CV prints for a town."""
    match = placeholder().fullmatch(words)
    return match is not None and match["name"] is None


def is_heading(words: str) -> bool:
    """Whether a line could be a line of a post's heading: short, and no sentence."""
    return (
        0 < len(words) <= 100
        and len(words.split()) <= _LONGEST_TITLE
        and not words[0].islower()
        and not _ENDS_SENTENCE.search(words)
        and not words.endswith((",", ":"))
        and not _ORDINARY.search(words)
    )


def is_capitalised(words: str) -> bool:
    """Whether every word but the small ones has a capital or a digit, as names do."""
    bare = _BRACKET.sub("", words)
    return all(
        word in _SMALL or any(char.isupper() or char.isdigit() for char in word)
        for word in re.findall(r"\w[\w'’-]*", bare)
    )


def clean(words: str) -> str:
    """Return the words without separators around them and without an unpaired bracket."""
    words = words.strip(_EDGES).lstrip(")").strip(_EDGES)
    if words.endswith(")") and words.count("(") < words.count(")"):
        words = words.rstrip(")").strip(_EDGES)
    if words.count("(") > words.count(")"):
        head, _, tail = words.rpartition("(")
        words = head.strip(_EDGES) if not tail.strip() else words + ")"
    return words


def named(words: str) -> Named:
    """Tell title and employer apart in a heading without its dates."""
    if place := placeholder().search(words):
        before, after = clean(words[: place.start()]), clean(words[place.end() :])
        before = "" if is_place(before) else before
        return Named(as_title(before or after), place["name"])
    words = _ADVERBS.sub("", clean(masked_town().sub("", words)))
    cut = parts(words)
    if not cut:
        return Named(None, None)
    first = next((i for i, part in enumerate(cut) if _pure_title(part)), None)
    if first is None:
        first = next((i for i, part in enumerate(cut) if is_title(part)), None)
    if first is None:
        return Named(None, next((part for part in cut if _is_name(part)), None))
    last = first + 1
    while last < len(cut) and _is_second_title(cut[last]) and _JOINED.search(words):
        last += 1
    bare = len(cut[first].split()) == 1 == last - first and _names_department(cut[last:])
    if bare or _goes_on_in_capitals(cut[first], cut[last:]):
        last += 1
    title = _ADVERBS.sub("", _between(words, cut[first], cut[last - 1]))
    others = cut[last:] + cut[:first]
    return Named(title, next((part for part in others if _is_name(part)), None))


def parts(words: str) -> list[str]:
    """Cut a heading where dashes, commas, bars and the like part its names."""
    return [part for part in (clean(part) for part in _PARTS.split(words)) if part]


def _names_department(behind: list[str]) -> bool:
    """Whether a department stands between a bare 'Director' and the employer."""
    names = [part for part in behind if not STATE.fullmatch(part) and place_named(part) is None]
    return len(names) > 1 and all(map(_is_name, names[:2])) and not is_employer(names[0])


def _goes_on_in_capitals(title: str, behind: list[str]) -> bool:
    """Whether the next part is in capitals as the title is, and the one behind it is not."""
    return (
        len(behind) > 1
        and title.isupper()
        and behind[0].isupper()
        and place_named(behind[0]) is None
        and len(behind[0]) > _LONGEST_ACRONYM
        and _is_name(behind[1])
        and not behind[1].isupper()
        and place_named(behind[1]) is None
    )


def _pure_title(part: str) -> bool:
    """Whether a part is a title, and no firm that is called after what its people are."""
    if not is_title(part):
        return False
    return not is_employer(part) or (_ends_in_occupation(part) and not part.endswith("s"))


def _is_second_title(part: str) -> bool:
    """Whether a part goes on with the title ('Founder, Managing Director'); 'temp' does not."""
    return _pure_title(part) and part[0].isupper()


def _ends_in_occupation(part: str) -> bool:
    bare = re.sub(r"\s*\(.*", "", part)
    return occupation().match(bare) is not None or any(
        mark.end() == len(bare) for mark in occupation().finditer(bare)
    )


def _is_name(part: str) -> bool:
    return part[0].isupper() and len(part.split()) <= 8


def _between(words: str, first: str, last: str) -> str:
    start = words.find(first)
    return words[start : words.find(last, start) + len(last)]


def beside(before: str, after: str) -> Named:
    """Read the words on both sides of a date: where one is the employer the other is the title."""
    left, right = named(before), named(after)
    for employer_side, other, words in ((left, right, after), (right, left, before)):
        name = employer_side.employer
        if name is None or employer_side.title is not None or not is_employer(name):
            continue
        title = as_title(words)
        if title and (placeholder().match(name) or not names_employer(other)):
            return Named(title, name)
    return merged(left, right)


def names_employer(found: Named) -> bool:
    """Whether the employer found is one beyond doubt, or a town, and no part of the title."""
    if found.employer is None:
        return False
    return is_employer(found.employer) or place_named(found.employer) is not None


def as_title(words: str) -> str | None:
    """Return the words as the title where they stand in its place, None where they describe.

    In its place a title need not hold an occupation ('Customer relations'), and what a comma or a
    dash sets off belongs to it ('Director, Media Strategy').
    """
    words = clean(masked_town().sub("", words))
    if not re.search("[A-Za-z]", words) or not is_heading(words[0].upper() + words[1:]):
        return None
    opening = " ".join(words.split()[:_OPENING])
    fits = (
        len(words.split()) <= _LONGEST_UNKNOWN
        or is_capitalised(words)
        or is_title(words)
        or occupation().search(opening) is not None
    )
    return words if fits else None


def merged(first: Named, second: Named) -> Named:
    """Return the first reading, filled up from the second."""
    return Named(first.title or second.title, first.employer or second.employer)


def first_clause(words: str) -> str:
    """Cut a line at the end of its first sentence: what follows is description."""
    return _SENTENCE_END.split(words, maxsplit=1)[0]
