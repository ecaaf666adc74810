"""Public ids: one letter for the kind of thing, and randomness that says nothing of anybody.

22 characters of 36 are 113 bits: none can be guessed, and two alike will not be seen.
"""

from __future__ import annotations

import secrets
import string

_ALPHABET = string.digits + string.ascii_lowercase
_LENGTH = 22


def new_id(letter: str) -> str:
    """Return a fresh public id, such as ``c_0k3f...``."""
    return f"{letter}_" + "".join(secrets.choice(_ALPHABET) for _ in range(_LENGTH))
