"""Judges what cannot be typed - duties, skills, general asks - by the closest words of the CV.

Must not know which model measures closeness. Meaning alone never contradicts a candidate: what is
not close is not stated, never not met.
"""

from __future__ import annotations

from collections.abc import Sequence

from matcher.judging.context import Context
from matcher.judging.words.telling import answer, tells
from matcher.types import Candidate, Outcome, Verdict


def judge_words(asked: str, candidate: Candidate, context: Context) -> Verdict:
    """Judge words of a role by the candidate's closest passage.

    Args:
        asked: The words of the requirement.
        candidate: Whose passages are looked at.
        context: Holds the cosines and the thresholds.

    Returns:
        Met, partly or not stated; ``attained`` is the cosine of the closest passage, at least 0.
    """
    cosines = context.meaning.passages(asked)
    if not cosines:
        return Verdict(
            Outcome.NOT_STATED,
            "The CV holds no text to compare with this.",
            question=_question(asked),
            attained=0.0,
        )
    closest = _closest(candidate, cosines)
    cosine = max(0.0, cosines[closest])
    if cosine < context.partly_from:
        return Verdict(
            Outcome.NOT_STATED,
            "Nothing in the CV comes close to this.",
            question=_question(asked),
            attained=cosine,
        )
    evidence = answer(candidate.passages[closest], asked, candidate)
    if cosine >= context.met_from:
        return Verdict(
            Outcome.MET, "The CV tells of work close to what is asked.", (evidence,), None, cosine
        )
    return Verdict(
        Outcome.PARTLY,
        "The CV tells of something related, but not plainly of this.",
        (evidence,),
        _question(asked),
        cosine,
    )


def _closest(candidate: Candidate, cosines: Sequence[float]) -> int:
    """Return the number of the closest passage that is no header, or of all where all are.

    A header stands close to any role of its title, and tells nothing of what was done.
    """
    closest = cosines.index(max(cosines))
    if tells(candidate.passages[closest], candidate):
        return closest
    downwards = sorted(range(len(cosines)), key=lambda index: (-cosines[index], index))
    telling = (index for index in downwards if tells(candidate.passages[index], candidate))
    return next(telling, downwards[0])


def _question(asked: str) -> str:
    words = " ".join(asked.split()).rstrip(".;:, ")
    short = words if len(words) <= 160 else words[:157].rsplit(" ", 1)[0] + " ..."
    return f"What have you done that shows this: '{short}'?"
