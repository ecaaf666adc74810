"""The documents say what is: commands, options, variables and paths they name exist."""

import argparse
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from service.cli import parser
from service.settings import serve_settings_from, settings_from
from tests.documented import TABLES, renewed

ROOT = Path(__file__).resolve().parents[1]
PAGES = ("README.md", "docs/service.md", "docs/deployment.md", "docs/benchmarks.md")
DOCUMENTS = (*PAGES, "docs/pages.md", "ARCHITECTURE.md", "CONTRIBUTING.md")
TEXTS = {name: (ROOT / name).read_text(encoding="utf-8") for name in DOCUMENTS}
README = TEXTS["README.md"]
EVERYTHING = "\n".join(TEXTS[name] for name in PAGES)
SETTINGS = Path(settings_from.__code__.co_filename).read_text(encoding="utf-8")
VARIABLES = set(re.findall(r'"(ROLEMATCH_[A-Z_]+)"', SETTINGS))
# A command stands indented or in a block for a shell, alone or behind what runs it elsewhere.
BEHIND = r"    |sudo -u \S+ env \S+ /opt/rolematch/bin/|docker \w+ .* "
COMMANDS = sorted(set(re.findall(rf"^(?:{BEHIND})*(rolematch [a-z].+)$", EVERYTHING, re.MULTILINE)))


def test_the_documents_show_commands() -> None:
    assert len(COMMANDS) >= 12


@pytest.mark.parametrize("line", COMMANDS)
def test_every_command_of_the_documents_is_understood(line: str) -> None:
    command = re.split(r"  #| 2?> | &$", line)[0]
    parser().parse_args(shlex.split(command)[1:])


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


def test_every_option_of_the_settings_exists() -> None:
    helps = "".join(_helps(parser()))
    named = set(re.findall(r"^\| `(--[a-z-]+)", TEXTS["docs/deployment.md"], re.MULTILINE))
    assert len(named) >= 5
    assert {option for option in named if option not in helps} == set()


@pytest.mark.parametrize("name", PAGES)
def test_every_variable_of_a_document_is_read(name: str) -> None:
    named = set(re.findall(r"ROLEMATCH_[A-Z_]+", TEXTS[name]))
    assert named
    assert named - VARIABLES == set()


def test_every_variable_that_is_read_is_in_a_table() -> None:
    assert VARIABLES
    assert sorted(name for name in VARIABLES if f"| `{name}` |" not in EVERYTHING) == []


def test_every_variable_is_named_where_it_is_read() -> None:
    told = f"{settings_from.__doc__} {serve_settings_from.__doc__}"
    assert sorted(name for name in VARIABLES if name not in told) == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_link_and_path_leads_somewhere(name: str) -> None:
    links = re.findall(r"\]\((?!http)([^)#]+)\)", TEXTS[name])
    paths = re.findall(
        r"`((?:data|matcher|embeddings|service|tests|benchmarks|deploy|docs)/[\w./]*)`", TEXTS[name]
    )
    beside = (ROOT / name).parent
    assert [path for path in links if not (beside / path).exists()] == []
    assert [path for path in paths if not (ROOT / path).exists()] == []


@pytest.mark.parametrize(("name", "table"), TABLES)
def test_the_tables_are_those_of_the_code(name: str, table: str) -> None:
    fresh = renewed(TEXTS[name], table, TABLES[name, table]())
    assert TEXTS[name] == fresh, "run `make docs`"


def test_every_path_of_the_api_in_the_documents_is_a_route() -> None:
    routes = set(re.findall(r"^\| `[A-Z]+ (/\S+)` \|", TEXTS["docs/service.md"], re.MULTILINE))
    shapes = {re.sub(r"\{\w+\}", "*", route) for route in routes}
    named = re.findall(r"(?:\$API|`(?:[A-Z]+ )?/v1)(/[\w/$-]*\w)", EVERYTHING)
    assert len(named) > 20
    asked = {"/v1" + re.sub(r"\$\w+|(?<=requirements/)R\d+", "*", path) for path in named}
    assert sorted(asked - shapes) == []


def test_make_targets_of_the_documents_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    documents = README + TEXTS["CONTRIBUTING.md"] + TEXTS["docs/benchmarks.md"]
    targets = set(re.findall(r"^    make ([a-z-]+)", documents, re.MULTILINE))
    assert targets
    assert [target for target in targets if not re.search(rf"^{target}:", makefile, re.M)] == []
