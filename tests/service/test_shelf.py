"""What was read once is got back whole, and only where nothing that matters has changed."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from matcher.roles.reader import read_role
from matcher.types import Candidate, Fact, Notice, Position, Status
from matcher.values import Money
from service import shelf as module
from service.shelf import FILE, Shelf, ShelfUnavailable, key_of

TODAY = date(2026, 11, 23)
TEXT = "Held a £10m budget."
ANNA = Candidate(
    id="anna",
    text=TEXT,
    positions=(Position("Head", None, "2019-01", "present", (0, 18)),),
    facts=(Fact(Money(10e6, scope="budget", owned=True), Status.HELD, 5, 18, TEXT[5:18], 0),),
    experience_months=94,
    warnings=(Notice("code", "words"),),
)


def test_a_candidate_comes_back_as_it_was(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "made", TODAY)
    shelf.put("key", ANNA)
    assert shelf.get("key", "anna") == ANNA


def test_the_id_is_the_callers(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, TODAY)
    shelf.put("key", ANNA)
    assert shelf.get("key", "copy") == replace(ANNA, id="copy")


def test_a_role_comes_back_as_it_was_under_the_callers_id(tmp_path: Path) -> None:
    role = read_role("role", "Ferry Manager\n\nEssential\n- Budget of at least £2m\n- Fluent Welsh")
    shelf = Shelf(tmp_path, TODAY)
    shelf.put_role("key", role)
    assert shelf.get_role("key", "copy") == replace(role, id="copy")
    assert shelf.get_role("other", "copy") is None
    assert shelf.get("key", "anna") is None, "a role is no CV"


def test_what_was_not_put_there_is_not_found(tmp_path: Path) -> None:
    assert Shelf(tmp_path, TODAY).get("key", "anna") is None


def test_another_date_means_another_reading_which_takes_the_place_of_the_first(
    tmp_path: Path,
) -> None:
    today, tomorrow = Shelf(tmp_path, TODAY), Shelf(tmp_path, date(2026, 11, 24))
    today.put("key", ANNA)
    assert tomorrow.get("key", "anna") is None
    tomorrow.put("key", replace(ANNA, experience_months=95))
    assert today.get("key", "anna") is None


def test_other_code_means_another_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Shelf(tmp_path, TODAY).put("key", ANNA)
    monkeypatch.setattr(module, "fingerprint", lambda: "of later code")
    assert Shelf(tmp_path, TODAY).get("key", "anna") is None


@pytest.mark.parametrize(
    ("content", "name", "same"),
    [
        (b"words", "anna.txt", True),
        (b"words", "other.TXT", True),
        (b"words", "anna.html", False),
        (b"other", "anna.txt", False),
    ],
)
def test_a_file_is_known_by_its_bytes_and_its_ending(content: bytes, name: str, same: bool) -> None:
    assert (key_of(content, name) == key_of(b"words", "first.txt")) is same


def test_a_damaged_record_is_read_again_and_quotes_nothing(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    shelf = Shelf(tmp_path, TODAY)
    shelf.put("key", ANNA)
    shelf._database.execute("UPDATE cv SET record = ?", (b"damaged",))
    assert shelf.get("key", "anna") is None
    assert caplog.messages == ["a kept CV could not be read back (error)"]


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "plain").write_text("")
    with pytest.raises(ShelfUnavailable, match=r"plain/cache: cannot be used as a cache \(Not a d"):
        Shelf(tmp_path / "plain" / "cache", TODAY)


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"not a database at all" * 100)
    with pytest.raises(ShelfUnavailable, match=r"cannot be used as a cache \(file is not a data"):
        Shelf(tmp_path, TODAY)
