"""Which model, run how, produced a vector.

Two vectors may be compared only where every field here is equal: the identity is what keys the
vector cache, guards saved indexes and is recorded with a result. Knows nothing of how a model is
found or run.
"""

import hashlib
import json
from dataclasses import asdict, dataclass

__all__ = ["ModelIdentity"]


@dataclass(frozen=True, slots=True)
class ModelIdentity:
    """Everything that decides the value of a vector, apart from the text.

    Attributes:
        name: what people call the model, such as "all-MiniLM-L6-v2".
        revision: which edition of it (package version, hub commit, or digest of a local folder).
        digest: SHA-256, in hex, over the weights and the settings that stand beside them.
        dimension: length of a vector.
        backend: the runtime, "torch" or "openvino".
        precision: number format of the computation, "f32" or "bf16".
        preparation: version of the steps between text and model (truncation, padding).
    """

    name: str
    revision: str
    digest: str
    dimension: int
    backend: str
    precision: str
    preparation: str

    def as_dict(self) -> dict[str, str | int]:
        """Return the fields as a JSON-able dict."""
        return asdict(self)

    @property
    def key(self) -> str:
        """SHA-256, in hex, over all fields: equal keys mean comparable vectors."""
        return hashlib.sha256(json.dumps(asdict(self), sort_keys=True).encode()).hexdigest()
