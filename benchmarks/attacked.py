"""What attacks on a CV gain, in points and places, and whether they are reported.

Each CV is attacked alone among the others as they are. Must not know how an attack works, nor how a
score is made.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from benchmarks.attacks import attacks
from benchmarks.layouts import docx, pdf_page
from benchmarks.people import People
from data.documents import Reader
from matcher.engine import Matcher
from matcher.types import Candidate, Match, Notice, Role

Places = Mapping[str, float]


@dataclass(slots=True)
class Attacked:
    """What one attack did.

    Attributes:
        name: The attack.
        tried: How often it was tried: a CV that it changes, and a role.
        gained: How often a score rose at all.
        most_points: The most it rose.
        most_places: The most places anybody rose.
        reported: How often the candidate came with the warning that tells of it.
        gains: Who gained, in words.
    """

    name: str
    tried: int = 0
    gained: int = 0
    most_points: float = 0.0
    most_places: int = 0
    reported: int = 0
    gains: list[str] = field(default_factory=list)

    def add(self, role: Role, match: Match, code: str, scores: Places) -> None:
        """Count one attacked candidate.

        Args:
            role: Who it was judged for.
            match: How.
            code: The warning that tells of the attack.
            scores: Everybody's score for the role as they are.
        """
        self.tried += 1
        self.reported += any(each.code == code for each in match.warnings)
        name, points = match.candidate_id, round(match.score - scores[match.candidate_id], 2)
        if points > 0:
            places = _place(name, scores) - _place(name, {**scores, name: match.score})
            self.gained += 1
            self.most_points = max(self.most_points, points)
            self.most_places = max(self.most_places, places)
            self.gains.append(f"{name} for {role.id}: {points:+g} points, {places:+d} places")

    def as_dict(self) -> dict[str, Any]:
        """Return the figures as they are kept, without the name."""
        return {
            "tried": self.tried,
            "gained": self.gained,
            "most_points": self.most_points,
            "most_places": self.most_places,
            "reported": self.reported,
        }


def attacked(matcher: Matcher, roles: Sequence[Role], people: People) -> list[Attacked]:
    """Return what each attack did."""
    base = [matcher.read_candidate(name, text) for name, text in people.texts.items()]
    scores = _scores(matcher, roles, base)
    found = _white(matcher, roles, people)
    for attack in attacks([role.text for role in roles]):
        of_attack = Attacked(attack.name)
        for role in roles:
            texts = {n: attack.edit(text, role.text) for n, text in people.texts.items()}
            changed = [
                matcher.read_candidate(name, text)
                for name, text in texts.items()
                if text != people.texts[name]
            ]
            for match in matcher.explain(role, matcher.prepare(changed)):
                of_attack.add(role, match, attack.code, scores[role.id])
        found.append(of_attack)
    return found


def _white(matcher: Matcher, roles: Sequence[Role], people: People) -> list[Attacked]:
    """White text against the same file without it: all that the roles ask, nobody sees it."""
    asked = "\n".join(each.text.replace("\n", " ") for role in roles for each in role.requirements)
    found = []
    with Reader() as reader:

        def read(data: bytes, name: str, ending: str) -> Candidate:
            document = reader.read_bytes(data, f"{name}.{ending}")
            warnings = tuple(Notice(each.code, each.message) for each in document.warnings)
            candidate = matcher.read_candidate(name, document.text)
            return replace(candidate, warnings=(*warnings, *candidate.warnings))

        for ending, layout in (("docx", docx), ("pdf", pdf_page)):
            of_attack = Attacked(f"white text in a {ending} file")
            clean = [read(layout(text), name, ending) for name, text in people.texts.items()]
            hidden = [
                read(layout(text, asked), name, ending) for name, text in people.texts.items()
            ]
            scores = _scores(matcher, roles, clean)
            for role in roles:
                for match in matcher.explain(role, matcher.prepare(hidden)):
                    of_attack.add(role, match, "hidden_text", scores[role.id])
            found.append(of_attack)
    return found


def _scores(
    matcher: Matcher, roles: Sequence[Role], pool: Sequence[Candidate]
) -> dict[str, dict[str, float]]:
    members = matcher.prepare(pool)
    return {
        role.id: {each.candidate_id: each.score for each in matcher.standings(role, members)}
        for role in roles
    }


def _place(name: str, scores: Places) -> int:
    return sorted(scores, key=lambda each: (-scores[each], each)).index(name)
