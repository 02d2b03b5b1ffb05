"""Scores of resolved forecasts."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_forecast_ledger import TODAY, prediction

from dragoman.relations.predictions.forecasts import Row, ledger
from dragoman.relations.predictions.scoring import ENOUGH, LEAST, murphy, score, scores

PHRASES = ("probably", "unlikely", "almost certain", "about even")


def resolved(outcomes: list[tuple[str, str]]) -> list[Row]:
    """Return one claimant's forecasts, each with a phrase and what came of it."""
    made = [
        prediction(n, phrase=phrase, words=frozenset({"event", f"number{n}"}))
        for n, (phrase, _) in enumerate(outcomes)
    ]
    rows = {row.first.id: row for row in ledger(made, {}, TODAY)}
    return [replace(rows[one.id], state=state) for one, (_, state) in zip(made, outcomes, strict=True)]  # type: ignore[arg-type]


OUTCOMES = st.lists(
    st.tuples(st.sampled_from(PHRASES), st.sampled_from(["true", "false"])), min_size=1, max_size=40
)


@given(OUTCOMES)
def test_murphys_parts_add_up_to_briers_score(outcomes: list[tuple[str, str]]) -> None:
    """Reliability - resolution + uncertainty = Brier, exactly; the band holds the score's own range."""
    found = score(resolved(outcomes))
    parts = found.reliability - found.resolution + found.uncertainty
    assert parts == pytest.approx(found.brier, abs=1e-12)
    assert 0 <= found.brier <= 1 and found.brier_low <= found.brier_high and found.logarithmic >= 0
    assert sum(point.count for point in found.curve) == found.count == len(outcomes)


def test_who_is_always_right_and_sure_scores_best() -> None:
    """Sure and right is 0; sure and wrong is worst, and not infinitely bad for the logarithm."""
    assert murphy([1.0, 0.0], [1.0, 0.0]) == (0.0, 0.25, 0.25)
    found = score(resolved([("about even", "true"), ("about even", "false")]))
    assert found.brier == 0.25 and found.logarithmic == pytest.approx(math.log(2))
    assert -math.log(LEAST) < 6


def test_nobody_is_scored_on_too_few() -> None:
    """From 20 resolved with numbers on; void ones and those without a number don't count."""
    few = resolved([("probably", "true")] * (ENOUGH - 1))
    assert scores(few) == ()
    others = resolved([("probably", "void"), ("may", "true"), ("probably", "unresolvable")] * 9)
    assert scores([*few, *others]) == ()
    assert scores(resolved([("probably", "true")] * ENOUGH))[0].count == ENOUGH


def test_the_same_seed_gives_the_same_numbers() -> None:
    """Bands are drawn, and drawn the same again."""
    rows = resolved([("probably", "true"), ("unlikely", "false"), ("probably", "false")] * 10)
    assert score(rows) == score(rows)
