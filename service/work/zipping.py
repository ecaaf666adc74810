"""Files put together in a zip, as they are: what `service.work.zipped` takes apart.

Must not know what the files are.
"""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import IO, BinaryIO


def zip_into(zipped: IO[bytes], files: Iterable[tuple[str, BinaryIO]]) -> None:
    """Write files into a zip; of equal names the later ones are numbered."""
    taken: set[str] = set()
    with zipfile.ZipFile(zipped, "w", zipfile.ZIP_STORED) as archive:
        for name, file in files:
            with archive.open(_free(name.lstrip("/"), taken), "w", force_zip64=True) as inside:
                file.seek(0)
                shutil.copyfileobj(file, inside)


def _free(name: str, taken: set[str]) -> str:
    path, number, free = Path(name), 1, name
    while free in taken:
        number += 1
        free = str(path.with_name(f"{path.stem} ({number}){path.suffix}"))
    taken.add(free)
    return free
