"""Articles in the store → copies, stories and events told by many: glue between ``store`` and ``resolve``.

What each layer says depends on which articles are there, never on the order in which they came: a new article
stirs those whose places it can change, and they are placed again. What waits is kept in the store, so that
whatever moment this is stopped at, the next run goes on from there.
"""

from __future__ import annotations

from dragoman.layering.counting import Counts, counts
from dragoman.layering.layers import Layers, remake

__all__ = ["Counts", "Layers", "counts", "remake"]
