"""Whether a language, a licence or the like is only hoped for: 'saving up for my SIA badge'.

Must not know what is named. Figures have a reader of wishes of their own. Here a wish reaches as
far as words of getting go on: 'willing to travel with a full licence' wishes for no licence.
"""

from __future__ import annotations

from data.knowledge import cues as table
from data.patterns import regex

_GETTING = regex(
    r"(?:\W|\b(?:an?|the|my|own|to|is|it|be|being|become|becoming|get|getting|gain|gaining|obtain|obtaining"
    r"|have|having|hold|holding|earn|earning|achieve|achieving|acquire|take|taking|do|doing|learn|learning|study"
    r"|studying|train|training|work|working|for|at|in|with|within|into|as|move|go|put|forward|through|up|valid|full"
    r"|new|some|more|day|one|job|role|post|pass|passed|sit|career|towards|apply|applying)\b)*"
)
_REACH = 70


def is_wished(text: str, start: int) -> bool:
    """Return whether words before ``start`` wish for what is named there, and no more."""
    found = table.before().find(text, max(0, start - _REACH), start)
    return any(
        cue.state == "wished" and _GETTING.fullmatch(text, cue.end, start) is not None
        for cue in found
    )
