"""JSON values to bytes and back, for columns that hold much and are never searched.

Must not know what the values are. The same values give the same bytes.
"""

from __future__ import annotations

import json
import zlib
from typing import Any

# Higher levels take far longer for a tenth less.
_LEVEL = 1


def pack(values: Any) -> bytes:
    """Return JSON values as compressed bytes."""
    return compress(canonical(values))


def compress(content: bytes) -> bytes:
    """Return what `canonical` gave, compressed, for `unpack`."""
    return zlib.compress(content, _LEVEL)


def unpack(packed: bytes) -> Any:
    """Return what `pack` was given."""
    return json.loads(zlib.decompress(packed))


def canonical(values: Any) -> bytes:
    """Return JSON values as bytes, in one form: what digests are made of."""
    text = json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")
