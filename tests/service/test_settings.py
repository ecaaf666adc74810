"""Options win over the environment, and the environment over what is built in."""

from datetime import date
from pathlib import Path

import pytest

from service.errors import UsageError
from service.settings import settings_from

VARIABLES = {
    "ROLEMATCH_MODEL": "folder/model",
    "ROLEMATCH_BACKEND": "torch",
    "ROLEMATCH_PRECISION": "f32",
    "ROLEMATCH_CACHE": "kept",
    "ROLEMATCH_WEIGHTS": "mine.toml",
    "ROLEMATCH_AS_OF": "2025-02-03",
    "ROLEMATCH_JUDGE_AT_MOST": "40",
}


def test_the_environment_is_read() -> None:
    settings = settings_from(VARIABLES)
    assert settings.model == "folder/model"
    assert settings.backend == "torch"
    assert settings.precision == "f32"
    assert settings.cache == Path("kept")
    assert settings.weights == Path("mine.toml")
    assert settings.as_of == date(2025, 2, 3)
    assert settings.judge_at_most == 40


def test_options_win() -> None:
    settings = settings_from(
        VARIABLES,
        model="other",
        backend="openvino",
        precision="bf16",
        cache=Path("there"),
        weights=Path("yours.toml"),
        as_of="2026-11-23",
        judge_at_most=7,
    )
    assert settings.model == "other"
    assert settings.backend == "openvino"
    assert settings.precision == "bf16"
    assert settings.cache == Path("there")
    assert settings.weights == Path("yours.toml")
    assert settings.as_of == date(2026, 11, 23)
    assert settings.judge_at_most == 7


def test_without_either_there_is_a_default() -> None:
    settings = settings_from({})
    assert settings.model is None
    assert settings.backend == "auto"
    assert settings.precision == "auto"
    assert settings.weights is None
    assert settings.judge_at_most == 5000
    assert settings.cache is not None
    assert settings.cache.name == "rolematch"


def test_no_cache_wins_over_a_folder() -> None:
    assert settings_from(VARIABLES, cache=Path("there"), no_cache=True).cache is None


def test_a_date_that_is_none_is_an_error() -> None:
    with pytest.raises(UsageError, match="--as-of 23/11/2026: not a date; write it as 2026-11-23"):
        settings_from({}, as_of="23/11/2026")


@pytest.mark.parametrize("value", ["0", "-3", "many", "2.5"])
def test_a_number_of_judged_that_is_none_is_an_error(value: str) -> None:
    with pytest.raises(UsageError, match=f"ROLEMATCH_JUDGE_AT_MOST={value}: must be a number"):
        settings_from({"ROLEMATCH_JUDGE_AT_MOST": value})
