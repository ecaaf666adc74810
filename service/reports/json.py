"""A ranking as one JSON object: the machine-readable form that other programs depend on."""

from __future__ import annotations

import json

from matcher.wire import match_json, plain, requirement_json
from service.result import Ranking


def render(ranking: Ranking) -> str:
    """Return the ranking as indented JSON, UTF-8, keys in a fixed order."""
    record = {
        "role": {
            "id": ranking.role.id,
            "title": ranking.role.title,
            "requirements": [requirement_json(each) for each in ranking.role.requirements],
        },
        "model": plain(ranking.model),
        "weights": {"name": ranking.weights.name, "digest": ranking.weights.digest},
        "as_of": ranking.as_of.isoformat(),
        "pool": ranking.pool,
        "judged": ranking.judged,
        "blind": ranking.blind,
        "matches": [match_json(rank, each) for rank, each in enumerate(ranking.matches, 1)],
        "failed": plain(ranking.failed),
    }
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"
