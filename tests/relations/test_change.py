"""When a change is told, when it is not, and when a break is."""

from __future__ import annotations

from datetime import timedelta

import numpy as np
import pytest
from tests.relations.presses import START, act, report, steady

from dragoman.errors import RelationsError
from dragoman.relations import (
    Act,
    Window,
    all_pairs,
    change,
    changes,
    closeness,
    explain,
    false_discoveries,
    weigh,
)
from dragoman.relations.index.axes import trigamma
from dragoman.relations.index.screening import screened

PAIR = ("AAA", "BBB")
BEFORE, AFTER = (Window(START + timedelta(weeks=a), START + timedelta(weeks=a + 20)) for a in (10, 35))
QUIET = steady()


def run_of(type: str, families: tuple[str, ...], weeks: range, first: int = 1) -> list[Act]:
    """Return an act of a type on two days of each week, told by each of the families."""
    return [
        act(first + 2 * week + k, type, 7 * week + 3 * k + 1,
            reports=tuple(report(f"c{first + 2 * week + k}{f}", f) for f in families))
        for week in weeks for k in (0, 1)
    ]  # fmt: skip


def test_a_clear_change_is_told() -> None:
    """Twenty weeks of sanctions and attacks, told by three outlets, make a pair more distant."""
    war = run_of("ASSAULT", ("Gazette", "Herald", "Wire"), range(35, 55))
    found = change(QUIET + war, PAIR, BEFORE, AFTER)
    assert (found.verdict, found.reasons) == ("more distant", ())
    assert found.delta < 0 and found.high < 0 and found.probability < 0.05
    assert set(found.on_scales) == {"plover", "cameo_icews", "ordinal"}
    assert set(found.without) >= {"Gazette", "Herald", "Wire"}


def test_no_change_is_not_told() -> None:
    """A pair that goes on as before has no clear change, with the conditions that failed."""
    found = change(QUIET, PAIR, BEFORE, AFTER)
    assert found.verdict == "no clear change" and found.reasons


def test_what_one_outlet_alone_tells_is_not_told() -> None:
    """A change that turns round without one outlet family is no clear change, and says which family."""
    praise = [one for k in (1, 2, 3) for one in run_of("AID", ("Organ",), range(35, 55), 1000 * k)]
    blame = run_of("ACCUSE", ("Gazette", "Herald"), range(35, 55))
    found = change(QUIET + praise + blame, PAIR, BEFORE, AFTER)
    assert found.delta > 0 > found.without["Organ"]
    assert found.verdict == "no clear change" and "without Organ it turns round" in found.reasons


def test_thin_evidence_is_said_to_be_thin() -> None:
    """Two acts are no ground for a verdict."""
    others = [one for one in QUIET if set(one.actors + one.recipients) != set(PAIR)]
    found = change([*others, act(1, "CONSULT", 80), act(2, "ASSAULT", 300)], PAIR, BEFORE, AFTER)
    assert found.verdict == "too little evidence" and "independent days" in found.reasons[0]


def test_a_sign_that_hangs_on_the_scale_is_not_told() -> None:
    """REQUEST has no size for PLOVER and is a demand for CAMEO: what rests on that is no clear change."""
    demands = run_of("REQUEST", ("Gazette", "Herald"), range(35, 55))
    help_ = run_of("SUPPORT", ("Gazette", "Herald"), range(35, 45), 500)
    found = change(QUIET + demands + help_, PAIR, BEFORE, AFTER)
    assert found.on_scales["plover"] > 0 > found.on_scales["cameo_icews"]
    assert found.verdict == "no clear change" and any("cameo_icews" in reason for reason in found.reasons)


def test_windows_outside_the_acts_are_refused() -> None:
    """A window without a week, or in which no act can lie, is an error that says so."""
    with pytest.raises(RelationsError, match="no whole week"):
        change(QUIET, PAIR, Window(START, START), AFTER)
    far = Window(START + timedelta(weeks=900), START + timedelta(weeks=910))
    with pytest.raises(RelationsError, match="outside the acts"):
        change(QUIET, PAIR, BEFORE, far)
    with pytest.raises(RelationsError, match="no act between two states"):
        closeness([], PAIR)


def test_false_alerts_are_held_down() -> None:
    """Benjamini and Hochberg's rule, worked by hand: of five, the first two pass at 10 %."""
    assert false_discoveries([0.995, 0.02, 0.9, 0.5, 0.6], 0.1) == [True, True, False, False, False]
    assert false_discoveries([], 0.1) == []
    assert false_discoveries([0.995, 0.02], 0.1, among=5) == [True, True]
    assert false_discoveries([0.995, 0.02], 0.1, among=50) == [False, False]


def test_changes_of_all_pairs() -> None:
    """The pair that moved comes first and is believed; those that did not are not."""
    war = run_of("ASSAULT", ("Gazette", "Herald", "Wire"), range(35, 55))
    found = changes(QUIET + war, BEFORE, AFTER)
    assert found[0].change.pair == PAIR and found[0].believed
    assert not any(one.believed for one in found if one.change.verdict == "no clear change")


def test_only_what_cannot_have_changed_is_left_out() -> None:
    """A pair that is left out is found neither closer nor more distant when it is looked at after all."""
    war = run_of("ASSAULT", ("Gazette", "Herald", "Wire"), range(35, 55))
    weighed = weigh(QUIET + war)
    kept = screened(weighed, BEFORE, AFTER)
    assert PAIR in kept.pairs and kept.enough <= len(weighed.table.pairs)
    left = [pair for pair in weighed.table.pairs if pair not in kept.pairs]
    assert left
    for pair in left:
        assert change(weighed, pair, BEFORE, AFTER).verdict in ("no clear change", "too little evidence")
    looked = {pair: change(weighed, pair, BEFORE, AFTER) for pair in weighed.table.pairs}
    assert kept.enough == sum(one.verdict != "too little evidence" for one in looked.values())


def test_a_verdict_is_the_same_looked_at_alone_or_in_a_list() -> None:
    """The list saves work where nothing speaks for a verdict, and says nothing else of any pair."""
    war = run_of("ASSAULT", ("Gazette", "Herald", "Wire"), range(35, 55))
    weighed = weigh(QUIET + war)
    for alert in changes(weighed, BEFORE, AFTER):
        alone = change(weighed, alert.change.pair, BEFORE, AFTER)
        assert (alone.verdict, alone.low, alone.high) == (
            alert.change.verdict, alert.change.low, alert.change.high
        )  # fmt: skip


def test_all_pairs_agree_with_each_pair() -> None:
    """The table of all pairs holds the same closeness as the series of one."""
    weighed = weigh(QUIET)
    every = all_pairs(weighed)
    for pair in every.pairs[:3]:
        series = closeness(weighed, pair)
        place = every.pairs.index(pair)
        assert np.allclose(every.closeness[:, place], series.closeness, atol=1e-5)
        assert every.weeks == series.weeks


def test_trigamma_at_known_points() -> None:
    """psi1(1/2) = pi^2/2, psi1(1) = pi^2/6, psi1(10) = 0.1051663356816857."""
    values = trigamma(np.array([0.5, 1.0, 10.0]))
    assert np.allclose(values, [np.pi**2 / 2, np.pi**2 / 6, 0.1051663356816857], atol=1e-9)


def test_an_explanation_names_the_cause() -> None:
    """The acts that made the change stand first, with the spans that tell of them."""
    war = run_of("ASSAULT", ("Gazette", "Herald"), range(35, 55))
    found = explain(QUIET + war, PAIR, BEFORE, AFTER)
    first = found.acts[0]
    assert first.act is not None and first.act.type == "ASSAULT" and first.part < 0
    assert {share.report.family for share in first.shares if share.report} == {"Gazette", "Herald"}
