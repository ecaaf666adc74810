"""The command line: options, exit statuses and what goes where."""

import json
from importlib.metadata import version
from pathlib import Path

import openpyxl
import pytest

from service.commands import rank
from tests.service.conftest import CV, Run


def ranked(out: str) -> dict:
    return json.loads(out)


def test_a_ranking_goes_to_the_screen_and_nothing_to_stderr(
    rolematch: Run, role: Path, cvs: Path
) -> None:
    ended = rolematch("rank", "--role", role, "--candidates", cvs)
    assert (ended.status, ended.err) == (0, "")
    assert "1  robin" in ended.out


@pytest.mark.parametrize(
    ("options", "start"),
    [
        (["--format", "json"], '{\n "role"'),
        (["--format", "csv"], "rank,candidate,band,score"),
        (["--format", "html"], "<!doctype html>"),
    ],
)
def test_every_format_but_a_workbook_goes_to_the_screen(
    rolematch: Run, role: Path, cvs: Path, options: list[str], start: str
) -> None:
    ended = rolematch("rank", "--role", role, "--candidates", cvs, *options)
    assert ended.status == 0
    assert ended.out.startswith(start)


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("out.json", b'{\n "role"'),
        ("out.csv", b"rank,"),
        ("out.HTM", b"<!doctype html>"),
        ("out.html", b"<!doctype html>"),
        ("out.xlsx", b"PK"),
        ("out.txt", b"Head of Service Desk"),
    ],
)
def test_the_ending_of_the_output_says_its_format(
    rolematch: Run, role: Path, cvs: Path, name: str, start: bytes
) -> None:
    ended = rolematch("rank", "--role", role, "--candidates", cvs, "--output", name)
    assert (ended.status, ended.out) == (0, "")
    assert Path(name).read_bytes().startswith(start)


def test_the_format_asked_for_wins_over_the_ending(rolematch: Run, role: Path, cvs: Path) -> None:
    options = ("--output", "out.txt", "--format", "xlsx")
    assert rolematch("rank", "--role", role, "--candidates", cvs, *options).status == 0
    with Path("out.txt").open("rb") as file:
        assert openpyxl.load_workbook(file).sheetnames[0] == "Shortlist"


def test_top_shows_the_first_and_says_how_many_there_were(
    rolematch: Run, role: Path, cvs: Path
) -> None:
    (cvs / "sam.txt").write_text("Sam Example\n\nChef, 2019 to 2021\n", encoding="utf-8")
    options = ("--top", "1", "--format", "json")
    found = ranked(rolematch("rank", "--role", role, "--candidates", cvs, *options).out)
    assert [each["candidate_id"] for each in found["matches"]] == ["robin"]
    assert found["pool"] == 2


def test_blind_hides_who_people_are_from_the_report(rolematch: Run, role: Path, cvs: Path) -> None:
    options = ("--blind", "--format", "html")
    out = rolematch("rank", "--role", role, "--candidates", cvs, *options).out
    assert "candidate-001" in out
    assert "robin" not in out.lower()


def test_a_table_of_cvs_is_ranked(rolematch: Run, role: Path) -> None:
    line = json.dumps({"id": "robin", "text": CV})
    Path("cvs.jsonl").write_text(line + "\n", encoding="utf-8")
    ended = rolematch("rank", "--role", role, "--candidates", "cvs.jsonl")
    assert ended.status == 0
    assert "1  robin" in ended.out


def test_the_date_of_the_day_is_recorded(rolematch: Run, role: Path, cvs: Path) -> None:
    options = ("--as-of", "2025-01-31", "--format", "json")
    out = rolematch("rank", "--role", role, "--candidates", cvs, *options).out
    assert ranked(out)["as_of"] == "2025-01-31"


def test_the_same_inputs_give_the_same_bytes_with_and_without_a_cache(
    rolematch: Run, role: Path, cvs: Path
) -> None:
    command = ("rank", "--role", role, "--candidates", cvs, "--format", "json")
    first, second = rolematch(*command), rolematch(*command)
    assert first.out == second.out == rolematch(*command, "--no-cache").out


def test_parse_shows_what_was_read(rolematch: Run, role: Path, cvs: Path) -> None:
    parsed = json.loads(rolematch("parse", "role", role).out)
    assert (parsed["id"], parsed["text"][:4]) == ("role", "Head")
    assert "certification" in {each["kind"] for each in parsed["requirements"]}
    parsed = json.loads(rolematch("parse", "cv", cvs / "robin.txt").out)
    assert parsed["id"] == "robin"
    assert "money" in {each["kind"] for each in parsed["facts"]}


def test_judge_answers_in_the_order_of_the_cases(rolematch: Run) -> None:
    cases = [
        {"id": "b", "requirement": "ITIL Expert", "cv": "I hold ITIL Expert."},
        {"id": "a", "requirement": "ITIL Expert", "cv": "I have never held ITIL Expert."},
    ]
    lines = "".join(json.dumps(each) + "\n" for each in cases)
    Path("cases.jsonl").write_text(lines, encoding="utf-8")
    ended = rolematch("judge", "--cases", "cases.jsonl")
    answers = [json.loads(line) for line in ended.out.splitlines()]
    assert [each["id"] for each in answers] == ["b", "a"]
    assert [each["status"] for each in answers] == ["met", "not_met"]
    for case, answer in zip(cases, answers, strict=True):
        for each in answer["evidence"]:
            assert case["cv"][each["start"] : each["end"]] == each["quote"]


def test_judge_names_every_line_that_is_no_case_and_judges_the_others(rolematch: Run) -> None:
    good = json.dumps({"id": "a", "requirement": "ITIL Expert", "cv": "ITIL Expert, 2016"})
    bad = ["{", "[]", '{"id": 1}', '{"id": 1, "requirement": "x", "cv": 2}']
    Path("cases.jsonl").write_text("\n".join([*bad, good]), encoding="utf-8")
    ended = rolematch("judge", "--cases", "cases.jsonl")
    assert ended.status == 1
    assert len(ended.out.splitlines()) == 1
    assert ended.err == (
        "rolematch: cases.jsonl: left out: line 1: not valid JSON: Expecting property name "
        "enclosed in double quotes; line 2: not an object; line 3: no requirement and no cv; "
        "line 4: cv is not text\n"
    )


def test_evaluate_prints_measures_and_writes_a_run(rolematch: Run, role: Path, cvs: Path) -> None:
    for folder, path in (("queries", role), ("corpus", cvs / "robin.txt")):
        (Path("gold") / folder).mkdir(parents=True)
        path.rename(Path("gold", folder, path.name))
    Path("gold/corpus/sam.txt").write_text("Sam Example\n\nChef, 2019 to 2021\n")
    Path("gold/qrels.tsv").write_text("role\t0\trobin\t3\nrole\t0\tsam\t0\n")
    systems = ("--system", "rolematch", "random", "rolematch", "--format", "json")
    ended = rolematch("evaluate", "--dataset", "gold", "--run", "run.trec", *systems)
    assert ended.status == 0
    found = json.loads(ended.out)
    assert found["queries"] == 1
    assert found["systems"]["rolematch"]["nDCG@10"]["mean"] == 1.0
    lines = Path("run.trec").read_text().splitlines()
    assert [line.split()[2] for line in lines] == ["robin", "sam"]
    assert {line.split()[-1] for line in lines} == {"rolematch"}
    others = Path("run.random.trec").read_text().splitlines()
    assert {line.split()[-1] for line in others} == {"random"}


def test_a_system_that_does_not_exist_is_wrong_usage(rolematch: Run) -> None:
    ended = rolematch("evaluate", "--dataset", ".", "--system", "magic")
    assert ended.status == 2
    assert ended.err.startswith("rolematch: no system magic; there are: rolematch, bm25")


def test_the_cache_is_shown_and_emptied(rolematch: Run, role: Path, cvs: Path) -> None:
    rolematch("rank", "--role", role, "--candidates", cvs)
    assert "MB" in rolematch("cache", "show").out
    assert "no CV text is kept there any more" in rolematch("cache", "clear").out
    assert ": 0 files, 0.0 MB" in rolematch("cache", "show").out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "the following arguments are required: COMMAND"),
        (["rank"], "the following arguments are required: --role, --candidates"),
        (
            ["rank", "--role", "r", "--candidates", "c", "--top", "0"],
            "0: must be a number, 1 or more",
        ),
        (["rank", "--role", "r", "--cand", "c"], "the following arguments are required"),
        (["parse", "cv", "a.txt", "--format", "xml"], "invalid choice: 'xml'"),
        (["sort"], "invalid choice: 'sort'"),
    ],
)
def test_wrong_usage_is_explained(rolematch: Run, arguments: list[str], message: str) -> None:
    ended = rolematch(*arguments)
    assert ended.status == 2
    assert message in ended.err


def test_a_workbook_cannot_go_to_the_screen(rolematch: Run, role: Path, cvs: Path) -> None:
    ended = rolematch("rank", "--role", role, "--candidates", cvs, "--format", "xlsx")
    assert ended.status == 2
    assert "--format xlsx needs --output FILE" in ended.err


@pytest.mark.parametrize("command", ["rank", "parse", "judge", "evaluate", "demo", "cache"])
def test_every_command_explains_itself(rolematch: Run, command: str) -> None:
    ended = rolematch(command, "--help")
    assert ended.status == 0
    assert f"usage: rolematch {command}" in ended.out


def test_the_version_is_the_installed_one(rolematch: Run) -> None:
    assert rolematch("--version").out == f"rolematch {version('rolematch')}\n"


def test_an_interruption_writes_nothing(
    rolematch: Run, role: Path, cvs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(rank, "read_candidates", interrupted)
    ended = rolematch("rank", "--role", role, "--candidates", cvs, "--output", "out.html")
    assert ended.status == 130
    assert ended.err == "rolematch: interrupted; nothing was written\n"
    assert not Path("out.html").exists()
