"""Whether words say the opposite of what a field is otherwise never without: 'inbound telesales'.

Must not know posts. The table lets some words go unsaid ("outbound" telesales) and names what
tells that they do not hold.
"""

from __future__ import annotations

from data.knowledge.hints import any_part
from data.knowledge.title_tables import functions


def says_opposite(names: frozenset[str], phrase: str, words: str) -> bool:
    """Return whether words hold the opposite of a word that is asked, and not that word.

    Args:
        names: The functions of the field that is asked.
        phrase: The field as asked.
        words: A title, or what a post tells.
    """
    asked, low = phrase.lower(), words.lower()
    return any(
        word in asked and word not in low and any_part(tuple(opposites), low)
        for name in names
        for word, opposites in functions()[name].opposites.items()
    )
