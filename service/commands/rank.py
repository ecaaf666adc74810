"""`rolematch rank`: a role and a pool in, a ranked and explained shortlist out."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from data.documents import DocumentError
from matcher.types import Candidate, Role
from service.ahead import EncodingAhead
from service.errors import CannotRead, InputError, UsageError
from service.intake import Failure, Source, collect
from service.output import check, write
from service.progress import progress
from service.reading import read_candidates, read_role, with_duplicate_notices
from service.reports import RENDERERS, for_screen
from service.result import Ranking
from service.settings import Settings, settings_from
from service.workshop import Workshop, open_workshop


def run(options: argparse.Namespace) -> int:
    """Rank the pool and write the report; exit status 1 where some input failed."""
    form = options.format or format_of(options.output)
    if form == "xlsx" and options.output is None:
        raise UsageError("--format xlsx needs --output FILE: a workbook cannot go to the screen")
    check(options.output)
    ranking = rank(options.role, options.candidates, settings_of(options), top=options.top)
    report = ranking.blinded() if options.blind else ranking
    if form == "table" and options.output is None:
        write(for_screen(report), None)
    else:
        write(RENDERERS[form](report), options.output)
    report_failures(ranking.failed)
    return 1 if ranking.failed else 0


def format_of(output: Path | None) -> str:
    """Return the format that a file's ending asks for; a table where it asks for none."""
    ending = output.suffix.lower().removeprefix(".") if output else ""
    return {"htm": "html"}.get(ending, ending if ending in RENDERERS else "table")


def settings_of(options: argparse.Namespace) -> Settings:
    """Return the settings that a command's options and the environment make."""
    return settings_from(
        model=options.model,
        backend=options.backend,
        precision=options.precision,
        cache=options.cache,
        no_cache=options.no_cache,
        weights=options.weights,
        as_of=options.as_of,
        # Only the commands that rank have this option.
        judge_at_most=getattr(options, "judge_at_most", None),
    )


def report_failures(failed: tuple[Failure, ...]) -> None:
    """Name each failed input on stderr."""
    for failure in failed:
        print(f"rolematch: {failure.error}", file=sys.stderr)


def rank(role_path: Path, paths: list[Path], settings: Settings, top: int | None = None) -> Ranking:
    """Return the ranking of the CVs that ``paths`` name against the role in ``role_path``.

    Raises:
        InputError: The role cannot be read, or not one CV can.
    """
    sources, failures = collect(paths, role_path)
    with open_workshop(settings) as workshop:
        role = read_role_file(role_path, workshop)
        candidates: list[Candidate] = []
        for each in _read(sources, workshop):
            if isinstance(each, Failure):
                failures.append(each)
            else:
                candidates.append(each)
        if not candidates:
            reasons = "\n".join(failure.error for failure in failures)
            raise InputError(f"no CV could be read:\n{reasons}")
        candidates = with_duplicate_notices(candidates)
        matches = workshop.matcher.rank(role, candidates)
        return Ranking(
            role=role,
            matches=tuple(matches[:top]),
            candidates={each.id: each for each in candidates},
            failed=tuple(failures),
            pool=len(candidates),
            judged=len(matches),
            model=workshop.encoder.identity,
            weights=workshop.matcher.weights,
            as_of=settings.as_of,
        )


def _read(sources: Sequence[Source], workshop: Workshop) -> Iterator[Candidate | Failure]:
    """Yield each CV as it is read; where vectors are kept, they are made at the same time."""
    with ExitStack() as open_until_read:
        step = open_until_read.enter_context(progress("reading CVs", len(sources)))
        # Without a cache, what is encoded ahead would be encoded again.
        ahead = workshop.shelf and open_until_read.enter_context(EncodingAhead(workshop.encoder))
        for each in read_candidates(sources, workshop.matcher, workshop.shelf, step):
            if ahead and isinstance(each, Candidate):
                ahead.take(each)
            yield each


def read_role_file(path: Path, workshop: Workshop) -> Role:
    """Return the role in a file.

    Raises:
        InputError: The file cannot be read, or asks for nothing.
    """
    try:
        return read_role(path, workshop.matcher, workshop.shelf)
    except (DocumentError, CannotRead) as error:
        raise InputError(str(error)) from None
