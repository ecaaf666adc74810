"""The measures that a post answers for: results it would help to have brought about before.

Must not know how an ad asks for results outright; that is read with every other kind. 'They are
accountable for key performance indicators such as CSAT and NPS' tells a duty, yet whoever has moved
those figures elsewhere shows most of what the post is about.
"""

from __future__ import annotations

from functools import cache

from data.knowledge.asking import asking, lowered
from data.knowledge.outcomes import outcome_words
from matcher.criteria import ResultShown
from matcher.facts.layout.phrases import Phrases
from matcher.types import Asked, Sentence


def measures_of(sentence: Sentence) -> list[Asked]:
    """Return each measure that a duty names as what the post is judged by, or nothing."""
    low = lowered(sentence.text)
    if not (asking()["duty.answerable"].search(low) and asking()["duty.indicators"].search(low)):
        return []
    found: dict[str, Asked] = {}
    for hit in _metrics().find(sentence.text):
        if asking()["duty.indicators"].fullmatch(low, hit.start, hit.end):
            continue
        result = ResultShown(hit.name, direction=outcome_words().metrics[hit.name].better)
        found.setdefault(
            hit.name, Asked(result, sentence.start + hit.start, sentence.start + hit.end)
        )
    return list(found.values())


@cache
def _metrics() -> Phrases:
    return Phrases({name: metric.phrases for name, metric in outcome_words().metrics.items()})
