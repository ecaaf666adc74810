"""Roles and CVs in, ranked and explained matches out: reads as the story of the matcher.

Must not know where texts come from, which model encodes, or where results go: its collaborators
are passed in.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Protocol

from matcher.appraisal import Appraisal, context_of
from matcher.brief import Brief, brief
from matcher.columns import standings_in
from matcher.judging.combining import combined
from matcher.judging.context import Context, Meaning
from matcher.judging.together import decide_all, judge_all
from matcher.matching import match_of
from matcher.meaning import (
    CandidateMeaning,
    Encoder,
    Phrases,
    PoolMeaning,
    meanings,
    phrases_of,
    told_by,
    vectors_of,
)
from matcher.members import Member, member
from matcher.pool import Pool, pool_of
from matcher.ranking import order
from matcher.scoring import contributions
from matcher.types import Candidate, Match, Notice, Role, Standing, Verdict
from matcher.weights import Weights

if TYPE_CHECKING:
    from matcher.candidates.reader import Split
    from matcher.facts.mentions.second_reading import Classify


# A pool this many times as large as what is judged is looked through for close words first.
WIDER = 10


class Recall(Protocol):
    """Who of a very large pool comes close to a role by meaning and by words."""

    def __call__(
        self, documents: Mapping[str, Sequence[str]], queries: Sequence[str], k: int
    ) -> list[str]:
        """Return the ids of at most ``k`` documents, given as their texts by id, best first."""
        ...


@dataclass(frozen=True, slots=True)
class Matcher:
    """The engine with its collaborators.

    Attributes:
        encoder: Text to vectors.
        split: Sentences to passages that fit the encoder.
        weights: What counts how much.
        as_of: The date that 'present' means.
        recall: Narrows a pool more than `WIDER` times as large as ``judge_at_most`` to as many;
            None to look at whoever there is.
        judge_at_most: How many candidates are judged at most: of more, the most promising.
        classify: What the mentions of a CV are to the person; None to read by rule alone.
    """

    encoder: Encoder
    split: Split
    weights: Weights
    as_of: date
    recall: Recall | None = None
    judge_at_most: int = 5000
    classify: Classify | None = None

    def read_role(self, role_id: str, text: str) -> Role:
        """Return the role that ``text`` describes."""
        from matcher.roles.reader import read_role  # as in read_candidate

        return read_role(role_id, text)

    def read_candidate(self, candidate_id: str, text: str) -> Candidate:
        """Return the candidate whose CV ``text`` is."""
        # The readers' patterns take longer to compile than it takes to rank a pool: who has read
        # everything before goes without them.
        from matcher.candidates.reader import read_candidate

        return read_candidate(candidate_id, text, self.split, self.as_of, self.classify)

    def rank(self, role: Role, candidates: Sequence[Candidate]) -> list[Match]:
        """Return the match of every candidate that is judged, best first: by (-score, id).

        Everybody is judged, unless the pool is larger than ``judge_at_most``.
        """
        pool = self.prepare(self._near(role, candidates))
        return order(self.explain(role, self.promising(role, pool)))

    def prepare(self, candidates: Sequence[Candidate]) -> Pool:
        """Return candidates ready to be judged by any role; to be held by who ranks them again."""
        vectors = vectors_of(self.encoder, candidates)
        return Pool([member(*each) for each in zip(candidates, vectors, strict=True)])

    def standings(self, role: Role, members: Sequence[Member]) -> list[Standing]:
        """Return where everybody stands, best first, with nothing explained.

        The numbers are those that `explain` gives, for a small part of its price. A pool that was
        asked the same before need not be judged again.
        """
        looked_at = self._appraisal(role, members)
        return standings_in(looked_at.columns(looked_at.all_rows()))

    def prospects(self, role: Role, members: Sequence[Member]) -> list[Standing]:
        """Return where everybody would stand if what takes long to judge spoke for them.

        Best first. Nobody's score in `standings` is higher. It takes a fraction of the time.
        """
        looked_at = self._appraisal(role, members)
        return standings_in(looked_at.columns(looked_at.promising_rows()))

    def shortlist(self, role: Role, members: Sequence[Member], most: int) -> list[Match]:
        """Return the matches of the ``most`` best, as they stand in the ranking of all.

        Only those are judged who could be among them, and only those explained who are.
        """
        about, pool = self._brief(role), pool_of(members)
        rows = Appraisal(about, pool, self.weights, self.as_of).best_rows(most)
        return list(self._matches(about, [pool[int(row)] for row in rows]))

    def explain(self, role: Role, members: Sequence[Member]) -> list[Match]:
        """Return the match of each member, in the order given: verdicts, quotes and questions."""
        about = self._brief(role)
        return list(self._matches(about, members))

    def decide(
        self, role: Role, members: Sequence[Member], wanted: Collection[str]
    ) -> list[dict[str, Verdict]]:
        """Return each member's verdicts on some requirements, in the order given.

        The outcomes are those that `explain` gives; the evidence is the bare words that decide.

        Args:
            role: Whose requirements they are.
            members: Who is judged.
            wanted: Ids of the requirements; whatever is tied to one of them must be among them.
        """
        asked = tuple(each for each in role.requirements if each.id in wanted)
        about = self._brief(replace(role, requirements=asked))
        shown = [self._shown(about, each)[0] for each in members]
        return [
            decide_all(asked, one.candidate, self._context(meaning))
            for one, meaning in zip(shown, self._meanings(about, shown), strict=True)
        ]

    def promising(self, role: Role, pool: Pool) -> Pool:
        """Return a pool, or of one that is too large those of it who are to be judged."""
        if len(pool) <= self.judge_at_most:
            return pool
        rows = self._appraisal(role, pool).promising_rows()[: self.judge_at_most]
        return Pool([pool[int(row)] for row in sorted(rows)])

    def _near(self, role: Role, candidates: Sequence[Candidate]) -> Sequence[Candidate]:
        """Return candidates, or of very many those whose words come close to the role."""
        most = WIDER * self.judge_at_most
        if self.recall is None or len(candidates) <= most:
            return candidates
        by_id = {each.id: each for each in candidates}
        told = {name: told_by(each) for name, each in by_id.items()}
        return [by_id[name] for name in self.recall(told, phrases_of(role), most)]

    def match(self, role: Role, candidate: Candidate, meaning: CandidateMeaning) -> Match:
        """Judge and score one candidate; nothing here depends on the others."""
        about = brief(role, self.weights, meaning.phrases, self.as_of)
        (match,) = self._matches(about, [member(candidate, meaning.vectors)])
        return match

    def _brief(self, role: Role) -> Brief:
        return brief(role, self.weights, Phrases(self.encoder, phrases_of(role)), self.as_of)

    def _appraisal(self, role: Role, members: Sequence[Member]) -> Appraisal:
        return Appraisal(self._brief(role), pool_of(members), self.weights, self.as_of)

    def _shown(self, about: Brief, one: Member) -> tuple[Member, list[tuple[int, int]]]:
        """Return a member less what the CV copied from the role, and where it did."""
        pasted = about.pasted(one)
        return (one.less(pasted) if pasted else one), pasted

    def _matches(self, about: Brief, members: Sequence[Member]) -> Iterator[Match]:
        shown = [self._shown(about, each) for each in members]
        found = self._meanings(about, [one for one, _ in shown])
        for (one, pasted), meaning in zip(shown, found, strict=True):
            yield self._match(about, one.candidate, meaning, pasted_notice(pasted))

    def _meanings(self, about: Brief, shown: Sequence[Member]) -> Iterable[Meaning]:
        vectors = [each.vectors for each in shown]
        return meanings(about.phrases, vectors, about.phrases.announced, [about.role.title])

    def _match(
        self, about: Brief, candidate: Candidate, meaning: Meaning, noticed: tuple[Notice, ...]
    ) -> Match:
        role, weights = about.role, self.weights
        verdicts = judge_all(role.requirements, candidate, self._context(meaning))
        lines = contributions(about.card, role, candidate, verdicts, meaning, weights, self.as_of)
        warnings = candidate.warnings + noticed
        return match_of(candidate.id, role, lines, verdicts, warnings, weights)

    def judge_statement(self, statement: str, candidate: Candidate) -> tuple[str, Verdict]:
        """Judge one requirement, as an ad would state it, against one CV.

        Returns:
            The kind of the statement's first requirement, and the verdict on the whole of it.
        """
        from matcher.roles.reader import read_statement  # as in read_candidate

        requirements = read_statement(statement)
        meaning = PoolMeaning(self.encoder, [candidate]).of(0)
        context = self._context(meaning)
        verdicts = judge_all(requirements, candidate, context)
        return requirements[0].kind, combined(requirements, list(verdicts.values()))

    def _context(self, meaning: Meaning) -> Context:
        return context_of(meaning, self.weights, self.as_of)


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
