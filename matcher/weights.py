"""The weights a score is made with, read from a file that anyone can edit.

Must not know how they are applied. A weights file is TOML; the shipped one,
``data/knowledge/weights/default.toml``, says what each number does and how it was chosen.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import tomli
from numpy.typing import NDArray

from matcher.criteria import CRITERION_TYPES
from matcher.types import Importance, Outcome, Requirement

# The band of those whom a knock-out takes out of the shortlist; it stands below all others.
OUT = "out"


class WeightsError(ValueError):
    """A weights file is missing something or holds something that makes no sense."""


@dataclass(frozen=True, slots=True)
class Ramp:
    """A straight line from 0 at ``floor`` to 1 at ``ceiling``."""

    floor: float
    ceiling: float

    def credit(self, value: float) -> float:
        """Return the height of the ramp at ``value``, in [0, 1]."""
        return float(self.credits(np.array(value)))

    def credits(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the height of the ramp at each of some values, in [0, 1]."""
        heights = (values - self.floor) / (self.ceiling - self.floor)
        return np.minimum(1.0, np.maximum(0.0, heights))


@dataclass(frozen=True, slots=True)
class Weights:
    """Everything a score depends on besides the verdicts; see the shipped file for each."""

    name: str
    digest: str
    title_fit: float
    work_fit: float
    work_half: float
    lineage: float
    kind: Mapping[str, float]
    importance: Mapping[Importance, float]
    duty_scale: float
    credit: Mapping[Outcome, float]
    title_ramp: Ramp
    work_ramp: Ramp
    met_from: float
    partly_from: float
    recency_per_year: float
    recency_most: float
    bands: tuple[tuple[str, float], ...]
    cap: str

    def of(self, requirement: Requirement) -> float:
        """Return the weight of a requirement: its kind's times its importance's.

        What a person set on the requirement multiplies it.
        """
        if requirement.scale is not None:
            weight = self.kind[requirement.scale.kind] * self.duty_scale
        else:
            weight = self.kind[requirement.kind] * self.importance[requirement.importance]
        return weight if requirement.weight is None else weight * requirement.weight


def parse_weights(text: str, source: str) -> Weights:
    """Return the weights written in ``text``.

    Raises:
        WeightsError: Names ``source``, what is wrong and what is expected.
    """
    try:
        table = tomli.loads(text)
        weights = _weights(table, hashlib.sha256(text.encode()).hexdigest())
    except tomli.TOMLDecodeError as error:
        raise WeightsError(f"{source}: not valid TOML: {error}") from None
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise WeightsError(
            f"{source}: {error}; every entry of the default weights must be present"
        ) from None
    _check(weights, source)
    return weights


def _weights(table: dict[str, Any], digest: str) -> Weights:
    return Weights(
        name=str(table["name"]),
        digest=digest,
        title_fit=float(table["fit"]["title"]),
        work_fit=float(table["fit"]["work"]),
        work_half=float(table["fit"]["work_half"]),
        lineage=float(table["closeness"]["lineage"]),
        kind={kind: float(table["kind"][kind]) for kind in CRITERION_TYPES},
        importance={each: float(table["importance"][each]) for each in Importance},
        duty_scale=float(table["importance"]["duty_scale"]),
        credit={each: float(table["credit"][each]) for each in Outcome},
        title_ramp=Ramp(**table["closeness"]["title"]),
        work_ramp=Ramp(**table["closeness"]["work"]),
        met_from=float(table["threshold"]["met"]),
        partly_from=float(table["threshold"]["partly"]),
        recency_per_year=float(table["recency"]["per_year"]),
        recency_most=float(table["recency"]["most"]),
        bands=tuple((str(name), float(low)) for name, low in table["bands"].items()),
        cap=str(table["cap"]["contradicted_essential"]),
    )


def _check(weights: Weights, source: str) -> None:
    lows = [low for _, low in weights.bands]
    credit = weights.credit
    numbers = [weights.title_fit, weights.work_fit, *weights.kind.values()]
    faults = {
        "a weight is negative": min([*numbers, *weights.importance.values()]) < 0,
        "bands must fall from best to worst and end at 0": not lows
        or lows != sorted(lows, reverse=True)
        or lows[-1] != 0,
        f"no band may be called {OUT!r}: it is kept for those whom a knock-out takes out": OUT
        in dict(weights.bands),
        "cap.contradicted_essential names no band": weights.cap not in dict(weights.bands),
        "a ramp's ceiling must lie above its floor": weights.title_ramp.ceiling
        <= weights.title_ramp.floor
        or weights.work_ramp.ceiling <= weights.work_ramp.floor,
        "credit must rise from not_met over not_stated and partly to met, within 0 and 1": not (
            0
            <= credit[Outcome.NOT_MET]
            <= credit[Outcome.NOT_STATED]
            <= credit[Outcome.PARTLY]
            <= credit[Outcome.MET]
            <= 1
        ),
    }
    for fault, found in faults.items():
        if found:
            raise WeightsError(f"{source}: {fault}")


@cache
def default_weights() -> Weights:
    """Return the weights that ship with the project."""
    source = files("data.knowledge") / "weights" / "default.toml"
    return parse_weights(source.read_text(encoding="utf-8"), "default weights")


def load_weights(path: Path) -> Weights:
    """Return the weights in a file of the caller's.

    Raises:
        WeightsError: The file cannot be read, or what it holds is wrong.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise WeightsError(f"{path}: not UTF-8; a weights file is plain text in TOML") from None
    except OSError as error:
        raise WeightsError(f"{path}: cannot be read: {error.strerror or error}") from None
    return parse_weights(text, str(path))
