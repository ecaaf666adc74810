"""What ships in data/samples: enough of it, graded in full, and nobody's real details."""

import re
from collections import Counter
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from rapidfuzz import fuzz

from data import samples

HOME = samples.cvs().parent
CV_FILES = sorted(samples.cvs().iterdir())
QRELS = [line.split("\t") for line in samples.qrels().read_text(encoding="utf-8").splitlines()]

# Ofcom's numbers for drama, and the North American range kept for fiction.
INVENTED_NUMBER = re.compile(
    r"07700 900\d{3}|01632 960\d{3}|011[34] 496 0\d{3}|\(614\) 555-01\d{2}"
)
TELEPHONE = re.compile(r"\(\d{3}\) \d{3}-\d{4}|\b0\d{3,4} \d{3} ?\d{3,4}\b")
ADDRESS = re.compile(r"[\w.]+@[\w.-]+\w")


def written_texts() -> dict[str, str]:
    """The words of every sample by path: its source where it is rendered, else itself."""
    paths = [*HOME.glob("sources/*/*.txt"), *HOME.glob("roles/*.txt"), *HOME.glob("cvs/*.txt")]
    return {str(path.relative_to(HOME)): path.read_text(encoding="utf-8") for path in paths}


def cv_texts() -> dict[str, str]:
    return {path: text for path, text in written_texts().items() if "cvs/" in path}


def ids_in_readme() -> dict[str, str]:
    """Id and format of each row of the README's tables of roles and CVs."""
    readme = (HOME / "README.md").read_text(encoding="utf-8")
    return dict(re.findall(r"^\| ([a-z-]+-[a-z-]+) \| (docx|pdf|txt)\b", readme, flags=re.M))


def test_there_are_six_roles_in_all_three_formats() -> None:
    assert Counter(path.suffix for path in samples.roles()) == {".txt": 3, ".docx": 2, ".pdf": 1}


def test_roles_come_in_order() -> None:
    names = [path.name for path in samples.roles()]
    assert names == sorted(names)


def test_there_are_forty_cvs_in_mixed_formats() -> None:
    assert Counter(path.suffix for path in CV_FILES) == {".txt": 14, ".docx": 14, ".pdf": 12}


def test_half_the_pdf_cvs_have_two_columns() -> None:
    pdfs = [text for path, text in cv_texts().items() if path.endswith(".pdf.txt")]
    assert sum(text.startswith(("< ", "> ")) for text in pdfs) == 6


def test_every_pair_is_graded_once_and_in_order() -> None:
    pairs = [(role, cv) for role, _, cv, _ in QRELS]
    roles = [path.stem for path in samples.roles()]
    assert pairs == [(role, path.stem) for role in roles for path in CV_FILES]


def test_grades_run_from_0_to_3() -> None:
    assert {(iteration, grade) for _, iteration, _, grade in QRELS} == {
        ("0", grade) for grade in "0123"
    }


@pytest.mark.parametrize("role", [path.stem for path in samples.roles()])
def test_every_role_has_a_full_range_of_grades(role: str) -> None:
    assert {grade for of, _, _, grade in QRELS if of == role} == set("0123")


@pytest.mark.parametrize(
    "cv", ["kyle-brandreth", "simone-achterberg", "bradley-oakes", "prince-masters", "luca-fontana"]
)
def test_what_only_looks_the_part_suits_no_role(cv: str) -> None:
    assert {grade for _, _, of, grade in QRELS if of == cv} == {"0"}


def test_the_readme_tells_of_every_sample_in_its_format() -> None:
    files = [*samples.roles(), *CV_FILES]
    assert ids_in_readme() == {path.stem: path.suffix.removeprefix(".") for path in files}


@pytest.mark.parametrize(("path", "text"), cv_texts().items())
def test_a_cv_is_neither_a_stub_nor_a_book(path: str, text: str) -> None:
    assert 150 <= len(text.split()) <= 450


def test_no_two_cvs_are_nearly_the_same() -> None:
    alike = [
        (one, other)
        for (one, a), (other, b) in combinations(cv_texts().items(), 2)
        if fuzz.ratio(a, b) >= 70
    ]
    assert alike == []


def test_ids_are_unique_whatever_the_format() -> None:
    stems = sorted(path.stem for path in CV_FILES)
    assert all(one != other for one, other in pairwise(stems))


@pytest.mark.parametrize(("path", "text"), written_texts().items())
def test_contact_details_are_nobodys(path: str, text: str) -> None:
    addresses = ADDRESS.findall(text)
    assert all(re.search(r"[@.]example\.(com|org)$", address) for address in addresses)
    assert all(INVENTED_NUMBER.fullmatch(number) for number in TELEPHONE.findall(text))


def test_the_folder_stays_small() -> None:
    size = sum(p.stat().st_size for p in Path(HOME).rglob("*") if "__pycache__" not in p.parts)
    assert size < 1_500_000
