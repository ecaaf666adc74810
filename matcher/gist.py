"""A match in short: what its points follow from, without a word of the CV.

Must not know where it is kept. A pool's matches in short are read in a fraction of the time that
the matches take, and are all that is needed to count outcomes or to score an edited role.
"""

from __future__ import annotations

from typing import Any

from matcher.scoring import title_lines
from matcher.types import Contribution, Match, Outcome, Role, Verdict
from matcher.wire import plain

Json = dict[str, Any]

# One letter an outcome, so that a match's outcomes are a word.
LETTERS = {
    Outcome.MET: "m",
    Outcome.PARTLY: "p",
    Outcome.NOT_MET: "n",
    Outcome.NOT_STATED: "s",
}
_OUTCOMES = {letter: outcome for outcome, letter in LETTERS.items()}


def gist_json(role: Role, match: Match) -> Json:
    """Return a match in short.

    Returns:
        ``outcomes``, a letter for each requirement in the role's order; ``attained``, in the same
        order; ``title``, the line for the posts' titles, in a list that is empty without one.
    """
    verdicts = [verdict for _, verdict in match.verdicts]
    return {
        "outcomes": "".join(LETTERS[each.outcome] for each in verdicts),
        "attained": [each.attained for each in verdicts],
        "title": plain(title_lines(role, match.contributions)),
    }


def outcomes_from(role: Role, gist: Json) -> dict[str, Outcome]:
    """Return the outcomes that `gist_json` wrote, by requirement."""
    pairs = zip(role.requirements, gist["outcomes"], strict=True)
    return {each.id: _OUTCOMES[letter] for each, letter in pairs}


def match_from_gist(role: Role, candidate_id: str, score: float, band: str, gist: Json) -> Match:
    """Return a match with nothing to read in it: no sentence, no quote, no question, no warning.

    Of its lines it has the one for the title alone, so they do not add up to its score; scored
    anew, they do.

    Args:
        role: The role that the match answers.
        candidate_id: What to call the candidate.
        score: The match's.
        band: The match's.
        gist: What `gist_json` wrote.
    """
    outcomes = outcomes_from(role, gist)
    verdicts = tuple(
        (name, Verdict(outcome, "", attained=attained))
        for (name, outcome), attained in zip(outcomes.items(), gist["attained"], strict=True)
    )
    lines = tuple(Contribution(**each) for each in gist["title"])
    return Match(candidate_id, score, band, lines, verdicts, (), ())
