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


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one run.

    Attributes:
        model: Folder or hub name of a sentence-transformers model; None for the default.
        backend: "auto", "torch" or "openvino".
        cache: Folder for vectors and parsed CVs; None to keep nothing.
        weights: A weights file of the user's; None for the default.
        as_of: The date that 'present' means.
        judge_at_most: How many candidates are judged; of a larger pool, those who stand closest.
    """

    model: str | None
    backend: str
    cache: Path | None
    weights: Path | None
    as_of: date
    judge_at_most: int = JUDGE_AT_MOST


def settings_from(
    environment: Mapping[str, str] | None = None,
    *,
    model: str | None = None,
    backend: str | None = None,
    cache: Path | None = None,
    no_cache: bool = False,
    weights: Path | None = None,
    as_of: str | None = None,
    judge_at_most: int | None = None,
) -> Settings:
    """Return the settings: each option where it is given, else its environment variable.

    The variables are ROLEMATCH_MODEL, ROLEMATCH_BACKEND, ROLEMATCH_CACHE, ROLEMATCH_WEIGHTS,
    ROLEMATCH_AS_OF and ROLEMATCH_JUDGE_AT_MOST.

    Raises:
        UsageError: ``as_of`` is no date, or the variable of ``judge_at_most`` no number.
    """
    env = os.environ if environment is None else environment
    folder = cache or _path(env.get("ROLEMATCH_CACHE")) or _default_cache()
    return Settings(
        model=model or env.get("ROLEMATCH_MODEL") or None,
        backend=backend or env.get("ROLEMATCH_BACKEND") or "auto",
        cache=None if no_cache else folder,
        weights=weights or _path(env.get("ROLEMATCH_WEIGHTS")),
        as_of=_date(as_of or env.get("ROLEMATCH_AS_OF")),
        judge_at_most=judge_at_most or _most(env.get("ROLEMATCH_JUDGE_AT_MOST")),
    )


def _path(value: str | None) -> Path | None:
    return Path(value) if value else None


def _most(value: str | None) -> int:
    if not value:
        return JUDGE_AT_MOST
    if not value.isdecimal() or int(value) < 1:
        raise UsageError(f"ROLEMATCH_JUDGE_AT_MOST={value}: must be a number, 1 or more")
    return int(value)


def _default_cache() -> Path:
    return Path(platformdirs.user_cache_dir("rolematch", appauthor=False))


def _date(value: str | None) -> date:
    if not value:
        return date.today()
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise UsageError(f"--as-of {value}: not a date; write it as 2026-11-23") from None
