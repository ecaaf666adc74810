"""Skills that an ordinary role names with a level: 'Service reporting (level: expert)', or a row.

Must not know about tables of a professional profile; those are read elsewhere.
"""

from __future__ import annotations

import re
from functools import cache

from data.knowledge.asking import alternation
from data.knowledge.proficiency import frameworks
from matcher.criteria import Skill
from matcher.roles.rows import cells, level_cell
from matcher.types import Asked, Sentence

_LONGEST = 14
_STEPS = 3


@cache
def _pattern() -> re.Pattern[str]:
    named = alternation([name for f in frameworks().values() for name in f.names])
    levels = alternation(
        [
            word
            for f in frameworks().values()
            for level in f.levels
            for word in (level.name, *level.aliases)
        ]
    )
    return re.compile(
        rf"^(?P<name>[A-Z][^:()\[\]–—|]{{3,70}}?)\s*[:(\[–—|-]\s*(?:(?P<framework>{named})\W*)?"
        rf"(?P<word>(?:skill\s+)?level\s*:?\s*)?(?P<level>{levels})(?P<tail>\s+level)?\s*[)\].;]*$",
        re.IGNORECASE,
    )


def explains(sentence: Sentence) -> bool:
    """Return whether a sentence only lists the steps of a framework, lowest to highest or back."""
    words = re.findall(r"[a-z]+", sentence.text.lower())
    for framework in frameworks().values():
        steps = [words.index(n) for level in framework.levels if (n := level.name.lower()) in words]
        if len(steps) >= _STEPS and steps in (sorted(steps), sorted(steps, reverse=True)):
            return True
    return False


def levelled(sentence: Sentence) -> list[Asked]:
    """Return the skill and level that a short unit names, or nothing."""
    row = cells(sentence.text, 0, len(sentence.text))
    if len(row) > 1 and (step := level_cell(sentence.text, row)):
        start, end = row[0]
        name = sentence.text[start:end].strip()
        return [Asked(Skill(name, step), sentence.start + start, sentence.start + end)]
    if len(sentence.text.split()) > _LONGEST:
        return []
    match = _pattern().match(sentence.text)
    if match is None or not (match["framework"] or match["word"] or match["tail"]):
        return []
    printed = match["framework"] or ""
    fitting = [
        (f.name, level.name)
        for f in frameworks().values()
        if (not printed or printed.lower() in (n.lower() for n in f.names))
        and (level := f.level(match["level"]))
    ]
    if not fitting:
        return []
    framework, level_name = fitting[0]
    skill = Skill(match["name"].strip(), level_name, framework if printed else None)
    return [Asked(skill, sentence.start, sentence.end)]
