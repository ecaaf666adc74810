"""A text's shape depends on the text alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from embeddings.preparation import batches, padded_length

LIMIT = 256
LENGTHS = st.lists(st.integers(2, LIMIT), max_size=60)


@pytest.mark.parametrize(
    ("pieces", "length"), [(2, 16), (16, 16), (17, 32), (250, 256), (256, 256)]
)
def test_lengths_are_rounded_up(pieces: int, length: int) -> None:
    assert padded_length(pieces, LIMIT) == length


def test_no_length_exceeds_the_models_own_limit() -> None:
    assert padded_length(99, 100) == 100


@given(lengths=LENGTHS, rows=st.integers(1, 9))
def test_every_text_is_in_one_batch_at_its_own_length(lengths: list[int], rows: int) -> None:
    found = list(batches(lengths, LIMIT, rows))
    assert sorted(position for _, batch in found for position in batch) == list(range(len(lengths)))
    for length, batch in found:
        assert len(batch) <= rows
        assert {padded_length(lengths[position], LIMIT) for position in batch} == {length}
