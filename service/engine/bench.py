"""What an engine process does: read a CV or a role, judge some candidates, match one.

Must not know HTTP, queues or other processes. One bench serves one piece of work at a time.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from importlib.resources import files
from typing import Any

from data.documents import Document, DocumentError, Reader
from data.documents.document import WARNING_CODES
from embeddings.opening import open_encoder
from embeddings.passages import windows
from matcher.candidates.reader import dated
from matcher.engine import Matcher
from matcher.gist import gist_json
from matcher.types import Candidate, Fact, Role
from matcher.weights import Weights, default_weights, parse_weights
from matcher.wire import (
    candidate_from,
    candidate_json,
    match_record,
    role_from,
    role_json,
)
from service.blinding import masked
from service.engine.recalling import StoredRecall
from service.engine.records import (
    Decided,
    EngineSettings,
    ReadCv,
    Replayed,
    Surroundings,
)
from service.engine.vectors import KeptVectors, Remembering, packed, passages_of, titles_of
from service.errors import CannotRead
from service.lengths import excess
from service.reading import candidate_of
from service.shelf import fingerprint
from service.store import candidates, matches
from service.store.candidates import Held, Mark, NewCandidate
from service.store.database import Database
from service.store.matches import NewMatch
from service.store.packing import pack, unpack
from service.watching import Identified

# Kinds of facts that lists are narrowed by, and the field that names one.
_NAMED = {
    "certification": "name",
    "clearance": "name",
    "education": "level",
    "language": "name",
    "licence": "name",
    "sector": "name",
    "tool": "name",
}
_LONGEST_MARK = 200


@dataclass(frozen=True, slots=True)
class _Pool:
    """Some candidates, and what judges them."""

    role: Role
    matcher: Matcher
    keys: list[int]
    candidates: list[Candidate]


class Bench:
    """The collaborators of an engine process, each made when it is first needed.

    Args:
        settings: Where the store is, and which encoder to use.
        encoder: Instead of the encoder that the settings name.
    """

    def __init__(self, settings: EngineSettings, encoder: Identified | None = None) -> None:
        self._settings = settings
        self._given = encoder

    @cached_property
    def encoder(self) -> Identified:
        """What turns text into vectors."""
        if self._given is not None:
            return self._given
        return open_encoder(self._settings.model, self._settings.backend)

    @cached_property
    def phrases(self) -> Identified:
        """The encoder for what roles say, which is asked for with every piece of a pool."""
        return Remembering(self.encoder)

    @cached_property
    def reader(self) -> Reader:
        """What parses files, in processes of its own."""
        return Reader()

    @cached_property
    def database(self) -> Database:
        """The store."""
        return Database(self._settings.database)

    @cached_property
    def recalling(self) -> StoredRecall:
        """What finds those in a large pool who are worth judging."""
        return StoredRecall(self.database, self.encoder, self._settings.data)

    def close(self) -> None:
        """End what was started."""
        for name in ("reader", "database"):
            if name in self.__dict__:
                getattr(self, name).close()

    def surroundings(self) -> Surroundings:
        """Return what matches made here depend on."""
        weights = default_weights()
        source = files("data.knowledge") / "weights" / "default.toml"
        return Surroundings(
            model=self.encoder.identity.as_dict(),
            weights=source.read_text(encoding="utf-8"),
            weights_name=weights.name,
            weights_digest=weights.digest,
            knowledge=fingerprint(),
        )

    def warm(self) -> None:
        """Load the model, so that the first piece of work does not wait for it."""
        self.encoder.encode(["ready"])

    def document(self, data: bytes, name: str, *, plain_text: bool = False) -> Document:
        """Return a file's text.

        Args:
            data: The bytes.
            name: What to call it in messages; its ending may help to tell the type.
            plain_text: Whether the bytes are UTF-8 text, to be taken as it is.

        Raises:
            CannotRead: The file is of no use; the message says why.
        """
        if plain_text:
            text = data.decode("utf-8")
            if not text.strip():
                raise CannotRead(f"{name}: it is empty; send the text of the document")
            digest = hashlib.sha256(data).hexdigest()
            return Document(name, "text/plain", text, (0,), (), digest)
        try:
            return self.reader.read_bytes(data, name)
        except DocumentError as error:
            raise CannotRead(str(error)) from None

    def read_cv(self, data: bytes, name: str, as_of: date, *, plain_text: bool = False) -> ReadCv:
        """Read a CV.

        Raises:
            CannotRead: The file is of no use; the message says why.
        """
        document = self.document(data, name, plain_text=plain_text)
        candidate = candidate_of(document, "", name, self._matcher(default_weights(), as_of))
        return self._as_read(
            candidate, document.media_type, hashlib.sha256(data).hexdigest(), as_of
        )

    def _as_read(self, candidate: Candidate, media_type: str, digest: str, as_of: date) -> ReadCv:
        record = candidate_json(candidate)
        return ReadCv(
            candidate=record,
            record=pack(record),
            media_type=media_type,
            digest=digest,
            read_with=fingerprint(),
            as_of=as_of,
            model=self.encoder.identity.key,
            passages=packed(self.encoder, passages_of(candidate)),
            titles=packed(self.encoder, titles_of(candidate)),
            marks=marks_of(candidate),
        )

    def read_role(self, data: bytes, name: str, *, plain_text: bool = False) -> dict[str, Any]:
        """Return a role in its machine-readable form.

        Raises:
            CannotRead: The file is of no use, or asks for nothing; the message says why.
        """
        document = self.document(data, name, plain_text=plain_text)
        if fault := excess(document.text):
            raise CannotRead(f"{name}: {fault}")
        role = self._matcher(default_weights(), date.min).read_role("", document.text)
        if not role.requirements:
            raise CannotRead(
                f"{name}: no requirement was found in it; check that it is a job advert or a role "
                "profile and that it says what the person must bring"
            )
        return role_json(role)

    def match(
        self, role: str, cv: str, as_of: date, *, blinded: bool = False
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        """Return a role and one explained match with it; nothing is stored.

        Raises:
            CannotRead: The role asks for nothing, or the CV cannot be made sense of.
        """
        asked = role_from(self.read_role(role.encode("utf-8"), "the role", plain_text=True))
        document = self.document(cv.encode("utf-8"), "the CV", plain_text=True)
        matcher = self._matcher(default_weights(), as_of)
        candidate = candidate_of(document, "cv", "the CV", matcher)
        (match,) = matcher.rank(asked, [candidate])
        record = match_record(match)
        return role_json(asked), masked(record, cv) if blinded else record

    def judge(self, tenant: int, basis: int, wanted: Sequence[int]) -> int:
        """Judge stored candidates and store the matches; return how many were made."""
        new = self._judged(self._pool(tenant, basis, wanted, keep=True))
        with self.database.writing() as connection:
            matches.put(connection, basis, new)
        return len(new)

    def recall(self, tenant: int, pool: int | None, role: dict[str, Any], k: int) -> list[int]:
        """Return the keys of the ``k`` candidates of a pool, or of all, to judge; best first."""
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
            matcher=self._matcher(weights, on.as_of, encoder),
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
            return self._reread(tenant, row, record, as_of, keep)
        candidate = dated(candidate_from({**record, "id": row.id}), as_of)
        kept = (
            row.passages is not None
            and row.titles is not None
            and encoder.keep(passages_of(candidate), row.passages)
            and encoder.keep(titles_of(candidate), row.titles)
        )
        return candidate if kept else self._reread(tenant, row, record, as_of, keep)

    def _reread(
        self, tenant: int, row: Held, record: dict[str, Any], as_of: date, keep: bool
    ) -> Candidate:
        matcher = self._matcher(default_weights(), as_of)
        fresh = matcher.read_candidate(row.id, record["text"])
        # What was said of the file stays: only its text is here to be read again.
        own = {each.code for each in fresh.warnings}
        of_file = tuple(
            each for each in candidate_from(record).warnings if each.code in WARNING_CODES - own
        )
        candidate = replace(fresh, warnings=of_file + fresh.warnings)
        if keep:
            self._keep(tenant, row, candidate, as_of)
        return candidate

    def _keep(self, tenant: int, row: Held, candidate: Candidate, as_of: date) -> None:
        again = self._as_read(replace(candidate, id=""), "", "", as_of)
        new = NewCandidate(
            external_id=None,
            label=row.label,
            media_type="",
            digest="",
            record=again.record,
            read_with=again.read_with,
            as_of=as_of,
            model=again.model,
            passages=again.passages,
            titles=again.titles,
            marks=again.marks,
        )
        with self.database.writing() as connection:
            candidates.reread(connection, tenant, row.key, new)

    def _matcher(
        self, weights: Weights, as_of: date, encoder: KeptVectors | None = None
    ) -> Matcher:
        return Matcher(encoder or self.encoder, windows, weights, as_of)


def marks_of(candidate: Candidate) -> tuple[Mark, ...]:
    """Return what a candidate can be found by: named facts, and the codes of the warnings."""
    facts = [mark for fact in candidate.facts if (mark := _mark(fact))]
    return tuple(
        dict.fromkeys([*facts, *(Mark("warning", each.code) for each in candidate.warnings)])
    )


def _mark(fact: Fact) -> Mark | None:
    field = _NAMED.get(fact.kind)
    if field is None or fact.bare:
        return None
    return Mark(fact.kind, str(getattr(fact.value, field))[:_LONGEST_MARK], fact.status.value)
