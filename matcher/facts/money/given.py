"""Money held that no word calls a budget: told by its purpose, its period, or who spends it.

Must not know which document the sentence is from. Nothing else is held for a purpose, given to
somebody to run a thing, or settled for years; what is raised, audited or earned is none of these.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from data.patterns import regex
from matcher.facts.numbers.numbers import Number
from matcher.facts.states.actors import holder_behind, told_of

_ABOUT = r"(?:(?:a|about|around|some|over|up\s+to|just\s+over|only)\s+)*"
_COUNT = r"(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)"
_EACH = (
    r"\s+(?:(?:a|per|each|every)\s+(?:year|annum|month|quarter|week|term)"
    r"|annually|monthly|yearly|p\.?a\.?)"
)
_PERIOD = rf"(?:{_EACH})?"
# 'Held £90k for repairs', 'I hold £9k a month for temps'.
_HELD = regex(rf"\b(?:held|hold|holds|controlled|control)\s+{_ABOUT}$", re.I)
# 'The trust holds', 'he held': whose verb it is.
_ANOTHERS = regex(
    r"\b(?:he|she|they|it|who|which|we|never|not)\s+$|(?-i:\b(?!(?:Also|Now|Then|Currently|Previously|Still|I)\b)[A-Z][\w&-]+)\s+$|\b(?!always\b)[a-z]{3,}s\s+$|\b(?:the|our|its|their|his|her|every|each)\s+(?:[\w&-]+\s+){1,2}$",
    re.IGNORECASE,
)
_PURPOSE = (
    r"\s+for\s+(?!(?:safe[\s-]?keeping|retirement|buyers|sellers|savers|members|(?:the\s+)?(?:estate|charity))\b"
    r"|(?:(?:an?|our|the|my|their)\s+)?(?:clients?|customers?|third|others|investors|tenants)\b"
    r"|(?:\d+|an?|one|two|three|four|five|many|several)\s+(?:years?|months?)\b)"
)
_FOR = regex(rf"{_PERIOD}{_PURPOSE}", re.IGNORECASE)
_EACH_FOR = regex(rf"{_EACH}{_PURPOSE}", re.IGNORECASE)
# 'Controlled £6m across three years'.
_OVER_YEARS = regex(
    rf"\s+(?:(?:spread|in\s+all)\s+)?(?:over|across)\s+(?:(?:an?|the|its|all|some)\s+)?{_COUNT}[\s-]+years?\b",
    re.IGNORECASE,
)
# 'Was given £9m to run the depots', 'entrusted with £1m a year to staff the ward'.
_GIVEN = regex(
    r"(?:^\W*|[.;]\s+|(?<!had )\bI\s+)(?:(?:was|am|have\s+been|had\s+been|been)\s+"
    r"(?:given|handed|allotted|allocated|granted|assigned)"
    rf"|(?:(?:was|am|have\s+been|had\s+been|been)\s+)?(?:en)?trusted\s+with)\s+{_ABOUT}$"
    rf"|\b(?:gave|handed|allotted|allocated|assigned)\s+me\s+{_ABOUT}$|\b(?:en)?trusted\s+me\s+with\s+{_ABOUT}$",
    re.IGNORECASE,
)
# 'I had £40k a year to spend on': having says who spends it only with such a purpose.
_HAD = regex(rf"\bI\s+(?:had|have)\s+{_ABOUT}$", re.IGNORECASE)
_TO_RUN = regex(
    rf"{_PERIOD}\s+to\s+(?:run(?!\s+(?:past|by)\b)|staff|equip|operate|deliver|spend|manage|maintain|provide|keep|furnish|stock|open|resource|cover)\b"
    r"(?![^.;]{0,40}\b(?:clients?|investors?|customers?|claims?|debts?)\b)",
    re.IGNORECASE,
)
# 'Held a three-year settlement of £36m': what is settled for years is there to be spent.
_SETTLED = regex(
    r"(?<!he )(?<!they )(?<!who )\b(?:held|hold|holds|holding|ran|run|managed?|controlled|owned"
    r"|(?:responsib|account)\w+\s+for|(?:in\s+)?charge\s+of|given)\s+"
    rf"(?:(?:an?|the|our|its)\s+)?(?:{_COUNT}[\s-]year|annual|yearly|multi[\s-]?year)\s+(?:[a-z]+\s+)?"
    rf"(?:settlement|allocation|envelope|allotment|funding|provision)\s+of\s+{_ABOUT}$",
    re.IGNORECASE,
)
_FOR_A_TIME = regex(r"year|annual", re.IGNORECASE)
# 'Accountable for £9m per annum', 'stewardship of £9m a year': so much each year is a budget.
_ANSWERS = regex(
    r"(?:^\W*|[.;:]\s+|\bI\s+(?:am|was)\s+|\b(?:I\s+)?(?:had|have|held|hold)\s+(?:the\s+)?)"
    r"(?:accountable\s+for|(?:en)?trusted\s+with|(?:(?:full|in|overall|sole)\s+)?(?:charge|control|stewardship)\s+(?:of|over))"
    rf"\s+{_ABOUT}$",
    re.IGNORECASE,
)
_EACH_ALONE = regex(
    rf"{_EACH}\.?(?=\s*(?:$|[.;:)(]|,(?!\s+(?:the|my|our)\b)|\bacross\b|\bas\b|\bin\s+all\b))", re.I
)
# What else so much a year may be, where nothing calls it a budget.
_OTHER_MONEY = regex(
    r"\b(?:sales|selling|account\s+manager|accounts?|clients?|customers?|business\s+development|payroll|credit|debts?|invoices?"
    r"|orders?|claims|revenue|income|fees|turnover|funds?|loans?)\b",
    re.IGNORECASE,
)
# '£80k a year to run the archive, set and spent by me': money that is spent is a budget.
_SPENT = r"(?:set|spent|planned|allocated|budgeted|committed|controlled|decided|signed\s+off)"
_SPENT_BY_ME = regex(
    rf"[^.;|£$€]{{0,90}}?(?:\b{_SPENT}(?:\s*(?:,|\band\b|\bor\b)\s*{_SPENT})*\s+(?:(?:\w+ly|alone|(?:each|every)\s+\w+)\s+)?by\s+me\b"
    r"|\bmine\s+(?:alone\s+)?to\s+(?:spend|set|allocate|commit|plan|run|manage)\b"
    r"|\bspent\s+at\s+my\s+(?:own\s+)?discretion\b|\bas\s+I\s+(?:(?:see|saw)\s+fit|decide|decided|judge|judged)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Given:
    """Money held: the words that say so, and "owned" where they say by whom, or ""."""

    start: int
    end: int
    stance: str = ""


def held_unnamed(text: str, number: Number) -> Given | None:
    """Return what makes an amount a budget that no measuring word names, or None."""
    if spent := _SPENT_BY_ME.match(text, number.end):
        return Given(number.start, spent.end(), "owned")
    if for_years(text, number):
        return Given(number.start, number.end)
    held = _holding(text, number)
    if held and _FOR.match(text, number.end):
        return Given(number.start, number.end)
    if _answered_for(text, number):
        return Given(number.start, number.end, "owned")
    to_run = _TO_RUN.match(text, number.end)
    if to_run and (
        held or _GIVEN.search(text, 0, number.start) or _HAD.search(text, 0, number.start)
    ):
        return Given(number.start, to_run.end(), "owned")
    return settled(text, number)


def _holding(text: str, number: Number) -> re.Match[str] | None:
    held = _HELD.search(text, 0, number.start)
    return None if held is None or _ANOTHERS.search(text, 0, held.start()) else held


def _answered_for(text: str, number: Number) -> bool:
    """Whether so much each year is answered for, and neither by another nor as money earned."""
    verb = _ANSWERS.search(text, 0, number.start)
    if verb is None or not _EACH_ALONE.match(text, number.end):
        return False
    return not (_OTHER_MONEY.search(text) or told_of(text, verb.start()))


def for_years(text: str, number: Number) -> bool:
    """Return whether an amount is held over years, or so much each month for a purpose."""
    held = _holding(text, number)
    by_period = _OVER_YEARS.match(text, number.end) or _EACH_FOR.match(text, number.end)
    return held is not None and by_period is not None


def settled(text: str, number: Number) -> Given | None:
    """Return the words of a settlement for years that is held, or None."""
    if not _FOR_A_TIME.search(text, 0, number.start):
        return None
    found = _SETTLED.search(text, 0, number.start)
    if found is None or holder_behind(text, number.end):
        return None
    if told_of(text, found.start()) or _ANOTHERS.search(text, 0, found.start()):
        return None
    return Given(found.start(), number.end, "owned")
