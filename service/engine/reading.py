"""What an engine process does with what it is sent: reads a CV or a role, or matches the two.

Must not know the store, HTTP, queues or other processes.
"""

from __future__ import annotations

import hashlib
from datetime import date
from functools import cached_property
from importlib.resources import files
from typing import Any

from data import samples
from data.documents import Document, DocumentError, Reader
from embeddings.opening import open_encoder
from embeddings.passages import windows
from matcher.engine import Matcher
from matcher.meaning import passages_of, titles_of
from matcher.types import Candidate
from matcher.weights import Weights, default_weights
from matcher.wire import (
    candidate_from,
    candidate_json,
    match_record,
    role_from,
    role_json,
)
from service.blinding import masked
from service.engine.marks import marks_of
from service.engine.records import (
    EngineSettings,
    ReadCv,
    Surroundings,
)
from service.engine.vectors import KeptVectors, packed
from service.errors import CannotRead
from service.mentions import shipped_mentions
from service.reading import candidate_of, role_of
from service.shelf import fingerprint
from service.store.packing import pack
from service.watching import Identified


class ReadingBench:
    """What reads documents, each collaborator made when it is first needed.

    Args:
        settings: Where the store is, and which encoder to use.
        encoder: Instead of the encoder that the settings name.
    """

    def __init__(self, settings: EngineSettings, encoder: Identified | None = None) -> None:
        self.settings = settings
        self._given = encoder

    @cached_property
    def encoder(self) -> Identified:
        """What turns text into vectors."""
        if self._given is not None:
            return self._given
        chosen = self.settings
        return open_encoder(chosen.model, chosen.backend, precision=chosen.precision)

    @cached_property
    def reader(self) -> Reader:
        """What parses files, in processes of its own."""
        return Reader()

    def close(self) -> None:
        """End what was started."""
        if "reader" in self.__dict__:
            self.reader.close()

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
        """Do once what is asked for most, so that nobody waits for models, tables and patterns."""
        ad, cv, day = samples.roles()[0], min(samples.cvs().iterdir()), date.today()
        role = role_from(self.read_role(ad.read_bytes(), ad.name))
        read = self.read_cv(cv.read_bytes(), cv.name, day)
        candidate = candidate_from({**read.candidate, "id": "cv"})
        self.matcher(default_weights(), day).rank(role, [candidate])

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
        candidate = candidate_of(document, "", name, self.matcher(default_weights(), as_of))
        return self.as_read(candidate, document.media_type, hashlib.sha256(data).hexdigest(), as_of)

    def as_read(self, candidate: Candidate, media_type: str, digest: str, as_of: date) -> ReadCv:
        """Return a candidate, without an id, ready to be stored with their vectors."""
        record = candidate_json(candidate)
        passages, titles = packed(self.encoder, passages_of(candidate), titles_of(candidate))
        return ReadCv(
            candidate=record,
            record=pack(record),
            media_type=media_type,
            digest=digest,
            read_with=fingerprint(),
            as_of=as_of,
            model=self.encoder.identity.key,
            passages=passages,
            titles=titles,
            marks=marks_of(candidate),
        )

    def read_role(self, data: bytes, name: str, *, plain_text: bool = False) -> dict[str, Any]:
        """Return a role in its machine-readable form.

        Raises:
            CannotRead: The file is of no use, or asks for nothing; the message says why.
        """
        document = self.document(data, name, plain_text=plain_text)
        return role_json(role_of(document, "", name, self.matcher(default_weights(), date.min)))

    def match(
        self, role: str, cv: str, as_of: date, *, blinded: bool = False
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        """Return a role and one explained match with it; nothing is stored.

        Raises:
            CannotRead: The role asks for nothing, or the CV cannot be made sense of.
        """
        asked = role_from(self.read_role(role.encode("utf-8"), "the role", plain_text=True))
        document = self.document(cv.encode("utf-8"), "the CV", plain_text=True)
        matcher = self.matcher(default_weights(), as_of)
        candidate = candidate_of(document, "cv", "the CV", matcher)
        (match,) = matcher.rank(asked, [candidate])
        record = match_record(match)
        return role_json(asked), masked(record, cv) if blinded else record

    def matcher(self, weights: Weights, as_of: date, encoder: KeptVectors | None = None) -> Matcher:
        """Return a matcher with this bench's encoder, or with one that knows some texts."""
        return Matcher(
            encoder or self.encoder,
            windows,
            weights,
            as_of,
            classify=shipped_mentions().classify,
        )
