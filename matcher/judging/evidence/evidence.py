"""Evidence cut from a candidate's text.

Must not know what is judged.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from matcher.types import Candidate, Evidence, Fact

_MOST = 160


def quoted(candidate: Candidate, *facts: Fact) -> tuple[Evidence, ...]:
    """Return the words that facts were read from, once each, in reading order."""
    spans = sorted({(fact.start, fact.end) for fact in facts})
    return tuple(Evidence(a, b, candidate.text[a:b]) for a, b in spans)


def cited(candidate: Candidate, facts: Iterable[Fact]) -> tuple[Evidence, ...]:
    """Return the words that facts were read from, in the order given."""
    return tuple(Evidence(f.start, f.end, candidate.text[f.start : f.end]) for f in facts)


def in_its_sentence(candidate: Candidate, fact: Fact) -> Evidence:
    """Return the sentence a fact stands in, or its own words where the sentence is long."""
    for sentence in candidate.sentences:
        if sentence.start <= fact.start and fact.end <= sentence.end:
            if sentence.end - sentence.start <= _MOST:
                return Evidence(
                    sentence.start, sentence.end, candidate.text[sentence.start : sentence.end]
                )
            start = max(sentence.start, fact.start - _MOST // 2)
            end = min(sentence.end, fact.end + _MOST // 2)
            start = word_start(candidate.text, start, sentence.start)
            end = word_end(candidate.text, end, sentence.end)
            return Evidence(start, end, candidate.text[start:end])
    return Evidence(fact.start, fact.end, candidate.text[fact.start : fact.end])


def word_start(text: str, at: int, first: int) -> int:
    """Return where the word around ``at`` starts, ``first`` at the least."""
    while at > first and not text[at - 1].isspace():
        at -= 1
    return at


def word_end(text: str, at: int, last: int) -> int:
    """Return where the word around ``at`` ends, ``last`` at the most."""
    while at < last and not text[at].isspace():
        at += 1
    return at


def either(names: Sequence[str]) -> str:
    """Return names as a reader expects alternatives: 'A, B or C'."""
    return listed(names, "or")


def listed(names: Sequence[str], joint: str) -> str:
    """Return names in a row, the last behind ``joint``: 'A, B and C'."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {joint} {names[-1]}"
