"""What a sentence of a role asks in certificates, memberships and registrations.

Must not know what proves what, nor how important the sentence is. Names joined by "or" are
alternatives, names joined by "and" are two asks; names in brackets behind the name of a kind
("a nursing qualification (A or B)") say which of the kind do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from data.knowledge import certificate_names
from data.knowledge.certificate_names import Mention
from data.knowledge.certifications import certificates, covers
from data.knowledge.tools import by_spelling
from data.patterns import regex
from matcher.criteria import CertificationHeld
from matcher.facts.credentials import meant as certificate_meant
from matcher.facts.credentials import phrases as certificate_phrases
from matcher.facts.education import vocational
from matcher.types import Asked, Sentence

_OR = regex(r"\bor\b|/|\beither\b", re.IGNORECASE)
_AND = regex(r"\band\b|&|\+|;|\bplus\b|\bas well as\b|\btogether with\b", re.IGNORECASE)
_FILLER = regex(
    r"\b(?:an?|the|or|and|either|both|equivalent|similar|better|above|higher|level|certificates?"
    r"|certification|certified|qualified|qualification"
    r"|status|accredited|accreditation|ideally|preferably|exam|module|modules|e\.g|eg|i\.e|ie"
    r"|part|newly|fully|finalist|student|studier|such|as|including|for|example|like|at|least|recognised|relevant|registered|registration"
    r"|in|hold|holding|your|be|membership|member|of|have|with|full|current|valid|nurse|rn)\b|[^\w]",
    re.IGNORECASE,
)
_EXAMPLES = regex(r"\b(?:e\.g|eg|such as|for example|including|like|for instance)\b", re.IGNORECASE)
_EQUIVALENT = regex(
    r"^\W{0,3}(?:(?:certificat\w+|qualifications?|certified|qualified|level|modules?"
    r"|status)\W+)?\(?(?:or|/)\s*(?:an?\s+|any\s+)?(?:other\s+)?(?:recognised\s+"
    r"|relevant\s+)?(?:equivalent|similar|comparable)\w*",
    re.IGNORECASE,
)
_EQUIVALENT_ANYWHERE = regex(
    r"\bor\s+(?:an?\s+)?(?:equivalent|similar|comparable)\b|\bequivalent\b", re.IGNORECASE
)
_TAIL = regex(
    r"\s+(?:certificat(?:e|es|ion|ions)|certified|qualified|qualifications?|registration"
    r"|registered|accredited|accreditation|status|membership|or (?:above|higher|better"
    r"|equivalent))\b",
    re.I,
)
_LEAD = regex(
    r"(?:\b(?:certified|certificate|certification|qualified|qualification|accredited"
    r"|accreditation|licensed|membership|member|registered)\s+(?:(?:in|of|as|to|by|with|an?"
    r"|the)\s+){0,2})$",
    re.I,
)
# 'MCIPD or working towards', 'part-qualified ACCA': who is on the way to it will do.
_TOWARDS = regex(
    r"\b(?:working|studying|progressing|study|actively\s+pursuing)\s+(?:towards?|for)\b|\bor\s+(?:currently\s+)?(?:studying|pursuing)\b"
    r"|\bpart[\s-]?(?:qualified|way\s+through)\b|\bor\s+(?:\w+\s+)?in\s+progress\b|\b(?:finalist|studier)\b",
    re.IGNORECASE,
)
_OR_EQUALS = regex(r"\s*\(?\bor (?:above|better|equivalent|higher)\)?", re.IGNORECASE)
_OR_BETTER = regex(
    r"\s*\(?or (?:better|above|higher"
    r"|(?:an?\s+)?(?:equivalent|similar|comparable)\s+(?:\w+\s+){0,3}?"
    r"(?:qualification|certificat\w+|accreditation))",
    re.IGNORECASE,
)
_LISTING_SECTIONS = frozenset({"certificates", "qualifications"})
_ENDS_ENTRY = regex(r"\s*(?:$|[,;|(\n\t.–—-]|or\b|and\b)")
_OTHERS = regex(
    r"\b(?:team of|report(?:s|ing)? to|supervis\w+ of|supervis\w+|alongside|mentor\w*"
    r"|support(?:ing|s)?|working with|work with|assist\w*|led by|under|from|by|lead|manage)"
    r"\s+(?:(?:an?|the|our|other|junior|student|newly|\d+)\s+){0,2}$",
    re.IGNORECASE,
)
_OFFERED = regex(
    r"\b(?:lead(?:s|ing)? to|resulting in|(?:opportunit\w+|chance|support\w*)\s+(?:you\s+)?"
    r"(?:to|through|with|in)|sponsor\w*|funded|(?:pay|paid|reimburse\w*|fees?|costs?)\s+(?:for|of))"
    r"\b[^.;]{0,30}$",
    re.IGNORECASE,
)
# "A CQC registered home", "our ISO 27001 certified organisation": the employer's, not the person's.
_OF_A_THING = regex(
    r"\W{0,2}(?:(?:registered|certified|accredited|approved|compliant)\W)?\s*(?:organisation|company"
    r"|business|environment|sites?|providers?|suppliers?|hubs?|homes?|centres?|department"
    r"|laborator\w+|facilit\w+|employer|firms?|survey)\b(?!\s+manager)",
    re.IGNORECASE,
)
_KNOWLEDGE = regex(r"\b(?:knowledge|understanding|awareness)\s+of\b[^.;]*$", re.IGNORECASE)
_TRAINING = regex(r"train|certif|qualif|course", re.IGNORECASE)
_DEMAND = regex(
    r"\b(?:essential|required?|must|desirable|needed|preferred|mandatory|necessary|is|are|you|will"
    r"|should|need|to|minimum|candidates?|applicants?)\b",
    re.IGNORECASE,
)
# 'BCS Certificate in Business Analysis or IIBA CBAP': what an award is in, and whose the next is.
_OF_WHAT = regex(
    r"^\s*(?i:certificate|diploma|award|certification|qualification)\s+in\s+[A-Z]\w+(?:\s+(?:(?:and|of)\s+)?[A-Z]\w+){0,4}"
)
_BODY = regex(r"\b[A-Z]{3,6}\s+$")
# 'Or an equivalent entry-level IT certification' is no certificate of its own.
_AS_EQUIVALENT = regex(
    r"\bor\s+(?:an?\s+|any\s+)?(?:other\s+)?(?:equivalent|similar|comparable)\s+(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
# Products of this family are methods that people are certified in.
_FRAMEWORK = "framework"
# Between a scheme and the certificate of it that is asked: 'MSP (practitioner)' is no such thing.
_OPENS_NAME = regex(r"\)?\s+(?:at\s+(?:the\s+|least\s+){0,2})?")
# ... 'ITIL certification at Expert level'.
_OPENS_LEVEL = regex(
    r"\s+(?:certificat\w+|certified|qualified|qualifications?|accredit\w+)\s+"
    r"(?:(?:at|to)\s+(?:the\s+|an?\s+|least\s+){0,2})?",
    re.IGNORECASE,
)
# ... and 'a Microsoft certification in Azure, AZ-900 or higher'.
_OPENS_KIND = regex(
    r"(?:\s+(?:certificat\w+|certified|qualified|qualifications?))?(?:\s+in(?:\s+[A-Z]\w+)?)?\s*[,:(–-]?\s*",
)
_GLOSS = regex(r"\s*\(\s*")
_SEPARATOR = regex(
    r"[,/(&+:–-]|\b(?:or|and|plus|including|like|such as|e\.g|i\.e)\b", re.IGNORECASE
)
VOCATIONAL_SCHEMES = frozenset(
    {"NVQ", "SVQ", "SNVQ", "S/NVQ", "QCF", "RQF", "CITY & GUILD", "CITY AND GUILD", "C&G"}
)


@dataclass(frozen=True, slots=True)
class _Item:
    """One name asked for; ``kind`` tells a scheme, group or kind from a certificate."""

    name: str
    start: int
    end: int
    id: str = ""
    kind: bool = False

    @property
    def family(self) -> str:
        """The scheme it is of, or its own name where none is known."""
        return certificates()[self.id].family or self.name if self.id else self.name


def ask(sentence: Sentence) -> list[Asked]:
    """Return what a sentence asks in certificates; spans are offsets into the document."""
    text = sentence.text
    items = _items(sentence)
    asked = []
    for group in _less_kinds(text, _groups(text, items)):
        any_of = tuple(dict.fromkeys(item.name for item in _specific(text, group)))
        start, end = _extended(text, group[0].start, group[-1].end)
        equivalent = bool(_EQUIVALENT.match(text[end:])) or bool(
            _EQUIVALENT_ANYWHERE.search(text, group[0].start, end)
        )
        towards = _TOWARDS.search(text) is not None
        criterion = CertificationHeld(any_of=any_of, or_equivalent=equivalent, or_towards=towards)
        asked.append(Asked(criterion, sentence.start + start, sentence.start + end))
    return asked


def _items(sentence: Sentence) -> list[_Item]:
    text = sentence.text
    mentions = certificate_names.find(text)
    meant = certificate_meant.meant(text, mentions, schemes=True)
    # "Cisco" alone is a product, in "Cisco CCNA" it opens the name.
    found = [
        _known(mention)
        for n, mention in enumerate(mentions)
        if meant[n]
        or _is_asked_bare(sentence, mention, mentions)
        or (
            n + 1 < len(mentions)
            and meant[n + 1]
            and _opens(text, *map(_known, mentions[n : n + 2]))
        )
    ]
    awards = vocational.find(text)
    for award in awards:
        if award.scheme in VOCATIONAL_SCHEMES:
            name = " ".join(_OR_EQUALS.sub("", text[award.start : award.end]).split())
            found = _with(found, _Item(name, award.start, award.end))
    for phrase in certificate_phrases.find(text):
        if found and _AS_EQUIVALENT.search(text, 0, phrase.start):
            continue
        # "Level 3 Beauty Therapy certificate" is a level of education, not a name.
        if not any(a.start < phrase.end and phrase.start < a.end for a in awards):
            found = _with(found, _Item(phrase.name, phrase.start, phrase.end))
    # Nor is "Level 3 Team Leading qualification" any qualification in team leading.
    levels = [award for award in awards if award.level and award.scheme not in VOCATIONAL_SCHEMES]
    found = [
        item
        for item in found
        if not _is_not_asked(text, item)
        and not (item.kind and any(a.start < item.end and item.start < a.end for a in levels))
    ]
    return _less_prefixes(text, sorted(found, key=lambda item: item.start))


def _less_prefixes(text: str, items: list[_Item]) -> list[_Item]:
    """Join a scheme or vendor that only opens the name behind it: 'Microsoft AZ-900'."""
    kept: list[_Item] = []
    for item in reversed(items):
        following = kept[-1] if kept else None
        if following is not None and item.kind and _opens(text, item, following):
            kept[-1] = replace(following, start=item.start)
        else:
            kept.append(item)
    return kept[::-1]


def _opens(text: str, item: _Item, following: _Item) -> bool:
    """Whether a name goes on in the next, or is the next one spelt out: 'Full Name (FN) Expert'."""
    if following.kind:
        return False
    spelt = following.name.startswith(f"{item.name} ")
    gap = text[item.end : following.start]
    kindred = item.family == following.family and _OPENS_LEVEL.fullmatch(gap) is not None
    return kindred or bool(_OPENS_NAME.fullmatch(gap) or (spelt and _GLOSS.fullmatch(gap)))


def _known(mention: Mention) -> _Item:
    entry = certificates()[mention.id]
    return _Item(entry.name, mention.start, mention.end, entry.id, entry.generic)


def _is_asked_bare(sentence: Sentence, mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether names with another meaning are all there is to ask ("TOGAF", "ITIL: must")."""
    text = sentence.text
    if _OR_BETTER.match(text, mention.end):
        return True
    if sentence.section in _LISTING_SECTIONS and _ENDS_ENTRY.match(text, mention.end):
        return True
    rest = text
    for each in reversed(mentions):
        rest = rest[: each.start] + " " + rest[each.end :]
    product = by_spelling().get(text[mention.start : mention.end].lower())
    is_tool = product is not None and product.family != _FRAMEWORK
    return not is_tool and not _FILLER.sub("", _DEMAND.sub("", rest))


def _is_not_asked(text: str, item: _Item) -> bool:
    """Whether it is somebody else's, the employer's, offered, or no certificate here."""
    before, behind = text[: item.start], text[item.end :]
    if _OTHERS.search(before) or _OFFERED.search(before) or _OF_A_THING.match(behind):
        return True
    if not item.id or not certificates()[item.id].course:
        return False
    printed = text[item.start : item.end]
    if certificate_meant.beside_award(text, item.start, item.end) or _TRAINING.search(
        printed + behind[:12]
    ):
        return False
    # Short training may be named like any activity ("hoists for moving and handling").
    return printed[0].islower() or _KNOWLEDGE.search(before) is not None


def _with(found: list[_Item], new: _Item) -> list[_Item]:
    if any(item.start < new.end and new.start < item.end for item in found):
        return found
    return [*found, new]


def _groups(text: str, items: list[_Item]) -> list[list[_Item]]:
    """Join names that stand in one list, then part the lists that "and" joins."""
    runs: list[list[_Item]] = []
    for item in items:
        if runs and _is_joint(text, runs[-1][-1], item):
            runs[-1].append(item)
        else:
            runs.append([item])
    return [group for run in runs for group in _parted(text, run)]


def _less_kinds(text: str, groups: list[list[_Item]]) -> list[list[_Item]]:
    """Drop a kind that only opens the name behind it: 'certification in Azure, AZ-900'."""
    kept: list[list[_Item]] = []
    for group in reversed(groups):
        behind = kept[-1][0] if kept else None
        kind = group[-1]
        opens = (
            behind is not None
            and all(item.kind for item in group)
            and bool(kind.id and behind.id)
            and (covers(behind.id, kind.id) or behind.family.startswith(kind.name))
            and _OPENS_KIND.fullmatch(text, kind.end, behind.start) is not None
        )
        if not opens:
            kept.append(group)
    return kept[::-1]


def _is_joint(text: str, one: _Item, two: _Item) -> bool:
    gap = _BODY.sub("", _OF_WHAT.sub("", text[one.end : two.start]))
    if re.search(r"[.;:]\s", gap) or _FILLER.sub("", gap) or len(gap) > 60:
        return False
    # A list whose line breaks were lost ("RGN qualification Registered Managers Award").
    one_of_the_kind = bool(one.id and two.id) and covers(two.id, one.id)
    one_of_the_kind = one_of_the_kind or _closes(text, one, two)
    return one_of_the_kind or _SEPARATOR.search(gap) is not None


def _closes(text: str, one: _Item, two: _Item) -> bool:
    """Whether a kind only says what those before it are: 'CIPP or CIPM privacy certification'."""
    blank = not text[one.end : two.start].strip()
    return blank and two.kind and bool(one.id and two.id) and covers(one.id, two.id)


def _parted(text: str, run: list[_Item]) -> list[list[_Item]]:
    gaps = [text[a.end : b.start] for a, b in pairwise(run)]
    if not gaps:
        return [run]
    if _opens_bracket(gaps[0]) or "(" in text[run[0].start : run[0].end]:
        closing = next((n for n, gap in enumerate(gaps) if ")" in gap), None)
        if closing is not None:
            rest = run[closing + 1 :]
            return [run[: closing + 1], *(_parted(text, rest) if rest else [])]
    if any(_OR.search(gap) for gap in gaps):
        return _split_at(run, [bool(_AND.search(gap)) and not _OR.search(gap) for gap in gaps])
    schemes = {certificates()[item.id].ladder if item.id else item.name for item in run}
    if len(schemes) == 1 and not any(_AND.search(gap) for gap in gaps):
        return [run]
    if _opens_bracket(gaps[0]):
        return [run]
    return [[item] for item in run]


def _split_at(run: list[_Item], parts: list[bool]) -> list[list[_Item]]:
    groups = [[run[0]]]
    for item, part in zip(run[1:], parts, strict=True):
        if part:
            groups.append([item])
        else:
            groups[-1].append(item)
    return groups


def _opens_bracket(gap: str) -> bool:
    return "(" in gap and ")" not in gap


def _specific(text: str, group: list[_Item]) -> list[_Item]:
    """Drop the kind where its members are listed behind it, and the gloss behind a certificate."""
    if len(group) > 1 and _closes(text, *group[-2:]):
        group = group[:-1]
    first, rest = group[0], group[1:]
    if not rest:
        return group
    gap = text[first.end : rest[0].start]
    at_level = first.kind and re.search(r"\b(?:at|to)\s+(?:least\s+)?(?:the\s+)?$", gap)
    if not (at_level or "(" in gap or _EXAMPLES.search(gap) or re.search(r"[:–-]\s*$", gap)):
        return group
    if first.id and all(item.id and covers(item.id, first.id) for item in rest):
        return group if _EXAMPLES.search(gap) or first.id == rest[0].id else rest
    if first.kind:
        return group if _EXAMPLES.search(gap) else rest
    return [first] if "(" in gap and rest[0].kind else group


def _extended(text: str, start: int, end: int) -> tuple[int, int]:
    """Take in the award word before and behind the names."""
    lead = _LEAD.search(text[:start])
    tail = _TAIL.match(text, end)
    first = lead.start() if lead else start
    last = tail.end() if tail else end
    if text.count("(", first, last) > text.count(")", first, last) and text.startswith(")", last):
        last += 1
    return first, last
