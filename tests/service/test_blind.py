"""Blind: the reader of a report learns what was done, and not by whom."""

from dataclasses import replace

from matcher.candidates.redaction import blind
from matcher.types import Candidate, Notice
from service.blinding import unnamed
from service.reports import RENDERERS
from service.result import DUPLICATE
from tests.service.rankings import ANNA_TEXT, BEN, RANKING

TEXT = f"Anna Example\nanna@example.org\n07700 900123\n\n{ANNA_TEXT[13:]}"
CANDIDATES = {"anna": Candidate("anna", TEXT), "ben": RANKING.candidates["ben"]}
SHIFT = len(TEXT) - len(ANNA_TEXT)


def ranking():
    verdicts = tuple(
        (
            name,
            replace(
                verdict,
                evidence=tuple(
                    replace(each, start=each.start + SHIFT, end=each.end + SHIFT)
                    for each in verdict.evidence
                ),
            ),
        )
        for name, verdict in RANKING.matches[0].verdicts
    )
    anna = replace(RANKING.matches[0], verdicts=verdicts)
    notice = Notice(DUPLICATE, "The same text as anna: one CV under two names.")
    ben = replace(BEN, warnings=(notice,))
    return replace(RANKING, matches=(anna, ben), candidates=CANDIDATES)


def test_candidates_are_numbered_by_rank() -> None:
    assert [each.candidate_id for each in ranking().blinded().matches] == [
        "candidate-001",
        "candidate-002",
    ]


def test_no_score_and_no_order_changes() -> None:
    before, after = ranking(), ranking().blinded()
    assert [each.score for each in after.matches] == [each.score for each in before.matches]


def test_every_quote_is_still_what_stands_at_its_place() -> None:
    hidden = ranking().blinded()
    quotes = [
        (each.quote, hidden.candidates[match.candidate_id].text[each.start : each.end])
        for match in hidden.matches
        for _, verdict in match.verdicts
        for each in verdict.evidence
    ]
    assert ("a budget of £3m", "a budget of £3m") in quotes
    assert all(quote == there for quote, there in quotes)


def test_no_report_names_anybody() -> None:
    hidden = ranking().blinded()
    for name in ("table", "json", "csv", "html"):
        content = RENDERERS[name](hidden)
        assert isinstance(content, str)
        for secret in ("anna", "Anna", "ben", "900123", "scan.pdf"):
            assert secret not in content, (name, secret)


def test_posts_after_a_career_break_are_no_part_of_the_break() -> None:
    text = (
        "Ada Quill\n\nExperience\nBakery Manager, Quill Loaves\nMay 2023 to present\n- Two ovens\n"
        "Career break\nMay 2021 to April 2023\nAt home with my daughter\n"
        "Head Baker, Tern Mills\nMarch 2015 to April 2021\n- Led eleven bakers\n"
    )
    hidden = blind(text)
    assert "daughter" not in hidden
    assert "Head Baker, Tern Mills" in hidden
    assert "Led eleven bakers" in hidden


def test_words_about_somebody_keep_everything_but_their_name():
    words = "Anna led the desk; EXAMPLE Ltd. confirms it."
    assert unnamed(words, TEXT) == "████ led the desk; ███████ Ltd. confirms it."
    assert unnamed("Nothing to hide.", TEXT) == "Nothing to hide."
