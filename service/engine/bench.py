"""What an engine process does with stored candidates: judges them, again where it is asked to.

Must not know HTTP, queues or other processes. One bench serves one piece of work at a time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from data.documents.document import WARNING_CODES
from matcher.candidates.reader import dated
from matcher.engine import Matcher
from matcher.gist import gist_json
from matcher.meaning import passages_of, titles_of
from matcher.types import Candidate, Role
from matcher.weights import OUT, default_weights, parse_weights
from matcher.wire import (
    candidate_from,
    match_record,
    role_from,
)
from service.engine.reading import ReadingBench
from service.engine.recalling import StoredRecall
from service.engine.records import Decided, Prospect, ReadCv, Replayed
from service.engine.vectors import KeptVectors, Remembering
from service.shelf import fingerprint
from service.store import candidates, matches
from service.store.candidates import Held, NewCandidate
from service.store.database import Database
from service.store.matches import NewMatch
from service.store.packing import unpack
from service.watching import Identified


@dataclass(frozen=True, slots=True)
class _Pool:
    """Some candidates, and what judges them."""

    role: Role
    matcher: Matcher
    keys: list[int]
    candidates: list[Candidate]


class Bench(ReadingBench):
    """A bench that knows the store."""

    @cached_property
    def phrases(self) -> Identified:
        """The encoder for what roles say, which is asked for with every piece of a pool."""
        return Remembering(self.encoder)

    @cached_property
    def database(self) -> Database:
        """The store."""
        return Database(self.settings.database)

    @cached_property
    def recalling(self) -> StoredRecall:
        """What finds those in a very large pool who come close to a role."""
        return StoredRecall(self.database, self.encoder, self.settings.data)

    def close(self) -> None:
        """End what was started."""
        super().close()
        if "database" in self.__dict__:
            self.database.close()

    def judge(self, tenant: int, basis: int, wanted: Sequence[int]) -> int:
        """Judge stored candidates and store the matches; return how many were made."""
        new = self._judged(self._pool(tenant, basis, wanted, keep=True))
        with self.database.writing() as connection:
            matches.put(connection, basis, new)
        return len(new)

    def prospects(self, tenant: int, basis: int, wanted: Sequence[int]) -> list[Prospect]:
        """Return how well stored candidates can stand at best, and store nothing but rereadings."""
        pool = self._pool(tenant, basis, wanted, keep=True)
        keys = {each.id: key for each, key in zip(pool.candidates, pool.keys, strict=True)}
        members = pool.matcher.prepare(pool.candidates)
        return [
            Prospect(keys[each.candidate_id], each.band == OUT, each.score)
            for each in pool.matcher.prospects(pool.role, members)
        ]

    def recall(self, tenant: int, pool: int | None, role: dict[str, Any], k: int) -> list[int]:
        """Return the keys of the ``k`` candidates of a pool, or of all, who come closest."""
        return self.recalling(tenant, pool, role_from(role), k)

    def refresh(self, tenant: int, wanted: Sequence[int], as_of: date) -> int:
        """Read and embed stored candidates again where that is out of date; return how many."""
        encoder = KeptVectors(self.encoder)
        with self.database.reading() as connection:
            rows = list(candidates.held(connection, tenant, wanted, self.encoder.identity.key))
        for row in rows:
            self._candidate(tenant, row, encoder, as_of, keep=True)
        return len(rows)

    def replay(self, tenant: int, basis: int, wanted: Sequence[int]) -> list[Replayed]:
        """Judge stored candidates as `judge` does, and store nothing."""
        return [
            Replayed(each.candidate, each.score, each.band, each.digest, each.gist)
            for each in self._judged(self._pool(tenant, basis, wanted, keep=False))
        ]

    def rejudge(
        self,
        tenant: int,
        basis: int,
        role: dict[str, Any],
        requirements: Sequence[str],
        wanted: Sequence[int],
    ) -> dict[int, dict[str, Decided]]:
        """Judge stored candidates by some requirements of another role, and store nothing.

        Args:
            tenant: Whose candidates they are.
            basis: Key of what else the verdicts depend on.
            role: `matcher.wire.role_json` of the role.
            requirements: Their ids, with those of whatever is tied to one of them.
            wanted: The candidates' keys.

        Returns:
            The verdicts by candidate and requirement; one who is gone is left out.
        """
        pool = self._pool(tenant, basis, wanted, keep=False)
        members = pool.matcher.prepare(pool.candidates)
        decided = pool.matcher.decide(role_from(role), members, requirements)
        return {
            key: {name: Decided(each.outcome.value, each.attained) for name, each in given.items()}
            for key, given in zip(pool.keys, decided, strict=True)
        }

    def _pool(self, tenant: int, basis: int, wanted: Sequence[int], *, keep: bool) -> _Pool:
        """Return stored candidates ready to be judged.

        Args:
            tenant: Whose they are.
            basis: Key of what else their matches depend on.
            wanted: Their keys; one who is gone is left out.
            keep: Whether what has to be read again is stored.
        """
        encoder = KeptVectors(self.phrases)
        with self.database.reading() as connection:
            on = matches.basis_of(connection, tenant, basis)
            rows = list(candidates.held(connection, tenant, wanted, self.encoder.identity.key))
        weights = parse_weights(on.weights, "the weights of the ranking")
        return _Pool(
            role=role_from(on.role),
            matcher=self.matcher(weights, on.as_of, encoder),
            keys=[row.key for row in rows],
            candidates=[self._candidate(tenant, row, encoder, on.as_of, keep=keep) for row in rows],
        )

    def _judged(self, pool: _Pool) -> list[NewMatch]:
        keys = {each.id: key for each, key in zip(pool.candidates, pool.keys, strict=True)}
        return [
            NewMatch.of(keys[each.candidate_id], match_record(each), gist_json(pool.role, each))
            for each in pool.matcher.rank(pool.role, pool.candidates)
        ]

    def _candidate(
        self, tenant: int, row: Held, encoder: KeptVectors, as_of: date, *, keep: bool
    ) -> Candidate:
        """Return a stored candidate, read and embedded again where that is out of date."""
        record = unpack(row.record)
        if row.read_with != fingerprint():
            return self._reread(tenant, row, record, encoder, as_of, keep=keep)
        candidate = dated(candidate_from({**record, "id": row.id}), as_of)
        kept = (
            row.passages is not None
            and row.titles is not None
            and encoder.keep(passages_of(candidate), row.passages)
            and encoder.keep(titles_of(candidate), row.titles)
        )
        if kept:
            return candidate
        return self._reread(tenant, row, record, encoder, as_of, keep=keep)

    def _reread(
        self,
        tenant: int,
        row: Held,
        record: dict[str, Any],
        encoder: KeptVectors,
        as_of: date,
        *,
        keep: bool,
    ) -> Candidate:
        matcher = self.matcher(default_weights(), as_of)
        fresh = matcher.read_candidate(row.id, record["text"])
        # What was said of the file stays: only its text is here to be read again.
        own = {each.code for each in fresh.warnings}
        of_file = tuple(
            each for each in candidate_from(record).warnings if each.code in WARNING_CODES - own
        )
        candidate = replace(fresh, warnings=of_file + fresh.warnings)
        again = self.as_read(replace(candidate, id=""), "", "", as_of)
        # Judged by the vectors that were just made: they are not made twice.
        encoder.keep(passages_of(candidate), again.passages)
        encoder.keep(titles_of(candidate), again.titles)
        if keep:
            self._keep(tenant, row, again)
        return candidate

    def _keep(self, tenant: int, row: Held, again: ReadCv) -> None:
        new = NewCandidate(
            external_id=None,
            label=row.label,
            media_type="",
            digest="",
            record=again.record,
            read_with=again.read_with,
            as_of=again.as_of,
            model=again.model,
            passages=again.passages,
            titles=again.titles,
            marks=again.marks,
        )
        with self.database.writing() as connection:
            candidates.reread(connection, tenant, row.key, new)
