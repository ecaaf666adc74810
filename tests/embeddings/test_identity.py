"""Two identities share a key exactly where their vectors may be compared."""

import json

import pytest

from tests.fakes import identity


def test_identity_survives_json() -> None:
    assert json.loads(json.dumps(identity().as_dict())) == identity().as_dict()


@pytest.mark.parametrize(
    "field", ["name", "revision", "digest", "backend", "precision", "preparation"]
)
def test_any_difference_changes_the_key(field: str) -> None:
    assert identity(**{field: "other"}).key != identity().key


def test_equal_identities_share_a_key() -> None:
    assert identity().key == identity().key
