"""`rolematch cache`: what is kept on disk, and how to be rid of it."""

from __future__ import annotations

import argparse
from pathlib import Path

from service.errors import InputError
from service.settings import settings_from

# Only what we made is removed: the folder may be one that a user keeps other things in.
OURS = ("candidates.sqlite*", "vectors.sqlite*", "digests.json")


def run(options: argparse.Namespace) -> int:
    """Show or remove the files of the cache."""
    folder = settings_from(cache=options.cache).cache
    assert folder is not None
    found = kept(folder)
    if options.action == "show":
        size = sum(path.stat().st_size for path in found)
        print(f"{folder}: {len(found)} files, {size / 1e6:.1f} MB")
        return 0
    try:
        for path in found:
            path.unlink()
    except OSError as error:
        raise InputError(f"{error.filename}: cannot be removed: {error.strerror}") from None
    print(f"{folder}: removed {len(found)} files; no CV text is kept there any more")
    return 0


def kept(folder: Path) -> list[Path]:
    """Return the files of ours in the cache folder."""
    return sorted(path for pattern in OURS for path in folder.glob(pattern) if path.is_file())
