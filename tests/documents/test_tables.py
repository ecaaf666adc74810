import pytest

from data.documents.tables import row_lines


@pytest.mark.parametrize(
    ("cells", "lines"),
    [
        (["2019 - 2021", "Manager", "Acme"], ["2019 - 2021 | Manager | Acme"]),
        (["Skills", "", "  "], ["Skills"]),
        ([], []),
        (["2019", "Manager\n• Led 40"], ["2019 | Manager", "• Led 40"]),
        (["Manager\n• Led 40", "2019"], ["Manager | 2019", "• Led 40"]),
        (["Skills\nITIL", "Work\nManager"], ["Skills", "ITIL", "Work", "Manager"]),
        (["Skills\nITIL", "2019", "Work\nHead"], ["Skills", "ITIL", "2019 | Work", "Head"]),
    ],
)
def test_a_row_reads_as_a_person_would_read_it(cells: list[str], lines: list[str]) -> None:
    assert row_lines(cells) == lines
