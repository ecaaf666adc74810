"""Cut where evidence starts and ends, a text is still the text."""

from hypothesis import given
from hypothesis import strategies as st

from matcher.types import Evidence, Outcome, Verdict
from service.reports.marking import Piece, pieces

TEXT = "Ran a desk of 25 people."


def verdict(outcome: Outcome, *spans: tuple[int, int]) -> Verdict:
    return Verdict(outcome, "because", tuple(Evidence(s, e, TEXT[s:e]) for s, e in spans))


def test_a_text_without_evidence_is_one_piece() -> None:
    assert pieces(TEXT, []) == [Piece(TEXT, 0)]


def test_evidence_is_cut_out_and_labelled() -> None:
    assert pieces(TEXT, [("R1", verdict(Outcome.MET, (14, 23)))]) == [
        Piece("Ran a desk of ", 0),
        Piece("25 people", 14, ("R1",), ("R1",), Outcome.MET),
        Piece(".", 23),
    ]


def test_where_two_overlap_each_label_stands_at_its_own_end() -> None:
    found = pieces(
        TEXT, [("R1", verdict(Outcome.MET, (0, 23))), ("R2", verdict(Outcome.NOT_MET, (14, 16)))]
    )
    assert [(each.text, each.ends, each.outcome) for each in found] == [
        ("Ran a desk of ", (), Outcome.MET),
        ("25", ("R2",), Outcome.NOT_MET),
        (" people", ("R1",), Outcome.MET),
        (".", (), None),
    ]


spans = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(sorted).map(tuple)


@given(st.lists(st.tuples(st.sampled_from(list(Outcome)), spans)))
def test_the_pieces_join_to_the_text(found: list[tuple[Outcome, tuple[int, int]]]) -> None:
    verdicts = [(f"R{n}", verdict(outcome, span)) for n, (outcome, span) in enumerate(found)]
    cut = pieces(TEXT, verdicts)
    assert "".join(each.text for each in cut) == TEXT
    assert [each.start for each in cut] == [
        sum(len(each.text) for each in cut[:place]) for place in range(len(cut))
    ]
