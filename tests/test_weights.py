"""A weights file is checked before it is used, and its faults are named."""

from importlib.resources import files
from pathlib import Path

import pytest

from matcher.weights import WeightsError, default_weights, load_weights, parse_weights

SHIPPED = (files("data.knowledge") / "weights" / "default.toml").read_text(encoding="utf-8")


def test_the_shipped_weights_are_sound() -> None:
    weights = default_weights()
    assert weights.name == "default"
    assert len(weights.digest) == 64


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (('name = "default"', ""), "'name'"),
        (("[importance]", "[imp]"), "'importance'"),
        (("not_met = 0.0", "not_met = 0.9"), "credit must rise"),
        (("title = ", "title = -"), "negative"),
        (('contradicted_essential = "possible"', 'contradicted_essential = "x"'), "names no band"),
        (("unlikely = 0", "unlikely = 5"), "bands must fall"),
        (("unlikely = 0", "out = 0"), "no band may be called 'out'"),
        (('name = "default"', "name = "), "not valid TOML"),
    ],
)
def test_a_fault_is_named_with_the_file(change: tuple[str, str], message: str) -> None:
    assert change[0] in SHIPPED
    with pytest.raises(WeightsError, match=message) as error:
        parse_weights(SHIPPED.replace(*change, 1), "mine.toml")
    assert str(error.value).startswith("mine.toml: ")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match=r"nowhere\.toml: cannot be read"):
        load_weights(tmp_path / "nowhere.toml")
