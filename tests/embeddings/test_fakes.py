"""The fake encoder computes what its docstring promises."""

import pytest

from tests.fakes import FirstLetterEncoder


@pytest.mark.parametrize(
    ("one", "other", "cosine"),
    [
        ("apple banana", "avocado", 2**-0.5),
        ("apple banana", "cherry", 0),
        ("apple banana", "bread and", 1),
        ("", "apple", 0),
    ],
)
def test_cosine_is_that_of_first_letters(one: str, other: str, cosine: float) -> None:
    first, second = FirstLetterEncoder().encode([one, other])
    assert first @ second == pytest.approx(cosine)
