"""Figures fit for a paper: closeness with its band and axes, as SVG, PNG or PDF.

Drawn by matplotlib without a screen; the versions behind a figure stand in its caption, and the same figures
give the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from dragoman.errors import DestinationError

FORMS = (".svg", ".png", ".pdf")
_INK, _LINE, _BAND, _GOOD, _BAD = "#1c1b19", "#1d4fa3", "#1d4fa333", "#1d6f42", "#a3262a"


def draw_closeness(
    path: Path,
    title: str,
    weeks: Sequence[date],
    closeness: Sequence[float],
    band: tuple[Sequence[float], Sequence[float]],
    axes: tuple[Sequence[float], Sequence[float]],
    breaks: Sequence[date] = (),
    caption: str = "",
) -> None:
    """Write a figure of two panels: closeness with its 90 % band and breaks; engagement and enmity.

    DestinationError where the file's ending is none of FORMS, or it cannot be written.
    """
    if path.suffix.lower() not in FORMS:
        raise DestinationError(f"{path}: a figure ends in {', '.join(FORMS)}")
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    settings: Any = {
        "svg.hashsalt": "dragoman", "font.size": 9, "axes.spines.top": False, "axes.spines.right": False,
        "axes.edgecolor": _INK, "svg.fonttype": "none",
    }  # fmt: skip
    with matplotlib.rc_context(settings):
        figure, (above, below) = pyplot.subplots(
            2, 1, sharex=True, figsize=(7.0, 4.4), height_ratios=(2, 1), layout="constrained"
        )
        above.fill_between(weeks, *band, color=_BAND, linewidth=0, label="90 % band")
        above.plot(weeks, closeness, color=_LINE, linewidth=1.4, label="closeness")
        for week in breaks:
            above.axvline(week, color=_INK, linewidth=0.8, linestyle=":")
        above.axhline(0, color=_INK, linewidth=0.5)
        above.set_title(title, loc="left", fontsize=10, fontweight="bold")
        above.legend(frameon=False, fontsize=8, loc="upper left", ncols=2)
        below.plot(weeks, axes[0], color=_GOOD, linewidth=1.1, label="engagement")
        below.plot(weeks, axes[1], color=_BAD, linewidth=1.1, linestyle="--", label="enmity")
        below.axhline(0, color=_INK, linewidth=0.5)
        below.legend(frameon=False, fontsize=8, loc="upper left", ncols=2)
        if caption:
            figure.supxlabel(caption, fontsize=6.5, x=0.01, ha="left")
        try:
            figure.savefig(path, dpi=200, metadata=_undated(path))
        except OSError as error:
            raise DestinationError(f"{path} cannot be written: {error.strerror}") from None
        finally:
            pyplot.close(figure)


def _undated(path: Path) -> dict[str, Any]:
    """Return metadata that keep the time of drawing out of the file."""
    return {".svg": {"Date": None}, ".pdf": {"CreationDate": None}}.get(path.suffix.lower(), {})
