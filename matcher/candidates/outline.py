"""A CV laid out: sections, posts and sentences, each sentence under its section and its post.

Must not know facts. This is what every fact reader is given.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise

from data.patterns import regex
from matcher.candidates.adverts import with_adverts
from matcher.candidates.history import with_history
from matcher.candidates.positions import Post, posts
from matcher.candidates.sections import RULED
from matcher.candidates.sections import sections as find_sections
from matcher.text import lines, sentences
from matcher.types import Outline, Position, Section, Sentence

_LABEL = regex(r"(?P<label>[^\W\d_][^|\t:\n.;]{0,38}?)[ \t]*(?:\||\t|:(?=\s)| {3,})")
_HEAD = regex(r"\W*(?P<words>[^|\t\n]+)")


def outline(text: str, named_at: int = -1) -> Outline:
    """Return the CV's sections, posts in the order of the document, and sentences.

    Args:
        text: The CV, without the person's name.
        named_at: Where the name was taken out, or -1.
    """
    found = with_history(text, with_adverts(text, find_sections(text, named_at)))
    told = posts(text, found)
    merged, owner = _merge_repeats(told)
    extents = _extents(text, found, told, owner, merged)
    positions = tuple(_position(post, number, extents) for number, post in enumerate(merged))
    heads = [post.heading_end for post in told if _is_over(text, post.heading_end)]
    return Outline(text, found, positions, _sentences(text, found, extents, heads))


def _is_over(text: str, heading_end: int) -> bool:
    """Whether a heading ends with its line: a description that began on it goes on in small."""
    following = text[heading_end : heading_end + 40].lstrip()
    return text[heading_end : heading_end + 1] == "\n" and not following[:1].islower()


def _key(words: str | None) -> str:
    return " ".join(re.findall(r"\w+", (words or "").lower()))


def _merge_repeats(told: list[Post]) -> tuple[list[Post], list[int]]:
    """Tell each post once: a table at the start and the details later are the same post.

    Returns:
        The posts, and for each of ``told`` the index of its post.
    """
    merged: list[Post] = []
    owner: list[int] = []
    for post in told:
        same = next((n for n, other in enumerate(merged) if _same(other, post)), None)
        if same is None:
            merged.append(post)
            same = len(merged) - 1
        elif merged[same].start is None and post.start is not None:
            merged[same] = post
        owner.append(same)
    return merged, owner


def _same(one: Post, other: Post) -> bool:
    if _key(one.title) != _key(other.title):
        return False
    if (one.start, one.end) == (other.start, other.end):
        return True
    undated = None in {one.start, other.start}
    return undated and one.title is not None and _same_employer(one, other)


def _same_employer(one: Post, other: Post) -> bool:
    first, second = _key(one.employer), _key(other.employer)
    return not first or not second or first.startswith(second) or second.startswith(first)


def _extents(
    text: str,
    sections: tuple[Section, ...],
    told: list[Post],
    owner: list[int],
    merged: list[Post],
) -> list[tuple[int, int, int]]:
    """Return (start, end, index of the post) of every stretch that tells of a post, in order."""
    starts: list[tuple[int, int, int | None]] = [
        (post.at, number, post.until) for post, number in zip(told, owner, strict=True)
    ]
    starts += [
        (at, number, None)
        for at, number in _named_again(text, merged)
        if not any(post.at <= at < post.heading_end for post in told)
    ]
    starts.sort(key=lambda one: one[0])
    section_starts = [section.start for section in sections]
    found = []
    for number, (at, index, until) in enumerate(starts):
        section_end = sections[bisect_right(section_starts, at) - 1].end
        following = starts[number + 1][0] if number + 1 < len(starts) else len(text)
        end = min(section_end, following, until if until is not None else len(text))
        found.append((at, at + len(text[at:end].rstrip()), index))
    return found


def _named_again(text: str, merged: list[Post]) -> list[tuple[int, int]]:
    """Lines that name a post again, by its title or its employer, to tell more of it."""
    titles = {_key(post.title): number for number, post in enumerate(merged) if post.title}
    employers = [
        (_key(post.employer), number) for number, post in enumerate(merged) if post.employer
    ]
    found = []
    last_end = 0
    for line in lines(text):
        gap = text.count("\n", last_end, line.start) > 1 or "--" in text[last_end : line.start]
        last_end = line.end
        head = _HEAD.match(text, line.start, line.end)
        bulleted = line.bullet and not RULED.match(text, line.start, line.end)
        if head is None or not gap or bulleted:
            continue
        number = _named_by(
            _key(head["words"]), _key(text[line.start : line.end]), titles, employers
        )
        if number is not None:
            found.append((line.start, number))
    return found


def _named_by(
    head: str, line: str, titles: dict[str, int], employers: list[tuple[str, int]]
) -> int | None:
    if head in titles:
        return titles[head]
    for title, number in titles.items():
        if line.startswith(title + " ") and len(line.split()) <= len(title.split()) + 5:
            return number
    if len(head) < 4 or len(head.split()) > 8:
        return None
    fit = [number for name, number in employers if _abbreviates(head, name)]
    return fit[0] if len(set(fit)) == 1 else None


def _abbreviates(head: str, name: str) -> bool:
    """Whether ``head`` is a beginning of the employer's name ('Ember' of 'Ember Shoes Ltd')."""
    words, full = head.split(), name.split()
    return (
        (
            len(words) <= len(full)
            and all(long.startswith(short) for short, long in zip(words, full, strict=False))
        )
        or name.startswith(head)
        or head.startswith(name)
    )


def _position(post: Post, number: int, extents: list[tuple[int, int, int]]) -> Position:
    own = [(start, end) for start, end, index in extents if index == number]
    span = max(own, key=lambda one: (one[1] - one[0], -one[0]), default=(post.at, post.heading_end))
    return Position(post.title, post.employer, post.start, post.end, span)


def _sentences(
    text: str,
    sections: tuple[Section, ...],
    extents: list[tuple[int, int, int]],
    heads: list[int],
) -> tuple[Sentence, ...]:
    section_starts = [section.start for section in sections]
    cuts = sorted(
        {
            0,
            len(text),
            *section_starts,
            *heads,
            *(start for start, _, _ in extents),
            *(end for _, end, _ in extents),
        }
    )
    found = []
    for first, last in pairwise(cuts):
        for start, end in sentences(text, first, last):
            if not any(char.isalnum() for char in text[start:end]):
                continue
            section = sections[bisect_right(section_starts, start) - 1]
            post = next((index for at, until, index in extents if at <= start < until), None)
            label = _LABEL.match(text, start, end)
            found.append(
                Sentence(
                    text[start:end], start, end, section.kind, post, label["label"] if label else ""
                )
            )
    return tuple(found)
