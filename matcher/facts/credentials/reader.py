"""Certificates, memberships and registrations: what a CV shows and what a role asks for.

Must not know what proves what: that is the table's business and the judge's. Reads the names of
``data/knowledge/certificates``, numbered vocational awards, and names that only the words around
them mark as certificates; whose it is and in what state comes from ``matcher.facts.states.cues``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from data.knowledge import certificate_names
from data.knowledge.certificate_names import Mention
from data.knowledge.certifications import certificates
from data.knowledge.cues import State
from data.patterns import regex
from matcher.facts.credentials import denied as no_certificate
from matcher.facts.credentials import meant as certificate_meant
from matcher.facts.credentials import parts as certificate_parts
from matcher.facts.credentials import phrases as certificate_phrases
from matcher.facts.credentials.asks import VOCATIONAL_SCHEMES
from matcher.facts.credentials.asks import ask as ask
from matcher.facts.education import vocational
from matcher.facts.layout.blocks import blocks, heading_of
from matcher.facts.states import cues, governed, highest
from matcher.facts.states.cues import Reading
from matcher.types import Fact, Outline, Sentence, Status
from matcher.values import Certification

_LISTING_SECTIONS = frozenset(
    {"certificates", "qualifications", "education", "training", "affiliations"}
)
_TRAINING_LABEL = regex(
    r"\b(?:training|courses?|certificat\w+|certs|qualifications?)\b[^:.;\n]{0,40}:[^.;\n]*$",
    re.IGNORECASE,
)
_AWARDED = regex(r"\b(?:certif\w+|qualified|qualification)\b", re.IGNORECASE)
_YEAR_BEHIND = regex(r"\s*[(,–-]?\s*(?:[a-z]{3,9}\s+)?(?:19|20)\d\d\b", re.IGNORECASE)
_LISTED_BEHIND = regex(r"\s*(?:\([^()]{0,20}\)\s*)?(?:[,/&]|\band\b)\s*", re.IGNORECASE)
# An 'ACCA student' or 'affiliate' is on the way to it.
_STUDENT = regex(r"\s+(?:affiliate|finalist|student|studier|trainee)\b", re.IGNORECASE)
# 'PMP, 2014. Status: expired': what the next sentence says of it.
_ENDED_BEHIND = regex(
    r"[^.;\n]{0,30}[.;]\s+(?:(?:its|the|my|this|current|present)\s+){0,2}"
    r"(?:status|certification|certificate|credential|registration|membership|accreditation|licence)\b[^.;:\n]{0,25}?"
    r"[\s:–-]+(?:(?:is|was|has|have|now|since|currently|been|it)\s+){0,3}"
    r"(?:expired|lapsed|inactive|suspended|ended|not\s+renewed|out\s+of\s+date)\b",
    re.IGNORECASE,
)
_BODY_JOINT = regex(r"\W{0,4}(?:(?:from|by|with|of|through|via)\s+)?(?:the\s+)?", re.IGNORECASE)
_QUOTE_TAIL = regex(r"(?:\s*\([^()\n]{1,30}\))?[^,;|()\t.\n•]{0,60}\)?")
_MOST_WORDS_OF_AN_ENTRY = 12
_FEWEST_WORDS_OF_A_LINE = 3
_LONGEST_NAME = 60
_ENTRY_END = regex(r"\s*[,(|\t–—;:]|\s-\s|\s+(?:19|20)\d\d|\s{3,}")
_ENDS_ENTRY = regex(r"\)?\s*(?:$|[,;|(\n\t.–—-]|(?:19|20)\d\d)")
_ENTRY_MARK = regex(
    r"\b(?:19|20)\d\d\b|certif|accredit|diploma|award|foundation|practitioner|advanced|level \d"
    r"|professional|\bmember\b|associate",
    re.IGNORECASE,
)
_NO_ENTRY = regex(
    r"(?i)\b(?:degree|bachelor|master|bsc|msc|ba|diploma|university|college|school|gcse"
    r"|a-levels?|i|my|to|was|were|is|are|have|has|manager|analyst|engineer|director|licen[cs]e"
    r"|driving|references?|languages?)\b|^\W*(?:19|20)\d\d"
)


@dataclass(frozen=True, slots=True)
class _Named:
    value: Certification
    start: int
    end: int
    loose: bool = False
    listed: bool = False


def read(cv: Outline) -> list[Fact]:
    """Return the certificates that a CV speaks of, with their state; other people's left out."""
    facts: list[Fact] = []
    titles = certificate_meant.own_titles(cv)
    for block in _whole(cv):
        heading = heading_of(cv, block)
        named = _named(block, heading, titles)
        if named:
            facts += _facts(block, named, cues.state_of_heading(heading))
        facts += no_certificate.denials_in(block)
    return facts + list(certificate_parts.made_of_parts(facts))


def _whole(cv: Outline) -> Iterator[Sentence]:
    """The blocks of a CV, those joined that a line break parts amid the name of a certificate."""
    pending: Sentence | None = None
    for block in blocks(cv):
        if pending is not None and _breaks_a_name(cv, pending, block):
            pending = replace(pending, text=cv.text[pending.start : block.end], end=block.end)
            continue
        if pending is not None:
            yield pending
        pending = block
    if pending is not None:
        yield pending


def _breaks_a_name(cv: Outline, one: Sentence, two: Sentence) -> bool:
    gap = cv.text[one.end : two.start]
    together = (one.section, one.position) == (two.section, two.position)
    if not together or gap.strip(" \t") != "\n" or not two.text[0].isalpha():
        return False
    # A line of one or two words is an entry or a heading, not a line that ran out of room.
    if len(one.text.split()) < _FEWEST_WORDS_OF_A_LINE:
        return False
    first = max(one.start, one.end - _LONGEST_NAME)
    window = cv.text[first : min(two.end, two.start + _LONGEST_NAME)]
    at = one.end - first
    return any(
        not mention.loose and mention.start < at < mention.end
        for mention in certificate_names.find(window)
    )


def _named(sentence: Sentence, heading: str, titles: Sequence[str]) -> list[_Named]:
    """Everything in a sentence that names a certificate, in order."""
    listing = sentence.section in _LISTING_SECTIONS
    mentions = [
        mention
        for mention in certificate_names.find(sentence.text)
        if not certificate_meant.is_of_a_firm(sentence.text, mention, listing=listing)
        and not certificate_meant.is_spelt_otherwise(sentence.text, mention)
        and (listing or not certificate_meant.is_a_post(sentence.text, mention, titles))
    ]
    found = [
        _Named(
            _known(mention.id),
            mention.start,
            mention.end,
            loose=not meant,
            listed=_is_listed(sentence.text, mention, mentions),
        )
        for mention, meant in zip(
            mentions, certificate_meant.meant(sentence.text, mentions), strict=True
        )
    ]
    for award in vocational.find(sentence.text):
        if award.scheme in VOCATIONAL_SCHEMES:
            name = " ".join(sentence.text[award.start : award.end].split())
            if award.subject and award.subject not in name:
                name = f"{name} in {award.subject}"
            level = str(award.level) if award.level else ""
            value = Certification(name, family="NVQ", level=level)
            _add(found, _Named(value, award.start, award.end))
    if (
        listing
        or len(sentence.text.split()) <= _MOST_WORDS_OF_AN_ENTRY
        or "ertified" in sentence.text
    ):
        for phrase in certificate_phrases.find(sentence.text):
            if certificate_meant.is_held_by_a_firm(sentence.text, phrase.start, phrase.end):
                continue
            _add(found, _Named(Certification(phrase.name), phrase.start, phrase.end))
    is_heading = sentence.text.strip(" :") == heading.strip(" :")
    if not found and sentence.section == "certificates" and not is_heading:
        found += _entry(sentence)
    return sorted(found, key=lambda item: item.start)


def _is_listed(text: str, mention: Mention, mentions: list[Mention]) -> bool:
    """Whether training is listed: behind "Training:", with its year, or beside a certificate."""
    if _TRAINING_LABEL.search(text, 0, mention.start) or _YEAR_BEHIND.match(text, mention.end):
        return True
    beside = any(
        _LISTED_BEHIND.fullmatch(text, one.end, two.start)
        for one, two in pairwise(mentions)
        if mention in (one, two)
    )
    return beside and text[mention.start].isupper()


def _known(identifier: str) -> Certification:
    entry = certificates()[identifier]
    return Certification(entry.name, entry.family, entry.level, entry.id)


def _add(found: list[_Named], new: _Named) -> None:
    """Add a name unless one from the table stands there; a loose one gives way."""
    if any(item.start < new.end and new.start < item.end and not item.loose for item in found):
        return
    found[:] = [item for item in found if not (item.start < new.end and new.start < item.end)]
    found.append(new)


def _entry(sentence: Sentence) -> Iterator[_Named]:
    """A line of a list of certificates that names one we do not know."""
    cut = _ENTRY_END.search(sentence.text)
    end = cut.start() if cut else len(sentence.text)
    name = certificate_phrases.undated(" ".join(sentence.text[:end].split())).rstrip(" .")
    if not _ENTRY_MARK.search(sentence.text) or not name[:1].isupper():
        return
    if 1 < len(name.split()) <= _MOST_WORDS_OF_AN_ENTRY and not _NO_ENTRY.search(name):
        yield _Named(Certification(name), 0, end)


def _facts(sentence: Sentence, named: list[_Named], heading: State | None) -> Iterator[Fact]:
    context = sentence.text
    seen: set[tuple[str, Status]] = set()
    for item, reading in zip(named, _readings(context, named), strict=True):
        status = _status(reading, heading)
        if status is None or not _counts(item, reading, sentence.section, context):
            continue
        key = (item.value.id or item.value.name, status)
        if key not in seen:
            seen.add(key)
            yield _fact(sentence, item, reading, status)


def _readings(text: str, named: list[_Named]) -> list[Reading]:
    """The state of each name by the words around it, and by the parts of it named behind it."""
    alone = [
        _beside(
            text,
            item,
            cues.status_at(
                text,
                item.start,
                item.end,
                [
                    (other.start, other.end)
                    for other in named
                    if other is not item and not _awards(text, other, item)
                ],
            ),
        )
        for item in named
    ]
    stated = [(item.start, item.value.id, state) for item, state in zip(named, alone, strict=True)]
    return [
        certificate_parts.with_missing_part(
            text, item.end, item.value.id, reading, stated[number + 1 :]
        )
        for number, (item, reading) in enumerate(zip(named, alone, strict=True))
    ]


def _beside(text: str, item: _Named, reading: Reading) -> Reading:
    """Return a reading as what stands right beside the name mends it."""
    if reading.status is Status.HELD:
        if governed.is_elsewhere(text, item.start, item.end):
            return replace(reading, claimed=False)
        some = certificate_parts.some_passed(text, item.start, item.end)
        if some or _STUDENT.match(text, item.end):
            return replace(reading, status=Status.IN_PROGRESS)
        if _ENDED_BEHIND.match(text, item.end):
            return replace(reading, status=Status.LAPSED)
    if reading.status is Status.DENIED and highest.told(text, item.start, item.end):
        return Reading(Status.HELD, affirmed=True, span=(item.start, item.end))
    return reading


def _awards(text: str, body: _Named, item: _Named) -> bool:
    """Whether a name is of the body behind a certificate of its own: 'CISSP - ISC2, lapsed'."""
    entry = certificates().get(body.value.id)
    if entry is None or not entry.generic or entry.family != item.value.family:
        return False
    return _BODY_JOINT.fullmatch(text, item.end, body.start) is not None


def _status(reading: Reading, heading: State | None) -> Status | None:
    """The state of the fact, None where nothing is claimed; a heading rules what is silent."""
    if not reading.own or not reading.claimed or heading == "wished":
        return None
    if reading.status is Status.HELD and not reading.affirmed:
        if heading == "in_progress":
            return Status.IN_PROGRESS
        if heading == "lapsed":
            return Status.LAPSED
    return reading.status


def _counts(item: _Named, reading: Reading, section: str, text: str) -> bool:
    """Whether a name that is also something else is meant as a certificate here."""
    entry = certificates().get(item.value.id)
    if entry is not None and entry.generic and reading.status is Status.DENIED:
        return True
    if entry is not None and entry.course:
        named_so = _AWARDED.search(text, item.start, item.end) is not None
        listing = section in _LISTING_SECTIONS or item.listed or named_so
        return listing or reading.affirmed or reading.status is not Status.HELD
    if entry is not None and entry.generic and not entry.family:
        return False
    return not item.loose or (
        section == "certificates" and _ENDS_ENTRY.match(text, item.end) is not None
    )


def _fact(sentence: Sentence, item: _Named, reading: Reading, status: Status) -> Fact:
    context = sentence.text
    start = min(item.start, reading.span[0])
    end = max(item.end, reading.span[1])
    tail = _QUOTE_TAIL.match(context, end)
    end = min(tail.end() if tail else end, len(context))
    quote = context[start:end]
    end -= len(quote) - len(quote.rstrip())
    start += len(quote) - len(quote.lstrip())
    return Fact(
        value=item.value,
        status=status,
        start=sentence.start + start,
        end=sentence.start + end,
        quote=context[start:end],
        position=sentence.position,
        section=sentence.section,
        when=_when(reading, sentence.section),
        bare=sentence.section == "keywords",
    )


def _when(reading: Reading, section: str) -> str | None:
    if not reading.until:
        return reading.when
    # Behind a title such as "Certified Nursing Assistant" a range is the time in post.
    return None if section == "experience" else f"until {reading.when}"
