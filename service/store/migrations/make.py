"""Write the first step anew from `service.store.schema`: `python -m service.store.migrations.make`.

For whoever changes the tables. Until the first release there is no database to bring along, so
there is one step, and it is made again; from then on a change is a step of its own.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from alembic import command

from service.store.database import Database, sqlite_url
from service.store.migrating import configuration

FIRST = Path(__file__).parent / "versions" / "0001_first.py"


def make() -> None:
    """Write the step, laid out as the rest of the code is."""
    config = configuration()
    config.set_main_option("file_template", FIRST.stem)
    FIRST.unlink(missing_ok=True)
    with TemporaryDirectory() as folder:
        database = Database(sqlite_url(Path(folder)))
        with database.writing() as connection:
            config.attributes["connection"] = connection
            command.revision(config, "The first tables", autogenerate=True, rev_id="0001")
        database.close()
    for arguments in (["check", "--select", "I", "--fix", "--quiet"], ["format", "--quiet"]):
        subprocess.run([sys.executable, "-m", "ruff", *arguments, FIRST], check=True)  # noqa: S603


if __name__ == "__main__":
    make()
