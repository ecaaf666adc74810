"""Test collections: queries, a corpus and graded judgements, in the layouts people share."""

from data.datasets.collection import Collection, DatasetError
from data.datasets.known import Known, known
from data.datasets.loading import load

__all__ = ["Collection", "DatasetError", "Known", "known", "load"]
