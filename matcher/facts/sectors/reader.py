"""Reads the sectors that posts stood in.

Must not know which sector belongs to which. A sector shows in the kind of employer ("building
society"), in its name and in its regulator; a customer's sector, a school attended and a bank
holiday show none. 'All of it in retail' is read as the denial of every sector "outside retail".
"""

from __future__ import annotations

import re
from functools import cache

from data.knowledge.sectors import sectors
from data.patterns import regex
from matcher.candidates.entry import is_title
from matcher.facts.layout.phrases import Hit, Phrases
from matcher.facts.layout.quoting import fact_in
from matcher.facts.sectors.asks import ask as ask
from matcher.facts.sectors.denials import hits_denied, is_denied
from matcher.facts.sectors.names import FRAME, by_name, hits_in
from matcher.facts.sectors.whole_careers import is_no_kind, openings
from matcher.facts.states.cues import clause_of
from matcher.types import Fact, Outline, Sentence, Status
from matcher.values import Sector

OUTSIDE = "outside "
# 'Fundraiser for a hospice', 'clerk at an old bank': the words between a title and an employer.
_WORKED_FOR = regex(
    r",?\s+(?:(?:employed|engaged)\s+by|for|at|with|within)\s+an?\s+(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
_REACH = 50
# So few words that name a sector mean it.
_FEW_WORDS = 6

_NO_WORK = frozenset({"education", "certificates", "training", "skills", "keywords", "languages",
                      "personal", "volunteering", "references", "qualifications"})  # fmt: skip
_SUPPLIES = regex(
    r"\b(?:sold|sell\w*|suppl(?:y|ied|ies|ying)|marketed|pitch\w*)\s+(?:[\w-]+\s){0,4}(?:to|for)\b"
    r"|\bdeliver(?:ed|ing|s|ies)?\s+(?:[\w-]+\s){1,3}to\s",
    re.IGNORECASE,
)
# 'Worked with contractors, the local police': those who were met in the course of other work,
# and 'lodged appeals with two councils': those to whom something was sent.
_MET_AT_WORK = regex(
    r"\b(?:filed|files?|filing|lodg(?:e|ed|ing)|submit(?:s|ted|ting)?|register(?:ed|ing)?|negotiat(?:e|ed|ing)|agree(?:d|ing)?|placed"
    r"|appl(?:y|ied|ying)|applications?|appeals?|returns?|claims?|bids?|tenders?)\b"
    r"(?:(?!\b(?:at|in|within|while|as)\b)[^.;|,:]){0,40}\b(?:with|to)\s+(?:[\w-]+\s+){0,3}$"
    r"|\b(?:work\w*|liais\w+|partner\w*|meetings|contact|deal\w*|interact\w*|interfac\w+|co-?ordinat\w+"
    r"|communicat\w+|correspond\w*)\s+(?:closely\s+)?with\b"
    r"(?:(?!\b(?:at|for|in|within)\b)[^.;|,])*,(?:(?!\b(?:at|for|in|within)\b)[^.;|])*$",
    re.IGNORECASE,
)
# 'At two hotels', 'manager of three banks': places of work, however common the word.
_COUNTED = regex(
    r"\b(?:at|in|across|between|(?:manager|owner|head|director|chef|porter|housekeeper|team)\s+of)\s+"
    r"(?:(?:(?:two|three|four|five|six|seven|eight|nine|ten|several|various|both|many|different|large|small|busy|\d{1,2})\s+)"
    r"(?:[\w-]+\s+)?)?$",
    re.IGNORECASE,
)
_PASSED_BY = regex(
    r"\b(?:stay\w*|slept|lodg\w+|parked|met|meetings?|events?|weddings?|conferences?|called|visit\w*|deliver\w*"
    r"|guests?|customers?|clients?|refurbish\w*|clean\w*|install\w*|fitted|built)\b[^.;|]{0,30}$",
    re.IGNORECASE,
)
# 'Publishing my own figures' is a verb.
_ITS_OBJECT = regex(
    r"\s+(?:my|our|the|an?|his|her|their|its|your|all|new|on|with|that|weekly|monthly|daily|out)\b",
    re.IGNORECASE,
)
_FIRMS = regex(
    r"(?:sector|industry|background|company|companies|business|group|firm)", re.IGNORECASE
)
_ROW = regex(
    r"\b(?:sectors?|industr\w+|domains?|markets?|verticals?|experience|background|employers?|setting)",
    re.IGNORECASE,
)
_BESIDE_LIST = regex(r"[,/&:|]\W*$")
_STUDIED = regex(
    r"\b(?:BSc|BA|BEng|MSc|MA|MBA|PhD|LLB|HND|PGCE|degree|graduat\w*|studied|studying|diploma|"
    r"honours|A[- ]levels?|GCSEs?|alumn\w+|went\s+to|schooled|educated\s+at)\b"
)
_SCHOOLS = frozenset({"education", "higher education", "further education"})
_CERTIFIED = regex(r"\s*(?:degree|diploma|certificate|BSc|BA\b|MSc|graduate|alumni)", re.IGNORECASE)
_STRONG_NEAR = regex(
    r"\b(?:sectors?|industr(?:y|ies)|in|across|within|from|background|years|experience|clients|"
    r"retail|and|of|then|environments?|organi[sz]ations?|work)\b|[,/&:|]|^\W*$",
    re.IGNORECASE,
)


@cache
def _elsewhere() -> Phrases:
    return Phrases({"elsewhere": sectors().elsewhere})


def read(cv: Outline) -> list[Fact]:
    """Return the sectors that a CV shows, each attached to the post it stands in."""
    found: list[Fact] = []
    seen: set[tuple[str, int | None, Status]] = set()
    for sentence in cv.sentences:
        for fact in _in_sentence(sentence):
            assert isinstance(fact.value, Sector)
            key = (fact.value.name, fact.position, fact.status)
            if key not in seen:
                seen.add(key)
                found.append(fact)
    return found


def shown_in(words: str) -> frozenset[str]:
    """Return the sectors that a few words name or show, every wider one among them."""
    sentence = Sentence(words, 0, len(words))
    short = len(words.split()) <= _FEW_WORDS
    return frozenset().union(
        *(
            sectors().wider(hit.name)
            for hit in hits_in(words)
            if short or _means_sector(words, hit, sentence)
        )
    )


def _in_sentence(sentence: Sentence) -> list[Fact]:
    if sentence.section in _NO_WORK:
        return []
    text = sentence.text
    found: list[Fact] = []
    hits = hits_in(text)
    for hit in hits_denied(text, hits, by_name()):
        low, high = clause_of(text, hit.start, hit.end)
        found.append(fact_in(sentence, Sector(hit.name), low, high, status=Status.DENIED))
    for hit in hits:
        low, high = clause_of(text, hit.start, hit.end)
        if is_denied(text, hit):
            continue
        if _is_elsewhere(text, hit, low) or not _means_sector(text, hit, sentence):
            continue
        found.append(fact_in(sentence, Sector(hit.name), low, high))
        whole = openings(text, hit.start)
        if whole and hit.start - whole[-1].end <= 40:
            value = Sector(OUTSIDE + hit.name)
            found.append(fact_in(sentence, value, whole[-1].start, hit.end, status=Status.DENIED))
    if not found:
        found += _whole_elsewhere(sentence)
    return found


def _is_elsewhere(text: str, hit: Hit, low: int) -> bool:
    """Whether the sector is a customer's, or that of a school attended."""
    if _elsewhere().find(text, low, hit.start) or _SUPPLIES.search(text, 0, hit.start):
        return True
    if _MET_AT_WORK.search(text, 0, hit.start):
        return True
    studied = hit.name in _SCHOOLS and _STUDIED.search(text, 0, hit.start) is not None
    return studied or _CERTIFIED.match(text, hit.end) is not None


def _whole_elsewhere(sentence: Sentence) -> list[Fact]:
    """A whole career in a sector that the table does not know is outside all that it knows."""
    for hit in openings(sentence.text):
        behind = re.match(r"\s+(?:the\s+)?([a-z][\w -]{3,30})", sentence.text[hit.end :])
        about_career = re.search(
            r"career|experience|years|work|roles|posts?|jobs?", sentence.text, re.I
        )
        if is_no_kind(sentence.text, hit.end):
            continue
        if behind and about_career and hit.end - hit.start > 8:
            end = hit.end + behind.end()
            value = Sector(OUTSIDE + behind.group(1).strip())
            return [fact_in(sentence, value, hit.start, end, status=Status.DENIED)]
    return []


def _counted(text: str, start: int) -> bool:
    """Whether places of work stand at ``start``: 'at two hotels', not those that one stayed at."""
    return bool(_COUNTED.search(text, 0, start)) and not _PASSED_BY.search(text, 0, start)


def _is_employer(text: str, hit: Hit) -> bool:
    """Whether a title stands before 'for an animal charity': who held it worked there."""
    row = sectors().rows[hit.name]
    if text[hit.start : hit.end].lower() not in row.employers:
        return False
    worked = _WORKED_FOR.search(text, max(0, hit.start - _REACH), hit.start)
    if worked is None:
        return False
    before = re.split(r"[.;:,|\n]\s*", text[max(0, worked.start() - _REACH) : worked.start()])
    return is_title(before[-1])


def _means_sector(text: str, hit: Hit, sentence: Sentence) -> bool:
    """Whether a word such as 'energy' or 'media' stands for the sector."""
    words = text[hit.start : hit.end].lower()
    if words.startswith("department of") and text[hit.start : hit.end].split()[-1].islower():
        # 'A department of eleven' is no ministry.
        return False
    if words not in sectors().weak:
        return True
    if words.endswith("ing") and _ITS_OBJECT.match(text, hit.end):
        return False
    if hit.start < len(sentence.label) or (
        sentence.label and hit.start <= len(sentence.label) + 3 and _ROW.search(sentence.label)
    ):
        return True
    before = re.search(r"[\w]+\W*$", text[: hit.start])
    behind = re.match(r"\W*[\w]*", text[hit.end :])
    near = bool(before and _STRONG_NEAR.search(before.group()))
    if before and _BESIDE_LIST.search(before.group()):
        # A mere list of things is no list of sectors, unless it says so or holds another one.
        near = bool(FRAME.search(text) or len(hits_in(text)) > 1 or sentence.position is not None)
    near = near or re.search(r"(?:['’]s|s['’]|national|local)\s+$", text[: hit.start]) is not None
    near = near or _is_employer(text, hit)
    near = near or (words.endswith("s") and _counted(text, hit.start))
    after = bool(
        (behind and _FIRMS.search(behind.group()))
        or re.match(rf"\s+(?:and|or|&)\s+\w+\s+{_FIRMS.pattern}|,?\s+then\b", text[hit.end :])
    )
    whole = bool(openings(text, hit.start))
    return near or after or whole
