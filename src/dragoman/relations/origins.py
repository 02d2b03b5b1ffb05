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
    earlier = list(range(len(reports)))  # a report of the same origin that stands before, or itself

    def origin(place: int) -> int:
        while earlier[place] != place:
            earlier[place] = earlier[earlier[place]]
            place = earlier[place]
        return place

    for i, report in enumerate(reports):
        for key in (("copy", report.copy), ("root", report.root)):
            one, other = sorted((origin(first.setdefault(key, i)), origin(i)))
            earlier[other] = one
    return [origin(i) for i in range(len(reports))]
