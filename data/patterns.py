"""Regular expressions that are compiled when they are first asked to match.

Must not know any of them. The tables and readers hold some 1,500, of which one command needs a
third: to compile all of them on import would take longer than to rank a folder of CVs.
"""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")


class _Uncompiled:
    """Stands for a pattern, and takes over the methods of the compiled one at the first call."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self.pattern, self._flags)
        # From here on a call costs what it costs on the compiled pattern itself. Of two threads
        # that come here together each sets the same methods.
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern for ``re``'s syntax, not compiled yet.

    Args:
        pattern: What to match.
        flags: Those of `re.compile`.

    Returns:
        What has the attributes and methods of `re.Pattern`; a mistake in the pattern raises
        `re.error` at the first call.
    """
    return cast("re.Pattern[str]", _Uncompiled(pattern, flags))
