"""What is not ours is there unchanged, with its licence."""

import hashlib
import re

from service.web.pages import STATIC

FOLDER = STATIC / "vendor"
ROW = re.compile(r"^\| (\S+) \| \S+ \| [\d.]+ \| \S+ \| ([0-9a-f]{64}) \|$", re.MULTILINE)


def test_every_file_of_others_is_told_of_and_as_it_was_published() -> None:
    told = dict(ROW.findall((FOLDER / "README.md").read_text(encoding="utf-8")))
    files = [each for each in FOLDER.iterdir() if each.suffix in {".js", ".css"}]
    assert {each.name for each in files} == set(told)
    for each in files:
        assert hashlib.sha256(each.read_bytes()).hexdigest() == told[each.name]
        assert (FOLDER / f"{each.name.partition('.')[0]}.LICENSE.txt").stat().st_size > 100
