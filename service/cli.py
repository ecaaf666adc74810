"""The command line: options in, a command called, an exit status out.

Must not import anything heavy: `rolematch --help` answers before numpy could be loaded. Exit
status: 0 done; 1 some input could not be processed; 2 wrong usage; 130 interrupted.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

EXAMPLES = """\
examples:
  rolematch demo
      rank the shipped sample CVs against a shipped role
  rolematch rank --role role.docx --candidates cvs/
      rank a folder of CVs; a table on the screen
  rolematch rank --role role.docx --candidates cvs/ --output shortlist.html
      one file to mail: shortlist, matrix, every CV with its evidence marked
  rolematch parse role role.docx
      what the role asks, one JSON object
"""
RANK_EXAMPLES = """\
examples:
  rolematch rank --role role.txt --candidates cvs/ --top 10
  rolematch rank --role role.pdf --candidates anna.docx ben.pdf --format json
  rolematch rank --role role.txt --candidates export.csv --output ranking.xlsx
  rolematch rank --role role.txt --candidates cvs/ --blind --output blind.html
"""
PARSE_EXAMPLES = """\
examples:
  rolematch parse role roles/*.docx
  rolematch parse cv cvs/anna.pdf --format json
"""
JUDGE_EXAMPLES = """\
examples:
  rolematch judge --cases cases.jsonl --output verdicts.jsonl
      each line of cases.jsonl: {"id": "1", "requirement": "ITIL Expert", "cv": "..."}
"""
EVALUATE_EXAMPLES = """\
examples:
  rolematch evaluate --dataset gold/
  rolematch evaluate --dataset gold/ --system rolematch bm25 --run run.trec
      rolematch's run in run.trec, that of bm25 in run.bm25.trec
"""
SERVE_EXAMPLES = """\
examples:
  rolematch serve
      on http://127.0.0.1:8000, for programs on this machine
  rolematch serve --workers 4 --database postgresql://rolematch@localhost/rolematch
"""
KEYS_EXAMPLES = """\
examples:
  rolematch keys create --tenant acme --name nightly-import --scopes read,write
  rolematch keys list
  rolematch keys revoke k_0a1b2c3d4e5f6g7h8i9j0k
"""
BACKUP_EXAMPLES = """\
examples:
  rolematch backup --data /var/lib/rolematch /srv/backups/rolematch.sqlite
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return its exit status."""
    options = parser().parse_args(arguments)
    _log_warnings()
    from embeddings.errors import EmbeddingsError
    from service.errors import InputError, UsageError

    try:
        command = import_module(f"service.commands.{options.command}")
        status: int = command.run(options)
    except UsageError as error:
        print(f"rolematch: {error}", file=sys.stderr)
        return 2
    except (InputError, EmbeddingsError) as error:
        print(f"rolematch: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("rolematch: interrupted; nothing was written", file=sys.stderr)
        return 130
    except BrokenPipeError:
        # The reader of our output (head, less) has gone: nothing is wrong on this side. What is
        # left in the buffer goes nowhere, or Python would complain of it while it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status


def _log_warnings() -> None:
    # The level is the handler's: a library that sets its own logger to DEBUG is not heard either.
    handler = logging.StreamHandler(sys.stderr)
    handler.setLevel(logging.WARNING)
    logging.basicConfig(handlers=[handler], format="rolematch: %(levelname)s: %(message)s")


def parser() -> argparse.ArgumentParser:
    """Return the parser of every command and option."""
    top = _Parser(
        prog="rolematch",
        description="Rank candidates against a role, and show the words behind every point.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"rolematch {version('rolematch')}")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _rank(commands)
    _parse(commands)
    _judge(commands)
    _evaluate(commands)
    _demo(commands)
    _cache(commands)
    _serve(commands)
    _keys(commands)
    _backup(commands)
    return top


class _Parser(argparse.ArgumentParser):
    """An ArgumentParser that takes no abbreviations: a new option must break nobody's script."""

    def __init__(self, **settings: object) -> None:
        super().__init__(allow_abbrev=False, **settings)  # type: ignore[arg-type]


_Commands = argparse._SubParsersAction


def _command(commands: _Commands[_Parser], name: str, about: str, examples: str = "") -> _Parser:
    return commands.add_parser(
        name,
        help=about,
        description=about[0].upper() + about[1:] + ".",
        epilog=examples,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


def _rank(commands: _Commands[_Parser]) -> None:
    rank = _command(commands, "rank", "rank candidates against a role", RANK_EXAMPLES)
    rank.add_argument("--role", type=Path, required=True, metavar="FILE", help="the role")
    rank.add_argument(
        "--candidates",
        type=Path,
        required=True,
        nargs="+",
        metavar="PATH",
        help="CV files, folders, or a .csv or .jsonl with the columns id and text",
    )
    rank.add_argument("--top", type=_count, metavar="N", help="show the first N only")
    _add_judge_at_most(rank)
    rank.add_argument("--blind", action="store_true", help="hide who people are")
    rank.add_argument(
        "--format",
        choices=["table", "json", "csv", "xlsx", "html"],
        help="default: what the ending of --output says, else table",
    )
    _add_output(rank)
    _add_settings(rank)


def _parse(commands: _Commands[_Parser]) -> None:
    parse = _command(commands, "parse", "show what was read from roles or CVs", PARSE_EXAMPLES)
    parse.add_argument("what", choices=["role", "cv"], help="what the files are")
    parse.add_argument("files", type=Path, nargs="+", metavar="FILE")
    parse.add_argument("--format", choices=["json"], default="json", help="one object per line")
    _add_output(parse)
    parse.add_argument("--as-of", metavar="DATE", help="the date 'present' means; default: today")


def _judge(commands: _Commands[_Parser]) -> None:
    judge = _command(commands, "judge", "judge single requirements against CVs", JUDGE_EXAMPLES)
    judge.add_argument(
        "--cases", type=Path, required=True, metavar="FILE", help="JSONL of id, requirement, cv"
    )
    _add_output(judge)
    _add_settings(judge)


def _evaluate(commands: _Commands[_Parser]) -> None:
    evaluate = _command(
        commands, "evaluate", "measure rankings against graded judgements", EVALUATE_EXAMPLES
    )
    evaluate.add_argument(
        "--dataset",
        type=Path,
        required=True,
        metavar="DIR",
        help="queries and corpus (folders or .jsonl) and qrels.tsv",
    )
    evaluate.add_argument(
        "--run",
        type=Path,
        metavar="FILE",
        help="write the first system's TREC run, and those of others beside it",
    )
    evaluate.add_argument(
        "--system",
        nargs="+",
        metavar="NAME",
        help="default: rolematch and every baseline; the first is compared with the others",
    )
    evaluate.add_argument("--format", choices=["table", "json"], default="table")
    _add_judge_at_most(evaluate)
    _add_settings(evaluate)


def _demo(commands: _Commands[_Parser]) -> None:
    demo = _command(commands, "demo", "rank the shipped sample CVs against a shipped role")
    demo.add_argument("--top", type=_count, metavar="N", default=10, help="default: 10")
    _add_settings(demo)


def _cache(commands: _Commands[_Parser]) -> None:
    cache = _command(commands, "cache", "show or empty the folder of vectors and parsed CVs")
    cache.add_argument("action", choices=["show", "clear"])
    cache.add_argument("--cache", type=Path, metavar="DIR", help="the folder")


def _serve(commands: _Commands[_Parser]) -> None:
    serve = _command(commands, "serve", "serve the HTTP API", SERVE_EXAMPLES)
    serve.add_argument("--host", metavar="ADDRESS", help="default: 127.0.0.1")
    serve.add_argument("--port", type=_port, metavar="N", help="0 for any; default: 8000")
    serve.add_argument("--workers", type=_count, metavar="N", help="processes; default: 2")
    _add_store(serve)
    _add_encoder(serve)


def _keys(commands: _Commands[_Parser]) -> None:
    keys = _command(commands, "keys", "make, list and revoke keys of the service", KEYS_EXAMPLES)
    actions = keys.add_subparsers(dest="action", required=True, metavar="ACTION")
    create = actions.add_parser("create", help="make a key, which is shown once")
    create.add_argument("--tenant", required=True, metavar="NAME", help="whose data it opens")
    create.add_argument("--name", required=True, metavar="NAME", help="what it is for")
    create.add_argument(
        "--scopes", required=True, metavar="LIST", help="some of read,write,admin, with commas"
    )
    revoke = actions.add_parser("revoke", help="have a key stop working")
    revoke.add_argument("id", metavar="ID", help="as `rolematch keys list` shows it")
    for action in (create, revoke, actions.add_parser("list", help="list all keys")):
        _add_store(action)


def _backup(commands: _Commands[_Parser]) -> None:
    backup = _command(
        commands, "backup", "copy the service's SQLite database, while it serves", BACKUP_EXAMPLES
    )
    backup.add_argument("file", type=Path, metavar="FILE", help="a file that is not there yet")
    _add_store(backup)


def _add_store(command: _Parser) -> None:
    command.add_argument("--data", type=Path, metavar="DIR", help="the data directory")
    command.add_argument(
        "--database", metavar="URL", help="default: a SQLite file in the data directory"
    )


def _add_output(command: _Parser) -> None:
    command.add_argument(
        "--output", type=Path, metavar="FILE", help="write here instead of to the screen"
    )


def _add_settings(command: _Parser) -> None:
    command.add_argument("--as-of", metavar="DATE", help="the date 'present' means; default: today")
    command.add_argument("--weights", type=Path, metavar="FILE", help="a weights file of your own")
    _add_encoder(command)
    command.add_argument("--cache", type=Path, metavar="DIR", help="where vectors are kept")
    command.add_argument("--no-cache", action="store_true", help="keep nothing on disk")


def _add_encoder(command: _Parser) -> None:
    command.add_argument("--model", metavar="NAME", help="folder or hub name of another encoder")
    command.add_argument("--backend", choices=["auto", "torch", "openvino"], help="default: auto")
    command.add_argument("--precision", choices=["auto", "f32", "bf16"], help="default: auto")


def _add_judge_at_most(command: _Parser) -> None:
    command.add_argument(
        "--judge-at-most",
        type=_count,
        metavar="N",
        help="of a larger pool, judge the N most promising; default: 5000",
    )


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65_535:
        raise argparse.ArgumentTypeError(f"{text}: must be a number from 0 to 65535")
    return int(text)


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text}: must be a number, 1 or more")
    return int(text)


if __name__ == "__main__":
    sys.exit(main())
