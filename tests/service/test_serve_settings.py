"""A server's settings: options win over the environment, and numbers are checked."""

from pathlib import Path

import pytest

from service.errors import UsageError
from service.settings import ServeSettings, serve_settings_from

VARIABLES = {
    "ROLEMATCH_HOST": "0.0.0.0",
    "ROLEMATCH_PORT": "0",
    "ROLEMATCH_WORKERS": "3",
    "ROLEMATCH_DATA": "kept",
    "ROLEMATCH_DATABASE": "postgresql://server/name",
    "ROLEMATCH_RETENTION_DAYS": "30",
    "ROLEMATCH_REQUEST_SECONDS": "11",
    "ROLEMATCH_BATCH_SECONDS": "12",
    "ROLEMATCH_IN_FLIGHT": "13",
    "ROLEMATCH_UPLOAD_MB": "14",
    "ROLEMATCH_BATCH_MB": "15",
    "ROLEMATCH_RATE": "16",
    "ROLEMATCH_MODEL": "folder/model",
    "ROLEMATCH_BACKEND": "torch",
    "ROLEMATCH_PRECISION": "f32",
    "ROLEMATCH_ENGINES": "4",
}


def test_the_environment_is_read() -> None:
    assert serve_settings_from(VARIABLES) == ServeSettings(
        host="0.0.0.0",
        port=0,
        workers=3,
        data=Path("kept"),
        database="postgresql://server/name",
        retention_days=30,
        request_seconds=11,
        batch_seconds=12,
        in_flight=13,
        upload_bytes=14_000_000,
        batch_bytes=15_000_000,
        rate=16,
        model="folder/model",
        backend="torch",
        precision="f32",
        engines=4,
    )


def test_options_win() -> None:
    settings = serve_settings_from(
        VARIABLES,
        host="::1",
        port=8001,
        workers=1,
        data=Path("there"),
        database="sqlite://",
        model="other",
        backend="openvino",
        precision="bf16",
    )
    assert (settings.host, settings.port, settings.workers) == ("::1", 8001, 1)
    assert (settings.data, settings.database) == (Path("there"), "sqlite://")
    assert (settings.model, settings.backend, settings.precision) == ("other", "openvino", "bf16")


def test_what_is_built_in() -> None:
    settings = serve_settings_from({})
    assert settings == ServeSettings("127.0.0.1", 8000, 2, settings.data)
    assert settings.data.name == "rolematch"
    assert (settings.database, settings.retention_days) == (None, None)


@pytest.mark.parametrize(
    ("name", "value", "lowest"),
    [
        ("ROLEMATCH_WORKERS", "0", 1),
        ("ROLEMATCH_PORT", "http", 0),
        ("ROLEMATCH_RATE", "-1", 1),
        ("ROLEMATCH_RETENTION_DAYS", "1.5", 1),
        ("ROLEMATCH_IN_FLIGHT", "٣", 1),
    ],
)
def test_a_number_that_is_none_is_refused(name: str, value: str, lowest: int) -> None:
    message = f"^{name}={value}: must be a number, {lowest} or more$"
    with pytest.raises(UsageError, match=message):
        serve_settings_from({name: value})
