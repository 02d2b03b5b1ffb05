"""Disputes and forecasts over all articles, kept in tables: glue between the store and ``relations``.

What an article says changes only the disputes of claims that its own can be compared with, and the forecasts
of those who foretell something in it. So each article that is new, read anew or placed otherwise (another
first print, another story) waits in the store, and what it touches is worked out again, to the same rows as
from all articles at once, whatever the order. Who is who over all articles plays no part: claims know people
by what articles call them. Whatever moment this is stopped at, the next run goes on from there.
"""

from __future__ import annotations

from dragoman.ledgers.kept.bringing import AT_ONCE, Kept, remake

__all__ = ["AT_ONCE", "Kept", "remake"]
