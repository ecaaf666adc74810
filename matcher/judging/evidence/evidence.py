"""Evidence cut from a candidate's text.

Must not know what is judged.
"""

from __future__ import annotations

from matcher.types import Candidate, Evidence, Fact

_MOST = 160


def quoted(candidate: Candidate, *facts: Fact) -> tuple[Evidence, ...]:
    """Return the words that facts were read from, once each, in reading order."""
    spans = sorted({(fact.start, fact.end) for fact in facts})
    return tuple(Evidence(a, b, candidate.text[a:b]) for a, b in spans)


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
            start = _word_start(candidate.text, start, sentence.start)
            end = _word_end(candidate.text, end, sentence.end)
            return Evidence(start, end, candidate.text[start:end])
    return Evidence(fact.start, fact.end, candidate.text[fact.start : fact.end])


def _word_start(text: str, at: int, first: int) -> int:
    while at > first and not text[at - 1].isspace():
        at -= 1
    return at


def _word_end(text: str, at: int, last: int) -> int:
    while at < last and not text[at].isspace():
        at += 1
    return at


def either(names: tuple[str, ...]) -> str:
    """Return names as a reader expects them: 'A, B or C'."""
    if len(names) < 2:
        return "".join(names)
    return ", ".join(names[:-1]) + " or " + names[-1]
