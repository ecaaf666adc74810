"""What a fact can say: one small frozen class per kind of fact.

Must not know where a value was read or how it is judged. ``kind`` is the name in the
machine-readable forms; every field but ``kind`` appears there under its own name.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

MoneyScopeName = Literal["p_and_l", "budget", "revenue", "saving", "contract", "other"]
EducationLevel = Literal[
    "none", "gcse", "a_level", "hnd", "degree", "masters", "doctorate", "any_professional"
]


@dataclass(frozen=True, slots=True)
class Money:
    """An amount and what it measures.

    Attributes:
        amount: In ``currency``, as stated; the lower end of a range; None where the CV names
            the thing without its size ('held the departmental budget').
        currency: ISO 4217.
        scope: What the amount is the size of.
        owned: Whether the person held, ran or was answerable for it.
        upper: The upper end of a range or of 'seven-figure' (9 999 999), else None.
        reached: Whether the text says that the upper end was reached.
        per: "year", "month", "week" or None where no period is stated.
        years: Length of a multi-year total, else None.
        part: Names the part where a scope is split ("opex", "capex"), else "".
        nearly: Whether the text says that ``amount`` was not quite reached ('just under £3m').
    """

    kind: ClassVar[str] = "money"
    amount: float | None
    currency: str = "GBP"
    scope: MoneyScopeName = "other"
    owned: bool = False
    upper: float | None = None
    reached: bool = False
    per: str | None = None
    years: float | None = None
    part: str = ""
    nearly: bool = False


@dataclass(frozen=True, slots=True)
class People:
    """People under somebody's lead.

    Attributes:
        count: How many; None for 'a team' of unknown size.
        managers: Whether some of them manage people themselves.
        direct: Whether the count is of direct reports only.
        owned: Whether the person led them; False for 'part of a team of 30'.
        nearly: Whether the text says that ``count`` was not quite reached ('nearly 50').
        upper: The upper end of a range that may have been reached ('40 to 60'), else None.
        spread: Where people are, told without a count: "several_sites", "one_site", "offshore",
            "onshore" or "".
    """

    kind: ClassVar[str] = "people"
    count: float | None
    managers: bool = False
    direct: bool = False
    owned: bool = True
    nearly: bool = False
    upper: float | None = None
    spread: str = ""


@dataclass(frozen=True, slots=True)
class Years:
    """A stated length of experience ('over 15 years in ITSM')."""

    kind: ClassVar[str] = "years"
    years: float
    of: str = ""


# The name of what 'no certificates at all' denies.
ANY_CERTIFICATE = "any certificate"
# What stands before the subject in the name of what 'no qualification in coaching' denies.
NONE_IN_SUBJECT = "any certificate in "


@dataclass(frozen=True, slots=True)
class Certification:
    """A certificate, membership or registration.

    Attributes:
        name: The canonical name from the knowledge table, or as printed where unknown.
        family: "ITIL", "PRINCE2" ...; "" where unknown.
        level: "Foundation", "Expert" ...; "" where there are no levels.
        id: The table's identifier, "" where unknown.
    """

    kind: ClassVar[str] = "certification"
    name: str
    family: str = ""
    level: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Education:
    """An award or course of study. ``grade`` is normalised ("first", "2:1" ...) or ""."""

    kind: ClassVar[str] = "education"
    level: EducationLevel
    subject: str | None = None
    grade: str = ""


@dataclass(frozen=True, slots=True)
class Clearance:
    """A vetting level under its canonical name ("SC", "DV", "NPPV3", "Enhanced DBS")."""

    kind: ClassVar[str] = "clearance"
    name: str


@dataclass(frozen=True, slots=True)
class Language:
    """A language and how well: ``level`` is CEFR A1 to C2, "native", or None where unsaid."""

    kind: ClassVar[str] = "language"
    name: str
    level: str | None = None


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence to drive or to practise a trade, under its canonical name ("driving", "SIA")."""

    kind: ClassVar[str] = "licence"
    name: str


@dataclass(frozen=True, slots=True)
class RightToWork:
    """Whether the person may work in the UK without a sponsor."""

    kind: ClassVar[str] = "right_to_work"
    granted: bool


@dataclass(frozen=True, slots=True)
class Tool:
    """A named product, technology or method.

    Attributes:
        name: As printed, a version beside it included.
        level: How well it is known, by the levels of the tool table, "" where unsaid.
        id: The product's name in the tool table, "" where it has none.
    """

    kind: ClassVar[str] = "tool"
    name: str
    level: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Location:
    """A place the person lives in, moves to (status in progress) or would work at.

    ``latitude`` and ``longitude`` in degrees, None where the gazetteer has no such place. ``away``
    is how many miles from the place somebody says the home is ('two hours from Leeds').
    """

    kind: ClassVar[str] = "location"
    place: str
    latitude: float | None = None
    longitude: float | None = None
    away: float = 0.0


@dataclass(frozen=True, slots=True)
class Sector:
    """A sector a post stood in, under its canonical name ("public sector")."""

    kind: ClassVar[str] = "sector"
    name: str


@dataclass(frozen=True, slots=True)
class Result:
    """A measured result: fact kind ``outcome``.

    Attributes:
        metric: Canonical name ("CSAT", "cost", "SLA").
        change: As stated, short ("+12%", "to 96.8%", "-£720,000").
        direction: "up", "down" or "" where only a level is stated.
        amount: The size, None where unstated.
        unit: "%", "points", a currency code, "minutes" ... or "".
        level: Whether ``amount`` is a level reached rather than a change.
    """

    kind: ClassVar[str] = "outcome"
    metric: str
    change: str
    direction: str = ""
    amount: float | None = None
    unit: str = ""
    level: bool = False


@dataclass(frozen=True, slots=True)
class NoticePeriod:
    """How long until the person can start, in weeks."""

    kind: ClassVar[str] = "notice_period"
    weeks: float


FactValue = (
    Money
    | People
    | Years
    | Certification
    | Education
    | Clearance
    | Language
    | Licence
    | RightToWork
    | Tool
    | Location
    | Sector
    | Result
    | NoticePeriod
)

VALUE_TYPES: dict[str, type[FactValue]] = {
    cls.kind: cls
    for cls in (
        Money,
        People,
        Years,
        Certification,
        Education,
        Clearance,
        Language,
        Licence,
        RightToWork,
        Tool,
        Location,
        Sector,
        Result,
        NoticePeriod,
    )
}
