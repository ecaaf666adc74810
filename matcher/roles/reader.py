"""Role text to a Role: what is asked of the person, how strongly, and what the post does.

Must not know how a candidate is judged. The work is shared: sections and units lay the text out,
intent tells what a unit does, the kinds of fact read what it asks, overlaps settles who read what,
and this file puts it in order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from data.knowledge.asking import asking, lowered
from data.patterns import regex
from matcher.criteria import Duty, General
from matcher.facts.registry import ask_all
from matcher.roles.asks import Ask, asked_besides, asked_in
from matcher.roles.debris import debris
from matcher.roles.draft import Draft
from matcher.roles.flow import Flow
from matcher.roles.groups import groups_of
from matcher.roles.importance import default_importance, marked_importance
from matcher.roles.intent import ASKING_SECTIONS, Intent, leads_in
from matcher.roles.leftovers import leftovers, unread
from matcher.roles.levels import explains
from matcher.roles.measures import measures_of
from matcher.roles.profiles import read_profile
from matcher.roles.repeats import without_pitches, without_repeats
from matcher.roles.scales import scales_of, with_one_scale_each
from matcher.roles.sections import role_sections
from matcher.roles.ties import one_post, window
from matcher.roles.titles import title_of
from matcher.roles.units import is_listed, units, unwrapped
from matcher.roles.wording import whole_phrases
from matcher.text import sentences
from matcher.types import Asked, Importance, Requirement, Role, Section, Sentence

_OBLIGES = regex(r"\b(?:must|essential|required|experience|desirable|years)\b", re.IGNORECASE)
_TITLE_TAIL = 8
_MIN_DUTY_WORDS = 3


def read_role(
    id: str,  # noqa: A002 - the name callers know it by
    text: str,
    ask: Ask = ask_all,
) -> Role:
    """Return the role that ``text`` describes, its requirements in reading order.

    Args:
        id: The caller's id for the role.
        text: The role as it came: an ad, a description or a professional profile.
        ask: Reads what one sentence asks; every kind of fact by default.
    """
    title = title_of(text)
    profile = read_profile(text)
    if profile is None:
        sections = role_sections(text)
        drafts = _read_units(text, title, sections, ask)
    else:
        opening = role_sections(text[: profile.opening_end])
        sections = opening + profile.sections
        drafts = [*_read_units(text, title, opening, ask), *profile.drafts]
    drafts = without_repeats(sorted(drafts, key=lambda d: (d.start, d.end)), text)
    drafts = with_one_scale_each(without_pitches(drafts, text))
    return Role(id, title, text, sections, _numbered(_with_ideals(drafts, text), text))


def read_statement(text: str, ask: Ask = ask_all) -> tuple[Requirement, ...]:
    """Return what one requirement asks, all of it taken as asked; at least one requirement."""
    found: list[Draft] = []
    for number, (start, end) in enumerate(sentences(text)):
        unit = Sentence(unwrapped(text[start:end]), start, end, section="essential")
        asked = asked_in(text, unit, ask)
        found += _asked_drafts(text, unit, number, asked)
        found += [
            _draft(unit, number, Asked(General(), first, last))
            for first, last in unread(unit, asked, whole_phrases(unit, asked))
        ]
    found = without_repeats(sorted(found, key=lambda d: (d.start, d.end)), text)
    return _numbered(found or [Draft(General(), 0, len(text))], text)


def _read_units(text: str, title: str, sections: Sequence[Section], ask: Ask) -> list[Draft]:
    """Read every unit in turn; a list of what is asked ends where the ad turns to applying."""
    drafts: list[Draft] = []
    flow = Flow(sections)
    for number, unit in enumerate(units(text, tuple(sections), debris(text))):
        if unit.section not in ASKING_SECTIONS and _is_title_line(unit.text, title):
            continue
        if explains(unit):
            continue
        seen, what = flow.seen(unit)
        drafts += _read_unit(text, seen, number, what, ask)
    return drafts


def _is_title_line(line: str, title: str) -> bool:
    """Whether a line is the title, and says no more behind it than title lines do."""
    if not title or not line.lower().startswith(title.lower()):
        return False
    return len(line[len(title) :].split()) <= _TITLE_TAIL and _OBLIGES.search(line) is None


def _read_unit(text: str, unit: Sentence, number: int, what: Intent, ask: Ask) -> Iterator[Draft]:
    if what is Intent.ASKS:
        asked = asked_in(text, unit, ask, settings=True)
        yield from _asked_drafts(text, unit, number, asked)
        listed = is_listed(text, unit)
        for start, end in leftovers(unit, asked, whole_phrases(unit, asked), listed=listed):
            if not leads_in(unit):
                yield _draft(unit, number, Asked(General(), start, end))
        return
    yield from _asked_drafts(text, unit, number, asked_besides(text, unit, what, ask))
    told = len(unit.text.split()) >= _MIN_DUTY_WORDS and not leads_in(unit)
    if what is Intent.DUTY and told:
        yield Draft(Duty(), unit.start, unit.end, unit=number)
        for each in measures_of(unit):
            yield Draft(each.criterion, each.start, each.end, Importance.DESIRABLE, number)
        for each in scales_of(unit, ask):
            yield Draft(each.criterion, each.start, each.end, unit=number)


def _asked_drafts(
    text: str, unit: Sentence, number: int, asked: Sequence[Asked]
) -> Iterator[Draft]:
    together = one_post(unit.text)
    back = window(unit.text)
    groups = groups_of(text, unit, asked)
    shown = whole_phrases(unit, asked)
    for position, each in enumerate(asked):
        yield replace(
            _draft(unit, number, each, shown[position]),
            within_years=back,
            same_post=together and position > 0,
            group=groups.get(position),
        )


def _draft(
    unit: Sentence, number: int, asked: Asked, shown: tuple[int, int] | None = None
) -> Draft:
    said = marked_importance(unit, asked.start, asked.end)
    start, end = shown or (asked.start, asked.end)
    words = unit.text[start - unit.start : end - unit.start]
    return Draft(
        asked.criterion,
        start + len(words) - len(words.lstrip()),
        end - (len(words) - len(words.rstrip())),
        said or default_importance(unit),
        number,
        said is not None or unit.section in ("essential", "desirable"),
    )


def _with_ideals(drafts: Sequence[Draft], text: str) -> list[Draft]:
    """Make what 'the ideal candidate' has desirable where the role says what everyone must have."""
    ideal = [d for d in drafts if _in_sentence_with("asking.ideal", d, text)]
    obliged = [
        d for d in drafts if d not in ideal and _in_sentence_with("asking.everyone", d, text)
    ]
    if not ideal or not obliged:
        return list(drafts)
    return [
        replace(d, importance=Importance.DESIRABLE) if d in ideal and not d.marked else d
        for d in drafts
    ]


def _in_sentence_with(phrases: str, draft: Draft, text: str) -> bool:
    if draft.criterion.kind == "duty":
        return False
    start = max(text.rfind(stop, 0, draft.start) for stop in (". ", "\n", "! ", "? "))
    return asking()[phrases].search(lowered(text[max(start, 0) : draft.end])) is not None


def _numbered(drafts: Sequence[Draft], text: str) -> tuple[Requirement, ...]:
    numbered: list[Requirement] = []
    first_of_unit: dict[int, str] = {}
    group_names: dict[tuple[str, int], str] = {}
    for number, draft in enumerate(drafts, start=1):
        name = f"R{number}"
        anchor = first_of_unit.setdefault(draft.unit, name)
        group = None
        if draft.group:
            group = group_names.setdefault((draft.group, draft.unit), f"G{len(group_names) + 1}")
        numbered.append(
            Requirement(
                id=name,
                text=text[draft.start : draft.end],
                start=draft.start,
                end=draft.end,
                importance=draft.importance,
                criterion=draft.criterion,
                same_post_as=anchor if draft.same_post and anchor != name else None,
                within_years=draft.within_years,
                group=group,
            )
        )
    return tuple(numbered)
