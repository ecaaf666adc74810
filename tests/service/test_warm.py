"""What a second ranking of a pool need not load, seen from a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from data import samples

HEAVY = ("torch", "transformers", "sentence_transformers", "openvino", "tokenizers", "faiss")
PROGRAM = f"""
import json, sys
from service.cli import main
status = main(sys.argv[1:])
loaded = [name for name in {HEAVY!r} if name in sys.modules]
print(json.dumps([status, loaded]), file=sys.stderr)
"""
POOL = ["helen-marchetti.docx", "callum-reid.txt", "luca-fontana.txt", "meera-kulkarni.pdf"]


def ranked(cache: Path) -> tuple[str, list[object]]:
    """Rank a few samples; return what was printed, and [status, heavy modules loaded]."""
    role = next(path for path in samples.roles() if path.stem == "head-of-service-desk")
    pool = [str(samples.cvs() / name) for name in POOL]
    arguments = ["rank", "--role", str(role), "--candidates", *pool, "--format", "json"]
    ended = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments],
        capture_output=True,
        text=True,
        check=True,
        env={
            **os.environ,
            "PYTHONPATH": str(Path(__file__).resolve().parents[2]),
            "ROLEMATCH_CACHE": str(cache),
            "ROLEMATCH_AS_OF": "2026-11-23",
        },
    )
    return ended.stdout, json.loads(ended.stderr.splitlines()[-1])


@pytest.mark.model
def test_a_second_ranking_loads_no_model_and_gives_the_same_bytes(tmp_path: Path) -> None:
    first, (status, loaded) = ranked(tmp_path)
    assert status == 0
    assert loaded != []
    second, again = ranked(tmp_path)
    assert again == [0, []]
    assert second == first


def test_help_loads_no_library_at_all() -> None:
    program = "import sys; from service.cli import parser; parser().format_help(); "
    program += "print(sorted({'numpy', 'rich', 'jinja2', 'lxml', 'matcher'} & set(sys.modules)))"
    ended = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2])},
    )
    assert ended.stdout == "[]\n"
