"""`rolematch keys`: make, list and revoke the keys of the service."""

from __future__ import annotations

import argparse

from sqlalchemy import Connection

from service.errors import InputError, UsageError
from service.settings import ServeSettings, serve_settings_from
from service.store import api_keys, audit, tenants
from service.store.api_keys import ApiKey
from service.store.failures import StoreUnavailable
from service.store.opening import open_beside

# Who stands in the record for what is done at the command line.
ACTOR = "command line"


def run(options: argparse.Namespace) -> int:
    """Do what is asked with the keys of a store, while a server may run on it."""
    settings = serve_settings_from(data=options.data, database=options.database)
    store = open_beside(settings)
    try:
        with store.writing() as connection:
            lines = ACTIONS[options.action](connection, options, settings)
    except StoreUnavailable as error:
        raise InputError(str(error)) from None
    finally:
        store.close()
    print("\n".join(lines))
    return 0


def _create(
    connection: Connection, options: argparse.Namespace, settings: ServeSettings
) -> list[str]:
    _check_name(options.tenant)
    is_new = tenants.find(connection, options.tenant) is None
    tenant = tenants.ensure(connection, options.tenant, settings.retention_days)
    scopes = frozenset(options.scopes.replace(" ", "").split(","))
    try:
        key, secret = api_keys.create(connection, tenant.id, options.name, scopes)
    except ValueError as error:
        raise UsageError(str(error)) from None
    _note(connection, key, "key.created")
    told = [secret, f"This is key {key.public_id}; it is shown this once and kept nowhere."]
    return [*told, f"The tenant {tenant.name} is new."] if is_new else told


def _list(
    connection: Connection, _options: argparse.Namespace, _settings: ServeSettings
) -> list[str]:
    keys = api_keys.everything(connection)
    return [_line(key) for key in keys] or ["There are no keys."]


def _revoke(
    connection: Connection, options: argparse.Namespace, _settings: ServeSettings
) -> list[str]:
    key = api_keys.revoke(connection, options.id)
    if key is None:
        raise UsageError(f"{options.id}: no key of this id is active; see `rolematch keys list`")
    _note(connection, key, "key.revoked")
    return [f"Key {key.public_id} of {key.tenant} is revoked; servers know within seconds."]


ACTIONS = {"create": _create, "list": _list, "revoke": _revoke}


def _check_name(tenant: str) -> None:
    if not 1 <= len(tenant) <= api_keys.NAME_AT_MOST or not tenant.isprintable():
        raise UsageError(f"a tenant's name has 1 to {api_keys.NAME_AT_MOST} printable characters")


def _line(key: ApiKey) -> str:
    scopes = ",".join(scope for scope in api_keys.SCOPES if scope in key.scopes)
    state = f"revoked {key.revoked_at:%Y-%m-%d}" if key.revoked_at else "active"
    return f"{key.public_id}  {key.tenant}  {key.name}  {scopes}  {state}"


def _note(connection: Connection, key: ApiKey, action: str) -> None:
    audit.append(connection, key.tenant_id, actor=ACTOR, action=action, subject=key.public_id)
