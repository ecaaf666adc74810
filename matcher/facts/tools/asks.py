"""Reads what a sentence of a role asks in tools: one ask for each group of alternatives.

Must not know how a tool is judged. 'A, B or C' is one ask, 'A and B' are two, and after 'such as'
or before 'or similar' a comparable product does as well.
"""

from __future__ import annotations

import re
from itertools import pairwise

from data.patterns import regex
from matcher.criteria import ToolUsed
from matcher.facts.layout.clauses import holds_names_alone
from matcher.facts.layout.quoting import asked_in
from matcher.facts.tools import kinds as tool_kinds
from matcher.facts.tools.kinds import ToolKind
from matcher.facts.tools.levels import clause_around, levels_at
from matcher.facts.tools.products import Named, families, named_in
from matcher.types import Asked, Sentence

# Frameworks are asked for as certificates or as knowledge, not as a product, but for one that
# stands beside a product or method as its alternative ('Lean or Six Sigma').
_NOT_ASKED = frozenset({"framework"})
# Products by which an employer recruits are no demand where it tells how it does so.
_CHANNELS = frozenset(
    {
        "meetings", "social_media", "recruitment", "hr", "office", "email_client", "email_server",
        "word_processor", "marketing",
    }
)  # fmt: skip
_RECRUITING = regex(
    r"\b(?:interviews?|to apply|apply (?:via|on|through)|careers (?:page|site|website)|follow us|"
    r"applications? (?:\w+ ){0,4}(?:online|via|through)|available from|"
    r"web ?site|"
    r"recruitment system|submit|video ?conferenc\w+|our (?:page|website))\b",
    re.IGNORECASE,
)
_ITEM = r"[A-Z][\w.+#/-]*(?:\s[A-Z0-9][\w.+#-]*){0,2}"
_JOIN = r"\s*(?:,\s*(?:and/or|and|or|&)?|/|\band/or\b|\bor\b|\band\b|&|\+)\s*"
_GAP = regex(rf"(?P<first>{_JOIN})(?:(?P<item>{_ITEM})(?P<second>{_JOIN}))?(?:the\s|even\s)?")
_OR = regex(r"\bor\b|/")
_EXAMPLES = regex(
    r"(?:\bsuch\s+as|\be\.?\s?g\.?,?:?|\bfor\s+example,?|\bfor\s+instance,?|\blike|\bideally|"
    r"\bsimilar\s+to)\s*[(:]?\s*$",
    re.IGNORECASE,
)
# 'A housing management system (A, B, C)': any of those in the brackets.
_OF_A_FAMILY = regex(
    r"\b(?:software|systems?|platforms?|tools?|toolsets?|packages?|suites?|databases?|CRMs?|ERPs?|WMS|HRIS|LMS|CMS|EPOS|"
    r"techniques?|methods?|methodolog(?:y|ies)|approach(?:es)?|practices)"
    r"(?:\s+(?:experience|knowledge|skills?|use))?\s*\(\s*$",
    re.IGNORECASE,
)
_SIMILAR = regex(
    r"[\s,)]{0,6}(?:\([^)]*\)\s*)?(?:software|tool\w*|systems?|platforms?|packages?|techniques?|methods?)?[\s,]{0,6}(?:and/or|"
    r"or|and|/)?\s{0,3}(?:an?\s|any\s|some\s|the\s)?"
    r"(?:other\s+|another\s+)?(?:similar|equivalent|comparable|alternative|like\b|equal|other\b|"
    r"another\b|etc\b)",
    re.IGNORECASE,
)
_NOT = regex(r"\b(?:not|no|other\s+than|except|rather\s+than)\s+$", re.IGNORECASE)
_UNKNOWN = regex(
    rf"(?i:experience|knowledge|proficien\w+|skills?|use|using|user|competent|expert|"
    rf"familiar\w*)\s+"
    rf"(?:of|in|with|using|on)?\s*(?:the\s+)?(?P<name>{_ITEM})\s+(?:software|systems?|platform|"
    rf"tool|package|application|database)\b"
)
_GENERIC = regex(
    r"^(?:IT|I\.T|PC|CRM|ERP|ITSM|HR|EPR|BI|WFM|MDM|SIEM|CAD|Windows|Computer|Database|EHR|Trust|"
    r"NHS|Hospital|Council|Company|Government|"
    r"Department|Group|Management|Our|The|This|Clinical|Care)\b",
    re.I,
)
# How far behind a name its brackets may open.
_BRACKETED = 30
# 'X administration' asks for more than X, and is shown with what it says.
_IN_DEPTH = regex(
    r"\s(?:administration|configuration|customisation|development|deployment)\b", re.IGNORECASE
)
_ASKED_LEVELS = frozenset({"expert", "advanced", "proficient", "intermediate"})
# Beside names of products these words say nothing else: 'Rust essential', 'experience with R'.
_ABOUT = regex(
    r"\b(?:good|strong|solid|proven|essential|desirable|required|preferred|advantage\w*|an|a|must|"
    r"experience|experienced|knowledge|skills?|proficien\w+|competen\w+|working|use|using|user|of|"
    r"in|with|and|or|the|is|be)\b|[^\w]",
    re.IGNORECASE,
)
# 'You need not be an expert in X' asks for no X.
_WAIVED = regex(
    r"\b(?:not|n['’]t)\s+(?:\w+\s){0,2}?(?:need|have|necessary|required?|essential)\b"
    r"|\bno need\b",
    re.IGNORECASE,
)


def ask(sentence: Sentence) -> list[Asked]:
    """Return the tools that a sentence of a role asks for."""
    text = sentence.text
    mentions = named_in(text, listed=_names_alone(text))
    kinds = [kind for kind in tool_kinds.find(text) if not _is_of_the_table(kind, mentions)]
    found = [_kind_asked(sentence, kind) for kind in kinds]
    named = [
        mention
        for mention in mentions
        if not any(kind.start <= mention.start < kind.end for kind in kinds)
        and not _NOT.search(text, 0, mention.start)
        and not _WAIVED.search(text, *clause_around(text, mention.start, mention.start))
        and not (mention.product.family in _CHANNELS and _RECRUITING.search(text))
    ]
    if all(mention.product.family in _NOT_ASKED for mention in named):
        return found or _unnamed(sentence)
    for group, extra in _grouped(text, _once(text, named)):
        found += _asks_of(sentence, group, extra)
    return found


def _is_of_the_table(kind: ToolKind, mentions: list[Named]) -> bool:
    """Whether the table knows each of the examples, and what is comparable with them."""
    known = [m.product for m in mentions if kind.start <= m.start < kind.end]
    if len(known) < len(kind.names):
        return False
    families_of = {product.family for product in known}
    called = {hit.name for hit in families().find(kind.kind)}
    return not called or called == families_of


def _kind_asked(sentence: Sentence, kind: ToolKind) -> Asked:
    """An ask for any of the examples, or for whatever goes by the name of the kind."""
    called = " ".join(word if word.isupper() else word.lower() for word in kind.kind.split())
    return asked_in(sentence, ToolUsed((*kind.names, called), True), kind.start, kind.end)


def _once(text: str, named: list[Named]) -> list[Named]:
    """Drop a product's other name in the brackets behind it ('Spark (PySpark is fine)')."""
    return [
        mention
        for number, mention in enumerate(named)
        if not any(
            before.product is mention.product
            and mention.start - before.end <= _BRACKETED
            and "(" in text[before.end : mention.start]
            for before in named[:number]
        )
    ]


def _names_alone(text: str) -> bool:
    """Whether a demand is made of names alone, so that a common word must be a product's."""
    names = [(mention.start, mention.end) for mention in named_in(text, listed=True)]
    return holds_names_alone(text, names, _ABOUT)


def _grouped(text: str, named: list[Named]) -> list[tuple[list[Named], list[str]]]:
    """Split mentions into lists as they are joined in the text; unknown names between are kept."""
    groups: list[tuple[list[Named], list[str]]] = []
    for mention in named:
        gap = _GAP.fullmatch(text, groups[-1][0][-1].end, mention.start) if groups else None
        if gap is None:
            groups.append(([mention], []))
            continue
        if gap.group("item"):
            groups[-1][1].append(gap.group("item"))
        if _closes(text, groups[-1][0], mention):
            groups.append(([mention], []))
        else:
            groups[-1][0].append(mention)
    return groups


def _closes(text: str, group: list[Named], mention: Named) -> bool:
    """Whether an 'and' behind alternatives begins a demand of its own ('A or B, and C')."""
    words = text[group[0].end : mention.start]
    return re.search(r"\bor\b.*,\s*and\s+$", words) is not None


def _asks_of(sentence: Sentence, group: list[Named], extra: list[str]) -> list[Asked]:
    text = sentence.text
    if all(mention.product.family in _NOT_ASKED for mention in group):
        return []
    start, end = group[0].start, group[-1].end
    examples = _EXAMPLES.search(text, 0, start) is not None
    examples = examples or _OF_A_FAMILY.search(text, 0, start) is not None
    similar = examples or _SIMILAR.match(text, end) is not None
    gaps = [text[a.end : b.start] for a, b in pairwise(group)]
    levels = [level if level in _ASKED_LEVELS else "" for level in levels_at(text, group)]
    or_the_like = re.match(r"\W*or\b", text[end:]) and similar
    open_list = bool(or_the_like) and not any(re.search(r"\band\b|&", gap) for gap in gaps)
    if len(group) == 1 or examples or open_list or any(_is_or(gap, group) for gap in gaps):
        names = tuple(dict.fromkeys([*(text[m.start : m.end] for m in group), *extra]))
        depth = _IN_DEPTH.match(text, end) if len(group) == 1 else None
        end = depth.end() if depth else end
        return [asked_in(sentence, ToolUsed(names, similar, levels[0]), start, end)]
    return [
        asked_in(sentence, ToolUsed((text[m.start : m.end],), similar, level), m.start, m.end)
        for m, level in zip(group, levels, strict=True)
        if m.product.family not in _NOT_ASKED
    ]


def _is_or(gap: str, group: list[Named]) -> bool:
    """Whether a gap parts alternatives; 'Word/Excel' of one suite are asked together."""
    if gap.strip() == "/" and all(mention.product.part_of for mention in group):
        return len({mention.product.part_of for mention in group}) > 1
    return _OR.search(gap) is not None and "and/" not in gap


def _unnamed(sentence: Sentence) -> list[Asked]:
    """Asks without a product of the table: a name it does not know, or a family of products."""
    text = sentence.text
    unknown = _UNKNOWN.search(text)
    if unknown and not _GENERIC.match(unknown.group("name")):
        criterion = ToolUsed((unknown.group("name"),))
        return [asked_in(sentence, criterion, *unknown.span("name"))]
    return [
        asked_in(sentence, ToolUsed((text[hit.start : hit.end],), True), hit.start, hit.end)
        for hit in families().find(text)[:1]
    ]
