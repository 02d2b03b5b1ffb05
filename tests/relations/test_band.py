"""Bands: they hold the truth where it is known, and grow where evidence is thin."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from bench.presses import Plan, simulate
from tests.relations.presses import act, report, steady

from dragoman.relations import closeness, weigh, weights
from dragoman.relations.index.table import day_number, table_from_arrays
from dragoman.relations.index.tilt import outlet_variance

SMALL = Plan(states=10, weeks=104)


def test_bands_hold_the_truth() -> None:
    """On a press whose rates are known, nine bands of ten or so hold what the rates spell."""
    press = simulate(SMALL, 21)
    weighed, truth = weigh(press.table), press.truth(slice(None))
    held = []
    for i, pair in enumerate(press.table.pairs):
        series = closeness(weighed, pair)
        held.append(series.low[-1] <= truth[i] <= series.high[-1])
    assert 0.8 <= np.mean(held) < 1.0


def test_thin_pairs_have_wide_bands() -> None:
    """The fewer its acts, the wider a pair's band: the quietest fifth against the busiest."""
    weighed = weigh(simulate(SMALL, 22).table)
    order = np.argsort([len(weighed.rows_of(i)) for i in range(len(weighed.table.pairs))])
    widths = []
    for places in (order[:9], order[-9:]):
        found = [closeness(weighed, weighed.table.pairs[i]) for i in places]
        widths.append(np.mean([one.high[-1] - one.low[-1] for one in found]))
    assert widths[0] > 1.5 * widths[1]


@pytest.mark.parametrize("lean", [0.0, 0.4, 0.8])
def test_the_lean_of_outlets_is_found(lean: float) -> None:
    """The variance of the outlets' tilt comes out near what the press was made with."""
    found = outlet_variance(weigh(simulate(replace(Plan(), lean=lean), 23).table))
    assert found == pytest.approx(lean**2, abs=0.08 + 0.25 * lean**2)


def test_one_outlet_makes_a_wider_band_than_many() -> None:
    """The same acts, told by one outlet or by six in turn: how outlets lean is a doubt of its own."""

    def press(outlets: int) -> list[float]:
        acts = [
            act(i, ("CONSULT", "ACCUSE")[i // 6 % 2], i,
                reports=(report(f"d{i}", f"Outlet {i % outlets}", root=f"own {i}"),)) for i in range(400)
        ]  # fmt: skip
        others = [act(9000 + i, "CONSULT", i, ("CCC",), ("DDD",)) for i in range(4)]
        heavy = replace(weights(), outlet_variance=0.5)
        series = closeness(weigh(acts + others, heavy), ("AAA", "BBB"))
        return list(series.high - series.low)

    assert np.mean(press(1)[20:]) > 1.1 * np.mean(press(6)[20:])


def test_a_pair_that_never_met_has_the_widest_band() -> None:
    """Nothing is known of it, and the band says so; a state that never acts is no error."""
    never = closeness(steady(), ("AAA", "ZZZ"))
    known = closeness(steady(), ("AAA", "BBB"))
    assert np.all(never.high - never.low > known.high - known.low)


def test_columns_and_acts_agree() -> None:
    """Acts in numpy arrays give the same closeness as the same acts as records."""
    acts = steady(20)
    columns = table_from_arrays(
        np.array([day_number(one.day) for one in acts]),
        [one.actors[0] for one in acts], [one.recipients[0] for one in acts], [one.type for one in acts],
        family=[one.reports[0].family for one in acts],
    )  # fmt: skip
    one, other = (closeness(some, ("AAA", "BBB")) for some in (acts, columns))
    assert np.allclose(one.closeness, other.closeness, atol=1e-12)
