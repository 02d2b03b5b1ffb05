"""Which reports are of one origin, whatever leads from one to another."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from dragoman.records import Span
from dragoman.relations import Report
from dragoman.relations.origins import origins_of


def report(copy: str, root: str) -> Report:
    """A report of which only the copy family and the root of its chain matter."""
    return Report("d" * 64, None, "outlet", copy, date(2015, 11, 24), root, 1, 1.0, 1.0, Span(0, 1))


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")), max_size=12))
def test_reports_are_of_one_origin_where_a_way_leads_from_one_to_the_other(
    pairs: list[tuple[str, str]],
) -> None:
    """A way goes from report to report that share a copy family or a root; each origin goes by its first."""
    found = origins_of([report(copy, root) for copy, root in pairs])
    for start in range(len(pairs)):
        reached, new = {start}, {start}
        while new:
            near = {n for n, one in enumerate(pairs) for m in new
                    if one[0] == pairs[m][0] or one[1] == pairs[m][1]}  # fmt: skip
            new = near - reached
            reached |= new
        assert {n for n, origin in enumerate(found) if origin == found[start]} == reached
        assert found[start] == min(reached)
