"""What somebody wants to see of a shortlist, from the address of its page, and back.

Must not know HTML. Everything stands in the address, so that nothing is lost when a page is loaded
again, sent to a colleague or gone back to.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode

from matcher.asks import Ask
from service.web.asking import LABELS
from service.work.shortlist import View

SHOWS = {
    "all": "Everybody",
    "every": "Has every must-have",
    "one": "One must-have short",
    "clearance": "Holds a clearance",
}
SORTS = {"rank": "Rank", "name": "Name", "musts": "Must-haves met"}
# What a switch may set, and the edit that it stands for.
SWITCHES: Mapping[str, tuple[str, Mapping[str, Any]]] = {
    "essential": ("Must have", {"importance": "essential", "knock_out": False}),
    "knock_out": ("Knock-out", {"importance": "essential", "knock_out": True}),
    "desirable": ("Nice to have", {"importance": "desirable"}),
    "struck": ("Leave out", {"struck": True}),
}
# The sizes that can be tried out, by the name of the criterion's field.
SIZES = ("min_amount", "min_people", "min_years")
_AT = "at."
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is wanted.

    Attributes:
        view: Who is shown in which order.
        page: From 1.
        switches: By the id of a thing asked, what it is tried as.
        sizes: By the id of a requirement and a field of its criterion, the size tried.
        tour: The step of the tour, 0 where there is none.
    """

    view: View = field(default_factory=View)
    page: int = 1
    switches: Mapping[str, str] = field(default_factory=dict)
    sizes: Mapping[tuple[str, str], float] = field(default_factory=dict)
    tour: int = 0

    @property
    def trying(self) -> bool:
        """Whether anything is tried out."""
        return bool(self.switches or self.sizes)

    @property
    def without_names(self) -> Wanted:
        """The same without what would tell names: a search for one, and their order."""
        view = self.view
        sort = "rank" if view.sort == "name" else view.sort
        return replace(self, view=replace(view, called="", sort=sort))

    @property
    def tried(self) -> str:
        """What is tried out, in words of the address; "" where nothing is."""
        return Wanted(switches=self.switches, sizes=self.sizes).query()

    @property
    def untried(self) -> str:
        """The address's query without what is tried out."""
        return replace(self, switches={}, sizes={}).query()

    def query(self, **changed: Any) -> str:
        """Return the address's query, with some of it changed; ``page`` is 1 unless it is given."""
        told = [(name, value) for name, value in _told(self) if name not in changed]
        told += [(name, str(value)) for name, value in changed.items() if value is not None]
        return urlencode([(name, value) for name, value in told if value])


def _told(wanted: Wanted) -> list[tuple[str, str]]:
    view = wanted.view
    return [
        ("show", "" if view.show == "all" else view.show),
        *(("band", each) for each in sorted(view.bands)),
        *(("has", each) for each in sorted(view.having)),
        ("q", view.called),
        ("sort", "" if view.sort == "rank" else view.sort),
        *(("set", f"{name}:{value}") for name, value in wanted.switches.items()),
        *((f"{_AT}{one}.{what}", f"{size:g}") for (one, what), size in wanted.sizes.items()),
        ("tour", str(wanted.tour) if wanted.tour else ""),
    ]


def wanted_from(query: Sequence[tuple[str, str]]) -> Wanted:
    """Return what an address asks for; what makes no sense in it is passed over."""
    found: dict[str, list[str]] = {}
    for name, value in query:
        if value and len(value) <= _LONGEST:
            found.setdefault(name, []).append(value)

    def last(name: str, default: str = "") -> str:
        return found.get(name, [default])[-1]

    show = last("show", "all")
    return Wanted(
        view=View(
            show=show if show in SHOWS else "all",  # type: ignore[arg-type]
            bands=frozenset(found.get("band", ())),
            having=frozenset(found.get("has", ())),
            called=last("q"),
            sort=last("sort", "rank"),
        ),
        page=_whole(last("page", "1"), 1),
        switches=_switches(found.get("set", ())),
        sizes=_sizes(found),
        tour=_whole(last("tour", "0"), 0),
    )


def _whole(sent: str, lowest: int) -> int:
    return (
        max(lowest, int(sent)) if sent.isascii() and sent.isdecimal() and len(sent) < 7 else lowest
    )


def _switches(sent: Sequence[str]) -> dict[str, str]:
    pairs = (each.partition(":") for each in sent)
    return {name: value for name, _, value in pairs if value in SWITCHES}


def _sizes(found: Mapping[str, Sequence[str]]) -> dict[tuple[str, str], float]:
    sizes = {}
    for name, values in found.items():
        one, _, what = name.removeprefix(_AT).partition(".")
        if name.startswith(_AT) and what in SIZES:
            size = _size(values[-1])
            if size is not None:
                sizes[(one, what)] = size
    return sizes


def _size(sent: str) -> float | None:
    try:
        size = float(sent.replace(",", "").removeprefix("£"))
    except ValueError:
        return None
    return size if 0 <= size < float("inf") else None


def effective(wanted: Wanted, asks: Sequence[Ask]) -> Wanted:
    """Return what is wanted without what would change nothing: a page's form sends every field."""
    switches = {
        ask.id: wanted.switches[ask.id]
        for ask in asks
        if ask.id in wanted.switches and wanted.switches[ask.id] != state_of(ask)
    }
    now = {(each.id, what): size for ask in asks for each, what, size in sizes_of(ask)}
    sizes = {key: size for key, size in wanted.sizes.items() if key in now and now[key] != size}
    return replace(wanted, switches=switches, sizes=sizes)


def state_of(ask: Ask) -> str:
    """Return which switch a thing asked stands at."""
    if ask.knock_out:
        return "knock_out"
    return "essential" if ask.essential else "desirable"


def sizes_of(ask: Ask) -> list[tuple[Any, str, float]]:
    """Return the sizes a thing asks: the requirement, the criterion's field, the size."""
    found = []
    for each in ask.members:
        for what in SIZES:
            size = getattr(each.criterion, what, None)
            if size is not None and not (what == "min_people" and each.kind == "experience_years"):
                found.append((each, what, float(size)))
    return found


def edits_of(wanted: Wanted, asks: Sequence[Ask]) -> list[dict[str, Any]]:
    """Return the edits that the switches and sizes stand for, as the API takes them."""
    edits: list[dict[str, Any]] = []
    for ask in asks:
        if ask.id in wanted.switches:
            _, edit = SWITCHES[wanted.switches[ask.id]]
            # Whether alternatives are struck is each one's own.
            members = ask.members if "struck" in edit else ask.members[:1]
            edits += [{"requirement_id": each.id, **edit} for each in members]
    for (one, what), size in wanted.sizes.items():
        whole = int(size) if size.is_integer() else size
        edits.append({"requirement_id": one, "criterion": {what: whole}})
    return edits


def size_label(what: str) -> str:
    """Return what a size is called."""
    return LABELS[what]
