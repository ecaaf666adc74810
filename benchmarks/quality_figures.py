"""Figures of quality: rankings with their intervals, and whose verdicts are confused how.

Must not know how a figure was measured.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.drawing import FAINT, FOLDER, OTHERS, OURS, save, styled
from benchmarks.systems import SYSTEMS

if TYPE_CHECKING:
    from matplotlib.axes import Axes

RANKING, CONFUSION = "ranking", "confusion"
MEASURE = "nDCG@10"
CALLED = {
    "rolematch": "rolematch",
    "bm25": "BM25",
    "tf-idf": "TF-IDF",
    "minilm": "MiniLM, whole CVs",
    "minilm-passages": "MiniLM, passages",
    "fusion": "BM25 + MiniLM, fused",
    "random": "by lot",
    "classifier": "classifier over MiniLM",
    "similarity": "MiniLM similarity, thresholds",
    "commonest": "always the commonest label",
}
TITLES = {
    "samples": "shipped samples",
    "gold": "larger graded set",
    "ferr": "FERR, HR raters",
    "talentclef2025_titles_en": "TalentCLEF 2025, titles",
    "talentclef2026_task_a_en": "TalentCLEF 2026, Task A",
}
OUTCOMES = {"met": "met", "partly": "partly", "not_met": "not met", "not_stated": "not stated"}
# Who is shown beside this project in the confusion matrices, of which cases.
SHOWN = ("rolematch", "classifier", "similarity")
CASES = "judgements"


def draw(found: Mapping[str, Any], folder: Path = FOLDER) -> list[Path]:
    """Draw what was found, and return the files."""
    with styled():
        return [_ranking(found["collections"], folder), _confusion(found["verdicts"], folder)]


def _ranking(collections: Mapping[str, Any], folder: Path) -> Path:
    """Draw nDCG@10 of each system with its interval, a panel a collection."""
    import matplotlib.pyplot as plt

    count = len(collections)
    figure, axes = plt.subplots(
        1, count, figsize=(2.1 * count + 1.6, 2.4), sharey=True, sharex=True, squeeze=False
    )
    for axis, (name, each) in zip(axes[0], collections.items(), strict=True):
        _intervals(axis, each["systems"])
        axis.set_title(f"{TITLES.get(name, name)}\n{each['queries']} queries", fontsize=8.5)
    figure.supxlabel(f"{MEASURE}, mean and 95 % interval", fontsize=8.5, y=-0.06)
    figure.subplots_adjust(wspace=0.12)
    return save(figure, RANKING, collections, folder)


def _intervals(axis: Axes, systems: Mapping[str, Any]) -> None:
    names = [name for name in SYSTEMS if name in systems]
    for place, name in enumerate(names):
        each = systems[name][MEASURE]
        colour = {"rolematch": OURS, "random": FAINT}.get(name, OTHERS)
        axis.plot([each["low"], each["high"]], [place, place], color=colour, linewidth=1.6)
        axis.plot(each["mean"], place, "o", color=colour, markersize=4.5)
    axis.set_yticks(range(len(names)), [CALLED[name] for name in names])
    axis.set_ylim(len(names) - 0.5, -0.5)
    axis.set_xlim(0, 1)
    axis.set_xticks([0, 0.5, 1], ["0", "0.5", "1"])
    axis.grid(axis="x", color="#e3e3e3", linewidth=0.6)
    axis.tick_params(axis="y", length=0)
    axis.set_axisbelow(True)


def _confusion(judged: Mapping[str, Any], folder: Path) -> Path:
    """Draw which labels became which outcomes, a panel a judge."""
    import matplotlib.pyplot as plt

    systems = judged[CASES]["systems"]
    figure, axes = plt.subplots(1, len(SHOWN), figsize=(8.4, 2.7), sharey=True)
    for axis, name in zip(axes, SHOWN, strict=True):
        _matrix(axis, systems[name]["confusion"])
        share = systems[name]["accuracy"]["mean"]
        axis.set_title(f"{CALLED[name]}\n{share:.0%} right", fontsize=8.5)
    axes[0].set_ylabel("label")
    axes[len(SHOWN) // 2].set_xlabel("judged")
    figure.subplots_adjust(wspace=0.08)
    return save(figure, CONFUSION, judged, folder)


def _matrix(axis: Axes, counts: Mapping[str, Mapping[str, int]]) -> None:
    rows = [[counts[label][outcome] for outcome in OUTCOMES] for label in OUTCOMES]
    shares = [[count / max(1, sum(row)) for count in row] for row in rows]
    axis.imshow(shares, cmap="Blues", vmin=0, vmax=1.15, aspect="auto")
    for row, (line, share) in enumerate(zip(rows, shares, strict=True)):
        for column, count in enumerate(line):
            dark = share[column] > 0.6
            colour = "white" if dark else "#222222"
            axis.text(column, row, str(count), ha="center", va="center", color=colour)
    below = [name.replace(" ", "\n") for name in OUTCOMES.values()]
    axis.set_xticks(range(len(OUTCOMES)), below, fontsize=7.5)
    axis.set_yticks(range(len(OUTCOMES)), OUTCOMES.values(), fontsize=7.5)
    axis.tick_params(length=0)
    for spine in axis.spines.values():
        spine.set_visible(False)
