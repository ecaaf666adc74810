"""`rolematch demo`: the shipped sample CVs against a shipped role, for a first look."""

from __future__ import annotations

import argparse
import sys

from data import samples
from service.commands.rank import rank, report_failures, settings_of
from service.output import write
from service.reports import for_screen

ROLE = "head-of-service-desk"


def run(options: argparse.Namespace) -> int:
    """Rank the samples and print the table."""
    role = next(path for path in samples.roles() if path.stem == ROLE)
    print(f"Ranking the sample CVs in {samples.cvs()}\nagainst {role}", file=sys.stderr)
    ranking = rank(role, [samples.cvs()], settings_of(options), top=options.top)
    write(for_screen(ranking), None)
    report_failures(ranking.failed)
    return 1 if ranking.failed else 0
