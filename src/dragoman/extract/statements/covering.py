"""Where the contents of findings lie, to look up by position what a stretch of text belongs to."""

from __future__ import annotations

import bisect

from dragoman.extract.statements.finding import Finding


def covers(findings: list[Finding]) -> list[tuple[int, int, int]]:
    """Return ``(start, end, finding)`` for every content span, in text order, for look-ups by position."""
    return sorted(
        (span.start, span.end, number) for number, found in enumerate(findings) for span in found.content
    )


def overlapping(cover: list[tuple[int, int, int]], start: int, end: int) -> list[tuple[int, int, int]]:
    """Return the entries of ``cover`` that share a character with ``[start, end)``.

    The entries lie side by side (an outermost content never overlaps another), so a few steps back from
    the place of ``start`` find them all.
    """
    index = bisect.bisect_left(cover, (start, -1, -1))
    first = max(0, index - 3)
    found = []
    for entry in cover[first:]:
        if entry[0] >= end:
            break
        if entry[1] > start:
            found.append(entry)
    return found
