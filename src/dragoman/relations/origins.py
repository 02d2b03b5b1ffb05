"""Origins: which reports are independent. What shares a copy family or the root of its chain is one
origin."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.relations.acts import Report


def origins_of(reports: Sequence[Report]) -> list[int]:
    """Return for each report the place of the first one of its origin.

    Two reports are of one origin where they share a copy family or a root, or where others join them; the
    order of the reports changes the numbers alone, never who belongs together.
    """
    first: dict[tuple[str, str], int] = {}
    number = list(range(len(reports)))
    for i, report in enumerate(reports):
        for key in (("copy", report.copy), ("root", report.root)):
            old = number[first.setdefault(key, i)]
            number = [min(old, number[i]) if n in (old, number[i]) else n for n in number]
    return number
