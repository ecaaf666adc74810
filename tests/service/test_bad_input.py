"""What users really give: each gets a message that names the file and says what to do."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from embeddings.errors import ModelNotFound, WeightsRefused
from service import workshop
from tests.bad_files import BAD_FILES
from tests.fakes import FirstLetterEncoder
from tests.service.conftest import CV, Run

FRENCH = """\
Claire Exemple

Expérience professionnelle
Responsable du service d'assistance informatique, janvier 2019 à aujourd'hui
Je dirige une équipe de vingt-cinq personnes et je gère un budget annuel de trois millions d'euros.
Nous avons réduit de moitié le temps nécessaire pour résoudre les incidents de nos clients.
Auparavant, j'étais technicienne dans une petite entreprise de la région lyonnaise.
J'y répondais aux appels de nos clients, et je formais chaque année les nouveaux apprentis.

Formation
Diplôme universitaire de technologie, génie informatique, Lyon, juin 2009
Certification obtenue après six mois de cours du soir, avec les félicitations du jury.
"""


@pytest.mark.parametrize(
    ("name", "make", "message"), BAD_FILES, ids=[name for name, _, _ in BAD_FILES]
)
def test_a_bad_file_is_named_and_the_others_are_ranked(
    rolematch: Run, role: Path, cvs: Path, name: str, make: Callable[[], bytes], message: str
) -> None:
    (cvs / name).write_bytes(make())
    ended = rolematch("rank", "--role", role, "--candidates", cvs, "--format", "json")
    assert ended.status == 1
    assert message in ended.err
    found = json.loads(ended.out)
    assert [each["candidate_id"] for each in found["matches"]] == ["robin"]
    (failed,) = found["failed"]
    assert failed["path"] == f"cvs/{name}"
    assert message in failed["error"]


def test_one_bad_file_of_a_hundred_leaves_ninety_nine(
    rolematch: Run, role: Path, cvs: Path
) -> None:
    for number in range(98):
        (cvs / f"r{number}.txt").write_text(CV.replace("Robin", f"R{number}"), encoding="utf-8")
    (cvs / "empty.txt").write_text("")
    ended = rolematch("rank", "--role", role, "--candidates", cvs, "--format", "json")
    assert ended.status == 1
    found = json.loads(ended.out)
    assert (len(found["matches"]), len(found["failed"])) == (99, 1)


@pytest.mark.parametrize("command", ["role", "cv"])
def test_parse_goes_on_after_a_bad_file(
    rolematch: Run, role: Path, cvs: Path, command: str
) -> None:
    Path("empty.txt").write_text("")
    ended = rolematch("parse", command, "empty.txt", "nowhere.pdf", cvs / "robin.txt")
    assert ended.status == 1
    assert [json.loads(line)["id"] for line in ended.out.splitlines()] == ["robin"]
    assert "empty.txt: it is empty" in ended.err
    assert "nowhere.pdf: it could not be opened (no such file)" in ended.err


def test_what_is_far_too_long_is_refused_everywhere(rolematch: Run, role: Path, cvs: Path) -> None:
    Path("novel.txt").write_text("All work. " * 30_001)
    limit = "novel.txt: 300,010 characters of text, and the limit is 300,000"
    for command in (
        ("rank", "--role", "novel.txt", "--candidates", cvs),
        ("parse", "cv", "novel.txt"),
        ("parse", "role", "novel.txt"),
    ):
        ended = rolematch(*command)
        assert (ended.status, ended.out) == (1, "")
        assert limit in ended.err


def test_where_no_cv_can_be_read_every_reason_is_given(rolematch: Run, role: Path) -> None:
    for name in ("a.txt", "b.txt"):
        Path(name).write_text("")
    ended = rolematch("rank", "--role", role, "--candidates", "a.txt", "b.txt")
    assert (ended.status, ended.out) == (1, "")
    assert "no CV could be read:\na.txt: it is empty" in ended.err
    assert "b.txt: it is empty" in ended.err


def test_a_role_that_asks_nothing_is_refused(rolematch: Run, cvs: Path) -> None:
    Path("role.txt").write_text("Thank you for your interest.\n", encoding="utf-8")
    ended = rolematch("rank", "--role", "role.txt", "--candidates", cvs)
    assert (ended.status, ended.out) == (1, "")
    assert "role.txt: no requirement was found in it; check that it is a job advert" in ended.err


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("nowhere.txt", None, "nowhere.txt: it could not be opened (no such file)"),
        ("empty.txt", b"", "empty.txt: it is empty"),
        ("junk.docx", b"\x00\x01\x02" * 99, "junk.docx: it is damaged or incomplete"),
    ],
)
def test_a_role_that_cannot_be_read_is_named(
    rolematch: Run, cvs: Path, name: str, content: bytes | None, message: str
) -> None:
    if content is not None:
        Path(name).write_bytes(content)
    ended = rolematch("rank", "--role", name, "--candidates", cvs)
    assert ended.status == 1
    assert message in ended.err


def test_a_folder_without_a_cv_is_named(rolematch: Run, role: Path) -> None:
    Path("none").mkdir()
    ended = rolematch("rank", "--role", role, "--candidates", "none")
    assert ended.status == 1
    assert "none: no CV found; give .pdf, .docx" in ended.err


def test_a_cv_in_another_language_is_ranked_with_a_warning(
    rolematch: Run, role: Path, cvs: Path
) -> None:
    (cvs / "claire.txt").write_text(FRENCH, encoding="utf-8")
    ended = rolematch("rank", "--role", role, "--candidates", cvs, "--format", "json")
    assert ended.status == 0
    warnings = {
        each["candidate_id"]: [notice["code"] for notice in each["warnings"]]
        for each in json.loads(ended.out)["matches"]
    }
    assert warnings["claire"] == ["not_english"]
    assert warnings["robin"] == []


def test_one_cv_under_two_names_is_ranked_twice_with_a_warning(
    rolematch: Run, role: Path, cvs: Path
) -> None:
    (cvs / "zoe.txt").write_text(CV, encoding="utf-8")
    ended = rolematch("rank", "--role", role, "--candidates", cvs, "--format", "json")
    first, second = json.loads(ended.out)["matches"]
    assert first["score"] == second["score"]
    assert first["warnings"] == []
    assert second["warnings"] == [
        {"code": "duplicate", "message": "The same text as robin: one CV under two names."}
    ]


def test_bad_rows_of_a_table_are_named_at_once_and_the_others_ranked(
    rolematch: Run, role: Path
) -> None:
    Path("cvs.csv").write_text('id,text\nrobin,"ITIL Expert, 2016"\n,words\nsam,\n')
    ended = rolematch("rank", "--role", role, "--candidates", "cvs.csv")
    assert ended.status == 1
    assert "1  robin" in ended.out
    assert "cvs.csv: 2 rows left out: line 3: no id; line 4: no text" in ended.err


def test_a_table_without_a_column_is_refused(rolematch: Run, role: Path) -> None:
    Path("cvs.csv").write_text("name,text\nrobin,words\n")
    ended = rolematch("rank", "--role", role, "--candidates", "cvs.csv")
    assert ended.status == 1
    assert "cvs.csv: no column id; the columns are: name, text" in ended.err


def test_a_model_that_is_nowhere_is_named(
    rolematch: Run, role: Path, cvs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(model: str, *_: object, **__: object) -> None:
        raise ModelNotFound(f"There is no model folder {model}.")

    monkeypatch.setattr(workshop, "open_encoder", missing)
    ended = rolematch("rank", "--role", role, "--candidates", cvs, "--model", "./no/such")
    assert (ended.status, ended.err) == (1, "rolematch: There is no model folder ./no/such.\n")


def test_weights_that_were_exchanged_are_refused_when_they_are_needed(
    rolematch: Run, role: Path, cvs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Refusing(FirstLetterEncoder):
        def encode(self, texts: object) -> NoReturn:
            raise WeightsRefused("model.safetensors is not the one this project was measured with")

    monkeypatch.setattr(workshop, "open_encoder", lambda *_, **__: Refusing())
    ended = rolematch("rank", "--role", role, "--candidates", cvs, "--output", "out.html")
    assert ended.status == 1
    assert ended.err.startswith("rolematch: model.safetensors is not the one")
    assert not Path("out.html").exists()


def test_a_cache_that_cannot_be_written_costs_time_and_nothing_else(
    rolematch: Run, role: Path, cvs: Path
) -> None:
    Path("plain").write_text("")
    ended = rolematch("rank", "--role", role, "--candidates", cvs, "--cache", "plain/cache")
    assert ended.status == 0
    assert "1  robin" in ended.out
    assert "plain/cache: cannot be used as a cache (Not a directory)" in ended.err
    assert "going on without a cache: choose another folder with --cache" in ended.err


def test_weights_that_make_no_sense_are_named(rolematch: Run, role: Path, cvs: Path) -> None:
    Path("mine.toml").write_text('name = "mine"\n')
    ended = rolematch("rank", "--role", role, "--candidates", cvs, "--weights", "mine.toml")
    assert ended.status == 1
    assert ended.err.startswith("rolematch: mine.toml: ")
    assert "every entry of the default weights must be present" in ended.err


def test_a_folder_that_is_no_test_collection_is_named(rolematch: Run) -> None:
    Path("empty").mkdir()
    ended = rolematch("evaluate", "--dataset", "empty")
    assert (ended.status, ended.err) == (
        1,
        "rolematch: empty: no folder queries/ and no queries.jsonl\n",
    )


def test_a_fault_of_ours_costs_one_cv_and_quotes_none(
    rolematch: Run, role: Path, cvs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = workshop.Matcher.read_candidate

    def faulty(self: workshop.Matcher, name: str, text: str) -> object:
        if name == "sam":
            raise ValueError(text)
        return read(self, name, text)

    monkeypatch.setattr(workshop.Matcher, "read_candidate", faulty)
    (cvs / "sam.txt").write_text("Sam Secret\n", encoding="utf-8")
    ended = rolematch("rank", "--role", role, "--candidates", cvs)
    assert ended.status == 1
    assert "1  robin" in ended.out
    assert "cvs/sam.txt: its text could not be made sense of (ValueError)" in ended.err
    assert "Secret" not in ended.err
