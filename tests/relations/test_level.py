"""What closeness is made of in one week."""

from __future__ import annotations

import math
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.relations.presses import START, act, drawn_acts, steady

from dragoman.errors import RelationsError
from dragoman.relations import Act, weigh
from dragoman.relations.index.level import level
from dragoman.relations.index.series import pair_axes

PAIR = ("AAA", "BBB")
QUIET = weigh(steady())


@settings(max_examples=8, deadline=None)
@given(drawn_acts(), st.integers(0, 50), st.integers(1, 30))
def test_the_parts_add_up_to_closeness(acts: list[Act], week: int, most: int) -> None:
    """Fresh and earlier acts, the rest and what is expected are closeness, whatever the week."""
    weighed = weigh([*steady(), *acts])
    found = level(weighed, PAIR, START + timedelta(weeks=week), most=most)
    parts = [part.part for part in (*found.fresh, *found.earlier)]
    assert math.fsum([*parts, found.rest, found.expected]) == pytest.approx(found.closeness, abs=1e-9)
    assert found.week == START + timedelta(weeks=week)
    for part in (*found.fresh, *found.earlier):
        assert math.fsum(share.part for share in part.shares) == pytest.approx(part.part, abs=1e-9)


def test_it_is_the_closeness_of_the_series() -> None:
    """The level of a week is the series' value, whichever state is named first."""
    series = pair_axes(QUIET, PAIR)["closeness"]
    for week in (0, 7, 59):
        found = level(QUIET, ("BBB", "AAA"), START + timedelta(weeks=week, days=3))
        assert found.closeness == pytest.approx(float(series[week]), abs=1e-12)
        assert found.pair == PAIR


def test_acts_of_the_week_are_told_apart_from_what_has_not_faded() -> None:
    """An act of the week is fresh; one of weeks before counts less than it did, and no later one at all."""
    weighed = weigh([*steady(), act(1, "AID", 70), act(2, "AID", 77), act(3, "ASSAULT", 140)])
    then = level(weighed, PAIR, START + timedelta(days=70), most=100)
    later = level(weighed, PAIR, START + timedelta(days=133), most=100)
    assert "e1" in {part.act.id for part in then.fresh if part.act}
    assert not {"e2", "e3"} & {part.act.id for part in (*then.fresh, *then.earlier) if part.act}
    size = {part.act.id: part.part for part in (*then.fresh, *later.earlier) if part.act}
    assert {"e1", "e2"} <= {part.act.id for part in later.earlier if part.act}
    assert size["e1"] > 0


def test_a_day_outside_the_acts_is_refused() -> None:
    """The error says from when to when acts are known."""
    with pytest.raises(RelationsError, match="lies outside the acts, from 2015-01-05"):
        level(QUIET, PAIR, START - timedelta(days=1))
