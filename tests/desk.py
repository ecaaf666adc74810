"""A small role and a few invented CVs, ranked by the real engine with the fake encoder."""

from collections.abc import Sequence
from datetime import date

import numpy as np

from embeddings.passages import windows
from matcher.columns import Columns, attained, codes
from matcher.engine import Matcher
from matcher.scoring import title_credit
from matcher.types import Importance, Match, Role
from matcher.weights import default_weights
from tests.fakes import FirstLetterEncoder

MATCHER = Matcher(FirstLetterEncoder(), windows, default_weights(), date(2026, 11, 23))
WEIGHTS = MATCHER.weights

AD = """Head of Service Desk

What you will do
Plan the desk's shifts with the team leads.
Report the figures to the board every month.

Essential
Leading 40 people and holding a budget of £2 million in the same role.
ITIL Expert or a degree in computing.
Right to work in the UK.
At least five years in service management.

Desirable
Experience of ServiceNow.
SC clearance.
"""

CVS = {
    "alder": """Alder
Head of Service Desk, Northmoor Rail, 2015 - present
- Led a team of 60 people and held a budget of £3m a year.
- Planned shifts and reported the figures to the board every month.
ITIL Expert. British citizen. Used ServiceNow daily.
""",
    "birch": """Birch
Service Desk Manager, Eastvale Water, 2019 - present
- Led a team of 12 people; my budget was £400,000.
- Planned the shifts.
BSc Computing, 2010. I hold SC clearance.
""",
    "cedar": """Cedar
Head of Service Desk, Oldbridge Homes, 2012 - 2018
- Led a team of 45 people.
Operations Manager, Westlow Council, 2018 - present
- Held a budget of £2.5m a year.
I will need sponsorship to work in the UK.
""",
    "damson": """Damson
Baker, Corner Bakery, 2020 - present
- Baked bread.
""",
}


def ranked(role: Role) -> list[Match]:
    """Return everybody's match against a role."""
    pool = [MATCHER.read_candidate(name, text) for name, text in CVS.items()]
    return MATCHER.rank(role, pool)


ROLE = MATCHER.read_role("desk", AD)
MATCHES = ranked(ROLE)
ESSENTIALS = [each.id for each in ROLE.requirements if each.importance is Importance.ESSENTIAL]


def columns_of(role: Role, matches: Sequence[Match]) -> Columns:
    """Return matches with a role in columns."""
    verdicts = [dict(match.verdicts) for match in matches]
    return Columns(
        names=tuple(match.candidate_id for match in matches),
        scores=np.array([match.score for match in matches], dtype=np.float64),
        bands=tuple(match.band for match in matches),
        outcomes={
            each.id: codes(given[each.id].outcome for given in verdicts)
            for each in role.requirements
        },
        attained={
            each.id: attained(given[each.id] for given in verdicts) for each in role.requirements
        },
        title=np.array(
            [title_credit(role, match.contributions) for match in matches], dtype=np.float64
        ),
    )
