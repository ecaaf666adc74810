"""What an amount in a sentence measures, whose it is, and over which period.

Must not know which document the sentence is from. An amount measures what the nearest measuring
word says (budget, turnover, saved ...), and belongs to the person where a word of owning governs
it. The words are in ``data/knowledge/money.toml``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from data.knowledge.money import money_words
from matcher.facts.numbers import Number
from matcher.facts.phrases import Hit, Phrases
from matcher.values import MoneyScopeName

_WORDS = money_words()

_SCOPES: dict[str, tuple[MoneyScopeName, str]] = {
    f"{measure.scope}/{measure.part}": (measure.scope, measure.part)  # type: ignore[misc]
    for measure in _WORDS.measures
}

_MEASURES = Phrases({f"{m.scope}/{m.part}": m.phrases for m in _WORDS.measures})

_STANCES = Phrases(_WORDS.stances)

# Where a clause ends: what stands beyond says nothing about whose the amount is.
_CLAUSE = re.compile(
    r"[;|•]|\.\s|\n|\s[-–—]\s|,\s+(?:and|but|while|whereas|then|also|who|which|where)\b"
    r"|\b(?:but|while|whereas)\b",
    re.IGNORECASE,
)

_WORD = re.compile(r"[\w&£$€%]+")

_PAUSE = re.compile(r"[,:()]|\s[-–—]\s")

_STOP = re.compile(r"[;|•]|\.\s|\n\s*[-*•]?\s*(?=[A-Z*•-])")

# 'Against a £4m budget', 'in a £4m programme': the amount is a backdrop.
_BACKDROP = re.compile(
    r"\b(?:against|within|inside|out of|in|at|for|towards?|part of|on)\s+"
    r"(?:(?:an?|the|our|its)\s+)?(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)

_JOINT = re.compile(r"^\s*(?:,|/|&|and\b|or\b|\+)", re.IGNORECASE)

_HELPING = re.compile(
    r"^(?:help|assist|aid|support|shadow|gave|lent|took part|involved|part of|worked|sat on)", re.I
)

_ANSWERING = re.compile(r"^(?:responsib|account|answer)", re.IGNORECASE)

_WHEN = re.compile(r"\b(?:when|after|from|until|since|once|before|as)\b", re.IGNORECASE)
# 'In a division with a £9m P&L', 'for a school with a £6m budget': a place, not a post.
_PLACE = re.compile(r"\b(?:in|at|for|within|inside)\s+an?\s+(?:[\w-]+\s+){1,3}$", re.IGNORECASE)
_PLACE_OF = re.compile(
    r"(?<!manager )(?<!head )(?<!director )(?<!leader )(?<!charge )(?<!control )(?<!principal )"
    r"\bof\s+an?\s+(?:[\w-]+\s+){1,3}$",
    re.IGNORECASE,
)
_NOW = re.compile(
    r"\b(?:current|currently|present|presently|today|now|at the moment)\b", re.IGNORECASE
)
_I = re.compile(r"\bI\b")

_WEAK = re.compile(r"^(?:with|with an?|my|took)$", re.IGNORECASE)

_NOT_NO = re.compile(r"^\s*(?:only|just|less|fewer|more|later|longer)\b", re.IGNORECASE)

_FAR = 40.0

_NON_PAY = re.compile(r"\bnon[\s-]?pay\b", re.IGNORECASE)

_BY_MUCH = re.compile(
    r"\s*(?:\d|an?\s+(?:third|quarter|tenth|fifth)|half|some\s+\d)", re.IGNORECASE
)

_BY = re.compile(r"\bby\s+(?:(?:over|about|around|some|almost|nearly|up to|a further)\s+)?$", re.I)

_CIRCA = re.compile(r"\b(?:c|ca|approx|circa|est|max|min)\.?\s*$", re.IGNORECASE)

MIGHT = re.compile(
    r"[£$€]|\bp\s?l\b|\bmulti|\b(?:million|thousand|gbp|usd|eur|euros?|dollars|pounds|budget|p\s?&|p\s?/|pnl|profit|opex|capex|cost)"
    r"|figure|\d\s?(?:m|k|mm|mn|bn)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sense:
    """What an amount is.

    Attributes:
        scope: What it measures.
        part: The share of a split scope ("opex"), or "".
        stance: "owned", "support", "others" or "" where nothing is said.
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
        self.measures = [h for h in _MEASURES.find(text) if split or not _is_pay(text, h)]
        self._stances = [_attributed(text, hit) for hit in _STANCES.find(text)]

    def sense(self, number: Number, others: list[Number]) -> Sense:
        """Return what ``number`` is; ``others`` are the further amounts of the sentence."""
        measure, distance = self._measure(number, others)
        if measure is None:
            stance = self._stance(number.start, number.end)
            return Sense("other", "", stance, distance, number.start, number.end)
        start, end = min(number.start, measure.start), max(number.end, measure.end)
        scope, part = _SCOPES[measure.name]
        if _BY.search(self.text, max(0, number.start - 24), number.start):
            return self._changed_by(number, scope, start, end)
        governing = self._governing(number, scope)
        if governing is not None:
            scope, part = _SCOPES[governing.name]
            start = min(start, governing.start)
        return Sense(scope, part, self._stance(start, end), distance, start, end)

    def _changed_by(self, number: Number, scope: MoneyScopeName, start: int, end: int) -> Sense:
        """'Cut the budget by £1m': the size of a change, not of a budget."""
        left = self._clause_start(number.start)
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
                found.append((measure, scope, self._stance(measure.start, measure.end)))
        return found

    def denies(self, measure: Hit) -> bool:
        """Whether the person is said not to have had what ``measure`` names."""
        left = self._clause_start(measure.start)
        if _NOW.search(self.text):
            return False  # of earlier posts it says nothing
        for hit in self._stances:
            if hit.name != "denied" or _NOT_NO.match(self.text, hit.end):
                continue
            gap = self.text[hit.end : measure.start]
            if left <= hit.start and hit.end <= measure.start and _words(gap) <= 4:
                return True
        return (
            re.match(r"\s*[:|\-–]\s*(?:none|nil|no|zero)\b", self.text[measure.end :], re.I)
            is not None
        )

    def _measure(self, number: Number, others: list[Number]) -> tuple[Hit | None, float]:
        best, least = None, _FAR
        for hit in self.measures:
            distance = self._distance(hit, number, others)
            if distance < least:
                best, least = hit, distance
        if best is not None and best.start >= number.end:
            best = self._head(best)
        return best, least if best is not None else float("inf")

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
        between = _CIRCA.sub("", self.text[first:last])
        if between.strip() in ("(", ":", "|"):
            return 0.0
        distance = (
            _words(between) + 3 * len(_PAUSE.findall(between)) + 12 * len(_STOP.findall(between))
        )
        distance += 4 * sum(first <= other.start < last for other in others)
        return distance + (0.5 if hit.start > number.start else 0.0)

    def _governing(self, number: Number, scope: str) -> Hit | None:
        """The held scope that governs the amount: 'P&L owner for a portfolio worth £3m'."""
        held = {"contract": ("p_and_l", "budget"), "revenue": ("p_and_l",)}.get(scope, ())
        for hit in reversed(self.measures):
            between = self.text[hit.end : number.start]
            if (
                hit.end <= number.start
                and _SCOPES[hit.name][0] in held
                and _words(between) <= 9
                and not _STOP.search(between)
                and not self._hits("organisation", hit.end, number.start)
                and re.search(r"\b(?:for|of|on|over|covering|across)\b|\(|:", between)
            ):
                return hit
        return None

    def _hits(self, stance: str, start: int, end: int) -> list[Hit]:
        return [h for h in self._stances if h.name == stance and start <= h.start and h.end <= end]

    def _clause_start(self, at: int) -> int:
        return max((m.end() for m in _CLAUSE.finditer(self.text, 0, at)), default=0)

    def _stance(self, start: int, end: int) -> str:
        left = self._clause_start(start)
        right_mark = _CLAUSE.search(self.text, end)
        right = right_mark.start() if right_mark else len(self.text)
        # 'Budget holder (£2m)' is owned; 'budget of a site with sales of £9m' is not by its 'with'.
        before = [
            h
            for h in self._stances
            if left <= h.start < end
            and h.name != "denied"
            and (h.start < start or not _WEAK.match(self.text[h.start : h.end]))
        ]
        after = [h for h in self._stances if end <= h.start < right and h.name != "denied"]
        if any(h.name == "others" and self._attributes(end, h.start) for h in after):
            return "others"
        governed = self._governed(before)
        if governed == "owned" and self._is_backdrop(before[-1], start):
            return "support"
        if governed:
            return governed
        if any(h.name == "owned" and not _WEAK.match(self.text[h.start : h.end]) for h in after):
            return "owned"
        return "support" if _BACKDROP.search(self.text, left, start) else ""

    def _attributes(self, end: int, start: int) -> bool:
        """Whether words of somebody else's behind an amount say whose it is, not when."""
        between = self.text[end:start]
        return _words(between) <= 5 and not _WHEN.search(between)

    def _is_backdrop(self, owned: Hit, start: int) -> bool:
        """'Led a team within a £9m budget': what was led is the team."""
        found = _BACKDROP.search(self.text, owned.end, start) if owned.end < start else None
        if found is None or _words(self.text[owned.end : found.start()]) == 0:
            return False
        answering = _ANSWERING.match(self.text[owned.start : owned.end])
        return not (answering and found.group().lower().startswith("for"))

    def _governed(self, before: list[Hit]) -> str:
        """The stance of the nearest governing word before an amount."""
        if not before:
            return ""
        nearest, earlier = before[-1], before[:-1]
        if nearest.name == "organisation":
            owned = any(h.name == "owned" for h in earlier)
            return "owned" if owned else "others"
        if nearest.name == "owned":
            return self._owned_unless_helping(nearest, earlier)
        if nearest.name == "support" and any(
            h.name == "owned" and _JOINT.match(self.text[h.end :]) for h in earlier
        ):
            return "owned"
        return nearest.name

    def _owned_unless_helping(self, owned: Hit, earlier: list[Hit]) -> str:
        """'Helped run a budget' is help; 'company with a budget' is the company's."""
        printed = self.text[owned.start : owned.end]
        if printed.lower().startswith("with") and (
            _PLACE.search(self.text, 0, owned.start) or _PLACE_OF.search(self.text, 0, owned.start)
        ):
            return "others"
        for hit in reversed(earlier):
            between = self.text[hit.end : owned.start]
            joined = _JOINT.match(between) or re.search(r"\b(?:and|with)\b|,", between)
            helping = hit.name == "support" and _HELPING.match(self.text[hit.start : hit.end])
            if helping and not joined:
                return "support"
            if hit.name == "others" and not joined and not _I.search(between):
                return "others"
            if hit.name == "organisation" and _WEAK.match(printed) and not joined:
                return "others"
        return "owned"


def _is_pay(text: str, hit: Hit) -> bool:
    """'Pay' is a share of a budget only where it is set against 'non-pay'."""
    return text[hit.start : hit.end].lower() == "pay"


def _attributed(text: str, hit: Hit) -> Hit:
    """'The budget I held by 10%' is held by nobody else."""
    if hit.name == "others" and _BY_MUCH.match(text, hit.end):
        return Hit("owned", hit.start, hit.end)
    return hit


def _words(text: str) -> int:
    return len(_WORD.findall(text))
