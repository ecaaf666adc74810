"""`rolematch parse`: what was read from roles or CVs, one JSON object per line."""

from __future__ import annotations

import argparse
import json
import sys

from data.documents import DocumentError, Reader
from embeddings.passages import windows
from matcher.candidates.reader import read_candidate
from matcher.roles.reader import read_role
from matcher.wire import candidate_view, role_json
from service.output import write
from service.progress import progress
from service.settings import settings_from


def run(options: argparse.Namespace) -> int:
    """Parse each file; one that fails is named on stderr and leaves the others alone."""
    settings = settings_from(as_of=options.as_of)
    lines, failed = [], False
    with Reader() as reader, progress("reading", len(options.files)) as step:
        for path in options.files:
            try:
                document = reader.read(path)
            except DocumentError as error:
                print(f"rolematch: {error}", file=sys.stderr)
                failed = True
                continue
            finally:
                step()
            if options.what == "role":
                record = role_json(read_role(path.stem, document.text))
            else:
                candidate = read_candidate(path.stem, document.text, windows, settings.as_of)
                record = candidate_view(candidate)
            notices = [{"code": each.code, "message": each.message} for each in document.warnings]
            record["warnings"] = notices + record.get("warnings", [])
            lines.append(json.dumps(record, ensure_ascii=False))
    write("".join(line + "\n" for line in lines), options.output)
    return 1 if failed else 0
