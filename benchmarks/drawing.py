"""Figures as SVG files that are the same whenever they are drawn from the same figures.

Each says which result it was drawn from. Must not know what is drawn.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.figure import Figure

FOLDER = Path(__file__).parents[1] / "docs" / "figures"
# Colours that people tell apart whose eyes part no red from green (Okabe and Ito 2008).
OURS, OTHERS, FAINT = "#d55e00", "#0072b2", "#8c8c8c"
STYLE: dict[Any, Any] = {
    "font.family": "DejaVu Sans",
    "font.size": 9,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.titlesize": 9,
    "axes.titlelocation": "left",
    "figure.facecolor": "white",
    # Without these two a file would hold ids by lot and the time of day.
    "svg.hashsalt": "rolematch",
    "svg.fonttype": "path",
}


@contextmanager
def styled() -> Iterator[None]:
    """Draw in the style of the house, without a screen."""
    import matplotlib as mpl

    mpl.use("agg")
    with mpl.rc_context(STYLE):
        yield


def digest(found: Mapping[str, Any]) -> str:
    """Return what a figure says it was drawn from: SHA-256, in hex, of the figures."""
    return hashlib.sha256(json.dumps(found, sort_keys=True).encode()).hexdigest()


def save(figure: Figure, name: str, found: Mapping[str, Any], folder: Path = FOLDER) -> Path:
    """Write a figure that was drawn from ``found`` as NAME.svg, and return the file."""
    import matplotlib.pyplot as plt

    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.svg"
    told = {"Date": None, "Description": f"drawn from {digest(found)}"}
    figure.savefig(path, format="svg", metadata=told, bbox_inches="tight")
    plt.close(figure)
    return path
