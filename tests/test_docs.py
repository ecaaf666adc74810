"""The documents say what is: commands, options and variables they name exist."""

import re
import shlex
from pathlib import Path

import pytest

from service.cli import parser
from service.settings import settings_from

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = sorted(set(re.findall(r"^    (rolematch .+)$", README, re.MULTILINE)))


def test_the_readme_shows_commands() -> None:
    assert len(COMMANDS) >= 8


@pytest.mark.parametrize("line", COMMANDS)
def test_every_command_of_the_readme_is_understood(line: str) -> None:
    parser().parse_args(shlex.split(line.split("  #")[0])[1:])


def test_every_option_of_the_readme_exists() -> None:
    helps = "".join(
        command.format_help()
        for action in parser()._actions
        if action.choices
        for command in action.choices.values()  # type: ignore[union-attr]
    )
    named = set(re.findall(r"`(--[a-z-]+)", README))
    assert named
    assert {option for option in named if option not in helps} == set()


def test_every_variable_of_the_readme_is_read() -> None:
    named = sorted(set(re.findall(r"ROLEMATCH_[A-Z_]+", README)))
    source = Path(settings_from.__code__.co_filename).read_text(encoding="utf-8")
    assert named
    assert [name for name in named if f'"{name}"' not in source] == []


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
