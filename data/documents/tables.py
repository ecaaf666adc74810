"""Lay a table row out as lines of text. Knows cells as strings, and no file format."""

from collections.abc import Sequence

CELL_GAP = " | "


def row_lines(cells: Sequence[str]) -> list[str]:
    """Turn one row into lines that read as a person would read the row.

    A row of facts ('2019 - 2021', 'Manager', 'Acme') becomes one line. Where one cell holds
    several lines, the others join its first: that is an entry with its dates beside it.
    Where several cells do, the table is there for page layout, and each cell is read in turn.
    """
    filled = [cell.strip("\n").splitlines() for cell in cells if cell.strip()]
    if sum(len(lines) > 1 for lines in filled) <= 1:
        first = CELL_GAP.join(lines[0].strip() for lines in filled)
        rest = [line for lines in filled for line in lines[1:]]
        return [first, *rest] if filled else []
    result: list[str] = []
    joins = False
    for lines in filled:
        if joins:
            result[-1] += CELL_GAP + lines[0].strip()
            result += lines[1:]
        else:
            result += lines
        joins = len(lines) == 1
    return result
