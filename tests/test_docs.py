"""The documents say what is: commands, options and variables they name exist."""

import argparse
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from service.api.problems import KINDS, TYPES_AT
from service.cli import parser
from service.settings import serve_settings_from, settings_from

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SETTINGS = Path(settings_from.__code__.co_filename).read_text(encoding="utf-8")
VARIABLES = set(re.findall(r'"(ROLEMATCH_[A-Z_]+)"', SETTINGS))
COMMANDS = sorted(set(re.findall(r"^    (rolematch .+)$", README, re.MULTILINE)))


def test_the_readme_shows_commands() -> None:
    assert len(COMMANDS) >= 8


@pytest.mark.parametrize("line", COMMANDS)
def test_every_command_of_the_readme_is_understood(line: str) -> None:
    parser().parse_args(shlex.split(line.split("  #")[0])[1:])


def _helps(command: argparse.ArgumentParser) -> Iterator[str]:
    """Yield the help of a command and of the commands below it."""
    yield command.format_help()
    for action in command._actions:
        if isinstance(action, argparse._SubParsersAction):
            for below in action.choices.values():
                yield from _helps(below)


def test_every_option_of_the_readme_exists() -> None:
    helps = "".join(_helps(parser()))
    named = set(re.findall(r"`(--[a-z-]+)", README))
    assert named
    assert {option for option in named if option not in helps} == set()


def test_every_variable_of_the_readme_is_read() -> None:
    named = sorted(set(re.findall(r"ROLEMATCH_[A-Z_]+", README)))
    assert named
    assert [name for name in named if name not in VARIABLES] == []


def test_every_variable_that_is_read_is_in_the_readme() -> None:
    assert VARIABLES
    assert sorted(name for name in VARIABLES if f"`{name}`" not in README) == []


def test_every_variable_is_named_where_it_is_read() -> None:
    told = f"{settings_from.__doc__} {serve_settings_from.__doc__}"
    assert sorted(name for name in VARIABLES if name not in told) == []


@pytest.mark.parametrize("name", ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"])
def test_every_link_and_path_leads_somewhere(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!http)([^)#]+)\)", text)
    paths = re.findall(r"`((?:data|matcher|embeddings|service|tests|benchmarks)/[\w./]*)`", text)
    assert [path for path in links + paths if not (ROOT / path).exists()] == []


def test_make_targets_of_the_documents_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    documents = README + (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    targets = set(re.findall(r"^    make ([a-z-]+)", documents, re.MULTILINE))
    assert targets
    assert [target for target in targets if not re.search(rf"^{target}:", makefile, re.M)] == []


def test_the_table_of_problems_is_that_of_the_code() -> None:
    listed = re.findall(r"^\| `(/problems/[a-z-]+)` \| (\d+) \| (.+) \|$", README, re.MULTILINE)
    assert listed == [
        (TYPES_AT + name, str(kind.status), kind.title) for name, kind in KINDS.items()
    ]
