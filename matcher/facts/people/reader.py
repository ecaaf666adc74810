"""People led: facts of a CV, and what a role asks about leading people.

Must not know how a shortfall is judged. Head counts and whose they are, are worked out in
``counts``; here they become facts, beside teams of unknown size, leaders of leaders, and
plain statements that nobody was led.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from data.patterns import regex
from matcher.facts.layout.quoting import fact_at
from matcher.facts.numbers.bounds import TOP_REACHED
from matcher.facts.people import counts as head_counts
from matcher.facts.people import groups as head_groups
from matcher.facts.people import led_nobody, spread
from matcher.facts.people import lists as head_lists
from matcher.facts.people import owners as head_owners
from matcher.facts.people import posts as head_posts
from matcher.facts.people import roster as head_roster
from matcher.facts.people import sums as head_sums
from matcher.facts.people import told as people_told
from matcher.facts.people import unnamed as head_unnamed
from matcher.facts.people import wholes as head_wholes
from matcher.facts.people.asks import ask
from matcher.facts.people.leading_unsized import ABILITY, titled, unsized
from matcher.facts.people.sums import HeadCount
from matcher.facts.people.tiers import told_of
from matcher.facts.states.wishes import wished
from matcher.types import Fact, Outline, Sentence, Status
from matcher.values import FactValue, People

__all__ = ["ask", "read"]
_MIGHT = regex(
    r"\b(?:team|staff|people|report|respons|supervis|manag|lead|led\b|fte|head|direct|crew|personnel|"
    r"employee|contributor|colleague|charge|command|boss|answer|under m|trio|pair|duo|quartet|"
    r"tiers?\b|layers?\b|levels?\b|"
    r"quintet|anyone|anybody|nobody|no one|work\w* (?:for|under)|oversaw|overs|"
    r"ran\b|run|dozen|hundred|"
    r"\w+t(?:y|een)\b|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)|\d",
    re.IGNORECASE,
)
_WHO_LED = regex(
    r"^[^.;]{0,40}\b(?:who|whom|they|themselves|between\s+them)\b[^.;]{0,40}\b(?:led|leads?|leading|run|ran|manag\w+|"
    r"supervis\w+|had|have|oversee\w*|oversaw|headed|respons\w+|covering)\b",
    re.IGNORECASE,
)
_BETWEEN_THEM = regex(r"\s+between\s+them\b", re.IGNORECASE)
# How far apart a title's head count and a stated one may stand in one post.
_SAME_POST = 200
# How far before a range the verb may stand that says that its upper end was reached.
_VERB = 12


def read(cv: Outline) -> list[Fact]:
    """Return every head count, team without a size, tier of leaders and denial."""
    found: list[_Read] = []
    reworded = people_told.told(cv)
    for index, sentence in enumerate(reworded.sentences):
        if not _MIGHT.search(sentence.text):
            continue
        goes_on = bool(found) and found[-1].sentence == index - 1 and _owned(found[-1].fact)
        found += [
            replace(read, sentence=index)
            for read in _facts_in(reworded, index, sentence, goes_on=goes_on)
        ]
    facts = [_settled(cv.text, each, found) for each in found]
    breath = _of_one_breath(cv, found, facts)
    told = [
        *head_lists.told(reworded),
        *head_roster.told(reworded),
        *head_posts.told(reworded),
    ]
    lists: list[Fact] = []
    for each in (_listed(*one) for one in told):
        whole = head_wholes.only_part_led(cv.text, each.start, each.end)
        if whole or _counted(each) == 0:
            continue  # 'Staff managed: 0' denies, and counts nobody
        if not any(_says_as_much(fact, each) for fact in [*facts, *lists]):
            lists.append(each)
    at_once = head_groups.led_at_once(cv, sorted([*breath, *lists], key=lambda fact: fact.start))
    sums = [each for each in at_once if not any(_says_as_much(fact, each) for fact in lists)]
    facts += [*lists, *sums]
    # Where people are matters only where some are led.
    led = [fact for fact in facts if _owned(fact)]
    facts += [
        _spread(sentence, *each)
        for sentence in cv.sentences
        if any(_of_one_post(sentence, fact) for fact in led)
        for each in spread.told(sentence.text)
    ]
    return [replace(fact, quote=cv.text[fact.start : fact.end]) for fact in facts]


def _of_one_post(sentence: Sentence, fact: Fact) -> bool:
    """Whether a sentence tells of the post that people were led in; undated, whether it is near."""
    if sentence.position is not None or fact.position is not None:
        return sentence.position == fact.position
    return sentence.start - _SAME_POST <= fact.start and fact.end <= sentence.end + _SAME_POST


def _of_one_breath(cv: Outline, found: list[_Read], facts: list[Fact]) -> list[Fact]:
    """The counts led; with those of nobody's, of whom more are told: 'a further nine under me'."""
    counts = [
        (read, fact) for read, fact in zip(found, facts, strict=True) if _counted(fact) is not None
    ]
    counts.sort(key=lambda count: count[1].start)
    led = []
    for n, (read, fact) in enumerate(counts):
        behind = counts[n + 1][1] if n + 1 < len(counts) else None
        more = behind is not None and _owned(behind) and head_groups.is_more(cv.text, behind)
        if _owned(fact) or (read.unclaimed and more):
            led.append(fact)
    return led


def _says_as_much(fact: Fact, listed: Fact) -> bool:
    """Whether a count read in a sentence covers what a list of the same words comes to."""
    beside = fact.start < listed.end and listed.start < fact.end
    return beside and _owned(fact) and (_counted(fact) or 0.0) >= (_counted(listed) or 0.0)


def _counted(fact: Fact) -> float | None:
    return fact.value.count if isinstance(fact.value, People) else None


def _owned(fact: Fact) -> bool:
    return isinstance(fact.value, People) and fact.value.owned


@dataclass(frozen=True, slots=True)
class _Read:
    """A fact; ``titled`` where nothing but a title beside a head count says who led.

    ``unclaimed`` where nothing says who led, nor that the person did not.
    """

    fact: Fact
    titled: bool = False
    unclaimed: bool = False
    sentence: int = -1


def _settled(text: str, read: _Read, others: list[_Read]) -> Fact:
    """Of 'Shift Manager (90 on site). Led a crew of six' the title's 90 are the place's.

    Not so where one's own people stand beside those of a partner.
    """
    fact = read.fact
    if not isinstance(fact.value, People):
        return fact
    if fact.value.count and head_wholes.only_part_led(text, fact.start, fact.end):
        return replace(fact, value=replace(fact.value, owned=False))
    stated = [
        other.fact
        for other in others
        if not other.titled
        and _is_whole_team(other.fact.value)
        and other.fact.position == fact.position
        and abs(other.fact.start - fact.end) <= _SAME_POST
    ]
    if not read.titled or not stated:
        return fact
    if any(head_groups.is_own_and_outside(text, fact, other) for other in stated):
        return fact
    return replace(fact, value=replace(fact.value, owned=False))


def _is_whole_team(value: FactValue) -> bool:
    """Whether people are counted as a team led, not as the managers or direct reports of more."""
    led = isinstance(value, People) and value.owned and bool(value.count)
    return led and isinstance(value, People) and not (value.managers or value.direct)


def _facts_in(cv: Outline, index: int, sentence: Sentence, *, goes_on: bool) -> Iterator[_Read]:
    """The facts of a sentence; ``goes_on`` where the one before it ends on people led."""
    counts = list(_counts(cv, index, sentence))
    if goes_on and not any(_owned(read.fact) for read in counts):
        became = head_unnamed.goes_on(sentence.text)
        counts = [_Read(fact) for fact in _led_facts(sentence, became)] or counts
    yield from counts
    may_deny = led_nobody.may_deny(sentence.text)
    no_tiers = led_nobody.tier_denial(sentence.text) if may_deny else None
    denied = led_nobody.denials(sentence.text) if may_deny and no_tiers is None else []
    for span in denied:
        yield _Read(fact_at(sentence, People(None, owned=False), *span, status=Status.DENIED))
    if denied:
        return
    if no_tiers is not None:
        none = People(None, managers=True, owned=False)
        yield _Read(fact_at(sentence, none, *no_tiers, status=Status.DENIED))
        return
    tiers = told_of(sentence.text)
    tiers = None if tiers is not None and wished(sentence.text, *tiers) else tiers
    if tiers is not None and not any(_is_led(read.fact, managers=True) for read in counts):
        yield _Read(fact_at(sentence, People(None, managers=True), *tiers))
    if not any(_is_led(read.fact, managers=False) for read in counts):
        said = unsized(sentence.text) or titled(sentence.text)
        hoped = said is not None and wished(sentence.text, *said)
        if said is not None and not hoped and not ABILITY.search(sentence.text, 0, said[0]):
            yield _Read(fact_at(sentence, People(None), *said))


def _is_led(fact: Fact, managers: bool) -> bool:
    value = fact.value
    return isinstance(value, People) and value.owned and (value.managers or not managers)


def _counts(cv: Outline, index: int, sentence: Sentence) -> Iterator[_Read]:
    text = sentence.text
    counts = (
        head_counts.head_counts(text)
        or head_owners.named_elsewhere(cv, index, text)
        or head_unnamed.nameless(text)
    )
    groups: dict[str, list[HeadCount]] = {"led": [], "titled": [], "": []}
    relation = ""
    unclaimed = set()
    for n, count in enumerate(counts):
        last = counts[n - 1] if n else None
        if last is None or not (
            head_sums.shared_out(text, last, count)
            or (relation == "led" and _through(text, last, count))
            or (relation == "led" and head_sums.led_through(text, count))
            or head_unnamed.has_grown(text, last, count)
        ):
            relation = head_owners.relation(cv, index, sentence, count)
        groups[relation if relation in groups else ""].append(count)
        if not relation:
            unclaimed.add(count)
    for count in groups["titled"][:]:
        if any(_beside(text, count, led) for led in groups["led"]):
            groups["titled"].remove(count)
            groups["led"].append(count)
    groups["led"].sort(key=lambda count: count.start)
    for name in ("led", "titled"):
        for read in _led_facts(sentence, groups[name]):
            yield _Read(read, titled=name == "titled")
    for count in groups[""]:
        fact = fact_at(sentence, People(count.low, owned=False), count.start, count.end)
        yield _Read(fact, unclaimed=count in unclaimed)


def _beside(text: str, count: HeadCount, led: HeadCount) -> bool:
    """Whether a head count stands in one breath with those led: 'six direct reports, 40 others'."""
    first, second = sorted([count, led], key=lambda each: each.start)
    return not re.search(r"[\n;)|]|\.\s", text[first.end : second.start])


def _led_facts(sentence: Sentence, led: list[HeadCount]) -> Iterator[Fact]:
    managers = [count for count in led if head_sums.leads_people(sentence.text, count)]
    for count in head_sums.summed(sentence.text, led):
        tier = any(count.start <= m.start < count.end for m in managers)
        nearly = count.number.bound in ("nearly", "under")
        low, upper = count.low, count.high
        told = sentence.text[max(0, count.start - _VERB) : count.end]
        grown = head_unnamed.tells_growth(told)
        if upper is not None and (grown or TOP_REACHED.search(sentence.text)):
            low, upper = upper, None
        value = People(low, managers=tier, direct=count.direct, nearly=nearly, upper=upper)
        yield fact_at(sentence, value, count.start, count.end)


def _through(text: str, first: HeadCount, second: HeadCount) -> bool:
    """Whether the leaders counted first lead those counted next: 'three managers, who led 90'."""
    between = text[first.end : second.start]
    among = _WHO_LED.search(between) or _BETWEEN_THEM.match(text, second.end)
    return first.noun == "managers" and among is not None


def _listed(sentence: Sentence, people: head_lists.Listed) -> Fact:
    value = People(people.low, managers=people.managers, direct=people.direct, upper=people.high)
    return fact_at(sentence, value, people.start - sentence.start, people.end - sentence.start)


def _spread(sentence: Sentence, where: str, start: int, end: int) -> Fact:
    return fact_at(sentence, People(None, owned=False, spread=where), start, end)
