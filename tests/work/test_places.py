"""Places in the order that people's scores give them."""

from service.store.places import PlaceRow
from service.work.places import in_decided_order


def row(rank: int, name: str | None, score: float, revised: float | None = None) -> PlaceRow:
    band = None if revised is None else "good"
    key = None if name is None else rank
    return PlaceRow(rank, key, name and f"c_{name}", name, score, "good", revised, band)


def names(rows: list[PlaceRow]) -> list[str | None]:
    return [each.label for each in in_decided_order(rows)]


def test_scores_as_decided_come_first_and_labels_between_equals() -> None:
    rows = [row(1, "anna", 90.0), row(2, "cleo", 80.0), row(3, "ben", 70.0, revised=80.0)]
    assert names(rows) == ["anna", "ben", "cleo"]


def test_who_is_out_comes_last_whatever_the_score() -> None:
    out = PlaceRow(1, 1, "c_anna", "anna", 90.0, "good", 89.0, "out")
    back = PlaceRow(3, 3, "c_ben", "ben", 10.0, "out", 20.0, "weak")
    assert names([out, row(2, "cleo", 15.0), back]) == ["ben", "cleo", "anna"]


def test_a_place_of_somebody_erased_stays_where_it_was_among_equals() -> None:
    rows = [row(1, "anna", 90.0), row(2, "ben", 80.0), row(3, None, 80.0), row(4, "cleo", 80.0)]
    assert names(rows) == ["anna", "ben", None, "cleo"]
    assert names([row(1, None, 80.0), *rows[1:2]]) == [None, "ben"]
