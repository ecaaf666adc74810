"""Keys and tenants as rows: the secret is not kept, a revoked key is not found."""

import pytest

from service.store import api_keys, tenants
from service.store.database import Database


def test_a_key_is_found_by_its_digest_until_it_is_revoked(database: Database) -> None:
    with database.writing() as connection:
        tenant = tenants.ensure(connection, "acme")
        key, secret = api_keys.create(
            connection, tenant.id, "nightly", frozenset({"write", "read"})
        )
    assert secret.startswith("rm_") and len(secret) == 46
    assert key.public_id.startswith("k_")
    assert key.scopes == {"read", "write"}
    with database.reading() as connection:
        assert api_keys.find(connection, api_keys.digest_of(secret)) == key
        assert api_keys.find(connection, api_keys.digest_of(secret + "x")) is None
        stored = connection.exec_driver_sql("SELECT * FROM api_keys").one()
    assert secret not in str(stored)
    with database.writing() as connection:
        revoked = api_keys.revoke(connection, key.public_id)
        assert revoked is not None and revoked.revoked_at is not None
        assert api_keys.revoke(connection, key.public_id) is None
        assert api_keys.find(connection, api_keys.digest_of(secret)) is None
        assert api_keys.any_ever(connection)
        assert not api_keys.any_active(connection)
        assert api_keys.everything(connection) == [revoked]


@pytest.mark.parametrize("scopes", [set(), {"root"}, {"read", "root"}])
def test_scopes_are_those_there_are(database: Database, scopes: set[str]) -> None:
    with database.writing() as connection:
        tenant = tenants.ensure(connection, "acme")
        with pytest.raises(ValueError, match="scopes are some of read, write, admin"):
            api_keys.create(connection, tenant.id, "name", frozenset(scopes))


@pytest.mark.parametrize("name", ["", "x" * 101])
def test_a_name_is_given_and_fits(database: Database, name: str) -> None:
    with database.writing() as connection:
        tenant = tenants.ensure(connection, "acme")
        with pytest.raises(ValueError, match="1 to 100 characters"):
            api_keys.create(connection, tenant.id, name, frozenset({"read"}))


def test_a_tenant_is_made_once(database: Database) -> None:
    with database.writing() as connection:
        first = tenants.ensure(connection, "acme", retention_days=30)
        assert tenants.ensure(connection, "acme", retention_days=90) == first
        assert tenants.find(connection, "other") is None
        assert tenants.find(connection, "acme") == first
