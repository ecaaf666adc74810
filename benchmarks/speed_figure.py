"""The growth curves as a figure. Must not know how a time was taken."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

LINES = {
    "everybody": "everybody judged, a role not asked before",
    "first": "the best 50 judged and explained, a role not asked before",
    "again": "the same, asked again",
    "plain_search": "flat index of whole CVs: no verdicts",
}


def draw(rows: Sequence[dict[str, Any]], path: Path) -> None:
    """Draw processor time against the size of the pool, both logarithmic, as an SVG file."""
    import matplotlib

    matplotlib.use("Agg")
    # The same figures give the same bytes.
    matplotlib.rcParams["svg.hashsalt"] = "speed"
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(7, 4.5))
    sizes = [row["candidates"] for row in rows]
    for name, label in LINES.items():
        points = [(row["candidates"], row[name]) for row in rows if row[name] is not None]
        times = [took["processor_seconds"] for _, took in points]
        axes.plot([size for size, _ in points], times, marker="o", label=label)
    limit = [row["limit_seconds"] for row in rows]
    axes.plot(sizes, limit, linestyle="--", color="grey", label="reading every vector once")
    axes.set(xscale="log", yscale="log", xlabel="candidates", ylabel="processor seconds")
    axes.legend(fontsize=8)
    axes.grid(visible=True, alpha=0.3)
    figure.tight_layout()
    figure.savefig(path, metadata={"Date": None})
    pyplot.close(figure)
