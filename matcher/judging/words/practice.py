"""Judges practices by words: channels, hours, clerical and practical tasks that a role names.

Must not know how they are read. Of all that is asked any part denied contradicts the whole, and a
part that is silent leaves it partly met. Where a role asks for more than the practice itself, only
what the CV denies is decided here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from data.knowledge.asking import plain
from data.knowledge.practices import Practice, practices
from matcher.facts.practices.asked import PracticesAsked, asked
from matcher.facts.practices.told import Said, told
from matcher.facts.states.disowned import with_following
from matcher.judging.evidence.evidence import either, listed
from matcher.judging.evidence.post_quotes import sentence_quoted
from matcher.types import Candidate, Evidence, Outcome, Sentence, Verdict

_SILENT_SECTIONS = frozenset({"references", "keywords"})
# 'Chat only': of the other channels nothing was done, where no second post is told of.
_ONLY = r"(?:only|exclusively|solely|purely|entirely)"
_Found = tuple[Outcome, Evidence | None]


def judge(words: str, candidate: Candidate) -> Verdict | None:
    """Judge the practices that words of a role ask for; None where they name none.

    Returns:
        The verdict; None too where the words ask for more than the CV can deny here.
    """
    wanted = asked(words)
    if wanted is None:
        return None
    found = [_shown(row, wanted, candidate) for row in wanted.rows]
    outcome = _together([each[0] for each in found], any_of=wanted.any_of)
    if not wanted.whole and outcome is not Outcome.NOT_MET:
        return None
    return _worded(wanted, found, outcome)


def _together(outcomes: Sequence[Outcome], *, any_of: bool) -> Outcome:
    if any_of:
        if Outcome.MET in outcomes:
            return Outcome.MET
        silent = Outcome.NOT_STATED in outcomes
        return Outcome.NOT_STATED if silent else Outcome.NOT_MET
    if Outcome.NOT_MET in outcomes:
        return Outcome.NOT_MET
    return outcomes[0] if len(set(outcomes)) == 1 else Outcome.PARTLY


def _shown(row: Practice, wanted: PracticesAsked, candidate: Candidate) -> _Found:
    """What a CV says of one practice: 'never' and 'cannot' outweigh what else it tells."""
    said: dict[Said, Evidence] = {}
    whole = candidate.text.lower()
    hinted = any(part in whole for part in row.hints)
    for sentence, behind in with_following(candidate.sentences) if hinted else ():
        if sentence.section in _SILENT_SECTIONS:
            continue
        found = told(row, sentence.text, sentence.section, willing=wanted.willing, following=behind)
        if found is not None and not _is_of_one_post(found[0], sentence, candidate):
            said.setdefault(found[0], sentence_quoted(candidate, sentence))
    if Said.UNABLE in said and row.ability:
        return Outcome.NOT_MET, said[Said.UNABLE]
    if Said.NEVER in said:
        return Outcome.NOT_MET, said[Said.NEVER]
    if Said.SHOWN in said:
        return Outcome.MET, said[Said.SHOWN]
    denial = said.get(Said.DENIED) or said.get(Said.UNABLE) or _ruled_out(row, candidate)
    return (Outcome.NOT_MET, denial) if denial else (Outcome.NOT_STATED, None)


def _is_of_one_post(said: Said, sentence: Sentence, candidate: Candidate) -> bool:
    """Whether 'no nights' is told of one post of several: the others may have had them."""
    return said is Said.DENIED and sentence.position is not None and len(candidate.positions) > 1


def _ruled_out(row: Practice, candidate: Candidate) -> Evidence | None:
    """The sentence that says that all contact was on another channel."""
    if row.family != "channel" or len(candidate.positions) > 1:
        return None
    for sentence in candidate.sentences:
        low = plain(sentence.text)
        if re.search(rf"\b{_ONLY}\b", low) and any(
            _is_only(other, low) for other in practices().rows if other.family == "channel"
        ):
            return sentence_quoted(candidate, sentence)
    return None


def _is_only(other: Practice, low: str) -> bool:
    for name in other.asked.finditer(low):
        if re.match(rf"\s+(?:\w+\s)?{_ONLY}\b", low[name.end() :]):
            return True
        if re.search(
            rf"\b{_ONLY}\s+(?:ever\s+)?(?:by|via|over|on|through)?\s*$", low[: name.start()]
        ):
            return True
    return False


def _worded(wanted: PracticesAsked, found: Sequence[_Found], outcome: Outcome) -> Verdict:
    names = [row.name for row in wanted.rows]
    quotes = tuple(
        dict.fromkeys(
            quote for each, quote in found if quote and (outcome in (each, Outcome.PARTLY))
        )
    )
    if outcome is Outcome.MET:
        shown = [name for name, each in zip(names, found, strict=True) if each[0] is outcome]
        return Verdict(outcome, f"The CV tells of {listed(shown, 'and')}.", quotes, None, 1.0)
    if outcome is Outcome.NOT_MET:
        denied = [name for name, each in zip(names, found, strict=True) if each[0] is outcome]
        reason = f"What the CV says speaks against {either(denied)}."
        return Verdict(outcome, reason, quotes, None, 0.0)
    silent = [n for n, each in zip(names, found, strict=True) if each[0] is Outcome.NOT_STATED]
    question = f"What have you done in {listed(silent, 'and')}, where and how often?"
    reason = f"The CV does not tell of {either(silent)}."
    return Verdict(outcome, reason, quotes, question)
