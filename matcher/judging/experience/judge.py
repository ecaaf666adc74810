"""Judges experience: years in the field that is asked, or, without a number, that it is shown.

Must not know other kinds. Time counts as the union of the posts that belong to the field, or as a
length the CV states of it, whichever is longer; lengths are added up only where posts were held
one after the other. A post without dates says nothing about length.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from data.knowledge.experience import client_groups, tells_of_papers
from data.patterns import regex
from matcher.candidates.prose import told
from matcher.candidates.timeline import interval, union
from matcher.criteria import ExperienceYears
from matcher.facts.years.cells import labelled_post
from matcher.judging.context import Context
from matcher.judging.evidence.post_quotes import MOST_QUOTES, cut, posts_quoted
from matcher.judging.experience.denials import denied, denies
from matcher.judging.experience.field_words import done, experience, named, work
from matcher.judging.experience.fields import (
    UNPROVEN_SECTIONS,
    Field,
    field_of,
    says,
    title_fits,
)
from matcher.judging.experience.fits import fits_of, with_admission
from matcher.judging.experience.lengths_told import in_turn, is_total, states, years_of
from matcher.judging.experience.limits import limit
from matcher.judging.experience.near_fields import serves_others, tells_of_another
from matcher.judging.experience.posts import Fit, posts_of
from matcher.judging.experience.served import less_people
from matcher.judging.experience.spells import spells
from matcher.judging.words.stems import has_all
from matcher.judging.words.unshown import of_another
from matcher.types import Candidate, Evidence, Fact, Outcome, Sentence, Verdict
from matcher.values import Years

_TOLERANCE = 0.9
_DENIES = regex(
    r"\b(?:no|none|never|not|without|lack\w*|hope|hoping|want|would|fanc(?:y|ied)|dream\w*|tempted|waiting\s+list|offered|applied|thinking|my\s+future|longing|lookout|heart\s+is\s+set|expect|next\s+(?:year|month)|keen|looking|seeking|considering|ambition"
    r"|wannabe|my\s+goal|plan(?:s|ning)?\s+to|due\s+to\s+(?:start|begin|join|become)|I\s+(?:start|begin|will|shall)"
    r"|aspir\w+|interested|transition\w*)\b|n['’]t\b|['’]d\s+like\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Shown:
    """What a CV shows of a field.

    Attributes:
        months: Of the posts and spells that belong to it, overlaps once.
        posts: Their indexes.
        undated: Indexes of posts that belong to it without dates.
        unknown: Indexes of posts that may belong to it.
        told: The sentences that date a spell of it outside the posts.
        stated: The facts that state a length of it, longest first.
    """

    months: int
    posts: tuple[int, ...]
    undated: tuple[int, ...]
    unknown: tuple[int, ...]
    told: tuple[Sentence, ...]
    stated: tuple[Fact, ...]


def judge(criterion: ExperienceYears, candidate: Candidate, context: Context) -> Verdict:
    """Judge one requirement of experience on one candidate."""
    field = field_of(criterion.of, leading=criterion.leading, min_people=criterion.min_people)
    shown = _shown(field, candidate, context.as_of)
    if criterion.min_years is None:
        return _without_number(criterion, field, shown, candidate, context)
    verdict = _with_number(criterion.min_years, criterion.of, field, shown, candidate)
    most = limit(field, candidate, context.as_of) if verdict.outcome is Outcome.NOT_STATED else None
    if most is None or most[0] / 12 >= _TOLERANCE * criterion.min_years:
        return verdict
    return _too_little(most[0] / 12, most[1], criterion.min_years, criterion.of, candidate)


def _shown(field: Field, candidate: Candidate, as_of: date) -> _Shown:
    posts = posts_of(candidate)
    fits = with_admission(field, posts, fits_of(field, posts), candidate)
    intervals = [interval(position, as_of) for position in candidate.positions]
    begun = [(each.start or "")[:7] <= f"{as_of:%Y-%m}" for each in candidate.positions]
    fits = [fit if past else Fit.NO for fit, past in zip(fits, begun, strict=True)]
    told = list(spells(field, candidate, as_of))
    dated = [n for n, fit in enumerate(fits) if fit is Fit.YES and intervals[n] is not None]
    open_fits = {Fit.UNKNOWN} if dated or told else {Fit.UNKNOWN, Fit.WIDER}
    stated = [fact for fact in candidate.of(Years) if states(field, fact)]
    stated.sort(key=lambda fact: (-years_of(fact), fact.start))
    timed = {fact.position for fact in stated}  # Their lengths are told, if not their dates.
    spans = [*(span for n in dated if (span := intervals[n])), *(each.months for each in told)]
    return _Shown(
        months=sum(last - first for first, last in union(spans)),
        posts=tuple(dated),
        undated=tuple(
            n for n, fit in enumerate(fits) if fit is Fit.YES and n not in dated and n not in timed
        ),
        unknown=tuple(n for n, fit in enumerate(fits) if fit in open_fits and n not in timed),
        told=tuple(each.sentence for each in told),
        stated=tuple(stated),
    )


def _with_number(
    asked: float, of: str, field: Field, shown: _Shown, candidate: Candidate
) -> Verdict:
    from_posts = shown.months / 12
    stated = years_of(shown.stated[0]) if shown.stated else 0.0
    turns = in_turn(shown.stated, candidate)
    together = sum(map(years_of, turns))
    years = max(from_posts, stated, together)
    evidence = _evidence(shown, candidate, stated_first=stated >= from_posts)
    if together >= years - 1e-9 and len(turns) > 1:
        evidence = tuple(cut(candidate, fact.start, fact.end) for fact in turns[:MOST_QUOTES])
    share = min(1.0, years / asked) if asked else 1.0
    if years >= asked - 1e-9 and years > 0:
        reason = f"The CV shows {_length(years)} {experience(of)}; {_length(asked)} were asked."
        return Verdict(Outcome.MET, reason, evidence, None, 1.0)
    question = _question(of, field, asked)
    if shown.undated or shown.unknown:
        quotes = evidence or posts_quoted(shown.undated or shown.unknown, candidate)
        reason = f"{_open(of, shown)}; {_length(asked)} cannot be confirmed."
        return Verdict(Outcome.NOT_STATED, reason, quotes, question, share)
    if years == 0:
        lower = denied(field, candidate)
        if lower is not None:
            return Verdict(
                Outcome.NOT_MET,
                f"What the CV says speaks against experience {experience(of)}.",
                (lower,),
                None,
                0.0,
            )
        return Verdict(
            Outcome.NOT_STATED,
            f"The CV does not say how long the candidate has {done(of)}.",
            (),
            question,
        )
    short = f"The CV shows {_length(years)} {experience(of)}, short of the {_length(asked)} asked."
    if years >= _TOLERANCE * asked - 1e-9:
        return Verdict(Outcome.PARTLY, short, evidence, question, share)
    # A whole, not its parts.
    apart = {fact.start: years_of(fact) for fact in reversed(shown.stated)}
    if sum(apart.values()) >= asked - 1e-9 and not is_total(shown.stated[0], candidate):
        reason = (
            f"The CV gives several lengths {experience(of)}, none of them {_length(asked)}; "
            "whether they followed one another it does not say."
        )
        return Verdict(Outcome.NOT_STATED, reason, evidence, question, share)
    return Verdict(Outcome.NOT_MET, short, evidence, None, share)


def _open(of: str, shown: _Shown) -> str:
    if shown.undated:
        return f"The CV gives no dates for {work(of)}"
    return f"Posts in the CV may have meant {work(of)}, but it does not say so"


def _too_little(
    years: float, told: Sentence, asked: float, of: str, candidate: Candidate
) -> Verdict:
    reason = (
        f"By what the CV says it can show no more than {_length(years)} {experience(of)}, short of "
        f"the {_length(asked)} asked."
    )
    quote = (cut(candidate, told.start, told.end),)
    return Verdict(Outcome.NOT_MET, reason, quote, None, min(1.0, years / asked))


def _without_number(
    criterion: ExperienceYears, field: Field, shown: _Shown, candidate: Candidate, context: Context
) -> Verdict:
    of = criterion.of
    posts = shown.posts + shown.undated
    if posts or shown.told or shown.stated:
        evidence = _evidence(shown, candidate, stated_first=not posts) or posts_quoted(
            posts, candidate
        )
        return Verdict(
            Outcome.MET, f"The CV shows experience {experience(of)}.", evidence, None, 1.0
        )
    telling = [each for each in candidate.sentences if _tells(field, each)]
    if telling and not field.level and not field.leading and not field.setting:
        quotes = tuple(cut(candidate, each.start, each.end) for each in telling[:MOST_QUOTES])
        return Verdict(Outcome.MET, f"The CV speaks of {work(of)}.", quotes, None, 1.0)
    question = f"What experience do you have {experience(of)}?"
    lower = next((each for each in candidate.sentences if denies(field, each)), None)
    if lower is not None:
        reason = f"What the CV says speaks against experience {experience(of)}."
        quote = (cut(candidate, lower.start, lower.end),)
        return Verdict(Outcome.NOT_MET, reason, quote, None, 0.0)
    near = _nearest(of, candidate, context)
    if near is not None:
        return Verdict(
            Outcome.PARTLY,
            f"The CV speaks of something close to {work(of)}, not in those words.",
            (near[1],),
            question,
            near[0],
        )
    return Verdict(Outcome.NOT_STATED, f"The CV does not mention {named(of)}.", (), question)


def _tells(field: Field, sentence: Sentence) -> bool:
    return (
        sentence.section not in UNPROVEN_SECTIONS
        and len(sentence.text.split()) > 3
        and _is_told_in(field, sentence.text)
        and not _DENIES.search(sentence.text)
        and not denies(field, sentence)
        and not tells_of_another(sentence.text)
        and not of_another(field.phrase, sentence.text)
    )


def _is_told_in(field: Field, text: str) -> bool:
    """Whether words speak of the field with all that narrows it, or of the people it is with."""
    if not field.qualifiers:
        return says(field, text) or title_fits(field, told(text).title or labelled_post(text))
    narrowed = has_all(list(field.qualifiers), text)
    return narrowed and (says(field, text) or client_groups().issuperset(field.qualifiers))


def _nearest(of: str, candidate: Candidate, context: Context) -> tuple[float, Evidence] | None:
    """Return the closest passage that is close enough and denies nothing, with its cosine."""
    close = sorted(
        (-cosine, number)
        for number, cosine in enumerate(context.meaning.passages(of))
        if cosine >= context.met_from
    )
    for cosine, number in close:
        passage = candidate.passages[number]
        text = passage.text
        if _DENIES.search(text) or serves_others(text) or tells_of_another(text):
            continue
        if of_another(of, text):
            continue
        if less_people(text) == text and not tells_of_papers(text):
            return -cosine, cut(candidate, passage.start, passage.end)
    return None


def _evidence(shown: _Shown, candidate: Candidate, *, stated_first: bool) -> tuple[Evidence, ...]:
    stated = tuple(cut(candidate, fact.start, fact.end) for fact in shown.stated[:1])
    posts = posts_quoted(shown.posts, candidate) + tuple(
        cut(candidate, each.start, each.end) for each in shown.told[:MOST_QUOTES]
    )
    return stated if stated and stated_first else posts or stated


def _question(of: str, field: Field, asked: float) -> str:
    led = (
        " with people reporting to you" if field.leading or field.level == "line_management" else ""
    )
    return (
        f"For how long, and in which posts, have you {done(of)}{led}? "
        f"The role asks for {_length(asked)}."
    )


def _length(years: float) -> str:
    """Return a length in words: '18 months', '1 year', '7.5 years'."""
    if years < 2 and abs(years - round(years)) > 0.01:
        months = round(years * 12)
        return "1 month" if months == 1 else f"{months} months"
    # Cut, not rounded: 4.97 years must not be printed as the 5 that were asked.
    value = int(years * 10 + 1e-6) / 10
    return "1 year" if value == 1 else f"{value:g} years"
