"""`rolematch serve`: the HTTP API, until it is told to stop."""

from __future__ import annotations

import argparse
from dataclasses import replace

from service.api.middleware.open_door import is_loopback
from service.api.server import bind
from service.api.server import run as serve
from service.data_directory import held, prepare
from service.errors import UsageError
from service.settings import ServeSettings, serve_settings_from
from service.store import api_keys, tenants
from service.store.opening import open_upgraded

OPTIONS = ("host", "port", "workers", "data", "database", "model", "backend", "precision")
NO_KEY = (
    "{host} can be reached from other machines, and there is no key; make one with `rolematch keys "
    "create --tenant NAME --name NAME --scopes read,write`, or listen on 127.0.0.1"
)


def run(options: argparse.Namespace) -> int:
    """Prepare the store, say where we listen and who may call, and serve."""
    settings = serve_settings_from(**{name: getattr(options, name) for name in OPTIONS})
    prepare(settings.data)
    with held(settings.data), bind(settings.host, settings.port) as listening:
        host, port = listening.getsockname()[:2]
        settings = replace(settings, host=host, port=port)
        is_open = _prepare_store(settings)
        shown = f"[{host}]" if ":" in host else host
        print(f"rolematch: listening on http://{shown}:{port}", flush=True)
        print(f"rolematch: {_who_may_call(is_open)}", flush=True)
        return serve(settings, listening)


def _prepare_store(settings: ServeSettings) -> bool:
    """Bring the tables up to date; return whether the service is open to everybody here.

    Raises:
        UsageError: Others could reach it and there is no key.
    """
    store = open_upgraded(settings)
    try:
        with store.writing() as connection:
            if not is_loopback(settings.host) and not api_keys.any_active(connection):
                raise UsageError(NO_KEY.format(host=settings.host))
            is_open = not api_keys.any_ever(connection)
            if is_open:
                tenants.ensure(connection, tenants.DEFAULT, settings.retention_days)
            return is_open
    finally:
        store.close()


def _who_may_call(is_open: bool) -> str:
    if is_open:
        return "open: no key was ever made, so every program on this machine may do everything"
    return "a key is needed; see `rolematch keys`"
