"""The application opens what it was given with its lifespan, and closes it again."""

import dataclasses
import logging
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from service.api.app import create_app
from service.settings import ServeSettings
from service.store.database import Database


def test_nothing_is_made_before_it_starts(settings: ServeSettings, store: Database) -> None:
    before = sorted(settings.data.iterdir())
    create_app(settings, store=store)
    assert sorted(settings.data.iterdir()) == before


def test_it_can_be_started_again(settings: ServeSettings, store: Database) -> None:
    app = create_app(settings, store=store)
    for _ in range(2):
        with TestClient(app, base_url="http://localhost") as client:
            assert client.get("/v1/about").headers["RateLimit"].startswith('"key";r=')


def test_what_keeps_it_from_starting_is_told_by_its_type(
    settings: ServeSettings,
    store: Database,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    elsewhere = dataclasses.replace(settings, data=tmp_path / "nowhere")
    with (
        pytest.raises(Exception, match="unable to open"),
        TestClient(create_app(elsewhere, store=store)),
    ):
        pass
    told = [record for record in caplog.records if record.levelno == logging.CRITICAL]
    assert [record.getMessage() for record in told] == ["the service cannot start"]
