"""What a test collection is: queries, a corpus and graded judgements.

Must not know which layout one came in, nor what a role or a candidate is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


class DatasetError(Exception):
    """A folder that is no test collection; the message says what is missing or wrong."""


@dataclass(frozen=True, slots=True)
class Collection:
    """A test collection.

    Attributes:
        name: The folder's name.
        queries: Text by query id, in order of id.
        corpus: Text by document id, in order of id.
        qrels: Grade by document id, by query id; what is not listed was not judged relevant.
        failed: Documents that could not be read, each as one message.
        relevant: From which grade a document counts as relevant where a measure knows only yes
            and no; None where the layout does not say.
        judged_only: What is not listed is unknown, so that only judged documents may be compared.
        titles: Queries and documents are bare job titles.
    """

    name: str
    queries: Mapping[str, str]
    corpus: Mapping[str, str]
    qrels: Mapping[str, Mapping[str, int]]
    failed: tuple[str, ...] = ()
    relevant: int | None = None
    judged_only: bool = False
    titles: bool = False
