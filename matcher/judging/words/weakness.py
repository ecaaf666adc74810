"""Skills that no table knows, where the CV owns to be bad at them, or never to have done them.

Must not know how such words are read. What is asked is the skill without the words that praise it:
'a confident presenter' asks for presenting. What is spoken of must be that skill and not a thing of
it: 'I hate missing deadlines' owns to nothing. All of the words of what was never done must stand
together; of what bears a number ('complaints at stage 2') the number and its noun are enough.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from data.knowledge.shortcomings import shortcomings
from data.patterns import regex
from matcher.facts.practices.shortcomings import MOST_BEHIND, Shortcoming, shortcomings_in
from matcher.facts.states.disowned import Stance, is_for_good, may_deny, stance, with_following
from matcher.judging.evidence.post_quotes import cut
from matcher.judging.words.stems import has_all, kin
from matcher.types import Candidate, Outcome, Sentence, Verdict

_PRAISE = regex(
    r"\b(?:a|an|and|the|able|ability|at|in|of|to|on|for|with|very|highly|confident|confidence|comfortable|strong|good|great|excellent"
    r"|enjoys?|enjoying|love|loves|like|likes|liking|happy|keen|skills?|skilled|proficient|proficiency|effective|capable|competent"
    r"|experienced?|natural|proven|demonstrable|demonstrated|must|be|have|you|working|work|essential|desirable|required|doing"
    r"|making|using|when|talented|fluent|polished|willing|willingness|outstanding|solid|clear)\b",
    re.IGNORECASE,
)
# What is done with the thing asked, whatever it is.
_DOING = regex(
    r"\b(?:handl(?:e|ed|ing)|deal(?:t|ing)?|carr(?:y|ied|ying)|out|run|ran|running|undert(?:ake|aken|aking|ook)|took|taken|taking|done"
    r"|perform(?:ed|ing)?|held|holding|manag(?:e|ed|ing)|use[ds]?|conduct(?:ed|ing)?|previous|prior|direct|hands-on|practical|knowledge|history)\b",
    re.IGNORECASE,
)
_EITHER = regex(r"\bor\b|/", re.IGNORECASE)
# What is asked of who knows a tool in depth.
_DEPTH = regex(
    r"\b(?P<stem>administ|configur|develop|install|deploy|customis)(?:r?ation|ment|ing|ering)\b",
    re.IGNORECASE,
)
_MOST_WORDS = 4
# Behind the skill these end its name; any other word would be the thing that is spoken of.
_ENDS_IT = frozenset(
    ("and", "at", "because", "if", "in", "on", "or", "so", "to", "unless", "when", "where", "with")
)
# Words that may stand amid those of the thing: 'audits of our stock'.
_MOST_AMID = 2
_TOKEN = regex(r"[A-Za-z\d][\w'’-]*")


def owned(asked: str, candidate: Candidate) -> Verdict | None:
    """Return 'not met' where the CV owns to fall short in a skill that is asked, else None."""
    wanted = re.findall(r"[a-z][a-z'’-]{2,}", _PRAISE.sub(" ", asked.lower()))
    if not 1 <= len(wanted) <= _MOST_WORDS:
        return None
    for sentence, each in candidate.once(_shortcomings):
        if _is_of(wanted, sentence.text, each):
            return _contradicted(candidate, sentence)
    return None


def _shortcomings(candidate: Candidate) -> tuple[tuple[Sentence, Shortcoming], ...]:
    return tuple((one, each) for one in candidate.sentences for each in shortcomings_in(one.text))


def _may_deny(candidate: Candidate) -> bool:
    return may_deny(candidate.text)


def _is_of(wanted: list[str], text: str, each: Shortcoming) -> bool:
    """Whether what is spoken of begins with the skill, of which no word is left out."""
    told = re.match(r"[^,:()—]*", text[each.start : each.end].strip())
    words = re.findall(r"[a-z'’-]+", told.group().lower()) if told else []
    missing, rest = set(wanted), words
    while rest:
        named = {one for one in wanted if kin(one, rest[0])}
        if not named and (rest[0] not in shortcomings().between or not missing):
            break
        missing, rest = missing - named, rest[1:]
    if missing:
        return False
    return len(rest) <= MOST_BEHIND if each.behind else not rest or rest[0] in _ENDS_IT


def disowned(asked: str, candidate: Candidate) -> Verdict | None:
    """Return 'not met' where the CV denies to have done what is asked, else None."""
    words = re.findall(
        r"[a-z][a-z'’-]{2,}|\b\d\b", _DOING.sub(" ", _PRAISE.sub(" ", asked.lower()))
    )
    if not 1 <= len(words) <= _MOST_WORDS or _EITHER.search(asked) or not candidate.once(_may_deny):
        return None
    for sentence, behind in with_following(candidate.sentences):
        if not behind and not may_deny(sentence.text):
            continue
        text = f"{sentence.text} {behind}".rstrip()
        # What was not done in one post of several may have been done in another.
        of_one = sentence.position is not None and len(candidate.positions) > 1
        if of_one and not is_for_good(text):
            continue
        for start, end in _places(words, sentence.text, candidate.text):
            if stance(text, start, end) is Stance.DENIED:
                told = _is_told_elsewhere(words, candidate)
                return None if told else _contradicted(candidate, sentence)
    return None


def _is_told_elsewhere(words: Sequence[str], candidate: Candidate) -> bool:
    """Whether another sentence names the thing without a word of denial in it or behind it."""
    return any(
        not behind and not may_deny(sentence.text) and _places(words, sentence.text, candidate.text)
        for sentence, behind in with_following(candidate.sentences)
    )


def shallow(asked: str, candidate: Candidate) -> Verdict | None:
    """Return 'not met' where a tool's administration is asked and just that denied, else None."""
    depth = _DEPTH.search(asked)
    if depth is None or not candidate.once(_may_deny):
        return None
    words = re.findall(r"[a-z][a-z'’-]{2,}", _PRAISE.sub(" ", asked[: depth.start()].lower()))
    for sentence in candidate.sentences:
        text = sentence.text.lower()
        if not may_deny(text) or depth["stem"].lower() not in text:
            continue
        for start, end in _places(words, sentence.text, candidate.text):
            if stance(sentence.text, start, end) is Stance.SHALLOW:
                return _contradicted(candidate, sentence)
    return None


def _contradicted(candidate: Candidate, sentence: Sentence) -> Verdict:
    quote = cut(candidate, sentence.start, sentence.end)
    reason = "What the CV says of it speaks against what is asked."
    return Verdict(Outcome.NOT_MET, reason, (quote,), None, 0.0)


def _places(words: Sequence[str], text: str, whole: str) -> list[tuple[int, int]]:
    """Where a sentence names what is asked: all of its words, or its number beside a word of it."""
    tokens = [(each.group().lower(), each.start(), each.end()) for each in _TOKEN.finditer(text)]
    hits = [
        (here, word, start, end)
        for here, (token, start, end) in enumerate(tokens)
        for word in words
        if kin(word, token)
    ]
    found = []
    wide = len(words) + _MOST_AMID
    for first in range(len(hits)):
        near = hits[first : first + wide * len(words)]
        window = [each for each in near if each[0] - near[0][0] < wide]
        if {each[1] for each in window} == set(words):
            found.append((window[0][2], window[-1][3]))
        elif first + 1 < len(hits) and _is_numbered(hits[first : first + 2], words, whole):
            found.append((hits[first][2], hits[first + 1][3]))
    return found


def _is_numbered(
    pair: Sequence[tuple[int, str, int, int]], words: Sequence[str], whole: str
) -> bool:
    (here, _, _, _), (there, number, _, _) = pair
    return (
        there == here + 1
        and number.isdigit()
        and has_all([w for w in words if not w.isdigit()], whole)
    )
