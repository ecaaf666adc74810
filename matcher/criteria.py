"""What a requirement can ask: one small frozen class per kind of requirement.

Must not know where a criterion was read or how it is judged. ``kind`` is the name in the
machine-readable forms; every field but ``kind`` appears there under its own name.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from matcher.values import EducationLevel


@dataclass(frozen=True, slots=True)
class ExperienceYears:
    """Time spent in a function.

    Attributes:
        min_years: None where experience is asked without a length.
        of: The function, setting or kind of work, as a short phrase.
        leading: Whether the time must have been spent leading people.
        min_people: Smallest team that counts for ``leading``, None where unsaid.
    """

    kind: ClassVar[str] = "experience_years"
    min_years: float | None
    of: str
    leading: bool = False
    min_people: float | None = None


@dataclass(frozen=True, slots=True)
class MoneyScope:
    """A budget, P&L, contract or sales target held.

    Attributes:
        min_amount: A year's amount in ``currency``; None where no size is asked.
        currency: ISO 4217.
        scope: What must have been held.
        strict: Whether only this scope counts ('full P&L ownership': a budget does not do).
        part: The share of a budget that is asked ("capex"), or "" where any does.
        annual: Whether a year's worth is asked: the total of several years is then divided.
    """

    kind: ClassVar[str] = "money_scope"
    min_amount: float | None
    currency: str = "GBP"
    scope: Literal["p_and_l", "budget", "contract_value", "sales_target"] = "budget"
    strict: bool = False
    part: str = ""
    annual: bool = False


@dataclass(frozen=True, slots=True)
class TeamSize:
    """People led. ``direct_only`` where the role asks for direct reports.

    ``several_sites`` and ``offshore`` where some must be led elsewhere as well.
    """

    kind: ClassVar[str] = "team_size"
    min_people: float | None
    managers_of_managers: bool = False
    direct_only: bool = False
    several_sites: bool = False
    offshore: bool = False


@dataclass(frozen=True, slots=True)
class CertificationHeld:
    """Certificates by name; ``or_equivalent`` accepts a peer of the same level elsewhere.

    ``or_towards`` accepts who is on the way to one: 'MCIPD or working towards it'.
    """

    kind: ClassVar[str] = "certification"
    any_of: tuple[str, ...] = ()
    all_of: tuple[str, ...] = ()
    or_equivalent: bool = False
    or_towards: bool = False


FULL_MASTERS = "full master's"


@dataclass(frozen=True, slots=True)
class EducationHeld:
    """A level of education; ``min_grade`` such as "2:1", or "" where none is asked.

    Of the level "masters" it may be `FULL_MASTERS`: no postgraduate diploma or certificate does.
    ``or_years`` is how many years of experience do instead, where a number is named.
    """

    kind: ClassVar[str] = "education"
    level: EducationLevel
    subject: str | None = None
    or_equivalent_experience: bool = False
    min_grade: str = ""
    or_years: float | None = None


@dataclass(frozen=True, slots=True)
class ClearanceHeld:
    """Vetting; ``eligible`` where being able to obtain it is enough."""

    kind: ClassVar[str] = "clearance"
    any_of: tuple[str, ...]
    eligible: bool = False


@dataclass(frozen=True, slots=True)
class LanguageSpoken:
    """A language at a level: CEFR A1 to C2, "native", or None where any level does.

    ``at_least`` is how many of those in ``any_of`` must be spoken.
    """

    kind: ClassVar[str] = "language"
    any_of: tuple[str, ...]
    level: str | None = None
    at_least: int = 1


@dataclass(frozen=True, slots=True)
class LicenceHeld:
    """A licence; ``clean`` where it must be free of points."""

    kind: ClassVar[str] = "licence"
    any_of: tuple[str, ...]
    clean: bool = False


@dataclass(frozen=True, slots=True)
class MayWork:
    """The right to work without a sponsor; ``country`` is "" for the United Kingdom."""

    kind: ClassVar[str] = "right_to_work"
    country: str = ""


@dataclass(frozen=True, slots=True)
class ToolUsed:
    """A product, technology or method.

    Attributes:
        any_of: Names, any one of which does.
        or_similar: Whether a comparable product does ('ServiceNow or similar').
        level: "expert", "advanced" ... where a depth is asked, else "".
    """

    kind: ClassVar[str] = "tool"
    any_of: tuple[str, ...]
    or_similar: bool = False
    level: str = ""


@dataclass(frozen=True, slots=True)
class LocatedAt:
    """Living near or travelling to a place; ``miles`` is how near, None where unsaid.

    ``on_site`` says that the work is done there, so that who would only work from home is out.
    """

    kind: ClassVar[str] = "location"
    place: str
    miles: float | None = None
    on_site: bool = False


@dataclass(frozen=True, slots=True)
class NoticeWithin:
    """The longest notice period that can be waited for, in weeks."""

    kind: ClassVar[str] = "notice_period"
    max_weeks: float


@dataclass(frozen=True, slots=True)
class SectorWorked:
    """Experience in a sector, under the canonical names of the sector table."""

    kind: ClassVar[str] = "sector"
    any_of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ResultShown:
    """A result the person has brought about: requirement kind ``outcome``.

    Attributes:
        metric: Canonical name ("CSAT", "cost").
        target: As asked ("95% or above"), None where no size is asked.
        direction: "up", "down" or "" where either does.
        amount: The asked size, None where there is none.
        unit: "%", "points", a currency code ... or "".
    """

    kind: ClassVar[str] = "outcome"
    metric: str
    target: str | None = None
    direction: str = ""
    amount: float | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Skill:
    """A named competency with a proficiency level of a framework (DDaT, SFIA, Role Model Plus)."""

    kind: ClassVar[str] = "skill"
    name: str
    level: str | None = None
    framework: str | None = None


@dataclass(frozen=True, slots=True)
class Duty:
    """Something the post does; judged by meaning, or by its scale where it states one.

    Attributes:
        scale: The money or the people that whoever does this answers for ('you will run a P&L of
            about £12m'), None where the duty has no such size. It is not asked of the person, so
            falling short of it contradicts nobody.
    """

    kind: ClassVar[str] = "duty"
    scale: MoneyScope | TeamSize | None = None


@dataclass(frozen=True, slots=True)
class General:
    """Anything else asked of the person; judged by meaning."""

    kind: ClassVar[str] = "general"


Criterion = (
    ExperienceYears
    | MoneyScope
    | TeamSize
    | CertificationHeld
    | EducationHeld
    | ClearanceHeld
    | LanguageSpoken
    | LicenceHeld
    | MayWork
    | ToolUsed
    | LocatedAt
    | NoticeWithin
    | SectorWorked
    | ResultShown
    | Skill
    | Duty
    | General
)

CRITERION_TYPES: dict[str, type[Criterion]] = {
    cls.kind: cls
    for cls in (
        ExperienceYears,
        MoneyScope,
        TeamSize,
        CertificationHeld,
        EducationHeld,
        ClearanceHeld,
        LanguageSpoken,
        LicenceHeld,
        MayWork,
        ToolUsed,
        LocatedAt,
        NoticeWithin,
        SectorWorked,
        ResultShown,
        Skill,
        Duty,
        General,
    )
}

# The kinds that are judged against typed facts; the rest are judged by meaning.
HARD_KINDS = frozenset(CRITERION_TYPES) - {"skill", "duty", "general"}
