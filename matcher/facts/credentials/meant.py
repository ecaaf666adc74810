"""Whether a name that is also something else is meant as a certificate, by the words beside it.

Must not know whether the text is a role or a CV. "ITIL" is a method and "CSM" a dozen things;
"ITIL certified", "a CSM qualification" and "registered with the NMC or HCPC" are certificates.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from data.knowledge.certificate_names import Mention, find
from data.knowledge.certifications import certificates
from data.patterns import regex
from matcher.facts.states import highest
from matcher.types import Outline

_AWARDING = (
    r"(?:certificat\w*|certified|qualified|qualifications?|accredited|accreditation|awards?"
    r"|credentials?|register(?!\s+of)|exams?|licen[sc]ed?|registered|registration|diploma|belt)"
)
_BEFORE = regex(
    rf"\b{_AWARDING}\b\W+(?:requirements?\W+)?"
    r"(?:(?:in|as|for|by|with|an?|the|of|to|on|uk|your)\W+){0,3}$"
    # "Registration as a practitioner with the HCPC", "NVQ Level 4 or RMA".
    r"|\bregist\w+\b[^.;]{0,60}\bwith\s+(?:the\s+)?$"
    r"|\b(?:NVQ|SVQ|QCF)\W+(?:level\W+)?\d?\W*(?:and/or|and|or|/)?\s*$",
    re.IGNORECASE,
)
# The number that a register gives, or the PIN, says as much as the word.
_BEHIND = regex(
    rf"^\W{{0,3}}(?:(?:[\w+-]+\W{{1,3}}){{0,2}}?(?:{_AWARDING}|holder|passed|pin)\b"
    r"|(?:applications?\s+)?(?:was\s+|is\s+)?(?:declined|pending|refused|rejected|turned down)\b"
    r"|(?:(?:reg|no|nr|num|number|ref|pin|registration|registrant|id|licence)\W{1,3}){0,3}(?!(?:19|20)\d\d\s*(?:[-–—]|to\b|until\b))(?:[A-Z]{0,3}\s?\d{4,}\w?|\d\d[A-Z]\d{4}[A-Z]))",
    re.IGNORECASE,
)
_OTHER_USE = regex(
    r"^\W{0,3}(?:approved|authori[sz]ed|recogni[sz]ed|regulated|rules|regulations|aligned|based|audit|audits|compliant|controls|environment|framework|practices"
    r"|principles|processes|standards?)\b",
    re.IGNORECASE,
)
_ALTERNATIVE = regex(r"\s*(?:,|/|,?\s*\b(?:and/)?or\b)\s*(?:an?\s+|the\s+)?", re.IGNORECASE)
_LISTED = regex(
    r"(?:\s*\([^()]{0,60}\))?\s*(?:,|/|&|,?\s*\b(?:and/or|or|and)\b)\s*(?:an?\s+|the\s+)?",
    re.IGNORECASE,
)


# "ITIL Expert Staffing Ltd": the name of a firm that took the certificate's name.
_FIRM = regex(
    r"(?: [A-Z&][\w&'’-]*){0,2} (?:Academy|Agency|Associates|Club|Consultancy|Consultants"
    r"|Consulting|Freight|Group|Holdings|Inc|Limited|LLC|LLP|Logistics|Ltd|Partners|Partnership|plc|PLC"
    r"|Recruitment|Recruiters|Resourcing|Search|Solutions|Staffing|Talent)\b(?!\s+(?:certif|exam))"
)
# "At the PMP depot".
_SITE = regex(
    r"\s+(?:branch|building|campus|canteen|centre|depot|factory|hub|plant|sector|sites?|store|terminal"
    r"|warehouse|yard)\b"
)
_WORKPLACE = (
    r"(?:agency|branch|business|call\s+cent(?:re|er)|cent(?:re|er)|company|contact\s+cent(?:re|er)|depot|department|desk|employer"
    r"|factory|firm|home|hub|laboratory|lab|office|operation|organi[sz]ation|plant|provider|school|service|site|store|supplier|team|unit)"
)
# "At Oakdale Care, which gained X", "our site was awarded X": the holder is no person. "At the
# depot got X", "a course that earned X": it is.
_HELD_BY_IT = regex(
    r"(?:(?:(?-i:\b[A-Z]\w*),?|\b" + _WORKPLACE + r",?)\s+(?:which|that)"
    r"|(?<!\bat\s)(?<!\bin\s)(?<!\bby\s)(?<!\bto\s)(?<!\bof\s)(?<!\bon\s)(?<!\bfor\s)(?<!\bwith\s)(?<!\bfrom\s)"
    r"(?<!\bleft\s)(?<!\bjoined\s)(?<!\binside\s)\b(?:my|our|the|this|their|an?)\s+(?:[\w-]+\s+){0,2}?"
    rf"{_WORKPLACE})\s+(?:(?:also|has|had|have|now|already|then|first"
    r"|recently)\s+){0,2}(?:holds?|held|gained|achieved|won|got|has|have|had|earned|obtained|received|retained|kept|passed|is|was|were|are"
    r"|became)\s+(?:(?:awarded|given|granted|re-?certified|certified|accredited)\s+)?"
    r"(?:(?:its|the|an?|full|their|to|for|by|with|both)\s+){0,2}$",
    re.IGNORECASE,
)
# "An X certified service desk", but no "X certified business partner".
_CERTIFIED_PLACE = regex(
    rf"[\s-]*(?:certified|accredited|registered|approved)[\s-]+(?:[a-z][\w-]*\s+)?{_WORKPLACE}\b"
    r"(?=\s*(?:$|[.,;:()])|\s+(?:of|in|at|for|with|where|which|that|since|until|and|serving)\b)",
)
_REACH = 90
# "A home for thirty people, registered with the CQC": of those who provide care or schooling the
# register holds the place, too.
_REGISTER_OF_PLACES = regex(
    r"\b(?:CQC|Care Quality Commission|Ofsted|Care Inspectorate|RQIA)\b", re.IGNORECASE
)
_PLACE = regex(
    r"\b(?:agency|bed(?:s|ded)?|branch|business|care home|centre|clinic|company|firm|home|homes"
    r"|nursery|organisation|practice|provider|residents|school|service|setting|surgery|unit|ward"
    r"|which|that)\b(?!\s+(?:manager|matron|owner|leader|lead)\b)[^.;]*$",
    re.IGNORECASE,
)
# "A+ (220-1101, 220-1102) passed".
_ASIDE = regex(r"\s*\([^()\n]{0,40}\)")
_ABBREVIATION = regex(r"[A-Z]{2,5}")
_IN_BRACKETS = regex(r"\s*\((?P<words>[A-Za-z][\w' -]{4,60})\)")
# 'Ada Firth FCA', and what is left of it where the name is taken out.
_HEADER = regex(
    r"\W*(?P<name>(?:(?:Mr|Mrs|Ms|Dr)\.?\s+)?(?:[A-Z][a-z'’-]+\s+){2,4},?\s*)?"
    r"(?P<letters>[A-Z][A-Za-z]*[A-Z]\b(?:[\s,]+[A-Z][A-Za-z()]*)*)\W*"
)
_MOST_LETTERS = 6
# 'CSM for two accounts (Client Service Manager)'.
_IN_BRACKETS_LATER = regex(r"[^().;\n]{1,40}\((?P<words>[A-Z][\w' -]{4,60})\)")
_LITTLE_WORDS = frozenset(("a", "an", "and", "for", "in", "my", "of", "our", "the", "their"))
# 'Green Belt since 2019; led kaizen weeks': of a belt these say that none was tied round a jacket.
_BELT = regex(r"\bbelt\b", re.IGNORECASE)
_LEAN = regex(
    r"\b(?:lean|kaizen|six\s+sigma|dmaic|continuous\s+improvement|process\s+improvement|5s|gemba|value\s+stream\w*)\b",
    re.IGNORECASE,
)
_MARTIAL = regex(
    r"\b(?:judo|karate|tae\s?kwon\s?do|aikido|ju[\s-]?jitsu|bjj|martial|dojo|kick\s?boxing|kendo)\b",
    re.I,
)
# 'CSM at a software house': letters of a post, not 'PMP at the second attempt'.
_POST_AT = regex(
    r"\s+(?:at|for|to)\s+(?:an?|the|one|two|three)\s+(?!(?:\w+\s+)?(?:attempt|sitting|go|try|time|level|same)\b)\w"
)
# Of an award alone it is said that it was renewed or passed.
_AWARD_BEHIND = regex(
    r"[^.;|\n]{0,80}\b(?:renew\w*|pass(?:ed)?|exam|gained|awarded|achieved|certif\w*|expir\w+|valid)\b",
    re.IGNORECASE,
)
# 'As Crew Shift Manager I wrote ...'.
_WORKED_AS = regex(r"\b[Aa]s\s+(?:an?\s+|the\s+)?([A-Z][a-z]{1,30}(?:\s[A-Z][a-z]{1,30}){1,5})")
_FEWEST_LETTERS = 3
# 'CSM (body)', 'CSM 2019', 'CSM, renewed': an award whatever else is spelt out; a range of years is
# the time in a post.
_AS_AN_AWARD = regex(
    r"\s*[,:]?\s*(?:\([A-Z]|(?:19|20)\d\d\b(?!\s*(?:-|–|to\b))|(?:renewed|gained|held|valid|since|earned)\b)"
)
_PERSON = regex(r"\b(?:I|my|me|am)\b|\bmanager\W*$", re.IGNORECASE)


def is_held_by_a_firm(text: str, start: int, end: int) -> bool:
    """Whether words say that a firm or a place holds what ``text[start:end]`` names."""
    return bool(
        _HELD_BY_IT.search(text, max(0, start - _REACH), start) or _CERTIFIED_PLACE.match(text, end)
    )


def is_of_a_firm(text: str, mention: Mention, *, listing: bool) -> bool:
    """Whether a name belongs to a firm's own name, or to a place that is on a register.

    Args:
        text: The text that holds the name.
        mention: The name.
        listing: Whether it stands in a list of certificates, where a firm behind it is the trainer.
    """
    if is_held_by_a_firm(text, mention.start, mention.end):
        return True
    if not listing and (_FIRM.match(text, mention.end) or _SITE.match(text, mention.end)):
        return True
    printed = text[mention.start : mention.end]
    if not _REGISTER_OF_PLACES.search(printed) or "manager" in printed.lower():
        return False
    before = re.split(r"[.;\n|]", text[: mention.start])[-1]
    behind = text[mention.end : mention.end + 30]
    return bool(_PLACE.search(before)) and not (
        _PERSON.search(before) or re.match(r"\s+as\b", behind)
    )


def is_spelt_otherwise(text: str, mention: Mention) -> bool:
    """Whether an abbreviation is spelt out beside it as something else, as a job title is.

    'ACE (Assistant Catering Executive)' and 'Assistant Catering Executive (ACE)' name no
    certificate, whatever else the three letters stand for.
    """
    words = spelt_out(text, mention.start, mention.end)
    return bool(words) and all(each.id != mention.id for each in find(words))


def spelt_out(text: str, start: int, end: int) -> str:
    """Return the words beside an abbreviation whose initials it is, "" where there are none.

    They stand in brackets behind it, or before it where it stands in brackets itself.
    """
    printed = text[start:end]
    if not _ABBREVIATION.fullmatch(printed):
        return ""
    behind = _IN_BRACKETS.match(text, end) or _IN_BRACKETS_LATER.match(text, end)
    words = behind["words"].split() if behind else []
    if not words and text[:start].rstrip().endswith("("):
        words = text[:start].rstrip(" (").split()[-len(printed) :]
    words = [word for word in words if word.lower() not in _LITTLE_WORDS]
    initials = "".join(word[0] for word in words if word[0].isalpha())
    return " ".join(words) if initials.lower() == printed.lower() else ""


def is_a_post(text: str, mention: Mention, titles: Sequence[str]) -> bool:
    """Whether letters are those of a post: of one held by their owner, or 'CSM at a bank'.

    Args:
        text: The text that holds the name.
        mention: The name.
        titles: The titles of the person's own posts, of which 'CSM' may be the initials.
    """
    printed = text[mention.start : mention.end]
    if not _ABBREVIATION.fullmatch(printed) or len(printed) < _FEWEST_LETTERS:
        return False
    if beside_award(text, mention.start, mention.end):
        return False
    if _POST_AT.match(text, mention.end) and not _AWARD_BEHIND.match(text, mention.end):
        return True
    if _AS_AN_AWARD.match(text, mention.end):
        return False
    return any(_has_initials(title, printed) for title in titles) and not any(
        each.id == mention.id for title in titles for each in find(title)
    )


def own_titles(cv: Outline) -> list[str]:
    """Return the titles of the person's posts, and what they say that they worked as."""
    return [post.title for post in cv.positions if post.title] + _WORKED_AS.findall(cv.text)


def _has_initials(title: str, letters: str) -> bool:
    """Whether words in a row of a title have these initials, small words left out."""
    words = [word for word in title.lower().split() if word not in _LITTLE_WORDS]
    return letters.lower() in "".join(word[0] if word[0].isalpha() else " " for word in words)


def beside_award(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` stands beside a word such as certified, qualified or exam."""
    if _OTHER_USE.match(text[end : end + 30]):
        return False
    aside = _ASIDE.match(text, end)
    end = aside.end() if aside else end
    behind = re.split(r"[;,|\n]|\.(?!\s*[A-Z]{0,3}\s?\d)", text[end : end + 60], maxsplit=1)[0]
    return bool(_BEFORE.search(text[max(0, start - 80) : start]) or _BEHIND.match(behind))


def meant(text: str, mentions: Sequence[Mention], *, schemes: bool = False) -> list[bool]:
    """Tell for each name whether it is meant as a certificate: strict, beside an award, or listed.

    Args:
        text: The text that holds the names.
        mentions: What it names, in order.
        schemes: Whether the bare name of a scheme counts where it is an alternative to one that
            counts ("ITIL or PRINCE2 Practitioner"), as it does where it is asked for.
    """
    letters = _HEADER.fullmatch(text)
    counts = [
        not mention.loose
        or beside_award(text, mention.start, mention.end)
        or (letters is not None and _is_letters(mention, letters))
        or (not schemes and _is_highest(text, mention))
        or _is_lean_belt(text, mention)
        for mention in mentions
    ]
    neighbours = list(pairwise(range(len(mentions))))
    for here, there in (*neighbours, *((b, a) for a, b in reversed(neighbours))):
        if counts[here] and not counts[there]:
            counts[there] = _are_listed(text, mentions[here], mentions[there], schemes=schemes)
    return counts


def _is_lean_belt(text: str, mention: Mention) -> bool:
    belt = _BELT.search(text, mention.start, mention.end)
    return bool(belt and _LEAN.search(text) and not _MARTIAL.search(text))


def _is_highest(text: str, mention: Mention) -> bool:
    """'Green Belt is the highest I hold': whoever says so speaks of an award."""
    generic = certificates()[mention.id].generic
    return not generic and highest.told(text, mention.start, mention.end)


def _is_letters(mention: Mention, header: re.Match[str]) -> bool:
    """Whether a name stands among the letters behind a person's name, here or cut out."""
    if certificates()[mention.id].generic or mention.start < header.start("letters"):
        return False
    tokens = header["letters"].replace(",", " ").split()
    return header["name"] is not None or all(len(token) <= _MOST_LETTERS for token in tokens)


def _are_listed(text: str, counted: Mention, other: Mention, *, schemes: bool) -> bool:
    first, last = sorted((counted, other), key=lambda mention: mention.start)
    gap = text[first.end : last.start]
    if certificates()[other.id].generic:
        return schemes and _ALTERNATIVE.fullmatch(gap) is not None
    return not certificates()[counted.id].generic and _LISTED.fullmatch(gap) is not None
