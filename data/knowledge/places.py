"""The gazetteer: towns, regions and postcode areas of the United Kingdom with their coordinates.

Must not know CVs or roles. Coordinates are of the centre, in degrees, good to about a mile for a
town; a region carries a radius, so that a town in it is near it.
"""

from __future__ import annotations

import csv
import math
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from data.patterns import regex

_PLACES, _POSTCODES = "places.csv", "postcode_areas.csv"
_EARTH_MILES = 3958.8
_POSTCODE = regex(r"(?<!\w)(?P<area>[A-Z]{1,2})(?:\d[A-Z\d]?)(?P<inward>\s?\d[A-Z]{2})?(?!\w)")
_POSTCODE_RADIUS = 5.0


class PlaceTableError(ValueError):
    """The gazetteer cannot be used; the message says which line and why."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place; ``radius`` in miles is how far it reaches from its centre."""

    name: str
    kind: str
    latitude: float
    longitude: float
    radius: float


@cache
def places() -> dict[str, Place]:
    """Return places by spelling, as printed in the table."""
    text = files(__package__).joinpath(_PLACES).read_text(encoding="utf-8")
    found: dict[str, Place] = {}
    for number, row in enumerate(csv.DictReader(text.splitlines()), start=2):
        try:
            latitude, longitude = float(row["latitude"]), float(row["longitude"])
            radius = float(row["radius_miles"])
        except (TypeError, ValueError) as error:
            raise PlaceTableError(f"{_PLACES}, line {number}: not a number ({error})") from error
        if not (49 < latitude < 61 and -9 < longitude < 2):
            raise PlaceTableError(f"{_PLACES}, line {number}: {row['name']!r} is not in the UK")
        place = Place(row["name"], row["kind"], latitude, longitude, radius)
        for spelling in [row["name"], *row["aliases"].split(";")]:
            if spelling and found.setdefault(spelling, place) is not place:
                raise PlaceTableError(f"{_PLACES}, line {number}: {spelling!r} is listed twice")
    return found


@cache
def postcode_areas() -> dict[str, Place]:
    """Return the centres of postcode areas ("LS") by their letters."""
    text = files(__package__).joinpath(_POSTCODES).read_text(encoding="utf-8")
    return {
        row["area"]: Place(
            row["area"],
            "postcode",
            float(row["latitude"]),
            float(row["longitude"]),
            _POSTCODE_RADIUS,
        )
        for row in csv.DictReader(text.splitlines())
    }


@cache
def _names() -> re.Pattern[str]:
    spellings = sorted(places(), key=len, reverse=True)
    body = "|".join(re.escape(s).replace(r"\ ", r"[\s-]").replace("'", "['’]?") for s in spellings)
    return re.compile(rf"(?<![\w@'’-])(?:{body})(?![\w'’])(?!,\s[A-Z]{{2}}\b(?!\d))")


def find_places(text: str, start: int = 0, end: int | None = None) -> list[tuple[Place, int, int]]:
    """Return the places named in ``text[start:end]``, with their spans, in order."""
    stop = len(text) if end is None else end
    found = []
    for match in _names().finditer(text, start, stop):
        place = place_named(match.group())
        if place is not None:
            found.append((place, *match.span()))
    return found


def place_named(name: str) -> Place | None:
    """Return the place of that name, in capitals or not, or None."""
    return _by_key().get(_key(name))


@cache
def _by_key() -> dict[str, Place]:
    return {_key(spelling): place for spelling, place in places().items()}


def _key(name: str) -> str:
    return re.sub(r"[\s-]+", " ", name.replace("’", "").replace("'", "")).strip().lower()


def find_postcode(text: str, *, full: bool) -> tuple[Place, int, int] | None:
    """Return the first postcode in ``text`` as its area; only with an inward part if ``full``."""
    for match in _POSTCODE.finditer(text):
        area = postcode_areas().get(match["area"])
        if area is not None and (match["inward"] or not full):
            return area, match.start(), match.end()
    return None


def miles_between(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Return the great-circle distance of two (latitude, longitude) pairs (haversine formula)."""
    (lat1, lon1), (lat2, lon2) = (tuple(map(math.radians, pair)) for pair in (a, b))
    half = (
        math.sin((lat2 - lat1) / 2) ** 2
        + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    )
    return 2 * _EARTH_MILES * math.asin(math.sqrt(half))
