"""`rolematch judge`: single requirements against CV texts, one verdict per line."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from matcher.engine import Matcher
from matcher.wire import verdict_json
from service.commands.rank import settings_of
from service.errors import InputError
from service.lengths import excess
from service.output import check, write
from service.progress import progress
from service.tables import read_utf8, whole
from service.workshop import open_workshop

FIELDS = ("id", "requirement", "cv")


def run(options: argparse.Namespace) -> int:
    """Judge every case of a JSONL file, in its order; exit status 1 where a line is no case."""
    check(options.output)
    cases, faults = read_cases(options.cases)
    if not cases:
        raise InputError(f"{options.cases}: no case in it; {'; '.join(faults) or 'it is empty'}")
    lines = []
    with (
        open_workshop(settings_of(options)) as workshop,
        progress("judging", len(cases)) as step,
    ):
        for case in cases:
            verdict = judge_case(case, workshop.matcher)
            lines.append(json.dumps(verdict, ensure_ascii=False) + "\n")
            step()
    write("".join(lines), options.output)
    if faults:
        print(f"rolematch: {options.cases}: left out: {'; '.join(faults)}", file=sys.stderr)
    return 1 if faults else 0


def judge_case(case: dict[str, Any], matcher: Matcher) -> dict[str, Any]:
    """Return the verdict on one case in its machine-readable form."""
    candidate = matcher.read_candidate(str(case["id"]), case["cv"])
    kind, verdict = matcher.judge_statement(case["requirement"], candidate)
    return {"id": case["id"], "kind": kind, **verdict_json("", verdict), "requirement_id": None}


def read_cases(path: Path) -> tuple[list[dict[str, Any]], list[str]]:
    """Return the cases of a JSONL file, and what is wrong with every line that is none.

    Raises:
        InputError: The file cannot be read.
    """
    cases, faults = [], []
    for number, line in enumerate(read_utf8(path).split("\n"), 1):
        if not line.strip():
            continue
        try:
            case = json.loads(line)
        except json.JSONDecodeError as error:
            faults.append(f"line {number}: not valid JSON: {error.msg}")
            continue
        fault = _fault(case)
        if fault:
            faults.append(f"line {number}: {fault}")
        else:
            cases.append(case)
    return cases, faults


def _fault(case: object) -> str:
    if not isinstance(case, dict):
        return "not an object"
    missing = [name for name in FIELDS if name not in case]
    if missing:
        return f"no {' and no '.join(missing)}"
    for name in ("requirement", "cv"):
        if not isinstance(case[name], str):
            return f"{name} is not text"
        if not case[name].strip():
            return f"{name} is empty"
        if not whole(case[name]):
            return f"{name} holds what is no character"
        if fault := excess(case[name]):
            return f"{name}: {fault}"
    return ""
