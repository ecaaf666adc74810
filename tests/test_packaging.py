"""What is built is what works: the wheel, installed alone, outside the repository."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SHIPPED = ("matcher", "embeddings", "service", "data", "benchmarks")


def run(*command: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {key: os.environ[key] for key in ("PATH", "HOME", "LANG", "TMPDIR") if key in os.environ}
    return subprocess.run(
        [str(each) for each in command],
        cwd=cwd,
        env={**kept, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy, so that a build leaves nothing in the working tree."""
    source = tmp_path_factory.mktemp("source")
    for name in (*SHIPPED, "pyproject.toml", "README.md", "LICENSE"):
        path = ROOT / name
        if path.is_dir():
            shutil.copytree(path, source / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(path, source / name)
    built = run(sys.executable, "-m", "build", "--wheel", "--no-isolation", ".", cwd=source)
    assert built.returncode == 0, built.stdout + built.stderr
    (found,) = (source / "dist").glob("*.whl")
    return found


@dataclass(frozen=True, slots=True)
class Installed:
    """The command as the wheel installs it, in an environment and a folder of its own."""

    home: Path
    packages: Path

    def rolematch(self, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        return run(
            self.home / "venv" / "bin" / "rolematch",
            *arguments,
            cwd=self.home,
            ROLEMATCH_CACHE=str(self.home / "cache"),
            ROLEMATCH_AS_OF="2026-11-23",
        )


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """Install the wheel.

    The libraries it depends on are borrowed from the environment that runs this test, by a .pth
    file, so that nothing is downloaded. That environment may hold this project in editable form;
    what stands in the environment's own folder comes first, and the tests make sure of it.
    """
    home = tmp_path_factory.mktemp("install")
    venv.create(home / "venv", with_pip=False, symlinks=True)
    done = run(
        *(sys.executable, "-m", "pip", "--python", home / "venv", "install"),
        *("--no-deps", "--no-index", "--disable-pip-version-check", wheel),
        cwd=home,
    )
    assert done.returncode == 0, done.stderr
    (packages,) = home.glob("venv/lib/*/site-packages")
    (packages / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return Installed(home, packages)


def test_the_wheel_holds_the_packages_and_their_data_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.split("/")[0] for name in names}
    assert tops - set(SHIPPED) == {f"rolematch-{version('rolematch')}.dist-info"}
    for name in (
        "data/knowledge/weights/default.toml",
        "data/samples/qrels.tsv",
        "service/reports/templates/report.html.j2",
        "service/reports/templates/report.css",
    ):
        assert name in names
    assert not [name for name in names if "/sources/" in name or "__pycache__" in name]


def test_every_table_of_knowledge_is_in_the_wheel(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    tables = [
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "data" / "knowledge").rglob("*")
        if path.suffix in {".toml", ".csv"}
    ]
    assert tables
    assert set(tables) <= names


def test_the_installed_command_says_its_version(installed: Installed) -> None:
    ended = installed.rolematch("--version")
    assert (ended.stdout, ended.stderr) == (f"rolematch {version('rolematch')}\n", "")


def test_the_installed_command_reads_a_packaged_role(installed: Installed) -> None:
    samples = installed.packages / "data" / "samples"
    role = samples / "roles" / "head-of-it-service-management.docx"
    ended = installed.rolematch("parse", "role", role)
    assert ended.returncode == 0, ended.stderr
    assert json.loads(ended.stdout)["requirements"]


@pytest.mark.model
def test_the_installed_command_runs_the_demo_from_the_wheel(installed: Installed) -> None:
    ended = installed.rolematch("demo", "--top", "3")
    assert ended.returncode == 0, ended.stderr
    assert "3 of 40 candidates" in ended.stdout
    # It says on stderr which samples it ranks: they must be those of the wheel.
    assert str(installed.packages / "data" / "samples") in ended.stderr
