"""The shipped model of what the mentions of a CV are to its writer, one to a process."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from data.mentions import model_folder
from embeddings.errors import EmbeddingsError
from embeddings.opening import open_span_classifier
from embeddings.span_classifier import SpanClassifier
from service.errors import InputError


@cache
def shipped_mentions(cache_folder: Path | None = None) -> SpanClassifier:
    """Return the model; it is loaded when it is first asked.

    Args:
        cache_folder: Where the digest of the encoder's weights is remembered.

    Raises:
        InputError: The model, or the encoder that it builds on, cannot be found.
    """
    try:
        return open_span_classifier(model_folder(), cache_folder=cache_folder)
    except EmbeddingsError as error:
        raise InputError(str(error)) from None
