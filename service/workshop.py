"""Settings to a working matcher: the one place where the collaborators are put together."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from embeddings.errors import CacheUnavailable, EmbeddingsError
from embeddings.opening import open_encoder
from embeddings.passages import windows
from embeddings.store import CachedEncoder, VectorCache
from matcher.engine import Matcher
from matcher.weights import WeightsError, default_weights, load_weights
from service.errors import InputError
from service.mentions import shipped_mentions
from service.settings import Settings
from service.shelf import Shelf, ShelfUnavailable
from service.watching import Identified, Watched


@dataclass(frozen=True, slots=True)
class Workshop:
    """A matcher, what encodes for it, and where parsed CVs are kept."""

    matcher: Matcher
    encoder: Identified
    shelf: Shelf | None


@contextmanager
def open_workshop(settings: Settings) -> Iterator[Workshop]:
    """Put a matcher together; its files are closed when the block ends.

    Raises:
        InputError: The model or the weights cannot be used.
    """
    try:
        weights = load_weights(settings.weights) if settings.weights else default_weights()
        encoder: Identified = open_encoder(
            settings.model,
            settings.backend,
            precision=settings.precision,
            cache_folder=settings.cache,
        )
        mentions = shipped_mentions(settings.cache)
    except (EmbeddingsError, WeightsError) as error:
        raise InputError(str(error)) from None
    shelf = vectors = None
    if settings.cache:
        try:
            shelf = Shelf(settings.cache, settings.as_of)
            vectors = VectorCache(settings.cache / "vectors.sqlite")
            encoder = CachedEncoder(encoder, vectors)
        except (ShelfUnavailable, CacheUnavailable) as error:
            print(
                f"rolematch: {error}; going on without a cache: choose another folder with "
                "--cache, or say --no-cache",
                file=sys.stderr,
            )
    encoder = Watched(encoder)
    matcher = Matcher(
        encoder,
        windows,
        weights,
        settings.as_of,
        _Recall(encoder),
        settings.judge_at_most,
        mentions.classify,
    )
    try:
        yield Workshop(matcher, encoder, shelf if vectors else None)
    finally:
        for kept in (shelf, vectors):
            if kept:
                kept.close()


@dataclass(frozen=True, slots=True)
class _Recall:
    """Recall by meaning and words, whose libraries are loaded where a pool is so large."""

    encoder: Identified

    def __call__(
        self, documents: Mapping[str, Sequence[str]], queries: Sequence[str], k: int
    ) -> list[str]:
        from embeddings.recall import HybridRecall

        return HybridRecall(self.encoder)(documents, queries, k)
