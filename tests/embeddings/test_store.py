"""The vector cache: nothing is encoded twice, nothing is mixed up, nothing is lost for its sake."""

import logging
import sqlite3
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from embeddings.errors import CacheUnavailable
from embeddings.store import CachedEncoder, VectorCache, cache_folder
from tests.fakes import FirstLetterEncoder, identity

TEXTS = ["apple", "bread", "apple bread"]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "vectors.sqlite"


def stored(texts: list[str]) -> dict[str, np.ndarray]:
    return dict(zip(texts, FirstLetterEncoder().encode(texts), strict=True))


def test_vectors_come_back_to_the_bit(path: Path) -> None:
    with VectorCache(path) as cache:
        cache.put_many(identity(), stored(TEXTS))
    with VectorCache(path) as cache:
        found = cache.get_many(identity(), [*TEXTS, "unheard"])
    assert {text: row.tobytes() for text, row in found.items()} == {
        text: row.tobytes() for text, row in stored(TEXTS).items()
    }


def test_many_texts_are_found_in_one_call(path: Path) -> None:
    texts = [f"a{number}" for number in range(1234)]
    with VectorCache(path) as cache:
        cache.put_many(identity(), stored(texts))
        assert cache.get_many(identity(), texts).keys() == set(texts)


@pytest.mark.parametrize("change", [{"preparation": "other"}, {"precision": "bf16"}])
def test_another_model_finds_nothing(path: Path, change: dict[str, str]) -> None:
    with VectorCache(path) as cache:
        cache.put_many(identity(), stored(TEXTS))
        assert cache.get_many(identity(**change), TEXTS) == {}


def test_the_first_of_two_writers_is_kept(path: Path) -> None:
    with VectorCache(path) as one, VectorCache(path) as other:
        one.put_many(identity(), stored(["apple"]))
        other.put_many(identity(), {"apple": np.zeros(26, np.float32)})
        assert other.get_many(identity(), ["apple"])["apple"].sum() == 1


def test_what_is_forgotten_is_gone_for_every_model(path: Path) -> None:
    with VectorCache(path) as cache:
        for model in (identity(), identity(revision="2")):
            cache.put_many(model, stored(TEXTS))
        cache.forget(["apple"])
        for model in (identity(), identity(revision="2")):
            assert cache.get_many(model, TEXTS).keys() == {"bread", "apple bread"}


def test_what_is_forgotten_is_overwritten(path: Path) -> None:
    vector = np.linspace(0.1, 0.9, 26, dtype=np.float32)
    with VectorCache(path) as cache:
        cache.put_many(identity(), {"apple": vector})
    assert vector.tobytes() in path.read_bytes()
    with VectorCache(path) as cache:
        cache.forget(["apple"])
    assert vector.tobytes() not in path.read_bytes()


def test_the_file_holds_no_text(path: Path) -> None:
    with VectorCache(path) as cache:
        cache.put_many(identity(), stored(["zebra crossing attendant"]))
    assert not any(b"zebra" in file.read_bytes() for file in path.parent.iterdir())


def test_text_with_a_lone_surrogate_has_a_place(path: Path) -> None:
    with VectorCache(path) as cache:
        cache.put_many(identity(), stored(["a\ud800"]))
        assert cache.get_many(identity(), ["a\ud800", "a"]).keys() == {"a\ud800"}


def test_a_damaged_file_is_set_aside(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path.parent.mkdir()
    path.write_bytes(b"no database at all " * 100)
    with caplog.at_level(logging.WARNING), VectorCache(path) as cache:
        cache.put_many(identity(), stored(TEXTS))
        assert len(cache.get_many(identity(), TEXTS)) == 3
    assert "set aside as vectors.sqlite.damaged-1" in caplog.text
    assert path.with_name("vectors.sqlite.damaged-1").read_bytes().startswith(b"no database")


def test_damage_found_while_reading_is_set_aside(path: Path, caplog) -> None:
    texts = [f"a{number}" for number in range(500)]
    with VectorCache(path) as cache:
        cache.put_many(identity(), stored(texts))
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    with VectorCache(path) as cache:
        assert cache.get_many(identity(), texts) == {}
        cache.put_many(identity(), stored(TEXTS))
        assert len(cache.get_many(identity(), TEXTS)) == 3
    assert caplog.text.count("set aside") == 1


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(CacheUnavailable, match=r"file/vectors\.sqlite cannot be used .*writable"):
        VectorCache(tmp_path / "file" / "vectors.sqlite")


def test_a_file_that_is_a_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(CacheUnavailable, match="ROLEMATCH_CACHE"):
        VectorCache(tmp_path)


def test_the_folder_can_be_chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ROLEMATCH_CACHE", str(tmp_path))
    assert cache_folder() == tmp_path
    monkeypatch.delenv("ROLEMATCH_CACHE")
    assert cache_folder().name == "rolematch"


def test_only_what_is_missing_is_encoded_and_once(path: Path) -> None:
    inner = FirstLetterEncoder()
    with VectorCache(path) as cache:
        encoder = CachedEncoder(inner, cache)
        first = encoder.encode(["apple", "bread", "apple"])
        second = encoder.encode(["cherry", "bread"])
    assert inner.asked == ["apple", "bread", "cherry"]
    assert np.array_equal(first, FirstLetterEncoder().encode(["apple", "bread", "apple"]))
    assert np.array_equal(second, FirstLetterEncoder().encode(["cherry", "bread"]))
    assert encoder.identity == inner.identity


def test_no_texts_are_no_vectors(path: Path) -> None:
    with VectorCache(path) as cache:
        assert CachedEncoder(FirstLetterEncoder(), cache).encode([]).shape == (0, 26)


def test_a_cache_that_fails_costs_time_only(path: Path, caplog) -> None:
    cache = VectorCache(path)
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TABLE vectors")
    connection.close()
    encoder = CachedEncoder(FirstLetterEncoder(), cache)
    assert encoder.encode(["apple"]).shape == encoder.encode(["bread"]).shape == (1, 26)
    cache.close()
    assert caplog.text.count("going on without the vector cache") == 1
    assert "apple" not in caplog.text


WRITER = """
import sys
from pathlib import Path
from embeddings.store import CachedEncoder, VectorCache
from tests.fakes import FirstLetterEncoder
with VectorCache(Path(sys.argv[1])) as cache:
    encoder = CachedEncoder(FirstLetterEncoder(), cache)
    for number in range(60):
        encoder.encode([f"a{number}", f"b{number}"])
"""


def test_two_processes_may_share_a_file(path: Path) -> None:
    command = [sys.executable, "-c", WRITER, str(path)]
    root = Path(__file__).parents[2]
    writers = [subprocess.Popen(command, stderr=subprocess.PIPE, cwd=root) for _ in range(2)]
    assert [writer.communicate()[1] for writer in writers] == [b"", b""]
    assert [writer.returncode for writer in writers] == [0, 0]
    with VectorCache(path) as cache:
        texts = [f"{letter}{number}" for number in range(60) for letter in "ab"]
        assert len(cache.get_many(identity(), texts)) == 120
