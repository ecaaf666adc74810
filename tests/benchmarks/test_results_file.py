"""A result is kept as it was found, with where it was found."""

from pathlib import Path

import pytest

from benchmarks.environment import environment, processor
from benchmarks.results_file import read_result, write_result
from matcher.weights import default_weights
from tests.fakes import identity


def test_a_result_is_read_as_it_was_written(tmp_path: Path) -> None:
    path = write_result("mine", {"b": 1, "a": [0.5]}, {"machine": "small"}, tmp_path / "new")
    found = read_result("mine", tmp_path / "new")
    assert list(found.items()) == [("b", 1), ("a", [0.5]), ("environment", {"machine": "small"})]
    assert path.read_text().endswith("}\n")


def test_what_holds_nothing_deeper_stands_on_one_line(tmp_path: Path) -> None:
    found = {"outer": {"inner": {"a": 1 / 3, "b": "two  spaces"}}, "list": (1, 2)}
    text = write_result("mine", found, {}, tmp_path).read_text()
    assert '  "inner": {"a": 0.333333, "b": "two  spaces"}\n' in text
    assert ' "list": [1, 2],\n' in text


def test_a_figure_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        write_result("mine", {"a": float("nan")}, {}, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_the_environment_names_machine_versions_and_digests() -> None:
    found = environment(identity(), default_weights())
    assert found["machine"]["cores"] >= 1
    assert found["machine"]["memory_gib"] > 0
    assert {"python", "numpy"} <= found["versions"].keys()
    assert found["digests"]["model"]["name"] == "first-letters"
    assert found["digests"]["weights"]["digest"] == default_weights().digest
    assert len(found["digests"]["code"]) == 64


def test_the_processor_is_named_as_linux_names_it(tmp_path: Path) -> None:
    told = tmp_path / "cpuinfo"
    told.write_text("processor\t: 0\nmodel name\t: Abacus 9\nmodel name\t: Abacus 9\n")
    assert processor(told) == "Abacus 9"


def test_a_processor_without_a_name_is_its_architecture(tmp_path: Path) -> None:
    assert processor(tmp_path / "none") != ""
