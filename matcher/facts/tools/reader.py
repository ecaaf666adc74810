"""Reads tools: products, technologies and named methods that a person uses or a role asks for.

Must not know whether a tool shown is enough. Whose tool it is, whether it was used, is being
learnt or is denied, and how well it is known, is read from the words around its name.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import cache

from data.knowledge.tools import tool_words
from data.patterns import regex
from matcher.facts.layout.phrases import Hit, Phrases
from matcher.facts.layout.quoting import fact_in
from matcher.facts.practices.shortcomings import falls_short
from matcher.facts.states.dates import DATE
from matcher.facts.states.disowned import Stance, stance, with_following
from matcher.facts.states.wishes import wished
from matcher.facts.tools.asks import ask
from matcher.facts.tools.levels import clause_around, levels_at
from matcher.facts.tools.marks import scales
from matcher.facts.tools.products import Named, families, named_in
from matcher.facts.tools.use import (
    is_anothers,
    is_first_certificate,
    is_lapsed_certificate,
    is_out_of_reach,
    is_traded,
    is_untaken,
)
from matcher.types import Fact, Outline, Sentence, Status
from matcher.values import Tool

__all__ = ["ask", "read"]

_TOOL_SECTIONS = frozenset({"skills", "tools", "technical"})
_ITEMS = regex(r"\s*[,;|•·]\s*|\s{3,}|\t")
_LONG_LIST = 8
# Who passed the first examination in a method knows it; a product has to be used.
_METHODS = frozenset(
    {
        *("framework", "quality_method", "root_cause_method", "process_modelling"),
        *("business_analysis_method", "stakeholder_method", "benefits_method", "project_control"),
        *("service_design_method", "experiment_method", "statistical_method", "data_method"),
        *("agile_practice", "service_method", "clinical_technique", "welding_technique"),
    }
)
# How far before a name the words stand that give it to somebody else.
_REACH = 140

# 'No hands-on experience of X', 'have never used A or X': only such words may stand between.
_DENIES = regex(
    r"\b(?:no|zero|nil|never|not|without|nor|neither|none|(?:have|did|has|do)n['’]t|lack\w*)\b",
    re.I,
)
_DENIED_SCOPE = regex(
    r"(?:\W|\b(?:yet|have|had|i|any|much|previous|prior|direct|commercial|formal|practical|personal|real|live|hands|on|"
    r"involve|involved|include|included|require|required|experienced|jobs|job|posts|roles|employers|my|taking|handling|making|dealing|doing|there|"
    r"hand|experience|exposure|knowledge|use|used|using|worked|work|with|of|in|to|been|made|make|taken|handled|done|"
    r"run|ran|led|performed|carried|out|conducted|facilitated|applied|practised|drawn|kept|maintained|"
    r"trained|training|opened|logged|touched|seen|got|get|chance|opportunity|asked|needed|need|managed|allowed|the|a|an|or|and|nor|either|know|own|access)\b)*",
    re.IGNORECASE,
)
# 'I never processed invoices through X': work that was not done in it.
_NEVER_DONE_IN = regex(
    r"\bnever\s+(?:worked|kept|produced|processed|handled|trained|set\s+up|moved|administered|wr(?:ote|itten)|pulled|did|done|r[au]n"
    r"|built|maintained|operated|relied|used|entered|logged|raised|made|created|booked|drawn|posted|recorded)\s+"
    r"(?:[\w'’-]+\s+){0,5}?(?:(?:in|on|with|through|via|using|into|from|for|up)\s+(?:the\s+)?)?$",
    re.IGNORECASE,
)
_DENIED_BEHIND = regex(
    r"\s*(?:[:(,–—-]\s*)*(?:(?:calls?|experience|was|were|is|has|have|been)\s+)*"
    r"(?:I\s+(?:have\s+(?:not|never|yet\s+to)|haven['’]t|never|do\s+not|don['’]t|cannot|can['’]t)\b"
    r"|none\b|no (?:experience|exposure|use|knowledge)"
    r"|not (?:used|so far|as yet|to date|tried|touched)|never|not yet|"
    r"nil\b|no\b(?=\s*(?:$|[,;.)])))",
    re.IGNORECASE,
)
_COURSE_IN = regex(
    r"\b(?:course|training|class(?:es)?|lessons?|workshop|certificate)\s+(?:in|on|for)\s+"
    r"(?:the\s+)?$",
    re.IGNORECASE,
)
# 'Built courses in X' is work in it.
_MAKES_COURSES = regex(
    r"\b(?:built|build\w*|wrote|writ\w+|design\w*|creat\w+|develop\w*|author\w*|taught|deliver\w*|ran)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:courses|lessons|classes)\s+(?:in|on)\s+$",
    re.IGNORECASE,
)
_TO_COME = regex(
    r"\s*,?\s*(?:is\s+|to\s+be\s+)?(?:starting|starts?|begins?|beginning|due|booked|next|planned|from\s+(?:next|january)"
    r"|taken\s+next)\b",
    re.IGNORECASE,
)
_ONLY = regex(r"\s+only\b|\s+calls?\s+only\b", re.IGNORECASE)
_OPPOSITE = {"inbound calls": "outbound calls", "outbound calls": "inbound calls"}


@cache
def _standing() -> Phrases:
    return Phrases(tool_words().standing)


def read(cv: Outline) -> list[Fact]:
    """Return the tools that a CV shows, one fact for each mention."""
    read_in = [
        (sentence, _tools_in(sentence, behind, most))
        for (sentence, behind), most in zip(
            with_following(cv.sentences), scales(cv.sentences), strict=True
        )
    ]
    told = {
        fact.value.id
        for sentence, facts in read_in
        if not _is_long_list(sentence.text)
        for fact in facts
        if isinstance(fact.value, Tool)
    }
    found = []
    for sentence, facts in read_in:
        long_list = _is_long_list(sentence.text)
        found += [_marked(fact, told) if long_list else fact for fact in facts]
    return found


def _marked(fact: Fact, told: set[str]) -> Fact:
    """Mark a member of a long list that is told of nowhere else."""
    if not isinstance(fact.value, Tool) or fact.value.id in told:
        return fact
    return Fact(
        fact.value, fact.status, fact.start, fact.end, fact.quote,
        fact.position, fact.section, fact.when, bare=True,
    )  # fmt: skip


def _is_long_list(text: str) -> bool:
    items = [item for item in _ITEMS.split(text) if item]
    return len(items) >= _LONG_LIST and sum(len(item.split()) <= 4 for item in items) >= _LONG_LIST


def lists_tools(sentence: Sentence) -> bool:
    """Whether a row or section is known to list tools by its label or heading."""
    return sentence.label.strip().lower() in tool_words().labels or (
        sentence.section in _TOOL_SECTIONS and len(_ITEMS.split(sentence.text)) >= 3
    )


def _tools_in(sentence: Sentence, following: str, most: int) -> list[Fact]:
    text = sentence.text
    named = named_in(text, listed=lists_tools(sentence) or most > 0)
    found = _families_denied(sentence, named)
    if not named:
        return found
    levels = levels_at(text, named, most)
    whole = f"{text} {following}".rstrip()
    spans = [(each.start, each.end) for each in named]
    for mention, level in zip(named, levels, strict=True):
        status, when, counts = _standing_of(text, mention, named)
        said = stance(whole, mention.start, mention.end, spans)
        if said is Stance.DENIED:
            status, when, counts = Status.DENIED, None, True
        if not counts or said in (Stance.ABSENT, Stance.SHALLOW):
            continue
        method = mention.product.family in _METHODS
        level = "aware" if not method and is_first_certificate(text, mention.end) else level
        value = Tool(text[mention.start : mention.end], level, mention.product.name)
        found.append(fact_in(sentence, value, mention.start, mention.end, status=status, when=when))
        opposite = _OPPOSITE.get(mention.product.name)
        if opposite and _ONLY.match(text, mention.end) and status is Status.HELD:
            denied = Tool(opposite, "", opposite)
            end = _ONLY.match(text, mention.end).end()  # type: ignore[union-attr]
            found.append(fact_in(sentence, denied, mention.start, end, status=Status.DENIED))
    return found


class Standing(Enum):
    """How the words around a name put the person to what it names."""

    USED = "used"
    DENIED = "denied"
    UNPROVEN = "unproven"


def standing_of_name(text: str, start: int, end: int) -> Standing:
    """Return how the person stands to a tool that no table knows, named at ``text[start:end]``."""
    mention = Hit("", start, end)
    status, _, counts = _standing_of(text, mention, [])
    if status is Status.DENIED or stance(text, start, end) is Stance.DENIED:
        return Standing.DENIED
    known_of = levels_at(text, [mention]) == ["aware"]
    return Standing.USED if counts and status is Status.HELD and not known_of else Standing.UNPROVEN


def _families_denied(sentence: Sentence, named: list[Named]) -> list[Fact]:
    """'No CRM experience' denies every product of the family; to have used a CRM shows none."""
    text = sentence.text
    if not _DENIES.search(text):
        return []
    return [
        fact_in(sentence, Tool(text[hit.start : hit.end]), hit.start, hit.end, status=Status.DENIED)
        for hit in families().find(text)
        if _is_denied(text, hit, named, clause_around(text, hit.start, hit.end)[0])
    ]


def _standing_of(
    text: str, mention: Named | Hit, named: list[Named]
) -> tuple[Status, str | None, bool]:
    """Return status, date and whether the mention says anything of the person at all."""
    low, high = clause_around(text, mention.start, mention.end)
    if _is_denied(text, mention, named, low):
        return Status.DENIED, None, True
    # A cue reaches the product it stands next to, not those beyond a comma.
    part_low = max(low, text.rfind(",", low, mention.start) + 1)
    part_high = text.find(",", mention.end, high)
    cues = _standing().find(text, part_low, high if part_high < 0 else part_high)
    kinds = {
        cue.name
        for cue in cues
        if cue.start >= mention.end or not _named_between(named, cue.end, mention.start)
    }
    hoped_for = wished(text[part_low:high], mention.start - part_low, mention.end - part_low)
    if kinds & {"others", "wished"} or hoped_for or _is_unused(text, mention, low, high):
        return Status.HELD, None, False
    if is_lapsed_certificate(text, mention.start, mention.end):
        return Status.LAPSED, None, True
    if _MAKES_COURSES.search(text, low, mention.start):
        return Status.HELD, None, True
    if "in_progress" in kinds or _is_to_be_taught(text, low, mention):
        date = DATE.search(text, mention.end, high)
        return Status.IN_PROGRESS, date.group() if date else None, True
    return Status.HELD, None, True


def _is_to_be_taught(text: str, low: int, mention: Named | Hit) -> bool:
    """'Course in X starting next month': what is to come."""
    taught = _COURSE_IN.search(text, low, mention.start)
    return taught is not None and _TO_COME.match(text, mention.end) is not None


def _is_unused(text: str, mention: Named | Hit, low: int, high: int) -> bool:
    """Whether the product is another's, or an article of trade, and not what the person used."""
    start, end = mention.start, mention.end
    low = max(low, start - _REACH)
    return (
        is_traded(text, low, start, end)
        or is_anothers(text, low, start, end, high)
        or is_untaken(text, end)
        or is_out_of_reach(text, low, start, end, high)
    )


def _named_between(named: list[Named], start: int, end: int) -> bool:
    return any(start <= other.start and other.end <= end for other in named)


def _is_denied(text: str, mention: Named | Hit, named: list[Named], low: int) -> bool:
    if _DENIED_BEHIND.match(text, mention.end) or falls_short(text, mention.start, mention.end):
        return True
    if _NEVER_DONE_IN.search(text, low, mention.start):
        return True
    for cue in _DENIES.finditer(text, low, mention.start):
        between = text[cue.end() : mention.start]
        for other in named:
            if cue.end() <= other.start and other.end <= mention.start:
                between = between.replace(text[other.start : other.end], " ")
        if _DENIED_SCOPE.fullmatch(between):
            return True
    return False
