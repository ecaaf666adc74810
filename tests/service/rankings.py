"""Rankings written by hand, so that a report can be tested without reading a file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from matcher.criteria import CertificationHeld, Duty, MoneyScope, TeamSize
from matcher.types import (
    Candidate,
    Contribution,
    Evidence,
    Importance,
    Match,
    Notice,
    Outcome,
    Requirement,
    Role,
    Verdict,
)
from matcher.weights import default_weights
from service.intake import Failure
from service.result import Ranking
from tests.fakes import identity

ROLE_TEXT = "Lead the desk. A budget of £2m. A team of 20. ITIL Expert or CITP preferred."


def asked(
    name: str, words: str, criterion: object, essential: bool = True, group: str | None = None
) -> Requirement:
    """Return a requirement read from `words` of the role."""
    start = ROLE_TEXT.index(words)
    importance = Importance.ESSENTIAL if essential else Importance.DESIRABLE
    return Requirement(name, words, start, start + len(words), importance, criterion, group=group)  # type: ignore[arg-type]


ROLE = Role(
    id="desk",
    title="Head of Desk",
    text=ROLE_TEXT,
    sections=(),
    requirements=(
        asked("R1", "Lead the desk", Duty()),
        asked("R2", "A budget of £2m", MoneyScope(2e6)),
        asked("R3", "A team of 20", TeamSize(20)),
        asked("R4", "ITIL Expert", CertificationHeld(("ITIL Expert",)), essential=False, group="g"),
        asked("R5", "CITP", CertificationHeld(("CITP",)), essential=False, group="g"),
    ),
)

ANNA_TEXT = "Anna Example\nRan the desk with a budget of £3m and 25 people. ITIL Expert."
BEN_TEXT = "Ben Example\nWorked on the desk. My team was 4 people."


def quoting(text: str, words: str) -> tuple[Evidence, ...]:
    """Return the evidence that quotes `words`."""
    start = text.index(words)
    return (Evidence(start, start + len(words), words),)


ANNA = Match(
    candidate_id="anna",
    score=80.0,
    band="strong",
    contributions=(
        Contribution("posts held against the title", 20.0, 30.0),
        Contribution("A budget of £2m", 30.0, 30.0, "R2"),
        Contribution("A team of 20", 20.0, 30.0, "R3"),
        Contribution("ITIL Expert (or one of 1 alternatives)", 10.0, 10.0, "R4"),
    ),
    verdicts=(
        ("R1", Verdict(Outcome.MET, "The CV tells of it.", quoting(ANNA_TEXT, "Ran the desk"))),
        ("R2", Verdict(Outcome.MET, "£3m was held.", quoting(ANNA_TEXT, "a budget of £3m"))),
        ("R3", Verdict(Outcome.PARTLY, "Close.", quoting(ANNA_TEXT, "25 people"), "How many?")),
        ("R4", Verdict(Outcome.MET, "It is held.", quoting(ANNA_TEXT, "ITIL Expert"))),
        ("R5", Verdict(Outcome.NOT_STATED, "It says nothing.", (), "Do you hold CITP?")),
    ),
    questions=("How many?", "Do you hold CITP?"),
    warnings=(),
)
BEN = Match(
    candidate_id="ben",
    score=12.5,
    band="unlikely",
    contributions=(
        Contribution("posts held against the title", 5.0, 30.0),
        Contribution("A budget of £2m", 7.5, 30.0, "R2"),
        Contribution("A team of 20", 0.0, 30.0, "R3"),
        Contribution("ITIL Expert (or one of 1 alternatives)", 0.0, 10.0, "R4"),
    ),
    verdicts=(
        ("R1", Verdict(Outcome.NOT_STATED, "Nothing comes close.")),
        ("R2", Verdict(Outcome.NOT_STATED, "No budget is given.", (), "Which budgets?")),
        ("R3", Verdict(Outcome.NOT_MET, "The team had 4 people.", quoting(BEN_TEXT, "4 people"))),
        ("R4", Verdict(Outcome.NOT_STATED, "It says nothing.", (), "Do you hold ITIL Expert?")),
        ("R5", Verdict(Outcome.NOT_STATED, "It says nothing.", (), "Do you hold CITP?")),
    ),
    questions=("Which budgets?", "Do you hold ITIL Expert?", "Do you hold CITP?"),
    warnings=(Notice("hidden_text", "White text was left out."),),
)

RANKING = Ranking(
    role=ROLE,
    matches=(ANNA, BEN),
    candidates={"anna": Candidate("anna", ANNA_TEXT), "ben": Candidate("ben", BEN_TEXT)},
    failed=(Failure("cvs/scan.pdf", "scan.pdf: this PDF holds only images. Run OCR on it."),),
    pool=2,
    judged=2,
    model=identity(),
    weights=default_weights(),
    as_of=date(2026, 11, 23),
)


def with_cv(text: str) -> Ranking:
    """Return a ranking of one candidate, whose CV is `text` and who answers nothing."""
    verdicts = tuple(
        (each.id, Verdict(Outcome.NOT_STATED, "Silent.")) for each in ROLE.requirements
    )
    match = replace(BEN, verdicts=verdicts, candidate_id="cara")
    return replace(
        RANKING,
        matches=(match,),
        candidates={"cara": Candidate("cara", text)},
        failed=(),
        pool=1,
        judged=1,
    )


def named(name: str) -> Ranking:
    """Return the ranking with the first candidate called `name`."""
    candidates = {**RANKING.candidates, name: replace(RANKING.candidates["anna"], id=name)}
    first = replace(ANNA, candidate_id=name)
    return replace(RANKING, matches=(first, BEN), candidates=candidates)
