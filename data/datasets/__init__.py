"""Test collections: queries, a corpus and graded judgements, in the layouts people share."""

from data.datasets.collection import Collection, DatasetError, load

__all__ = ["Collection", "DatasetError", "load"]
