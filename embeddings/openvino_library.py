"""The door to OpenVINO: imports it without its usage reports.

Importing `openvino` sends an event to its makers, and writes an identifier into the home folder,
wherever its companion package `openvino_telemetry` is importable; installing the one installs the
other. A program that reads people's CVs reports to nobody, so the companion is hidden while
OpenVINO is imported, for which OpenVINO provides (it then uses a stub of its own). Knows nothing
of models.
"""

import sys
from importlib.util import find_spec
from threading import Lock
from typing import Any

__all__ = ["import_openvino", "is_installed"]

COMPANION = "openvino_telemetry"

_lock = Lock()


def is_installed() -> bool:
    """Say whether the libraries of this backend are there, without importing them."""
    return all(find_spec(name) for name in ("openvino", "tokenizers", "safetensors"))


def import_openvino() -> Any:
    """Return the module `openvino`.

    Raises:
        ImportError: it is not installed.
    """
    with _lock:
        hide = COMPANION not in sys.modules
        if hide:
            # None in sys.modules makes an import fail: documented in the language reference, 5.3.1.
            sys.modules[COMPANION] = None  # type: ignore[assignment]
        try:
            import openvino
        finally:
            if hide:
                del sys.modules[COMPANION]
    return openvino
