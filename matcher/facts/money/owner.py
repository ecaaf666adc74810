"""Whose an amount of money is: the person's, supported, somebody else's, or an organisation's.

Must not know what the amount measures. The nearest word that governs the amount in its clause
decides (held, helped with, sat with ...). The words are in ``data/knowledge/money.toml``.
"""

from __future__ import annotations

import re

from data.knowledge.money import money_words
from data.patterns import regex
from matcher.facts.layout.phrases import Hit, Phrases
from matcher.facts.money.unheld import unheld
from matcher.facts.states import actors
from matcher.facts.states.wishes import wished

_STANCES = Phrases(money_words().stances)
# Where a clause ends: what stands beyond says nothing about whose the amount is.
_CLAUSE = regex(
    r"[;|•]|\.\s(?![a-z])|\n|\s[-–—]\s|,\s+(?:and|but|while|whereas|then|also)\b|,\s+(?=(?:who|which|where)\b)"
    r"|\b(?:but|while|whereas)\b",
    re.IGNORECASE,
)
# 'Against a £4m budget', 'in a £4m programme': the amount is a backdrop.
_BACKDROP = regex(
    r"\b(?:against|within|inside|out of|in|at|for|towards?|part of|on)\s+"
    r"(?:(?:an?|the|our|its)\s+)?(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_JOINT = regex(r"^\s*(?:,|/|&|and\b|or\b|\+)", re.IGNORECASE)
_HELPING = regex(
    r"^(?:help|assist|aid|support|shadow|gave|lent|took part|involved|part of|worked|sat on)", re.I
)
_ANSWERING = regex(r"^(?:responsib|account|answer)", re.IGNORECASE)
_WHEN = regex(r"\b(?:when|after|from|until|since|once|before|as)\b", re.IGNORECASE)
# 'In a division with a £9m P&L', 'for a school with a £6m budget': a place, not a post.
_PLACE = regex(r"\b(?:in|at|for|on|within|inside)\s+an?\s+(?:[\w-]+\s+){1,3}$", re.IGNORECASE)
_PLACE_OF = regex(
    r"(?<!manager )(?<!head )(?<!director )(?<!leader )(?<!charge )(?<!control )(?<!principal )"
    r"\bof\s+an?\s+(?:[\w-]+\s+){1,3}$",
    re.IGNORECASE,
)
# 'Hospital with a £90m budget', where nobody is said to lead it.
_PLACE_WITH = regex(
    r"\b(?:hospital|school|trust|college|academy|council|charity|business|site|store|branch|plant|"
    r"hotel|department|directorate|division|unit|agency|practice|authority|association)\s+$",
    re.IGNORECASE,
)
# Where budgets are kept for others: 'the budget team; budget £2m'.
_FINANCE_TEAM = regex(
    r"\b(?:budget(?:s|ing|ary)?|finance|financial|accounts|accounting)\s+"
    r"(?:team|office|unit|section|desk|department|function|group)\b",
    re.IGNORECASE,
)
_NOW = regex(r"\b(?:current|currently|present|presently|today|now|at the moment)\b", re.IGNORECASE)
_ANOTHER_THING = regex(r"\band\s+(?:the|an?|our|its)\s+\w", re.IGNORECASE)
_I = regex(r"\bI\b")
# 'My boss, the finance director, ran ...'.
_ASIDE = regex(r"^\s*,\s*(?:(?:the|our|an?)\s+)?[\w&-]+(?:\s+[\w&-]+){0,4}\s*,")
# 'P&L: none', 'the P&L was never mine'.
_DENIED_BEHIND = regex(
    r"\s*[:|\-–]\s*(?:none|nil|no|zero)\b"
    r"|\s+(?:\w+\s+){0,2}?(?:was|were|is|has\s+been)\s+(?:never|not)\s+(?:mine|my\s+own|held|part\s+of\s+my|within\s+my|with\s+me)\b"
    r"|\s+(?:[\w-]+\s+){0,12}?ha(?:s|ve|d)\s+never\s+been\s+(?:mine|part\s+of\s+my|within\s+my|with\s+me)\b"
    r"|\s+(?:was|were|is|are)\s+(?:owned|held|kept|run|managed)\s+(?:centrally|elsewhere)\b",
    re.IGNORECASE,
)
# 'The P&L remained with Group': said beside a budget held, or with 'and not with me'.
_SAT_WITH = regex(
    r"\s+(?:(?:always|itself|responsibility|accountability|ownership|\w+ly)\s+)?(?:(?:sat|sits|stayed|stays|remained|remains|rested|rests|lay|lies|was|is)\s+(?:\w+ly\s+)?"
    r"with|belong(?:ed|s)\s+to|(?:was|is)\s+(?:held|owned|run|kept)\s+by|(?:was|is)(?=\s+the\s+[\w-]+(?:\s[\w-]+)?['’]s?\s*(?:[.,;]|$)))\s+(?!me\b|my\s+(?:team|department)\b|us\b)(?P<whom>[^.;|]{2,80})",
    re.IGNORECASE,
)
_NOT_ME = regex(
    r"\b(?:not|never|rather\s+than)\s+(?:with\s+|to\s+|by\s+)?(?:me|mine|myself|part\s+of\s+my|within\s+my|in\s+my)\b",
    re.I,
)
# 'Outlay in my hands ran to £9k a week': so much it was, and nobody ran it.
_RAN_AT = regex(r"(?:ran|runs?|running)\s+(?:at|to)\s+(?:\w+\s+){0,2}[£$€\d]", re.IGNORECASE)
# 'Reporting to the bursar, I steered a budget': who reports did so.
_PARTED = regex(r",|\b(?:and|but|while|also)\b|\s[-–—]\s", re.IGNORECASE)
_REPORTING = regex(r"report[^.;,]*,\s+(?:I\s+\w+|\w+ed)\s", re.IGNORECASE)
_BY_ME = regex(r"\bby\s+me\b", re.IGNORECASE)
# 'Charity shop manager': what the post is of, not whose the money is.
_OF_A_POST = regex(
    r"(?:\s+[\w-]+){0,2}\s+(?:manager|director|head|leader|owner|matron|supervisor)\b",
    re.IGNORECASE,
)
_WEAK = regex(r"^(?:with|with an?|my|took)$", re.IGNORECASE)
_NOT_NO = regex(r"\s*(?:only|just|less|fewer|more|later|longer)\b", re.IGNORECASE)
_BY_MUCH = regex(r"\s*(?:\d|an?\s+(?:third|quarter|tenth|fifth)|half|some\s+\d)", re.IGNORECASE)
# 'Branch manager who held': a profile opens so, and tells of oneself.
_OPENS = regex(
    r"(?:(?!(?:an?|and|by|every|for|her|his|my|of|our|the|to|under|with)\b)[\w-]+\s+){0,3}(?![\w-]+s\s)(?!colleague|predecessor)[\w-]+\s+",
    re.IGNORECASE,
)
_HELPED = regex(
    r"\b(?:advis|assist|support|help|coach|train|challeng|brief)\w*\s+(?:an?|the|each|every|our|my|\d+|two|three|several)\s+"
    r"(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
# What may stand between an amount and the clause on who held it.
_BEHIND_IT = regex(r"(?:,?\s+(?:which|that)\b)?")
_NEAR_BEHIND = 60
_WORD = regex(r"[\w&£$€%]+")


def count_words(text: str) -> int:
    """Return how many words and signs of money stand in ``text``."""
    return len(_WORD.findall(text))


class Ownership:
    """A sentence with every word in it that says whose money is."""

    def __init__(self, text: str) -> None:
        self.text = text
        found = (hit for hit in _STANCES.find(text) if not _RAN_AT.match(text, hit.start))
        self._stances = [_attributed(text, hit) for hit in found]

    def stance(self, start: int, end: int) -> str:
        """Return whose what stands at ``[start, end)`` is, as ``Sense.stance`` has it."""
        left = self.clause_start(start)
        right_mark = _CLAUSE.search(self.text, end)
        right = right_mark.start() if right_mark else len(self.text)
        # 'Budget holder (£2m)' is owned; 'budget of a site with sales of £9m' is not by its 'with'.
        before = [
            h
            for h in self._stances
            if left <= h.start < end
            and h.name != "denied"
            and not (h.name == "organisation" and _OF_A_POST.match(self.text, h.end, start))
            and (h.start < start or not _WEAK.match(self.text[h.start : h.end]))
        ]
        after = [h for h in self._stances if end <= h.start < right and h.name != "denied"]
        if wished(self.text, start, end):
            return "unheld"
        told = unheld(self.text, left, start, end, self._stances)
        if told and not (told == "denied" and _NOW.search(self.text)):
            return told
        if _DENIED_BEHIND.match(self.text, end):
            return "denied"
        behind = actors.holder_behind(self.text, end)
        if behind == "held" or actors.in_relative_clause(self.text, start):
            return "others"
        if any(h.name == "others" and self._attributes(end, h.start) for h in after):
            return "others"
        if self._another_held(end):
            return "others"
        if any(h.name == "owned" and _BY_ME.search(self.text[h.start : h.end]) for h in after):
            return "owned"
        governed = self._governed(before, start)
        if governed == "owned" and self._is_backdrop(before[-1], start):
            return "backdrop"
        if governed:
            return governed
        if behind or self.keeps_books(start):
            return "support"
        if any(h.name == "owned" and not _WEAK.match(self.text[h.start : h.end]) for h in after):
            return "owned"
        return "backdrop" if _BACKDROP.search(self.text, left, start) else ""

    def _another_held(self, end: int) -> bool:
        """Whether what ends at ``end`` is told of another behind it: '£3m, which my boss held'."""
        return any(
            hit.name == "owned"
            and actors.is_subject(self.text, hit.start)
            and _CLAUSE.search(self.text, _BEHIND_IT.match(self.text, end).end(), hit.start) is None  # type: ignore[union-attr]
            and self._attributes(end, hit.start)
            for hit in self._stances
            if end <= hit.start <= end + _NEAR_BEHIND
        )

    def _attributes(self, end: int, start: int) -> bool:
        """Whether words of somebody else's behind an amount say whose it is, not when."""
        between = self.text[end:start]
        if _PARTED.search(between) and self.text[start:].lower().startswith("report"):
            return False  # 'P&L of £3m, reporting to the board': the person reports
        if _ANOTHER_THING.search(between) or between.endswith(" at "):
            return False  # 'my budget is £2m and the levy sits with Finance', 'ran it at his inn'
        return count_words(between) <= 5 and not _WHEN.search(between)

    def _is_backdrop(self, owned: Hit, start: int) -> bool:
        """'Led a team within a £9m budget': what was led is the team."""
        found = _BACKDROP.search(self.text, owned.end, start) if owned.end < start else None
        if found is None or count_words(self.text[owned.end : found.start()]) == 0:
            return False
        verb = self.text[owned.start : owned.end].lower()
        if verb in ("run", "ran", "running", "runs") and found.group().lower().startswith("on"):
            return False  # 'I run the depot on a budget of £40k'
        answering = _ANSWERING.match(verb)
        return not (answering and found.group().lower().startswith("for"))

    def _governed(self, before: list[Hit], start: int) -> str:
        """The stance of the nearest governing word before an amount."""
        if not before:
            return ""
        nearest, earlier = before[-1], before[:-1]
        if nearest.name == "organisation":
            owned = any(h.name == "owned" for h in earlier)
            return "owned" if owned else "others"
        if nearest.name == "owned" and actors.is_subject(self.text, nearest.start):
            return "others"
        if nearest.name == "others" and _REPORTING.match(self.text, nearest.start, start):
            return ""
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
        ran = any(
            hit.name == "owned" and not _WEAK.match(self.text[hit.start : hit.end])
            for hit in earlier
        )
        several = printed.lower().startswith("with") and actors.several_with(self.text, owned.start)
        if several and not ran:
            return "others"
        place = printed.lower().startswith("with") and _PLACE_WITH.search(self.text, 0, owned.start)
        if place and not ran:
            return "others"
        for hit in reversed(earlier):
            between = self.text[hit.end : owned.start]
            told = _ASIDE.sub(" ", between)
            joined = _JOINT.match(told) or re.search(r"\b(?:and|with)\b|,", told)
            helping = hit.name == "support" and _HELPING.match(self.text[hit.start : hit.end])
            if helping and not joined:
                return "support"
            if hit.name == "others" and not joined and not _I.search(between):
                return "others"
            if hit.name == "organisation" and _WEAK.match(printed) and not joined:
                return "others"
        return "owned"

    def denies(self, measure: Hit) -> bool:
        """Return whether the person is said not to have had what ``measure`` names."""
        left = self.clause_start(measure.start)
        if _NOW.search(self.text):
            return False  # of earlier posts it says nothing
        for hit in self._stances:
            if hit.name != "denied" or _NOT_NO.match(self.text, hit.end):
                continue
            gap = self.text[hit.end : measure.start]
            if left <= hit.start and hit.end <= measure.start and count_words(gap) <= 4:
                return True
        if _DENIED_BEHIND.match(self.text, measure.end):
            return True
        sat = _SAT_WITH.match(self.text, measure.end)
        return sat is not None and _NOT_ME.search(sat["whom"]) is not None

    def sits_elsewhere(self, measure: Hit) -> bool:
        """Return whether what ``measure`` names is told as somebody else's: 'sat with my boss'."""
        return _SAT_WITH.match(self.text, measure.end) is not None

    def keeps_books(self, end: int) -> bool:
        """Return whether a finance team is told of before ``end``, and nobody to lead it."""
        return bool(_FINANCE_TEAM.search(self.text, 0, end)) and not self.hits("owned", 0, end)

    def hits(self, stance: str, start: int, end: int) -> list[Hit]:
        """Return the words of one stance within ``[start, end)``."""
        return [h for h in self._stances if h.name == stance and start <= h.start and h.end <= end]

    def clause_start(self, at: int) -> int:
        """Return where the clause that holds offset ``at`` begins."""
        return max((m.end() for m in _CLAUSE.finditer(self.text, 0, at)), default=0)


def _attributed(text: str, hit: Hit) -> Hit:
    """'The budget I held by 10%' is held by nobody else, 'advised a budget holder' by another."""
    if hit.name == "others" and _BY_MUCH.match(text, hit.end):
        return Hit("owned", hit.start, hit.end)
    words = text[hit.start : hit.end].lower()
    if words.startswith("who ") and _OPENS.fullmatch(text, 0, hit.start):
        return Hit("owned", hit.start, hit.end)
    if hit.name == "owned" and "holder" in words and _HELPED.search(text, 0, hit.start):
        return Hit("others", hit.start, hit.end)
    return hit
