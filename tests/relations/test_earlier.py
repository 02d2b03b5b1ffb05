"""The acts as they were on a day, and all pairs in one week: the same figures by a shorter way."""

from __future__ import annotations

from dataclasses import fields
from datetime import timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.relations.presses import START, drawn_acts, steady

from dragoman.relations import Act, ActTable, all_pairs, table_of, weigh
from dragoman.relations.index.earlier import earlier
from dragoman.relations.index.everyone import pairs_in

LITTLE = settings(max_examples=8, deadline=None)


@LITTLE
@given(drawn_acts(), st.integers(0, 80))
def test_a_table_cut_at_a_day_is_one_made_of_the_acts_till_then(acts: list[Act], weeks: int) -> None:
    """Every column and every list of names is the same, whatever comes later."""
    until = START + timedelta(weeks=weeks)
    every = [*steady(), *acts]
    cut, made = earlier(table_of(every), until), table_of([act for act in every if act.day <= until])
    for field in fields(ActTable):
        one, other = getattr(cut, field.name), getattr(made, field.name)
        if isinstance(one, np.ndarray):
            assert one.dtype == other.dtype and np.array_equal(one, other, equal_nan=one.dtype == float)
        else:
            assert one == other, field.name


@LITTLE
@given(drawn_acts(), st.integers(0, 59))
def test_one_week_of_all_pairs(acts: list[Act], week: int) -> None:
    """Taken alone, a week has what it has among all weeks, within what fading in single steps rounds."""
    weighed = weigh([*steady(), *acts])
    every, one = all_pairs(weighed), pairs_in(weighed, week)
    assert (one.pairs, one.weeks) == (every.pairs, (every.weeks[week],))
    for name in ("engagement", "enmity", "closeness", "deviation"):
        assert getattr(one, name)[0] == pytest.approx(getattr(every, name)[week], abs=1e-5)
    assert np.array_equal(one.acts, every.acts)
