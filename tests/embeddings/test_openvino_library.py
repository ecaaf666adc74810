"""Importing OpenVINO leaves no trace in the home folder and loads nothing that reports."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from embeddings.openvino_library import is_installed

IMPORT = """
import sys
from embeddings.openvino_library import import_openvino
assert import_openvino().Core().available_devices
print([name for name in sys.modules if name.startswith("openvino_telemetry")])
"""


@pytest.mark.skipif(not is_installed(), reason="needs the openvino extra")
def test_nobody_is_told(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", IMPORT],
        cwd=Path(__file__).parents[2],
        env=os.environ | {"HOME": str(tmp_path), "LOCALAPPDATA": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert (done.stdout.strip(), done.stderr) == ("[]", "")
    assert list(tmp_path.iterdir()) == []
