"""The matcher that the programs of this package measure: the shipped weights, the user's cache."""

from __future__ import annotations

from datetime import date

from data.mentions import model_folder
from embeddings.opening import open_encoder, open_span_classifier
from embeddings.passages import windows
from embeddings.span_classifier import SpanClassifier
from embeddings.store import CachedEncoder, VectorCache, cache_folder
from matcher.engine import Matcher
from matcher.meaning import Encoder
from matcher.weights import default_weights

AS_OF = date(2026, 11, 1)


def shipped_encoder() -> CachedEncoder:
    """Return the encoder as it ships, with the user's cache before it."""
    return CachedEncoder(open_encoder(), VectorCache(cache_folder() / "vectors.sqlite"))


def shipped_mentions() -> SpanClassifier:
    """Return the model of mentions as it ships."""
    return open_span_classifier(model_folder(), cache_folder=cache_folder())


def shipped_matcher(encoder: Encoder | None = None) -> Matcher:
    """Return the matcher as it ships, judging as of `AS_OF`."""
    return Matcher(
        encoder or shipped_encoder(),
        windows,
        default_weights(),
        AS_OF,
        classify=shipped_mentions().classify,
    )
