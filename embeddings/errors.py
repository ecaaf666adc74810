"""The errors of this package: one class per thing that a caller can do something about.

Every message names the file or option at fault and what to do. No message quotes a text that was
to be encoded.
"""

__all__ = [
    "BackendUnavailable",
    "CacheUnavailable",
    "EmbeddingsError",
    "IndexCorrupt",
    "IndexMismatch",
    "ModelNotFound",
    "ModelUnsupported",
    "WeightsRefused",
]


class EmbeddingsError(Exception):
    """Anything that goes wrong between text and neighbours."""


class ModelNotFound(EmbeddingsError):
    """No folder, installed package or hub repository answers to the model's name."""


class ModelUnsupported(EmbeddingsError):
    """The model was found, but its folder is incomplete or of a kind the backend cannot run."""


class WeightsRefused(EmbeddingsError):
    """The weights on disk are not the ones this project was measured with."""


class BackendUnavailable(EmbeddingsError):
    """The library or the processor feature that a backend needs is missing."""


class CacheUnavailable(EmbeddingsError):
    """The vector cache cannot be opened or written; work can go on without it, more slowly."""


class IndexCorrupt(EmbeddingsError):
    """A saved index cannot be read, or its contents do not match its own digest."""


class IndexMismatch(EmbeddingsError):
    """An index was made by another model, or has another dimension, than the one in use."""
