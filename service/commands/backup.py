"""`rolematch backup`: a copy of the service's SQLite database, while a server may run on it."""

from __future__ import annotations

import argparse
from pathlib import Path

from service.errors import InputError, UsageError
from service.settings import serve_settings_from
from service.store.copying import copy_to
from service.store.database import parse_url
from service.store.failures import StoreUnavailable
from service.store.opening import database_url


def run(options: argparse.Namespace) -> int:
    """Copy the database into a file that is not there yet."""
    settings = serve_settings_from(data=options.data, database=options.database)
    database = _file_of(database_url(settings))
    target: Path = options.file.absolute()
    _check(database, target)
    try:
        size = copy_to(database, target)
    except OSError as error:
        raise InputError(f"{target}: cannot be written: {error.strerror or error}") from None
    except StoreUnavailable as error:
        raise InputError(str(error)) from None
    print(f"{options.file}: {size / 1e6:.1f} MB, checked; it holds people's data, keep it safe")
    return 0


def _file_of(url: str) -> Path:
    try:
        parsed = parse_url(url)
    except ValueError as error:
        raise UsageError(str(error)) from None
    if parsed.get_backend_name() != "sqlite":
        raise UsageError("a database on a PostgreSQL server is backed up with pg_dump")
    return Path(str(parsed.database)).absolute()


def _check(database: Path, target: Path) -> None:
    """Raise what can be known before the work."""
    if not database.is_file():
        raise InputError(f"{database}: there is no database here; see --data")
    if target.exists():
        raise UsageError(f"{target}: is there already; name a file that is not")
    if not target.parent.is_dir():
        raise InputError(f"{target.parent}: no such folder; make it, or name a file elsewhere")
