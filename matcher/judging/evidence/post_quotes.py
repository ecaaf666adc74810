"""Quotes of posts and sentences as evidence, none of them long.

Must not know what they are evidence of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from matcher.types import Candidate, Evidence, Sentence

MOST_QUOTES = 4
_LONGEST_QUOTE = 180


def posts_quoted(posts: Sequence[int], candidate: Candidate) -> tuple[Evidence, ...]:
    """Quote the headings of the first few of some posts."""
    return tuple(heading(candidate, index) for index in posts[:MOST_QUOTES])


def heading(candidate: Candidate, index: int) -> Evidence:
    """Quote a post's heading: its first sentences, as far as both its title and its dates reach."""
    post = candidate.positions[index]
    own = [each for each in candidate.sentences if each.position == index]
    if not own:
        return cut(candidate, *post.span)
    end = own[0].end
    for each in own[1:3]:
        quote = candidate.text[own[0].start : end]
        if re.search(r"\d{4}|’\d\d", quote) and (post.title or "") in quote:
            break
        end = each.end
    return cut(candidate, own[0].start, end)


def sentence_quoted(candidate: Candidate, sentence: Sentence) -> Evidence:
    """Quote a sentence, as far as a quote may reach."""
    return cut(candidate, sentence.start, sentence.end)


def cut(candidate: Candidate, start: int, end: int) -> Evidence:
    """Quote a span, as far as a quote may reach."""
    if end - start > _LONGEST_QUOTE:
        end = candidate.text.rfind(" ", start, start + _LONGEST_QUOTE)
    return Evidence(start, end, candidate.text[start:end])
