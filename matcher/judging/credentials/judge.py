"""Does the candidate hold what is asked in certificates, memberships and registrations?

Must not know how facts are read. What proves what is the table's knowledge
(``data.knowledge.certifications``): a higher rung covers a lower one, a lower rung contradicts a
request for a higher one, and another ladder says nothing. A lapse, or study with a date, is worth
part of the answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from data.knowledge import certificate_names, subjects
from data.knowledge.certifications import certificates, covers, is_below, is_peer, slug
from data.patterns import regex
from matcher.criteria import CertificationHeld
from matcher.judging.context import Context
from matcher.judging.dates import is_past
from matcher.judging.evidence.evidence import cited, either, listed
from matcher.types import Candidate, Fact, Outcome, Status, Verdict
from matcher.values import ANY_CERTIFICATE, NONE_IN_SUBJECT, Certification

_BEST = {Outcome.MET: 0, Outcome.PARTLY: 1, Outcome.NOT_MET: 2, Outcome.NOT_STATED: 3}
_WORDS_THAT_SAY_NOTHING = frozenset(
    re.findall(
        r"\S+",
        """
    a an and as award by certificate certification certified course diploma for holder in level
    licence license licensed membership nvq of or qualification qualified registered registration
    status svq the to with
        """,
    )
)
# Being registered ends; having qualified for it does not.
_REGISTER = regex(r"\b(?:registration|registered|register|PIN)\b", re.IGNORECASE)
_NUMBERED = regex(r"\b(?:NVQ|SVQ|QCF|RQF)\b", re.IGNORECASE)
_ASKS_AWARD = regex(r"\b(?:qualif|certif|diploma|accredit)", re.IGNORECASE)
_ALTERNATIVES = regex(r"\bor\b|/", re.IGNORECASE)
_DIGIT = regex(r"\b([1-8])\b")


@dataclass(frozen=True, slots=True)
class _Answer:
    """The answer to one name: the outcome, the fact it rests on, how to put it, what to ask."""

    outcome: Outcome
    name: str
    reason: str
    fact: Fact | None = None
    question: str | None = None

    @property
    def is_itself(self) -> bool:
        """Whether the CV shows what is named, and nothing that covers it."""
        return self.fact is not None and slug(_name(self.fact)) == slug(self.name)


def judge(criterion: CertificationHeld, candidate: Candidate, context: Context) -> Verdict:
    """Return whether the asked certificates are held, lapsed, under way, denied or left out."""
    facts = [fact for fact in candidate.of(Certification) if not fact.bare]
    parts = [_answer(name, facts, context.as_of, criterion) for name in criterion.all_of]
    if criterion.any_of:
        answers = [_answer(name, facts, context.as_of, criterion) for name in criterion.any_of]
        parts.append(_best_alternative(answers, criterion.any_of))
    return _verdict(parts, candidate)


def denied(words: str, candidate: Candidate) -> Verdict | None:
    """Return 'not met' where a CV denies all awards in the subject of words that ask for one."""
    if not _ASKS_AWARD.search(words) or _ALTERNATIVES.search(words):
        return None
    asked = _telling(words)
    told = candidate.of(Certification)
    if any(fact.status is not Status.DENIED and asked & _telling_of(fact) for fact in told):
        return None
    for fact in told:
        if _denies_subject(_name(fact), asked):
            reason = "The CV says that there is no such award."
            return Verdict(Outcome.NOT_MET, reason, cited(candidate, [fact]))
    return None


def _telling_of(fact: Fact) -> frozenset[str]:
    return _telling(f"{_name(fact)} {fact.quote}")


def _denies_subject(name: str, asked: frozenset[str]) -> bool:
    """Whether a denial of a subject denies one that is asked: the same, or one within it."""
    subject = _telling(name.removeprefix(NONE_IN_SUBJECT))
    return name.startswith(NONE_IN_SUBJECT) and bool(subject) and subject <= asked


def _best_alternative(answers: list[_Answer], names: Iterable[str]) -> _Answer:
    best = min(answers, key=lambda answer: (_BEST[answer.outcome], not answer.is_itself))
    if best.outcome is Outcome.NOT_STATED and len(answers) > 1:
        asked = either(list(dict.fromkeys(names)))
        return _Answer(Outcome.NOT_STATED, asked, f"The CV does not say whether {asked} is held.")
    return best


def _answer(name: str, facts: list[Fact], as_of: date, criterion: CertificationHeld) -> _Answer:
    """Answer for one asked name: held, else lapsed or under way with a date, else contradicted."""
    asked = _Asked.of(name)
    equivalent = criterion.or_equivalent
    proving = [fact for fact in facts if asked.is_proven_by(fact, or_equivalent=equivalent)]
    held = [f for f in proving if f.status is Status.HELD and not _has_ended(f, as_of)]
    if held and not (_REGISTER.search(name) and _has_left(asked, proving, held)):
        return _Answer(Outcome.MET, name, _held(name, held[0], asked), held[0])
    under_way = next((fact for fact in proving if fact.status is Status.IN_PROGRESS), None)
    if under_way is not None and criterion.or_towards:
        reason = f"The CV shows that {name} is under way, which will do."
        return _Answer(Outcome.MET, name, reason, under_way)
    for fact in proving:
        if fact.status is Status.LAPSED or (fact.status is Status.HELD and _has_ended(fact, as_of)):
            when = f" ({fact.when})" if fact.when else ""
            reason = f"The CV shows {name}, but as lapsed{when}."
            return _Answer(Outcome.PARTLY, name, reason, fact, f"Has {name} been renewed since?")
    for fact in proving:
        if fact.status is Status.IN_PROGRESS and fact.when and not is_past(fact.when, as_of):
            reason = f"{name} is in progress and not yet held: the CV gives {fact.when}."
            ask = f"Has {name} been awarded by now, and if not, is {fact.when} still the date?"
            return _Answer(Outcome.PARTLY, name, reason, fact, ask)
    return _unproven(name, asked, facts, proving)


def _has_left(asked: _Asked, proving: list[Fact], held: list[Fact]) -> bool:
    """Whether a registration itself is said to have lapsed, and nowhere to be held."""
    itself = [fact for fact in proving if asked.is_itself(fact)]
    return any(f.status is Status.LAPSED for f in itself) and not any(f in held for f in itself)


def _unproven(name: str, asked: _Asked, facts: list[Fact], proving: list[Fact]) -> _Answer:
    for fact in facts:
        if fact.status is Status.DENIED and asked.is_denied_by(fact):
            return _Answer(Outcome.NOT_MET, name, f"The CV says that {name} is not held.", fact)
    # Who only studies for a lower one, nobody knows till when, has shown no level yet.
    shown = [f for f in facts if f.status is not Status.IN_PROGRESS or f.when]
    lower = [f for f in shown if f.status is not Status.DENIED and asked.is_above(f)]
    if lower:
        best = max(lower, key=lambda fact: _rank(fact))
        reason = f"The CV shows {_name(best)}, which is below {name}."
        return _Answer(Outcome.NOT_MET, name, reason, best)
    under_way = next((fact for fact in proving if fact.status is Status.IN_PROGRESS), None)
    if under_way is not None:
        reason = f"The CV speaks of study for {name} without a date, and not of holding it."
        return _Answer(Outcome.NOT_STATED, name, reason, under_way)
    near = next((f for f in facts if f.status is Status.HELD and asked.is_beside(f)), None)
    if near is not None:
        reason = f"The CV shows {_name(near)}, not the {name} asked."
        return _Answer(Outcome.NOT_STATED, name, reason, near)
    return _Answer(Outcome.NOT_STATED, name, f"The CV does not say whether {name} is held.")


@dataclass(frozen=True, slots=True)
class _Asked:
    """An asked name resolved: the table's ids where it knows the name, else its telling words."""

    name: str
    ids: tuple[str, ...]
    words: frozenset[str]
    level: int | None

    @classmethod
    @lru_cache(maxsize=4096)
    def of(cls, name: str) -> _Asked:
        found = certificates()
        # A name of the table's own need not be looked for: that takes all of its spellings.
        ids = (
            (slug(name),)
            if slug(name) in found
            else tuple(dict.fromkeys(mention.id for mention in certificate_names.find(name)))
        )
        digit = _DIGIT.search(name) if _NUMBERED.search(name) else None
        return cls(name, ids[:1], _telling(name), int(digit.group(1)) if digit else None)

    def is_itself(self, fact: Fact) -> bool:
        """Whether a fact is of the asked certificate, and of none that covers it."""
        return isinstance(fact.value, Certification) and fact.value.id in self.ids

    def is_proven_by(self, fact: Fact, *, or_equivalent: bool) -> bool:
        value = fact.value
        assert isinstance(value, Certification)
        if self.ids and value.id:
            asked = self.ids[0]
            return (
                covers(value.id, asked)
                or (or_equivalent and is_peer(value.id, asked))
                or _opens(value.id, asked)
            )
        if _NUMBERED.search(self.name) or _NUMBERED.search(value.name):
            return self._is_numbered_proof(value)
        return (
            not self.ids
            and bool(self.words)
            and self.words <= _telling(value.name + " " + fact.quote)
        )

    def _is_numbered_proof(self, value: Certification) -> bool:
        """NVQs and their like: any scheme, the level at least the asked one, the subject shared."""
        level = _number(value)
        if not _NUMBERED.search(self.name) or (level is None and value.family != "NVQ"):
            return False
        high = self.level is None or (level is not None and level >= self.level)
        return high and self._shares_subject(value)

    def _shares_subject(self, value: Certification) -> bool:
        mine = {word for word in self.words if not word.isdigit()}
        theirs = {word for word in _telling(value.name) if not word.isdigit()}
        if not mine or mine <= theirs or (theirs and theirs <= mine):
            return True
        return bool(theirs) and subjects.matches(_subject(value.name), _subject(self.name))

    def is_denied_by(self, fact: Fact) -> bool:
        value = fact.value
        assert isinstance(value, Certification)
        if value.name == ANY_CERTIFICATE:
            return True
        if value.name.startswith(NONE_IN_SUBJECT):
            return _denies_subject(value.name, self.words)
        if self.ids and value.id:
            return covers(self.ids[0], value.id) or self._shares_denied_scheme(value.id)
        return not self.ids and self.is_proven_by(fact, or_equivalent=False)

    def _shares_denied_scheme(self, denied: str) -> bool:
        asked, kind = certificates()[self.ids[0]], certificates()[denied]
        wanted = asked.covers if asked.generic else {asked.id}
        return kind.generic and bool(wanted) and wanted <= kind.covers

    def is_beside(self, fact: Fact) -> bool:
        """Whether the fact is of the same level of the same scheme, in another version."""
        value = fact.value
        assert isinstance(value, Certification)
        if not self.ids or not value.id or not value.level:
            return False
        asked = certificates()[self.ids[0]]
        return (asked.family, asked.level) == (value.family, value.level)

    def is_above(self, fact: Fact) -> bool:
        value = fact.value
        assert isinstance(value, Certification)
        if self.ids and value.id:
            return is_below(value.id, self.ids[0])
        level, wanted = _number(value), self.level
        if (
            wanted is None
            and self.ids
            and (digit := _DIGIT.search(certificates()[self.ids[0]].level))
        ):
            wanted = int(digit.group(1))
        if wanted is None or level is None or value.family != "NVQ":
            return False
        return level < wanted and self._shares_subject(value)


def _subject(name: str) -> str:
    """The telling words of a name in the order printed: that of a set differs from run to run."""
    told = _telling(name)
    return " ".join(
        word for word in re.findall(r"[a-z0-9+]+", name.lower()) if word in told and word.isalpha()
    )


def _number(value: Certification) -> int | None:
    """The number of a level ("5", "Level 5"), None where it has none."""
    digit = _DIGIT.search(value.level)
    return int(digit.group(1)) if digit else None


def _opens(held: str, asked: str) -> bool:
    """Whether the bare scheme is held and its entry level asked: nobody is certified below it."""
    scheme, wanted = certificates()[held], certificates()[asked]
    return scheme.generic and bool(scheme.family) and wanted.name == f"{scheme.family} Foundation"


def _has_ended(fact: Fact, as_of: date) -> bool:
    return (
        fact.when is not None
        and fact.when.startswith("until ")
        and is_past(fact.when.removeprefix("until "), as_of)
    )


def _verdict(parts: list[_Answer], candidate: Candidate) -> Verdict:
    """Combine what must all be held: one contradiction decides, one silence leaves a part."""
    outcomes = {part.outcome for part in parts}
    if not parts:
        return Verdict(Outcome.NOT_STATED, "No certificate is named in the requirement.")
    if Outcome.NOT_MET in outcomes:
        outcome = Outcome.NOT_MET
    elif outcomes == {Outcome.MET}:
        outcome = Outcome.MET
    elif outcomes == {Outcome.NOT_STATED}:
        outcome = Outcome.NOT_STATED
    else:
        outcome = Outcome.PARTLY
    open_question = outcome in (Outcome.PARTLY, Outcome.NOT_STATED)
    telling = [part for part in parts if part.outcome is Outcome.NOT_MET] or parts
    return Verdict(
        outcome,
        _joined(telling),
        cited(candidate, dict.fromkeys(part.fact for part in telling if part.fact is not None)),
        _question(parts) if open_question else None,
    )


def _question(parts: list[_Answer]) -> str:
    missing = [part for part in parts if part.outcome is not Outcome.MET]
    asks = [part.question for part in missing if part.question]
    if len(asks) == len(missing):
        return " ".join(asks)
    names = list(dict.fromkeys(part.name for part in missing))
    return f"Do you hold {listed(names, 'and')}, and since when?"


def _joined(parts: list[_Answer]) -> str:
    sentences = list(dict.fromkeys(part.reason for part in parts))
    return (
        " ".join(sentences)
        if len(sentences) == 1
        else "; ".join([sentences[0].rstrip("."), *(s.rstrip(".") for s in sentences[1:])]) + "."
    )


def _held(name: str, fact: Fact, asked: _Asked) -> str:
    shown = _name(fact)
    if shown == name or shown in asked.name or not asked.ids:
        return f"The CV shows {shown}."
    return f"The CV shows {shown}, which covers {name}."


def _name(fact: Fact) -> str:
    assert isinstance(fact.value, Certification)
    return fact.value.name


def _rank(fact: Fact) -> tuple[int, int]:
    assert isinstance(fact.value, Certification)
    entry = certificates().get(fact.value.id)
    return (entry.rank if entry else int(fact.value.level or 0), -fact.start)


def _telling(text: str) -> frozenset[str]:
    words = re.findall(r"[a-z0-9+]+", text.lower())
    return frozenset(word for word in words if word not in _WORDS_THAT_SAY_NOTHING)
