"""The words that name a cell or a list entry without standing in it.

Must not know what is being read. '£10.9m' in a column headed 'P/L', or '19' in 'Team sizes: 8;
19; 41', means what its heading says.
"""

from __future__ import annotations

from data.patterns import regex
from matcher.text import CELLS
from matcher.types import Outline, Section, Sentence

_LABEL = regex(r"^\W*([A-Za-z][\w &/'’-]{0,40})(?:\s?\([^()]{1,16}\)|,\s?[£$€]['’]?\w{1,5})?:\s")
_FIGURE = regex(r"\d")
_THOUSANDS = regex(r"[£$€]\s?['’]?0{3}s?")
_ROWS_BACK = 12
# '2019: £2m', '- 2021 - 40': a row of figures that leaves its noun to the line above the run.
_WORD = regex(r"[A-Za-z]{3,}")
_AMOUNT = regex(r"[£$€]|\d[km%]\b")
_HEADING_WORDS = 5
_ROW_WORDS = 10


def cells(sentence: Sentence) -> list[tuple[int, int]]:
    """Return the spans of a row's cells, as offsets into its text; one span where it is no row."""
    spans, at = [], 0
    for gap in CELLS.finditer(sentence.text):
        spans.append((at, gap.start()))
        at = gap.end()
    return [*spans, (at, len(sentence.text))]


def may_be_heading(row: str) -> bool:
    """Return whether a row has no figure in it but what its columns are counted in: '(£000)'."""
    return not _FIGURE.search(_THOUSANDS.sub("", row))


def column_heading(cv: Outline, index: int, offset: int) -> str:
    """Return the heading of the column that ``offset`` of sentence ``index`` stands in, or "".

    The heading is the cell in the same place of the nearest row above that has as many cells and
    no figure in it.
    """
    row = cells(cv.sentences[index])
    if len(row) < 2:
        return ""
    column = next((n for n, (first, last) in enumerate(row) if first <= offset <= last), None)
    if column is None:
        return ""
    for above in reversed(cv.sentences[max(0, index - _ROWS_BACK) : index]):
        heading = cells(above)
        if len(heading) == len(row) and may_be_heading(above.text):
            first, last = heading[column]
            return above.text[first:last]
    return ""


def opening(cv: Outline, index: int) -> str:
    """Return the label that opens the line sentence ``index`` stands in, or "".

    Semicolons part a line into sentences; what the first one is called names them all.
    """
    sentence = cv.sentences[_first_of_line(cv, index)]
    if sentence.label:
        return sentence.label
    label = _LABEL.match(sentence.text)
    if label:
        return label.group(1)
    filled = [sentence.text[a:b] for a, b in cells(sentence) if sentence.text[a:b].strip(" |")]
    return filled[0] if len(filled) > 1 and not _FIGURE.search(filled[0]) else ""


def line_start(cv: Outline, index: int) -> int:
    """Return the offset at which the line, or what is near of it, begins: semicolons part it."""
    return cv.sentences[_first_of_line(cv, index, max(0, index - _ROWS_BACK))].start


def _first_of_line(cv: Outline, index: int, least: int = 0) -> int:
    while index > least and _same_line(cv, index - 1, index):
        index -= 1
    return index


def run_heading(cv: Outline, index: int, *, words: bool = False) -> str:
    """Return the short line above the run of figures that sentence ``index`` is in, or "".

    Args:
        cv: The document.
        index: Of the sentence.
        words: Whether the rows of the run may say, in a few words, what each figure is of.
    """
    is_row = _short_row if words else _bare_figures
    section = _section_of(cv, index)
    opens = section.start if section else 0
    first = index
    while first and is_row(cv.sentences[first]) and cv.sentences[first - 1].start >= opens:
        first -= 1
    if section and is_row(cv.sentences[first]):
        return section.heading.strip(" .:-\n")  # The run opens the section.
    above = cv.sentences[first].text
    short = len(above.split()) <= _HEADING_WORDS and not _FIGURE.search(above)
    if not words:  # Nothing but figures must be of something: a year may stand beside its name.
        short = len(above.split()) <= _ROW_WORDS and not _AMOUNT.search(above)
    return above.strip(" .:-\n") if first < index and short else ""


def _section_of(cv: Outline, index: int) -> Section | None:
    at = cv.sentences[index].start
    return next((each for each in reversed(cv.sections) if each.start <= at), None)


def _bare_figures(sentence: Sentence) -> bool:
    return bool(_FIGURE.search(sentence.text)) and not _WORD.search(sentence.text)


def _short_row(sentence: Sentence) -> bool:
    return bool(_FIGURE.search(sentence.text)) and len(sentence.text.split()) <= _ROW_WORDS


def _same_line(cv: Outline, before: int, after: int) -> bool:
    first, second = cv.sentences[before], cv.sentences[after]
    return first.text.endswith(";") and "\n" not in cv.text[first.end : second.start]
