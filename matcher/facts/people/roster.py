"""People told of in rows and lists: 'Fitters 12 / apprentices 3 / stores 2', 'Ayr: 37; Perth: 29'.

Must not know how a single count is read. Cells that count people and stand side by side tell of
one whole: they add up, unless they tell of years, or the first is the total of the others. Whoever
holds a title above them, or is said to have them all, leads them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby, pairwise

from data.patterns import regex
from matcher.facts.people import counts as head_counts
from matcher.facts.people import holders, leading
from matcher.facts.people.items import Item, items
from matcher.facts.people.lists import Listed
from matcher.facts.people.nouns import nouns
from matcher.facts.people.owners import titled_above
from matcher.facts.people.posts import leads_people
from matcher.types import Outline, Sentence

# Behind the cells: 'all mine', 'both floors under me', 'every one of them in my charge'.
_ALL_MINE = regex(
    r"[\s.,;|()–—-]*(?:(?:they|these|which|who|are|is|also|too)\s+)*(?:(?:all|both|each|every\w*|the\s+(?:whole\s+)?(?:lot|team|crew)|together)\b[^.;|\n]{0,40}?\b)?"
    r"(?:mine\b|(?:under|beneath|below)\s+(?:me|my)\b|(?:in|on|within)\s+my\s+(?!(?:time|view|opinion|absence|spare)\b)\w+"
    r"|(?:report|answer|roll)\w*\s+(?:(?:directly|straight|up|back|in|through)\s+)?(?:in)?to\s+me\b|(?:run|led|managed|supervised|rostered|tasked|headed)\s+by\s+me\b)",
    re.IGNORECASE,
)
_PEOPLE_MINE = regex(
    r"\b(?:teams?|crews?|staff|people|shifts|squads|gangs|departments|report\w*|answer\w*|under|beneath|structure|"
    r"line|command)\b",
    re.IGNORECASE,
)
# What heads a list of groups that are of people whatever is told of them: 'four squads:'.
_GROUPS_LISTED = regex(
    r"\b(?:teams|crews|squads|gangs|shifts|pods|watches|brigades|platoons|tribes)\b"
    r"(?:\s+(?:at|in|on|across|over)\s+(?:[\w-]+\s+){0,2}[\w-]+)?\s*[:(–—-]\s*(?:[\w'’&.-]+\s+){0,3}$",
    re.IGNORECASE,
)
# Words that make such groups somebody's: 'I own', 'running', 'my'.
_RUNS = regex(
    r"(?:(?:^|[.,;|]\s*|\b(?:I|and|also|now)\s+)(?:own(?:s|ed|ing)?|r[ua]n(?:ning|s)?|lead(?:s|ing)?|led|manag(?:e|es|ed|ing)"
    r"|head(?:s|ed|ing)?|overs(?:ee|ees|aw|eeing)|supervis(?:e|es|ed|ing)|direct(?:s|ed|ing)?|command(?:s|ed|ing)?|in\s+charge\s+of"
    r"|responsible\s+for)|\bmy)\s+(?:(?:all|the|my|our|both)\s+)*"
    r"(?:(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)\s+)?(?:[a-z-]+\s+)?$",
    re.IGNORECASE,
)
# Between cells of one list: nothing but marks and joining words.
_JOINS = regex(r"(?:[\s,;|•.+/()&=–—-]|\band\b|\bplus\b|\bas\s+well\s+as\b)*", re.IGNORECASE)
_STOP = regex(r"\.[ \t]|\n\s*\n")
# A count of groups and two of them, at least.
_WITH_GROUPS = 3
# Words of a line that may head a list.
_SHORT = 10
# Verbs that may govern people and things alike.
_MANAGED = regex(
    r"\b(?:manag(?:e|es|ed|ing)|(?:manager|charge)\s+of|ran|run|running|look\w*\s+after|oversaw|oversee\w*"
    r"|control\w*|own\w*|responsib\w+\s+for|had|have|with|kept|maintain\w*)\s+(?:about\s+|some\s+|up\s+to\s+)?$",
    re.IGNORECASE,
)
_SURE = frozenset({"people", "kind"})
# One after another, not at once.
_TIMES = regex(
    r"\b(?:then|later|first|initial\w*|final\w*|peak\w*|now|today|current\w*|previous\w*|before|after|until|since|by|"
    r"rising|rose|grew|grow\w*|max\w*|average|usual\w*|(?:19|20)\d\d)\b",
    re.IGNORECASE,
)


def told(cv: Outline) -> Iterator[tuple[Sentence, Listed]]:
    """Yield the people of each list led, with the sentence it begins in."""
    for index, run in _runs(cv):
        heading, run = _below_groups(cv.text, _heading(cv, index, run), run)
        people = _of_people(cv, run, heading)
        if people and _is_led(cv, index, people, heading):
            for listed in _counted(cv.text, people):
                yield cv.sentences[index], listed


def _runs(cv: Outline) -> Iterator[tuple[int, list[Item]]]:
    """Cells that stand side by side, two at least, with the number of their first sentence."""
    run: list[Item] = []
    opened = 0
    for index, sentence in enumerate(cv.sentences):
        for item in items(sentence.text):
            placed = item and _moved(item, sentence.start)
            if placed and run and _goes_on(cv.text, run[-1], placed):
                run.append(placed)
                continue
            if len(run) > 1:
                yield opened, run
            run, opened = ([placed] if placed else []), index
    if len(run) > 1:
        yield opened, run


def _moved(item: Item, by: int) -> Item:
    return replace(item, start=item.start + by, end=item.end + by)


def _goes_on(text: str, last: Item, item: Item) -> bool:
    if item.opened or (last.sort == "year") != (item.sort == "year"):
        return False
    between = text[last.end : item.start]
    if last.total:
        between = between.lstrip(" :(")
    return _JOINS.fullmatch(between) is not None and not _STOP.search(between)


def _heading(cv: Outline, index: int, run: list[Item]) -> str:
    """The words that stand right before a list: in its sentence, or else the line above."""
    sentence = cv.sentences[index]
    before = sentence.text[: run[0].start - sentence.start]
    if before.strip(" :–—-|") or not index:
        return before
    above = cv.sentences[index - 1]
    return above.text if len(above.text.split()) <= _SHORT else ""


def _below_groups(text: str, heading: str, run: list[Item]) -> tuple[str, list[Item]]:
    """A list and its heading, where the first cell counts groups: 'Own two squads: A 12, B 9'."""
    if len(run) < _WITH_GROUPS or not (run[0].total or run[0].low == len(run) - 1):
        return heading, run
    groups = text[run[0].start : run[1].start]
    label = _GROUPS_LISTED.search(groups)
    return (f"{heading} {groups}", run[1:]) if label else (heading, run)


def _runs_groups(heading: str) -> bool:
    """Whether a heading says that groups of people are the person's: 'Own three squads:'."""
    groups = _GROUPS_LISTED.search(heading)
    return groups is not None and _RUNS.search(heading, 0, groups.start()) is not None


def _of_people(cv: Outline, run: list[Item], heading: str) -> list[Item]:
    """The cells that count people: some say so, or the list is called by a name for them."""
    label = re.split(r"[.;|\n,]\s", heading.rstrip(" :–—-"))[-1]
    if head_counts.is_label(label) or head_counts.is_label(run[0].label):
        return run
    mine = _ALL_MINE.match(cv.text, run[-1].end)
    if _GROUPS_LISTED.search(heading) and (mine or _runs_groups(heading)):
        return run
    if mine and _PEOPLE_MINE.search(mine.group()) and all(item.label for item in run):
        return run
    # 'Depot Manager; days 18, nights 12'.
    by_area = all(item.sort == "place" and item.label for item in run)
    if by_area and leads_people(heading) and holders.has_title(heading):
        return run
    # 'Truro 11, Bodmin 9, Newquay 15 staff': the noun is said once for all.
    said_once = any(item.label and item.by_noun for item in run)
    unsure = ("other", "year") if said_once else ("other", "year", "name")
    if _may_be_things(cv, run, heading):
        return []
    told = groupby(run, lambda item: item.sort not in unsure)
    people = next((list(part) for of_people, part in told if of_people), [])
    sure = any(item.sort in _SURE for item in people)
    return people if len(people) > 1 and (sure or (mine and people == run)) else []


def _may_be_things(cv: Outline, run: list[Item], heading: str) -> bool:
    """'Managed 30 tippers, 40 loaders': words that only end as those for people do."""
    if not _MANAGED.search(heading) or any(item.label for item in run):
        return False
    return not any(nouns(cv.text[item.start : item.end]) for item in run)


def _is_led(cv: Outline, index: int, run: list[Item], heading: str) -> bool:
    """Whether the person leads them; what stands behind the list is asked first."""
    first, last = run[0], run[-1]
    if _ALL_MINE.match(cv.text, last.end) or _runs_groups(heading):
        return True
    sentence = cv.sentences[index]
    at = first.start - sentence.start, first.end - sentence.start
    if leading.of_firm(sentence.text, at[0]):
        return False
    stance = leading.stance(sentence.text, *at)
    if stance:
        return stance == "led"
    if head_counts.is_label(first.label):
        return True
    if re.search(r"\bmy\b", heading, re.IGNORECASE):
        return True
    # 'Injuries: fitters 12, drivers 9': what the heading names is no team.
    named = heading.strip(" :–—-|")
    return (not named or holders.has_title(named)) and titled_above(cv, index, at[0])


def _counted(text: str, run: list[Item]) -> Iterator[Listed]:
    first, others = run[0], sum(item.low for item in run[1:])
    apart = run[0].sort == "year" or any(
        _TIMES.search(text, one.start, two.end) for one, two in pairwise(run)
    )
    whole = first.whole and all(item.low < first.low for item in run[1:])
    if whole or first.total or (first.low == others and (first.whole or first.sort == "other")):
        yield _listed(first)
        return
    if apart or any(item.again or item.total for item in run):
        yield from map(_listed, run)
        return
    yield from (_listed(item) for item in run if item.direct)
    yield Listed(
        low=sum(item.low for item in run),
        high=None,
        managers=any(item.managers for item in run),
        direct=all(item.direct for item in run),
        start=first.start,
        end=run[-1].end,
    )


def _listed(item: Item) -> Listed:
    return Listed(item.low, None, item.managers, item.direct, item.start, item.end)
