"""What an amount in a sentence measures, whose it is, and over which period.

Must not know which document the sentence is from. An amount measures what the nearest measuring
word says (budget, turnover, saved ...), and belongs to the person where a word of owning governs
it. The words are in ``data/knowledge/money.toml``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from data.knowledge.money import money_words
from data.patterns import regex
from matcher.facts.layout.phrases import Hit, Phrases
from matcher.facts.money import given as money_given
from matcher.facts.money.owner import Ownership, count_words
from matcher.facts.numbers.numbers import Number
from matcher.values import MoneyScopeName

_WORDS = money_words()
_SCOPES: dict[str, tuple[MoneyScopeName, str]] = {
    f"{measure.scope}/{measure.part}": (measure.scope, measure.part)  # type: ignore[misc]
    for measure in _WORDS.measures
}
_MEASURES = Phrases({f"{m.scope}/{m.part}": m.phrases for m in _WORDS.measures})
_PAUSE = regex(r"[,:()]|\s[-–—]\s")
_STOP = regex(r"[;|•]|\.\s|\n\s*[-*•]?\s*(?=[A-Z*•-])")
# 'The P&L model', 'a budget deficit': something about a budget, and none held.
_THING = regex(
    r"\s+(?:models?|templates?|deficits?|overspends?|software|training|workshops?|dashboards?|"
    r"commentar(?:y|ies)|reports?|reporting|reviews?|meetings?|packs?|statements?|variances?|papers?|"
    r"spreadsheets?|codes?|queries|reconciliations?|scenarios?|projections?|assumptions?|analysis|"
    r"accountants?\s+for"
    # Cheap, and no budget at all.
    r"|airlines?|brands?|carriers?|chains?|flights?|friendly|gyms?|hostels?|hotels?|options?|priced?"
    r"|prices|ranges?|retailers?|stores?|supermarkets?|travel)\b",
    re.IGNORECASE,
)
_FAR = 40.0
# From here on a measuring word stands in another clause.
_NEXT_CLAUSE = 12.0
# So many characters hold as many words as are far.
_OUT_OF_SIGHT = 400
# A cell of words between two others parts them: 'budgets | forecasting | £2m' is a list.
CELL_BETWEEN = regex(r"\|[^|]*[A-Za-z]{3}[^|]*\|")

_NON_PAY = regex(r"\bnon[\s-]?(?:pay|staff\w*|salar\w+)\b", re.IGNORECASE)
# 'Staffing (budget £2m)': the part is named before the whole.
_NAMES_PART = regex(r"\s*[(:,–-]?\s*(?:annual\s+|yearly\s+)?$", re.IGNORECASE)
# 'A budget covering salaries and suppliers of £2m': what it pays for stands before its size.
_PAYS_FOR = regex(
    r"\s+(?:that\s+cover\w*|covering|comprising|including|spanning|made\s+up\s+of|to\s+cover|for)\s+"
    r"(?:(?!\w+ed\b|\w+ing\b(?<!staffing)(?<!training)(?<!tooling)(?<!licensing))[\w&-]+[\s,]+){1,8}"
    r"(?:of|worth|at|totalling|totaling)\s+(?:about\s+|around\s+|over\s+|some\s+)?",
    re.IGNORECASE,
)
# 'Accountable for £2m a year of support contracts and running costs'.
_SPENT_ON = regex(
    r"\s*(?:(?:a|per)\s+year\s+|annually\s+)?(?:of|in|on)\s+[\w\s,&-]*$", re.IGNORECASE
)
# '£9m, of which delegated to me £1m': what is delegated is the part.
_OF_WHICH = regex(r"\bof\s+(?:which|that|this|it)\b", re.IGNORECASE)
# 'Named budget holder for £2m of grant money': whose it is binds closer than where it comes from.
_HOLDER_OF = regex(
    r"[\s-]*(?:holder(?:ship)?|holding|owner(?:ship)?|responsibility|accountability|control)\s+(?:for|of|over)\s+"
    r"(?:(?:about|around|some|over|circa|c\.?|approximately|nearly|up\s+to)\s+)?",
    re.IGNORECASE,
)
# 'Signed off £2m' takes nothing off.
_SIGNED_OFF = regex(r"\bsign(?:s|ed|ing)?\s+off$", re.IGNORECASE)
# '£9k a year saved'.
_SAVED = regex(
    r"\s*(?:a|per|each|every)?\s*(?:year|annum|month|p\.?a\.?|annually)?\s*(?:was\s+|were\s+)?"
    r"(?:(?:saved|taken\s+out|in\s+savings|of\s+savings|less\s+spent|less\s+(?:a|per|each|every)\s+(?:year|month))\b"
    r"|(?:less|cheaper)(?=\s*(?:$|[,.;:)]|on\b|for\b)))",
    re.IGNORECASE,
)
_BY = regex(r"\bby\s+(?:(?:over|about|around|some|almost|nearly|up to|a further)\s+)?$", re.I)
_WHOLE = regex(r"\b(?:full|own|complete|sole|total|entire)\s+$", re.IGNORECASE)
_HELD_AMOUNT = regex(
    r"\b(?:budget\s?:?|h[oe]ld\w*|owned|manag\w+|controll\w+|ran|run|had|for)\s+(?:an?\s+)?[£$€][\d.,]+\s?\w*"
    r"(?:\s+(?:budget|a\s+year|pa))?\s+$",
    re.IGNORECASE,
)
_CIRCA = regex(r"\b(?:c|ca|approx|circa|est|max|min)\.?\s*$", re.IGNORECASE)

MIGHT = regex(
    r"[£$€]|\bp\s?l\b|\bmulti|\b(?:million|thousand|gbp|usd|eur|euros?|dollars|pounds|budg|bd?gt|p\s?&|p\s?/|pnl|profit|opex|capex|cost)"
    r"|figure|\d\s?(?:m|k|mm|mn|bn)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sense:
    """What an amount is.

    Attributes:
        scope: What it measures.
        part: The share of a split scope ("opex"), or "".
        stance: "owned", "support", "backdrop", "others", "denied", "unheld" (see there), or "".
        distance: Words to the measuring word; infinite where there is none.
        start: Offset of the words that say all this.
        end: Offset behind them.
    """

    scope: MoneyScopeName
    part: str
    stance: str
    distance: float
    start: int
    end: int


class Reading:
    """A sentence with every word in it that matters to money."""

    def __init__(self, text: str) -> None:
        self.text = text
        split = _NON_PAY.search(text) is not None
        self.measures = [
            hit
            for hit in _MEASURES.find(text)
            if (split or not _is_half(text, hit))
            and not _THING.match(text, hit.end)
            and not _SIGNED_OFF.search(text, 0, hit.end)
        ]
        self.measures = [_in_brackets(text, hit, self.measures) for hit in self.measures]
        delegated = any(_SCOPES[hit.name][1] == "delegated" for hit in self.measures)
        self.measures = [
            hit for hit in self.measures if not _is_of_the_whole(text, hit, delegated=delegated)
        ]
        if any(_SCOPES[hit.name][1] == "capex" for hit in self.measures):
            self.measures = [_beside_capital(text, hit) for hit in self.measures]
        self._owner = Ownership(text)

    def sense(self, number: Number, others: list[Number]) -> Sense:
        """Return what ``number`` is; ``others`` are the further amounts of the sentence."""
        if saved := _SAVED.match(self.text, number.end):
            return Sense("saving", "", "", 0.0, number.start, saved.end())
        measure, distance = self._measure(number, others)
        if measure is None or distance >= _NEXT_CLAUSE:
            if given := money_given.held_unnamed(self.text, number):
                stance = given.stance or self._owner.stance(number.start, number.end)
                return Sense("budget", "", stance, 0.0, given.start, given.end)
        elif money_given.for_years(self.text, number) or money_given.settled(self.text, number):
            stance = self._owner.stance(number.start, number.end)
            return Sense("budget", "", stance, 0.0, number.start, number.end)
        if measure is None:
            stance = self._owner.stance(number.start, number.end)
            return Sense("other", "", stance, distance, number.start, number.end)
        start, end = min(number.start, measure.start), max(number.end, measure.end)
        scope, part = _SCOPES[measure.name]
        part = part or self._part_named(measure)
        if _BY.search(self.text, max(0, number.start - 24), number.start):
            return self._changed_by(number, scope, start, end)
        governing = self._governing(number, scope) or self._turned_over(number, scope)
        if governing is not None:
            scope, part = _SCOPES[governing.name]
            start = min(start, governing.start)
        stance = self._owner.stance(start, end)
        if part == "delegated" and stance in ("", "others"):
            stance = "owned"  # The whole is somebody else's, what was delegated is not.
        return Sense(scope, part, stance, distance, start, end)

    def _turned_over(self, number: Number, scope: str) -> Hit | None:
        """'Turnover £30m, full P&L': of a unit whose P&L is held, the turnover is its size."""
        if scope != "revenue":
            return None
        for hit in self.measures:
            full = _WHOLE.search(self.text, 0, hit.start)
            if hit.start >= number.end and _SCOPES[hit.name][0] == "p_and_l" and full:
                return hit
        return None

    def _part_named(self, measure: Hit) -> str:
        """The share that the words right before a budget name, or ""."""
        for hit in self.measures:
            scope, part = _SCOPES[hit.name]
            between = self.text[hit.end : measure.start]
            if scope == "budget" and hit.end <= measure.start and _NAMES_PART.fullmatch(between):
                return part if part != "delegated" else ""
        return ""

    def _changed_by(self, number: Number, scope: MoneyScopeName, start: int, end: int) -> Sense:
        """'Cut the budget by £1m': the size of a change, not of a budget."""
        left = self._owner.clause_start(number.start)
        saved = [h for h in self.measures if left <= h.start < number.start]
        saved = [h for h in saved if _SCOPES[h.name][0] == "saving"]
        if saved:
            return Sense("saving", "", "", 0.0, saved[-1].start, end)
        return Sense("other" if scope in ("p_and_l", "budget") else scope, "", "", 0.0, start, end)

    def unsized(self) -> list[tuple[Hit, MoneyScopeName, str]]:
        """Return the measuring words of held scopes, each with its stance."""
        found: list[tuple[Hit, MoneyScopeName, str]] = []
        for measure in self.measures:
            scope, _ = _SCOPES[measure.name]
            if scope in ("p_and_l", "budget"):
                found.append((measure, scope, self._owner.stance(measure.start, measure.end)))
        return found

    def held_parts(self) -> list[tuple[Hit, str]]:
        """Return the words for budgets and P&Ls, each with the share that it names."""
        return [
            (measure, _SCOPES[measure.name][1])
            for measure in self.measures
            if _SCOPES[measure.name][0] in ("p_and_l", "budget")
        ]

    def held_before(self, number: Number) -> tuple[MoneyScopeName, str] | None:
        """Return the budget or P&L said to be held in the clause before an amount."""
        left = self._owner.clause_start(number.start)
        for measure, part in reversed(self.held_parts()):
            owned = self._owner.stance(measure.start, measure.end) == "owned"
            if left <= measure.start < number.start and owned:
                return _SCOPES[measure.name][0], part
        return None

    def last_held(self) -> tuple[Hit, MoneyScopeName, str, str] | None:
        """Return the last budget, P&L or contract named: its word, scope, part and stance."""
        for measure in reversed(self.measures):
            scope, part = _SCOPES[measure.name]
            if scope in ("p_and_l", "budget", "contract"):
                return measure, scope, part, self._owner.stance(measure.start, measure.end)
        return None

    def keeps_books(self) -> bool:
        """Return whether a finance team is told of, and nobody to lead it."""
        return self._owner.keeps_books(len(self.text))

    def denies(self, measure: Hit) -> bool:
        """Return whether the person is said not to have had what ``measure`` names."""
        return self._owner.denies(measure)

    def sits_elsewhere(self, measure: Hit) -> bool:
        """Return whether what ``measure`` names is told as somebody else's."""
        return self._owner.sits_elsewhere(measure)

    def _measure(self, number: Number, others: list[Number]) -> tuple[Hit | None, float]:
        best, least = None, _FAR
        for hit in self.measures:
            distance = self._distance(hit, number, others)
            if distance < least:
                best, least = hit, distance
        if best is not None and best.start >= number.end:
            best = self._spent_on(number, self._head(best))
        return best, least if best is not None else float("inf")

    def _spent_on(self, number: Number, first: Hit) -> Hit:
        """Of '£2m of support contracts and running costs' the costs say that it was spent."""
        for hit in self.measures:
            between = self.text[number.end : hit.start]
            spent = _SCOPES[hit.name] == ("budget", "") and _SPENT_ON.fullmatch(between)
            if _SCOPES[first.name][0] == "contract" and hit.start > first.end and spent:
                return hit
        return first

    def _head(self, first: Hit) -> Hit:
        """Of a compound the last noun counts: a 'grants budget' is a budget."""
        head = first
        if _SCOPES[first.name][0] == "saving" and " " in self.text[first.start : first.end]:
            return first  # 'out of running costs' is no compound
        for hit in self.measures:
            if hit.start >= head.end and not self.text[head.end : hit.start].strip():
                head = hit
        return head

    def _distance(self, hit: Hit, number: Number, others: list[Number]) -> float:
        first, last = (
            (hit.end, number.start) if hit.end <= number.start else (number.end, hit.start)
        )
        if first > last:
            return 0.0
        if last - first > _OUT_OF_SIGHT:
            return _FAR
        between = _CIRCA.sub("", self.text[first:last])
        if CELL_BETWEEN.search(between):
            return _FAR
        if _SCOPES[hit.name][1] == "delegated" and _OF_WHICH.search(between):
            return _FAR
        named_before = hit.end <= number.start
        if between.strip() in (("(", ":", "|") if named_before else ("(", "|")):
            return 0.0
        if named_before and _SCOPES[hit.name][0] == "budget" and _HOLDER_OF.fullmatch(between):
            return 0.0
        if not named_before and between.strip().lower() == "of":
            return 0.0  # 'Opex and £2m of capex'.
        distance = (
            count_words(between)
            + 3 * len(_PAUSE.findall(between))
            + 12 * len(_STOP.findall(between))
        )
        distance += 4 * sum(first <= other.start < last for other in others)
        return distance + (0.5 if hit.start > number.start else 0.0)

    def _governing(self, number: Number, scope: str) -> Hit | None:
        """The held scope that governs the amount: 'P&L owner for a portfolio worth £3m'."""
        held = {"contract": ("p_and_l", "budget"), "revenue": ("p_and_l",)}.get(scope, ())
        for hit in reversed(self.measures):
            between = self.text[hit.end : number.start]
            held_scope = _SCOPES[hit.name][0] in ("p_and_l", "budget")
            if hit.end <= number.start and held_scope and _PAYS_FOR.fullmatch(between):
                return hit
            if (
                hit.end <= number.start
                and _SCOPES[hit.name][0] in held
                and count_words(between) <= 9
                and not _STOP.search(between)
                and not self._owner.hits("organisation", hit.end, number.start)
                and re.search(r"\b(?:for|of|on|over|covering|across)\b|\(|:|owner\w*,", between)
            ):
                return hit
        return None


def _is_of_the_whole(text: str, hit: Hit, *, delegated: bool) -> bool:
    """'My slice out of the £9m', 'held £90k out of £2m': of a share nothing was taken out."""
    if text[hit.start : hit.end].lower() != "out of":
        return False
    return delegated or _HELD_AMOUNT.search(text, 0, hit.start) is not None


def _beside_capital(text: str, hit: Hit) -> Hit:
    """'Revenue £5m and capital £2m': beside capital, revenue is what a service costs to run."""
    alone = text[hit.start : hit.end].lower() == "revenue"
    return Hit("budget/opex", hit.start, hit.end) if alone else hit


def _in_brackets(text: str, hit: Hit, others: list[Hit]) -> Hit:
    """'Budget held: £5m (revenue)': behind a budget, brackets say which kind of it."""
    alone = text[hit.start : hit.end].lower() == "revenue"
    bracketed = text[hit.start - 1 : hit.start] == "(" and text[hit.end : hit.end + 1] == ")"
    if (
        alone
        and bracketed
        and any(_SCOPES[o.name][0] == "budget" for o in others if o.end <= hit.start)
    ):
        return Hit("budget/opex", hit.start, hit.end)
    return hit


def _is_half(text: str, hit: Hit) -> bool:
    """Pay is a share of a budget only where it is set against what is not pay."""
    return _SCOPES[hit.name][1] == "pay" and "budget" not in text[hit.start : hit.end].lower()
