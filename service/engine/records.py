"""What goes into the engine room and comes out: plain records that cross to another process."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from service.store.candidates import Mark


class RoomBusy(Exception):
    """More work waits for the engine room than it will get done in time."""


class RoomTimeout(Exception):
    """A piece of work took too long and was stopped."""


class RoomFailed(Exception):
    """The process that did a piece of work ended in the middle of it, or failed at it."""


@dataclass(frozen=True, slots=True)
class EngineSettings:
    """What an engine process needs to set itself up.

    Attributes:
        database: URL of the store.
        model: Folder or hub name of an encoder; None for the default.
        backend: "auto", "torch" or "openvino".
        precision: "auto", "f32" or "bf16".
        data: The data directory, where indexes are saved; None to save none.
    """

    database: str
    model: str | None = None
    backend: str = "auto"
    precision: str = "auto"
    data: Path | None = None


@dataclass(frozen=True, slots=True)
class ReadCv:
    """A CV as an engine process read it, ready to be stored.

    Attributes:
        candidate: `matcher.wire.candidate_json`, without an id.
        record: The same, packed.
        media_type: What the file was.
        digest: SHA-256 of the bytes, in hexadecimal.
        read_with: Digest of the code and the tables.
        as_of: The date it was read as of.
        model: Key of the encoder's identity.
        passages: Vectors of the passages: int16 of 1/4000, row by row.
        titles: Vectors of the posts' titles, of those that have one.
        marks: What it can be found by.
    """

    candidate: dict[str, Any]
    record: bytes
    media_type: str
    digest: str
    read_with: str
    as_of: date
    model: str
    passages: bytes
    titles: bytes
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an engine process is: model, default weights, code and tables."""

    model: dict[str, Any]
    weights: str
    weights_name: str
    weights_digest: str
    knowledge: str


@dataclass(frozen=True, slots=True)
class Replayed:
    """A match as it would be made now, without its words.

    Attributes:
        candidate: The candidate's key.
        score: Their score.
        band: Their band.
        digest: As `service.store.matches.NewMatch` has it.
        gist: The match in short (`matcher.gist.gist_json`).
    """

    candidate: int
    score: float
    band: str
    digest: str
    gist: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Prospect:
    """How well somebody can stand at best, told without what takes long to judge.

    Attributes:
        candidate: The candidate's key.
        out: Whether a knock-out takes them out already.
        score: What their score is at most.
    """

    candidate: int
    out: bool
    score: float


@dataclass(frozen=True, slots=True)
class Decided:
    """A verdict without its words; see `matcher.types.Verdict`."""

    outcome: str
    attained: float | None
