"""What a user can set from outside, read once: options win over the environment.

Must not open, load or create anything.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import platformdirs

from service.errors import UsageError

# A pool of this size is judged within minutes on a small machine.
JUDGE_AT_MOST = 5000
MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one run.

    Attributes:
        model: Folder or hub name of a sentence-transformers model; None for the default.
        backend: "auto", "torch" or "openvino".
        precision: "auto", "f32" or "bf16".
        cache: Folder for vectors and parsed CVs; None to keep nothing.
        weights: A weights file of the user's; None for the default.
        as_of: The date that 'present' means.
        judge_at_most: How many candidates are judged; of a larger pool, the most promising.
    """

    model: str | None
    backend: str
    precision: str
    cache: Path | None
    weights: Path | None
    as_of: date
    judge_at_most: int = JUDGE_AT_MOST


@dataclass(frozen=True, slots=True)
class ServeSettings:
    """The settings of a server and its processes.

    Attributes:
        host: The address to listen on.
        port: The port; 0 for any that is free.
        workers: How many processes answer requests.
        data: The data directory: the SQLite database, and what is derived.
        database: The URL of the database; None for a SQLite file in the data directory.
        retention_days: How long candidates are kept; None for as long as nobody erases them.
        request_seconds: How long a request may take before its answer begins.
        batch_seconds: The same for the upload of a batch.
        in_flight: How many requests one process works on at once.
        upload_bytes: The largest body of a request.
        batch_bytes: The largest body of the upload of a batch.
        rate: How many units a key may use in a minute; a read costs one.
        model: Folder or hub name of a sentence-transformers model; None for the default.
        backend: "auto", "torch" or "openvino".
        precision: "auto", "f32" or "bf16".
        engines: How many processes read and judge for each process that answers.
        judge_at_most: How many candidates are judged; of a larger pool, the most promising.
    """

    host: str
    port: int
    workers: int
    data: Path
    database: str | None = None
    retention_days: int | None = None
    request_seconds: int = 60
    batch_seconds: int = 900
    in_flight: int = 64
    upload_bytes: int = 25 * MEGABYTE
    batch_bytes: int = 500 * MEGABYTE
    rate: int = 1200
    model: str | None = None
    backend: str = "auto"
    precision: str = "auto"
    engines: int = 1
    judge_at_most: int = JUDGE_AT_MOST


def serve_settings_from(
    environment: Mapping[str, str] | None = None,
    *,
    host: str | None = None,
    port: int | None = None,
    workers: int | None = None,
    data: Path | None = None,
    database: str | None = None,
    model: str | None = None,
    backend: str | None = None,
    precision: str | None = None,
) -> ServeSettings:
    """Return a server's settings: each option where it is given, else its environment variable.

    The variables are ROLEMATCH_HOST, ROLEMATCH_PORT, ROLEMATCH_WORKERS, ROLEMATCH_DATA,
    ROLEMATCH_DATABASE, ROLEMATCH_RETENTION_DAYS, ROLEMATCH_REQUEST_SECONDS,
    ROLEMATCH_BATCH_SECONDS, ROLEMATCH_IN_FLIGHT, ROLEMATCH_UPLOAD_MB, ROLEMATCH_BATCH_MB,
    ROLEMATCH_RATE, ROLEMATCH_MODEL, ROLEMATCH_BACKEND, ROLEMATCH_PRECISION, ROLEMATCH_ENGINES
    and ROLEMATCH_JUDGE_AT_MOST.

    Raises:
        UsageError: A variable is not what it must be.
    """
    env = os.environ if environment is None else environment
    folder = data or _path(env.get("ROLEMATCH_DATA")) or _default_data()
    defaults = ServeSettings("127.0.0.1", 8000, 2, folder)

    def number(name: str, default: int, lowest: int = 1) -> int:
        value = _number(env, name, lowest)
        return default if value is None else value

    return ServeSettings(
        host=host or env.get("ROLEMATCH_HOST") or defaults.host,
        port=number("ROLEMATCH_PORT", defaults.port, 0) if port is None else port,
        workers=workers or number("ROLEMATCH_WORKERS", defaults.workers),
        data=folder,
        database=database or env.get("ROLEMATCH_DATABASE") or None,
        retention_days=_number(env, "ROLEMATCH_RETENTION_DAYS"),
        request_seconds=number("ROLEMATCH_REQUEST_SECONDS", defaults.request_seconds),
        batch_seconds=number("ROLEMATCH_BATCH_SECONDS", defaults.batch_seconds),
        in_flight=number("ROLEMATCH_IN_FLIGHT", defaults.in_flight),
        upload_bytes=number("ROLEMATCH_UPLOAD_MB", defaults.upload_bytes // MEGABYTE) * MEGABYTE,
        batch_bytes=number("ROLEMATCH_BATCH_MB", defaults.batch_bytes // MEGABYTE) * MEGABYTE,
        rate=number("ROLEMATCH_RATE", defaults.rate),
        model=model or env.get("ROLEMATCH_MODEL") or None,
        backend=backend or env.get("ROLEMATCH_BACKEND") or defaults.backend,
        precision=precision or env.get("ROLEMATCH_PRECISION") or defaults.precision,
        engines=number("ROLEMATCH_ENGINES", defaults.engines),
        judge_at_most=number("ROLEMATCH_JUDGE_AT_MOST", JUDGE_AT_MOST),
    )


def settings_from(
    environment: Mapping[str, str] | None = None,
    *,
    model: str | None = None,
    backend: str | None = None,
    precision: str | None = None,
    cache: Path | None = None,
    no_cache: bool = False,
    weights: Path | None = None,
    as_of: str | None = None,
    judge_at_most: int | None = None,
) -> Settings:
    """Return the settings: each option where it is given, else its environment variable.

    The variables are ROLEMATCH_MODEL, ROLEMATCH_BACKEND, ROLEMATCH_PRECISION, ROLEMATCH_CACHE,
    ROLEMATCH_WEIGHTS, ROLEMATCH_AS_OF and ROLEMATCH_JUDGE_AT_MOST.

    Raises:
        UsageError: ``as_of`` is no date, or the variable of ``judge_at_most`` no number.
    """
    env = os.environ if environment is None else environment
    folder = cache or _path(env.get("ROLEMATCH_CACHE")) or _default_cache()
    return Settings(
        model=model or env.get("ROLEMATCH_MODEL") or None,
        backend=backend or env.get("ROLEMATCH_BACKEND") or "auto",
        precision=precision or env.get("ROLEMATCH_PRECISION") or "auto",
        cache=None if no_cache else folder,
        weights=weights or _path(env.get("ROLEMATCH_WEIGHTS")),
        as_of=_date(as_of or env.get("ROLEMATCH_AS_OF")),
        judge_at_most=judge_at_most or _number(env, "ROLEMATCH_JUDGE_AT_MOST") or JUDGE_AT_MOST,
    )


def _path(value: str | None) -> Path | None:
    return Path(value) if value else None


def _number(environment: Mapping[str, str], name: str, lowest: int = 1) -> int | None:
    value = environment.get(name)
    if not value:
        return None
    if not (value.isascii() and value.isdecimal()) or int(value) < lowest:
        raise UsageError(f"{name}={value}: must be a number, {lowest} or more")
    return int(value)


def _default_cache() -> Path:
    return Path(platformdirs.user_cache_dir("rolematch", appauthor=False))


def _default_data() -> Path:
    return Path(platformdirs.user_data_dir("rolematch", appauthor=False))


def _date(value: str | None) -> date:
    if not value:
        return date.today()
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise UsageError(f"--as-of {value}: not a date; write it as 2026-11-23") from None
