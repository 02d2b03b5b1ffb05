"""What must hold of closeness whatever the acts: the invariants of the index, as properties."""

from __future__ import annotations

import math
import random
from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.relations.presses import HOSTILE, START, act, drawn_acts, report, steady, turned

from dragoman.relations import Act, Report, Series, Window, closeness, explain, weigh, weights
from dragoman.relations.index.series import pair_axes

PAIR = ("AAA", "BBB")
LITTLE = settings(max_examples=8, deadline=None)
QUIET = steady()
FROZEN = weigh(QUIET).reference


def level(acts: list[Act], pair: tuple[str, str] = PAIR, week: int = -1) -> float:
    """Return closeness in a week, measured against one frozen reference."""
    return float(pair_axes(weigh(acts, reference=FROZEN), pair)["closeness"][week])


def same(a: Series, b: Series) -> bool:
    """Say whether two series are the same bytes."""
    return all(
        np.array_equal(getattr(a, name), getattr(b, name)) for name in ("closeness", "low", "high", "enmity")
    )


@LITTLE
@given(drawn_acts())
def test_order_of_states(acts: list[Act]) -> None:
    """Which state is named first, and which of two acts on the other, changes nothing, to the last bit."""
    series = closeness(QUIET + acts, PAIR)
    assert same(series, closeness(QUIET + acts, PAIR[::-1]))
    assert same(series, closeness(QUIET + [turned(one) for one in acts], PAIR))


@LITTLE
@given(drawn_acts(), st.randoms(use_true_random=False))
def test_order_of_input(acts: list[Act], dice: random.Random) -> None:
    """The order of acts and of their reports changes nothing, to the last bit."""
    given_ = QUIET + acts
    shuffled = [replace(one, reports=tuple(dice.sample(one.reports, len(one.reports)))) for one in given_]
    dice.shuffle(shuffled)
    assert same(closeness(given_, PAIR), closeness(shuffled, PAIR))


@LITTLE
@given(drawn_acts(), st.integers(1, 5))
def test_duplicates_and_copies(acts: list[Act], copies: int) -> None:
    """An act given twice, a report given twice, and copies of one text in other outlets change nothing."""

    def copied(one: Act) -> Act:
        first = min(one.reports, key=lambda r: r.document)
        more = tuple(
            replace(first, document=f"~copy {i}", family=f"Outlet {i}", root=f"Outlet {i}",
                    day=START + timedelta(days=900)) for i in range(copies)
        )  # fmt: skip
        return replace(one, reports=one.reports + one.reports + more)

    before = closeness(QUIET + acts, PAIR)
    after = closeness(QUIET + acts + [copied(one) for one in acts], PAIR)
    assert np.array_equal(before.closeness, after.closeness)


@LITTLE
@given(drawn_acts(), st.sampled_from(("planned", "possible", "conditional", "demanded", "negated")))
def test_only_what_happened_counts(acts: list[Act], status: str) -> None:
    """What is planned, possible, conditional, demanded or denied is inert."""
    idle = [replace(one, id=f"idle {one.id}", status=status) for one in acts]  # type: ignore[arg-type]
    assert same(closeness(QUIET + acts, PAIR), closeness(QUIET + acts + idle, PAIR))


@LITTLE
@given(st.sampled_from(HOSTILE), st.integers(0, 400))
def test_a_hostile_act_lowers(type: str, day: int) -> None:
    """One more hostile act lowers closeness in its week and ever after."""
    before = pair_axes(weigh(QUIET, reference=FROZEN), PAIR)["closeness"]
    after = pair_axes(weigh([*QUIET, act(1, type, day)], reference=FROZEN), PAIR)["closeness"]
    assert np.all(after[day // 7 :] < before[day // 7 :])
    assert np.array_equal(after[: day // 7], before[: day // 7])


def test_a_worse_act_lowers_more() -> None:
    """The worse the act, the lower; the better, the higher."""
    found = [
        level([*QUIET, act(1, type, 415)])
        for type in ("ASSAULT", "SANCTION", "ACCUSE", "CONSULT", "SUPPORT", "AID")
    ]
    assert found == sorted(found) and len(set(found)) == len(found)
    assert found[2] < level(QUIET) < found[3]


def test_attention_is_bounded() -> None:
    """An act told by two hundred outlets weighs more than by one, but hardly more than by three."""

    def told_by(n: int) -> float:
        reports = tuple(report(f"x{i}", f"Outlet {i}") for i in range(n))
        return level(QUIET) - level([*QUIET, act(1, "SANCTION", 415, reports=reports)])

    one, three, many = told_by(1), told_by(3), told_by(200)
    assert 0 < one < three < many
    assert many - three < 0.1 * (three - one) + 0.05 * three


def test_independent_roots_are_counted_not_articles() -> None:
    """Thirty articles that all go back to one official are worth one."""
    one = (report("x0", "Outlet 0", root="an official"),)
    thirty = tuple(report(f"x{i}", f"Outlet {i}", root="an official") for i in range(30))
    assert level([*QUIET, act(1, "SANCTION", 415, reports=one)]) == level(
        [*QUIET, act(1, "SANCTION", 415, reports=thirty)]
    )


def test_evidence_that_stops_widens_the_band() -> None:
    """Where a pair falls silent the band grows, and closeness goes back towards the middle."""
    burst = [act(i, ("AID", "ACCUSE")[i % 2], 7 * (i % 6) + i % 5) for i in range(1, 80)]
    others = [one for one in QUIET if set(one.actors + one.recipients) != set(PAIR)]
    series = closeness(others + burst, PAIR)
    width = series.high - series.low
    assert width[55] > 1.5 * width[5]
    assert abs(series.engagement[55]) < abs(series.engagement[5])


@LITTLE
@given(st.integers(1, 200))
def test_an_unrelated_war_moves_nothing(n: int) -> None:
    """A war between two other states, however bloody, leaves the pair where it was, to the last bit."""
    war = [act(i, "ASSAULT", 370 + i % 49, ("CCC",), ("DDD",)) for i in range(n)]
    before, after = weigh(QUIET), weigh(QUIET + war)
    assert np.array_equal(pair_axes(before, PAIR)["closeness"], pair_axes(after, PAIR)["closeness"])


def test_a_corpus_three_times_as_big() -> None:
    """Three times the press with three times the acts: about the same level, a narrower band."""
    thrice = [replace(one, id=f"{one.id} {k}") for one in QUIET for k in range(3)]
    small, big = closeness(QUIET, PAIR), closeness(thrice, PAIR)
    assert abs(small.closeness[-1] - big.closeness[-1]) < 0.5
    assert (big.high - big.low)[-1] < (small.high - small.low)[-1]


@LITTLE
@given(drawn_acts(), st.integers(53, 59))
def test_later_acts_never_change_what_was(acts: list[Act], week: int) -> None:
    """What comes after the reference and after a week leaves that week's figures as they were."""
    given_ = QUIET + acts
    earlier = [one for one in given_ if one.day < START + timedelta(weeks=week)]
    now, then = (pair_axes(weigh(some), PAIR)["closeness"] for some in (given_, earlier))
    assert np.array_equal(now[: len(then)], then)


@LITTLE
@given(drawn_acts(), st.integers(0, 5))
def test_the_same_seed_gives_the_same_bytes(acts: list[Act], seed: int) -> None:
    """Bands follow from the acts and the seed, and another seed moves them a little only."""
    assert same(closeness(QUIET + acts, PAIR, seed=seed), closeness(QUIET + acts, PAIR, seed=seed))
    other = closeness(QUIET + acts, PAIR, seed=seed + 1)
    assert np.array_equal(other.closeness, closeness(QUIET + acts, PAIR, seed=seed).closeness)


@LITTLE
@given(drawn_acts(4))
def test_issues_and_halves_add_up(acts: list[Act]) -> None:
    """Masses of all issues add up to the pair's mass, and what either state did to what both did."""
    weighed = weigh(QUIET + acts)
    rows = weighed.rows_of(weighed.table.pair_number(*PAIR))
    parts = [weighed.part_of(name) for name in weighed.table.issues]
    assert np.allclose(sum(part for part in parts if part is not None), 1.0, atol=1e-12)
    forward = weighed.table.forward[rows]
    for mass in (weighed.cooperation[rows], weighed.hostility[rows]):
        assert math.isclose(mass[forward].sum() + mass[~forward].sum(), mass.sum(), abs_tol=1e-12)


@LITTLE
@given(drawn_acts(4), st.integers(10, 40))
def test_an_explanation_adds_up(acts: list[Act], middle: int) -> None:
    """Issues and coverage add up to the change, acts to their issue, reports to their act, to 1e-9."""
    weighed = weigh(QUIET + acts)
    cut = START + timedelta(weeks=middle)
    found = explain(weighed, PAIR, Window(START, cut), Window(cut, START + timedelta(weeks=60)))
    assert math.isclose(math.fsum(p for _, p in found.issues) + found.coverage, found.delta, abs_tol=1e-9)
    for issue, part in found.issues:
        inside = [one for one in found.acts if one.issue == issue]
        assert math.isclose(math.fsum(one.part for one in inside), part, abs_tol=1e-9)
    for one in found.acts:
        assert math.isclose(math.fsum(share.part for share in one.shares), one.part, abs_tol=1e-9)
        assert all(share.report is not None and share.report.span is not None for share in one.shares)


def test_a_family_left_out_leaves_no_trace() -> None:
    """Without an outlet family's reports, no part of a change rests on it."""

    def left(one: Act) -> Act:
        return replace(one, reports=tuple(r for r in one.reports if r.family != "Wire"))

    cut = START + timedelta(weeks=30)
    found = explain(
        [left(one) for one in QUIET], PAIR, Window(START, cut), Window(cut, START + timedelta(weeks=60))
    )
    told: list[Report] = [share.report for one in found.acts for share in one.shares if share.report]
    assert told and all(r.family != "Wire" for r in told)


def test_a_summit_of_many_weighs_no_more_than_a_talk_of_two() -> None:
    """An act of several states divides among their pairs: all shares together are one act."""
    summit = act(1, "CONSULT", 3, ("AAA", "BBB", "CCC", "DDD"), ())
    talk = act(2, "CONSULT", 3, ("AAA",), ("BBB",))
    many, two = weigh([summit]), weigh([talk])
    assert len(many.table.pairs) == 6
    assert math.isclose(many.cooperation.sum(), two.cooperation.sum(), rel_tol=1e-12)


@pytest.mark.parametrize(("role", "weight"), [("head", 1.0), ("spokesman", 0.8), ("analyst", 0.0)])
def test_words_weigh_by_authority(role: str, weight: float) -> None:
    """A statement that enters as a verbal act weighs by the speaker's authority; a deed by none."""
    authority = weights().authority[role]
    assert authority == weight
    said = act(1, "ACCUSE", 3, words=True, reports=(report("x", authority=authority),))
    deed = replace(said, words=False)
    whole = weigh([deed]).hostility.sum()
    assert math.isclose(weigh([said, act(2, "CONSULT", 3)]).hostility.sum(), weight * whole, abs_tol=1e-12)
