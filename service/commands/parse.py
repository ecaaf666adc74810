"""`rolematch parse`: what was read from roles or CVs, one JSON object per line."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

from data.documents import Document, DocumentError, Reader
from embeddings.passages import windows
from matcher.candidates.reader import read_candidate
from matcher.facts.mentions.second_reading import Classify
from matcher.roles.reader import read_role
from matcher.wire import candidate_view, role_json
from service.lengths import excess
from service.mentions import shipped_mentions
from service.output import check, write
from service.progress import progress
from service.settings import settings_from


def run(options: argparse.Namespace) -> int:
    """Parse each file; one that fails is named on stderr and leaves the others alone."""
    check(options.output)
    settings = settings_from(as_of=options.as_of)
    classify = shipped_mentions(settings.cache).classify
    lines, failed = [], False
    with Reader() as reader, progress("reading", len(options.files)) as step:
        for path, document in reader.read_many(options.files):
            fault = _fault(path, document)
            if fault or isinstance(document, DocumentError):
                print(f"rolematch: {fault}", file=sys.stderr)
                failed = True
            else:
                record = parsed(options.what, path, document, settings.as_of, classify)
                lines.append(json.dumps(record, ensure_ascii=False) + "\n")
            step()
    write("".join(lines), options.output)
    return 1 if failed else 0


def _fault(path: Path, document: Document | DocumentError) -> str:
    """Return why a file cannot be parsed, or "" where it can."""
    if isinstance(document, DocumentError):
        return str(document)
    fault = excess(document.text)
    return f"{path}: {fault}" if fault else ""


def parsed(
    what: str, path: Path, document: Document, as_of: date, classify: Classify
) -> dict[str, Any]:
    """Return what a document says as a role or as a CV, in its machine-readable form."""
    if what == "role":
        record = role_json(read_role(path.stem, document.text))
    else:
        candidate = read_candidate(path.stem, document.text, windows, as_of, classify)
        record = candidate_view(candidate)
    notices = [{"code": each.code, "message": each.message} for each in document.warnings]
    return {**record, "warnings": notices + record.get("warnings", [])}
