"""Words that tell of leading people, by a verb or by a title.

Must not know which field is asked.
"""

from __future__ import annotations

import re

from data.knowledge.titles import leads_people
from data.patterns import regex

_CREW = (
    r"(?:engineers|analysts|technicians|nurses|advisers|advisors|agents|drivers|developers|officers|teachers|consultants"
    r"|assistants|clerks|fitters|operatives|planners|designers|coordinators|managers|staff|people|teams?)"
)
# 'Managing field engineers' is to lead them; 'managing suppliers' is not.
MANAGES_PEOPLE = regex(
    rf"(?:managing|running|supervising|directing|leading)\s+(?:[\w-]+\s+){{0,3}}{_CREW}\b",
    re.IGNORECASE,
)
_LEADS = regex(
    r"\b(?:led|leading|line[\s-]+manage\w*|manag(?:ed|ing)|supervis\w+|run|ran|running|headed"
    r"|(?:people|team)\s+leader(?:ship)?|leaders?\s+of\s+(?:people|teams|staff)"
    r"|(?:report(?:ing|ed)?|answer(?:ing|ed)?)\s+to\s+me"
    r"|leadership\s+(?:roles?|posts?|positions?|jobs?)|charge\s+of|at\s+the\s+(?:head|helm)|director|(?<!no\s)(?<!without\s)direct\s+reports"
    r"|(?:look(?:ed|ing)\s+after|responsible\s+for)\s+(?:[\w-]+\s+){1,2}"
    rf"{_CREW}|oversaw|overseen|overseeing)\b",
    re.IGNORECASE,
)


def tells_leading(words: str) -> bool:
    """Whether words tell that somebody led: by a verb, or by a title that leads people."""
    return _LEADS.search(words) is not None or leads_people(words)
