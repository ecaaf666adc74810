"""`rolematch keys`: made once and shown once, listed without their secret, revoked."""

import re
from pathlib import Path

import pytest

from service.cli import main
from service.data_directory import held
from service.store import api_keys, audit
from service.store.database import Database, sqlite_url

CREATE = ["keys", "create", "--tenant", "acme", "--name", "nightly", "--scopes", "write,read"]


def keys(data: Path, *arguments: str) -> int:
    return main([*arguments, "--data", str(data)])


@pytest.fixture
def created(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> tuple[str, str]:
    """A key's secret and its public id."""
    assert keys(tmp_path, *CREATE) == 0
    printed = capsys.readouterr().out
    secret, public_id = re.search(
        r"^(rm_\S{43})\nThis is key (k_[a-z0-9]{22}); it is shown this once", printed
    ).groups()  # type: ignore[union-attr]
    return secret, public_id


def test_a_key_works_and_is_listed_without_its_secret(
    tmp_path: Path, created: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    secret, public_id = created
    store = Database(sqlite_url(tmp_path))
    with store.reading() as connection:
        key = api_keys.find(connection, api_keys.digest_of(secret))
    store.close()
    assert key is not None and key.public_id == public_id
    assert keys(tmp_path, "keys", "list") == 0
    assert capsys.readouterr().out == f"{public_id}  acme  nightly  read,write  active\n"


def test_revoking(
    tmp_path: Path, created: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    _, public_id = created
    assert keys(tmp_path, "keys", "revoke", public_id) == 0
    assert "is revoked; servers know within seconds" in capsys.readouterr().out
    assert keys(tmp_path, "keys", "list") == 0
    assert re.search(r"  revoked \d{4}-\d\d-\d\d$", capsys.readouterr().out.strip())
    assert keys(tmp_path, "keys", "revoke", public_id) == 2
    assert "no key of this id is active" in capsys.readouterr().err


def test_both_are_on_record(tmp_path: Path, created: tuple[str, str]) -> None:
    _, public_id = created
    keys(tmp_path, "keys", "revoke", public_id)
    store = Database(sqlite_url(tmp_path))
    with store.reading() as connection:
        entries = audit.page(connection, 1)
    store.close()
    assert [(each.actor, each.action, each.subject) for each in entries] == [
        ("command line", "key.revoked", public_id),
        ("command line", "key.created", public_id),
    ]


def test_a_new_tenant_is_told(
    tmp_path: Path, created: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert keys(tmp_path, *CREATE) == 0
    assert "is new" not in capsys.readouterr().out
    assert keys(tmp_path, *CREATE, "--tenant", "acne") == 0
    assert capsys.readouterr().out.endswith("\nThe tenant acne is new.\n")


def test_no_keys(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert keys(tmp_path, "keys", "list") == 0
    assert capsys.readouterr().out == "There are no keys.\n"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("--scopes", "read,root"), "scopes are some of read, write, admin"),
        (("--scopes", ""), "scopes are some of read, write, admin"),
        (("--name", ""), "a key's name has 1 to 100 characters"),
        (("--tenant", "a\nb"), "a tenant's name has 1 to 100 printable characters"),
        (("--database", "mysql://x"), "mysql databases are not supported"),
    ],
)
def test_what_makes_no_sense_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], change: tuple[str, str], message: str
) -> None:
    assert keys(tmp_path, *CREATE, *change) == 2
    assert message in capsys.readouterr().err


def test_tables_are_not_altered_under_a_server(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with held(tmp_path):
        assert keys(tmp_path, *CREATE) == 2
    assert "another server uses this data directory" in capsys.readouterr().err
