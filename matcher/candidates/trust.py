"""What should make a recruiter look twice at a CV: keyword lists, contradictions, odd dates.

Must not know scores: it reports, with the words it rests on, and leaves the consequences to others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from data.patterns import regex
from matcher.candidates.copied import words
from matcher.candidates.dates import month_number
from matcher.types import Fact, Notice, Outline, Position, Sentence
from matcher.values import Money

# The codes of the warnings that depend on the day a CV is read for.
FUTURE = "future_date"
REVERSED = "reversed_dates"

_LIST_PARTS = regex(r"[,;|•·*/\n\t]| - ")
_ROW_MARK = regex(r"[|•·]")
_ENGLISH = frozenset(
    [
        "the",
        "and",
        "of",
        "to",
        "in",
        "for",
        "with",
        "on",
        "at",
        "by",
        "from",
        "as",
        "an",
        "a",
        "is",
        "was",
        "i",
        "my",
        "our",
        "we",
        "that",
        "this",
        "have",
        "has",
        "were",
        "be",
        "or",
        "are",
        "it",
        "which",
        "their",
        "all",
        "up",
        "into",
    ]
)
_FEWEST_WORDS = 60
_ENGLISH_SHARE = 0.04
_LIST_OF = 20
_LIST_SHARE = 0.4
# The longest honest list of 300 CVs of many trades has 96 items.
_LIST_TOO_LONG = 100
_TIMES = 10.0
_PROSE_WORDS = 12
_REPEATED_TIMES = 3
_REPEATED_WORDS = 8


def notices(cv: Outline, facts: Sequence[Fact], as_of: date) -> tuple[Notice, ...]:
    """Return what is odd about a CV, in a fixed order."""
    found: list[Notice] = []
    for check in (
        _not_english(cv),
        _stuffed(cv),
        _contradicted(facts),
        date_notice(cv.positions, as_of),
    ):
        found.extend(check)
    return tuple(found)


def _not_english(cv: Outline) -> Iterator[Notice]:
    found = words(cv.text)
    if len(found) < _FEWEST_WORDS:
        return
    share = sum(word in _ENGLISH for word in found) / len(found)
    prose = [each for each in cv.sentences if len(each.text.split()) > _PROSE_WORDS]
    if share < _ENGLISH_SHARE and prose:
        yield Notice(
            "not_english",
            "Hardly any of the CV's words are English; it was read as English and may be misread.",
        )


@dataclass(frozen=True, slots=True)
class Keywords:
    """Bare lists of keywords.

    Attributes:
        sentences: What they were read as.
        items: How many keywords they hold.
    """

    sentences: tuple[Sentence, ...] = ()
    items: int = 0


def _bare_items(words: str) -> int:
    """Return how many items a bare list of keywords holds, 0 where the words are no such list."""
    parts = [part.split() for part in _LIST_PARTS.split(words) if part.strip()]
    short = sum(len(part) <= 4 for part in parts)
    return short if len(parts) >= _LIST_OF // 2 and short >= 0.9 * len(parts) else 0


def _bare_lists(text: str, sentences: Sequence[Sentence]) -> Iterator[Keywords]:
    """Yield the bare lists; one that a narrow column cuts into rows is one list still."""
    for _, grouped in groupby(sentences, key=lambda each: (each.section, _is_row(each.text))):
        run = tuple(grouped)
        whole = text[run[0].start : run[-1].end]
        items = _bare_items(whole) if _is_row(run[0].text) else 0
        if items:
            yield Keywords(run, items)
            continue
        for each in run:
            if items := _bare_items(each.text):
                yield Keywords((each,), items)


def _is_row(words: str) -> bool:
    return _ROW_MARK.search(words) is not None and not words.endswith(".")


def keyword_lists(text: str, sentences: Sequence[Sentence]) -> Keywords:
    """Return the bare lists of a CV that is stuffed with keywords; nothing for any other CV.

    Stuffed is a CV with many keywords in bare lists next to little that says where they were used,
    or with one list that nobody would read.
    """
    lists = list(_bare_lists(text, sentences))
    found = Keywords(
        tuple(each for one in lists for each in one.sentences), sum(one.items for one in lists)
    )
    listed = sum(len(each.text.split()) for each in found.sentences)
    many = listed / max(1, len(text.split())) >= _LIST_SHARE
    labelled = any(each.section == "keywords" for each in found.sentences)
    endless = any(each.items >= _LIST_TOO_LONG for each in lists)
    return found if found.items >= _LIST_OF and (many or labelled or endless) else Keywords()


def _stuffed(cv: Outline) -> Iterator[Notice]:
    items = keyword_lists(cv.text, cv.sentences).items
    if items:
        yield Notice(
            "keyword_stuffing",
            f"The CV lists {items} keywords without saying where they were used; "
            "they count for nothing.",
        )


def repeated_notice(cv: Outline) -> tuple[Notice, ...]:
    """Return the warning about a sentence that stands there again and again, if there is one.

    Args:
        cv: The CV before repeats are left out of it.
    """
    counts = Counter(
        " ".join(words(each.text))
        for each in cv.sentences
        if len(each.text.split()) >= _REPEATED_WORDS
    )
    times = max(counts.values(), default=0)
    if times < _REPEATED_TIMES:
        return ()
    return (Notice("repeated_text", f"One sentence of the CV stands there {times} times."),)


def _contradicted(facts: Sequence[Fact]) -> Iterator[Notice]:
    """The same scope of the same post, ten times larger in one place than in another."""
    amounts: dict[tuple[int, str, str, str], list[float]] = {}
    for fact in facts:
        value = fact.value
        if isinstance(value, Money) and value.owned and value.amount and fact.position is not None:
            key = (fact.position, value.scope, value.currency, value.part)
            amounts.setdefault(key, []).append(value.amount)
    for (_, scope, _, _), found in sorted(amounts.items()):
        if scope in {"p_and_l", "budget"} and max(found) >= _TIMES * min(found):
            name = "P&L" if scope == "p_and_l" else "budget"
            yield Notice(
                "contradiction",
                f"The CV gives two sizes of one {name} that differ more than tenfold; ask which"
                f" holds.",
            )
            return


def date_notice(positions: Sequence[Position], as_of: date) -> tuple[Notice, ...]:
    """Return the warning about the first post whose dates cannot be, if there is one."""
    now = f"{as_of.year}-{as_of.month:02}"
    for each in positions:
        start, end = each.start, each.end
        if start is None:
            continue
        if (start > now) if "-" in start else int(start) > as_of.year:
            return (Notice(FUTURE, f"A post in the CV starts in {start}, after today."),)
        if end and "-" in end and "-" in start and month_number(end) < month_number(start):
            message = f"A post in the CV ends ({end}) before it starts ({start})."
            return (Notice(REVERSED, message),)
    return ()
