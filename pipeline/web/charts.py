"""Pictures of figures as SVG, drawn here: no script, no font and no address from elsewhere."""

import io
import threading
from collections.abc import Mapping
from typing import Any

import matplotlib
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator

from pipeline.web.words import label, short, visible

matplotlib.rcParams.update(
    {"svg.fonttype": "none", "svg.hashsalt": "minutebook", "text.parse_math": False,
     "font.family": ["sans-serif"], "font.size": 9.5}
)  # fmt: skip
_ONE_AT_A_TIME = threading.Lock()  # matplotlib keeps fonts and settings for the whole process
_PAPERS = {
    "light": {"ink": "#3d3a34", "line": "#ddd7c9"},
    "dark": {"ink": "#d5d0c4", "line": "#3a3831"},
}
# Told apart by lightness too, for colour-blind readers and print.
_COLOURS = {
    "light": {
        "achieved": "#14532d", "agreed": "#3f8f5f", "forecast": "#8fc7a3", "proposed": "#c9d8a0",
        "target": "#d9b650", "not_achieved": "#a63d2f", "unknown": "#b5b0a4", "met": "#2f7d4f",
        "missed": "#b5482f", "not stated": "#c4bfb3", "contract sums": "#2f6f8f",
        "decisions": "#2f6f8f",
    },
    "dark": {
        "achieved": "#7fd49b", "agreed": "#4fa873", "forecast": "#35714d", "proposed": "#8b9a58",
        "target": "#c9a53f", "not_achieved": "#d9705c", "unknown": "#6d685d", "met": "#62bd85",
        "missed": "#e0775b", "not stated": "#6d685d", "contract sums": "#6fb3d3",
        "decisions": "#6fb3d3",
    },
}  # fmt: skip


def svg(figure: Mapping[str, Any], paper: str = "light") -> str:
    """Return the picture of a figure (as `figures.drawn` gives it) on light or dark paper."""
    with _ONE_AT_A_TIME:
        drawn = Figure(figsize=(7.2, 3.1 if figure["name"] != "awards" else 3.8))
        axes = drawn.add_subplot()
        if figure["name"] == "awards":
            _lying(axes, figure, paper)
        else:
            _standing(axes, figure, paper)
        _plain(axes, paper, lies=figure["name"] == "awards")
        if len(figure["series"]) > 1:
            axes.legend(frameon=False, labelcolor=_PAPERS[paper]["ink"], fontsize=9,
                        ncols=4, loc="lower left", bbox_to_anchor=(0, 1))  # fmt: skip
        out = io.StringIO()
        drawn.savefig(
            out, format="svg", bbox_inches="tight", transparent=True,
            metadata={"Date": None, "Creator": None},
        )  # fmt: skip
    return out.getvalue()


def _standing(axes: Any, figure: Mapping[str, Any], paper: str) -> None:
    places = range(len(figure["categories"]))
    floor = [0.0] * len(places)
    for series in figure["series"]:
        axes.bar(
            places, series["values"], 0.72, bottom=floor, label=label(series["name"]),
            color=_COLOURS[paper][series["name"]],
        )  # fmt: skip
        floor = [a + b for a, b in zip(floor, series["values"], strict=True)]
    names = [visible(short(c, 16)) for c in figure["categories"]]
    axes.set_xlim(-0.6, max(len(names), 4) - 0.4)  # a single bar is no wall
    axes.set_xticks(places, names, rotation=45 if len(names) > 8 else 0,
                    ha="right" if len(names) > 8 else "center")  # fmt: skip
    axes.yaxis.set_major_formatter(FuncFormatter(lambda v, _: _brief(v, figure["unit"])))
    axes.yaxis.set_major_locator(MaxNLocator(5, integer=not figure["unit"]))


def _lying(axes: Any, figure: Mapping[str, Any], paper: str) -> None:
    names = [visible(short(c, 34)) for c in figure["categories"]]
    series = figure["series"][0]
    places = range(len(names))
    axes.barh(places, series["values"], 0.66, color=_COLOURS[paper][series["name"]])
    axes.set_yticks(places, names)
    axes.set_ylim(max(len(names), 4) - 0.4, -0.6)
    axes.xaxis.set_major_formatter(FuncFormatter(lambda v, _: _brief(v, figure["unit"])))
    axes.xaxis.set_major_locator(MaxNLocator(5))


def _plain(axes: Any, paper: str, *, lies: bool) -> None:
    ink, line = _PAPERS[paper]["ink"], _PAPERS[paper]["line"]
    axes.tick_params(colors=ink, length=0)
    axes.set_axisbelow(True)
    axes.grid(axis="x" if lies else "y", color=line, linewidth=0.6)
    for spine in axes.spines.values():
        spine.set_visible(False)


def _brief(value: float, unit: str) -> str:
    """Return a figure for an axis.

    >>> _brief(1_500_000, "£"), _brief(250_000, "£"), _brief(3, "")
    ('£1.5m', '£250k', '3')
    """
    for scale, mark in ((1e9, "bn"), (1e6, "m"), (1e3, "k")):
        if unit and abs(value) >= scale:
            return f"{unit}{value / scale:g}{mark}"
    return f"{unit}{value:g}"
