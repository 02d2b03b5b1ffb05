"""Small charts for the terminal: a series in one line of blocks, its band in words."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

BLOCKS = "▁▂▃▄▅▆▇█"


def sparkline(
    values: Sequence[float], width: int = 60, low: float | None = None, high: float | None = None
) -> str:
    """Return values as blocks, at most ``width``; each stands for the mean of its part of the series.

    ``low`` and ``high`` are what the lowest and the highest block mean, by default the series' own ends. A
    flat series is drawn in the middle.
    """
    if not len(values):
        return ""
    cells = min(width, len(values))
    edges = [round(i * len(values) / cells) for i in range(cells + 1)]
    means = [sum(values[a:b]) / (b - a) for a, b in itertools.pairwise(edges)]
    least = min(means) if low is None else low
    most = max(means) if high is None else high
    if most - least < 1e-12:
        return BLOCKS[len(BLOCKS) // 2] * cells
    steps = [(value - least) / (most - least) * (len(BLOCKS) - 1) for value in means]
    return "".join(BLOCKS[min(len(BLOCKS) - 1, max(0, round(step)))] for step in steps)


def bar(value: float, most: float, width: int = 12) -> str:
    """Return a bar that grows from the middle, to the left below zero and to the right above."""
    size = 0 if most <= 0 else min(width, round(abs(value) / most * width))
    left, right = ("▇" * size, "") if value < 0 else ("", "▇" * size)
    return f"{left:>{width}}│{right:<{width}}"
