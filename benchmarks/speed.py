"""What everything costs, in one run: commands, steps, backends, and pools of growing size.

    python -m benchmarks.speed [ROLE CANDIDATES] [--small] [--write]

Without a role and a folder of CVs, the shipped samples are taken. Figures depend on the machine and
on what else it does: compare those of one run.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.encoding import BACKENDS, NOT_RUN, PLAIN, measured
from benchmarks.environment import environment
from benchmarks.growth import growth
from benchmarks.results_file import write_result
from benchmarks.speed_figure import draw
from benchmarks.steps import read_all, steps, whole_commands
from embeddings.opening import open_encoder
from matcher.weights import default_weights

SAMPLES = Path(__file__).parents[1] / "data" / "samples"
ROLE = SAMPLES / "roles" / "senior-service-manager.txt"
FIGURE = Path(__file__).parents[1] / "docs" / "figures" / "speed.svg"
SIZES = (100, 1_000, 10_000, 100_000, 1_000_000)
SMALL = (100, 1_000)
TEXTS, FEW = 500, 40
# For the pools, of the quarter of an hour that all of it may take.
SECONDS = 420.0


def speed(role: Path, candidates: Path, *, small: bool) -> dict[str, Any]:
    """Return every figure.

    Args:
        role: A file.
        candidates: A folder of CVs.
        small: Few texts and small pools, to see in a minute that all of it runs.
    """
    began = time.monotonic()
    paths = sorted(path for path in candidates.iterdir() if path.is_file())
    commands = whole_commands(role, candidates)
    (asked,) = read_all([role])
    ours = steps(asked.text, paths)
    texts = ours.passages[: FEW if small else TEXTS]
    names = (PLAIN, *(name for name in BACKENDS if name != PLAIN))
    backends = measured([PLAIN, "openvino-bf16"] if small else names, texts)
    whole = [each.candidate.text for each in ours.pool]
    (plain,) = measured([PLAIN], whole[:FEW])
    pools = growth(ours.matcher, ours.role, ours.pool, SMALL if small else SIZES, SECONDS)
    return {
        "load_average": [round(each, 1) for each in os.getloadavg()],
        "candidates": len(ours.pool),
        "passages": len(ours.passages),
        "requirements": len(ours.role.requirements),
        "commands": commands,
        "steps": {name: each.as_dict() for name, each in ours.took.items()},
        "plain": {"candidates": len(whole[:FEW]), **plain},
        "backends": backends,
        "backends_not_run": NOT_RUN,
        "pools": pools,
        "seconds": round(time.monotonic() - began),
    }


def main(arguments: Sequence[str]) -> int:
    """Print the figures as JSON, and keep them where that is wanted."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed")
    parser.add_argument("role", type=Path, nargs="?", default=ROLE)
    parser.add_argument("candidates", type=Path, nargs="?", default=SAMPLES / "cvs")
    parser.add_argument("--small", action="store_true")
    parser.add_argument("--write", action="store_true", help="keep the result and draw the figure")
    options = parser.parse_args(arguments)
    found = speed(options.role, options.candidates, small=options.small)
    if options.write:
        print(write_result("speed", found, environment(open_encoder().identity, default_weights())))
        draw(found["pools"]["rows"], FIGURE)
    else:
        print(json.dumps(found, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
