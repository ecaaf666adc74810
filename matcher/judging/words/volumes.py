"""How much somebody handles in a day or a week: '60 calls a day' asked, '18 calls a shift' told.

Must not know what else is asked. Only what the person handles counts: a verb of handling governs
the number and nobody else is its subject, or the number stands alone under a post that leads
nobody. The volume of a team, a desk or a centre is nobody's own; silence leaves it open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from data.knowledge.titles import leads_people, occupation
from data.knowledge.volumes import volume_words
from data.patterns import regex
from matcher.candidates.entry import is_title
from matcher.facts.states import actors
from matcher.facts.states.wishes import wished
from matcher.judging.evidence.post_quotes import cut
from matcher.judging.experience.fields import UNPROVEN_SECTIONS
from matcher.judging.experience.words_of_leading import tells_leading
from matcher.types import Candidate, Evidence, Outcome, Sentence, Verdict

_WORDS = volume_words()
_PERIOD = r"(?:hour|day|shift|week|month|year)"
_HOW_OFTEN = (
    rf"(?:\s+(?:an?|per|each|every)\s+(?:\w+\s+)?(?P<period>{_PERIOD})\b|\s+(?P<ly>daily|hourly|weekly|monthly)\b"
    rf"|\s*/\s*(?P<slash>{_PERIOD})\b)"
)
_NUMBER = r"(?<![\d.,£$€])(?P<low>\d[\d,]*)(?:\s*(?:-|–|to)\s*(?P<high>\d[\d,]*))?\s*\+?"
_BEFORE_THING = r"\s+(?:(?:or\s+more|plus)\s+)?(?P<sort>(?:(?!\d)[a-z-]+\s+){0,2}?)"
_VOLUME = regex(rf"{_NUMBER}{_BEFORE_THING}(?P<thing>{_WORDS.things})\b{_HOW_OFTEN}", re.IGNORECASE)
_NOT_HANDLED = regex(rf"\b{_WORDS.not_handled}\b", re.IGNORECASE)
_OTHERS = regex(rf"\b{_WORDS.others}\b", re.IGNORECASE)
_ABOUT = rf"(?:(?<!\w)(?:{_WORDS.about}|a)\s+)*$"
_ALONE = regex(_ABOUT, re.IGNORECASE)
_GOVERNED = regex(rf"\b(?:(?P<ing>{_WORDS.verbs_in_ing})|{_WORDS.verbs})\s+{_ABOUT}", re.IGNORECASE)
_ADVERBS = (
    r"(?:(?:have|had|also|often|then|now|still|was|am|been|used\s+to|personally|regularly|routinely|usually|typically"
    r"|consistently|normally)\s+)*"
)
# 'On a desk of nine I took': the person is the subject, whatever stands before.
_I_DID = regex(rf"\bI\s+{_ADVERBS}$")
# The subject is left out: 'Took ...', 'Kept the post book and took ...'.
_DID = regex(rf"(?:^\W*|[,(]\s*|\b(?:and|then)\s+){_ADVERBS}$", re.IGNORECASE)
_OF_DOING = regex(
    r"(?:^\W*|\b(?:responsible\s+for|involv(?:ed|ing)|includ(?:ed|ing)|experienced?\s+(?:in|of|at))\s+)$",
    re.IGNORECASE,
)
# Somebody or something else is the subject, or the verb is what was to be done.
_OTHER_SUBJECT = regex(
    r"^\W*(?:the|an?|our|my|his|her|their|its|each|every|all|both|most|some|many)\b|\bto\b"
    r"|\b(?:never|not|nobody|without)\b|n['’]t\b",
    re.IGNORECASE,
)
# '900 calls a day across the team', '80 orders a day, shared by two sheds'.
_SHARED = regex(
    rf"\b(?:by|across|among|amongst|between|for|with)\s+(?:(?:the|a|my|our|an|all|us|\d+|\w+)\s+)?(?:\w+\s+)?(?:{_WORDS.others}s?\b|of\s+us\b|us\b)",
    re.IGNORECASE,
)
# What goes on behind a number that stands alone: no verb of which it would be the subject.
_GOES_ON = regex(
    rf"\s*(?:$|[,(–—-]|(?:in|on|at|from|via|during|as|plus|{_WORDS.verbs})\b)"
    r"(?!.*\bby\s+(?!hand\b|(?:tele)?phone\b|e-?mail\b|chat\b|me\b|myself\b))",
    re.IGNORECASE | re.DOTALL,
)
# What an ask says besides the volume without asking for more.
_NO_MORE = regex(
    rf"\W*(?:(?:an?|the|you|must|be|have|has|can|able|ability|capable|proven|experienced?|comfortable|confident|used|happy|to|of|in|at|with"
    rf"|least|minimum|volumes?|{_WORDS.about}|{_WORDS.verbs}|{_WORDS.verbs_in_ing}|handles|takes|processes|essential|required|desirable)\b\W*)*",
    re.IGNORECASE,
)
# 'A contact centre of 5,000 calls a day' is the size of a place.
_OF_A_PLACE = regex(rf"\b{_WORDS.others}\s+(?:of|with)\s+{_ABOUT}", re.IGNORECASE)
_NO_TITLE = regex(r"\b(?:for|to|with|by|of|on|in|at|and|from)\b|^\w+(?:ed|ing)\b", re.I)
_CLAUSE_END = regex(r"[.;|\n](?=\s|$)")
# Working days that a period holds.
_DAYS = {"hour": 1 / 7.5, "hourly": 1 / 7.5, "day": 1, "daily": 1, "shift": 1, "week": 5}
_DAYS |= {"weekly": 5, "month": 21, "monthly": 21, "year": 225}
# A number at most this share short is a near miss.
_NEAR_MISS = 0.9


@dataclass(frozen=True, slots=True)
class _Volume:
    """So many of a thing a day, from the least to the most, at ``[start, end)`` of a text."""

    least: float
    most: float
    thing: str
    start: int
    end: int


def judge(asked: str, candidate: Candidate) -> Verdict | None:
    """Return the verdict on a volume that is asked; None where words of a role ask for none.

    The size of a place, or of what is led, is no volume of one's own: that is left out.
    """
    wanted = next(iter(_volumes(asked)), None)
    if wanted is None:
        return None
    before = asked[: wanted.start]
    if _OF_A_PLACE.search(before) or tells_leading(before):
        return None
    told = list(_told(wanted.thing, candidate))
    if not told:
        question = f"How many {wanted.thing} did you handle, and in what time?"
        reason = f"The CV does not say how many {wanted.thing} the candidate handled."
        return Verdict(Outcome.NOT_STATED, reason, question=question)
    most, quote = max(told, key=lambda each: each[0])
    share = most / wanted.least
    if share >= 1 - 1e-9:
        return Verdict(Outcome.MET, f"The CV tells of as many {wanted.thing}.", (quote,))
    outcome = Outcome.PARTLY if share >= _NEAR_MISS else Outcome.NOT_MET
    return Verdict(outcome, f"The CV tells of fewer {wanted.thing} than asked.", (quote,))


def is_all(asked: str) -> bool:
    """Return whether words of a role ask for a volume and nothing else."""
    wanted = next(iter(_volumes(asked)), None)
    return wanted is not None and all(
        _NO_MORE.fullmatch(words) for words in (asked[: wanted.start], asked[wanted.end :])
    )


def _told(thing: str, candidate: Candidate) -> Iterator[tuple[float, Evidence]]:
    before: Sentence | None = None
    for sentence in candidate.sentences:
        if sentence.section not in UNPROVEN_SECTIONS:
            for each in _volumes(sentence.text):
                if each.thing == thing and _is_own(sentence, before, each, candidate):
                    yield each.most, cut(candidate, sentence.start, sentence.end)
        before = sentence


def _volumes(text: str) -> Iterator[_Volume]:
    for match in _VOLUME.finditer(text):
        if _NOT_HANDLED.search(match["sort"]):
            continue
        days = _DAYS[(match["period"] or match["ly"] or match["slash"]).lower()]
        least = float(match["low"].replace(",", "")) / days
        most = float((match["high"] or match["low"]).replace(",", "")) / days
        yield _Volume(least, most, _plural(match["thing"].lower()), *match.span())


def _plural(thing: str) -> str:
    thing = thing.replace("e-mail", "email")
    if thing.endswith("y"):
        return f"{thing[:-1]}ies"
    return thing if thing.endswith("s") else f"{thing}s"


def _is_own(
    sentence: Sentence, before: Sentence | None, volume: _Volume, candidate: Candidate
) -> bool:
    """Whether the clause tells of what the person handled, and not of a wish."""
    text = sentence.text
    low = max((mark.end() for mark in _CLAUSE_END.finditer(text, 0, volume.start)), default=0)
    mark = _CLAUSE_END.search(text, volume.end)
    high = mark.start() if mark else len(text)
    if _SHARED.search(text, volume.end, high) or wished(text, volume.start, volume.end):
        return False
    if actors.before_my_time(text) or actors.others_did(text):
        return False
    said = text[low : volume.start]
    verb = _GOVERNED.search(said)
    if verb is not None:
        return _is_done_by_oneself(said[: verb.start()], in_ing=verb["ing"] is not None)
    opening = _ALONE.split(said)[0]
    if not _GOES_ON.match(text[volume.end : high]):
        return False
    if opening.strip(" •*-–"):
        return opening.rstrip().endswith((",", "(")) and _is_a_post(opening)
    return low == 0 and not _is_led(sentence, before, candidate)


def _is_done_by_oneself(before: str, *, in_ing: bool) -> bool:
    """Whether a verb with ``before`` in front of it has the person for its subject."""
    if _I_DID.search(before):
        return True
    if in_ing and _is_a_post(before):
        return True
    if _OTHERS.search(before) or _OTHER_SUBJECT.search(before) or actors.names_another(before):
        return False
    return (_OF_DOING if in_ing else _DID).search(before) is not None


def _is_a_post(words: str) -> bool:
    """Whether words are the post of somebody who leads nobody: 'Claims clerk, '."""
    bare = words.strip(" ,(•*-–")
    named = list(occupation().finditer(bare))
    # 'Built tools for clerks taking ...' names those who take them, and not a post.
    if not named or named[-1][0].endswith("s") or _NO_TITLE.search(bare[: named[-1].start()]):
        return False
    if _OTHER_SUBJECT.search(bare) or tells_leading(bare) or actors.names_another(bare):
        return False
    return is_title(bare) or ("," not in bare and _OTHERS.search(bare) is None)


def _is_led(sentence: Sentence, before: Sentence | None, candidate: Candidate) -> bool:
    """Whether a number that stands alone may be of others: a post that leads, a team or a place."""
    for post in candidate.positions:
        if post.span[0] <= sentence.start < post.span[1] and leads_people(post.title or ""):
            return True
    if before is None:
        return False
    heading = any(before.start <= post.span[0] < before.end for post in candidate.positions)
    return tells_leading(before.text) or (not heading and _OTHERS.search(before.text) is not None)
