"""People led: facts of a CV, and what a role asks about leading people.

Must not know how a shortfall is judged. Head counts and whose they are, are worked out in
``head_counts``; here they become facts, beside teams of unknown size, leaders of leaders, and
plain statements that nobody was led.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from data.knowledge.people import people_words
from matcher.criteria import TeamSize
from matcher.facts import head_counts
from matcher.facts.head_counts import HeadCount
from matcher.facts.phrases import Phrases
from matcher.facts.tables import column_heading, opening
from matcher.types import Asked, Fact, Outline, Sentence, Status
from matcher.values import People

_WORDS = people_words()
_DENIED = Phrases({"denied": _WORDS.stances["denied"]})
_TIERS = Phrases({"tiers": _WORDS.stances["tiers"]})
_LED = Phrases({name: _WORDS.stances[name] for name in ("led", "member", "served", "others")})
_LEADERS = r"(?:managers|leaders|supervisors|leads|heads|chiefs|foremen|superintendents)"
# Leaders who answer to the person, or through whom the person leads.
_THROUGH = re.compile(
    rf"\b{_LEADERS}\b[^.;\n]{{0,50}}?\breport\w*\s+(?:\w+\s+)?(?:to|into)\s+me\b"
    rf"|\b{_LEADERS}\b[^.;\n]{{0,60}}?\b(?:under|answer\w*\s+to|work\w*\s+(?:to|for))\s+me\b"
    rf"|\b(?:via|through|by way of)\s+(?:[\w-]+[\s,]+){{0,7}}?{_LEADERS}\b",
    re.IGNORECASE,
)
_TEAM = re.compile(
    r"\b(?:teams?|staff|people|workforce|crews?|squads?|shifts?|colleagues|employees|personnel|direct reports|"
    r"analysts|advis[eo]rs|agents|engineers|technicians|officers|assistants|nurses|volunteers|associates|"
    r"managers|supervisors|leaders|others|juniors?|graduates|apprentices|contractors)\b",
    re.IGNORECASE,
)
# 'Managed staff rotas', 'led the team's budget': something of a team, not a team.
_TEAM_THING = re.compile(
    r"['’]s?\s|[\s-]+(?:meetings?|reductions?|performance|budgets?|schedules?|scheduling|training|records|"
    r"relations|building|development|morale|projects?|communications?|rotas?|payroll|turnover|levels?|"
    r"issues|retention|recruitment|engagement|policies|reviews?|efforts?|activit\w+|handbook)\b",
    re.IGNORECASE,
)
# Said in full, without a verb: these need no team behind them.
_LEADING = re.compile(
    r"\b(?:line[\s-]manag(?:ement|ed|ing|er\s+(?:of|to|for))|"
    r"(?:people|staff|team)[\s-](?:management|leadership|supervision)|"
    r"people[\s-]manager|management\s+of\s+(?:people|staff|teams?)|"
    r"(?:leadership|supervision)\s+of\s+(?:people|staff|(?:an?\s+)?teams?)|"
    r"span\s+of\s+control|direct\s+reports)\b",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"^(?!(?:my|the|to|our|her|his|their)\b)(?:[\w&/'’-]+\s+){0,4}?(?:team[\s-]lead(?:er)?|team\s+manager|supervisor|line\s+manager)\b",
    re.I,
)
_WEAK_VERB = re.compile(
    r"^(?:with|with an?(?:\s+\w+)?|have|i have|i had|my|mine|my team|control|head|lead|run|direct|"
    r"organised|guided)$",
    re.I,
)
_MIGHT = re.compile(
    r"\b(?:team|staff|people|report|supervis|manag|lead|led\b|fte|head|direct|crew|personnel|"
    r"employee|contributor|colleague|in charge|oversaw|overs|ran\b|run|dozen|hundred|\w+t(?:y|een)\b|two|three|"
    r"four|five|six|seven|eight|nine|ten|eleven|twelve)|\d",
    re.IGNORECASE,
)
_ABILITY = re.compile(
    r"\b(?:ability|able|capable|capability|skills?|potential|willing\w*)\b", re.IGNORECASE
)
_LED_BEHIND = re.compile(r"\s*(?:\w+\s+)?(?:line[\s-])?(?:managed|led|supervised)\b", re.I)
_YEARS = re.compile(r"\byears?\b|\bmonths?\b", re.IGNORECASE)
_OR_THROUGH = re.compile(r"\bor\s+(?:indirectly\s+)?(?:through|via)\b", re.IGNORECASE)
_DIRECT_ONLY = re.compile(
    r"\bdirect\s+(?:line\s+)?(?:reports?|management|line)\b(?!\s*(?:\w+\s+){0,2}(?:or|and|/|&))",
    re.IGNORECASE,
)
_MANAGING_MANAGERS = re.compile(
    rf"\b(?:manag(?:e|ed|es|ing|ement of)|lead(?:ing)?|led|supervis\w+|direct\w*|oversee\w*)\s+"
    rf"(?:(?:a team of|teams of|\w+)\s+){{0,2}}{_LEADERS}\b|\bmanagers? of managers\b"
    r"|\bleaders? of leaders\b",
    re.IGNORECASE,
)
_PEOPLE_HEADING = re.compile(r"\b(?:leadership|people|teams?|line management)\b", re.IGNORECASE)
# How near a team must stand to the verb that leads it.
_NEAR = 6


def read(cv: Outline) -> list[Fact]:
    """Return every head count, team without a size, tier of leaders and denial."""
    found: list[Fact] = []
    for index, sentence in enumerate(cv.sentences):
        if _MIGHT.search(sentence.text):
            found += _facts_in(cv, index, sentence)
    return found


def _facts_in(cv: Outline, index: int, sentence: Sentence) -> Iterator[Fact]:
    counts = list(_counts(cv, index, sentence))
    yield from counts
    denials = _DENIED.find(sentence.text)
    for hit in denials:
        yield _fact(sentence, People(None, owned=False), hit.start, hit.end, Status.DENIED)
    if denials:
        return
    tiers = _tiers(sentence.text)
    if tiers is not None and not any(_is_led(fact, managers=True) for fact in counts):
        yield _fact(sentence, People(None, managers=True), *tiers)
    if not any(_is_led(fact, managers=False) for fact in counts):
        span = unsized(sentence.text)
        if span is not None and not _ABILITY.search(sentence.text, 0, span[0]):
            yield _fact(sentence, People(None), *span)


def _is_led(fact: Fact, managers: bool) -> bool:
    value = fact.value
    return isinstance(value, People) and value.owned and (value.managers or not managers)


def _counts(cv: Outline, index: int, sentence: Sentence) -> Iterator[Fact]:
    text = sentence.text
    counts = head_counts.head_counts(text)
    if not counts:
        counts = _named_elsewhere(cv, index, text)
    groups: dict[str, list[HeadCount]] = {"led": [], "not": []}
    relation = ""
    for n, count in enumerate(counts):
        if n == 0 or not head_counts.shared_out(text, counts[n - 1], count):
            relation = _relation(cv, index, sentence, count)
        groups["led" if relation == "led" else "not"].append(count)
    managers = [c for c in groups["led"] if c.noun == "managers"]
    for count in head_counts.summed(text, groups["led"]):
        tier = any(count.start <= m.start < count.end for m in managers)
        value = People(count.low, managers=tier, direct=count.direct)
        yield _fact(sentence, value, count.start, count.end)
    for count in groups["not"]:
        yield _fact(sentence, People(count.low, owned=False), count.start, count.end)


def _named_elsewhere(cv: Outline, index: int, text: str) -> list[HeadCount]:
    """Head counts that a column heading or the label of their line names."""
    found = head_counts.labelled(opening(cv, index), text)
    if not found:
        figures = head_counts.labelled("headcount", text)
        found = [
            count
            for count in figures
            if head_counts.labelled(column_heading(cv, index, count.start), text)
        ]
    return found


def _relation(cv: Outline, index: int, sentence: Sentence, count: HeadCount) -> str:
    """Whether the people counted were led, served ...; a bare count belongs to a leader's title."""
    relation = head_counts.stance(sentence.text, count.start, count.end)
    if relation:
        return relation
    if count.direct or count.noun == "label" or head_counts.is_label(opening(cv, index)):
        return "led"
    if count.noun == "group" and _PEOPLE_HEADING.search(_heading(cv, index)):
        return "led"
    nearby = [sentence.text[: count.start]]
    if sentence.position is not None and sentence.position < len(cv.positions):
        nearby.append(cv.positions[sentence.position].title or "")
    elif index:
        nearby.append(cv.sentences[index - 1].text)
    return "led" if any(head_counts.has_title(words) for words in nearby) else ""


def _heading(cv: Outline, index: int) -> str:
    """The short line without a figure that stands above a sentence, or ""."""
    for above in reversed(cv.sentences[max(0, index - 4) : index]):
        if len(above.text.split()) <= 3 and not re.search(r"\d", above.text):
            return above.text
    return ""


def _tiers(text: str) -> tuple[int, int] | None:
    found = _THROUGH.search(text)
    if found:
        return found.span()
    hits = _TIERS.find(text)
    return (hits[0].start, hits[0].end) if hits else None


def unsized(text: str) -> tuple[int, int] | None:
    """Return the span of words that say people are led, without how many, or None."""
    said = _LEADING.search(text)
    if said and _stated_of_person(text, said.start()):
        return said.span()
    title = _TITLE.match(text)
    if title:
        return title.span()
    for hit in _LED.find(text):
        if hit.name != "led" or _WEAK_VERB.match(text[hit.start : hit.end]):
            continue
        team = _TEAM.search(text, hit.end)
        if team is None or head_counts.stance(text, hit.end, team.end()) != "led":
            continue
        if not _TEAM_THING.match(text, team.end()) and _is_object(text[hit.end : team.start()]):
            return hit.start, team.end()
    return None


def _stated_of_person(text: str, at: int) -> bool:
    before = [hit for hit in _LED.find(text, 0, at) if hit.name in ("others", "served")]
    denied = _DENIED.find(text)
    return not denied and not any(len(text[hit.end : at].split()) <= 3 for hit in before)


def _is_object(between: str) -> bool:
    words = between.split()
    return len(words) <= _NEAR and not re.search(
        r"[.;:|,]|\b(?:with|for|by|at|in|on|from|to|project|projects|meetings|training)\b", between
    )


def _fact(
    sentence: Sentence, value: People, start: int, end: int, status: Status = Status.HELD
) -> Fact:
    return Fact(
        value=value,
        status=status,
        start=sentence.start + start,
        end=sentence.start + end,
        quote=sentence.text[start:end],
        position=sentence.position,
        section=sentence.section,
    )


def ask(sentence: Sentence) -> list[Asked]:
    """Return the team size that a sentence of a role asks for: one at most."""
    text = sentence.text
    if not _MIGHT.search(text):
        return []
    label, colon, _ = text.partition(":")
    found = head_counts.head_counts(text) or head_counts.labelled(label if colon else "", text)
    counts = [count for count in found if _is_asked(text, count)]
    tiers = _managers_asked(text)
    span = unsized(text)
    if counts:
        count = counts[0]
        starts, ends = [count.start], [count.end]
        if span is not None:
            starts.append(span[0])
            ends.append(span[1])
        least: float | None = count.low
        start, end = min(starts), max(ends)
    elif tiers or (span is not None and _asks_for_leading(text, span)):
        start, end = tiers or span or (0, len(text))
        least = None
    else:
        return []
    criterion = TeamSize(
        min_people=least,
        managers_of_managers=tiers is not None,
        direct_only=_DIRECT_ONLY.search(text) is not None,
    )
    return [Asked(criterion, sentence.start + start, sentence.start + end)]


def _is_asked(text: str, count: HeadCount) -> bool:
    """A number of people to be led, not a number to join, serve or be one of."""
    if count.noun == "label":
        return True
    relation = head_counts.stance(text, count.start, count.end)
    if relation in ("served", "others", "member"):
        return relation == "member" and _leads_into(text, count)
    if _LED_BEHIND.match(text, count.end):
        return True
    return relation == "led" or _LEADING.search(text) is not None or _leads_into(text, count)


def _leads_into(text: str, count: HeadCount) -> bool:
    """'Leadership of an operation of at least 200': a leading word earlier in the sentence."""
    leading = [hit for hit in _LED.find(text, 0, count.start) if hit.name == "led"]
    return any(not _WEAK_VERB.match(text[hit.start : hit.end]) for hit in leading)


def _managers_asked(text: str) -> tuple[int, int] | None:
    found = _MANAGING_MANAGERS.search(text)
    if found is None or _OR_THROUGH.search(text):
        return None
    noun = text[found.start() : found.end()].lower()
    things = _THINGS.find(noun)
    return None if things else found.span()


_THINGS = Phrases({"things": _WORDS.nouns["managers_of_things"]})


def _asks_for_leading(text: str, span: tuple[int, int]) -> bool:
    """Ability is not experience; a length of time spent leading is another kind of requirement."""
    before = text[: span[0]]
    if _ABILITY.search(before[-40:]):
        return False
    return not _YEARS.search(text[max(0, span[0] - 30) : span[0]])
