"""What the files in deploy/ and the image say of the service is so."""

import re
import tomllib
from pathlib import Path

import pytest

from service.api.server import GRACE_SECONDS, STOP_SECONDS
from service.settings import ServeSettings, serve_settings_from

ROOT = Path(__file__).resolve().parents[1]
NGINX = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
UNIT = (ROOT / "deploy" / "rolematch.service").read_text(encoding="utf-8")
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
IGNORED = (ROOT / ".dockerignore").read_text(encoding="utf-8")


@pytest.fixture
def defaults() -> ServeSettings:
    return serve_settings_from({}, data=Path("unused"))


def block(location: str) -> str:
    """Return what nginx does with some paths; what holds for all others for ''."""
    if not location:
        return re.sub(r"location [^{]+\{[^}]*\}", "", NGINX)
    found = re.search(rf"location {re.escape(location)} \{{(.*?)\}}", NGINX, re.DOTALL)
    assert found is not None
    return found[1]


def number(directive: str, text: str) -> int:
    (found,) = re.findall(rf"^\s*{directive}\s+(\d+)s?;", text, re.MULTILINE)
    return int(found)


def test_nginx_takes_what_the_service_takes(defaults: ServeSettings) -> None:
    assert number("client_max_body_size", block("")) == defaults.upload_bytes
    assert (
        number("client_max_body_size", block("~ ^/(v1/batches|people/uploads)$"))
        == defaults.batch_bytes
    )


def test_nginx_waits_longer_than_the_service(defaults: ServeSettings) -> None:
    assert number("proxy_read_timeout", block("")) > defaults.request_seconds
    assert (
        number("proxy_read_timeout", block("~ ^/(v1/batches|people/uploads)$"))
        > defaults.batch_seconds
    )


def test_nginx_asks_where_the_service_listens(defaults: ServeSettings) -> None:
    assert f"server {defaults.host}:{defaults.port};" in NGINX


def test_nginx_passes_events_on_as_they_come() -> None:
    assert "proxy_buffering off;" in block("~ ^/v1/batches/[^/]+/events$")


def test_systemd_waits_until_the_service_has_stopped() -> None:
    (seconds,) = re.findall(r"^TimeoutStopSec=(\d+)$", UNIT, re.MULTILINE)
    assert int(seconds) > GRACE_SECONDS + STOP_SECONDS


@pytest.mark.parametrize(("text", "start"), [(UNIT, "Environment="), (DOCKERFILE, "ENV ")])
def test_variables_that_are_set_are_read(text: str, start: str) -> None:
    told = serve_settings_from.__doc__
    lines = [line for line in text.splitlines() if line.startswith(start)]
    named = re.findall(r"ROLEMATCH_[A-Z]+", " ".join(lines))
    assert named and told is not None
    assert [name for name in named if name not in told] == []


def test_the_image_gets_what_it_copies() -> None:
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", DOCKERFILE, re.MULTILINE)
    names = {name for line in copied for name in line.split()}
    let_through = {line[1:] for line in IGNORED.splitlines() if line.startswith("!")}
    assert names == let_through
    assert [name for name in names if not (ROOT / name).exists()] == []


def test_the_image_holds_every_package() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    packages = project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    assert packages
    assert [name for name in packages if f"COPY {name} {name}\n" not in DOCKERFILE] == []


def test_the_image_runs_without_rights() -> None:
    final = DOCKERFILE.rpartition("\nFROM ")[2]
    assert re.search(r"^USER [1-9]\d+$", final, re.MULTILINE)
    assert "pip" not in final and "apt" not in final
