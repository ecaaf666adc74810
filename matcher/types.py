"""The records that every part of the matcher passes to the next: frozen, typed, JSON-able.

Must not know how anything is read, judged or scored. Spans are pairs of offsets in Unicode code
points into the text of the document, end-exclusive, so that ``text[start:end]`` is the quote.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeVar

from matcher.criteria import Criterion, Duty, MoneyScope, TeamSize
from matcher.values import FactValue

Found = TypeVar("Found")


class Importance(StrEnum):
    """How a role asks for something."""

    ESSENTIAL = "essential"
    DESIRABLE = "desirable"


class Status(StrEnum):
    """In what state a CV shows a fact."""

    HELD = "held"
    IN_PROGRESS = "in_progress"
    LAPSED = "lapsed"
    DENIED = "denied"


class Outcome(StrEnum):
    """The four answers to 'does this candidate meet this requirement?'."""

    MET = "met"
    PARTLY = "partly"
    NOT_MET = "not_met"
    NOT_STATED = "not_stated"


# Silence stands above a contradiction: it is a question to ask.
BEST_FIRST = (Outcome.MET, Outcome.PARTLY, Outcome.NOT_STATED, Outcome.NOT_MET)


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of a document under one heading.

    Attributes:
        heading: The heading as printed, or "" for text before the first one.
        kind: What the heading means, from ``data/knowledge/headings.toml`` ("experience",
            "essential", "benefits" ...); "other" where it means nothing to us.
        start: Offset of the heading (of the text, where there is no heading).
        end: Offset where the next section starts.
    """

    heading: str
    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """The unit in which facts and requirements are read: a sentence, bullet or table row.

    Attributes:
        text: Exactly ``document[start:end]``; may hold a soft line break.
        start: Offset of the first character.
        end: Offset behind the last character.
        section: Kind of the section it stands in.
        position: Index into ``Candidate.positions`` of the post it stands under, or None.
        label: The words before a colon or in the first cell that name the row ("Budget",
            "Languages"), "" where there are none.
    """

    text: str
    start: int
    end: int
    section: str = "other"
    position: int | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """A criterion read from a sentence of a role, with the span of the words that state it."""

    criterion: Criterion
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing a role asks of a person.

    Attributes:
        id: "R1", "R2" ... in reading order; "A1", "A2" ... where a person added it.
        text: The words it was read from, ``role.text[start:end]``. Words that a person added stand
            nowhere in the role: their span is empty, at the end of the role's text.
        start: Offset of the words.
        end: Offset behind the words.
        importance: Essential or desirable.
        criterion: What must hold, typed; its ``kind`` is the requirement's kind.
        same_post_as: Id of a requirement that must be met in the same post, or None.
        within_years: The look-back window in years, or None.
        group: Members of one group are alternatives: meeting one satisfies all. None where the
            requirement stands alone.
        knock_out: Whether a CV that contradicts it takes the candidate out of the shortlist.
        weight: What a person multiplied its weight by, 0 to 10; None is as the weights file says.
    """

    id: str
    text: str
    start: int
    end: int
    importance: Importance
    criterion: Criterion
    same_post_as: str | None = None
    within_years: float | None = None
    group: str | None = None
    knock_out: bool = False
    weight: float | None = None

    @property
    def kind(self) -> str:
        """The requirement's kind, such as ``money_scope``."""
        return self.criterion.kind

    @property
    def scale(self) -> MoneyScope | TeamSize | None:
        """The scale of a duty that states one, else None."""
        return self.criterion.scale if isinstance(self.criterion, Duty) else None


@dataclass(frozen=True, slots=True)
class Role:
    """A role as it was read."""

    id: str
    title: str
    text: str
    sections: tuple[Section, ...]
    requirements: tuple[Requirement, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """Something a CV states, with the words that state it.

    Attributes:
        value: What is stated, typed; its ``kind`` is the fact's kind.
        status: Held, in progress, lapsed or denied.
        start: Offset of the quote.
        end: Offset behind the quote.
        quote: ``candidate.text[start:end]``.
        position: Index into ``Candidate.positions`` of the post it belongs to, or None.
        section: Kind of the section it stands in.
        when: A date stated with it, as printed ("Jan 2027", "2017"), or None. An exam that is
            booked for a date weighs more than one that is hoped for.
        bare: True where it stands in a list of keywords without any context.
    """

    value: FactValue
    status: Status
    start: int
    end: int
    quote: str
    position: int | None = None
    section: str = "other"
    when: str | None = None
    bare: bool = False

    @property
    def kind(self) -> str:
        """The fact's kind, such as ``money``."""
        return self.value.kind


@dataclass(frozen=True, slots=True)
class Position:
    """One post on a candidate's time line.

    Attributes:
        title: As printed, or None.
        employer: As printed, or None.
        start: "YYYY-MM", "YYYY" or None.
        end: "YYYY-MM", "YYYY", "present" or None.
        span: The whole entry: heading line and what is told beneath it.
    """

    title: str | None
    employer: str | None
    start: str | None
    end: str | None
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Outline:
    """A CV laid out, before any fact is read from it: what every fact reader gets."""

    text: str
    sections: tuple[Section, ...]
    positions: tuple[Position, ...]
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """What the encoder sees of a CV: the words of ``[start, end)``, identity taken out."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Notice:
    """A warning about a document, to be shown to the recruiter."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A CV as it was read: everything that judging and ranking need.

    Attributes:
        id: The caller's id, or the file's name without its ending.
        text: The document's text.
        sections: In reading order; they cover the text.
        positions: In the order of the document.
        sentences: The units that facts were read from.
        facts: Every fact, with its span.
        passages: What is embedded.
        experience_months: Months covered by any dated post, overlaps counted once.
        highest_education: "none", "gcse", "a_level", "hnd", "degree", "masters" or "doctorate".
        warnings: Hidden text, keyword lists, text pasted from an ad, contradictions ...
    """

    id: str
    text: str
    sections: tuple[Section, ...] = ()
    positions: tuple[Position, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    facts: tuple[Fact, ...] = ()
    passages: tuple[Passage, ...] = ()
    experience_months: int = 0
    highest_education: str = "none"
    warnings: tuple[Notice, ...] = ()
    # What judges find of the CV by itself: they ask for it again for each thing that is asked.
    _found: dict[Callable[[Candidate], Any], Any] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def once(self, find: Callable[[Candidate], Found]) -> Found:
        """Return what ``find`` returns for this candidate; it is called once and must not change.

        Args:
            find: A function of a module: it is what the answer is kept by.
        """
        if find not in self._found:
            self._found[find] = find(self)
        found: Found = self._found[find]
        return found

    def of(self, kind: type[FactValue]) -> tuple[Fact, ...]:
        """Return the facts whose values are of a type, in their order."""
        return self.once(_by_type).get(kind, ())


def _by_type(candidate: Candidate) -> dict[type[FactValue], tuple[Fact, ...]]:
    found: dict[type[FactValue], list[Fact]] = {}
    for fact in candidate.facts:
        found.setdefault(type(fact.value), []).append(fact)
    return {each: tuple(own) for each, own in found.items()}


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of a CV that a verdict rests on; ``quote == candidate.text[start:end]``."""

    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer to one requirement.

    Attributes:
        outcome: One of the four.
        reason: One plain sentence that can be pasted into an e-mail.
        evidence: What it rests on; empty where nothing was found.
        question: What to ask the candidate where something is missing, else None.
        attained: Share of the asked size that was shown, 0 to 1, where the requirement is a
            size or a similarity; None where it is not.
    """

    outcome: Outcome
    reason: str
    evidence: tuple[Evidence, ...] = ()
    question: str | None = None
    attained: float | None = None


@dataclass(frozen=True, slots=True)
class Contribution:
    """One summand of a score.

    Attributes:
        name: What earned it, in words.
        points: Points earned, 0 to ``possible``.
        possible: The most it could have earned.
        requirement_id: The requirement it comes from, None for the overall fit.
        credit: The share of ``possible`` that was earned, in [0, 1], before points are rounded;
            None where only the points are known.
    """

    name: str
    points: float
    possible: float
    requirement_id: str | None = None
    credit: float | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """One candidate against one role: the score is the sum of its contributions."""

    candidate_id: str
    score: float
    band: str
    contributions: tuple[Contribution, ...]
    verdicts: tuple[tuple[str, Verdict], ...]
    questions: tuple[str, ...]
    warnings: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one candidate stands with a role, before it is explained.

    Attributes:
        candidate_id: Whose it is.
        score: As the match will have it.
        band: As the match will have it.
        outcomes: Of the typed requirements, by their ids, in reading order.
    """

    candidate_id: str
    score: float
    band: str
    outcomes: tuple[tuple[str, Outcome], ...]
