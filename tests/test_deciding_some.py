"""Some requirements judged alone come out as they do among all."""

from datetime import date

import pytest

from embeddings.passages import windows
from matcher.engine import Matcher
from matcher.weights import default_weights
from tests.api.serving import cv
from tests.fakes import FirstLetterEncoder

ROLE = """\
Head of Service Desk

Essential
- ITIL Expert
- Accountability for a budget of at least £2 million
- Line management of 20 or more people
- Clear written English
"""
MATCHER = Matcher(FirstLetterEncoder(), windows, default_weights(), date(2026, 11, 23))
READ = MATCHER.read_role("role", ROLE)
TEXTS = (cv("Anna Example"), cv("Ben Example", budget="£900,000", team=12), f"Dan\n\n{ROLE}")


@pytest.mark.parametrize("wanted", [{"R1"}, {"R2", "R4"}, {each.id for each in READ.requirements}])
def test_some_requirements_come_out_as_among_all(wanted: set[str]) -> None:
    pool = [MATCHER.read_candidate(f"c{n}", text) for n, text in enumerate(TEXTS)]
    members = MATCHER.prepare(pool)
    explained = [dict(match.verdicts) for match in MATCHER.explain(READ, members)]
    decided = MATCHER.decide(READ, members, wanted)
    assert [set(each) for each in decided] == [wanted] * len(TEXTS)
    for some, every in zip(decided, explained, strict=True):
        for name, verdict in some.items():
            assert (verdict.outcome, verdict.attained) == (
                every[name].outcome,
                every[name].attained,
            )
