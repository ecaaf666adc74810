"""`rolematch judge`: single requirements against CV texts, one verdict per line."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from matcher.engine import Matcher
from matcher.wire import verdict_json
from service.errors import InputError
from service.output import write
from service.progress import progress
from service.settings import settings_from
from service.workshop import open_workshop

FIELDS = ("id", "requirement", "cv")


def run(options: argparse.Namespace) -> int:
    """Judge every case of a JSONL file, in its order."""
    cases = read_cases(options.cases)
    settings = settings_from(
        model=options.model,
        backend=options.backend,
        cache=options.cache,
        no_cache=options.no_cache,
        weights=options.weights,
        as_of=options.as_of,
    )
    matcher = open_workshop(settings).matcher
    lines = []
    with progress("judging", len(cases)) as step:
        for case in cases:
            lines.append(json.dumps(judge_case(case, matcher), ensure_ascii=False) + "\n")
            step()
    write("".join(lines), options.output)
    return 0


def judge_case(case: dict[str, Any], matcher: Matcher) -> dict[str, Any]:
    """Return the verdict on one case in its machine-readable form."""
    candidate = matcher.read_candidate(str(case["id"]), case["cv"])
    kind, verdict = matcher.judge_statement(case["requirement"], candidate)
    return {"id": case["id"], "kind": kind, **verdict_json("", verdict), "requirement_id": None}


def read_cases(path: Path) -> list[dict[str, Any]]:
    """Return the cases of a JSONL file.

    Raises:
        InputError: Names every line that is no case, all at once.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read: {error}") from None
    cases, bad = [], []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            case = json.loads(line)
        except json.JSONDecodeError as error:
            bad.append(f"line {number}: not valid JSON: {error.msg}")
            continue
        fault = _fault(case)
        if fault:
            bad.append(f"line {number}: {fault}")
        else:
            cases.append(case)
    if bad:
        raise InputError(f"{path}: {'; '.join(bad)}")
    return cases


def _fault(case: object) -> str:
    if not isinstance(case, dict):
        return "not an object"
    missing = [name for name in FIELDS if name not in case]
    if missing:
        return f"no {' and no '.join(missing)}"
    wrong = [name for name in ("requirement", "cv") if not isinstance(case[name], str)]
    return f"{wrong[0]} is not text" if wrong else ""
