"""Roles and CVs in, ranked and explained matches out: reads as the story of the matcher.

Must not know where texts come from, which model encodes, or where results go: its collaborators
are passed in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from matcher.candidates.reader import Split, read_candidate
from matcher.candidates.timeline import months
from matcher.candidates.trust import keyword_lists, pasted_from
from matcher.judging.combining import combined
from matcher.judging.context import Context, Meaning
from matcher.judging.together import judge_all
from matcher.matching import match_of
from matcher.meaning import CandidateMeaning, Encoder, PoolMeaning, phrases_of
from matcher.ranking import order
from matcher.roles.reader import read_role, read_statement
from matcher.scoring import contributions, scorecard
from matcher.types import Candidate, Match, Notice, Role, Verdict
from matcher.weights import Weights


class Recall(Protocol):
    """The recall stage: who of a large pool is worth judging."""

    def __call__(
        self, documents: Mapping[str, Sequence[str]], queries: Sequence[str], k: int
    ) -> list[str]:
        """Return the ids of at most ``k`` documents, given as passages by id, best first."""
        ...


@dataclass(frozen=True, slots=True)
class Matcher:
    """The engine with its collaborators.

    Attributes:
        encoder: Text to vectors.
        split: Sentences to passages that fit the encoder.
        weights: What counts how much.
        as_of: The date that 'present' means.
        recall: Chooses whom to judge in a pool larger than ``judge_at_most``; None to judge all.
        judge_at_most: How many candidates are judged at most, where there is a recall stage.
    """

    encoder: Encoder
    split: Split
    weights: Weights
    as_of: date
    recall: Recall | None = None
    judge_at_most: int = 5000

    def read_role(self, role_id: str, text: str) -> Role:
        """Return the role that ``text`` describes."""
        return read_role(role_id, text)

    def read_candidate(self, candidate_id: str, text: str) -> Candidate:
        """Return the candidate whose CV ``text`` is."""
        return read_candidate(candidate_id, text, self.split, self.as_of)

    def rank(self, role: Role, candidates: Sequence[Candidate]) -> list[Match]:
        """Return the match of every candidate that is judged, best first: by (-score, id).

        Everybody is judged, unless the pool is larger than ``judge_at_most``.
        """
        judged = self.recalled(role, candidates)
        meaning = PoolMeaning(self.encoder, judged, phrases_of(role))
        return order(
            self.match(role, candidate, meaning.of(index)) for index, candidate in enumerate(judged)
        )

    def recalled(self, role: Role, candidates: Sequence[Candidate]) -> Sequence[Candidate]:
        """Return the candidates to judge: all, or those the recall stage finds."""
        if self.recall is None or len(candidates) <= self.judge_at_most:
            return candidates
        by_id = {each.id: each for each in candidates}
        passages = {
            name: [passage.text for passage in each.passages] for name, each in by_id.items()
        }
        return [by_id[name] for name in self.recall(passages, phrases_of(role), self.judge_at_most)]

    def match(self, role: Role, candidate: Candidate, meaning: CandidateMeaning) -> Match:
        """Judge and score one candidate; nothing here depends on the others."""
        pasted = pasted_from(role.text, candidate)
        listed = keyword_lists(candidate.text, candidate.sentences)
        empty_words = [*pasted, *((each.start, each.end) for each in listed)]
        if empty_words:
            candidate, meaning = without(candidate, meaning, empty_words, self.as_of)
        context = self._context(meaning)
        verdicts = judge_all(role.requirements, candidate, context)
        card = scorecard(role, self.weights)
        lines = contributions(card, role, candidate, verdicts, meaning, self.weights, self.as_of)
        warnings = candidate.warnings + pasted_notice(pasted)
        return match_of(candidate.id, role, lines, verdicts, warnings, self.weights)

    def judge_statement(self, statement: str, candidate: Candidate) -> tuple[str, Verdict]:
        """Judge one requirement, as an ad would state it, against one CV.

        Returns:
            The kind of the statement's first requirement, and the verdict on the whole of it.
        """
        requirements = read_statement(statement)
        meaning = PoolMeaning(self.encoder, [candidate]).of(0)
        context = self._context(meaning)
        verdicts = judge_all(requirements, candidate, context)
        return requirements[0].kind, combined(requirements, list(verdicts.values()))

    def _context(self, meaning: Meaning) -> Context:
        return Context(self.as_of, meaning, self.weights.met_from, self.weights.partly_from)


def without(
    candidate: Candidate, meaning: CandidateMeaning, spans: Sequence[tuple[int, int]], as_of: date
) -> tuple[Candidate, CandidateMeaning]:
    """Return the candidate less whatever was read from words that touch one of ``spans``.

    Posts stay in their places, emptied, because facts refer to them by number.
    """

    def clear(start: int, end: int) -> bool:
        return all(end <= first or start >= last for first, last in spans)

    kept = [n for n, each in enumerate(candidate.passages) if clear(each.start, each.end)]
    own = [clear(each.span[0], each.span[0] + 1) for each in candidate.positions]
    positions = tuple(
        each if theirs else replace(each, title=None, employer=None, start=None, end=None)
        for each, theirs in zip(candidate.positions, own, strict=True)
    )
    return (
        replace(
            candidate,
            positions=positions,
            sentences=tuple(each for each in candidate.sentences if clear(each.start, each.end)),
            facts=tuple(each for each in candidate.facts if clear(each.start, each.end)),
            passages=tuple(candidate.passages[n] for n in kept),
            experience_months=months(positions, as_of),
        ),
        meaning.keeping(kept, own),
    )


def pasted_notice(spans: Sequence[tuple[int, int]]) -> tuple[Notice, ...]:
    """Return the warning about text that was copied from the role, if there is any."""
    if not spans:
        return ()
    places = "place" if len(spans) == 1 else "places"
    return (
        Notice(
            "pasted_role_text",
            f"The CV repeats the role's own words in {len(spans)} {places}; they earn nothing.",
        ),
    )
