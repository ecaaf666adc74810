"""The matcher that the programs of this package measure: the shipped weights, the user's cache."""

from __future__ import annotations

from datetime import date

from embeddings.opening import open_encoder
from embeddings.passages import windows
from embeddings.store import CachedEncoder, VectorCache, cache_folder
from matcher.engine import Matcher
from matcher.meaning import Encoder
from matcher.weights import default_weights

AS_OF = date(2026, 11, 1)


def shipped_encoder() -> CachedEncoder:
    """Return the encoder as it ships, with the user's cache before it."""
    return CachedEncoder(open_encoder(), VectorCache(cache_folder() / "vectors.sqlite"))


def shipped_matcher(encoder: Encoder | None = None) -> Matcher:
    """Return the matcher as it ships, judging as of `AS_OF`."""
    return Matcher(encoder or shipped_encoder(), windows, default_weights(), AS_OF)
